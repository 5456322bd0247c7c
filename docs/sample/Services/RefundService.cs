using Microsoft.EntityFrameworkCore;
using Shop.Data;

namespace Shop.Services;

public class RefundService(ShopContext db)
{
    /// <summary>Refunds an amount as the form sends it.</summary>
    public async Task<decimal> RefundAsync(int orderId, string amountText, CancellationToken cancellationToken)
    {
        var order = await db.Orders.SingleAsync(order => order.Id == orderId, cancellationToken);

        var refundAmount = Convert.ToDecimal(double.Parse(amountText));
        order.PaidAmount -= refundAmount;

        await db.SaveChangesAsync(cancellationToken);
        return order.PaidAmount;
    }

    /// <summary>Splits a refund evenly over the cards that paid for the order.</summary>
    public List<decimal> SplitRefund(decimal refundTotal, int cards)
    {
        var share = Math.Round(refundTotal / cards, 2);
        return Enumerable.Repeat(share, cards).ToList();
    }
}
