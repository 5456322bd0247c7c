using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class UnboundedRequestSizeTests : RuleTests<UnboundedRequestSize, UnboundedRequestSizeFix>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("return Ok(_db.Orders.Take([|size|]).ToList());", TestName = "A page")]
    [TestCase(
        """if (page < 1) page = 1; return Ok(_db.Orders.Skip((page - 1) * size).Take([|size|]).ToList());""",
        TestName = "A page of pages")]
    [TestCase("return Ok(await _db.Orders.Take([|size|]).ToListAsync());", TestName = "An awaited page")]
    [TestCase("return Ok(_db.Orders.Take([|maybe ?? 20|]).ToList());", TestName = "A size that may be missing")]
    [TestCase("return Ok(_db.Orders.Take([|maybe!.Value|]).ToList());", TestName = "The value of a size")]
    [TestCase("return Ok(_db.Orders.Take([|Math.Max(size, 1)|]).ToList());", TestName = "A lower limit is none")]
    [TestCase(
        """if (size < 1) size = 20; return Ok(_db.Orders.Take([|size|]).ToList());""",
        TestName = "A look for what is too small")]
    [TestCase(
        """if (size <= 0) return BadRequest(); return Ok(_db.Orders.Take([|size|]).ToList());""",
        TestName = "A refusal of what is too small")]
    [TestCase(
        """ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size); return Ok(_db.Orders.Take([|size|]).ToList());""",
        TestName = "A guard against what is too small")]
    [TestCase("var take = size; return Ok(_db.Orders.Take([|take|]).ToList());", TestName = "By way of a local")]
    [TestCase("var take = size * 2; return Ok(_db.Orders.Take([|take|]).ToList());", TestName = "By way of arithmetic")]
    [TestCase("return Ok(_db.Orders.Take([|query.Size|]).ToList());", TestName = "A member of a query")]
    [TestCase("return Ok(new byte[[|size|]]);", TestName = "An array")]
    [TestCase("return Ok(new List<int>([|size|]));", TestName = "A capacity")]
    [TestCase("return Ok(new string('x', [|size|]));", TestName = "A text")]
    [TestCase("return Ok(Enumerable.Range(1, [|size|]).ToList());", TestName = "A range")]
    [TestCase("return Ok(Enumerable.Repeat(\"x\", [|size|]).ToList());", TestName = "A repetition")]
    [TestCase(
        """var all = new List<int>(); for (var i = 0; i < [|size|]; i++) all.Add(i); return Ok(all);""",
        TestName = "A loop")]
    [TestCase("for (var i = 1; i <= [|size|]; i++) await Task.Yield(); return Ok();", TestName = "A loop to the end")]
    [TestCase(
        """return Ok(System.Security.Cryptography.RandomNumberGenerator.GetBytes([|size|]));""",
        TestName = "Random bytes")]
    public Task Sizes_without_a_limit(string body) => Flags(Code(body));

    [Test]
    public Task The_limit_is_missing_behind_a_private_method() => Flags(Code(
        "return Ok(Read(size));", "private List<Order> Read(int count) => _db.Orders.Take([|count|]).ToList();"));

    [Test]
    public Task The_limit_is_missing_behind_an_interface() => Flags(Code("return Ok(_store.Read(size));"), """
        public class Store(Shop db) : IStore { public List<Order> Read(int count) => db.Orders.Take([|count|]).ToList(); }
        """);

    [Test]
    public Task The_limit_is_missing_behind_two_services() => Flags(Code("return Ok(_service.List(size));"), """
        public class Store(Shop db) : IStore { public List<Order> Read(int count) => db.Orders.Take([|count|]).ToList(); }
        """);

    [Test]
    public Task A_mapped_lambda_is_a_handler() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        public static class Map
        {
            public static void Add(IEndpointRouteBuilder app) => app.MapGet("/numbers", (int count) => Results.Ok(Enumerable.Range(1, [|count|])));
        }
        """);

    [Test]
    public Task The_message_names_the_handler_and_the_deed() => Says(
        Code("return Ok(_db.Orders.Take([|size|]).ToList());"),
        "'size' of 'OrdersController.ActAsync' decides how many rows are read, and nothing limits it from above: one "
        + "request can ask for everything; "
        + "limit it with 'Math.Clamp' and constants, or refuse what is out of bounds");

    [TestCase("return Ok(_db.Orders.Take(Math.Clamp(size, 1, 100)).ToList());", TestName = "Clamped in place")]
    [TestCase(
        """size = Math.Min(Math.Max(size, 1), 100); return Ok(_db.Orders.Take(size).ToList());""",
        TestName = "The smaller of the greater")]
    [TestCase(
        """size = Math.Clamp(size, 1, 100); return Ok(_db.Orders.Take(size).ToList());""", TestName = "Clamped before")]
    [TestCase(
        """if (size < 1 || size > 100) return BadRequest(); return Ok(_db.Orders.Take(size).ToList());""",
        TestName = "Refused")]
    [TestCase(
        """if (size is < 1 or > 100) return BadRequest(); return Ok(_db.Orders.Take(size).ToList());""",
        TestName = "Refused by a pattern")]
    [TestCase(
        """if (!(size <= 100)) throw new ArgumentException(); return Ok(_db.Orders.Take(size).ToList());""",
        TestName = "Thrown at")]
    [TestCase("return Ok(_db.Orders.Take(size switch { > 100 => 100, _ => size }).ToList());", TestName = "A switch")]
    [TestCase("return Ok(_db.Orders.Take(Limited(size)).ToList());", TestName = "A method of its own")]
    [TestCase(
        """if (!IsAllowed(size)) return BadRequest(); return Ok(_db.Orders.Take(size).ToList());""",
        TestName = "A question of its own")]
    [TestCase("return Ok(_db.Orders.Take(20).ToList());", TestName = "A constant")]
    [TestCase("return Ok(_db.Orders.Take(_limit).ToList());", TestName = "A setting")]
    [TestCase("return Ok(_db.Orders.Take(ranged).ToList());", TestName = "A range at the parameter")]
    [TestCase("return Ok(_db.Orders.Take(query.Ranged).ToList());", TestName = "A range at the member")]
    [TestCase("return Ok(_db.Orders.Take(query.Corrected).ToList());", TestName = "A member that corrects itself")]
    [TestCase(
        """Validate(query); return Ok(_db.Orders.Take(query.Size).ToList());""",
        TestName = "A model that is validated")]
    [TestCase(
        """var all = new List<int> { 1, 2 }; return Ok(all.Take(size).ToList());""",
        TestName = "Of a list that is there anyway")]
    [TestCase("return Ok(_db.Orders.Where(o => o.Id == size).Take(20).ToList());", TestName = "A value to look for")]
    [TestCase("return Ok(new int[] { size });", TestName = "An element of an array")]
    [TestCase(
        """var all = new List<int> { 1 }; for (var i = 0; i < all.Count; i++) all[i] = size; return Ok(all);""",
        TestName = "A loop over what is there")]
    public Task Sizes_with_a_limit(string body) => Allows(Code(body));

    [Test]
    public Task A_page_size_that_another_project_gives_may_be_limited_there() => Allows("""
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } }
        public class Shop : DbContext { public DbSet<Order> Orders { get; set; } = null!; }
        public class Store(Shop db)
        {
            public List<Order> Read(int pageSize, int page) =>
                db.Orders.Skip(pageSize * (page - 1)).Take(pageSize).ToList();
        }
        """);

    [Test]
    public Task A_limit_in_the_caller_is_a_limit() => Allows(Code(
        "return Ok(Read(Math.Clamp(size, 1, 100)));",
        "private List<Order> Read(int count) => _db.Orders.Take(count).ToList();"));

    [Test]
    public Task A_method_that_no_handler_calls() => Allows(Code(
        "return Ok(Read(20));", "private List<Order> Read(int count) => _db.Orders.Take(count).ToList();"));

    [TestCase("return Ok(_db.Orders.Take([|Math.Min(size, 100)|]).ToList());", TestName = "The smaller of two")]
    [TestCase("return Ok(_db.Orders.Take([|Math.Min(100, size)|]).ToList());", TestName = "The other way around")]
    [TestCase("size = Math.Min(size, 100); return Ok(_db.Orders.Take([|size|]).ToList());", TestName = "Cut to size")]
    [TestCase(
        """var take = Math.Min(size, 100); return Ok(_db.Orders.Take([|take|]).ToList());""",
        TestName = "Cut into a local")]
    [TestCase("if (size > 100) size = 100; return Ok(_db.Orders.Take([|size|]).ToList());", TestName = "Cut")]
    [TestCase(
        """if (100 < size) return BadRequest(); return Ok(_db.Orders.Take([|size|]).ToList());""",
        TestName = "Refused when it is too large")]
    [TestCase(
        """if (size is > 100) return BadRequest(); return Ok(_db.Orders.Take([|size|]).ToList());""",
        TestName = "Refused by a pattern when it is too large")]
    [TestCase(
        """ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 100); return Ok(_db.Orders.Take([|size|]).ToList());""",
        TestName = "A guard of the framework")]
    [TestCase("return Ok(_db.Orders.Take([|size > 100 ? 100 : size|]).ToList());", TestName = "A conditional")]
    [TestCase("return Ok(_db.Orders.Take([|Math.Min(maybe ?? 20, 100)|]).ToList());", TestName = "It may be missing")]
    [TestCase(
        """if (size == 0) size = 20; return Ok(_db.Orders.Take([|Math.Min(size, 100)|]).ToList());""",
        TestName = "Zero stands for the default")]
    [TestCase("return Ok(_db.Orders.Take([|Math.Min(query.Size, 100)|]).ToList());", TestName = "A member of a query")]
    [TestCase("return Ok(_db.Orders.Skip([|size|]).Take(20).ToList());", TestName = "A place to begin")]
    [TestCase(
        """return Ok(_db.Orders.Skip([|(page - 1) * 20|]).Take(20).ToList());""", TestName = "The number of a page")]
    [TestCase(
        """size = Math.Clamp(size, 1, 9); return Ok(_db.Orders.Skip([|(page - 1) * size|]).Take(size).ToList());""",
        TestName = "The number of a page beside a size with limits")]
    [TestCase(
        """page = Math.Max(page, 1); return Ok(_db.Orders.Skip(page * size).Take([|Math.Min(size, 9)|]).ToList());""",
        TestName = "What is said of the size is not said again of the place")]
    [TestCase(
        """var skip = page * 20; return Ok(await _db.Orders.Skip([|skip|]).Take(20).ToListAsync());""",
        TestName = "By way of a local")]
    public Task Pages_without_a_lower_limit(string body) => Suggests(Code(body));

    [Test]
    public Task The_lower_limit_is_missing_behind_a_private_method() => Suggests(Code(
        "return Ok(Read(Math.Min(size, 100)));",
        "private List<Order> Read(int count) => _db.Orders.Take([|count|]).ToList();"));

    [TestCase("size = Math.Max(1, Math.Min(size, 100)); return Ok(_db.Orders.Take(size).ToList());",
        TestName = "The greater of two")]
    [TestCase("if (size > 100 || size <= 0) size = 20; return Ok(_db.Orders.Take(size).ToList());",
        TestName = "Both are looked at")]
    [TestCase("if (size < 10) size = 10; return Ok(_db.Orders.Take(Math.Min(size, 50)).ToList());",
        TestName = "A higher lower limit")]
    [TestCase("if (0 >= size) return BadRequest(); return Ok(_db.Orders.Take(Math.Min(size, 50)).ToList());",
        TestName = "The other way around")]
    [TestCase("if (size is not (> 0 and <= 100)) return BadRequest(); return Ok(_db.Orders.Take(size).ToList());",
        TestName = "A range in a pattern")]
    [TestCase("size = size switch { > 100 => 100, _ => size }; return Ok(_db.Orders.Take(size).ToList());",
        TestName = "A switch")]
    [TestCase("return Ok(_db.Orders.Take(Math.Min(Math.Abs(size), 100)).ToList());", TestName = "Without its sign")]
    [TestCase(
        """ArgumentOutOfRangeException.ThrowIfNegative(page); return Ok(_db.Orders.Skip(page).Take(9).ToList());""",
        TestName = "A guard of the framework below")]
    [TestCase(
        """size = Math.Min(size, 50); if (_limit < size) { var rest = size - _limit; return Ok(_db.Orders.Take(rest)); } return Ok();""",
        TestName = "What is missing to the size")]
    [TestCase("return Ok(_db.Orders.Take(Math.Min((int)small, 9)).ToList());", TestName = "A type without a sign")]
    [TestCase("return Ok(_db.Orders.Skip(Math.Max(0, (page - 1) * 20)).Take(20).ToList());",
        TestName = "An offset that is not negative")]
    [TestCase("if (page < 1) return BadRequest(); return Ok(_db.Orders.Skip((page - 1) * 20).Take(20).ToList());",
        TestName = "A page that is refused")]
    [TestCase("return Ok(_db.Orders.Skip(_limit).Take(20).ToList());", TestName = "A setting")]
    [TestCase("return Ok(_db.Orders.Skip((ranged - 1) * 20).Take(20).ToList());", TestName = "A range at the page")]
    [TestCase("return Ok(new[] { 1, 2 }.Skip(page).Take(Math.Min(size, 9)).ToList());", TestName = "A list in memory")]
    public Task Pages_with_a_lower_limit(string body) => Allows(Code(body));

    [Test]
    public Task SQLite_reads_every_row_and_minds_no_offset() =>
        Given.WithReferences(References.Sqlite).WithOption("ai_aware.high_risk", "*.cs").Says(
            Code("return Ok(_db.Orders.Skip((page - 1) * 20).Take([|Math.Min(size, 100)|]).ToList());"),
            "'size' of 'OrdersController.ActAsync' decides how many rows are read, and nothing limits it from below: a "
            + "negative number is no limit for SQLite, which then reads every row; limit it with 'Math.Clamp' and "
            + "constants, or refuse what is out of bounds");

    [Test]
    public Task The_message_says_what_a_negative_number_does() => WithOption("ai_aware.high_risk", "*.cs").Says(
        Code("return Ok(_db.Orders.Skip([|page * 20|]).Take([|Math.Min(size, 100)|]).ToList());"),
        "'page' of 'OrdersController.ActAsync' decides where a page begins, and nothing limits it from below: a "
        + "negative offset is an error of the database, and no answer; limit it with 'Math.Clamp' and constants, or "
        + "refuse what is out of bounds",
        "'size' of 'OrdersController.ActAsync' decides how many rows are read, and nothing limits it from below: a "
        + "negative number is an error of the database, and for SQLite no limit at all; limit it with 'Math.Clamp' and "
        + "constants, or refuse what is out of bounds");

    [TestCase(
        "size = Math.Min(size, 50); return Ok(_db.Orders.Take([|size|]).ToList());",
        "size = Math.Clamp(size, 1, 50); return Ok(_db.Orders.Take(size).ToList());",
        TestName = "An assignment")]
    [TestCase(
        "var take = Math.Min(50, size); return Ok(_db.Orders.Take([|take|]).ToList());",
        "var take = Math.Clamp(size, 1, 50); return Ok(_db.Orders.Take(take).ToList());",
        TestName = "A local, the other way around")]
    [TestCase(
        "return Ok(_db.Orders.Take([|Math.Min(query.Size, 50)|]).ToList());",
        "return Ok(_db.Orders.Take(Math.Clamp(query.Size, 1, 50)).ToList());",
        TestName = "In place")]
    public Task The_limit_holds_from_below_too(string before, string after) =>
        FixesSuggestion(Code(before), Code(after));

    [TestCase("if (size > 50) size = 50; return Ok(_db.Orders.Take([|size|]).ToList());", TestName = "A condition")]
    [TestCase("return Ok(_db.Orders.Take([|Math.Min(size, /* a page */ 50)|]).ToList());",
        TestName = "A comment would be lost")]
    [TestCase("return Ok(_db.Orders.Take([|Math.Min(size, _limit)|]).ToList());", TestName = "A limit of settings")]
    [TestCase("return Ok(_db.Orders.Skip([|page * 20|]).Take(20).ToList());", TestName = "A place to begin")]
    public Task What_is_left_to_the_reader(string body) => 
        WithOption("ai_aware.high_risk", "*.cs").OffersNoFix(Code(body));

    private Task Flags(string controller, string store) =>
        Flags(controller.Replace(
            "public class Store : IStore { public List<Order> Read(int count) => new(); }",
            store,
            StringComparison.Ordinal));

    [TestCase("{size:range(1,50)}", TestName = "A route with a range")]
    [TestCase("{size:int:min(1):max(50)}", TestName = "A route with both limits")]
    public Task A_route_that_limits_the_size(string route) => Allows(Routed(route, "size"));

    [TestCase("{size:int}", TestName = "A number is no limit")]
    [TestCase("{size:min(1)}", TestName = "A lower limit alone")]
    public Task A_route_that_lets_every_size_in(string route) => Flags(Routed(route, "[|size|]"));

    [Test]
    public Task A_route_that_lets_negative_sizes_in() => Suggests(Routed("{size:max(50)}", "[|size|]"));

    private static string Routed(string route, string size) => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } }
        public class Shop : DbContext { public DbSet<Order> Orders { get; set; } = null!; }
        public class OrdersController : ControllerBase
        {
            private readonly Shop shop = new();
            [HttpGet("{{route}}")]
            public IActionResult Get(int size) => Ok(shop.Orders.OrderBy(o => o.Id).Take({{size}}).ToList());
        }
        """;

    [TestCase("[Microsoft.AspNetCore.Authorization.Authorize(Roles = \"Admin\")]", TestName = "A role")]
    [TestCase(
        "[Microsoft.AspNetCore.Authorization.Authorize(Roles = \"Admin,SuperAdmin\")]",
        TestName = "Two roles of theirs")]
    [TestCase("[Microsoft.AspNetCore.Authorization.Authorize(\"AdminOnly\")]", TestName = "A policy")]
    [TestCase("[Microsoft.AspNetCore.Authorization.Authorize(Policy = Names.Policy)]", TestName = "A policy by name")]
    [TestCase("[AdminOnly]", TestName = "An attribute of its own")]
    public Task A_size_that_an_administrator_chooses_is_a_suggestion(string attribute) =>
        Suggests(Guarded(attribute));

    [TestCase("[Microsoft.AspNetCore.Authorization.Authorize]", TestName = "Anybody who is signed in")]
    [TestCase(
        "[Microsoft.AspNetCore.Authorization.Authorize(Roles = \"Admin,Clerk\")]", TestName = "Others as well")]
    [TestCase("[Microsoft.AspNetCore.Authorization.Authorize(\"orders\")]", TestName = "A policy of others")]
    public Task A_size_that_others_choose_is_a_warning(string attribute) => Flags(Guarded(attribute));

    private static string Guarded(string attribute) => Code("return Ok(_db.Orders.Take([|size|]).ToList());")
        .Replace(
            "public class OrdersController", attribute + " public class OrdersController", StringComparison.Ordinal)
        + """

        public class AdminOnlyAttribute : Microsoft.AspNetCore.Authorization.AuthorizeAttribute { }
        public static class Names { public const string Policy = "Administrators"; }
        """;

    [TestCase(
        """app.MapGet("/a", (int size) => new byte[[|size|]]).RequireAuthorization("AdminOnly");""",
        TestName = "A policy at the route")]
    [TestCase(
        """app.MapGet("/a", (int size) => new byte[[|size|]]).RequireAuthorization(p => p.RequireRole("Admin"));""",
        TestName = "A role at the route")]
    [TestCase(
        """var admin = app.MapGroup("/a").RequireAuthorization("AdminOnly"); admin.MapGet("/", (int size) => new byte[[|size|]]);""",
        TestName = "A policy at the group")]
    public Task A_size_of_a_route_for_administrators_is_a_suggestion(string routes) => Suggests(Mapping(routes));

    [TestCase(
        """app.MapGet("/a", (int size) => new byte[[|size|]]).RequireAuthorization();""", TestName = "Anybody")]
    [TestCase(
        """var admin = app.MapGroup("/a").RequireAuthorization("AdminOnly"); app.MapGet("/", (int size) => new byte[[|size|]]);""",
        TestName = "Beside the group")]
    public Task A_size_of_a_route_for_others_is_a_warning(string routes) => Flags(Mapping(routes));

    private static string Mapping(string routes) => $$"""
        using Microsoft.AspNetCore.Builder;
        public static class Routes
        {
            public static void Map(WebApplication app) { {{routes}} }
        }
        """;

    private static string Code(string body, string more = "") => $$"""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } }
        public class Shop : DbContext { public DbSet<Order> Orders { get; set; } = null!; }
        public class OrderQuery
        {
            private int _corrected;
            public int Size { get; set; }
            [Range(1, 100)] public int Ranged { get; set; }
            public int Corrected { get => _corrected; set => _corrected = Math.Min(value, 100); }
        }
        public interface IStore { List<Order> Read(int count); }
        public interface IService { List<Order> List(int size); }
        public class Store : IStore { public List<Order> Read(int count) => new(); }
        public class Service(IStore store) : IService { public List<Order> List(int size) => store.Read(size); }
        public class OrdersController(Shop _db, IStore _store, IService _service, int _limit) : ControllerBase
        {
            public async Task<IActionResult> ActAsync(int page, int size, int? maybe, byte small, [Range(1, 100)] int ranged, [FromQuery] OrderQuery query)
            {
                await Task.Yield();
                {{body}}
            }
            {{more}}
            private static int Limited(int size) => size > 100 ? 100 : size;
            private static bool IsAllowed(int size) => size <= 100;
            private static void Validate(OrderQuery query) { }
            private object[] Used() => new object[] { _db, _store, _service, _limit };
        }
        """;
}
