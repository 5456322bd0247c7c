using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

public sealed class MissingMemberTests : RuleTests<MissingMember, MissingMemberFix>
{
    private static string In(string statement) =>
        $$"""
        public class Order { public decimal TotalAmount { get; set; } public Order? Next { get; set; } public void PayNow() { } }
        public record Money(decimal Amount);
        class C
        {
            int Stock { get; set; }

            void Restock(int count) { }

            async Task M(Order order, string text, List<string> list, HttpClient client, Order? maybe)
            {
                {{statement}}
                await Task.CompletedTask;
            }
        }
        """;

    private new Task Flags(string statement) => Given.ThatNeedNotCompile().Flags(In(statement));

    private new Task Allows(string statement) => Given.ThatNeedNotCompile().Allows(In(statement));

    private new Task Fixes(string statement, string repaired) =>
        Given.ThatNeedNotCompile().Fixes(In(statement), In(repaired));

    // Every place where the name of a member stands.

    [Test]
    public Task A_call_is_flagged() => Flags("text.[|charAt|](0);");

    [Test]
    public Task A_property_is_flagged() => Flags("var n = order.[|Amount|];");

    [Test]
    public Task A_name_in_nested_types_is_flagged() =>
        Given.ThatNeedNotCompile().Flags(Nested(3, "[|Discuont|]"));

    /// <summary>What is in scope there takes the compiler minutes to tell.</summary>
    [Test]
    public Task A_name_in_very_many_nested_types_is_left_to_the_compiler() =>
        Given.ThatNeedNotCompile().Allows(Nested(40, "Discuont"));

    private static string Nested(int depth, string name) =>
        string.Concat(Enumerable.Range(0, depth).Select(level => $"class C{level} {{ "))
        + $"static decimal Discount = 1; decimal Value => {name}; "
        + new string('}', depth);

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
    public Task A_method_that_is_read_is_left_to_the_compiler() =>
        Given.ThatNeedNotCompile().Allows("class C { int M(string text) => text.Count; }");

    [Test]
    public Task A_member_of_an_instance_that_is_asked_of_the_type_is_flagged() =>
        Flags("var n = HttpClient.[|GetAsync|](text);");

    [Test]
    public Task Only_the_first_wrong_link_of_a_chain_is_flagged() =>
        Flags("var n = text.[|chars|]().filter(c => c == 'a').count();");

    [Test]
    public Task Top_level_statements_are_flagged() =>
        Given.ThatNeedNotCompile().Flags("var now = DateTime.[|NowUtc|];");

    [Test]
    public Task An_inherited_name_is_flagged_without_a_receiver() =>
        Given.ThatNeedNotCompile().Flags(
            "class Shop { protected void PlaceOrder() { } } class Online : Shop { void M() => [|PlaceOrders|](); }");

    [Test]
    public Task An_argument_of_an_attribute_is_flagged() =>
        Given.ThatNeedNotCompile().Flags(
            "[AttributeUsage(AttributeTargets.Class, [|AllowMany|] = true)] class MineAttribute : Attribute { }");

    [Test]
    public Task An_override_of_nothing_is_flagged() =>
        Given.ThatNeedNotCompile().Flags("class C { public override string [|ToText|]() => \"\"; }");

    [TestCase("order.[|Amount|] += 3;")]
    [TestCase("order.Next.[|Amount|] = 3;")]
    [TestCase("maybe?.[|Pay|]();")]
    [TestCase("using var process = System.Diagnostics.Process.GetCurrentProcess(); process.[|Exit|] += (_, _) => { };")]
    [TestCase("var n = Math.[|Pie|];")]
    [TestCase("var n = int.[|Maximum|];")]
    [TestCase("var n = order is { Next.[|Amount|]: > 3 };")]
    [TestCase("var n = order is { Next: { [|Amount|]: > 3 } };")]
    [TestCase("var n = DayOfWeek.Friday is DayOfWeek.[|Wed|];")]
    [TestCase("var n = DayOfWeek.Friday switch { DayOfWeek.[|Wed|] => 1, _ => 2 };")]
    [TestCase("switch (DayOfWeek.Friday) { case DayOfWeek.[|Wed|]: break; }")]
    [TestCase("var n = new Money(1) with { [|Amont|] = 3 };")]
    [TestCase("Order n = new() { [|Amount|] = 3 };")]
    [TestCase("var n = nameof(order.[|Amount|]);")]
    [TestCase("var n = from o in new[] { order } orderby o.[|Amount|] select o;")]
    [TestCase("var n = from o in new[] { order } group o by o.[|Amount|];")]
    [TestCase(
        "var n = from o in new[] { order } join p in new[] { order } on o.[|Amount|] equals p.TotalAmount select p;")]
    [TestCase("var n = from o in new[] { order } let a = o.[|Amount|] select a;")]
    [TestCase("Func<Order, decimal> n = o => o.[|Amount|];")]
    [TestCase("Func<Order, decimal> n = delegate (Order o) { return o.[|Amount|]; };")]
    [TestCase("decimal Local() => order.[|Amount|];")]
    [TestCase("Func<string, bool> n = string.[|IsBlank|];")]
    [TestCase("var n = $\"{order.[|Amount|]}\";")]
    [TestCase("var n = new { order.[|Amount|] };")]
    [TestCase("var n = order.[|Amount|] switch { 1 => 2, _ => 3 };")]
    [TestCase("foreach (var c in text.[|Chars2|]()) { }")]
    [TestCase("using (text.[|Split2|]('a')) { }")]
    [TestCase("throw new Exception(text.[|Trimm|]());")]
    [TestCase("var n = list.[|SelectManyy|](l => l);")]
    [TestCase("var n = list[0].[|Lenght|];")]
    [TestCase("var n = text!.[|Lenght|];")]
    [TestCase("var n = ((object)text).[|ToStrin|]();")]
    [TestCase("var n = base.[|ToStrin|]();")]
    [TestCase("var n = this.[|Stok|];")]
    [TestCase("new List<int>().[|Push|](1);")]
    [TestCase("var n = (DateTime.Now - DateTime.MinValue).[|TotalDay|];")]
    public Task A_place_where_a_member_can_stand_is_flagged(string statement) => Flags(statement);

    // Without a receiver.

    [TestCase("var n = [|Stok|];")]
    [TestCase("[|Stok|] = 3;")]
    [TestCase("var n = [|Stok|] + 1;")]
    [TestCase("var n = nameof([|Stok|]);")]
    [TestCase("var n = [|ordr|].TotalAmount;")]
    [TestCase("var n = [|lst|].Count;")]
    [TestCase("M([|ordr|], text, list, client, maybe);")]
    [TestCase("var total = 3; total = [|totl|] + 1;")]
    [TestCase("[|Restok|](3);")]
    [TestCase("Action<int> n = [|Restok|];")]
    public Task A_name_without_a_receiver_is_flagged(string statement) => Flags(statement);

    [TestCase("using static System.Math; class C { double M() => [|Sqrtt|](2); }")]
    [TestCase("using static System.Math; class C { double M() => [|Tauu|]; }")]
    [TestCase("using Files = System.IO.File; class C { string M(string path) => Files.[|ReadText|](path); }")]
    [TestCase("class C { int stock; static int M(C c) => c.[|stok|]; }")]
    [TestCase("class C { static int stock; int M() => [|stok|]; }")]
    [TestCase("class C { int Stock { get; set; } int Twice => [|Stok|] * 2; }")]
    [TestCase("class C { const int Stock = 3; int twice = [|Stok|] * 2; }")]
    [TestCase("class C { int Stock { get; } C(int stock) => Stock = [|stok|]; }")]
    [TestCase("class C<T> where T : IDisposable { void M(T value) => value.[|Dispos|](); }")]
    [TestCase("record R(int Amount) { int Twice => [|Amont|] * 2; }")]
    public Task A_name_of_the_scope_is_flagged(string code) => Given.ThatNeedNotCompile().Flags(code);

    // Attributes.

    [TestCase("[AttributeUsage(AttributeTargets.[|class_|])] class MineAttribute : Attribute { }")]
    [TestCase(
        "[AttributeUsage(AttributeTargets.Class | AttributeTargets.[|Metod|])] class MineAttribute : Attribute { }")]
    [TestCase("[Obsolete(nameof(C.[|Metod|]))] class C { void Method() { } }")]
    [TestCase(
        "class C { void M([System.Runtime.CompilerServices.CallerMemberName] string name = \"\", DayOfWeek day = "
        + "DayOfWeek.[|Wed|]) { } }")]
    public Task An_attribute_or_a_default_is_flagged(string code) => Given.ThatNeedNotCompile().Flags(code);

    // Overrides and interfaces.

    [TestCase(
        "class C : IComparable { int IComparable.[|Compare|](object? other) => 0; public int CompareTo(object? other) "
        + "=> 0; }")]
    [TestCase(
        "interface IShop { int Stock { get; } } class C : IShop { int IShop.[|Stok|] => 0; public int Stock => 0; }")]
    [TestCase("class C : IDisposable { public void [|Disposed|]() { } }")]
    [TestCase(
        "interface IShop { Task PlaceOrderAsync(int id); } class C : IShop { public Task [|PlaceOrder|](int id) => "
        + "Task.CompletedTask; }")]
    [TestCase("interface IShop { int StockCount { get; } } class C : IShop { public int [|Stock|] { get; } }")]
    [TestCase("class Shop { public virtual int Stock { get; } } class C : Shop { public override int [|Stok|] => 0; }")]
    public Task A_member_that_its_contract_does_not_have_is_flagged(string code) =>
        Given.ThatNeedNotCompile().Flags(code);

    [TestCase(
        "interface IShop { void Place(); void Cancel(); } class C : IShop { public void Place() { } public void "
        + "Zqxjkvbw() { } }")]
    [TestCase("interface IShop { void Place(); } class C : IShop { public void Place() { } public void Placed() { } }")]
    [TestCase("interface IShop { void Place(); } class C : IShop, Missing { public void Placed() { } }")]
    [TestCase(
        "interface IShop { void Place(); } abstract class C : IShop { public abstract void Place(); public void "
        + "Placed() { } }")]
    public Task A_member_beside_its_contract_is_allowed(string code) => Given.ThatNeedNotCompile().Allows(code);

    // Indexers.

    [TestCase("var n = order[|[|]0];")]
    [TestCase("var n = new HashSet<int>()[|[|]0];")]
    public Task An_indexer_that_is_not_there_is_flagged(string statement) =>
        Given.ThatNeedNotCompile()
            .Flags(In(statement.Replace("[|[|]", "{|AIA0101:[", StringComparison.Ordinal)
                .Replace("];", "]|};", StringComparison.Ordinal)));

    // What must stay silent.

    [Test]
    public Task A_name_without_receiver_that_nothing_resembles_is_allowed() => Allows("Zqxjkvbw();");

    [Test]
    public Task An_override_with_other_parameters_is_another_matter() =>
        Given.ThatNeedNotCompile().Allows("class C { public override string ToString(int i) => \"\"; }");

    [TestCase("zqxjkvbw.Anything();")]
    [TestCase("var n = Zqxjkvbw;")]
    [TestCase("var n = Missing.Value;")]
    [TestCase("Missing.Static();")]
    [TestCase("var n = nameof(Missing);")]
    [TestCase("var n = i;")]
    [TestCase("goto Stok;")]
    [TestCase("var n = new { Stok = 1 }; var m = (Stok: 1, 2); M(ordr: order);")]
    public Task Another_name_of_the_scope_is_allowed(string statement) => Allows(statement);

    [Test]
    public Task An_override_of_an_unknown_base_is_allowed() =>
        Given.ThatNeedNotCompile().Allows("class C : Missing { public override string ToText() => \"\"; }");

    [Test]
    public Task Members_that_exist_are_allowed() =>
        Allows("var n = order.TotalAmount + text.Length + list.Count(); await client.GetStringAsync(text);");

    [Test]
    public Task What_is_asked_of_an_unknown_type_is_allowed() =>
        Allows("Missing m = null!; m.Anything(); m.Other = 3; Missing.Static();");

    [Test]
    public Task What_is_asked_of_an_unknown_name_is_allowed() => Allows("missing.Anything();");

    [Test]
    public Task What_is_asked_of_dynamic_is_allowed() => Allows("dynamic d = text; d.charAt(0);");

    [Test]
    public Task A_type_with_an_unknown_base_is_allowed() =>
        Given.ThatNeedNotCompile()
            .Allows("class Derived : Missing { } class C { void M(Derived d) { d.FromTheBase(); } }");

    [Test]
    public Task A_name_that_is_being_typed_is_allowed() => Allows("text.");

    [Test]
    public Task An_inaccessible_member_is_allowed() =>
        Given.ThatNeedNotCompile()
            .Allows("class Safe { private int code; } class C { int M(Safe safe) => safe.code; }");

    [Test]
    public Task Wrong_arguments_are_another_matter() => Allows("text.Substring(\"a\");");

    // What is said.

    [Test]
    public Task The_message_shows_type_arguments() => Given.ThatNeedNotCompile().Says(
        In("list.[|Cast|]<int, int>();"),
        $"'List<string>' has no 'Cast<,>' in System.Collections 10.0.0.0 "
        + $"(Microsoft.NETCore.App.Ref {Repository.VersionOf("Microsoft.NETCore.App.Ref", "10.")}); did you mean "
        + "'Cast<TResult>'?");

    [Test]
    public Task The_message_names_the_interface() => Given.ThatNeedNotCompile().Says(
        "interface IShop { Task PlaceOrderAsync(int id); } class C : IShop { public Task [|PlaceOrder|](int id) => "
        + "Task.CompletedTask; }",
        "'IShop' has no 'PlaceOrder' in this project; did you mean 'PlaceOrderAsync'?");

    [Test]
    public Task The_message_names_a_local() =>
        Given.ThatNeedNotCompile()
            .Says(In("var n = [|ordr|];"), "'C' has no 'ordr' in this project; did you mean 'order'?");

    [Test]
    public Task The_message_names_the_assembly_and_the_package_that_were_searched() => Given.ThatNeedNotCompile().Says(
        "class C { string? M(HttpResponseMessage response) => response.[|GetStatusMessage|](); }",
        $"'HttpResponseMessage' has no 'GetStatusMessage' in System.Net.Http 10.0.0.0 (Microsoft.NETCore.App.Ref "
        + $"{Repository.VersionOf("Microsoft.NETCore.App.Ref", "10.")}); did you mean 'ReasonPhrase' or 'StatusCode'?");

    [TestCase("_ = System.Net.HttpVersion.[|Http2|];", "Version20")]
    [TestCase("_ = System.Text.NormalizationForm.[|NFC|];", "FormC")]
    [TestCase("_ = StringSplitOptions.[|OrdinalIgnoreCase|];", "StringComparison.OrdinalIgnoreCase")]
    [TestCase("_ = System.Text.RegularExpressions.Regex.Match(text, text).[|GetGroupNames|]();", "Regex.GetGroupNames")]
    [TestCase("_ = DateTime.Now.[|ToDateOnly|]();", "DateOnly.FromDateTime")]
    [TestCase("_ = new FileInfo(text).[|ReadAllLines|]();", "File.ReadAllLines")]
    [TestCase("_ = new FileInfo(text).[|NameWithoutExtension|];", "Path.GetFileNameWithoutExtension")]
    public async Task What_is_said_first(string statement, string said)
    {
        var workshop = new Workshop(new Setting(References.Net10));
        var document = await workshop.DocumentOf(("/0/C.cs", Markup.Strip(In(statement))));
        var finding = (await Workshop.Findings(document.Project, new MissingMember())).Single();
        Assert.That(finding.Properties[SuggestionText.Suggestions]!.Split('\n')[0], Is.EqualTo(said));
    }

    [Test]
    public async Task Readers_of_the_log_file_are_told_what_was_searched_and_what_is_meant()
    {
        var workshop = new Workshop(new Setting(References.Net10));
        var document = await workshop.DocumentOf(
            ("/0/Test0.cs", "using System.Net.Http; class C { string? M(HttpResponseMessage response) => "
                + "response.GetStatusMessage(); }"));
        var finding = (await Workshop.Findings(document.Project, new MissingMember())).Single();
        Assert.That(
            finding.Properties[SuggestionText.Searched],
            Is.EqualTo(
                $"System.Net.Http 10.0.0.0 "
                + $"(Microsoft.NETCore.App.Ref {Repository.VersionOf("Microsoft.NETCore.App.Ref", "10.")})"));
        Assert.That(finding.Properties[SuggestionText.Suggestions], Is.EqualTo("ReasonPhrase\nStatusCode"));
    }

    [Test]
    public Task A_type_of_this_project_is_called_so() => Given.ThatNeedNotCompile().Says(
        "class Order { public decimal TotalAmount; } class C { decimal M(Order order) => order.[|Amount|]; }",
        "'Order' has no 'Amount' in this project; did you mean 'TotalAmount'?");

    [Test]
    public Task Where_nothing_is_similar_nothing_is_named() => Given.ThatNeedNotCompile().Says(
        "class Order { } class C { void M(Order order) => order.[|Frobnicate|](); }",
        "'Order' has no 'Frobnicate' in this project; nothing there has a similar name");

    [Test]
    public Task A_missing_import_is_named() =>
        Given.WithReferences(References.EntityFrameworkCore).ThatNeedNotCompile().Says(
            "class C { Task M(IQueryable<string> names) => names.[|ToListAsync|](); }",
            $"'IQueryable<string>' has no 'ToListAsync' in System.Linq.Expressions 10.0.0.0 "
            + $"(Microsoft.NETCore.App.Ref {Repository.VersionOf("Microsoft.NETCore.App.Ref", "10.")}); did you mean "
            + "'ToListAsync' (add 'using Microsoft.EntityFrameworkCore;'), 'ToList' or 'ToAsyncEnumerable'?");

    // What the fix writes.

    [Test]
    public Task A_slip_is_corrected() => Fixes("var n = order.[|TotalAmuont|];", "var n = order.TotalAmount;");

    [TestCase("var n = [|Stok|];", "var n = Stock;")]
    [TestCase("var n = [|ordr|].TotalAmount;", "var n = order.TotalAmount;")]
    [TestCase("[|Restok|](3);", "Restock(3);")]
    [TestCase("var n = new HashSet<int>(){|AIA0101:[0]|};", "var n = new HashSet<int>().ElementAt(0);")]
    [TestCase("var n = order is { [|TotalAmont|]: > 3 };", "var n = order is { TotalAmount: > 3 };")]
    [TestCase("var n = new Order { [|totalAmount|] = 3 };", "var n = new Order { TotalAmount = 3 };")]
    [TestCase("var n = new Money(1) with { [|Amont|] = 3 };", "var n = new Money(1) with { Amount = 3 };")]
    [TestCase("var n = nameof(Order.[|AmountTotal|]);", "var n = nameof(Order.TotalAmount);")]
    [TestCase(
        "var n = DayOfWeek.Friday is DayOfWeek.[|Wednsday|];", "var n = DayOfWeek.Friday is DayOfWeek.Wednesday;")]
    [TestCase(
        "var n = from o in new[] { order } where o.[|Total_Amount|] > 3 select o;",
        "var n = from o in new[] { order } where o.TotalAmount > 3 select o;")]
    [TestCase("var n = maybe?.[|TotalAmuont|];", "var n = maybe?.TotalAmount;")]
    public Task A_place_is_repaired(string statement, string repaired) => Fixes(statement, repaired);

    [TestCase(
        "class C : IDisposable { public void [|Disposed|]() { } }",
        "class C : IDisposable { public void Dispose() { } }")]
    [TestCase(
        "class C { public override string [|ToStrnig|]() => \"\"; }",
        "class C { public override string ToString() => \"\"; }")]
    [TestCase(
        "interface IShop { int Stock { get; } } class C : IShop { public int [|Stok|] => 0; }",
        "interface IShop { int Stock { get; } } class C : IShop { public int Stock => 0; }")]
    [TestCase(
        "[AttributeUsage(AttributeTargets.Class, [|AllowMultipel|] = true)] class MineAttribute : Attribute { }",
        "[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)] class MineAttribute : Attribute { }")]
    [TestCase(
        "[AttributeUsage(AttributeTargets.[|class_|])] class MineAttribute : Attribute { }",
        "[AttributeUsage(AttributeTargets.Class)] class MineAttribute : Attribute { }")]
    public Task A_declaration_is_repaired(string code, string repaired) =>
        Given.ThatNeedNotCompile().Fixes(code, repaired);

    [Test]
    public Task Parentheses_go_where_a_property_was_called() =>
        Fixes("var n = text.[|length|]();", "var n = text.Length;");

    [Test]
    public Task A_static_method_gets_the_receiver() =>
        Fixes("var n = text.[|isBlank|]();", "var n = string.IsNullOrWhiteSpace(text);");

    [Test]
    public Task An_indexer_replaces_a_call() => Fixes("var n = text.[|charAt|](0);", "var n = text[0];");

    [Test]
    public Task An_owner_is_replaced() =>
        Fixes("var n = File.[|GetFileName|](text);", "var n = Path.GetFileName(text);");

    [Test]
    public Task An_await_comes_with_the_task() =>
        Fixes("string n = client.[|GetString|](text);", "string n = await client.GetStringAsync(text);");

    // What an invented name plainly says.

    [TestCase("var n = text.[|Truncate|](20);", "var n = text[..Math.Min(20, text.Length)];")]
    [TestCase("var n = text.[|Left|](5);", "var n = text[..Math.Min(5, text.Length)];")]
    [TestCase("var n = text.[|Right|](5);", "var n = text[^Math.Min(5, text.Length)..];")]
    [TestCase("var n = DateTime.Now.[|AddWeeks|](2);", "var n = DateTime.Now.AddDays(7 * 2);")]
    [TestCase("var n = DateTime.Now.[|AddWeeks|](2 + 1);", "var n = DateTime.Now.AddDays(7 * (2 + 1));")]
    [TestCase("var n = DateTime.Now.[|ToIsoString|]();", "var n = DateTime.Now.ToString(\"O\");")]
    [TestCase(
        "var n = text.[|ContainsIgnoreCase|](\"x\");",
        "var n = text.Contains(\"x\", StringComparison.OrdinalIgnoreCase);")]
    [TestCase("var n = DateTime.[|UtcToday|];", "var n = DateTime.UtcNow.Date;")]
    [TestCase("var n = Path.[|GetExtensionWithoutDot|](text);", "var n = Path.GetExtension(text).TrimStart('.');")]
    [TestCase("var n = Math.[|Clip|](1, 2, 3);", "var n = Math.Clamp(1, 2, 3);")]
    [TestCase(
        "var n = !text.[|EqualsIgnoreCase|](text);", "var n = !text.Equals(text, StringComparison.OrdinalIgnoreCase);")]
    [TestCase("var n = !DateTime.Now.[|IsBefore|](DateTime.Today);", "var n = !(DateTime.Now < DateTime.Today);")]
    [TestCase("list.[|push|](text);", "list.Add(text);")]
    [TestCase("list.[|append|](text);", "list.Add(text);")]
    public Task What_a_name_says_is_written(string statement, string repaired) => Fixes(statement, repaired);

    [TestCase("var n = order.[|Amount|];", TestName = "Another name")]
    [TestCase("var n = text.[|Capitalize|]();", TestName = "A word that languages disagree about")]
    [TestCase("var n = text.[|substring|](1, 3);", TestName = "An end that elsewhere is a length")]
    [TestCase("var n = text.[|replace|](\"a\", \"b\");", TestName = "The first or all of them")]
    [TestCase("var n = Math.[|round|](2.5);", TestName = "Half up or half to even")]
    [TestCase("var n = text.Trim().[|Truncate|](20);", TestName = "A receiver that would be evaluated twice")]
    [TestCase("var n = list.[|append|](text);", TestName = "A list that is changed and used")]
    [TestCase("await File.[|CopyAsync|](text, text);", TestName = "Waiting, which nothing there can do")]
    public Task A_near_name_is_only_named(string statement) => Given.ThatNeedNotCompile().OffersNoFix(In(statement));

    [Test]
    public Task All_of_certain_meaning_are_repaired_at_once() => Fixes(
        "var a = text.[|Left|](1); var b = text.[|length|]();",
        "var a = text[..Math.Min(1, text.Length)]; var b = text.Length;");

    [Test]
    public Task An_import_is_added() => Given.WithReferences(References.EntityFrameworkCore).ThatNeedNotCompile().Fixes(
        "class C { Task<List<string>> M(IQueryable<string> names) => names.[|ToListAsync|](); }",
        "using Microsoft.EntityFrameworkCore;\n\nclass C { Task<List<string>> M(IQueryable<string> names) => "
        + "names.ToListAsync(); }");

    [Test]
    public Task No_fix_is_offered_where_a_swap_would_not_compile() =>
        Given.ThatNeedNotCompile().OffersNoFix(
            "class Order { public decimal TotalAmount; } class C { Guid M(Order order) => order.[|Amount|]; }");
}
