namespace ValidCode.Money;

/// <summary>Rates, ratios and factors are no amounts, even where amounts are all around.</summary>
public sealed class TaxTable
{
    private const double Vat = 0.19;

    public double TaxRate { get; init; } = 0.21;

    public double DiscountPercentage { get; init; }

    public double CurrencyConversionFactor { get; init; } = 1.0;

    public decimal Apply(decimal price) => price * (1 + (decimal)TaxRate);

    public decimal WithVat(decimal price) => price * (decimal)(1 + Vat);

    public decimal WithDiscount(decimal price, double discount) => price * (1 - (decimal)discount);
}
