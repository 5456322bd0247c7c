using AiAwareAnalyzers.Editing;
using AiAwareAnalyzers.Knowledge.Frameworks;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace AiAwareAnalyzers.Disclosure.Leaks;

/// <summary>A text without what an exception says in it, and the exception in the log.</summary>
internal static class GenericErrorText
{
    public const string Title = "Log the exception, and answer with a text of your own";

    /// <summary>The expression that puts the text together: an interpolation, a sum.</summary>
    public static ExpressionSyntax WholeText(ExpressionSyntax text) => text.Parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.CoalesceExpression } sum =>
            WholeText(sum),
        ParenthesizedExpressionSyntax outer => WholeText(outer),
        InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax outer } => WholeText(outer),
        ConditionalAccessExpressionSyntax access => WholeText(access),
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } => WholeText(call),
        _ => text,
    };

    /// <summary>
    /// Whether all that is said beside a text can stay: a comment between its parts has no place in what is left.
    /// </summary>
    public static bool CanGo(ExpressionSyntax text) =>
        !CommentTrivia.In(text.WithoutLeadingTrivia().WithoutTrailingTrivia());

    /// <summary>A member of an anonymous object that took its name from the exception gets it written.</summary>
    public static void Replace(DocumentEditor editor, ExpressionSyntax text)
    {
        var answer = AuthorsWords.In(text, editor.SemanticModel).WithTriviaFrom(text);
        if (text.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } member
            && text is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name })
            editor.ReplaceNode(
                member,
                SyntaxFactory.AnonymousObjectMemberDeclarator(SyntaxFactory.NameEquals(name), answer.WithoutTrivia())
                    .NormalizeWhitespace()
                    .WithTriviaFrom(member));
        else
            editor.ReplaceNode(text, answer);
    }

    public static bool IsLogged(CatchClauseSyntax clause, string exception, SemanticModel model) =>
        clause.Block.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call =>
                call.ArgumentList.Arguments.Any(argument =>
                    argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == exception))
            .Any(call => model.GetOperation(call) is IInvocationOperation operation
                && LogCalls.LoudnessOf(operation) is not null);

    public static StatementSyntax Log(string logger, string exception) =>
        SyntaxFactory.ParseStatement($"{logger}.LogError({exception}, \"The request failed.\");\n")
            .WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>A logger in scope whose <c>LogError</c> is imported.</summary>
    public static string? LoggerAt(SyntaxNode place, SemanticModel model) =>
        InScope.At(place, model)
            .Where(candidate =>
                candidate.Type.Name == "ILogger"
                && model.LookupSymbols(
                    place.SpanStart, candidate.Type, "LogError", includeReducedExtensionMethods: true).Length > 0)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
}
