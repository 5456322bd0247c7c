using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>Answers with a text of our own, and logs the exception unless that is done already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExceptionInResponseFix))]
public sealed class ExceptionInResponseFix() : Fix(ExceptionInResponse.Descriptor.Id)
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Enclosing<CatchClauseSyntax>() is not { Declaration.Identifier: { ValueText.Length: > 0 } exception } clause) return;
        if (finding.Node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } text || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;

        var whole = StableAnswer.WholeText(text);
        if (StableAnswer.IsLogged(clause, exception.ValueText, model))
            finding.Offer(StableAnswer.Title, nameof(ExceptionInResponseFix), editor => StableAnswer.Replace(editor, whole));
        else if (StableAnswer.LoggerAt(whole, model) is { } logger && whole.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax } statement && statement.Parent == clause.Block)
            finding.Offer(StableAnswer.Title, nameof(ExceptionInResponseFix), editor =>
            {
                StableAnswer.Replace(editor, whole);
                editor.InsertBefore(statement, StableAnswer.Log(logger, exception.ValueText));
            });
    }
}
