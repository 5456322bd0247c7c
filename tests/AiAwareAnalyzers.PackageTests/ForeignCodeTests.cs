using System.Text.Json;

namespace AiAwareAnalyzers.PackageTests;

/// <summary>Every project template of the SDK builds with every default rule, and none has anything to say.</summary>
public sealed class ForeignCodeTests
{
    private static readonly string[] Everywhere =
    [
        "console", "console --use-program-main", "classlib", "web", "webapi", "webapi --use-controllers", "webapiaot",
        "mvc", "webapp", "blazor", "worker", "blazor --interactivity Auto", "blazorwasm", "razorclasslib", "grpc",
        "mcpserver", "mstest", "nunit", "xunit", "mstest-playwright", "nunit-playwright",
        "mvc --auth Individual", "webapp --auth Individual", "blazor --auth Individual", "webapi --auth IndividualB2C",
        "blazor --interactivity Auto --auth Individual", "blazorwasm --auth Individual", "webapi --auth SingleOrg",
        "mvc --auth SingleOrg", "webapp --auth IndividualB2C",
    ];

    private static readonly string[] OnWindowsOnly =
        ["winforms", "winformslib", "winformscontrollib", "wpf", "wpflib", "wpfcustomcontrollib", "wpfusercontrollib"];

    private static readonly string[] Templates = OperatingSystem.IsWindows()
        ? [.. Everywhere, .. OnWindowsOnly]
        : Everywhere;

    /// <summary>
    /// Packages that a feed may lack: a template may fail to restore for one of them, and for nothing else.
    /// </summary>
    private static readonly string[] PackagesThatMayLack =
        ["Microsoft.Identity.Web.UI", "Microsoft.Identity.Web.DownstreamApi"];

    /// <summary>What publishing needs is not what compiling needs.</summary>
    private const string Surroundings =
        $"""
        <Project>
          <PropertyGroup>
            <PublishAot>false</PublishAot>
            <PublishSelfContained>false</PublishSelfContained>
            <RuntimeIdentifiers />
            <RequiresAspNetWebAssets>false</RequiresAspNetWebAssets>
            <ErrorLog>$(MSBuildProjectDirectory)/findings.sarif,version=2.1</ErrorLog>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="AiAwareAnalyzers" Version="VERSION" PrivateAssets="all" />
          </ItemGroup>
        </Project>
        """;

    private static readonly Lazy<ILookup<string, string>> Findings = new(Build);

    [TestCaseSource(nameof(Templates))]
    public void A_template_is_silent(string template)
    {
        Assert.That(Findings.Value.Contains(template), Is.True, "was built, or a package is known to be lacking");
        Assert.That(Findings.Value[template].Where(finding => finding.Length > 0 && !IsKnown(finding)), Is.Empty);
    }

    private static bool IsKnown(string trouble) =>
        PackagesThatMayLack.Any(package =>
            trouble.StartsWith($"NU1101: Unable to find package {package}.", StringComparison.Ordinal)
            || trouble.StartsWith($"NU1102: Unable to find package {package} ", StringComparison.Ordinal));

    /// <summary>
    /// Each template with its findings, or with what keeps it from being restored; an empty text stands for having
    /// been built at all.
    /// </summary>
    private static ILookup<string, string> Build()
    {
        var root = Scratch.Folder("templates");
        NuGet.Configure(root);
        File.WriteAllText(
            Path.Combine(root, "Directory.Build.targets"),
            Surroundings.Replace("VERSION", Package.Version, StringComparison.Ordinal));
        var projects = Templates.AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(2)
            .SelectMany(template => Instantiate(root, template))
            .ToList();

        Solution.Write(root, "restore", projects.Select(project => project.File));
        var failures = DotNet.Run(root, "restore", "restore.slnx", "-v:q", "-tl:off").Diagnostics
            .Where(printed => printed.Severity == "error")
            .ToLookup(
                printed => Path.GetFileNameWithoutExtension(printed.File),
                printed => $"{printed.Id}: {printed.Message}");
        var restored = projects.Where(project => !failures.Contains(Path.GetFileNameWithoutExtension(project.File)))
            .ToList();
        var troubles = projects.SelectMany(project => failures[Path.GetFileNameWithoutExtension(project.File)]
            .Select(trouble => (project.Template, finding: trouble)));

        Solution.Write(root, "build", restored.Select(project => project.File));
        DotNet.Succeed(root, "build", "build.slnx", "--no-restore", "--nologo", "-v:q", "-tl:off");
        return restored
            .SelectMany(project => FindingsOf(project.File).Append("").Select(finding => (project.Template, finding)))
            .Concat(troubles)
            .ToLookup(found => found.Template, found => found.finding);
    }

    private static IEnumerable<(string Template, string File)> Instantiate(string root, string template)
    {
        var name = "T" + string.Concat(template.Where(char.IsLetterOrDigit));
        DotNet.Succeed(
            root, ["new", .. template.Split(' '), "-n", name, "-o", name, "--no-restore", "--no-update-check"]);
        return Directory.EnumerateFiles(Path.Combine(root, name), "*.csproj", SearchOption.AllDirectories)
            .Select(file => (template, file));
    }

    /// <summary>The compiler's log holds suggestions too.</summary>
    private static IEnumerable<string> FindingsOf(string project)
    {
        using var log =
            JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(project)!, "findings.sarif")));
        return
        [
            .. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Where(result => result.GetProperty("ruleId").GetString()!.StartsWith("AIA", StringComparison.Ordinal))
                .Select(result =>
                    $"{result.GetProperty("ruleId").GetString()}: "
                    + $"{result.GetProperty("message").GetProperty("text").GetString()}"),
        ];
    }
}
