using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Assertions;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>The expected value is worked out as the code under test does it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MirroredImplementation() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1110",
        title: "A test repeats the formula of the code under test",
        messageFormat: "'{0}' works out the expected value in the very steps of '{1}', so a mistake in them is on both "
            + "sides and the test passes; write down the value that is right",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A test that repeats the formula of the code under test confirms whatever the formula gives.",
        alsoKnownAs: "mirrored implementation, tautological test, production logic in test");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        TestBody.ForEach(start, static (context, test) =>
        {
            foreach (var assertion in test.Stated)
                if (assertion is { Claim: Claim.Equal, Actual: { } actual, Expected.Length: 1 }
                    && test.Locals.Follow(actual) is IInvocationOperation call
                    && test.Subject.Has(call.TargetMethod)
                    && Mirror.Shows(assertion.Expected[0], call, test.Locals, context.Compilation))
                    context.Report(Diagnostic.Create(
                        Descriptor,
                        assertion.Call.Syntax.GetLocation(),
                        Quote.Of(assertion.Call.Syntax),
                        call.TargetMethod.Name));
        });
}
