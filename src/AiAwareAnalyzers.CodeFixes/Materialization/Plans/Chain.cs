using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization.Plans;

/// <summary>
/// A copy of a sequence in the text, and the steps behind it: <c>(await rows.ToListAsync(token)).Where(…).Count()</c>.
/// </summary>
internal sealed class Chain(InvocationExpressionSyntax listing)
{
    private static readonly SyntaxAnnotation Copy = new();

    private MemberAccessExpressionSyntax Access => (MemberAccessExpressionSyntax)listing.Expression;

    private AwaitExpressionSyntax? Awaited =>
        listing.FirstAncestorOrSelf<AwaitExpressionSyntax>(node =>
            !node.DescendantNodes(child => child != listing).OfType<StatementSyntax>().Any()) is { } awaited
        && IsHeldBy(awaited)
            ? awaited
            : null;

    /// <summary>The value of the copy as the steps see it, with await and parentheses.</summary>
    private ExpressionSyntax Held
    {
        get
        {
            ExpressionSyntax held = Awaited ?? (ExpressionSyntax)listing;
            while (held.Parent is ParenthesizedExpressionSyntax parenthesized) held = parenthesized;
            return held;
        }
    }

    /// <summary>
    /// The chain with a local's value in place of its only use, in the statement behind the declaration.
    /// </summary>
    public static (SyntaxNode Old, SyntaxNode New, InvocationExpressionSyntax Listing)? Inline(
        InvocationExpressionSyntax listing)
    {
        if (listing.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is not { Initializer.Value: var value } declarator
            || declarator.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()
                is not { Parent: BlockSyntax block } declaration)
            return null;

        var statement = block.Statements[block.Statements.IndexOf(declaration) + 1];
        var use = statement.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .First(name => name.Identifier.ValueText == declarator.Identifier.ValueText);
        var marked = value.ReplaceNode(listing, listing.WithAdditionalAnnotations(Copy)).WithoutTrivia();
        var inlined = statement.ReplaceNode(
            use,
            (marked is AwaitExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(marked) : marked)
                .WithTriviaFrom(use));
        return (statement, inlined, (InvocationExpressionSyntax)inlined.GetAnnotatedNodes(Copy).Single());
    }

    /// <summary>The node to replace, and what to replace it with, when so many steps go before the copy.</summary>
    public (SyntaxNode Old, SyntaxNode New) Move(int steps, bool keepsCopy)
    {
        var held = Held;
        var source = Access.Expression.WithTrailingTrivia(held.GetTrailingTrivia());
        ExpressionSyntax last = held;
        for (var step = 1; step <= steps; step++)
        {
            last = StepBehind(last);
            var evaluates = step == steps && !keepsCopy;
            source = evaluates && Awaited is { } awaited ? Evaluate(last, source, awaited) : Call(last, source);
        }

        var moved = keepsCopy
            ? held.ReplaceNode(Access.Expression, source.WithTrailingTrivia(Access.Expression.GetTrailingTrivia()))
            : source;
        return (last, Fit(moved.WithTriviaFrom(last), last));
    }

    private bool IsHeldBy(AwaitExpressionSyntax awaited)
    {
        ExpressionSyntax inner = listing;
        while (inner != awaited.Expression
            && inner.Parent is ParenthesizedExpressionSyntax
                or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" }
                or InvocationExpressionSyntax)
            inner = (ExpressionSyntax)inner.Parent;
        return inner == awaited.Expression;
    }

    private static ExpressionSyntax StepBehind(ExpressionSyntax value)
    {
        while (value.Parent is ParenthesizedExpressionSyntax parenthesized) value = parenthesized;
        var access = (MemberAccessExpressionSyntax)value.Parent!;
        return access.Parent is InvocationExpressionSyntax call && call.Expression == access ? call : access;
    }

    /// <summary>The same step on another source; <c>Count</c> and <c>Length</c> of a list become a call.</summary>
    private static ExpressionSyntax Call(ExpressionSyntax step, ExpressionSyntax source) => step switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call =>
            call.WithExpression(access.WithExpression(source)),
        MemberAccessExpressionSyntax access => SyntaxFactory.InvocationExpression(
            access.WithExpression(source)
                .WithName(SyntaxFactory.IdentifierName("Count"))
                .WithTrailingTrivia(SyntaxFactory.TriviaList())),
        _ => step,
    };

    /// <summary>The asynchronous form of the step, awaited as the copy was, with its arguments.</summary>
    private AwaitExpressionSyntax Evaluate(
        ExpressionSyntax step, ExpressionSyntax source, AwaitExpressionSyntax awaited)
    {
        var call = (InvocationExpressionSyntax)Call(step, source);
        var access = (MemberAccessExpressionSyntax)call.Expression;
        var name = SyntaxFactory.Identifier(access.Name.Identifier.ValueText + "Async");
        SimpleNameSyntax asynchronous = access.Name is GenericNameSyntax generic
            ? generic.WithIdentifier(name)
            : SyntaxFactory.IdentifierName(name);
        var arguments = call.ArgumentList.Arguments.AddRange(listing.ArgumentList.Arguments);
        var spaced = SyntaxFactory.SeparatedList(arguments, Enumerable.Repeat(
            SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space),
            Math.Max(0, arguments.Count - 1)));
        var evaluated = call.WithExpression(access.WithName(asynchronous))
            .WithArgumentList(call.ArgumentList.WithArguments(spaced))
            .WithoutTrailingTrivia();
        return awaited.ReplaceNode(listing, evaluated.WithTrailingTrivia(listing.GetTrailingTrivia()));
    }

    /// <summary>An await that is called on needs parentheses, and one that is not needs none.</summary>
    internal static ExpressionSyntax Fit(ExpressionSyntax value, ExpressionSyntax place)
    {
        while (value is ParenthesizedExpressionSyntax parenthesized)
            value = parenthesized.Expression.WithTriviaFrom(parenthesized);
        var isCalledOn = place.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax
            or ConditionalAccessExpressionSyntax or InvocationExpressionSyntax or PostfixUnaryExpressionSyntax;
        return value is AwaitExpressionSyntax && isCalledOn
            ? SyntaxFactory.ParenthesizedExpression(value.WithoutTrivia()).WithTriviaFrom(value)
            : value;
    }
}
