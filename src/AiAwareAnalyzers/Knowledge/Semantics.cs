using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>What other files of a compilation mean: asked only for the few places that a cheap look at names has found.</summary>
internal sealed class Semantics
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<string, bool> _members = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _types = new(StringComparer.Ordinal);

    private Semantics(Compilation compilation) => _compilation = compilation;

    public static Semantics Of(Compilation compilation) => Facts.Of(compilation, static c => new Semantics(c));

    /// <summary>Null for the tree of another compilation.</summary>
    public SemanticModel? ModelOf(SyntaxTree tree) =>
        _compilation.ContainsSyntaxTree(tree) ? _models.GetOrAdd(tree, file => _compilation.GetSemanticModel(file)) : null;

    /// <summary>What a name means where it stands. Looked up, not bound: to bind it, the compiler would bind the body around it, with all its lambdas.</summary>
    public ISymbol? SymbolOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => Found(name),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } access when Found(owner) is INamedTypeSymbol type => Only(type.GetMembers(access.Name.Identifier.ValueText)),
        _ => ModelOf(expression.SyntaxTree)?.GetSymbolInfo(expression) is { } info ? info.Symbol ?? Only(info.CandidateSymbols) : null,
    };

    /// <summary>As above, the type of its value.</summary>
    public ITypeSymbol? TypeOf(ExpressionSyntax expression) => SymbolOf(expression) switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IMethodSymbol method => method.ReturnType,
        var symbol => symbol as ITypeSymbol,
    };

    private ISymbol? Found(IdentifierNameSyntax name)
    {
        var found = ModelOf(name.SyntaxTree)?.LookupSymbols(name.SpanStart, name: name.Identifier.ValueText) ?? ImmutableArray<ISymbol>.Empty;
        return found.FirstOrDefault(symbol => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol) ?? Only(found);
    }

    private static ISymbol? Only(ImmutableArray<ISymbol> symbols) => symbols.Length == 1 ? symbols[0] : null;

    /// <summary>The type that a name in the code stands for.</summary>
    public ITypeSymbol? TypeNamed(TypeSyntax name) =>
        ModelOf(name.SyntaxTree)?.GetSpeculativeTypeInfo(name.SpanStart, name, SpeculativeBindingOption.BindAsTypeOrNamespace).Type;

    /// <summary>Whether this project declares a member of a name: if not, a call by that name is one of a library.</summary>
    public bool Declares(string member) => _members.GetOrAdd(member, name => _compilation.ContainsSymbolsWithName(name, SymbolFilter.Member));

    /// <summary>As above, a type.</summary>
    public bool DeclaresType(string type) => _types.GetOrAdd(type, name => _compilation.ContainsSymbolsWithName(name, SymbolFilter.Type));
}
