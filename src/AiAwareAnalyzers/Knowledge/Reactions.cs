using System.Runtime.CompilerServices;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>What catch clauses do with a failure, and the private functions that they call for it: each body is walked once, whoever asks.</summary>
internal sealed class Reactions
{
    private readonly ConditionalWeakTable<SyntaxNode, Reaction> _known = new();
    private readonly PrivateFunctions? _functions;
    private readonly Reactions? _behind;
    private int _visited;

    public Reactions(Compilation compilation)
    {
        _functions = PrivateFunctions.Of(compilation);
        _behind = new Reactions();
    }

    /// <summary>Behind a private function no other is followed.</summary>
    private Reactions()
    {
    }

    /// <summary>How many operations were looked at so far.</summary>
    public int Visited => _visited + (_behind?.Visited ?? 0);

    public Reaction Of(ICatchClauseOperation clause) => Of(clause.Handler, DeclaredBy(clause));

    /// <summary>What a private function that is called does with its parameters, and besides; null for any other call.</summary>
    public Reaction? Behind(IInvocationOperation call) =>
        _functions?.BodyOf(call) is { } body ? _behind!.Of(body, call.TargetMethod.OriginalDefinition.Parameters) : null;

    private Reaction Of(IBlockOperation body, IEnumerable<ISymbol> failures) => _known.GetValue(body.Syntax, _ =>
    {
        var reaction = new Reaction(body, failures, this);
        Interlocked.Add(ref _visited, reaction.Visited);
        return reaction;
    });

    private static IEnumerable<ISymbol> DeclaredBy(ICatchClauseOperation clause) =>
        clause.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation { Symbol: { } exception } ? [exception] : [];
}
