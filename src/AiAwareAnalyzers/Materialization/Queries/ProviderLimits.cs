namespace AiAwareAnalyzers.Materialization.Queries;

/// <summary>What the provider at hand cannot do in SQL, and refuses at run time.</summary>
internal sealed class ProviderLimits
{
    private static readonly ImmutableArray<string> Capable = ImmutableArray.Create(
        "Microsoft.EntityFrameworkCore.SqlServer", "Npgsql", "Pomelo.", "MySql.", "Oracle.", "NHibernate", "linq2db");

    private readonly bool _ordersMoments;

    private ProviderLimits(Compilation compilation)
    {
        var names = compilation.ReferencedAssemblyNames.Select(static assembly => assembly.Name).ToList();
        _ordersMoments = names.Exists(static name => Capable.Any(known => IsOf(name, known)))
            && !names.Exists(static name => IsOf(name, "Microsoft.EntityFrameworkCore.Sqlite"));
    }

    /// <summary>
    /// Whether rows can be compared and sorted by a value: SQLite keeps moments and spans as text, and which database
    /// it is may be known to another project only.
    /// </summary>
    public static bool CanOrderBy(IOperation value) => !IsMoment(value.Type) || OrdersMoments(value);

    /// <summary>Whether a database reads a part of a value: the year of a moment, the length of a text.</summary>
    public static bool CanRead(IPropertyReferenceOperation property) =>
        FrameworkMembers.AreKnown(property.Property)
        && (property.Property.ContainingType.Name != "DateTimeOffset" || OrdersMoments(property));

    private static bool OrdersMoments(IOperation value) =>
        value.SemanticModel is { Compilation: var compilation }
        && Facts.Of(compilation, static c => new ProviderLimits(c))._ordersMoments;

    private static bool IsOf(string assembly, string provider) =>
        assembly.StartsWith(provider, StringComparison.Ordinal);

    private static bool IsMoment(ITypeSymbol? type) =>
        type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Nullable_T } nullable
            ? IsMoment(nullable.TypeArguments[0])
            : type is { Name: "DateTimeOffset" or "TimeSpan", ContainingNamespace.Name: "System" };
}
