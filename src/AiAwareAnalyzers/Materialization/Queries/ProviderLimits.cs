namespace AiAwareAnalyzers.Materialization.Queries;

/// <summary>What the provider at hand cannot do in SQL, and refuses at run time.</summary>
internal sealed class ProviderLimits
{
    private readonly bool _isSqlite;

    private ProviderLimits(Compilation compilation) =>
        _isSqlite = compilation.ReferencedAssemblyNames.Any(assembly =>
            assembly.Name.StartsWith("Microsoft.EntityFrameworkCore.Sqlite", StringComparison.Ordinal));

    /// <summary>Whether rows can be compared and sorted by a value: SQLite keeps moments and spans as text.</summary>
    public static bool CanOrderBy(IOperation value) =>
        !(IsMoment(value.Type)
            && value.SemanticModel is { Compilation: var compilation }
            && Facts.Of(compilation, static c => new ProviderLimits(c))._isSqlite);

    private static bool IsMoment(ITypeSymbol? type) =>
        type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Nullable_T } nullable
            ? IsMoment(nullable.TypeArguments[0])
            : type is { Name: "DateTimeOffset" or "TimeSpan", ContainingNamespace.Name: "System" };
}
