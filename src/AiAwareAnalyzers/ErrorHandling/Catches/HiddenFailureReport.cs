using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>The report on a catch that hides a failure from the callers.</summary>
internal static class HiddenFailureReport
{
    /// <summary>The exceptions to catch instead, by metadata name, for the fix.</summary>
    internal const string Failures = "Failures";

    /// <summary>
    /// Reports each catch of which this is the gravest that can be said; not in a type where that is the habit.
    /// </summary>
    public static void ReportEach(
        CompilationStartAnalysisContext start, CatchDefect defect, DiagnosticDescriptor descriptor)
    {
        var io = IoCalls.Of(start.Compilation);
        HidingCatches.Watch(start, (swallowing, report) =>
        {
            if (swallowing.IsHabit) return;
            foreach (var caught in swallowing.Catches)
                if (caught.GravestDefect() == defect && !IsUnderstood(caught, defect))
                    report(Of(caught, descriptor, io));
        });
    }

    /// <summary>Whether a catch that hides a failure is reported, alone or with others of its type.</summary>
    public static bool IsReported(CatchClause caught) =>
        caught.GravestDefect() is { } defect && !IsUnderstood(caught, defect);

    /// <summary>What else is wrong with a catch, in brackets; nothing where that is all.</summary>
    public static string RestOf(CatchClause caught)
    {
        var rest = string.Join(", ", CatchDefects.Of(caught).Skip(1).Select(Mention).OfType<string>());
        return rest.Length == 0 ? "" : $" ({rest})";
    }

    /// <summary>How a graver report mentions a defect; some are not worth a word beside one.</summary>
    private static string? Mention(CatchDefect defect) => defect switch
    {
        CatchDefect.SwallowedCancellation => "cancellation is swallowed too",
        CatchDefect.LogWithoutException => "the log gets no stack trace",
        _ => null,
    };

    private static Diagnostic Of(CatchClause caught, DiagnosticDescriptor descriptor, IoCalls io) =>
        Diagnostic.Create(
            descriptor,
            caught.Place,
            LeavesTrace(caught) ? DiagnosticSeverity.Info : descriptor.DefaultSeverity,
            additionalLocations: null,
            caught.IsCatchAll ? ForFix(caught, io) : null,
            caught.Attempt.Call is { } call ? $"'{call}'" : "the awaited work",
            EndingOf(caught),
            RestOf(caught),
            WayOut(caught, io));

    /// <summary>
    /// Those around a private function know what its empty answer means, those who call one that says whether it worked
    /// are told, and a handler that holds nothing but a reason was thought of. What is stored is no answer: whoever
    /// shows it knows nothing of a failure that nobody logs.
    /// </summary>
    private static bool IsUnderstood(CatchClause caught, CatchDefect defect) => defect switch
    {
        CatchDefect.SilentWriteFailure =>
            caught.SaysWhetherItWorked || ToldFailures.AreIn(caught) || IsHeardByAll(caught),
        CatchDefect.FailureBecomesValue =>
            caught.SaysWhetherItWorked
            || FailureAnswers.AreIn(caught)
            || ToldByCallers.Are(caught)
            || (caught.Clause.Handler.Operations.IsEmpty && Comments.Explain(caught.Clause.Syntax))
            || (caught.Function.DeclaredAccessibility == Accessibility.Private
                && caught.Ending.Outcome == OutcomeKind.EmptyValue
                && (caught.Reaction.IsLogged || !IsStored(caught))),
        _ => false,
    };

    /// <summary>It returns false, and all that call it in this project ask for that.</summary>
    private static bool IsHeardByAll(CatchClause caught) =>
        caught.Ending.Value is { } refusal
        && ReturnValues.Is(refusal, false)
        && caught.Statement.SemanticModel is { Compilation: var compilation }
        && AskingCallers.AllAskWhetherItWorked(caught.Function, compilation);

    /// <summary>Those who read the log, or an answer that says no, can know that a change was lost.</summary>
    private static bool LeavesTrace(CatchClause caught) =>
        caught.GravestDefect() == CatchDefect.SilentWriteFailure
        && (caught.Ending.Outcome is OutcomeKind.Silence && caught.Reaction.IsLogged
            || caught.Ending.Value?.Settled().ConstantValue is { HasValue: true, Value: false });

    private static string WayOut(CatchClause caught, IoCalls io) =>
        caught.Ending.TriesAgain ? "throw when no attempt is left"
        : caught.IsCatchAll ? WayOut(ExpectedBehind(caught, io))
        : caught.OnlyClaimsLog ? "log it as the comment says, and rethrow, or return a result that says it failed"
        : "rethrow, or return a result that says it failed";

    private static string WayOut(ImmutableArray<INamedTypeSymbol> failures) =>
        failures.IsEmpty
            ? "rethrow, or catch only what is expected and return a result that says it failed"
            : $"rethrow, or catch only {string.Join(" or ", failures.Select(static failure => $"'{failure.Name}'"))} "
                + "and return a result that says it failed";

    /// <summary>What the fix must know; nothing where the catch is what makes another attempt possible.</summary>
    public static ImmutableDictionary<string, string?> ForFix(CatchClause caught, IoCalls io) => TriesAgain(caught)
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add(
            Failures,
            string.Join("|", ExpectedBehind(caught, io).Select(static failure => failure.ToDisplayString())));

    /// <summary>What a catch of everything could catch instead; one of certain failures does so already.</summary>
    private static ImmutableArray<INamedTypeSymbol> ExpectedBehind(CatchClause caught, IoCalls io) =>
        caught.IsCatchAll ? io.FailuresOf(caught.Attempt.Reach) : ImmutableArray<INamedTypeSymbol>.Empty;

    /// <summary>The try leaves a loop when it works, and is repeated when it does not.</summary>
    private static bool TriesAgain(CatchClause caught) =>
        caught.Attempt.Leaves
        && caught.Reaction is { CanComplete: true } or { Jumps.Count: > 0 }
        && Continuations.LoopAround(caught.Statement) is not (null or IForEachLoopOperation);

    /// <summary>What comes of the failure.</summary>
    private static string EndingOf(CatchClause caught)
    {
        var function = FunctionOf(caught);
        var value = caught.Ending.Value is { } ending ? Quote.Of(ending.Syntax) : "";
        return caught.Ending.Outcome switch
        {
            OutcomeKind.Silence when caught.Ending.TriesAgain => $"{function} just ends after the last attempt",
            OutcomeKind.Silence => $"{function} just ends",
            OutcomeKind.DroppedItem => $"{function} leaves the item out",
            OutcomeKind.EmptyValue when IsStored(caught) => $"{function} stores '{value}'",
            _ when caught.Ending.TriesAgain => $"{function} returns '{value}' after the last attempt",
            _ => $"{function} returns '{value}'",
        };
    }

    private static string FunctionOf(CatchClause caught) =>
        caught.Function.MethodKind == MethodKind.LambdaMethod ? "the lambda"
        : caught.Function.Name == WellKnownMemberNames.TopLevelStatementsEntryPointMethodName ? "the program"
        : $"'{caught.Function.AssociatedSymbol?.Name ?? caught.Function.Name}'";

    private static bool IsStored(CatchClause caught) =>
        caught.Ending.Value is { Parent: ISimpleAssignmentOperation { Target: not ILocalReferenceOperation } };
}
