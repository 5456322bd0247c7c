using AiAwareAnalyzers.Money.Arithmetic;

namespace AiAwareAnalyzers.Tests.Money.Arithmetic;

[TestFixture]
public sealed class NumbersTests
{
    [TestCase("double", "decimal")]
    [TestCase("float?", "decimal?")]
    [TestCase("System.Half", "decimal")]
    [TestCase("double[,]", "decimal[,]")]
    [TestCase("System.Collections.Generic.Dictionary<string, double[]>", "Dictionary<string, decimal[]>")]
    [TestCase("System.Threading.Tasks.Task<double>", "Task<decimal>")]
    public void A_floating_number_is_found_inside_a_type(string type, string inDecimal)
    {
        var declared = TypeOf(type);
        Assert.That(Numbers.IsFloating(Numbers.CarriedBy(declared)), Is.True);
        Assert.That(Numbers.InDecimal(declared), Is.EqualTo(inDecimal));
    }

    [TestCase("string")]
    [TestCase("System.Collections.Generic.Dictionary<double, string>")]
    [TestCase("System.Func<double>")]
    [TestCase("(double A, double B)")]
    [TestCase("System.Numerics.Vector<double>")]
    [TestCase("decimal")]
    public void No_floating_number_is_found_elsewhere(string type) =>
        Assert.That(Numbers.IsFloating(Numbers.CarriedBy(TypeOf(type))), Is.False);

    private static ITypeSymbol TypeOf(string type)
    {
        var compilation = CSharpCompilation.Create(
            "Test",
            [CSharpSyntaxTree.ParseText($"class C {{ {type} Field; }}")],
            References.Net10.Metadata);
        return ((IFieldSymbol)compilation.GetTypeByMetadataName("C")!.GetMembers("Field").Single()).Type;
    }
}
