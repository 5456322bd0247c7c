using AiAwareAnalyzers.HallucinatedApi;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

public sealed class MissingTypeTests : RuleTests<MissingType, MissingTypeFix>
{
    private static string In(string statement) => $"class C {{ void M(object any) {{ {statement} }} }}";

    private new Task Flags(string code) => Given.ThatNeedNotCompile().Flags(code);

    private new Task Allows(string code) => Given.ThatNeedNotCompile().Allows(code);

    private new Task Fixes(string code, string repaired) => Given.ThatNeedNotCompile().Fixes(code, repaired);

    // Every place where the name of a type stands.

    [TestCase("[|HashMap|]<string, int> map = null;")]
    [TestCase("var map = new [|HashMap|]<string, int>();")]
    [TestCase("List<[|Integer|]> list = null;")]
    [TestCase("var list = new List<[|Integer|]>();")]
    [TestCase("var type = typeof([|StringBuffer|]);")]
    [TestCase("var text = ([|StringBuffer|])any;")]
    [TestCase("var text = any as [|StringBuffer|];")]
    [TestCase("if (any is [|StringBuffer|] text) { }")]
    [TestCase("try { } catch ([|RuntimeException|]) { }")]
    [TestCase("throw new [|IllegalArgumentException|]();")]
    [TestCase("foreach ([|Integer|] i in new[] { 1 }) { }")]
    [TestCase("Array.Empty<[|Integer|]>();")]
    [TestCase("void Local([|Integer|] i) { }")]
    [TestCase("var id = [|UUID|].NewGuid();")]
    public Task A_type_in_a_body_is_flagged(string statement) => Flags(In(statement));

    [TestCase("class Text : [|StringBuffer|] { }")]
    [TestCase("class Text { [|StringBuffer|] field; }")]
    [TestCase("class Text { [|StringBuffer|] Property { get; } }")]
    [TestCase("class Text { [|StringBuffer|] Method() => null; }")]
    [TestCase("class Text { void Method([|StringBuffer|] buffer) { } }")]
    [TestCase("class Text { [[|Obsolet|]] void Method() { } }")]
    public Task A_type_in_a_declaration_is_flagged(string code) => Flags(code);

    [TestCase("using [|System.Colections.Generic|];")]
    [TestCase("using [|System.Text.Jsn|];")]
    [TestCase("using [|Dapper|];")]
    public Task An_import_is_flagged(string code) => Flags(code);

    // What must stay silent.

    [Test]
    public Task Types_that_exist_are_allowed() => Allows("using System.Text; " + In("List<int> list = new(); var n = typeof(StringBuilder); if (any is string s) { }"));

    [Test]
    public Task A_name_that_nothing_resembles_is_allowed() => Allows(In("Zqxjkvbw thing = null; new Zqxjkvbw();"));

    [Test]
    public Task A_type_is_allowed_where_an_import_is_missing() => Allows("using Contoso.Billing; " + In("var n = new StringBuffer();"));

    [TestCase("using Contoso.Billing;")]
    [TestCase("using Generated;")]
    public Task A_namespace_that_nobody_owns_is_allowed(string code) => Allows(code);

    [Test]
    public Task A_namespace_below_the_projects_own_is_allowed() => Allows("using Shop.Generated; namespace Shop { class C { } }");

    [Test]
    public Task A_missing_package_is_reported_once() =>
        Given.ThatNeedNotCompile().WithFile("/0/Other.cs", "using [|Dapper|];").Allows("using Dapper;");

    // What is said, and what the fix writes.

    [Test]
    public Task The_message_names_the_nearest_type() => Given.ThatNeedNotCompile().Says(
        In("[|HashMap|]<string, int> map = null;"), "No reference of this project has 'HashMap<,>'; did you mean 'Dictionary'?");

    [Test]
    public Task The_message_names_the_package() => Given.ThatNeedNotCompile().Says("using [|Dapper|];", "No reference of this project has 'Dapper'; it comes with package Dapper");

    [Test]
    public Task The_message_names_the_framework() => Given.ThatNeedNotCompile().Says(
        "using [|Microsoft.AspNetCore.Builder|];", "No reference of this project has 'Microsoft.AspNetCore.Builder'; it comes with framework Microsoft.AspNetCore.App");

    [Test]
    public Task A_type_is_replaced() => Fixes(In("[|HashMap|]<string, int> map = null;"), In("Dictionary<string, int> map = null;"));

    [Test]
    public Task An_import_is_replaced() => Fixes("using [|System.Text.Jsn|];\nclass C { }", "using System.Text.Json;\nclass C { }");

    [Test]
    public Task An_import_comes_with_the_type() => Fixes("class C { object M() => new [|StringBuffer|](); }", "using System.Text;\n\nclass C { object M() => new StringBuilder(); }");

    [Test]
    public Task No_fix_brings_a_package() => Given.ThatNeedNotCompile().OffersNoFix("using [|Dapper|];");
}
