using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CSharp.Testing;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

/// <summary>What the generator says where no analyzer is asked any more.</summary>
public sealed class MissingTypeInDeclarationsTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Text; using "
        + "System.Text.RegularExpressions; using System.Threading; using System.Threading.Tasks; ";

    [TestCase("using {|AIA0103:System.Text.Jsn|};")]
    [TestCase("using {|AIA0103:Dapper|};")]
    [TestCase("namespace Shop { using {|AIA0103:System.Collection|}; }")]
    [TestCase("using Json = System.Text.Json.{|AIA0103:JsonSerialiser|};")]
    [TestCase("using static System.{|AIA0103:Maths|};")]
    [TestCase("using Json = System.Text.{|AIA0103:Jsn|};")]
    public Task An_import_that_no_reference_has_is_reported(string code) => Run(code);

    // A reference owns the namespace or the type that the name is looked for in.

    [TestCase("class C : System.Collections.Generic.{|AIA0103:Lst|}<int> { }")]
    [TestCase("class C : System.Text.{|AIA0103:Jsn|}.JsonSerializer { }")]
    [TestCase("class C { global::System.Text.{|AIA0103:StringMaker|} text; }")]
    [TestCase("class C { Environment.{|AIA0103:SpecialFolders|} folder; }")]
    [TestCase("[System.Diagnostics.{|AIA0103:DebuggerShow|}(\"x\")] class C { }")]
    [TestCase("class C { Microsoft.{|AIA0103:AspNetCore|}.Mvc.IActionResult Get() => null; }")]
    public Task A_name_in_a_namespace_of_a_reference_is_reported(string code) => Run(Usings + code);

    [TestCase("class C { {|AIA0103:Dapper|}.SqlMapper mapper; }")]
    [TestCase("class C : {|AIA0103:ControllerBase|} { }")]
    [TestCase("class C { C({|AIA0103:IHttpContextAccessor|} accessor) { } }")]
    [TestCase("[{|AIA0103:ApiController|}] class C { }")]
    public Task A_type_of_a_well_known_package_is_reported(string code) => Run(Usings + code);

    // Every place of a declaration, by slips and by the names of other languages.

    [TestCase("class C : {|AIA0103:IEnumarable|}<int> { }")]
    [TestCase("class C { {|AIA0103:HashMap|}<string, int> field; }")]
    [TestCase("class C { {|AIA0103:StringBuffer|} Property { get; } }")]
    [TestCase("class C { {|AIA0103:StringBuffer|} Method() => null; }")]
    [TestCase("class C { void Method({|AIA0103:StringBuffer|} text) { } }")]
    [TestCase("class C { C({|AIA0103:StringBuffer|} text) { } }")]
    [TestCase("class C { object this[{|AIA0103:StringBuffer|} text] => null; }")]
    [TestCase("class C { event {|AIA0103:EventHandlr|} Changed; }")]
    [TestCase("class C { public static C operator +(C a, {|AIA0103:StringBuffer|} b) => a; }")]
    [TestCase("class C { public static implicit operator {|AIA0103:StringBuffer|}(C a) => null; }")]
    [TestCase("class C { void {|AIA0103:IDispossable|}.Dispose() { } }")]
    [TestCase("class C<T> where T : {|AIA0103:IDispossable|} { }")]
    [TestCase("class C { void Method<T>() where T : {|AIA0103:IDispossable|} { } }")]
    [TestCase("delegate {|AIA0103:StringBuffer|} Make({|AIA0103:StringBuffer|} text);")]
    [TestCase("record R({|AIA0103:StringBuffer|} Text);")]
    [TestCase("class C { Task<List<{|AIA0103:StringBuffer|}>> all; }")]
    [TestCase("class C { ({|AIA0103:StringBuffer|} A, int B)[] all; }")]
    [TestCase("class C { {|AIA0103:StringBuffer|}? text; }")]
    [TestCase("[{|AIA0103:Obsolet|}] class C { }")]
    [TestCase("class C { [{|AIA0103:Obsolet|}] void Method() { } }")]
    [TestCase("class C { void Method([{|AIA0103:Obsolet|}] int i) { } }")]
    [TestCase("enum E { [{|AIA0103:Obsolet|}] None }")]
    [TestCase("[assembly: {|AIA0103:CLSComplaint|}(true)]")]
    [TestCase("[System.Diagnostics.DebuggerTypeProxy(typeof({|AIA0103:StringBuffer|}))] class C { }")]
    [TestCase("class C { {|AIA0103:Timespan|} time; {|AIA0103:CancelationToken|} token; }")]
    public Task A_type_in_a_declaration_is_reported(string code) =>
        Run(code.StartsWith("[assembly", StringComparison.Ordinal) ? "using System; " + code : Usings + code);

    [Test]
    public Task A_type_of_a_later_framework_is_called_so() =>
        Run(
            Usings + "class C { {|AIA0104:Lock|} gate; System.Threading.{|AIA0104:Lock|} other; "
                + "{|AIA0104:OrderedDictionary|}<string, int> map; }",
            references: References.Of("net8.0"));

    [TestCase("[{|CS0246:RequiresLocation|}] class C { }")]
    [TestCase("class C { {|CS0246:Index|} at; {|CS0246:Range|} range; }")]
    [TestCase("namespace System.Runtime.CompilerServices { class C { {|CS0246:IsExternalInit|} init; } }")]
    public Task What_generators_fill_up_is_left_alone(string code) =>
        Run(
            "using System; using System.Runtime.CompilerServices; "
            + code.Replace("{|CS0246:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal),
            references: References.NetStandard20);

    [TestCase("using System.Text.Json;")]
    [TestCase("using Contoso.Generated;")]
    [TestCase("using Shop.Generated; namespace Shop { class C { } }")]
    [TestCase("class C : Missing { }")]
    // As generators name what they bring.
    [TestCase("class Greetings : Greeter.GreeterBase { }")]
    [TestCase("partial class Greeter { } class Greetings : Greeter.GreeterBase { }")]
    [TestCase(
        "class C { OrderId id; MainViewModel model; Prices.Parts parts; WeatherClient client; IWeatherApi api; Counter "
        + "counter; }")]
    [TestCase("[AutoNotify] [StronglyTypedId(typeof(Guid))] class C { }")]
    [TestCase("[Generated.Mapper] class C { System.Text.RegularExpressions.Generated.Digits digits; }")]
    [TestCase("class Scheduler : IScheduler { }")]
    [TestCase(
        "class C { Routes routes; Errors errors; Threads threads; Listing listing; Tasks tasks; TaskList list; Strings "
        + "strings; }")]
    [TestCase("class C { Runnable runnable; Consumer consumer; Pattern pattern; }")]
    [TestCase("using Contoso.Billing; class C { StringBuffer text; ControllerBase controller; }")]
    [TestCase("global using Contoso.Billing; class C { StringBuffer text; ControllerBase controller; }")]
    [TestCase("namespace Shop { class StringBuffer { } } class C { StringBuffer text; }")]
    [TestCase(
        "namespace Microsoft.Extensions.Shop { class C { } } class D { Microsoft.Extensions.Shop.Settings settings; }")]
    public Task Without_evidence_nothing_is_said(string code) =>
        Run(code.StartsWith("using", StringComparison.Ordinal) || code.StartsWith("global", StringComparison.Ordinal)
            ? code
            : Usings + code);

    [TestCase("class C<HashMap> { HashMap map; class D { HashMap map; } }")]
    [TestCase("class C { StringBuffer Method<StringBuffer>() => default; }")]
    [TestCase("using StringBuffer = System.Text.StringBuilder; class C { StringBuffer text; }")]
    [TestCase("class Outer { protected class HashMap { } } class C : Outer { HashMap map; }")]
    [TestCase(
        "class C { dynamic a; nint b; (int, string)? c; int[,] d; System.Func<int> e; "
        + "global::System.Text.StringBuilder f; List<int>.Enumerator g; Environment.SpecialFolder h; }")]
    [TestCase(
        "[AttributeUsage(AttributeTargets.All, AllowMultiple = true)] class MineAttribute : Attribute { } [Mine, "
        + "MineAttribute, Obsolete] class C<T> where T : notnull, new() { }")]
    [TestCase(
        "class C { void M() { StringBuffer text = null; } object O => new StringBuffer(); int I = StringBuffer.One; }")]
    public Task What_binds_and_what_stands_in_bodies_is_left_alone(string code) =>
        Run(code.StartsWith("using", StringComparison.Ordinal) ? code : Usings + code);

    [TestCase("Shop.g.cs", "")]
    [TestCase("Shop.cs", "// <auto-generated/>\n")]
    public Task Generated_code_is_left_alone(string file, string head) =>
        Run("", otherFile: ($"/0/{file}", $"{head}class C {{ System.Text.StringMaker text; }}"));

    /// <summary>A component of Razor is generated from a file of its name.</summary>
    [Test]
    public Task What_goes_by_the_name_of_another_file_is_left_alone() =>
        Run(Usings + "class C { StringBuffer text; }", additionalFile: "/0/Pages/StringBuffer.razor");

    [TestCase("RunAnalyzers", "false")]
    [TestCase("RunAnalyzersDuringBuild", "false")]
    [TestCase("AiAwareMode", "None")]
    public Task Where_nobody_asks_nothing_is_said(string property, string value) =>
        Run(
            "using System.Text.Jsn; class C : System.Text.StringMaker { }",
            property: $"build_property.{property} = {value}");

    private static Task Run(
        string code,
        string property = "",
        ReferenceSet? references = null,
        (string Path, string Text)? otherFile = null,
        string? additionalFile = null)
    {
        var test = new CSharpSourceGeneratorTest<MissingTypeInDeclarations, DefaultVerifier>
        {
            TestCode = code,
            CompilerDiagnostics = CompilerDiagnostics.None
        };
        test.TestState.ReferTo(references ?? References.Net10);
        if (property.Length > 0)
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\n{property}\n"));
        if (otherFile is { } other) test.TestState.Sources.Add(other);
        if (additionalFile is not null) test.TestState.AdditionalFiles.Add((additionalFile, ""));
        return test.RunAsync();
    }
}
