using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Parsers of a type that somebody else chooses: <c>T.TryParse(text, null, out var value)</c>.</summary>
internal sealed class GenericParsers
{
    private readonly Compilation _compilation;
    private readonly Lazy<ILookup<string, GenericNameSyntax>> _names;

    private GenericParsers(Compilation compilation)
    {
        _compilation = compilation;
        _names = new(() => compilation.SyntaxTrees
            .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<GenericNameSyntax>())
            .ToLookup(static name => name.Identifier.ValueText, StringComparer.Ordinal));
    }

    private static GenericParsers Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new GenericParsers(c));

    /// <summary>The type that a parser is called on, where someone here may choose one that is meant.</summary>
    public static ITypeParameterSymbol? TypeOf(IInvocationOperation call, Func<ITypeSymbol, bool> isMeant) =>
        call.TargetMethod is { Name: "Parse" or "TryParse", ContainingType:
            { Name: "IParsable" or "ISpanParsable" or "INumberBase", TypeArguments: [ITypeParameterSymbol type] } }
        && call.SemanticModel is { Compilation: var compilation }
        && Of(compilation).MayBe(isMeant, type, Trail.Start)
            ? type
            : null;

    private bool MayBe(Func<ITypeSymbol, bool> isMeant, ITypeSymbol type, Trail trail) =>
        type is not ITypeParameterSymbol open
            ? isMeant(type)
            : trail.TryPass(open, out var further)
            && ChosenFor(open).Any(chosen => MayBe(isMeant, chosen, further));

    /// <summary>What stands for a type parameter where its method is called, or its type is named.</summary>
    private IEnumerable<ITypeSymbol> ChosenFor(ITypeParameterSymbol open) =>
        open.DeclaringMethod is { } method
            ? CallIndex.Of(_compilation).Of(method).Select(call => call.TargetMethod.TypeArguments[open.Ordinal])
            : _names.Value[open.ContainingType.Name]
                .Select(Semantics.Of(_compilation).TypeNamed)
                .OfType<INamedTypeSymbol>()
                .Where(named => SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, open.ContainingType))
                .Select(named => named.TypeArguments[open.Ordinal]);
}
