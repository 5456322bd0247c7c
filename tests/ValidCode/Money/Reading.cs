using System.Globalization;

namespace ValidCode.Money;

/// <summary>Text becomes decimal without a detour; other numbers are read as they are.</summary>
public static class PriceFile
{
    public static decimal ReadPrice(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    public static double ReadWeight(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static double ReadTaxRate(string text) => Convert.ToDouble(text, CultureInfo.InvariantCulture);
}
