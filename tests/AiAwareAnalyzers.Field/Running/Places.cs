using System.Text.RegularExpressions;
using AiAwareAnalyzers.Field.Loading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Field.Running;

/// <summary>Tells where a finding stands: its file, its member, the lines around it, whether it is a test.</summary>
internal sealed partial class Places(IEnumerable<string> folders)
{
    private const int LinesAround = 6;

    private readonly string[] _roots = [.. folders.Select(folder => Path.GetDirectoryName(folder) ?? folder)];

    private readonly Dictionary<string, string[]> _lines = [];

    /// <summary>A place in generated code that was written in a Razor file stands there.</summary>
    public Finding Find(Diagnostic found, LoadedProject project)
    {
        var span = found.Location.GetMappedLineSpan();
        var at = span.StartLinePosition;
        return new Finding(
            found.Id,
            LevelOf(found),
            IsTest(span.Path, project),
            NameOf(span.Path),
            at.Line + 1,
            at.Character + 1,
            MemberAt(found.Location),
            string.Join(' ', found.GetMessage().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            Code = Around(span.Path, at.Line),
        };
    }

    /// <summary>The file as seen from above the folder that was named.</summary>
    public string NameOf(string path)
    {
        var root = _roots.FirstOrDefault(root => path.StartsWith(root, StringComparison.Ordinal));
        return root is null ? path : Path.GetRelativePath(root, path).Replace('\\', '/');
    }

    /// <summary>Whether a file is part of tests: by what its project refers to, or by its folders.</summary>
    public bool IsTest(string path, LoadedProject project) =>
        project.Input.Libraries.Any(name => TestLibrary().IsMatch(name)) || TestFolder().IsMatch("/" + NameOf(path));

    private static string LevelOf(Diagnostic found) =>
        found.Severity == DiagnosticSeverity.Info ? "suggestion" : found.Severity.ToString().ToLowerInvariant();

    private ImmutableArray<string> Around(string path, int line)
    {
        var lines = LinesOf(path);
        var first = Math.Max(0, line - LinesAround);
        var last = Math.Min(lines.Length, line + LinesAround + 1);
        var numbers = Enumerable.Range(first, Math.Max(0, last - first));
        return [.. numbers.Select(at => Numbered(at, lines[at], at == line))];
    }

    private static string Numbered(int at, string text, bool isFound) => $"{(isFound ? '>' : ' ')}{at + 1,5} | {text}";

    public string[] LinesOf(string path)
    {
        if (!_lines.TryGetValue(path, out var lines))
            _lines[path] = lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        return lines;
    }

    private static string MemberAt(Location location)
    {
        var node = location.SourceTree?.GetRoot().FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        var names = node?.AncestorsAndSelf().Select(NameOf).OfType<string>() ?? [];
        return string.Join('.', names.Reverse());
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        ConstructorDeclarationSyntax => ".ctor",
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field => field.Identifier.ValueText,
        _ => null,
    };

    [GeneratedRegex(
        @"^(nunit|xunit|mstest|tunit|benchmarkdotnet|Microsoft\.VisualStudio\.TestPlatform|Microsoft\.NET\.Test\.Sdk)",
        RegexOptions.IgnoreCase)]
    private static partial Regex TestLibrary();

    [GeneratedRegex(
        @"/(tests?|benchmarks?|[^/]*(\.|Unit|Integration|Functional)Tests?|[^/]*\.(Testing|Specs|Benchmarks?))/",
        RegexOptions.IgnoreCase)]
    private static partial Regex TestFolder();
}
