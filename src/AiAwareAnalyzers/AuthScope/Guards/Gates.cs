using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>Methods that answer whether somebody may: which answer lets in is told by the name.</summary>
internal static class Gates
{
    private static readonly ImmutableHashSet<string> AskingVerbs = WordSet.Of(
        "authorize can confirm may validate verify");

    private static readonly ImmutableHashSet<string> Granting = WordSet.Of(
        "access admin allowed authentic authenticated authorized eligible granted member owner permission permitted",
        "right role scope signed trusted valid verified");

    private static readonly ImmutableHashSet<string> Refusing = WordSet.Of(
        "banned blacklisted blocked compromised denied expired forbidden revoked suspended untrusted");

    /// <summary>
    /// What is guarded, or who asks: a validation that speaks of one of these is a gate, and not a look at a form.
    /// </summary>
    private static readonly ImmutableHashSet<string> Guarded = WordSet.Of(
        "access account admin allowed api authorization authorized caller captcha certificate claim client credential",
        "hash identity key license login otp owner ownership password payment permission permitted principal role",
        "scope secret session signature tenant token user webhook");

    /// <summary>Where nothing is demanded, everybody may: these may be missing on purpose.</summary>
    private static readonly ImmutableHashSet<string> Demanded = WordSet.Of(
        "allowed allowlist demanded expected feature filter limit list minimum needed permission policy required",
        "requirement restriction role rule scope whitelist");

    /// <summary>What is configured may be configured to nothing.</summary>
    private static readonly ImmutableHashSet<string> Configured = WordSet.Of(
        "config configuration feature option policy restriction rule setting");

    /// <summary>
    /// Answers that grant something by themselves; what is only valid or eligible may be a field of a form.
    /// </summary>
    private static readonly ImmutableHashSet<string> Entitling = WordSet.Of(
        "access admin allowed authentic authenticated authorized granted permission permitted role scope trusted");

    /// <summary>Questions about what a thing is able to do.</summary>
    private static readonly ImmutableHashSet<string> Abilities = WordSet.Of(
        "be bind configure convert execute handle load parse render resolve seek set undo redo");

    /// <summary>Types that say by their name that they guard nothing.</summary>
    private static readonly ImmutableHashSet<string> Dummies = WordSet.Of(
        "all allow always anonymous bypass dev development dummy everyone fake mock noop null open permissive public",
        "stub test");

    /// <summary>
    /// Which constant lets somebody in: <c>IsAllowed</c> by true, <c>IsExpired</c> by false; null where the method is
    /// no gate.
    /// </summary>
    public static bool? Opens(IMethodSymbol method)
    {
        if (!AnswersYesOrNo(method)) return null;

        var words = Words.StemsOf(method.Name);
        if (words.IsEmpty) return null;
        return words[0] switch
        {
            "is" or "has" when words.Any(Refusing.Contains) =>
                words.Any(IsGuardedWord) || !words.Contains("expired") || IsOfCredential(method, words) ? false : null,
            "is" or "has" when words.Skip(1).Any(Granting.Contains) => true,
            var verb when AskingVerbs.Contains(verb) => words.Length > 1 && Abilities.Contains(words[1]) ? null : true,
            _ => null,
        };
    }

    /// <summary>
    /// Whether a gate guards something: <c>ValidateSignature</c>, not <c>ValidateZipCode</c>; <c>CanOpen(user)</c>, not
    /// <c>CanOpen(file)</c>.
    /// </summary>
    public static bool Guards(IMethodSymbol gate, string input) =>
        Words.StemsOf(gate.Name) is var words && words.Length > 0
        && (words[0] is "may" or "authorize"
            || words.Any(Entitling.Contains)
            || words.Any(IsGuardedWord)
            || Words.StemsOf(input).Any(IsGuardedWord)
            || gate.Parameters.Any(static parameter => Words.StemsOf(parameter.Name).Any(IsGuardedWord)));

    /// <summary>A demand that may be missing, and not somebody who asks or something that is asked.</summary>
    public static bool IsDemand(string name, ITypeSymbol? type) =>
        Words.StemsOf(name) is var words
        && (words.Any(Configured.Contains) || (IsText(type) && words.Any(Demanded.Contains)));

    /// <summary>A double, a null object or a policy that is open by name.</summary>
    public static bool IsOpenByName(string name) => Words.Of(name).Any(Dummies.Contains);

    /// <summary>Text, or several: a demand. Anything else is a service that answers.</summary>
    private static bool IsText(ITypeSymbol? type) => type is not null
        && (type.SpecialType == SpecialType.System_String
            || type.TypeKind == TypeKind.Array
            || type.TypeKind == TypeKind.Enum
            || type.AllInterfaces.Any(implemented =>
                implemented.SpecialType == SpecialType.System_Collections_IEnumerable));

    private static bool IsGuardedWord(string word) => Guarded.Contains(word);

    /// <summary><c>Token.IsExpired</c> says what expires by its type; <c>IsCacheExpired</c> says it itself.</summary>
    private static bool IsOfCredential(IMethodSymbol method, ImmutableArray<string> words) =>
        words.Length == 2 && Words.StemsOf(method.ContainingType?.Name ?? "").Any(IsGuardedWord);

    private static bool AnswersYesOrNo(IMethodSymbol method) => method.ReturnType switch
    {
        { SpecialType: SpecialType.System_Boolean } => true,
        INamedTypeSymbol
            { Name: "Task" or "ValueTask", TypeKind: not TypeKind.Error, TypeArguments: { Length: 1 } results } =>
            results[0].SpecialType == SpecialType.System_Boolean,
        _ => false,
    };
}
