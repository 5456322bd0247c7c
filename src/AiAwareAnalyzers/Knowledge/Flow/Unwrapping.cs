using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.Knowledge.Flow;

/// <summary>What may stand around a value without making it another one.</summary>
[Flags]
internal enum Wrappers
{
    Parentheses = 1,

    /// <summary>Conversions that nobody wrote, those of a type's own making among them.</summary>
    ImplicitConversions = 2,

    /// <summary>Conversions of the language, written or not.</summary>
    Conversions = 4,

    /// <summary>Conversions of any making, but for <c>as</c>, which may leave nothing.</summary>
    Casts = 8,

    /// <summary>Conversions of a type's own making, where text comes out.</summary>
    ConversionsToText = 16,

    /// <summary>Conversions after which an object is the same; a text may become a span.</summary>
    ReferenceConversions = 32,

    /// <summary>The delegate made of a lambda or a method.</summary>
    Delegates = 64,

    /// <summary><c>await</c>, and <c>ConfigureAwait</c> before it.</summary>
    Awaits = 128,

    /// <summary><c>Task.FromResult(value)</c> and its kin.</summary>
    FinishedTasks = 256,

    /// <summary>What is read behind <c>?.</c>.</summary>
    ConditionalAccesses = 512,

    /// <summary>The argument that a value is.</summary>
    Arguments = 1024,

    /// <summary>Query syntax around the calls that it stands for.</summary>
    Queries = 2048,
}

/// <summary>The one place that takes off what stands around a value, by named sets of wrappers.</summary>
internal static class Unwrapping
{
    /// <summary>As somebody wrote it: without parentheses and what the compiler converts by itself.</summary>
    public static IOperation AsWritten(this IOperation value) =>
        value.Without(Wrappers.Parentheses | Wrappers.ImplicitConversions);

    /// <summary>Without parentheses, conversions of the language and delegate creations.</summary>
    public static IOperation Unconverted(this IOperation value) =>
        value.Without(Wrappers.Parentheses | Wrappers.Conversions | Wrappers.Delegates);

    /// <summary>
    /// What is inside conversions, parentheses and tasks: <c>Task.FromResult&lt;int?&gt;(null)</c> is <c>null</c>.
    /// </summary>
    public static IOperation Settled(this IOperation value) =>
        value.Without(Wrappers.Parentheses | Wrappers.Casts | Wrappers.Awaits | Wrappers.FinishedTasks);

    /// <summary>The value inside conversions, delegates, awaits, <c>ConfigureAwait</c> and query syntax.</summary>
    public static IOperation Bare(this IOperation operation) =>
        operation.Without(
            Wrappers.Parentheses
            | Wrappers.Conversions
            | Wrappers.Delegates
            | Wrappers.Awaits
            | Wrappers.Arguments
            | Wrappers.Queries);

    /// <summary>The text without conversions, parentheses, awaits and <c>?.</c> around it.</summary>
    public static IOperation BareText(this IOperation operation) =>
        operation.Without(
            Wrappers.Parentheses
            | Wrappers.Conversions
            | Wrappers.ConversionsToText
            | Wrappers.Awaits
            | Wrappers.Arguments
            | Wrappers.ConditionalAccesses);

    /// <summary>The value without the wrappers that are named.</summary>
    public static IOperation Without(this IOperation value, Wrappers wrappers)
    {
        while (Inside(value, wrappers) is { } inner) value = inner;
        return value;
    }

    /// <summary>Whether an operation is one of the wrappers that are named.</summary>
    public static bool Is(IOperation? operation, Wrappers wrappers) =>
        operation is not null && Inside(operation, wrappers) is not null;

    private static IOperation? Inside(IOperation value, Wrappers wrappers) => value switch
    {
        IParenthesizedOperation { Operand: var operand } when Has(wrappers, Wrappers.Parentheses) => operand,
        IConversionOperation conversion when IsOneOf(wrappers, conversion) => conversion.Operand,
        IDelegateCreationOperation { Target: var target } when Has(wrappers, Wrappers.Delegates) => target,
        IAwaitOperation { Operation: var task } when Has(wrappers, Wrappers.Awaits) => task,
        IInvocationOperation { Instance: { } task, TargetMethod.Name: "ConfigureAwait" }
            when Has(wrappers, Wrappers.Awaits) => task,
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: var type }, Arguments: { Length: 1 }
            results } when Has(wrappers, Wrappers.FinishedTasks) && Tasks.IsTask(type) => results[0].Value,
        IObjectCreationOperation { Type: { Name: "ValueTask" } type, Arguments: { Length: 1 } results }
            when Has(wrappers, Wrappers.FinishedTasks) && Tasks.IsTask(type) => results[0].Value,
        IConditionalAccessOperation { WhenNotNull: var read } when Has(wrappers, Wrappers.ConditionalAccesses) => read,
        ITranslatedQueryOperation { Operation: var calls } when Has(wrappers, Wrappers.Queries) => calls,
        IArgumentOperation { Value: var passed } when Has(wrappers, Wrappers.Arguments) => passed,
        _ => null,
    };

    private static bool IsOneOf(Wrappers wrappers, IConversionOperation conversion) =>
        Has(wrappers, Wrappers.ImplicitConversions) && conversion.IsImplicit
        || Has(wrappers, Wrappers.Conversions) && conversion.OperatorMethod is null
        || Has(wrappers, Wrappers.Casts) && !conversion.IsTryCast
        || Has(wrappers, Wrappers.ConversionsToText) && MakesText(conversion)
        || Has(wrappers, Wrappers.ReferenceConversions) && KeepsObject(conversion);

    private static bool MakesText(IConversionOperation conversion) =>
        conversion is { OperatorMethod: not null, Type: { } type }
        && (type.SpecialType == SpecialType.System_String || type.Name == "StringValues");

    private static bool KeepsObject(IConversionOperation conversion) =>
        !conversion.ConstantValue.HasValue
        && !conversion.Conversion.IsNumeric
        && (!conversion.Conversion.IsUserDefined || conversion.Operand.Type?.SpecialType == SpecialType.System_String)
        && (conversion.Conversion.IsIdentity
            || conversion.Conversion.IsUserDefined
            || conversion.Type is not { IsValueType: true });

    private static bool Has(Wrappers wrappers, Wrappers one) => (wrappers & one) != 0;
}
