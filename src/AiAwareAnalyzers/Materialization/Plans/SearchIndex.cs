using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Materialization.Queries;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization.Plans;

/// <summary>
/// The set or lookup that can be made before a loop, where one is certain: decided by the rule, made by the fix.
/// </summary>
internal static class SearchIndex
{
    /// <summary>What the fix makes before the loop.</summary>
    public const string Index = "Index";
    public const string Set = "Set";
    public const string Lookup = "Lookup";

    private static readonly ImmutableDictionary<string, string?> None = ImmutableDictionary<string, string?>.Empty;

    public static ImmutableDictionary<string, string?> PlanFor(
        IInvocationOperation call, ISymbol searched, KeyComparison? key, Locals locals)
    {
        if (searched is IFieldSymbol || call.TargetMethod.Name is "IndexOf" or "Find" or "Exists" or "FindIndex")
            return None;
        var statement = call.Syntax.FirstAncestorOrSelf<StatementSyntax>(node =>
            node.Parent is BlockSyntax && IsAround(call, node));
        if (statement is null
            || call.Syntax.FirstAncestorOrSelf<StatementSyntax>() is null
            || ChangesBehind(call, searched, statement, locals))
            return None;
        if (call.TargetMethod.Name == "Contains")
            return Hashes.AreReliable(call.Arguments[^1].Value.Type)
                ? None.Add(Index, Set)
                : None;
        return key is { IsReliable: true } ? None.Add(Index, Lookup) : None;
    }

    /// <summary>The statement that the whole loop or query stands in: outside of it, the index is made once.</summary>
    private static bool IsAround(IInvocationOperation call, SyntaxNode statement)
    {
        foreach (var parent in call.Ancestors())
            if (parent is ILoopOperation loop) return loop is IForEachLoopOperation && statement == loop.Syntax;
            else if (parent is IAnonymousFunctionOperation lambda) return !lambda.Syntax.Span.Contains(statement.Span);
        return false;
    }

    private static bool ChangesBehind(
        IInvocationOperation call, ISymbol searched, SyntaxNode statement, Locals locals) =>
        locals.MentionsOf(searched).Any(mention => mention.Syntax.SpanStart > statement.SpanStart
            && !mention.IsInside(call)
            && Locals.Of(mention) is Mention.Changed or Mention.Reassigned or Mention.Escapes)
        || locals.MentionsOf(searched)
            .Any(mention => mention.Ancestors().Any(parent => parent is ILocalFunctionOperation));
}
