using AiAwareAnalyzers.Materialization.Plans;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization;

/// <summary>Enumerates the sequence itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NeedlessListFix))]
public sealed class NeedlessListFix() : Fix(NeedlessList.Descriptor.Id)
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (!finding.Diagnostic.Properties.TryGetValue(NeedlessList.Kind, out var kind)
            || finding.Enclosing<InvocationExpressionSyntax>()
                is not { Expression: MemberAccessExpressionSyntax access } copy)
            return;

        if (kind == NeedlessList.Drop)
            finding.Offer("Enumerate the sequence itself", kind, _ => Task.FromResult(finding.Document.WithSyntaxRoot(
                finding.Root.ReplaceNode(copy, access.Expression.WithTrailingTrivia(copy.GetTrailingTrivia())))));
        else if (kind == NeedlessList.Step)
            finding.Offer("Drop the copy in between", kind, _ => Task.FromResult(RelocationRewrite.In(finding, copy)));
        else if (copy.FirstAncestorOrSelf<ForEachStatementSyntax>() is { } loop
            && await finding.SemanticModelAsync().ConfigureAwait(false) is { } model
            && StreamOf(model, copy, access) is { } stream)
            finding.Offer(
                "Enumerate the stream itself",
                kind!,
                _ => Task.FromResult(
                    finding.Document.WithSyntaxRoot(finding.Root.ReplaceNode(loop, AwaitEach(loop, copy, stream)))));
    }

    /// <summary>The source as a stream, with the token; null where the text at hand has no way to say so.</summary>
    private static ExpressionSyntax? StreamOf(
        SemanticModel model, InvocationExpressionSyntax copy, MemberAccessExpressionSyntax access)
    {
        if (((CSharpParseOptions)copy.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp8) return null;
        var source = access.Expression.WithoutTrivia();
        if (model.GetTypeInfo(access.Expression).Type is { } type
            && type.AllInterfaces.Any(face => face.Name == "IQueryable"))
            source = Call(source, "AsAsyncEnumerable", SyntaxFactory.ArgumentList());
        return copy.ArgumentList.Arguments.Count switch
        {
            0 => source,
            1 => Call(source, "WithCancellation", SyntaxFactory.ArgumentList(
                SyntaxFactory.SingletonSeparatedList(copy.ArgumentList.Arguments[0].WithNameColon(null)))),
            _ => null,
        };
    }

    private static ForEachStatementSyntax AwaitEach(
        ForEachStatementSyntax loop, InvocationExpressionSyntax copy, ExpressionSyntax stream)
    {
        var awaited = copy.FirstAncestorOrSelf<AwaitExpressionSyntax>()!;
        return loop
            .WithForEachKeyword(loop.ForEachKeyword.WithLeadingTrivia())
            .WithAwaitKeyword(
                SyntaxFactory.Token(
                    loop.ForEachKeyword.LeadingTrivia,
                    SyntaxKind.AwaitKeyword,
                    SyntaxFactory.TriviaList(SyntaxFactory.Space)))
            .WithExpression(awaited.Expression.ReplaceNode(copy, stream).WithTriviaFrom(loop.Expression));
    }

    private static InvocationExpressionSyntax Call(
        ExpressionSyntax receiver, string method, ArgumentListSyntax arguments) =>
        SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName(method)), arguments);
}
