using AiAwareAnalyzers.FakeWork.Wording;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>A log line that says that the work was done, or is being done, in a function that does none.</summary>
internal static class LoggedClaims
{
    private static readonly ImmutableHashSet<string> Claiming = WordSet.Of(
        "sent sending delivered delivering notified notifying emailed emailing mailed uploaded uploading printed",
        "printing published publishing dispatched dispatching charged charging refunded refunding paid saved saving",
        "stored storing persisted persisting deleted deleting removed removing updated updating created creating",
        "exported exporting imported importing synced syncing synchronized synchronizing scheduled scheduling shipped",
        "shipping processed processing generated generating indexed indexing cancelled canceled cancelling archived",
        "archiving registered registering confirmed confirming provisioned provisioning transferred transferring",
        "queued enqueued backed");

    private static readonly ImmutableHashSet<string> Denying = WordSet.Of(
        "not no would will should skip skipped skipping ignore ignored ignoring disabled unconfigured unavailable",
        "failed failure error cannot unable pretend dry instead only unsupported already nothing");

    /// <summary>First words of functions that hand a message on.</summary>
    private static readonly ImmutableHashSet<string> Sending = WordSet.Of(
        "deliver dispatch email export mail notify publish send upload");

    private static readonly ImmutableHashSet<string> Passing = WordSet.Of(
        "add append broadcast enqueue insert invoke post produce push put queue raise schedule submit transmit write");

    /// <summary>What is said of a message that has gone.</summary>
    private static readonly ImmutableHashSet<string> Sent = WordSet.Of(
        "sent delivered notified emailed mailed published dispatched");

    private static readonly ImmutableHashSet<string> Messages = WordSet.Of("email mail message mime notification");

    /// <summary>Types whose whole work is to write lines, and types for the desk of a developer.</summary>
    private static readonly ImmutableHashSet<string> Writing = WordSet.Of(
        "log logs logger logging console debug debugging trace tracing dev development local offline stdout",
        "diagnostic");

    /// <summary>What a comment says where the line in the log is all that is meant.</summary>
    private static readonly ImmutableHashSet<string> Explaining = WordSet.Of(
        "log logs logging logged console development developer local locally noop");

    public static Confession? Of(IMethodSymbol function, SyntaxNode syntax, Effort effort) =>
        function.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
        && effort.LoggedTexts.FirstOrDefault(Claims) is { } claim
        && !Words.Of(function.ContainingType.Name).Any(Writing.Contains)
        && !AreExplained(syntax)
            ? new Confession(Admission.Postponed, Quote.Of(claim))
            : null;

    /// <summary>
    /// A message that is put together and goes nowhere, in a function that is named after what it should do with it.
    /// </summary>
    public static Confession? OfMessage(IMethodSymbol function, SyntaxNode syntax, Effort effort) =>
        function.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
        && Words.Of(function.Name) is { Length: > 0 } words
        && Sending.Contains(words[0])
        && function.Parameters.Any(effort.Uses)
        && TextIn(syntax) is { } text
        && !Words.Of(function.ContainingType.Name).Any(Writing.Contains)
        && !AreExplained(syntax)
            ? new Confession(Admission.Postponed, Quote.Of(text))
            : null;

    /// <summary>The text, or the message, that the function makes and keeps in a local.</summary>
    private static SyntaxNode? TextIn(SyntaxNode function) =>
        function.DescendantNodes().OfType<VariableDeclaratorSyntax>()
            .FirstOrDefault(static local => local.Initializer is { Value: var made }
                && (made is InterpolatedStringExpressionSyntax
                    || made is InvocationExpressionSyntax call && MakesText(call)
                    || made is ObjectCreationExpressionSyntax { Type: var type }
                        && Words.Of(type.ToString()).Any(Messages.Contains)));

    /// <summary><c>string.Create(culture, $"…")</c>, <c>FormattableString.Invariant($"…")</c>.</summary>
    private static bool MakesText(InvocationExpressionSyntax call) =>
        Calls.NameOf(call) is "Create" or "Invariant"
        && call.ArgumentList.Arguments.Any(static argument =>
            argument.Expression is InterpolatedStringExpressionSyntax);

    /// <summary>Whether a type is a message by its name.</summary>
    public static bool IsMessage(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Class } && Words.Of(type.Name) is { Length: > 0 } words
        && Messages.Contains(words[^1]);

    /// <summary>
    /// How a function says that a message is on its way: by a line that it logs, so that who reads it believes it.
    /// </summary>
    public static string? OfSending(IMethodSymbol function, SyntaxNode syntax, IEnumerable<string> logged)
    {
        if (Words.Of(function.ContainingType.Name).Any(Writing.Contains) || AreExplained(syntax)) return null;
        return logged.FirstOrDefault(static text => Claims(text) && Words.Of(text).Any(Sent.Contains)) is { } claim
            ? Quote.Of(claim)
            : null;
    }

    /// <summary>Whether the name of a call says that it hands something on.</summary>
    public static bool HandsOn(string name) =>
        Words.Of(name) is { Length: > 0 } words && (Sending.Contains(words[0]) || Passing.Contains(words[0]));

    private static bool Claims(string text)
    {
        var words = Words.Of(text);
        return words.Any(Claiming.Contains) && !words.Any(Denying.Contains);
    }

    /// <summary>A comment at the function or at its type says that only a line is written.</summary>
    private static bool AreExplained(SyntaxNode function) =>
        function.Ancestors().Take(1).Prepend(function)
            .SelectMany(static place => place.GetLeadingTrivia())
            .Concat(function.DescendantTrivia())
            .Where(Confessions.IsComment)
            .Any(static comment => Words.Of(comment.ToString()).Any(Explaining.Contains));
}
