using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Assertions;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>The expected value is asked of the code that is tested.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExpectedFromSubject() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1106",
        title: "The expected value comes from the code under test",
        messageFormat: "Both sides of '{0}' come from '{1}' with the same arguments, so a mistake in it is on both "
            + "sides and the test passes; write down the value that is right",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A test whose expected value is computed by the code under test confirms whatever that code does.",
        alsoKnownAs: "self-fulfilling test, circular test, test oracle from the implementation");

    /// <summary>Words of tests that ask twice on purpose.</summary>
    private static readonly ImmutableHashSet<string> AskingTwice = WordSet.Of(
        "deterministic determinism deterministically idempotent idempotence idempotency same stable consistent twice",
        "consistently cache cached caches caching memoized memoizes again repeat repeated repeatedly repeatable seed",
        "singleton seeded reproducible reproducibility identical equal equals equality hash unchanged unaffected once",
        "thread concurrent parallel order reuse reuses reused always multiple subsequent invariant preserves every",
        "pure");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        TestBody.ForEach(start, static (context, test) =>
        {
            if (test.Words.Any(AskingTwice.Contains)) return;

            foreach (var assertion in test.Stated)
                if (MethodOnBothSides(assertion, test) is { } method)
                    context.Report(Diagnostic.Create(
                        Descriptor, assertion.Call.Syntax.GetLocation(), Quote.Of(assertion.Call.Syntax), method.Name));
        });

    private static IMethodSymbol? MethodOnBothSides(Assertion assertion, TestBody test) =>
        assertion is { Claim: Claim.Equal, Actual: { } actual, Expected.Length: 1 }
        && test.Locals.Follow(actual) is IInvocationOperation one
        && test.Locals.Follow(assertion.Expected[0]) is IInvocationOperation other
        && one != other
        && test.Subject.Has(one.TargetMethod)
        && SymbolEqualityComparer.Default.Equals(one.TargetMethod, other.TargetMethod)
        && !MakesNewThings(one.TargetMethod)
        && SameValue.AreWrittenAlike(one, other)
        && NothingHappensBetween(one, other, test)
            ? one.TargetMethod
            : null;

    /// <summary>Random values and makers of new things are meant to differ.</summary>
    private static bool MakesNewThings(IMethodSymbol method) =>
        Words.Of(method.Name).FirstOrDefault() is "create" or "next" or "new" or "generate" or "random";

    /// <summary>Where something is done in between, the test is about what that changes, or leaves as it is.</summary>
    private static bool NothingHappensBetween(IInvocationOperation one, IInvocationOperation other, TestBody test)
    {
        var (first, second) = one.Syntax.SpanStart < other.Syntax.SpanStart ? (one, other) : (other, one);
        return !test.Body.Descendants().Any(operation =>
            operation.Syntax.SpanStart >= first.Syntax.Span.End
            && operation.Syntax.Span.End <= second.Syntax.SpanStart
            && operation is IInvocationOperation or IObjectCreationOperation or IAssignmentOperation
                or IIncrementOrDecrementOperation
            && !operation.Syntax.Contains(second.Syntax));
    }
}
