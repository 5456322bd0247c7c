using AiAwareAnalyzers.Money;

namespace AiAwareAnalyzers.Tests.Money;

public sealed class UnstatedRoundingTests : RuleTests<UnstatedRounding, UnstatedRoundingFix>
{
    [Test]
    public Task Rounding_to_cents_is_flagged() =>
        Flags("class C { decimal M(decimal price) => [|Math.Round(price, 2)|]; }");

    [Test]
    public Task Rounding_to_whole_units_is_flagged() =>
        Flags("class C { decimal M(decimal price) => [|Math.Round(price)|]; }");

    [Test]
    public Task Rounding_by_the_type_itself_is_flagged() =>
        Flags("class C { decimal M(decimal price) => [|decimal.Round(price, 2)|]; }");

    [Test]
    public Task Rounding_a_computation_is_flagged() =>
        Flags("class C { decimal M(decimal price, decimal taxRate) => [|Math.Round(price * taxRate, 2)|]; }");

    [Test]
    public Task Rounding_a_sum_is_flagged() =>
        Flags("class C { decimal M(List<decimal> prices) => [|Math.Round(prices.Sum(), 2)|]; }");

    [Test]
    public Task Rounding_a_selected_sum_is_flagged() =>
        Flags("class Line { public decimal Total; } class C { decimal M(List<Line> lines) => "
            + "[|Math.Round(lines.Sum(line => line.Total), 2)|]; }");

    [Test]
    public Task Rounding_what_a_local_took_over_is_flagged() =>
        Flags("class C { decimal M(decimal price) { var gross = price * 2; return [|Math.Round(gross, 2)|]; } }");

    [Test]
    public Task Rounding_under_using_static_is_flagged() =>
        Flags("using static System.Math; class C { decimal M(decimal price) => [|Round(price, 2)|]; }");

    [Test]
    public Task Rounding_a_weak_word_in_decimal_is_flagged() =>
        Flags("class C { decimal M(decimal amount) => [|Math.Round(amount, 2)|]; }");

    [Test]
    public Task A_cast_to_int_is_flagged() => Flags("class C { int M(decimal price) => [|(int)price|]; }");

    [Test]
    public Task A_cast_to_cents_is_flagged() => Flags("class C { long M(decimal price) => [|(long)(price * 100)|]; }");

    [Test]
    public Task A_conversion_to_int_is_flagged() =>
        Flags("class C { int M(decimal price) => [|Convert.ToInt32(price)|]; }");

    [Test]
    public Task A_conversion_to_cents_is_flagged() =>
        Flags("class C { long M(decimal price) => [|Convert.ToInt64(price * 100)|]; }");

    [Test]
    public Task Rounding_an_awaited_amount_is_flagged() =>
        Flags("class C { Task<decimal> GetPriceAsync() => Task.FromResult(1m); async Task<decimal> M() => "
            + "[|Math.Round(await GetPriceAsync(), 2)|]; }");

    [Test]
    public Task Rounding_the_result_of_a_helper_is_flagged() =>
        Flags("class C { decimal Fee() => 1; decimal M() => [|Math.Round(Fee(), 2)|]; }");

    [Test]
    public Task Rounding_one_of_two_amounts_is_flagged() =>
        Flags("class C { decimal M(decimal price, decimal x, bool b) => [|Math.Round(b ? price : x, 2)|]; }");

    [TestCase("decimal.Round(price, 2) != price", TestName = "By the type")]
    [TestCase("Math.Round(price, 2) == price", TestName = "By the class")]
    [TestCase("price != decimal.Round(price, 2)", TestName = "The other way round")]
    [TestCase("Math.Round(Price.Value, 2) != Price.Value", TestName = "A member")]
    public Task A_question_for_decimals_rounds_nothing(string question) =>
        Allows($$"""class C { decimal? Price = 1; bool M(decimal price) => {{question}}; }""");

    [Test]
    public Task A_comparison_with_another_amount_is_no_question_for_decimals() =>
        Flags("class C { bool M(decimal price, decimal paid) => [|Math.Round(price, 2)|] != paid; }");

    [TestCase("Math.Round(amount, 2, MidpointRounding.ToEven)", "(long)(Amount * 100)", TestName = "To cents")]
    [TestCase("decimal.Round(amount, 2, MidpointRounding.AwayFromZero)", "(long)(100 * Amount)",
        TestName = "The other way round")]
    [TestCase("Math.Round(amount, 2, MidpointRounding.ToEven)", "(long)(Amount * 1000m)", TestName = "To more")]
    public Task What_its_only_constructor_rounds_is_whole_in_cents(string kept, string cents) =>
        Allows(Rounded(kept, cents));

    [TestCase("amount", "[|(long)(Amount * 100)|]", TestName = "Kept as it is")]
    [TestCase("Math.Round(amount, 4, MidpointRounding.ToEven)", "[|(long)(Amount * 100)|]", TestName = "More digits")]
    [TestCase("Math.Round(amount, 2, MidpointRounding.ToEven)", "[|(long)(Amount * 10)|]", TestName = "Fewer cents")]
    [TestCase("Math.Round(amount, 2, MidpointRounding.ToEven)", "[|(long)(Amount * 150)|]", TestName = "A price of it")]
    public Task What_is_not_rounded_so_is_cut_off(string kept, string cents) => Flags(Rounded(kept, cents));

    private static string Rounded(string kept, string cents) => $$"""
        public readonly record struct Money
        {
            public decimal Amount { get; init; }
            public string Currency { get; init; }
            private Money(decimal amount, string currency) { Amount = {{kept}}; Currency = currency; }
            public static Money Of(decimal amount) => new(amount, "EUR");
            public long Cents() => {{cents}};
        }
        """;

    [TestCase("class Rating { public decimal Total; }", "CalculateMean", TestName = "A total of a rating")]
    [TestCase("class Row { public decimal Total; }", "CalculateSpread", TestName = "A spread")]
    public Task What_is_judged_is_no_money(string type, string name) => Allows(
        type + " class Judges { decimal " + name + "(List<" + type.Split(' ')[1] + "> rows) => "
        + "Math.Round(rows.Max(row => row.Total) - rows.Min(row => row.Total), 1); }");

    [TestCase("class Rating { decimal M(decimal price) => [|Math.Round(price, 2)|]; }", TestName = "A strong word")]
    [TestCase("class Score { decimal M(decimal orderTotal) => [|Math.Round(orderTotal, 2)|]; }",
        TestName = "The total of an order")]
    public Task Money_beside_what_is_judged_is_flagged(string code) => Flags(code);

    [Test]
    public Task Stated_rounding_is_allowed() =>
        Allows("class C { decimal M(decimal price) => Math.Round(price, 2, MidpointRounding.AwayFromZero); }");

    [Test]
    public Task Stated_rounding_to_whole_units_is_allowed() =>
        Allows("class C { decimal M(decimal price) => Math.Round(price, MidpointRounding.ToEven); }");

    [Test]
    public Task Rounding_up_says_how() => Allows(
        "class C { decimal M(decimal price) => Math.Ceiling(price) + Math.Floor(price) + decimal.Truncate(price); }");

    [Test]
    public Task A_cast_of_a_rounded_amount_is_allowed() =>
        Allows("class C { int M(decimal price) => (int)Math.Floor(price); }");

    [Test]
    public Task A_cast_of_a_stated_rounding_is_allowed() =>
        Allows("class C { long M(decimal price) => (long)Math.Round(price * 100, MidpointRounding.AwayFromZero); }");

    [Test]
    public Task Only_the_rounding_inside_a_cast_is_flagged() =>
        Flags("class C { int M(decimal price) => (int)[|Math.Round(price)|]; }");

    [Test]
    public Task A_rate_is_allowed() => Allows("class C { decimal M(decimal taxRate) => Math.Round(taxRate, 4); }");

    [Test]
    public Task A_ratio_of_money_to_money_is_allowed() =>
        Allows("class C { decimal M(decimal price, decimal total) => Math.Round(price / total, 2); }");

    [Test]
    public Task A_percentage_cast_to_int_is_allowed() =>
        Allows("class C { int M(decimal price, decimal total) => (int)(price / total * 100); }");

    [Test]
    public Task Something_else_in_decimal_is_allowed() =>
        Allows("class C { decimal M(decimal weight) => Math.Round(weight, 2); int N(decimal weight) => (int)weight; }");

    [Test]
    public Task A_double_is_another_matter() => Allows("class C { double M(double price) => Math.Round(price, 2); }");

    [Test]
    public Task A_bucket_that_money_falls_into_is_allowed() =>
        Allows("class C { void M(decimal price) { int index = (int)(price / 10); Console.WriteLine(index); } }");

    [Test]
    public Task A_cast_of_a_whole_number_is_allowed() =>
        Allows("class C { int M(long priceInCents) => (int)priceInCents; }");

    [Test]
    public Task A_cast_to_a_wider_type_is_allowed() =>
        Allows("class C { decimal M(int price) => (decimal)price; object N(decimal price) => (object)price; }");

    [Test]
    public Task A_constant_is_allowed() => Allows("class C { const decimal Price = 5; const int Whole = (int)Price; }");

    [Test]
    public Task A_conversion_of_a_text_is_allowed() =>
        Allows("class C { int M(string price) => Convert.ToInt32(price); }");

    [Test]
    public Task A_method_of_ours_called_Round_is_allowed() =>
        Allows("class C { decimal Round(decimal price) => price; decimal M(decimal price) => Round(price); }");

    [Test]
    public Task A_cast_to_an_enum_is_allowed() =>
        Allows("enum Tier { Low } class C { Tier M(decimal price) => (Tier)price; }");

    [Test]
    public Task A_word_that_the_team_removes_is_allowed() =>
        WithOption("ai_aware.money.terms", "-price")
            .Allows("class C { decimal M(decimal price) => Math.Round(price, 2); }");

    [Test]
    public Task The_message_says_what_happens_and_what_to_do() =>
        Says(
            "class C { int M(decimal price) => [|(int)price|] + [|Convert.ToInt32(price)|] + "
            + "(int)[|Math.Round(price)|]; }",
            "'(int)price' cuts money off without saying so; call 'Math.Truncate' if you mean it, or 'Math.Round' if "
            + "you do not",
            "'Convert.ToInt32(price)' rounds money half to even without saying so; call 'Math.Round' with the "
            + "'MidpointRounding' that you promise",
            "'Math.Round(price)' rounds money half to even without saying so; state the 'MidpointRounding' that you "
            + "promise");

    [Test]
    public Task The_first_action_keeps_what_happens_now() =>
        Fixes(
            "class C { decimal M(decimal price) => [|Math.Round(price, 2)|]; }",
            "class C { decimal M(decimal price) => Math.Round(price, 2, MidpointRounding.ToEven); }");

    [Test]
    public Task The_second_action_rounds_away_from_zero() =>
        Given.ByAction(1).Titled("Round half away from zero").Fixes(
            "class C { decimal M(decimal price) => [|Math.Round(price, 2)|]; }",
            "class C { decimal M(decimal price) => Math.Round(price, 2, MidpointRounding.AwayFromZero); }");

    [Test]
    public Task A_cast_is_said_to_cut_off() =>
        Fixes(
            "class C { long M(decimal price) => [|(long)(price * 100)|]; }",
            "class C { long M(decimal price) => (long)Math.Truncate(price * 100); }");

    [Test]
    public Task A_cast_can_be_made_to_round() =>
        Given.ByAction(1).Fixes(
            "class C { long M(decimal price) => [|(long)(price * 100)|]; }",
            "class C { long M(decimal price) => (long)Math.Round(price * 100, MidpointRounding.AwayFromZero); }");

    [Test]
    public Task A_conversion_becomes_a_stated_rounding() =>
        Fixes(
            "class C { int M(decimal price) => [|Convert.ToInt32(price)|]; }",
            "class C { int M(decimal price) => (int)Math.Round(price, MidpointRounding.ToEven); }");

    [Test]
    public Task A_name_is_written_in_full_where_its_namespace_is_not_imported() =>
        Given.InLanguage(LanguageVersion.CSharp9).Fixes(
            "class C { decimal M(decimal price) => [|decimal.Round(price, 2)|]; }",
            "class C { decimal M(decimal price) => decimal.Round(price, 2, System.MidpointRounding.ToEven); }");

    [Test]
    public Task Rounding_by_the_type_itself_is_stated_there() =>
        Fixes(
            "class C { decimal M(decimal price) => [|decimal.Round(price)|]; }",
            "class C { decimal M(decimal price) => decimal.Round(price, MidpointRounding.ToEven); }");

    [Test]
    public Task Several_roundings_are_stated_at_once_and_comments_stay() =>
        Fixes(
            """
            class C
            {
                decimal Tax(decimal price) => [|Math.Round(price * 0.19m, 2)|]; // to cents

                int Whole(decimal price) => /* euros */ [|(int)price|];
            }
            """,
            """
            class C
            {
                decimal Tax(decimal price) => Math.Round(price * 0.19m, 2, MidpointRounding.ToEven); // to cents

                int Whole(decimal price) => /* euros */ (int)Math.Truncate(price);
            }
            """);
}
