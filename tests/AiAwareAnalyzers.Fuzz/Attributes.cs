namespace AiAwareAnalyzers.Fuzz;

/// <summary>Attributes whose arguments are missing, too many, of the wrong type, or still being typed.</summary>
internal static class Attributes
{
    private static readonly string[] Arguments =
    [
        "", "()", "(", "(null)", "(typeof())", "(typeof(C<>))", "(nameof())", "(X)", "(1, 2, 3, 4, 5)", "(X = )",
        "(X = 1)", "(new[] { null })",
        "(new object[] { })", "(default)", "(default!)", "((string)null)", "(\"\")", "(\"{\")", "(\"{a\")",
        "(\"{{}}{,}{:}{a:}{(}{)}\")", "(\"%\")",
        "(params: 1)", "(() => 1)", "(1 / 0)", "(\"a\" + null)", "($\"{1}\")", "(Missing.Of.All)", "(this)", "<>",
        "<int>(1)", "(\"[controller]/{id:\")",
        "(-1)", "(int.MaxValue)", "(double.NaN)", "(\"\\0\")", "(X: )", "(\"a\", X = new string[0])",
        "(new int[,] { { 1 } })",
    ];

    private static readonly string[] Names =
    [
        "Obsolete",
        "Authorize",
        "AllowAnonymous",
        "Route",
        "HttpGet",
        "HttpPost",
        "ApiController",
        "System.Diagnostics.DebuggerDisplay",
        "Fact",
        "Test",
        "TestCase",
        "Range",
        "Column",
        "Precision",
        "JsonPropertyName",
        "FromBody",
        "assembly: Missing",
        "return: NotNull",
        "Conditional",
        "System.Runtime.CompilerServices.CallerMemberName",
        "Key",
        "Required",
        "DataType",
        "GeneratedRegex",
        "LibraryImport",
    ];

    public static IEnumerable<Mutant> Of(Seed seed) => Changed(seed).Concat(Added(seed));

    private static IEnumerable<Mutant> Changed(Seed seed) =>
        from attribute in seed.All<AttributeSyntax>()
        from arguments in Arguments
        select new Mutant(
            seed,
            "a malformed attribute",
            new TextChange(TextSpan.FromBounds(attribute.Name.Span.End, attribute.Span.End), arguments));

    /// <summary>Every member gets a few of them, each time others.</summary>
    private static IEnumerable<Mutant> Added(Seed seed)
    {
        const int Each = 3;
        var turn = seed.Text.Length;
        foreach (var member in seed.Root.DescendantNodes()
            .Where(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or ParameterSyntax))
            for (var i = 0; i < Each; i++, turn += 7)
                yield return new Mutant(seed, "an added attribute", new TextChange(
                    new TextSpan(member.SpanStart, 0),
                    $"[{Names[turn % Names.Length]}{Arguments[turn % Arguments.Length]}] "));
    }
}
