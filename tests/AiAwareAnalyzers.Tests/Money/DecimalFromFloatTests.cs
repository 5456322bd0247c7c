using AiAwareAnalyzers.Money;

namespace AiAwareAnalyzers.Tests.Money;

public sealed class DecimalFromFloatTests : RuleTests<DecimalFromFloat, DecimalFromFloatFix>
{
    [Test]
    public Task A_float_for_money_is_flagged() =>
        Flags("class C { decimal Price; void M(float f) => Price = [|(decimal)f|]; }");

    [Test]
    public Task A_float_from_a_call_is_flagged() =>
        Flags("class C { decimal Price; void M(Lazy<float> f) => Price = [|(decimal)Math.Abs(f.Value)|]; }");

    [Test]
    public Task A_product_for_money_is_flagged() =>
        Flags("class C { decimal Price; void M(int count) => Price = [|(decimal)(count * 1.15)|]; }");

    [Test]
    public Task A_product_through_Convert_is_flagged() =>
        Flags("class C { decimal Price; void M(int count) => Price = [|Convert.ToDecimal(count * 1.15)|]; }");

    [Test]
    public Task A_product_through_a_constructor_is_flagged() =>
        Flags("class C { decimal Price; void M(int count) => Price = [|new decimal(count * 1.15)|]; }");

    [Test]
    public Task A_rounded_computation_is_flagged() =>
        Flags("class C { decimal Price; void M(double kilos) => Price = [|(decimal)Math.Round(kilos * 2.5, 2)|]; }");

    [Test]
    public Task A_rounded_value_is_flagged() =>
        Flags("class C { decimal Price; void M(double kilos) => Price = [|(decimal)Math.Round(kilos, 2)|]; }");

    [Test]
    public Task A_computation_that_passes_a_local_is_flagged() =>
        Flags("class C { void Pay(decimal price) { } void M(double kilos) { var d = kilos * 2.5; "
            + "Pay([|(decimal)d|]); } }");

    [Test]
    public Task A_computation_that_is_returned_as_money_is_flagged() =>
        Flags("class C { decimal GetPrice(double kilos) => [|(decimal)(kilos * 2.5)|]; }");

    [Test]
    public Task A_computation_in_an_initializer_is_flagged() =>
        Flags("class Item { public decimal Price { get; set; } } class C { Item M(double kilos) => new Item { Price = "
            + "[|(decimal)(kilos * 2.5)|] }; }");

    [Test]
    public Task A_computation_that_is_added_to_money_is_flagged() =>
        Flags("class C { decimal Total; void M(double kilos) => Total += [|(decimal)(kilos * 2.5)|]; }");

    [Test]
    public Task A_computation_behind_a_condition_is_flagged() =>
        Flags("class C { decimal M(double kilos, bool free) { decimal price = free ? 0m : [|(decimal)(kilos * 2.5)|]; "
            + "return price; } }");

    [Test]
    public Task A_computation_in_a_sum_with_money_is_flagged() =>
        Flags("class C { decimal M(decimal fee, double kilos) { decimal total = fee + [|(decimal)(kilos * 2.5)|]; "
            + "return total; } }");

    [Test]
    public Task A_literal_for_money_is_a_suggestion() => Suggests("class C { decimal Price = [|(decimal)9.99|]; }");

    [Test]
    public Task In_a_high_risk_zone_it_is_a_warning() =>
        WithOption("ai_aware.high_risk", "*.cs").Flags("class C { decimal Price = [|(decimal)9.99|]; }");

    [Test]
    public Task A_negative_literal_in_a_constructor_is_a_suggestion() =>
        Suggests("class C { decimal Refund = [|new decimal(-9.99)|]; }");

    [Test]
    public Task A_literal_that_multiplies_money_is_a_suggestion() =>
        Suggests("class C { decimal M(decimal price) => price * [|(decimal)1.19|]; }");

    [Test]
    public Task A_float_is_flagged_even_in_a_local_function() =>
        Flags("class C { void M(float f) { decimal Price() => [|(decimal)f|]; Console.WriteLine(Price()); } }");

    [Test]
    public Task A_plain_double_is_allowed_because_all_its_digits_survive() =>
        Allows("class C { decimal Price; void M(double d) => Price = (decimal)d; }");

    [Test]
    public Task Something_that_is_no_money_is_allowed() =>
        Allows("class C { decimal Weight; void M(double d) => Weight = (decimal)(d * 2.5); }");

    [Test]
    public Task A_factor_of_money_is_allowed() =>
        Allows("class C { decimal M(decimal price, double growth, int years) => price * (decimal)Math.Pow(1 + growth, "
            + "years); }");

    [Test]
    public Task A_share_of_money_is_allowed() =>
        Allows("class C { decimal M(decimal price, double discount) => price * (decimal)(1 - discount); }");

    [Test]
    public Task A_name_that_excludes_money_is_allowed() =>
        Allows("class C { void M(double d) { decimal taxRate = (decimal)(d / 100); Console.WriteLine(taxRate); } }");

    [Test]
    public Task A_declaration_that_is_reported_itself_is_allowed() =>
        Allows("class C { decimal Price; void M(double price) => Price = (decimal)(price * 1.19); }");

    [Test]
    public Task A_field_that_is_reported_itself_is_allowed() =>
        Allows("class C { double basePrice; decimal M() { decimal price = (decimal)Math.Round(basePrice, 2); return "
            + "price; } }");

    [Test]
    public Task A_reading_is_another_matter() =>
        Allows("class C { decimal Price; void M(string text) => Price = (decimal)(double.Parse(text) * 1.19); }");

    [Test]
    public Task A_detour_of_decimal_money_is_another_matter() =>
        Allows("class C { decimal Price; void M(decimal fee) => Price = (decimal)((double)fee * 1.19); }");

    [Test]
    public Task A_whole_number_is_allowed() =>
        Allows("class C { decimal Price; void M(long cents) => Price = (decimal)cents / 100; }");

    [Test]
    public Task A_decimal_literal_is_allowed() => Allows("class C { decimal Price = 9.99m; }");

    [Test]
    public Task A_literal_that_is_no_money_is_allowed() => Allows("class C { decimal Ratio = (decimal)0.5; }");

    [Test]
    public Task A_computation_for_an_unnamed_decimal_is_allowed() =>
        Allows("class C { decimal M(double a) { decimal b = (decimal)(a * 2); return b; } }");

    [Test]
    public Task A_conversion_from_decimal_is_allowed() =>
        Allows("class C { double M(decimal price) => (double)price; }");

    [Test]
    public Task A_generic_helper_is_allowed() => Allows(
        "class C { T As<T>(object o) => (T)o; decimal M(object o) { decimal price = As<decimal>(o); return price; } }");

    [Test]
    public Task A_power_that_is_a_price_is_allowed_because_decimal_has_none() =>
        Allows("class C { decimal M(double n) { decimal price = (decimal)Math.Pow(2, n); return price; } }");

    [Test]
    public Task A_float_for_a_chart_is_allowed() => Allows("class C { decimal Y; void M(float f) => Y = (decimal)f; }");

    [Test]
    public Task A_word_that_the_team_removes_is_allowed() =>
        WithOption("ai_aware.money.terms", "-price")
            .Allows("class C { decimal Price; void M(int count) => Price = (decimal)(count * 1.15); }");

    [Test]
    public Task The_message_says_how_many_digits_survive() =>
        Says(
            "class C { decimal Price, Fee; void M(float f, int count) { Price = [|(decimal)f|]; Fee = "
            + "[|(decimal)(count * 1.15)|]; } }",
            "'f' is already inexact when it becomes 'decimal', which keeps only 7 digits of it; keep it in 'decimal' "
            + "where it comes from",
            "'count * 1.15' is already inexact when it becomes 'decimal', which keeps only 15 digits of it; compute in "
            + "'decimal' from the start");

    [Test]
    public Task A_product_is_computed_in_decimal() =>
        Fixes(
            "class C { decimal Price; void M(int count) => Price = [|(decimal)(count * 1.15)|]; }",
            "class C { decimal Price; void M(int count) => Price = count * 1.15m; }");

    [Test]
    public Task A_double_in_it_is_cast_by_itself() =>
        Fixes(
            "class C { decimal Price; void M(double kilos) => Price = [|(decimal)(kilos * 2.5)|]; }",
            "class C { decimal Price; void M(double kilos) => Price = (decimal)kilos * 2.5m; }");

    [Test]
    public Task A_rounding_call_takes_decimal() =>
        Fixes(
            "class C { decimal Price; void M(int kilos) => Price = [|Convert.ToDecimal(Math.Round(kilos * 2.5, "
            + "2))|]; }",
            "class C { decimal Price; void M(int kilos) => Price = Math.Round(kilos * 2.5m, 2); }");

    [Test]
    public Task A_literal_gets_an_m() =>
        FixesSuggestion("class C { decimal Price = [|(decimal)9.99|]; }", "class C { decimal Price = 9.99m; }");

    [Test]
    public Task A_negative_literal_gets_an_m() =>
        FixesSuggestion("class C { decimal Refund = [|new decimal(-9.99)|]; }", "class C { decimal Refund = -9.99m; }");

    [Test]
    public Task A_float_literal_gets_an_m_instead() =>
        FixesSuggestion(
            "class C { decimal M(decimal price) => price * [|(decimal)1.19f|]; }",
            "class C { decimal M(decimal price) => price * 1.19m; }");

    [Test]
    public Task Parentheses_stay_where_they_are_needed() =>
        Fixes(
            "class C { decimal M(decimal fee, int kilos) { decimal total = fee - [|(decimal)(kilos + 2.5)|]; return "
            + "total; } }",
            "class C { decimal M(decimal fee, int kilos) { decimal total = fee - (kilos + 2.5m); return total; } }");

    [Test]
    public Task A_cast_of_a_whole_number_stays_where_it_keeps_a_division_from_truncating() =>
        Fixes(
            "class C { decimal Price; void M(int cents) => Price = [|(decimal)((double)cents / 100)|]; }",
            "class C { decimal Price; void M(int cents) => Price = (decimal)cents / 100; }");

    [Test]
    public Task Several_conversions_are_repaired_at_once() =>
        Fixes(
            """
            class C
            {
                decimal Price, Fee;

                void M(int count)
                {
                    Price = [|(decimal)(count * 1.15)|]; // gross
                    Fee = [|new decimal(count / 3.0)|];
                }
            }
            """,
            """
            class C
            {
                decimal Price, Fee;

                void M(int count)
                {
                    Price = count * 1.15m; // gross
                    Fee = count / 3.0m;
                }
            }
            """);

    [Test]
    public Task A_lone_float_is_left_to_its_author() =>
        OffersNoFix("class C { decimal Price; void M(float f) => Price = [|(decimal)f|]; }");

    [TestCase("class C { decimal Price; void M(Random dice) => Price = (decimal)(dice.NextDouble() * 150 + 5); }",
        TestName = "Thrown with dice")]
    [TestCase(
        "class C { decimal Price; void M() { var share = Random.Shared.NextDouble(); Price = (decimal)(share * 9); "
        + "} }",
        TestName = "Thrown before")]
    [TestCase("class PriceSeeder { decimal Price; void M(int count) => Price = (decimal)(count * 1.15); }",
        TestName = "Data that a program begins with")]
    public Task An_amount_that_was_made_up_is_silent(string code) => Allows(code);
}
