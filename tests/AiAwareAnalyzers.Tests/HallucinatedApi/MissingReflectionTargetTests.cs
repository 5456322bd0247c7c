using AiAwareAnalyzers.HallucinatedApi;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

/// <summary>
/// What each sort of call says; the sets of <see cref="RunTimeNamesTests"/> hold the many spellings, and run them.
/// </summary>
public sealed class MissingReflectionTargetTests : RuleTests<MissingReflectionTarget, MissingReflectionTargetFix>
{
    private const string Order = """
        using System.Reflection;
        public class Order
        {
            private readonly List<string> _lines = new();
            public decimal Total { get; set; }
            public static int Made;
            public void Add(string line) => _lines.Add(line);
            private void Clear() => _lines.Clear();
            internal int Count() => _lines.Count;
        }
        public enum Status { Draft, Paid }

        """;

    private static string In(string statement) =>
        Order + $$"""class Reader { void Read(Order order) { {{statement}} } }""";

    [TestCase("typeof(Order).GetProperty([|\"Totl\"|])!.GetValue(order);")]
    [TestCase("var method = typeof(Order).GetMethod([|\"Remove\"|]); method!.Invoke(order, null);")]
    [TestCase("MethodInfo method = typeof(Order).GetMethod([|\"Clear\"|])!; method.Invoke(order, null);")]
    [TestCase("typeof(Order).GetField([|\"_lines\"|], BindingFlags.NonPublic)!.GetValue(order);")]
    [TestCase("typeof(Order).GetField([|\"Made\"|], BindingFlags.Public | BindingFlags.Instance)!.GetValue(null);")]
    [TestCase("typeof(Order).GetMethod([|\"Add\"|], new[] { typeof(int) })!.Invoke(order, null);")]
    [TestCase("typeof(Order).[|GetConstructor|](new[] { typeof(int) })!.Invoke(null);")]
    [TestCase("var value = (Status)Enum.Parse(typeof(Status), [|\"Payed\"|]);")]
    [TestCase("if (Enum.TryParse<Status>([|\"draft\"|], out var status)) Read(order);")]
    [TestCase("var type = Type.GetType([|\"Shop.Order\"|])!; Activator.CreateInstance(type);")]
    [TestCase(
        "var parameter = System.Linq.Expressions.Expression.Parameter(typeof(Order)); var total = "
        + "System.Linq.Expressions.Expression.Property(parameter, [|\"Sum\"|]);")]
    [TestCase("var line = Activator.[|CreateInstance|](typeof(Order), 1, 2);")]
    [TestCase("typeof(Console).GetMethod([|\"WriteLine\"|])!.Invoke(null, null);")]
    [TestCase("typeof(Order).InvokeMember([|\"Remove\"|], BindingFlags.InvokeMethod, null, order, null);")]
    public Task What_is_not_there_is_flagged(string statement) => Flags(In(statement));

    [TestCase("typeof(Order).GetProperty(\"Total\")!.GetValue(order);", TestName = "It is there")]
    [TestCase("typeof(Uri).GetProperty(\"Words\")?.GetValue(order);", TestName = "Asked by a conditional access")]
    [TestCase(
        "if (typeof(Uri).GetProperty(\"Words\") is { } property) property.GetValue(order);",
        TestName = "Asked by a pattern")]
    [TestCase(
        "var method = typeof(Uri).GetMethod(\"Shorten\"); if (method == null) return; method.Invoke(order, null);",
        TestName = "Asked later")]
    [TestCase(
        "var property = typeof(Uri).GetProperty(\"Words\") ?? typeof(Uri).GetProperty(\"Host\")!;",
        TestName = "With another one instead")]
    [TestCase(
        "typeof(Order).GetProperty(\"Totl\")?.GetValue(order); /* as older files call it */",
        TestName = "A comment says why it is asked")]
    [TestCase(
        "if (Environment.Version.Major > 50 && typeof(Order).GetProperty(\"Totl\") is { } p) p.GetValue(order);",
        TestName = "Beside a question about the version")]
    [TestCase(
        "if (OperatingSystem.IsWindows()) typeof(Order).GetProperty(\"Totl\")?.GetValue(order);",
        TestName = "On one platform")]
    [TestCase("order.GetType().GetProperty(\"Derived\")!.GetValue(order);", TestName = "A derived type may have it")]
    [TestCase(
        "typeof(Order).GetMethod(order.ToString()!)!.Invoke(order, null);", TestName = "A name that nobody knows")]
    [TestCase(
        "typeof(Order).GetMethod(\"Clear\", (BindingFlags)order.Total)!.Invoke(order, null);",
        TestName = "Flags that nobody knows")]
    [TestCase(
        "typeof(List<int>).GetField(\"_size\", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(null);",
        TestName = "Private in a library")]
    [TestCase(
        "using var json = System.Text.Json.JsonDocument.Parse(\"{}\"); "
        + "json.RootElement.GetProperty(\"totl\").GetString();",
        TestName = "Another GetProperty")]
    [TestCase("try { Enum.Parse<Status>(\"Gone\"); } catch (ArgumentException) { }", TestName = "Caught")]
    [TestCase("Enum.Parse<Status>(\"1\");", TestName = "A number")]
    [TestCase(
        "Type.GetType(\"Shop.Plugin, Shop.Plugins\")!.GetMethods();", TestName = "An assembly that is not referenced")]
    [TestCase("Type.GetType(\"System.RuntimeType\")!.GetMethods();", TestName = "Hidden in the core library")]
    [TestCase(
        "Throws(() => Enum.Parse<Status>(\"Gone\")); void Throws(Action act) => act();", TestName = "Meant to throw")]
    [TestCase(
        "Look(typeof(Uri).GetProperty(\"Secret\")); void Look(object? found) { }",
        TestName = "Passed where null is fine")]
    [TestCase(
        "Look<Order>(); void Look<T>() => typeof(T).GetProperty(\"Totl\")!.GetValue(order);",
        TestName = "A type parameter")]
    public Task What_is_there_or_asked_for_is_allowed(string statement) => Allows(In(statement));

    [Test]
    public Task A_version_of_the_framework_may_have_it() =>
        Given.WithReferences(References.Of("net8.0")).Allows(
            In("typeof(Convert).GetMethod(\"ToHexStringLower\", new[] { typeof(byte[]) })!.Invoke(null, null);"));

    [Test]
    public Task A_library_for_every_platform_does_not_know_its_framework() =>
        Given.WithReferences(References.NetStandard20)
            .Allows(In("typeof(Environment).GetMethod(\"GetProcessPath\")!.Invoke(null, null);"));

    [Test]
    public Task A_field_that_is_kept_as_nullable_is_no_promise() => Allows(Order + """
        class Reader
        {
            private static readonly MethodInfo? Remove = typeof(Uri).GetMethod("Remove");
            private static readonly MethodInfo Discard = typeof(Uri).GetMethod("Discard")!;
            public static MethodInfo? Find() => typeof(Uri).GetMethod("Remove");
            public static bool Has => Discard != null;
        }
        """);

    [TestCase("typeof(Order).GetProperty([|\"Totl\"|])?.GetValue(order);")]
    [TestCase("if (typeof(Order).GetProperty([|\"Totl\"|]) is { } property) property.GetValue(order);")]
    [TestCase("var m = typeof(Order).GetMethod([|\"Remove\"|]); if (m == null) return; m.Invoke(order, null);")]
    [TestCase("var p = typeof(Order).GetProperty([|\"Sum\"|]) ?? typeof(Order).GetProperty(\"Total\")!;")]
    [TestCase("Look(typeof(Order).GetProperty([|\"Secret\"|])); void Look(object? found) { }")]
    [TestCase("typeof(Uri).GetProperty([|\"Fragmnet\"|])?.GetValue(order);")]
    [TestCase("if (Enum.TryParse<DayOfWeek>([|\"Mondy\"|], out _)) Read(order);")]
    public Task A_question_that_can_only_be_answered_by_no_is_flagged(string statement) => Flags(In(statement));

    [Test]
    public Task What_a_condition_compiles_away_may_be_there_for_another_target() => Allows("""
        using System.Reflection;
        public class Order
        {
            public decimal Total { get; set; }
        #if TAXES
            public decimal Tax { get; set; }
        #endif
        }
        public static class Reader
        {
            public static bool HasTax => typeof(Order).GetProperty("Tax") is not null;
        #if !OLD
            public static bool HasLines => typeof(System.Uri).GetProperty("Hsot") is not null;
        #endif
        }
        """);

    [Test]
    public Task A_question_that_is_kept_as_nullable_is_dead_all_the_same() => Flags(Order + """
        class Reader
        {
            private static readonly MethodInfo? Remove = typeof(Order).GetMethod([|"Remove"|]);
            public static MethodInfo? Find() => typeof(Order).GetMethod([|"Discard"|]);
        }
        """);

    [Test]
    public Task A_field_that_must_be_there_is_a_promise() => Flags(Order + """
        class Reader
        {
            private static readonly MethodInfo Remove = typeof(Order).GetMethod([|"Remove"|])!;
            private static MethodInfo Find() => typeof(Order).GetMethod([|"Discard"|])!;
        }
        """);

    [Test]
    public Task A_test_may_ask_for_what_must_not_be_there() =>
        Given.WithReferences(References.Net10.AndFile(typeof(TestAttribute).Assembly.Location))
            .Allows(Order + """
                class OrderTests
                {
                    public void Secrets() => NUnit.Framework.Assert.That(typeof(Order).GetProperty("Password"), NUnit.Framework.Is.Null);
                    public void Parses() { var act = () => Enum.Parse<Status>("Gone"); NUnit.Framework.Assert.Catch(new NUnit.Framework.TestDelegate(() => act())); }
                    public void Names() => NUnit.Framework.Assert.That(Enum.TryParse<Status>("Gone", out _), NUnit.Framework.Is.False);
                }
                """);

    [CSharp(12)]
    public Task A_list_of_types_in_brackets_is_read() =>
        Flags(In("typeof(Order).GetMethod([|\"Add\"|], [typeof(int)])!.Invoke(order, [1]);"));

    [Test]
    public Task An_accessor_that_binds_to_nothing_is_flagged() => Flags(Order + """
        static class Access
        {
            [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = [|"_line"|])]
            public static extern ref List<string> Lines(Order order);
            [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Method)]
            public static extern void [|Clean|](Order order);
            [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Method)]
            public static extern void Clear(Order order);
        }
        """);

    [TestCase(
        "typeof(Order).GetProperty([|\"Totl\"|])!.GetValue(order);",
        "'GetProperty' returns null at run time: 'Order' has no public property 'Totl'; did you mean 'Total'?")]
    [TestCase(
        "typeof(Order).GetMethod([|\"Clear\"|])!.Invoke(order, null);",
        "'GetMethod' returns null at run time: 'Order.Clear' is private, and only what is public is looked at; pass "
        + "'BindingFlags.NonPublic | BindingFlags.Instance'")]
    [TestCase(
        "typeof(Order).GetMethod([|\"Clear\"|], BindingFlags.NonPublic)!.Invoke(order, null);",
        "'GetMethod' returns null at run time: 'Order.Clear' is private, and the flags say neither 'Instance' nor "
        + "'Static'; add 'BindingFlags.Instance'")]
    [TestCase(
        "typeof(Order).GetMethod([|\"Add\"|], new[] { typeof(int) })!.Invoke(order, null);",
        "'GetMethod' returns null at run time: no 'Add' of 'Order' takes (int); it takes (string)")]
    [TestCase(
        "typeof(Order).GetField([|\"Total\"|])!.GetValue(order);",
        "'GetField' returns null at run time: 'Order.Total' is a property, not a field; ask for it with 'GetProperty'")]
    [TestCase(
        "typeof(Order).GetField([|\"total\"|])!.GetValue(order);",
        "'GetField' returns null at run time: 'Order' has no field 'total', but a property 'Total'; ask for it with "
        + "'GetProperty'")]
    [TestCase(
        "typeof(Console).GetMethod([|\"WriteLine\"|])!.Invoke(null, null);",
        "'GetMethod' throws at run time: 'Console' has several overloads of 'WriteLine'; pass the types of its "
        + "parameters")]
    [TestCase(
        "Enum.Parse<Status>([|\"paid\"|]);",
        "'Enum.Parse' throws at run time: 'Status' has no member 'paid'; did you mean 'Paid'?")]
    [TestCase(
        "Type.GetType([|\"System.Text.Json.JsonElement\"|])!.GetMethods();",
        "'Type.GetType' returns null at run time: 'System.Text.Json.JsonElement' is in 'System.Text.Json', and without "
        + "the name of an assembly only 'Code' and the core library are looked at; write "
        + "'System.Text.Json.JsonElement, System.Text.Json'")]
    public Task The_message_says_what_is_there(string statement, string message) => Says(In(statement), message);

    [TestCase(
        "typeof(Order).GetProperty([|\"Totl\"|])!.GetValue(order);",
        "typeof(Order).GetProperty(nameof(Order.Total))!.GetValue(order);")]
    [TestCase(
        "typeof(Order).GetMethod([|\"count\"|], BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(order, null);",
        "typeof(Order).GetMethod(nameof(Order.Count), BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(order, "
        + "null);")]
    [TestCase(
        "typeof(Order).GetField([|\"_line\"|], BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(order);",
        "typeof(Order).GetField(\"_lines\", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(order);")]
    [TestCase(
        "typeof(Order).GetMethod([|\"Clear\"|])!.Invoke(order, null);",
        "typeof(Order).GetMethod(\"Clear\", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(order, null);")]
    [TestCase(
        "typeof(Order).GetMethod([|\"Clear\"|], BindingFlags.NonPublic)!.Invoke(order, null);",
        "typeof(Order).GetMethod(\"Clear\", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(order, null);")]
    [TestCase(
        "typeof(Order).GetField([|\"_lines\"|] /* all */)!.GetValue(order);",
        "typeof(Order).GetField(\"_lines\" /* all */, BindingFlags.NonPublic | "
        + "BindingFlags.Instance)!.GetValue(order);")]
    [TestCase("var paid = Enum.Parse<Status>([|\"paid\"|]);", "var paid = Enum.Parse<Status>(nameof(Status.Paid));")]
    [TestCase(
        "Type.GetType([|\"System.Text.Json.JsonElement\"|])!.GetMethods();",
        "Type.GetType(\"System.Text.Json.JsonElement, System.Text.Json\")!.GetMethods();")]
    public Task The_fix_names_what_is_there(string statement, string repaired) => Fixes(In(statement), In(repaired));

    [Test]
    public Task Several_are_fixed_at_once() => Fixes(
        In("typeof(Order).GetProperty([|\"Totl\"|])!.GetValue(order); "
            + "typeof(Order).GetMethod([|\"add\"|])!.Invoke(order, null);"),
        In("typeof(Order).GetProperty(nameof(Order.Total))!.GetValue(order); "
            + "typeof(Order).GetMethod(nameof(Order.Add))!.Invoke(order, null);"));

    [TestCase("const string name = \"Totl\"; typeof(Order).GetProperty([|name|])!.GetValue(order);")]
    [TestCase("typeof(Order).GetMethod([|\"Add\"|], new[] { typeof(int) })!.Invoke(order, null);")]
    [TestCase("typeof(Order).GetProperty([|\"Whatever\"|])!.GetValue(order);")]
    [TestCase("typeof(Order).[|GetConstructor|](new[] { typeof(int) })!.Invoke(null);")]
    public Task No_fix_is_offered_where_none_is_certain(string statement) => OffersNoFix(In(statement));

    [Test]
    public async Task What_the_fix_writes_is_found_when_it_runs()
    {
        const string Code = """
            using System.Reflection;
            public class Order { private int Count() => 3; public int Total { get; set; } = 4; }
            public static class Proof
            {
                public static Task<string> Run()
                {
                    var order = new Order();
                    try { return Task.FromResult($"{typeof(Order).GetMethod("Count")!.Invoke(order, null)} {typeof(Order).GetProperty("Totl")!.GetValue(order)} and so on"); }
                    catch (SystemException exception) { return Task.FromResult(exception.GetType().Name); }
                }
            }
            """;
        var (before, after) = await Cases.Running.Repairing<MissingReflectionTarget, MissingReflectionTargetFix>(
            Code, new Cases.Setting(References.Net10));
        Assert.That((before, after), Is.EqualTo(("NullReferenceException", "3 4 and so on")));
    }
}
