using AiAwareAnalyzers.Governance;
using AiAwareAnalyzers.Governance.Ledgers;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Governance;

/// <summary>A line of reviews is written for the code as it was, and asked about the code as it is.</summary>
public sealed class StaleSignOffTests : RuleTests<StaleSignOff>
{
    private const string Code = "namespace Shop; class Till { int Pay(int a) => a + 1; int Refund() => 0; }";

    [TestCase("M:Shop.Till.Pay(int)", "int Pay(int a) => a + 1;", "int [|Pay|](int a) => a + 2;")]
    [TestCase("M:Shop.Till.Pay", "void Pay() { Open(); Close(); }", "void [|Pay|]() { Open(); }", Description = "less")]
    [TestCase("M:Shop.Till.Pay", "void Pay() { }", "internal void [|Pay|]() { }", Description = "more open")]
    [TestCase("M:Shop.Till.Pay", "[Obsolete] void Pay() { }", "void [|Pay|]() { }", Description = "an attribute")]
    [TestCase("M:Shop.Till.Pay", "void Pay() { }", "int [|Pay|]() => 1;", Description = "another result")]
    [TestCase("M:Shop.Till.Pay(int)", "void Pay(int a) { }", "void [|Pay|](int b) { }", Description = "another name")]
    [TestCase(
        "M:Shop.Till.Pay(int)",
        "void Pay(int a = 1) { }",
        "void [|Pay|](int a = 2) { }",
        Description = "a default")]
    [TestCase("M:Shop.Till.#ctor", "public Till() { Open(); }", "public [|Till|]() { }", Description = "a constructor")]
    [TestCase("P:Shop.Till.Sum", "int Sum => 1;", "int [|Sum|] => 2;", Description = "a property")]
    [TestCase(
        "P:Shop.Till.Sum",
        "int Sum { get; } = 1;",
        "int [|Sum|] { get; set; } = 1;",
        Description = "an accessor")]
    [TestCase(
        "P:Shop.Till.Item(int)",
        "int this[int a] => a;",
        "int [|this|][int a] => -a;",
        Description = "an indexer")]
    [TestCase("F:Shop.Till._limit", "int _limit = 1;", "int [|_limit|] = 9;", Description = "a field")]
    [TestCase("E:Shop.Till.Paid", "event Action? Paid;", "public event Action? [|Paid|];", Description = "an event")]
    [TestCase(
        "M:Shop.Till.operator+(Till,Till)",
        "public static Till operator +(Till a, Till b) => a;",
        "public static Till operator [|+|](Till a, Till b) => b;")]
    [TestCase("T:Shop.Till.Coin", "enum Coin { A = 1 }", "enum [|Coin|] { A = 2 }", Description = "an enum")]
    [TestCase(
        "T:Shop.Till.Coin",
        "class Coin { int A => 1; }",
        "class [|Coin|] { int A => 2; }",
        Description = "inside of a type")]
    [TestCase("T:Shop.Till.Paid", "delegate void Paid();", "delegate int [|Paid|]();", Description = "a delegate")]
    [TestCase(
        "M:Shop.Till.Pay",
        "void Pay() { void In() { } }",
        "void [|Pay|]() { void In() { Open(); } }",
        Description = "a local function")]
    public Task What_has_changed(string member, string before, string after) =>
        Reviewed(member, Till(before)).Flags(Till(after));

    [Test]
    public Task What_a_program_does_has_changed() =>
        Reviewed(MemberAddress.TopLevel, "Console.WriteLine(1);").Flags("[|Console|].WriteLine(2);");

    [Test]
    public Task The_message_says_who_has_read_what() =>
        Reviewed("M:Shop.Till.Pay(int)", Till("int Pay(int a) => 1;")).Says(
            Till("int {|#0:Pay|}(int a) => 2;"),
            "'Pay' has changed since payments team signed it off on 2026-01-31; have it read again, and signed off as "
            + $"'M:Shop.Till.Pay(int) {HashOf("M:Shop.Till.Pay(int)", Till("int Pay(int a) => 2;"))}'");

    [TestCase(
        "M:Shop.Till.Pay",
        "void Pay() { Open(); }",
        "void Pay()\n    {\n        Open();\n    }",
        Description = "other lines")]
    [TestCase(
        "M:Shop.Till.Pay",
        "void Pay() { Open(); }",
        "/// <summary>Pays.</summary>\n void Pay() { Open(); /* now */ }",
        Description = "comments")]
    [TestCase("M:Shop.Till.Pay", "void Pay() { }", "void Refund() { }  void Pay() { }", Description = "a neighbour")]
    [TestCase(
        "M:Shop.Till.Pay",
        "void Pay() { }",
        "void Pay() { } void Pay(int a) { Open(); }",
        Description = "another overload")]
    [TestCase("M:Shop.Till.Pay", "void Pay() { }", "void Settle() { Open(); }", Description = "gone: nobody is misled")]
    [TestCase(
        "M:Shop.Till.Pay",
        "void Pay() { }",
        "#region Paying\n void Pay() { }\n#endregion\n",
        Description = "a region")]
    [TestCase(
        "M:Shop.Till.Pay",
        "void Pay() { }",
        "#if OTHER\n int _a;\n#endif\n void Pay() { }",
        Description = "code that is not compiled")]
    [TestCase(
        "T:Shop.Till.Coin",
        "class Coin { int A => 1; }",
        "class Coin\n{\n int A => 1; }",
        Description = "a type")]
    [TestCase("F:Shop.Till._limit", "int _limit = 1;", "int _other; int _limit = 1;", Description = "a field")]
    [TestCase("P:Shop.Till.Sum", "int Sum => 1;", "int Sum => 1; int Rest => 2;", Description = "a property")]
    public Task What_is_still_the_same(string member, string before, string after) =>
        Reviewed(member, Till(before)).Allows(Till(after));

    [Test]
    public Task One_of_several_sign_offs_is_enough() =>
        Given.WithAdditionalFile(
            "/0/AiAware.reviews",
            Line("M:Shop.Till.Pay(int)", Code) + "M:Shop.Till.Pay(int) 0123456789abcdef 2026-02-01 reviewer later")
            .Allows(Code);

    [Test]
    public Task Each_part_of_a_type_has_a_sign_off_of_its_own()
    {
        const string First = "partial class Till { int A => 1; }", Second = "partial class Till { int B => 2; }";
        return Given.WithFile("/0/Second.cs", Second)
            .WithAdditionalFile("/0/AiAware.reviews", Line("T:Till", First) + Line("T:Till", Second))
            .Allows(First);
    }

    [TestCase("", Description = "an empty list")]
    [TestCase("# M:Shop.Till.Pay(int) 0123456789abcdef 2026-01-31 reviewer", Description = "a comment")]
    [TestCase("M:Shop.Till.Pay 0123456789abcdef 2026-01-31 reviewer", Description = "another member")]
    [TestCase("M:Shop.Desk.Pay(int) 0123456789abcdef 2026-01-31 reviewer", Description = "another type")]
    [TestCase("M:Shop.Till.Pay(int) 0123456789abcdef 31.1.2026 reviewer", Description = "a line that cannot be read")]
    public Task What_no_line_speaks_of(string reviews) =>
        Given.WithAdditionalFile("/0/AiAware.reviews", reviews).Allows(Code);

    [Test]
    public Task Without_a_list_nothing_is_stale() => Allows(Code);

    [Test]
    public Task Another_list_is_none() =>
        Given.WithAdditionalFile("/0/Other.reviews", "M:Shop.Till.Pay(int) 0123456789abcdef 2026-01-31 reviewer")
            .Allows(Code);

    private RuleCase<StaleSignOff> Reviewed(string member, string code) =>
        Given.WithAdditionalFile("/0/AiAware.reviews", Line(member, code));

    private static string Line(string member, string code) =>
        $"{member} {HashOf(member, code)} 2026-01-31 payments%20team read\n";

    private static string HashOf(string member, string code) =>
        TokenHash.Of(
            MemberAddress.In(CSharpSyntaxTree.ParseText(code).GetRoot())
                .Where(declared => declared.Address == member)
                .Select(declared => declared.Declaration));

    private static string Till(string member) =>
        $"namespace Shop\n{{\nclass Till\n{{\n"
        + $" static void Open() {{ }}\n static void Close() {{ }}\n {member}\n}}\n}}\n";
}
