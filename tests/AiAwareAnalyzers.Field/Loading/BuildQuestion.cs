using System.Diagnostics;
using System.Xml.Linq;

namespace AiAwareAnalyzers.Field.Loading;

/// <summary>Asks the build of all projects at once what it would tell the compiler.</summary>
internal static class BuildQuestion
{
    /// <summary>What an IDE sets when it asks the same.</summary>
    private const string DesignTime =
        "DesignTimeBuild=true;BuildingProject=false;BuildProjectReferences=false;ProvideCommandLineArgs=true;" +
        "SkipCompilerExecution=true;NonExistentFile=__NonExistentSubDir__/__NonExistentFile__;RunAnalyzers=false";

    private static readonly string[] Inherited =
        ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "DOTNET_HOST_PATH"];

    /// <summary>The answers; a project whose build cannot tell is missing.</summary>
    public static IReadOnlyList<BuildAnswer> Ask(IReadOnlyCollection<string> projects)
    {
        if (projects.Count == 0) return [];
        var folder = Directory.CreateTempSubdirectory("AiAwareField").FullName;
        try
        {
            Run(folder, WriteProject(folder, projects));
            return [.. Directory.EnumerateFiles(folder, "*.txt").Select(BuildAnswer.Read)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A project that asks each of the others.</summary>
    private static string WriteProject(string folder, IEnumerable<string> projects)
    {
        var file = Path.Combine(folder, "ask.proj");
        var build = new XElement("MSBuild", Attributes(
            ("Projects", "@(Asked)"),
            ("Targets", "AiAwareTell"),
            ("Properties", PropertiesFor(folder)),
            ("BuildInParallel", "true"),
            ("ContinueOnError", "true")));
        var asked = projects.Select(project => new XElement("Asked", Attributes(("Include", project))));
        var target = new XElement("Target", Attributes(("Name", "Ask")), build);
        new XElement("Project", new XElement("ItemGroup", asked), target).Save(file);
        return file;
    }

    private static XAttribute[] Attributes(params (string Name, string Value)[] attributes) =>
        [.. attributes.Select(attribute => new XAttribute(attribute.Name, attribute.Value))];

    private static string PropertiesFor(string folder) => string.Join(';',
        DesignTime,
        $"AiAwareTellFolder={folder}",
        $"CustomAfterMicrosoftCommonTargets={Unpack(folder, "CommandLines.targets")}",
        $"CustomAfterMicrosoftCommonCrossTargetingTargets={Unpack(folder, "CrossTargeting.targets")}");

    private static string Unpack(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        using var source = typeof(BuildQuestion).Assembly.GetManifestResourceStream(name)!;
        using var target = File.Create(file);
        source.CopyTo(target);
        return file;
    }

    /// <summary>What cannot be built is no news here: such a project is loaded without the build.</summary>
    private static void Run(string folder, string project)
    {
        string[] arguments = ["msbuild", project, "-t:Ask", "-m", "-nologo", "-v:q", "-nodeReuse:false"];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        foreach (var variable in Inherited) start.Environment.Remove(variable);
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }
}
