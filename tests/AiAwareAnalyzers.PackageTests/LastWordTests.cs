namespace AiAwareAnalyzers.PackageTests;

/// <summary>
/// Who has the last word about a finding: the preset, the build, or what an <c>.editorconfig</c> says about an id, a
/// family or a folder. Each project holds the same flaw seven times, each time under another word.
/// </summary>
public sealed class LastWordTests
{
    /// <summary>Where the flaw is, and what the .editorconfig says there.</summary>
    private static readonly (string Place, string Word)[] Places =
    [
        ("Plain.cs", ""),
        ("IdLow.cs", "dotnet_diagnostic.AIA0201.severity = none"),
        ("IdHigh.cs", "dotnet_diagnostic.AIA0201.severity = error"),
        ("FamilyLow.cs", "dotnet_analyzer_diagnostic.category-Money.severity = none"),
        ("FamilyHigh.cs", "dotnet_analyzer_diagnostic.category-Money.severity = error"),
        ("Old/FolderLow.cs", "dotnet_analyzer_diagnostic.category-Money.severity = none"),
        ("Core/FolderHigh.cs", "dotnet_analyzer_diagnostic.category-Money.severity = error"),
    ];

    private const string AsErrors = "TreatWarningsAsErrors=true";
    private const string IdAsError = "WarningsAsErrors=AIA0201";
    private const string Gate = "AiAwareGate=true";

    private const string Heeded = "Plain warning, IdHigh error, FamilyHigh error, FolderHigh error";
    private const string HeededAndBroken = "Plain error, IdHigh error, FamilyHigh error, FolderHigh error";
    private const string AllButTheLoweredId =
        "Plain error, IdHigh error, FamilyLow error, FamilyHigh error, FolderLow error, FolderHigh error";
    private const string OnlyTheId = "IdHigh error";

    private static readonly (string Mode, string Switch, string Prints)[] Cells =
    [
        ("Recommended", "", Heeded),
        ("Recommended", AsErrors, HeededAndBroken),
        ("Recommended", IdAsError, AllButTheLoweredId),
        ("Recommended", Gate, HeededAndBroken),
        ("Advisory", "", Heeded),
        ("Advisory", AsErrors, Heeded),
        ("Advisory", IdAsError, Heeded),
        ("Advisory", Gate, HeededAndBroken),
        ("Strict", "", Heeded),
        ("Strict", AsErrors, HeededAndBroken),
        ("Strict", IdAsError, AllButTheLoweredId),
        ("Strict", Gate, HeededAndBroken),
        ("None", "", OnlyTheId),
        ("None", AsErrors, OnlyTheId),
        ("None", IdAsError, OnlyTheId),
        ("None", Gate, OnlyTheId),
    ];

    private static readonly Lazy<ILookup<string, Printed>> Log = new(Build);

    private static IEnumerable<TestCaseData> All =>
        Cells.Select(cell => new TestCaseData(cell.Mode, cell.Switch, cell.Prints)
            .SetName($"{cell.Mode}, {(cell.Switch.Length == 0 ? "and nothing else" : cell.Switch)}"));

    [TestCaseSource(nameof(All))]
    public void The_last_word(string mode, string @switch, string prints) =>
        Assert.That(
            string.Join(", ", Log.Value[ProjectOf(mode, @switch).Name]
                .Where(printed => printed.Id == "AIA0201")
                .Select(printed => (Place: Path.GetFileNameWithoutExtension(printed.File), printed.Severity))
                .OrderBy(printed => Array.FindIndex(Places, place => place.Place.EndsWith(
                    printed.Place + ".cs", StringComparison.Ordinal)))
                .Select(printed => $"{printed.Place} {printed.Severity}")),
            Is.EqualTo(prints));

    private static Consumer ProjectOf(string mode, string @switch) =>
        new($"{mode} {@switch}")
        {
            Properties = $"AiAwareMode={mode} {@switch}",
            Code = "",
            EditorConfig = string.Concat(Places.Select(place => $"\n[{SectionOf(place.Place)}]\n{place.Word}\n")),
            Files = [.. Places.Select(place => (place.Place, CodeOf(place.Place)))],
        };

    private static string SectionOf(string place) =>
        place.Contains('/', StringComparison.Ordinal) ? place[..place.IndexOf('/')] + "/**.cs" : place;

    private static string CodeOf(string place) =>
        $"public sealed class {Path.GetFileNameWithoutExtension(place)}\n{{\n    public double Price {{ get; set; "
        + $"}}\n}}\n";

    private static ILookup<string, Printed> Build()
    {
        var root = Scratch.Folder("last-word");
        NuGet.Configure(root);
        Solution.Write(root, "all", Cells.Select(cell => ProjectOf(cell.Mode, cell.Switch).WriteTo(root)));
        DotNet.Succeed(root, "restore", "all.slnx", "-v:q", "-tl:off");
        return DotNet.Run(root, "build", "all.slnx", "--no-restore", "--nologo", "-v:q", "-tl:off", "-clp:NoSummary")
            .Diagnostics
            .ToLookup(printed => printed.Project);
    }
}
