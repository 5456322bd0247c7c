using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

public sealed class UncheckedNumberTests : RuleTests<UncheckedNumber, UncheckedNumberFix>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if ([|x < -90 || x > 90|]) return null; return x;""",
        TestName = "Outside of a range")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if ([|x <= 0 || x >= 100|]) return null; return x;""",
        TestName = "On the edge of a range")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if ([|x > 90 || x < -90|]) return null; return x;""",
        TestName = "Above first")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if ([|0 > x || 100 < x|]) return null; return x;""",
        TestName = "The limit first")]
    [TestCase(
        """if ([|!double.TryParse(text, out var x) || x < 0 || x > 1|]) return null; return x;""",
        TestName = "Behind the parsing")]
    [TestCase(
        """double x; if ([|!double.TryParse(text, out x) || x < 0 || x > 1|]) return null; return x;""",
        TestName = "A local of its own")]
    [TestCase(
        """var x = double.Parse(text); if ([|x < 0 || x > 1|]) throw new ArgumentException(); return x;""",
        TestName = "Parsed without trying")]
    [TestCase(
        """if (!float.TryParse(text, out var x)) return null; if ([|x < 0 || x > 1|]) return null; return x;""",
        TestName = "A short one")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; var isOutside = [|x < 0 || x > 1|]; return isOutside ? null : x;""",
        TestName = "A question with a name")]
    [TestCase(
        """if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var x)) return null; if ([|x < 0 || x > 1|]) return null; return x;""",
        TestName = "With a culture")]
    public Task Not_a_number_passes(string body) => Flags(Parsing(body));

    [TestCase("return Ok([|new DateTime(year, month, 1)|]);", TestName = "A month")]
    [TestCase("return Ok([|new DateOnly(year, month, 1)|]);", TestName = "A month as a day")]
    [TestCase("return Ok([|new DateTime(2026, 1, month)|]);", TestName = "A day")]
    [TestCase("var first = month; return Ok([|new DateTime(2026, first, 1)|]);", TestName = "By way of a local")]
    [TestCase(
        """try { return Ok([|new DateTime(year, month, 1)|]); } catch (TimeoutException) { return Conflict(); }""",
        TestName = "A catch of something else")]
    [TestCase("return Ok([|(Kind)kind|]);", TestName = "An enum")]
    [TestCase("return Ok([|(Kind)model.Kind|]);", TestName = "An enum of a model")]
    [TestCase("var value = [|(Kind)kind|]; return Ok(value.ToString());", TestName = "An enum that is kept")]
    [TestCase(
        """return Ok(Read(month)); } private static DateTime Read(int m) { return [|new DateTime(2026, m, 1)|];""",
        TestName = "A month in another method")]
    public Task Numbers_of_a_request(string body) => Flags(Handling(body));

    [Test]
    public Task The_message_names_the_number() => Says(
        Parsing("if (!double.TryParse(text, out var x)) return null; if ([|x < 0 || x > 1|]) return null; return x;"),
        "'x' may be NaN, which text can say and which is neither below nor above a limit, so this check lets it pass; "
        + "ask whether it is inside instead of outside, or add '!double.IsFinite(x)'");

    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if (!(x >= 0 && x <= 1)) return null; return x;""",
        TestName = "Inside of a range")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if (x is >= 0 and <= 1) return x; return null;""",
        TestName = "A pattern")]
    [TestCase(
        """if (!double.TryParse(text, out var x) || double.IsNaN(x)) return null; if (x < 0 || x > 1) return null; return x;""",
        TestName = "Asked for NaN")]
    [TestCase(
        """if (!double.TryParse(text, out var x) || !double.IsFinite(x)) return null; if (x < 0 || x > 1) return null; return x;""",
        TestName = "Asked for an end")]
    [TestCase(
        """if (!decimal.TryParse(text, out var x)) return null; if (x < 0 || x > 1) return null; return (double)x;""",
        TestName = "A decimal has no NaN")]
    [TestCase(
        """if (!int.TryParse(text, out var x)) return null; if (x < 0 || x > 1) return null; return x;""",
        TestName = "A whole number has no NaN")]
    [TestCase(
        """var x = text.Length * 0.5; if (x < 0 || x > 1) return null; return x;""",
        TestName = "A number that was computed")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if (x > 100) return null; return x;""",
        TestName = "One side only")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; double y = 3; if (x < 0 || y > 1) return null; return x;""",
        TestName = "Two numbers")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if (x < 0 || x < -1) return null; return x;""",
        TestName = "The same side twice")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; return Math.Clamp(x, 0, 1) is var y && (x < 0 || x > 1) ? y : x;""",
        TestName = "Clamped")]
    public Task Numbers_that_are_numbers(string body) => Allows(Parsing(body));

    [TestCase(
        """if (month < 1 || month > 12 || year < 1) return BadRequest(); return Ok(new DateTime(year, month, 1));""",
        TestName = "A month that is looked at")]
    [TestCase(
        """try { return Ok(new DateTime(year, month, 1)); } catch (ArgumentOutOfRangeException) { return BadRequest(); }""",
        TestName = "A catch of just this")]
    [TestCase(
        """try { return Ok(new DateTime(year, month, 1)); } catch { return BadRequest(); }""",
        TestName = "A catch of everything")]
    [TestCase("return Ok(new DateTime(2026, 1, 1));", TestName = "A date that is written here")]
    [TestCase("return Ok(new DateTime(2026, ranged, 1));", TestName = "A range at the parameter")]
    [TestCase("return Ok(new DateTime(2026, model.Ranged, 1));", TestName = "A range at the member")]
    [TestCase("return Ok(new TimeSpan(month, 0, 0));", TestName = "A length of time takes every number")]
    [TestCase(
        """if (!Enum.IsDefined((Kind)kind)) return BadRequest(); return Ok((Kind)kind);""",
        TestName = "An enum that is asked for")]
    [TestCase(
        """if (kind is < 0 or > 1) return BadRequest(); return Ok((Kind)kind);""",
        TestName = "An enum that is looked at")]
    [TestCase("return Ok((Flags)kind);", TestName = "Flags take sums")]
    [TestCase("return Ok((int)known);", TestName = "An enum that becomes a number")]
    [TestCase("return Ok((Kind)1);", TestName = "A number that is written here")]
    [TestCase("return Ok((Kind)known);", TestName = "An enum that the framework read")]
    [TestCase(
        """return Ok(new DateTime(DateTime.UtcNow.Year, DateTime.UtcNow.Month, 1));""",
        TestName = "A date of the clock")]
    public Task Numbers_that_are_looked_at(string body) => Allows(Handling(body));

    [Test]
    public Task Outside_becomes_inside() => Fixes(
        Parsing("if (!double.TryParse(text, out var x)) return null; if ([|x < -90 || x >= 90|]) return null; /* done "
            + "*/ return x;"),
        Parsing("if (!double.TryParse(text, out var x)) return null; if (!(x >= -90 && x < 90)) return null; /* done "
            + "*/ return x;"));

    [Test]
    public Task A_longer_condition_is_left_to_its_author() => OffersNoFix(
        Parsing("if ([|!double.TryParse(text, out var x) || x < 0 || x > 1|]) return null; return x;"));

    [Test]
    public Task Numbers_are_refused_as_before() => KeepsBehaviour("""
        public static class Subject
        {
            public static string Run(int[] input)
            {
                var result = "";
                foreach (var number in input)
                {
                    var x = double.Parse(number.ToString());
                    if (x < -5 || x >= 7) result += "no "; else result += "yes ";
                }
                return result;
            }
        }
        """);

    private static string Parsing(string body) => $$"""
        using System.Globalization;
        public static class Reader
        {
            public static double? Read(string text) { {{body}} }
        }
        """;

    private static string Handling(string body) => $$"""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Mvc;
        public enum Kind { Letter, Parcel }
        [Flags] public enum Flags { One = 1, Two = 2 }
        public class Model { public int Kind { get; set; } [Range(1, 12)] public int Ranged { get; set; } }
        public class DaysController : ControllerBase
        {
            public IActionResult Act(int year, int month, int kind, Kind known, [Range(1, 12)] int ranged, [FromQuery] Model model) { {{body}} }
        }
        """;

    [TestCase("""if ([|!double.TryParse(text, out var x) || x <= 0|]) return null; return x;""",
        TestName = "A lower limit behind the parsing")]
    [TestCase("""if (!double.TryParse(text, out var x)) return null; if ([|x < 0|]) throw new ArgumentException(); return x;""",
        TestName = "A lower limit alone")]
    public Task Not_a_number_passes_one_limit(string body) => Flags(Parsing(body));

    [TestCase("""if (!double.TryParse(text, out var x) || !double.IsFinite(x) || x <= 0) return null; return x;""",
        TestName = "Asked whether it is finite")]
    [TestCase("""if (!double.TryParse(text, out var x) || !(x > 0)) return null; return x;""",
        TestName = "Asked whether it is above")]
    [TestCase("""var x = double.Parse(text); if (x < 0) x = 0; return x;""", TestName = "Brought to the limit")]
    [TestCase("""if (!decimal.TryParse(text, out var x) || x <= 0) return null; return (double)x;""",
        TestName = "A decimal")]
    public Task One_limit_that_lets_no_NaN_pass(string body) => Allows(Parsing(body));

    [TestCase("""app.MapGet("/near", (double x) => [|x < -90 || x > 90|] ? Results.BadRequest() : Results.Ok(x));""",
        TestName = "A number of the query")]
    [TestCase("""app.MapGet("/near/{x}", (float x) => { if ([|x <= 0|]) return Results.BadRequest(); return Results.Ok(x); });""",
        TestName = "A number of the address, with one limit")]
    [TestCase("""app.MapPost("/near", ([FromHeader] double x) => [|x < 0 || x > 1|] ? Results.BadRequest() : Results.Ok(x));""",
        TestName = "A number of a header")]
    [TestCase("""app.MapPost("/near", ([FromBody] double x) => [|x < 0 || x > 1|] ? Results.BadRequest() : Results.Ok(x));""",
        TestName = "A number of a body")]
    [TestCase("""app.MapPost("/near", (Spot spot) => [|spot.X < 0 || spot.X > 1|] ? Results.BadRequest() : Results.Ok());""",
        TestName = "A member of a body")]
    public Task Not_a_number_is_bound(string mapping) => Flags(Mapping(mapping));

    [TestCase("""app.MapPost("/near", (Spot spot) => spot.Y < 0 || spot.Y > 1 ? Results.BadRequest() : Results.Ok());""",
        TestName = "A range at the member")]
    [TestCase("""app.MapPost("/near", (Spot spot) => !Check.IsValid(spot) || spot.X < 0 || spot.X > 1 ? Results.BadRequest() : Results.Ok());""",
        TestName = "A body that is validated")]
    [TestCase("""_ = System.Text.Json.Serialization.JsonNumberHandling.Strict; app.MapPost("/near", (Spot spot) => spot.X < 0 || spot.X > 1 ? Results.BadRequest() : Results.Ok());""",
        TestName = "Numbers are no text")]
    [TestCase("""var spot = new Spot(); app.MapGet("/near", () => spot.X < 0 || spot.X > 1 ? Results.BadRequest() : Results.Ok());""",
        TestName = "A member of the program")]
    public Task Members_that_are_numbers(string mapping) => Allows(Mapping(mapping));

    [TestCase("""app.MapGet("/near", (double x) => !(x >= -90 && x <= 90) ? Results.BadRequest() : Results.Ok(x));""",
        TestName = "Asked whether it is inside")]
    [TestCase("""app.MapGet("/near", (double x) => !double.IsFinite(x) || x < 0 || x > 9 ? Results.BadRequest() : Results.Ok(x));""",
        TestName = "Asked whether it is a number")]
    [TestCase("""app.MapGet("/near", (decimal x) => x < 0 || x > 9 ? Results.BadRequest() : Results.Ok(x));""",
        TestName = "A decimal that is bound")]
    [TestCase("""bool IsOutside(double x) => x < 0 || x > 9; app.MapGet("/near", () => IsOutside(3));""",
        TestName = "A number of the program")]
    public Task Numbers_that_are_bound_well(string mapping) => Allows(Mapping(mapping));

    [Test]
    public Task Not_a_number_is_bound_for_an_action() => Flags("""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Mvc;
        [ApiController, Route("near")]
        public class PlacesController : ControllerBase
        {
            [HttpGet] public IActionResult Near(double x, [Range(-9, 9)] double y)
            {
                if ([|x < -90 || x > 90|]) return BadRequest();
                return y < -9 || y > 9 ? BadRequest() : Ok(x);
            }
        }
        """);

    [Test]
    public Task A_hub_reads_no_number_from_text() => Allows("""
        using Microsoft.AspNetCore.SignalR;
        public class Places : Hub
        {
            public string Near(double x) => x < -90 || x > 90 ? "" : "near";
        }
        """);

    [TestCase("""app.MapPut("/orders/{id}", (Shop db, int id, State state) => { db.Orders.First(o => o.Id == id).State = [|state|]; db.SaveChanges(); });""",
        TestName = "A state of the query")]
    [TestCase("""app.MapPost("/orders", (Shop db, Wish wish) => { db.Add(new Order { State = [|wish.State|] }); db.SaveChanges(); });""",
        TestName = "A state of the body")]
    [TestCase("""app.MapPost("/orders", (Shop db, Wish wish) => { db.Add(new Order { State = [|wish.Maybe ?? State.Open|] }); db.SaveChanges(); });""",
        TestName = "A state that may be missing")]
    [TestCase("""app.MapPut("/orders/{id}", (Shop db, int id, State state) => { new Desk(db).Move(id, state); });""",
        TestName = "A state that is handed on")]
    public Task An_enum_that_does_not_have_it_is_kept(string mapping) =>
        Given.WithReferences(References.EntityFrameworkCore).Suggests(Orders(
            mapping, mapping.Contains("Desk", StringComparison.Ordinal) ? "[|state|]" : "default"));

    [TestCase("""app.MapPut("/orders/{id}", (Shop db, int id, State state) => { if (!Enum.IsDefined(state)) return; db.Orders.First(o => o.Id == id).State = state; });""",
        TestName = "Asked whether it is defined")]
    [TestCase("""app.MapPut("/orders/{id}", (Shop db, int id, State state) => { if (state == State.Open) return; db.Orders.First(o => o.Id == id).State = state; });""",
        TestName = "Compared")]
    [TestCase("""app.MapPut("/orders/{id}", (Shop db, int id, Marks marks) => { db.Orders.First(o => o.Id == id).Marks = marks; });""",
        TestName = "Flags may be any sum")]
    [TestCase("""app.MapPut("/orders", (Answer answer, State state) => { answer.State = state; });""",
        TestName = "An answer keeps nothing")]
    [TestCase("""app.MapPut("/orders/{id}", (Shop db, int id) => { db.Orders.First(o => o.Id == id).State = State.Open; });""",
        TestName = "A state of the program")]
    [TestCase("""app.MapPost("/orders", (Shop db, Wish wish) => { db.Add(new Order { State = wish.Checked }); });""",
        TestName = "A rule at the member")]
    [TestCase("""_ = new System.Text.Json.Serialization.JsonStringEnumConverter(null, false); app.MapPost("/orders", (Shop db, Wish wish) => { db.Add(new Order { State = wish.State }); });""",
        TestName = "Only names are read")]
    public Task An_enum_that_is_looked_at(string mapping) =>
        Given.WithReferences(References.EntityFrameworkCore).Allows(Orders(mapping, "default"));

    [Test]
    public Task A_controller_refuses_what_an_enum_does_not_have() =>
        Given.WithReferences(References.EntityFrameworkCore).Allows(Orders("", "default") + """

            [ApiController, Route("orders")]
            public class OrdersController : ControllerBase
            {
                private readonly Shop db = null!;
                [HttpPut("{id}")] public void Move(int id, State state) => db.Orders.First(o => o.Id == id).State = state;
            }
            """);

    private static string Mapping(string mapping) => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        var app = WebApplication.Create();
        {{mapping}}
        app.Run();

        public class Spot
        {
            public double X { get; set; }
            [System.ComponentModel.DataAnnotations.Range(0, 1)] public double Y { get; set; }
        }

        public static class Check { public static bool IsValid(Spot spot) => double.IsFinite(spot.X); }
        """;

    private static string Orders(string mapping, string moved) => $$"""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        var app = WebApplication.Create();
        {{mapping}}
        app.Run();

        public enum State { Open, Closed }
        [Flags] public enum Marks { None = 0, Gift = 1 }
        public class Order { public int Id { get; set; } public State State { get; set; } public Marks Marks { get; set; } }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public class Wish { public State State { get; set; } public State? Maybe { get; set; } [EnumDataType(typeof(State))] public State Checked { get; set; } }
        public class Answer { public State State { get; set; } }
        public class Desk
        {
            private readonly Shop _shop;
            public Desk(Shop shop) => _shop = shop;
            public Order Move(int id, State state) { var moved = _shop.Orders.First(o => o.Id == id); moved.State = {{moved}}; return moved; }
        }
        """;

    [TestCase(
        """[HttpGet("{year:int:min(2000):max(2100)}/{month:range(1,12)}")]""",
        "", TestName = "Both in the template")]
    [TestCase(
        """[HttpGet("months/{year:range(2000,2100)}/{month:int:range(1, 12)?}")]""",
        "", TestName = "One may be missing")]
    [TestCase(
        """[HttpGet("{month:range(1,12)}")]""",
        "[Route(\"api/{year:range(1,9999)}\")]", TestName = "One at the controller")]
    [TestCase("[HttpGet][Route(\"{year:range(1,9999)}/{month:range(1,12)=3}\")]", "", TestName = "A route of its own")]
    [TestCase(
        """[HttpGet("{year:range(1,9999)}/{month:regex(^(0?[[1-9]]|1[[0-2]]){{1}}$)}")]""",
        "", TestName = "A pattern")]
    [TestCase("[HttpGet(\"{year:year}/{month:month}\")]", "", TestName = "Constraints of the program")]
    [TestCase(
        """[HttpGet("a/{year:range(1,9999)}/{month:range(1,12)}")][HttpGet("b/{month:range(1,12)}/{year:range(1,9)}")]""",
        "", TestName = "Two routes")]
    public Task Numbers_that_every_route_limits(string route, string controller) =>
        Allows(Routed(route, controller, "new DateTime(year, month, 1)"));

    [TestCase("[HttpGet(\"{year:int}/{month:int}\")]", "", TestName = "A number is no limit")]
    [TestCase("[HttpGet(\"{year:range(1,9999)}/{month:int:min(1)}\")]", "", TestName = "A lower limit is not enough")]
    [TestCase("[HttpGet(\"{year:range(1,9999)}\")]", "", TestName = "One of the two")]
    [TestCase("[HttpGet(\"{year:range(1,9999)}/{month:range(1,12)}\")][HttpGet(\"{year:range(1,9999)}\")]", "",
        TestName = "One of two routes")]
    [TestCase("[HttpGet(\"/all/{year:range(1,9999)}\")]", "[Route(\"{month:range(1,12)}\")]",
        TestName = "A route that leaves the controller's out")]
    public Task Numbers_that_a_route_lets_in(string route, string controller) =>
        Flags(Routed(route, controller, "[|new DateTime(year, month, 1)|]"));

    private static string Routed(string route, string controller, string date) => $$"""
        using Microsoft.AspNetCore.Mvc;
        public interface IMonths { DateTime Of(int year, int month); }
        public class Months : IMonths { public DateTime Of(int year, int month) => {{date}}; }
        {{controller}}
        public class MonthsController : ControllerBase
        {
            private readonly IMonths months;
            public MonthsController(IMonths months) => this.months = months;
            {{route}}
            public IActionResult Get(int year, int month) => Ok(months.Of(year, month));
        }
        """;

    [TestCase(
        """app.MapGet("/{year:range(1,9999)}/{month:range(1,12)}", (int year, int month) => new DateTime(year, month, 1));""",
        TestName = "A mapped lambda")]
    [TestCase(
        """app.MapGroup("/{year:range(1,9999)}").MapGet("{month:range(1,12)}", (int year, int month) => new DateTime(year, month, 1));""",
        TestName = "A group")]
    [TestCase(
        """var years = app.MapGroup("/{year:range(1,9999)}").WithTags("a"); years.MapGet("{month:range(1,12)}", (int year, int month) => new DateTime(year, month, 1));""",
        TestName = "A group in a local")]
    [TestCase(
        """app.MapGet("/{y:range(1,9999)}/{month:range(1,12)}", ([FromRoute(Name = "y")] int year, int month) => new DateTime(year, month, 1));""",
        TestName = "By another name")]
    [TestCase(
        """app.MapGet("/{year:range(1,9999)}/{month:range(1,12)}", Months.Get);""",
        TestName = "A method by its name")]
    public Task Numbers_that_a_mapping_limits(string mapping) =>
        Allows(Mapped(mapping, "new DateTime(year, month, 1)"));

    [TestCase(
        """app.MapGet("/{year:range(1,9999)}/{month}", (int year, int month) => [|new DateTime(year, month, 1)|]);""",
        "new DateTime(2000, 1, 1)", TestName = "A number that is not limited")]
    [TestCase(
        """app.MapGet("/{year:range(1,9999)}/{month:range(1,12)}", (int year, [FromQuery] int month) => [|new DateTime(year, month, 1)|]);""",
        "new DateTime(2000, 1, 1)", TestName = "A number of the query")]
    [TestCase("app.MapGet(\"/{year:range(1,9999)}/{month:int}\", Months.Get);", "[|new DateTime(year, month, 1)|]",
        TestName = "A method by its name, and no limit")]
    public Task Numbers_that_a_mapping_lets_in(string mapping, string date) => Flags(Mapped(mapping, date));

    private static string Mapped(string mapping, string date) => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        var app = WebApplication.CreateBuilder(args).Build();
        {{mapping}}
        app.Run();
        public static class Months { public static DateTime Get(int year, int month) => {{date}}; }
        """;
}
