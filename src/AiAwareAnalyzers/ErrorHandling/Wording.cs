using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>How the messages of the family speak of a catch.</summary>
internal static class Wording
{
    /// <summary>What was tried: <c>'SaveChangesAsync'</c>.</summary>
    public static string OfAttempt(Caught caught) => caught.Attempt.Call is { } call ? $"'{call}'" : "the awaited work";

    /// <summary>The function: <c>'LoadAsync'</c>, or the lambda.</summary>
    public static string OfFunction(Caught caught) =>
        caught.Function.MethodKind == MethodKind.LambdaMethod ? "the lambda"
        : caught.Function.Name == WellKnownMemberNames.TopLevelStatementsEntryPointMethodName ? "the program"
        : $"'{caught.Function.AssociatedSymbol?.Name ?? caught.Function.Name}'";

    /// <summary>What comes of the failure.</summary>
    public static string OfEnding(Caught caught)
    {
        var function = OfFunction(caught);
        var value = caught.Ending.Value is { } returned ? Quote.Of(returned.Syntax) : "";
        return caught.Ending.Outcome switch
        {
            Outcome.Silence => $"{function} just ends",
            Outcome.DroppedItem => $"{function} leaves the item out",
            Outcome.EmptyValue when IsStored(caught) => $"{function} stores '{value}'",
            _ => $"{function} returns '{value}'",
        };
    }

    /// <summary>What to do instead.</summary>
    public static string OfWayOut(Caught caught, InputOutput io)
    {
        var failures = io.FailuresOf(caught.Attempt.Reach);
        return failures.IsEmpty
            ? "rethrow, or catch only what is expected"
            : $"rethrow, or catch only {string.Join(" or ", failures.Select(failure => $"'{failure.Name}'"))}";
    }

    private static bool IsStored(Caught caught) => caught.Ending.Value is { Parent: ISimpleAssignmentOperation { Target: not ILocalReferenceOperation } };
}
