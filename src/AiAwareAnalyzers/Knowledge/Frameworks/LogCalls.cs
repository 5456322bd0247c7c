using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Knowledge.Frameworks;

/// <summary>How loud a log call is.</summary>
internal enum Loudness
{
    /// <summary>Read by whoever is looking for something.</summary>
    Quiet,

    /// <summary>Read by whoever runs the program.</summary>
    Loud,
}

/// <summary>Calls that write to a log, whichever library it is.</summary>
internal static class LogCalls
{
    private static readonly ImmutableHashSet<string> LoudNames = WordSet.Of(
        "LogError LogCritical LogWarning Error Fatal Warning Warn Critical TraceError TraceWarning ErrorFormat",
        "WarnFormat FatalFormat ErrorAsync WarnAsync FatalAsync LogException LogErrorAsync LogWarningAsync");

    private static readonly ImmutableHashSet<string> QuietNames = WordSet.Of(
        "LogInformation LogDebug LogTrace LogInfo Information Info Debug Verbose Trace InfoFormat DebugFormat",
        "TraceInformation WriteLine Write WriteLineAsync WriteAsync Print Log LogAsync");

    /// <summary>How loud a call logs; null for a call that is no log call.</summary>
    public static Loudness? LoudnessOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!IsLogger(method, call)) return null;
        if (LoudNames.Contains(method.Name) || HasLoudLevel(call) || HasLoudAttribute(method)) return Loudness.Loud;
        return QuietNames.Contains(method.Name) || IsGenerated(method) ? Loudness.Quiet : null;
    }

    /// <summary>
    /// Whether the logger has a method of this name that takes an exception; one whose body is written for it takes
    /// whatever it declares.
    /// </summary>
    public static bool TakesExceptions(IInvocationOperation call) =>
        IsGenerated(call.TargetMethod)
        || call.TargetMethod.ContainingType.GetMembers(call.TargetMethod.Name)
            .OfType<IMethodSymbol>()
            .Any(static method => method.Parameters.Any(IsException));

    private static bool IsException(IParameterSymbol parameter) =>
        parameter.Type is { Name: "Exception", ContainingNamespace.Name: "System" };

    /// <summary>Whether text goes to a console or debugger: seen by somebody, kept by nobody.</summary>
    public static bool IsConsole(IInvocationOperation call) =>
        call.TargetMethod.ContainingType is { Name: "Console" or "Debug" or "Trace" or "AnsiConsole" }
        || call.Instance
            is IPropertyReferenceOperation { Property: { Name: "Error" or "Out", ContainingType.Name: "Console" } };

    /// <summary>Whether a call is made on a logger, whatever it does there.</summary>
    public static bool IsLogger(IInvocationOperation call) => IsLogger(call.TargetMethod, call);

    /// <summary>A logger by its type, by the type it extends, or by an attribute that has its body written.</summary>
    private static bool IsLogger(IMethodSymbol method, IInvocationOperation call)
    {
        if (IsConsole(call) || IsGenerated(method)) return true;
        var receiver = method.IsExtensionMethod
            ? (method.ReducedFrom ?? method).Parameters[0].Type
            : call.Instance?.Type ?? method.ContainingType;
        return IsLoggerType(receiver) || IsLoggerType(method.ContainingType);
    }

    private static bool IsLoggerType(ITypeSymbol? type) =>
        type is { Name: "Log" or "Logger" or "ILog" or "ILogger" or "LoggerExtensions" }
        || (type?.Name.EndsWith("Logger", StringComparison.Ordinal) ?? false);

    /// <summary><c>[LoggerMessage]</c>: a partial method that logs.</summary>
    public static bool IsGenerated(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "LoggerMessageAttribute");

    /// <summary>
    /// <c>[LoggerMessage(LogLevel.Error, …)]</c>, the level in the constructor or by name: 3 is a warning.
    /// </summary>
    private static bool HasLoudAttribute(IMethodSymbol method) =>
        method.GetAttributes()
            .Where(static attribute => attribute.AttributeClass?.Name == "LoggerMessageAttribute")
            .SelectMany(static attribute => attribute.ConstructorArguments
                .Concat(attribute.NamedArguments.Select(static named => named.Value)))
            .Any(static argument => argument is { Type.Name: "LogLevel", Value: int and >= 3 and <= 5 });

    /// <summary><c>Log(LogLevel.Error, …)</c>.</summary>
    private static bool HasLoudLevel(IInvocationOperation call) =>
        call.Arguments.Any(argument =>
            argument.Value
                is IFieldReferenceOperation
                    { Field: { Name: "Error" or "Critical" or "Warning" or "Fatal" or "Warn" } level }
            && level.ContainingType.Name is "LogLevel" or "LogEventLevel");
}
