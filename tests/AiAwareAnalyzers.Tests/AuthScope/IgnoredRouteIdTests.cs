using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

[CSharp(12)]
public sealed class IgnoredRouteIdTests : RuleTests<IgnoredRouteId>
{
    private protected override ReferenceSet Framework => References.Authentication;

    private const string Get = """[HttpGet("{activityId}")] public async Task<IActionResult> Get(""";

    private const string Find = " => await _activities.FindAsync(activityId) is { } found ? Ok(found) : NotFound();";

    [TestCase("Guid [|sessionId|], Guid activityId", TestName = "Two Guids")]
    [TestCase("Guid activityId, Guid [|sessionId|]", TestName = "The other way round")]
    [TestCase("string? [|sessionId|], Guid activityId", TestName = "A text")]
    [TestCase("int? [|sessionId|], Guid activityId, CancellationToken token", TestName = "A number, and a token")]
    [TestCase("[FromRoute] long [|sessionId|], [FromRoute] Guid activityId", TestName = "From the route")]
    [TestCase("""[FromRoute(Name = "sessionId")] Guid [|outer|], Guid activityId""", TestName = "Under another name")]
    [TestCase("Guid [|SessionId|], Guid activityId", TestName = "In other letters")]
    [TestCase("SessionId [|sessionId|], Guid activityId", TestName = "A type of its own")]
    public Task An_outer_id_that_nothing_reads_is_flagged(string parameters) =>
        Flags(Controller(Get + parameters + ")" + Find));

    [TestCase("""_logger.LogInformation("{Session}: {Activity}", sessionId, activityId);""", TestName = "Logged")]
    [TestCase("_ = sessionId;", TestName = "Discarded")]
    [TestCase("Console.WriteLine(nameof(sessionId));", TestName = "Named")]
    [TestCase("if (activityId == Guid.Empty) return NotFound($\"Nothing in {sessionId}\");", TestName = "In a refusal")]
    public Task An_outer_id_that_decides_nothing_is_flagged(string first) => Flags(Controller($$"""
        [HttpDelete("{activityId:guid}")]
        public async Task<IActionResult> Delete(Guid [|sessionId|], Guid activityId)
        {
            {{first}}
            await _activities.DeleteAsync(activityId);
            return NoContent();
        }
        """));

    [Test]
    public Task The_address_of_the_answer_finds_nothing() => Flags(Controller("""
        [HttpPut("{activityId}")]
        public async Task<IActionResult> Put(Guid [|sessionId|], Guid activityId, [FromBody] Draft draft)
        {
            await _activities.RenameAsync(activityId, draft.Title);
            return AcceptedAtAction("Get", new { sessionId, activityId }, draft);
        }
        """));

    [Test]
    public Task A_row_that_is_found_by_key_is_flagged() => Flags(Controller("""
        [HttpPost("{activityId}/finish")]
        public async Task<IActionResult> Finish(Guid [|sessionId|], Guid activityId, Shop shop)
        {
            var activity = await shop.Activities.SingleAsync(one => one.Id == activityId);
            activity.Title = "done";
            await shop.SaveChangesAsync();
            return Ok();
        }
        """));

    [Test]
    public Task A_body_that_says_where_it_goes_is_flagged() => Flags(Controller("""
        [HttpPost]
        public async Task<IActionResult> Post(Guid [|sessionId|], [FromBody] Draft draft)
        {
            await _activities.AddAsync(draft);
            return Ok();
        }
        """));

    [Test]
    public Task A_body_whose_id_is_used_instead_is_flagged() => Flags(Controller("""
        [HttpPut("/drafts/{id}")]
        public async Task<IActionResult> Put(Guid [|id|], Draft draft)
        {
            await _activities.RenameAsync(draft.Id, draft.Title);
            return NoContent();
        }
        """));

    [Test]
    public Task A_handler_without_the_outer_id_is_flagged() => Flags(Controller("""
        [HttpGet("{activityId}")]
        public async Task<IActionResult> [|Get|](Guid activityId) => Ok(await _activities.FindAsync(activityId));
        """));

    [Test]
    public Task Three_ids_are_flagged_at_the_first() => Flags(Controller("""
        [HttpGet("{activityId}/notes/{noteId}")]
        public async Task<IActionResult> Get(Guid sessionId, Guid [|activityId|], Guid noteId) =>
            sessionId == Guid.Empty ? NotFound() : Ok(await _activities.FindAsync(noteId));
        """));

    [Test]
    public Task A_route_that_begins_anew_is_flagged() => Flags(Controller("""
        [HttpGet("~/lists/{listId}/items/{itemId:guid}")]
        public async Task<IActionResult> Item(int [|listId|], Guid itemId) => Ok(await _activities.FindAsync(itemId));
        """));

    [Test]
    public Task A_route_of_a_base_class_is_flagged() => Flags(Controller(
        """
        [HttpGet("{activityId}")]
        public async Task<IActionResult> Get(Guid [|sessionId|], Guid activityId) => Ok(await _activities.FindAsync(activityId));
        """,
        type: "SessionParts",
        attributes: "",
        more: """[ApiController, Route("sessions/{sessionId}/activities")] public abstract class SessionParts : ControllerBase { }"""));

    [TestCase("""app.MapGet("/s/{sessionId}/a/{activityId}", (Guid [|sessionId|], Guid activityId, IActivities all) => all.FindAsync(activityId));""",
        TestName = "A mapped route")]
    [TestCase("""app.MapDelete("/s/{sessionId:guid}/a/{activityId:guid}", async (Guid [|sessionId|], Guid activityId, IActivities all) => { await all.DeleteAsync(activityId); return Results.NoContent(); });""",
        TestName = "A mapped deletion")]
    [TestCase("""app.MapGroup("/s/{sessionId}").MapGet("a/{activityId}", (Guid [|sessionId|], Guid activityId, IActivities all) => all.FindAsync(activityId));""",
        TestName = "A group")]
    [TestCase("""var group = app.MapGroup("/s/{sessionId}/a"); group.MapGet("/{activityId}", (Guid [|sessionId|], Guid activityId, IActivities all) => all.FindAsync(activityId));""",
        TestName = "A group in a local")]
    [TestCase("""var outer = app.MapGroup("/s/{sessionId}"); var inner = outer.MapGroup("a").WithTags("a"); inner.MapPut("{activityId}", (Guid [|sessionId|], Guid activityId, IActivities all) => all.DeleteAsync(activityId));""",
        TestName = "A group in a group")]
    [TestCase("""app.MapGroup("/s/{sessionId}").MapParts(); static class Parts { public static void MapParts(this RouteGroupBuilder group) => group.MapGet("{activityId}", (Guid [|sessionId|], Guid activityId, IActivities all) => all.FindAsync(activityId)); }""",
        TestName = "A group that is handed on")]
    [TestCase("""app.MapGet("/s/{sessionId}/a/{activityId}", Answer); static Task<object?> Answer(Guid [|sessionId|], Guid activityId, IActivities all) => all.FindAsync(activityId);""",
        TestName = "A local function")]
    [TestCase("""app.[|MapGet|]("/s/{sessionId}/a/{activityId}", (Guid activityId, IActivities all) => all.FindAsync(activityId));""",
        TestName = "A route whose outer id nothing takes")]
    public Task A_mapped_endpoint_is_flagged(string route) => Flags(Route(route));

    [Test]
    public Task The_message_says_what_is_missing() => Says(
        Controller(Get + "Guid [|sessionId|], Guid activityId)" + Find),
        "The route of 'ActivitiesController.Get' names 'sessionId', and nothing is decided by it, so 'activityId' "
        + "alone says what is read, also where it belongs to another 'sessionId' (IDOR); compare 'sessionId' as well, "
        + "or take it out of the route");

    [TestCase("Guid sessionId, Guid activityId) => Ok(await _activities.FindAsync(sessionId, activityId));",
        TestName = "Both are looked for")]
    [TestCase(
        "Guid sessionId, Guid activityId) => await _activities.BelongsAsync(sessionId, activityId) "
        + "? Ok(await _activities.FindAsync(activityId)) : NotFound();",
        TestName = "Asked before")]
    [TestCase("Guid sessionId, Guid activityId) => Ok(await _activities.AllAsync(sessionId));",
        TestName = "Only the outer one is read")]
    [TestCase("Guid sessionId, Guid activityId) { await Task.Yield(); throw new NotSupportedException(); }",
        TestName = "It refuses")]
    [TestCase("Guid sessionId, Guid activityId) => Ok(await _activities.FindAsync(Guid.NewGuid()));",
        TestName = "The inner one is not used either")]
    [TestCase("Guid sessionId, Guid activityId) => Ok(await Answer(HttpContext, activityId));",
        TestName = "The request is handed on")]
    [TestCase("Guid sessionId, Guid activityId) => Ok(await Answer(Request, activityId));",
        TestName = "The message is handed on")]
    [TestCase(
        "Guid sessionId, Guid activityId) => Request.Path.StartsWithSegments(\"/x\") "
        + "? Ok(await _activities.FindAsync(activityId)) : NotFound();",
        TestName = "The path is read")]
    [TestCase(
        "Guid sessionId, Guid activityId) => RouteData.Values.Count > 1 "
        + "? Ok(await _activities.FindAsync(activityId)) : NotFound();",
        TestName = "The values of the route are read")]
    [TestCase("Guid sessionId, Guid activityId) => Ok(await _activities.FindAsync(User, activityId));",
        TestName = "Who is asking decides")]
    [TestCase("Place place, Guid activityId) => Ok(await _activities.FindAsync(place, activityId));",
        TestName = "An object takes both")]
    [TestCase("[FromQuery] Guid sessionId, Guid activityId) => Ok(await _activities.FindAsync(activityId));",
        TestName = "A query of the same name")]
    public Task An_action_that_may_look_is_allowed(string rest) => Allows(Controller($$"""
        {{Get}}{{rest}}
        private Task<object?> Answer(HttpContext context, Guid id) => _activities.FindAsync(id);
        private Task<object?> Answer(HttpRequest request, Guid id) => _activities.FindAsync(id);
        """));

    [TestCase("slug", "string slug", TestName = "A slug")]
    [TestCase("culture", "string culture", TestName = "A culture")]
    [TestCase("versionId", "int versionId", TestName = "A version")]
    [TestCase("tenantId", "Guid tenantId", TestName = "A tenant, which middleware reads")]
    [TestCase("year", "int year", TestName = "A year")]
    [TestCase("kindId", "Kind kindId", TestName = "A kind")]
    public Task Other_parts_of_a_route_are_allowed(string name, string parameter) => Allows(Controller($$"""
        [HttpGet("/x/{{{name}}}/{activityId}")]
        public async Task<IActionResult> Get({{parameter}}, Guid activityId) => Ok(await _activities.FindAsync(activityId));
        """));

    [TestCase("[RequireAccess(\"sessionId\")]", TestName = "An attribute that names it")]
    [TestCase("[HttpGet(\"/other/{activityId}\")]", TestName = "Another route without it")]
    [TestCase("[AllowAnonymous]", TestName = "What everybody may read")]
    public Task An_action_with_such_an_attribute_is_allowed(string attribute) => Allows(Controller(
        attribute + Get + "Guid sessionId, Guid activityId)" + Find,
        more: "public sealed class RequireAccessAttribute(string name) : Attribute { public string Name => name; }"));

    [TestCase(
        "public sealed class Door : IAsyncActionFilter { public Task OnActionExecutionAsync(ActionExecutingContext "
        + "context, ActionExecutionDelegate next) => context.ActionArguments.ContainsKey(\"sessionId\") ? next() : "
        + "Task.CompletedTask; }",
        TestName = "A filter of actions")]
    [TestCase(
        "public sealed class Member : IAuthorizationRequirement { } public sealed class Door(IHttpContextAccessor "
        + "accessor) : AuthorizationHandler<Member> { protected override Task "
        + "HandleRequirementAsync(AuthorizationHandlerContext context, Member requirement) { if "
        + "(accessor.HttpContext?.GetRouteValue(\"sessionId\") is not null) context.Succeed(requirement); "
        + "return Task.CompletedTask; } }",
        TestName = "An authorization handler")]
    [TestCase(
        "public sealed class Door(RequestDelegate next) { public Task InvokeAsync(HttpContext context) => "
        + "context.Request.RouteValues.Count > 9 ? Task.CompletedTask : next(context); }",
        TestName = "Middleware")]
    [TestCase(
        "public sealed class Rows : DbContext { protected override void OnModelCreating(ModelBuilder model) => "
        + "model.Entity<Activity>().HasQueryFilter(one => one.SessionId == Guid.Empty); }",
        TestName = "A filter of every query")]
    public Task Somebody_who_reads_routes_is_allowed(string more) =>
        Allows(Controller(Get + "Guid sessionId, Guid activityId)" + Find, more: more));

    [Test]
    public Task A_property_that_takes_the_value_is_allowed() => Allows(Controller("""
        [FromRoute] public Guid SessionId { get; set; }
        [HttpGet("{activityId}")] public async Task<IActionResult> Get(Guid activityId) => Ok(await _activities.FindAsync(activityId));
        """));

    [Test]
    public Task An_object_of_a_controller_that_is_no_api_takes_the_value() => Allows(Controller(
        """
        [HttpPost("{activityId}")] public async Task<IActionResult> Save(Guid sessionId, Guid activityId, Place place) =>
            Ok(await _activities.FindAsync(place, activityId));
        """,
        attributes: """[Route("sessions/{sessionId}/activities")]"""));

    [Test]
    public Task A_user_whom_the_handler_does_not_take_is_allowed() => Allows(Controller("""
        [HttpGet("/users/{userId}/activities/{activityId}")]
        public async Task<IActionResult> Get(Guid activityId) => Ok(await _activities.FindAsync(activityId));
        """));

    [Test]
    public Task A_look_by_one_id_that_is_not_read_is_allowed() => Allows(Controller("""
        [HttpGet] public async Task<IActionResult> All(Guid sessionId) => Ok(await _activities.FindAsync(Guid.NewGuid()));
        """));

    [Test]
    public Task A_post_that_does_nothing_is_allowed() => Allows(Controller("""
        [HttpPost] public IActionResult Add(Guid sessionId) => Ok();
        """));

    [Test]
    public Task A_method_that_is_no_action_is_allowed() => Allows(Controller("""
        [NonAction] public Task<object?> Find(Guid sessionId, Guid activityId) => _activities.FindAsync(activityId);
        """));

    [TestCase("""app.MapGet("/s/{sessionId}/a/{activityId}", (Guid sessionId, Guid activityId, IActivities all) => all.FindAsync(sessionId, activityId));""",
        TestName = "A mapped route that reads both")]
    [TestCase("""app.MapGet("/s/a/{activityId}", (Guid sessionId, Guid activityId, IActivities all) => all.FindAsync(activityId));""",
        TestName = "A parameter that is not in the route")]
    [TestCase("""app.MapGet("/s/{sessionId}/a/{activityId}", ([AsParameters] Place place, IActivities all) => all.FindAsync(place, place.ActivityId));""",
        TestName = "An object of parameters")]
    [TestCase("""app.MapGet("/s/{sessionId}/a/{activityId}", (Guid sessionId, Guid activityId, HttpContext context, IActivities all) => Doors.Find(context, activityId, all));""",
        TestName = "A context that is handed on")]
    [TestCase("""app.MapGet("/s/{sessionId}/a/{activityId}", (Guid sessionId, Guid activityId, IActivities all) => all.FindAsync(activityId)).RequireMember();""",
        TestName = "A demand of its own behind it")]
    [TestCase("""app.MapGet("/s/{sessionId}/a/{activityId}", (Guid sessionId, Guid activityId, IActivities all) => all.FindAsync(activityId)).AddEndpointFilter(async (context, next) => context.Arguments.Count > 1 ? await next(context) : null);""",
        TestName = "A filter that reads arguments")]
    public Task A_mapped_endpoint_that_may_look_is_allowed(string route) => Allows(Route(route + """

        static class Doors
        {
            public static TBuilder RequireMember<TBuilder>(this TBuilder builder) => builder;
            public static Task<object?> Find(HttpContext context, Guid id, IActivities all) => all.FindAsync(id);
        }
        """));

    [TestCase("/s/{id}/a/{*rest}", "id rest")]
    [TestCase(@"{a:regex(^\d{{2}}$)}/{b?}/{**c}", "a b c")]
    [TestCase("plain", "")]
    [TestCase("{open", "open")]
    [TestCase("}{", "")]
    public void Names_stand_in_braces(string route, string names) => Assert.That(
        AiAwareAnalyzers.AuthScope.Endpoints.RouteTemplates.NamesIn(route).Where(name => name.Length > 0),
        Is.EqualTo(names.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static string Controller(
        string members,
        string type = "ControllerBase",
        string attributes = """[ApiController, Route("sessions/{sessionId}/activities")]""",
        string more = "") => $$"""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Logging;
        {{Model}}
        {{more}}
        {{attributes}}
        public sealed class ActivitiesController : {{type}}
        {
            private readonly IActivities _activities;
            private readonly ILogger<ActivitiesController> _logger;

            public ActivitiesController(IActivities activities, ILogger<ActivitiesController> logger)
            {
                _activities = activities;
                _logger = logger;
            }

            {{members}}
        }
        """;

    private static string Route(string route) => $$"""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.EntityFrameworkCore;

        var app = WebApplication.Create(args);
        {{route}}
        {{Model}}
        """;

    private const string Model = """
        public sealed record SessionId(Guid Value)
        {
            public static bool TryParse(string text, out SessionId id) => (id = new(Guid.Empty)) is null;
        }
        public enum Kind { Run, Ride }
        public sealed class Place { public Guid SessionId { get; set; } public Guid ActivityId { get; set; } }
        public sealed class Draft { public Guid Id { get; set; } public string Title { get; set; } = ""; }
        public sealed class Activity { public Guid Id { get; set; } public Guid SessionId { get; set; } public string Title { get; set; } = ""; }
        public sealed class Shop : DbContext { public DbSet<Activity> Activities => Set<Activity>(); }
        public interface IActivities
        {
            Task<object?> FindAsync(Guid activity);
            Task<object?> FindAsync(Guid session, Guid activity);
            Task<object?> FindAsync(Place place, Guid activity);
            Task<object?> FindAsync(ClaimsPrincipal user, Guid activity);
            Task<object?> AllAsync(Guid session);
            Task<bool> BelongsAsync(Guid session, Guid activity);
            Task AddAsync(Draft draft);
            Task RenameAsync(Guid activity, string title);
            Task DeleteAsync(Guid activity);
        }
        """;
}
