using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiAwareAnalyzers.Tests.ErrorHandling.Catches;

/// <summary>
/// What it costs to know every catch of a body: counted in operations that are looked at, so that no clock is needed.
/// </summary>
[TestFixture]
public sealed class CatchClausesTests
{
    private const string InTries =
        "try {{ {0} System.Console.WriteLine(1); }} catch (System.Exception e) {{ System.Console.WriteLine(e); }}";
    private const string InHandlers =
        "try {{ System.Console.WriteLine(1); }} catch (System.Exception e) {{ {0} System.Console.WriteLine(e); }}";
    private const string InBoth = "try {{ {0} System.Console.WriteLine(1); }} catch {{ try {{ "
        + "System.Console.WriteLine(2); }} catch {{ {1} throw; }} finally {{ System.Console.WriteLine(3); }} }}";
    private const string InFinallies =
        "try {{ System.Console.WriteLine(1); }} catch {{ }} finally {{ {0} System.Console.WriteLine(2); }}";

    [TestCase(InTries)]
    [TestCase(InHandlers)]
    [TestCase(InBoth)]
    [TestCase(InFinallies)]
    public async Task An_operation_is_looked_at_twice_at_most_however_deep_it_is(string nesting)
    {
        foreach (var depth in new[] { 1, 2, 4, 8, 16 })
        {
            var (visited, operations) = await CostOf(Nested(nesting, depth));
            Assert.That(visited, Is.InRange(1, 2 * operations), $"{depth} deep");
        }
    }

    [Test]
    public async Task Asking_again_costs_nothing()
    {
        var (catches, clauses) = await Read(Nested(InHandlers, 4));
        foreach (var clause in clauses) catches.Of(clause, Member(clause));
        var visited = catches.Visited;
        foreach (var clause in clauses) catches.Of(clause, Member(clause));
        Assert.That(catches.Visited, Is.EqualTo(visited));
    }

    [Test]
    public async Task The_outer_handler_does_what_the_inner_does()
    {
        var (catches, clauses) = await Read("try { System.IO.File.Delete(\"x\"); } catch (System.Exception e) { try { "
            + "System.IO.File.Delete(\"y\"); } catch { Last = e; throw new System.IO.IOException(); } }");
        var outer = catches.Of(clauses[0], Member(clauses[0]))!.Reaction;
        Assert.That(
            (outer.Throws, outer.Tells, outer.HandsOver, outer.Thrown.Count), Is.EqualTo((true, true, true, 1)));
    }

    private static string Nested(string nesting, int depth)
    {
        var code = "";
        for (var level = 0; level < depth; level++)
            code = string.Format(
                System.Globalization.CultureInfo.InvariantCulture,
                nesting,
                code,
                level % 2 == 0 ? "" : "System.Console.WriteLine(4);");
        return code;
    }

    private static async Task<(int Visited, int Operations)> CostOf(string statements)
    {
        var (catches, clauses) = await Read(statements);
        foreach (var clause in clauses) catches.Of(clause, Member(clause));
        var root = (IOperation)clauses[0];
        while (root.Parent is { } parent) root = parent;
        return (catches.Visited, root.DescendantsAndSelf().Count());
    }

    private static async Task<(CatchClauses Catches, List<ICatchClauseOperation> Clauses)> Read(string statements)
    {
        var workshop = new Workshop(new Setting(References.Net10));
        var document = await workshop.DocumentOf(
            ("/0/Test.cs", $"class C {{ public static System.Exception Last; void M() {{ {statements} }} }}"));
        var model = (await document.GetSemanticModelAsync())!;
        var method = (await document.GetSyntaxRootAsync())!
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Single();
        return (
            CatchClauses.Of(model.Compilation),
            model.GetOperation(method)!.DescendantsAndSelf().OfType<ICatchClauseOperation>().ToList());
    }

    private static ISymbol Member(IOperation operation) =>
        operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart)
        ?? throw new InvalidOperationException("an operation without a model");
}
