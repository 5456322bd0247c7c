using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>Texts that are secrets by their shape, whatever their name.</summary>
internal static class SecretText
{
    private static readonly ImmutableHashSet<string> PasswordKeys = WordSet.IgnoringCase(
        "password pwd accountkey sharedaccesskey accesskey secret clientsecret");

    /// <summary>Values that stand for a secret that somebody will fill in, or for none.</summary>
    private static readonly ImmutableHashSet<string> Placeholders = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "", "password", "your_password", "yourpassword", "xxx", "xxxx", "***", "****",
        "...", "changeme", "secret");

    /// <summary>
    /// Beginnings that providers give to their secrets, the shortest rest that makes one, and what it is then.
    /// </summary>
    private static readonly ImmutableArray<(string Prefix, int Length, string What)> Prefixes = ImmutableArray.Create(
        ("sk_live_", 16, "a Stripe secret key"),
        ("rk_live_", 16, "a Stripe restricted key"),
        ("whsec_", 16, "a webhook secret"),
        ("sk-", 32, "an API key"),
        ("ghp_", 30, "a GitHub token"),
        ("gho_", 30, "a GitHub token"),
        ("ghs_", 30, "a GitHub token"),
        ("github_pat_", 22, "a GitHub token"),
        ("glpat-", 16, "a GitLab token"),
        ("AKIA", 16, "an AWS access key"),
        ("ASIA", 16, "an AWS access key"),
        ("xoxb-", 16, "a Slack token"),
        ("xoxp-", 16, "a Slack token"),
        ("AIza", 30, "a Google API key"),
        ("SG.", 40, "a SendGrid key"),
        ("npm_", 30, "an npm token"),
        ("dop_v1_", 30, "a DigitalOcean token"),
        ("https://hooks.slack.com/services/T", 20, "a Slack webhook address"));

    private const int ShortestByShape = 16;

    /// <summary>
    /// What secret a text is by its shape alone; null where it is none. The text itself goes nowhere.
    /// </summary>
    public static string? ShapeOf(string text)
    {
        if (text.Length < ShortestByShape || IsPlaceholder(text)) return null;
        foreach (var (prefix, length, what) in Prefixes)
            if (text.StartsWith(prefix, StringComparison.Ordinal)
                && text.Length >= prefix.Length + length
                && IsToken(text)
                && HasLettersAndDigits(text))
                return what;
        if (text.IndexOf("PRIVATE KEY-----", StringComparison.Ordinal) > 0
            && text.IndexOf("-----BEGIN", StringComparison.Ordinal) >= 0
            && text.Length > 100)
            return "a private key";
        if (IsJwt(text)) return "a signed token";
        if (HasPassword(text)) return "a connection string with a password";
        return HasUserInfo(text) ? "an address with a password" : null;
    }

    /// <summary>Three parts in Base64, the first two of them JSON.</summary>
    private static bool IsJwt(string text) =>
        text.StartsWith("eyJ", StringComparison.Ordinal)
        && text.Split('.') is { Length: 3 } parts
        && parts[1].StartsWith("eyJ", StringComparison.Ordinal)
        && parts[2].Length > 16
        && IsToken(text);

    /// <summary><c>amqp://user:password@host</c></summary>
    private static bool HasUserInfo(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal);
        var at = start < 0 ? -1 : text.IndexOf('@', start);
        var colon = at < 0 ? -1 : text.IndexOf(':', start + 3, at - start - 3);
        return colon > start + 3
            && at - colon > 4
            && IsToken(text.Substring(start + 3, at - start - 3))
            && !IsPlaceholder(text.Substring(colon + 1, at - colon - 1))
            && text.IndexOf('/', start + 3, at - start - 3) < 0;
    }

    private static bool IsToken(string text) =>
        text.All(character => character > ' ' && character < 127 && character is not ('"' or '<' or '>' or '{' or '}'));

    private static bool HasLettersAndDigits(string text) => text.Any(char.IsDigit) && text.Any(char.IsLetter);

    /// <summary>
    /// A text that is more than the name of a secret: <c>"access_token"</c> names one, <c>"Tr0ub4dor"</c> may be one.
    /// </summary>
    public static bool IsMoreThanAName(string text, string name)
    {
        if (!CouldBeOne(text) || IsPlaceholder(text) || IsHeaderName(text)) return false;
        if (text.Any(char.IsDigit) && text.Any(char.IsLetter) && text.IndexOf(' ') < 0) return text.Length >= 6;
        var words = Words.StemsOf(text);
        return text.Length >= 12
            && words.Length > 3
            && text.IndexOf(':') < 0
            && text.IndexOf('.') < 0
            && text.IndexOf('/') < 0
            && !words.All(Words.StemsOf(name).Contains)
            || text.Length >= 6 && words.Length == 1 && SecretNames.IsPassword(name) && !SecretNames.IsSecret(text);
    }

    /// <summary><c>x-ms-session-token</c>: what carries a secret, and none.</summary>
    public static bool IsHeaderName(string text) =>
        text.StartsWith("x-", StringComparison.OrdinalIgnoreCase)
        && text.All(static character => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '-');

    /// <summary>A connection string with a password in it: <c>Server=…;Password=…</c>.</summary>
    public static bool HasPassword(string text)
    {
        if (text.IndexOf('=') < 0 || text.IndexOf(';') < 0) return false;
        return text.Split(';').Select(part => part.Split(new[] { '=' }, 2)).Any(pair =>
            pair.Length == 2 && PasswordKeys.Contains(pair[0].Replace(" ", "")) && !IsPlaceholder(pair[1].Trim()));
    }

    /// <summary>
    /// A text without a blank: what is said to a person instead of a secret (<c>not set</c>, <c>n/a</c>, <c>none</c>)
    /// is none.
    /// </summary>
    public static bool CouldBeOne(string text) =>
        text.Length >= 4
        && !text.Any(char.IsWhiteSpace)
        && text[0] != '('
        && text.ToUpperInvariant()
            is not ("NONE" or "NULL" or "UNKNOWN" or "MISSING" or "EMPTY" or "UNSET" or "NOTSET");

    /// <summary>
    /// <c>&lt;your key&gt;</c>, <c>{password}</c>, <c>%PASSWORD%</c>, <c>$(Secret)</c>, <c>changeme</c>
    /// </summary>
    public static bool IsPlaceholder(string value) =>
        Placeholders.Contains(value)
        || value.Length > 1
            && (value[0], value[^1]) is ('<', '>') or ('{', '}') or ('[', ']') or ('%', '%') or ('#', '#')
        || value.StartsWith("$", StringComparison.Ordinal) && value.Length > 2 && value[1] is '{' or '('
        || value.IndexOf("your", StringComparison.OrdinalIgnoreCase) >= 0
        || value.IndexOf("example", StringComparison.OrdinalIgnoreCase) >= 0
        || value.IndexOf("placeholder", StringComparison.OrdinalIgnoreCase) >= 0;
}
