namespace ValidCode.Money;

/// <summary>What is said about many prices at once is a statistic.</summary>
public static class PriceStatistics
{
    public static double PriceVariance(IReadOnlyCollection<decimal> prices)
    {
        var mean = prices.Average();
        return prices.Sum(price => Math.Pow((double)(price - mean), 2)) / prices.Count;
    }

    public static double PriceDeviation(IReadOnlyCollection<decimal> prices) => Math.Sqrt(PriceVariance(prices));

    public static double PriceElasticity(double quantityChange, double priceChangePercent) =>
        quantityChange / priceChangePercent;
}
