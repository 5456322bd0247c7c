using AiAwareAnalyzers.Governance;

namespace AiAwareAnalyzers.Tests.Governance;

public sealed class UnjustifiedSuppressionTests : RuleTests<UnjustifiedSuppression>
{
    [TestCase("[|#pragma warning disable AIA0201|]")]
    [TestCase("[|#pragma warning disable AIA0201, CS0618|]", Description = "one of several")]
    [TestCase(
        "[|#pragma warning disable CA2100|] // Review SQL queries for security vulnerabilities",
        Description = "its title")]
    [TestCase("[|#pragma warning disable CA5394|] // Do not use insecure randomness", Description = "its title")]
    [TestCase(
        "[|#pragma warning disable AIA0201|] // Money is kept in a floating-point type",
        Description = "our title")]
    [TestCase("[|#pragma warning disable AIA0201|] // TODO repair this some day", Description = "a plan is no reason")]
    [TestCase("[|#pragma warning disable AIA0201|] // legacy", Description = "a word")]
    [TestCase("[|#pragma warning disable AIA0201|] //", Description = "an empty comment")]
    [TestCase("[|#pragma warning disable|]", Description = "everything")]
    [TestCase("[|#pragma warning disable SYSLIB0011|]", Description = "a serializer that is not safe")]
    [TestCase("[|#pragma warning disable SYSLIB0039|]", Description = "an old version of TLS")]
    [TestCase(
        "// what comes next\nclass A { } // the price is an estimate\n[|#pragma warning disable AIA0201|]",
        Description = "a comment on other code")]
    [TestCase(
        "// an estimate, not an amount\n\n[|#pragma warning disable AIA0201|]",
        Description = "a comment farther up")]
    [TestCase(
        "class A\n{\n    void M()\n    {\n[|#pragma warning disable AIA0503|]\n    }\n}",
        Description = "inside of a body")]
    public Task A_directive(string code) => Suggests(code + "\n");

    [TestCase("#pragma warning disable\npublic partial class AddOrders : Migration { }", Description = "by its name")]
    [TestCase(
        "#pragma warning disable\nnamespace Shop { public partial class AddOrders : "
        + "Microsoft.EntityFrameworkCore.Migrations.Migration { } }",
        Description = "by its full name")]
    [TestCase(
        "namespace Shop\n{\n    partial class ShopModelSnapshot : ModelSnapshot\n    {\n        void Build()\n"
        + "        {\n#pragma warning disable AIA0201\n        }\n    }\n}",
        Description = "the model as of the last one")]
    public Task A_migration_is_written_by_a_tool(string code) => Given.Allows(code + "\n" + """
        namespace Microsoft.EntityFrameworkCore.Migrations { public class Migration { } }
        public class Migration { }
        public class ModelSnapshot { }
        """);

    [TestCase("public class AddOrders { }", Description = "another class")]
    [TestCase("public class AddOrders : Exception { }", Description = "another base")]
    [TestCase("public class AddOrders { private class Migration { } }", Description = "a class of that name")]
    public Task A_file_that_is_no_migration(string code) => Suggests("[|#pragma warning disable|]\n" + code + "\n");

    [TestCase("User One(int id) => [|_users.Find(u => u.Id == id)!|];", Description = "to a caller")]
    [TestCase(
        "User One(int id) { return [|_users.FirstOrDefault(u => u.Id == id)!|]; }",
        Description = "to a caller, in a body")]
    [TestCase(
        "User One(int id) => [|(_users.FirstOrDefault(u => u.Id == id))!|];",
        Description = "in parentheses")]
    [TestCase(
        "void Send(int id) => Mail([|_users.Where(u => u.Id > 3).LastOrDefault()!|]);",
        Description = "to a method")]
    [TestCase("object Order(int id) => new Box([|_users.Find(u => u.Id == id)!|]);", Description = "to an object")]
    [TestCase("void Keep(int id) => _last = [|_users.Find(u => u.Id == id)!|];", Description = "to a field")]
    [TestCase(
        "object Make(int id) => new Holder { Held = [|_users.Find(u => u.Id == id)!|] };",
        Description = "to a member of what is made")]
    [TestCase(
        "async Task<User> Late(int id) => [|(await FindAsync(id))!|]; Task<User?> FindAsync(int id) => throw new "
        + "Exception();",
        Description = "awaited")]
    [TestCase(
        "User One(int id) => [|_users.Find(u => u.Id == id)!|]; // TODO ask",
        Description = "a plan is no reason")]
    public Task A_search_whose_result_is_trusted(string members) => Suggests(Searching(members));

    [TestCase("User One(int id) => _users.Find(u => u.Id == id)!; // ids come from the same list")]
    [TestCase("User One(int id) =>\n        // ids come from the same list\n        _users.Find(u => u.Id == id)!;")]
    [TestCase("User? One(int id) => _users.Find(u => u.Id == id)!;", Description = "a caller that expects null")]
    [TestCase("User One(int id) => _users.First(u => u.Id == id)!;", Description = "what throws by itself")]
    [TestCase(
        "User One(int id) => _users.Any(u => u.Id == id) ? One(id) : throw new Exception(); User Two(int id) { if "
        + "(!_users.Exists(u => u.Id == id)) throw new Exception(); return _users.Find(u => u.Id == id)!; }",
        Description = "asked before")]
    [TestCase("string One(int id) => _users.Find(u => u.Id == id)!.Name;", Description = "used: AIA0906 speaks")]
    [TestCase("void One(int id) { var one = _users.Find(u => u.Id == id)!; }", Description = "kept in a local")]
    [TestCase("User One(int id) => s_all.Find(u => u.Id == id)!;", Description = "a list that is written down")]
    [TestCase(
        "object Me(System.Security.Claims.ClaimsPrincipal caller) => Same(caller.FindFirst(\"sub\")!); object "
        + "Same(object one) => one;",
        Description = "a claim")]
    [TestCase("User One() => default!;", Description = "nothing that was looked for")]
    [TestCase(
        "object All() => _users.AsQueryable().Select(u => Same(_users.FirstOrDefault()!));",
        Description = "a query is translated")]
    public Task A_search_with_a_reason_or_none_needed(string members) => Allows(Searching(members));

    [Test]
    public Task The_message_names_what_may_find_nothing() => Given.WithOption("ai_aware.high_risk", "**/*.cs").Says(
        Searching("User One(int id) => {|#0:_users.Find(u => u.Id == id)!|};"),
        "'_users.Find(u => u.Id == id)!' silences the warning that 'Find' may find nothing and does not say why, so "
        + "that a decision looks like a mistake; write the reason behind it, after '//', or repair what is found");

    [TestCase("[[|SuppressMessage(\"Money\", \"AIA0201\")|]] class A { }")]
    [TestCase("[[|SuppressMessage(\"Money\", \"AIA0201:Money is kept\", Justification = \"<Pending>\")|]] class A { }")]
    [TestCase(
        "[[|SuppressMessage(\"Money\", \"AIA0201\", Justification = \"\")|]] class A { }",
        Description = "an empty one")]
    [TestCase(
        "[[|SuppressMessage(\"Security\", \"CA2100\", Justification = \"ok\")|]] class A { }",
        Description = "a word")]
    [TestCase(
        "[assembly: [|SuppressMessage(\"Money\", \"AIA0201\", Scope = \"member\", Target = \"~P:A.B\")|]]",
        Description = "of an assembly")]
    [TestCase(
        "[[|System.Diagnostics.CodeAnalysis.SuppressMessageAttribute(\"Money\", \"AIA0201\")|]] class A { }",
        Description = "in full")]
    public Task An_attribute(string code) => Suggests("using System.Diagnostics.CodeAnalysis;\n" + code);

    [TestCase("[*.cs]\n[|dotnet_diagnostic.AIA0201.severity = none|]")]
    [TestCase("[*.cs]\n[|dotnet_diagnostic.AIA0201.severity = silent|]")]
    [TestCase(
        "[*.cs]\n[|dotnet_diagnostic.AIA0201.severity = suggestion|]",
        Description = "a warning that nobody sees")]
    [TestCase("[*.cs]\n[|dotnet_diagnostic.ca2100.severity=none|]", Description = "another spelling")]
    [TestCase(
        "[*.cs]\n# our settings\n\n[|dotnet_diagnostic.AIA0201.severity = none|]",
        Description = "a heading farther up")]
    public Task A_setting(string text) => Given.SuggestsFile("/0/.editorconfig", text);

    [TestCase(
        "<Project>\n  <PropertyGroup>\n    [|<NoWarn>$(NoWarn);AIA0201</NoWarn>|]\n  </PropertyGroup>\n</Project>")]
    [TestCase(
        "<Project>\n  [|<NoWarn Condition=\"'$(A)' == ''\">CA2100,CS1591</NoWarn>|]\n</Project>",
        Description = "under a condition")]
    [TestCase(
        "<Project>\n  <PackageReference Include=\"A\"[| NoWarn=\"NU1903\"|] />\n</Project>",
        Description = "a package with a known weakness")]
    public Task A_project(string text) => Given.SuggestsFile("/0/Shop.csproj", text);

    [Test]
    public Task The_message_says_what_is_silenced_and_where_to_write_why() => Given
        .WithOption("ai_aware.high_risk", "**/*.cs").Says(
            "{|#0:#pragma warning disable AIA0201, CA2100|}\n",
            "'#pragma warning disable AIA0201, CA2100' silences AIA0201, CA2100 and does not say why, so that a "
            + "decision looks like a mistake; write the reason behind it, after '//', or repair what is found");

    [TestCase("Shop", "class Till\n{\n[|#pragma warning disable AIA0201|]\n}")]
    [TestCase("Shop", "class Till\n{\n}\n[|#pragma warning disable AIA0201|]\n", Description = "at the end")]
    [TestCase("Shop", "[[|System.Diagnostics.CodeAnalysis.SuppressMessage(\"Money\", \"AIA0201\")|]] class Till { }")]
    [TestCase("**/*.cs", "class Till\n{\n[|#pragma warning disable|]\n}", Description = "a path")]
    public Task In_a_zone_it_is_a_warning(string zone, string code) =>
        Given.WithOption("ai_aware.high_risk", zone).Flags($"namespace Shop\n{{\n{code}\n}}\n");

    [TestCase("#pragma warning disable AIA0201 // a share, not an amount")]
    [TestCase("// a share, not an amount\n#pragma warning disable AIA0201", Description = "the line above")]
    [TestCase("/* a share, not an amount */\n#pragma warning disable AIA0201", Description = "the other form")]
    [TestCase("#pragma warning disable CS0618", Description = "a warning of the compiler")]
    [TestCase("#pragma warning disable 1591, IDE0051, CA1031, xUnit1031", Description = "style and habits")]
    [TestCase("#pragma warning restore AIA0201", Description = "the end of it")]
    [TestCase("#pragma warning restore", Description = "the end of all")]
    [TestCase("#nullable disable")]
    [TestCase("#pragma warning disable AIA1204", Description = "this rule alone")]
    [TestCase("#if DEBUG\n#pragma warning disable AIA0201\n#endif", Description = "code that is not compiled")]
    [TestCase("// #pragma warning disable AIA0201", Description = "a comment")]
    public Task A_directive_with_a_reason_or_none_needed(string code) => Allows(code + "\n");

    [TestCase("[SuppressMessage(\"Money\", \"AIA0201\", Justification = \"A share, not an amount.\")] class A { }")]
    [TestCase(
        "[SuppressMessage(\"Design\", \"CA1055:Uri return values\", Justification = \"<Pending>\")] class A { }",
        Description = "style")]
    [TestCase(
        "[SuppressMessage(\"Money\", \"AIA0201\", Justification = Why.Share)] class A { } class Why { public const "
        + "string Share = \"\"; }",
        Description = "a constant")]
    [TestCase("[Obsolete(\"AIA0201\")] class A { }", Description = "another attribute")]
    [TestCase("[UnconditionalSuppressMessage(\"Trimming\", \"IL2026\")] class A { }", Description = "trimming")]
    public Task An_attribute_with_a_reason_or_none_needed(string code) =>
        Allows("using System.Diagnostics.CodeAnalysis;\n" + code);

    [TestCase(".editorconfig", "[*.cs]\n# shares, not amounts\ndotnet_diagnostic.AIA0201.severity = none")]
    [TestCase(".editorconfig", "[*.cs]\ndotnet_diagnostic.AIA0201.severity = none # shares, not amounts")]
    [TestCase(".editorconfig", "[*.cs]\ndotnet_diagnostic.AIA0201.severity = error", Description = "raised")]
    [TestCase(".editorconfig", "[*.cs]\ndotnet_diagnostic.AIA0108.severity = suggestion", Description = "as it is")]
    [TestCase(".editorconfig", "[*.cs]\ndotnet_diagnostic.SA1600.severity = none", Description = "style")]
    [TestCase(".editorconfig", "[*.cs]\ndotnet_diagnostic..severity = none", Description = "no id")]
    [TestCase(".editorconfig", "# dotnet_diagnostic.AIA0201.severity = none", Description = "a comment")]
    [TestCase(
        "AnalysisLevel_10_Default.globalconfig",
        "dotnet_diagnostic.CA5350.severity = none",
        Description = "of the SDK")]
    [TestCase("Shop.csproj", "<Project>\n  <!-- shares, not amounts -->\n  <NoWarn>AIA0201</NoWarn>\n</Project>")]
    [TestCase("Shop.csproj", "<Project>\n  <NoWarn>AIA0201</NoWarn> <!-- shares, not amounts -->\n</Project>")]
    [TestCase(
        "Shop.csproj",
        "<Project>\n  <!-- shares,\n       not amounts -->\n  <NoWarn>AIA0201</NoWarn>\n</Project>")]
    [TestCase(
        "Shop.csproj",
        "<Project>\n  <NoWarn>$(NoWarn);CS1591;SA1600</NoWarn>\n</Project>",
        Description = "style")]
    [TestCase("Shop.csproj", "<Project>\n  <!-- <NoWarn>AIA0201</NoWarn> -->\n</Project>", Description = "a comment")]
    [TestCase("Shop.csproj", "<Project>\n  <NoWarn>AIA0201", Description = "half a file")]
    [TestCase("appsettings.json", "{ \"NoWarn\": \"AIA0201\" }", Description = "another file")]
    public Task A_file_with_a_reason_or_none_needed(string name, string text) => Given.AllowsFile("/0/" + name, text);

    private static string Searching(string members) =>
        $$"""
        #nullable enable
        class User { public int Id; public string Name = ""; }
        class Box { public Box(User held) { } }
        class Holder { public User Held { get; set; } = new(); }
        class Users
        {
            private static readonly List<User> s_all = new();
            private readonly List<User> _users = new();
            private User _last = new();
            private void Mail(User to) { }
            private User Same(User one) => one;
            {{members}}
        }
        """;
}
