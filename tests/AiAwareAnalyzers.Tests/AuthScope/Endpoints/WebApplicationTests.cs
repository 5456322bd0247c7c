using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.AuthScope.Endpoints;

/// <summary>
/// What an application demands of an endpoint, wherever it says so; asked by itself, because six rules ask it.
/// </summary>
public sealed class WebApplicationTests
{
    private static IEnumerable<TestCaseData> Routes =>
    [
        Route("app.MapPost(\"/notes\", Add);", "None", "Nothing"),
        Route("app.MapPost(\"/notes\", Add).RequireAuthorization();", "Presence", "Presence"),
        Route("app.MapPost(\"/notes\", Add).RequireAuthorization(\"notes\");", "Demand", "A policy"),
        Route("app.MapPost(\"/notes\", Add).RequireAuthorization().AllowAnonymous();", "Open", "The open one wins"),
        Route(
            "app.MapPost(\"/notes\", Add).RequireAuthorization(policy => policy.RequireAuthenticatedUser());",
            "Presence",
            "A policy built in place for somebody"),
        Route(
            "app.MapPost(\"/notes\", Add).WithName(\"Add\").RequireAuthorization(policy => "
            + "policy.RequireRole(\"Writer\"));",
            "Demand",
            "A policy built in place for a role"),
        Route(
            "app.MapGroup(\"/a\").RequireAuthorization(\"a\").MapGroup(\"/b\").MapPost(\"/notes\", Add);",
            "Demand",
            "A group around a group"),
        Route(
            "var group = app.MapGroup(\"/a\").RequireAuthorization(\"a\"); group.MapPost(\"/notes\", Add);",
            "Demand",
            "A group in a local"),
        Route(
            "var group = app.MapGroup(\"/a\"); group.RequireAuthorization(\"a\"); group.MapPost(\"/notes\", Add);",
            "Demand",
            "A group that is told later"),
        Route("var outer = app.MapGroup(\"/a\").RequireAuthorization(); var inner = outer.MapGroup(\"/b\"); "
            + "inner.MapPost(\"/notes\", Add);", "Presence", "A local made of a local"),
        Route(
            "RouteGroupBuilder group; group = app.MapGroup(\"/a\").RequireAuthorization(\"a\"); "
            + "group.MapPost(\"/notes\", Add);",
            "Demand",
            "A group that is assigned"),
        Route(
            "var group = app.MapGroup(\"/a\"); group = group.RequireAuthorization(\"a\"); "
            + "group.MapPost(\"/notes\", Add);",
            "Demand",
            "A group that is assigned to itself with a demand"),
        Route(
            "RouteGroupBuilder group; if (args.Length > 0) group = app.MapGroup(\"/a\").RequireAuthorization(\"a\"); "
            + "else group = app.MapGroup(\"/b\"); group.MapPost(\"/notes\", Add);",
            "None",
            "The weaker of two branches"),
        Route(
            "var route = app.MapPost(\"/notes\", Add); route.RequireAuthorization(\"notes\");",
            "Demand",
            "A route that is told later"),
        Route(
            "var other = app.MapGroup(\"/a\").RequireAuthorization(\"a\"); app.MapPost(\"/notes\", Add);",
            "None",
            "The group of others"),
        Route(
            "app.MapPost(\"/notes\", [Authorize(Roles = \"Writer\")] (Note note) => Results.Ok());",
            "Demand",
            "An attribute of a lambda"),
        Route("app.MapPost(\"/notes\", Guarded);", "Demand", "An attribute of a method"),
        Route("app.MapPost(\"/notes\", Handlers.Guarded);", "Demand", "An attribute of a method elsewhere"),
        Route("app.MapPost(\"/notes\", Add).WithMetadata(new AuthorizeAttribute());", "Demand", "Metadata"),
        Route(
            "app.MapPost(\"/notes\", Add).AddEndpointFilter<WriterFilter>();",
            "Demand",
            "A filter of the project that refuses"),
        Route(
            "app.MapPost(\"/notes\", Add).AddEndpointFilter<LoggingFilter>();", "None", "A filter that refuses nobody"),
        Route(
            "app.MapPost(\"/notes\", Add).AddEndpointFilter(async (context, next) => "
            + "context.HttpContext.User.IsInRole(\"Writer\") ? await next(context) : Results.Forbid());",
            "Demand",
            "A filter in place"),
        Route("app.MapPost(\"/notes\", (Note note, HttpContext http) => http.User.IsInRole(\"Writer\") ? Results.Ok() "
            + ": Results.Forbid());", "Demand", "The first statement of the handler"),
        Route("var add = (Note note, HttpContext http) => http.User.IsInRole(\"Writer\") ? Results.Ok() : "
            + "Results.Forbid(); app.MapPost(\"/notes\", add);", "Demand", "A handler in a local"),
        Route(
            "app.MapNotes();",
            "Presence",
            "A parameter of an extension method",
            "static class Notes { public static void MapNotes(this IEndpointRouteBuilder routes) { "
            + "routes.MapGroup(\"/a\").RequireAuthorization().MapPost(\"/notes\", () => { }); } }"),
        Route(
            "app.MapGroup(\"/a\").RequireAuthorization(\"a\").MapNotes();",
            "Demand",
            "What is given to an extension method",
            "static class Notes { public static void MapNotes(this IEndpointRouteBuilder routes) { "
            + "routes.MapPost(\"/notes\", () => { }); } }"),
        Route(
            "Notes.Map(app.MapGroup(\"/a\").RequireAuthorization(\"a\"));",
            "Demand",
            "What is given to a static method",
            "static class Notes { public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(\"/notes\", "
            + "() => { }); } static class Others { public static void Map(IEndpointRouteBuilder routes) { } }"),
        Route("MapNotes(app.MapGroup(\"/a\").RequireAuthorization(\"a\")); void MapNotes(RouteGroupBuilder group) => "
            + "group.MapPost(\"/notes\", Add);", "Demand", "What is given to a local function"),
        Route(
            "Notes.Map(app.MapGroup(\"/a\").RequireAuthorization(\"a\")); Notes.Map(app);",
            "None",
            "The weakest of two calls",
            "static class Notes { public static void Map(IEndpointRouteBuilder routes) { routes.MapPost(\"/notes\", () "
            + "=> { }); } }"),
        Route(
            "new Notes().Map(app.MapGroup(\"/a\").RequireAuthorization(\"a\"));",
            "Demand",
            "A module behind an interface",
            "interface IModule { void Map(IEndpointRouteBuilder routes); } class Notes : IModule { public void "
            + "Map(IEndpointRouteBuilder routes) => routes.MapPost(\"/notes\", () => { }); }"),
        Route(
            "app.Guarded(\"/a\").MapPost(\"/notes\", Add);",
            "Demand",
            "An extension method that returns the builder",
            "static class Groups { public static RouteGroupBuilder Guarded(this IEndpointRouteBuilder routes, string "
            + "prefix) => routes.MapGroup(prefix).RequireAuthorization(\"a\"); }"),
        Route(
            "app.MapPost(\"/notes\", Add).ForWriters();",
            "Demand",
            "An extension method of the route",
            "static class Writers { public static RouteHandlerBuilder ForWriters(this RouteHandlerBuilder route) { "
            + "route.RequireAuthorization(\"writers\"); return route; } }"),
        Route(
            "new Notes(app).Map();",
            "Demand",
            "A group in a field",
            "class Notes { private readonly RouteGroupBuilder _group; public Notes(WebApplication app) => _group = "
            + "app.MapGroup(\"/a\").RequireAuthorization(\"a\"); public void Map() => _group.MapPost(\"/notes\", () => "
            + "{ }); }"),
        Route(
            "new Notes(app).Map();",
            "Demand",
            "A group in a property",
            "class Notes { private readonly WebApplication _app; public Notes(WebApplication app) => _app = app; "
            + "private RouteGroupBuilder Group => _app.MapGroup(\"/a\").RequireAuthorization(\"a\"); public void Map() "
            + "=> this.Group.MapPost(\"/notes\", () => { }); }"),
        Route("app.UseRouting(); app.UseEndpoints(endpoints => { endpoints.MapPost(\"/notes\", "
            + "Add).RequireAuthorization(\"notes\"); });", "Demand", "A parameter of a lambda"),
        Route(
            "builder.Services.AddAuthorization(options => options.FallbackPolicy = new "
            + "AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()); app.MapPost(\"/notes\", Add);",
            "Presence",
            "A fallback policy"),
        Route(
            "builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new "
            + "AuthorizationPolicyBuilder().RequireRole(\"Writer\").Build()); app.MapPost(\"/notes\", Add);",
            "Demand",
            "A fallback policy with a role"),
        Route(
            "builder.Services.AddAuthorization(options => options.FallbackPolicy = null); "
            + "app.MapPost(\"/notes\", Add);",
            "None",
            "No fallback policy, in so many words"),
        Route(
            "builder.Services.AddAuthorization(options => options.DefaultPolicy = new "
            + "AuthorizationPolicyBuilder().RequireRole(\"Writer\").Build()); app.MapPost(\"/notes\", "
            + "Add).RequireAuthorization();",
            "Demand",
            "A default policy with a role"),
        Route(
            "app.Use(async (context, next) => { if (!context.User.IsInRole(\"Writer\")) { context.Response.StatusCode "
            + "= 403; return; } await next(context); }); app.MapPost(\"/notes\", Add);",
            "Unknown",
            "Middleware in place"),
        Route(
            "app.UseMiddleware<Door>(); app.MapPost(\"/notes\", Add);",
            "Unknown",
            "Middleware of the project",
            "class Door { private readonly RequestDelegate next; public Door(RequestDelegate next) => this.next = "
            + "next; public Task InvokeAsync(HttpContext context) { if (!context.User.IsInRole(\"Writer\")) { "
            + "context.Response.StatusCode = 401; return Task.CompletedTask; } return next(context); } }"),
    ];

    private static IEnumerable<TestCaseData> Methods =>
    [
        Method("class C : ControllerBase { [HttpPost] public void Add() { } }", "None", "Nothing"),
        Method("class C : ControllerBase { [HttpPost, Authorize] public void Add() { } }", "Presence", "Presence"),
        Method(
            "[Authorize(Policy = \"notes\")] class C : ControllerBase { [HttpPost] public void Add() { } }",
            "Demand",
            "A policy of the class"),
        Method("[Authorize(Roles = \"Writer\")] abstract class B : ControllerBase { } class C : B { [HttpPost] public "
            + "void Add() { } }", "Demand", "A base class"),
        Method(
            "[Authorize] class C : ControllerBase { [HttpPost, AllowAnonymous] public void Add() { } }",
            "Open",
            "The open one wins"),
        Method(
            "[Authorize(AuthenticationSchemes = \"Bearer\")] class C : ControllerBase { [HttpPost] public void "
            + "Add() { } }",
            "Presence",
            "A scheme says how, not who"),
        Method(
            "class WriterAttribute : AuthorizeAttribute { } class C : ControllerBase { [HttpPost, Writer] public void "
            + "Add() { } }",
            "Demand",
            "An attribute derived from the framework's"),
        Method(
            "class WriterAttribute : Attribute, IAuthorizeData { public string? Policy { get; set; } public string? "
            + "Roles { get; set; } public string? AuthenticationSchemes { get; set; } } [Writer] class C : "
            + "ControllerBase { [HttpPost] public void Add() { } }",
            "Demand",
            "An attribute that is authorization data"),
        Method(
            "class WriterAttribute : Attribute, IAuthorizationFilter { public void "
            + "OnAuthorization(AuthorizationFilterContext context) { } } [Writer] class C : ControllerBase { "
            + "[HttpPost] public void Add() { } }",
            "Demand",
            "An attribute that is a filter"),
        Method(
            "[TypeFilter(typeof(WriterFilter))] class C : ControllerBase { [HttpPost] public void Add() { } } class "
            + "WriterFilter : IAsyncAuthorizationFilter { public Task OnAuthorizationAsync(AuthorizationFilterContext "
            + "context) => Task.CompletedTask; }",
            "Demand",
            "A filter that an attribute names"),
        Method(
            "class C : ControllerBase { [HttpPost] public void Add() { } }",
            "Demand",
            "The assembly",
            before: "[assembly: Authorize(\"notes\")]"),
        Method(
            "class C : ControllerBase { [HttpPost] public void Add() { } }",
            "Presence",
            "All controllers as they are mapped",
            "app.MapControllers().RequireAuthorization();"),
        Method(
            "class C : ControllerBase { [HttpPost] public void Add() { } }",
            "Presence",
            "A filter of all controllers",
            "builder.Services.AddControllers(options => options.Filters.Add(new AuthorizeFilter()));"),
        Method(
            "class C : ControllerBase { [HttpPost] public void Add() { } }",
            "None",
            "A filter that is about something else",
            "builder.Services.AddControllers(options => options.Filters.Add(new ResponseCacheAttribute()));"),
        Method(
            "class C : ControllerBase { private readonly IAuthorizationService service; public C(IAuthorizationService "
            + "service) => this.service = service; [HttpPost] public async Task<IActionResult> Add() { if (!(await "
            + "service.AuthorizeAsync(User, \"notes\")).Succeeded) return Forbid(); return Ok(); } }",
            "Demand",
            "A service that is asked first"),
        Method("class C : ControllerBase { [HttpPost] public IActionResult Add() { if (!User.HasClaim(\"scope\", "
            + "\"notes\")) return Forbid(); return Ok(); } }", "Demand", "A claim that is compared first"),
        Method("class C : ControllerBase { [HttpPost] public IActionResult Add() => CanWrite() ? Ok() : "
            + "StatusCode(403); private bool CanWrite() => false; }", "Demand", "A gate that leads to 403"),
        Method("class H : Hub { [Authorize(\"notes\")] public void Add() { } }", "Demand", "A method of a hub"),
        Method(
            "class H : Hub { public void Add() { } }", "Presence", "A hub as it is mapped",
            "app.MapHub<H>(\"/h\").RequireAuthorization();"),
        Method(
            "class AddModel : PageModel { public void OnPost() { } }",
            "Demand",
            "A folder of pages",
            "builder.Services.AddRazorPages(options => options.Conventions.AuthorizeFolder(\"/Notes\", \"notes\"));",
            path: "/app/Pages/Notes/Add.cshtml.cs"),
        Method(
            "class AddModel : PageModel { public void OnPost() { } }",
            "None",
            "Another folder of pages",
            "builder.Services.AddRazorPages(options => options.Conventions.AuthorizeFolder(\"/Admin\"));",
            path: "/app/Pages/Notes/Add.cshtml.cs"),
        Method(
            "class AddModel : PageModel { public void OnPost() { } }",
            "Presence",
            "A folder of an area",
            "builder.Services.AddRazorPages(options => options.Conventions.AuthorizeAreaFolder(\"Admin\", "
            + "\"/Notes\"));",
            path: "/app/Areas/Admin/Pages/Notes/Add.cshtml.cs"),
        Method(
            "class AddModel : PageModel { public void OnPost() { } }",
            "None",
            "A folder of another area",
            "builder.Services.AddRazorPages(options => options.Conventions.AuthorizeAreaFolder(\"Admin\", "
            + "\"/Notes\"));",
            path: "/app/Areas/Shop/Pages/Notes/Add.cshtml.cs"),
        Method(
            "class AddModel : PageModel { public void OnPost() { } }",
            "Open",
            "A page that is opened",
            "builder.Services.AddRazorPages(options => { options.Conventions.AuthorizeFolder(\"/\"); "
            + "options.Conventions.AllowAnonymousToPage(\"/Notes/Add\"); });",
            path: "/app/Pages/Notes/Add.cshtml.cs"),
    ];

    [TestCaseSource(nameof(Routes))]
    [TestCaseSource(nameof(Methods))]
    public async Task An_endpoint_demands(string code, string program, string path, object expected)
    {
        var application = await ApplicationOf(program, code, path);
        Assert.That(
            application.Endpoints.Single(endpoint => endpoint.Name.Contains("notes", StringComparison.Ordinal)
                || endpoint.Name.EndsWith(".Add", StringComparison.Ordinal)
                || endpoint.Name.EndsWith(".OnPost", StringComparison.Ordinal)).Protection,
            Is.EqualTo(expected));
    }

    [TestCase("builder.Services.AddAuthentication().AddJwtBearer();", true)]
    [TestCase(
        "builder.Services.AddAuthentication(\"mine\").AddScheme<AuthenticationSchemeOptions, MyHandler>(\"mine\", "
        + "null);",
        true)]
    [TestCase("builder.Services.AddAuthentication().AddCookie();", true)]
    [TestCase("builder.Services.AddIdentity<string, string>();", true)]
    [TestCase("builder.Services.AddMicrosoftIdentityWebApiAuthentication(builder.Configuration);", true)]
    [TestCase("builder.AddMicrosoftIdentityWebApi();", true)]
    [TestCase("builder.Services.AddOpenIddict();", true)]
    [TestCase(
        "app.MapGet(\"/mine\", () => 1).RequireAuthorization(); app.MapPost(\"/mine\", () => "
        + "1).RequireAuthorization();",
        true)]
    [TestCase("builder.Services.AddControllers();", false)]
    public async Task An_application_finds_out_who_is_asking(string setup, bool authenticates) =>
        Assert.That((await ApplicationOf(setup, "class C { }", "/app/C.cs")).Authenticates, Is.EqualTo(authenticates));

    [TestCase(
        "app.MapPost(\"/a\", () => 1); app.MapPut(\"/b\", () => 1); app.MapDelete(\"/c\", () => 1); "
        + "app.MapPatch(\"/d\", () => 1);",
        4)]
    [TestCase(
        "app.MapMethods(\"/a\", new[] { \"POST\" }, () => 1); app.MapMethods(\"/b\", new[] { \"GET\" }, () => 1);", 1)]
    [TestCase("app.MapPost(\"/orders/search\", () => 1);", 0)]
    [TestCase("new Mapper().MapPost(\"/a\", 1);", 0)]
    public async Task Routes_that_write_are_counted(string program, int writes) => Assert.That(
        (await ApplicationOf(
            program, "class Mapper { public void MapPost(string route, int value) { } }", "/app/C.cs")).Endpoints
            .Count(endpoint => endpoint.IsWrite),
        Is.EqualTo(writes));

    [Test]
    public async Task A_part_of_a_controller_in_another_file_holds_endpoints_as_well()
    {
        var compilation = await CompilationOf(
            "",
            "partial class C : ControllerBase { } partial class C { [HttpPost] public void Add() { } }",
            "/app/C.cs");
        var tree = compilation.SyntaxTrees.Single(file => file.FilePath == "/app/C.cs");
        Assert.That(
            WebApplication.Of(compilation).EndpointsIn(compilation.GetSemanticModel(tree)).Single().Name,
            Is.EqualTo("C.Add"));
    }

    [Test]
    public async Task A_file_without_any_is_not_looked_into()
    {
        var compilation = await CompilationOf(
            "app.MapPost(\"/notes\", () => 1);", "class C { void MapPost() { } }", "/app/C.cs");
        var tree = compilation.SyntaxTrees.Single(file => file.FilePath == "/app/C.cs");
        Assert.That(WebApplication.Of(compilation).EndpointsIn(compilation.GetSemanticModel(tree)), Is.Empty);
    }

    private static TestCaseData Route(
        string program, string protection, string name, string code = "class Empty { }") =>
        new TestCaseData(code, program, "/app/C.cs", Enum.Parse<Protection>(protection))
            .SetArgDisplayNames("Route", name);

    private static TestCaseData Method(
        string code,
        string protection,
        string name,
        string program = "",
        string before = "",
        string path = "/app/C.cs") =>
        new TestCaseData($"{before}\n{code}", program, path, Enum.Parse<Protection>(protection))
            .SetArgDisplayNames("Method", name);

    private static async Task<WebApplication> ApplicationOf(string program, string code, string path) =>
        WebApplication.Of(await CompilationOf(program, code, path));

    private static async Task<Compilation> CompilationOf(string program, string code, string path)
    {
        var workshop = new Workshop(new Setting(References.Authentication));
        var document = await workshop.DocumentOf((path, Usings + code), ("/app/Program.cs", $$"""
            {{Usings}}
            var builder = WebApplication.CreateBuilder(args);
            var app = builder.Build();
            {{program}}
            app.Run();
            static IResult Add(Note note) => Results.Ok();
            [Authorize("writers")] static IResult Guarded(Note note) => Results.Ok();
            record Note(string Text);
            static class Handlers { [Authorize("writers")] public static IResult Guarded(Note note) => Results.Ok(); }
            class WriterFilter : IEndpointFilter { public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) { if (!context.HttpContext.User.IsInRole("Writer")) return Results.Forbid(); return await next(context); } }
            class LoggingFilter : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context); }
            """));
        return (await document.Project.GetCompilationAsync())!;
    }

    private const string Usings = """
        using System;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Authorization;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.DependencyInjection;

        """;
}
