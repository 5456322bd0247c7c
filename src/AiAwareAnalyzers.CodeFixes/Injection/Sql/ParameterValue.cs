using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>The expression that a parameter gets: the value, with what stood beside it between the quotes.</summary>
internal static class ParameterValue
{
    public static string Of(SplicedValue spliced)
    {
        var value = spliced.Value.WithoutTrivia().ToString();
        if (spliced.Prefix.Length + spliced.Suffix.Length == 0) return value;
        if (!IsPrimary(spliced.Value)) value = $"({value})";
        if (spliced.Prefix.Length > 0) value = $"\"{spliced.Prefix}\" + {value}";
        return spliced.Suffix.Length > 0 ? $"{value} + \"{spliced.Suffix}\"" : value;
    }

    private static bool IsPrimary(ExpressionSyntax value) =>
        value is NameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or LiteralExpressionSyntax;
}
