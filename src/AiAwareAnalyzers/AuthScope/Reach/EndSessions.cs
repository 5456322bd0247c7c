using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>
/// The end of a session as OpenID Connect asks for it: the client sends the browser there, and that is a GET.
/// </summary>
internal static class EndSessions
{
    private static readonly ImmutableHashSet<string> Requests = WordSet.Of(
        "GetOpenIddictServerRequest GetLogoutContextAsync PostLogoutRedirectUri IdTokenHint");

    private static readonly ImmutableHashSet<string> Parameters = WordSet.Of(
        "post_logout_redirect_uri postLogoutRedirectUri id_token_hint idTokenHint logoutId");

    public static bool Are(HandlerFunction function) =>
        function.Method.Parameters.Any(static parameter => Parameters.Contains(parameter.Name))
        || function.Body.DescendantsAndSelf().Any(static part => part switch
        {
            IInvocationOperation call => Requests.Contains(call.TargetMethod.Name),
            IMemberReferenceOperation { Member.Name: var name } => Requests.Contains(name),
            _ => false,
        });
}
