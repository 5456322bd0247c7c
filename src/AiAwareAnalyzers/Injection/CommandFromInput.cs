using AiAwareAnalyzers.Injection.Sinks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection;

/// <summary>A command line into which someone can write more than one argument.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CommandFromInput() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0706",
        title: "A command line is built from user input",
        messageFormat: "'{0}' becomes part of {1}; start the program itself and add each argument to 'ArgumentList', "
            + "which keeps it one argument",
        category: Family.Injection,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Text that is spliced into a command line can end its argument and add others, and in a shell it "
            + "can start other programs.",
        alsoKnownAs: "command injection, argument injection, RCE",
        cwe: [78]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var sinks = CommandSinks.Of(start.Compilation);
        if (sinks.AreReferenced)
            LookInBodies(
                start,
                context => Look(context, sinks),
                OperationKind.Invocation,
                OperationKind.ObjectCreation,
                OperationKind.SimpleAssignment);
    }

    private static Diagnostic? Look(OperationAnalysisContext context, CommandSinks sinks)
    {
        if (sinks.At(context.Operation) is not { } use) return null;
        var isShell = CommandSinks.StartsShell(use);
        if (use.Free.FirstOrDefault(hole => IsOpen(hole, use, isShell)) is not { } open) return null;
        return Diagnostic.Create(Descriptor, use.LocationOf(open), Quote.Of(open.Value.Syntax), Role(isShell));
    }

    /// <summary>
    /// Input anywhere; in the text that a shell reads, whatever a caller passes. A whole command that is handed on is
    /// the caller's business.
    /// </summary>
    private static bool IsOpen(Hole hole, SinkUse use, bool isShell) =>
        hole.Origin == TextOrigin.Input || isShell
            && hole.Origin == TextOrigin.Parameter
            && use.Template.Literals.Any(literal => literal.Trim().Length > 2);

    private static string Role(bool isShell) =>
        isShell
            ? "a shell command, where ';' and '&' start another one"
            : "a command line, where a quote or a space ends its argument";
}
