using AiAwareAnalyzers.Governance;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Governance;

public sealed class UnreviewedHighRiskCodeTests : RuleTests<UnreviewedHighRiskCode>
{
    private RuleCase<UnreviewedHighRiskCode> In(string zones, string reviews = "") =>
        Given.WithAdditionalFile("/0/AiAware.reviews", reviews).WithOption("ai_aware.high_risk", zones);

    [TestCase("class [|Till|] { int Pay() => 1; }", Description = "a class")]
    [TestCase("struct [|Till|] { public int Pay() => 1; }", Description = "a struct")]
    [TestCase("record [|Till|] { int Pay() => 1; }", Description = "a record")]
    [TestCase("record struct [|Till|] { int Pay() => 1; }", Description = "a record struct")]
    [TestCase("interface [|ITill|] { int Pay() => 1; }", Description = "a contract that does something itself")]
    [TestCase("class [|Till|] { void Pay() { } }", Description = "a body")]
    [TestCase("class [|Till|] { public Till() { } }", Description = "a constructor")]
    [TestCase("class [|Till|] { int Sum => 1; }", Description = "a property")]
    [TestCase("class [|Till|] { int Sum { get => 1; } }", Description = "an accessor")]
    [TestCase("class [|Till|] { int this[int a] => a; }", Description = "an indexer")]
    [TestCase("class [|Till|] { public static Till operator +(Till a, Till b) => a; }", Description = "an operator")]
    [TestCase("class [|Till|] { event Action Paid { add { } remove { } } }", Description = "an event")]
    [TestCase("class [|Till|] { class Drawer { int Pay() => 1; } }", Description = "a type in it: told once")]
    [TestCase("class [|Till|] { int Pay() => 1; } class [|Desk|] { int Pay() => 1; }", Description = "two types")]
    [TestCase("class [|Till|] { static int Pay() => 1; int Refund() => 2; }", Description = "two members: told once")]
    public Task A_type_without_a_sign_off(string code) => In("Shop").Flags($"namespace Shop {{ {code} }}");

    [TestCase("Shop.Payments", "Shop.Payments", Description = "the zone itself")]
    [TestCase("Shop.Payments", "Shop.Payments.Cards", Description = "inside of it")]
    [TestCase("**/Pay*.cs", "Shop", Description = "a path")]
    public Task A_zone_is_a_namespace_or_a_path(string zone, string space) =>
        In(zone).At("/0/src/Payment.cs").Flags($"namespace {space} {{ class [|Till|] {{ int Pay() => 1; }} }}");

    [TestCase("M:Shop.Till.Refund 0123456789abcdef 2026-01-31 reviewer", Description = "one of two")]
    [TestCase("M:Shop.Till.Pay(int) 0123456789abcdef 2026-01-31 reviewer", Description = "another overload")]
    [TestCase("M:Shop.Till.Pay 0123456789abcdef", Description = "a line that cannot be read")]
    [TestCase("T:Shop.Desk 0123456789abcdef 2026-01-31 reviewer", Description = "another type")]
    public Task Other_sign_offs_do_not_help(string reviews) =>
        In("Shop", reviews).Flags("namespace Shop { class [|Till|] { int Pay() => 1; int Refund() => 2; } }");

    [TestCase(
        "int Pay() => 1;",
        "'Till' stands in a zone of 'ai_aware.high_risk', and 'Pay' has no sign-off in AiAware.reviews; have it read, "
        + "and signed off as 'M:Shop.Till.Pay'")]
    [TestCase(
        "int Pay() => 1; int Sum => 1;",
        "'Till' stands in a zone of 'ai_aware.high_risk', and 'Pay' and 'Sum' have no sign-off in AiAware.reviews; "
        + "have it read, and signed off as 'T:Shop.Till'")]
    [TestCase(
        "int Pay() => 1; int Sum => 1; int Rest => 2;",
        "'Till' stands in a zone of 'ai_aware.high_risk', and 'Pay' and 2 other members have no sign-off in "
        + "AiAware.reviews; have it read, and signed off as 'T:Shop.Till'")]
    public Task The_message_says_what_is_missing(string members, string message) =>
        In("Shop").Says($"namespace Shop {{ class {{|#0:Till|}} {{ {members} }} }}", message);

    [TestCase("class Till { }", Description = "nothing")]
    [TestCase("class Till { int _a = 1; }", Description = "a field")]
    [TestCase("class Till { public int Sum { get; set; } = 1; }", Description = "a property that only keeps")]
    [TestCase("record Till(int Sum);", Description = "data")]
    [TestCase("interface ITill { int Pay(); int Sum { get; } }", Description = "a contract")]
    [TestCase("abstract class Till { public abstract int Pay(); }", Description = "a promise")]
    [TestCase("enum Coin { A }", Description = "an enum")]
    [TestCase("delegate void Paid();", Description = "a delegate")]
    [TestCase("class Till { event Action? Paid; const int Max = 9; }", Description = "an event and a constant")]
    [TestCase(
        "static class Native { [System.Runtime.InteropServices.DllImport(\"a\")] static extern int Pay(); }",
        Description = "what stands elsewhere")]
    public Task What_does_nothing(string code) => In("Shop").Allows($"namespace Shop {{ {code} }}");

    [TestCase("T:Shop.Till 0123456789abcdef 2026-01-31 reviewer", Description = "the type, and all in it")]
    [TestCase(
        "M:Shop.Till.Pay 0123456789abcdef 2026-01-31 desk\nM:Shop.Till.Drawer.Open 0123456789abcdef 2026-01-31 desk",
        Description = "each member")]
    [TestCase(
        "M:Shop.Till.Pay 0123456789abcdef 2026-01-31 reviewer\nT:Shop.Till.Drawer 0123456789abcdef 2026-01-31 reviewer",
        Description = "a type in it")]
    public Task What_is_signed_off(string reviews) =>
        In("Shop", reviews).Allows(
            "namespace Shop { class Till { int Pay() => 1; class Drawer { void Open() { } } } }");

    [TestCase("", "Shop", Description = "no zone")]
    [TestCase("Shop.Payments", "Shop", Description = "around the zone")]
    [TestCase("Shop.Pay", "Shop.Payments", Description = "a longer name")]
    [TestCase("**/Cards/*.cs", "Shop", Description = "another path")]
    [TestCase("???", "Shop", Description = "an option that cannot be read")]
    public Task What_stands_in_no_zone(string zone, string space) =>
        In(zone).Allows($"namespace {space} {{ class Till {{ int Pay() => 1; }} }}");

    [Test]
    public Task A_code_base_that_keeps_no_list_is_not_asked() =>
        Given.WithOption("ai_aware.high_risk", "Shop").Allows("namespace Shop { class Till { int Pay() => 1; } }");

    [Test]
    public Task What_is_generated_is_not_read() =>
        In("Shop").Allows("// <auto-generated/>\nnamespace Shop { class Till { int Pay() => 1; } }");
}
