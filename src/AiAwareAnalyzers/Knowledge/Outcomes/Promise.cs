namespace AiAwareAnalyzers.Knowledge.Outcomes;

/// <summary>What a function promises its callers about failure.</summary>
[Flags]
internal enum Promise
{
    None = 0,

    /// <summary>It asks whether something is so, or tries: a failure is one of its answers.</summary>
    Probe = 1,

    /// <summary>It returns a type that can say that it failed.</summary>
    Result = 1 << 1,

    /// <summary>It decides whether something is allowed: false closes it.</summary>
    Gate = 1 << 2,

    /// <summary>
    /// Its name says what comes back when there is nothing: <c>GetOrDefault</c>, <c>FindOrNull</c>,
    /// <c>GetFilesSafe</c>.
    /// </summary>
    Fallback = 1 << 3,

    /// <summary>An event, a message or a framework calls it, nobody who could do something about a failure.</summary>
    Handler = 1 << 4,

    /// <summary>The end of the road for exceptions: an endpoint, a middleware, a hosted service.</summary>
    Boundary = 1 << 5,

    /// <summary>The program itself; what it returns is an exit code.</summary>
    Main = 1 << 6,

    /// <summary>It puts things away, and must go on doing so.</summary>
    Cleanup = 1 << 7,

    /// <summary>It changes something that lasts: callers rely on it having happened.</summary>
    Change = 1 << 8,

    /// <summary>It helps if it works: a notification, a metric, a warm-up.</summary>
    BestEffort = 1 << 9,

    /// <summary>A test, or its set-up.</summary>
    Test = 1 << 10,

    /// <summary>A command of a program or a task of a build: what it returns is an exit code.</summary>
    Command = 1 << 11,

    /// <summary>It writes the log, the trace or the metrics itself, and has nowhere to log to.</summary>
    Diagnostic = 1 << 12,
}
