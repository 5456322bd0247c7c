using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tests.Knowledge.Symbols;

[TestFixture]
public sealed class LocalNamesTests
{
    [TestCase("class C { void M(int x) { Use(x); } }", "int x")]
    [TestCase("class C { void M() { var x = 1; Use(x); } }", "x = 1")]
    [TestCase("class C { void M() { var x = 1; { Use(x); } } }", "x = 1", TestName = "An outer block")]
    [TestCase("class C { void M() { { var x = 1; } Use(x); } }", null, TestName = "Another block is no outer one")]
    [TestCase("class C { void M(int x) { F(x => Use(x)); } }", "x", TestName = "A lambda's parameter is nearer")]
    [TestCase("class C { void M(int y) { F((int x, int z) => { Use(x); }); } }", "int x")]
    [TestCase("class C { void M() { void L(int x) { Use(x); } } }", "int x", TestName = "A local function's parameter")]
    [TestCase("class C { void M() { Use(x); void x() { } } }", "void x() { }", TestName = "A local function")]
    [TestCase("class C { void M() { foreach (var x in y) Use(x); } }", "foreach (var x in y) Use(x);")]
    [TestCase("class C { void M() { for (var x = 0; ; ) Use(x); } }", "x = 0")]
    [TestCase("class C { void M() { using (var x = F()) Use(x); } }", "x = F()")]
    [TestCase("class C { void M() { if (F(out var x)) Use(x); } }", "x", TestName = "An out variable")]
    [TestCase("class C { int x; void M() { Use(x); } }", null, TestName = "A field is no local")]
    [TestCase("class C { void M(int x) { } void N() { Use(x); } }", null, TestName = "The parameter of another method")]
    [TestCase("var x = 1; Use(x);", "x = 1", TestName = "Top-level statements are one body")]
    [TestCase("Use(x); int x() => 1;", "int x() => 1;", TestName = "And so are the functions in them")]
    [TestCase("var x = 1; class C { void M() { Use(x); } }", null, TestName = "But types do not see them")]
    public void A_name_stands_for_the_nearest_declaration(string code, string? declaration)
    {
        var use = CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Last(call => call.Expression.ToString() == "Use");
        Assert.That(
            LocalNames.DeclarationOf((SimpleNameSyntax)use.ArgumentList.Arguments[0].Expression)?.ToString(),
            Is.EqualTo(declaration));
    }

    [Test, CSharp(12)]
    public void A_type_may_have_parameters()
    {
        var use = CSharpSyntaxTree.ParseText("class C(int x) { void M() { Use(x); } }").GetRoot()
            .DescendantNodes()
            .OfType<ArgumentSyntax>()
            .Single();
        Assert.That(LocalNames.PrimaryParameterOf((SimpleNameSyntax)use.Expression)?.ToString(), Is.EqualTo("int x"));
    }
}
