using AiAwareAnalyzers.Injection;

namespace AiAwareAnalyzers.Tests.Injection;

public sealed class AddressFromInputTests : RuleTests<AddressFromInput>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [Test]
    public Task A_redirect_to_a_parameter_is_flagged() => Flags(Web("""
        public IActionResult Login(string returnUrl) => Redirect([|returnUrl|]);
        """));

    [Test]
    public Task A_permanent_redirect_is_flagged() => Flags(Web("""
        public IActionResult Go(string to) => RedirectPermanent([|to|]);
        """));

    [Test]
    public Task A_redirect_result_is_flagged() => Flags(Web("""
        public IActionResult Go(string to) => new RedirectResult([|to|]);
        """));

    [Test]
    public Task A_fallback_for_a_missing_address_does_not_confine_it() => Flags(Web("""
        public IActionResult Login(string? returnUrl) => Redirect([|returnUrl|] ?? "/");
        """));

    [Test]
    public Task A_check_for_emptiness_does_not_confine_it() => Flags(Web("""
        public IActionResult Login(string returnUrl)
        {
            if (!string.IsNullOrEmpty(returnUrl)) return Redirect([|returnUrl|]);
            return Ok();
        }
        """));

    [Test]
    public Task A_bound_model_is_flagged() => Flags(Web("""
        public IActionResult Login(Credentials credentials) => Redirect([|credentials.ReturnUrl|]);
        """));

    [Test]
    public Task A_query_string_is_flagged() => Flags(Web("""
        public void Go() => Response.Redirect([|Request.Query["to"].ToString()|]);
        """));

    [Test]
    public Task A_header_is_flagged() => Flags(Web("""
        public IActionResult Back()
        {
            var referer = Request.Headers["Referer"].ToString();
            return Redirect([|referer|]);
        }
        """));

    [Test]
    public Task A_scheme_alone_does_not_settle_the_host() => Flags(Web("""
        public IActionResult Go(string host) => Redirect($"https://{[|host|]}/welcome");
        """));

    [Test]
    public Task A_slash_alone_does_not_settle_the_host() => Flags(Web("""
        public IActionResult Go(string path) => Redirect("/" + [|path|]);
        """));

    [Test]
    public Task A_host_that_goes_on_is_flagged() => Flags(Web("""
        public IActionResult Go(string rest) => Redirect("https://example.com" + [|rest|]);
        """));

    [Test]
    public Task A_page_with_a_bound_address_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        public class Login : PageModel
        {
            [BindProperty(SupportsGet = true)] public string ReturnUrl { get; set; } = "/";
            public IActionResult OnPost() => Redirect([|ReturnUrl|]);
        }
        """);

    [Test]
    public Task A_handler_of_a_page_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        public class Login : PageModel
        {
            public IActionResult OnGet(string returnUrl) => Redirect([|returnUrl|]);
        }
        """);

    [Test]
    public Task A_result_that_redirects_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create();
        app.MapGet("/go", (string to) => Results.Redirect([|to|]));
        app.MapGet("/gone", (string to) => TypedResults.Redirect([|to|], permanent: true));
        app.Run();
        """);

    [Test]
    public Task A_handler_given_by_name_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        public static class Endpoints
        {
            public static void Map(WebApplication app) => app.MapGet("/fetch", Fetch);
            private static Task<string> Fetch(string url, HttpClient client) => client.GetStringAsync([|url|]);
        }
        """);

    [Test]
    public Task A_request_to_a_parameter_is_flagged() => Flags(Web("""
        public Task<string> Fetch(string url) => Client.GetStringAsync([|url|]);
        """));

    [Test]
    public Task A_request_to_an_address_object_is_flagged() => Flags(Web("""
        public Task<string> Fetch(string url) => Client.GetStringAsync(new Uri([|url|]));
        """));

    [Test]
    public Task A_request_message_is_flagged() => Flags(Web("""
        public Task<HttpResponseMessage> Fetch(string url)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, [|url|]);
            return Client.SendAsync(request);
        }
        """));

    [Test]
    public Task A_parsed_address_is_flagged() => Flags(Web("""
        public Task<string> Fetch(string url)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return Task.FromResult("");
            return Client.GetStringAsync([|uri|]);
        }
        """));

    [Test]
    public Task A_look_at_the_scheme_does_not_confine_it() => Flags(Web("""
        public Task<string> Fetch(string url)
        {
            var uri = new Uri(url);
            if (uri.Scheme != "https") return Task.FromResult("");
            return Client.GetStringAsync([|uri|]);
        }
        """));

    [Test]
    public Task A_tenant_in_the_host_is_flagged() => Flags(Web("""
        public Task<string> Fetch(string tenant) => Client.GetStringAsync($"https://{[|tenant|]}.example.com/data");
        """));

    [Test]
    public Task Json_from_a_callback_is_flagged() => Flags(Web("""
        public Task Notify(Hook hook) => Client.PostAsJsonAsync([|hook.Callback|], new { done = true });
        """));

    [Test]
    public Task The_message_about_a_redirect_names_the_safe_one() => Says(Web("""
        public IActionResult Login(string returnUrl) => Redirect([|returnUrl|]);
        """),
        "'returnUrl' is user input and decides where 'ControllerBase.Redirect' leads; use 'LocalRedirect', or check it "
        + "with 'Url.IsLocalUrl' first");

    [Test]
    public Task The_message_about_a_request_speaks_of_hosts() => Says(Web("""
        public Task<string> Fetch(string url) => Client.GetStringAsync([|url|]);
        """),
        "'url' is user input and decides where 'HttpClient.GetStringAsync' leads; check the host against a list of "
        + "allowed hosts first");

    [TestCase("if (!to.StartsWith(\"/\")) return BadRequest();", TestName = "By a text")]
    [TestCase("if (!to.StartsWith('/')) return BadRequest();", TestName = "By a character")]
    public Task A_slash_at_the_start_leaves_the_host_open(string check) => Flags($$"""
        using Microsoft.AspNetCore.Mvc;
        public class GoController : ControllerBase
        {
            public IActionResult Go(string to)
            {
                {{check}}
                return Redirect([|to|]);
            }
        }
        """);

    [Test]
    public Task A_slash_that_no_other_follows_is_allowed() => Allows("""
        using Microsoft.AspNetCore.Mvc;
        public class GoController : ControllerBase
        {
            public IActionResult Go(string to)
            {
                if (!to.StartsWith('/') || to.StartsWith("//") || to.StartsWith("/\\")) return BadRequest();
                return Redirect(to);
            }
        }
        """);

    [Test]
    public Task An_address_that_travels_is_flagged_where_it_is_asked() => Flags("""
        using Microsoft.AspNetCore.Mvc;
        public interface IPictures { Task<byte[]> LoadAsync(string url); }
        public class Pictures : IPictures
        {
            private readonly HttpClient http = new();
            public Task<byte[]> LoadAsync(string url) => http.GetByteArrayAsync([|url|]);
        }
        public class Wish { public string Url { get; set; } = ""; }
        public class PicturesController : ControllerBase
        {
            private readonly IPictures pictures = null!;
            public async Task<IActionResult> Add(Wish wish) => File(await pictures.LoadAsync(wish.Url), "image/png");
        }
        """);

    [Test]
    public Task A_path_that_the_caller_writes_is_allowed() => Allows("""
        using Microsoft.AspNetCore.Mvc;
        public class Orders
        {
            private readonly HttpClient http = new();
            public Task<string> LoadAsync(string path) => http.GetStringAsync(path);
        }
        public class OrdersController : ControllerBase
        {
            private readonly Orders orders = new();
            public async Task<IActionResult> Get(string number) => Ok(await orders.LoadAsync($"/orders/{number}"));
        }
        """);

    [Test]
    public Task A_local_redirect_is_allowed() => Allows(Web("""
        public IActionResult Login(string returnUrl) => LocalRedirect(returnUrl);
        """));

    [Test]
    public Task A_question_whether_it_is_local_is_allowed() => Allows(Web("""
        public IActionResult Login(string returnUrl)
        {
            if (Url.IsLocalUrl(returnUrl)) return Redirect(returnUrl);
            return Redirect("/");
        }
        """));

    [Test]
    public Task A_conditional_question_is_allowed() => Allows(Web("""
        public IActionResult Login(string returnUrl) => Url.IsLocalUrl(returnUrl) ? Redirect(returnUrl) : Redirect("/");
        """));

    [Test]
    public Task A_guard_that_replaces_is_allowed() => Allows(Web("""
        public IActionResult Login(string returnUrl)
        {
            if (!Url.IsLocalUrl(returnUrl)) returnUrl = "/";
            return Redirect(returnUrl);
        }
        """));

    [Test]
    public Task A_constant_is_allowed() => Allows(Web("""
        public IActionResult Login() => Redirect("https://example.com/login");
        """));

    [Test]
    public Task A_path_below_a_fixed_one_is_allowed() => Allows(Web("""
        public IActionResult Show(string id) => Redirect($"/orders/{id}");
        """));

    [Test]
    public Task A_query_below_a_fixed_path_is_allowed() => Allows(Web("""
        public IActionResult Show(string text) => Redirect("/search?q=" + text);
        """));

    [Test]
    public Task A_path_below_a_fixed_host_is_allowed() => Allows(Web("""
        public Task<string> Fetch(string id) => Client.GetStringAsync($"https://api.example.com/users/{id}");
        """));

    [Test]
    public Task A_relative_address_is_allowed() => Allows(Web("""
        public Task<string> Fetch(string id) => Client.GetStringAsync("users/" + id);
        """));

    [Test]
    public Task A_host_from_the_settings_is_allowed() => Allows(Web("""
        private readonly string _host = "https://api.example.com";
        public Task<string> Fetch(string id) => Client.GetStringAsync($"{_host}/users/{id}");
        """));

    [Test]
    public Task A_host_from_configuration_is_allowed() => Allows(Web("""
        public Task<string> Fetch([FromServices] Microsoft.Extensions.Configuration.IConfiguration configuration, string id) =>
            Client.GetStringAsync(configuration["Api"] + "/users/" + id);
        """));

    [Test]
    public Task A_number_is_allowed() => Allows(Web("""
        public IActionResult Show(int id) => Redirect("/" + id);
        """));

    [Test]
    public Task A_known_host_is_allowed() => Allows(Web("""
        private static readonly string[] Hosts = { "api.example.com" };
        public Task<string> Fetch(string url)
        {
            var uri = new Uri(url);
            if (!Hosts.Contains(uri.Host)) return Task.FromResult("");
            return Client.GetStringAsync(uri);
        }
        """));

    [Test]
    public Task A_compared_host_is_allowed() => Allows(Web("""
        public Task<string> Fetch(string url)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host != "api.example.com") return Task.FromResult("");
            return Client.GetStringAsync(uri);
        }
        """));

    [Test]
    public Task A_known_beginning_is_allowed() => Allows(Web("""
        public IActionResult Go(string to)
        {
            if (!to.StartsWith("https://example.com/", StringComparison.Ordinal)) return BadRequest();
            return Redirect(to);
        }
        """));

    [Test]
    public Task A_table_of_targets_is_allowed() => Allows(Web("""
        private static readonly Dictionary<string, string> Targets = new() { ["help"] = "https://help.example.com" };
        public IActionResult Go(string to) => Targets.TryGetValue(to, out var target) ? Redirect(target) : NotFound();
        """));

    [Test]
    public Task A_switch_of_constants_is_allowed() => Allows(Web("""
        public IActionResult Go(string to) => Redirect(to switch { "help" => "https://help.example.com", _ => "/" });
        """));

    [Test]
    public Task A_method_that_judges_the_address_is_allowed() => Allows(Web("""
        public IActionResult Go(string to)
        {
            if (!IsTrusted(to)) return BadRequest();
            return Redirect(to);
        }
        private static bool IsTrusted(string address) => address.EndsWith(".example.com");
        """));

    [Test]
    public Task An_address_that_the_server_stored_is_allowed() => Allows(Web("""
        public interface ILinks { Hook Find(string code); }
        public IActionResult Go(string code, [FromServices] ILinks links) => Redirect(links.Find(code).Callback);
        """));

    [Test]
    public Task A_parameter_below_the_web_is_allowed() => Allows("""
        public class Api { public Task<string> Get(HttpClient client, string url) => client.GetStringAsync(url); }
        """);

    [Test]
    public Task A_redirect_to_an_action_is_allowed() => Allows(Web("""
        public IActionResult Go(string id) => RedirectToAction("Show", new { id });
        """));

    [Test]
    public Task An_address_that_is_only_shown_is_allowed() => Allows(Web("""
        public IActionResult Show(string url) => Ok(new { url });
        """));

    private static string Web(string members) => $$"""
        using System.Net.Http.Json;
        using Microsoft.AspNetCore.Mvc;
        public class Credentials { public string ReturnUrl { get; set; } = ""; }
        public class Hook { public string Callback { get; set; } = ""; }
        public class WebController : ControllerBase
        {
            {{members}}

            private static readonly HttpClient Client = new();
        }
        """;
}
