using AiAwareAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>What can be wrong with a catch, the gravest first.</summary>
internal enum Rung
{
    SilentWriteFailure,
    FailureBecomesValue,
    LostCause,
    SwallowedCancellation,
    LogWithoutException,
    EmptyCatch,
}

/// <summary>One catch, one report: the gravest thing that is wrong with it; the message mentions the rest.</summary>
internal static class Ladder
{
    /// <summary>What each rung asks of a catch, and how a graver report mentions it; some are not worth a mention beside one.</summary>
    private static readonly ImmutableArray<(Rung Rung, Func<Caught, bool> Holds, string? Mention)> Rungs = ImmutableArray.Create<(Rung, Func<Caught, bool>, string?)>(
        (Rung.SilentWriteFailure, SilentWriteFailure.Holds, null),
        (Rung.FailureBecomesValue, FailureBecomesValue.Holds, null),
        (Rung.LostCause, LostCause.Holds, null),
        (Rung.SwallowedCancellation, SwallowedCancellation.Holds, "cancellation is swallowed too"),
        (Rung.LogWithoutException, LogWithoutException.Holds, "the log gets no stack trace"),
        (Rung.EmptyCatch, EmptyCatch.Holds, null));

    /// <summary>Whether a catch is to be reported as this.</summary>
    public static bool Reports(Caught caught, Rung rung)
    {
        foreach (var (candidate, holds, _) in Rungs)
            if (holds(caught)) return candidate == rung;
        return false;
    }

    /// <summary>Whether a catch hides a failure from the callers: all that is inside its try belongs to that report.</summary>
    public static bool Hides(Caught caught) => SilentWriteFailure.Holds(caught) || FailureBecomesValue.Holds(caught);

    /// <summary>What else is wrong with a catch, in brackets; nothing where that is all.</summary>
    public static string Rest(Caught caught, Rung reported)
    {
        var rest = string.Join(", ", Rungs.Where(rung => rung.Rung > reported && rung.Mention is not null && rung.Holds(caught)).Select(rung => rung.Mention));
        return rest.Length == 0 ? "" : $" ({rest})";
    }

    /// <summary>The words <c>catch (Exception ex)</c>, without filter and block.</summary>
    public static Location PlaceOf(Caught caught)
    {
        var clause = (CatchClauseSyntax)caught.Clause.Syntax;
        var end = clause.Declaration?.Span.End ?? clause.CatchKeyword.Span.End;
        return Location.Create(clause.SyntaxTree, TextSpan.FromBounds(clause.SpanStart, end));
    }
}
