using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.Tests.Knowledge;

[TestFixture]
public sealed class NumbersTests
{
    [TestCase("double", "decimal")]
    [TestCase("float?", "decimal?")]
    [TestCase("System.Half", "decimal")]
    [TestCase("double[,]", "decimal[,]")]
    [TestCase("System.Collections.Generic.Dictionary<string, double[]>", "Dictionary<string, decimal[]>")]
    [TestCase("System.Threading.Tasks.Task<double>", "Task<decimal>")]
    public async Task A_floating_number_is_found_inside_a_type(string type, string inDecimal)
    {
        var declared = await TypeOf(type);
        Assert.That(Numbers.IsFloating(Numbers.CarriedBy(declared)), Is.True);
        Assert.That(Numbers.InDecimal(declared), Is.EqualTo(inDecimal));
    }

    [TestCase("string")]
    [TestCase("System.Collections.Generic.Dictionary<double, string>")]
    [TestCase("System.Func<double>")]
    [TestCase("(double A, double B)")]
    [TestCase("System.Numerics.Vector<double>")]
    [TestCase("decimal")]
    public async Task No_floating_number_is_found_elsewhere(string type) =>
        Assert.That(Numbers.IsFloating(Numbers.CarriedBy(await TypeOf(type))), Is.False);

    private static async Task<ITypeSymbol> TypeOf(string type)
    {
        var compilation = CSharpCompilation.Create(
            "Test",
            [CSharpSyntaxTree.ParseText($"class C {{ {type} Field; }}")],
            await References.Net10.ResolveAsync(LanguageNames.CSharp, CancellationToken.None));
        return ((IFieldSymbol)compilation.GetTypeByMetadataName("C")!.GetMembers("Field").Single()).Type;
    }
}
