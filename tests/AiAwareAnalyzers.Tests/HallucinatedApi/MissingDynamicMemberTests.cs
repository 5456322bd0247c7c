using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

public sealed class MissingDynamicMemberTests : RuleTests<MissingDynamicMember>
{
    private const string Scene = """
        using System.Dynamic;
        using System.Text.Json;
        public class Order
        {
            public decimal Total { get; set; }
            public int Id { get; }
            private string Note { get; set; } = "";
            public Func<int> Counter = () => 3;
            public string Reference = "";
            public void Add(string line, int count = 1) { }
            public void AddAll(params string[] lines) { }
            public T As<T>() where T : class => (this as T)!;
        }
        public class Animal { public string Name { get; set; } = ""; }
        public class Dog : Animal { public void Bark() { } }
        public class Bag : DynamicObject { public override bool TryGetMember(GetMemberBinder binder, out object? result) { result = 3; return true; } }

        """;

    private static string In(string statement) =>
        Scene
        + $$"""public static class Proof { public static Task<string> Run() { {{statement}} return Task.FromResult("ran"); } static Order Find() => new Order(); static Animal Pick() => new Dog(); }""";

    private static readonly string[] Missing =
    [
        "dynamic order = new Order(); var sum = order.[|Sum|];",
        "dynamic order = new Order(); order.[|Remove|](\"line\");",
        "dynamic order = new Order(); order.[|total|] = 3;",
        "dynamic order = new Order(); order.[|Add|](\"line\", 2, 3);",
        "dynamic order = new Order(); order.[|Add|]();",
        "dynamic order = new Order(); var note = order.[|Note|];",
        "dynamic order = new Order(); order.[|Id|] = 3;",
        "dynamic order = new Order(); var total = order.[|Total|]();",
        "dynamic order = new Order(); var other = order.[|As|]<Order, Order>();",
        "dynamic order = new Order(); var line = [|order[0]|];",
        "dynamic order = Find(); var sum = order.[|Sum|];",
        "dynamic order; order = new Order(); order = Find(); var sum = order.[|Sum|];",
        "dynamic list = new List<int> { 1 }; var first = list.[|First|]();",
        "dynamic list = new List<int> { 1 }; var length = list.[|Length|];",
        "dynamic numbers = new[] { 1, 2 }; var count = numbers.[|Count|];",
        "dynamic text = \"text\"; var size = text.[|Size|];",
        "dynamic day = DateTime.Now; var iso = day.[|ToIsoString|]();",
        "dynamic pair = (Left: 1, Right: 2); var left = pair.[|Left|];",
        "dynamic made = new { Name = \"a\" }; var age = made.[|Age|];",
        "dynamic made = new { Name = \"a\" }; made.[|Name|] = \"b\";",
        "dynamic json = JsonSerializer.Deserialize<dynamic>(\"{\\\"name\\\": 1}\")!; var name = json.[|name|];",
        "var order = new Order(); var sum = ((dynamic)order).[|Sum|];",
        "dynamic order = new Order(); var sum = order?.[|Sum|];",
    ];

    private static readonly string[] There =
    [
        "dynamic order = new Order(); var total = order.Total;",
        "dynamic order = new Order(); order.Total = 3;",
        "dynamic order = new Order(); order.Add(\"line\");",
        "dynamic order = new Order(); order.Add(\"line\", 2);",
        "dynamic order = new Order(); order.AddAll(\"a\", \"b\", \"c\"); order.AddAll();",
        "dynamic order = new Order(); var count = order.Counter();",
        "dynamic order = new Order(); order.Reference = \"a\"; var text = order.ToString();",
        "dynamic order = new Order(); var other = order.As<Order>();",
        "dynamic pick = Pick(); pick.Bark();",
        "Animal animal = new Dog(); dynamic dog = animal; dog.Bark();",
        "dynamic bag = new ExpandoObject(); bag.Total = 3; var total = bag.Total;",
        "dynamic bag = new Bag(); var anything = bag.Anything;",
        "dynamic value = 3; value = new Order(); var total = value.Total;",
        "object any = new Dog(); dynamic dog = any; dog.Bark();",
        "dynamic list = new List<int> { 1 }; var first = list[0]; list.Add(2); var count = list.Count;",
        "dynamic numbers = new[] { 1, 2 }; var first = numbers[0]; var length = numbers.Length;",
        "dynamic text = \"text\"; var letter = text[0]; var upper = text.ToUpper();",
        "dynamic pair = (Left: 1, Right: 2); var left = pair.Item1;",
        "dynamic made = new { Name = \"a\" }; var name = made.Name;",
        "dynamic json = JsonSerializer.Deserialize<dynamic>(\"{\\\"name\\\": 1}\")!; var name = "
        + "json.GetProperty(\"name\").GetInt32();",
        "foreach (dynamic item in new object[] { \"a\" }) { var length = item.Length; }",
        "dynamic order = new Order(); try { order.Remove(); } catch "
        + "(Microsoft.CSharp.RuntimeBinder.RuntimeBinderException) { }",
        "Use(new Dog()); void Use(dynamic animal) => animal.Bark();",
        "dynamic add = (Func<int, int>)(x => x + 1); var two = add(1);",
    ];

    [TestCaseSource(nameof(Missing))]
    public Task What_the_only_type_lacks_is_flagged(string statement) => Flags(In(statement));

    [TestCaseSource(nameof(There))]
    public Task What_is_there_or_may_be_there_is_allowed(string statement) => Allows(In(statement));

    [TestCaseSource(nameof(Missing))]
    public async Task The_run_time_throws(string statement) =>
        Assert.That(await ResultOf(statement), Does.Contain("RuntimeBinder"));

    [TestCaseSource(nameof(There))]
    public async Task The_run_time_is_content(string statement) =>
        Assert.That(await ResultOf(statement), Is.EqualTo("ran"));

    [Test]
    public Task A_private_field_is_known_by_all_that_is_written_to_it() => Flags(Scene + """
        public class Desk
        {
            private dynamic _order = new Order();
            private dynamic _any = new Order();
            private dynamic? _given;
            public dynamic Open = new Order();
            public void Take(object other) { this._order = new Order(); _any = other; _given = other; }
            public object Read() => _order.[|Sum|] + _any.Sum + _given!.Sum + Open.Sum;
        }
        """);

    [Test]
    public Task What_is_passed_by_reference_may_hold_anything() => Allows(Scene + """
        public class Desk
        {
            public object Read() { dynamic order = new Order(); Fill(ref order); return order.Sum; }
            private static void Fill(ref dynamic order) => order = new ExpandoObject();
        }
        """);

    [Test]
    public Task An_extension_of_our_own_is_not_found_either() => Says(
        Scene + """
            public static class Extensions { public static decimal Sum(this Order order) => order.Total; }
            public class Desk { public object Read() { dynamic order = new Order(); return order.[|Sum|](); } }
            """,
        "'Sum' throws at run time: 'Sum' is an extension method, and 'Order' has none of its own; call "
        + "'Extensions.Sum' with the value as its first argument");

    [TestCase(
        "dynamic order = new Order(); var sum = order.[|Totl|];",
        "'Totl' throws at run time: 'Order' has no 'Totl'; did you mean 'Total'?")]
    [TestCase(
        "dynamic order = new Order(); order.[|Add|]();",
        "'Add' throws at run time: no 'Add' of 'Order' takes 0 arguments; it takes (string, int)")]
    [TestCase(
        "dynamic order = new Order(); var note = order.[|Note|];",
        "'Note' throws at run time: 'Order.Note' is private, and only what is accessible here can be called; make it "
        + "accessible, or use another member")]
    public Task The_message_says_what_is_there(string statement, string message) => Says(In(statement), message);

    private static async Task<string> ResultOf(string statement)
    {
        try
        {
            return await Running.Run(Markup.Strip(In(statement)), new Setting(References.Net10));
        }
        catch (System.Reflection.TargetInvocationException exception)
        {
            return exception.InnerException!.ToString();
        }
    }
}
