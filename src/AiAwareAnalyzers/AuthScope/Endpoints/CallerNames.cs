using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>Names under which a request says who somebody is: the user, the tenant, the role.</summary>
internal static class CallerNames
{
    private static readonly ImmutableHashSet<string> Roles = WordSet.Of("role roles isadmin");

    /// <summary>Words of endpoints where somebody acts for somebody else, and has to say for whom.</summary>
    private static readonly ImmutableHashSet<string> ForOthers = WordSet.Of(
        "add admin assign ban grant impersonate invite member notify promote revoke share support transfer user");

    /// <summary>Whom an id in a header may stand for, besides a user and a tenant.</summary>
    private static readonly ImmutableHashSet<string> Parties = WordSet.Of(
        "account company customer household member merchant organisation organization org owner patient subscriber",
        "workspace");

    /// <summary>Who may be given a role by somebody else.</summary>
    private static readonly ImmutableHashSet<string> Grantees = WordSet.Of(
        "grantee invitee member principal subject user");

    /// <summary><c>X-User-Id</c>, <c>X-Tenant</c>, <c>X-Role</c>, <c>X-Customer-Id</c>.</summary>
    public static bool IsHeader(string header)
    {
        var words = Words.StemsOf(header);
        return words.Length > 1 && words[0] == "x" && !words.Contains("agent")
            && (words.Contains("tenant")
                || words.Contains("role")
                || words.Contains("admin")
                || (words.Contains("user") && !words.Contains("language"))
                || (words.Length == 3 && words[2] == "id" && Parties.Contains(words[1])));
    }

    /// <summary>
    /// A parameter or member that says who, for whom or as what: <c>userId</c>, <c>OwnerId</c>, <c>TenantId</c>,
    /// <c>isAdmin</c>, <c>role</c>.
    /// </summary>
    public static bool IsMember(string name)
    {
        var words = Words.Of(name);
        return words.Length switch
        {
            1 => Roles.Contains(words[0]),
            2 => (words[0], words[1]) is ("user" or "owner" or "tenant" or "author", "id")
                or ("is", "admin")
                or ("created", "by")
                or ("user", "role"),
            3 => (words[0], words[1], words[2]) is ("current" or "created", "user" or "by", "id"),
            _ => false,
        };
    }

    /// <summary>
    /// A role and the one who is to have it, handed on in one call: <c>SetAccess(dto.PrincipalId, dto.Role)</c>. They
    /// are somebody else's.
    /// </summary>
    public static bool IsGrant(SyntaxNode node) =>
        node.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: var passed } }
        && passed.Select(static argument => Words.Of(Calls.NameOf(argument.Expression))).ToList() is var names
        && names.Exists(static words => words.Any(Roles.Contains))
        && names.Exists(static words => words.Length > 1
            && words[^1] == "id"
            && Grantees.Contains(words[words.Length - 2]));

    public static bool ActsForOthers(Endpoint endpoint) =>
        Words.StemsOf(endpoint.Name).Concat(Words.StemsOf(endpoint.Namespace)).Any(ForOthers.Contains);

    /// <summary>The name of the header that an expression reads; null where it reads none.</summary>
    public static string? HeaderRead(SyntaxNode node) => node switch
    {
        ElementAccessExpressionSyntax { Expression: var headers, ArgumentList.Arguments: { Count: 1 } arguments }
            when IsRequestHeaders(headers) => Text(arguments[0]),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax
            { Expression: var headers, Name.Identifier.ValueText: "TryGetValue" or "GetValues" or "TryGetValues" },
            ArgumentList.Arguments: { Count: > 0 } arguments }
            when IsRequestHeaders(headers) => Text(arguments[0]),
        _ => null,
    };

    private static bool IsRequestHeaders(ExpressionSyntax expression) =>
        expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Headers", Expression: var request }
        && Calls.NameOf(request) is "Request" or "request" or "req" or "httpRequest";

    private static string? Text(ArgumentSyntax argument) =>
        argument.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
            ? literal.Token.ValueText
            : null;
}
