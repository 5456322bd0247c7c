namespace ValidCode.Money;

/// <summary>A conversion that only feeds a screen changes no account.</summary>
public sealed class SalesView
{
    public decimal Revenue { get; init; }

    public string Short => $"{(double)Revenue / 1000:0.0}k";

    public string Long => ((double)Revenue).ToString("N0");

    public void Draw(Action<string, double> bar) => bar("Revenue", (double)Revenue);
}
