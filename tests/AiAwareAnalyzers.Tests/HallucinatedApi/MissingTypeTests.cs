using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.Diagnostics;

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
    [TestCase("var n = nameof([|StringBuffer|]);")]
    [TestCase("var n = new [|StringBuffer|][3];")]
    [TestCase("var n = default([|StringBuffer|]);")]
    [TestCase("switch (any) { case [|StringBuffer|] text: break; }")]
    [TestCase("var n = any switch { [|StringBuffer|] => 1, _ => 2 };")]
    [TestCase("var n = any is [|StringBuffer|] { };")]
    [TestCase("var n = any is not [|StringBuffer|];")]
    [TestCase("Func<int, int> n = ([|Integer|] i) => 1;")]
    [TestCase("int.TryParse(\"1\", out [|Integer|] i);")]
    [TestCase("var n = from [|Integer|] i in new[] { 1 } select i;")]
    [TestCase("([|Integer|] a, int b) n = (1, 2);")]
    [TestCase("var n = stackalloc [|Integer|][3];")]
    [TestCase("var n = sizeof([|Integer|]);")]
    [TestCase("[|StringBuffer|]? text = null;")]
    [TestCase("[|StringBuffer|][] text = null;")]
    [TestCase("using [|StringBuffer|] text = null;")]
    [TestCase("const [|Integer|] i = 3;")]
    [TestCase("var n = System.Text.[|StringMaker|].One;")]
    [TestCase("new System.Text.[|StringBuildr|]();")]
    [TestCase("System.[|Txt|].StringBuilder n = null;")]
    [TestCase("Dictionary<string, List<[|Integer|]>> n = null;")]
    [TestCase("[|Integer|] Local() => 3;")]
    public Task A_type_in_a_body_is_flagged(string statement) => Flags(In(statement));

    [TestCase("class Text : [|StringBuffer|] { }")]
    [TestCase("class Text { [|StringBuffer|] field; }")]
    [TestCase("class Text { [|StringBuffer|] Property { get; } }")]
    [TestCase("class Text { [|StringBuffer|] Method() => null; }")]
    [TestCase("class Text { void Method([|StringBuffer|] buffer) { } }")]
    [TestCase("class Text { [[|Obsolet|]] void Method() { } }")]
    [TestCase("class C { event [|EventHandlr|] Changed; }")]
    [TestCase("class C { object this[[|StringBuffer|] text] => null; }")]
    [TestCase("class C { public static C operator +(C a, [|StringBuffer|] b) => a; }")]
    [TestCase("class C { void [|IDispossable|].Dispose() { } }")]
    [TestCase("class C<T> where T : [|IDispossable|] { }")]
    [TestCase("delegate [|StringBuffer|] Make([|StringBuffer|] text);")]
    [TestCase("record R([|StringBuffer|] Text);")]
    [TestCase("class C { void Method([[|Obsolet|]] int i) { } }")]
    [TestCase("enum E { [[|Obsolet|]] None }")]
    [TestCase("[System.Diagnostics.DebuggerTypeProxy(typeof([|StringBuffer|]))] class C { }")]
    [TestCase("class C { Environment.[|SpecialFolders|] folder; System.Text.[|Jsn|].JsonSerializer json; }")]
    [TestCase("using Json = System.Text.Json.[|JsonSerialiser|];")]
    [TestCase("using static System.[|Maths|];")]
    public Task A_type_in_a_declaration_is_flagged(string code) => Flags(code);

    [TestCase("using [|System.Colections.Generic|];")]
    [TestCase("using [|System.Text.Jsn|];")]
    [TestCase("using [|Dapper|];")]
    public Task An_import_is_flagged(string code) => Flags(code);

    /// <summary>
    /// An editor asks for the findings of one file, and drops what is reported outside of the operation that it was
    /// found in.
    /// </summary>
    [Test]
    public async Task An_editor_sees_what_a_build_sees()
    {
        var workshop = new Workshop(new Setting(References.Net10));
        var document = await workshop.DocumentOf(("/0/C.cs",
            "class C { HashMap<int, int> f; void M(object o) { HashMap<int, int> a = null, b; const Integer i = 1; var "
            + "n = new HashMap<int, int>(); for (Integer j = 0; ;) { } if (o is StringBuffer s) { } void L(Integer k) "
            + "{ } } }"));
        var model = (await document.GetSemanticModelAsync())!;
        var inEditor = await model.Compilation.WithAnalyzers([new MissingType()])
            .GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None);
        var inBuild = await model.Compilation.WithAnalyzers([new MissingType()]).GetAnalyzerDiagnosticsAsync();
        Assert.That(
            inEditor.Select(finding => finding.ToString()),
            Is.EquivalentTo(inBuild.Select(finding => finding.ToString())).And.Exactly(7).Items);
    }

    // What must stay silent.

    [Test]
    public Task Types_that_exist_are_allowed() =>
        Allows("using System.Text; "
            + In("List<int> list = new(); var n = typeof(StringBuilder); if (any is string s) { }"));

    [Test]
    public Task A_name_that_nothing_resembles_is_allowed() => Allows(In("Zqxjkvbw thing = null; new Zqxjkvbw();"));

    [Test]
    public Task A_type_is_allowed_where_an_import_is_missing() =>
        Allows("using Contoso.Billing; " + In("var n = new StringBuffer();"));

    [TestCase("using Contoso.Billing;")]
    [TestCase("using Generated;")]
    public Task A_namespace_that_nobody_owns_is_allowed(string code) => Allows(code);

    [Test]
    public Task A_namespace_below_the_projects_own_is_allowed() =>
        Allows("using Shop.Generated; namespace Shop { class C { } }");

    [Test]
    public Task A_missing_package_is_reported_once() =>
        Given.ThatNeedNotCompile().WithFile("/0/Other.cs", "using [|Dapper|];").Allows("using Dapper;");

    // What is said, and what the fix writes.

    [Test]
    public Task The_message_names_the_nearest_type() => Given.ThatNeedNotCompile().Says(
        In("[|HashMap|]<string, int> map = null;"),
        "No reference of this net10.0 project has 'HashMap<,>'; did you mean 'Dictionary'?");

    [Test]
    public Task The_message_names_the_package() =>
        Given.ThatNeedNotCompile()
            .Says(
                "using [|Dapper|];",
                "No reference of this net10.0 project has 'Dapper'; it comes with package Dapper");

    [Test]
    public Task The_message_names_the_framework() => Given.ThatNeedNotCompile().Says(
        "using [|Microsoft.AspNetCore.Builder|];",
        "No reference of this net10.0 project has 'Microsoft.AspNetCore.Builder'; it comes with framework "
        + "Microsoft.AspNetCore.App");

    [Test]
    public Task A_type_is_replaced() =>
        Fixes(In("[|HashMap|]<string, int> map = null;"), In("Dictionary<string, int> map = null;"));

    [Test]
    public Task An_import_is_replaced() =>
        Fixes("using [|System.Text.Jsn|];\nclass C { }", "using System.Text.Json;\nclass C { }");

    [Test]
    public Task An_import_comes_with_the_type() => Fixes(
        "class C { object M() => new [|StringBuffer|](); }",
        "using System.Text;\n\nclass C { object M() => new StringBuilder(); }");

    [Test]
    public Task No_fix_brings_a_package() => Given.ThatNeedNotCompile().OffersNoFix("using [|Dapper|];");

    [Test]
    public Task No_fix_puts_a_keyword_into_a_longer_name() =>
        Given.ThatNeedNotCompile().OffersNoFix("class C { [|Integer|].Value }");

    [TestCase("class Pixels<T> where T : unmanaged, IComparable<T> { }")]
    [TestCase("class C { void Encode<T>(T pixel) where T : unmanaged, IEquatable<T> { } }")]
    [TestCase("class Keys<T> where T : notnull { }")]
    public Task A_word_of_the_language_in_a_constraint(string code) => Given.Allows(code);

    [Test]
    public void Code_that_compiles_is_asked_for_names_whatever_a_test_is_about() => Assert.That(
        async () => await new RuleCase<MissingOverload>(new Setting(References.Net10)).Allows(
            "class C { string M() => DateTime.Nwo.ToString(); }"),
        Throws.InstanceOf<Exception>().With.Message.Contains("AIA0101"));
}
