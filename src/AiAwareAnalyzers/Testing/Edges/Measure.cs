using System.Globalization;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Testing.Edges;

/// <summary>What a condition looks at: a parameter, or how long it is.</summary>
/// <param name="About">The parameter.</param>
/// <param name="Name">How it is spelled.</param>
/// <param name="IsSize">Whether letters or elements are counted.</param>
internal sealed record Measure(IParameterSymbol About, string Name, bool IsSize)
{
    /// <summary>The parameter that a value is, or whose size it is.</summary>
    public static Measure? Of(IOperation value) => value.Bare() switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => Of(parameter),
        IPropertyReferenceOperation { Property.Name: "Value", Instance: IParameterReferenceOperation owner }
            when IsNullable(owner.Parameter.Type) => Of(owner.Parameter),
        IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } owner } read
            when owner.Bare() is IParameterReferenceOperation { Parameter: var parameter } =>
            SizeOf(parameter, read.Property.Name),
        IInvocationOperation { TargetMethod.Name: "Count", Arguments: { Length: 1 } counted } call
            when IsOfLinq(call)
            && counted[0].Value.Bare() is IParameterReferenceOperation { Parameter: var parameter } =>
            SizeOf(parameter, "Count()"),
        _ => null,
    };

    public static Measure SizeOf(IParameterSymbol parameter, string member) =>
        new(parameter, parameter.Name + "." + member, IsSize: true);

    public static bool IsOfLinq(IInvocationOperation call) => call.TargetMethod.ContainingType.Name == "Enumerable";

    /// <summary>Whether a nullable context promises that it is never null.</summary>
    public bool IsNeverNull =>
        About.Type.IsReferenceType && About.NullableAnnotation == NullableAnnotation.NotAnnotated;

    /// <summary>Whether it is compared as a number.</summary>
    public bool IsNumber => IsSize || IsNumeric(IsNullable(About.Type)
        ? ((INamedTypeSymbol)About.Type).TypeArguments[0]
        : About.Type);

    /// <summary>The number that a value has here; null where it is not known.</summary>
    public decimal? In(Fed fed) => IsSize ? fed.Size : NumberIn(fed.Constant);

    /// <summary>Whether something is compared with a number; one that a decimal cannot hold is not known.</summary>
    public static decimal? NumberIn(object? constant)
    {
        try
        {
            return constant is null or bool or char or string
                ? null
                : Convert.ToDecimal(constant, CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is OverflowException or InvalidCastException)
        {
            return null;
        }
    }

    private static Measure Of(IParameterSymbol parameter) => new(parameter, parameter.Name, IsSize: false);

    private static bool IsNullable(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool IsNumeric(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;
}
