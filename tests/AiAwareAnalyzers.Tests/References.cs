namespace AiAwareAnalyzers.Tests;

/// <summary>The frameworks and libraries that test code is written for.</summary>
internal static class References
{
    public static ReferenceSet Net10 { get; } = Framework(
        "net10.0", "Microsoft.NETCore.App.Ref", "10.", Path.Combine("ref", "net10.0"));

    public static ReferenceSet NetStandard20 { get; } =
        Framework("netstandard2.0", "NETStandard.Library", "2.", Path.Combine("build", "netstandard2.0", "ref"));

    /// <summary>An older target, for rules that say what a later one has.</summary>
    public static ReferenceSet Of(string target) => target == NetStandard20.Target
        ? NetStandard20
        : Framework(
            target,
            "Microsoft.NETCore.App.Ref",
            target[target.IndexOfAny([.. "0123456789"])..],
            Path.Combine("ref", target));

    public static ReferenceSet AspNetCore { get; } = Net10.And("Microsoft.AspNetCore.App.Ref");

    public static ReferenceSet EntityFrameworkCore { get; } = Net10.And(
        "Microsoft.EntityFrameworkCore",
        "Microsoft.EntityFrameworkCore.Abstractions",
        "Microsoft.EntityFrameworkCore.InMemory",
        "Microsoft.EntityFrameworkCore.Relational",
        "Microsoft.AspNetCore.App.Ref");

    /// <summary>A database that answers in the process of a test.</summary>
    public static ReferenceSet Sqlite { get; } = EntityFrameworkCore.And(
        "Microsoft.EntityFrameworkCore.Sqlite.Core", "Microsoft.Data.Sqlite.Core");

    public static ReferenceSet Authentication { get; } = EntityFrameworkCore.And(
        "Microsoft.AspNetCore.Authentication.JwtBearer",
        "Microsoft.IdentityModel.JsonWebTokens",
        "Microsoft.IdentityModel.Tokens",
        "System.IdentityModel.Tokens.Jwt");

    /// <summary>What tests are written with: the frameworks, and the libraries that come with them.</summary>
    public static ReferenceSet Testing { get; } = AspNetCore.And(
        "NUnit",
        "xunit.assert",
        "xunit.extensibility.core",
        "MSTest.TestFramework",
        "FluentAssertions",
        "Shouldly",
        "Moq",
        "NSubstitute",
        "FakeItEasy",
        "FsCheck",
        "FSharp.Core");

    /// <summary>Every framework that some rule speaks about, as a large application would refer to it.</summary>
    public static ReferenceSet All { get; } = Authentication.And("Dapper", "Npgsql", "Newtonsoft.Json");

    /// <summary>What this process runs with: the assemblies whose names are wanted.</summary>
    public static IEnumerable<MetadataReference> OfThisProcess(Func<string, bool> isWanted) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => isWanted(Path.GetFileNameWithoutExtension(path)))
            .Distinct()
            .Select(ReferenceSet.Open);

    private static ReferenceSet Framework(string target, string package, string version, string folder) =>
        new(target, RestoredPackage.Of(package, version), folder);
}
