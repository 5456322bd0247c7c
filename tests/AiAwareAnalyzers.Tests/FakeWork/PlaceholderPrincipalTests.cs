using AiAwareAnalyzers.FakeWork;

namespace AiAwareAnalyzers.Tests.FakeWork;

public sealed class PlaceholderPrincipalTests : RuleTests<PlaceholderPrincipal>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    /// <summary>Members of a service with owned entries.</summary>
    private static string Owned(string members) => $$"""
        public class Entry { public string UserId { get; set; } = ""; public Guid TenantId { get; set; } public string CreatedBy { get; set; } = ""; public int OwnerId { get; set; } public string Role { get; set; } = ""; public string Name { get; set; } = ""; }
        public interface IEntries { List<Entry> Of(string userId); void Grant(int userId, string text); IQueryable<Entry> All { get; } }
        public class EntryService
        {
            private readonly IEntries entries;
            public EntryService(IEntries entries) => this.entries = entries;
            {{members}}
        }
        """;


    [Test]
    public Task A_constant_current_user_is_flagged() => Flags(Owned("""
        private const string CurrentUserId = [|"player-1"|];
        """));

    [TestCase("static readonly List<Entry> Known = new() { new Entry { OwnerId = 3, Name = \"a\" } };",
        TestName = "What a field begins with")]
    [TestCase("static List<Entry> Known() => new() { new Entry { OwnerId = 3 }, new Entry { OwnerId = 4 } };",
        TestName = "Rows of a list")]
    [TestCase("static Entry[] Known() => new[] { new Entry { OwnerId = 3 }, new Entry { OwnerId = 4 } };",
        TestName = "Rows of an array")]
    public Task Data_that_a_program_brings_with_it_is_silent(string member) => Allows(Owned(member));

    [Test]
    public Task An_object_alone_is_no_data() => Flags(Owned("""
        public Entry Create(string name) => new Entry { Name = name, OwnerId = [|3|] };
        """));

    [Test]
    public Task A_current_user_of_every_instance_is_flagged() => Flags(Owned("""
        private static readonly Guid CurrentTenantId = [|Guid.Parse("7e57d004-2b97-0e7a-b45f-5387367791cd")|];
        """));

    [Test]
    public Task A_new_identifier_of_a_text_is_flagged() => Flags(Owned("""
        private static readonly Guid CurrentTenantId = [|new Guid("7e57d004-2b97-0e7a-b45f-5387367791cd")|];
        """));

    [Test]
    public Task A_property_of_the_current_user_is_flagged() => Flags(Owned("""
        public string CurrentUser => [|"demo-user"|];
        """));

    [Test]
    public Task A_getter_with_a_block_is_flagged() => Flags(Owned("""
        public int CurrentUserId { get { return [|1|]; } }
        """));

    [Test]
    public Task A_method_of_the_current_user_is_flagged() => Flags(Owned("""
        public string GetCurrentUserId() => [|"user-123"|];
        """));

    [Test]
    public Task A_read_only_property_is_flagged() => Flags(Owned("""
        public string CurrentUserId { get; } = [|"user-123"|];
        """));

    [Test]
    public Task A_current_role_is_flagged() => Flags(Owned("""
        private const string CurrentUserRole = [|"Admin"|];
        """));

    [Test]
    public Task A_local_in_a_query_is_flagged() => Flags(Owned("""
        public List<Entry> Mine() { var userId = [|"user-1"|]; return entries.All.Where(entry => entry.UserId == userId).ToList(); }
        """));

    [Test]
    public Task A_number_in_a_query_is_flagged() => Flags(Owned("""
        public List<Entry> Mine() { int ownerId = [|1|]; return entries.All.Where(entry => entry.OwnerId == ownerId).ToList(); }
        """));

    [Test]
    public Task A_local_that_is_handed_over_is_flagged() => Flags(Owned("""
        public List<Entry> Mine() { var currentUser = [|"jane"|]; return entries.Of(currentUser); }
        """));

    [Test]
    public Task An_empty_identifier_that_is_stored_is_flagged() => Flags(Owned("""
        public Entry Make() { var tenantId = [|Guid.Empty|]; return new Entry { TenantId = tenantId }; }
        """));

    [Test]
    public Task A_literal_in_a_query_is_flagged() => Flags(Owned("""
        public List<Entry> Mine() => entries.All.Where(entry => entry.UserId == [|"user-1"|]).ToList();
        """));

    [Test]
    public Task A_literal_on_the_left_is_flagged() => Flags(Owned("""
        public bool Any() => entries.All.Any(entry => [|42|] == entry.OwnerId);
        """));

    [Test]
    public Task A_member_of_a_new_object_is_flagged() => Flags(Owned("""
        public Entry Make() => new Entry { UserId = [|"user-1"|], Name = "x" };
        """));

    [Test]
    public Task Who_created_it_is_flagged() => Flags(Owned("""
        public void Touch(Entry entry) { entry.CreatedBy = [|"admin"|]; }
        """));

    [Test]
    public Task An_argument_for_a_user_is_flagged() => Flags(Owned("""
        public List<Entry> Mine() => entries.Of([|"user-1"|]);
        """));

    [Test]
    public Task A_named_argument_is_flagged() => Flags(Owned("""
        public void Grant() => entries.Grant(text: "all", userId: [|7|]);
        """));

    [Test]
    public Task The_account_of_the_process_is_flagged() => Flags(Owned("""
        public void Touch(Entry entry) { entry.CreatedBy = [|Environment.UserName|]; }
        """));

    [Test]
    public Task A_finished_task_is_flagged() => Flags(Owned("""
        public Task<string> GetCurrentUserIdAsync() => [|Task.FromResult("user-1")|];
        """));

    [Test]
    public Task A_name_of_a_claim_is_silent() => Allows(Owned("""
        private const string UserIdClaim = "user_id"; private const string CurrentUser = "current-user";
        """));

    [Test]
    public Task A_user_that_is_read_is_silent() => Allows(Owned("""
        public List<Entry> Mine(System.Security.Claims.ClaimsPrincipal principal) { var userId = principal.Identity!.Name!; return entries.Of(userId); }
        """));

    [Test]
    public Task The_system_is_nobody() => Allows(Owned("""
        public Entry Make() => new Entry { UserId = "system", CreatedBy = "System" };
        """));

    [Test]
    public Task A_background_worker_is_nobody() => Allows(Owned("""
        public void Touch(Entry entry) { entry.CreatedBy = "cleanup-job"; }
        """));

    [Test]
    public Task Anonymous_is_nobody() => Allows(Owned("""
        public string GetCurrentUser() => "anonymous";
        """));

    [Test]
    public Task An_empty_text_is_silent() => Allows(Owned("""
        public void Clear(Entry entry) { entry.UserId = ""; }
        """));

    [Test]
    public Task A_cleared_tenant_is_silent() => Allows(Owned("""
        public void Clear(Entry entry) { entry.TenantId = Guid.Empty; }
        """));

    [Test]
    public Task A_comparison_outside_of_a_query_is_silent() => Allows(Owned("""
        public bool IsFirst(Entry entry) => entry.OwnerId == 1;
        """));

    [Test]
    public Task A_guard_for_an_empty_tenant_is_silent() => Allows(Owned("""
        public bool IsFree(Entry entry) => entry.TenantId == Guid.Empty;
        """));

    [Test]
    public Task An_empty_tenant_in_a_query_is_silent() => Allows(Owned("""
        public List<Entry> Free() => entries.All.Where(entry => entry.TenantId == Guid.Empty).ToList();
        """));

    [Test]
    public Task An_initial_value_of_a_property_that_is_set_later_is_silent() => Allows(Owned("""
        public string CurrentUserId { get; set; } = "user-1";
        """));

    [Test]
    public Task A_local_that_changes_is_silent() => Allows(Owned("""
        public List<Entry> Of(string? name) { var userId = "user-1"; if (name != null) userId = name; return entries.Of(userId); }
        """));

    [Test]
    public Task A_local_that_is_only_compared_is_silent() => Allows(Owned("""
        public bool IsFirst(Entry entry) { var ownerId = 1; return entry.OwnerId == ownerId; }
        """));

    [Test]
    public Task A_local_that_is_only_logged_is_silent() => Allows(Owned("""
        public void Tell() { var userId = "user-1"; Console.WriteLine(userId); }
        """));

    [Test]
    public Task A_role_of_a_message_is_silent() => Allows(Owned("""
        public Entry Ask() => new Entry { Role = "user", Name = "admin" };
        """));

    [Test]
    public Task A_zero_is_silent() => Allows(Owned("""
        public void Clear(Entry entry) { entry.OwnerId = 0; }
        """));

    [Test]
    public Task A_negative_number_is_silent() => Allows(Owned("""
        public void Clear(Entry entry) { entry.OwnerId = -1; }
        """));

    [Test]
    public Task An_owner_of_a_static_list_is_silent() => Allows(Owned("""
        private const string OwnerId = "user-1";
        """));

    [Test]
    public Task A_policy_is_silent() => Allows(Owned("""
        private const string CurrentUserPolicy = "admin-1";
        """));

    [Test]
    public Task A_cookie_is_silent() => Allows(Owned("""
        private const string CurrentUserCookie = "shop-user-1";
        """));

    [Test]
    public Task A_method_that_seeds_is_silent() => Allows(Owned("""
        public Entry SeedEntry() => new Entry { UserId = "user-1" };
        """));

    [Test]
    public Task A_template_of_a_route_is_silent() => Allows(Owned("""
        public List<Entry> Mine() => entries.Of("{userId}");
        """));

    [Test]
    public Task An_address_is_silent() => Allows(Owned("""
        public string GetCurrentUser() => "/users/me-1";
        """));

    [Test]
    public Task A_parameter_with_a_default_is_silent() => Allows(Owned("""
        public List<Entry> Of(string userId = "user-1") => entries.Of(userId);
        """));

    [Test]
    public Task An_exception_is_silent() => Allows(Owned("""
        public void Fail() => throw new ArgumentException("user-1", "userId");
        """));

    [Test]
    public Task A_double_is_silent() =>
        Allows("public class FakeSession { public string CurrentUserId => \"user-1\"; }");

    [Test]
    public Task A_seeder_is_silent() =>
        Allows("public class UserSeeder { public string CurrentUserId => \"user-1\"; }");

    [Test]
    public Task Outside_of_the_web_the_account_is_the_user() => Given.WithReferences(References.Net10).Allows(Owned("""
        public void Touch(Entry entry) { entry.CreatedBy = Environment.UserName; }
        """));

    [Test]
    public Task A_project_of_tests_is_silent() => Given.WithReferences(Shop.TestProject).Allows(Owned("""
        private const string CurrentUserId = "player-1";
        """));

    [Test]
    public Task The_message_names_who_is_meant() => Says(
        Owned("""
            private const string CurrentUserId = [|"player-1"|];
            """),
        "'CurrentUserId' is '\"player-1\"' for every caller, so all of them act and read as the same one; take it from "
        + "the authenticated caller");

    [Test]
    public Task One_user_in_one_member_is_one_finding() => Flags(Owned("""
        public void Move(Entry entry) { entry.CreatedBy = [|"intern-7"|]; entries.Of("intern-7"); }

        public void Stay(Entry entry) => entry.CreatedBy = [|"intern-7"|];
        """));

    [TestCase("public class IntakeService { public void Take(Entry entry) => entry.CreatedBy = \"intake\"; }",
        TestName = "A service that is named so")]
    [TestCase(
        "public class NightlyPriceRun { public void Take(Entry entry) => entry.CreatedBy = \"nightly-price-run\"; }",
        TestName = "A process of several words")]
    public Task The_name_of_a_process_is_nobody(string type) => Allows(Owned("") + type);

    [TestCase("public class AdminService { public void Take(Entry entry) => entry.CreatedBy = [|\"admin\"|]; }",
        TestName = "Somebody who is served")]
    [TestCase("public class IntakeService { public void Take(Entry entry) => entry.CreatedBy = [|\"intake-anna\"|]; }",
        TestName = "Somebody beside the process")]
    public Task A_person_is_no_process(string type) => Flags(Owned("") + type);

    [TestCase("[AllowAnonymous] public class FormController : ControllerBase", "[HttpPost]",
        TestName = "All actions are open")]
    [TestCase("public class FormController : ControllerBase", "[HttpPost, AllowAnonymous]",
        TestName = "The action is open")]
    public Task An_endpoint_that_is_open_to_everybody_has_no_caller(string type, string action) =>
        Allows(Form(type, action, "\"web-form\""));

    [Test]
    public Task Another_endpoint_has_a_caller() =>
        Flags(Form("public class FormController : ControllerBase", "[HttpPost]", "[|\"web-form\"|]"));

    private static string Form(string type, string action, string user) => $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        {{type}}
        {
            {{action}} public IActionResult Send() { var userId = {{user}}; return Ok(Save(userId)); }

            [HttpGet, AllowAnonymous] public IActionResult Look() => Ok();

            private static string Save(string userId) => userId;
        }
        """;

    [Test]
    public Task A_route_that_is_open_to_everybody_has_no_caller() => Allows("""
        using Microsoft.AspNetCore.Builder;
        var app = WebApplication.Create(args);
        app.MapPost("/forms", (Entry entry) => { entry.CreatedBy = "web-form"; return entry; }).WithName("form").AllowAnonymous();
        app.Run();
        public class Entry { public string CreatedBy { get; set; } = ""; }
        """);

    private static string Handed(string mark) => $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        public class Entry { public string CreatedBy { get; set; } = ""; }
        public interface IForms { void Save(Entry entry); }
        public class Forms : IForms { public void Save(Entry entry) => entry.CreatedBy = @"web-form"; }
        {{mark}} public class EntriesController : ControllerBase
        {
            private readonly IForms forms;
            public EntriesController(IForms forms) => this.forms = forms;
            [HttpPost, AllowAnonymous] public void Create(Entry entry) => forms.Save(entry);
        }
        """;

    [Test]
    public Task A_service_of_open_endpoints_only_has_no_caller() => Allows(Handed(""));

    [Test]
    public Task A_service_that_others_use_has_callers() => Flags(
        Handed("public class Desk { public Desk(IForms forms) { } }\n").Replace("@\"web-form\"", "[|\"web-form\"|]"));

    [TestCase("var userId = [|\"system\"|]; // TODO: get from authentication context", TestName = "Behind it")]
    [TestCase("// FIXME: read the claims of the caller\n var userId = [|\"anonymous\"|];", TestName = "Above it")]
    [TestCase("var userId = [|\"default-user\"|]; // should come from the JWT", TestName = "Without a mark")]
    public Task Nobody_in_an_action_that_admits_to_ask_no_caller_is_flagged(string statement) =>
        Flags(Action(statement));

    [TestCase("var userId = \"system\";", TestName = "Nothing is said")]
    [TestCase("var userId = \"system\"; // TODO: make configurable", TestName = "Something else is to be done")]
    [TestCase("var userId = User.Identity?.Name ?? \"system\"; // TODO: get from claims",
        TestName = "The caller is asked")]
    public Task Nobody_in_another_action_is_silent(string statement) => Allows(Action(statement));

    [Test]
    public Task Nobody_outside_of_an_action_is_silent() => Allows(Owned("""
        public List<Entry> Mine() { var userId = "system"; /* TODO: get from authentication context */ return entries.Of(userId); }
        """));

    private static string Action(string statement) => $$"""
        using Microsoft.AspNetCore.Mvc;
        public class FormController : ControllerBase
        {
            [HttpPost] public IActionResult Send()
            {
                {{statement}}
                return Ok(Save(userId));
            }

            private static string Save(string userId) => userId;
        }
        """;
}
