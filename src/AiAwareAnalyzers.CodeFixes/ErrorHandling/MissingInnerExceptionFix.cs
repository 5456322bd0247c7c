using AiAwareAnalyzers.ErrorHandling.Catches;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>Passes the caught exception to the new one as its cause.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingInnerExceptionFix))]
public sealed class MissingInnerExceptionFix() : Fix("AIA0506")
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Node is not BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } creation
            || creation.FirstAncestorOrSelf<CatchClauseSyntax>() is not { } clause
            || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model)
            return;

        if (ExceptionArgument.PlaceIn(creation, arguments, [arguments.Arguments.Count], model) is not { } place) return;
        finding.Offer("Pass the cause on", "PassCause", _ =>
            Task.FromResult(
                finding.Document.WithSyntaxRoot(
                    finding.Root.ReplaceNode(clause, CatchVariable.Passed(clause, arguments, place)))));
    }
}
