namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>The data of a test with several cases.</summary>
internal static class Rows
{
    /// <summary>Whether all cases stand in attributes, as literals.</summary>
    public static bool AreWrittenOut(IMethodSymbol test)
    {
        var rows = 0;
        foreach (var attribute in test.GetAttributes())
            if (Is(attribute))
            {
                if (!IsLiteral(attribute)) return false;
                rows++;
            }
            else if (AreElsewhere(attribute))
            {
                return false;
            }

        return rows > 0;
    }

    /// <summary>Whether an attribute is one case.</summary>
    public static bool Is(AttributeData attribute) =>
        attribute.AttributeClass?.Name
            is "InlineDataAttribute" or "TestCaseAttribute" or "DataRowAttribute" or "ArgumentsAttribute";

    /// <summary>Whether an attribute says where cases come from.</summary>
    public static bool AreElsewhere(AttributeData attribute) =>
        !Is(attribute)
        && attribute.AttributeClass is { Name: var name }
        && (name.Contains("Data") || name.Contains("Source") || name.Contains("Generator"));

    /// <summary>The values of one case, or those that an attribute lists for one parameter.</summary>
    public static ImmutableArray<TypedConstant> ValuesOf(AttributeData row)
    {
        var written = row.ConstructorArguments;
        if (written.IsEmpty
            || written.Last() is not { Kind: TypedConstantKind.Array } last
            || row.AttributeConstructor is not { Parameters: { IsEmpty: false } parameters }
            || !parameters.Last().IsParams)
            return written;
        // A lone null is taken for the one value, although the compiler takes it for the list.
        return last.IsNull ? written : written.RemoveAt(written.Length - 1).AddRange(last.Values);
    }

    private static bool IsLiteral(AttributeData row) =>
        row.ApplicationSyntaxReference?.GetSyntax() is { } syntax
        && !syntax.DescendantNodes().Any(static node => node.IsKind(SyntaxKind.SimpleMemberAccessExpression)
            || node.IsKind(SyntaxKind.InvocationExpression));
}
