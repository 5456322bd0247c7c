namespace AiAwareAnalyzers.Tests;

/// <summary>What test code is compiled against: packages that the restore of this project has laid on disk.</summary>
internal static class References
{
    public static ReferenceAssemblies Net10 { get; } = Framework("net10.0", "Microsoft.NETCore.App.Ref", "10.", Path.Combine("ref", "net10.0"));

    public static ReferenceAssemblies NetStandard20 { get; } =
        Framework("netstandard2.0", "NETStandard.Library", "2.", Path.Combine("build", "netstandard2.0", "ref"));

    /// <summary>An older target, for rules that say what a later one has.</summary>
    public static ReferenceAssemblies Of(string target) => target == NetStandard20.TargetFramework
        ? NetStandard20
        : Framework(target, "Microsoft.NETCore.App.Ref", target[target.IndexOfAny([.. "0123456789"])..], Path.Combine("ref", target));

    public static ReferenceAssemblies AspNetCore { get; } = Net10.And("Microsoft.AspNetCore.App.Ref");

    public static ReferenceAssemblies EntityFrameworkCore { get; } = Net10.And(
        "Microsoft.EntityFrameworkCore",
        "Microsoft.EntityFrameworkCore.Abstractions",
        "Microsoft.EntityFrameworkCore.InMemory",
        "Microsoft.EntityFrameworkCore.Relational",
        "Microsoft.AspNetCore.App.Ref");

    /// <summary>A database that answers in the process of a test.</summary>
    public static ReferenceAssemblies Sqlite { get; } = EntityFrameworkCore.And("Microsoft.EntityFrameworkCore.Sqlite.Core", "Microsoft.Data.Sqlite.Core");

    public static ReferenceAssemblies Authentication { get; } = EntityFrameworkCore.And(
        "Microsoft.AspNetCore.Authentication.JwtBearer",
        "Microsoft.IdentityModel.JsonWebTokens",
        "Microsoft.IdentityModel.Tokens",
        "System.IdentityModel.Tokens.Jwt");

    /// <summary>Every framework that some rule speaks about, as a large application would refer to it.</summary>
    public static ReferenceAssemblies All { get; } = Authentication.And("Dapper", "Npgsql", "Newtonsoft.Json");

    public static ReferenceAssemblies And(this ReferenceAssemblies references, params string[] packages) =>
        references.AddPackages([.. packages.Select(package => new PackageIdentity(package, Repository.VersionOf(package)))]);

    private static ReferenceAssemblies Framework(string target, string package, string version, string folder) =>
        new(target, new PackageIdentity(package, Repository.VersionOf(package, version)), folder);
}
