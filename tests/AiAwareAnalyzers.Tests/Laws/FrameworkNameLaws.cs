using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>Every name of a framework that the code spells is a name in a real package.</summary>
[SourceOnly]
public sealed partial class FrameworkNameLaws
{
    /// <summary>
    /// What stands in no package that this repository is restored from: such names are tested on declarations of our
    /// own, written after the public sources. And names of packages and of assemblies of the host.
    /// </summary>
    private static readonly string[] Elsewhere =
    [
        "Microsoft.AspNetCore.App.Ref", "Microsoft.NETCore.App.Ref", "Microsoft.WindowsDesktop.App.Ref",
        "Microsoft.NET.Sdk.", "Microsoft.ML", "Microsoft.AspNetCore.Authentication.OpenIdConnect",
        "Microsoft.IdentityModel.Logging", "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "System.Private.CoreLib", "Microsoft.Build.Framework.ITask",
        "Microsoft.AspNetCore.Builder.DatabaseErrorPageExtensions.",
        "Microsoft.AspNetCore.Builder.MigrationsEndPointExtensions.",
        "Microsoft.Azure.Functions.Worker.", "Microsoft.Azure.WebJobs.",
        "System.Data.Entity", "System.Web.HtmlString", "System.Web.HttpRequest", "System.Web.Mvc.",
        "Microsoft.AspNetCore.Components.WebAssembly", "Microsoft.EntityFrameworkCore.Sqlite",
        "Microsoft.EntityFrameworkCore.SqlServer", "Microsoft.EntityFrameworkCore.Cosmos",
        "Npgsql.EntityFrameworkCore.PostgreSQL", "Microsoft.Maui",
        "System.Windows.Forms", "Azure.Data.Tables.", "Azure.Security.KeyVault.",
    ];

    private static readonly Lazy<Compilation> Everything = new(() => CSharpCompilation.Create(
        "Everything",
        references: References.All.And(
            "Microsoft.AspNetCore.Identity.UI",
            "Microsoft.Azure.Cosmos",
            "System.Data.SqlClient",
            "Microsoft.Data.SqlClient",
            "Microsoft.Data.Sqlite.Core",
            "FluentValidation",
            "MSTest.TestFramework",
            "NLog",
            "Serilog",
            "System.Linq.Async").Metadata));

    private static readonly Lazy<ImmutableArray<string>> Missing = new(() =>
    [
        .. Repository.SourcesIn("src").Select(File.ReadAllText).SelectMany(NamesIn).Distinct()
            .Where(name => !Exists(name))
            .Order(StringComparer.Ordinal),
    ]);

    [Test]
    public void Every_name_of_a_framework_exists() =>
        Assert.That(
            string.Join("\n", Missing.Value.Where(name =>
                !Elsewhere.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))),
            Is.Empty);

    [Test]
    public void What_is_elsewhere_is_spelled_and_not_here() =>
        Assert.That(
            Elsewhere.Where(prefix => !Missing.Value.Any(name => name.StartsWith(prefix, StringComparison.Ordinal))),
            Is.Empty);

    [TestCase("class C { string s = \"System.Text.Json.JsonSerializer\"; }", true)]
    [TestCase("class C { string s = \"System.Text.Json\"; }", true)]
    [TestCase("class C { string s = \"System.Collections.Generic.List`1\"; }", true)]
    [TestCase("class C { string s = \"System.Threading.Tasks.Task.Run\"; }", true)]
    [TestCase("class C { string s = \"System.Text.Json.JsonSerialiser\"; }", false)]
    [TestCase("class C { string s = \"System.Int32 System.Colections.Generic.List`1\"; }", false)]
    public void A_name_that_does_not_exist_is_seen(string code, bool exists) =>
        Assert.That(NamesIn(code).All(Exists), Is.EqualTo(exists));

    /// <summary>The texts that start with the root of a namespace, alone or in a list of words.</summary>
    private static IEnumerable<string> NamesIn(string code) =>
        CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTokens()
            .Where(token => token.Parent is LiteralExpressionSyntax)
            .SelectMany(token => token.ValueText.Split([' ', '\n', ','], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => Name().IsMatch(word) && IsNamespace(word.Split('.')[0]));

    private static bool Exists(string name) =>
        IsNamespace(name)
        || IsAssembly(name)
        || Everything.Value.GetTypeByMetadataName(name) is not null
        || Everything.Value.GetTypesByMetadataName(name).Length > 0
        || Everything.Value.GetTypeByMetadataName(name + "Attribute") is not null
        || (TypeAround(name) is { } type && !type.GetMembers(name[(name.LastIndexOf('.') + 1)..]).IsEmpty);

    private static bool IsAssembly(string name) =>
        Everything.Value.ReferencedAssemblyNames.Any(assembly => assembly.Name == name);

    private static INamedTypeSymbol? TypeAround(string name) =>
        Everything.Value.GetTypeByMetadataName(name[..Math.Max(0, name.LastIndexOf('.'))]);

    private static bool IsNamespace(string name)
    {
        INamespaceSymbol? space = Everything.Value.GlobalNamespace;
        foreach (var part in name.Split('.'))
            space = space?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part);
        return space is not null;
    }

    [GeneratedRegex(@"^[A-Z]\w*(\.[A-Z]\w*)+(\+[A-Z]\w*)*(`\d)?$")]
    private static partial Regex Name();
}
