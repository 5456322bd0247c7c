using AiAwareAnalyzers.HallucinatedApi.Packages;
using AiAwareAnalyzers.HallucinatedApi.Sources;
using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>
/// A package id one slip away from a well-known one, a version that floats, a line that ended before the framework.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LookalikePackage() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0111",
        title: "A package reference is probably not the intended one",
        messageFormat: "Package '{0}' {1}",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A package reference names something else than was meant: an id that looks like a well-known "
            + "one, a version that was never chosen, or a line that ended before the framework that the project "
            + "targets.",
        alsoKnownAs: "typosquatting, slopsquatting, dependency confusion");

    internal static readonly Option<PackageNames> Trusted = new(
        "ai_aware.hallucinated_api.trusted_packages",
        "package ids separated by commas; a star at the end stands for all that begin so",
        "",
        "Packages that are meant just as the project file writes them: their ids, versions and age are not questioned.",
        PackageNames.TryRead);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var files = ProjectFiles.Of(ProjectFiles.Project, start.Options).ToImmutableArray();
        if (files.IsEmpty) return;

        var project = new Surroundings(start.Compilation, start.Options, files);
        start.RegisterAdditionalFileAction(context => Analyze(context, project));
    }

    private static void Analyze(AdditionalFileAnalysisContext context, Surroundings project)
    {
        if (!project.Files.Contains(context.AdditionalFile)
            || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
            return;

        var trusted = Trusted.In(context.AdditionalFile, context.Options, context.Compilation);
        foreach (var line in PackageLine.In(text.ToString()))
            if (line.Element != "PackageVersion"
                && !trusted.Contain(line.Id)
                && project.ComplaintAbout(line) is { } complaint)
                context.ReportDiagnostic(
                    Diagnostic.Create(Descriptor, Location.Create(
                        context.AdditionalFile.Path,
                        line.Place,
                        text.Lines.GetLinePositionSpan(line.Place)), line.Id, complaint));
    }

    /// <summary>
    /// What a line is held against: the well-known ids, the versions that stand elsewhere, the framework.
    /// </summary>
    private sealed class Surroundings(
        Compilation compilation, AnalyzerOptions options, ImmutableArray<AdditionalText> files)
    {
        private readonly bool _isLocked = ProjectFiles.Property("AiAwareVersionsAreLocked", options) == "true";

        public ImmutableArray<AdditionalText> Files => files;

        /// <summary>One line, one complaint: what is most wrong.</summary>
        public string? ComplaintAbout(PackageLine line)
        {
            if (WellKnownPackages.Of(compilation).MeantBy(line.Id) is { } meant)
                return $"looks like the well-known '{meant}' and is another one, which anybody may have published; "
                    + $"write '{meant}', or list the id in '{Trusted.Key}' if it is meant";

            if ((line.Version ?? CentralVersions.Of(compilation, files).Find(line.Id)) is not { } version) return null;
            if (!line.IsConditional
                && LegacyLine.Of(compilation).Holds(line.Id, version)
                && OldestTarget() is { } target)
                return $"{version} is of a line that ended "
                    + $"before {TargetFramework.Of(compilation).Name}; "
                    + $"{LegacyLine.Of(compilation).WayOut(line.Id, target)}";
            return PackageVersionText.Floats(version)
                && !PackageVersionText.FollowsPlatform(line.Id, version)
                && !_isLocked
                ? $"floats ('{version}'): the next restore can take a version that was never reviewed; write the "
                    + "version that was tested, or lock it with 'RestorePackagesWithLockFile'"
                : null;
        }

        /// <summary>
        /// The number of the framework, where all that the project targets are modern: an older one may need the
        /// package.
        /// </summary>
        private int? OldestTarget()
        {
            var all = ProjectFiles.Property("AiAwareTargetFrameworks", options)
                .Split('|')
                .Select(target => target.Trim())
                .Where(target => target.Length > 0);
            return all.All(target => LegacyLine.ModernMajorOf(target) is not null)
                ? LegacyLine.ModernMajorOf(TargetFramework.Of(compilation).Name)
                : null;
        }
    }
}
