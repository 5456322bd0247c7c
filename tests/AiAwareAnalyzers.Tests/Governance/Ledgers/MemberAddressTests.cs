using AiAwareAnalyzers.Governance.Ledgers;
using FsCheck;
using FsCheck.Fluent;

namespace AiAwareAnalyzers.Tests.Governance.Ledgers;

/// <summary>A dollar sign marks the place that is asked for.</summary>
public sealed class MemberAddressTests
{
    [TestCase(
        "class Order { int Total() { return $1; } }",
        "M:Order.Total",
        Description = "no parameters, no brackets")]
    [TestCase("namespace Shop; class Order { int Total(decimal a, int b) => $1; }", "M:Shop.Order.Total(decimal,int)")]
    [TestCase("namespace Shop { namespace Sales { class Order { void Add() { $; } } } }", "M:Shop.Sales.Order.Add")]
    [TestCase("namespace Shop.Sales { class Order { void Add() { $; } } }", "M:Shop.Sales.Order.Add")]
    [TestCase("class Order { class Line { void Add() { $; } } }", "M:Order.Line.Add", Description = "nested")]
    [TestCase("class Box<T> { void Put<U>(T t, U u) { $; } }", "M:Box`1.Put`1(T,U)", Description = "generic")]
    [TestCase(
        "class Order { void Add(Dictionary< string, List<int> > all) { $; } }",
        "M:Order.Add(Dictionary<string,List<int>>)",
        Description = "spaces are left out")]
    [TestCase(
        "class Order { void Add(int /* why */ [ , ] all) { $; } }",
        "M:Order.Add(int[,])",
        Description = "comments")]
    [TestCase("class Order { void Add((int a, string b) pair) { $; } }", "M:Order.Add((int,string))")]
    [TestCase(
        "class Order { void Add(ref int a, out int b, in int c, params int[] d) { $; } }",
        "M:Order.Add(int@,int@,int@,int[])")]
    [TestCase("class Order { void Add(int? a, string? b = null) { $; } }", "M:Order.Add(int?,string?)")]
    [TestCase("class Order { void Add() { void Inner() { $; } } }", "M:Order.Add", Description = "local functions")]
    [TestCase("class Order { void Add() { Run(() => $1); } }", "M:Order.Add", Description = "lambdas")]
    [TestCase("class Order { public Order(int a) { $; } }", "M:Order.#ctor(int)")]
    [TestCase("class Order { static Order() { $; } }", "M:Order.#cctor")]
    [TestCase("class Order { ~Order() { $; } }", "M:Order.Finalize")]
    [TestCase("class Order { int Price { get { $; } } }", "P:Order.Price", Description = "an accessor")]
    [TestCase("class Order { int Price { get; } = $1; }", "P:Order.Price", Description = "an initializer")]
    [TestCase("class Order { int this[int at] => $1; }", "P:Order.Item(int)")]
    [TestCase("class Order { event Action Sent { add { $; } remove { } } }", "E:Order.Sent")]
    [TestCase("class Order { event Action Sent = $null; }", "E:Order.Sent")]
    [TestCase("class Order { int _a = 1, _b = $2; }", "F:Order._b", Description = "the variable that holds the place")]
    [TestCase("class Order { $int _a, _b; }", "F:Order._a", Description = "the first, where all are meant")]
    [TestCase("enum Color { Red, Green = $2 }", "F:Color.Green")]
    [TestCase("class Order : $IDisposable { }", "T:Order", Description = "a base type")]
    [TestCase("[$Serializable] class Order { }", "T:Order", Description = "an attribute of a type")]
    [TestCase("class Order { [$Obsolete] void Add() { } }", "M:Order.Add", Description = "an attribute of a member")]
    [TestCase("record Order(int $Price);", "T:Order", Description = "a primary constructor")]
    [TestCase("delegate int $Sum<T>(T a);", "T:Sum`1")]
    [TestCase("class Order : IDisposable { void IDisposable.Dispose() { $; } }", "M:Order.IDisposable.Dispose")]
    [TestCase(
        "class Money { public static Money operator +(Money a, Money b) => $a; }",
        "M:Money.operator+(Money,Money)")]
    [TestCase(
        "class Money { public static Money operator checked -(Money a) => $a; }",
        "M:Money.operatorchecked-(Money)")]
    [TestCase(
        "class Money { public static implicit operator decimal(Money a) => $1; }",
        "M:Money.operator~decimal(Money)")]
    [TestCase("class Money { public static explicit operator int(Money a) => $1; }", "M:Money.operator~int(Money)")]
    [TestCase("class @class { void @if(@class a) { $; } }", "M:class.if(@class)", Description = "escaped names")]
    [TestCase("using System;\n$Console.WriteLine();", MemberAddress.TopLevel)]
    [TestCase("Run();\nvoid Run() { $; }", MemberAddress.TopLevel)]
    [TestCase("$using System;\nclass Order { }", MemberAddress.None)]
    [TestCase("[assembly: $CLSCompliant(true)]\nclass Order { }", MemberAddress.None)]
    [TestCase("class Order { }\n// the end$", MemberAddress.None)]
    [TestCase(
        "class Order\n{\n    /* $why */\n    void Add() { }\n}",
        "M:Order.Add",
        Description = "the comment before")]
    [TestCase("class Order\n{\n    void Add() { }\n    // $why\n}", "T:Order", Description = "the comment behind all")]
    [TestCase("", MemberAddress.None)]
    public void A_place_is_in_a_member(string code, string address)
    {
        var at = Math.Max(code.IndexOf('$'), 0);
        var root = CSharpSyntaxTree.ParseText(code.Replace("$", "")).GetRoot();
        Assert.That(MemberAddress.At(root, at), Is.EqualTo(address));
    }

    [CSharp(14)]
    public void An_extension_is_known_by_what_it_extends() =>
        A_place_is_in_a_member(
            "static class Texts { extension<T>(List<T> all) { int Half() => $1; } }",
            "M:Texts.extension`1(List<T>).Half");

    [Test]
    public void Every_member_is_found_by_its_address()
    {
        var root = CSharpSyntaxTree.ParseText(
            """
            namespace Shop
            {
                delegate void Sent();
                enum Color { Red }
                class Order
                {
                    int _a, _b;
                    int Price { get; set; }
                    void Add() { void Inner() { } }
                    class Line;
                }
            }
            """).GetRoot();
        Assert.That(
            MemberAddress.In(root).Select(member => member.Address),
            Is.EqualTo(new[]
            {
                "T:Shop.Sent", "T:Shop.Color", "F:Shop.Color.Red", "T:Shop.Order", "F:Shop.Order._a", "F:Shop.Order._b",
                "P:Shop.Order.Price", "M:Shop.Order.Add", "T:Shop.Order.Line",
            }));
        Assert.That(
            MemberAddress.In(root).Select(member => MemberAddress.Of(member.Declaration)).Distinct(),
            Is.SubsetOf(MemberAddress.In(root).Select(member => member.Address)));
    }

    [TestCase("M:Shop.Order.Add", true)]
    [TestCase("T:Order", true)]
    [TestCase("-", false)]
    [TestCase("M:", false)]
    [TestCase("X:Order", false)]
    [TestCase("Order", false)]
    public void An_address_says_its_kind(string word, bool isOne) =>
        Assert.That(MemberAddress.IsOne(word), Is.EqualTo(isOne));

    [Test]
    public void Any_text_and_place_is_survived() =>
        Prop.ForAll<string, int>((code, at) =>
            MemberAddress.At(CSharpSyntaxTree.ParseText(code ?? "").GetRoot(), at) is var address
            && (address == MemberAddress.None || MemberAddress.IsOne(address)))
            .QuickCheckThrowOnFailure();
}
