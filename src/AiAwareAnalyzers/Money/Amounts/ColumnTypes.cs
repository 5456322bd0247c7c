namespace AiAwareAnalyzers.Money.Amounts;

/// <summary>The types that columns and parameters of a database can have.</summary>
internal static class ColumnTypes
{
    /// <summary>What holds money in every database, with two places behind the point.</summary>
    public const string Decimal = "decimal(18, 2)";

    private static readonly ImmutableHashSet<string> Floating = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "float", "real", "double", "double precision", "float4", "float8",
        "binary_float", "binary_double");

    /// <summary>Whether the name of a column type, with or without its precision, is binary floating point.</summary>
    public static bool IsFloating(string type)
    {
        var end = type.IndexOf('(');
        return Floating.Contains((end < 0 ? type : type[..end]).Trim());
    }

    /// <summary>
    /// Whether a value is the member of an enumeration of database types that is binary floating point:
    /// <c>DbType.Double</c>, <c>SqlDbType.Real</c>.
    /// </summary>
    public static bool IsFloating(IFieldSymbol member) =>
        IsDbType(member.ContainingType)
        && member.Name is "Double" or "Single" or "Float" or "Real" or "BinaryFloat" or "BinaryDouble";

    /// <summary>
    /// The member of the same enumeration that holds money: <c>Decimal</c>, or <c>Numeric</c> where it is called so.
    /// </summary>
    public static string? DecimalBeside(IFieldSymbol member)
    {
        var names = member.ContainingType.MemberNames.ToList();
        return names.Contains("Decimal") ? "Decimal" : names.Contains("Numeric") ? "Numeric" : null;
    }

    private static bool IsDbType(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Enum && type.Name.EndsWith("DbType", StringComparison.Ordinal);
}
