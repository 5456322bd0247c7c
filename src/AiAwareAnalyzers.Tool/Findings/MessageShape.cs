using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Tool.Findings;

/// <summary>Takes a message apart: what it is about, the harm, the way out.</summary>
internal static partial class MessageShape
{
    private const string Parting = "; ";

    /// <summary>The message without the code that it quotes.</summary>
    public static string Of(string message) => Quoted().Replace(message, "'…'");

    /// <summary>What is wrong.</summary>
    public static string What(string message) =>
        message.LastIndexOf(Parting, StringComparison.Ordinal) is > 0 and var at ? message[..at] : message;

    /// <summary>What to do: empty where a message does not say so in a clause of its own.</summary>
    public static string WayOut(string message) =>
        message.LastIndexOf(Parting, StringComparison.Ordinal) is > 0 and var at
            ? message[(at + Parting.Length)..]
            : "";

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();
}
