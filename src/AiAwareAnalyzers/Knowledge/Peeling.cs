namespace AiAwareAnalyzers.Knowledge;

/// <summary>What may stand around a value without making it another one.</summary>
[Flags]
internal enum Skin
{
    Parentheses = 1,

    /// <summary>Conversions that nobody wrote, those of a type's own making among them.</summary>
    ImplicitConversions = 2,

    /// <summary>Conversions of the language, written or not.</summary>
    Conversions = 4,

    /// <summary>The delegate made of a lambda or a method.</summary>
    Delegates = 8,

    /// <summary><c>await</c>, and <c>ConfigureAwait</c> before it.</summary>
    Awaits = 16,

    /// <summary>The argument that a value is.</summary>
    Arguments = 32,

    /// <summary>Query syntax around the calls that it stands for.</summary>
    Queries = 64,
}

/// <summary>The one place that takes off what stands around a value.</summary>
internal static class Peeling
{
    /// <summary>The value without the skins that are named.</summary>
    public static IOperation Peeled(this IOperation value, Skin skins)
    {
        while (Inside(value, skins) is { } inner) value = inner;
        return value;
    }

    /// <summary>Whether an operation is one of the skins that are named.</summary>
    public static bool Is(IOperation? operation, Skin skins) => operation is not null && Inside(operation, skins) is not null;

    private static IOperation? Inside(IOperation value, Skin skins) => value switch
    {
        IParenthesizedOperation { Operand: var operand } when Has(skins, Skin.Parentheses) => operand,
        IConversionOperation conversion when Has(skins, Skin.ImplicitConversions) && conversion.IsImplicit || Has(skins, Skin.Conversions) && conversion.OperatorMethod is null => conversion.Operand,
        IDelegateCreationOperation { Target: var target } when Has(skins, Skin.Delegates) => target,
        IAwaitOperation { Operation: var task } when Has(skins, Skin.Awaits) => task,
        IInvocationOperation { Instance: { } task, TargetMethod: { Name: "ConfigureAwait", ContainingType.Name: "Task" or "ValueTask" } } when Has(skins, Skin.Awaits) => task,
        ITranslatedQueryOperation { Operation: var calls } when Has(skins, Skin.Queries) => calls,
        IArgumentOperation { Value: var passed } when Has(skins, Skin.Arguments) => passed,
        _ => null,
    };

    private static bool Has(Skin skins, Skin one) => (skins & one) != 0;
}
