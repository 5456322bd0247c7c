using AiAwareAnalyzers.Money;

namespace AiAwareAnalyzers.Tests.Money;

public sealed class FloatingPointMoneyTests : RuleTests<FloatingPointMoney>
{
    // Every kind of declaration.

    [Test]
    public Task A_field_is_flagged() => Flags("class Item { double [|_price|]; }");

    [Test]
    public Task A_constant_is_flagged() => Flags("class Shop { public const double [|MinimumPrice|] = 4.99; }");

    [Test]
    public Task A_property_is_flagged_once_without_its_backing_field() =>
        Flags("class Item { public double [|Price|] { get; set; } }");

    [Test]
    public Task A_parameter_is_flagged() => Flags("class Tax { void Print(double [|price|]) { } }");

    [Test]
    public Task A_parameter_of_a_constructor_is_flagged_beside_the_property_it_fills() =>
        Flags("class Item { public Item(double [|price|]) { Price = price; } public double [|Price|] { get; } }");

    [Test]
    public Task A_parameter_of_an_indexer_is_flagged() =>
        Flags("class Tiers { public string this[double [|price|]] => \"\"; }");

    [Test]
    public Task A_return_is_flagged_at_the_name_of_the_method() =>
        Flags("class Shop { double [|GetPrice|](int id) => id; }");

    [Test]
    public Task A_local_is_flagged() =>
        Flags("class Shop { void M() { double [|price|] = 9.99; Console.WriteLine(price); } }");

    [Test]
    public Task A_local_with_an_inferred_type_is_flagged() =>
        Flags("class Shop { void M() { var [|price|] = 9.99; Console.WriteLine(price); } }");

    [Test]
    public Task A_loop_variable_is_flagged() =>
        Flags(
            "class Shop { void M(double[] numbers) { foreach (var [|price|] in numbers) Console.WriteLine(price); } }");

    [Test]
    public Task An_out_variable_is_flagged() =>
        Flags("class Shop { void M(string text) { if (double.TryParse(text, out var [|price|])) "
            + "Console.WriteLine(price); } }");

    [Test]
    public Task A_pattern_variable_is_flagged() =>
        Flags("class Shop { void M(object o) { if (o is double [|price|]) Console.WriteLine(price); } }");

    [Test]
    public Task A_deconstructed_local_is_flagged() =>
        Flags("class Shop { void M((double, int) pair) { var ([|price|], count) = pair; Console.WriteLine(price * "
            + "count); } }");

    [Test]
    public Task A_parameter_of_a_lambda_is_flagged_where_its_type_is_written() =>
        Flags("class Shop { object F = (double [|price|]) => price * 2; }");

    [Test]
    public Task A_parameter_and_a_return_of_a_local_function_are_flagged() =>
        Flags("class Shop { void M() { double [|Price|](double [|basePrice|]) => basePrice; Price(1); } }");

    [Test]
    public Task A_delegate_is_flagged_at_its_name_and_its_parameter() =>
        Flags("delegate double [|PriceRule|](double [|listPrice|]);");

    [Test]
    public Task An_element_of_a_tuple_is_flagged() =>
        Flags("class Shop { (string Name, double [|Price|]) Find() => (\"\", 1); }");

    [Test]
    public Task An_element_of_a_tuple_in_a_list_is_flagged() =>
        Flags("class Shop { List<(string Name, double [|Price|])> _items = new(); }");

    [Test]
    public Task A_positional_record_is_flagged_once_for_parameter_and_property() =>
        Flags("record Item(string Name, double [|Price|]);");

    [CSharp(12)]
    public Task A_primary_constructor_is_flagged() =>
        Flags("class Item(double [|price|]) { public string Label => $\"{price}\"; }");

    [Test]
    public Task An_array_is_flagged() => Flags("class Shop { double[] [|_prices|] = { 1.5 }; }");

    [Test]
    public Task A_nullable_is_flagged() => Flags("class Item { public double? [|SalePrice|] { get; set; } }");

    [Test]
    public Task A_list_is_flagged() => Flags("class Shop { List<double> [|prices|] = new(); }");

    [Test]
    public Task A_dictionary_is_flagged_for_its_values() =>
        Flags("class Shop { Dictionary<int, double> [|pricesById|] = new(); }");

    [Test]
    public Task A_task_is_flagged() =>
        Flags("class Shop { Task<double> [|GetPriceAsync|]() => Task.FromResult(1.5); }");

    [Test]
    public Task A_float_is_flagged() => Flags("class Employee { public float [|Salary|] { get; set; } }");

    [Test]
    public Task A_half_is_flagged() => Flags("class Item { public Half [|Price|] { get; set; } }");

    [Test]
    public Task A_top_level_local_is_flagged() => Flags("double [|price|] = 9.99; Console.WriteLine(price);");

    // Words.

    [TestCase("UnitPrices")]
    [TestCase("unit_price")]
    [TestCase("annualSalary")]
    [TestCase("InvoiceTotal")]
    [TestCase("Price2")]
    [TestCase("taxAmount")]
    [TestCase("totalVAT")]
    [TestCase("PriceInUsd")]
    [TestCase("PricePerKilogram")]
    [TestCase("dayPrice")]
    public Task A_strong_word_anywhere_is_flagged(string name) => Flags($"class C {{ double [|{name}|]; }}");

    [Test]
    public Task A_weak_word_in_a_type_that_speaks_of_orders_is_flagged() => Flags("class Order { double [|Total|]; }");

    [Test]
    public Task A_weak_word_in_a_namespace_that_speaks_of_billing_is_flagged() =>
        Flags("namespace Acme.Billing { class Entry { double [|Amount|]; } }");

    [Test]
    public Task A_weak_word_in_a_method_that_speaks_of_invoices_is_flagged() =>
        Flags("class C { void AddInvoiceLine(double [|amount|]) { } }");

    [Test]
    public Task A_weak_word_beside_a_decimal_is_flagged() =>
        Flags("class Entry { double [|Amount|]; decimal Original; }");

    [Test]
    public Task A_weak_word_beside_a_currency_is_flagged() =>
        Flags("class Entry { public double [|Amount|] { get; set; } public string Currency { get; set; } = \"\"; }");

    [Test]
    public Task A_weak_word_formatted_as_currency_is_flagged() =>
        Flags("class C { void M(double [|amount|]) => Console.WriteLine(amount.ToString(\"C\")); }");

    [Test]
    public Task A_weak_word_interpolated_as_currency_is_flagged() =>
        Flags("class C { void M(double [|amount|]) => Console.WriteLine($\"{amount:C2}\"); }");

    [Test]
    public Task A_weak_word_in_a_composite_currency_format_is_flagged() =>
        Flags("class C { string M(double [|amount|]) => string.Format(\"{0:C}\", amount); }");

    [Test]
    public Task A_weak_word_added_to_strong_money_is_flagged() =>
        Flags("class C { bool M(double [|balance|], decimal price) => (decimal)balance + price > 0; }");

    [Test]
    public Task A_discount_that_is_subtracted_from_a_price_is_flagged() =>
        Flags("class C { double M(double [|price|], double [|discount|]) => price - discount; }");

    [Test]
    public Task A_word_that_the_team_adds_is_flagged() =>
        WithOption("ai_aware.money.terms", "+markup").Flags("class C { double [|Markup|]; }");

    [Test]
    public Task A_weak_word_beside_a_type_that_the_team_calls_money_is_flagged() =>
        WithOption("ai_aware.money.types", "Shop.Token")
            .Flags("namespace Shop { struct Token { } class Tank { double [|Amount|]; Token Other; } }");

    // What is no money.

    [TestCase("PriceX")]
    [TestCase("priceIndex")]
    [TestCase("TaxRate")]
    [TestCase("DiscountPercent")]
    [TestCase("priceRatio")]
    [TestCase("PaymentDays")]
    [TestCase("InvoiceCount")]
    [TestCase("PaymentTimeoutSeconds")]
    [TestCase("priceVolatility")]
    [TestCase("PriceElasticity")]
    [TestCase("SalaryMultiplier")]
    [TestCase("CreditScore")]
    [TestCase("logPrice")]
    [TestCase("predictedPrice")]
    [TestCase("TotalWeight")]
    [TestCase("ChargeBytes")]
    [TestCase("netPresentValueNpv")]
    public Task A_word_that_says_otherwise_is_allowed(string name) => Allows($"class Order {{ double {name}; }}");

    [Test]
    public Task A_weak_word_without_evidence_is_allowed() =>
        Allows("class Tank { double Total; double Amount; double Balance; double Charge; }");

    [Test]
    public Task A_weak_word_that_only_describes_another_is_allowed() =>
        Allows("class Order { double TotalItems; double CostFunction; }");

    [Test]
    public Task An_amount_of_something_weighed_is_allowed() =>
        Allows("class OrderLine { double M(List<double> weights) { double total = 0; foreach (var weight in weights) "
            + "total += weight; return total; } }");

    [Test]
    public Task An_order_that_sorts_is_no_business() => Allows("class SortOrder { double Total; }");

    [Test]
    public Task A_tax_that_is_a_share_by_its_value_is_allowed() =>
        Allows("class Shop { const double Tax = 0.19; double Vat { get; } = 0.07; }");

    [Test]
    public Task A_tax_that_multiplies_is_allowed() =>
        Allows("class Shop { decimal M(decimal price, double tax) => price * (decimal)tax; }");

    [Test]
    public Task A_discount_that_is_taken_from_one_is_allowed() =>
        Allows("class Order { decimal M(decimal price, double discount) => price * (decimal)(1 - discount); }");

    [Test]
    public Task A_decimal_is_allowed() =>
        Allows("class Item { public decimal Price { get; set; } public List<decimal> Prices { get; } = new(); }");

    [Test]
    public Task An_integer_of_cents_is_allowed() => Allows("class Item { public long PriceInCents { get; set; } }");

    [Test]
    public Task A_key_of_a_dictionary_is_allowed() =>
        Allows("class Shop { Dictionary<double, string> names = new(); }");

    [Test]
    public Task A_vector_of_prices_is_allowed() => Allows("class Shop { System.Numerics.Vector<double> prices; }");

    [Test]
    public Task A_function_is_allowed() => Allows("class Shop { Func<double, double>? Pricing; }");

    [Test]
    public Task An_override_of_a_base_outside_the_source_is_allowed() =>
        Allows("class Fee : System.IO.BinaryReader { Fee() : base(Stream.Null) { } public override double ReadDouble() "
            + "=> 1; }");

    [Test]
    public Task A_parameter_that_an_interface_outside_the_source_forces_is_allowed() =>
        Allows("class ByPrice : IComparer<double> { public int Compare(double price, double otherPrice) => "
            + "price.CompareTo(otherPrice); }");

    [Test]
    public Task Only_the_root_of_a_hierarchy_is_flagged() =>
        Flags("abstract class Item { public abstract double [|Price|] { get; } } class Book : Item { public override "
            + "double Price => 1; }");

    [Test]
    public Task Only_the_interface_is_flagged_and_not_who_implements_it() =>
        Flags("interface IPriced { double [|Price|] { get; } } class Book : IPriced { public double Price => 1; } "
            + "class Pen : IPriced { double IPriced.Price => 1; }");

    [Test]
    public Task Only_the_interface_is_flagged_and_not_the_record_that_implements_it() =>
        Flags("interface IPriced { double [|Price|] { get; } } record Book(double Price) : IPriced;");

    [Test]
    public Task A_partial_method_is_flagged_once() =>
        Flags("partial class Shop { private partial double [|GetPrice|](); } partial class Shop { private partial "
            + "double GetPrice() => 1; }");

    [Test]
    public Task A_local_that_carries_a_reported_property_is_allowed() =>
        Flags("class Item { public double [|Price|] { get; set; } void M() { var price = Price; double total = price * "
            + "2; Console.WriteLine(total); } }");

    [Test]
    public Task A_local_that_sums_a_reported_property_is_allowed() =>
        Flags("class Order { public double [|Price|] { get; set; } string M() { double total = 0; total += Price * 2; "
            + "return $\"{total}\"; } }");

    [Test]
    public Task A_local_that_is_returned_by_a_reported_method_is_allowed() =>
        Flags("class Order { double [|GetTotal|](int n) { double total = n * 2.5; return total; } }");

    [Test]
    public Task A_local_that_is_passed_to_a_reported_parameter_is_allowed() =>
        Flags("class Order { void Pay(double [|price|]) { } void M() { double price = 9.99; Pay(price); } }");

    [Test]
    public Task A_local_that_is_computed_from_an_earlier_local_is_allowed() =>
        Flags("class Order { void M() { double [|price|] = 9.99; double total = price * 3; "
            + "Console.WriteLine(total); } }");

    [Test]
    public Task A_loop_variable_over_a_reported_list_is_allowed() =>
        Flags("class Order { List<double> [|prices|] = new(); void M() { foreach (var price in prices) "
            + "Console.WriteLine(price); } }");

    [Test]
    public Task A_deconstruction_of_a_reported_tuple_is_allowed() =>
        Flags("class Shop { (string Name, double [|Price|]) Find() => (\"\", 1); void M() { var (name, price) = "
            + "Find(); Console.WriteLine(name + price); } }");

    [Test]
    public Task A_parameter_of_a_short_lambda_is_allowed() =>
        Allows("class Shop { Func<double, double> F = price => price * 2; }");

    [Test]
    public Task A_structure_laid_out_for_native_code_is_allowed() =>
        Allows("[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential)] "
            + "struct Quote { public double Price; }");

    [Test]
    public Task An_external_function_is_allowed() =>
        Allows("static class Native { [System.Runtime.InteropServices.DllImport(\"x\")] public static extern double "
            + "GetPrice(double price); }");

    [Test]
    public Task A_row_of_a_model_to_be_trained_is_allowed() =>
        Allows("namespace Microsoft.ML.Data { class LoadColumnAttribute : Attribute { } } class House { "
            + "[Microsoft.ML.Data.LoadColumn] public float Size; public float Price; }");

    [Test]
    public Task Present_value_mathematics_is_allowed() =>
        Allows("class Valuation { double Npv(double rate, double[] payments) { double payment = payments[0]; return "
            + "payment / (1 + rate); } }");

    [Test]
    public Task A_chart_is_allowed() => Allows("class PriceChart { double Price; double Total; }");

    [Test]
    public Task A_word_that_the_team_removes_is_allowed() =>
        WithOption("ai_aware.money.terms", "-price, +tip").Allows("class C { double Price; }");

    // Messages.

    [Test]
    public Task The_message_names_the_declaration_and_both_types() =>
        Says(
            "class Shop { List<double> [|prices|] = new(); double [|GetTax|](float? [|fee|]) => 1; }",
            "'prices' keeps money in 'List<double>', which cannot hold most decimal fractions and adds up to wrong "
            + "cents; use 'List<decimal>'",
            "'GetTax' returns money in 'double', which cannot hold most decimal fractions and adds up to wrong cents; "
            + "use 'decimal'",
            "'fee' takes money in 'float?', which cannot hold most decimal fractions and adds up to wrong cents; use "
            + "'decimal?'");

    private const string Answers = """
        using System.Text.Json;
        public class Answer { public List<Found> Results { get; set; } = new(); }
        public class Found { public string Name { get; set; } = ""; public double PRICE { get; set; } }
        public class Search
        {
            public void Run(string json) { var answer = JsonSerializer.Deserialize<Answer>(json); foreach (var found in answer!.Results) Console.WriteLine(USE); }
        }
        """;

    [Test]
    public Task A_part_of_a_foreign_answer_that_nobody_reads() =>
        Allows(Answers.Replace("PRICE", "Price").Replace("USE", "found.Name"));

    [Test]
    public Task A_part_of_a_foreign_answer_that_is_read() =>
        Flags(Answers.Replace("PRICE", "[|Price|]").Replace("USE", "found.Price"));

    [Test]
    public Task A_class_of_a_program_that_nobody_names() => Allows("""
        Console.WriteLine();
        public class Order { public double Price { get; set; } public List<Line> Lines { get; set; } = new(); }
        public class Line { public Order? Order { get; set; } }
        """);

    [Test]
    public Task A_class_of_a_program_that_somebody_names() => Flags("""
        Console.WriteLine(new Line());
        public class Order { public double [|Price|] { get; set; } public List<Line> Lines { get; set; } = new(); }
        public class Line { public Order? Order { get; set; } }
        """);

    [TestCase("var prices = _series.Prices;", TestName = "As it is")]
    [TestCase("var prices = _series.Prices ?? new();", TestName = "Or none")]
    [TestCase("var prices = _series?.Prices;", TestName = "If there is one")]
    public Task A_local_of_a_member_that_is_no_money_is_none_either(string statement) =>
        Allows("class ChartSeries { public List<double> Prices = new(); } class Shop { ChartSeries _series = new(); "
            + $"void M() {{ {statement} Console.WriteLine(prices); }} }}");

    [TestCase("List<double> [|prices|] = _series.Prices;", TestName = "That says its type itself")]
    [TestCase("var [|prices|] = _series.Points;", TestName = "Of a member that is named otherwise")]
    public Task A_local_that_makes_money_of_a_member_is_flagged(string statement) =>
        Flags("class ChartSeries { public List<double> Prices = new(); public List<double> Points = new(); } "
            + $"class Shop {{ ChartSeries _series = new(); void M() {{ {statement} Console.WriteLine(prices); }} }}");
}
