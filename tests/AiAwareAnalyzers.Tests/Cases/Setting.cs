using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>The surroundings of a test's code: what it refers to, how it is parsed, what is configured.</summary>
internal sealed record Setting(ReferenceSet References)
{
    public const string ConfigPath = "/.editorconfig";

    /// <summary>What the SDK's implicit usings import into a console project.</summary>
    public static readonly ImmutableArray<string> ImplicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks",
    ];

    /// <summary>Nullable annotations are on where the language has them, as in every project template.</summary>
    public CompilationOptions CompilationOptions => new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary,
        allowUnsafe: true,
        nullableContextOptions: Language >= LanguageVersion.CSharp8
            ? NullableContextOptions.Enable
            : NullableContextOptions.Disable);

    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    public ImmutableArray<(string Key, string Value)> Options { get; init; } = [];

    /// <summary>The files that the options are set for.</summary>
    public string OptionSection { get; init; } = "*";

    public ImmutableArray<(string Path, string Text)> OtherFiles { get; init; } = [];

    public ImmutableArray<(string Path, string Text)> AdditionalFiles { get; init; } = [];

    /// <summary>What the package's targets hand to the compiler.</summary>
    public Handed Handed { get; init; } = new();

    public string Path { get; init; } = "/0/Test0.cs";

    public bool CompilerErrorsAllowed { get; init; }

    /// <summary>Whether findings are marked in other files than that of the code.</summary>
    public bool MarksOtherFiles => OtherFiles.Any(file => Markup.CountFindings(file.Text) > 0);

    public CSharpParseOptions ParseOptions => new(Language, DocumentationMode.Diagnose);

    public string GlobalUsings => Language >= LanguageVersion.CSharp10
        ? string.Concat(ImplicitUsings.Select(import => $"global using {import};\n"))
        : "";

    /// <summary>Puts the code and all that surrounds it into a test.</summary>
    public void ApplyTo(AnalyzerTest<DefaultVerifier> test, string code)
    {
        var state = test.TestState;
        test.MarkupOptions = MarkupOptions.UseFirstDescriptor | MarkupOptions.TreatPositionIndicatorsAsCode;
        state.ReferTo(References);
        state.Sources.Add((Path, code));
        if (IsProgram(code)) state.OutputKind = OutputKind.ConsoleApplication;
        if (GlobalUsings.Length > 0) state.Sources.Add(("/0/GlobalUsings.cs", GlobalUsings));
        foreach (var file in OtherFiles) state.Sources.Add(file);
        foreach (var file in AdditionalFiles) state.AdditionalFiles.Add(file);
        foreach (var file in Handed.Files) state.AdditionalFiles.Add((file.Path, file.Text));
        if (!Handed.IsEmpty) state.AnalyzerConfigFiles.Add((Handed.ConfigPath, Handed.Config));
        if (Options.Length > 0) state.AnalyzerConfigFiles.Add((ConfigPath, EditorConfig));
        if (CompilerErrorsAllowed) test.CompilerDiagnostics = CompilerDiagnostics.None;
    }

    /// <summary>Top-level statements make a program.</summary>
    public bool IsProgram(string code) =>
        CSharpSyntaxTree.ParseText(Markup.Strip(code), ParseOptions)
            .GetCompilationUnitRoot().Members
            .Any(member => member is GlobalStatementSyntax);

    public string EditorConfig =>
        $"root = true\n[{OptionSection}]\n"
        + string.Concat(Options.Select(option => $"{option.Key} = {option.Value}\n"));
}
