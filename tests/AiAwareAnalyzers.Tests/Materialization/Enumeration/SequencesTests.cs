using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Materialization.Enumeration;
using AiAwareAnalyzers.Materialization.Looping;
using AiAwareAnalyzers.Materialization.Queries;
using AiAwareAnalyzers.Materialization.Streaming;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiAwareAnalyzers.Tests.Materialization.Enumeration;

/// <summary>What the family Materialization knows, asked by itself and compared with the real packages.</summary>
public sealed class SequencesTests
{
    /// <summary>Of packages that no test downloads.</summary>
    private static readonly string[] Unreferenced =
        ["System.Data.Entity.QueryableExtensions", "NHibernate.Linq.LinqExtensionMethods"];

    private static IEnumerable<string> TypeNames =>
    [
        .. Sequences.Operators.Except(Unreferenced),
        .. FileReads.TypeNames,
        .. Responses.Readers,
        .. RoundTrips.StatementTypes,
        .. RoundTrips.RequestTypes,
        .. Streams.Readers, .. Streams.Files, .. Collections.Names, .. Parsers.Names.Keys,
    ];

    [TestCaseSource(nameof(TypeNames))]
    public async Task A_type_that_is_looked_for_exists(string name) =>
        Assert.That((await Compiled("class C;")).GetTypesByMetadataName(name), Is.Not.Empty);

    [Test]
    public async Task Every_operator_exists_in_some_library()
    {
        var compilation = await Compiled("class C;");
        var members = Sequences.Operators.SelectMany(name => compilation.GetTypesByMetadataName(name))
            .SelectMany(type => type.MemberNames)
            .ToHashSet();
        Assert.That(
            SequenceVerbs.Names.Where(name => !members.Contains(name) && !members.Contains(name + "Async")), Is.Empty);
    }

    [Test]
    public void Newer_kinds_have_the_numbers_that_the_compiler_gives_them()
    {
        var known = Host.Reads("class C { int[] numbers = [1]; }");
        Assert.That(
            new[]
            {
                Enum.GetName(NewerSyntax.CollectionExpression),
                Enum.GetName(NewerSyntax.Spread),
                Enum.GetName(NewerSyntax.ExpressionElement)
            },
            Is.EqualTo(known
                ? new[] { "CollectionExpression", "Spread", "ExpressionElement" }
                : new string?[] { null, null, null }));
    }

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
    [TestCase("db.Orders.Where(o => ids.Contains(o.Id))", "Query", true)]
    [TestCase("db.Orders.Where(o => ids.Contains(o.CustomerId))", "Query", false)]
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

    [TestCase("foreach (var i in ids) Math.Abs(i);", "ids", true)]
    [TestCase("for (var i = 0; i < ids.Count; i++) Math.Abs(ids[i]);", "ids", true)]
    [TestCase("for (var i = 0; i < ids.Count; i++) Math.Abs(i);", "ids", false)]
    [TestCase("for (var i = 0; i < ids.Count; i += 2) Math.Abs(ids[i]);", null, false)]
    [TestCase("for (var i = 0; i < 10; i++) Math.Abs(ids[i]);", null, false)]
    [TestCase("Use(ids.Select(i => Math.Abs(i)));", "ids", true)]
    [TestCase("Use(db.Orders.Select(o => Math.Abs(o.Points)));", null, false)]
    [TestCase("Use(new Func<int, int>(i => Math.Abs(i)));", null, false)]
    [TestCase(
        "using var reader = File.OpenText(path);\nwhile (reader.ReadLine() != null) Math.Abs(id);", "reader", false)]
    [TestCase("while (id > 3) Math.Abs(id);", null, false)]
    public async Task An_operation_is_repeated_for_each_element(string statement, string? sequence, bool isElement)
    {
        var found = await Found<InvocationExpressionSyntax>(
            ShopCode.Statements(statement), call => call.Expression.ToString() == "Math.Abs");
        var repetition = Repetition.Of(found.Operation, found.Compilation);
        Assert.That(repetition?.Sequence.Syntax.ToString(), Is.EqualTo(sequence));
        Assert.That(repetition is not null && ((IInvocationOperation)found.Operation).Arguments[0]
            .DescendantsAndSelf()
            .Any(repetition.IsElement), Is.EqualTo(isElement));
    }

    private static readonly string[] Copying =
        ["ids.ToArray()", "new List<int>(ids)", "new List<int>(8)", "ids.ToHashSet()", "all.AddRange(ids)"];

    [TestCase("_ = ids.ToArray();", "ToArray", "ids")]
    [TestCase("_ = new List<int>(ids);", "new List", "ids")]
    [TestCase("_ = new List<int>(8);", null, null)]
    [TestCase("_ = ids.ToHashSet();", null, null)]
    [TestCase("var all = new List<int>();\n_ = 1;\nall.AddRange(ids);\nUse(all);", "AddRange", "ids")]
    [TestCase("var all = new List<int>();\n_ = 1;\nall.AddRange(ids);\nall.Add(3);\nUse(all);", null, null)]
    public async Task A_sequence_is_copied(string statements, string? name, string? source)
    {
        var found = await Found<ExpressionSyntax>(
            ShopCode.Statements(statements), node => Copying.Contains(node.ToString()));
        var copy = Copies.By(found.Operation, found.Compilation);
        Assert.That((copy?.Name, copy?.Source.Syntax.ToString()), Is.EqualTo((name, source)));
    }

    [TestCase("private IEnumerable<Order> Given() => db.Orders;", "db.Orders")]
    [TestCase("private IEnumerable<Order> Given() { return db.Orders; }", "db.Orders")]
    [TestCase("private IEnumerable<Order> Given() { Use(1); return db.Orders; }", null)]
    [TestCase("protected virtual IEnumerable<Order> Given() => db.Orders;", null)]
    public async Task A_helper_gives_something(string helper, string? given)
    {
        var found = await Found<InvocationExpressionSyntax>(
            ShopCode.Members(helper + "\npublic void Run() { _ = Given(); }"));
        Assert.That(HelperResults.Of(found.Operation)?.Syntax.ToString(), Is.EqualTo(given));
    }

    [TestCase("Use(ids.Skip(1));", false, true)]
    [TestCase("var some = ids.Skip(1);\nUse(some);", true, true)]
    [TestCase("var some = ids.Skip(1);\nUse(id);\nUse(some);", true, false)]
    [TestCase("var some = ids.Skip(1);\nUse(some);\nUse(some);", false, true)]
    public async Task A_value_is_used_once(string statements, bool isHeld, bool isAtOnce)
    {
        var found = await Found<InvocationExpressionSyntax>(
            ShopCode.Statements(statements), call => call.ToString() == "ids.Skip(1)");
        var use = SingleUse.Of(found.Operation, found.Compilation);
        Assert.That((use.IsHeld, use.IsAtOnce), Is.EqualTo((isHeld, isAtOnce)));
    }

    [TestCase("orders.First(o => o.Id == id)", "Id", true)]
    [TestCase("orders.First(o => id == o.Points)", "Points", true)]
    [TestCase("orders.First(o => o.Priority == id)", "Priority", false)]
    [TestCase("orders.First(o => o.Id == o.Points)", null, false)]
    [TestCase("orders.First(o => o.Id > id)", null, false)]
    public async Task A_predicate_compares_a_key(string call, string? key, bool isReliable)
    {
        var found = await Found<InvocationExpressionSyntax>(ShopCode.Statements($"_ = {call};"));
        var comparison = KeyComparison.Of((IInvocationOperation)found.Operation);
        Assert.That((comparison?.Key.Property.Name, comparison?.IsReliable == true), Is.EqualTo((key, isReliable)));
    }

    private static async Task<Compilation> Compiled(string code)
    {
        var workshop = new Workshop(new Setting(References.All));
        return (await (await workshop.DocumentOf(("/0/Code.cs", code))).Project.GetCompilationAsync())!;
    }

    /// <summary>The first such node in the method of the test, bound.</summary>
    private static async Task<(IOperation Operation, Compilation Compilation)> Found<TNode>(
        string code, Func<TNode, bool>? wanted = null)
        where TNode : SyntaxNode
    {
        var compilation = await Compiled(code);
        var tree = compilation.SyntaxTrees.First(candidate => candidate.FilePath == "/0/Code.cs");
        var run = (await tree.GetRootAsync()).DescendantNodes().OfType<MethodDeclarationSyntax>()
            .First(method => method.Identifier.ValueText == "Run");
        var node = run.Body!.DescendantNodes().OfType<TNode>().First(candidate => wanted is null || wanted(candidate));
        return (compilation.GetSemanticModel(tree).GetOperation(node)!, compilation);
    }
}
