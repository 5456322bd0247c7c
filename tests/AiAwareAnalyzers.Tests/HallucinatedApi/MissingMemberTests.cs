using AiAwareAnalyzers.HallucinatedApi;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

public sealed class MissingMemberTests : RuleTests<MissingMember, MissingMemberFix>
{
    private static string In(string statement) =>
        $$"""
        public class Order { public decimal TotalAmount { get; set; } public Order? Next { get; set; } }
        class C
        {
            async Task M(Order order, string text, List<string> list, HttpClient client, Order? maybe)
            {
                {{statement}}
                await Task.CompletedTask;
            }
        }
        """;

    private new Task Flags(string statement) => Given.ThatNeedNotCompile().Flags(In(statement));

    private new Task Allows(string statement) => Given.ThatNeedNotCompile().Allows(In(statement));

    private new Task Fixes(string statement, string repaired) => Given.ThatNeedNotCompile().Fixes(In(statement), In(repaired));

    // Every place where the name of a member stands.

    [Test]
    public Task A_call_is_flagged() => Flags("text.[|charAt|](0);");

    [Test]
    public Task A_property_is_flagged() => Flags("var n = order.[|Amount|];");

    [Test]
    public Task A_written_property_is_flagged() => Flags("order.[|Amount|] = 3;");

    [Test]
    public Task A_conditional_access_is_flagged() => Flags("var n = maybe?.[|Amount|];");

    [Test]
    public Task A_link_of_a_conditional_chain_is_flagged() => Flags("var n = maybe?.Next?.[|Amount|];");

    [Test]
    public Task A_static_member_is_flagged() => Flags("var n = Guid.[|Generate|]();");

    [Test]
    public Task A_member_of_an_enum_is_flagged() => Flags("var n = DayOfWeek.[|Wed|];");

    [Test]
    public Task An_object_initializer_is_flagged_once() => Flags("var n = new Order { [|Amount|] = 3 };");

    [Test]
    public Task A_nested_initializer_is_flagged() => Flags("var n = new Order { Next = { [|Amount|] = 3 } };");

    [Test]
    public Task A_property_pattern_is_flagged() => Flags("var n = order is { [|Amount|]: > 3 };");

    [Test]
    public Task Nameof_is_flagged() => Flags("var n = nameof(Order.[|Amount|]);");

    [Test]
    public Task A_query_is_flagged() => Flags("var n = from o in new[] { order } where o.[|Amount|] > 3 select o;");

    [Test]
    public Task A_lambda_is_flagged() => Flags("var n = new[] { order }.Where(o => o.[|Amount|] > 3);");

    [Test]
    public Task A_method_that_is_read_is_flagged() => Flags("int n = text.[|Count|];");

    [Test]
    public Task A_member_of_an_instance_that_is_asked_of_the_type_is_flagged() => Flags("var n = HttpClient.[|GetAsync|](text);");

    [Test]
    public Task Only_the_first_wrong_link_of_a_chain_is_flagged() => Flags("var n = text.[|chars|]().filter(c => c == 'a').count();");

    [Test]
    public Task Top_level_statements_are_flagged() => Given.ThatNeedNotCompile().Flags("var now = DateTime.[|NowUtc|];");

    [Test]
    public Task An_inherited_name_is_flagged_without_a_receiver() =>
        Given.ThatNeedNotCompile().Flags("class Shop { protected void PlaceOrder() { } } class Online : Shop { void M() => [|PlaceOrders|](); }");

    [Test]
    public Task An_argument_of_an_attribute_is_flagged() =>
        Given.ThatNeedNotCompile().Flags("[AttributeUsage(AttributeTargets.Class, [|AllowMany|] = true)] class MineAttribute : Attribute { }");

    [Test]
    public Task An_override_of_nothing_is_flagged() =>
        Given.ThatNeedNotCompile().Flags("class C { public override string [|ToText|]() => \"\"; }");

    // What must stay silent.

    [Test]
    public Task A_name_without_receiver_that_nothing_resembles_is_allowed() => Allows("Zqxjkvbw();");

    [Test]
    public Task An_override_with_other_parameters_is_another_matter() =>
        Given.ThatNeedNotCompile().Allows("class C { public override string ToString(int i) => \"\"; }");

    [Test]
    public Task An_override_of_an_unknown_base_is_allowed() =>
        Given.ThatNeedNotCompile().Allows("class C : Missing { public override string ToText() => \"\"; }");

    [Test]
    public Task Members_that_exist_are_allowed() => Allows("var n = order.TotalAmount + text.Length + list.Count(); await client.GetStringAsync(text);");

    [Test]
    public Task What_is_asked_of_an_unknown_type_is_allowed() => Allows("Missing m = null!; m.Anything(); m.Other = 3; Missing.Static();");

    [Test]
    public Task What_is_asked_of_an_unknown_name_is_allowed() => Allows("missing.Anything();");

    [Test]
    public Task What_is_asked_of_dynamic_is_allowed() => Allows("dynamic d = text; d.charAt(0);");

    [Test]
    public Task A_type_with_an_unknown_base_is_allowed() =>
        Given.ThatNeedNotCompile().Allows("class Derived : Missing { } class C { void M(Derived d) { d.FromTheBase(); } }");

    [Test]
    public Task A_name_that_is_being_typed_is_allowed() => Allows("text.");

    [Test]
    public Task An_inaccessible_member_is_allowed() =>
        Given.ThatNeedNotCompile().Allows("class Safe { private int code; } class C { int M(Safe safe) => safe.code; }");

    [Test]
    public Task Wrong_arguments_are_another_matter() => Allows("text.Substring(\"a\");");

    // What is said.

    [Test]
    public Task The_message_names_the_assembly_and_the_package_that_were_searched() => Given.ThatNeedNotCompile().Says(
        "class C { string? M(HttpResponseMessage response) => response.[|GetStatusMessage|](); }",
        $"'HttpResponseMessage' has no 'GetStatusMessage' in System.Net.Http 10.0.0.0 (Microsoft.NETCore.App.Ref {Repository.VersionOf("Microsoft.NETCore.App.Ref", "10.")}); did you mean 'ReasonPhrase' or 'StatusCode'?");

    [Test]
    public Task A_type_of_this_project_is_called_so() => Given.ThatNeedNotCompile().Says(
        "class Order { public decimal TotalAmount; } class C { decimal M(Order order) => order.[|Amount|]; }",
        "'Order' has no 'Amount' in this project; did you mean 'TotalAmount'?");

    [Test]
    public Task Where_nothing_is_similar_nothing_is_named() => Given.ThatNeedNotCompile().Says(
        "class Order { } class C { void M(Order order) => order.[|Frobnicate|](); }",
        "'Order' has no 'Frobnicate' in this project; nothing there has a similar name");

    [Test]
    public Task A_missing_import_is_named() => Given.WithReferences(References.EntityFrameworkCore).ThatNeedNotCompile().Says(
        "class C { Task M(IQueryable<string> names) => names.[|ToListAsync|](); }",
        $"'IQueryable<string>' has no 'ToListAsync' in System.Linq.Expressions 10.0.0.0 (Microsoft.NETCore.App.Ref {Repository.VersionOf("Microsoft.NETCore.App.Ref", "10.")}); did you mean 'ToListAsync' (add 'using Microsoft.EntityFrameworkCore;'), 'ToList' or 'ToAsyncEnumerable'?");

    // What the fix writes.

    [Test]
    public Task A_name_is_replaced() => Fixes("var n = order.[|Amount|];", "var n = order.TotalAmount;");

    [Test]
    public Task Parentheses_go_where_a_property_was_called() => Fixes("var n = text.[|length|]();", "var n = text.Length;");

    [Test]
    public Task A_static_method_gets_the_receiver() => Fixes("var n = text.[|isBlank|]();", "var n = string.IsNullOrWhiteSpace(text);");

    [Test]
    public Task An_indexer_replaces_a_call() => Fixes("var n = text.[|charAt|](0);", "var n = text[0];");

    [Test]
    public Task An_owner_is_replaced() => Fixes("var n = File.[|GetFileName|](text);", "var n = Path.GetFileName(text);");

    [Test]
    public Task An_await_goes_with_the_task() => Fixes("await File.[|CopyAsync|](text, text);", "File.Copy(text, text);");

    [Test]
    public Task An_await_comes_with_the_task() => Fixes("string n = client.[|GetString|](text);", "string n = await client.GetStringAsync(text);");

    [Test]
    public Task An_override_is_renamed() => Given.ThatNeedNotCompile().Fixes(
        "class C { public override string [|ToText|]() => \"\"; }", "class C { public override string ToString() => \"\"; }");

    [Test]
    public Task An_import_is_added() => Given.WithReferences(References.EntityFrameworkCore).ThatNeedNotCompile().Fixes(
        "class C { Task<List<string>> M(IQueryable<string> names) => names.[|ToListAsync|](); }",
        "using Microsoft.EntityFrameworkCore;\n\nclass C { Task<List<string>> M(IQueryable<string> names) => names.ToListAsync(); }");

    [Test]
    public Task No_fix_is_offered_where_a_swap_would_not_compile() =>
        Given.ThatNeedNotCompile().OffersNoFix("class Order { public decimal TotalAmount; } class C { Guid M(Order order) => order.[|Amount|]; }");
}
