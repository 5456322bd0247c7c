using AiAwareAnalyzers.FakeWork.Wording;
using AiAwareAnalyzers.FakeWork.Work;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>
/// What is left of a chat: words of an assistant to its user, fences, and marks that stand for code it did not write
/// out.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChatResidue() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0606",
        title: "Chat text was left in the code",
        messageFormat: "\"{0}\" {1}",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Text from a chat with an assistant says nothing about the code, and often marks a place where "
            + "code was left out.",
        alsoKnownAs: "leftover chat output, elided code");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Surroundings.AreKnown(start.Compilation)) return;

        start.RegisterSyntaxTreeAction(ReadTree);
        start.RegisterOperationAction(ReadText, OperationKind.Literal);
    }

    private static void ReadTree(SyntaxTreeAnalysisContext context)
    {
        var fences = new Fences(context.Tree.GetText(context.CancellationToken));
        foreach (var trivia in context.Tree.GetRoot(context.CancellationToken)
            .DescendantTrivia(descendIntoTrivia: false))
            if (trivia.IsKind(SyntaxKind.SkippedTokensTrivia)) fences.AddLinesOf(trivia);
            else if (IsPlainComment(trivia)
                && !fences.Add(trivia)
                && ChatPhrases.Complaint(trivia.ToString()) is { } complaint)
                Report(context, trivia.Span, complaint);

        foreach (var fence in fences.LeftBehind())
            Report(context, fence, "is a code fence from a chat answer; remove the line");
    }

    private static bool IsPlainComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static void Report(SyntaxTreeAnalysisContext context, TextSpan span, string complaint) =>
        context.Report(Diagnostic.Create(
            Descriptor,
            Location.Create(context.Tree, span),
            Quote.Of(Prose.Bare(context.Tree.GetText(context.CancellationToken).ToString(span))),
            complaint));

    /// <summary>A refusal that was pasted into a message. Texts that code looks for are data.</summary>
    private static void ReadText(OperationAnalysisContext context)
    {
        if (context.Operation.ConstantText() is not { Length: > 20 } text
            || text.IndexOf("as an ai", StringComparison.OrdinalIgnoreCase) is < 0 or > 20)
            return;
        if (!text.Contains("language model") || !IsMessage(context.Operation)) return;

        context.Report(Diagnostic.Create(
            Descriptor,
            context.Operation.Syntax.GetLocation(),
            Quote.Of(text),
            "is an assistant addressing its user; write what happened here"));
    }

    private static bool IsMessage(IOperation literal)
    {
        var outer = literal.Parent;
        while (outer is IConversionOperation or IArgumentOperation) outer = outer.Parent;
        return outer is IReturnOperation
            || (outer is IObjectCreationOperation { Type.Name: var type }
                && type.EndsWith("Exception", StringComparison.Ordinal))
            || (outer is IInvocationOperation call && LogCalls.LoudnessOf(call) is not null);
    }
}
