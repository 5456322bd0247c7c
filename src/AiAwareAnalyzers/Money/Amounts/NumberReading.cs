using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Money.Arithmetic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money.Amounts;

/// <summary>Calls that read a floating-point number out of a text, a document or a database row.</summary>
/// <remarks>They are known by their shape: beside each stands one that reads a decimal from the same source.</remarks>
internal static class NumberReading
{
    /// <summary>The name of the method that every number type has.</summary>
    public const string Parse = "Parse";

    /// <summary>
    /// The name of the call that reads the same thing as a decimal: <c>GetDecimal</c> for <c>GetDouble</c>; null where
    /// there is none.
    /// </summary>
    public static string? DecimalCounterpart(IMethodSymbol method)
    {
        if (method.Name is Parse or "TryParse") return Numbers.IsFloating(method.ContainingType) ? method.Name : null;
        if (method.IsGenericMethod) return IsGenericReading(method) ? method.Name : null;
        if (!Numbers.IsFloating(method.ReturnType) || TakesNumber(method) || IsBinary(method.ContainingType))
            return null;

        var name = method.Name.Replace("Double", "Decimal").Replace("Single", "Decimal").Replace("Float", "Decimal");
        return name != method.Name && HasDecimal(method, name) ? name : null;
    }

    /// <summary>
    /// The call that reads a value, also where it is computed with on the way or was kept in a local.
    /// </summary>
    public static IInvocationOperation? In(IOperation value) => In(value, Trail.Start);

    private static IInvocationOperation? In(IOperation value, Trail trail) => value.AsWritten() switch
    {
        ILocalReferenceOperation local =>
            trail.InitialValueOf(local, out var further) is { } initial ? In(initial, further) : TryParseOf(local),
        var whole => whole.DescendantsAndSelf().OfType<IInvocationOperation>()
            .FirstOrDefault(call =>
                DecimalCounterpart(call.TargetMethod) is not null && FloatComputation.Around(call).Whole == whole),
    };

    /// <summary>The names of columns and keys under which a number is read.</summary>
    public static IEnumerable<string> KeysOf(IInvocationOperation reading) =>
        reading.Descendants().Select(part => part.ConstantValue.Value).OfType<string>();

    /// <summary>The names of what is given to the call: a text that is called by what it contains.</summary>
    public static IEnumerable<string> SourcesOf(IInvocationOperation reading) =>
        reading.Arguments.Select(argument => Values.SymbolOf(argument.Value)?.Name).OfType<string>();

    /// <summary><c>double.TryParse(text, out var number)</c></summary>
    private static IInvocationOperation? TryParseOf(ILocalReferenceOperation local)
    {
        var declaration = local.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        var call = declaration?.FirstAncestorOrSelf<ArgumentSyntax>()
            ?.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        return call is not null
            && local.SemanticModel?.GetOperation(call) is IInvocationOperation reading
            && reading.TargetMethod.Name == "TryParse" ? reading : null;
    }

    /// <summary><c>GetValue&lt;double&gt;("price")</c>, <c>Field&lt;double&gt;("price")</c>.</summary>
    private static bool IsGenericReading(IMethodSymbol method) =>
        method.TypeArguments.Length == 1
        && Numbers.IsFloating(method.TypeArguments[0])
        && method.OriginalDefinition.ReturnType is ITypeParameterSymbol
        && method.Name is "GetValue" or "Value" or "Field" or "GetFieldValue" or "Get";

    /// <summary>Turning one number into another is no reading, except by its position in a row.</summary>
    private static bool TakesNumber(IMethodSymbol method) =>
        method.IsStatic
        && method.Parameters.Length > 0
        && method.Parameters[0].Type.SpecialType is not (SpecialType.System_String or SpecialType.System_Object);

    private static bool HasDecimal(IMethodSymbol method, string name)
    {
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
            if (type.GetMembers(name)
                .OfType<IMethodSymbol>()
                .Any(other => Numbers.IsDecimal(other.ReturnType) && SameParameters(other, method)))
                return true;
        return false;
    }

    private static bool SameParameters(IMethodSymbol one, IMethodSymbol other) =>
        one.Parameters.Select(parameter => parameter.Type)
            .SequenceEqual(other.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default);

    /// <summary>Eight bytes that hold a double hold no decimal.</summary>
    private static bool IsBinary(INamedTypeSymbol type) =>
        type.Name is "BinaryReader" or "BitConverter" or "BinaryPrimitives";
}
