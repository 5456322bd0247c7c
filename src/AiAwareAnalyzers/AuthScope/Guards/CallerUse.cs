using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>What a handler does with the identity of who is asking.</summary>
internal static class CallerUse
{
    private static readonly ImmutableHashSet<string> Names = WordSet.Of(
        "CurrentUser CurrentUserId GetCurrentUser GetCurrentUserId GetUserId User UserId caller currentUser",
        "currentUserId principal user userContext userId");

    /// <summary>Whether a handler does something with the identity of its caller, other than to log it.</summary>
    public static bool In(SyntaxNode handler) =>
        Bodies.BodyOf(handler) is { } body && body.DescendantNodesAndSelf(node => !IsLog(node))
            .OfType<IdentifierNameSyntax>()
            .Any(name => IsCaller(name, handler));

    /// <summary>
    /// A name for who is asking; a member of something sent (<c>request.UserId</c>) and a parameter (<c>userId</c> of a
    /// route) are not.
    /// </summary>
    public static bool IsCaller(IdentifierNameSyntax name, SyntaxNode handler)
    {
        var text = name.Identifier.ValueText.TrimStart('_');
        if (!Names.Contains(text)) return false;
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            return text is "User" or "CurrentUser" or "GetUserId"
                && access.Expression is ThisExpressionSyntax
                    or IdentifierNameSyntax { Identifier.ValueText: "HttpContext" or "context" or "Context"
                        or "httpContext" or "ctx" or "User" or "user" };
        if (text == "User" || char.IsUpper(text[0])) return true;

        return Bodies.ParametersOf(handler)
            .FirstOrDefault(parameter => parameter.Identifier.ValueText == text) is { } parameter
            ? parameter.Type?.ToString().EndsWith("Principal", StringComparison.Ordinal) == true
                || Words.Of(parameter.Type?.ToString() ?? "").Contains("current")
            : !IsLocal(name.Identifier.ValueText, handler);
    }

    /// <summary>A local is what it was made of, and that is looked at as well.</summary>
    private static bool IsLocal(string name, SyntaxNode handler) => handler.DescendantNodes().Any(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText == name,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText == name,
        ForEachStatementSyntax loop => loop.Identifier.ValueText == name,
        ParameterSyntax parameter => parameter.Identifier.ValueText == name,
        _ => false,
    });

    /// <summary>What is only written down decides nothing.</summary>
    public static bool IsLog(SyntaxNode node) =>
        node is InvocationExpressionSyntax call
        && Calls.NameOf(call) is var name
        && (name.StartsWith("Log", StringComparison.Ordinal) || name is "WriteLine");
}
