namespace AiAwareAnalyzers.Knowledge.Language;

/// <summary>What a name says about secrets: passwords, keys, tokens, codes that only one person may know.</summary>
internal static class SecretNames
{
    /// <summary>Words that are secrets by themselves.</summary>
    private static readonly ImmutableHashSet<string> Secrets = WordSet.Of(
        "password passwd pwd passphrase passcode secret credential apikey accesskey privatekey otp totp");

    /// <summary>Nouns that are secrets with one of some words before them: a key is none, an API key is.</summary>
    private static readonly ImmutableDictionary<string, ImmutableHashSet<string>> Qualified =
        ImmutableDictionary.CreateRange(
            StringComparer.Ordinal,
            new Dictionary<string, ImmutableHashSet<string>>
            {
                ["key"] = WordSet.Of(
                    "api access private signing encryption encrypt secret security master shared jwt hmac aes webhook"),
                ["token"] = WordSet.Of(
                    "access refresh reset bearer auth authentication authorization api session security jwt csrf xsrf",
                    "antiforgery invite invitation verification confirmation activation login remember unsubscribe "
                    + "device",
                    "oauth password email recovery magic bot webhook"),
                ["code"] = WordSet.Of(
                    "verification confirmation reset activation login security mfa sms otp access invite invitation",
                    "recovery backup authentication auth totp pin passwordless unlock"),
                ["verifier"] = WordSet.Of("code pkce"),
                ["pin"] = WordSet.Of("card user access security login new"),
            });

    /// <summary>Words behind a secret that leave it one.</summary>
    private static readonly ImmutableHashSet<string> Trailing = WordSet.Of(
        "value text string plain raw new temp temporary default plaintext bytes buffer chars base 64 hex encoded",
        "result");

    /// <summary>What is drawn by lot besides secrets, because nobody may foresee it.</summary>
    private static readonly ImmutableHashSet<string> Drawn = WordSet.Of("salt nonce");

    /// <summary>Secrets too short or too short-lived for their comparison to be measured.</summary>
    private static readonly ImmutableHashSet<string> Brief = WordSet.Of("code pin otp totp passcode");

    /// <summary>Words before a code that people are meant to see.</summary>
    private static readonly ImmutableHashSet<string> OtherCodes = WordSet.Of("confirmation access activation security");

    /// <summary>Words before a token that do not say of what it is.</summary>
    private static readonly ImmutableHashSet<string> PlainTokens = WordSet.Of("new raw generated user id");

    /// <summary>Words that set a secret beside itself: a second entry, or the value before a change.</summary>
    private static readonly ImmutableHashSet<string> Twins = WordSet.Of(
        "confirm confirmation confirmed repeat repeated retype retyped again new old previous last current original",
        "cached existing saved used");

    /// <summary>What proves that somebody knows a secret.</summary>
    private static readonly ImmutableHashSet<string> Proofs = WordSet.Of("signature hmac mac");

    /// <summary>Words before a noun that make it speak of a parser, a tree or a clock.</summary>
    private static readonly ImmutableHashSet<string> OtherTokens = WordSet.Of(
        "cancellation syntax json lexer lexical parser source next previous current end start eof concurrency",
        "continuation page sync");

    /// <summary>Words before a token that is a place among pages, or the end of a wait.</summary>
    private static readonly ImmutableHashSet<string> PlacesInPages = WordSet.Of(
        "cancellation continuation cursor delta page pagination paging skip sync");

    /// <summary>A thing that only its owner may know.</summary>
    public static bool IsSecret(string name) => IsSecret(Words.StemsOf(name));

    /// <summary>A secret that people choose themselves, and so one that may be a single word.</summary>
    public static bool IsPassword(string name)
    {
        var words = Words.StemsOf(name);
        return Head(words) is { } head && (words[head] is "password" or "passwd" or "pwd" or "passphrase");
    }

    /// <summary>A thing that nobody may be able to guess.</summary>
    public static bool IsUnguessable(string name)
    {
        var words = Words.StemsOf(name);
        return IsSecret(words)
            || IsBareToken(words)
            || Head(words) is { } head && (Drawn.Contains(words[head]) || IsSessionId(words, head));
    }

    /// <summary>A secret that somebody may guess bit by bit when it is compared.</summary>
    public static bool IsWorthTiming(string name)
    {
        var words = Words.StemsOf(name);
        return IsSecret(words) && Head(words) is { } head && !Brief.Contains(words[head]);
    }

    /// <summary>
    /// A secret that may stand in no log. What bears the name of one in other trades, a booking's confirmation code or
    /// a phone's address, may.
    /// </summary>
    public static bool IsWorthHiding(string name)
    {
        var words = Words.StemsOf(name);
        if (IsConnection(words) || IsCredentialHeader(words)) return true;
        return IsSecret(words)
            && Head(words) is { } head
            && !(head > 0 && (words[head] == "code" && OtherCodes.Contains(words[head - 1])
                || words[head] == "token" && words[head - 1] == "device"));
    }

    /// <summary>
    /// <c>token</c>, and nothing that says of what: a secret where people log in, a piece of text elsewhere.
    /// </summary>
    public static bool IsPlainToken(string name)
    {
        var words = Words.Of(name);
        return words.Length is 1 or 2
            && words[^1] == "token"
            && (words.Length == 1 || PlainTokens.Contains(words[0]));
    }

    /// <summary>
    /// A token that says how far somebody has read, or that ends a wait: <c>continuationToken</c>,
    /// <c>nextPageToken</c>.
    /// </summary>
    public static bool IsPlaceInPages(string name)
    {
        var words = Words.StemsOf(name);
        return Head(words) is > 0 and var head && words[head] == "token" && PlacesInPages.Contains(words[head - 1]);
    }

    /// <summary>A secret of a few digits.</summary>
    public static bool IsBrief(string name)
    {
        var words = Words.StemsOf(name);
        return Head(words) is { } head && Brief.Contains(words[head]);
    }

    /// <summary>A name that says that a secret is compared with itself, in a form or in a search for changes.</summary>
    public static bool IsTwin(string name) => Words.StemsOf(name).Any(Twins.Contains);

    /// <summary>A thing that is compared to find out whether somebody knows a secret.</summary>
    public static bool IsProof(string name)
    {
        var words = Words.StemsOf(name);
        return Head(words) is { } head
            && (Proofs.Contains(words[head]) || words[head] is "hash" or "digest"
                && head > 0
                && (Secrets.Contains(words[head - 1]) || words[head - 1] is "token" or "code" or "pin" or "key"));
    }

    private static bool IsConnection(ImmutableArray<string> words) =>
        words.Length > 1 && words[^1] == "string" && words[words.Length - 2] == "connection";

    private static bool IsCredentialHeader(ImmutableArray<string> words) =>
        words.Length > 1 && words[^1] == "header" && words[words.Length - 2] is "authorization" or "auth";

    private static bool IsSecret(ImmutableArray<string> words) =>
        Head(words) is { } head
        && (Secrets.Contains(words[head])
            || head > 0 && Qualified.TryGetValue(words[head], out var before) && before.Contains(words[head - 1]));

    /// <summary><c>token</c> or <c>newToken</c>, but not <c>cancellationToken</c>.</summary>
    private static bool IsBareToken(ImmutableArray<string> words) =>
        Head(words) is { } head && words[head] == "token" && (head == 0 || !OtherTokens.Contains(words[head - 1]));

    private static bool IsSessionId(ImmutableArray<string> words, int head) =>
        words[head] == "id" && head > 0 && words[head - 1] == "session";

    /// <summary>The noun that a name is about.</summary>
    private static int? Head(ImmutableArray<string> words)
    {
        var head = words.Length - 1;
        while (head > 0 && Trailing.Contains(words[head])) head--;
        return head < 0 ? null : head;
    }
}
