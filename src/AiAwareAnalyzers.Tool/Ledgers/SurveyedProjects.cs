using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Tool.Ledgers;

/// <summary>The projects of a code base, as far as their files say without a build.</summary>
internal sealed class SurveyedProjects(string root)
{
    private readonly Dictionary<string, SurveyedProject> _byFolder = new(StringComparer.Ordinal);

    /// <summary>That of the nearest project file above; one of which nothing is known where there is none.</summary>
    public SurveyedProject Of(string file) => In(Path.GetDirectoryName(file)!);

    private SurveyedProject In(string folder)
    {
        if (_byFolder.TryGetValue(folder, out var known)) return known;
        var project = Directory.EnumerateFiles(folder, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault();
        return _byFolder[folder] =
            project is not null ? SurveyedProject.Read(project)
            : folder != root && Path.GetDirectoryName(folder) is { } above ? In(above)
            : SurveyedProject.Unknown;
    }
}

/// <summary>What a project file and the files beside it say.</summary>
/// <param name="HoldsTests">Whether it refers to a framework of tests.</param>
/// <param name="Imports">The namespaces that a file, the project or its SDK imports for every file.</param>
internal sealed partial record SurveyedProject(bool HoldsTests, ImmutableHashSet<string> Imports)
{
    private const string Web = "Microsoft.NET.Sdk.Web";
    private const string ImportOfWeb = "Microsoft.AspNetCore.Http";

    public static SurveyedProject Unknown { get; } = new(false, []);

    public static SurveyedProject Read(string file)
    {
        var text = LedgerFile.Text(file);
        var imports = Item().Matches(text).Select(item => item.Groups["name"].Value)
            .Concat(SourceFile.Below(Path.GetDirectoryName(file)!).SelectMany(GlobalUsings));
        if (text.Contains(Web, StringComparison.Ordinal)) imports = imports.Append(ImportOfWeb);
        return new SurveyedProject(Tests().IsMatch(text), [.. imports]);
    }

    /// <summary>They stand before everything else: no file is read farther than that.</summary>
    private static IEnumerable<string> GlobalUsings(string file)
    {
        try
        {
            return
            [
                .. File.ReadLines(file).TakeWhile(line => !Code().IsMatch(line))
                    .Select(line => GlobalUsing().Match(line))
                    .Where(found => found.Success)
                    .Select(found => found.Groups["name"].Value),
            ];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    [GeneratedRegex(
        @"""(Microsoft\.NET\.Test\.Sdk|xunit(\.v3)?|NUnit|MSTest(\.TestFramework)?|TUnit)""|""MSTest\.Sdk",
        RegexOptions.IgnoreCase)]
    private static partial Regex Tests();

    [GeneratedRegex(@"<Using\s+Include\s*=\s*""(?<name>[\w.]+)""\s*/>")]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s*global\s+using\s+(global::)?(?<name>[\w.]+)\s*;")]
    private static partial Regex GlobalUsing();

    [GeneratedRegex(@"^\s*(namespace|using|\[|\{|(public|internal|file|static|sealed|abstract|partial|class)\b)")]
    private static partial Regex Code();
}
