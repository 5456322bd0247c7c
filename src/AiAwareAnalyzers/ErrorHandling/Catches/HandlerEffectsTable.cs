using System.Runtime.CompilerServices;
using AiAwareAnalyzers.ErrorHandling.Failures;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>
/// What catch clauses do with a failure, and the private functions that they call for it: each body is walked once,
/// whoever asks.
/// </summary>
internal sealed class HandlerEffectsTable
{
    private readonly ConditionalWeakTable<SyntaxNode, HandlerEffects> _known = new();
    private readonly PrivateFunctions? _functions;
    private readonly HandlerEffectsTable? _behind;
    private int _visited;

    public HandlerEffectsTable(Compilation compilation)
    {
        _functions = PrivateFunctions.Of(compilation);
        _behind = new HandlerEffectsTable();
    }

    /// <summary>Behind a private function no other is followed.</summary>
    private HandlerEffectsTable()
    {
    }

    /// <summary>How many operations were looked at so far.</summary>
    public int Visited => _visited + (_behind?.Visited ?? 0);

    public HandlerEffects Of(ICatchClauseOperation clause) => Of(clause.Handler, DeclaredBy(clause));

    /// <summary>
    /// What a private function that is called does with its parameters, and besides; null for any other call.
    /// </summary>
    public HandlerEffects? Behind(IInvocationOperation call) =>
        _functions?.BodyOf(call) is { } body
            ? _behind!.Of(body, call.TargetMethod.OriginalDefinition.Parameters)
            : null;

    private HandlerEffects Of(IBlockOperation body, IEnumerable<ISymbol> failures) => _known.GetValue(body.Syntax, _ =>
    {
        var reaction = new HandlerEffects(body, failures, this);
        Interlocked.Add(ref _visited, reaction.Visited);
        return reaction;
    });

    private static IEnumerable<ISymbol> DeclaredBy(ICatchClauseOperation clause) =>
        clause.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation { Symbol: { } exception }
            ? [exception]
            : [];
}
