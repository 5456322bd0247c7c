using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>Puts the message into an answer with the status that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MessageAsSchemeFix))]
public sealed class MessageAsSchemeFix() : Fix(MessageAsScheme.Descriptor.Id)
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties[MessageAsScheme.Keeps] is { } status
            && finding.Enclosing<InvocationExpressionSyntax>() is { ArgumentList.Arguments.Count: 1 } refusal
            && Named(refusal.Expression) is { } name)
            finding.Offer(
                $"Answer with the status {status} and the message",
                nameof(MessageAsSchemeFix),
                editor => editor.ReplaceNode(refusal, Answer(refusal, name, status)));
        return Task.CompletedTask;
    }

    private static SimpleNameSyntax? Named(ExpressionSyntax called) => called switch
    {
        IdentifierNameSyntax name => name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax, Name: var name } =>
            name,
        _ => null,
    };

    private static InvocationExpressionSyntax Answer(
        InvocationExpressionSyntax refusal, SimpleNameSyntax name, string status)
    {
        var answer = SyntaxFactory.IdentifierName("StatusCode").WithTriviaFrom(name);
        var first = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(status));
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var arguments = SyntaxFactory.SeparatedList<ArgumentSyntax>(
            new SyntaxNodeOrToken[] { first, comma, refusal.ArgumentList.Arguments[0] });
        return refusal.ReplaceNode(name, answer)
            .WithArgumentList(refusal.ArgumentList.WithArguments(arguments));
    }
}
