using Microsoft.EntityFrameworkCore;

namespace ValidCode.Disclosure;

/// <summary>A context that configures itself only for the tools, and bytes and texts that are no keys.</summary>
public sealed class Fallback : DbContext
{
    private const string Section = "Shipping:";

    private const string ApiKey = Section + "ApiKey";

    /// <summary>How a file of this kind begins.</summary>
    private static readonly byte[] Signature =
    [
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52,
    ];

    public static bool IsPicture(ReadOnlySpan<byte> head) => head.StartsWith(Signature);

    public static bool NamesKey(string setting) => setting.StartsWith(ApiKey, StringComparison.Ordinal);

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (optionsBuilder.IsConfigured) return;
        optionsBuilder.EnableSensitiveDataLogging();
    }
}
