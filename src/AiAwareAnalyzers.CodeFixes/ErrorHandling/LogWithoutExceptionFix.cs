using AiAwareAnalyzers.ErrorHandling.Catches;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>Gives the exception to the logger's overload that takes one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogWithoutExceptionFix))]
public sealed class LogWithoutExceptionFix() : Fix("AIA0507")
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Node is not InvocationExpressionSyntax call
            || call.FirstAncestorOrSelf<CatchClauseSyntax>() is not { } clause
            || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model)
            return;

        var arguments = call.ArgumentList;
        if (ExceptionArgument.PlaceIn(call, arguments, [0, arguments.Arguments.Count], model) is not { } place) return;
        finding.Offer("Log the exception itself", "PassToLog", _ =>
            Task.FromResult(
                finding.Document.WithSyntaxRoot(
                    finding.Root.ReplaceNode(clause, CatchVariable.Passed(clause, arguments, place)))));
    }
}
