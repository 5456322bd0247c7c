using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

public sealed class MissingOverloadTests : RuleTests<MissingOverload, MissingOverloadFix>
{
    private static string In(string statement) =>
        $$"""
        public interface IShop { void Pay(int orderId, decimal discountRate = 0); }
        class C
        {
            void M(IShop shop, string text, string[] words)
            {
                {{statement}}
            }
        }
        """;

    private new Task Flags(string statement) => Given.ThatNeedNotCompile().Flags(In(statement));

    private new Task Allows(string statement) => Given.ThatNeedNotCompile().Allows(In(statement));

    private new Task Fixes(string statement, string repaired) =>
        Given.ThatNeedNotCompile().Fixes(In(statement), In(repaired));

    [Test]
    public Task An_unknown_name_of_an_argument_is_flagged_at_the_name() => Flags("shop.Pay(1, [|discount|]: 3);");

    [Test]
    public Task An_unknown_name_in_a_constructor_is_flagged() =>
        Flags("var n = new StreamReader(text, [|detectEncoding|]: true);");

    [Test]
    public Task Too_many_arguments_are_flagged_at_the_member() => Flags("text.[|Trim|](1, 2, 3);");

    [Test]
    public Task Two_overloads_that_fit_alike_are_no_missing_one() => Given.ThatNeedNotCompile().Allows("""
        class C
        {
            void Pay(int order, long amount) { }
            void Pay(long order, int amount) { }
            void M() => Pay(1, 1);
        }
        """);

    [Test]
    public Task Arrays_of_a_list_without_end_are_gathered_or_not() => Given.ThatNeedNotCompile().Flags("""
        class C
        {
            void Fill(params int[][] rows) { }
            void M(int[] row) => [|Fill|](row, 1, 2);
        }
        """);

    [Test]
    public Task A_type_whose_name_has_no_word_is_survived() => Given.ThatNeedNotCompile().Flags("""
        class _ { public static readonly _ A = new(); }
        class Target { }
        class C
        {
            void Take(Target target) { }
            void M() => [|Take|](_.A);
        }
        """);

    [Test]
    public async Task What_is_passed_over_several_lines_is_said_on_one()
    {
        var workshop = new Workshop(new Setting(References.Net10));
        var document = await workshop.DocumentOf(
            ("/0/C.cs", In("_ = new List<int>(\n    1,\n    2,\n    3);")));
        var finding = (await Workshop.Findings(document.Project, new MissingOverload())).Single();
        Assert.That(finding.GetMessage(), Does.Contain("'List<int> { 1, 2, 3 }'").And.Not.Contain("\n"));
    }

    [Test]
    public Task A_wrong_type_is_flagged() => Flags("text.[|Substring|](\"a\");");

    [Test]
    public Task A_constructor_without_such_an_overload_is_flagged() =>
        Flags("var n = new [|Version|](text, text, text);");

    [Test]
    public Task A_base_constructor_is_flagged() =>
        Given.ThatNeedNotCompile().Flags("class Trouble : Exception { public Trouble() [|: base(1, 2, 3)|] { } }");

    [TestCase("StreamReader n = [|new(text, text, text)|];")]
    [TestCase("StreamReader n = new(text, [|detectEncoding|]: true);")]
    [TestCase("Action<int> n = i => { }; [|n|](text);")]
    [TestCase("void Local(int i) { } [|Local|](text);")]
    [TestCase("void Local(int count) { } Local([|cnt|]: 3);")]
    [TestCase("words.[|Where|](3);")]
    [TestCase("words.[|Take|]();")]
    [TestCase("words?.[|CopyTo|](text);")]
    [TestCase("string.[|Join|]();")]
    [TestCase("var n = from w in words where w.[|StartsWith|](1) select w;")]
    [TestCase("Func<string, string> n = w => w.[|Substring|](w);")]
    [TestCase("var n = $\"{text.[|Substring|](text)}\";")]
    [TestCase("Array.[|Empty|]<int, int>();")]
    [TestCase("var n = text{|AIA0102:[text]|};")]
    public Task A_place_where_arguments_can_stand_is_flagged(string statement) => Flags(statement);

    [TestCase("[Obsolete([|mesage|]: \"a\")] class D { }")]
    [TestCase("[[|Obsolete|](1, 2, 3)] class D { }")]
    [TestCase("[Obsolete([|text|]: \"a\", error: true)] class D { }")]
    public Task The_arguments_of_an_attribute_are_flagged(string code) => Given.ThatNeedNotCompile().Flags(code);

    [TestCase("class D { public override string [|ToString|](int i) => \"\"; }")]
    [TestCase("class D : MemoryStream { public override int [|Read|](byte[] bytes) => 0; }")]
    [TestCase(
        "interface ICart { void Add(int id); } class D : ICart { void ICart.[|Add|](string id) { } public void Add(int "
        + "id) { } }")]
    [TestCase("class D : List<int> { public D() [|: base(1, 2)|] { } }")]
    public Task A_contract_with_other_parameters_is_flagged(string code) => Given.ThatNeedNotCompile().Flags(code);

    [Test]
    public Task Calls_that_fit_are_allowed() =>
        Allows("shop.Pay(1, discountRate: 3); text.Substring(1); var n = new StreamReader(text);");

    [Test]
    public Task An_argument_that_is_wrong_itself_is_allowed() =>
        Allows("text.Substring(text.Nothing()); text.Substring(nothing);");

    [Test]
    public Task A_member_that_does_not_exist_is_another_matter() => Allows("text.charAt(0);");

    [Test]
    public Task A_type_argument_that_cannot_be_inferred_is_allowed() => Allows("Array.Empty();");

    [Test]
    public Task A_lambda_with_an_error_of_its_own_is_allowed() => Allows("words.Select(w => w.Nothing());");

    [Test]
    public Task The_message_names_the_parameter() => Given.ThatNeedNotCompile().Says(
        In("shop.Pay(1, [|discount|]: 3);"),
        "'IShop.Pay' has no parameter 'discount' in this project; did you mean 'discountRate'?");

    [Test]
    public Task The_message_shows_what_there_is() => Given.ThatNeedNotCompile().Says(
        In("shop.[|Pay|](words);"),
        "No overload of 'IShop.Pay' takes (string[]) in this project; "
        + "it has 'Pay(int orderId, [decimal discountRate])'");

    [TestCase("shop.[|Pay|](3.5m, 1);", "decimal, int", "'Pay(1, 3.5m)' or 'Pay((int)3.5m, 1)'")]
    [TestCase("shop.[|Pay|](1, 2.5);", "int, double", "'Pay(1, (decimal)2.5)'")]
    [TestCase("shop.[|Pay|](text);", "string", "'Pay(int.Parse(text))'")]
    [TestCase("shop.[|Pay|](1, text);", "int, string", "'Pay(1, decimal.Parse(text))'")]
    [TestCase("shop.[|Pay|]();", "", "'Pay(orderId)' where 'orderId' is of type 'int'")]
    [TestCase("shop.[|Pay|](1, 2, text);", "int, int, string", "'Pay(1, 2)'")]
    public Task The_message_says_the_change_that_binds(string statement, string passed, string said) =>
        Given.ThatNeedNotCompile().Says(
            In(statement), $"No overload of 'IShop.Pay' takes ({passed}) in this project; did you mean {said}?");

    [TestCase("int number = 0; _ = int.[|TryParse|](text, number);", "TryParse(text, out number)")]
    [TestCase("_ = string.[|Join|](words, \",\");", "Join(\",\", words)")]
    [TestCase("_ = new [|StreamReader|](new byte[3]);", "StreamReader(new MemoryStream(new byte[3]))")]
    [TestCase("_ = new [|DateOnly|](DateTime.MinValue);", "DateOnly.FromDateTime")]
    [TestCase("new List<string>().[|ForEach|]((w, i) => { });", "ForEach(w => { })")]
    [TestCase("_ = new List<string>().[|Remove|](w => w == text);", "RemoveAll")]
    [TestCase("new List<string>().[|Add|](words);", "AddRange")]
    [TestCase("_ = new DirectoryInfo(text) is var d ? Path.[|Combine|](d, text) : text;", "Combine(d.FullName, text)")]
    [TestCase("_ = Enumerable.[|Range|](10);", "Range(0, 10)")]
    [TestCase("_ = text.[|Contains|](\"a\", true);", "Contains(\"a\", StringComparison.OrdinalIgnoreCase)")]
    [TestCase("_ = int.[|Parse|](text, 16);", "Convert.ToInt32(text, 16)")]
    [TestCase("int number = 5; _ = number.[|ToString|](2);", "Convert.ToString(number, 2)")]
    [TestCase("_ = new [|List|]<int>(1, 2, 3);", "List<int> { 1, 2, 3 }")]
    [TestCase("int[] array = new int[1]; Array.[|Resize|](array, 3);", "Resize(ref array, 3)")]
    [TestCase("_ = words.[|OrderBy|](w => w, true);", "OrderByDescending")]
    [TestCase("_ = words.OrderBy(w => w, [|descending|]: true);", "OrderByDescending")]
    [TestCase("_ = Math.[|Max|](1, 2, 3);", "Max(1, Math.Max(2, 3))")]
    [TestCase("new HashSet<int>().[|UnionWith|](1, 2);", "UnionWith(new[] { 1, 2 })")]
    [TestCase("_ = new FileStream(text, FileMode.Open).[|Seek|](3);", "Seek(3, SeekOrigin.Begin)")]
    [TestCase("_ = new [|FileStream|](text, FileAccess.Read);", "FileStream(text, FileMode.Open, FileAccess.Read)")]
    [TestCase("_ = text.[|Replace|]('a', \"b\");", "Replace(\"a\", \"b\")")]
    [TestCase("Thread.[|Sleep|](text.Length, text);", "Sleep(text.Length)")]
    [TestCase("_ = Path.[|Combine|](text, DayOfWeek.Friday);", "Combine(text, DayOfWeek.Friday.ToString())")]
    [TestCase("File.WriteAllText(text, text, [|append|]: true);", "AppendAllText")]
    [TestCase("_ = Math.Clamp(3, [|minimum|]: 0, maximum: 10);", "Clamp(3, min: 0, max: 10)")]
    [TestCase("_ = words.[|Distinct|](w => w.Length);", "DistinctBy")]
    [TestCase("_ = words.[|Select|]((w, i, a) => w);", "Select((w, i) => w)")]
    [TestCase("_ = words.[|OrderBy|](w => w.Length, w => w);", "OrderBy(w => w.Length).ThenBy(w => w)")]
    [TestCase("var d = DateTime.MinValue; _ = DateTime.[|DaysInMonth|](d);", "DaysInMonth(d.Year, d.Month)")]
    [TestCase("_ = text.[|Trim|](\" \", \"a\");", "Trim(' ', 'a')")]
    [TestCase("_ = new CancellationTokenSource([|seconds|]: 5);", "CancellationTokenSource(TimeSpan.FromSeconds(5))")]
    [TestCase(
        "_ = new HashSet<string>(words, [|ignoreCase|]: true);",
        "HashSet<string>(words, StringComparer.OrdinalIgnoreCase)")]
    [TestCase(
        "_ = Directory.[|GetFiles|](text, SearchOption.AllDirectories);",
        "GetFiles(text, \"*\", SearchOption.AllDirectories)")]
    [TestCase("_ = new List<string>().[|Find|](\"a\");", "Find(x => x == \"a\")")]
    public async Task What_is_said_first_binds(string statement, string said)
    {
        var finding = await OnlyFinding(In(statement));
        Assert.That(finding.Properties[SuggestionText.Suggestions]!.Split('\n')[0], Is.EqualTo(said));
    }

    private static async Task<Diagnostic> OnlyFinding(string marked)
    {
        var document = await new Workshop(new Setting(References.Net10)).DocumentOf(("/0/C.cs", Markup.Strip(marked)));
        return (await Workshop.Findings(document.Project, new MissingOverload())).Single();
    }

    [Test]
    public Task A_member_that_takes_the_arguments_is_named() => Given.ThatNeedNotCompile().Says(
        "class C { Task<string> M(string path, CancellationToken token) => File.[|ReadAllText|](path, token); }",
        $"No overload of 'File.ReadAllText' takes (string, CancellationToken) in System.Runtime 10.0.0.0 "
        + $"(Microsoft.NETCore.App.Ref {Repository.VersionOf("Microsoft.NETCore.App.Ref", "10.")}); did you mean "
        + "'ReadAllTextAsync'?");

    [Test]
    public Task An_argument_is_renamed() => Fixes("shop.Pay(1, [|rateDiscount|]: 3);", "shop.Pay(1, discountRate: 3);");

    [TestCase(
        "text.Split(',', [|option|]: StringSplitOptions.None);", "text.Split(',', options: StringSplitOptions.None);")]
    [TestCase("Directory.Delete(text, [|recurse|]: true);", "Directory.Delete(text, recursive: true);")]
    public Task An_argument_that_can_mean_one_parameter_only_is_renamed(string statement, string repaired) =>
        Fixes(statement, repaired);

    [Test]
    public Task An_argument_that_may_mean_something_else_is_left() =>
        Given.ThatNeedNotCompile().OffersNoFix(In("shop.Pay(1, [|discount|]: 3);"));

    [Test]
    public Task Items_are_joined_by_the_text() =>
        Fixes("var n = words.[|Join|](\",\");", "var n = string.Join(\",\", words);");

    [Test]
    public Task A_member_replaces_an_indexer() => Given.ThatNeedNotCompile().Fixes(
        "class C { object M(System.Text.Json.JsonElement json) => json{|AIA0102:[\"a\"]|}; }",
        "class C { object M(System.Text.Json.JsonElement json) => json.GetProperty(\"a\"); }");

    [Test]
    public Task An_argument_of_an_attribute_is_renamed() =>
        Given.ThatNeedNotCompile()
            .Fixes("[Obsolete([|mesage|]: \"a\")] class D { }", "[Obsolete(message: \"a\")] class D { }");

    [Test]
    public Task The_message_shows_what_could_be_overridden() => Given.ThatNeedNotCompile().Says(
        "class D { public override string [|ToString|](int i) => \"\"; }",
        $"No overload of 'object.ToString' takes (int) in System.Runtime 10.0.0.0 "
        + $"(Microsoft.NETCore.App.Ref {Repository.VersionOf("Microsoft.NETCore.App.Ref", "10.")}); it has "
        + "'ToString()'");

    [Test]
    public Task A_member_is_renamed() => Given.ThatNeedNotCompile().Fixes(
        "class C { Task<string> M(string path, CancellationToken token) => File.[|ReadAllText|](path, token); }",
        "class C { Task<string> M(string path, CancellationToken token) => File.ReadAllTextAsync(path, token); }");

    [Test]
    public Task No_fix_is_offered_where_only_signatures_are_known() =>
        Given.ThatNeedNotCompile().OffersNoFix(In("text.[|Trim|](1, 2, 3);"));
}
