using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>Calls that are no work: they wait, log, or make a new value.</summary>
internal sealed class IdleCalls(ResultTypes results)
{
    /// <summary>A call that waits, logs, makes a value or guards against a bad argument.</summary>
    public bool Contain(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return LogCalls.LoudnessOf(call) is not null
            || IsWaiting(method)
            || IsValueMaker(method)
            || IsGuard(method)
            || IsAnswer(method)
            || (method.IsStatic && IsFactory(method))
            || (method.Name is "Add" or "AddRange" or "Append" or "AppendLine" or "AppendFormat" or "AppendJoin"
                && call.Instance is not null
                && IsInside(call.Instance));
    }

    /// <summary>
    /// A list or a text that is made here, also at the end of a chain: <c>text.Append(a).Append(b)</c>.
    /// </summary>
    private static bool IsInside(IOperation target)
    {
        while (target is IInvocationOperation { Instance: { } receiver, TargetMethod.Name: "Append" or "AppendLine"
            or "AppendFormat" or "AppendJoin" }) target = receiver;
        return IsOwn(target) || target is IObjectCreationOperation { Type.Name: "StringBuilder" };
    }

    private static bool IsWaiting(IMethodSymbol method) =>
        (Tasks.IsTask(method.ContainingType) && method.Name is "Delay" or "Yield" or "FromResult")
        || method is { Name: "ConfigureAwait" } or { Name: "Sleep", ContainingType.Name: "Thread" };

    /// <summary>Members of the base library that make a value out of nothing, or out of constants.</summary>
    private static bool IsValueMaker(IMethodSymbol method) => method.ContainingType switch
    {
        { Name: "Guid" } => method.Name is "NewGuid" or "ToString" or "Parse" or "CreateVersion7",
        { Name: "Random" } => true,
        { Name: "RandomNumberGenerator" } => method.Name == "GetInt32",
        { Name: "DateTime" or "DateTimeOffset" or "TimeSpan" or "DateOnly" } => true,
        { Name: "TimeProvider" } => method.Name != "CreateTimer",
        { SpecialType: SpecialType.System_String } => method.Name is "Format" or "Concat" or "Substring" or "ToUpper"
            or "ToLower" or "ToUpperInvariant" or "ToLowerInvariant" or "IsNullOrEmpty" or "IsNullOrWhiteSpace"
            or "Create" or "Join" or "Replace" or "Trim",
        { Name: "FormattableString" } => true,
        { Name: "WebUtility" or "HttpUtility" or "HtmlEncoder" } => method.Name is "Encode" or "HtmlEncode"
            or "UrlEncode",
        { Name: "Array" } => method.Name == "Empty",
        { Name: "Enumerable" } => method.Name is "Empty" or "Repeat" or "Range" or "ToList" or "ToArray",
        { Name: var maker } when maker.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal) =>
            method.Name is "AppendLiteral" or "AppendFormatted" or "ToStringAndClear",
        _ => method.Name == "ToString",
    };

    /// <summary><c>ArgumentNullException.ThrowIfNull</c>, <c>token.ThrowIfCancellationRequested</c>.</summary>
    private static bool IsGuard(IMethodSymbol method) =>
        method.Name.StartsWith("ThrowIf", StringComparison.Ordinal)
        && (method.ContainingType.Name == nameof(CancellationToken)
            || method.ContainingType.Name.EndsWith("Exception", StringComparison.Ordinal));

    /// <summary><c>Ok(…)</c> and its kin.</summary>
    private static bool IsAnswer(IMethodSymbol method) =>
        AspNetCore.MakesAnswers(method.ContainingType);

    /// <summary>A static method that makes a Result, or one of its own type.</summary>
    private bool IsFactory(IMethodSymbol method)
    {
        var made = Tasks.Unwrap(method.ReturnType);
        return results.IsResult(made)
            || SymbolEqualityComparer.Default.Equals(made.OriginalDefinition, method.ContainingType.OriginalDefinition)
            || results.IsResult(method.ContainingType);
    }

    /// <summary>A local, a discard, or a member of something that was made here.</summary>
    public static bool IsOwn(IOperation target) => target switch
    {
        _ when CallStack.IsNearlyFull => false,
        ILocalReferenceOperation or IDiscardOperation or IDeclarationExpressionOperation => true,
        IParameterReferenceOperation { Parameter.RefKind: not RefKind.None } => true,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => true,
        IMemberReferenceOperation { Instance: { } instance } => IsOwn(instance),
        IArrayElementReferenceOperation element => IsOwn(element.ArrayReference),
        ITupleOperation tuple => tuple.Elements.All(IsOwn),
        IConversionOperation conversion => IsOwn(conversion.Operand),
        _ => false,
    };
}
