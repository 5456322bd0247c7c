namespace AiAwareAnalyzers.Fuzz;

/// <summary>A piece of code that somebody wrote, from which broken code is made.</summary>
internal sealed class Seed
{
    private readonly Func<string> _text;

    public Seed(string name, string text)
    {
        (Name, _text) = (name, () => text);
        Root = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
        StandsAlone = IsAlone(Root);
    }

    /// <summary>Code that is made when it is asked for, and has a compilation for itself.</summary>
    public Seed(string name, Func<string> text)
    {
        (Name, _text) = (name, text);
        Root = SyntaxFactory.CompilationUnit();
        StandsAlone = true;
    }

    public string Name { get; }

    public string Text => _text();

    public CompilationUnitSyntax Root { get; }

    /// <summary>
    /// Whether the code cannot stand beside other code, because it says something about the assembly.
    /// </summary>
    public bool StandsAlone { get; }

    public IEnumerable<T> All<T>() where T : SyntaxNode => Root.DescendantNodes().OfType<T>();

    public bool IsProgram => Root.Members.Any(member => member is GlobalStatementSyntax);

    /// <summary>
    /// What puts the types into a namespace of the input's own, so that several inputs share a compilation.
    /// </summary>
    public IEnumerable<TextChange> Apart(int number)
    {
        if (StandsAlone) return [];
        if (Root.Members.OfType<FileScopedNamespaceDeclarationSyntax>().FirstOrDefault() is { } own)
            return [Insert(own.Name.SpanStart, $"Input{number}.")];
        var start = !IsProgram
            ? 0
            : Root.Members.FirstOrDefault(member => member is not GlobalStatementSyntax)?.FullSpan.Start;
        var inside = start is { } types
            ? new[] { Insert(types, $"\nnamespace Input{number} {{\n"), Insert(Text.Length, "\n}\n") }
            : [];
        return IsProgram && inside.Length > 0 ? [Insert(0, $"using Input{number};\n"), .. inside] : inside;
    }

    private static TextChange Insert(int place, string text) => new(new TextSpan(place, 0), text);

    private static bool IsAlone(CompilationUnitSyntax root) =>
        root.AttributeLists.Count > 0
        || root.Externs.Count > 0
        || root.Usings.Any(import => import.GlobalKeyword.Span.Length > 0);
}
