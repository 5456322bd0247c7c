using AiAwareAnalyzers.Testing.Assertions;

namespace AiAwareAnalyzers.Testing.Edges;

/// <summary>What the data of a test say about one of its parameters.</summary>
internal static class RowValues
{
    /// <summary>A value for each case; null where some are not written out.</summary>
    public static IReadOnlyList<Fed>? Of(IMethodSymbol test, IParameterSymbol parameter)
    {
        var attributes = test.GetAttributes();
        if (attributes.Any(Rows.AreElsewhere)) return null;

        var values = new List<Fed>();
        foreach (var row in attributes.Where(Rows.Is))
            if (ValueIn(row, parameter) is { } value) values.Add(value);
            else return null;
        return values.Count > 0 ? values : Listed(parameter);
    }

    private static Fed? ValueIn(AttributeData row, IParameterSymbol parameter)
    {
        var values = Rows.ValuesOf(row);
        if (parameter.IsParams) return null;
        if (parameter.Ordinal < values.Length) return Fed.Of(values[parameter.Ordinal]);
        return parameter.HasExplicitDefaultValue ? Fed.Of(parameter.ExplicitDefaultValue) : null;
    }

    /// <summary><c>[Values(1, 2)]</c></summary>
    private static IReadOnlyList<Fed>? Listed(IParameterSymbol parameter) =>
        parameter.GetAttributes()
            .FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "ValuesAttribute")
            is { ConstructorArguments.IsEmpty: false } list
                ? Rows.ValuesOf(list).Select(static value => Fed.Of(value)).ToList()
                : null;
}
