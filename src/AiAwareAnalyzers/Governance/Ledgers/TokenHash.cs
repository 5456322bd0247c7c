using System.Security.Cryptography;
using System.Text;

namespace AiAwareAnalyzers.Governance.Ledgers;

/// <summary>What a member says, in a few letters: its tokens count, spaces and comments do not.</summary>
internal static class TokenHash
{
    /// <summary>Sixty-four bits: enough to see that a member has changed.</summary>
    public const int Length = 16;

    /// <summary>The hash of all that a file says of one member, such as its top-level statements.</summary>
    public static string Of(IEnumerable<SyntaxNode> declarations)
    {
        var words = new StringBuilder();
        foreach (var token in declarations.SelectMany(static declaration => declaration.DescendantTokens()))
            if (token.Span.Length > 0) words.Append(token.Text).Append('\n');

        using var algorithm = SHA256.Create();
        return string.Concat(algorithm.ComputeHash(Encoding.UTF8.GetBytes(words.ToString()))
            .Take(Length / 2)
            .Select(static one => one.ToString("x2")));
    }

    public static bool IsOne(string word) =>
        word.Length == Length && word.All(static letter => letter is >= '0' and <= '9' or >= 'a' and <= 'f');
}
