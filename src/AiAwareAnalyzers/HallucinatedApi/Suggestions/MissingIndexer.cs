using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>A value that is indexed although its type has no indexer.</summary>
internal sealed record MissingIndexer(
    BracketedArgumentListSyntax Place, ITypeSymbol Receiver, ImmutableArray<Suggestion> Suggestions)
{
    /// <summary>What is asked of a type by <c>value[key]</c>, as idioms know it.</summary>
    private const string Name = "this";

    private const double Idiom = 1;
    private const double IdiomRank = 0.05;

    public static MissingIndexer? In(IOperation operation, CancellationToken cancellation)
    {
        if (operation is not { Syntax: ElementAccessExpressionSyntax access, SemanticModel: { } model }
            || access.ArgumentList.ContainsDiagnostics)
            return null;
        var binding = model.GetSymbolInfo(access, cancellation);
        if (binding.Symbol is not null
            || !binding.CandidateSymbols.IsEmpty
            || model.GetSymbolInfo(access.Expression, cancellation).Symbol is INamespaceOrTypeSymbol)
            return null;
        if (model.GetTypeInfo(access.Expression, cancellation).Type
            is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } type)
            return null;
        if (AiAwareAnalyzers.HallucinatedApi.Missing.Receiver.HasMissingAncestor(type)
            || TypeNames.SelfAndAncestors(type)
                .SelectMany(each => each.GetMembers())
                .Any(member => member is IPropertySymbol { IsIndexer: true }))
            return null;
        return new MissingIndexer(access.ArgumentList, type, InsteadOf(type, access, model));
    }

    /// <summary>What may have been meant by an indexer.</summary>
    public static ImmutableArray<Suggestion> InsteadOf(
        ITypeSymbol type, ElementAccessExpressionSyntax access, SemanticModel model) =>
        Suggestion.Best(Idioms.Of(model.Compilation)
            .ForMember(Name, TypeNames.Of(type))
            .Select(ours =>
                (Name: ours, Symbol: model.LookupSymbols(
                    access.SpanStart, type, ours, includeReducedExtensionMethods: true).FirstOrDefault()))
            .Where(found => found.Symbol is not null)
            .Select((found, rank) => new Suggestion(found.Name, Idiom - IdiomRank * rank, found.Symbol)));
}
