using AiAwareAnalyzers.Disclosure.Leaks;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>Answers with a text of our own, and logs the exception unless that is done already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExceptionInResponseFix))]
public sealed class ExceptionInResponseFix() : Fix(ExceptionInResponse.Descriptor.Id)
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Enclosing<CatchClauseSyntax>()
            is not { Declaration.Identifier: { ValueText.Length: > 0 } exception } clause)
            return;
        if (finding.Node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } text
            || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model)
            return;

        var whole = GenericErrorText.WholeText(text);
        if (!GenericErrorText.CanGo(whole)) return;
        if (GenericErrorText.IsLogged(clause, exception.ValueText, model))
            finding.Offer(
                GenericErrorText.Title,
                nameof(ExceptionInResponseFix),
                editor => GenericErrorText.Replace(editor, whole));
        else if (GenericErrorText.LoggerAt(whole, model) is { } logger
            && whole.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax } statement
            && statement.Parent == clause.Block)
            finding.Offer(GenericErrorText.Title, nameof(ExceptionInResponseFix), editor =>
            {
                GenericErrorText.Replace(editor, whole);
                editor.InsertBefore(statement, GenericErrorText.Log(logger, exception.ValueText));
            });
    }
}
