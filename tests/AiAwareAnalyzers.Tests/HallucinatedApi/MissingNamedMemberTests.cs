using AiAwareAnalyzers.HallucinatedApi;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

/// <summary>
/// What the set of NamedMembers does not ask: messages, fixes, and the ways in which a string can be written.
/// </summary>
public sealed class MissingNamedMemberTests : RuleTests<MissingNamedMember, MissingNamedMemberFix>
{
    private const string Usings =
        """
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using System.Diagnostics;
        using System.Diagnostics.CodeAnalysis;
        using System.Runtime.CompilerServices;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        """;

    private const string Shop =
        """

        public class Order { public int Id { get; set; } public decimal Total { get; set; } public Customer? Customer { get; set; } public List<Line> Lines { get; set; } = new(); }
        public class Line { public int Id { get; set; } public Product? Product { get; set; } }
        public class Product { public int Id { get; set; } }
        public class Customer { public int Id { get; set; } }
        public class Db : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        """;

    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    private new Task Flags(string code) => base.Flags(Usings + code);

    private new Task Allows(string code) => base.Allows(Usings + code);

    private new Task Says(string code, params string[] messages) => base.Says(Usings + code, messages);

    private new Task Fixes(string code, string repaired) => Given.Fixes(Usings + code, Usings + repaired);

    private new Task OffersNoFix(string code) => base.OffersNoFix(Usings + code);

    private static string Query(string query) =>
        $"public class Reader {{ private readonly Db db = null!; public object Read() => {query}; }}{Shop}";

    // Names in JSON.

    private const string OrderSchema =
        """
        { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Order", "type": "object",
          "properties": { "id": {}, "customer_name": {}, "total_amount": {}, "isPaid": {} } }
        """;

    private const string Json = "using System.Text.Json.Serialization;\n";

    private static string OrderOf(string customer, string total) =>
        $$"""
        {{Json}}public class OrderDto
        {
            public int Id { get; set; }
            [JsonPropertyName({{customer}})] public string Customer { get; set; } = "";
            [JsonPropertyName({{total}})] public decimal Total { get; set; }
            public bool IsPaid { get; set; }
        }
        """;

    [Test]
    public Task A_name_in_JSON_that_the_schema_of_the_type_spells_otherwise() => Given
        .WithAdditionalFile("/0/contracts/shop.schema.json", OrderSchema)
        .Says(
            OrderOf("\"customer_name\"", "[|\"totalAmount\"|]"),
            "'shop.schema.json' has no property 'totalAmount', so nothing is read into it, and nothing asks for what "
            + "it writes; did you mean 'total_amount'?");

    [Test]
    public Task A_name_in_JSON_that_every_sample_of_the_type_spells_otherwise() => Given
        .WithAdditionalFile(
            "/0/samples/order.sample.json",
            """[{ "id": 1, "customer_name": "a", "total_amount": 2 }, { "id": 2, "isPaid": true }]""")
        .Flags(OrderOf("[|\"custmer_name\"|]", "\"total_amount\""));

    [Test]
    public Task A_name_in_JSON_that_is_right() => Given
        .WithAdditionalFile("/0/order.json", OrderSchema)
        .Allows(OrderOf("\"customer_name\"", "\"total_amount\""));

    [Test]
    public Task A_name_in_JSON_beside_nothing_like_it_may_be_newer_than_the_sample() => Given
        .WithAdditionalFile("/0/order.json", OrderSchema)
        .Allows(OrderOf("\"customer_name\"", "\"discount\""));

    [Test]
    public Task A_name_in_JSON_of_a_file_about_something_else() => Given
        .WithAdditionalFile("/0/order.json", """{ "total_amount": 1, "weight": 2, "height": 3 }""")
        .Allows(OrderOf("\"customer_name\"", "\"totalAmount\""));

    [Test]
    public Task A_name_in_JSON_without_a_file_that_is_called_like_the_type() => Given
        .WithAdditionalFile("/0/invoice.json", OrderSchema.Replace("Order", "Invoice", StringComparison.Ordinal))
        .Allows(OrderOf("\"customer_name\"", "\"totalAmount\""));

    [Test]
    public Task A_name_in_JSON_that_differs_in_case_only_may_be_read_so() => Given
        .WithAdditionalFile("/0/order.json", OrderSchema)
        .Allows(OrderOf("\"customer_name\"", "\"Total_Amount\""));

    [Test]
    public Task A_name_in_JSON_of_which_two_files_tell() => Given
        .WithAdditionalFile("/0/a/order.json", OrderSchema)
        .WithAdditionalFile("/0/b/order.json", OrderSchema)
        .Allows(OrderOf("\"customer_name\"", "\"totalAmount\""));

    [Test]
    public Task A_broken_file_of_JSON_is_read_as_far_as_it_goes() => Given
        .WithAdditionalFile("/0/order.json", "{ \"id\": [")
        .Allows(OrderOf("\"customer_name\"", "\"totalAmount\""));

    // What is said.

    [Test]
    public Task A_message_names_owner_kind_name_harm_and_what_is_meant() => Says(
        """[DebuggerDisplay("{[|Totl|]}")] public class Order { public decimal Total { get; set; } }""",
        "'Order' has no member 'Totl', so the debugger shows an error there; did you mean 'Total'?");

    [Test]
    public Task A_dropped_suffix_is_explained() => Says(
        """public class OrdersController : ControllerBase { public Task<int> GetAsync(int id) => Task.FromResult(id); public IActionResult Post() => CreatedAtAction([|nameof(GetAsync)|], new { id = 1 }, 1); }""",
        "'OrdersController' has no action 'GetAsync', because ASP.NET Core drops 'Async' from the names of actions; "
        + "did you mean 'Get'?");

    [Test]
    public Task A_scalar_in_a_path_is_no_navigation() => Says(
        Query("""db.Orders.Include([|"Total"|])"""),
        "'Order' has no navigation 'Total', so the query throws; nothing there has a similar name");

    [Test]
    public Task The_only_choice_is_named() => Says(
        """public class Blog { public int Id { get; set; } [InverseProperty([|"Writer"|])] public List<Post> Posts { get; set; } = new(); } public class Post { public int Id { get; set; } public Blog? Owner { get; set; } }""",
        "'Post' has no navigation 'Writer', so building the model throws; did you mean 'Owner'?");

    [Test]
    public Task A_parameter_belongs_to_its_member() => Says(
        """public class Orders { public Orders(string name) { if (name is null) throw new ArgumentNullException([|"title"|]); } public int Size { get => 1; set { if (value < 1) throw new ArgumentOutOfRangeException([|"size"|]); } } }""",
        "'Orders' has no parameter 'title', so the exception points to an argument that does not exist; "
        + "did you mean 'name'?",
        "'Size' has no parameter 'size', so the exception points to an argument that does not exist; did "
        + "you mean 'value'?");

    // How a string can be written.

    [Test]
    public Task A_verbatim_string_is_flagged_at_the_name() =>
        Flags(
            """[DebuggerDisplay(@"C:\{[|Totl|]}")] public class Order { public decimal Total { get; set; } }""".Replace(
                @"C:\", "C:", StringComparison.Ordinal));

    [Test]
    public Task A_place_behind_an_escape_is_flagged_at_the_name() =>
        Flags("""[DebuggerDisplay("\t{Id} {[|Totl|]}")] public class Order { public int Id { get; set; } public decimal Total { get; set; } }""");

    [Test]
    public Task A_place_behind_a_long_escape_is_flagged_at_the_string() =>
        Flags("""[DebuggerDisplay([|"\u0041 {Totl}"|])] public class Order { public decimal Total { get; set; } }""");

    [Test]
    public Task A_raw_string_is_flagged_at_the_name() =>
        Flags("[DebuggerDisplay(\"\"\"{[|Totl|]}\"\"\")] public class Order { public decimal Total { get; set; } }");

    [Test]
    public Task A_constant_is_flagged_where_it_is_used() =>
        Flags(Query("""db.Orders.Include([|Names.Path|])""")
            + """ public static class Names { public const string Path = "Linez"; }""");

    [Test]
    public Task A_path_of_nameof_is_flagged_as_a_whole() =>
        Flags(Query("""db.Orders.Include([|nameof(Order.Lines) + "." + nameof(Line.Id)|])"""));

    [Test]
    public Task A_named_argument_is_flagged() =>
        Flags("""public class Orders { public void Add(string name) { if (name is null) throw new ArgumentException(paramName: [|"nmae"|], message: "No name"); } }""");

    [Test]
    public Task Two_wrong_names_in_one_string_are_two_findings() =>
        Flags("""[DebuggerDisplay("{[|Totl|]} {[|Idd|]}")] public class Order { public int Id { get; set; } public decimal Total { get; set; } }""");

    [Test]
    public Task A_wrong_name_hides_what_follows_it() =>
        Flags("""[DebuggerDisplay("{[|Custmer|].Address.City}")] public class Order { public string Customer { get; set; } = ""; }""");

    [Test]
    public Task Only_the_first_wrong_step_of_a_path_is_flagged() =>
        Flags(Query("""db.Orders.Include("Lines.[|Prodct|].Anything")"""));

    [Test]
    public Task A_full_name_of_an_attribute_is_flagged() =>
        Flags("""[System.Diagnostics.DebuggerDisplayAttribute("{[|Totl|]}")] public class Order { public decimal Total { get; set; } }""");

    [Test]
    public Task An_attribute_of_the_assembly_is_flagged() =>
        Flags("""[assembly: DebuggerDisplay("{[|Totl|]}", Target = typeof(Order))] public class Order { public decimal Total { get; set; } }""");

    [Test]
    public Task A_struct_and_a_field_are_flagged() =>
        Flags("""[DebuggerDisplay("{[|Xx|]}")] public struct Point { public int X; [DebuggerDisplay("{[|Yy|]}")] public int Y; }""");

    [Test]
    public Task A_conditional_access_is_flagged() =>
        Flags("""[DebuggerDisplay("{Next?.[|Totl|]} {Next?.[|Sum()|]}")] public class Order { public decimal Total { get; set; } public Order? Next { get; set; } }""");

    [Test]
    public Task An_argument_of_a_call_is_flagged() =>
        Flags("""[DebuggerDisplay("{Show([|Totl|])} {(Total > 1 ? [|Nmae|] : null)}")] public class Order { public decimal Total { get; set; } public string Name => ""; private string Show(decimal total) => $"{total}"; }""");

    [Test]
    public Task A_name_of_an_element_is_flagged() =>
        Flags("""[DebuggerDisplay("{Lines[0].[|Prise|]}")] public class Order { public List<Line> Lines { get; } = new(); } public class Line { public int Price { get; set; } }""");

    [Test]
    public Task A_configuration_class_is_flagged() => Flags(
        """public class Configuration : IEntityTypeConfiguration<Order> { public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Order> builder) => builder.HasIndex([|"Totel"|]); }"""
        + Shop);

    [Test]
    public Task A_principal_key_is_flagged() => Flags(
        """public class Model : Db { protected override void OnModelCreating(ModelBuilder builder) => builder.Entity<Line>().HasOne(line => line.Product).WithMany().HasPrincipalKey([|"Number"|]); }"""
        + Shop);

    [Test]
    public Task The_other_end_of_a_relation_is_flagged() => Flags(
        """public class Model : Db { protected override void OnModelCreating(ModelBuilder builder) => builder.Entity<Order>().HasMany(order => order.Lines).WithOne([|"Order"|]); }"""
        + Shop);

    [Test]
    public Task Original_values_are_flagged() =>
        Flags("""public class Reader { private readonly Db db = null!; public object? Read(Order order) => db.Entry(order).OriginalValues[[|"Totals"|]]; }"""
            + Shop);

    [Test]
    public Task A_declared_context_elsewhere_leaves_slips() =>
        Flags("""[Index([|"Totall"|], "TenantKey")] public class Order { public int Id { get; set; } public decimal Total { get; set; } }""");

    [Test]
    public Task A_lambda_tells_of_its_own_object() => Flags(
        """public class Page : INotifyPropertyChanged { public event PropertyChangedEventHandler? PropertyChanged; public string Title { get; set; } = ""; public Action Told => () => PropertyChanged?.Invoke(this, new PropertyChangedEventArgs([|"Titel"|])); }""");

    [Test]
    public Task A_change_that_is_about_to_come_is_flagged() => Flags(
        """public class Page : INotifyPropertyChanging { public event PropertyChangingEventHandler? PropertyChanging; public string Title { get; set; } = ""; private void OnPropertyChanging(string name) => PropertyChanging?.Invoke(this, new PropertyChangingEventArgs(name)); public void Show() => OnPropertyChanging([|"Titel"|]); }""");

    [Test]
    public Task A_slip_on_another_object_is_flagged() => Flags(
        """public class Page : INotifyPropertyChanged { public event PropertyChangedEventHandler? PropertyChanged; public string Title { get; set; } = ""; public void OnPropertyChanged(string name) => PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(name)); } public class Shell { public void Load(Page page) => page.OnPropertyChanged([|"Titel"|]); }""");

    [Test]
    public Task A_thrown_check_is_flagged() =>
        Flags("""public class Orders { public void Add(int count) => ArgumentOutOfRangeException.ThrowIfNegative(count, [|"amount"|]); }""");

    [Test]
    public Task A_parameter_that_resembles_is_enough() =>
        Flags("""public class Orders { public void Rename(int id, string newName) { if (id < 3 && newName == "x") throw new ArgumentException("No", [|"name"|]); } }""");

    [Test]
    public Task Another_controller_of_a_link_is_flagged() => Flags(
        """public class HomeController : Controller { public IActionResult Index() => View(); } public class Mailer { public string? Link(IUrlHelper url) => url.Action([|"Indx"|], "Home"); }""");

    [Test]
    public Task A_route_of_an_endpoint_is_flagged() => Flags(
        """
        using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Routing;
        public static class Endpoints { public static void Map(IEndpointRouteBuilder app) { app.MapGet("/orders/{id}", (int id) => id).WithName("GetOrder"); app.MapPost("/orders", () => Results.CreatedAtRoute([|"GetOrders"|], new { id = 1 })); } }
        """);

    [Test]
    public Task A_property_that_is_called_is_flagged_with_its_parentheses() => Fixes(
        """[DebuggerDisplay("{[|Total()|]} {Parts.[|Length()|]}")] public class Order { public decimal Total { get; set; } public List<int> Parts { get; } = new(); }""",
        """[DebuggerDisplay("{Total} {Parts.Count}")] public class Order { public decimal Total { get; set; } public List<int> Parts { get; } = new(); }""");

    [Test]
    public Task A_format_behind_a_colon_is_flagged() => Fixes(
        """[DebuggerDisplay("{[|Total:N2|]} {[|Next.Total:C|]}")] public class Order { public decimal Total { get; set; } public Order Next => this; }""",
        """[DebuggerDisplay("{Total} {Next.Total}")] public class Order { public decimal Total { get; set; } public Order Next => this; }""");

    [Test]
    public Task A_name_before_a_colon_is_flagged() =>
        Flags("""[DebuggerDisplay("{[|Totl|]:N2}")] public class Order { public decimal Total { get; set; } }""");

    [TestCase("{(Total > 1 ? Total : 0)}", TestName = "A choice")]
    [TestCase("{Total > 1 ? Total:0}", TestName = "A choice without blanks")]
    [TestCase("{global::System.DateTime.Now}", TestName = "A name from the root")]
    [TestCase("{Total.ToString(\\\"N2\\\")}", TestName = "A format in a call")]
    [TestCase("{Total}:N2", TestName = "A colon behind the braces")]
    [TestCase("{Total,nq}", TestName = "What a debugger takes for a format")]
    public Task A_colon_that_is_no_format(string text) =>
        Allows($$"""[DebuggerDisplay("{{text}}")] public class Order { public decimal Total { get; set; } }""");

    [Test]
    public Task Entity_Framework_6_has_its_own_Include() => Given
        .WithFile(
            "/0/Ef6.cs",
            "namespace System.Data.Entity { public class DbContext { } public static class QueryableExtensions { "
            + "public static IQueryable<T> Include<T>(this IQueryable<T> source, string path) => source; } }")
        .WithReferences(References.Net10)
        .Flags("""using System.Data.Entity; public class Order { public List<int> Numbers { get; } = new(); public List<Line> Lines { get; } = new(); } public class Line { } public class Reader { public object Read(IQueryable<Order> orders) => orders.Include("Lines").Include([|"Lins"|]); }""");

    [Test]
    public Task Entity_Framework_6_makes_no_shadow_of_a_foreign_key() => Given
        .WithFile("/0/Ef6.cs", "namespace System.Data.Entity { public class DbContext { } }")
        .WithReferences(References.Net10)
        .Flags("""using System.ComponentModel.DataAnnotations.Schema; public class Order { public int Id { get; set; } [ForeignKey([|"BuyerKey"|])] public Customer? Customer { get; set; } } public class Customer { public int Id { get; set; } }""");

    // What must stay silent.

    [Test]
    public Task A_base_context_declares_for_its_heirs() =>
        Allows("""public class Db : Far.LibraryContext { } [Index("TenantKey")] public class Order { public int Id { get; set; } public decimal Total { get; set; } } namespace Far { public abstract class LibraryContext : DbContext { protected override void OnModelCreating(ModelBuilder builder) => builder.Entity<Order>().Property<string>("TenantKey"); } }""");

    [Test]
    public Task A_string_that_does_not_parse_is_allowed() => Allows(
        """[DebuggerDisplay("{Total +} {} {{Nope}} {global::System.DateTime.Now} {(Total > 1 ? Total : 0)} {\"")] public class Order { public decimal Total { get; set; } }""");

    [Test]
    public Task A_lambda_and_a_cast_in_a_string_are_allowed() =>
        Allows("""[DebuggerDisplay("{Lines.Where(x => x.Foo > 1)} {((Line)First).Bar} {nameof(Baz)}")] public class Order { public List<Line> Lines { get; } = new(); public object? First { get; set; } } public class Line { }""");

    [Test]
    public Task What_the_compiler_says_itself_is_allowed() => Allows(
        """#pragma warning disable CS8963"""
        + "\n"
        + """public class Order { private void Load() { } private void Check(bool value, [CallerArgumentExpression("valu")] string? text = null) => Load(); public void Run() => Check(true); }""");

    [Test]
    public Task A_type_that_inherits_from_nowhere_is_allowed() =>
        Given.ThatNeedNotCompile().Allows(Usings + """[DebuggerDisplay("{Name}")] public class Order : Missing { }""");

    [Test]
    public Task An_enum_and_a_delegate_are_allowed() =>
        Allows("""[DebuggerDisplay("{Whatever}")] public enum State { On } [DebuggerDisplay("{Target}")] public delegate void Told();""");

    [Test]
    public Task A_private_name_of_a_type_elsewhere_is_allowed() =>
        Allows("""[DebuggerDisplay("{_items.Length} {_size}")] public class Orders : List<int> { }""");

    [Test]
    public Task An_open_entity_is_allowed() =>
        Allows("""public class Reader<T> where T : class { private readonly DbContext db = null!; public object Read() => db.Set<T>().Include("Any").Where(item => EF.Property<int>(item, "Any") > 1); }""");

    [Test]
    public Task An_interpolated_path_is_allowed() =>
        Allows("""public class Reader { private readonly Db db = null!; public object Read(string part) => db.Orders.Include($"Lines.{part}"); }"""
            + Shop);

    [Test]
    public Task A_shared_entity_is_allowed() => Allows(
        """public class Model : Db { protected override void OnModelCreating(ModelBuilder builder) => builder.SharedTypeEntity<Dictionary<string, object>>("Tags", tag => { tag.IndexerProperty<int>("Number"); tag.HasKey("Number"); }); }"""
        + Shop);

    [Test]
    public Task An_owned_entity_is_allowed() => Allows(
        """public class Model : Db { protected override void OnModelCreating(ModelBuilder builder) => builder.Entity<Order>().OwnsMany(order => order.Lines, line => { line.WithOwner().HasForeignKey("OwnerNumber"); line.HasKey("OwnerNumber", "Id"); }); }"""
        + Shop);

    [Test]
    public Task An_index_over_a_discriminator_is_allowed() => Allows(
        """public class Model : Db { protected override void OnModelCreating(ModelBuilder builder) { builder.Entity<Order>().HasDiscriminator<string>("Kind"); builder.Entity<Order>().HasIndex("Kind"); } }"""
        + Shop);

    [TestCase("", TestName = "A context of other things")]
    [TestCase("public class Other : DbContext { public DbSet<Order> Orders => Set<Order>(); }",
        TestName = "Two contexts of other things")]
    public Task The_columns_of_an_entity_that_another_project_models_are_not_known(string contexts) =>
        Allows(OfUsers("\"TenantKey\"") + contexts);

    [TestCase("public class Users : DbContext { public DbSet<IdentityUser> All => Set<IdentityUser>(); }",
        TestName = "A set of it")]
    [TestCase(
        "public class Users : IEntityTypeConfiguration<IdentityUser> { public void "
        + "Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<IdentityUser> builder) { } }",
        TestName = "A configuration of it")]
    public Task The_columns_of_an_entity_that_this_project_models_are_known(string model) =>
        Flags(OfUsers("[|\"TenantKey\"|]") + model);

    private static string OfUsers(string name) =>
        "using Microsoft.AspNetCore.Identity; public class Reader { public object Read(IQueryable<IdentityUser> users) "
        + $"=> users.Where(user => EF.Property<int>(user, {name}) > 1); }} {Shop}";

    [Test]
    public Task A_period_is_allowed() =>
        Allows(Query("""db.Orders.Where(order => EF.Property<DateTime>(order, "PeriodStart") < DateTime.UtcNow)"""));

    [Test]
    public Task An_action_of_a_generic_base_is_allowed() => Allows(
        """public abstract class Crud<T> : ControllerBase { public Task<T?> Get(int id) => Task.FromResult<T?>(default); protected IActionResult Made() => CreatedAtAction("Show", null); } public class OrdersController : Crud<int> { public IActionResult Post() => CreatedAtAction(nameof(Get), new { id = 1 }, 1); }""");

    [Test]
    public Task A_suffix_that_is_kept_elsewhere_is_allowed() => Given
        .WithFile(
            "/0/Program.cs",
            """using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.DependencyInjection; public static class Startup { public static void Add(IServiceCollection services) => services.AddControllers(options => { options.SuppressAsyncSuffixInActionNames = false; }); }""")
        .Allows(Usings
            + """public class OrdersController : ControllerBase { public Task<int> GetAsync(int id) => Task.FromResult(id); public IActionResult Post() => CreatedAtAction(nameof(GetAsync), new { id = 1 }, 1); }""");

    [Test]
    public Task A_suffix_that_is_dropped_by_choice_is_flagged() => Given
        .WithFile(
            "/0/Program.cs",
            """using Microsoft.AspNetCore.Mvc; public static class Startup { public static void Add(MvcOptions options) => options.SuppressAsyncSuffixInActionNames = true; }""")
        .Flags(Usings
            + """public class OrdersController : ControllerBase { public Task<int> GetAsync(int id) => Task.FromResult(id); public IActionResult Post() => CreatedAtAction([|nameof(GetAsync)|], new { id = 1 }, 1); }""");

    [Test]
    public Task A_local_function_that_throws_by_name_is_allowed() =>
        Allows("""public class Orders { public void Add(string name) { Check(name, "customer"); static void Check(object? given, string what) { if (given is null) throw new ArgumentNullException(what); } } }""");

    [Test]
    public Task A_caught_name_is_allowed() =>
        Allows("""public class Orders { public void Add(object[] items) { foreach (var item in items) if (item is null) throw new ArgumentNullException("item"); } }""");

    [Test]
    public Task A_command_of_another_kind_is_allowed() =>
        Allows("""public class Page { public void OnPropertyChanged(string name) => Console.WriteLine(name); public void Load() => OnPropertyChanged("Nothing"); }""");

    // What is offered.

    [Test]
    public Task A_member_of_the_same_type_is_said_by_nameof() => Fixes(
        """public class Registration { public string Password { get; set; } = ""; [Compare([|"Pasword"|])] public string Confirm { get; set; } = ""; }""",
        """public class Registration { public string Password { get; set; } = ""; [Compare(nameof(Password))] public string Confirm { get; set; } = ""; }""");

    [Test]
    public Task An_attribute_on_a_type_names_the_type() => Fixes(
        """[Index([|"Totl"|])] public class Order { public int Id { get; set; } public decimal Total { get; set; } }""",
        """[Index(nameof(Order.Total))] public class Order { public int Id { get; set; } public decimal Total { get; set; } }""");

    [Test]
    public Task A_member_of_another_type_names_its_owner() => Fixes(
        Query("""db.Orders.OrderBy(order => EF.Property<decimal>(order, /* what */ [|"Totl"|] /* it is */))"""),
        Query(
            """db.Orders.OrderBy(order => EF.Property<decimal>(order, /* what */ nameof(Order.Total) /* it is */))"""));

    [Test]
    public Task An_owner_that_is_not_imported_is_written_in_full() => Fixes(
        """public class Reader { private readonly DbContext db = null!; public object Read(Far.Away.Book book) => db.Entry(book).Property([|"Titel"|]); } namespace Far.Away { public class Book { public int Id { get; set; } public string Title { get; set; } = ""; } }""",
        """public class Reader { private readonly DbContext db = null!; public object Read(Far.Away.Book book) => db.Entry(book).Property(nameof(Far.Away.Book.Title)); } namespace Far.Away { public class Book { public int Id { get; set; } public string Title { get; set; } = ""; } }""");

    [Test]
    public Task A_part_of_a_string_stays_text() => Fixes(
        """[DebuggerDisplay("{Id} {[|Totl|],nq}")] public class Order { public int Id { get; set; } public decimal Total { get; set; } }""",
        """[DebuggerDisplay("{Id} {Total,nq}")] public class Order { public int Id { get; set; } public decimal Total { get; set; } }""");

    [Test]
    public Task A_step_of_a_path_stays_text() => Fixes(
        Query("""db.Orders.Include("Lines.[|Products|]").Include([|"Line"|])"""),
        Query("""db.Orders.Include("Lines.Product").Include(nameof(Order.Lines))"""));

    [Test]
    public Task A_parameter_is_said_by_nameof() => Fixes(
        """public class Orders { public void Add(string name) { if (name is null) throw new ArgumentNullException([|"nmae"|]); } }""",
        """public class Orders { public void Add(string name) { if (name is null) throw new ArgumentNullException(nameof(name)); } }""");

    [Test]
    public Task The_first_part_of_a_parameter_path_stays_text() => Fixes(
        """public class Orders { public void Add(Uri options) { if (options.Host == "") throw new ArgumentException("No host", "[|opts|].Host"); } }""",
        """public class Orders { public void Add(Uri options) { if (options.Host == "") throw new ArgumentException("No host", "options.Host"); } }""");

    [Test]
    public Task A_dropped_suffix_is_dropped() => Fixes(
        """public class OrdersController : ControllerBase { public Task<int> GetAsync(int id) => Task.FromResult(id); public IActionResult Post() => CreatedAtAction([|nameof(GetAsync)|], new { id = 1 }, 1); }""",
        """public class OrdersController : ControllerBase { public Task<int> GetAsync(int id) => Task.FromResult(id); public IActionResult Post() => CreatedAtAction("Get", new { id = 1 }, 1); }""");

    [Test]
    public Task An_action_of_the_same_controller_is_said_by_nameof() => Fixes(
        """public class OrdersController : Controller { public IActionResult Details(int id) => Ok(id); public IActionResult Post() => RedirectToAction([|"Detail"|], new { id = 1 }); }""",
        """public class OrdersController : Controller { public IActionResult Details(int id) => Ok(id); public IActionResult Post() => RedirectToAction(nameof(Details), new { id = 1 }); }""");

    [Test]
    public Task All_of_a_file_are_repaired_at_once() => Fixes(
        """public class Page : INotifyPropertyChanged { public event PropertyChangedEventHandler? PropertyChanged; public string Title { get; set; } = ""; public int Count { get; set; } private void OnPropertyChanged(string name) => PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(name)); public void Load() { OnPropertyChanged([|"Titel"|]); OnPropertyChanged([|"Cuont"|]); } }""",
        """public class Page : INotifyPropertyChanged { public event PropertyChangedEventHandler? PropertyChanged; public string Title { get; set; } = ""; public int Count { get; set; } private void OnPropertyChanged(string name) => PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(name)); public void Load() { OnPropertyChanged(nameof(Title)); OnPropertyChanged(nameof(Count)); } }""");

    [Test]
    public Task Old_targets_get_nameof_too() =>
        Given.WithReferences(References.NetStandard20).InLanguage(LanguageVersion.CSharp7_3).Fixes(
            """
            using System;
            public class Orders { public void Add(string name) { if (name == null) throw new ArgumentNullException([|"nmae"|]); } }
            """,
            """
            using System;
            public class Orders { public void Add(string name) { if (name == null) throw new ArgumentNullException(nameof(name)); } }
            """);

    [Test]
    public Task A_constant_is_not_rewritten() =>
        OffersNoFix(Query("""db.Orders.Include([|Names.Path|])""")
            + """ public static class Names { public const string Path = "Linez"; }""");

    [Test]
    public Task Where_nothing_resembles_nothing_is_offered() =>
        OffersNoFix(
            """[DebuggerDisplay("{[|Zqxjkvbw|]}")] public class Order { public decimal Total { get; set; } public string Name { get; set; } = ""; }""");

    private const string Program =
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder();
        builder.Services.AddAuthorization(options => options.AddPolicy("Managers", policy => policy.RequireRole("a")));
        builder.Services.AddKeyedSingleton<object>("post", new object());
        var app = builder.Build();
        app.MapGet("/orders/{id}", (int id) => id).WithName("GetOrder");

        """;

    [TestCase("app.MapGet(\"/stock\", () => \"\").RequireAuthorization([|\"Auditors\"|]);")]
    [TestCase("app.MapPost(\"/orders\", () => Results.CreatedAtRoute([|\"ShowInvoice\"|], new { id = 1 }));")]
    [TestCase("app.Services.GetRequiredKeyedService<object>([|\"pigeon\"|]);")]
    public Task An_application_has_all_names_in_sight(string statement) => Flags(Program + statement);

    [TestCase("app.MapGet(\"/stock\", () => \"\").RequireAuthorization(\"Managers\");")]
    [TestCase("app.MapPost(\"/orders\", () => Results.CreatedAtRoute(\"GetOrder\", new { id = 1 }));")]
    [TestCase("app.Services.GetRequiredKeyedService<object>(\"post\");")]
    [TestCase("app.MapGet(\"/stock\", () => \"\").RequireCors(\"Anyone\");")]
    public Task What_an_application_has_given_is_allowed(string statement) => Allows(Program + statement);
}
