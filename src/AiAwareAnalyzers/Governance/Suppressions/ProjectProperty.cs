using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance.Suppressions;

/// <summary>What a project file sets: a property, or an attribute of an item that is called like one.</summary>
internal sealed record ProjectProperty(string Name, string Value, bool IsConditional, TextSpan Place)
{
    private static readonly Regex Element = new(
        @"<(?<name>[A-Za-z]+)(\s+Condition\s*=[^>]*)?>(?<value>[^<]*)</\k<name>>",
        RegexOptions.CultureInvariant);

    private static readonly Regex Attribute = new(
        @"\s(?<name>NoWarn)\s*=\s*(""(?<value>[^""]*)""|'(?<value>[^']*)')", RegexOptions.CultureInvariant);

    /// <summary>Whether a file is one in which MSBuild reads properties.</summary>
    public static bool IsIn(string fileName) =>
        fileName.EndsWith("proj", StringComparison.OrdinalIgnoreCase)
        || fileName.EndsWith(".props", StringComparison.OrdinalIgnoreCase)
        || fileName.EndsWith(".targets", StringComparison.OrdinalIgnoreCase);

    /// <summary>In order; whatever the text is, it never throws.</summary>
    public static IEnumerable<ProjectProperty> In(SourceText text)
    {
        var code = Markup.WithoutComments(text);
        return Element.Matches(code).Cast<Match>()
            .Concat(Attribute.Matches(code).Cast<Match>())
            .OrderBy(static match => match.Index)
            .Select(match => new ProjectProperty(
                match.Groups["name"].Value,
                match.Groups["value"].Value.Trim(),
                Markup.IsConditional(code, match),
                new TextSpan(match.Index, match.Length)));
    }
}
