using System.Runtime.InteropServices;

namespace ValidCode.Money;

/// <summary>What the other side of a boundary has laid out is not ours to change.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct NativeQuote
{
    public double Price;

    public float Fee;
}

internal static class NativePricing
{
    [DllImport("pricing")]
    public static extern double GetPrice(double basePrice);
}
