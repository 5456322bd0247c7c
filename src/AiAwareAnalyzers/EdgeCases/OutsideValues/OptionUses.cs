using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>
/// Where a number that is zero or negative, or a text that is missing, throws or does something that nobody wants.
/// </summary>
internal static class OptionUses
{
    private static readonly string[] OutOfRange = ["ArgumentOutOfRangeException", "ArgumentException"];

    private static readonly string[] ByZero = ["DivideByZeroException", "ArithmeticException"];

    private static readonly string[] NoAddress =
        ["UriFormatException", "FormatException", "ArgumentNullException", "ArgumentException"];

    /// <summary>Null for any other operation.</summary>
    public static OptionUse? Read(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Type: { } type, Arguments: { Length: > 0 } arguments } => Made(type.Name, arguments),
        IInvocationOperation call => Called(call),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var member } } assignment =>
            Set(member, assignment.Value),
        ICompoundAssignmentOperation
        {
            OperatorKind: BinaryOperatorKind.Add,
            Parent: { Parent: IForLoopOperation { AtLoopBottom: var steps } } statement,
        } step when steps.Contains(statement) => Quiet(step.Value, "the loop never ends where it is 0"),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder } division
            when IsWhole(division.Type) => Divisor(division.RightOperand),
        ICompoundAssignmentOperation
            { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder } division
            when IsWhole(division.Type) => Divisor(division.Value),
        _ => null,
    };

    private static OptionUse Divisor(IOperation value) => new(value, "the division throws where it is 0", ByZero);

    private static OptionUse? Made(string type, ImmutableArray<IArgumentOperation> arguments) => type switch
    {
        "PeriodicTimer" or "BoundedChannelOptions" => Throws(type, arguments[0].Value),
        "SemaphoreSlim" => Quiet(arguments[0].Value, "nothing ever gets in where it is 0"),
        "CancellationTokenSource" => Timeout(arguments[0].Value),
        "Uri" when arguments.Length == 1 => new(arguments[0].Value, "'new Uri' throws where it is missing", NoAddress)
        {
            IsBadIfMissing = true,
        },
        "TimeOnly" or "DateOnly" or "DateTime" or "DateTimeOffset" =>
            arguments.Select(static argument => argument.Value).LastOrDefault(IsPartOfTime) is { } part
                ? new(part, $"'{type}' throws where it is out of range", OutOfRange)
                : null,
        _ => null,
    };

    private static OptionUse? Called(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "Delay", ContainingType.Name: "Task" } when IsPaceOfLoop(call) =>
            Quiet(call.Arguments[0].Value, "the loop runs without a pause where it is 0"),
        { Name: "Chunk", ContainingType.Name: "Enumerable" } => Throws("Chunk", call.Arguments[^1].Value),
        { Name: "CancelAfter", ContainingType.Name: "CancellationTokenSource" } =>
            Timeout(call.Arguments[0].Value),
        { Name: "AddSeconds" or "AddMinutes" or "AddHours" or "AddDays",
            ContainingType.Name: "DateTime" or "DateTimeOffset" }
            when Values.TakerOf(call) is { Name: var end } && IsEnd(end) =>
            Quiet(call.Arguments[0].Value, $"'{end}' has passed at once where it is 0"),
        { Name: "CreateBounded", ContainingType.Name: "Channel" } =>
            Throws("CreateBounded", call.Arguments[0].Value),
        { Name: "Set", ContainingType.Name: "CacheExtensions", Parameters.Length: 4 } =>
            Throws("Set", call.Arguments[^1].Value),
        _ => null,
    };

    private static OptionUse? Set(IPropertySymbol member, IOperation value) => member switch
    {
        { Name: "Timeout", ContainingType.Name: "HttpClient" } => Throws(member.Name, value),
        { Name: "AbsoluteExpirationRelativeToNow" or "SlidingExpiration",
            ContainingType.Name: "MemoryCacheEntryOptions" or "DistributedCacheEntryOptions" } =>
            Throws(member.Name, value),
        { Name: "MaxDegreeOfParallelism", ContainingType.Name: "ParallelOptions" } => Throws(member.Name, value),
        _ => null,
    };

    private static OptionUse Throws(string member, IOperation value) =>
        new(value, $"'{member}' throws where it is 0 or less", OutOfRange);

    private static OptionUse Timeout(IOperation value) =>
        Quiet(value, "everything is cancelled at once where it is 0") with { IsBadIfMissing = true };

    private static OptionUse Quiet(IOperation value, string harm) => new(value, harm);

    /// <summary>The pause between two rounds of a loop that goes on until somebody ends it.</summary>
    private static bool IsPaceOfLoop(IOperation call) =>
        call.Ancestors()
            .TakeWhile(static outer => outer is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            .FirstOrDefault(static outer => outer is ILoopOperation or ICatchClauseOperation) is IWhileLoopOperation;

    /// <summary>The moment from which on something is no good any more.</summary>
    private static bool IsEnd(string taker) =>
        Words.Of(taker).Any(static word => word is "expires" or "expiry" or "expiration");

    private static bool IsPartOfTime(IOperation value) =>
        value.Unconverted()
            is IPropertyReferenceOperation { Type.SpecialType: SpecialType.System_Int32, Instance: not null };

    private static bool IsWhole(ITypeSymbol? type) =>
        type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Decimal;
}
