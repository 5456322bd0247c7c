using AiAwareAnalyzers.Governance;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Governance;

public sealed class StaleBaselineTests : RuleTests<StaleBaseline>
{
    private const string Code =
        """
        namespace Shop
        {
            class Order
            {
                private int _a, _b;
                public Order(int a) { _a = a; _b = a; }
                public decimal Price { get; set; }
                public event System.Action? Sent;
                public int this[int at] => _a + _b;
                public decimal Total(decimal tax, int[] parts) => Price;
                public void Send() => Sent?.Invoke();
                public void Send<T>(T to) { }
                public static Order operator +(Order a, Order b) => a;
                class Line { void Add() { } }
            }

            enum Color { Red }
        }
        """;

    private RuleCase<StaleBaseline> Around => Given.WithFile("/0/src/Order.cs", Code);

    [TestCase("[|AIA0201 src/Order.cs P:Shop.Order.Cost 1|]", Description = "a property that was renamed")]
    [TestCase("[|AIA0201 src/Order.cs M:Shop.Order.Total(decimal) 1|]", Description = "other parameters")]
    [TestCase("[|AIA0201 src/Order.cs M:Shop.Order.Total(System.Decimal,int[]) 1|]", Description = "another spelling")]
    [TestCase("[|AIA0201 src/Order.cs M:Shop.Order.Total 1|]", Description = "no parameters")]
    [TestCase("[|AIA0201 src/Order.cs M:Shop.Order.#ctor 1|]", Description = "another constructor")]
    [TestCase("[|AIA0201 src/Order.cs M:Shop.Order.#cctor 1|]", Description = "a static constructor")]
    [TestCase("[|AIA0201 src/Order.cs F:Shop.Order._c 1|]", Description = "a field")]
    [TestCase("[|AIA0201 src/Order.cs M:Shop.Order.Price 1|]", Description = "a method that became a property")]
    [TestCase("[|AIA0201 src/Order.cs M:Shop.Order.Send`2(T) 1|]", Description = "another arity")]
    [TestCase("[|AIA0201 src/Order.cs T:Shop.Orders 1|]", Description = "a type")]
    [TestCase("[|AIA0201 src/Order.cs M:Shop.Sales.Order.Send 1|]", Description = "another namespace")]
    [TestCase("[|AIA0201 src/Order.cs M:Shop.Line.Add 1|]", Description = "a type that moved into another")]
    [TestCase("[|AIA0201 src/Order.cs M:Program.<Main>$ 1|]", Description = "no program")]
    [TestCase("[|AIA0201 src/Order.cs F:Shop.Color.Green 1|]", Description = "a value")]
    [TestCase("[|AIA9999 src/Order.cs P:Shop.Order.Price 1|]", Description = "a rule that is gone")]
    [TestCase("[|AIA9999 src/Order.cs - 1|]", Description = "a rule that is gone, in no member")]
    [TestCase(
        "AIA0201 src/Order.cs P:Shop.Order.Price 1\n[|AIA0202 src/Order.cs P:Shop.Order.Cost 1|]",
        Description = "one of two")]
    public Task What_is_gone(string baseline) =>
        Around.FlagsFile("/0/AiAware.baseline", baseline);

    [Test]
    public Task What_no_baseline_may_quiet() =>
        Around.WithOption("ai_aware.high_risk", "Shop")
            .FlagsFile("/0/AiAware.baseline", "[|AIA0201 src/Order.cs P:Shop.Order.Price 1|]");

    [Test]
    public Task The_message_says_what_is_gone() =>
        Around.SaysOfFile(
            "/0/AiAware.baseline",
            "[|AIA0201 src/Order.cs P:Shop.Order.Cost 1|]",
            "This entry quiets nothing, because 'src/Order.cs' has no member 'P:Shop.Order.Cost' any more; delete the "
            + "line");

    [TestCase("AIA0201 src/Order.cs P:Shop.Order.Price 1")]
    [TestCase("AIA0201 src/Order.cs M:Shop.Order.Total(decimal,int[]) 1")]
    [TestCase("AIA0201 src/Order.cs M:Shop.Order.#ctor(int) 1")]
    [TestCase("AIA0201 src/Order.cs F:Shop.Order._a 1")]
    [TestCase("AIA0201 src/Order.cs F:Shop.Order._b 1")]
    [TestCase("AIA0201 src/Order.cs E:Shop.Order.Sent 1")]
    [TestCase("AIA0201 src/Order.cs P:Shop.Order.Item(int) 1")]
    [TestCase("AIA0201 src/Order.cs M:Shop.Order.Send 1")]
    [TestCase("AIA0201 src/Order.cs M:Shop.Order.Send`1(T) 1")]
    [TestCase("AIA0201 src/Order.cs M:Shop.Order.operator+(Order,Order) 1")]
    [TestCase("AIA0201 src/Order.cs M:Shop.Order.Line.Add 1")]
    [TestCase("AIA0201 src/Order.cs T:Shop.Order 1")]
    [TestCase("AIA0201 src/Order.cs T:Shop.Order.Line 1")]
    [TestCase("AIA0201 src/Order.cs F:Shop.Color.Red 1")]
    [TestCase("AIA0201 src/Order.cs - 1", Description = "what stands in no member")]
    [TestCase("AIA0201 src/Order.cs P:Shop.Order.Price 99", Description = "only the tool counts")]
    [TestCase("AIA0201 src/Invoice.cs P:Shop.Invoice.Price 1", Description = "a file of another project")]
    [TestCase("AIA9999 src/Invoice.cs P:Shop.Invoice.Price 1", Description = "its rule is that project's business")]
    [TestCase("AIA0201 Views/Order.razor - 1", Description = "a page")]
    [TestCase("AIA0201 src/Order.cs P:Shop.Order.Cost", Description = "a malformed line is told as such")]
    [TestCase("# AIA0201 src/Order.cs P:Shop.Order.Cost 1", Description = "a comment")]
    public Task What_is_still_there(string baseline) =>
        Around.AllowsFile("/0/AiAware.baseline", baseline);

    [Test]
    public Task A_file_outside_of_the_folder_of_the_baseline() =>
        Around.AllowsFile("/1/AiAware.baseline", "AIA0201 src/Order.cs P:Shop.Order.Cost 1");

    [Test]
    public Task A_zone_elsewhere() =>
        Around.WithOption("ai_aware.high_risk", "Shop.Payments")
            .AllowsFile("/0/AiAware.baseline", "AIA0201 src/Order.cs P:Shop.Order.Price 1");
}
