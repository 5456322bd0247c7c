using AiAwareAnalyzers.Money;

namespace AiAwareAnalyzers.Tests.Money;

public sealed class MoneyStoredAsFloatTests : RuleTests<MoneyStoredAsFloat, MoneyStoredAsFloatFix>
{
    private protected override ReferenceSet Framework => References.All;

    private static string Entity(string members) =>
        $"using System.ComponentModel.DataAnnotations.Schema; class Order {{ {members} }}";

    private static string Model(
        string mapping,
        string members = "public decimal Price { get; set; } public double Weight { get; set; } public decimal TaxRate "
            + "{ get; set; } public double Fee { get; set; }") =>
        $"using Microsoft.EntityFrameworkCore; class Order {{ public int Id {{ get; set; }} {members} }} class Db : "
        + $"DbContext {{ protected override void OnModelCreating(ModelBuilder model) => "
        + $"model.Entity<Order>().{mapping}; }}";

    private static string Call(string statement) =>
        $"using System.Data; using Dapper; using Npgsql; using NpgsqlTypes; class C {{ void M(DynamicParameters "
        + $"parameters, NpgsqlCommand command, decimal value) {{ {statement}; }} }}";

    [Test]
    public Task A_column_attribute_is_flagged() =>
        Flags(Entity("[Column(TypeName = [|\"float\"|])] public decimal Price { get; set; }"));

    [Test]
    public Task A_column_attribute_with_a_name_is_flagged() =>
        Flags(Entity("[Column(\"price\", TypeName = [|\"real\"|])] public decimal Price { get; set; }"));

    [Test]
    public Task A_column_attribute_with_a_precision_is_flagged() =>
        Flags(Entity("[Column(TypeName = [|\"FLOAT(53)\"|])] public decimal Price { get; set; }"));

    [Test]
    public Task A_column_attribute_of_two_words_is_flagged() =>
        Flags(Entity("[Column(TypeName = [|\"double precision\"|])] public decimal Price { get; set; }"));

    [Test]
    public Task A_column_attribute_on_a_field_is_flagged() =>
        Flags(Entity("[Column(TypeName = [|\"real\"|])] public decimal Price;"));

    [Test]
    public Task A_column_attribute_on_whole_cents_is_flagged() =>
        Flags(Entity("[Column(TypeName = [|\"real\"|])] public long PriceInCents { get; set; }"));

    [Test]
    public Task A_column_attribute_on_a_weak_word_is_flagged() =>
        Flags(Entity("[Column(TypeName = [|\"real\"|])] public decimal Amount { get; set; }"));

    [Test]
    public Task A_column_attribute_on_a_positional_property_is_flagged() =>
        Flags("using System.ComponentModel.DataAnnotations.Schema; record Order([property: Column(TypeName = "
            + "[|\"float\"|])] decimal Price);");

    [Test]
    public Task A_fluent_column_type_is_flagged() => Flags(Model("Property(o => o.Price).HasColumnType([|\"real\"|])"));

    [Test]
    public Task A_fluent_column_type_behind_other_calls_is_flagged() =>
        Flags(Model("Property(o => o.Price).IsRequired().HasColumnName(\"p\").HasColumnType([|\"double\"|])"));

    [Test]
    public Task A_conversion_to_double_is_flagged() =>
        Flags(Model("Property(o => o.Price).[|HasConversion<double>|]()"));

    [Test]
    public Task A_conversion_to_float_is_flagged() => Flags(Model("Property(o => o.Price).[|HasConversion<float>|]()"));

    [Test]
    public Task A_typed_parameter_is_flagged() => Flags(Call("parameters.Add(\"@price\", value, [|DbType.Double|])"));

    [Test]
    public Task A_parameter_in_single_precision_is_flagged() =>
        Flags(Call("parameters.Add(\"unit_price\", value, [|DbType.Single|])"));

    [Test]
    public Task A_provider_parameter_is_flagged() =>
        Flags(Call("command.Parameters.Add(\"total\", [|NpgsqlDbType.Double|])"));

    [Test]
    public Task A_constructed_parameter_is_flagged() =>
        Flags(Call("command.Parameters.Add(new NpgsqlParameter(\"@total\", [|NpgsqlDbType.Real|]))"));

    [Test]
    public Task An_initialized_parameter_is_flagged() =>
        Flags(Call(
            "command.Parameters.Add(new NpgsqlParameter { ParameterName = \"@price\", DbType = [|DbType.Double|] })"));

    [Test]
    public Task A_named_argument_is_flagged() =>
        Flags(Call("parameters.Add(dbType: [|DbType.Double|], name: \"price\")"));

    [Test]
    public Task A_decimal_column_is_allowed() =>
        Allows(Entity(
            "[Column(TypeName = \"decimal(18, 2)\")] public decimal Price { get; set; } [Column(TypeName = \"money\")] "
            + "public decimal Fee { get; set; }"));

    [Test]
    public Task A_property_that_is_reported_itself_is_allowed() =>
        Allows(Entity("[Column(TypeName = \"float\")] public double Price { get; set; }"));

    [Test]
    public Task A_floating_column_of_something_else_is_allowed() =>
        Allows(Entity(
            "[Column(TypeName = \"float\")] public double Weight { get; set; } [Column(TypeName = \"real\")] public "
            + "decimal Height { get; set; }"));

    [Test]
    public Task A_rate_is_allowed() =>
        Allows(Entity("[Column(TypeName = \"float\")] public decimal TaxRate { get; set; }"));

    [Test]
    public Task An_attribute_of_another_kind_is_allowed() =>
        Allows("class KindAttribute : Attribute { public string TypeName { get; set; } = \"\"; } class Order { "
            + "[Kind(TypeName = \"float\")] public decimal Price { get; set; } }");

    [Test]
    public Task A_column_without_a_type_is_allowed() =>
        Allows(Entity("[Column(\"float\")] public decimal Price { get; set; }"));

    [Test]
    public Task A_fluent_decimal_is_allowed() =>
        Allows(Model("Property(o => o.Price).HasColumnType(\"decimal(18, 2)\").HasPrecision(18, 2)"));

    [Test]
    public Task A_fluent_type_of_something_else_is_allowed() =>
        Allows(Model("Property(o => o.Weight).HasColumnType(\"real\")"));

    [Test]
    public Task A_fluent_rate_is_allowed() => Allows(Model("Property(o => o.TaxRate).HasConversion<double>()"));

    [Test]
    public Task A_fluent_property_that_is_reported_itself_is_allowed() =>
        Allows(Model("Property(o => o.Fee).HasColumnType(\"real\")"));

    [Test]
    public Task A_conversion_to_text_is_allowed() => Allows(Model("Property(o => o.Price).HasConversion<string>()"));

    [Test]
    public Task A_decimal_parameter_is_allowed() => Allows(Call("parameters.Add(\"@price\", value, DbType.Decimal)"));

    [Test]
    public Task A_parameter_of_something_else_is_allowed() =>
        Allows(Call("parameters.Add(\"@weight\", value, DbType.Double)"));

    [Test]
    public Task A_parameter_that_is_a_rate_is_allowed() =>
        Allows(Call("parameters.Add(\"@tax_rate\", value, DbType.Double)"));

    [Test]
    public Task A_parameter_without_a_name_is_allowed() => Allows(Call("Console.WriteLine(DbType.Double)"));

    [Test]
    public Task A_member_of_another_enumeration_is_allowed() =>
        Allows("enum Precision { Double } class C { void Add(string name, Precision p) { } void M() => Add(\"price\", "
            + "Precision.Double); }");

    [Test]
    public Task A_method_of_ours_with_the_same_name_is_allowed() =>
        Allows("class B { public B HasColumnType(string type) => this; } class C { void M(B b, decimal price) => "
            + "b.HasColumnType(\"real\"); }");

    [Test]
    public Task A_word_that_the_team_removes_is_allowed() =>
        WithOption("ai_aware.money.terms", "-price")
            .Allows(Entity("[Column(TypeName = \"float\")] public decimal Price { get; set; }"));

    [Test]
    public Task The_message_names_the_money_and_the_mapping() =>
        Says(
            Call("parameters.Add(\"@price\", value, [|DbType.Double|])"),
            "'@price' is money, but 'DbType.Double' makes the database keep it in floating point, where sums and "
            + "comparisons go wrong; store it as 'decimal'");

    [Test]
    public Task A_column_attribute_becomes_decimal() =>
        Fixes(
            Entity("[Column(TypeName = [|\"float\"|])] public decimal Price { get; set; }"),
            Entity("[Column(TypeName = \"decimal(18, 2)\")] public decimal Price { get; set; }"));

    [Test]
    public Task The_title_says_that_the_column_changes() =>
        Given.Titled("Store as decimal(18, 2) (the column changes)").Fixes(
            Entity("[Column(\"price\", TypeName = [|\"real\"|])] public decimal Price { get; set; }"),
            Entity("[Column(\"price\", TypeName = \"decimal(18, 2)\")] public decimal Price { get; set; }"));

    [Test]
    public Task A_fluent_column_type_becomes_decimal() =>
        Fixes(
            Model("Property(o => o.Price).HasColumnType([|\"real\"|])"),
            Model("Property(o => o.Price).HasColumnType(\"decimal(18, 2)\")"));

    [Test]
    public Task A_conversion_becomes_a_precision() =>
        Fixes(
            Model("Property(o => o.Price).[|HasConversion<double>|]()"),
            Model("Property(o => o.Price).HasPrecision(18, 2)"));

    [Test]
    public Task A_conversion_in_a_chain_keeps_the_chain() =>
        Fixes(
            Model("Property(o => o.Price).[|HasConversion<double>|]().IsRequired()"),
            Model("Property(o => o.Price).HasPrecision(18, 2).IsRequired()"));

    [Test]
    public Task A_typed_parameter_becomes_decimal() =>
        Fixes(
            Call("parameters.Add(\"@price\", value, [|DbType.Double|])"),
            Call("parameters.Add(\"@price\", value, DbType.Decimal)"));

    [Test]
    public Task A_provider_parameter_becomes_numeric_where_that_is_its_name() =>
        Fixes(
            Call("command.Parameters.Add(\"total\", [|NpgsqlDbType.Double|])"),
            Call("command.Parameters.Add(\"total\", NpgsqlDbType.Numeric)"));

    [Test]
    public Task Several_columns_are_repaired_at_once() =>
        Fixes(
            Entity("[Column(TypeName = [|\"float\"|])] public decimal Price { get; set; } [Column(TypeName = /* old */ "
                + "[|\"real\"|])] public decimal Fee { get; set; }"),
            Entity("[Column(TypeName = \"decimal(18, 2)\")] public decimal Price { get; set; } [Column(TypeName = /* "
                + "old */ \"decimal(18, 2)\")] public decimal Fee { get; set; }"));

    [Test]
    public Task A_type_that_is_kept_in_a_constant_is_left_to_its_author() =>
        OffersNoFix(
            Entity("const string Kind = \"float\"; [Column(TypeName = [|Kind|])] public decimal Price { get; set; }"));
}
