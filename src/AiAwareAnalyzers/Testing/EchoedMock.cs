using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Assertions;
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
        messageFormat: "'{0}' {1}, so the test exercises {2} and none of your code; call the code that uses the "
            + "double, and assert what that does",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A double answers what it was told.",
        alsoKnownAs: "testing the mock, mockery",
        customTags: LowersOwnFindings);

    private const string Library = "the library of doubles";

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var areMade = DoubleLibraries.AreUsed(start.Compilation);
        TestBody.ForEach(start, (context, test) =>
        {
            if (areMade) JudgeTold(context, test);
            JudgeOwn(context, test);
        });
    }

    private static void JudgeTold(OperationBlockAnalysisContext context, TestBody test)
    {
        var doubles = new ToldDoubles(test, context.Compilation);
        var isVerified = test.Checks.OfType<IInvocationOperation>()
            .Any(static check => Libraries.MakesDoubles(check.TargetMethod.ContainingType));
        foreach (var assertion in test.Stated)
            if (assertion.Actual is { } actual && doubles.AnswersAsTold(actual) is { } asked)
                Report(context, assertion.Call, $"asserts what the test itself told '{asked}' to give", Library);
            else if ((doubles.ThrowsAsTold(assertion.Call) ?? ThrownBehind(assertion, doubles)) is { } thrower)
                Report(context, assertion.Call, $"expects what the test itself told '{thrower}' to throw", Library);
            else if (!isVerified && doubles.HandsOn(assertion) is var (member, subject))
                Report(
                    context,
                    assertion.Call,
                    $"sees what the test itself told '{member}', and '{subject}' only hands it on",
                    Library,
                    DiagnosticSeverity.Info);
        foreach (var check in test.Checks.OfType<IInvocationOperation>())
            if (doubles.CallMadeByTest(check) is { } made)
                Report(context, check, $"verifies the call of '{made}' that the test itself made", Library);
    }

    /// <summary><c>Assert.IsType&lt;Expired>(Record.Exception(() => …))</c>.</summary>
    private static string? ThrownBehind(Assertion assertion, ToldDoubles doubles) =>
        assertion.Actual is { } actual ? doubles.ThrowsAsTold(actual) : null;

    /// <summary>
    /// All that a test asserts is what it has put into a double that somebody wrote for it: one mistake, said at the
    /// first assertion.
    /// </summary>
    private static void JudgeOwn(OperationBlockAnalysisContext context, TestBody test)
    {
        if (test.Stated.IsEmpty) return;

        var doubles = new OwnDoubles(test, context.Compilation);
        var asked = test.Stated
            .Select(assertion => assertion.Actual is { } actual ? doubles.AnswersAsGiven(actual) : null)
            .ToList();
        if (asked.Contains(null) || doubles.RunsOtherCode()) return;

        Report(
            context,
            test.Stated[0].Call,
            $"asserts what the test itself gave to the double behind '{asked[0]}'",
            "its own double");
    }

    private static void Report(
        OperationBlockAnalysisContext context,
        IInvocationOperation call,
        string observation,
        string exercised,
        DiagnosticSeverity severity = DiagnosticSeverity.Warning) =>
        context.Report(Diagnostic.Create(
            Descriptor,
            call.Syntax.GetLocation(),
            severity,
            additionalLocations: null,
            properties: null,
            Quote.Of(call.Syntax),
            observation,
            exercised));
}
