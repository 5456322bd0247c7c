using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>Functions that see their own failures: nothing comes out of them.</summary>
internal static class OwnCatches
{
    /// <summary>Calls before a try that do not throw.</summary>
    private static readonly ImmutableHashSet<string> Harmless = WordSet.Of(
        "nameof StartNew GetTimestamp IsEnabled IsNullOrEmpty IsNullOrWhiteSpace TryParse TryGetValue ContainsKey",
        "BeginScope");

    /// <summary>Whether a lambda or method has a catch of everything around all that it awaits.</summary>
    public static bool TakeAll(SyntaxNode function) => AreIn(function, FailsLater);

    /// <summary>Whether it has one around all that it calls.</summary>
    public static bool KeepAll(SyntaxNode function) => AreIn(function, FailsAtOnce);

    private static bool AreIn(SyntaxNode function, Func<SyntaxNode, bool> mayFail) =>
        BodyOf(function) is BlockSyntax block
        && block.Statements.Any(IsGuarded)
        && block.Statements.All(statement =>
            IsGuarded(statement)
            || statement is LocalFunctionStatementSyntax
            || !statement.DescendantNodesAndSelf().Any(mayFail));

    private static SyntaxNode? BodyOf(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.Body,
        BaseMethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax local => local.Body,
        _ => null,
    };

    private static bool IsGuarded(StatementSyntax statement) =>
        statement is TryStatementSyntax attempt && attempt.Catches.Any(IsReportingCatchAll);

    private static bool IsReportingCatchAll(CatchClauseSyntax clause) =>
        (clause.Declaration is null
            or { Type: IdentifierNameSyntax { Identifier.ValueText: "Exception" }
                or QualifiedNameSyntax { Right.Identifier.ValueText: "Exception" } })
        && (clause.Filter is null || clause.Filter.ToString().Contains("OperationCanceledException"))
        && (clause.Block.Statements.Count > 0 || Comments.Explain(clause))
        && !clause.Block.Statements.Any(static statement => statement is ThrowStatementSyntax);

    /// <summary>Declarations of plain values cannot fail.</summary>
    private static bool FailsLater(SyntaxNode node) =>
        node is AwaitExpressionSyntax or ThrowStatementSyntax or ThrowExpressionSyntax;

    private static bool FailsAtOnce(SyntaxNode node) =>
        FailsLater(node)
        || node is ElementAccessExpressionSyntax or CastExpressionSyntax
        || (node is InvocationExpressionSyntax call && !IsHarmless(Calls.NameOf(call)));

    private static bool IsHarmless(string call) =>
        Harmless.Contains(call) || call.StartsWith("Log", StringComparison.Ordinal);
}
