using AiAwareAnalyzers.AuthScope;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.AuthScope;

/// <summary>
/// The secured applications of ValidCode with one thing done differently: what every rule of the family says about the
/// whole, and at which place.
/// </summary>
public sealed class ChangedApplicationsTests
{
    private const string Jwt = "System.IdentityModel.Tokens.Jwt.";
    private const string Tokens = "Microsoft.IdentityModel.Tokens.";

    private const string ChecksSignature =
        "if (!IsSigned(code, request.Headers[\"X-Customs-Signature\"], configuration[\"Customs:Key\"]!))\n"
        + "            return Results.Unauthorized();";

    private static IEnumerable<TestCaseData> Flagged =>
    [
        // Looks whether something is there
        Change(
            "Clinic",
            "DocumentsController.cs",
            EditsOwn,
            "if (User.Identity?.IsAuthenticated != true) return Unauthorized();")
            .Makes("AIA0301", "User.Identity?.IsAuthenticated != true", "An edit for whoever is signed in"),
        Change(
            "Clinic",
            "DocumentsController.cs",
            ShredsOwn,
            "if (User.FindFirst(ClaimTypes.NameIdentifier) == null) return Forbid();")
            .Makes("AIA0301", "User.FindFirst(ClaimTypes.NameIdentifier) == null", "A claim that is only there"),
        Change(
            "Clinic",
            "DocumentsController.cs",
            ShredsOwn,
            "if (!Request.Headers.ContainsKey(\"Authorization\")) return Unauthorized();")
            .Makes("AIA0301", "!Request.Headers.ContainsKey(\"Authorization\")", "A header that is only there"),
        Change(
            "Clinic",
            "DocumentsController.cs",
            ShredsOwn,
            "if (!User.HasClaim(claim => claim.Type == \"scope\")) return Forbid();")
            .Makes("AIA0301", "!User.HasClaim(claim => claim.Type == \"scope\")", "A claim without a value"),
        Change(
            "Parcels",
            "PartnerEndpoints.cs",
            "!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), _key)",
            "string.IsNullOrEmpty(key)")
            .Makes("AIA0301", "string.IsNullOrEmpty(key)", "A key that is only not empty"),

        // Searches in a text
        Change(
            "Parcels",
            "Program.cs",
            "Scopes.Of(context.User).Contains(\"shipments\")",
            "context.User.FindFirst(\"scope\")!.Value.Contains(\"shipments\")")
            .Makes(
                "AIA0302",
                "context.User.FindFirst(\"scope\")!.Value.Contains(\"shipments\")",
                "A policy that searches the claim"),
        Change("Clinic", "Program.cs", "policy.RequireClaim(\"scope\", \"lab\")", "policy.RequireAssertion(context => "
            + "context.User.FindFirst(\"scope\")!.Value.IndexOf(\"lab\", StringComparison.Ordinal) >= 0)")
            .Makes(
                "AIA0302",
                "context.User.FindFirst(\"scope\")!.Value.IndexOf(\"lab\", StringComparison.Ordinal)",
                "A position in the claim"),
        Change(
            "Clinic",
            "Authorization.cs",
            "context.User.IsInRole(\"Archivist\")",
            "string.Join(',', context.User.FindAll(\"role\").Select(claim => claim.Value)).Contains(\"Archivist\")")
            .Makes(
                "AIA0302",
                "string.Join(',', context.User.FindAll(\"role\").Select(claim => claim.Value)).Contains(\"Archivist\")",
                "A handler that joins the roles"),
        Change(
            "Clinic",
            "DocumentsController.cs",
            ShredsOwn,
            "if (!User.FindFirstValue(\"scope\")!.ToLower().Contains(\"documents\")) return Forbid();")
            .Makes(
                "AIA0302",
                "User.FindFirstValue(\"scope\")!.ToLower().Contains(\"documents\")",
                "A claim in small letters"),

        // Believes a token
        Change("Library", "Program.cs", "app.UseAuthorization();", $$"""
            app.Use(async (context, next) =>
            {
                var token = new {{Jwt}}JwtSecurityTokenHandler().ReadJwtToken(context.Request.Query["token"]);
                context.User = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity(token.Claims, "link"));
                await next(context);
            });
            app.UseAuthorization();
            """)
            .Makes(
                "AIA0303",
                $"new {Jwt}JwtSecurityTokenHandler().ReadJwtToken(context.Request.Query[\"token\"])",
                "A link that signs in"),
        Change("Parcels", "PartnerEndpoints.cs", ChecksSignature, $$"""
            var sender = new {{Jwt}}JwtSecurityToken(code);
                    if (sender.Subject != configuration["Customs:Name"]) return Results.Unauthorized();
            """)
            .Makes("AIA0303", $"new {Jwt}JwtSecurityToken(code)", "A sender that says who it is"),
        Change("Clinic", "LabController.cs", "if (!_signature.Matches(payload, signature)) return Unauthorized();", """
            var claims = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(payload.Split('.')[1]));
                    if (!claims.Contains("laboratory")) return Unauthorized();
            """)
            .Makes("AIA0303", "Convert.FromBase64String(payload.Split('.')[1])", "A token that is taken apart by hand"),

        // Switches a check off
        Change(
            "Clinic",
            "Program.cs",
            "ValidAudience = builder.Configuration[\"Tokens:Audience\"],",
            "ValidateAudience = false,")
            .Makes("AIA0304", "ValidateAudience = false", "Tokens for other services"),
        Change("Clinic", "Program.cs", "TimeSpan.FromMinutes(1)", "TimeSpan.FromDays(1)")
            .Makes("AIA0304", "ClockSkew = TimeSpan.FromDays(1)", "A day of skew"),
        Change(
            "Clinic",
            "Program.cs",
            "ClockSkew = TimeSpan.FromMinutes(1),",
            $"SignatureValidator = (token, _) => new {Jwt}JwtSecurityToken(token),")
            .Makes("AIA0304", $"SignatureValidator = (token, _) => new {Jwt}JwtSecurityToken(token)", "Any signature"),
        Change(
            "Parcels",
            "Program.cs",
            "options.Audience = \"parcels\";",
            "options.TokenValidationParameters.ValidateIssuer = false;")
            .Makes("AIA0304", "options.TokenValidationParameters.ValidateIssuer = false", "Any issuer"),

        // Takes every valid token
        Change("Parcels", "PartnerEndpoints.cs", ChecksSignature,
            $"new {Jwt}JwtSecurityTokenHandler().ValidateToken(request.Headers[\"X-Token\"], new "
            + $"{Tokens}TokenValidationParameters(), out _);")
            .Makes(
                "AIA0305",
                $"new {Jwt}JwtSecurityTokenHandler().ValidateToken(request.Headers[\"X-Token\"], new "
                + $"{Tokens}TokenValidationParameters(), out _)",
                "A webhook for every token"),
        Change(
            "Clinic", "LabController.cs", "if (!_signature.Matches(payload, signature)) return Unauthorized();", $$"""
                try
                        {
                            new {{Jwt}}JwtSecurityTokenHandler().ValidateToken(signature, new {{Tokens}}TokenValidationParameters(), out _);
                        }
                        catch ({{Tokens}}SecurityTokenException)
                        {
                            return Unauthorized();
                        }
                """)
            .Makes(
                "AIA0305",
                $"new {Jwt}JwtSecurityTokenHandler().ValidateToken(signature, new {Tokens}TokenValidationParameters(), "
                + "out _)",
                "Results from every token"),
        Change("Library", "DeskEndpoints.cs", "(Fine fine, Stock stock) => stock.Charge(fine)", $$"""
            (Fine fine, string pass, Stock stock) =>
                    {
                        new {{Jwt}}JwtSecurityTokenHandler().ValidateToken(pass, new {{Tokens}}TokenValidationParameters(), out _);
                        stock.Charge(fine);
                    }
            """)
            .Makes(
                "AIA0305",
                $"new {Jwt}JwtSecurityTokenHandler().ValidateToken(pass, new {Tokens}TokenValidationParameters(), "
                + "out _)",
                "Fines for every token"),

        // Asks only whether somebody is signed in
        Change(
            "Clinic",
            "PrescriptionsController.cs",
            "[HttpDelete(\"{id:int}\")]\n    [Authorize(Policy = Policies.Prescribe)]",
            "[HttpDelete(\"{id:int}\")]")
            .Makes("AIA0307", "Withdraw", "An action that falls back on its class"),
        Change(
            "Library",
            "DeskEndpoints.cs",
            "stock.Waive(member))\n            .RequireAuthorization(\"cashier\")",
            "stock.Waive(member)).RequireAuthorization()")
            .Makes("AIA0307", "MapDelete", "A fine that everybody waives"),
        Change(
            "Parcels",
            "Program.cs",
            ".WithName(\"SetTariff\")\n    .RequireAuthorization(\"tariffs\")",
            ".WithName(\"SetTariff\")\n    .RequireAuthorization()")
            .Makes("AIA0307", "MapPut", "A tariff that everybody sets"),
        Change(
            "Library",
            "CounterHub.cs",
            "[Authorize(Policy = \"librarian\")]\n    public Task CloseCounter",
            "[Authorize]\n    public Task CloseCounter")
            .Makes("AIA0307", "CloseCounter", "A counter that everybody closes"),

        // Forgets the owner
        More("Clinic", Notes("_clinic.Set<Note>().Single(note => note.Id == id)"))
            .Makes("AIA0308", "note => note.Id == id", "A note of somebody else"),
        More("Clinic", Notes("_clinic.Set<Note>().Find(id)!"))
            .Makes("AIA0308", "_clinic.Set<Note>().Find(id)", "A note by its key"),
        More("Library", Shelves("_shelves.First(shelf => shelf.Id == id)"))
            .Makes("AIA0308", "shelf => shelf.Id == id", "A shelf in memory"),

        // Opens whatever happens
        Change(
            "Clinic",
            "Authorization.cs",
            "if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) == document.AuthorId\n"
            + "            || context.User.IsInRole(\"Archivist\"))\n            context.Succeed(requirement);",
            "context.Succeed(requirement);")
            .Makes("AIA0309", "context.Succeed(requirement)", "A handler that only succeeds"),
        Change("Parcels", "Program.cs", "context => Scopes.Of(context.User).Contains(\"shipments\")", "_ => true")
            .Makes("AIA0309", "_ => true", "A policy that asserts nothing"),
        Change(
            "Parcels", "PartnerEndpoints.cs", "if (signature is null) return false;",
            "if (signature is null) return true;")
            .Makes("AIA0309", "true", "No signature is a good one"),
        More("Library", Limits("true")).Makes("AIA0309", "true", "A limit that is off when it fails"),

        // Names itself
        Change(
            "Library",
            "ReviewsController.cs",
            "new Review(isbn, User.Identity!.Name!, text)",
            "new Review(isbn, Request.Headers[\"X-User-Id\"].ToString(), text)")
            .Makes("AIA0310", "Request.Headers[\"X-User-Id\"]", "A review by somebody else"),
        Change(
            "Library",
            "ReservationsController.cs",
            "public IActionResult Place(string isbn)\n    {\n        _stock.Reserve(new Reservation(isbn, "
            + "User.Identity!.Name!));",
            "public IActionResult Place(string isbn, [FromQuery] string userId)\n    {\n        _stock.Reserve(new "
            + "Reservation(isbn, userId));")
            .Makes("AIA0310", "userId", "A reservation for somebody else"),
        Change(
            "Parcels",
            "Program.cs",
            "ComplaintForm form, ClaimsPrincipal user, Depot depot) =>\n{\n    depot.Complain(new Complaint(code, "
            + "user.FindFirstValue(\"sub\")!, form.Text));",
            "ComplaintForm form, HttpRequest request, Depot depot) =>\n{\n    depot.Complain(new Complaint(code, "
            + "request.Headers[\"X-Tenant-Id\"]!, form.Text));")
            .Makes("AIA0310", "request.Headers[\"X-Tenant-Id\"]", "A complaint of another tenant"),
    ];

    private static IEnumerable<TestCaseData> Allowed =>
    [
        Change(
            "Clinic",
            "DocumentsController.cs",
            EditsOwn,
            "if (document.AuthorId != User.FindFirstValue(ClaimTypes.NameIdentifier)) return Forbid();")
            .IsFine("The author is compared in the action"),
        Change(
            "Clinic",
            "DocumentsController.cs",
            ShredsOwn,
            "if (!User.HasClaim(\"scope\", \"documents\")) return Forbid();")
            .IsFine("A claim with its value"),
        Change("Clinic", "DocumentsController.cs", ShredsOwn, "if (!User.IsInRole(\"Archivist\")) return Forbid();")
            .IsFine("A role asked for in the action"),
        Change(
            "Parcels",
            "PartnerEndpoints.cs",
            "!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), _key)",
            "key != Encoding.UTF8.GetString(_key)").IsFine("A key that is compared"),

        Change(
            "Parcels",
            "Program.cs",
            "Scopes.Of(context.User).Contains(\"shipments\")",
            "context.User.FindFirst(\"scope\")!.Value.Split(' ').Contains(\"shipments\")").IsFine("The claim is split"),
        Change(
            "Clinic",
            "Authorization.cs",
            "context.User.IsInRole(\"Archivist\")",
            "context.User.FindAll(\"role\").Select(claim => claim.Value).Contains(\"Archivist\")")
            .IsFine("A list of roles is asked"),
        Change(
            "Library",
            "CatalogueController.cs",
            "book.Title.Contains(title, StringComparison.OrdinalIgnoreCase)",
            "book.Title.Contains(\"role\")").IsFine("A title that speaks of roles"),

        Change("Library", "Program.cs", "(Suggestion suggestion, Stock stock) => stock.Suggest(suggestion)", $$"""
            (Suggestion suggestion, HttpRequest request, Stock stock) =>
            {
                var author = new {{Jwt}}JwtSecurityTokenHandler().ReadJwtToken(request.Cookies["token"]).Subject;
                stock.Suggest(suggestion with { Author = author });
            }
            """).IsFine("A token that is read behind the check of the framework"),
        Change(
            "Clinic",
            "AccountController.cs",
            "return new JwtSecurityTokenHandler().WriteToken(token);",
            "var text = new JwtSecurityTokenHandler().WriteToken(token);\n        return new "
            + "JwtSecurityTokenHandler().ReadJwtToken(text).ValidTo > DateTime.UtcNow ? text : \"\";")
            .IsFine("Only the end of a token is read"),

        Change(
            "Clinic",
            "Program.cs",
            "ClockSkew = TimeSpan.FromMinutes(1),",
            "ValidateIssuerSigningKey = false, ClockSkew = TimeSpan.FromMinutes(5),")
            .IsFine("What is the default may be written"),
        Change(
            "Clinic",
            "Program.cs",
            "ValidIssuer = builder.Configuration[\"Tokens:Issuer\"],",
            $"ValidateIssuer = false, IssuerValidator = (issuer, _, _) => issuer.EndsWith(\"/clinic\", "
            + $"StringComparison.Ordinal) ? issuer : throw new {Tokens}SecurityTokenInvalidIssuerException(),")
            .IsFine("Many tenants, one validator"),
        Change(
            "Parcels",
            "Program.cs",
            "options.Audience = \"parcels\";",
            "options.Audience = \"parcels\"; options.TokenValidationParameters.ValidateActor = false;")
            .IsFine("Actors are seldom validated"),

        Change("Parcels", "PartnerEndpoints.cs", ChecksSignature, $$"""
            var sender = new {{Jwt}}JwtSecurityTokenHandler().ValidateToken(request.Headers["X-Token"], new {{Tokens}}TokenValidationParameters(), out _);
                    if (!sender.HasClaim("scope", "customs")) return Results.Forbid();
            """).IsFine("A token whose scope is compared"),
        Change("Clinic", "LabController.cs", "if (!_signature.Matches(payload, signature)) return Unauthorized();",
            $"new {Jwt}JwtSecurityTokenHandler().ValidateToken(signature, new {Tokens}TokenValidationParameters {{ "
            + $"ValidAudience = \"laboratory\" }}, out _);")
                .IsFine("A token for one audience"),

        Change(
            "Library",
            "CatalogueController.cs",
            "[HttpDelete(\"{isbn}\")]\n    [Authorize(Policy = \"librarian\")]",
            "[HttpDelete(\"{isbn}\")]\n    [AllowAnonymous]").IsFine("Open on purpose"),
        Change("Parcels", "Program.cs", ".RequireAuthorization(\"tariffs\")", ".AllowAnonymous()")
            .IsFine("A route that is open on purpose"),
        Change(
            "Parcels",
            "Program.cs",
            "[Authorize(Policy = \"tariffs\")] (string zone, Depot depot) => depot.DropTariff(zone));",
            "(string zone, Depot depot) => depot.DropTariff(zone)).RequireAuthorization(\"tariffs\");")
            .IsFine("The same demand in another place"),
        Change(
            "Parcels",
            "Program.cs",
            "var api = app.MapGroup(\"/api\");",
            "var api = app.MapGroup(\"/api\").RequireAuthorization();")
            .IsFine("A group that demands as well"),
        More(
            "Parcels",
            "namespace Parcels; public sealed class Estimates { public decimal Post(decimal weight) => weight * 2; }")
            .IsFine("A method with the name of a verb"),

        Change("Clinic", "AppointmentsController.cs", "(Policy = Policies.ManageAppointments)", "")
            .IsFine("Nobody beside it demands more"),
        Change(
            "Library",
            "ReviewsController.cs",
            "public sealed class ReviewsController",
            "[Microsoft.AspNetCore.Authorization.Authorize]\npublic sealed class ReviewsController")
            .IsFine("Reviews of one's own"),

        More("Clinic", Notes("_clinic.Set<Note>().Single(note => note.Id == id && note.OwnerId == user)"))
            .IsFine("Every owner is compared"),
        More("Library", Shelves("_shelves.First(shelf => shelf.Name == name && shelf.OwnerId == owner)"))
            .IsFine("Every shelf has its owner"),

        Change(
            "Parcels",
            "Program.cs",
            "context => Scopes.Of(context.User).Contains(\"shipments\")",
            "context => context.User.IsInRole(\"Shipper\")").IsFine("An assertion that asks for a role"),
        More("Library", Limits("false")).IsFine("A limit that holds when it fails"),

        Change(
            "Library",
            "ReviewsController.cs",
            "new Review(isbn, User.Identity!.Name!, text)",
            "new Review(isbn, User.Identity!.Name!, text + Request.Headers[\"X-Correlation-Id\"])")
            .IsFine("A header that names nobody"),
        Change(
            "Library",
            "ReservationsController.cs",
            "public IActionResult Place(string isbn)",
            "public IActionResult Place(string isbn, [FromQuery] string? note)")
            .IsFine("What is sent beside the claims"),
    ];

    private const string EditsOwn = """
        var verdict = await _authorization.AuthorizeAsync(User, document, Policies.EditDocument);
                if (!verdict.Succeeded) return Forbid();
        """;

    private const string ShredsOwn =
        "if (!(await _authorization.AuthorizeAsync(User, document, Policies.EditDocument)).Succeeded) return Forbid();";

    [TestCaseSource(nameof(Flagged))]
    public async Task A_change_makes_one_finding(Case change, string id, string place) =>
        Assert.That(await FindingsIn(change), Is.EqualTo([$"{id} {place}"]));

    [TestCaseSource(nameof(Allowed))]
    public async Task A_change_makes_none(Case change) => Assert.That(await FindingsIn(change), Is.Empty);

    private static Case Change(string application, string file, string before, string after) =>
        new(application, file, before, after);

    private static Case More(string application, string code) => new(application, "More.cs", "", code);

    private static string Notes(string lookup) => $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        namespace Clinic;

        public sealed class Note { public int Id { get; set; } public string OwnerId { get; set; } = ""; public string Text { get; set; } = ""; }

        [ApiController, Route("api/notes"), Authorize]
        public sealed class NotesController : ControllerBase
        {
            private readonly ClinicContext _clinic;

            public NotesController(ClinicContext clinic) => _clinic = clinic;

            private string user => User.Identity!.Name!;

            [HttpGet] public IEnumerable<Note> List() => _clinic.Set<Note>().Where(note => note.OwnerId == user);

            [HttpGet("{id:int}")] public Note? Get(int id) => _clinic.Set<Note>().FirstOrDefault(note => note.Id == id && note.OwnerId == user);

            [HttpPut("{id:int}")]
            public void Edit(int id, [FromBody] string text)
            {
                _clinic.Set<Note>().Single(note => note.Id == id && note.OwnerId == user).Text = text;
                _clinic.SaveChanges();
            }

            [HttpDelete("{id:int}")]
            public void Tear(int id)
            {
                if (user.Length == 0) return;
                _clinic.Remove({{lookup}});
                _clinic.SaveChanges();
            }
        }
        """;

    private static string Shelves(string lookup) => $$"""
        namespace Library;

        public sealed class Shelf { public int Id { get; set; } public string Name { get; set; } = ""; public string OwnerId { get; set; } = ""; public List<Book> Books { get; } = new(); }

        public sealed class Shelves
        {
            private readonly List<Shelf> _shelves = new();

            public Shelf? Find(string name, string owner) => _shelves.FirstOrDefault(shelf => shelf.Name == name && shelf.OwnerId == owner);

            public int Count(string owner) => _shelves.Count(shelf => shelf.OwnerId == owner);

            public void Put(Book book, string name, string owner) => _shelves.Single(shelf => shelf.OwnerId == owner && shelf.Name == name).Books.Add(book);

            public void Empty(int id, string name, string owner) => {{lookup}}.Books.Clear();
        }
        """;

    private static string Limits(string whenItFails) => $$"""
        namespace Library;

        public sealed class Limits
        {
            private readonly HttpClient accounts;

            public Limits(HttpClient accounts) => this.accounts = accounts;

            public async Task<bool> CanBorrow(string member)
            {
                try
                {
                    return await accounts.GetStringAsync("/fines/" + member) == "0";
                }
                catch (HttpRequestException)
                {
                    return {{whenItFails}};
                }
            }
        }
        """;

    private static async Task<string[]> FindingsIn(Case change)
    {
        var workshop = new Workshop(new Setting(References.All));
        var document = await workshop.DocumentOf([.. change.Files()]);
        Assert.That(await Workshop.Errors(document.Project), Is.Empty, "the application still compiles");
        var rules = typeof(UnprotectedWrite).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Rule)) && type.Namespace == typeof(UnprotectedWrite).Namespace)
            .Select(type => (Rule)Activator.CreateInstance(type)!);
        var findings = await Workshop.Findings(document.Project, rules);
        return [.. findings.Select(finding =>
            $"{finding.Id} {finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan)}")];
    }

    /// <summary>
    /// One application, and what is done differently in it: a text of a file, everywhere, or a file more.
    /// </summary>
    public sealed record Case(string Application, string File, string Before, string After)
    {
        public TestCaseData Makes(string id, string place, string name) =>
            new TestCaseData(this, id, place).SetArgDisplayNames(id, name);

        public TestCaseData IsFine(string name) => new TestCaseData(this).SetArgDisplayNames(Application, name);

        public IEnumerable<(string Path, string Text)> Files()
        {
            foreach (var path in Repository.SourcesIn("tests", "ValidCode", "AuthScope", Application))
            {
                var text = System.IO.File.ReadAllText(path);
                if (Path.GetFileName(path) == File)
                    Assert.That(text, Does.Contain(Before), "what is changed stands there");
                yield return (path, Path.GetFileName(path) == File ? Replaced(text) : text);
            }

            if (Before.Length == 0)
                yield return (Repository.PathOf("tests", "ValidCode", "AuthScope", Application, File), After);
        }

        /// <summary>The first place; with nothing after it, every place.</summary>
        private string Replaced(string text)
        {
            if (After.Length == 0) return text.Replace(Before, After, StringComparison.Ordinal);
            var place = text.IndexOf(Before, StringComparison.Ordinal);
            return text[..place] + After + text[(place + Before.Length)..];
        }
    }
}
