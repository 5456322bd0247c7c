namespace ValidCode.Money;

public sealed record OrderLine(string Sku, int Quantity, decimal UnitPrice)
{
    public decimal Total => Quantity * UnitPrice;
}

/// <summary>A shop as it should be: decimal from the first digit to the last.</summary>
public sealed class Order
{
    private readonly List<OrderLine> _lines = [];

    public double WeightInKilograms { get; set; }

    public decimal ShippingFee { get; set; } = 4.99m;

    public decimal Subtotal => _lines.Sum(line => line.Total);

    public decimal Total => Subtotal + ShippingFee;

    public void Add(OrderLine line) => _lines.Add(line);

    public decimal Tax(decimal taxRate) => Math.Round(Subtotal * taxRate, 2, MidpointRounding.AwayFromZero);

    public bool IsPaid(decimal paid) => paid == Total;
}
