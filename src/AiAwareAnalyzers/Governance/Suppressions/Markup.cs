using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance.Suppressions;

/// <summary>A file of MSBuild, as far as a look at its text tells.</summary>
internal static class Markup
{
    private static readonly Regex Comment = new("<!--.*?(-->|$)", RegexOptions.Singleline);

    private static readonly Regex Opened = new(
        @"<(PropertyGroup|ItemGroup|When)\b(?<attributes>[^>]*)>", RegexOptions.RightToLeft);

    /// <summary>With spaces where comments are, so that each place stays what it is.</summary>
    public static string WithoutComments(SourceText text) =>
        Comment.Replace(text.ToString(), static comment => new string(' ', comment.Length));

    /// <summary>Whether an element, or the group around it, holds under a condition only.</summary>
    public static bool IsConditional(string code, Match element) =>
        HasCondition(element.Value)
        || Opened.Match(code, element.Index) is { Success: true } group
        && HasCondition(group.Groups["attributes"].Value);

    private static bool HasCondition(string attributes) =>
        Regex.IsMatch(attributes, @"\sCondition\s*=", RegexOptions.CultureInvariant);
}
