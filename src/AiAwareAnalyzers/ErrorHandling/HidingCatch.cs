using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>The report on a catch that hides a failure from the callers.</summary>
internal static class HidingCatch
{
    /// <summary>The exceptions to catch instead, by metadata name, for the fix.</summary>
    internal const string Failures = "Failures";

    /// <summary>Reports each catch of which this is the gravest that can be said; not in a type where that is the habit.</summary>
    public static void ReportEach(CompilationStartAnalysisContext start, Rung rung, DiagnosticDescriptor descriptor)
    {
        var io = InputOutput.Of(start.Compilation);
        Swallowing.Watch(start, (swallowing, report) =>
        {
            if (swallowing.IsHabit) return;
            foreach (var caught in swallowing.Catches)
                if (Ladder.Reports(caught, rung))
                    report(Of(caught, rung, descriptor, io));
        });
    }

    private static Diagnostic Of(Caught caught, Rung rung, DiagnosticDescriptor descriptor, InputOutput io) => Diagnostic.Create(
        descriptor,
        Ladder.PlaceOf(caught),
        ForFix(caught, io),
        caught.Attempt.Call is { } call ? $"'{call}'" : "the awaited work",
        EndingOf(caught),
        Ladder.Rest(caught, rung),
        caught.Ending.TriesAgain ? "throw when no attempt is left" : WayOut(io.FailuresOf(caught.Attempt.Reach)));

    private static string WayOut(ImmutableArray<INamedTypeSymbol> failures) =>
        failures.IsEmpty ? "rethrow, or catch only what is expected" : $"rethrow, or catch only {string.Join(" or ", failures.Select(static failure => $"'{failure.Name}'"))}";

    /// <summary>What the fix must know; nothing where the catch is what makes another attempt possible.</summary>
    public static ImmutableDictionary<string, string?> ForFix(Caught caught, InputOutput io) => TriesAgain(caught)
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add(Failures, string.Join("|", io.FailuresOf(caught.Attempt.Reach).Select(static failure => failure.ToDisplayString())));

    /// <summary>The try leaves a loop when it works, and is repeated when it does not.</summary>
    private static bool TriesAgain(Caught caught) =>
        caught.Attempt.Leaves && caught.Reaction is { CanComplete: true } or { Jumps.Count: > 0 } && Continuations.LoopAround(caught.Statement) is not (null or IForEachLoopOperation);

    /// <summary>What comes of the failure.</summary>
    private static string EndingOf(Caught caught)
    {
        var function = FunctionOf(caught);
        var value = caught.Ending.Value is { } ending ? Quote.Of(ending.Syntax) : "";
        return caught.Ending.Outcome switch
        {
            Outcome.Silence when caught.Ending.TriesAgain => $"{function} just ends after the last attempt",
            Outcome.Silence => $"{function} just ends",
            Outcome.DroppedItem => $"{function} leaves the item out",
            Outcome.EmptyValue when IsStored(caught) => $"{function} stores '{value}'",
            _ when caught.Ending.TriesAgain => $"{function} returns '{value}' after the last attempt",
            _ => $"{function} returns '{value}'",
        };
    }

    private static string FunctionOf(Caught caught) =>
        caught.Function.MethodKind == MethodKind.LambdaMethod ? "the lambda"
        : caught.Function.Name == WellKnownMemberNames.TopLevelStatementsEntryPointMethodName ? "the program"
        : $"'{caught.Function.AssociatedSymbol?.Name ?? caught.Function.Name}'";

    private static bool IsStored(Caught caught) => caught.Ending.Value is { Parent: ISimpleAssignmentOperation { Target: not ILocalReferenceOperation } };
}
