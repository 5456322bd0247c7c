using AiAwareAnalyzers.Disclosure.Leaks;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>
/// Logs the exception, and gives the result a text of our own wherever the handler put the exception's.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExceptionInResultFix))]
public sealed class ExceptionInResultFix() : Fix(ExceptionInResult.Descriptor.Id)
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Enclosing<CatchClauseSyntax>()
            is not { Declaration.Identifier: { ValueText.Length: > 0 } exception,
                Block.Statements: { Count: > 0 } statements })
            return;
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model
            || GenericErrorText.LoggerAt(statements[0], model) is not { } logger)
            return;

        var texts = finding.Diagnostic.AdditionalLocations.Prepend(finding.Diagnostic.Location)
            .Select(place => TextAt(place, finding.Root))
            .Distinct()
            .ToList();
        if (texts.TrueForAll(text =>
            text is not null
            && GenericErrorText.CanGo(text)
            && model.GetTypeInfo(text).Type?.SpecialType == SpecialType.System_String))
            finding.Offer(GenericErrorText.Title, nameof(ExceptionInResultFix), editor =>
            {
                foreach (var text in texts) GenericErrorText.Replace(editor, text!);
                editor.InsertBefore(statements[0], GenericErrorText.Log(logger, exception.ValueText));
            });
    }

    private static ExpressionSyntax? TextAt(Location place, SyntaxNode root) =>
        root.FindNode(place.SourceSpan, getInnermostNodeForTie: true)
            .FirstAncestorOrSelf<ExpressionSyntax>() is { } text
            ? GenericErrorText.WholeText(text)
            : null;
}
