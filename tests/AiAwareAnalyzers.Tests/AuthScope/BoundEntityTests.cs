using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

[CSharp(12)]
public sealed class BoundEntityTests : RuleTests<BoundEntity>
{
    private protected override ReferenceSet Framework => References.Authentication;

    private const string Add = "_shop.Orders.Add(order); _shop.SaveChanges(); return Ok();";

    [Test]
    public Task A_body_that_is_added_is_flagged() => Flags(Action("[FromBody] Order [|order|]", Add));

    [Test]
    public Task The_message_names_what_the_sender_sets() => Says(
        Action("Order [|order|]", Add),
        "'order' comes from the request and is saved as it is (mass assignment), so callers of "
        + "'OrdersController.Post' also set 'IsAdminOnly', 'UserId', 'IsPaid' and 1 more of 'Order'; bind a request "
        + "type with the members that callers may choose, and copy them");

    [Test]
    public Task A_form_that_is_added_is_flagged() => Flags(Action("[FromForm] Order [|order|]", Add));

    [Test]
    public Task A_parameter_without_an_attribute_is_flagged() => Flags(Action("Order [|order|]", Add));

    [Test]
    public Task An_update_is_flagged() => Flags(Action("Order [|order|]", "_shop.Update(order); return Ok();"));

    [Test]
    public Task A_state_of_modified_is_flagged() =>
        Flags(Action("int id, Order [|order|]", "_shop.Entry(order).State = EntityState.Modified; return Ok();"));

    [Test]
    public Task New_values_of_a_row_are_flagged() => Flags(Action(
        "int id, Order [|order|]",
        "var stored = _shop.Orders.Find(id)!; _shop.Entry(stored).CurrentValues.SetValues(order); return Ok();"));

    [Test]
    public Task An_asynchronous_addition_is_flagged() => Flags(Action(
        "Order [|order|]", "_shop.Orders.AddAsync(order).AsTask().Wait(); return Ok();"));

    [Test]
    public Task A_repository_behind_an_interface_is_flagged() => Flags(Action(
        "Order [|order|]",
        "_orders.Put(order); return Ok();",
        more: """
        public interface IOrders { void Put(Order it); }
        public sealed class Orders(Shop shop) : IOrders { public void Put(Order it) { shop.Orders.Add(it); shop.SaveChanges(); } }
        """));

    [Test]
    public Task A_service_and_its_repository_are_flagged() => Flags(Action(
        "Order [|order|]",
        "_orders.Put(order); return Ok();",
        more: """
        public interface IOrders { void Put(Order it); }
        public sealed class Orders(Rows rows) : IOrders { public void Put(Order it) => rows.Keep(it); }
        public sealed class Rows(Shop shop) { public void Keep(Order row) => shop.Orders.Update(row); }
        """));

    [Test]
    public Task A_service_whose_code_is_elsewhere_is_flagged() => Flags(Action(
        "Order [|order|]",
        "_orders.CreateOrder(order); return Ok();",
        more: "public interface IOrders { void CreateOrder(Order it); }"));

    [Test]
    public Task A_route_is_flagged() => Flags(Route("""
        app.MapPost("/orders", (Order [|order|], Shop shop) => { shop.Orders.Add(order); shop.SaveChanges(); }).RequireAuthorization();
        """));

    [Test]
    public Task A_body_that_is_read_by_hand_is_flagged() => Flags(Route("""
        app.MapPost("/orders", async (HttpContext context, Shop shop) =>
        {
            var [|order|] = await context.Request.ReadFromJsonAsync<Order>();
            shop.Orders.Add(order!);
            await shop.SaveChangesAsync();
        }).RequireAuthorization();
        """));

    [Test]
    public Task A_property_of_a_page_is_flagged() =>
        Flags(Page("[BindProperty] public Order [|Input|] { get; set; } = new();"));

    [Test]
    public Task A_member_that_is_set_leaves_the_others() => Flags(Action(
        "Order [|order|]", "order.UserId = User.Identity!.Name!; " + Add));

    [Test]
    public Task An_application_that_authenticates_nobody_is_told_softly() => Suggests(Route("""
        app.MapPost("/orders", (Order [|order|], Shop shop) => { shop.Orders.Add(order); shop.SaveChanges(); });
        """, authentication: ""));

    [Test]
    public Task A_request_type_is_allowed() => Allows(Action(
        "Form form",
        "_shop.Orders.Add(new Order { Name = form.Name }); return Ok();",
        "public record Form(string Name);"));

    [Test]
    public Task A_row_without_guarded_members_is_allowed() => Allows(Action(
        "Tag tag", "_shop.Add(tag); return Ok();",
        "public class Tag { public int Id { get; set; } public string Text { get; set; } = \"\"; }"));

    [Test]
    public Task Guarded_members_that_are_all_set_are_allowed() => Allows(Action(
        "Order order",
        "order.UserId = \"me\"; order.IsPaid = false; order.Status = 0; order.IsAdminOnly = false; " + Add));

    [Test]
    public Task A_service_that_sets_them_is_allowed() => Allows(Action(
        "Order order",
        "_orders.Put(order); return Ok();",
        more: """
        public interface IOrders { void Put(Order it); }
        public sealed class Orders(Shop shop) : IOrders
        {
            public void Put(Order it)
            {
                it.UserId = "me"; it.IsPaid = false; it.Status = 0; it.IsAdminOnly = false;
                shop.Orders.Add(it);
            }
        }
        """));

    [Test]
    public Task Names_that_are_bound_are_allowed() => Allows(Action("[Bind(\"Name,Id\")] Order order", Add));

    [Test]
    public Task A_name_list_that_holds_one_of_them_is_flagged() =>
        Flags(Action("[Bind(\"Name,IsPaid\")] Order [|order|]", Add));

    [Test]
    public Task Members_that_nobody_binds_are_allowed() => Allows(Action(
        "Tag tag", "_shop.Add(tag); return Ok();",
        "public class Tag { [System.Text.Json.Serialization.JsonIgnore] public string UserId { get; set; } = \"\"; }"));

    [Test]
    public Task Members_without_a_public_setter_are_allowed() => Allows(Action(
        "Tag tag", "_shop.Add(tag); return Ok();",
        "public class Tag { public string UserId { get; private set; } = \"\"; public bool IsPaid => true; }"));

    [Test]
    public Task An_object_that_is_only_looked_at_is_allowed() => Allows(Action(
        "Order order", "return Ok(order.Name);"));

    [Test]
    public Task An_object_that_is_mapped_is_allowed() => Allows(Action(
        "Order order", "_shop.Orders.Add(new Order { Name = order.Name }); return Ok();"));

    [Test]
    public Task A_service_of_the_container_is_allowed() => Allows(Action(
        "[FromServices] Order order", Add));

    [Test]
    public Task A_list_in_memory_is_allowed() => Allows(Action(
        "Order order", "var list = new List<Order>(); list.Add(order); return Ok();"));

    [Test]
    public Task A_type_that_no_context_holds_is_allowed_elsewhere() => Allows(Action(
        "Message message", "_orders.CreateMessage(message); return Ok();",
        """
        public class Message { public string UserId { get; set; } = ""; }
        public interface IOrders { void CreateMessage(Message it); }
        """));

    [Test]
    public Task A_validator_elsewhere_is_allowed() => Allows(Action(
        "Order order", "_orders.Validate(order); return Ok();",
        more: "public interface IOrders { void Validate(Order it); }"));

    [Test]
    public Task Administrators_may_set_everything() =>
        Allows(Action("Order order", Add, attributes: "[Authorize(Roles = \"Admin\")]"));

    [Test]
    public Task A_back_office_may_set_everything() =>
        Allows(Action("Order order", Add).Replace("Route(\"orders\")", "Route(\"admin/orders\")"));

    [Test]
    public Task A_get_is_allowed() =>
        Allows(Action("[FromQuery] Order order", "return Ok(order);").Replace("[HttpPost]", "[HttpGet]"));

    [Test]
    public Task Stamps_are_the_business_of_a_context_that_saves_itself() => Allows(Action(
        "Note note", "_shop.Notes.Add(note); return Ok();"));

    [Test]
    public Task A_registration_is_allowed() =>
        Allows(Action("Order order", Add).Replace("public IActionResult Post", "public IActionResult Register"));

    [Test]
    public Task A_row_that_was_loaded_is_allowed() => Allows(Action(
        "int id, string name",
        "var order = _shop.Orders.Find(id)!; order.Name = name; _shop.Update(order); return Ok();"));

    [Test]
    public Task A_page_that_binds_a_form_is_allowed() => Allows(Page("public Order Input { get; set; } = new();"));

    private static string Action(
        string parameters, string body, string more = "", string attributes = "[Authorize]") => $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        {{Rows}}
        {{(more.Contains("interface IOrders") ? "" : "public interface IOrders { }")}}
        {{more}}
        [ApiController, Route("orders")]
        {{attributes}}
        public sealed class OrdersController : ControllerBase
        {
            private readonly Shop _shop;
            private readonly IOrders _orders;

            public OrdersController(Shop shop, IOrders orders)
            {
                _shop = shop;
                _orders = orders;
            }

            [HttpPost]
            public IActionResult Post({{parameters}}) { {{body}} }
        }
        """;

    private static string Page(string property) => $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.EntityFrameworkCore;
        {{Rows}}
        [Authorize]
        public sealed class CreateModel : PageModel
        {
            private readonly Shop _shop;

            public CreateModel(Shop shop) => _shop = shop;

            {{property}}

            public IActionResult OnPost()
            {
                _shop.Orders.Add(Input);
                _shop.SaveChanges();
                return Page();
            }
        }
        """;

    private static string Route(
        string route, string authentication = "builder.Services.AddAuthentication().AddCookie();") => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        {{authentication}}
        var app = builder.Build();
        {{route}}
        app.Run();
        {{Rows}}
        """;

    private const string Rows = """
        public class Order
        {
            public int Id { get; set; }
            public string Name { get; set; } = "";
            public string UserId { get; set; } = "";
            public bool IsPaid { get; set; }
            public bool IsAdminOnly { get; set; }
            public int Status { get; set; }
        }
        public class Note
        {
            public int Id { get; set; }
            public string CreatedBy { get; set; } = "";
            public DateTime UpdatedAt { get; set; }
        }
        public class Shop : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Note> Notes => Set<Note>();
            public override int SaveChanges() => base.SaveChanges();
        }
        """;
}
