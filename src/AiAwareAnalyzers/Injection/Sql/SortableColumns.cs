namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>The columns of a result, as the SELECT list or the entity behind it names them.</summary>
internal static class SortableColumns
{
    private const int Most = 40;

    /// <summary>The names, in order; none where they are not known for sure.</summary>
    public static IReadOnlyList<string> Of(SqlStatement statement)
    {
        var text = string.Join(
            " ", statement.OpeningText.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        if (!text.StartsWith("SELECT ", StringComparison.OrdinalIgnoreCase)) return [];
        var end = text.IndexOf(" FROM ", StringComparison.OrdinalIgnoreCase);
        if (end < 0) return [];
        var list = text.Substring(7, end - 7).Trim();
        var columns = list == "*" ? PropertiesOf(EntityOf(statement.Sink)) : ReadList(list);
        return columns.Count <= Most ? columns : [];
    }

    /// <summary>Every item of a list, if every item is a plain column or has an alias.</summary>
    public static IReadOnlyList<string> ReadList(string list)
    {
        var items = list.Split(',');
        var names = items.Select(NameOf).OfType<string>().ToList();
        return names.Select(Unqualified).Distinct(StringComparer.OrdinalIgnoreCase).Count() == items.Length
            ? names
            : [];
    }

    /// <summary>The column itself, without the table in front of it.</summary>
    public static string Unqualified(string column) => column.Substring(column.LastIndexOf('.') + 1);

    private static string? NameOf(string item)
    {
        var words = item.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length switch
        {
            1 when IsColumn(words[0]) => words[0],
            3 when string.Equals(words[1], "AS", StringComparison.OrdinalIgnoreCase) && IsColumn(words[2]) => words[2],
            _ => null,
        };
    }

    private static bool IsColumn(string word) =>
        (char.IsLetter(word[0]) || word[0] == '_')
        && word.All(character => char.IsLetterOrDigit(character) || character is '_' or '.')
        && !string.Equals(word, "DISTINCT", StringComparison.OrdinalIgnoreCase);

    /// <summary>The type of the rows that come back.</summary>
    private static ITypeSymbol? EntityOf(IOperation sink) =>
        sink is IInvocationOperation { TargetMethod.TypeArguments: { Length: 1 } arguments } ? arguments[0] : null;

    private static IReadOnlyList<string> PropertiesOf(ITypeSymbol? entity) =>
        entity is null || entity.TypeKind == TypeKind.Dynamic || entity.SpecialType != SpecialType.None
            ? []
            : [.. entity.GetMembers().OfType<IPropertySymbol>().Where(IsStored).Select(property => property.Name)];

    private static bool IsStored(IPropertySymbol property) =>
        property
            is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, SetMethod: not null }
        && (property.Type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String
            or SpecialType.System_DateTime || property.Type.IsValueType)
        && property.GetAttributes().All(attribute => attribute.AttributeClass?.Name != "NotMappedAttribute");
}
