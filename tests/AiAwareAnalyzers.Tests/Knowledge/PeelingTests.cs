using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiAwareAnalyzers.Tests.Knowledge;

/// <summary>What is taken off around a value, and what stays on.</summary>
public sealed class PeelingTests
{
    [TestCase("object o = (x);", Skin.Parentheses | Skin.ImplicitConversions, "x")]
    [TestCase("object o = (string)x;", Skin.Parentheses | Skin.ImplicitConversions, "(string)x", TestName = "A conversion that somebody wrote stays on")]
    [TestCase("object o = (object)(string)x;", Skin.Conversions, "x")]
    [TestCase("System.DateTimeOffset o = when;", Skin.ImplicitConversions, "when", TestName = "An implicit conversion of a type's own making")]
    [TestCase("System.DateTimeOffset o = when;", Skin.Conversions, "when!", TestName = "Such a conversion is none of the language")]
    [TestCase("System.Func<int> o = () => 1;", Skin.Delegates | Skin.Conversions, "() => 1")]
    [TestCase("object o = await Task.FromResult(x).ConfigureAwait(false);", Skin.Awaits | Skin.Conversions, "Task.FromResult(x)")]
    [TestCase("object o = await Task.FromResult(x);", Skin.Conversions, "await Task.FromResult(x)", TestName = "What is not named stays on")]
    public async Task A_value_is_peeled(string statement, object skins, string inner)
    {
        using var workshop = new Workshop(new Setting(References.Net10));
        var document = await workshop.DocumentOf(("/0/Test0.cs", $"class C {{ {(statement.Contains("await", StringComparison.Ordinal) ? "async Task" : "void")} M(string x, System.DateTime when) {{ {statement} }} }}"));
        var model = (await document.GetSemanticModelAsync())!;
        var value = (await document.GetSyntaxRootAsync())!.DescendantNodes().OfType<VariableDeclaratorSyntax>().Single().Initializer!.Value;
        var operation = ((IVariableInitializerOperation)model.GetOperation(value.Parent!)!).Value;
        var peeled = operation.Peeled((Skin)skins);
        Assert.That(peeled.Syntax.ToString() + (peeled is IConversionOperation { IsImplicit: true } ? "!" : ""), Is.EqualTo(inner));
    }
}
