using AiAwareAnalyzers.Money;

namespace AiAwareAnalyzers.Tests.Money;

public sealed class MoneyThroughFloatTests : RuleTests<MoneyThroughFloat, MoneyThroughFloatFix>
{
    [Test]
    public Task A_product_cast_back_to_decimal_is_flagged() =>
        Flags("class C { decimal M(decimal price) => (decimal)([|(double)price|] * 1.19); }");

    [Test]
    public Task A_round_trip_through_Convert_is_flagged() =>
        Flags("class C { decimal M(decimal price) => Convert.ToDecimal([|Convert.ToDouble(price)|] * 1.19); }");

    [Test]
    public Task A_round_trip_through_a_constructor_is_flagged() =>
        Flags("class C { decimal M(decimal price) => new decimal([|(double)price|] * 1.19); }");

    [Test]
    public Task A_round_trip_through_float_is_flagged() =>
        Flags("class C { decimal M(decimal price) => (decimal)([|(float)price|] * 1.19f); }");

    [Test]
    public Task A_round_trip_through_decimal_ToDouble_is_flagged() =>
        Flags("class C { decimal M(decimal price) => (decimal)(decimal.ToDouble(price) * 2); }".Replace(
            "decimal.ToDouble(price)", "[|decimal.ToDouble(price)|]"));

    [Test]
    public Task A_comparison_is_flagged() => Flags("class C { bool M(decimal price) => [|(double)price|] > 9.99; }");

    [Test]
    public Task A_comparison_with_the_money_on_the_right_is_flagged() =>
        Flags("class C { bool M(decimal price, int limit) => limit <= [|(double)price|] * 2; }");

    [Test]
    public Task Rounding_in_double_is_flagged() => Flags(
        "class C { double M(decimal price) { var rounded = Math.Round([|(double)price|], 2); return rounded; } }");

    [Test]
    public Task Two_amounts_in_one_computation_are_flagged_once() =>
        Flags("class C { decimal M(decimal price, decimal fee) => (decimal)([|(double)price|] + (double)fee); }");

    [Test]
    public Task A_computation_kept_in_a_neutral_local_is_flagged() => Flags(
        "class C { void M(decimal price) { var result = [|(double)price|] * 1.5; Console.WriteLine(result > 2); } }");

    [Test]
    public Task An_amount_followed_through_a_local_is_flagged() =>
        Flags("class C { decimal M(decimal price) { var p = price; return (decimal)([|(double)p|] * 1.5); } }");

    [Test]
    public Task The_sum_of_a_sequence_is_flagged() =>
        Flags("class Line { public decimal Price; } class C { decimal M(List<Line> lines) => "
            + "(decimal)([|(double)lines.Sum(line => line.Price)|] * 1.5); }");

    [Test]
    public Task An_awaited_amount_is_flagged() =>
        Flags("class C { Task<decimal> GetPriceAsync() => Task.FromResult(1m); async Task<decimal> M() => "
            + "(decimal)([|(double)await GetPriceAsync()|] * 1.5); }");

    [Test]
    public Task A_nullable_amount_is_flagged() =>
        Flags("class C { decimal M(decimal? price) => (decimal)([|(double)price!|] * 1.5); }");

    [Test]
    public Task A_result_of_a_helper_is_flagged() =>
        Flags("class C { decimal Fee() => 1; decimal M() => (decimal)([|(double)Fee()|] * 1.5); }");

    [Test]
    public Task An_amount_times_a_rate_is_flagged_where_it_becomes_decimal_again() =>
        Flags("class C { decimal M(decimal price, double taxRate) => (decimal)([|(double)price|] * taxRate); }");

    [Test]
    public Task A_weak_word_is_enough_for_a_decimal() =>
        Flags("class C { decimal M(decimal amount) => (decimal)([|(double)amount|] * 1.5); }");

    [Test]
    public Task A_ratio_of_money_to_money_is_allowed() =>
        Allows("class C { double M(decimal paid, decimal price, decimal total) => (double)price / (double)total; }");

    [Test]
    public Task A_percentage_of_money_is_allowed() =>
        Allows("class C { bool M(decimal price, decimal total) => (double)price / (double)total * 100 > 50; }");

    [Test]
    public Task A_conversion_that_is_only_shown_is_allowed() => Allows(
        "class C { string M(decimal price) => $\"{(double)price / 1000:0.0}k\" + ((double)price).ToString(\"0\"); }");

    [Test]
    public Task A_conversion_for_somebody_who_wants_a_double_is_allowed() =>
        Allows("class C { void M(decimal price, Action<double> draw) => draw((double)price); }");

    [Test]
    public Task A_computation_for_somebody_who_wants_a_double_is_allowed() =>
        Allows("class C { void M(decimal price, Action<double> draw) => draw((double)price * 2); }");

    [Test]
    public Task A_power_is_allowed_because_decimal_has_none() =>
        Allows("class C { double M(decimal price) => Math.Pow((double)price, 2); }");

    [Test]
    public Task A_score_is_allowed() =>
        Allows("class C { void M(decimal price) { double score = (double)price * 0.3; Console.WriteLine(score); } }");

    [Test]
    public Task A_target_that_is_reported_itself_is_allowed() =>
        Allows("class C { void M(decimal price) { double total = (double)price * 3; double tax = (double)price * 0.2; "
            + "Console.WriteLine(total + tax); } }");

    [Test]
    public Task A_decimal_that_is_no_money_is_allowed() =>
        Allows("class C { decimal M(decimal temperature) => (decimal)((double)temperature * 1.8); }");

    [Test]
    public Task A_rate_is_allowed() => Allows("class C { bool M(decimal taxRate) => (double)taxRate > 0.5; }");

    [Test]
    public Task Floating_point_that_comes_back_as_decimal_is_another_matter() =>
        Allows("class C { decimal M(decimal price, double factor) => price * (decimal)(factor * 2); }");

    [Test]
    public Task A_coordinate_scaled_with_a_price_is_allowed() =>
        Allows("class C { double M(decimal price, double scale, double height) { var y = height - (double)price * "
            + "scale; return y; } }");

    [Test]
    public Task A_deviation_is_allowed() =>
        Allows("class C { double PriceVariance(decimal[] prices) { var mean = prices.Average(); return prices.Sum(p => "
            + "Math.Pow((double)(p - mean), 2)) / prices.Length; } }");

    [Test]
    public Task A_chart_is_allowed() => Allows("class PriceChart { bool M(decimal price) => (double)price > 9.99; }");

    [Test]
    public Task A_constant_is_allowed() =>
        Allows("class C { const decimal Price = 5; const double Half = (double)Price * 0.5; }");

    [Test]
    public Task An_equality_is_another_matter() =>
        Allows("class C { bool M(decimal price) => (double)price == 9.99; }");

    [Test]
    public Task A_word_that_the_team_removes_is_allowed() =>
        WithOption("ai_aware.money.terms", "-price")
            .Allows("class C { bool M(decimal price) => (double)price > 9.99; }");

    [Test]
    public Task The_message_quotes_the_amount_and_says_what_to_do() =>
        Says(
            "class C { bool M(decimal price, decimal fee) => [|(double)price|] > 9.99 || (decimal)([|(float)(price + "
            + "fee)|] * 2) > 0; }",
            "'price' is exact until it is converted to 'double' here, which adds fractions of a cent; compare in "
            + "'decimal'",
            "'price + fee' is exact until it is converted to 'float' here, which adds fractions of a cent; compute in "
            + "'decimal'");

    [Test]
    public Task A_cast_back_goes_with_the_detour() =>
        Fixes(
            "class C { decimal M(decimal price) => (decimal)([|(double)price|] * 1.19); }",
            "class C { decimal M(decimal price) => price * 1.19m; }");

    [Test]
    public Task Parentheses_stay_where_they_are_needed() =>
        Fixes(
            "class C { decimal M(decimal price) => 2 * (decimal)([|(double)price|] + 1.5); }",
            "class C { decimal M(decimal price) => 2 * (price + 1.5m); }");

    [Test]
    public Task Parentheses_come_where_a_call_had_them() =>
        Fixes(
            "class C { decimal M(decimal price) => 2 * Convert.ToDecimal([|(double)price|] + 1.5); }",
            "class C { decimal M(decimal price) => 2 * (price + 1.5m); }");

    [Test]
    public Task Both_sides_of_a_comparison_become_decimal() =>
        Fixes(
            "class C { bool M(decimal price) => [|(double)price|] > 9.99; }",
            "class C { bool M(decimal price) => price > 9.99m; }");

    [Test]
    public Task A_rounding_call_takes_decimal() =>
        Fixes(
            "class C { decimal M(decimal price) => (decimal)Math.Round([|(double)price|] * 1.5, 2); }",
            "class C { decimal M(decimal price) => Math.Round(price * 1.5m, 2); }");

    [Test]
    public Task A_double_that_is_still_wanted_is_cast_at_the_end() =>
        Fixes(
            "class C { double M(decimal price) { var result = [|(double)price|] * 1.5; return result; } }",
            "class C { double M(decimal price) { var result = (double)(price * 1.5m); return result; } }");

    [Test]
    public Task A_rate_in_double_is_cast_where_it_meets_money() =>
        Fixes(
            "class C { decimal M(decimal price, double taxRate) => (decimal)([|(double)price|] * (1 + taxRate)); }",
            "class C { decimal M(decimal price, double taxRate) => price * (1 + (decimal)taxRate); }");

    [Test]
    public Task All_amounts_of_one_computation_are_repaired_together() =>
        Fixes(
            "class C { decimal M(decimal price, decimal fee) => (decimal)([|Convert.ToDouble(price)|] + "
            + "(double)fee); }",
            "class C { decimal M(decimal price, decimal fee) => price + fee; }");

    [Test]
    public Task Several_detours_are_repaired_at_once_and_comments_stay() =>
        Fixes(
            """
            class C
            {
                // Prices with tax.
                decimal M(decimal price) => (decimal)([|(double)price|] * 1.19); // 19 percent

                bool N(decimal price) => [|(double)price|] >= 1e2 /* limit */;
            }
            """,
            """
            class C
            {
                // Prices with tax.
                decimal M(decimal price) => price * 1.19m; // 19 percent

                bool N(decimal price) => price >= 1e2m /* limit */;
            }
            """);
}
