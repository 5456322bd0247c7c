using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiAwareAnalyzers.Tests.Knowledge.Outcomes;

/// <summary>What the rules about failures know, asked by itself.</summary>
public sealed class FailureKnowledgeTests
{
    [TestCase("TryGet", Promise.Probe)]
    [TestCase("IsOpenAsync", Promise.Probe)]
    [TestCase("OrderExists", Promise.Probe)]
    [TestCase("GetOrDefault", Promise.Fallback)]
    [TestCase("AuthorizeAsync", Promise.Gate)]
    [TestCase("LogIn", Promise.Gate | Promise.BestEffort)]
    [TestCase("SaveAsync", Promise.Change)]
    [TestCase("SendAsync", Promise.Change | Promise.BestEffort)]
    [TestCase("TearDown", Promise.Cleanup)]
    [TestCase("OnSaved", Promise.Handler)]
    [TestCase("WriteLog", Promise.Change | Promise.Diagnostic)]
    [TestCase("Get", Promise.None)]
    [TestCase("Issue", Promise.None)]
    [TestCase("Hash", Promise.None)]
    [TestCase("Candle", Promise.None)]
    public async Task A_name_promises(string name, object promise) =>
        Assert.That(await PromiseOf($"class C {{ void {name}() {{ }} }}", name), Is.EqualTo(promise));

    [TestCase("void M(out int x) => x = 1;", Promise.Probe)]
    [TestCase("void M(object sender, EventArgs e) { }", Promise.Handler)]
    [TestCase("void M(Microsoft.AspNetCore.Http.HttpContext context) { }", Promise.Boundary)]
    [TestCase("Task<(bool Success, string Error)> M() => null!;", Promise.Result)]
    [TestCase("[NUnit.Framework.Test] void M() { }", Promise.Test)]
    public async Task A_signature_promises(string method, object promise) =>
        Assert.That(
            await PromiseOf(
                $"class C {{ {method} }} namespace NUnit.Framework {{ class TestAttribute : Attribute {{ }} }}", "M"),
            Is.EqualTo(promise));

    [TestCase("class R { public bool IsSuccess { get; set; } public string Error { get; set; } }", true)]
    [TestCase("class R { public bool HasErrors { get; set; } public List<string> Errors { get; set; } }", true)]
    [TestCase("record R(bool Success, int Value);", true)]
    [TestCase("class B { public bool Failed { get; set; } } class R : B { public object Data { get; set; } }", true)]
    [TestCase("struct R { public bool IsOk { get; set; } public string Message { get; set; } }", true)]
    [TestCase("class R { public bool IsSuccess { get; set; } }", false)]
    [TestCase("class R { public bool IsOpen { get; set; } public string Error { get; set; } }", false)]
    [TestCase("class R { public string Success { get; set; } public string Error { get; set; } }", false)]
    [TestCase("class R { public static bool IsSuccess { get; set; } public string Error { get; set; } }", false)]
    [TestCase("class R { private bool IsSuccess { get; set; } public string Error { get; set; } }", false)]
    public async Task A_type_can_say_that_it_failed(string type, bool can)
    {
        var compilation = await Compile(type, References.All);
        Assert.That(
            ResultTypes.Of(compilation).ShapeOf(compilation.GetTypeByMetadataName("R")!) is not null, Is.EqualTo(can));
    }

    [TestCase("R.Ok()", ResultTypes.Saying.Success)]
    [TestCase("R.Fail(\"no\")", ResultTypes.Saying.Failure)]
    [TestCase("R.NotFound()", ResultTypes.Saying.Failure)]
    [TestCase("R.Of(1)", ResultTypes.Saying.Nothing)]
    [TestCase("new R { IsSuccess = true }", ResultTypes.Saying.Success)]
    [TestCase("new R { IsSuccess = false }", ResultTypes.Saying.Failure)]
    [TestCase("new R()", ResultTypes.Saying.Failure)]
    [TestCase("new R { IsSuccess = int.Parse(\"1\") > 0 }", ResultTypes.Saying.Nothing)]
    [TestCase("new F()", ResultTypes.Saying.Success)]
    [TestCase("new F { HasError = true }", ResultTypes.Saying.Failure)]
    [TestCase("new P(true, null)", ResultTypes.Saying.Success)]
    [TestCase("new P(isSuccess: false, error: \"no\")", ResultTypes.Saying.Failure)]
    [TestCase("Task.FromResult(R.Ok())", ResultTypes.Saying.Success)]
    public async Task A_value_says(string value, object saying)
    {
        var operation = await ValueOf(value, """
            class R { public bool IsSuccess { get; set; } public string Error { get; set; } public static R Ok() => null!; public static R Fail(string s) => null!; public static R NotFound() => null!; public static R Of(int i) => null!; }
            class F { public bool HasError { get; set; } public string Error { get; set; } }
            record P(bool isSuccess, string? error) { public bool IsSuccess => isSuccess; public string? Error => error; }
            """);
        Assert.That(ResultTypes.Of(operation.SemanticModel!.Compilation).SayingOf(operation), Is.EqualTo(saying));
    }

    [TestCase("(object?)null", true)]
    [TestCase("default(int)", true)]
    [TestCase("0", true)]
    [TestCase("3.5m", true)]
    [TestCase("false", true)]
    [TestCase("true", false)]
    [TestCase("\"\"", true)]
    [TestCase("\" \"", false)]
    [TestCase("string.Empty", true)]
    [TestCase("new List<int>()", true)]
    [TestCase("new List<int>(10)", true)]
    [TestCase("new List<int> { 1 }", false)]
    [TestCase("new int[0]", true)]
    [TestCase("new int[3]", false)]
    [TestCase("Array.Empty<int>()", true)]
    [TestCase("Enumerable.Empty<int>().ToList()", true)]
    [TestCase("Enumerable.Repeat(1, 2).ToList()", false)]
    [TestCase("ImmutableArray<int>.Empty", true)]
    [TestCase("ImmutableList.Create<int>()", true)]
    [TestCase("(0, \"\")", true)]
    [TestCase("(1 + int.Parse(\"1\"), \"\")", false)]
    [TestCase("Guid.Empty", true)]
    [TestCase("Guid.NewGuid()", false)]
    [TestCase("new Uri(\"http://shop\")", false)]
    [TestCase("new Exception()", false)]
    [TestCase("Task.FromResult(0)", true)]
    [TestCase("Task.FromResult(int.Parse(\"0\"))", false)]
    [TestCase("(Func<int, bool>)(_ => false)", true)]
    [TestCase("(Func<int, bool>)(x => x > 0)", false)]
    public async Task A_value_is_empty(string value, bool isEmpty) =>
        Assert.That(EmptyValues.IsEmpty(await ValueOf(value, "")), Is.EqualTo(isEmpty));

    [TestCase("File.ReadAllText(\"x\")", IoKinds.File)]
    [TestCase("Path.Combine(\"x\", \"y\")", IoKinds.None)]
    [TestCase("new HttpClient().GetAsync(\"x\")", IoKinds.Http)]
    [TestCase("System.Text.Json.JsonSerializer.Deserialize<int>(\"1\")", IoKinds.Json)]
    [TestCase("((Microsoft.EntityFrameworkCore.DbContext)null!).SaveChanges()", IoKinds.Database | IoKinds.Save)]
    [TestCase("((System.Data.IDbCommand)null!).ExecuteReader()", IoKinds.Database)]
    [TestCase("System.Diagnostics.Process.Start(\"x\")", IoKinds.Process)]
    [TestCase("Math.Abs(1)", IoKinds.None)]
    public async Task A_call_reaches(string call, object reach)
    {
        var operation = (IInvocationOperation)await ValueOf(call, "");
        Assert.That(IoCalls.Of(operation.SemanticModel!.Compilation).ReachOf(operation), Is.EqualTo(reach));
    }

    [Test]
    public async Task Where_one_of_the_reached_is_unknown_no_exception_is_known_to_be_enough()
    {
        var io = IoCalls.Of(await Compile("", References.All));
        Assert.That(io.FailuresOf(IoKinds.Http | IoKinds.Unknown), Is.Empty);
        Assert.That(
            io.FailuresOf(IoKinds.Http | IoKinds.Json).Select(failure => failure.Name),
            Is.EqualTo(new[] { "HttpRequestException", "JsonException" }));
    }

    [TestCase("// ignore", false)]
    [TestCase("// Ignored", false)]
    [TestCase("/* do nothing */", false)]
    [TestCase("// TODO: handle errors", false)]
    [TestCase("//", false)]
    [TestCase("// best effort", true)]
    [TestCase("// the file may be locked", true)]
    [TestCase("/* cache is optional */", true)]
    public void A_comment_explains(string comment, bool explains) =>
        Assert.That(SyntaxFactory.ParseLeadingTrivia(comment).Any(Comments.Explains), Is.EqualTo(explains));

    private static async Task<Promise> PromiseOf(string code, string name)
    {
        var compilation = await Compile(code, References.All);
        var method = compilation.GetTypeByMetadataName("C")!.GetMembers(name).OfType<IMethodSymbol>().Single();
        return Promises.Of(compilation).Of(method);
    }

    private static async Task<IOperation> ValueOf(string expression, string types)
    {
        var compilation = await Compile(
            $"using System.Collections.Immutable; class Home {{ object V() {{ return {expression}; }} }} {types}",
            References.All);
        var tree = compilation.SyntaxTrees.First();
        var value = (await tree.GetRootAsync()).DescendantNodes().OfType<ReturnStatementSyntax>().First().Expression!;
        return compilation.GetSemanticModel(tree).GetOperation(value)!;
    }

    private static async Task<Compilation> Compile(string code, ReferenceSet references)
    {
        var workshop = new Workshop(new Setting(references));
        var document = await workshop.DocumentOf(("/0/Code.cs", code));
        return (await document.Project.GetCompilationAsync())!;
    }
}
