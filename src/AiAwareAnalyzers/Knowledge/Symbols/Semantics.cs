using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Symbols;

/// <summary>
/// What other files of a compilation mean: asked only for the few places that a cheap look at names has found.
/// </summary>
internal sealed class Semantics
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<string, bool> _members = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableArray<IMethodSymbol>> _methods = new(StringComparer.Ordinal);

    private Semantics(Compilation compilation) => _compilation = compilation;

    public static Semantics Of(Compilation compilation) => Facts.Of(compilation, static c => new Semantics(c));

    /// <summary>Null for the tree of another compilation.</summary>
    public SemanticModel? ModelOf(SyntaxTree tree) =>
        _compilation.ContainsSyntaxTree(tree)
            ? _models.GetOrAdd(tree, file => _compilation.GetSemanticModel(file))
            : null;

    /// <summary>
    /// The declaration in this project that a name stands for: a local, a parameter, a member. Looked for, not bound:
    /// to bind a name, the compiler binds the body around it, with all its lambdas.
    /// </summary>
    public SyntaxNode? DeclarationOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name =>
            LocalNames.DeclarationOf(name)
            ?? Only(MembersNamed(name, TypeAround(name)))
            ?? LocalNames.PrimaryParameterOf(name)
            ?? Found(name),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } access =>
            Only(MembersNamed(access.Name, TypeAround(access))),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } access
            when LocalNames.DeclarationOf(owner) is null && TypeNamed(owner) is INamedTypeSymbol type =>
            Only(MembersNamed(access.Name, type)),
        SimpleNameSyntax or MemberAccessExpressionSyntax => DeclarationOf(Bound(expression)),
        _ => null,
    };

    /// <summary>The method that a method group names.</summary>
    public IMethodSymbol? MethodNamed(ExpressionSyntax group) => DeclarationOf(group) switch
    {
        MethodDeclarationSyntax method => ModelOf(method.SyntaxTree)?.GetDeclaredSymbol(method),
        LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } function =>
            ModelOf(function.SyntaxTree)?.GetDeclaredSymbol(function) as IMethodSymbol,
        null => Bound(group) as IMethodSymbol,
        _ => null,
    };

    /// <summary>The type that a name in the code stands for.</summary>
    public ITypeSymbol? TypeNamed(ExpressionSyntax name) =>
        ModelOf(name.SyntaxTree)
            ?.GetSpeculativeTypeInfo(name.SpanStart, name, SpeculativeBindingOption.BindAsTypeOrNamespace).Type
                is { TypeKind: not TypeKind.Error } type
            ? type
            : null;

    /// <summary>The type that a place in the code belongs to; null in top-level statements.</summary>
    public INamedTypeSymbol? TypeAround(SyntaxNode place) =>
        place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            ? ModelOf(type.SyntaxTree)?.GetDeclaredSymbol(type)
            : null;

    /// <summary>
    /// Whether this project declares a member of a name: if not, a call by that name is one of a library.
    /// </summary>
    public bool Declares(string member) =>
        _members.GetOrAdd(member, name => _compilation.ContainsSymbolsWithName(name, SymbolFilter.Member));

    /// <summary>As above, a type.</summary>
    public bool DeclaresType(string type) =>
        _types.GetOrAdd(type, name => _compilation.ContainsSymbolsWithName(name, SymbolFilter.Type));

    /// <summary>
    /// The method that is called. Bound only where names leave a choice, because the lambdas among its arguments would
    /// be bound as well.
    /// </summary>
    public IMethodSymbol? MethodOf(InvocationExpressionSyntax call)
    {
        var name = Calls.NameOf(call);
        var candidates = _methods.GetOrAdd(name, MethodsNamed);
        if (call.Expression is MemberAccessExpressionSyntax access)
        {
            var owner = Calls.NameOf(access.Expression);
            if (Only(candidates.Where(method => method.IsStatic && method.ContainingType.Name == owner)) is { } named)
                return named;
            if (candidates.Length == 1 && candidates[0].IsExtensionMethod && !IsEverydayName(name))
                return candidates[0];
        }

        return Bound(call) as IMethodSymbol;
    }

    /// <summary>What names do not tell: a member of an object, an overload.</summary>
    public ISymbol? Bound(ExpressionSyntax expression) =>
        ModelOf(expression.SyntaxTree)?.GetSymbolInfo(expression) is { } info
            ? info.Symbol ?? Only(info.CandidateSymbols)
            : null;

    /// <summary>A name that libraries have as well: <c>Map</c> of a mapper, <c>MapGroup</c> of the framework.</summary>
    private static bool IsEverydayName(string method) =>
        Words.Of(method).Length < 2 || method is "MapGroup" or "MapMethods" or "MapFallback";

    private ImmutableArray<IMethodSymbol> MethodsNamed(string name) =>
        Declares(name)
            ? _compilation.GetSymbolsWithName(name, SymbolFilter.Member).OfType<IMethodSymbol>().ToImmutableArray()
            : ImmutableArray<IMethodSymbol>.Empty;

    /// <summary>What a <c>using static</c> brings, and whatever else is in scope.</summary>
    private SyntaxNode? Found(IdentifierNameSyntax name) =>
        ModelOf(name.SyntaxTree)?.LookupSymbols(name.SpanStart, name: name.Identifier.ValueText) is { } found
            ? DeclarationOf(Only(found))
            : null;

    private static SyntaxNode? DeclarationOf(ISymbol? symbol) =>
        symbol?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();

    private static IEnumerable<SyntaxNode> MembersNamed(SimpleNameSyntax name, INamedTypeSymbol? type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
            foreach (var owner in outer.SelfAndBases())
                foreach (var member in owner.GetMembers(name.Identifier.ValueText))
                    foreach (var reference in member.DeclaringSyntaxReferences)
                        yield return reference.GetSyntax();
    }

    private static T? Only<T>(IEnumerable<T> several)
        where T : class
    {
        T? only = null;
        foreach (var one in several)
            if (only is null) only = one;
            else return null;
        return only;
    }
}
