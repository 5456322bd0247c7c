using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>
/// Whether the text of a file speaks of callers who prove who they are; the program itself, which proves it to others,
/// is another matter.
/// </summary>
internal static class CallersInText
{
    private const string Proof = "Authenticat";

    /// <summary>Parts of words about requests that go out, and about what comes of them.</summary>
    private static readonly ImmutableArray<string> Outgoing = ImmutableArray.Create(
        "AuthenticationHeaderValue", "AuthenticationException", "AuthenticationMechanism", "AuthenticationLevels");

    /// <summary>Libraries for mail, whose clients are logged in by a method of that name.</summary>
    private static readonly ImmutableArray<string> Clients = ImmutableArray.Create("MailKit", "SmtpClient");

    public static bool AreMentioned(SyntaxTree file)
    {
        var text = file.GetText().ToString();
        if (text.IndexOf("RequireAuth", StringComparison.Ordinal) >= 0) return true;

        for (var at = IndexIn(text, 0); at >= 0; at = IndexIn(text, at + Proof.Length))
            if (!IsOutgoing(file, text, at)) return true;
        return false;
    }

    private static int IndexIn(string text, int start) => text.IndexOf(Proof, start, StringComparison.Ordinal);

    private static bool IsOutgoing(SyntaxTree file, string text, int at) =>
        Outgoing.Any(word => StandsAt(text, at, word))
        || StandsAt(text, at - "System.Security.".Length, "System.Security.")
        || (StandsAt(text, at, "AuthenticateAsync(") && Calls.AreMentioned(file, Clients));

    private static bool StandsAt(string text, int at, string word) =>
        at >= 0 && string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
