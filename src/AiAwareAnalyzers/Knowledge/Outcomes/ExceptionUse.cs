using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.Knowledge.Outcomes;

/// <summary>Where a caught exception, or a part of it, ends up.</summary>
internal enum ExceptionSink
{
    /// <summary>Only looked at: compared, matched, dropped.</summary>
    Inspected,

    /// <summary>Written to a log.</summary>
    Logged,

    /// <summary>Inside the exception that is thrown next.</summary>
    Thrown,

    /// <summary>In what the function returns.</summary>
    Returned,

    /// <summary>In a member, or in a variable from outside.</summary>
    Stored,

    /// <summary>Given to somebody else.</summary>
    HandedOver,

    /// <summary>In a local of the handler, which goes on from there.</summary>
    Renamed,
}

/// <summary>One use of a caught exception.</summary>
/// <param name="IsWhole">All of it, or text with its stack trace; not only its message.</param>
/// <param name="Destination">Where it ends up.</param>
/// <param name="At">The operation that takes it.</param>
/// <param name="Origin">The variable that held it first.</param>
internal sealed record ExceptionUse(bool IsWhole, ExceptionSink Destination, IOperation At, ISymbol? Origin = null)
{
    /// <summary>Follows a mention of the exception outwards to whoever takes it.</summary>
    public static ExceptionUse Of(IOperation mention, bool isWhole)
    {
        var value = mention;
        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case IPropertyReferenceOperation property when property.Instance == value:
                    isWhole &= property.Property.Name is "InnerException" or "InnerExceptions";
                    break;
                case IInvocationOperation call when call.Instance == value && isWhole && !IsOwnText(call):
                    if (call.TargetMethod.Name != "GetType") return new(isWhole, OfCall(call), call);
                    isWhole = false;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation call } when !IsText(call):
                    return new(isWhole, OfCall(call), call);
                case IConditionalAccessOperation access when access.Operation == value:
                    isWhole &= access.WhenNotNull is not IPropertyReferenceOperation;
                    break;
                case IBinaryOperation { Type.SpecialType: not SpecialType.System_String } or IIsTypeOperation
                    or IIsPatternOperation or ISwitchExpressionOperation or ISwitchOperation:
                    return new(isWhole, ExceptionSink.Inspected, parent);
                case ISimpleAssignmentOperation assignment when assignment.Value == value
                    && !IsInInitializer(assignment):
                    return new(isWhole, OfTarget(assignment.Target), assignment);
                case IVariableDeclaratorOperation declarator: return new(isWhole, ExceptionSink.Renamed, declarator);
                case IReturnOperation: return new(isWhole, ExceptionSink.Returned, parent);
                case IThrowOperation: return new(isWhole, ExceptionSink.Thrown, parent);
                case IExpressionStatementOperation or IConditionalOperation { Type: null }:
                    return new(isWhole, ExceptionSink.Inspected, parent);
                case IBlockOperation: return new(isWhole, ExceptionSink.HandedOver, parent);
            }

            value = parent;
        }

        return new(isWhole, ExceptionSink.HandedOver, value);
    }

    private static bool IsInInitializer(IOperation assignment) =>
        assignment.Parent is IObjectOrCollectionInitializerOperation;

    /// <summary>Methods of the exception that give its text or one of its causes.</summary>
    private static bool IsOwnText(IInvocationOperation call) =>
        call.TargetMethod.Name is "ToString" or "GetBaseException" or "Flatten";

    /// <summary>Calls that only make text of what they get.</summary>
    private static bool IsText(IInvocationOperation call) =>
        call.TargetMethod.ContainingType?.SpecialType == SpecialType.System_String
        || (call.TargetMethod
            is { IsExtensionMethod: true, Name: "Demystify" or "ToStringDemystified" or "ToDetailedString" });

    private static ExceptionSink OfCall(IInvocationOperation call) =>
        LogCalls.LoudnessOf(call) is not null ? ExceptionSink.Logged
        : call.TargetMethod.ContainingType?.Name == "ExceptionDispatchInfo" ? ExceptionSink.Thrown
        : ExceptionSink.HandedOver;

    private static ExceptionSink OfTarget(IOperation target) =>
        target is IDiscardOperation ? ExceptionSink.Inspected : ExceptionSink.Stored;
}
