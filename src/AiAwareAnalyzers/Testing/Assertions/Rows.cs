namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>The data of a test with several cases.</summary>
internal static class Rows
{
    /// <summary>Whether all cases stand in attributes, as literals.</summary>
    public static bool AreWrittenOut(IMethodSymbol test)
    {
        var rows = 0;
        foreach (var attribute in test.GetAttributes())
            switch (attribute.AttributeClass?.Name)
            {
                case "InlineDataAttribute" or "TestCaseAttribute" or "DataRowAttribute" or "ArgumentsAttribute":
                    if (!IsLiteral(attribute)) return false;
                    rows++;
                    break;
                case { } name when name.Contains("Data") || name.Contains("Source") || name.Contains("Generator"):
                    return false;
            }

        return rows > 0;
    }

    private static bool IsLiteral(AttributeData row) =>
        row.ApplicationSyntaxReference?.GetSyntax() is { } syntax
        && !syntax.DescendantNodes().Any(static node => node.IsKind(SyntaxKind.SimpleMemberAccessExpression)
            || node.IsKind(SyntaxKind.InvocationExpression));
}
