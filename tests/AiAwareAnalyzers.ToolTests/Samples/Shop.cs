namespace AiAwareAnalyzers.ToolTests.Samples;

/// <summary>A small code base with findings in known places.</summary>
internal static class Shop
{
    public const string Product =
        """
        namespace Shop.Catalog;

        public sealed class Product
        {
            public double Price { get; set; }

            public double Tax(double rate) => Price * rate;
        }

        """;

    public const string Payment =
        """
        using System.Security.Cryptography;

        namespace Shop.Payments;

        public sealed class Payment
        {
            public double Amount { get; set; }

            public byte[] Seal(byte[] text) => HMACSHA256.HashData(text, text);

            public byte[] Open(byte[] text) => text;
        }

        """;

    public const string HighRisk = "root = true\n\n[*.cs]\nai_aware.high_risk = Shop.Payments\n";

    public static string Folder() => Scratch.Folder(("src/Product.cs", Product), ("src/Payment.cs", Payment));

    /// <summary>Two findings in the catalog, one in the payments.</summary>
    public static Log Log(string folder) => new Log(folder)
        .AddPrice("src/Product.cs", 5)
        .Add("AIA0205", "src/Product.cs", 7, "'Price * rate' is rounded silently; say how", "note")
        .AddPrice("src/Payment.cs", 7, "Amount");
}
