using System.Collections.Immutable;
using AiAwareAnalyzers.Tests;

namespace AiAwareAnalyzers.Benchmarks;

/// <summary>
/// An application of any size: one module after the other, each with models, queries, services, endpoints, integrations
/// and tests.
/// </summary>
internal sealed class GeneratedCode : MeasuredCode
{
    private static readonly string[] ImplicitUsings =
        [
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
            "System.Threading.Tasks"
        ];

    private static readonly string[] Templates =
        [.. typeof(GeneratedCode).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal).Select(Read)];

    private static readonly int LinesOfModule = Templates.Sum(LinesOf);

    private readonly ImmutableArray<MetadataReference> _references;
    private readonly List<string> _files;

    private GeneratedCode(ImmutableArray<MetadataReference> references, int lines)
    {
        _references = references;
        _files = [string.Concat(ImplicitUsings.Select(name => $"global using {name};\n"))];
        for (var module = 0; Lines < lines; module++, Lines += LinesOfModule)
            _files.AddRange(
                Templates.Select(template => template.Replace("$N$", $"{module}", StringComparison.Ordinal)));
    }

    private GeneratedCode(ImmutableArray<MetadataReference> references, List<string> files)
    {
        _references = references;
        _files = files;
        Lines = files.Sum(LinesOf);
    }

    public int Lines { get; private set; }

    public override double KiloLines => Lines / 1000.0;

    public static Func<int, GeneratedCode> Generator()
    {
        var references = References.All.Metadata;
        return lines => new GeneratedCode(references, lines);
    }

    /// <summary>So many tries, each of them so deep inside the handlers of others.</summary>
    public GeneratedCode Nested(int tries, int depth)
    {
        var nest = "";
        for (var level = 0; level < depth; level++)
            nest = $"try {{ text += await File.ReadAllTextAsync(\"{level}\"); }}\ncatch "
                + $"(Exception e{level}) {{ {nest} text += e{level}.Message; }}\n";
        var methods = Enumerable.Range(0, tries / depth)
            .Select(number => $"async Task<string> Read{number}() {{ var text = \"\";\n{nest}return text; }}\n");
        return new GeneratedCode(_references, [_files[0], $"class Nested {{\n{string.Concat(methods)}}}\n"]);
    }

    public override IReadOnlyList<SyntaxTree> Parse() =>
        [.. _files.Select((text, number) =>
            CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest), $"/app/File{number}.cs"))];

    public override CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, IEnumerable<string>? switchedOn = null)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create("App", trees, _references, SwitchOn(options, switchedOn));
    }

    private static int LinesOf(string text) => text.Count(character => character == '\n');

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(GeneratedCode).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
