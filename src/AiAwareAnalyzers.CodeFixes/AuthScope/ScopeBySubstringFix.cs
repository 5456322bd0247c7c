using AiAwareAnalyzers.AuthScope.Credentials;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>
/// Compares whole values: of a text split on blanks, of the list it was joined from, or of the one value there is.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScopeBySubstringFix))]
public sealed class ScopeBySubstringFix() : Fix(ScopeBySubstring.Descriptor.Id)
{
    private const string Title = "Compare whole values";

    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Enclosing<InvocationExpressionSyntax>() is not { } search
            || NameOf(search) is not ("Contains" or "IndexOf"))
            return;
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;
        if (Replacement(search, finding.Diagnostic.Properties[ScopeBySubstring.Form], model) is var (node, comparison))
            finding.Offer(
                Title,
                nameof(ScopeBySubstringFix),
                editor => editor.ReplaceNode(node, comparison.WithTriviaFrom(node)));
    }

    private static (SyntaxNode Node, ExpressionSyntax Comparison)? Replacement(
        InvocationExpressionSyntax search, string? form, SemanticModel model)
    {
        var isPosition = NameOf(search) == "IndexOf";
        if (isPosition && IsFound(search) is null) return null;

        var comparison = form switch
        {
            nameof(ScopeText.Form.One) => Equality(search),
            nameof(ScopeText.Form.Scopes) when HasLinq(search, model) => OfSplit(search, model),
            nameof(ScopeText.Form.Joined) when HasLinq(search, model) => OfJoined(search, model),
            _ => null,
        };
        if (comparison is null) return null;
        if (!isPosition) return (search, Operand(comparison, search.Parent));

        var whole = (ExpressionSyntax)search.Parent!;
        return (whole, IsFound(search) == true ? Operand(comparison, whole.Parent) : Not(comparison));
    }

    /// <summary><c>IndexOf(…) >= 0</c> says yes, <c>&lt; 0</c> says no; other comparisons are left alone.</summary>
    private static bool? IsFound(InvocationExpressionSyntax search) =>
        search.Parent is BinaryExpressionSyntax comparison && comparison.Left == search
            ? (comparison.Kind(), comparison.Right.ToString()) switch
            {
                (SyntaxKind.GreaterThanOrEqualExpression, "0")
                or (SyntaxKind.GreaterThanExpression, "-1")
                or (SyntaxKind.NotEqualsExpression, "-1") => true,
                (SyntaxKind.LessThanExpression, "0") or (SyntaxKind.EqualsExpression, "-1") => false,
                _ => null,
            }
            : null;

    private static ExpressionSyntax? Equality(InvocationExpressionSyntax search) =>
        search.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax value }
            ? SyntaxFactory.BinaryExpression(SyntaxKind.EqualsExpression, value.WithoutTrivia(), Wanted(search))
                .NormalizeWhitespace()
            : null;

    private static ExpressionSyntax? OfSplit(InvocationExpressionSyntax search, SemanticModel model) =>
        search.Expression switch
        {
            MemberAccessExpressionSyntax access => Contains(Split(WithoutForms(access.Expression)), search, model),
            MemberBindingExpressionSyntax => Contains(
                SyntaxFactory.InvocationExpression(SyntaxFactory.MemberBindingExpression(
                    SyntaxFactory.Token(default, SyntaxKind.DotToken, default), Name("Split")), Blank()),
                search,
                model),
            _ => null,
        };

    /// <summary><c>string.Join(",", roles)</c> was made from a list that can be asked.</summary>
    private static ExpressionSyntax? OfJoined(InvocationExpressionSyntax search, SemanticModel model) =>
        search.Expression is MemberAccessExpressionSyntax access
        && WithoutForms(
            access.Expression) is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments } join
        && NameOf(join) == "Join"
        && model.GetTypeInfo(arguments[1].Expression).Type is { } list && HoldsStrings(list)
            ? Contains(arguments[1].Expression.WithoutTrivia(), search, model)
            : null;

    private static bool HoldsStrings(ITypeSymbol list) =>
        list is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String }
        || list.AllInterfaces.Concat(new[] { list }).OfType<INamedTypeSymbol>().Any(type =>
            type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            && type.TypeArguments[0].SpecialType == SpecialType.System_String);

    /// <summary>A comparison of whole values does not need another case.</summary>
    private static ExpressionSyntax WithoutForms(ExpressionSyntax text) =>
        text is InvocationExpressionSyntax
            { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax access }
        && access.Name.Identifier.ValueText is "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant"
            ? WithoutForms(((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)text).Expression).Expression)
            : text;

    private static InvocationExpressionSyntax Split(ExpressionSyntax text) =>
        SyntaxFactory.InvocationExpression(Member(text, "Split"), Blank());

    private static ArgumentListSyntax Blank() => SyntaxFactory.ParseArgumentList("(' ')");

    private static InvocationExpressionSyntax Contains(
        ExpressionSyntax values, InvocationExpressionSyntax search, SemanticModel model)
    {
        var comparer = model.LookupNamespacesAndTypes(search.SpanStart, name: nameof(StringComparer)).IsEmpty
            ? "System.StringComparer.Ordinal"
            : "StringComparer.Ordinal";
        return SyntaxFactory.InvocationExpression(
            Member(values, "Contains"), SyntaxFactory.ParseArgumentList($"({Wanted(search)}, {comparer})"));
    }

    /// <summary>Without elastic trivia: under <c>?.</c> the formatter does not take it away.</summary>
    private static MemberAccessExpressionSyntax Member(ExpressionSyntax expression, string name) =>
        SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression,
            expression,
            SyntaxFactory.Token(default, SyntaxKind.DotToken, default),
            Name(name));

    private static IdentifierNameSyntax Name(string name) =>
        SyntaxFactory.IdentifierName(SyntaxFactory.Identifier(default, name, default));

    private static ExpressionSyntax Wanted(InvocationExpressionSyntax search) =>
        search.ArgumentList.Arguments[0].Expression.WithoutTrivia();

    /// <summary>An equality needs parentheses under <c>!</c> and inside another comparison.</summary>
    private static ExpressionSyntax Operand(ExpressionSyntax comparison, SyntaxNode? parent) =>
        comparison is BinaryExpressionSyntax
        && parent is PrefixUnaryExpressionSyntax
            or BinaryExpressionSyntax
                { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }
            ? SyntaxFactory.ParenthesizedExpression(comparison)
            : comparison;

    private static ExpressionSyntax Not(ExpressionSyntax comparison) => SyntaxFactory.PrefixUnaryExpression(
        SyntaxKind.LogicalNotExpression,
        comparison is BinaryExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(comparison) : comparison);

    private static bool HasLinq(SyntaxNode node, SemanticModel model) =>
        !model.LookupNamespacesAndTypes(node.SpanStart, name: nameof(Enumerable)).IsEmpty;

    private static string NameOf(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => "",
    };
}
