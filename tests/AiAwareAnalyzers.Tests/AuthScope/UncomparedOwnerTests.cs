using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

public sealed class UncomparedOwnerTests : RuleTests<UncomparedOwner>
{
    private protected override ReferenceSet Framework => References.Authentication;

    [Test]
    public Task An_owner_that_is_only_logged_is_flagged() => Flags(Repository("""
        public async Task<Booking?> GetForMember(int id, string memberId)
        {
            _logger.LogDebug("Loading {Id} for {Member}", id, memberId);
            return await _context.Bookings.AsNoTracking().FirstOrDefaultAsync([|booking => booking.Id == id|]);
        }
        """));

    [Test]
    public Task An_owner_that_nothing_reads_is_flagged() => Flags(Repository("""
        public Booking? GetForMember(int id, string memberId) => _context.Bookings.SingleOrDefault([|booking => booking.Id == id|]);
        """));

    [Test]
    public Task A_row_found_by_key_is_flagged() => Flags(Repository("""
        public Booking? GetForMember(int id, string memberId) => [|_context.Bookings.Find(id)|];
        """));

    [Test]
    public Task A_condition_before_the_question_is_flagged() => Flags(Repository("""
        public Booking? GetForMember(int id, string memberId) => _context.Bookings.Where([|booking => booking.Id == id|]).FirstOrDefault();
        """));

    [Test]
    public Task A_deletion_is_flagged() => Flags(Repository("""
        public Task<int> DeleteForMember(int id, string memberId) => _context.Bookings.Where([|booking => booking.Id == id|]).ExecuteDeleteAsync();
        """));

    [Test]
    public Task A_change_is_flagged() => Flags(Repository("""
        public async Task RenameForMember(int bookingId, string memberId, string name)
        {
            var booking = await _context.Bookings.FirstAsync([|one => one.Id == bookingId|]);
            booking.Vessel = name;
            _logger.LogInformation("{Member} renamed {Id}", memberId, bookingId);
            await _context.SaveChangesAsync();
        }
        """));

    [Test]
    public Task What_another_repository_gives_is_flagged() => Flags(Service("""
        public Booking? GetForMember(int id, string memberId) => [|_bookings.ById(id)|];
        """));

    [Test]
    public Task What_another_repository_gives_later_is_flagged() => Flags(Service("""
        public async Task<string?> VesselForMember(int id, string memberId) => (await [|_bookings.ByIdAsync(id)|])?.Vessel;
        """));

    [Test]
    public Task A_list_in_memory_is_flagged() => Flags("""
        public sealed record Note(int Id, string OwnerId, string Text);

        public sealed class Notes
        {
            private readonly List<Note> _notes = new();

            public Note? FindForOwner(int id, string ownerId) => _notes.Find([|note => note.Id == id|]);
        }
        """);

    [Test]
    public Task An_owner_under_another_name_is_flagged() => Flags(Repository("""
        public Booking? GetForUser(int id, string userId) => _context.Bookings.SingleOrDefault([|booking => booking.Id == id|]);
        """));

    [Test]
    public Task A_tenant_is_flagged() => Flags("""
        public sealed record Note(int Id, int TenantId, string Text);

        public sealed class Notes
        {
            private readonly List<Note> _notes = new();

            public Note? FindForTenant(int noteId, int tenantId) => _notes.Find([|note => note.Id == noteId|]);
        }
        """);

    [Test]
    public Task A_query_of_text_is_flagged() => Flags("""
        public sealed record Note(int Id, Guid UserId, string Text);

        public interface IConnection { Task<T> QuerySingleAsync<T>(string sql, object parameters); }

        public sealed class Notes
        {
            private readonly IConnection _connection;

            public Notes(IConnection connection) => _connection = connection;

            public Task<Note> ReadForUser(int id, Guid userId) => [|_connection.QuerySingleAsync<Note>("SELECT * FROM Notes WHERE Id = @id", new { id })|];
        }
        """);

    [Test]
    public Task A_local_query_in_two_steps_is_flagged_once() => Flags(Repository("""
        public async Task<Booking?> GetForMember(int id, string memberId)
        {
            var query = _context.Bookings.Where([|booking => booking.Id == id|]);
            return await query.FirstOrDefaultAsync(booking => booking.Id == id);
        }
        """));

    [Test]
    public Task Callers_who_pass_who_is_asking_are_believed() => Flags(Repository(
        """public Booking? Get(int id, string memberId) => _context.Bookings.SingleOrDefault([|booking => booking.Id == id|]);""",
        """
        public sealed class Desk
        {
            private readonly IBookings _bookings;

            public Desk(IBookings bookings) => _bookings = bookings;

            public Booking? Show(ClaimsPrincipal user, int id) => _bookings.Get(id, user.FindFirstValue("sub")!);
        }
        """,
        "Booking? Get(int id, string memberId);"));

    [Test]
    public Task Callers_who_hand_on_who_is_asking_are_believed() => Flags(Repository(
        """public Booking? Get(int id, string memberId) => _context.Bookings.SingleOrDefault([|booking => booking.Id == id|]);""",
        """
        public sealed class Service
        {
            private readonly IBookings _bookings;

            public Service(IBookings bookings) => _bookings = bookings;

            public string? Show(int id, string memberId) => _bookings.Get(id, memberId)?.Vessel;
        }

        public sealed class Desk
        {
            private readonly Service _service;

            public Desk(Service service) => _service = service;

            public string? Show(ClaimsPrincipal user, int id) => _service.Show(id, user.FindFirstValue("sub")!);
        }
        """,
        "Booking? Get(int id, string memberId);"));

    [Test]
    public Task Nobody_who_says_who_is_asking_is_allowed() => Allows(Repository("""
        public Booking? Get(int id, string memberId) => _context.Bookings.SingleOrDefault(booking => booking.Id == id);
        """));

    [Test]
    public Task Callers_who_pass_somebody_are_allowed() => Allows(Repository(
        """public Booking? Get(int id, string memberId) => _context.Bookings.SingleOrDefault(booking => booking.Id == id);""",
        """
        public sealed class Desk
        {
            private readonly IBookings _bookings;

            public Desk(IBookings bookings) => _bookings = bookings;

            public Booking? Show(Booking other) => _bookings.Get(other.Id, "ada");
        }
        """,
        "Booking? Get(int id, string memberId);"));

    [Test]
    public Task The_message_names_what_to_compare() => Says(
        Repository("""
            public Booking? GetForMember(int id, string memberId) => [|_context.Bookings.Find(id)|];
            """),
        "'GetForMember' takes 'memberId' and finds the 'Booking' by 'id' alone, so anyone who knows an id reaches what "
        + "belongs to others (IDOR); compare 'MemberId' with 'memberId' as well");

    [TestCase("_context.Bookings.SingleOrDefault(booking => booking.Id == id && booking.MemberId == memberId)",
        TestName = "Compared in the query")]
    [TestCase("""_context.Bookings.Where(booking => booking.MemberId == memberId).SingleOrDefault(booking => booking.Id == id)""",
        TestName = "Compared before")]
    [TestCase("Check(memberId, id) ? _context.Bookings.Find(id) : null", TestName = "Handed to a check")]
    [TestCase("_context.Bookings.SingleOrDefault(booking => booking.Vessel == memberId)",
        TestName = "Read for something else")]
    [TestCase("_context.Bookings.SingleOrDefault(booking => booking.Id == id && booking.MemberId != null)",
        TestName = "The owner is looked at otherwise")]
    [TestCase("_context.Bookings.Find(7)", TestName = "Not found by an id of the caller")]
    [TestCase("null", TestName = "Nothing is found")]
    [TestCase("throw new NotSupportedException()", TestName = "It refuses")]
    public Task A_method_that_does_otherwise_is_allowed(string value) => Allows(Repository($$"""
        public Booking? GetForMember(int id, string memberId) => {{value}};

        private static bool Check(string memberId, int id) => memberId.Length > id;
        """));

    [TestCase("int id, string name", TestName = "No owner")]
    [TestCase("string memberId", TestName = "No other id")]
    [TestCase("int id, string adminId", TestName = "Somebody who sees everything")]
    [TestCase("int id, string deletedBy", TestName = "Who is noted")]
    [TestCase("int id, string guestId", TestName = "Somebody to whom nothing belongs")]
    [TestCase("int id, int tenantId", TestName = "An owner of another kind")]
    public Task Other_parameters_are_allowed(string parameters) => Allows(Repository($$"""
        public Booking? Get({{parameters}}) => _context.Bookings.SingleOrDefault(booking => booking.Id == {{(parameters.Contains("int id") ? "id" : "1")}});
        """));

    [Test]
    public Task What_belongs_to_nobody_is_allowed() => Allows(Repository("""
        public Berth? GetBerthForMember(int id, string memberId) => _context.Berths.Find(id);
        """));

    [TestCase("GetForAdmin")]
    [TestCase("AuditedGet")]
    [TestCase("GetAny")]
    public Task A_method_that_is_meant_to_see_everything_is_allowed(string name) => Allows(Repository($$"""
        public Booking? {{name}}(int id, string memberId) => _context.Bookings.Find(id);
        """));

    [Test]
    public Task A_caller_that_compares_afterwards_is_allowed() => Allows(Repository(
        "public Booking? Get(int id, string memberId) => _context.Bookings.Find(id);",
        """
        public sealed class Service
        {
            private readonly IBookings _bookings;

            public Service(IBookings bookings) => _bookings = bookings;

            public string? Show(int id, string memberId) => _bookings.Get(id, memberId) is { } booking && booking.MemberId == memberId ? booking.Vessel : null;
        }
        """,
        "Booking? Get(int id, string memberId);"));

    [Test]
    public Task A_caller_that_asks_before_is_allowed() => Allows(Repository(
        "public Booking? Get(int id, string memberId) => _context.Bookings.Find(id);",
        """
        public interface IRights { bool MayRead(int id, string memberId); }

        public sealed class Service
        {
            private readonly IBookings _bookings;
            private readonly IRights _rights;

            public Service(IBookings bookings, IRights rights) => (_bookings, _rights) = (bookings, rights);

            public string? Show(int id, string memberId) => _rights.MayRead(id, memberId) ? _bookings.Get(id, memberId)?.Vessel : null;
        }
        """,
        "Booking? Get(int id, string memberId);"));

    [Test]
    public Task A_caller_in_an_office_is_allowed() => Allows(Repository(
        "public Booking? Get(int id, string memberId) => _context.Bookings.Find(id);",
        """
        public sealed class OfficeService
        {
            private readonly IBookings _bookings;

            public OfficeService(IBookings bookings) => _bookings = bookings;

            public string? Show(int id, string clerk) => _bookings.Get(id, clerk)?.Vessel;
        }
        """,
        "Booking? Get(int id, string memberId);"));

    [Test]
    public Task A_filter_of_the_model_is_allowed() => Allows(Repository(
        "public Booking? GetForMember(int id, string memberId) => _context.Bookings.Find(id);",
        """
        public sealed class Filtered : DbContext
        {
            protected override void OnModelCreating(ModelBuilder model) => model.Entity<Booking>().HasQueryFilter(booking => booking.Id > 0);
        }
        """));

    [Test]
    public Task Another_class_behind_the_contract_that_compares_is_allowed() => Allows(Repository(
        "public Booking? Get(int id, string memberId) => _context.Bookings.Find(id);",
        """
        public sealed class Cached : IBookings
        {
            private readonly List<Booking> _all = new();

            public Booking? Get(int id, string memberId) => _all.Find(booking => booking.Id == id && booking.MemberId == memberId);
        }
        """,
        "Booking? Get(int id, string memberId);"));

    [Test]
    public Task An_override_takes_what_it_is_told_to_take() => Allows(Repository("""
        public override Booking? Load(int id, string memberId) => _context.Bookings.Find(id);
        """));

    [Test]
    public Task An_endpoint_is_allowed() => Allows(Repository(
        "",
        """
        [ApiController, Route("members/{memberId}/bookings")]
        public sealed class BookingsController : ControllerBase
        {
            private readonly Harbour _context;

            public BookingsController(Harbour context) => _context = context;

            [HttpGet("{id}")]
            public Booking? Get(int id, string memberId) => _context.Bookings.Find(id);
        }
        """));

    private static string Service(string method) => Repository(
        "",
        $$"""
        public interface IRows
        {
            Booking? ById(int id);
            Task<Booking?> ByIdAsync(int id);
        }

        public sealed class Service
        {
            private readonly IRows _bookings;

            public Service(IRows bookings) => _bookings = bookings;

            {{method}}
        }
        """);

    private static string Repository(string method, string beside = "", string contract = "") => $$"""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Logging;

        public sealed class Booking
        {
            public int Id { get; set; }
            public string MemberId { get; set; } = "";
            public string Vessel { get; set; } = "";
        }

        public sealed class Berth
        {
            public int Id { get; set; }
            public string Code { get; set; } = "";
        }

        public sealed class Harbour : DbContext
        {
            public DbSet<Booking> Bookings => Set<Booking>();
            public DbSet<Berth> Berths => Set<Berth>();
        }

        public abstract class Rows
        {
            public virtual Booking? Load(int id, string memberId) => memberId.Length == id ? null : new Booking();
        }

        public interface IBookings
        {
            {{contract}}
        }

        public sealed class Bookings : Rows, IBookings
        {
            private readonly Harbour _context;
            private readonly ILogger<Bookings> _logger;

            public Bookings(Harbour context, ILogger<Bookings> logger) => (_context, _logger) = (context, logger);

            {{method.ReplaceLineEndings("\n    ")}}
        }

        {{beside}}
        """;
}
