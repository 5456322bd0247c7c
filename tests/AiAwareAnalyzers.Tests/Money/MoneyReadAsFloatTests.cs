using AiAwareAnalyzers.Money;

namespace AiAwareAnalyzers.Tests.Money;

public sealed class MoneyReadAsFloatTests : RuleTests<MoneyReadAsFloat, MoneyReadAsFloatFix>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [Test]
    public Task A_parsed_text_is_flagged() =>
        Flags("class C { decimal Price; void M(string text) => Price = (decimal)[|double.Parse(text)|]; }");

    [Test]
    public Task A_parsed_float_is_flagged() =>
        Flags("class C { decimal Price; void M(string text) => Price = (decimal)[|float.Parse(text)|]; }");

    [Test]
    public Task A_converted_text_is_flagged() =>
        Flags("class C { decimal Price; void M(string text) => Price = (decimal)[|Convert.ToDouble(text)|]; }");

    [Test]
    public Task A_converted_object_is_flagged() =>
        Flags("class C { decimal Price; void M(object cell) => Price = (decimal)[|Convert.ToDouble(cell)|]; }");

    [Test]
    public Task A_column_of_a_row_is_flagged() =>
        Flags("class C { decimal M(System.Data.IDataRecord row) { decimal price = (decimal)[|row.GetDouble(1)|]; "
            + "return price; } }");

    [Test]
    public Task A_float_column_of_a_reader_is_flagged() =>
        Flags("class C { decimal M(System.Data.Common.DbDataReader row) { decimal price = "
            + "(decimal)[|row.GetFloat(1)|]; return price; } }");

    [Test]
    public Task A_generic_column_is_flagged() =>
        Flags("class C { decimal M(System.Data.Common.DbDataReader row) { decimal price = "
            + "(decimal)[|row.GetFieldValue<double>(1)|]; return price; } }");

    [Test]
    public Task A_number_in_a_document_is_flagged() =>
        Flags("class C { decimal Price; void M(System.Text.Json.JsonElement json) => Price = "
            + "(decimal)[|json.GetProperty(\"p\").GetDouble()|]; }");

    [Test]
    public Task A_number_under_the_name_of_money_is_flagged_wherever_it_goes() =>
        Flags("class C { decimal M(System.Text.Json.JsonElement json) { var x = "
            + "(decimal)[|json.GetProperty(\"unit_price\").GetDouble()|]; return x; } }");

    [Test]
    public Task A_text_that_is_called_money_is_flagged_wherever_it_goes() =>
        Flags("class C { decimal M(string priceText) { var x = (decimal)[|double.Parse(priceText)|]; return x; } }");

    [Test]
    public Task A_setting_is_flagged() =>
        Flags("using Microsoft.Extensions.Configuration; class C { decimal M(IConfiguration settings) => "
            + "(decimal)[|settings.GetValue<double>(\"Shipping:Fee\")|]; }");

    [Test]
    public Task A_way_through_Convert_ToDecimal_is_flagged() =>
        Flags("class C { decimal Price; void M(string text) => Price = Convert.ToDecimal([|double.Parse(text)|]); }");

    [Test]
    public Task A_way_through_a_constructor_is_flagged() =>
        Flags("class C { decimal Price; void M(string text) => Price = new decimal([|double.Parse(text)|]); }");

    [Test]
    public Task A_reading_that_is_rounded_is_flagged() => Flags(
        "class C { decimal Price; void M(string text) => Price = (decimal)Math.Round([|double.Parse(text)|], 2); }");

    [Test]
    public Task A_reading_that_passes_a_local_is_flagged() =>
        Flags("class C { decimal Price() { return 0; } void Pay(decimal price) { } void M(string text) { var d = "
            + "[|double.Parse(text)|]; Pay((decimal)d); } }");

    [Test]
    public Task A_tried_reading_is_flagged() =>
        Flags("class C { void Pay(decimal price) { } void M(string text) { if ([|double.TryParse(text, out var d)|]) "
            + "Pay((decimal)d); } }");

    [Test]
    public Task A_reading_that_is_returned_as_money_is_flagged() =>
        Flags("class C { decimal ParsePrice(string text) => (decimal)[|double.Parse(text)|]; }");

    [Test]
    public Task A_reading_that_is_added_to_money_is_flagged() =>
        Flags("class C { decimal total; void M(string text) => total += (decimal)[|double.Parse(text)|]; }");

    [Test]
    public Task A_reading_in_an_initializer_is_flagged() =>
        Flags("class Item { public decimal Price { get; set; } } class C { Item M(string text) => new Item { Price = "
            + "(decimal)[|double.Parse(text)|] }; }");

    [Test]
    public Task A_reading_behind_a_condition_is_flagged() =>
        Flags("class C { decimal M(string text, bool free) { decimal price = free ? 0m : "
            + "(decimal)[|double.Parse(text)|]; return price; } }");

    [Test]
    public Task A_decimal_reading_is_allowed() =>
        Allows("class C { decimal Price; void M(string text) => Price = decimal.Parse(text); }");

    [Test]
    public Task A_reading_of_something_else_is_allowed() =>
        Allows("class C { decimal Weight; void M(string text) => Weight = (decimal)double.Parse(text); }");

    [Test]
    public Task A_rate_that_multiplies_money_is_allowed() =>
        Allows("class C { decimal M(decimal price, string text) { decimal total = price * (decimal)double.Parse(text); "
            + "return total; } }");

    [Test]
    public Task A_rate_by_the_name_of_its_column_is_allowed() =>
        Allows("class C { decimal Price; void M(System.Text.Json.JsonElement json) => Price = "
            + "(decimal)json.GetProperty(\"rate\").GetDouble(); }");

    [Test]
    public Task A_declaration_in_double_is_another_matter() =>
        Allows("class C { void M(string text) { double price = double.Parse(text); Console.WriteLine(price); } }");

    [Test]
    public Task A_local_that_is_reported_itself_is_allowed() =>
        Allows("class C { decimal Price; void M(string text) { double price = double.Parse(text); Price = "
            + "(decimal)price; } }");

    [Test]
    public Task A_double_for_a_foreign_parameter_is_allowed() =>
        Allows("class C { double M(string price) => Math.Abs(double.Parse(price)); }");

    [Test]
    public Task A_binary_format_is_allowed() => Allows(
        "class C { decimal M(BinaryReader reader) { decimal price = (decimal)reader.ReadDouble(); return price; } }");

    [Test]
    public Task A_conversion_of_a_number_is_no_reading() =>
        Allows("class C { decimal M(int count) { decimal price = (decimal)Convert.ToDouble(count); return price; } }");

    [Test]
    public Task A_call_that_has_no_decimal_counterpart_is_no_reading() =>
        Allows("class Feed { public double GetDouble() => 1; } class C { decimal M(Feed feed) { decimal price = "
            + "(decimal)feed.GetDouble(); return price; } }");

    [Test]
    public Task A_reading_that_is_an_argument_of_something_else_is_allowed() =>
        Allows("class C { double Model(double x) => x; decimal M(string text) { decimal price = "
            + "(decimal)Model(double.Parse(text)); return price; } }");

    [Test]
    public Task A_local_given_from_elsewhere_is_allowed() =>
        Allows("class C { void Pay(decimal price) { } void M(double d) { var e = d; Pay((decimal)e); } }");

    [Test]
    public Task A_tried_whole_number_is_allowed() =>
        Allows("class C { void Pay(decimal price) { } void M(string text) { if (int.TryParse(text, out var d)) "
            + "Pay((decimal)(double)d); } }");

    [Test]
    public Task A_reading_that_ends_in_an_excluded_name_is_allowed() =>
        Allows("class C { void M(string text) { decimal taxRate = (decimal)double.Parse(text); "
            + "Console.WriteLine(taxRate); } }");

    [Test]
    public Task A_date_read_beside_is_allowed() =>
        Allows("class C { decimal M(string text) { decimal price = (decimal)DateTime.Parse(text).ToOADate(); return "
            + "price; } }");

    [Test]
    public Task A_generic_call_that_is_no_reading_is_allowed() =>
        Allows("class C { static T Make<T>() => default!; decimal M() { decimal price = (decimal)Make<double>(); "
            + "return price; } }");

    [Test]
    public Task A_word_that_the_team_removes_is_allowed() =>
        WithOption("ai_aware.money.terms", "-price")
            .Allows("class C { decimal Price; void M(string text) => Price = (decimal)double.Parse(text); }");

    [Test]
    public Task The_message_names_the_call_that_reads_decimal() =>
        Says(
            """class C { decimal Price, Fee, Tax; void M(string text, System.Data.IDataRecord row, System.Data.Common.DbDataReader r) { Price = (decimal)[|double.Parse(text)|]; Fee = (decimal)[|row.GetFloat(2)|]; Tax = (decimal)[|r.GetFieldValue<double>(3)|]; } }""",
            "'double.Parse(text)' reads money as 'double', which rounds it before it becomes 'decimal'; read it with "
            + "'decimal.Parse'",
            "'row.GetFloat(2)' reads money as 'float', which rounds it before it becomes 'decimal'; read it with "
            + "'GetDecimal'",
            "'r.GetFieldValue<double>(3)' reads money as 'double', which rounds it before it becomes 'decimal'; read "
            + "it with 'GetFieldValue<decimal>'");

    [Test]
    public Task Parsing_becomes_decimal() =>
        Fixes(
            "class C { decimal Price; void M(string text) => Price = (decimal)[|double.Parse(text)|]; }",
            "class C { decimal Price; void M(string text) => Price = decimal.Parse(text); }");

    [Test]
    public Task Parsing_keeps_its_culture() =>
        Fixes(
            "using System.Globalization; class C { decimal Price; void M(string text) => Price = "
            + "(decimal)[|float.Parse(text, CultureInfo.InvariantCulture)|]; }",
            "using System.Globalization; class C { decimal Price; void M(string text) => Price = decimal.Parse(text, "
            + "CultureInfo.InvariantCulture); }");

    [Test]
    public Task Converting_becomes_decimal() =>
        Fixes(
            "class C { decimal Price; void M(object cell) => Price = Convert.ToDecimal([|Convert.ToDouble(cell)|]); }",
            "class C { decimal Price; void M(object cell) => Price = Convert.ToDecimal(cell); }");

    [Test]
    public Task A_column_is_read_as_decimal() =>
        Fixes(
            "class C { decimal Price; void M(System.Data.IDataRecord row) => Price = (decimal)[|row.GetDouble(1)|]; }",
            "class C { decimal Price; void M(System.Data.IDataRecord row) => Price = row.GetDecimal(1); }");

    [Test]
    public Task A_generic_column_is_read_as_decimal() =>
        Fixes(
            "class C { decimal Price; void M(System.Data.Common.DbDataReader row) => Price = "
            + "(decimal)[|row.GetFieldValue<double>(1)|]; }",
            "class C { decimal Price; void M(System.Data.Common.DbDataReader row) => Price = "
            + "row.GetFieldValue<decimal>(1); }");

    [Test]
    public Task A_document_is_read_as_decimal() =>
        Fixes(
            "class C { decimal Price; void M(System.Text.Json.JsonElement json) => Price = "
            + "(decimal)[|json.GetProperty(\"p\").GetDouble()|]; }",
            "class C { decimal Price; void M(System.Text.Json.JsonElement json) => Price = "
            + "json.GetProperty(\"p\").GetDecimal(); }");

    [Test]
    public Task A_computation_around_the_reading_becomes_decimal_too() =>
        Fixes(
            "class C { decimal Price; void M(string text) => Price = (decimal)Math.Round([|double.Parse(text)|] * "
            + "1.19, 2); }",
            "class C { decimal Price; void M(string text) => Price = Math.Round(decimal.Parse(text) * 1.19m, 2); }");

    [Test]
    public Task Several_readings_are_repaired_at_once() =>
        Fixes(
            """
            class C
            {
                decimal Price, Fee;

                void M(string[] cells)
                {
                    Price = (decimal)[|double.Parse(cells[0])|]; // net
                    Fee = new decimal([|double.Parse(cells[1])|]);
                }
            }
            """,
            """
            class C
            {
                decimal Price, Fee;

                void M(string[] cells)
                {
                    Price = decimal.Parse(cells[0]); // net
                    Fee = decimal.Parse(cells[1]);
                }
            }
            """);

    [Test]
    public Task A_reading_that_passes_a_local_is_left_to_its_author() =>
        OffersNoFix(
            "class C { void Pay(decimal price) { } void M(string text) { var d = [|double.Parse(text)|]; "
            + "Pay((decimal)d); } }");
}
