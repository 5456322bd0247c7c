using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Handlers that only administrators may call, as their roles, policies and attributes say.</summary>
internal static class Administrators
{
    private static readonly ImmutableHashSet<string> Names = WordSet.Of(
        "admin admins administrator administrators superadmin superuser sysadmin");

    /// <summary>Whether nobody else reaches a handler.</summary>
    public static bool AloneMayCall(IMethodSymbol handler) =>
        handler.MethodKind == MethodKind.AnonymousFunction
            ? IsMappedForThem(handler)
            : IsForThem(handler) || handler.ContainingType.SelfAndBases().Any(IsForThem);

    private static bool IsForThem(ISymbol symbol) => symbol.GetAttributes().Any(IsForThem);

    /// <summary><c>[Authorize(Roles = "Admin")]</c>, <c>[Authorize("AdminOnly")]</c>, <c>[AdminOnly]</c>.</summary>
    private static bool IsForThem(AttributeData attribute) =>
        attribute.AttributeClass is { } type
        && (type.Name == "AuthorizeAttribute"
            ? attribute.ConstructorArguments.Any(IsTheirs)
                || attribute.NamedArguments.Any(static given =>
                    given.Key is "Roles" or "Policy" && IsTheirs(given.Value))
            : type.SelfAndBases().Any(static one => one.Name == "AuthorizeAttribute") && Speaks(type.Name));

    private static bool IsTheirs(TypedConstant value) =>
        value is { Kind: TypedConstantKind.Primitive, Value: string text } && AreTheirs(text);

    /// <summary>Of several roles each one opens the door.</summary>
    private static bool AreTheirs(string roles) => roles.Split(',').All(Speaks);

    private static bool Speaks(string name) => Words.Of(name).Any(Names.Contains);

    /// <summary>
    /// <c>app.MapGet(…).RequireAuthorization("AdminOnly")</c>, or a group in a local that demands it.
    /// </summary>
    private static bool IsMappedForThem(IMethodSymbol lambda)
    {
        if (lambda.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            is not { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax map } })
            return false;

        return Demands(map.AncestorsAndSelf().TakeWhile(static around => around is not StatementSyntax))
            || (GroupOf(map) is { } group && Demands(group.DescendantNodesAndSelf()));
    }

    /// <summary>What the local is declared with that a route is mapped on.</summary>
    private static ExpressionSyntax? GroupOf(InvocationExpressionSyntax map) =>
        map.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier: var name } }
            ? map.Ancestors()
                .Where(static around => around is BlockSyntax or CompilationUnitSyntax)
                .SelectMany(static around => around.DescendantNodes().OfType<VariableDeclaratorSyntax>())
                .FirstOrDefault(local => local.Identifier.ValueText == name.ValueText)
                ?.Initializer?.Value
            : null;

    private static bool Demands(IEnumerable<SyntaxNode> nodes) => nodes.OfType<InvocationExpressionSyntax>()
        .Any(static call => Calls.NameOf(call) is "RequireAuthorization" && AreNamed(call.ArgumentList));

    /// <summary>The texts that are given, or, where there are none, the names of what is given.</summary>
    private static bool AreNamed(ArgumentListSyntax arguments)
    {
        var tokens = arguments.DescendantTokens().ToList();
        var texts = tokens.FindAll(static token => token.IsKind(SyntaxKind.StringLiteralToken));
        return texts.Count > 0
            ? texts.TrueForAll(static text => AreTheirs(text.ValueText))
            : tokens.Exists(static token => token.IsKind(SyntaxKind.IdentifierToken) && Speaks(token.ValueText));
    }
}
