using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope.Credentials;

/// <summary>Parameters that somebody proves something with: a token, a password, a key, a code, a signature.</summary>
internal static class CredentialParameters
{
    /// <summary>Words of methods whose <c>code</c> or <c>pin</c> is a proof, and not a label.</summary>
    private static readonly ImmutableHashSet<string> Proving = WordSet.Of(
        "2fa activate auth authenticate authorize confirm login mfa otp redeem reset signin unlock verify");

    /// <summary>Words of what belongs to a text, a list or a concurrency check, and proves nothing.</summary>
    private static readonly ImmutableHashSet<string> OtherTokens = WordSet.Of(
        "concurrency continuation csrf xsrf antiforgery cancel cancellation count next page placeholder skip "
        + "stop sync");

    public static bool Is(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None && CanHold(parameter.Type) && IsNamedSo(parameter);

    private static bool CanHold(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => true,
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char } => true,
        INamedTypeSymbol { Name: "Guid" or "SecureString" or "ReadOnlySpan" or "ReadOnlyMemory" } => true,
        INamedTypeSymbol { Name: "Nullable", TypeArguments: { Length: 1 } held } => held[0].Name == "Guid",
        _ => false,
    };

    private static bool IsNamedSo(IParameterSymbol parameter)
    {
        var name = parameter.Name;
        if (SecretNames.IsSecret(name) || SecretNames.IsProof(name)) return !HasOther(name);

        var words = Words.Of(name);
        if (words.IsEmpty) return false;
        return words[^1] switch
        {
            "token" => !HasOther(name) && SecretNames.IsUnguessable(name),
            "code" or "pin" when words.Length == 1 => Words.Of(parameter.ContainingSymbol.Name).Any(Proving.Contains),
            _ => false,
        };
    }

    private static bool HasOther(string name) => Words.Of(name).Any(OtherTokens.Contains);
}
