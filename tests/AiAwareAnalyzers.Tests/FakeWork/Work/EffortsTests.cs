using AiAwareAnalyzers.FakeWork.Work;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiAwareAnalyzers.Tests.FakeWork.Work;

[TestFixture]
public sealed class EffortsTests
{
    [TestCase("void M() { }")]
    [TestCase("async Task M() { await Task.Delay(5); }")]
    [TestCase("Task M() => Task.CompletedTask;")]
    [TestCase("void M(string s) { ArgumentNullException.ThrowIfNull(s); Console.WriteLine(s); }")]
    [TestCase("List<int> M() { var list = new List<int>(); list.Add(1); return list; }")]
    [TestCase("string M() { var id = Guid.NewGuid().ToString(); return id; }")]
    [TestCase("int M() { var n = 0; n++; n += 2; return n; }")]
    [TestCase("bool M(out int n) { n = 1; return true; }")]
    [TestCase("int M() => new Random().Next(5);")]
    [TestCase("DateTimeOffset M() => TimeProvider.System.GetUtcNow();")]
    public async Task Waiting_logging_and_making_values_is_no_work(string method) =>
        Assert.That((await EffortOf(method)).IsNone, Is.True);

    [TestCase("void M() { _field = 1; }")]
    [TestCase("void M() { _field++; }")]
    [TestCase("void M() { Other(); }")]
    [TestCase("void M(List<int> list) { list.Add(1); }")]
    [TestCase("async Task M(Task task) { await task; }")]
    [TestCase("void M() { File.Delete(\"x\"); }")]
    [TestCase("void M(Action action) { action(); }")]
    [TestCase("void M(dynamic d) { d.Go(); }")]
    [TestCase("void M() { lock (this) { } }")]
    [TestCase("void M() { TimeProvider.System.CreateTimer(_ => { }, null, TimeSpan.Zero, TimeSpan.Zero); }")]
    public async Task Calls_and_changes_are_work(string method) =>
        Assert.That((await EffortOf(method)).IsNone, Is.False);

    [Test]
    public async Task A_parameter_that_is_only_logged_is_not_used()
    {
        var (effort, symbol) = await Read("int M(int used, int logged) { Console.WriteLine(logged); return used; }");
        Assert.That(symbol.Parameters.Select(effort.Uses), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public async Task Texts_of_logs_and_answers_are_kept() =>
        Assert.That(
            (await EffortOf("string M() { Console.WriteLine(\"told\"); return \"answered\"; }")).Texts,
            Is.EquivalentTo(new[] { "told", "answered" }));

    [TestCase("void M() => throw new NotImplementedException();", true)]
    [TestCase("void M() => throw new ArgumentException();", false)]
    public async Task An_exception_says_that_something_is_missing(string method, bool honest) =>
        Assert.That((await EffortOf(method)).IsHonest, Is.EqualTo(honest));

    private static async Task<Effort> EffortOf(string method) => (await Read(method)).Effort;

    private static async Task<(Effort Effort, IMethodSymbol Symbol)> Read(string method)
    {
        var workshop = new Workshop(new Setting(References.Net10));
        var document = await workshop.DocumentOf(
            ("/0/Test.cs", $"class C {{ int _field; void Other() => _field = 2; {method} }}"));
        var model = (await document.GetSemanticModelAsync())!;
        var declaration = (await document.GetSyntaxRootAsync())!.DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Single(candidate => candidate.Identifier.ValueText == "M");
        var body = (IMethodBodyOperation)model.GetOperation(declaration)!;
        return (Efforts.Of(model.Compilation).Of(body), model.GetDeclaredSymbol(declaration)!);
    }
}
