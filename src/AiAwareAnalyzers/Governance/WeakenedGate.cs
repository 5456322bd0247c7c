using AiAwareAnalyzers.Governance.Files;
using AiAwareAnalyzers.Governance.Suppressions;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance;

/// <summary>A setting that lets code pass which the rest of the code base would not let through.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeakenedGate() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1205",
        title: "A setting opens the gate that findings are held at",
        messageFormat: "'{0}' {1}, and does not say why; {2}, or write the reason {3}",
        category: Family.Governance,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A setting lets findings pass that break the build elsewhere, so the code behind it is held to "
            + "less than it seems.",
        alsoKnownAs: "disabled analysis, weakened quality gate, warnings not as errors");

    private static readonly (string WayOut, string Reason) InMarkup = ("delete it", "above it, in '<!-- -->'");
    private static readonly (string WayOut, string Reason) InSettings = ("delete it", "above it, after '#'");
    private static readonly (string WayOut, string Reason) InSolution =
        ("add the lines with 'Build.0' for it", "above it, after '#'");

    private const string CategoryOpening = "dotnet_analyzer_diagnostic.category-";

    private static readonly ImmutableHashSet<string> WatchedCategories = WordSet.IgnoringCase(
        "HallucinatedApi Money AuthScope Materialization ErrorHandling FakeWork Injection Disclosure EdgeCases",
        "Concurrency Testing Governance Security Reliability");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        start.RegisterAdditionalFileAction(Analyze);

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        var name = LedgerFiles.NameOf(context.AdditionalFile);
        if (context.AdditionalFile.GetText(context.CancellationToken) is not { } text) return;
        if (SettingLine.IsIn(name)) AnalyzeSettings(context, text);
        else if (ProjectProperty.IsIn(name)) AnalyzeProject(context, text);
        else AnalyzeSolution(context, text, name);
    }

    private static void AnalyzeSettings(AdditionalFileAnalysisContext context, SourceText text)
    {
        foreach (var setting in SettingLine.In(text))
            if (setting.HoldsEverywhere
                && Silenced(setting) is { } silenced
                && !Reasons.StandBesideSetting(text, setting.Place.Start, []))
                Report(context, text, setting.Place, $"silences {silenced}", InSettings);
    }

    /// <summary>What a line silences at once: a family that speaks about more than style, or all of them.</summary>
    private static string? Silenced(SettingLine setting)
    {
        const string Closing = ".severity";
        if (setting.Value is not ("none" or "silent")) return null;
        if (setting.Key == "dotnet_analyzer_diagnostic.severity") return "every analyzer";
        if (!setting.Key.StartsWith(CategoryOpening, StringComparison.Ordinal)
            || !setting.Key.EndsWith(Closing, StringComparison.Ordinal)
            || setting.Key.Length <= CategoryOpening.Length + Closing.Length)
            return null;

        var category = setting.Key.Substring(
            CategoryOpening.Length, setting.Key.Length - CategoryOpening.Length - Closing.Length);
        return WatchedCategories.TryGetValue(category, out var family) ? $"the whole family {family}" : null;
    }

    private static void AnalyzeProject(AdditionalFileAnalysisContext context, SourceText text)
    {
        foreach (var property in ProjectProperty.In(text))
            if (Weakness(property, context) is { } weakness
                && !Reasons.StandBesideProperty(text, property.Place.Start, []))
                Report(context, text, property.Place, weakness, InMarkup);
        foreach (var tests in LeftOutTests.InProject(text, context.Compilation))
            if (!Reasons.StandBesideProperty(text, tests.Place.Start, []))
                Report(context, text, tests.Place, tests.Weakness, InMarkup);
    }

    private static void AnalyzeSolution(AdditionalFileAnalysisContext context, SourceText text, string name)
    {
        foreach (var tests in LeftOutTests.InSolution(name, text))
            if (!Reasons.StandBesideProperty(text, tests.Place.Start, [])
                && !Reasons.StandBesideSetting(text, tests.Place.Start, []))
                Report(context, text, tests.Place, tests.Weakness, IsMarkup(text, tests.Place) ? InMarkup : InSolution);
    }

    private static bool IsMarkup(SourceText text, TextSpan place) => text[place.Start] == '<';

    private static string? Weakness(ProjectProperty property, AdditionalFileAnalysisContext context) =>
        property.Name switch
        {
            "TreatWarningsAsErrors" or "AiAwareGate" when Is(property, "false") && IsSharedAsTrue(property, context) =>
                "takes this project out of what the shared settings demand",
            "AiAwareMode" when Is(property, "None") => "switches every rule of this package off",
            "RunAnalyzers" or "RunAnalyzersDuringBuild" or "EnableNETAnalyzers" when Is(property, "false")
                && !property.IsConditional =>
                "switches analyzers off",
            "WarningsNotAsErrors" when Watched(property.Value) is { Count: > 0 } watched =>
                $"lets {string.Join(", ", watched)} pass where other warnings are errors",
            _ => null,
        };

    /// <summary>
    /// A weakness that becomes known of a package must not break the build of who has changed nothing: it is printed
    /// all the same, and no reason is owed.
    /// </summary>
    private static List<string> Watched(string list) => WatchedFindings.In(list)
        .Where(static id => !id.StartsWith("NU190", StringComparison.Ordinal))
        .ToList();

    private static bool Is(ProjectProperty property, string value) =>
        string.Equals(property.Value, value, StringComparison.OrdinalIgnoreCase);

    /// <summary>What one project says is weaker only than what the others are told.</summary>
    private static bool IsSharedAsTrue(ProjectProperty property, AdditionalFileAnalysisContext context) =>
        context.Options.AdditionalFiles
            .Where(file => file != context.AdditionalFile
                && LedgerFiles.NameOf(file).StartsWith("Directory.", StringComparison.OrdinalIgnoreCase)
                && ProjectProperty.IsIn(LedgerFiles.NameOf(file)))
            .Select(file => file.GetText(context.CancellationToken))
            .Where(static text => text is not null)
            .SelectMany(static text => ProjectProperty.In(text!))
            .Any(shared => shared.Name == property.Name && Is(shared, "true"));

    private static void Report(
        AdditionalFileAnalysisContext context,
        SourceText text,
        TextSpan place,
        string weakness,
        (string WayOut, string Reason) answer) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor,
            LedgerFiles.PlaceOf(context.AdditionalFile, text, place),
            Quote.Of(text.ToString(place).Trim()),
            weakness,
            answer.WayOut,
            answer.Reason));
}
