using Shop.Models;

namespace Shop.Services;

/// <summary>Works out what a cart costs.</summary>
public class PricingService
{
    private const decimal VatRate = 0.19m;

    public decimal Subtotal(Cart cart)
    {
        double subtotal = 0;
        foreach (var item in cart.Items)
        {
            subtotal += item.UnitPrice * item.Quantity;
        }

        return (decimal)subtotal;
    }

    public decimal AddVat(decimal netPrice) => Math.Round(netPrice * (1 + VatRate), 2);

    public decimal ApplyCoupon(decimal total, string? couponCode) => couponCode switch
    {
        "WELCOME10" => total * 0.9m,
        "FRIENDS" => (decimal)((double)total * 0.85),
        _ => total,
    };

    /// <summary>The payment provider speaks of cents.</summary>
    public decimal FromCents(long amountInCents) => amountInCents / 100;
}
