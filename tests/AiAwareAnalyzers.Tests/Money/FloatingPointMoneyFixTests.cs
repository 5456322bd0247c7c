using AiAwareAnalyzers.Money;

namespace AiAwareAnalyzers.Tests.Money;

public sealed class FloatingPointMoneyFixTests : RuleTests<FloatingPointMoney, FloatingPointMoneyFix>
{
    [Test]
    public Task A_field_and_its_literal_move() =>
        Fixes("class Item { double [|_price|] = 9.99; }", "class Item { decimal _price = 9.99m; }");

    [Test]
    public Task A_property_and_the_literals_it_meets_move() =>
        Fixes(
            "class Item { double [|Price|] { get; set; } = 1e2; bool IsCheap => Price < 9.99 && Price != .5; void "
            + "Raise() { Price *= 1.1; Price += 5; } }",
            "class Item { decimal Price { get; set; } = 1e2m; bool IsCheap => Price < 9.99m && Price != .5m; void "
            + "Raise() { Price *= 1.1m; Price += 5; } }");

    [Test]
    public Task A_float_with_its_suffixes_moves() =>
        Fixes(
            "class Item { float [|Price|] = 9.99f; float? [|SalePrice|] = 5F; }",
            "class Item { decimal Price = 9.99m; decimal? SalePrice = 5m; }");

    [Test]
    public Task A_local_that_carries_it_follows() =>
        Fixes(
            "class Item { double [|Price|] { get; set; } double [|GetFee|](int n) { double total = Price * n; return "
            + "total; } }",
            "class Item { decimal Price { get; set; } decimal GetFee(int n) { decimal total = Price * n; return "
            + "total; } }");

    [Test]
    public Task A_local_without_a_name_of_money_follows_too() =>
        Fixes(
            "class Item { double [|Price|] { get; set; } double [|GetFee|](int n) { double result = 0; for (var i = 0; "
            + "i < n; i++) result += Price; return result; } }",
            "class Item { decimal Price { get; set; } decimal GetFee(int n) { decimal result = 0; for (var i = 0; i < "
            + "n; i++) result += Price; return result; } }");

    [Test]
    public Task A_local_that_only_takes_it_over_follows_without_a_cast() =>
        Fixes(
            "class Item { double [|Price|]; void M() { double taken = Price; Console.WriteLine(taken > 1.5); } }",
            "class Item { decimal Price; void M() { decimal taken = Price; Console.WriteLine(taken > 1.5m); } }");

    [Test]
    public Task A_selector_for_doubles_casts() =>
        Fixes(
            "class Item { public double [|Price|]; } class Chart { Func<Item, double> y = item => item.Price; double[] "
            + "ys = { new Item().Price }; }",
            "class Item { public decimal Price; } class Chart { Func<Item, double> y = item => (double)item.Price; "
            + "double[] ys = { (double)new Item().Price }; }");

    [Test]
    public Task A_ratio_stays_what_it_is() =>
        Fixes(
            "class Item { double [|Price|]; double [|Fee|]; double M() { double ratio = Fee / Price; return ratio; } }",
            "class Item { decimal Price; decimal Fee; double M() { double ratio = (double)(Fee / Price); return "
            + "ratio; } }");

    [Test]
    public Task A_double_that_stays_is_cast_where_it_meets_money() =>
        Fixes(
            ("class Item { double [|Price|]; double Weight; "
                + "double [|Postage|](double kilos) => Price + Weight * kilos * 0.5; }").Replace(
                    "[|Postage|]", "[|PostageFee|]"),
            "class Item { decimal Price; double Weight; decimal PostageFee(double kilos) => Price + (decimal)Weight * "
            + "(decimal)kilos * 0.5m; }");

    [Test]
    public Task A_foreign_parameter_gets_a_cast() =>
        Fixes(
            "class Item { double [|Price|]; double M() => Math.Pow(Price, 2) + Math.Sqrt(Price); void "
            + "Draw(Action<double> draw) => draw(Price); }",
            "class Item { decimal Price; double M() => Math.Pow((double)Price, 2) + Math.Sqrt((double)Price); void "
            + "Draw(Action<double> draw) => draw((double)Price); }");

    [Test]
    public Task Rounding_and_limits_take_decimal() =>
        Fixes(
            "class Item { double [|Price|]; void M() { Price = Math.Round(Price * 1.19, 2); Price = Math.Max(Price, "
            + "0.5); Price = Math.Min(0.5, Math.Abs(Price)); } }",
            "class Item { decimal Price; void M() { Price = Math.Round(Price * 1.19m, 2); Price = Math.Max(Price, "
            + "0.5m); Price = Math.Min(0.5m, Math.Abs(Price)); } }");

    [Test]
    public Task Parsing_and_converting_become_decimal() =>
        Fixes(
            "class Item { double [|Price|]; void M(string s, object o) { Price = double.Parse(s); Price = "
            + "Convert.ToDouble(o); Price = double.Parse(s) * 1.1; } }",
            "class Item { decimal Price; void M(string s, object o) { Price = decimal.Parse(s); Price = "
            + "Convert.ToDecimal(o); Price = decimal.Parse(s) * 1.1m; } }");

    [Test]
    public Task Tried_parsing_becomes_decimal() =>
        Fixes(
            "class Shop { void M(string text) { if (double.TryParse(text, out var [|price|])) Console.WriteLine(price "
            + "> 1.5); } }",
            "class Shop { void M(string text) { if (decimal.TryParse(text, out var price)) Console.WriteLine(price > "
            + "1.5m); } }");

    [Test]
    public Task An_explicit_out_variable_becomes_decimal() =>
        Fixes(
            "class Shop { void M(string text) { if (double.TryParse(text, out double [|price|])) "
            + "Console.WriteLine(price > 1.5); } }",
            "class Shop { void M(string text) { if (decimal.TryParse(text, out decimal price)) Console.WriteLine(price "
            + "> 1.5m); } }");

    [Test]
    public Task A_list_and_what_it_is_made_of_move() =>
        Fixes(
            "class Shop { List<double> [|prices|] = new List<double>(); void M() { prices.Add(9.99); foreach (double "
            + "price in prices) Console.WriteLine(price); } }",
            "class Shop { List<decimal> prices = new List<decimal>(); void M() { prices.Add(9.99m); foreach (decimal "
            + "price in prices) Console.WriteLine(price); } }");

    [Test]
    public Task An_array_and_its_elements_move() =>
        Fixes(
            "class Shop { double[] [|_prices|] = { 1.5, 2 }; double[] [|_fees|] = new double[] { 1.5 }; double[] "
            + "[|_taxes|] = new[] { 1.5, 2 }; double[] [|_refunds|] = Array.Empty<double>(); }",
            "class Shop { decimal[] _prices = { 1.5m, 2 }; decimal[] _fees = new decimal[] { 1.5m }; decimal[] _taxes "
            + "= new[] { 1.5m, 2 }; decimal[] _refunds = Array.Empty<decimal>(); }");

    [Test]
    public Task A_dictionary_moves_its_values_and_keeps_its_keys() =>
        Fixes(
            "class Shop { Dictionary<double, double> [|pricesByWeight|] = new() { [1.5] = 9.99 }; }",
            "class Shop { Dictionary<double, decimal> pricesByWeight = new() { [1.5] = 9.99m }; }");

    [Test]
    public Task A_task_and_its_result_move() =>
        Fixes(
            "class Shop { Task<double> [|GetPriceAsync|]() => Task.FromResult(9.99); async Task<double> "
            + "[|GetTaxAsync|]() { await Task.Yield(); return 1.5; } }",
            "class Shop { Task<decimal> GetPriceAsync() => Task.FromResult(9.99m); async Task<decimal> GetTaxAsync() { "
            + "await Task.Yield(); return 1.5m; } }");

    [Test]
    public Task A_sum_of_a_sequence_follows() =>
        Fixes(
            "class Line { public double [|Price|] { get; set; } } class Order { List<Line> lines = new(); public "
            + "double [|Total|] => lines.Sum(line => line.Price * 1.19); }",
            "class Line { public decimal Price { get; set; } } class Order { List<Line> lines = new(); public decimal "
            + "Total => lines.Sum(line => line.Price * 1.19m); }");

    [Test]
    public Task A_hierarchy_moves_as_one() =>
        Fixes(
            "interface IPriced { double [|Price|] { get; } double [|WithTax|](double [|price|]); } class Book : "
            + "IPriced { public virtual double Price => 9.99; public double WithTax(double amount) => amount * 1.19; } "
            + "class Comic : Book { public override double Price => 1.5; }",
            "interface IPriced { decimal Price { get; } decimal WithTax(decimal price); } class Book : IPriced { "
            + "public virtual decimal Price => 9.99m; public decimal WithTax(decimal amount) => amount * 1.19m; } "
            + "class Comic : Book { public override decimal Price => 1.5m; }");

    [Test]
    public Task A_positional_record_moves() =>
        Fixes(
            "record Item(string Name, double [|Price|]); class Shop { Item Make() => new Item(\"Pen\", 1.5); Item "
            + "Raise(Item item) => item with { Price = item.Price * 1.1 }; }",
            "record Item(string Name, decimal Price); class Shop { Item Make() => new Item(\"Pen\", 1.5m); Item "
            + "Raise(Item item) => item with { Price = item.Price * 1.1m }; }");

    [CSharp(12)]
    public Task A_primary_constructor_moves() =>
        Fixes(
            "class Item(double [|price|]) { public double [|Price|] { get; } = price; } class Shop { Item Make() => "
            + "new(1.5); }",
            "class Item(decimal price) { public decimal Price { get; } = price; } class Shop { Item Make() => "
            + "new(1.5m); }");

    [Test]
    public Task A_default_value_moves() =>
        Fixes(
            "class Shop { void Pay(double [|price|] = 9.99) { } void M() => Pay(1.5); }",
            "class Shop { void Pay(decimal price = 9.99m) { } void M() => Pay(1.5m); }");

    [Test]
    public Task A_tuple_element_moves() =>
        Fixes(
            "class Shop { (string Name, double [|Price|]) Find() => (\"Pen\", 1.5); void M() { var (name, price) = "
            + "Find(); Console.WriteLine(price * 1.1); } }",
            "class Shop { (string Name, decimal Price) Find() => (\"Pen\", 1.5m); void M() { var (name, price) = "
            + "Find(); Console.WriteLine(price * 1.1m); } }");

    [Test]
    public Task An_inferred_local_moves_by_its_value() =>
        Fixes(
            "class Shop { void M() { var [|price|] = 9.99; Console.WriteLine(price * 1.1); } }",
            "class Shop { void M() { var price = 9.99m; Console.WriteLine(price * 1.1m); } }");

    [Test]
    public Task A_loop_variable_over_other_numbers_says_its_type() =>
        Fixes(
            "class Shop { void M(double[] numbers) { foreach (var [|price|] in numbers) Console.WriteLine(price * "
            + "1.1); } }",
            "class Shop { void M(double[] numbers) { foreach (decimal price in numbers) Console.WriteLine(price * "
            + "1.1m); } }");

    [Test]
    public Task A_choice_agrees_on_decimal() =>
        Fixes(
            ("class Shop { double [|Price|]; void M(bool free, int k) { var x = free ? 0.0 : Price; Price = x; "
                + "Price = k switch { 1 => 1.5, _ => Price }; } }").Replace(
                "var x", "var chosen")
                .Replace("Price = x;", "Price = chosen;"),
            "class Shop { decimal Price; void M(bool free, int k) { var chosen = free ? 0.0m : Price; Price = chosen; "
            + "Price = k switch { 1 => 1.5m, _ => Price }; } }");

    [Test]
    public Task A_comparison_of_boxes_becomes_one_of_decimals() =>
        Fixes(
            "class Item { double [|Price|]; bool M() => Price.Equals(9.99); }",
            "class Item { decimal Price; bool M() => Price.Equals(9.99m); }");

    [Test]
    public Task Casts_to_double_become_casts_to_decimal() =>
        Fixes(
            "class Shop { double [|Price|]; void M(int count) { Price = (double)count / 3; Price = Price * "
            + "(double)count; } }",
            "class Shop { decimal Price; void M(int count) { Price = (decimal)count / 3; Price = Price * "
            + "(decimal)count; } }");

    [Test]
    public Task A_limit_of_double_becomes_one_of_decimal() =>
        Fixes(
            "class Shop { double [|lowestPrice|] = double.MaxValue; }",
            "class Shop { decimal lowestPrice = decimal.MaxValue; }");

    [Test]
    public Task A_delegate_and_a_local_function_move() =>
        Fixes(
            "delegate double [|PriceRule|](int units); class Shop { PriceRule rule = units => units * 1.1; void M() { "
            + "double [|Tax|](double [|price|]) => price * 0.19; Tax(1.5); } }",
            "delegate decimal PriceRule(int units); class Shop { PriceRule rule = units => units * 1.1m; void M() { "
            + "decimal Tax(decimal price) => price * 0.19m; Tax(1.5m); } }");

    [Test]
    public Task Comments_and_layout_stay() =>
        Fixes(
            """
            class Item
            {
                /// <summary>With tax.</summary>
                double /* euros */ [|Price|] { get; set; } = 9.99; // gross

                #region totals
                bool IsCheap =>
                    Price // the usual
                    < 9.99;
                #endregion
            }
            """,
            """
            class Item
            {
                /// <summary>With tax.</summary>
                decimal /* euros */ Price { get; set; } = 9.99m; // gross

                #region totals
                bool IsCheap =>
                    Price // the usual
                    < 9.99m;
                #endregion
            }
            """);

    [Test]
    public Task Other_files_follow() =>
        Given
            .WithFile(
                "/0/Cart.cs",
                "class Cart { bool IsCheap(Item item) => item.Price < 9.99; double Draw(Item item) => item.Price; }")
            .Fixes(
                "public class Item { internal double [|Price|] { get; set; } }",
                "public class Item { internal decimal Price { get; set; } }",
                ("/0/Cart.cs", "class Cart { bool IsCheap(Item item) => item.Price < 9.99m; double Draw(Item item) => "
                    + "(double)item.Price; }"));

    [Test]
    public Task All_findings_are_one_move() =>
        Fixes(
            """
            class Cart
            {
                private readonly List<double> [|_prices|] = new List<double>();
                private double [|_subtotal|];

                double [|ShippingFee|] { get; set; } = 4.99;

                void Add(double [|price|], int quantity)
                {
                    _prices.Add(price);
                    _subtotal += price * quantity;
                }

                double [|GetTotal|]()
                {
                    double total = _subtotal + ShippingFee;
                    if (total > 100.0) total -= total * 0.1;
                    return Math.Round(total, 2);
                }
            }
            """,
            """
            class Cart
            {
                private readonly List<decimal> _prices = new List<decimal>();
                private decimal _subtotal;

                decimal ShippingFee { get; set; } = 4.99m;

                void Add(decimal price, int quantity)
                {
                    _prices.Add(price);
                    _subtotal += price * quantity;
                }

                decimal GetTotal()
                {
                    decimal total = _subtotal + ShippingFee;
                    if (total > 100.0m) total -= total * 0.1m;
                    return Math.Round(total, 2);
                }
            }
            """);

    [Test]
    public Task The_title_is_short_where_nobody_else_sees_it() =>
        Given.Titled("Move to decimal").Fixes("class Item { double [|Price|]; }", "class Item { decimal Price; }");

    [Test]
    public Task The_title_names_public_members() =>
        Given.Titled("Move to decimal (changes public Item.Price)")
            .Fixes("public class Item { public double [|Price|]; }", "public class Item { public decimal Price; }");

    [Test]
    public Task The_title_names_mapped_columns() =>
        Given.WithReferences(References.EntityFrameworkCore)
            .Titled("Move to decimal (changes the column of Order.Price)")
            .Fixes(
                "using Microsoft.EntityFrameworkCore; class Order { public int Id { get; set; } public double "
                + "[|Price|] { get; set; } } class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }",
                "using Microsoft.EntityFrameworkCore; class Order { public int Id { get; set; } public decimal Price { "
                + "get; set; } } class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }");

    // Where the result is not certain, there is no fix.

    [Test]
    public Task A_volatile_field_is_left_to_its_author() => OffersNoFix("class Item { volatile float [|_price|]; }");

    [Test]
    public Task A_reference_that_is_passed_on_is_left_to_its_author() =>
        OffersNoFix("class Item { double [|_price|]; void M() => Interlocked.Exchange(ref _price, 1.5); }");

    [Test]
    public Task A_field_that_shares_its_type_is_left_to_its_author() =>
        OffersNoFix("class Item { double [|_price|], _weight; }");

    [Test]
    public Task A_number_that_no_decimal_holds_is_left_to_its_author() =>
        OffersNoFix("class Item { double [|Price|] = 1e30; bool M() => Price < double.NaN; }");

    [Test]
    public Task A_pattern_that_unpacks_a_double_is_left_to_its_author() =>
        OffersNoFix("class Shop { void M(object o) { if (o is double [|price|]) Console.WriteLine(price); } }");

    [Test]
    public Task A_value_that_is_kept_in_a_box_is_left_to_its_author() =>
        OffersNoFix("class Item { double [|Price|]; object M() { object box = Price; return (double)box; } }");

    [Test]
    public Task A_binary_format_is_left_to_its_author() =>
        OffersNoFix("class Item { double [|Price|]; void M(BinaryWriter writer) => writer.Write(Price); }");

    [Test]
    public Task A_format_that_decimal_does_not_know_is_left_to_its_author() =>
        OffersNoFix("class Item { double [|Price|]; string M() => Price.ToString(\"R\"); }");

    [Test]
    public Task A_test_case_is_left_to_its_author() =>
        OffersNoFix(
            "class CaseAttribute : Attribute { public CaseAttribute(object value) { } } class Tests { [Case(9.99)] "
            + "public void M(double [|price|]) { } }");

    [Test]
    public Task A_pointer_is_left_to_its_author() =>
        OffersNoFix("class Item { double [|_price|]; unsafe void M() { fixed (double* p = &_price) *p = 1; } }");
}
