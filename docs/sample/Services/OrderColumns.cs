using System.Reflection;
using Shop.Models;

namespace Shop.Services;

/// <summary>The columns by which the back office sorts its list of orders.</summary>
public static class OrderColumns
{
    private static readonly PropertyInfo Placed = typeof(Order).GetProperty("PlacedOn")!;

    private static readonly PropertyInfo Paid = typeof(Order).GetProperty(nameof(Order.PaidAmount))!;

    public static IEnumerable<Order> Sort(IEnumerable<Order> orders, bool byPayment) =>
        orders.OrderBy(order => (byPayment ? Paid : Placed).GetValue(order));
}
