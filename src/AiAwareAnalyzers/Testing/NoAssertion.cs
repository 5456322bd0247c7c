using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Testing.Assertions;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>A test that runs code and looks at nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoAssertion() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1102",
        title: "A test asserts nothing",
        messageFormat: "'{0}' {1}, so it passes as long as nothing throws, whatever comes out; assert what the code "
            + "has to give or to change, or say in its name that it does not throw",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A test without an assertion counts as coverage and finds no wrong result.",
        alsoKnownAs: "assertion-free test, missing assertion, line hitter");

    /// <summary>What a test may be about that needs no assertion.</summary>
    private static readonly ImmutableHashSet<string> Smoke = WordSet.Of(
        "smoke compile compiles benchmark benchmarks perf performance sandbox playground demo seed stress");

    private static readonly ImmutableHashSet<string> Failing = WordSet.Of(
        "throw throws throwing thrown exception exceptions crash crashes error errors fail fails failing hang hangs",
        "deadlock deadlocks leak leaks overflow");

    private static readonly ImmutableHashSet<string> Denying = WordSet.Of(
        "not no never without doesnt dont wont cannot nothing ignored ignores swallows swallowed handles tolerates t");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var checks = Checks.Of(start.Compilation);
        TestBody.ForEach(start, (context, test) =>
        {
            if (!test.Checks.IsEmpty
                || IsExcused(test)
                || IsFromTemplate(test)
                || checks.AreMadeAfter(test.Method.ContainingType))
                return;

            context.Report(Diagnostic.Create(
                Descriptor,
                test.Method.Locations[0],
                test.Method.Name,
                test.Body.ChildOperations.Any() ? "asserts nothing" : "is empty"));
        });
    }

    /// <summary>
    /// It gives its answer to the framework, is expected to throw, does not run, or says that not to throw is all.
    /// </summary>
    private static bool IsExcused(TestBody test) =>
        !Promises.ReturnsNothing(test.Method)
        || test.Method.GetAttributes().Any(static attribute => IsExpectation(attribute) || Skips.IsSkipped(attribute))
        || test.Words.Any(Smoke.Contains)
        || SaysThatNothingIsThrown(test.Words)
        || Comments(test).Any(static comment => SaysThatNothingIsThrown(Words.Of(comment)));

    /// <summary>The empty test that a new project begins with.</summary>
    private static bool IsFromTemplate(TestBody test) =>
        test.Method.Name is "Test1" or "TestMethod1" && !test.Body.ChildOperations.Any();

    private static bool IsExpectation(AttributeData attribute) =>
        attribute.AttributeClass?.Name.StartsWith("Expected", StringComparison.Ordinal) == true
        || attribute.NamedArguments.Any(static argument => argument.Key == "ExpectedResult");

    private static bool SaysThatNothingIsThrown(ImmutableArray<string> words) =>
        words.Any(Failing.Contains) && words.Any(Denying.Contains);

    private static IEnumerable<string> Comments(TestBody test) => test.Body.Syntax.DescendantTrivia()
        .Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
            || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
        .Select(static comment => comment.ToString());
}
