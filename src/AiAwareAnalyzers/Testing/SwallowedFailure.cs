using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Assertions;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>An assertion whose failure nobody gets to see.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedFailure() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1107",
        title: "The failure of an assertion is swallowed",
        messageFormat: "The failure of '{0}' is lost: {1}, so the test passes all the same; {2}",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An assertion fails by an exception, and where that is caught, or stays in a task that is never "
            + "awaited, the test is green.",
        alsoKnownAs: "swallowed assertion, unawaited assertion");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        TestBody.ForEach(start, static (context, test) =>
        {
            foreach (var assertion in AssertionsOf(test))
                if ((CatchAround(assertion, test) ?? TaskAround(assertion)) is { } loss)
                    context.Report(Diagnostic.Create(
                        Descriptor,
                        assertion.Syntax.GetLocation(),
                        Quote.Of(assertion.Syntax),
                        loss.Observation,
                        loss.WayOut));
        });

    /// <summary>Those of known libraries, and what is verified of doubles.</summary>
    private static IEnumerable<IInvocationOperation> AssertionsOf(TestBody test) => test.Stated
        .Select(static assertion => assertion.Call)
        .Concat(test.Checks.OfType<IInvocationOperation>()
            .Where(static call => Libraries.MakesDoubles(call.TargetMethod.ContainingType)));

    /// <summary>NUnit notes a failure of its own before it throws: to catch that changes nothing.</summary>
    private static Loss? CatchAround(IInvocationOperation assertion, TestBody test) =>
        Libraries.RootOf(assertion.TargetMethod.ContainingType) != "NUnit"
        && Bodies.FunctionAround(assertion) is null
        && assertion.Ancestors().OfType<ITryOperation>()
            .Any(attempt => assertion.IsInside(attempt.Body) && Eats(attempt, test))
            ? new("a catch clause around it takes the exception", "let it through, or assert after the 'try'")
            : null;

    private static bool Eats(ITryOperation attempt, TestBody test) =>
        attempt.Catches.Any(clause =>
            clause.Filter is null && CatchesFailures(clause.ExceptionType) && DoesNothingAboutIt(clause, test));

    private static bool CatchesFailures(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object
        || (type.Name == nameof(Exception) && type.ContainingNamespace.ToDisplayString() == nameof(System))
        || type.Name is "AssertionException" or "XunitException" or "AssertFailedException" or "UnitTestAssertException"
            or "ShouldAssertException";

    /// <summary>Nothing is thrown, asserted or remembered.</summary>
    private static bool DoesNothingAboutIt(ICatchClauseOperation clause, TestBody test) =>
        !clause.Handler.Descendants().Any(Remembers)
        && !test.Checks.Any(check => check.IsInside(clause.Handler) && CanFail(check, test));

    private static bool CanFail(IOperation check, TestBody test) =>
        !test.Stated.Any(stated => stated.Call == check && new Certainty(test).Of(stated) is not null);

    private static bool Remembers(IOperation step) => step switch
    {
        IThrowOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IBranchOperation => true,
        IInvocationOperation call =>
            call.TargetMethod.Name is "Add" or "Enqueue" or "Set" or "SetException" or "TrySetException",
        _ => false,
    };

    private static Loss? TaskAround(IInvocationOperation assertion)
    {
        if (Bodies.FunctionAround(assertion) is IAnonymousFunctionOperation
            { Symbol: { IsAsync: true, ReturnsVoid: true } })
            return new("an async lambda that returns nothing is not waited for", "give it to something that awaits it");

        return Tasks.IsTask(assertion.TargetMethod.ReturnType)
            && Libraries.RootOf(assertion.TargetMethod.ContainingType) is not ("Xunit" or "TUnit")
            && IsDropped(assertion)
                ? new("its task is not awaited", "await it, and let the test return the task")
                : null;
    }

    /// <summary>In an async function the compiler says it; a discard says that it is meant so.</summary>
    private static bool IsDropped(IInvocationOperation call) =>
        call.Parent is IExpressionStatementOperation
            && call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart) is IMethodSymbol { IsAsync: false }
        || call.Parent is ISimpleAssignmentOperation { Target: IDiscardOperation };

    private sealed record Loss(string Observation, string WayOut);
}
