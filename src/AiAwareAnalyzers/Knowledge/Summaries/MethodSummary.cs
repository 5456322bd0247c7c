using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Knowledge.Summaries;

/// <summary>What one body of this compilation does, as far as callers are concerned.</summary>
internal sealed class MethodSummary
{
    private readonly Lazy<IOperation?> _body;
    private readonly Lazy<ImmutableHashSet<string>> _names;

    public MethodSummary(IMethodSymbol method, Compilation compilation)
    {
        Method = method;
        _body = new(() => ReturnValues.BodyOf(method, compilation));
        _names = new(() => NamesIn(method));
    }

    public IMethodSymbol Method { get; }

    /// <summary>The body as the compiler understands it; null where there is none.</summary>
    public IOperation? Body => _body.Value;

    /// <summary>
    /// Whether the name of a parameter stands anywhere in the body: by the text alone, nothing is bound for it.
    /// </summary>
    public bool Mentions(IParameterSymbol parameter) => _names.Value.Contains(parameter.Name);

    /// <summary>The values it returns, those of functions inside left out.</summary>
    public IEnumerable<IOperation> Answers => Body is { } body ? ReturnValues.In(body) : [];

    private static ImmutableHashSet<string> NamesIn(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Select(static reference => Bodies.BodyOf(reference.GetSyntax()))
            .OfType<SyntaxNode>()
            .SelectMany(static body => body.DescendantTokens())
            .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(static token => token.ValueText)
            .ToImmutableHashSet(StringComparer.Ordinal);
}
