using System.Text.RegularExpressions;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance.Suppressions;

/// <summary>A place in a project or a solution from which on tests are not built, or not run.</summary>
/// <param name="Place">The line that does it.</param>
/// <param name="Weakness">What it does, as a message has it.</param>
internal sealed record LeftOutTests(TextSpan Place, string Weakness)
{
    private const string NotRun = "takes the tests of this project out of 'dotnet test'";

    private static readonly ImmutableHashSet<string> TestAttributes = WordSet.Of(
        "Test TestCase TestCaseSource Theory Fact TestMethod DataTestMethod");

    private static readonly Regex Removed = new(
        @"<Compile\s[^>]*?\bRemove\s*=\s*""(?<files>[^""]*)""[^>]*>", RegexOptions.CultureInvariant);

    private static readonly Regex TestFile = new(
        @"(^|[\\/*.])[^\\/;]*(Tests?|Specs?)\.cs$", RegexOptions.CultureInvariant);

    private static readonly Regex TestProject = new(
        @"([^\\/]*(Tests?|Specs?)|(^|[\\/]|[^\\/]*[._-])(tests?|specs?))\.\w*proj$", RegexOptions.CultureInvariant);

    private static readonly Regex InMarkup = new(
        @"<Project\s[^>]*?\bPath\s*=\s*""(?<path>[^""]*)""[^>]*(?<!/)>(?<inside>.*?)</Project>",
        RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static readonly Regex NeverBuilt = new(
        @"<Build\b(?![^>]*\bSolution\b)[^>]*\bProject\s*=\s*""false""[^>]*>", RegexOptions.CultureInvariant);

    private static readonly Regex Listed = new(
        @"^Project\(""[^""]*""\) = ""[^""]*"", ""(?<path>[^""]*)"", ""(?<id>\{[^""]*\})""",
        RegexOptions.CultureInvariant | RegexOptions.Multiline);

    /// <summary>What a project file says of the tests in its project.</summary>
    public static IEnumerable<LeftOutTests> InProject(SourceText text, Compilation compilation)
    {
        if (!TestCode.Of(compilation).IsTestProject) yield break;
        foreach (var property in ProjectProperty.In(text))
            if (property is { Name: "IsTestProject", IsConditional: false }
                && property.Value.Equals("false", StringComparison.OrdinalIgnoreCase)
                && DeclaresTests(compilation))
                yield return new(property.Place, NotRun);

        var code = Markup.WithoutComments(text);
        foreach (Match item in Removed.Matches(code))
            if (!Markup.IsConditional(code, item)
                && Array.Find(item.Groups["files"].Value.Split(';'), static file => TestFile.IsMatch(file.Trim()))
                    is { } file)
                yield return new(new(item.Index, item.Length), $"takes the tests in '{file.Trim()}' out of the build");
    }

    /// <summary>What a solution says of the projects whose names are those of tests.</summary>
    public static IEnumerable<LeftOutTests> InSolution(string fileName, SourceText text) =>
        fileName.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase) ? InSolution(Markup.WithoutComments(text))
        : fileName.EndsWith(".sln", StringComparison.OrdinalIgnoreCase) ? InOlderSolution(text.ToString())
        : [];

    private static IEnumerable<LeftOutTests> InSolution(string code)
    {
        foreach (Match project in InMarkup.Matches(code))
            if (TestProject.IsMatch(project.Groups["path"].Value)
                && NeverBuilt.Match(project.Groups["inside"].Value) is { Success: true } build)
                yield return new(
                    new(project.Groups["inside"].Index + build.Index, build.Length),
                    Told(project.Groups["path"].Value));
    }

    /// <summary>A project that some configurations of a solution name and none of them builds.</summary>
    private static IEnumerable<LeftOutTests> InOlderSolution(string code)
    {
        foreach (Match project in Listed.Matches(code))
            if (TestProject.IsMatch(project.Groups["path"].Value)
                && project.Groups["id"].Value is var id
                && Configurations(code, id) is { Count: > 0 } configurations
                && !configurations.Exists(static line => line.Contains(".Build.0")))
                yield return new(
                    new(project.Groups["path"].Index, project.Groups["path"].Length),
                    "is built by no configuration of the solution, so that its tests are left out");
    }

    private static List<string> Configurations(string code, string id) =>
        Regex.Matches(code, $@"^\s*{Regex.Escape(id)}\.[^=\r\n]*=", RegexOptions.Multiline | RegexOptions.IgnoreCase)
            .Cast<Match>()
            .Select(static line => line.Value)
            .ToList();

    private static string Told(string path) =>
        $"takes the tests of '{path.Split('/', '\\').Last()}' out of the build of the solution";

    /// <summary>A library for tests refers to their framework, too, and holds none.</summary>
    private static bool DeclaresTests(Compilation compilation) =>
        compilation.SyntaxTrees.Any(static tree =>
            tree.GetRoot().DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax))
                .OfType<AttributeSyntax>()
                .Any(static attribute => TestAttributes.Contains(NameOf(attribute))));

    private static string NameOf(AttributeSyntax attribute)
    {
        const string ending = "Attribute";
        var name = (attribute.Name as QualifiedNameSyntax)?.Right.Identifier.ValueText ?? attribute.Name.ToString();
        return name.EndsWith(ending, StringComparison.Ordinal) ? name.Substring(0, name.Length - ending.Length) : name;
    }
}
