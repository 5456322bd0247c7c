using AiAwareAnalyzers.HallucinatedApi.Names;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>Names that differ by a slip of the keyboard, and not because they name two things.</summary>
internal static class Typos
{
    private const int Shortest = 4;
    private const int Long = 10;

    /// <summary>One letter, two in a long name; <c>Address1</c> and <c>Address2</c> are two things.</summary>
    public static bool IsSlip(string written, string existing)
    {
        var (from, to) = (Spelling.Squash(written), Spelling.Squash(existing));
        return from == to
            || (Math.Min(from.Length, to.Length) >= Shortest
                && Digits(from) == Digits(to)
                && Letters.Distance(from, to) <= (from.Length > Long ? 2 : 1));
    }

    private static string Digits(string name) => string.Concat(name.Where(char.IsDigit));
}
