using AiAwareAnalyzers.Governance;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Governance;

public sealed class BrokenInvariantTests : RuleTests<BrokenInvariant>
{
    /// <summary>A library, a domain that should not know it, and what is called.</summary>
    private const string Library =
        """
        using System.Threading;

        namespace Orm
        {
            public class DbContext { public int Save() => 1; public static int Count; }
            public class Set<T> { public T? Find(int id) => default; }
            public static class Extensions { public static string ToTable(this object what) => ""; }
            public sealed class TableAttribute : System.Attribute { }
            public interface IEntity { }
        }

        namespace Shop.Data
        {
            public class ShopContext : Orm.DbContext { }
            public class Row : Orm.IEntity { }
        }

        namespace Shop.Payments
        {
            public interface IGateway { void Pay(int amount); }
            public class Gateway : IGateway
            {
                public int Limit { get; set; }
                public void Pay(int amount) { Limit -= amount; }
                public static Gateway operator +(Gateway a, Gateway b) => a;
            }
        }
        """;

    private RuleCase<BrokenInvariant> Under(string sentences) =>
        Given.WithAdditionalFile("/0/AiAware.invariants", sentences).WithFile("/0/Library.cs", Library);

    [TestCase("Orm.[|DbContext|]? _db;", Description = "a field")]
    [TestCase("void Save(Orm.[|DbContext|] db) { db.Save(); }", Description = "a parameter; told once")]
    [TestCase("Orm.[|DbContext|] Open() => null!;", Description = "a result")]
    [TestCase("int Save() => new Orm.[|DbContext|]().Save();", Description = "a new object")]
    [TestCase("[|var|] _ = Shop.Data.Store.Open();", true, Description = "a local that hides its type")]
    [TestCase("int Save() => Shop.Data.Store.Open().[|Save|]();", Description = "a call in a chain")]
    [TestCase("string Name() => this.[|ToTable|]();", Description = "an extension")]
    [TestCase("List<Orm.[|DbContext|]> _all = new();", Description = "an argument of a type")]
    [TestCase("Orm.[|Set|]<int>? _set;", Description = "a generic type")]
    [TestCase("Type Kind => typeof(Orm.[|DbContext|]);", Description = "a type object")]
    [TestCase("bool Is(object what) => what is Orm.[|DbContext|];", Description = "a question")]
    [TestCase("[Orm.[|Table|]] int _id;", Description = "an attribute")]
    [TestCase("class Inner : Orm.[|DbContext|] { }", Description = "a base type, of a nested type")]
    [TestCase("int Count => Orm.[|DbContext|].Count;", Description = "a static member")]
    [TestCase("Func<int> Later() => () => new Orm.[|DbContext|]().Save();", Description = "inside a lambda")]
    public Task Shop_Domain_may_not_use_Orm(string member, bool isStatement = false) =>
        Under("Shop.Domain may not use Orm").WithFile(
            "/0/Store.cs",
            "namespace Shop.Data { public static class Store { public static Orm.DbContext Open() => new(); } }")
            .Flags("using Orm;\nnamespace Shop.Domain { class Order { "
                + (isStatement ? $"void M() {{ {member} }}" : member) + " } }");

    [TestCase(
        "Shop.Domain may not use DbContext",
        "Shop.Data.[|ShopContext|]? _db;",
        Description = "what derives from it")]
    [TestCase("Shop.Domain may not use IEntity", "Shop.Data.[|Row|]? _row;", Description = "what implements it")]
    [TestCase("Shop.Domain may not use Shop.Data or Orm", "Shop.Data.[|Row|]? _row;", Description = "the first of two")]
    [TestCase(
        "Shop.Domain may not use Dapper or Shop.Data",
        "Shop.Data.[|Row|]? _row;",
        Description = "the second of two")]
    [TestCase(
        "Shop.Domain may not use System.DateTime.Now",
        "DateTime At => DateTime.[|Now|];",
        Description = "a member")]
    [TestCase("Shop.*.Order may not use Orm", "Orm.[|DbContext|]? _db;", Description = "a star inside")]
    [TestCase("Shop may not use System.IO", "[|Stream|]? _from;", Description = "all that is in it")]
    [TestCase("Shop.* may not use System.IO", "[|Stream|]? _from;", Description = "a star at its end")]
    [TestCase("Shop.Domain.Order may not use Orm", "Orm.[|DbContext|]? _db;", Description = "one type")]
    [TestCase("types named Ord* may not use Orm", "Orm.[|DbContext|]? _db;", Description = "types by their name")]
    [TestCase("Shop.Domain may not use Orm", "Orm.[|DbContext|]? _a, _b;", Description = "told once a declaration")]
    public Task A_name_means_what_is_in_it(string sentence, string member) =>
        Under(sentence).Flags($"namespace Shop.Domain {{ class Order {{ {member} }} }}");

    [TestCase("void Add(Shop.Payments.Gateway to) => to.[|Pay|](1);")]
    [TestCase("void Add(Shop.Payments.IGateway to) => to.[|Pay|](1);", Description = "through a contract")]
    [TestCase("object Add() => new Shop.Payments.[|Gateway|]();", Description = "a constructor")]
    [TestCase("int Add(Shop.Payments.Gateway to) => to.[|Limit|];", Description = "a property")]
    [TestCase("Action<int> Add(Shop.Payments.Gateway to) => to.[|Pay|];", Description = "a method group")]
    [TestCase("void Add(Shop.Payments.Gateway? to) => to?.[|Pay|](1);", Description = "perhaps")]
    public Task Payments_may_only_be_called_by_Checkout(string member) =>
        Under("Shop.Payments.* may only be called by Shop.Checkout")
            .Flags($"namespace Shop.Orders {{ class Order {{ {member} }} }}");

    [TestCase("public void [|Post|](int amount) { }")]
    [TestCase("public void [|Post|](int amount, Token token) { }", Description = "another type")]
    [TestCase("public static Task [|PostAsync|](int amount) => Task.CompletedTask;", Description = "static")]
    [TestCase("public virtual void [|Post|]() { }", Description = "virtual")]
    public Task Public_methods_must_take_a_token(string member) =>
        Under("public methods of Shop.Ledger must take CancellationToken")
            .Flags($"namespace Shop.Ledger {{ public class Book {{ {member} }} public class Token {{ }} }}");

    [Test]
    public Task A_contract_must_take_it_and_not_what_implements_it() =>
        Under("public methods of Shop.Ledger must take CancellationToken").Flags(
            """
            namespace Shop.Ledger
            {
                public interface IBook { void [|Post|](int amount); }
                public class Book : IBook, IDisposable { public void Post(int amount) { } public void Dispose() { } }
            }
            """);

    [TestCase("void Add() => [|_all|] = 1;")]
    [TestCase("void Add() { [|_all|]++; }")]
    [TestCase("void Add() { --[|_all|]; }")]
    [TestCase("void Add() { Cache.[|_all|] += 1; }", Description = "by its type")]
    [TestCase("void Add() { [|_map|][1] = 2; }", Description = "an element of it")]
    [TestCase("void Add() { int.TryParse(\"1\", out [|_all|]); }", Description = "an out argument")]
    [TestCase("void Add() { Interlocked.Increment(ref [|_all|]); }", Description = "a reference")]
    [TestCase("void Add() { ([|_all|], var b) = (1, 2); }", Description = "one of a tuple")]
    [TestCase("void Add() { [|Last|] = 1; }", Description = "a property")]
    [TestCase("void Add() { [|_name|] ??= \"\"; }", Description = "if it is null")]
    [TestCase("Cache() { [|_all|] = 1; }", Description = "each instance changes it")]
    public Task Shop_may_not_write_static_state(string member) =>
        Under("Shop.* may not write static state").Flags(Cache(member));

    [Test]
    public Task Each_sentence_speaks_for_itself() =>
        Under("Shop.Domain may not use DbContext\nShop.Domain may not use Set").Flags(
            "namespace Shop.Domain { class Order { Orm.[|DbContext|]? A(Orm.[|Set|]<int> b) => null; } }");

    [TestCase(
        "Shop.Domain may not use Orm",
        "class Order { int Save() => new Orm.{|#0:DbContext|}().Save(); }",
        "'Order.Save' uses 'DbContext', but line 2 of AiAware.invariants says 'Shop.Domain may not use Orm'; leave "
        + "that to code outside of 'Shop.Domain'")]
    [TestCase(
        "Shop.Payments may only be called by Shop.Checkout",
        "class Order { void Pay(Shop.Payments.Gateway to) => to.{|#0:Pay|}(1); }",
        "'Order.Pay' calls 'Gateway.Pay', but line 2 of AiAware.invariants says 'Shop.Payments may only be called by "
        + "Shop.Checkout'; go through 'Shop.Checkout'")]
    [TestCase(
        "public methods of Shop.Domain must take CancellationToken",
        "public class Order { public void {|#0:Pay|}() { } }",
        "'Order.Pay' takes no 'CancellationToken', but line 2 of AiAware.invariants says 'public methods of "
        + "Shop.Domain must take CancellationToken'; add the parameter, and hand it on")]
    [TestCase(
        "Shop.* may not write static state",
        "class Order { static int s_count; void Add() => {|#0:s_count|}++; }",
        "'Order.Add' writes the static 'Order.s_count', but line 2 of AiAware.invariants says 'Shop.* may not write "
        + "static state'; keep the state in an instance that callers hand in")]
    [TestCase(
        "Shop.Domain may not use Orm",
        "class Order : Orm.{|#0:DbContext|} { }",
        "'Order' uses 'DbContext', but line 2 of AiAware.invariants says 'Shop.Domain may not use Orm'; leave that to "
        + "code outside of 'Shop.Domain'")]
    public Task The_message_says_the_sentence(string sentence, string code, string message) =>
        Under("# what holds\n" + sentence).Says($"namespace Shop.Domain {{ {code} }}", message);

    [TestCase("Shop.Domain may not use Orm", "Shop.Web", "Orm.DbContext? _db;", Description = "elsewhere")]
    [TestCase("Shop.Domain may not use Orm", "Shop.Domains", "Orm.DbContext? _db;", Description = "a longer name")]
    [TestCase(
        "Shop.Domain may not use Orm",
        "Other.Shop.Domain",
        "Orm.DbContext? _db;",
        Description = "inside another")]
    [TestCase("Shop.Domain may not use Or", "Shop.Domain", "Orm.DbContext? _db;", Description = "half a name")]
    [TestCase(
        "Shop.Domain may not use Orm",
        "Shop.Domain",
        "int Orm => 1; int Twice => Orm * 2;",
        Description = "a namesake")]
    [TestCase(
        "Shop.Domain may not use Orm",
        "Shop.Domain",
        "string Name => nameof(Orm);",
        Description = "the name alone")]
    [TestCase("Shop.Domain may not use Orm", "Shop.Domain", "/* Orm.DbContext */ int _a;", Description = "a comment")]
    [TestCase("Shop.Domain may not use Orm", "Shop.Domain", "string _a = \"Orm.DbContext\";", Description = "a text")]
    [TestCase("Shop.Domain may not use DbContext", "Shop.Domain", "Shop.Data.Row? _row;", Description = "another type")]
    [TestCase("Shop.Domain may not use System.DateTime.Now", "Shop.Domain", "DateTime At => DateTime.UtcNow;")]
    [TestCase(
        "types named *Controller may not use Orm",
        "Shop.Domain",
        "Orm.DbContext? _db;",
        Description = "another name")]
    [TestCase("Shop.Domain may not Orm", "Shop.Domain", "Orm.DbContext? _db;", Description = "no sentence")]
    [TestCase(
        "# Shop.Domain may not use Orm",
        "Shop.Domain",
        "Orm.DbContext? _db;",
        Description = "a comment of the file")]
    [TestCase("", "Shop.Domain", "Orm.DbContext? _db;", Description = "no sentences")]
    [TestCase(
        "Shop.Payments may only be called by Shop.Checkout",
        "Shop.Checkout",
        "void A(Shop.Payments.Gateway to) => to.Pay(1);")]
    [TestCase(
        "Shop.Payments may only be called by Shop.Checkout",
        "Shop.Checkout.Fast",
        "void A(Shop.Payments.Gateway to) => to.Pay(1);")]
    [TestCase(
        "Shop.Payments may only be called by Shop.Checkout",
        "Shop.Payments.Cards",
        "void A(Shop.Payments.Gateway to) => to.Pay(1);")]
    [TestCase(
        "Shop.Payments may only be called by Shop.Checkout",
        "Shop.Web",
        "Shop.Payments.Gateway? _held;",
        Description = "held and handed on, not called")]
    [TestCase(
        "Shop.Payments may only be called by Shop.Checkout or Shop.Web",
        "Shop.Web",
        "void A(Shop.Payments.Gateway to) => to.Pay(1);")]
    [TestCase(
        "public methods of Shop.Ledger must take CancellationToken",
        "Shop.Ledger",
        "public void Post(CancellationToken token) { }")]
    [TestCase(
        "public methods of Shop.Ledger must take CancellationToken",
        "Shop.Ledger",
        "public void Post(int a, System.Threading.CancellationToken token = default) { }")]
    [TestCase(
        "public methods of Shop.Ledger must take CancellationToken",
        "Shop.Ledger",
        "internal void Post() { } void Put() { }",
        Description = "not public")]
    [TestCase(
        "public methods of Shop.Ledger must take CancellationToken",
        "Shop.Ledger",
        "public override string ToString() => \"\";",
        Description = "the base type dictates it")]
    [TestCase(
        "public methods of Shop.Ledger must take CancellationToken",
        "Shop.Ledger",
        "public Order(int a) { } public int Price { get; set; }",
        Description = "no methods")]
    [TestCase(
        "public methods of Shop.Ledger must take CancellationToken",
        "Shop.Web",
        "public void Post() { }",
        Description = "elsewhere")]
    [TestCase(
        "Shop.Payments may only be called by Shop.Checkout",
        "Shop.Web",
        "string Name => nameof(Shop.Payments.Gateway.Limit);",
        Description = "the name of a member")]
    [TestCase(
        "Shop.Domain may not use Orm",
        "Shop.Domain",
        "string Name => nameof(Orm.DbContext);",
        Description = "the name of a type")]
    public Task What_no_sentence_forbids(string sentence, string space, string member) =>
        Under(sentence).Allows($"namespace {space} {{ public class Order {{ {member} }} }}");

    [TestCase("int Add() => _all + Last;", Description = "reading")]
    [TestCase("static Cache() { _all = 1; _map[1] = 2; }", Description = "the type prepares it")]
    [TestCase("int _own; void Add() { _own = _all; _own++; }", Description = "its own state")]
    [TestCase("void Add() { int _all = 1; _all++; }", Description = "a local of the same name")]
    [TestCase("void Add() { _map.Clear(); }", Description = "what a call does is not seen")]
    [TestCase("int Get() => _map[_all];", Description = "an index")]
    [TestCase("event Action? Sent; void Add() { Sent += () => { }; }", Description = "an event")]
    public Task What_writes_no_static_state(string member) =>
        Under("Shop.* may not write static state").Allows(Cache(member));

    [Test]
    public async Task Tests_may_do_what_the_program_may_not()
    {
        var setting = new Setting(References.Net10)
        {
            AdditionalFiles = [("/0/AiAware.invariants", "Shop may not use System.IO")],
        };
        var document = await new Workshop(setting).DocumentOf(
            ("/0/Order.cs", "namespace Shop; class Order { Stream? _from; }"));
        var framework = CSharpCompilation.Create("nunit.framework").ToMetadataReference();
        Assert.That(await Workshop.Findings(document.Project, new BrokenInvariant()), Has.Length.EqualTo(1));
        Assert.That(
            await Workshop.Findings(document.Project.AddMetadataReference(framework), new BrokenInvariant()), Is.Empty);
    }

    [Test]
    public Task Without_the_file_nothing_is_forbidden() =>
        Given.WithFile("/0/Library.cs", Library)
            .Allows("namespace Shop.Domain { class Order { Orm.DbContext? _db; } }");

    private static string Cache(string member) =>
        $$"""
        namespace Shop.Orders
        {
            class Cache
            {
                static int _all;
                static string? _name = "";
                static readonly Dictionary<int, int> _map = new() { [1] = 1 };
                static int Last { get; set; } = 1;
                {{member}}
            }
        }
        """;
}
