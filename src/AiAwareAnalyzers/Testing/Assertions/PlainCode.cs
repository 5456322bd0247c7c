using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>Numbers, texts and collections of the base library: no test is about them.</summary>
internal static class PlainCode
{
    private static readonly ImmutableHashSet<string> Spaces = WordSet.Of(
        "System.Collections.Generic System.Collections.Immutable System.Linq System.Text");

    private static readonly ImmutableHashSet<string> Types = WordSet.Of(
        "Math MathF Convert Guid DateTimeOffset TimeSpan DateOnly TimeOnly Tuple ValueTuple Version StringComparer",
        "Index Range BitConverter KeyValuePair Nullable Array");

    /// <summary>Whether a type has nothing to do with the outside, and with no code but its own.</summary>
    public static bool Has(ITypeSymbol? type) =>
        type is not null
        && IsOfFramework(type)
        && (IsBuiltIn(type.SpecialType) || SpaceOf(type) switch
        {
            nameof(System) => Types.Contains(type.Name),
            var space => Spaces.Contains(space),
        });

    /// <summary>Libraries that are written in a namespace of the framework come from elsewhere.</summary>
    public static bool IsOfFramework(ITypeSymbol type) =>
        type.ContainingAssembly is { Name: var name }
        && (name.StartsWith("System.", StringComparison.Ordinal)
            || name is nameof(System) or "mscorlib" or "netstandard");

    private static bool IsBuiltIn(SpecialType type) =>
        type is >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime;

    private static string SpaceOf(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() ?? "";
}
