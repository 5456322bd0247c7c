namespace AiAwareAnalyzers.PackageTests;

/// <summary>
/// Real projects are restored and built with the real package; each is one sentence about what a build prints.
/// </summary>
public sealed class ConsumerTests
{
    private const string Nothing = "warning CS0169";

    private const string Library = "public sealed class Nothing;\n";

    private static readonly Consumer[] Consumers =
    [
        new("Recommended is the default"),
        new("Recommended by name") { Properties = "AiAwareMode=Recommended" },
        new("The case of a mode does not matter") { Properties = "AiAwareMode=none", Prints = Nothing },
        new("An unknown mode is told, and the rules keep their defaults")
        {
            Properties = "AiAwareMode=Strct",
            Prints = "warning AIA0201, warning AIAP001, warning CS0169"
        },

        new("Warnings as errors") { Properties = "TreatWarningsAsErrors=true", Prints = "error AIA0201, error CS0169" },
        new("One id as an error") { Properties = "WarningsAsErrors=AIA0201", Prints = "error AIA0201, warning CS0169" },
        new("One id not as an error")
        {
            Properties = "TreatWarningsAsErrors=true WarningsNotAsErrors=AIA0201",
            Prints = "warning AIA0201, error CS0169"
        },
        new("One id without warning") { Properties = "NoWarn=AIA0201", Prints = Nothing },
        new("The editorconfig says none")
        {
            EditorConfig = "dotnet_diagnostic.AIA0201.severity = none",
            Prints = Nothing
        },
        new("The editorconfig says suggestion")
        {
            EditorConfig = "dotnet_diagnostic.AIA0201.severity = suggestion",
            Prints = Nothing
        },
        new("The editorconfig says warning, and lifts what a rule lowers")
        {
            EditorConfig = "dotnet_diagnostic.AIA0401.severity = warning",
            Prints = "warning AIA0201, warning AIA0401, warning CS0169"
        },
        new("The editorconfig switches on what is off")
        {
            EditorConfig = "dotnet_diagnostic.AIA0402.severity = warning",
            Prints = "warning AIA0201, warning AIA0402, warning CS0169"
        },
        new("The editorconfig says error")
        {
            EditorConfig = "dotnet_diagnostic.AIA0201.severity = error",
            Prints = "error AIA0201, warning CS0169"
        },
        new("The editorconfig silences a family")
        {
            EditorConfig = "dotnet_analyzer_diagnostic.category-Money.severity = none",
            Prints = Nothing
        },
        new("A pragma")
        {
            Code = "public sealed class Product\n{\n#pragma warning disable AIA0201\n    public double Price { get; "
                + "set; }\n}\n",
            Prints = ""
        },
        new("An attribute")
        {
            Code = "public sealed class Product\n{\n    [System.Diagnostics.CodeAnalysis.SuppressMessage(\"Money\", "
                + "\"AIA0201\")]\n    public double Price { get; set; }\n}\n",
            Prints = ""
        },
        new("No analyzers") { Properties = "RunAnalyzers=false", Prints = Nothing },

        new("Strict prints suggestions, what is off, and what a rule lowers")
        {
            Properties = "AiAwareMode=Strict",
            Prints = "warning AIA0201, warning AIA0205, warning AIA0401, warning AIA0402, warning CS0169"
        },
        new("Strict with warnings as errors")
        {
            Properties = "AiAwareMode=Strict TreatWarningsAsErrors=true",
            Prints = "error AIA0201, error AIA0205, error AIA0401, error AIA0402, error CS0169"
        },
        new("Strict, and the editorconfig says none")
        {
            Properties = "AiAwareMode=Strict",
            EditorConfig = "dotnet_diagnostic.AIA0201.severity = none",
            Prints = "warning AIA0205, warning AIA0401, warning AIA0402, warning CS0169"
        },
        new("Strict, and the editorconfig says error")
        {
            Properties = "AiAwareMode=Strict",
            EditorConfig = "dotnet_diagnostic.AIA0201.severity = error",
            Prints = "error AIA0201, warning AIA0205, warning AIA0401, warning AIA0402, warning CS0169"
        },

        new("None") { Properties = "AiAwareMode=None", Prints = Nothing },
        new("None with warnings as errors")
        {
            Properties = "AiAwareMode=None TreatWarningsAsErrors=true",
            Prints = "error CS0169"
        },
        new("None, and the editorconfig says warning")
        {
            Properties = "AiAwareMode=None",
            EditorConfig = "dotnet_diagnostic.AIA0201.severity = warning"
        },

        new("Advisory") { Properties = "AiAwareMode=Advisory" },
        new("Advisory with warnings as errors")
        {
            Properties = "AiAwareMode=Advisory TreatWarningsAsErrors=true",
            Prints = "warning AIA0201, error CS0169"
        },
        new("Advisory with the build's warnings as errors")
        {
            Properties = "AiAwareMode=Advisory MSBuildTreatWarningsAsErrors=true",
            Prints = "warning AIA0201, error CS0169"
        },
        new("Advisory with one id as an error")
        {
            Properties = "AiAwareMode=Advisory WarningsAsErrors=CS0169;AIA0201",
            Prints = "warning AIA0201, error CS0169"
        },
        new("Advisory, and the editorconfig says error")
        {
            Properties = "AiAwareMode=Advisory",
            EditorConfig = "dotnet_diagnostic.AIA0201.severity = error",
            Prints = "error AIA0201, warning CS0169"
        },
        new("Advisory, and the editorconfig says error for a family")
        {
            Properties = "AiAwareMode=Advisory",
            EditorConfig = "dotnet_analyzer_diagnostic.category-Money.severity = error",
            Prints = "error AIA0201, error AIA0205, warning CS0169"
        },
        new("Advisory with warnings as errors, and the editorconfig switches on what is off")
        {
            Properties = "AiAwareMode=Advisory TreatWarningsAsErrors=true",
            EditorConfig = "dotnet_diagnostic.AIA0402.severity = warning",
            Prints = "warning AIA0201, warning AIA0402, error CS0169",
        },
        new("Advisory, and the editorconfig says none")
        {
            Properties = "AiAwareMode=Advisory",
            EditorConfig = "dotnet_diagnostic.AIA0201.severity = none",
            Prints = Nothing
        },

        new("A gate closes for our warnings only")
        {
            Properties = "AiAwareGate=true",
            Prints = "error AIA0201, warning CS0169"
        },
        new("A gate closes under Strict for all that it prints")
        {
            Properties = "AiAwareMode=Strict AiAwareGate=true",
            Prints = "error AIA0201, error AIA0205, error AIA0401, error AIA0402, warning CS0169"
        },
        new("A gate is stronger than Advisory")
        {
            Properties = "AiAwareMode=Advisory AiAwareGate=true",
            Prints = "error AIA0201, warning CS0169"
        },
        new("A gate lets through what the editorconfig silences")
        {
            Properties = "AiAwareGate=true",
            EditorConfig = "dotnet_diagnostic.AIA0201.severity = none",
            Prints = Nothing
        },
        new("A gate lets through what the editorconfig only suggests")
        {
            Properties = "AiAwareGate=true",
            EditorConfig = "dotnet_diagnostic.AIA0201.severity = suggestion",
            Prints = Nothing
        },
        new("A gate does not trust a mode that does not exist")
        {
            Properties = "AiAwareGate=true AiAwareMode=Strct",
            Prints = "error AIA0201, error AIAP001, warning CS0169"
        },

        new("Every target of a project")
        {
            Target = "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><LangVersion>latest</LangVersion>",
            Properties = "AiAwareMode=Strict",
            Prints = "warning AIA0201, warning AIA0201, warning AIA0205, warning AIA0205, warning AIA0401, warning "
                + "AIA0401, warning AIA0402, warning AIA0402, warning CS0169, warning CS0169",
        },
        new("Library that passes the package on") { Items = Consumer.Reference(""), Code = Library, Prints = "" },
        new("Through a library that passes the package on, presets too")
        {
            Items = """<ProjectReference Include="../Library_that_passes_the_package_on/Library_that_passes_the_package_on.csproj" />""",
            Properties = "TreatWarningsAsErrors=true AiAwareMode=Advisory",
            Prints = "warning AIA0201, error CS0169",
        },
        new("Library that keeps the package to itself") { Code = Library, Prints = "" },
        new("Behind a library that keeps the package to itself")
        {
            Items = """<ProjectReference Include="../Library_that_keeps_the_package_to_itself/Library_that_keeps_the_package_to_itself.csproj" />""",
            Prints = Nothing,
        },
    ];

    private static readonly IEnumerable<Consumer> GatedConsumers = Consumers.Where(consumer => consumer.IsGated);

    private static readonly Lazy<string> Root = new(Write);

    private static readonly Lazy<ILookup<string, Printed>> First = new(() => Build("all"));

    private static readonly Lazy<ILookup<string, Printed>> Second = new(() =>
    {
        _ = First.Value;
        return Build("gated");
    });

    [TestCaseSource(nameof(Consumers))]
    public void A_build_prints(Consumer consumer) =>
        Assert.That(In(First.Value, consumer), Is.EqualTo(consumer.Prints));

    [TestCaseSource(nameof(GatedConsumers))]
    public void A_second_build_at_the_gate_prints_the_same(Consumer consumer) =>
        Assert.That(In(Second.Value, consumer), Is.EqualTo(consumer.Prints));

    [Test]
    public void A_gate_closes_for_what_was_built_without_it()
    {
        var built = Consumers[0];
        Assert.That(In(First.Value, built), Is.EqualTo(built.Prints));
        var output = DotNet.Run(
            Path.Combine(Root.Value, built.Name),
            "build",
            "--no-restore",
            "--nologo",
            "-v:q",
            "-tl:off",
            "-p:AiAwareGate=true");
        Assert.That(output.Diagnostics.Select(printed => printed.ToString()), Does.Contain("error AIA0201"));
        Assert.That(output.ExitCode, Is.Not.Zero);
    }

    private static string In(ILookup<string, Printed> build, Consumer consumer) =>
        string.Join(", ", build[consumer.Name]
            .Select(printed => (printed.Id, Text: printed.ToString()))
            .OrderBy(printed => printed.Id, StringComparer.Ordinal)
            .Select(printed => printed.Text));

    private static string Write()
    {
        var root = Scratch.Folder("consumers");
        NuGet.Configure(root);
        var projects = Consumers.Select(consumer => (consumer, File: consumer.WriteTo(root))).ToList();
        Solution.Write(root, "all", projects.Select(project => project.File));
        Solution.Write(
            root, "gated", projects.Where(project => project.consumer.IsGated).Select(project => project.File));
        DotNet.Succeed(root, "restore", "all.slnx", "-v:q", "-tl:off");
        return root;
    }

    private static ILookup<string, Printed> Build(string solution) =>
        DotNet.Run(Root.Value, "build", solution
            + ".slnx", "--no-restore", "--nologo", "-v:q", "-tl:off", "-clp:NoSummary").Diagnostics
            .ToLookup(printed => printed.Project);
}
