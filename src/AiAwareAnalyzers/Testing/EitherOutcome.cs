using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Assertions;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>An assertion that is content with one outcome and with another.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EitherOutcome() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1103",
        title: "An assertion is content with either of two outcomes",
        messageFormat: "'{0}' is content with {1}, so the test passes whichever of them the code gives; decide which "
            + "one is right and assert that",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A test that accepts success and failure alike was written without knowing what the code should "
            + "do, and does not find it out.",
        alsoKnownAs: "either/or assertion, ambiguous expectation",
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start) => TestBody.ForEach(start, Look);

    private static void Look(OperationBlockAnalysisContext context, TestBody test)
    {
        foreach (var assertion in test.Stated)
            if (Alternatives.Of(assertion) is { } alternatives)
                context.Report(Diagnostic.Create(
                    Descriptor,
                    assertion.Call.Syntax.GetLocation(),
                    alternatives.AreOpposite ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                    additionalLocations: null,
                    properties: null,
                    Quote.Of(assertion.Call.Syntax),
                    alternatives.Named));
    }
}
