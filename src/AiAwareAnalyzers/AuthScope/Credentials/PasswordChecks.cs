using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.AuthScope.Credentials;

/// <summary>Which calls ask whether a password is right, and what is given to those who know it.</summary>
internal static class PasswordChecks
{
    private static readonly ImmutableHashSet<string> Asking = WordSet.Of("authenticate check compare validate verify");

    /// <summary>Questions about passwords that nobody answers by guessing.</summary>
    private static readonly ImmutableHashSet<string> OtherQuestions = WordSet.Of(
        "breach code complexity confirm confirmation expired expiry history length link policy pwned request reset",
        "rule strength token");

    /// <summary>What a password is compared with: something stored, of somebody.</summary>
    private static readonly ImmutableHashSet<string> Stored = WordSet.Of(
        "account email encoded hash hashed login member name salt saved stored user username");

    /// <summary>A password that is asked for once more, of somebody who has logged in.</summary>
    private static readonly ImmutableHashSet<string> AskedAgain = WordSet.Of("current existing old previous");

    private static readonly ImmutableHashSet<string> Hashers = WordSet.IgnoringCase(
        "BCrypt BCryptNet Argon2 PasswordHasher IPasswordHasher Scrypt");

    private static readonly ImmutableHashSet<string> Making = WordSet.Of(
        "build create generate get issue make mint new sign write");

    /// <summary>Tokens that are no proof of who somebody is.</summary>
    private static readonly ImmutableHashSet<string> OtherTokens = WordSet.Of(
        "antiforgery cancellation change confirm confirmation csrf email invitation invite phone purpose reset source",
        "unsubscribe verification xsrf");

    private static readonly ImmutableHashSet<string> Identities = WordSet.Of(
        "AuthenticationTicket ClaimsIdentity ClaimsPrincipal JwtSecurityToken SecurityTokenDescriptor");

    /// <summary>A sign-in of the framework that is told not to count failures: the argument that says so.</summary>
    public static IArgumentOperation? UncountedIn(IInvocationOperation call) =>
        call.TargetMethod.Name.IndexOf("Password", StringComparison.Ordinal) < 0
            ? null
            : call.Arguments.FirstOrDefault(static argument =>
                argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "lockoutOnFailure" }
                && ReturnValues.Is(argument.Value, false));

    /// <summary>A comparison of a password with what is stored, and no more.</summary>
    public static bool AreBare(IInvocationOperation call) =>
        call.Arguments.Length > 1
        && MayAsk(call.TargetMethod.Name)
        && AnswersYesOrNo(call.TargetMethod.ReturnType)
        && (IsOfHasher(call.TargetMethod) || SaysSo(call.TargetMethod))
        && !call.Arguments.Any(static argument => IsAskedAgain(argument.Value));

    /// <summary>The call or object behind a check that tells the program who somebody is from now on.</summary>
    public static IOperation? LoginBehind(IInvocationOperation check) =>
        Bodies.Own(Bodies.Around(check))
            .FirstOrDefault(operation => operation.Syntax.SpanStart > check.Syntax.Span.End && IsLogin(operation));

    /// <summary>Most calls are told apart by their names, at no cost.</summary>
    private static bool MayAsk(string name) =>
        name.IndexOf("Password", StringComparison.Ordinal) >= 0
        || name.IndexOf("Verify", StringComparison.Ordinal) >= 0;

    private static bool AnswersYesOrNo(ITypeSymbol type) =>
        (type is INamedTypeSymbol { Arity: 1 } ? TypeNames.AwaitedType(type) ?? type : type)
            is { SpecialType: SpecialType.System_Boolean } or { Name: "PasswordVerificationResult" };

    private static bool IsOfHasher(IMethodSymbol method) =>
        Hashers.Contains(method.ContainingType.Name)
        && Words.Of(method.Name) is { Length: > 0 } words
        && words.Contains("verify");

    private static bool SaysSo(IMethodSymbol method) =>
        Words.StemsOf(method.Name) is { Length: > 1 } words
        && Asking.Contains(words[0])
        && words.Contains("password")
        && !words.Any(OtherQuestions.Contains)
        && method.Parameters.Any(static parameter => Words.StemsOf(parameter.Name).Any(Stored.Contains))
        && method.Parameters.All(static parameter => parameter.RefKind == RefKind.None);

    private static bool IsAskedAgain(IOperation value) =>
        Values.SymbolOf(value) is { Name: var name } && Words.Of(name).Any(AskedAgain.Contains);

    private static bool IsLogin(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: var name } => IsSignIn(name) || MakesToken(name),
        IObjectCreationOperation { Type: { } type } => Identities.Contains(type.Name),
        _ => false,
    };

    private static bool IsSignIn(string name) =>
        Words.Of(name) is { Length: > 1 } words && words[0] == "sign" && words[1] == "in";

    private static bool MakesToken(string name) =>
        Words.StemsOf(name) is { Length: > 1 } words
        && Making.Contains(words[0])
        && words.Any(static word => word is "token" or "jwt")
        && !words.Any(OtherTokens.Contains);
}
