using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Enumeration;

namespace AiAwareAnalyzers.Materialization.Queries;

/// <summary>What the provider at hand cannot do in SQL, and refuses at run time.</summary>
internal sealed class ProviderLimits
{
    private static readonly ImmutableArray<string> Capable = ImmutableArray.Create(
        "Microsoft.EntityFrameworkCore.SqlServer", "Npgsql", "Pomelo.", "MySql.", "Oracle.", "NHibernate", "linq2db");

    private static readonly ImmutableHashSet<string> Ordering = WordSet.Of(
        "Average Max MaxBy Min MinBy Order OrderBy OrderByDescending OrderDescending Sum ThenBy ThenByDescending");

    /// <summary>Providers of other kinds, and those that can be told to take collations for something.</summary>
    private static readonly ImmutableArray<string> Collating = ImmutableArray.Create(
        "Pomelo.", "MySql.", "Oracle.", "MongoDB.", "FirebirdSql.", "Microsoft.EntityFrameworkCore.Cosmos");

    private readonly bool _ordersMoments;
    private readonly bool _isSqlite;
    private readonly bool _refusesCollations;

    private ProviderLimits(Compilation compilation)
    {
        var names = compilation.ReferencedAssemblyNames.Select(static assembly => assembly.Name).ToList();
        _isSqlite = names.Exists(static name => IsOf(name, "Microsoft.EntityFrameworkCore.Sqlite"));
        _ordersMoments = names.Exists(static name => Capable.Any(known => IsOf(name, known))) && !_isSqlite;
        _refusesCollations = names.Contains("Microsoft.EntityFrameworkCore.Relational")
            && !names.Exists(static name => Collating.Any(known => IsOf(name, known)))
            && (_isSqlite || _ordersMoments || !names.Contains("Microsoft.EntityFrameworkCore.InMemory"));
    }

    /// <summary>
    /// Whether a comparison of text that brings its own collation is refused: so do all relational providers that have
    /// not been told otherwise.
    /// </summary>
    public static bool RefuseCollations(Compilation compilation) =>
        Facts.Of(compilation, static c => new ProviderLimits(c))._refusesCollations
        && !compilation.SyntaxTrees.Any(static tree => Calls.AreMentioned(tree, "IMethodCallTranslator"));

    /// <summary>
    /// Whether rows can be compared by a value: SQLite keeps moments and spans as text and has no room for large
    /// numbers, and which database it is may be known to another project only.
    /// </summary>
    public static bool CanCompareBy(IOperation value) => CanCompareBy(value.Type, value);

    /// <summary>
    /// Whether rows can be sorted by the values that a call asks for, or one be made of them: SQLite keeps decimals as
    /// text as well, which it can compare and neither sort nor add up.
    /// </summary>
    public static bool CanFold(IInvocationOperation call) =>
        !Ordering.Contains(call.TargetMethod.Name)
        || FoldedBy(call) is not { } folded
        || CanCompareBy(folded, call) && (folded.SpecialType != SpecialType.System_Decimal || !IsSqlite(call));

    /// <summary>Whether a database reads a part of a value: the year of a moment, the length of a text.</summary>
    public static bool CanRead(IPropertyReferenceOperation property) =>
        FrameworkMembers.AreKnown(property.Property)
        && (property.Property.ContainingType.Name != "DateTimeOffset" || OrdersMoments(property));

    private static bool CanCompareBy(ITypeSymbol? type, IOperation place) => Plain(type) switch
    {
        { Name: "DateTimeOffset" or "TimeSpan", ContainingNamespace.Name: "System" } => OrdersMoments(place),
        { SpecialType: SpecialType.System_UInt64 } => !IsSqlite(place),
        _ => true,
    };

    /// <summary>The type of what a function reads of a row, or of the elements themselves.</summary>
    private static ITypeSymbol? FoldedBy(IInvocationOperation call) =>
        Plain(call.Arguments.Select(static argument => argument.Value.Lambda())
            .FirstOrDefault(static lambda => lambda is not null) is { } lambda
            ? lambda.Result()?.AsWritten().Type
            : call is { SemanticModel.Compilation: { } compilation, Arguments: { IsEmpty: false } arguments }
                ? Sequences.Of(compilation).ElementOf(arguments[0].Value.AsWritten().Type)
                : null);

    private static bool OrdersMoments(IOperation value) => Of(value) is { _ordersMoments: true };

    private static bool IsSqlite(IOperation value) => Of(value) is { _isSqlite: true };

    private static ProviderLimits? Of(IOperation value) =>
        value.SemanticModel is { Compilation: var compilation }
            ? Facts.Of(compilation, static c => new ProviderLimits(c))
            : null;

    private static bool IsOf(string assembly, string provider) =>
        assembly.StartsWith(provider, StringComparison.Ordinal);

    private static ITypeSymbol? Plain(ITypeSymbol? type) =>
        type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
}
