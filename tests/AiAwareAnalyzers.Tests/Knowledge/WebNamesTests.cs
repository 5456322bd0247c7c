using System.Text.RegularExpressions;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tests.Knowledge;

/// <summary>What Knowledge calls by name is there, in the real packages; those of Azure Functions are in no registry that this project builds from.</summary>
public sealed partial class WebNamesTests
{
    private static readonly string[] Topics = ["AuthorizationAttributes", "MethodEndpoints", "ScopeText", "Tokens", "WebApplication"];

    private static IEnumerable<string> TypeNames => Topics
        .SelectMany(topic => CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathOf("src", "AiAwareAnalyzers", "Knowledge", topic + ".cs"))).GetRoot().DescendantNodes())
        .OfType<LiteralExpressionSyntax>()
        .Select(literal => literal.Token.ValueText)
        .Where(text => TypeName().IsMatch(text) && !text.StartsWith("Microsoft.Azure", StringComparison.Ordinal))
        .Distinct();

    [TestCaseSource(nameof(TypeNames))]
    public async Task A_type_that_is_named_exists(string name) => Assert.That((await Compilation()).GetTypeByMetadataName(name), Is.Not.Null);

    [Test]
    public void Names_are_found_at_all() => Assert.That(TypeNames.Count(), Is.AtLeast(15));

    [TestCase("ValidateIssuer")]
    [TestCase("ValidateAudience")]
    [TestCase("ValidateLifetime")]
    [TestCase("RequireAudience")]
    [TestCase("RequireExpirationTime")]
    [TestCase("RequireSignedTokens")]
    public async Task A_check_of_validation_is_a_property_of_the_real_parameters(string name)
    {
        var compilation = await Compilation();
        var property = compilation.GetTypeByMetadataName("Microsoft.IdentityModel.Tokens.TokenValidationParameters")!.GetMembers(name).OfType<IPropertySymbol>().Single();
        Assert.That(Tokens.Of(compilation).IsCheck(property), Is.True);
    }

    private static async Task<Compilation> Compilation()
    {
        using var workshop = new Workshop(new Setting(References.Authentication));
        return (await (await workshop.DocumentOf(("/0/C.cs", "class C { }"))).Project.GetCompilationAsync())!;
    }

    [GeneratedRegex(@"^(System|Microsoft)(\.[A-Z][A-Za-z0-9]*)+(`\d)?$")]
    private static partial Regex TypeName();
}
