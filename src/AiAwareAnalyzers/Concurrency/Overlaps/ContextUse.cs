using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency.Overlaps;

/// <summary>A call that keeps a context busy until it is awaited.</summary>
/// <param name="Call">The call.</param>
/// <param name="Variable">What the caller has: a context, a query, a service; null for the object itself.</param>
/// <param name="Context">The type of the context inside a service; null where the variable leads to it.</param>
internal sealed record ContextUse(IInvocationOperation Call, ISymbol? Variable, ITypeSymbol? Context)
{
    /// <summary>How a message speaks of the context.</summary>
    public string ContextPhrase =>
        (Context ?? TypeNames.TypeOf(Variable!)) is { TypeKind: TypeKind.Class, Name: var name }
            ? $"the same '{name}'"
            : $"the context of '{Variable?.Name}'";

    /// <summary>Whether two calls need one context; services that live in one request share what they hold.</summary>
    public bool Disturbs(ContextUse other) =>
        Context is null
            ? other.Context is null && SymbolEqualityComparer.Default.Equals(Variable, other.Variable)
            : SymbolEqualityComparer.Default.Equals(Context, other.Context);

    /// <summary>Whether the variable was there before a piece of code, and lives on behind it.</summary>
    public bool IsSharedBy(SyntaxNode round) =>
        Variable is not (ILocalSymbol or IParameterSymbol)
        || Variable.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration
        || declaration.SyntaxTree != round.SyntaxTree
        || !round.Span.Contains(declaration.Span);
}
