using Shop.Data;
using Shop.Models;

namespace Shop.Services;

public class CheckoutService(ShopContext db, PricingService pricing)
{
    public async Task<Order> PlaceOrderAsync(string customerId, Cart cart, CancellationToken cancellationToken)
    {
        var total = pricing.ApplyCoupon(pricing.AddVat(pricing.Subtotal(cart)), cart.CouponCode);

        var order = new Order
        {
            CustomerId = customerId,
            PlacedAt = DateTimeOffset.UtcNow,
            Total = total,
            ShippingFee = ShippingFee(total),
        };

        foreach (var item in cart.Items)
        {
            order.Lines.Add(new OrderLine { ProductId = item.ProductId, Quantity = item.Quantity, UnitPrice = (decimal)item.UnitPrice });
        }

        db.Orders.Add(order);
        await db.SaveChangesAsync(cancellationToken);
        return order;
    }

    public bool IsPaid(double paidAmount, double invoiceTotal) => paidAmount == invoiceTotal;

    private static decimal ShippingFee(decimal orderTotal) => orderTotal >= 50m ? 0m : 4.95m;
}
