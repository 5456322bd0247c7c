using AiAwareAnalyzers.Knowledge.Frameworks;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Testing.Mutants;

/// <summary>How much it says of the tests that they did not notice a change.</summary>
internal static class Gravity
{
    /// <summary>Words by which the tool names its changes, the gravest first.</summary>
    private static readonly ImmutableArray<string> Kinds = ImmutableArray.Create(
        "block", "statement", "negate", "logical", "conditional", "equality", "pattern", "arithmetic", "bitwise",
        "assignment", "increment", "decrement", "unary", "boolean", "math", "linq", "coalescing", "method", "checked",
        "collection", "array", "initializer", "regex");

    /// <summary>The gravest change has the least.</summary>
    public static int RankOf(Mutant mutant)
    {
        var kind = mutant.Kind.ToLowerInvariant();
        for (var rank = 0; rank < Kinds.Length; rank++)
            if (kind.Contains(Kinds[rank])) return rank;
        return Kinds.Length;
    }

    /// <summary>Whether tests ran the change, and it is one of what the program does, not of a text.</summary>
    public static bool IsHeavy(Survivor survivor) =>
        survivor.Mutant.Verdict == Verdict.Survived && !IsText(survivor.Node);

    /// <summary>
    /// Whether no test should notice the change: of what is logged, of what an exception says in words, and of the
    /// context that is captured.
    /// </summary>
    public static bool IsIdle(SyntaxNode place, SemanticModel model, CancellationToken cancellation)
    {
        var inner = place is ExpressionStatementSyntax statement ? statement.Expression : place;
        foreach (var node in inner.AncestorsAndSelf())
        {
            if (node is MemberDeclarationSyntax) return false;
            if (IsText(inner) && node is ThrowStatementSyntax or ThrowExpressionSyntax
                || node is ArgumentListSyntax { Parent: InvocationExpressionSyntax outer } && IsAboutContext(outer)
                || node is InvocationExpressionSyntax call && IsLogged(call, model, cancellation))
                return true;
        }

        return false;
    }

    private static bool IsText(SyntaxNode node) =>
        node.IsKind(SyntaxKind.StringLiteralExpression) || node is InterpolatedStringExpressionSyntax;

    private static bool IsAboutContext(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait" };

    private static bool IsLogged(SyntaxNode call, SemanticModel model, CancellationToken cancellation) =>
        model.GetOperation(call, cancellation) is IInvocationOperation invocation && LogCalls.IsLogger(invocation);
}
