using AiAwareAnalyzers.Money;

namespace AiAwareAnalyzers.Tests.Money;

public sealed class MixedCurrenciesTests : RuleTests<MixedCurrencies>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    private const string Usings =
        "using System.Globalization; using Microsoft.EntityFrameworkCore; ";

    private const string Payment = "class Payment { public int Id { get; set; } public int CategoryId { get; set; } "
        + "public bool IsRefund { get; set; } public decimal Amount { get; set; } public decimal BaseAmount { get; "
        + "set; } public string Currency { get; set; } = \"USD\"; } ";

    private const string Books =
        "class Books : DbContext { public DbSet<Payment> Payments { get; set; } = null!; } ";

    private const string Request = "class NewPayment { public decimal Amount { get; set; } public string Currency { "
        + "get; set; } = \"\"; } ";

    /// <summary>Who says in which currency a payment is.</summary>
    private const string Cashier = "class Cashier { Payment Pay(NewPayment given) => new() { Amount = given.Amount, "
        + "Currency = given.Currency }; } ";

    private const string Result = "class Report { public decimal Total { get; set; } public string Currency { get; "
        + "set; } = \"\"; } ";

    private static string InBooks(string member, string more = "") =>
        Usings + Payment + Books + Request + Cashier + Result + more + "class C(Books books) { " + member + " }";

    [CSharp(12)]
    public Task A_sum_over_a_table_is_flagged() =>
        Flags(InBooks("Task<decimal> M() => books.Payments.[|SumAsync(p => p.Amount)|];"));

    [CSharp(12)]
    public Task A_sum_over_loaded_rows_is_flagged() =>
        Flags(InBooks("async Task<decimal> M() { var all = await books.Payments.Where(p => p.Id > 3).ToListAsync(); "
            + "return all.[|Sum(p => p.Amount)|]; }"));

    [CSharp(12)]
    public Task A_sum_of_groups_by_something_else_is_flagged() =>
        Flags(InBooks("Dictionary<int, decimal> M() => books.Payments.GroupBy(p => p.CategoryId)"
            + ".ToDictionary(g => g.Key, g => g.[|Sum(p => p.Amount)|]);"));

    [CSharp(12)]
    public Task A_sum_of_selected_amounts_is_flagged() =>
        Flags(InBooks("decimal M() => books.Payments.Select(p => p.Amount).[|Sum()|];"));

    [CSharp(12)]
    public Task An_average_is_flagged() =>
        Flags(InBooks("Task<decimal> M() => books.Payments.[|AverageAsync(p => p.Amount)|];"));

    [CSharp(12)]
    public Task A_sum_that_is_then_given_some_currency_is_flagged() =>
        Flags(InBooks("Report M() => new() { Total = books.Payments.[|Sum(p => p.Amount)|], Currency = \"USD\" };"));

    [CSharp(12)]
    public Task A_sum_that_is_given_the_currency_of_the_first_is_flagged() =>
        Flags(InBooks("Report M() { var all = books.Payments.ToList(); return new Report { Total = "
            + "all.[|Sum(p => p.Amount)|], Currency = all.FirstOrDefault()?.Currency ?? \"\" }; }"));

    [CSharp(12)]
    public Task A_signed_amount_is_flagged() =>
        Flags(InBooks("decimal M() => books.Payments.AsEnumerable()"
            + ".[|Sum(p => p.IsRefund ? -p.Amount : p.Amount)|];"));

    [CSharp(12)]
    public Task A_loop_is_flagged() =>
        Flags(InBooks("decimal M() { var total = 0m; foreach (var p in books.Payments) [|total += p.Amount|]; "
            + "return total; }"));

    [CSharp(12)]
    public Task Rows_of_a_repository_are_flagged() =>
        Flags(InBooks(
            "decimal M(IPayments payments) => payments.All().[|Sum(p => p.Amount)|];",
            "interface IPayments { List<Payment> All(); } class Payments(Books b) : IPayments { public List<Payment> "
            + "All() => b.Payments.ToList(); } "));

    [CSharp(12)]
    public Task Two_sums_of_one_amount_are_one_finding() =>
        Flags(InBooks("decimal M() { var all = books.Payments.ToList(); return "
            + "all.Where(p => p.IsRefund).[|Sum(p => p.Amount)|] - all.Where(p => !p.IsRefund).Sum(p => p.Amount); }"));

    [CSharp(12)]
    public Task An_enum_of_currencies_is_flagged() =>
        Flags(Usings + "enum Currency { Usd, Eur } class Payment { public int Id { get; set; } public decimal Amount { "
            + "get; set; } public Currency Currency { get; set; } } " + Books
            + "class C(Books books) { decimal M() => books.Payments.[|Sum(p => p.Amount)|]; }");

    [CSharp(12)]
    public Task A_table_of_currencies_is_flagged() =>
        Flags(Usings + "class Payment { public int Id { get; set; } public decimal Amount { get; set; } public int "
            + "CurrencyId { get; set; } } " + Books
            + "class C(Books books) { decimal M() => books.Payments.[|Sum(p => p.Amount)|]; }");

    [CSharp(12)]
    public Task Money_inside_of_a_row_is_flagged() =>
        Flags(Usings + "record Money(decimal Amount, string Currency); class Payment { public int Id { get; set; } "
            + "public Money Price { get; set; } = null!; } " + Books
            + "class C(Books books) { decimal M() => books.Payments.ToList().[|Sum(p => p.Price.Amount)|]; }");

    [CSharp(12)]
    public Task An_operator_that_does_not_look_is_flagged() =>
        Flags("record struct Money(decimal Amount, string Currency) { public static Money operator +(Money a, Money b) "
            + "=> new([|a.Amount + b.Amount|], a.Currency); }");

    [CSharp(12)]
    public Task A_method_that_does_not_look_is_flagged() =>
        Flags("record Money(decimal Amount, string Currency) { public Money Minus(Money other) => this with { Amount = "
            + "[|Amount - other.Amount|] }; }");

    [CSharp(12)]
    public Task A_sign_of_the_host_is_flagged() =>
        Flags(InBooks("string M(Payment p) => p.Amount.[|ToString(\"C\")|];"));

    [CSharp(12)]
    public Task A_sign_of_the_host_in_a_text_is_flagged() =>
        Flags(InBooks("string M(Payment p) => $\"You paid [|{p.Amount:C2}|]\";"));

    [CSharp(12)]
    public Task A_sign_of_the_host_beside_the_currency_is_flagged() =>
        Flags(InBooks("string M(Payment p) => $\"[|{p.Amount:C}|] {p.Currency}\";"));

    [CSharp(12)]
    public Task A_list_of_somebody_else_is_flagged() =>
        Flags(InBooks(
            "decimal M(Trip trip) => trip.Payments.[|Sum(p => p.Amount)|];",
            "class Trip { public List<Payment> Payments { get; } = new(); } "));

    [CSharp(12)]
    public Task A_currency_that_is_given_out_of_sight_is_flagged() =>
        Flags(Usings + "class Payment { public int Id { get; set; } public decimal Amount { get; set; } public "
            + "string Currency { get; set; } = \"\"; } " + Books
            + "class C(Books books) { decimal M() => books.Payments.[|Sum(p => p.Amount)|]; }");

    [CSharp(12)]
    public Task The_message_says_what_to_do() =>
        Says(
            InBooks("decimal M() => books.Payments.[|Sum(p => p.Amount)|];"),
            "'books.Payments.Sum(p => p.Amount)' adds up 'Amount' whatever 'Currency' says, and the amounts of "
            + "'Payment' need not be in one currency; group or filter by 'Currency' first");

    [CSharp(12)]
    public Task A_filter_is_allowed() =>
        Allows(InBooks("decimal M(string c) => books.Payments.Where(p => p.Currency == c).Sum(p => p.Amount);"));

    [CSharp(12)]
    public Task A_group_is_allowed() =>
        Allows(InBooks("Dictionary<string, decimal> M() => books.Payments.GroupBy(p => p.Currency)"
            + ".ToDictionary(g => g.Key, g => g.Sum(p => p.Amount));"));

    [CSharp(12)]
    public Task A_group_by_more_than_the_currency_is_allowed() =>
        Allows(InBooks("List<decimal> M() => books.Payments.GroupBy(p => new { p.CategoryId, p.Currency })"
            + ".Select(g => g.Sum(p => p.Amount)).ToList();"));

    [CSharp(12)]
    public Task A_group_in_query_syntax_is_allowed() =>
        Allows(InBooks("List<decimal> M() => (from p in books.Payments group p by p.Currency into g select "
            + "g.Sum(p => p.Amount)).ToList();"));

    [CSharp(12)]
    public Task A_check_before_is_allowed() =>
        Allows(InBooks("decimal M(string c) { var all = books.Payments.ToList(); if (all.Any(p => p.Currency != c)) "
            + "throw new System.InvalidOperationException(); return all.Sum(p => p.Amount); }"));

    [CSharp(12)]
    public Task A_conversion_is_allowed() =>
        Allows(InBooks("decimal M(IRates r) => books.Payments.AsEnumerable().Sum(p => r.Convert(p.Amount, "
            + "p.Currency));", "interface IRates { decimal Convert(decimal amount, string from); } "));

    [CSharp(12)]
    public Task An_amount_in_the_base_currency_is_allowed() =>
        Allows(InBooks("decimal M() => books.Payments.Sum(p => p.BaseAmount);"));

    [CSharp(12)]
    public Task A_rate_that_is_multiplied_is_allowed() =>
        Allows(InBooks("decimal M(decimal rate) => books.Payments.Sum(p => p.Amount * rate);"));

    [CSharp(12)]
    public Task One_currency_for_all_is_allowed() =>
        Allows(Usings + "class Payment { public int Id { get; set; } public decimal Amount { get; set; } public string "
            + "Currency { get; set; } = \"USD\"; } " + Books
            + "class C(Books books) { decimal M() => books.Payments.Sum(p => p.Amount); }");

    [CSharp(12)]
    public Task A_currency_of_the_settings_is_allowed() =>
        Allows(Usings + "class Payment { public int Id { get; set; } public decimal Amount { get; set; } public string "
            + "Currency { get; set; } = \"USD\"; } class ShopOptions { public string Currency { get; set; } = \"USD\"; "
            + "} " + Books + "class C(Books books, ShopOptions options) { Payment N() => new() { Currency = "
            + "options.Currency }; decimal M() => books.Payments.Sum(p => p.Amount); }");

    [CSharp(12)]
    public Task An_amount_without_a_currency_is_allowed() =>
        Allows(Usings + "class Payment { public int Id { get; set; } public decimal Amount { get; set; } } " + Books
            + "class C(Books books) { decimal M() => books.Payments.Sum(p => p.Amount); }");

    [CSharp(12)]
    public Task A_computed_currency_is_allowed() =>
        Allows(Usings + "class Payment { public int Id { get; set; } public decimal Amount { get; set; } public string "
            + "Currency => \"EUR\"; } " + Books
            + "class C(Books books) { decimal M() => books.Payments.Sum(p => p.Amount); }");

    [CSharp(12)]
    public Task Something_that_is_no_money_is_allowed() =>
        Allows(InBooks("int M() => books.Payments.Sum(p => p.CategoryId);"));

    [CSharp(12)]
    public Task Lines_of_an_order_that_has_a_currency_are_allowed() =>
        Allows(InBooks(
            "decimal M(Order order) => order.Lines.Sum(p => p.Amount);",
            "class Order { public string Currency { get; set; } = \"\"; public List<Payment> Lines { get; } = new(); "
            + "} "));

    [CSharp(12)]
    public Task Rows_of_a_method_that_is_told_the_currency_are_allowed() =>
        Allows(InBooks("decimal M(string currency) => In(currency).Sum(p => p.Amount); List<Payment> In(string c) => "
            + "books.Payments.Where(p => p.Currency == c).ToList();"));

    [CSharp(12)]
    public Task Rows_of_a_repository_that_keeps_one_currency_are_allowed() =>
        Allows(InBooks(
            "decimal M(IPayments payments) => payments.All().Sum(p => p.Amount);",
            "interface IPayments { List<Payment> All(); } class Payments(Books b) : IPayments { public List<Payment> "
            + "All() => b.Payments.Where(p => p.Currency == \"EUR\").ToList(); } "));

    [CSharp(12)]
    public Task Rows_of_a_caller_that_told_them_apart_are_allowed() =>
        Allows(InBooks("decimal M(string c) => Total(books.Payments.Where(p => p.Currency == c).ToList()); static "
            + "decimal Total(List<Payment> all) => all.Sum(p => p.Amount);"));

    [CSharp(12)]
    public Task A_specification_by_currency_is_allowed() =>
        Allows(InBooks(
            "decimal M(string currency) { var wanted = new InCurrency(currency); return "
            + "books.Payments.Where(wanted.Holds).Sum(p => p.Amount); }",
            "class InCurrency(string currency) { public bool Holds(Payment p) => p.Currency == currency; } "));

    [CSharp(12)]
    public Task An_operator_that_looks_is_allowed() =>
        Allows("record struct Money(decimal Amount, string Currency) { public static Money operator +(Money a, Money "
            + "b) => a.Currency == b.Currency ? new(a.Amount + b.Amount, a.Currency) : throw new Exception(); }");

    [CSharp(12)]
    public Task An_operator_that_asks_a_helper_is_allowed() =>
        Allows("record struct Money(decimal Amount, string Currency) { public static Money operator +(Money a, Money "
            + "b) { Check(a, b); return new(a.Amount + b.Amount, a.Currency); } static void Check(Money a, Money b) { "
            + "if (a.Currency != b.Currency) throw new Exception(); } }");

    [CSharp(12)]
    public Task A_culture_that_is_named_is_allowed() =>
        Allows(InBooks("string M(Payment p, CultureInfo c) => p.Amount.ToString(\"C\", c) + string.Create(c, "
            + "$\"{p.Amount:C}\");"));

    [CSharp(12)]
    public Task A_number_without_a_sign_is_allowed() =>
        Allows(InBooks("string M(Payment p) => p.Amount.ToString(\"N2\") + $\"{p.Amount:0.00} {p.Currency}\";"));

    [CSharp(12)]
    public Task A_sign_for_one_currency_alone_is_allowed() =>
        Allows(InBooks("string M(Payment p) => p.Currency == \"USD\" ? p.Amount.ToString(\"C\") : \"\";"));
}
