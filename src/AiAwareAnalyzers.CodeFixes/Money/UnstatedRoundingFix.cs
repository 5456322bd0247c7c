using AiAwareAnalyzers.Money.Arithmetic;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace AiAwareAnalyzers.Money;

/// <summary>States the rounding: first as it happens now, then as most invoices promise.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnstatedRoundingFix))]
public sealed class UnstatedRoundingFix() : Fix(UnstatedRounding.Descriptor.Id)
{
    private const string AsNow = "AsNow";
    private const string ToEven = "ToEven";
    private const string AwayFromZero = "AwayFromZero";

    private protected override async Task OfferAsync(Finding finding)
    {
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;

        switch (finding.Node)
        {
            case CastExpressionSyntax cast:
                Offer(
                    finding,
                    "Cut off, as now, and say so",
                    AsNow,
                    cast.WithExpression(Call("Truncate", cast.Expression)));
                Offer(
                    finding,
                    "Round half away from zero",
                    AwayFromZero,
                    cast.WithExpression(Call("Round", cast.Expression, AwayFromZero)));
                break;
            case InvocationExpressionSyntax call
                when model.GetOperation(call, finding.Cancellation) is IInvocationOperation operation:
                Offer(finding, "Round half to even, as now, and say so", AsNow, Stated(call, operation, ToEven));
                Offer(finding, "Round half away from zero", AwayFromZero, Stated(call, operation, AwayFromZero));
                break;
        }
    }

    private static void Offer(Finding finding, string title, string key, SyntaxNode stated) =>
        finding.Offer(title, key, editor => editor.ReplaceNode(finding.Node, stated.WithTriviaFrom(finding.Node)));

    /// <summary>A rounding call gets one more argument; a conversion becomes the cast of one.</summary>
    private static ExpressionSyntax Stated(
        InvocationExpressionSyntax call, IInvocationOperation operation, string midpoints)
    {
        if (MathCalls.LeavesMidpointsOpen(operation.TargetMethod))
            return call.AddArgumentListArguments(Midpoints(midpoints));

        var integer = SyntaxFactory.ParseTypeName(Numbers.AsWritten(operation.TargetMethod.ReturnType));
        return SyntaxFactory.CastExpression(
            integer, Call("Round", call.ArgumentList.Arguments[0].Expression, midpoints));
    }

    private static InvocationExpressionSyntax Call(string method, ExpressionSyntax amount, string? midpoints = null)
    {
        while (amount is ParenthesizedExpressionSyntax inner) amount = inner.Expression;
        var call = SyntaxFactory.InvocationExpression(Named($"System.Math.{method}"))
            .AddArgumentListArguments(SyntaxFactory.Argument(amount.WithoutTrivia()));
        return midpoints is null ? call : call.AddArgumentListArguments(Midpoints(midpoints));
    }

    private static ArgumentSyntax Midpoints(string midpoints) =>
        SyntaxFactory.Argument(Named($"System.MidpointRounding.{midpoints}"));

    /// <summary>Written in full, and shortened where the file imports the namespace.</summary>
    private static ExpressionSyntax Named(string name) =>
        SyntaxFactory.ParseExpression(name).WithAdditionalAnnotations(Simplifier.Annotation);
}
