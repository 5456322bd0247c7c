using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Tests.Cases;
using AiAwareAnalyzers.Tests.Materialization;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiAwareAnalyzers.Tests.Knowledge;

/// <summary>What the family Materialization knows, asked by itself and compared with the real packages.</summary>
public sealed class SequencesTests
{
    /// <summary>Of packages that no test downloads.</summary>
    private static readonly string[] Unreferenced = ["System.Data.Entity.QueryableExtensions", "NHibernate.Linq.LinqExtensionMethods"];

    private static IEnumerable<string> TypeNames =>
    [
        .. Sequences.Operators.Except(Unreferenced), .. FileReads.TypeNames, .. Responses.Readers, .. RoundTrips.StatementTypes, .. RoundTrips.RequestTypes,
        .. Streams.Readers, .. Streams.Files, .. Collections.Names, .. Parsers.Names.Keys,
    ];

    [TestCaseSource(nameof(TypeNames))]
    public async Task A_type_that_is_looked_for_exists(string name) =>
        Assert.That((await Compiled("class C;")).GetTypesByMetadataName(name), Is.Not.Empty);

    [Test]
    public async Task Every_operator_exists_in_some_library()
    {
        var compilation = await Compiled("class C;");
        var members = Sequences.Operators.SelectMany(name => compilation.GetTypesByMetadataName(name)).SelectMany(type => type.MemberNames).ToHashSet();
        Assert.That(SequenceVerbs.Names.Where(name => !members.Contains(name) && !members.Contains(name + "Async")), Is.Empty);
    }

    [Test]
    public void Newer_kinds_have_the_numbers_that_the_compiler_gives_them() =>
        Assert.That(
            new[] { Enum.GetName(NewerSyntax.CollectionExpression), Enum.GetName(NewerSyntax.Spread), Enum.GetName(NewerSyntax.ExpressionElement) },
            Is.EqualTo(new[] { "CollectionExpression", "Spread", "ExpressionElement" }).Or.EqualTo(new string?[] { null, null, null }));

    [TestCase("o => o.Paid", "Surely")]
    [TestCase("o => o.Points > id && !o.Paid", "Surely")]
    [TestCase("o => ids.Contains(o.CustomerId)", "Surely")]
    [TestCase("o => o.Note == null", "Surely")]
    [TestCase("o => o.Priority.HasValue", "Surely")]
    [TestCase("o => o.PlacedAt < new DateTime(2020, 1, 1)", "Perhaps")]
    [TestCase("o => o.Reference == name", "Perhaps")]
    [TestCase("o => o.Reference.Contains(name)", "Perhaps")]
    [TestCase("o => !(o.Priority > 3)", "Perhaps")]
    [TestCase("o => o.Customer.Id == id", "Perhaps")]
    [TestCase("o => o.PlacedAt < DateTime.Now", "Perhaps")]
    [TestCase("o => IsOdd(o)", "Never")]
    [TestCase("o => o.IsLarge", "Never")]
    [TestCase("o => { return o.Paid; }", "Never")]
    public async Task A_condition_translates(string lambda, string expected)
    {
        var found = await Found<LambdaExpressionSyntax>(ShopCode.Statements($"Use(orders.Where({lambda}));"));
        Assert.That(Translation.Of((IAnonymousFunctionOperation)found.Operation).ToString(), Is.EqualTo(expected));
    }

    [TestCase("o => o.Points % 2 == 0", true)]
    [TestCase("o => o.Reference.Trim() == name", true)]
    [TestCase("o => o.Points / o.Id == 0", false)]
    [TestCase("o => IsOdd(o)", false)]
    [TestCase("o => (o.Points = 3) == 3", false)]
    [TestCase("o => o.Lines[0].Id == 3", false)]
    public async Task A_function_only_reads(string lambda, bool expected)
    {
        var found = await Found<LambdaExpressionSyntax>(ShopCode.Statements($"Use(orders.Where({lambda}));"));
        Assert.That(Translation.IsPure((IAnonymousFunctionOperation)found.Operation), Is.EqualTo(expected));
    }

    [TestCase("db.Orders.Where(o => o.Paid)", "Query", false)]
    [TestCase("db.Orders.OrderBy(o => o.Id).Take(3)", "Query", true)]
    [TestCase("db.Orders.Where(o => o.Paid && o.Id == id)", "Query", true)]
    [TestCase("db.Orders.AsEnumerable().Select(o => o.Id)", "Query", false)]
    [TestCase("File.ReadLines(path).Select(l => l.Length)", "Disk", false)]
    [TestCase("db.Orders.ToList().Select(o => o.Id)", "Memory", false)]
    [TestCase("orders.Where(o => o.Paid)", "Memory", false)]
    public async Task A_sequence_comes_from_somewhere(string sequence, string origin, bool isBounded)
    {
        var found = await Found<InvocationExpressionSyntax>(ShopCode.Statements($"_ = {sequence};"));
        var source = Origins.Of(found.Compilation).SourceOf(found.Operation);
        Assert.That((source.Origin.ToString(), source.IsBounded), Is.EqualTo((origin, isBounded)));
    }

    [TestCase("foreach (var x in list) Use(x);", "Looped")]
    [TestCase("Use(list.Where(i => i > 3));", "Operated")]
    [TestCase("Use(list.Count);", "Counted")]
    [TestCase("Use(list[0]);", "Indexed")]
    [TestCase("list[0] = 3;", "Changed")]
    [TestCase("list.Sort();", "Changed")]
    [TestCase("list = new List<int>();", "Reassigned")]
    [TestCase("Use(list);", "Escapes")]
    public async Task A_mention_does_something(string statement, string expected)
    {
        var code = ShopCode.Statements($"var list = new List<int>();\n{statement}");
        var found = await Found<IdentifierNameSyntax>(code, name => name.Identifier.ValueText == "list");
        Assert.That(Locals.Of(found.Operation).ToString(), Is.EqualTo(expected));
    }

    private static async Task<Compilation> Compiled(string code)
    {
        using var workshop = new Workshop(new Setting(References.All));
        return (await (await workshop.DocumentOf(("/0/Code.cs", code))).Project.GetCompilationAsync())!;
    }

    /// <summary>The first such node in the method of the test, bound.</summary>
    private static async Task<(IOperation Operation, Compilation Compilation)> Found<TNode>(string code, Func<TNode, bool>? wanted = null)
        where TNode : SyntaxNode
    {
        var compilation = await Compiled(code);
        var tree = compilation.SyntaxTrees.First(candidate => candidate.FilePath == "/0/Code.cs");
        var run = (await tree.GetRootAsync()).DescendantNodes().OfType<MethodDeclarationSyntax>().First(method => method.Identifier.ValueText == "Run");
        var node = run.Body!.DescendantNodes().OfType<TNode>().First(candidate => wanted is null || wanted(candidate));
        return (compilation.GetSemanticModel(tree).GetOperation(node)!, compilation);
    }
}
