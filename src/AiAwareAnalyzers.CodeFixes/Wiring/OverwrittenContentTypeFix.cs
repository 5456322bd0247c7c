using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Wiring;

/// <summary>Gives the content type to the call that writes, and takes away what set it before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OverwrittenContentTypeFix))]
public sealed class OverwrittenContentTypeFix() : Fix("AIA1307")
{
    private const string Token = "cancellationToken";

    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Node is not AssignmentExpressionSyntax
                { Parent: ExpressionStatementSyntax { Parent: BlockSyntax block } statement } assignment
            || CallOf(finding) is not { } call
            || StatementAround(call)?.Parent != block
            || CommentTrivia.In(statement.WithoutLeadingTrivia())
            || IsLookedAtBefore(call, statement, assignment)
            || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model
            || model.GetSymbolInfo(call, finding.Cancellation).Symbol is not IMethodSymbol method)
            return;

        finding.Offer("Give the content type to the call", "ContentType", _ =>
        {
            var next = block.Statements[block.Statements.IndexOf(statement) + 1];
            var statements = block.ReplaceNodes(new SyntaxNode[] { call, next }, (old, rewritten) =>
                old == call ? Given((InvocationExpressionSyntax)rewritten, method, assignment.Right)
                : ((StatementSyntax)rewritten).WithLeadingTrivia(Joined(statement, next)))
                .Statements;
            var shorter = block.WithStatements(statements.RemoveAt(block.Statements.IndexOf(statement)));
            return Task.FromResult(finding.Document.WithSyntaxRoot(finding.Root.ReplaceNode(block, shorter)));
        });
    }

    private static InvocationExpressionSyntax? CallOf(Finding finding) =>
        finding.Diagnostic.AdditionalLocations.FirstOrDefault() is { } place
            ? finding.Root.FindNode(place.SourceSpan, getInnermostNodeForTie: true) as InvocationExpressionSyntax
            : null;

    private static StatementSyntax? StatementAround(SyntaxNode call) => call.FirstAncestorOrSelf<StatementSyntax>();

    /// <summary>Somebody who is given the context, or the response, may ask for its content type.</summary>
    private static bool IsLookedAtBefore(
        InvocationExpressionSyntax call, StatementSyntax statement, AssignmentExpressionSyntax assignment)
    {
        var owners = assignment.Left.DescendantNodesAndSelf()
            .Select(static part => part.ToString())
            .ToImmutableHashSet();
        return statement.Parent!.DescendantNodes().Any(node =>
            node.SpanStart >= statement.Span.End
            && node.Span.End <= call.Span.End
            && node is ArgumentSyntax { Expression: var given }
            && owners.Contains(given.ToString()));
    }

    /// <summary>
    /// What stands before the next statement: a comment of the one that goes too, and no blank line below a brace.
    /// </summary>
    private static SyntaxTriviaList Joined(StatementSyntax gone, StatementSyntax next)
    {
        var (before, after) = (gone.GetLeadingTrivia(), next.GetLeadingTrivia());
        if (!CommentTrivia.In(after))
            return CommentTrivia.In(before) || gone == ((BlockSyntax)gone.Parent!).Statements[0] ? before : after;
        return CommentTrivia.In(before)
            ? SyntaxFactory.TriviaList(before.Reverse().SkipWhile(CommentTrivia.IsBlank).Reverse().Concat(after))
            : after;
    }

    private static InvocationExpressionSyntax Given(
        InvocationExpressionSyntax call, IMethodSymbol method, ExpressionSyntax type)
    {
        var added = new List<ArgumentSyntax> { Named("contentType", type.WithoutTrivia()) };
        if (!method.Parameters.Any(static parameter => parameter.Name is "options" or "jsonTypeInfo" or "context"))
            added.Insert(0, Named("options", SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression)));

        var list = call.ArgumentList;
        var place = PlaceOfToken(list.Arguments, method);
        return call.WithArgumentList(list.WithArguments(Inserted(list.Arguments, place, added)));
    }

    private static ArgumentSyntax Named(string name, ExpressionSyntax value) =>
        SyntaxFactory.Argument(
            SyntaxFactory.NameColon(
                SyntaxFactory.IdentifierName(name),
                SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)),
            default,
            value);

    /// <summary>The place of the token, before which the rest has to stand; the end where none is given.</summary>
    private static int PlaceOfToken(SeparatedSyntaxList<ArgumentSyntax> arguments, IMethodSymbol method)
    {
        var named = arguments.IndexOf(static argument => argument.NameColon?.Name.Identifier.ValueText == Token);
        if (named >= 0) return named;
        var ordinal = method.Parameters.FirstOrDefault(static parameter => parameter.Name == Token)?.Ordinal
            ?? arguments.Count;
        return Math.Min(ordinal, arguments.Count);
    }

    /// <summary>New arguments are set as those around them: on lines of their own, or one behind the other.</summary>
    private static SeparatedSyntaxList<ArgumentSyntax> Inserted(
        SeparatedSyntaxList<ArgumentSyntax> arguments, int place, List<ArgumentSyntax> added)
    {
        var parts = arguments.GetWithSeparators().ToList();
        var isBroken = arguments.SeparatorCount > 0
            && arguments.GetSeparator(0).TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var comma = isBroken
            ? arguments.GetSeparator(0)
            : SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var lead = isBroken ? arguments[^1].GetLeadingTrivia() : default;
        for (var index = 0; index < added.Count; index++)
        {
            SyntaxNodeOrToken argument = added[index].WithLeadingTrivia(lead);
            var at = 2 * (place + index);
            if (at >= parts.Count) parts.AddRange([comma, argument]);
            else parts.InsertRange(at, [argument, comma]);
        }

        return SyntaxFactory.SeparatedList<ArgumentSyntax>(parts);
    }
}
