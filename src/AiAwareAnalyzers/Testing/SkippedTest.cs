using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>A test that does not run, and nobody learns why.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SkippedTest() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1113",
        title: "A test is skipped without a reason",
        messageFormat: "'{0}' {1}, so it is not known what has to happen before it may run again; say why it is "
            + "skipped, with a link to what repairs it, or remove it",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A skipped test is counted, and tests nothing; without a reason it is skipped for good.",
        alsoKnownAs: "ignored test, disabled test");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var tests = TestMethods.Of(start.Compilation);
        if (!tests.AreThere) return;

        start.RegisterSymbolAction(
            context =>
            {
                if (tests.Contain(context.Symbol)) LookAtMarks(context);
                else if (SwitchedOff.Mark(context.Symbol) is { } comment)
                    Report(context, context.Symbol.Locations[0], $"has lost its '{comment}' to a comment");
            },
            SymbolKind.Method);
        start.RegisterSymbolAction(LookAtMarks, SymbolKind.NamedType);
    }

    private static void LookAtMarks(SymbolAnalysisContext context)
    {
        foreach (var attribute in context.Symbol.GetAttributes())
            if (Skips.IsSilent(attribute) && attribute.ApplicationSyntaxReference?.GetSyntax() is { } mark)
                Report(context, mark.GetLocation(), "is skipped, and no reason is told");
    }

    private static void Report(SymbolAnalysisContext context, Location place, string observation) =>
        context.Report(Diagnostic.Create(Descriptor, place, context.Symbol.Name, observation));
}
