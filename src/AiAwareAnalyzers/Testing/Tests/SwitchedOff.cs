namespace AiAwareAnalyzers.Testing.Tests;

/// <summary>Methods that were tests before somebody put their mark into a comment.</summary>
internal static class SwitchedOff
{
    private static readonly ImmutableArray<string> Marks = ImmutableArray.Create(
        "Fact", "Theory", "Test", "TestMethod", "TestCase", "DataTestMethod");

    /// <summary>The mark in the comment above a method, as it is written; null where there is none.</summary>
    public static string? Mark(ISymbol method) =>
        method is IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public }
        && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { HasLeadingTrivia: true } declaration
            ? declaration.GetLeadingTrivia()
                .Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
                .Select(static comment => comment.ToString().Substring("//".Length).Trim())
                .FirstOrDefault(IsMark)
            : null;

    private static bool IsMark(string comment) => Marks.Any(mark =>
        comment.StartsWith("[" + mark, StringComparison.Ordinal)
        && comment.EndsWith("]", StringComparison.Ordinal)
        && !char.IsLetter(comment[mark.Length + 1]));
}
