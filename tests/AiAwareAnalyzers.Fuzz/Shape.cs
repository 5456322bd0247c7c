using System.Collections.Immutable;
using System.Globalization;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>
/// Code of any length, as generators and long years write it; <c>$</c> counts, <c>@</c> counts one ahead.
/// </summary>
internal sealed record Shape(string Name, int Size, string Before, string Repeated, string After)
{
    private const string Fields = """
        using System; using System.Collections.Generic; using System.Data; using System.IO; using System.Linq; using System.Text;
        using System.Threading.Tasks; using Dapper; using Microsoft.AspNetCore.Authorization; using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Mvc; using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Configuration; using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Logging;
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public class Order { public int Id { get; set; } public string Name { get; set; } = ""; public decimal Price { get; set; } }

        """;

    private const string Method = Fields + """
        [ApiController] public class Generated : ControllerBase
        {
            static string Id(string name) => name;
            bool saved;
            [HttpPost("x")] public async Task<object?> Run(IDbConnection connection, ILogger<Generated> logger, Shop shop, List<string> list, int number,
                WebApplication app, IServiceCollection services, IConfiguration configuration, HttpResponse response, string name, bool flag, decimal price, double rate)
            {

        """;

    private const string MethodEnd = "\n        await Task.Yield();\n        return null;\n    }\n}\n";

    private static readonly Shape[] Statements =
    [
        .. new[]
        {
            "Id(name);",
            "var v$ = name;",
            "name = name + \"$\";",
            "list.Add(name + $);",
            "price += 1.1m;",
            "price = (decimal)(rate * $);",
            "rate = rate * 1.1;",
            "if (flag) return null;",
            "if (number > $) { list.Add(name); } else { list.Clear(); }",
            "shop.SaveChanges();",
            "await shop.SaveChangesAsync();",
            "foreach (var x$ in list) { shop.SaveChanges(); }",
            "var o$ = shop.Orders.ToList().Where(o => o.Id > $).ToList();",
            "var f$ = shop.Orders.FirstOrDefault(o => o.Id == $);",
            "logger.LogInformation(\"a \" + name);",
            "logger.LogInformation(\"a {Name} $\", name);",
            "try { Id(name); } catch (Exception) { return null; }",
            "try { Id(name); } catch (Exception e) { logger.LogError(e, \"x\"); throw; }",
            "connection.Execute(\"DELETE FROM t WHERE n = '\" + name + \"'\");",
            "var s$ = configuration[\"Key$\"];",
            "var t$ = Task.Run(() => Id(name));",
            "services.AddScoped<object>();",
            "services.AddSingleton<Order>();",
            "app.MapGet(\"/x$\", () => name);",
            "app.MapPost(\"/x$\", (Order order) => order);",
            "app.UseAuthentication();",
            "var group$ = app.MapGroup(\"/g$\");",
            "void Local$() { Id(name); }",
            "Func<string> l$ = () => name;",
            "saved = true;",
            "var b$ = File.ReadAllText(name + $);",
            "Console.WriteLine(name);",
            "var c$ = new Order { Id = $, Name = name };",
            "if (name == \"$\") throw new InvalidOperationException(name);",
            "Missing$(name);",
            "var m$ = name.Missing$;",
            "list.Missing$(1, 2);",
            "new Unknown$();",
            "number = name.Length > $ ? number : $;",
            "// TODO: number $\n",
            "/* the rest stays as it is $ */ number++;",
            "goto label$; label$: number++;",
            "using (var w$ = new StringWriter()) { w$.Write(name); }",
            "await response.WriteAsync($\"<p>{name}</p>\");",
            "return null;",
            "throw new NotImplementedException();",
            "var (x$, y$) = (name, number);",
            "switch (number) { case $: break; default: number = $; break; }",
        }.Select(statement => new Shape(statement.Trim(), 4_000, Method, statement + "\n", MethodEnd)),
        new("v = v + 1, in a chain of locals", 4_000, Method + "var v0 = name;\n", "var v@ = v$;\n", MethodEnd),
        new(
            "a chain of decimals",
            4_000,
            Method + "var v0 = rate;\n",
            "var v@ = v$ * 2;\n",
            "var total = (decimal)v0;" + MethodEnd),
        new(
            "a chain of routes",
            4_000,
            Method + "var v0 = app.MapGroup(\"\");\n",
            "var v@ = v$.MapGroup(\"$\");\n",
            MethodEnd),
        new("a chain of routes, backwards", 4_000, Method, "var v$ = v@.MapGroup(\"$\");\n", MethodEnd),
        new(
            "one local, read often",
            4_000,
            Method + "var saved2 = flag; var sql = name;\n",
            "if (saved2) Id(sql);\n",
            MethodEnd),
        new(
            "one local, written and read often",
            4_000,
            Method + "var sql = name;\n",
            "sql += \"$\"; if (flag) connection.Execute(sql);\n",
            MethodEnd),
        new("nested conditions, flat", 4_000, Method, "if (number == $) Id(name); else ", ";" + MethodEnd),
        new("cases", 4_000, Method + "switch (number) {\n", "case $: name = \"$\"; break;\n", "}" + MethodEnd),
        new("cases that return", 4_000, Method + "switch (number) {\n", "case $: return Id(\"$\");\n", "}" + MethodEnd),
        new(
            "cases that fail",
            4_000,
            Method + "switch (number) {\n",
            "case $: try { Id(name); } catch { return false; } break;\n",
            "}" + MethodEnd),
        new(
            "cases that run SQL",
            4_000,
            Method + "switch (number) {\n",
            "case $: connection.Execute(\"SELECT $\" + name); break;\n",
            "}" + MethodEnd),
        new("arms", 4_000, Method + "var text = number switch {\n", "$ => \"$\",\n", "_ => name };" + MethodEnd),
        new("a sum of names", 2_000, Method + "var text = name", " + name", "; connection.Execute(text);" + MethodEnd),
        new(
            "a sum of names and words",
            2_000,
            Method + "var text = \"\"",
            " + \" OR n = '\" + name",
            "; connection.Execute(text);" + MethodEnd),
        new("a sum of prices", 2_000, Method + "price = 0", " + (decimal)rate", ";" + MethodEnd),
        new("conditions", 2_000, Method + "if (flag", " && number > $", ") return null;" + MethodEnd),
        new("conditions of names", 2_000, Method + "if (flag", " || name == \"$\"", ") return null;" + MethodEnd),
        new(
            "fluent calls",
            1_000,
            Method + "var text = new StringBuilder()",
            ".Append(name)",
            ".ToString(); connection.Execute(text);" + MethodEnd),
        new(
            "fluent queries",
            1_000,
            Method + "var query = shop.Orders.AsQueryable()",
            ".Where(o => o.Id > $)",
            ".ToList();" + MethodEnd),
        new("fluent services", 1_000, Method + "services", ".AddSingleton<Order>()", ";" + MethodEnd),
        new(
            "an interpolation",
            4_000,
            Method + "var text = $\"",
            "{name} ",
            "\"; connection.Execute(text);" + MethodEnd),
        new("an array", 20_000, Method + "var prices = new double[] { ", "1.5, ", " };" + MethodEnd),
        new(
            "an array of names",
            8_000,
            Method + "var names = new[] { ",
            "name, ",
            " }; connection.Execute(string.Join(\"\", names));" + MethodEnd),
        new(
            "an object",
            4_000,
            Method + "var table = new Dictionary<string, object> { ",
            "[\"key$\"] = name, ",
            " };" + MethodEnd),
        new(
            "a long SQL",
            20_000,
            Method + "connection.Execute(\"SELECT ",
            "a$ = 'x' AND ",
            "1\", new { name });" + MethodEnd),
        new("a long log", 8_000, Method + "logger.LogInformation(\"", "{Name$} ", "\", name);" + MethodEnd),
    ];

    private static readonly Shape[] Members =
    [
        .. new[]
        {
            "double Price$;",
            "public double Price$ { get; set; }",
            "public decimal Price$ => (decimal)(1.1 * $);",
            "string Name$(string name) => name;",
            "bool Save$() { try { return true; } catch { return false; } }",
            "void Call$() { Call@(); }",
            "string Path$(string name) => Path@(name + \"x\");",
            "private string Helper$(string sql) => sql; public void Use$(IDbConnection c, string name) => "
            + "c.Execute(Helper$(name));",
            "[HttpPost(\"a$\")] public void Post$(Order order) { }",
            "[HttpGet(\"a$\")] [Authorize] public Order? Get$(int id) => null;",
            "const string Key$ = \"x$\";",
            "static readonly string Key$ = \"x$\" + Key0;",
            "void Same(int a$, string b) { Missing(b); }",
            "public event Action? Changed$;",
            "class Inner$ { public decimal Price { get; set; } }",
            "Task Run$() => Task.Run(() => throw new NotImplementedException());",
            "// TODO: member $\n",
            "/// <summary>$</summary>\nint Field$;",
            "string Sql$ => $\"SELECT {Sql@}\";",
            "void Overload(Tuple<int$> x) { }",
            "async Task<bool> Send$(string mail) { await Task.Delay(1); return true; }",
            "public List<Order> All$(Shop shop) => shop.Orders.ToList();",
        }.Select(member =>
            new Shape(
                member.Trim(),
                3_000,
                Fields + "[ApiController] public class Generated : ControllerBase {\n int Key0 = 1;\n",
                member + "\n",
                "}\n")),
        new(
            "many callers of one private method",
            3_000,
            Fields + "class G { IDbConnection c; private void Run(string sql) { c.Execute(sql); }\n",
            "void M$(string name) { Run(name); }\n",
            "}"),
        new(
            "many writers of one field",
            3_000,
            Fields + "class G { IDbConnection c; private string sql = \"\"; void Run() { c.Execute(sql); }\n",
            "void M$(string name) { sql = name; }\n",
            "}"),
        new("a class in parts", 500, Fields, "public partial class G { double Price$; void M$(IDbConnection c, string "
            + "name) { try { c.Execute(\"x\" + name); } catch { } } }\n", ""),
        new(
            "a controller in parts",
            500,
            Fields,
            "public partial class G : ControllerBase { [HttpPost(\"$\")] public void M$(Order o) { } }\n",
            ""),
        new(
            "many classes",
            3_000,
            Fields,
            "public class G$ { public decimal Price { get; set; } public void Run(G@ other) { other.Run(null!); } }\n",
            ""),
        new(
            "many controllers",
            1_500,
            Fields,
            "[ApiController] public class G$ : ControllerBase { [HttpDelete(\"{id}\")] public void M(int id) { } }\n",
            ""),
        new(
            "many exceptions",
            3_000,
            Fields,
            "public class E$ : Exception { public E$(string message) : base(message) { } }\n",
            ""),
        new(
            "a line of heirs",
            400,
            Fields + "class G0 { public virtual decimal Price => 1; }\n",
            "class G@ : G$ { public override decimal Price => base.Price * 1.1m; }\n",
            ""),
        new(
            "many heirs of one",
            3_000,
            Fields + "abstract class G { public abstract decimal Price { get; } }\n",
            "class G$ : G { public override decimal Price => 1; }\n",
            ""),
        new(
            "many implementations",
            2_000,
            Fields + "interface IG { Task<bool> Send(string mail); }\n",
            "class G$ : IG { public Task<bool> Send(string mail) => Task.FromResult(true); }\n",
            ""),
        new(
            "handlers of one name that call the next",
            1_600,
            Fields,
            "class G$ { public void Handle() { var password = \"Tr0ub4dor-$-x\"; new G@().Handle(); Id(password); } "
                + "void Id(string text) { } }\n",
            ""),
        new("an enum", 4_000, "enum State {\n", "State$,\n", "}"),
        new("imports", 2_000, "", "using System.Linq$;\n", "class G { }"),
        new("aliases", 2_000, "", "using A$ = System.String;\n", "class G { A0 Name; void M() { Missing1(); } }"),
        new(
            "attributes", 2_000, "using System.Diagnostics;\n", "[DebuggerDisplay(\"{Name} {Missing$}\")]\n",
            "class G { string Name; }"),
        new("comments", 10_000, "", "// TODO: implement number $ later\n", "class G { }"),
        new("commented code", 10_000, "class G {\n", "// var price$ = Total(price);\n", "}"),
        new(
            "tests",
            2_000,
            "using NUnit.Framework;\nclass GTests {\n",
            "[Test] public void Test$() { var x = 1; Assert.That(x, Is.EqualTo(1)); }\n",
            "}"),
        .. new[]
        { "{Name} ", "{Name", "{", "}", "{{", "{Name.Length.", "{(", "{Name+", "{Name,", "{a?b:", "{F(",
            "\\\\", "{Name,nq}{Missing$}"
        }
            .Select(part =>
                new Shape(
                    $"a debugger string of {part}",
                    8_000 / part.Length,
                    "using System.Diagnostics;\n[DebuggerDisplay(\"",
                    part,
                    "\")] class G { string Name; }")),
    ];

    public static ImmutableArray<Shape> All { get; } = [.. Statements, .. Members];

    public string Code(int size) =>
        Before + string.Concat(Enumerable.Range(0, size).Select(Part)) + After;

    private string Part(int number) => Repeated
        .Replace("$\"", "\u0001", StringComparison.Ordinal)
        .Replace("$", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("@", (number + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("\u0001", "$\"", StringComparison.Ordinal);
}
