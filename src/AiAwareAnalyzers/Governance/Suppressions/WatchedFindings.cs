using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Governance.Suppressions;

/// <summary>The findings that nobody should silence without a word: ours, and those about security.</summary>
internal static class WatchedFindings
{
    /// <summary>Of obsolete members, those for serializers, encodings, connections and keys without safety.</summary>
    private static readonly Regex Ids = new(
        @"^(AIA\d{4}|CA2100|CA2153|CA23\d\d|CA3[01]\d\d|CA5[34]\d\d|SYSLIB00(01|11|39|40|41)|NU190\d)$",
        RegexOptions.CultureInvariant);

    public static bool Contain(string id) => Ids.IsMatch(id);

    /// <summary>Those in a list such as <c>$(NoWarn);AIA0201,CA2100</c>.</summary>
    public static IEnumerable<string> In(string list) =>
        list.Split(';', ',', ' ', '\n', '\r', '\t').Where(Contain);
}
