namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// Code in which something is its own value, as it stands in an editor for a moment: one slip, and whoever follows
/// values has no end.
/// </summary>
internal static class SelfReference
{
    private const string Web = "using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http;\n";

    private const string Settings = "using Microsoft.Extensions.Configuration;\n";

    public static IEnumerable<(string Name, string Code)> All =>
    [
        ("a price that is itself", "class Order { decimal Total() { double price = price; return (decimal)price; } }"),
        ("two amounts that name each other", "class Order { decimal Total() { double net = gross, gross = net; return "
            + "(decimal)net + (decimal)gross; } }"),
        (
            "an amount that is a sum of itself",
            "class Order { decimal Total() { double price = price + price * price; return (decimal)price; } }"),
        (
            "an application that builds itself",
            Web + "var app = app.Build();\napp.MapPost(\"/orders\", (string id) => Results.Ok());\napp.Run();"),
        (
            "two applications that build each other",
            Web + "var a = b.Build();\nvar b = a.Build();\na.MapDelete(\"/orders\", (string id) => Results.Ok());\n"
                + "a.Run();"),
        (
            "a group of itself",
            Web + "var app = WebApplication.Create();\nvar group = group.MapGroup(\"/x\");\ngroup.MapPost(\"/orders\", "
                + "() => Results.Ok());"),
        (
            "a key that is itself",
            Settings
            + "class Keys { string Of(IConfiguration settings) { string key = key; return key ?? "
            + "\"s3cr3t-Key-1234567890\"; } }"),
        ("a key that is a part of itself", Settings
            + "class Keys { string Of() { var key = key?.ToString(); return key ?? \"s3cr3t-Key-1234567890\"; } }"),
        (
            "two configurations that name each other",
            Settings
            + "class Keys { string Of() { IConfiguration a = b, b = a; return a[\"Key\"] + "
            + "b.GetSection(\"Key\")[\"Inner\"]; } }"),
        (
            "two sections of each other",
            Settings
            + "class Keys { string Of() { var a = b.GetSection(\"x\"); IConfiguration b = a; return a[\"Key\"] + "
            + "b[\"Key\"]; } }"),
        (
            "a made-up name that is itself",
            "class Customers { string Name() { /* mock for now */ string mockName = mockName; return mockName; } }"),
        ("made-up names in a circle", "class Customers { object Names() { /* fake data */ var a = new[] { b }; var b = "
            + "new[] { a }; return (a, b, true ? a : b); } }"),
        ("a success that is itself", "class Orders { public bool Save(string order) { /* TODO: save it */ bool saved = "
            + "saved; return saved; } }"),
        ("a check that is itself", "class Tokens { public bool Validate(string token) { /* TODO: validate */ bool "
            + "valid = true ? valid : (valid, 1).Item1; return valid; } }"),
        ("a list of members that is itself", "class C { int M(bool f) { System.Reflection.MethodInfo[] a = "
            + "typeof(C).GetMethods(), b = f ? a : b; b = f ? a : b; return b.Length; } }"),
        (
            "a search whose result is where it looks",
            "class C { object M(bool f) { var b = f ? typeof(C).GetMember(\"Nope\") : b; b = f ? b : b; return b; } }"),
        ("a type that is found in itself", "class C { object M() { System.Type t = t.GetMethod(\"X\", new[] { t "
            + "}).ReturnType; return t.GetMethod(t.Name, new[] { t }); } }"),
        ("a type that is named by itself", "class C { static readonly System.Type T = "
            + "T.Assembly.GetType(T.Name).GetNestedType(T.Name); object M() => T.GetMethod(\"Nope\"); }"),
        (
            "a dynamic that is itself",
            "class C { dynamic f = f; void M() { dynamic a = b, b = a; a.Foo(); b?.c?.Bar(); f.Baz(); } }"),
        (
            "a scope that is itself",
            "class C { bool M() { string scope = scope.ToLower(); return scope.Contains(\"admin\"); } }"),
        ("a method that is its own answer", "class C { string Scopes() => Scopes().ToLower(); bool M() => "
            + "Scopes().Contains(\"admin\"); double Price => Price; double Total() => Total() + Price; }"),
        (
            "tokens that are linked to themselves",
            "using System.Threading; class C { async Task M(CancellationToken t) { var s = "
            + "CancellationTokenSource.CreateLinkedTokenSource(s.Token); try { await Task.Delay(1, s.Token); } catch "
            + "(Exception) { } } }"),
        (
            "a query of itself",
            "class C { IQueryable<int> Q => Q.Where(x => x > 0); IQueryable<int> R() => R(); object M() { var list = "
            + "list.Where(x => x > 1).ToList(); return Q.ToList().Where(x => x > "
            + "2).Concat(R().ToList()).Concat(list); } }"),
        ("a statement that is itself", "class C { static readonly string S = \"SELECT \" + S; string M(string id) { "
            + "var q = q + S; q += q; return M(M(id)) + $\"SELECT {q} {M(id)}\"; } }"),
        ("a hash that is itself", "class C { bool M(string given) { byte[] hash = hash; var signature = "
            + "Convert.ToHexString(hash); return signature == given; } }"),
        ("secrets that name each other", "class C { void M() { var password = token; string token = password; "
            + "Console.WriteLine(password + token); } }"),
        ("lambdas that call themselves", "class C { void M() { Func<int> f = () => f(); Action a = () => b(); Action b "
            + "= () => a(); Func<object> g = () => g; Func<bool> allow = () => allow(); } }"),
        ("members that call each other", "class C { decimal A() => B(); decimal B() => A(); bool IsAllowed() => "
            + "IsGranted(); bool IsGranted() => IsAllowed(); }"),
        ("base types in a circle", "class X : Y { public double Price; } class Y : X { public override string "
            + "ToString() => base.ToString(); } interface I : J { } interface J : I { }"),
        ("parts that are each other's base", "partial class P : Q { double Price; } partial class Q : P { } partial "
            + "class P { P p = new P(); double Total => p.Total; }"),
        ("an alias of itself", "using A = B; using B = A; class C { A a = new A(); double Price = A.Price; }"),
        ("a constant that is itself", "class C { const double Price = Price; const string Key = Other; const string "
            + "Other = Key; decimal M() => (decimal)Price; }"),
    ];
}
