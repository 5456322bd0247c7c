using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance.Suppressions;

/// <summary>A line <c>key = value</c> of an <c>.editorconfig</c> or a <c>.globalconfig</c>.</summary>
internal sealed record SettingLine(string Section, string Key, string Value, TextSpan Place)
{
    private static readonly Regex Setting = new(
        @"^\s*(?<key>[\w.\-]+)\s*[=:]\s*(?<value>\S+)", RegexOptions.CultureInvariant);

    private static readonly Regex Head = new(@"^\s*\[(?<section>.*)\]\s*$", RegexOptions.CultureInvariant);

    /// <summary>Whether the line holds for all code, and not for a folder of it.</summary>
    public bool HoldsEverywhere => Section is "" or "*" or "*.cs" or "*.{cs,vb}" or "**.cs" or "**/*.cs";

    /// <summary>The name of the file, as a configuration that people write has it.</summary>
    public static bool IsIn(string fileName) => fileName is ".editorconfig" or ".globalconfig";

    public static IEnumerable<SettingLine> In(SourceText text)
    {
        var section = "";
        foreach (var line in text.Lines)
        {
            var written = line.ToString();
            if (Head.Match(written) is { Success: true } head) section = head.Groups["section"].Value;
            else if (Setting.Match(written) is { Success: true } setting)
                yield return new SettingLine(
                    section,
                    setting.Groups["key"].Value.ToLowerInvariant(),
                    setting.Groups["value"].Value.ToLowerInvariant(),
                    TextSpan.FromBounds(
                        line.Start + setting.Groups["key"].Index,
                        line.Start + setting.Groups["value"].Index + setting.Groups["value"].Length));
        }
    }
}
