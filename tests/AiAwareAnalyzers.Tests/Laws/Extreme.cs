using System.Text;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>Code that no one writes by hand and every tool meets one day.</summary>
internal static class Extreme
{
    public static IEnumerable<(string Name, string Code)> All =>
    [
        ("nothing", ""),
        ("a lone brace", "}"),
        ("a huge string", $"class C {{ string Sql = \"SELECT {new string('x', 300_000)}\"; }}"),
        ("a huge array", $"class C {{ double[] Prices = {{ {Repeat("1.5, ", 20_000)} }}; }}"),
        ("a long sum", $"class C {{ decimal Total(decimal price) => price{Repeat(" + price", 1_500)}; }}"),
        ("a long concatenation", $"class C {{ string Sql(string name) => \"SELECT \"{Repeat(" + name", 1_500)}; }}"),
        ("a long fluent chain", $"using System.Linq; class C {{ object M(int[] source) => "
            + $"source{Repeat(".Where(x => x > 0)", 150)}.ToList(); }}"),
        ("nested parentheses", $"class C {{ decimal Price => {Repeat("(", 150)}1{Repeat(")", 150)}; }}"),
        ("nested blocks", $"class C {{ void Save() {{ {Repeat("if (true) { ", 120)}{Repeat("} ", 120)} }} }}"),
        ("nested tries", $"class C {{ bool Save() {{ {Repeat("try { ", 60)}return "
            + $"true; {Repeat("} catch { return false; } ", 60)} }} }}"),
        ("nested lambdas", $"class C {{ object F = {Repeat("(System.Func<object>)(() => ", 40)}1{Repeat(")", 40)}; }}"),
        ("nested types", Repeat("class C { double Price; ", 60) + Repeat("} ", 60)),
        (
            "nested generics",
            $"class C {{ {Repeat("System.Collections.Generic.List<", 60)}double{Repeat(">", 60)} Prices; }}"),
        ("nested interpolation", "class C { string S(object x) => "
            + Enumerable.Range(0, 12).Aggregate("\"x\"", (inner, _) => $"$\"{{{inner}}}\"")
            + "; }"),
        (
            "many branches",
            $"class C {{ string M(int x) {{ switch "
            + $"(x) {{ {string.Concat(Enumerable.Range(0, 3_000).Select(i => $"case {i}: return \"{i}\"; "))} default: "
            + $"return \"\"; }} }} }}"),
        (
            "many members",
            $"class C {{ "
            + $"{string.Concat(Enumerable.Range(0, 2_000).Select(i => $"double Price{i} {{ get; set; }} "))} }}"),
        ("a cycle of base classes", "class A : B; class B : C; class C : A { double Price; }"),
        ("a type that is its own argument", "class A<T> : A<A<A<T>>> { double Price; }"),
        ("missing everything", "class C : { void (int) { return = ; await .() => } catch }"),
        ("odd characters", "class C { double prix€ = 0; double Größe, цена, 価格; string s = \"\\uD800 \0\"; }"),
        ("preprocessor soup", "#if A\nclass C {\n#elif B\n#else\nclass D { double Price;\n#region x\n#endif\n}\n"
            + "#pragma warning disable AIA0201, , \n#nullable"),
    ];

    /// <summary>Trees as deep as the compiler takes them.</summary>
    public static IEnumerable<TestCaseData> Deep =>
        new (string Name, string Code)[]
        {
            ("and", $"class C {{ bool M(bool a, int b) => a{Repeat(" && b > 1", 5_000)}; }}"),
            ("or", $"class C {{ bool Check(string s) {{ if (s "
                + $"== null{Repeat(" || s == null", 5_000)}) return false; return true; }} }}"),
            ("a filter", $"class C {{ void M() {{ try {{ M(); }} catch (Exception) "
                + $"when (true{Repeat(" && true", 5_000)}) {{ }} }} }}"),
            ("a sum", $"class C {{ decimal Total(double price) {{ double total "
                + $"= price{Repeat(" + price", 5_000)}; return (decimal)total; }} }}"),
            ("a text", $"class C {{ string Sql(string name) {{ var sql = "
                + $"\"SELECT \"{Repeat(" + name", 5_000)}; sql = sql{Repeat(" + name", 5_000)}; return sql; }} }}"),
            ("members", $"class C {{ C Next; double Price; decimal M(C "
                + $"c) {{ c{Repeat(".Next", 5_000)}.Price = 1; return (decimal)c{Repeat(".Next", 5_000)}.Price; }} }}"),
            (
                "conditional members",
                $"class C {{ C Next; double Price; double M(C c) => c{Repeat("?.Next", 1_000)}?.Price ?? 1; }}"),
            ("defaults", $"class C {{ string Key(string key) {{ string "
                + $"secret = key{Repeat(" ?? key", 1_000)}; return secret; }} }}"),
            ("calls", $"class C {{ object M(Guid id) {{ /* fake */ var "
                + $"fake = id{Repeat(".ToString()", 5_000)}; return fake; }} }}"),
            ("choices", $"class C {{ double Price(int a) => {Repeat("a > 1 ? 1.5 : ", 1_000)}2.5; }}"),
            ("parentheses", $"class C {{ double M() {{ var "
                + $"price = {Repeat("(", 1_000)}1.5{Repeat(")", 1_000)}; return price; }} }}"),
            ("branches", $"class C {{ int M(int a) {{ try {{ {Repeat("if (a == 1) { return 2; } else ", 1_000)}{{ "
                + $"return 3; }} }} catch (Exception) {{ return 0; }} }} }}"),
            ("blocks", $"class C {{ int M() {{ try {{ M(); }} catch "
                + $"(Exception) {{ {Repeat("{", 1_000)} return 0; {Repeat("}", 1_000)} }} return 1; }} }}"),
            ("arrays", $"class C {{ object M() {{ /* mock */ var "
                + $"mock = {Repeat("new object[] { ", 800)}1{Repeat(" }", 800)}; return mock; }} }}"),
            ("patterns", $"class C {{ bool M(object o) => o is {Repeat("not ", 1_000)}true; }}"),
        }.Select(deep => new TestCaseData(deep.Code).SetArgDisplayNames(deep.Name));

    private static string Repeat(string text, int count) =>
        new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
