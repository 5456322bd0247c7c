using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Assertions;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>A test whose assertions all say less than it knows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeakAssertion() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1108",
        title: "All that a test asserts is that something came out",
        messageFormat: "'{0}' asserts only {1}, so the test passes whatever {2}; assert {3}",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A test that knows what it has put in, and asserts no more than that something came out, finds no "
            + "wrong result.",
        alsoKnownAs: "weak assertion, not-null assertion, weak oracle");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        TestBody.ForEach(start, static (context, test) =>
        {
            if (WeaknessOf(test) is not { } weakness) return;

            var call = test.Stated[0].Call;
            context.Report(Diagnostic.Create(
                Descriptor,
                call.Syntax.GetLocation(),
                Quote.Of(call.Syntax),
                weakness.Observation,
                weakness.Whatever,
                weakness.WayOut));
        });

    /// <summary>A test that nothing is thrown needs no more.</summary>
    private static bool IsAboutThrowing(TestBody test) =>
        test.Stated[0].Claim != Claim.Other && test.Words.Any(static word => word is "throw" or "throws" or "throwing");

    /// <summary>Of the first assertion, where none of the others can find more.</summary>
    private static Weakness? WeaknessOf(TestBody test)
    {
        if (test.Stated.IsEmpty || test.Stated.Length != test.Checks.Length || IsAboutThrowing(test)) return null;

        var weaknesses = test.Stated.Select(assertion => Weakness.Of(assertion, test)).ToList();
        return weaknesses.TrueForAll(static weakness => weakness is not null) ? weaknesses[0] : null;
    }
}
