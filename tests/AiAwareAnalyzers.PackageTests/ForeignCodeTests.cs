using System.Text.Json;

namespace AiAwareAnalyzers.PackageTests;

/// <summary>Every project template of the SDK builds with every default rule, and none has anything to say.</summary>
public sealed class ForeignCodeTests
{
    /// <summary>Templates whose packages come with the SDK: at least these are built on every machine.</summary>
    private static readonly string[] Plain =
    [
        "console", "console --use-program-main", "classlib", "web", "webapi", "webapi --use-controllers", "webapiaot", "mvc", "webapp", "blazor", "worker",
    ];

    /// <summary>Templates that ask for packages which a feed may not have.</summary>
    private static readonly string[] Demanding =
    [
        "blazor --interactivity Auto", "blazorwasm", "razorclasslib", "grpc", "mcpserver", "mstest", "nunit", "xunit", "mstest-playwright", "nunit-playwright",
        "mvc --auth Individual", "webapp --auth Individual", "blazor --auth Individual", "webapi --auth IndividualB2C",
    ];

    private static readonly string[] OnWindowsOnly = ["winforms", "winformslib", "winformscontrollib", "wpf", "wpflib", "wpfcustomcontrollib", "wpfusercontrollib"];

    private static readonly string[] Templates = OperatingSystem.IsWindows() ? [.. Plain, .. Demanding, .. OnWindowsOnly] : [.. Plain, .. Demanding];

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

    [TestCaseSource(nameof(Plain))]
    public void A_template_is_silent(string template)
    {
        Assert.That(Findings.Value.Contains(template), Is.True, "was built");
        Assert.That(Findings.Value[template].Where(finding => finding.Length > 0), Is.Empty);
    }

    [Test]
    public void Every_other_template_that_restores_is_silent() =>
        Assert.That(Findings.Value.SelectMany(findings => findings).Where(finding => finding.Length > 0), Is.Empty);

    /// <summary>Each template that was built, with its findings; an empty text stands for having been built at all.</summary>
    private static ILookup<string, string> Build()
    {
        var root = Scratch.Folder("templates");
        NuGet.Configure(root);
        File.WriteAllText(Path.Combine(root, "Directory.Build.targets"), Surroundings.Replace("VERSION", Package.Version, StringComparison.Ordinal));
        var projects = Templates.AsParallel().AsOrdered().WithDegreeOfParallelism(2).SelectMany(template => Instantiate(root, template)).ToList();

        Solution.Write(root, "restore", projects.Select(project => project.File));
        var failed = DotNet.Run(root, "restore", "restore.slnx", "-v:q", "-tl:off").Diagnostics
            .Where(printed => printed.Severity == "error")
            .Select(printed => Path.GetFileNameWithoutExtension(printed.File))
            .ToHashSet();
        var restored = projects.Where(project => !failed.Contains(Path.GetFileNameWithoutExtension(project.File))).ToList();

        Solution.Write(root, "build", restored.Select(project => project.File));
        DotNet.Succeed(root, "build", "build.slnx", "--no-restore", "--nologo", "-v:q", "-tl:off");
        return restored
            .SelectMany(project => FindingsOf(project.File).Append("").Select(finding => (project.Template, finding)))
            .ToLookup(found => found.Template, found => found.finding);
    }

    private static IEnumerable<(string Template, string File)> Instantiate(string root, string template)
    {
        var name = "T" + string.Concat(template.Where(char.IsLetterOrDigit));
        DotNet.Succeed(root, ["new", .. template.Split(' '), "-n", name, "-o", name, "--no-restore", "--no-update-check"]);
        return Directory.EnumerateFiles(Path.Combine(root, name), "*.csproj", SearchOption.AllDirectories).Select(file => (template, file));
    }

    /// <summary>The compiler's log holds suggestions too.</summary>
    private static IEnumerable<string> FindingsOf(string project)
    {
        using var log = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(project)!, "findings.sarif")));
        return
        [
            .. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Where(result => result.GetProperty("ruleId").GetString()!.StartsWith("AIA", StringComparison.Ordinal))
                .Select(result => $"{result.GetProperty("ruleId").GetString()}: {result.GetProperty("message").GetProperty("text").GetString()}"),
        ];
    }
}
