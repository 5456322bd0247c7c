using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization;

/// <summary>Names that a fix wants to declare inside a statement.</summary>
internal static class NewNames
{
    /// <summary>Whether no local of the surroundings is called so, and the statement means nothing else by it.</summary>
    public static async Task<bool> AreFreeAsync(Finding finding, SyntaxNode place, params string[] names) =>
        await finding.SemanticModelAsync().ConfigureAwait(false) is { } model
        && names.All(name => !model.LookupSymbols(place.SpanStart, name: name).Any(symbol => symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol))
        && place.FirstAncestorOrSelf<StatementSyntax>()?.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText)) == false;
}
