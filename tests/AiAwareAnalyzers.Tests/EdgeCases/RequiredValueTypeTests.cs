using AiAwareAnalyzers.EdgeCases;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

public sealed class RequiredValueTypeTests : RuleTests<RequiredValueType, RequiredValueTypeFix>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("[[|Required|]] public int Amount { get; set; }", TestName = "A number")]
    [TestCase("[[|Required|]] public long Amount { get; set; }", TestName = "A long number")]
    [TestCase("[[|Required|]] public decimal Price { get; set; }", TestName = "A price")]
    [TestCase("[[|Required|]] public double Weight { get; set; }", TestName = "A floating-point number")]
    [TestCase("[[|Required|]] public Guid Reference { get; set; }", TestName = "A key")]
    [TestCase("[[|Required|]] public DateTime Start { get; set; }", TestName = "A date")]
    [TestCase("[[|Required|]] public DateOnly Day { get; set; }", TestName = "A day")]
    [TestCase("[[|Required|]] public DateTimeOffset At { get; set; }", TestName = "A time with its zone")]
    [TestCase("[[|Required|]] public TimeSpan Length { get; set; }", TestName = "A length of time")]
    [TestCase("[[|Required|]] public Kind Kind { get; set; }", TestName = "An enum")]
    [TestCase("[[|Required|]] public int Amount { get; init; }", TestName = "A number that is set once")]
    [TestCase(
        """[[|Required(ErrorMessage = "How many?")|]] public int Amount { get; set; }""", TestName = "With a message")]
    [TestCase(
        """[Display(Name = "Amount"), [|Required|]] public int Amount { get; set; }""",
        TestName = "Behind another attribute")]
    [TestCase("[[|RequiredAttribute|]] public int Amount { get; set; }", TestName = "By its full name")]
    [TestCase(
        """[[|Required|]] public int One { get; set; } [[|Required|]] public Guid Two { get; set; }""",
        TestName = "Two members")]
    public Task Members_that_are_never_null(string member) => Flags(Code(member));

    [TestCase("CreateOrderRequest")]
    [TestCase("OrderDto")]
    [TestCase("CreateOrderCommand")]
    [TestCase("OrderInput")]
    [TestCase("OrderPayload")]
    public Task Types_that_a_caller_sends(string type) =>
        Flags(Code("[[|Required|]] public int Amount { get; set; }", type));

    [Test]
    public Task A_positional_member_of_a_record() => Flags("""
        using System.ComponentModel.DataAnnotations;
        public record CreateOrderRequest([property: [|Required|]] int Amount);
        [Microsoft.AspNetCore.Mvc.ApiController]
        public class OrdersController : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            [Microsoft.AspNetCore.Mvc.HttpPost] public void Send(CreateOrderRequest body) { }
        }
        """);

    [TestCase(
        "static void Map(WebApplication app) => app.MapPost(\"/\", (OrderDto order) => { });", TestName = "Lambda")]
    [TestCase(
        "static void Map(WebApplication app) => app.MapPost(\"/\", Send); static void Send(OrderDto order) { }",
        TestName = "Method group")]
    [TestCase(
        "public class OrdersModel : PageModel { [BindProperty] public OrderDto Order { get; set; } = new(); }",
        TestName = "Page")]
    [TestCase(
        "public record Basket(List<OrderDto> Orders); [ApiController] public class BasketController : ControllerBase "
        + "{ [HttpPost] public void Send(Basket basket) { } }",
        TestName = "Part of another")]
    [TestCase(
        "static async Task Read(HttpRequest request) => await request.ReadFromJsonAsync<OrderDto>();",
        TestName = "By hand")]
    public Task Places_that_a_request_fills(string place) => Flags(Sent(place, "[|Required|]"));

    [TestCase("static void Price(OrderDto order) { }", TestName = "A method of its own")]
    [TestCase("static List<OrderDto> All { get; } = new();", TestName = "A list of its own")]
    [TestCase(
        "[ApiController] public class OrdersController : ControllerBase { [HttpGet] public OrderDto Read() => new(); }",
        TestName = "What is only answered")]
    [TestCase(
        "static async Task Ask(HttpClient client) => await client.GetFromJsonAsync<OrderDto>(\"orders\");",
        TestName = "What another service answers")]
    public Task Places_that_no_request_fills(string place) => Allows(Sent(place, "Required"));

    [TestCase("[Required] public Guid CustomerId { get; set; }", TestName = "A Guid")]
    [TestCase("[Required] public int OrderId { get; set; }", TestName = "A number")]
    [TestCase("[Required] public long Id { get; set; }", TestName = "The row itself")]
    public Task A_row_that_is_looked_up_by_0_is_not_found(string member) => Allows(Code(member));

    [TestCase("[[|Required|]] public int Paid { get; set; }", TestName = "A word that ends alike")]
    [TestCase("[[|Required|]] public DateTime ValidId { get; set; }", TestName = "A date names no row")]
    public Task What_only_sounds_like_an_id(string member) => Flags(Code(member));

    [Test]
    public Task The_message_names_the_default() => Says(
        Code("[[|Required|]] public Guid Reference { get; set; }"),
        "'[Required]' on 'Reference' never fails: a request without it gives 'Guid.Empty', which is a value, and goes "
        + "on with it; "
        + "make it 'Guid?', demand it with '[JsonRequired]', or give it a range");

    [TestCase("[Required] public string Name { get; set; } = \"\";", TestName = "A text")]
    [TestCase("[Required] public int? Amount { get; set; }", TestName = "A number that may be missing")]
    [TestCase("[Required] public Guid? Id { get; set; }", TestName = "An id that may be missing")]
    [TestCase("[Required] public bool Agreed { get; set; }", TestName = "A switch")]
    [TestCase(
        """[Required] public required int Amount { get; set; }""", TestName = "A member that every initializer gives")]
    [TestCase("[Required, JsonRequired] public int Amount { get; set; }", TestName = "A member that JSON must have")]
    [TestCase("[Required, BindRequired] public int Amount { get; set; }", TestName = "A member that binding must have")]
    [TestCase("[Required, Range(1, 10)] public int Amount { get; set; }", TestName = "A range")]
    [TestCase(
        """[Required, EnumDataType(typeof(Kind))] public Kind Kind { get; set; }""",
        TestName = "A rule of another kind")]
    [TestCase("[Required, Positive] public int Amount { get; set; }", TestName = "A rule of its own")]
    [TestCase("[Required] public int Amount { get; set; } = 1;", TestName = "A default that is meant")]
    [TestCase("[Required] public int Amount => 1;", TestName = "A member that is computed")]
    [TestCase("[Required] public int Amount { get; }", TestName = "A member that nobody sets")]
    [TestCase("public int Amount { get; set; }", TestName = "No attribute")]
    [TestCase("[Required] public List<int> Amounts { get; set; } = new();", TestName = "A list of numbers")]
    [TestCase("[Required] public object Anything { get; set; } = 1;", TestName = "An object")]
    [TestCase(
        """private int _amount; [Required] public int Amount { get => _amount; set => _amount = value > 0 ? value : throw new ArgumentException(); }""",
        TestName = "A setter that looks")]
    [TestCase("[Required, JsonIgnore] public int Amount { get; set; }", TestName = "A member that is not read")]
    public Task Members_that_can_be_missed(string member) => Allows(Code(member));

    [TestCase("Order", TestName = "A type of its own")]
    [TestCase("OrderEntity", TestName = "A row by name")]
    [TestCase("OrderOptions", TestName = "Options are read otherwise")]
    [TestCase("OrderResponse", TestName = "What is sent back")]
    public Task Types_that_nobody_sends(string type) =>
        Allows(Code("[Required] public int Amount { get; set; }", type));

    [Test]
    public Task A_row_of_a_table_has_a_column_that_is_not_null() => Allows(
        Code("[Required] public int Amount { get; set; }")
        + "public class Shop : Microsoft.EntityFrameworkCore.DbContext { public "
        + "Microsoft.EntityFrameworkCore.DbSet<CreateOrderRequest> Orders { get; set; } = null!; }");

    [Test]
    public Task A_type_that_validates_itself() => Allows(Code("[Required] public int Amount { get; set; }").Replace(
        "class CreateOrderRequest", "class CreateOrderRequest : IValidatableObject", StringComparison.Ordinal)
        .Replace(
            "/* more */",
            "public IEnumerable<ValidationResult> Validate(ValidationContext context) { if (Amount == 0) yield return "
            + "new(\"How many?\"); }",
            StringComparison.Ordinal));

    [Test]
    public Task A_body_must_have_it() => Fixes(
        Code("[[|Required|]] public int Amount { get; set; } // pieces"),
        Code("[Required, JsonRequired] public int Amount { get; set; } // pieces"));

    [Test]
    public Task A_form_is_no_JSON() =>
        OffersNoFix(Code("[[|Required|]] public int Amount { get; set; }", "OrderFormRequest"));

    [Test]
    public async Task A_repaired_request_without_the_value_is_refused()
    {
        var (before, after) = await Running.Repairing<RequiredValueType, RequiredValueTypeFix>(
            """
            using System.ComponentModel.DataAnnotations;
            using System.Text.Json;
            using System.Threading.Tasks;
            public class CreateOrderRequest
            {
                [Required] public int Amount { get; set; }
            }
            public class OrdersController : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                public void Send(CreateOrderRequest request) { }
            }
            public static class Proof
            {
                public static Task<string> Run()
                {
                    try { return Task.FromResult(JsonSerializer.Deserialize<CreateOrderRequest>("{}")!.Amount.ToString()); }
                    catch (JsonException) { return Task.FromResult("refused"); }
                }
            }
            """,
            new Setting(References.AspNetCore));
        Assert.That((before, after), Is.EqualTo(("0", "refused")));
    }

    private static string Code(string member, string type = "CreateOrderRequest") => $$"""
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Mvc.ModelBinding;
        public enum Kind { Letter, Parcel }
        public class PositiveAttribute : ValidationAttribute { }
        public class {{type}}
        {
            {{member}}
            /* more */
        }
        [Microsoft.AspNetCore.Mvc.ApiController]
        public class OrdersController : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            [Microsoft.AspNetCore.Mvc.HttpPost] public void Send({{type}} body) { }
        }

        """;

    private static string Sent(string place, string required) => $$"""
        using System.ComponentModel.DataAnnotations;
        using System.Net.Http;
        using System.Net.Http.Json;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        public class OrderDto { [{{required}}] public int Amount { get; set; } }
        public static class Program
        {
            {{place}}
        }
        """;
}
