using System.Text;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>
/// Code that is nested deeper than anybody writes by hand: whatever the compiler survives, the rules have to.
/// </summary>
internal static class Depths
{
    public const string Kind = "deep";

    private static readonly int[] Steps = [50, 100, 200, 400, 800, 1_600, 3_200, 5_000];

    /// <summary>
    /// An expression of any depth: what is repeated before the core, the core, and what is repeated behind it.
    /// </summary>
    private static readonly (string Before, string Core, string After)[] Expressions =
    [
        ("", "name", " + name"),
        ("", "name", " + \"x\" + price"),
        ("", "flag", " && flag"),
        ("", "flag", " || flag"),
        ("", "name", " ?? name"),
        ("", "price", " * price"),
        ("", "price", " + (decimal)rate"),
        ("(", "name", ")"),
        ("(decimal)", "price", ""),
        ("(double)", "price", ""),
        ("-", "price", ""),
        ("!", "flag", ""),
        ("", "name", "!"),
        ("", "name", ".ToString()"),
        ("", "name", "?.ToString()"),
        ("", "name", "[0]"),
        ("", "list", ".Where(x => x != null)"),
        ("", "list", ".Where(x => x == name).Select(x => x + name)"),
        ("flag ? ", "name", " : name"),
        ("flag ? name : ", "name", ""),
        ("(System.Func<object>)(() => ", "name", ")"),
        ("$\"{", "name", "}\""),
        ("Id(", "name", ")"),
        ("await ", "task", ""),
        ("new[] { ", "name", " }"),
        ("new object[] { ", "name", " }"),
        ("(", "name", ", 1)"),
        ("name = ", "name", ""),
        ("new C { Next = ", "null", " }"),
        ("name switch { \"a\" => \"a\", _ => ", "name", " }"),
        ("name is { } y ? ", "name", " : \"\""),
        ("throw ", "null", ""),
        ("name ?? ", "name", ""),
        ("string.Concat(\"x\", ", "name", ")"),
        ("System.Math.Round(", "rate", ")"),
        ("[", "name", "]"),
        ("", "query", ".Include(x => x.Next)"),
        ("", "query", ".Where(x => x.Name == name)"),
        ("x => ", "name", ""),
    ];

    /// <summary>Where the value goes, so that some rule looks at it.</summary>
    private static readonly string[] Sinks =
    [
        "decimal total = (decimal)(@);",
        "double price2 = @;",
        "connection.Execute(@);",
        "logger.LogInformation(@);",
        "if (@) return;",
        "_ = @;",
        "return @;",
        "System.IO.File.ReadAllText(@);",
        "System.Diagnostics.Process.Start(@);",
        "var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(@));",
        "foreach (var item in @) context.SaveChanges();",
        "response.WriteAsync(@);",
        "throw new System.InvalidOperationException(@);",
        "Next = @; context.Add(Next);",
        "configuration[@] = name;",
        "Assert.That(@, Is.True);",
        "Console.WriteLine(@);",
        "try { Id(@); } catch { return; }",
    ];

    /// <summary>Statements and declarations that are nested as a whole.</summary>
    private static readonly (string Before, string Core, string After)[] Wholes =
    [
        ("{ ", "connection.Execute(name);", " }"),
        ("if (flag) ", "connection.Execute(name);", ""),
        ("if (flag) { ", "Id(name);", " } else return;"),
        ("if (flag) return; else ", "Id(name);", ""),
        ("foreach (var x$ in list) ", "context.SaveChanges();", ""),
        ("while (flag) { ", "Id(name);", " }"),
        ("try { ", "Id(name);", " } catch { }"),
        ("try { } catch (System.Exception) { ", "return;", " }"),
        ("try { } finally { ", "Id(name);", " }"),
        ("using (connection) ", "Id(name);", ""),
        ("lock (this) { ", "Id(name);", " }"),
        ("void F$() { ", "Id(name);", " }"),
        ("switch (name) { default: ", "Id(name);", " break; }"),
        ("System.Action a$ = () => { ", "Id(name);", " };"),
        ("app.Map(\"/\", () => { ", "return name;", " });"),
        ("checked { ", "price = price * 2;", " }"),
        ("label$: ", ";", ""),
        ("unsafe { ", ";", " }"),
        ("name += name; ", "connection.Execute(name);", ""),
        ("var group$ = app.MapGroup(\"x\"); app = group$; ", "app.MapGet(\"/\", Id);", ""),
        ("var v$ = name; name = v$; ", "connection.Execute(name);", ""), ("price += price * 1.1m; ", "", ""),
    ];

    private static readonly (string Before, string Core, string After)[] Declarations =
    [
        ("class C { double Price; ", "", " }"),
        ("namespace N { ", "class C;", " }"),
        ("class D : List<", "int", ">"),
        ("class D { ", "List<List<decimal>> Prices;", " }"),
        ("class B$ : B@ { } ", "", ""),
        ("interface I$ : I@ { decimal Price { get; } } ", "", ""),
        ("class P { decimal P$ => P@; ", "", "}"),
        ("enum E$ { A = E@.A } ", "", ""),
        ("class K$ { const string Name = \"x\" + K@.Name; } ", "", ""),
        ("[System.Diagnostics.DebuggerDisplay(\"", "{Name}", "\")] class G;"),
        ("class M$ { string Name(string sql) => new M@().Name(sql); } ", "", ""),
        ("#if A\n", "class C;", "\n#endif\n"),
        ("/// <summary>", "", "</summary>\n"),
    ];

    public static IEnumerable<Mutant> All =>
        from depth in Steps
        from text in Expressed(depth).Concat(Stated(depth)).Concat(Declared(depth))
        select new Mutant(new Seed($"depth {depth}", text), Kind);

    private static IEnumerable<Func<string>> Expressed(int depth) =>
        from expression in Expressions
        from sink in Sinks
        select new Func<string>(() => InMethod(sink.Replace("@", Nested(expression, depth), StringComparison.Ordinal)));

    private static IEnumerable<Func<string>> Stated(int depth) =>
        Wholes.Select(whole => new Func<string>(() => InMethod(Nested(whole, depth))));

    private static IEnumerable<Func<string>> Declared(int depth) =>
        Declarations.Select(type => new Func<string>(() => Nested(type, depth)));

    private static string Nested((string Before, string Core, string After) part, int depth)
    {
        var text = new StringBuilder();
        for (var i = 0; i < depth; i++)
            text.Append(part.Before.Replace("$", $"{i}", StringComparison.Ordinal)
                .Replace("@", $"{i + 1}", StringComparison.Ordinal));
        text.Append(part.Core);
        for (var i = 0; i < depth; i++) text.Append(part.After);
        return text.ToString();
    }

    private static string InMethod(string statements) => $$"""
        using System.Data; using System.Text; using Dapper; using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc; using Microsoft.EntityFrameworkCore; using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Logging; using Microsoft.IdentityModel.Tokens;
        [ApiController] public class C : ControllerBase
        {
            public C Next { get; set; }
            public string Name { get; set; }
            static string Id(string name) => name;
            [HttpPost("x")] public async Task<object> Run(IDbConnection connection, ILogger<C> logger, DbContext context, IQueryable<C> query, IEnumerable<string> list,
                WebApplication app, IConfiguration configuration, HttpResponse response, Task task, string name, bool flag, decimal price, double rate)
            {
                {{statements}}
                return null;
            }
        }
        """;
}
