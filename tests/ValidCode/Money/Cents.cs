namespace ValidCode.Money;

/// <summary>Whole cents are exact; what is lost in a division is picked up by the remainder.</summary>
public static class Cents
{
    public static string Format(long priceInCents) => $"{priceInCents / 100}.{priceInCents % 100:00}";

    public static decimal ToDecimal(long priceInCents) => priceInCents / 100m;

    public static long ToCents(decimal price) => (long)Math.Round(price * 100, MidpointRounding.AwayFromZero);

    public static (long Each, long LeftOver) Split(long totalCents, int people) =>
        (totalCents / people, totalCents % people);
}
