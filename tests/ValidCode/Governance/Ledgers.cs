using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace ValidCode.Governance;

/// <summary>Code that nothing governs: no ledger lies beside it, and what it suppresses has a reason.</summary>
public sealed class Ledgers
{
    private static int s_opened;

    public static int Opened => s_opened;

    public static void Open() => Interlocked.Increment(ref s_opened);

    [SuppressMessage("Money", "AIA0201", Justification = "A share of a total, not an amount.")]
    public double Share { get; init; }

#pragma warning disable AIA0809 // the old ledgers are signed so, and are only read
    public static byte[] Digest(byte[] pages) => SHA256.HashData(pages);
#pragma warning restore AIA0809
}
