using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>The forms in which a suggestion can stand where a wrong name, argument or call does.</summary>
internal static class NearForms
{
    public static IEnumerable<(SyntaxNode Old, SyntaxNode New)> Of(SyntaxNode place, string text, string? import) =>
        place switch
        {
            SimpleNameSyntax { Parent: NameColonSyntax { Parent: ArgumentSyntax argument } } =>
                OfArgument(argument, text),
            TypeSyntax { Parent: BaseObjectCreationExpressionSyntax creation } type => OfCreation(creation, type, text),
            NameSyntax { Parent: UsingDirectiveSyntax } space when IsName(text) =>
                [(space, SyntaxFactory.ParseName(text))],
            SimpleNameSyntax name when import == MemberSuggestions.Awaited =>
                new MemberRewritings(name).ForAwaited(text),
            SimpleNameSyntax name when IsName(text) || text.EndsWith("()", StringComparison.Ordinal) =>
                OfName(name, text),
            SimpleNameSyntax name when IsCall(text) => new MemberRewritings(name).Recalled(text),
            _ => [],
        };

    private static IEnumerable<(SyntaxNode, SyntaxNode)> OfName(SimpleNameSyntax name, string text)
    {
        var forms = new MemberRewritings(name);
        var own = forms.For(text);
        if (text.IndexOf('.') >= 0) own = own.Concat(forms.Elsewhere(text)).Concat(forms.WithReceiverFirst(text));
        return SyntaxFacts.IsInTypeOnlyContext(name) && IsName(text) ? [Type(name, text)] : own;
    }

    /// <summary>
    /// Another name, a value of an enum in the place of what was switched on, or the whole call as it must be.
    /// </summary>
    private static IEnumerable<(SyntaxNode, SyntaxNode)> OfArgument(ArgumentSyntax argument, string text) =>
        text.IndexOf('(') > 0 ? OfCallAround(argument, text)
        : text.IndexOf('.') >= 0
            ? [(argument, SyntaxFactory.Argument(SyntaxFactory.ParseExpression(text)))]
            : [(argument, argument.WithNameColon(SyntaxFactory.NameColon(text)))];

    private static IEnumerable<(SyntaxNode, SyntaxNode)> OfCallAround(ArgumentSyntax argument, string text) =>
        !IsCall(text) ? [] : argument.Parent?.Parent switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } =>
                new MemberRewritings(access.Name).Recalled(text),
            InvocationExpressionSyntax { Expression: SimpleNameSyntax name } =>
                new MemberRewritings(name).Recalled(text),
            ObjectCreationExpressionSyntax creation => OfCreation(creation, creation.Type, text),
            _ => [],
        };

    private static IEnumerable<(SyntaxNode, SyntaxNode)> OfCreation(
        BaseObjectCreationExpressionSyntax creation, TypeSyntax type, string text) => IsCall(text)
            ? [(creation, SyntaxFactory.ParseExpression("new " + text))]
            : [Type(type, text), (creation, SyntaxFactory.ParseExpression(text + creation.ArgumentList))];

    private static (SyntaxNode, SyntaxNode) Type(TypeSyntax type, string text) => (type, SyntaxFactory.ParseTypeName(
        type is GenericNameSyntax generic && text.IndexOf('<') < 0 ? text + generic.TypeArgumentList : text));

    private static bool IsName(string text) => text.IndexOfAny(['(', ' ', '[', '{', '…']) < 0;

    /// <summary>A call whose arguments are all written out.</summary>
    private static bool IsCall(string text) => text.IndexOfAny(['(', '{']) > 0 && text.IndexOf('…') < 0;
}
