using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class ZeroDivisorTests : RuleTests<ZeroDivisor>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("return Ok(sum / [|orders.Count|]);", TestName = "The size of a list")]
    [TestCase("return Ok(total / [|orders.Count|]);", TestName = "Decimals by the size of a list")]
    [TestCase("return Ok((double)sum / [|orders.Count|]);", TestName = "A double by the size of a list")]
    [TestCase("return Ok(sum / [|orders.Count()|]);", TestName = "A counted list")]
    [TestCase("return Ok(sum / [|orders.Count(order => order.Id > 3)|]);", TestName = "What a predicate leaves")]
    [TestCase("var count = orders.Count; return Ok(sum / [|count|]);", TestName = "By way of a local")]
    [TestCase("var count = await db.Orders.CountAsync(); return Ok(sum / [|count|]);", TestName = "A counted table")]
    [TestCase("return Ok(sum / [|(decimal)orders.Count|]);", TestName = "Converted")]
    [TestCase("return Ok(sum % [|orders.Count|]);", TestName = "A remainder")]
    [TestCase("var all = db.Orders.ToList(); return Ok(sum / [|all.Count|]);", TestName = "A list that a query filled")]
    [TestCase("return Ok(sum / [|size|]);", TestName = "A number of the request")]
    [TestCase("return Ok((int)Math.Ceiling(sum / [|(double)size|]));", TestName = "How many pages there are")]
    [TestCase("return Ok((sum + size - 1) / [|size|]);", TestName = "How many pages there are, in integers")]
    [TestCase("return Ok(sum / [|query.Size|]);", TestName = "A member of a model")]
    [TestCase("var pageSize = size; return Ok(sum / [|pageSize|]);", TestName = "A number by way of a local")]
    [TestCase("return Ok(sum / [|items.Length|]);", TestName = "An array")]
    [TestCase("var shown = limit ?? 50; return Ok((sum + shown - 1) / [|shown|]);", TestName = "With a fallback")]
    [TestCase("return Ok(sum / ([|limit ?? 50|]));", TestName = "With a fallback in place")]
    [TestCase("var shown = limit.GetValueOrDefault(50); return Ok(sum / [|shown|]);",
        TestName = "With a fallback by a method")]
    [TestCase("var shown = query.Limit ?? 50; return Ok(sum / [|shown|]);", TestName = "A member with a fallback")]
    public Task What_may_be_zero(string body) => Flags(Code(body));

    [TestCase("return Ok(orders.Count == 0 ? 0 : sum / orders.Count);", TestName = "Asked in a conditional")]
    [TestCase("if (orders.Count == 0) return NotFound(); return Ok(sum / orders.Count);", TestName = "Asked before")]
    [TestCase("if (!orders.Any()) return NotFound(); return Ok(sum / orders.Count);", TestName = "Any")]
    [TestCase("return Ok(orders is { Count: > 0 } ? sum / orders.Count : 0);", TestName = "A pattern")]
    [TestCase("var count = orders.Count; return Ok(count > 0 ? sum / count : 0);", TestName = "A local that is asked")]
    [TestCase("return Ok(sum / Math.Max(1, orders.Count));", TestName = "At least one")]
    [TestCase("foreach (var order in orders) sum += order.Id / orders.Count; return Ok(sum);",
        TestName = "Inside a loop")]
    [TestCase("for (var i = 0; i < orders.Count; i++) sum += i % orders.Count; return Ok(sum);",
        TestName = "Inside a count")]
    [TestCase("return Ok(orders.GroupBy(order => order.Id).Select(group => sum / group.Count()));",
        TestName = "A group")]
    [TestCase("if (size < 1) return BadRequest(); return Ok(sum / size);", TestName = "A number that is refused")]
    [TestCase("size = Math.Clamp(size, 1, 100); return Ok(sum / size);", TestName = "A number that is clamped")]
    [TestCase("return Ok(sum / Math.Max(size, 1));", TestName = "A number of at least one")]
    [TestCase("return Ok(sum / (size + 1));", TestName = "A number that is reckoned")]
    [TestCase("return Ok(sum / ranged);", TestName = "A range at the parameter")]
    [TestCase("return Ok(sum / query.Ranged);", TestName = "A range at the member")]
    [TestCase("var mean = items.Average(); return Ok(mean / items.Length);", TestName = "Taken from before")]
    [TestCase("return Ok(sum / 2);", TestName = "A constant")]
    [TestCase("var shown = limit ?? 50; if (shown < 1) return BadRequest(); return Ok(sum / shown);",
        TestName = "A fallback that is asked")]
    [TestCase("var shown = limit is > 0 ? limit.Value : 50; return Ok(sum / shown);", TestName = "A fallback for zero")]
    [TestCase("return Ok(sum / Fixed.Length);", TestName = "A list that is written here")]
    [TestCase("return Ok(sum / text.Length);", TestName = "The length of a text")]
    [TestCase("return Ok(sum / Environment.ProcessorCount);", TestName = "A number of the machine")]
    [TestCase("try { return Ok(sum / orders.Count); } catch (DivideByZeroException) { return NotFound(); }",
        TestName = "Caught")]
    [TestCase("return Ok(db.Orders.Select(order => order.Id / order.Lines.Count).ToList());", TestName = "In a query")]
    [TestCase("return Ok(orders.Select(order => order.Id / orders.Count).ToList());", TestName = "For each element")]
    [TestCase("return Ok(orders.Where(order => order.Id > 3).Sum(order => order.Id * 100 / orders.Count));",
        TestName = "For each element that is left")]
    [TestCase("var kinds = Enum.GetValues<DayOfWeek>().Where(day => day > 0).ToArray(); return Ok(sum % kinds.Length);",
        TestName = "The values of an enum")]
    [TestCase("var all = Written(); return Ok(sum % all.Count);", TestName = "A list that a method wrote down")]
    [TestCase("return Ok(Share(orders.Count));", TestName = "Somebody else divides")]
    public Task What_is_asked_or_never_zero(string body) => Allows(Code(body));

    [Test]
    public Task A_caller_of_a_private_function_may_ask() => Allows(
        Code("return Ok(orders.Count > 0 ? Mean(orders) : 0);").Replace(
            "/* more */",
            "private static int Mean(List<Order> all) => all.Sum(order => order.Id) / all.Count;",
            StringComparison.Ordinal));

    [Test]
    public Task No_caller_of_a_private_function_asks() => Flags(Code("return Ok(Mean(orders));")
        .Replace(
            "/* more */",
            "private static int Mean(List<Order> all) => all.Sum(order => order.Id) / [|all.Count|];",
            StringComparison.Ordinal));

    [TestCase("var all = Written(); return Ok(Mean(all));", TestName = "Written down")]
    [TestCase("return Ok(Mean(new List<Order> { new() }));", TestName = "Made on the way")]
    public Task A_private_function_is_only_given_what_has_elements(string body) => Allows(Code(body).Replace(
        "/* more */",
        "private static int Mean(List<Order> all) => all.Sum(order => order.Id) / all.Count;",
        StringComparison.Ordinal));

    [TestCase("protected")]
    [TestCase("internal")]
    public Task What_a_kindred_type_hands_over_is_its_own_matter(string access) => Allows(Code("return Ok();").Replace(
        "/* more */",
        access + " static int Mean(List<Order> all) => all.Sum(order => order.Id) / all.Count;",
        StringComparison.Ordinal));

    [TestCase("return Ok(items.Select(item => item / [|orders.Count|]).ToList());", TestName = "For each of another")]
    [TestCase("return Ok(orders.Select(order => order.Id).ToList().Count / [|orders.Count|]);", TestName = "Behind it")]
    [TestCase("var all = Loaded(); return Ok(sum % [|all.Count|]);", TestName = "A list that a method loads")]
    public Task What_is_walked_or_made_elsewhere(string body) => Flags(Code(body));

    [Test]
    public Task The_message_names_the_list() => Says(
        Code("return Ok(sum / [|orders.Count|]);"),
        "'orders.Count' is 0 where 'orders' is empty, and the division then throws; answer that case before it");

    [Test]
    public Task The_message_names_the_number() => Says(
        Code("return Ok((double)sum / [|size|]);"),
        "'size' of 'OrdersController.List' may be 0, and the division then gives NaN or infinity; answer that case "
        + "before it");

    [TestCase("{size:min(1)}", TestName = "A route with a lower limit")]
    [TestCase("{size:range(1,9)}", TestName = "A route with a range")]
    public Task A_route_that_lets_no_zero_in(string route) => Allows(Routed(route, "size"));

    [TestCase("{size:int}", TestName = "A number is no limit")]
    [TestCase("{size:max(9)}", TestName = "An upper limit")]
    public Task A_route_that_lets_zero_in(string route) => Flags(Routed(route, "[|size|]"));

    private static string Routed(string route, string size) => $$"""
        using Microsoft.AspNetCore.Mvc;
        public class OrdersController : ControllerBase
        {
            [HttpGet("{{route}}")]
            public IActionResult Get(int size) => Ok(100 / {{size}});
        }
        """;

    private static string Code(string body) => $$"""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } public List<int> Lines { get; set; } = []; }
        public class Db : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public class Query { public int Size { get; set; } public int? Limit { get; set; } [Range(1, 100)] public int Ranged { get; set; } }
        public class OrdersController(Db db) : ControllerBase
        {
            private static readonly int[] Fixed = [1, 2];
            [HttpPost]
            public async Task<IActionResult> List(int size, [Range(1, 9)] int ranged, [FromQuery] Query query, string text,
                int sum, int? limit, decimal total, List<Order> orders, int[] items)
            {
                await Task.Yield();
                {{body}}
            }
            private static List<Order> Written()
            {
                var all = new List<Order>();
                foreach (var id in new[] { 1, 2, 3 }) all.Add(new Order { Id = id });
                return all;
            }
            private List<Order> Loaded() => db.Orders.ToList();
            private static int Share(int count) => count == 0 ? 0 : 100 / count;
            /* more */
            private Db Kept => db;
        }
        """;
}
