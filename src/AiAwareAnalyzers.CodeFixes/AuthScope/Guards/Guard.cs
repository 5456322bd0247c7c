using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>
/// A demand that is written at an endpoint: an attribute of a method or type, a call on what was mapped.
/// </summary>
internal static class Guard
{
    private const string Attribute = "Authorize";
    private const string Call = "RequireAuthorization";

    /// <summary>Whether a demand can be written at a place that a finding names.</summary>
    public static bool CanStandAt(SyntaxNode node) => TargetOf(node) switch
    {
        MethodDeclarationSyntax method => !method.ParameterList.ToString().Contains("HttpTrigger"),
        InvocationExpressionSyntax or ClassDeclarationSyntax => true,
        _ => false,
    };

    /// <summary>
    /// Writes a demand; the same arguments mean the same on an attribute and elsewhere on one like it.
    /// </summary>
    public static void Add(DocumentEditor editor, SyntaxNode place, string arguments)
    {
        switch (TargetOf(place))
        {
            case InvocationExpressionSyntax map:
                editor.ReplaceNode(map, (current, _) => Required((InvocationExpressionSyntax)current, arguments));
                break;
            case MemberDeclarationSyntax member:
                var name = NameAt(editor, member);
                editor.ReplaceNode(
                    member,
                    (current, _) => Attributed(
                        (MemberDeclarationSyntax)current, $"{name}{(arguments.Length == 0 ? "" : $"({arguments})")}"));
                break;
        }
    }

    /// <summary>The demand that is there already and asks for nothing but somebody.</summary>
    public static void Raise(DocumentEditor editor, SyntaxNode place, string arguments)
    {
        switch (TargetOf(place))
        {
            case InvocationExpressionSyntax map when BareCall(map) is { } bare:
                editor.ReplaceNode(
                    bare.ArgumentList,
                    SyntaxFactory.ParseArgumentList($"({arguments})").WithTriviaFrom(bare.ArgumentList));
                break;
            case MemberDeclarationSyntax member when BareAttribute(member) is { } bare:
                editor.ReplaceNode(
                    bare, bare.WithArgumentList(SyntaxFactory.ParseAttributeArgumentList($"({arguments})")));
                break;
            default:
                Add(editor, place, arguments);
                break;
        }
    }

    /// <summary>A page answers with methods, and is guarded as a whole.</summary>
    public static SyntaxNode? TargetOf(SyntaxNode place) =>
        place.FirstAncestorOrSelf<SyntaxNode>(node =>
            node is MethodDeclarationSyntax or InvocationExpressionSyntax) switch
        {
            MethodDeclarationSyntax { Parent: ClassDeclarationSyntax page } method when IsPageHandler(method, page) =>
                page,
            var target => target,
        };

    private static bool IsPageHandler(MethodDeclarationSyntax method, ClassDeclarationSyntax type) =>
        method.Identifier.ValueText.StartsWith("On", StringComparison.Ordinal)
        && type.BaseList?.Types.Any(parent =>
            parent.ToString().EndsWith("PageModel", StringComparison.Ordinal)) == true;

    private static InvocationExpressionSyntax? BareCall(InvocationExpressionSyntax map) => map.Ancestors()
        .TakeWhile(node => node is InvocationExpressionSyntax or MemberAccessExpressionSyntax)
        .OfType<InvocationExpressionSyntax>()
        .FirstOrDefault(call =>
            call is { ArgumentList.Arguments.Count: 0,
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Call } });

    private static AttributeSyntax? BareAttribute(MemberDeclarationSyntax member) =>
        member.AttributeLists.SelectMany(list => list.Attributes)
            .FirstOrDefault(attribute => attribute.Name.ToString() == Attribute
                && (attribute.ArgumentList is null || attribute.ArgumentList.Arguments.Count == 0));

    private static ExpressionSyntax Required(InvocationExpressionSyntax map, string arguments) =>
        SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(
                    SyntaxKind.SimpleMemberAccessExpression,
                    map.WithoutTrailingTrivia(),
                    SyntaxFactory.Token(default, SyntaxKind.DotToken, default),
                    SyntaxFactory.IdentifierName(SyntaxFactory.Identifier(default, Call, default))),
                SyntaxFactory.ParseArgumentList($"({arguments})"))
            .WithTrailingTrivia(map.GetTrailingTrivia());

    private static MemberDeclarationSyntax Attributed(MemberDeclarationSyntax member, string attribute)
    {
        var leading = member.GetLeadingTrivia();
        var indentation = leading.Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))
            .Skip(leading.Count(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) - 1)
            .ToList();
        var list =
            ((MemberDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(
                $"[{attribute}] class C;")!).AttributeLists[0]
                .WithTrailingTrivia(EndOfLine(member));
        return member.AttributeLists.Count > 0
            ? member.WithAttributeLists(member.AttributeLists.Add(list.WithLeadingTrivia(indentation)))
            : member.WithoutLeadingTrivia().WithLeadingTrivia(indentation) is MemberDeclarationSyntax bare
                ? bare.WithAttributeLists(SyntaxFactory.SingletonList(list.WithLeadingTrivia(leading)))
                : member;
    }

    private static SyntaxTrivia EndOfLine(SyntaxNode node) =>
        node.DescendantTrivia()
            .FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found
            ? found
            : SyntaxFactory.LineFeed;

    private static string NameAt(DocumentEditor editor, SyntaxNode member) =>
        editor.SemanticModel.LookupNamespacesAndTypes(member.SpanStart, name: Attribute + "Attribute").IsEmpty
            ? "Microsoft.AspNetCore.Authorization." + Attribute
            : Attribute;
}
