using AiAwareAnalyzers.Money;

namespace AiAwareAnalyzers.Tests.Money;

public sealed class LostRemainderTests : RuleTests<LostRemainder>
{
    private static string Split(string statements, string parameters = "decimal total, int people") =>
        $"class C {{ List<decimal> M({parameters}) {{ var shares = new "
        + $"List<decimal>(); {statements} return shares; }} }}";

    private const string Loop = "for (var i = 0; i < people; i++) shares.Add(share);";

    [Test]
    public Task A_rounded_share_for_everybody_is_flagged() =>
        Flags(Split($"var share = Math.Round([|total / people|], 2); {Loop}"));

    [Test]
    public Task A_share_with_a_stated_rounding_is_flagged_too() =>
        Flags(Split($"var share = Math.Round([|total / people|], 2, MidpointRounding.AwayFromZero); {Loop}"));

    [Test]
    public Task A_share_rounded_by_the_type_itself_is_flagged() =>
        Flags(Split($"var share = decimal.Round([|total / people|], 2); {Loop}"));

    [Test]
    public Task A_share_cut_to_whole_units_is_flagged() =>
        Flags(Split($"var share = Math.Floor([|total / people|]); {Loop}"));

    [Test]
    public Task A_share_of_whole_cents_is_flagged() =>
        Flags(Split($"var share = [|totalCents / people|]; {Loop}", "long totalCents, int people"));

    [Test]
    public Task A_repeated_share_is_flagged() =>
        Flags(Split(
            "var share = Math.Round([|total / people|], 2); shares = Enumerable.Repeat(share, people).ToList();"));

    [Test]
    public Task A_share_for_every_element_is_flagged() =>
        Flags(Split(
            "var share = Math.Round([|total / names.Count|], 2); foreach (var name in names) shares.Add(share);",
            "decimal total, List<string> names"));

    [Test]
    public Task A_share_up_to_and_including_the_count_is_flagged() =>
        Flags(Split(
            "var share = Math.Round([|total / people|], 2); for (var i = 1; i <= people; i++) shares.Add(share);"));

    [Test]
    public Task A_share_with_an_explicit_type_is_flagged() =>
        Flags(Split($"decimal share = Math.Round([|total / people|], 2); {Loop}"));

    [Test]
    public Task A_share_of_a_property_is_flagged() =>
        Flags("class Order { decimal Total; List<decimal> M(int people) { var shares = new List<decimal>(); var share "
            + "= Math.Round([|Total / people|], 2); for (var i = 0; i < people; i++) shares.Add(share); return "
            + "shares; } }");

    [Test]
    public Task A_share_of_a_computed_amount_is_flagged() =>
        Flags(Split($"var share = Math.Round([|(total + 5) / people|], 2); {Loop}"));

    [Test]
    public Task A_share_that_is_used_in_the_loop_somehow_is_flagged() =>
        Flags(Split(
            "var share = Math.Round([|total / people|], 2); for (var i = 0; i < people; i++) { var next = share * 1; "
            + "shares.Add(next); }"));

    [Test]
    public Task A_share_by_the_number_of_elements_of_an_array_is_flagged() =>
        Flags(Split(
            "var share = Math.Round([|total / names.Length|], 2); for (var i = 0; i < names.Length; i++) "
            + "shares.Add(share);",
            "decimal total, string[] names"));

    [Test]
    public Task A_share_in_a_static_helper_is_flagged() =>
        Flags(Split($"var share = Math.Round([|total / people|], 2); {Loop}")
            .Replace("List<decimal> M", "static List<decimal> M"));

    [Test]
    public Task A_share_of_a_fee_is_flagged() =>
        Flags(Split($"var share = Math.Round([|fee / people|], 2); {Loop}", "decimal fee, int people"));

    [Test]
    public Task A_remainder_added_to_the_last_is_allowed() =>
        Allows(Split($"var share = Math.Round(total / people, 2); {Loop} shares[0] += total - share * people;"));

    [Test]
    public Task A_remainder_by_modulo_is_allowed() =>
        Allows(Split(
            $"var share = totalCents / people; {Loop} shares[0] += totalCents % people;",
            "long totalCents, int people"));

    [Test]
    public Task An_amount_that_shrinks_with_every_share_is_allowed() =>
        Allows(Split(
            "var share = Math.Round(total / people, 2); for (var i = 0; i < people; i++) { shares.Add(share); total -= "
            + "share; }"));

    [Test]
    public Task A_share_that_is_not_rounded_is_allowed() => Allows(Split($"var share = total / people; {Loop}"));

    [Test]
    public Task An_average_that_is_only_returned_is_allowed() =>
        Allows("class C { decimal M(decimal total, int people) { var average = Math.Round(total / people, 2); return "
            + "average; } }");

    [Test]
    public Task A_price_per_unit_that_meets_another_loop_is_allowed() =>
        Allows(Split("var share = Math.Round(total / people, 2); for (var i = 0; i < 3; i++) shares.Add(share);"));

    [Test]
    public Task A_loop_that_does_not_use_the_share_is_allowed() =>
        Allows(Split(
            "var share = Math.Round(total / people, 2); for (var i = 0; i < people; i++) shares.Add(i); "
            + "shares.Add(share);"));

    [Test]
    public Task A_division_by_a_constant_is_allowed() =>
        Allows(Split("var share = Math.Round(total / 12, 2); for (var i = 0; i < 12; i++) shares.Add(share);"));

    [Test]
    public Task A_division_by_a_decimal_is_allowed() =>
        Allows(
            Split($"var share = Math.Round(total / factor, 2); {Loop}", "decimal total, decimal factor, int people"));

    [Test]
    public Task A_ratio_of_money_to_money_is_allowed() =>
        Allows(Split(
            "var share = Math.Round(total / priceInCents, 2); for (var i = 0; i < priceInCents; i++) "
            + "shares.Add(share);",
            "decimal total, int priceInCents"));

    [Test]
    public Task Something_else_that_is_split_is_allowed() =>
        Allows(Split($"var share = Math.Round(weight / people, 2); {Loop}", "decimal weight, int people"));

    [Test]
    public Task Pages_of_payments_are_allowed() =>
        Allows(Split($"var share = payments / people; {Loop}", "int payments, int people"));

    [Test]
    public Task A_repeated_other_value_is_allowed() =>
        Allows(Split(
            "var share = Math.Round(total / people, 2); shares = Enumerable.Repeat(0m, people).ToList(); "
            + "shares.Add(share);"));

    [Test]
    public Task A_loop_over_another_collection_is_allowed() =>
        Allows(Split(
            "var share = Math.Round(total / names.Count, 2); foreach (var other in others) shares.Add(share);",
            "decimal total, List<string> names, List<string> others"));

    [Test]
    public Task A_field_is_allowed() => Allows(
        "class C { static decimal total = 5; static int people = 3; decimal share = Math.Round(total / people, 2); }");

    [Test]
    public Task A_word_that_the_team_removes_is_allowed() =>
        WithOption("ai_aware.money.terms", "-total")
            .Allows(Split($"var share = Math.Round(total / people, 2); {Loop}"));

    [Test]
    public Task The_message_names_the_share_and_how_many_there_are() =>
        Says(
            Split("var part = Math.Round([|total / people|], 2); shares = Enumerable.Repeat(part, people).ToList();"),
            "people times 'part' may not add up to the amount that is split; add the remainder to one of the shares");
}
