namespace AiAwareAnalyzers.Knowledge;

/// <summary>Texts that are secrets by their shape, whatever their name.</summary>
internal static class SecretText
{
    private static readonly ImmutableHashSet<string> PasswordKeys = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "password", "pwd", "accountkey", "sharedaccesskey", "accesskey", "secret", "clientsecret");

    /// <summary>Values that stand for a secret that somebody will fill in, or for none.</summary>
    private static readonly ImmutableHashSet<string> Placeholders = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "", "password", "your_password", "yourpassword", "xxx", "xxxx", "***", "****", "...", "changeme", "secret");

    /// <summary>A connection string with a password in it: <c>Server=…;Password=…</c>.</summary>
    public static bool HasPassword(string text)
    {
        if (text.IndexOf('=') < 0 || text.IndexOf(';') < 0) return false;
        return text.Split(';').Select(part => part.Split(new[] { '=' }, 2)).Any(pair => pair.Length == 2 && PasswordKeys.Contains(pair[0].Replace(" ", "")) && !IsPlaceholder(pair[1].Trim()));
    }

    /// <summary>A text without a blank: what is said to a person instead of a secret (<c>not set</c>, <c>n/a</c>, <c>none</c>) is none.</summary>
    public static bool CouldBeOne(string text) => text.Length >= 4 && !text.Any(char.IsWhiteSpace) && text[0] != '(' && text.ToUpperInvariant() is not ("NONE" or "NULL" or "UNKNOWN" or "MISSING" or "EMPTY" or "UNSET" or "NOTSET");

    /// <summary><c>&lt;your key&gt;</c>, <c>{password}</c>, <c>%PASSWORD%</c>, <c>$(Secret)</c>, <c>changeme</c></summary>
    public static bool IsPlaceholder(string value) =>
        Placeholders.Contains(value)
        || value.Length > 1 && (value[0], value[value.Length - 1]) is ('<', '>') or ('{', '}') or ('[', ']') or ('%', '%') or ('#', '#')
        || value.StartsWith("$", StringComparison.Ordinal) && value.Length > 2 && value[1] is '{' or '('
        || value.IndexOf("your", StringComparison.OrdinalIgnoreCase) >= 0
        || value.IndexOf("example", StringComparison.OrdinalIgnoreCase) >= 0
        || value.IndexOf("placeholder", StringComparison.OrdinalIgnoreCase) >= 0;
}
