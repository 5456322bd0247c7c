using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>What is left of a chat: words of an assistant to its user, fences, and marks that stand for code it did not write out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChatResidue() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0606",
        title: "A piece of a chat stands in the code",
        messageFormat: "\"{0}\" {1}",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Words from a chat with an assistant say nothing about the code, and often stand where code was left out.");

    /// <summary>Pieces of code that can be left out.</summary>
    private static readonly ImmutableArray<string> Pieces = ImmutableArray.Create("code", "method", "methods", "class", "file", "function", "functions", "implementation", "component", "logic", "properties");

    /// <summary>Words for code that is not shown; they count beside an ellipsis.</summary>
    private static readonly Phrases Unshown = Phrases.Read(
        Pieces.SelectMany(static piece => new[] { "existing " + piece, "previous " + piece, "remaining " + piece, "other " + piece, "rest of the " + piece, "rest of your " + piece, "rest of " + piece })
            .Concat(new[] { "existing fields", "existing imports", "existing usings", "other existing", "^unchanged", "same as before", "same as above", "keep existing" }));

    /// <summary>The same, plain enough without one.</summary>
    private static readonly Phrases LeftOut = Phrases.Read(
        Pieces.SelectMany(static piece => new[] { "rest of the " + piece + " * unchanged", "rest of the " + piece + " * the same", "rest of your " + piece + " * the same", "^rest of the " + piece + " here", "^rest of your " + piece })
            .Concat(new[]
            {
                "^keep existing code", "^existing code here", "^existing code remains", "existing code unchanged", "^your existing code", "^previous code here", "omitted for brevity",
                "remaining code unchanged",
            }));

    /// <summary>An assistant speaks to its user.</summary>
    private static readonly Phrases Spoken = Phrases.Read(new[]
    {
        "as an ai", "as an ai language model", "as a large language model", "^certainly heres", "^certainly here", "^sure heres", "^sure here", "^of course heres", "^heres the updated", "^here is the updated",
        "^heres the corrected", "^here is the corrected", "^heres the fixed", "^here is the fixed", "^heres the complete", "^here is the complete", "^heres the full", "^here is the full",
        "^heres the modified", "^here is the modified", "^heres the refactored", "^here is the refactored", "^heres an updated", "^here is an updated", "^heres an improved", "^here is an improved",
        "^ive updated the", "^i have updated the", "^ive added the", "^i have added the", "^ive refactored the", "^i have refactored the", "^ive implemented the", "^i have implemented the",
        "hope this helps", "let me know if you need", "let me know if you have any", "let me know if youd like", "let me know if you would like", "feel free to ask", "feel free to adjust", "feel free to modify",
        "as per your request", "as you requested", "per your request", "^you asked me", "^the user asked", "^the user wants",
    });

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Surroundings.AreKnown(start.Compilation)) return;

        start.RegisterSyntaxTreeAction(ReadComments);
        start.RegisterOperationAction(ReadText, OperationKind.Literal);
    }

    private static void ReadComments(SyntaxTreeAnalysisContext context)
    {
        var root = context.Tree.GetRoot(context.CancellationToken);
        var fences = new List<SyntaxTrivia>();
        var lines = context.Tree.GetText(context.CancellationToken).Lines;
        foreach (var trivia in root.DescendantTrivia(descendIntoTrivia: false))
        {
            if (!IsPlainComment(trivia)) continue;

            var text = trivia.ToString();
            if (text.IndexOf("```", StringComparison.Ordinal) is >= 0 and < 6 && trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)) fences.Add(trivia);
            else if (Complaint(text) is { } complaint) Report(context, trivia, complaint);
        }

        foreach (var fence in Unpaired(fences, fence => lines.GetLineFromPosition(fence.SpanStart).LineNumber, lines))
            Report(context, fence, "is a fence of a chat's answer; remove the line");
    }

    private static bool IsPlainComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    /// <summary>What is wrong with a comment; null where it is about the code.</summary>
    private static string? Complaint(string comment)
    {
        var words = Prose.WordsOf(comment);
        if (words.Length is 0 or > 60) return null;
        if (LeftOut.AreIn(words) || (HasEllipsis(comment) && words.Length <= 8 && Unshown.AreIn(words)))
            return "stands where an assistant left code out; look into the history whether code was lost here, then remove the line";
        return Spoken.AreIn(words) ? "is an assistant talking to its user, not a word about the code; remove the line" : null;
    }

    /// <summary>Dots at the beginning or the end, also in brackets.</summary>
    private static bool HasEllipsis(string comment)
    {
        var text = comment.Trim('/', '*', ' ', '\t', '(', ')', '[', ']', '<', '>');
        return text.StartsWith("...", StringComparison.Ordinal) || text.StartsWith("…", StringComparison.Ordinal)
            || text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith("…", StringComparison.Ordinal);
    }

    /// <summary>Two fences with comment lines between them frame an example; one alone was left behind.</summary>
    private static IEnumerable<SyntaxTrivia> Unpaired(List<SyntaxTrivia> fences, Func<SyntaxTrivia, int> lineOf, Microsoft.CodeAnalysis.Text.TextLineCollection lines)
    {
        for (var index = 0; index < fences.Count; index++)
        {
            var framed = index + 1 < fences.Count && Enumerable.Range(lineOf(fences[index]), lineOf(fences[index + 1]) - lineOf(fences[index]))
                .All(line => lines[line].ToString().TrimStart().StartsWith("//", StringComparison.Ordinal));
            if (framed) index++;
            else yield return fences[index];
        }
    }

    private static void Report(SyntaxTreeAnalysisContext context, SyntaxTrivia trivia, string complaint) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, trivia.GetLocation(), Quote.Of(Prose.Bare(trivia.ToString())), complaint));

    /// <summary>A refusal that was pasted into a message. Texts that code looks for are data.</summary>
    private static void ReadText(OperationAnalysisContext context)
    {
        if (context.Operation.ConstantValue is not { HasValue: true, Value: string { Length: > 20 } text } || text.IndexOf("as an ai", StringComparison.OrdinalIgnoreCase) is < 0 or > 20) return;
        if (!text.Contains("language model") || !IsMessage(context.Operation)) return;

        context.ReportDiagnostic(Diagnostic.Create(Descriptor, context.Operation.Syntax.GetLocation(), Quote.Of(text), "is an assistant talking to its user; write what happened here"));
    }

    private static bool IsMessage(IOperation literal)
    {
        var outer = literal.Parent;
        while (outer is IConversionOperation or IArgumentOperation) outer = outer.Parent;
        return outer is IReturnOperation
            || (outer is IObjectCreationOperation { Type.Name: var type } && type.EndsWith("Exception", StringComparison.Ordinal))
            || (outer is IInvocationOperation call && LogCalls.LoudnessOf(call) is not null);
    }
}
