namespace ValidCode.Money;

/// <summary>Where a label is drawn has nothing to do with what it says.</summary>
public sealed class PriceTag
{
    public double PriceX { get; set; }

    public double PriceY { get; set; }

    public double PriceColumnWidth { get; set; } = 120;

    public float TotalOpacity { get; set; } = 0.5f;

    public double DistanceTo(PriceTag other) =>
        Math.Sqrt(Math.Pow(PriceX - other.PriceX, 2) + Math.Pow(PriceY - other.PriceY, 2));
}
