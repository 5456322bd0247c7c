using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>Log calls of a handler that keep the message of a failure at best, and lose its exception.</summary>
internal static class LossyLogs
{
    /// <summary>Words by which a function says that it writes to a log.</summary>
    private static readonly ImmutableHashSet<string> Telling = WordSet.Of(
        "error log logged logging print record report trace warn warning write");

    /// <summary>
    /// The log call to complain about: loud, able to take an exception, and if possible one that was given its message.
    /// </summary>
    public static Logging? In(CatchClause caught)
    {
        var logs = caught.Reaction.Logs.Where(static logging => LogCalls.LoudnessOf(logging.Log) == Loudness.Loud
            && !LogCalls.IsConsole(logging.Log)
            && LogCalls.TakesExceptions(logging.Log)
            && IsLog(logging)).ToList();
        return logs.Find(logging => MentionsException(caught, logging.At))
            ?? (caught is { IsCatchAll: true, Reaction.Uses.Count: 0 } ? logs.FirstOrDefault() : null);
    }

    /// <summary>
    /// The log itself, or a function of ours that says that it logs; any other does something else too.
    /// </summary>
    private static bool IsLog(Logging logging) =>
        logging.At == logging.Log || Words.Of(logging.At.TargetMethod.Name).Any(Telling.Contains);

    /// <summary>Whether a log call gets a part of the exception.</summary>
    public static bool MentionsException(CatchClause caught, IInvocationOperation log) =>
        caught.Reaction.Uses.Any(use => use.Destination == ExceptionSink.Logged && use.At == log);
}
