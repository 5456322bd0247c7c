using AiAwareAnalyzers.Editing;
using AiAwareAnalyzers.HallucinatedApi.RunTime;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>
/// Names what is there, by <c>nameof</c> where C# can say it, or adds the flags under which it is found.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingReflectionTargetFix))]
public sealed class MissingReflectionTargetFix() : Fix("AIA0105")
{
    private const string FlagsType = "System.Reflection.BindingFlags";

    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is { } literal
            && literal.IsKind(SyntaxKind.StringLiteralExpression))
            await Suggested.OfferAsync(
                finding,
                (text, _) => Names(text, finding.Diagnostic)
                    .Select(name => ((SyntaxNode)literal, (SyntaxNode)name))).ConfigureAwait(false);
        if (Property(finding.Diagnostic, LookupProperties.MissingFlags) is { } missing
            && Property(finding.Diagnostic, LookupProperties.AllFlags) is { } all)
            await OfferFlagsAsync(finding, missing, all).ConfigureAwait(false);
    }

    private static IEnumerable<ExpressionSyntax> Names(string text, Diagnostic diagnostic)
    {
        var place = Array.IndexOf(Lines(diagnostic, SuggestionText.Suggestions), text);
        var owners = Lines(diagnostic, LookupProperties.Owners);
        if (place >= 0 && place < owners.Length && owners[place].Length > 0)
            yield return Simplified(SyntaxFactory.ParseExpression(owners[place]));
        yield return SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));
    }

    private static ExpressionSyntax Simplified(ExpressionSyntax name) =>
        name.ReplaceNodes(
            name.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Take(1),
            (_, access) => access.WithExpression(FullName.Simplified(access.Expression)));

    private static async Task OfferFlagsAsync(Finding finding, string missing, string all)
    {
        if (finding.Enclosing<InvocationExpressionSyntax>() is not { } call
            || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model)
            return;
        var arguments = call.ArgumentList.Arguments;
        var given = arguments.FirstOrDefault(argument =>
            model.GetTypeInfo(argument.Expression, finding.Cancellation).Type?.Name == "BindingFlags");
        if (given is null
            && (arguments.Count != 1
                || model.GetSymbolInfo(
                    call, finding.Cancellation).Symbol is not IMethodSymbol { ContainingType.Name: "Type" } method
                || method.Name == "GetConstructor"))
            return;

        var changed = given is not null
            ? call.ReplaceNode(
                given.Expression, Either(given.Expression.WithoutTrivia(), missing).WithTriviaFrom(given.Expression))
            : call.WithArgumentList(
                call.ArgumentList.AddArguments(
                    SyntaxFactory.Argument(Either(null, all)).WithLeadingTrivia(SyntaxFactory.Space)));
        var trial = new CompileCheck(finding.Document, finding.Root);
        if (await trial.Replace(call, changed, import: null, finding.Cancellation).ConfigureAwait(false)
            is { } document)
            finding.OfferProven($"Pass '{(given is not null ? missing : all).Replace("|", " | ")}'", "Flags", document);
    }

    private static ExpressionSyntax Either(ExpressionSyntax? first, string flags)
    {
        var expression = first;
        foreach (var flag in flags.Split('|'))
        {
            var next = SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                FullName.Of("global::" + FlagsType),
                SyntaxFactory.IdentifierName(flag));
            expression = expression is null
                ? next
                : SyntaxFactory.BinaryExpression(
                    SyntaxKind.BitwiseOrExpression,
                    Spaced(expression),
                    SyntaxFactory.Token(SyntaxKind.BarToken).WithTrailingTrivia(SyntaxFactory.Space),
                    next);
        }

        return expression!;
    }

    private static ExpressionSyntax Spaced(ExpressionSyntax expression) =>
        expression.WithTrailingTrivia(SyntaxFactory.Space);

    private static string? Property(Diagnostic diagnostic, string name) =>
        diagnostic.Properties.TryGetValue(name, out var value) ? value : null;

    private static string[] Lines(Diagnostic diagnostic, string name) => Property(diagnostic, name)?.Split('\n') ?? [];
}
