using AiAwareAnalyzers.SomeFamily;

namespace AiAwareAnalyzers.Tests.SomeFamily;

public sealed class SomeDefectTests : RuleTests<SomeDefect, SomeDefectFix>
{
    [Test]
    public Task A_string_that_is_converted_to_a_string_is_flagged() =>
        Flags("class C { string M(string text) => [|text.ToString()|]; }");

    [Test]
    public Task The_message_names_the_string() => Says(
        "class C { string M(string text) => [|text.Trim().ToString()|]; }",
        "'text.Trim()' is a string already, so 'ToString()' only makes a reader look for a conversion; use "
        + "'text.Trim()' itself");

    [Test]
    public Task A_number_that_is_converted_is_allowed() =>
        Allows("class C { string M(int number) => number.ToString(); }");

    [Test]
    public Task A_call_that_may_not_happen_is_allowed() =>
        Allows("class C { string? M(string? text) => text?.ToString(); }");

    [Test]
    public Task The_string_stays_as_it_is() => Fixes(
        "class C { string M(string text) => /* kept */ [|text.ToString()|]; }",
        "class C { string M(string text) => /* kept */ text; }");

    [Test]
    public Task A_call_that_is_a_statement_has_no_fix() =>
        OffersNoFix("class C { void M(string text) { [|text.ToString()|]; } }");
}
