using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency.Rows;

/// <summary>Which rows carry a token by which the database notices that another has changed them.</summary>
internal sealed class ConcurrencyTokens
{
    private static readonly ImmutableArray<string> Words = ImmutableArray.Create(
        "IsRowVersion", "IsConcurrencyToken", "UseXminAsConcurrencyToken", "UseOptimisticConcurrency");

    private readonly Lazy<ImmutableArray<string>> _configurations;

    private ConcurrencyTokens(Compilation compilation) =>
        _configurations = new(() => compilation.SyntaxTrees.Where(static tree => Calls.AreMentioned(tree, Words))
            .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
            .Select(static type => type.ToString())
            .Where(static text => Words.Any(word => text.Contains(word)))
            .ToImmutableArray());

    public static ConcurrencyTokens Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new ConcurrencyTokens(c));

    /// <summary>
    /// Whether a row has a token, or may have one: a class that gives tokens to rows and speaks of this one counts.
    /// </summary>
    public bool AreOn(ITypeSymbol entity) =>
        entity.SelfAndBases().SelectMany(static type => type.GetMembers()).Any(IsToken)
        || _configurations.Value.Any(text => text.Contains(entity.Name) || text.Contains("GetEntityTypes"));

    private static bool IsToken(ISymbol member) =>
        member is IPropertySymbol
        && (member.Name is "RowVersion" or "ConcurrencyStamp" or "Timestamp" or "xmin"
            || member.GetAttributes().Any(static attribute =>
                attribute.AttributeClass?.Name is "TimestampAttribute" or "ConcurrencyCheckAttribute"));
}
