using System.ComponentModel.DataAnnotations.Schema;
using System.Diagnostics;

namespace Shop.Models;

public class Order
{
    public int Id { get; set; }

    public required string CustomerId { get; set; }

    public DateTimeOffset PlacedAt { get; set; }

    public List<OrderLine> Lines { get; } = [];

    public decimal Total { get; set; }

    [Column(TypeName = "double precision")]
    public decimal ShippingFee { get; set; }

    public decimal PaidAmount { get; set; }
}

[DebuggerDisplay("{Quantity} x {Price}")]
public class OrderLine
{
    public int Id { get; set; }

    public int ProductId { get; set; }

    public int Quantity { get; set; }

    public decimal UnitPrice { get; set; }
}
