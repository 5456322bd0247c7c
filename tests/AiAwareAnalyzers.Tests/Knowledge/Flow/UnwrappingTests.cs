using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiAwareAnalyzers.Tests.Knowledge.Flow;

/// <summary>What is taken off around a value, and what stays on.</summary>
public sealed class UnwrappingTests
{
    [TestCase("object o = (x);", Wrappers.Parentheses | Wrappers.ImplicitConversions, "x")]
    [TestCase(
        "object o = (string)x;",
        Wrappers.Parentheses | Wrappers.ImplicitConversions,
        "(string)x",
        TestName = "A conversion that somebody wrote stays on")]
    [TestCase("object o = (object)(string)x;", Wrappers.Conversions, "x")]
    [TestCase(
        "System.DateTimeOffset o = when;",
        Wrappers.ImplicitConversions,
        "when",
        TestName = "An implicit conversion of a type's own making")]
    [TestCase(
        "System.DateTimeOffset o = when;",
        Wrappers.Conversions,
        "when!",
        TestName = "Such a conversion is none of the language")]
    [TestCase("System.Func<int> o = () => 1;", Wrappers.Delegates | Wrappers.Conversions, "() => 1")]
    [TestCase(
        "object o = await Task.FromResult(x).ConfigureAwait(false);",
        Wrappers.Awaits | Wrappers.Conversions,
        "Task.FromResult(x)")]
    [TestCase(
        "object o = await Task.FromResult(x);",
        Wrappers.Conversions,
        "await Task.FromResult(x)",
        TestName = "What is not named stays on")]
    [TestCase("object o = (System.DateTimeOffset)when;", Wrappers.Casts, "when")]
    [TestCase(
        "object o = (object)x as string;",
        Wrappers.Casts | Wrappers.Parentheses,
        "(object)x as string",
        TestName = "A cast that may leave nothing stays on")]
    [TestCase("object o = Task.FromResult(x);", Wrappers.FinishedTasks | Wrappers.Conversions, "x")]
    [TestCase("object o = new ValueTask<string>(x);", Wrappers.FinishedTasks | Wrappers.Conversions, "x")]
    [TestCase(
        "object o = new ValueTask<string>(Task.FromResult(x));",
        Wrappers.FinishedTasks | Wrappers.Conversions,
        "x",
        TestName = "A finished task inside of another")]
    [TestCase("object o = x?.Length;", Wrappers.ConditionalAccesses | Wrappers.Conversions, ".Length")]
    [TestCase(
        "long o = x.Length;",
        Wrappers.ReferenceConversions,
        "x.Length!",
        TestName = "A number becomes another one")]
    [TestCase(
        "System.DateTimeOffset o = when;",
        Wrappers.ConversionsToText,
        "when!",
        TestName = "What is no text is no conversion to text")]
    public async Task A_value_is_peeled(string statement, object skins, string inner)
    {
        var workshop = new Workshop(new Setting(References.Net10));
        var document = await workshop.DocumentOf(
            (
                "/0/Test0.cs",
                $"class C {{ {(statement.Contains("await", StringComparison.Ordinal) ? "async Task" : "void")} "
                + $"M(string x, System.DateTime when) {{ {statement} }} }}"));
        var model = (await document.GetSemanticModelAsync())!;
        var value = (await document.GetSyntaxRootAsync())!
            .DescendantNodes()
            .OfType<VariableDeclaratorSyntax>()
            .Single().Initializer!.Value;
        var operation = ((IVariableInitializerOperation)model.GetOperation(value.Parent!)!).Value;
        var peeled = operation.Without((Wrappers)skins);
        Assert.That(
            peeled.Syntax.ToString() + (peeled is IConversionOperation { IsImplicit: true } ? "!" : ""),
            Is.EqualTo(inner));
    }
}
