using AiAwareAnalyzers.Money;

namespace AiAwareAnalyzers.Tests.Money;

public sealed class TruncatedDivisionTests : RuleTests<TruncatedDivision, TruncatedDivisionFix>
{
    [Test]
    public Task Cents_for_a_decimal_price_are_flagged() =>
        Flags("class C { decimal Price; void M(int cents) => Price = [|cents / 100|]; }");

    [Test]
    public Task Cents_that_are_cast_too_late_are_flagged() =>
        Flags("class C { decimal M(long priceInCents) => (decimal)([|priceInCents / 100|]); }");

    [Test]
    public Task Cents_for_a_double_are_flagged_too() =>
        Flags("class C { double M(int priceInCents) => [|priceInCents / 100|]; }");

    [Test]
    public Task Money_in_the_name_of_what_is_divided_is_enough() =>
        Flags("class C { decimal M(int totalCents) { decimal result = [|totalCents / 100|]; return result; } }");

    [Test]
    public Task Money_in_the_name_of_what_takes_the_result_is_enough() =>
        Flags("class C { void M(int n) { decimal price = [|n / 100|]; Console.WriteLine(price); } }");

    [Test]
    public Task A_division_by_a_variable_is_flagged() =>
        Flags("class C { decimal M(int n, int people) { decimal price = [|n / people|]; return price; } }");

    [Test]
    public Task A_returned_division_is_flagged() => Flags("class C { decimal GetPrice(int n) => [|n / 100|]; }");

    [Test]
    public Task A_passed_division_is_flagged() =>
        Flags("class C { void Pay(decimal price) { } void M(int n) => Pay([|n / 100|]); }");

    [Test]
    public Task A_division_in_an_initializer_is_flagged() =>
        Flags("class Item { public decimal Price; } class C { Item M(int n) => new Item { Price = [|n / 100|] }; }");

    [Test]
    public Task A_division_inside_whole_number_arithmetic_is_flagged() =>
        Flags("class C { decimal GetPrice(int n) => [|n / 100|] * 2 + 1; }");

    [Test]
    public Task A_division_that_is_added_to_money_is_flagged() =>
        Flags("class C { decimal Total; void M(int n) => Total += [|n / 100|]; }");

    [Test]
    public Task A_constant_fraction_of_money_is_flagged() =>
        Flags("class C { decimal M(decimal price) => price * ([|1 / 2|]); }");

    [Test]
    public Task Longs_and_ulongs_are_flagged() =>
        Flags("class C { decimal Price; void M(ulong n) => Price = [|n / 100UL|]; }");

    [Test]
    public Task A_nullable_division_is_flagged() =>
        Flags("class C { decimal? M(int? priceInCents) => [|priceInCents / 100|]; }");

    [Test]
    public Task A_division_behind_a_condition_is_flagged() =>
        Flags("class C { decimal M(int n, bool free) { decimal price = free ? 0m : [|n / 100|]; return price; } }");

    [Test]
    public Task A_remainder_of_something_else_does_not_help() =>
        Flags("class C { decimal Price; int M(int n, int other) { Price = [|n / 100|]; return other % 100; } }");

    [Test]
    public Task A_negated_division_is_flagged() =>
        Flags("class C { decimal Refund; void M(int n) => Refund = -([|n / 100|]); }");

    [Test]
    public Task A_decimal_divisor_is_allowed() =>
        Allows("class C { decimal Price; void M(int cents) => Price = cents / 100m; }");

    [Test]
    public Task A_side_that_is_cast_first_is_allowed() =>
        Allows("class C { decimal Price; void M(int cents) => Price = (decimal)cents / 100; }");

    [Test]
    public Task A_remainder_beside_it_is_allowed() =>
        Allows("class C { decimal Price; long Rest; void M(long cents) { Price = cents / 100; Rest = cents % 100; } }");

    [Test]
    public Task A_result_that_stays_whole_is_allowed() =>
        Allows("class C { long M(long priceInCents) => priceInCents / 100; }");

    [Test]
    public Task A_text_of_a_whole_result_is_allowed() =>
        Allows("class C { string M(long priceInCents) => $\"{priceInCents / 100}\"; }");

    [Test]
    public Task A_division_of_something_else_is_allowed() =>
        Allows("class C { double M(int seconds) => seconds / 60; }");

    [Test]
    public Task A_ratio_of_money_to_money_is_allowed() =>
        Allows("class C { double M(int paidCents, int priceInCents) => priceInCents / priceInCents; }");

    [Test]
    public Task A_number_of_payments_is_allowed() => Allows("class C { double M(int payments) => payments / 12; }");

    [Test]
    public Task A_name_that_excludes_money_is_allowed() =>
        Allows("class C { void M(int cents) { double ratio = cents / 100; Console.WriteLine(ratio); } }");

    [Test]
    public Task A_multiplication_is_allowed() =>
        Allows("class C { decimal Price; void M(int cents) => Price = cents * 100; }");

    [Test]
    public Task A_decimal_division_is_allowed() =>
        Allows("class C { decimal Price; void M(decimal cents, int n) => Price = cents / n; }");

    [Test]
    public Task A_page_of_invoices_is_allowed() =>
        Allows("class InvoiceList { decimal M(int invoiceCount, int pageSize) => Math.Ceiling((decimal)invoiceCount / "
            + "pageSize); double N(int invoiceCount) => invoiceCount / 10; }");

    [Test]
    public Task A_whole_argument_is_allowed() =>
        Allows("class C { void Pay(int cents) { } void M(int priceInCents) => Pay(priceInCents / 2); }");

    [Test]
    public Task A_shift_is_allowed() => Allows("class C { decimal Price; void M(int cents) => Price = cents >> 1; }");

    [Test]
    public Task An_index_is_allowed() =>
        Allows("class C { decimal[] prices = new decimal[9]; decimal M(int n) => prices[n / 2]; }");

    [Test]
    public Task A_rounded_double_is_another_matter() =>
        Allows("class C { decimal Price; void M(int cents) => Price = (decimal)(cents / 100.0); }");

    [Test]
    public Task A_word_that_the_team_removes_is_allowed() =>
        WithOption("ai_aware.money.terms", "-price")
            .Allows("class C { decimal Price; void M(int n) => Price = n / 100; }");

    [Test]
    public Task The_message_names_the_division_and_the_type_that_comes_too_late() =>
        Says(
            "class C { decimal Price; void M(int cents) => Price = [|cents / 100|]; }",
            "'cents / 100' is an integer division, so the cents are cut off before 'decimal' receives them; divide by "
            + "a decimal, or cast one side first");

    [Test]
    public Task A_literal_gets_an_m() =>
        Fixes(
            "class C { decimal Price; void M(int cents) => Price = [|cents / 100|]; }",
            "class C { decimal Price; void M(int cents) => Price = cents / 100m; }");

    [Test]
    public Task A_literal_gets_a_fraction_for_a_double() =>
        Fixes(
            "class C { double M(int priceInCents) => [|priceInCents / 100|]; }",
            "class C { double M(int priceInCents) => priceInCents / 100.0; }");

    [Test]
    public Task A_variable_divisor_leaves_the_cast_to_the_dividend() =>
        Fixes(
            "class C { decimal M(int n, int people) { decimal price = [|n / people|]; return price; } }",
            "class C { decimal M(int n, int people) { decimal price = (decimal)n / people; return price; } }");

    [Test]
    public Task A_cast_that_came_too_late_goes() =>
        Fixes(
            "class C { decimal M(long priceInCents) => (decimal)([|priceInCents / 100|]); }",
            "class C { decimal M(long priceInCents) => priceInCents / 100m; }");

    [Test]
    public Task A_cast_inside_a_larger_computation_stays() =>
        Fixes(
            "class C { decimal M(long priceInCents) => 2 * (decimal)([|priceInCents / 100|]); }",
            "class C { decimal M(long priceInCents) => 2 * (decimal)(priceInCents / 100m); }");

    [Test]
    public Task Whole_number_arithmetic_around_it_becomes_decimal() =>
        Fixes(
            "class C { decimal GetPrice(int n) => [|n / 100|] * 2 + 1; }",
            "class C { decimal GetPrice(int n) => n / 100m * 2 + 1; }");

    [Test]
    public Task A_compound_dividend_is_cast_in_parentheses() =>
        Fixes(
            "class C { decimal GetPrice(int n, int k) => [|(n + 1) / k|]; }",
            "class C { decimal GetPrice(int n, int k) => (decimal)(n + 1) / k; }");

    [Test]
    public Task A_suffixed_literal_leaves_the_cast_to_the_dividend() =>
        Fixes(
            "class C { decimal Price; void M(long n) => Price = [|n / 100L|]; }",
            "class C { decimal Price; void M(long n) => Price = (decimal)n / 100L; }");

    [Test]
    public Task Several_divisions_are_repaired_at_once() =>
        Fixes(
            """
            class C
            {
                decimal Price, Fee;

                void M(int cents, int n)
                {
                    Price = [|cents / 100|]; // net
                    Fee = [|n / 3|];
                }
            }
            """,
            """
            class C
            {
                decimal Price, Fee;

                void M(int cents, int n)
                {
                    Price = cents / 100m; // net
                    Fee = n / 3m;
                }
            }
            """);
}
