using AiAwareAnalyzers.Money;

namespace AiAwareAnalyzers.Tests.Money;

public sealed class FloatMoneyEqualityTests : RuleTests<FloatMoneyEquality, FloatMoneyEqualityFix>
{
    /// <summary>A comparer whose amounts come from outside: their type is not ours to change.</summary>
    private static string Comparer(string comparison) =>
        $"class Equal : IEqualityComparer<double> {{ public bool Equals(double price, double "
        + $"otherPrice) => {comparison}; public int GetHashCode(double price) => 0; }}";

    [Test]
    public Task Decimal_money_cast_to_compare_is_flagged() =>
        Flags("class C { bool M(decimal price) => [|(double)price == 9.99|]; }");

    [Test]
    public Task Decimal_money_converted_to_compare_is_flagged() =>
        Flags("class C { bool M(decimal price) => [|Convert.ToDouble(price) == 9.99|]; }");

    [Test]
    public Task Money_on_the_right_is_flagged() =>
        Flags("class C { bool M(decimal price, double x) => [|x == (double)price|]; }");

    [Test]
    public Task Inequality_is_flagged() =>
        Flags("class C { bool M(decimal price, double x) => [|x != (double)price|]; }");

    [Test]
    public Task A_float_is_flagged() => Flags("class C { bool M(decimal price, float x) => [|x == (float)price|]; }");

    [Test]
    public Task A_whole_number_against_a_cast_is_flagged() =>
        Flags("class C { bool M(decimal price, int x) => [|(double)price == x|]; }");

    [Test]
    public Task A_computation_is_flagged() =>
        Flags("class C { bool M(decimal price) => [|(double)price * 1.19 == 11.89|]; }");

    [Test]
    public Task A_rounded_computation_is_flagged() =>
        Flags("class C { bool M(decimal price) => [|Math.Round((double)price, 2) == 9.99|]; }");

    [Test]
    public Task Money_of_a_type_that_is_not_ours_is_flagged() => Flags(Comparer("[|price == otherPrice|]"));

    [Test]
    public Task Money_of_a_type_that_is_not_ours_against_a_literal_is_flagged() => Flags(Comparer("[|price == 9.99|]"));

    [Test]
    public Task A_sum_of_money_that_is_not_ours_is_flagged() => Flags(Comparer("[|price + 1 == otherPrice|]"));

    [Test]
    public Task A_call_of_Equals_is_flagged() => Flags(Comparer("[|price.Equals(otherPrice)|]"));

    [Test]
    public Task An_absolute_amount_is_flagged() => Flags(Comparer("[|Math.Abs(price) == 9.99|]"));

    [Test]
    public Task A_nullable_amount_is_flagged() =>
        Flags("class C { bool M(decimal? price) => [|(double?)price == 9.99|]; }");

    [Test]
    public Task An_equality_in_a_condition_is_flagged() =>
        Flags("class C { void M(decimal price) { if ([|(double)price == 9.99|] && price > 1) Console.WriteLine(); } }");

    [Test]
    public Task An_equality_in_a_lambda_is_flagged() =>
        Flags("class C { object M(List<decimal> prices) => prices.Where(price => [|(double)price == 9.99|]); }");

    [Test]
    public Task Decimal_against_decimal_is_allowed() => Allows("class C { bool M(decimal price) => price == 9.99m; }");

    [Test]
    public Task A_declaration_that_is_reported_itself_is_allowed() =>
        Allows("class C { bool M(double price) => price == 9.99; }");

    [Test]
    public Task A_property_that_is_reported_itself_is_allowed() =>
        Allows("class Item { public double Price { get; set; } bool M(Item other) => Price == other.Price; }");

    [Test]
    public Task Zero_is_allowed_because_it_is_exact() => Allows(Comparer("price == 0"));

    [Test]
    public Task Zero_in_double_is_allowed() => Allows("class C { bool M(decimal price) => (double)price == 0.0; }");

    [Test]
    public Task A_comparison_by_order_is_another_matter() => Allows(Comparer("price > otherPrice"));

    [Test]
    public Task A_comparison_with_a_tolerance_is_allowed() => Allows(Comparer("Math.Abs(price - otherPrice) < 0.005"));

    [Test]
    public Task A_rate_is_allowed() => Allows("class C { bool M(decimal taxRate) => (double)taxRate == 0.19; }");

    [Test]
    public Task A_ratio_of_money_to_money_is_allowed() =>
        Allows("class C { bool M(decimal price, decimal total) => (double)price / (double)total == 0.5; }");

    [Test]
    public Task Something_else_is_allowed() => Allows("class C { bool M(double weight) => weight == 1.5; }");

    [Test]
    public Task A_null_is_allowed() => Allows("class C { bool M(decimal? price) => (double?)price == null; }");

    [Test]
    public Task Whole_cents_are_allowed() => Allows("class C { bool M(long priceInCents) => priceInCents == 999; }");

    [Test]
    public Task Equality_of_objects_is_allowed() => Allows(
        "class C { bool M(decimal price) => Equals((object)(double)price, null) || ((object)price).Equals(1); }");

    [Test]
    public Task Equality_of_texts_is_allowed() => Allows("class C { bool M(string price) => price == \"9.99\"; }");

    [Test]
    public Task A_coordinate_is_allowed() => Allows("class C { bool M(decimal priceX) => (double)priceX == 1.5; }");

    [Test]
    public Task A_chart_is_allowed() => Allows("class PriceChart { bool M(decimal price) => (double)price == 9.99; }");

    [Test]
    public Task A_word_that_the_team_removes_is_allowed() =>
        WithOption("ai_aware.money.terms", "-price")
            .Allows("class C { bool M(decimal price) => (double)price == 9.99; }");

    [Test]
    public Task The_message_quotes_the_comparison_and_names_the_type() =>
        Says(
            "class C { bool M(decimal price, float x) => [|(double)price == 9.99|] || [|x != (float)price|]; }",
            "'(double)price == 9.99' compares money bit by bit in 'double', where equal amounts often differ in the "
            + "last digit; compare in 'decimal'",
            "'x != (float)price' compares money bit by bit in 'float', where equal amounts often differ in the last "
            + "digit; compare in 'decimal'");

    [Test]
    public Task A_cast_goes_and_a_literal_gets_an_m() =>
        Fixes(
            "class C { bool M(decimal price) => [|(double)price == 9.99|]; }",
            "class C { bool M(decimal price) => price == 9.99m; }");

    [Test]
    public Task A_conversion_goes() =>
        Fixes(
            "class C { bool M(decimal price) => [|9.99 != Convert.ToDouble(price)|]; }",
            "class C { bool M(decimal price) => 9.99m != price; }");

    [Test]
    public Task A_double_on_the_other_side_is_cast() =>
        Fixes(
            "class C { bool M(decimal price, double x) => [|x == (double)price|]; }",
            "class C { bool M(decimal price, double x) => (decimal)x == price; }");

    [Test]
    public Task Money_that_is_not_ours_is_cast_on_both_sides() =>
        Fixes(Comparer("[|price == otherPrice|]"), Comparer("(decimal)price == (decimal)otherPrice"));

    [Test]
    public Task A_computation_becomes_decimal() =>
        Fixes(
            "class C { bool M(decimal price) => [|(double)price * 1.19 == 11.89|]; }",
            "class C { bool M(decimal price) => price * 1.19m == 11.89m; }");

    [Test]
    public Task A_rounding_call_takes_decimal() =>
        Fixes(
            "class C { bool M(decimal price) => [|Math.Round((double)price, 2) == 9.99|]; }",
            "class C { bool M(decimal price) => Math.Round(price, 2) == 9.99m; }");

    [Test]
    public Task A_float_literal_gets_an_m_instead() =>
        Fixes(
            "class C { bool M(decimal price) => [|(float)price == 9.99f|]; }",
            "class C { bool M(decimal price) => price == 9.99m; }");

    [Test]
    public Task Several_comparisons_are_repaired_at_once_and_comments_stay() =>
        Fixes(
            """
            class C
            {
                bool M(decimal price, decimal fee) =>
                    [|(double)price == 9.99|] // the usual
                    || [|(double)fee == 0.30|];
            }
            """,
            """
            class C
            {
                bool M(decimal price, decimal fee) =>
                    price == 9.99m // the usual
                    || fee == 0.30m;
            }
            """);

    [Test]
    public Task A_nullable_amount_is_left_to_its_author() =>
        OffersNoFix("class C { bool M(decimal? price) => [|(double?)price == 9.99|]; }");

    [Test]
    public Task A_call_of_Equals_is_left_to_its_author() => OffersNoFix(Comparer("[|price.Equals(otherPrice)|]"));
}
