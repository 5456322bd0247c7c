using AiAwareAnalyzers.Money.Arithmetic;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tests.Money.Arithmetic;

/// <summary>
/// Whatever floating-point expression is written as a decimal one, the result is a decimal and compiles.
/// </summary>
[TestFixture]
public sealed class DecimalFormTests
{
    private const string Head =
        "using System; class C { double d; float f; double? n; decimal m; int i; bool b; string s = \"1\"; ";

    /// <summary>A constant zero divides a double, and no decimal; the fix that writes one is not offered.</summary>
    private const string ZeroDivisor = "CS0020";

    [Test]
    public void Every_form_is_a_decimal_that_compiles()
    {
        var references = References.Net10.Metadata;
        var empty = CSharpCompilation.Create(
            "Test", [], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Prop.ForAll(
            Expressions().ToArbitrary(),
            expression =>
            {
                var form = FormOf(expression, empty);
                var errors = With(empty, $"{Head} decimal M() => {form}; }}")
                    .GetDiagnostics()
                    .Where(error => error.Severity == DiagnosticSeverity.Error && error.Id != ZeroDivisor)
                    .ToList();
                Assert.That(errors, Is.Empty, $"{expression} becomes {form}");
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static string FormOf(string expression, CSharpCompilation empty)
    {
        var compilation = With(empty, $"{Head} double M() => {expression}; }}");
        var tree = compilation.SyntaxTrees.Single();
        var arrow = tree.GetRoot().DescendantNodes().OfType<ArrowExpressionClauseSyntax>().Single();
        return new DecimalForm(compilation.GetSemanticModel(tree)).Of(arrow.Expression).ToString();
    }

    private static CSharpCompilation With(CSharpCompilation empty, string code) =>
        empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code));

    private static Gen<string> Expressions() => Gen.Choose(0, 3).SelectMany(Expression);

    private static Gen<string> Expression(int depth)
    {
        var leaf = Gen.Elements(
            "1.5", "2e1", ".5d", "3f", "d", "f", "(double)m", "(double)i", "(n ?? 2.5)", "double.Parse(s)",
            "Convert.ToDouble(s)", "Convert.ToDouble(m)", "Math.Pow(d, 2)");
        if (depth == 0) return leaf;

        var inner = Expression(depth - 1);
        return Gen.OneOf(
            leaf,
            inner.SelectMany(left =>
                Gen.Elements("+", "-", "*", "/", "%")
                    .SelectMany(sign => inner.Select(right => $"({left} {sign} {right})"))),
            inner.Select(value => $"({value} * i)"),
            inner.Select(value => $"(-{value})"),
            inner.Select(value => $"Math.Round({value}, 2)"),
            inner.SelectMany(left => inner.Select(right => $"Math.Max({left}, {right})")),
            inner.SelectMany(left => inner.Select(right => $"(b ? {left} : {right})")));
    }
}
