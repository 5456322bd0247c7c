namespace AiAwareAnalyzers.Materialization.Queries;

/// <summary>Types by which a set or lookup finds just what a comparison finds.</summary>
internal static class Hashes
{
    /// <summary>Whether equality, operator and hash of a type agree.</summary>
    public static bool AreReliable(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum }
        || type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16
            or SpecialType.System_Byte or SpecialType.System_String
            or SpecialType.System_Char or SpecialType.System_Decimal or SpecialType.System_DateTime
        || type is { Name: "Guid", ContainingNamespace.Name: "System" };
}
