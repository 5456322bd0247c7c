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

    /// <summary>
    /// Whether a lambda or method has a catch of everything around all that it awaits; that an empty one tells nobody
    /// is the fault of the catch.
    /// </summary>
    public static bool TakeAll(SyntaxNode function) => AreIn(function, IsCatchAll, FailsLater);

    /// <summary>Whether it has one around all that it calls, and says something there.</summary>
    public static bool KeepAll(SyntaxNode function) =>
        AreIn(function, static clause => IsCatchAll(clause) && Reports(clause), FailsAtOnce);

    private static bool AreIn(
        SyntaxNode function, Func<CatchClauseSyntax, bool> takesAll, Func<SyntaxNode, bool> mayFail) =>
        BodyOf(function) is BlockSyntax block
        && block.Statements.Any(statement => IsGuarded(statement, takesAll))
        && block.Statements.All(statement =>
            IsGuarded(statement, takesAll)
            || IsGuardedPause(statement)
            || statement is LocalFunctionStatementSyntax
            || !statement.DescendantNodesAndSelf().Any(mayFail));

    private static SyntaxNode? BodyOf(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.Body,
        BaseMethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax local => local.Body,
        _ => null,
    };

    private static bool IsGuarded(StatementSyntax statement, Func<CatchClauseSyntax, bool> takesAll) =>
        statement is TryStatementSyntax attempt && attempt.Catches.Any(takesAll);

    /// <summary>
    /// <c>try { await Task.Delay(wait, token); } catch (OperationCanceledException) { return; }</c>: a pause fails in
    /// no other way.
    /// </summary>
    private static bool IsGuardedPause(StatementSyntax statement) =>
        statement is TryStatementSyntax { Block: { } paused, Catches: { Count: 1 } catches }
        && catches[0].Declaration?.Type.ToString() is "OperationCanceledException" or "TaskCanceledException"
        && !catches[0].Block.DescendantNodes().Any(FailsLater)
        && paused.DescendantNodes().OfType<InvocationExpressionSyntax>().All(static call =>
            call.Expression.ToString() is "Task.Delay" || Calls.NameOf(call) == "ConfigureAwait");

    private static bool IsCatchAll(CatchClauseSyntax clause) =>
        (clause.Declaration is null
            or { Type: IdentifierNameSyntax { Identifier.ValueText: "Exception" }
                or QualifiedNameSyntax { Right.Identifier.ValueText: "Exception" } })
        && (clause.Filter is null || clause.Filter.ToString().Contains("OperationCanceledException"))
        && !clause.Block.Statements.Any(static statement => statement is ThrowStatementSyntax);

    private static bool Reports(CatchClauseSyntax clause) =>
        clause.Block.Statements.Count > 0 || Comments.Explain(clause);

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
