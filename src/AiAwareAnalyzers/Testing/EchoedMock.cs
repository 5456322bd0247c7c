using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Doubles;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>A test that sees only what it told its double.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EchoedMock() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1105",
        title: "A test looks at its own double",
        messageFormat: "'{0}' {1}, so the test exercises the library of doubles and none of your code; call the code "
            + "that uses the double, and assert what that does",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A double answers what it was told.",
        alsoKnownAs: "testing the mock, mockery");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!DoubleLibraries.AreUsed(start.Compilation)) return;

        TestBody.ForEach(start, static (context, test) =>
        {
            var doubles = new ToldDoubles(test);
            foreach (var assertion in test.Stated)
                if (assertion.Actual is { } actual && doubles.AnswersAsTold(actual) is { } asked)
                    Report(context, assertion.Call, $"asserts what the test itself told '{asked}' to give");
            foreach (var check in test.Checks.OfType<IInvocationOperation>())
                if (doubles.CallMadeByTest(check) is { } made)
                    Report(context, check, $"verifies the call of '{made}' that the test itself made");
        });
    }

    private static void Report(OperationBlockAnalysisContext context, IInvocationOperation call, string observation) =>
        context.Report(Diagnostic.Create(
            Descriptor, call.Syntax.GetLocation(), Quote.Of(call.Syntax), observation));
}
