using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

[CSharp(12)]
public sealed class WriteOnGetTests : RuleTests<WriteOnGet>
{
    private protected override ReferenceSet Framework => References.Authentication;

    private const string Delete = "_shop.Orders.Remove(_shop.Orders.Find(id)!); _shop.SaveChanges(); return Ok();";

    [Test]
    public Task A_deletion_by_link_is_flagged() =>
        Flags(Controller($$"""[HttpGet("{id}/delete")] public IActionResult [|Delete|](int id) { {{Delete}} }"""));

    [Test]
    public Task The_message_names_the_call_and_the_way_out() => Says(
        Controller($$"""[HttpGet("{id}/delete")] public IActionResult [|Delete|](int id) { {{Delete}} }"""),
        "'OrdersController.Delete' answers to GET and changes data by 'SaveChanges', so a link or an image on any page "
        + "does it in the name of the user who is signed in (CSRF), and so does a prefetching browser; answer to POST "
        + "with an antiforgery token instead, or to DELETE");

    [Test]
    public Task A_route_that_says_it_is_enough() =>
        Flags(Controller($$"""[HttpGet("{id}/cancel")] public IActionResult [|Order|](int id) { {{Delete}} }"""));

    [Test]
    public Task An_action_without_a_verb_is_flagged() => Flags(Controller(
        $$"""public IActionResult [|Delete|](int id) { {{Delete}} }""", "Controller", "[Authorize]"));

    [Test]
    public Task A_handler_of_a_page_is_flagged() => Flags(Page("""
        public IActionResult [|OnGetDelete|](int id)
        {
            _shop.Orders.Remove(_shop.Orders.Find(id)!);
            _shop.SaveChanges();
            return Page();
        }
        """));

    [Test]
    public Task An_asynchronous_handler_of_a_page_is_flagged() => Flags(Page("""
        public async Task<IActionResult> [|OnGetApproveAsync|](int id)
        {
            (await _shop.Orders.FindAsync(id))!.Status = 2;
            await _shop.SaveChangesAsync();
            return Page();
        }
        """));

    [Test]
    public Task A_mapped_route_is_flagged() => Flags(Route("""
        app.[|MapGet|]("/orders/{id}/approve", async (int id, Shop shop) =>
        {
            (await shop.Orders.FindAsync(id))!.Status = 2;
            await shop.SaveChangesAsync();
        });
        """));

    [Test]
    public Task A_deletion_in_place_is_flagged() => Flags(Controller("""
        [HttpGet("purge")] public async Task<int> [|Purge|]() => await _shop.Orders.ExecuteDeleteAsync();
        """));

    [Test]
    public Task A_service_behind_an_interface_is_flagged() => Flags(Controller(
        """[HttpGet("{id}/remove")] public IActionResult [|Remove|](int id) { _orders.Drop(id); return Ok(); }""",
        more: """
        public interface IOrders { void Drop(int id); }
        public sealed class Orders(Shop shop) : IOrders { public void Drop(int id) { shop.Remove(id); shop.SaveChanges(); } }
        """));

    [Test]
    public Task A_service_whose_code_is_elsewhere_is_flagged() => Flags(Controller(
        """[HttpGet("{id}/remove")] public IActionResult [|Remove|](int id) { _orders.DeleteOrder(id); return Ok(); }""",
        more: "public interface IOrders { void DeleteOrder(int id); }"));

    [Test]
    public Task A_request_that_is_handled_elsewhere_is_flagged() => Flags(Controller(
        """[HttpGet("{id}/refund")] public async Task [|Refund|](int id, ISender sender) => await sender.Send(new Refund(id));""",
        more: """
        public interface IOrders { }
        public interface IRequest { }
        public interface ISender { Task Send(IRequest request); }
        public interface IRequestHandler<T> { Task Handle(T request, CancellationToken token); }
        public sealed record Refund(int Id) : IRequest;
        public sealed class RefundHandler(Shop shop) : IRequestHandler<Refund>
        {
            public async Task Handle(Refund request, CancellationToken token) => await shop.SaveChangesAsync(token);
        }
        """));

    [Test]
    public Task A_private_method_is_followed() => Flags(Controller($$"""
        [HttpGet("{id}/disable")] public IActionResult [|Disable|](int id) => Off(id);

        private IActionResult Off(int id) { {{Delete}} }
        """));

    [Test]
    public Task A_toggle_is_flagged() =>
        Flags(Controller($$"""[HttpGet("{id}/toggle")] public IActionResult [|Toggle|](int id) { {{Delete}} }"""));

    [Test]
    public Task A_save_inside_a_lambda_is_flagged() => Flags(Controller("""
        [HttpGet("reset")] public IActionResult [|Reset|]()
        {
            Run(() => _shop.SaveChanges());
            return Ok();
        }

        private static void Run(Func<int> work) => work();
        """));

    [Test]
    public Task A_prefix_of_the_verb_does_not_hide_it() =>
        Flags(Controller($$"""[HttpGet("{id}")] public IActionResult [|DoCancelOrder|](int id) { {{Delete}} }"""));

    [Test]
    public Task A_sign_out_is_a_suggestion() => Suggests(Controller("""
        [HttpGet("logout")] public async Task<IActionResult> [|Logout|]()
        {
            await HttpContext.SignOutAsync();
            return Redirect("/");
        }
        """));

    [TestCase("string? logoutId", "", TestName = "The id of a request to leave")]
    [TestCase("string? post_logout_redirect_uri", "", TestName = "Where to go then")]
    [TestCase("", "var request = HttpContext.GetOpenIddictServerRequest();", TestName = "The request of the protocol")]
    public Task The_end_of_a_session_is_a_get_by_its_protocol(string parameter, string first) =>
        Allows(Leaving("Logout", parameter, first));

    [TestCase("string? returnUrl", "", TestName = "Another address")]
    [TestCase("", "var request = HttpContext.Request;", TestName = "Another look at the request")]
    public Task The_end_of_a_session_of_its_own_is_a_suggestion(string parameter, string first) =>
        Suggests(Leaving("[|Logout|]", parameter, first));

    private static string Leaving(string name, string parameter, string first) => Controller($$"""
        [HttpGet("logout")] public async Task<IActionResult> {{name}}({{parameter}})
        {
            {{first}}
            await HttpContext.SignOutAsync();
            return Redirect("/");
        }
        """) + """

        public static class Requests
        {
            public static object? GetOpenIddictServerRequest(this Microsoft.AspNetCore.Http.HttpContext c) => c;
        }
        """;

    [TestCase("LogoutModel", TestName = "A page to log out")]
    [TestCase("SignOutModel", TestName = "A page to sign out")]
    [TestCase("LogOff", TestName = "A page to log off")]
    public Task A_page_that_signs_out_when_it_is_shown(string page) => Suggests(Page("""
        public Task<IActionResult> [|OnGetAsync|]() => Leave();

        public Task<IActionResult> OnPostAsync() => Leave();

        private async Task<IActionResult> Leave()
        {
            await HttpContext.SignOutAsync();
            return Redirect("/");
        }
        """).Replace("OrdersModel", page));

    [Test]
    public Task A_page_to_log_out_that_asks_first_is_allowed() => Allows(Page("""
        public void OnGet() { }

        public Task OnPostAsync() => HttpContext.SignOutAsync();
        """).Replace("OrdersModel", "LogoutModel"));

    [Test]
    public Task A_login_page_that_clears_the_cookie_of_another_provider_is_allowed() => Allows(Page("""
        public Task OnGetAsync() => HttpContext.SignOutAsync("Identity.External");
        """).Replace("OrdersModel", "LoginModel"));

    [Test]
    public Task A_post_is_allowed() =>
        Allows(Controller($$"""[HttpPost("{id}/delete")] public IActionResult Delete(int id) { {{Delete}} }"""));

    [Test]
    public Task A_delete_is_allowed() =>
        Allows(Controller($$"""[HttpDelete("{id}")] public IActionResult Delete(int id) { {{Delete}} }"""));

    [Test]
    public Task A_form_that_confirms_is_allowed() => Allows(Controller(
        """[HttpGet("{id}/delete")] public IActionResult Delete(int id) => View(_shop.Orders.Find(id));""",
        "Controller"));

    [Test]
    public Task A_look_is_allowed() =>
        Allows(Controller("""[HttpGet("{id}")] public Order? Get(int id) => _shop.Orders.Find(id);"""));

    [Test]
    public Task A_counter_of_looks_is_allowed() => Allows(Controller("""
        [HttpGet("{id}")] public Order? Get(int id)
        {
            var order = _shop.Orders.Find(id);
            order!.Status++;
            _shop.SaveChanges();
            return order;
        }
        """));

    [Test]
    public Task Something_made_on_the_first_look_is_allowed() => Allows(Controller("""
        [HttpGet("basket")] public Order Basket()
        {
            var basket = _shop.Orders.FirstOrDefault() ?? _shop.Orders.Add(new Order()).Entity;
            _shop.SaveChanges();
            return basket;
        }
        """));

    [Test]
    public Task A_link_in_a_mail_is_allowed() => Allows(Controller(
        $$"""[HttpGet("confirm-email")] public IActionResult ConfirmEmail(int id) { {{Delete}} }"""));

    [Test]
    public Task Unsubscribing_by_link_is_allowed() => Allows(Controller(
        $$"""[HttpGet("unsubscribe/remove")] public IActionResult Unsubscribe(int id) { {{Delete}} }"""));

    [Test]
    public Task A_callback_of_an_identity_provider_is_allowed() => Allows(Controller(
        $$"""[HttpGet("signin-callback/update")] public IActionResult Callback(int id) { {{Delete}} }"""));

    [Test]
    public Task A_page_that_shows_what_will_go_is_allowed() => Allows(Page("""
        public Order? Doomed { get; private set; }

        public void OnGetDelete(int id) => Doomed = _shop.Orders.Find(id);
        """));

    [Test]
    public Task A_posted_handler_of_a_page_is_allowed() => Allows(Page("""
        public IActionResult OnPostDelete(int id)
        {
            _shop.SaveChanges();
            return Page();
        }
        """));

    [Test]
    public Task A_list_of_what_was_deleted_is_allowed() => Allows(Controller("""
        [HttpGet("deleted")] public List<Order> Deleted() => _shop.Orders.Where(order => order.Status == 9).ToList();
        """));

    [Test]
    public Task Updates_to_read_are_allowed() => Allows(Controller("""
        [HttpGet("updates")] public List<Order> Updates()
        {
            _shop.SaveChanges();
            return _shop.Orders.ToList();
        }
        """));

    [Test]
    public Task An_api_action_without_a_verb_is_not_reached_by_its_name() => Allows(Controller(
        $$"""public IActionResult Delete(int id) { {{Delete}} }"""));

    [Test]
    public Task An_action_for_two_verbs_that_posts_is_allowed() => Allows(Controller(
        $$"""[HttpPost] public IActionResult Remove(int id) { {{Delete}} }""", "Controller"));

    [Test]
    public Task What_is_removed_from_a_list_is_allowed() => Allows(Controller("""
        [HttpGet("reset")] public IActionResult Reset()
        {
            var seen = new List<int> { 1 };
            seen.Remove(1);
            return Ok(seen);
        }
        """));

    [Test]
    public Task A_cache_may_be_emptied() => Allows(Controller(
        """[HttpGet("clear")] public IActionResult Clear() { _orders.Remove("all"); return Ok(); }""",
        more: "public interface IOrders { void Remove(string key); }").Replace("IOrders", "IOrderCache"));

    [Test]
    public Task An_object_of_the_project_keeps_nothing() => Allows(Controller("""
        [HttpGet("reset")] public IActionResult Reset()
        {
            var clock = new Clock();
            clock.Reset();
            return Ok(clock);
        }

        private sealed class Clock { public int Time { get; set; } public void Reset() => Time = 0; }
        """));

    [Test]
    public Task A_log_is_no_change() => Allows(Controller("""
        [HttpGet("{id}/cancel")] public IActionResult Cancel(int id, ILogger<Order> logger)
        {
            logger.LogInformation("Asked to cancel {Id}", id);
            return Ok();
        }
        """));

    [Test]
    public Task A_mapped_look_is_allowed() => Allows(Route("""
        app.MapGet("/orders/{id}", async (int id, Shop shop) => await shop.Orders.FindAsync(id));
        """));

    [Test]
    public Task A_mapper_of_objects_maps_no_route() => Allows(Route("""
        new Mapper().MapGet("/delete", (Shop shop) => shop.SaveChanges());
        """) + "public sealed class Mapper { public void MapGet(string route, Func<Shop, int> map) { } }");

    [Test]
    public Task A_helper_that_is_no_action_is_allowed() => Allows(Controller(
        $$"""[NonAction] public IActionResult Delete(int id) { {{Delete}} }""", "Controller"));

    private static string Controller(
        string members, string type = "ControllerBase", string attributes = "[ApiController, Route(\"orders\")]",
        string more = "public interface IOrders { }") => $$"""
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Logging;
        {{Rows}}
        {{more}}
        {{(type == "Controller" ? "" : attributes)}}
        public sealed class OrdersController : {{type}}
        {
            private readonly Shop _shop;
            private readonly IOrders _orders;

            public OrdersController(Shop shop, IOrders orders)
            {
                _shop = shop;
                _orders = orders;
            }

            {{members}}
        }
        """;

    private static string Page(string members) => $$"""
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.EntityFrameworkCore;
        {{Rows}}
        public sealed class OrdersModel : PageModel
        {
            private readonly Shop _shop;

            public OrdersModel(Shop shop) => _shop = shop;

            {{members}}
        }
        """;

    private static string Route(string route) => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.EntityFrameworkCore;

        var app = WebApplication.Create(args);
        {{route}}
        app.Run();
        {{Rows}}
        """;

    private const string Rows = """
        public class Order { public int Id { get; set; } public int Status { get; set; } }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        """;
}
