using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Tests.Knowledge.Language;

[TestFixture]
public sealed class StandInsTests
{
    [TestCase("NullMailer")]
    [TestCase("NoOpAudit")]
    [TestCase("FakeGateway")]
    [TestCase("PaymentStub")]
    [TestCase("InMemoryStore")]
    [TestCase("DesignOrderViewModel")]
    [TestCase("AllowAllPolicy")]
    [TestCase("DatabaseSeeder")]
    [TestCase("OrderTests")]
    public void A_stand_in_says_so(string name) => Assert.That(StandIns.IsNamedSo(name), Is.True);

    [TestCase("PaymentService")]
    [TestCase("NullableReader")]
    [TestCase("Designer")]
    [TestCase("MemoryCache")]
    [TestCase("Latest")]
    public void Others_do_not(string name) => Assert.That(StandIns.IsNamedSo(name), Is.False);

    [TestCase("namespace Shop.Tests { class Order { } }", true)]
    [TestCase("namespace Shop.TestingGround { class Order { } }", false)]
    [TestCase("class FakeShop { public class Order { } }", true)]
    public void A_namespace_and_a_type_around_speak_for_it(string code, bool stands)
    {
        var compilation = CSharpCompilation.Create("Shop", [CSharpSyntaxTree.ParseText(code)]);
        var order = (INamedTypeSymbol)compilation.GetSymbolsWithName("Order").Single();
        Assert.That(StandIns.Contain(order), Is.EqualTo(stands));
    }
}
