using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>A test whose answer depends on where and when it runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HardToBelieve() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1114",
        title: "The answer of a test depends on where and when it runs",
        messageFormat: "'{0}' {1}, so it may be green here and red elsewhere, or the other way about; {2}",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A test that takes something from the machine, the network, the clock or chance is red for "
            + "reasons that have nothing to do with the code, and is no longer believed.",
        alsoKnownAs: "flaky test, mystery guest, resource optimism");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        TestBody.ForEach(start, static (context, test) =>
        {
            if (Surroundings.Of(test) is { } taken)
                context.Report(Diagnostic.Create(
                    Descriptor, taken.Place.GetLocation(), test.Method.Name, taken.Observation, taken.WayOut));
        });
}
