using AiAwareAnalyzers.AuthScope.Credentials;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.AuthScope;

/// <summary>What the rooms of this family call a check is one in the real packages.</summary>
public sealed class WebNamesTests
{
    [TestCase("ValidateIssuer")]
    [TestCase("ValidateAudience")]
    [TestCase("ValidateLifetime")]
    [TestCase("RequireAudience")]
    [TestCase("RequireExpirationTime")]
    [TestCase("RequireSignedTokens")]
    public async Task A_check_of_validation_is_a_property_of_the_real_parameters(string name)
    {
        var compilation = await Compilation();
        var property = compilation.GetTypeByMetadataName("Microsoft.IdentityModel.Tokens.TokenValidationParameters")!
            .GetMembers(name)
            .OfType<IPropertySymbol>()
            .Single();
        Assert.That(Tokens.Of(compilation).IsCheck(property), Is.True);
    }

    private static async Task<Compilation> Compilation()
    {
        var workshop = new Workshop(new Setting(References.Authentication));
        return (await (await workshop.DocumentOf(("/0/C.cs", "class C { }"))).Project.GetCompilationAsync())!;
    }
}
