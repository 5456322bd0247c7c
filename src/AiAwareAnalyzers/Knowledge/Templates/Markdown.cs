using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>Markdown that is rendered by Markdig.</summary>
internal static class Markdown
{
    private const string Switch = "DisableHtml";

    /// <summary>Whether a renderer encodes the markup that stands in the text: <c>DisableHtml()</c>.</summary>
    public static bool IsWithoutMarkup(IInvocationOperation call) =>
        call.TargetMethod
            is { Name: "ToHtml", ContainingType: { Name: "Markdown", ContainingNamespace.Name: "Markdig" } }
        && call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.Name == "MarkdownPipeline")
            is { Value: var pipeline }
        && (Says(pipeline.Syntax) || DeclarationsOf(pipeline.Unconverted()).Any(Says));

    /// <summary>Where a pipeline in a variable was made; that of a member anywhere in its type.</summary>
    private static IEnumerable<SyntaxNode> DeclarationsOf(IOperation pipeline) => pipeline switch
    {
        ILocalReferenceOperation { Local: var local } => SyntaxOf(local),
        IMemberReferenceOperation { Member.ContainingType: { } owner } => SyntaxOf(owner),
        _ => [],
    };

    private static IEnumerable<SyntaxNode> SyntaxOf(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax());

    private static bool Says(SyntaxNode code) => code.DescendantTokens().Any(static token =>
        token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == Switch);
}
