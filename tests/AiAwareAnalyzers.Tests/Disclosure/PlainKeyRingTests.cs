using AiAwareAnalyzers.Disclosure;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Disclosure;

public sealed class PlainKeyRingTests : RuleTests<PlainKeyRing>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    private const string Imports =
        """
        using System.Security.Cryptography.X509Certificates;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.DataProtection;
        using Microsoft.AspNetCore.DataProtection.KeyManagement;
        using Microsoft.AspNetCore.DataProtection.XmlEncryption;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    /// <summary>What packages add to the framework.</summary>
    private const string Stores =
        """

        public sealed class Keys { }
        public static class OtherStores
        {
            public static IDataProtectionBuilder PersistKeysToDbContext<TContext>(this IDataProtectionBuilder builder) => builder;
            public static IDataProtectionBuilder PersistKeysToStackExchangeRedis(this IDataProtectionBuilder builder, object redis, string key) => builder;
            public static IDataProtectionBuilder PersistKeysToAzureBlobStorage(this IDataProtectionBuilder builder, Uri blob) => builder;
            public static IDataProtectionBuilder PersistKeysToGoogleCloudStorage(this IDataProtectionBuilder builder, string bucket) => builder;
            public static IDataProtectionBuilder PersistKeysToVault(this IDataProtectionBuilder builder) => builder;
            public static IDataProtectionBuilder SealKeys(this IDataProtectionBuilder builder) => builder;
            public static void Seal(IDataProtectionBuilder builder) { }
        }
        """;

    private static string Program(string statements, string types = "") => $"""
        {Imports}
        var builder = WebApplication.CreateBuilder(args);
        var keys = new DirectoryInfo("/keys");
        {statements}
        builder.Build().Run();
        {Stores}
        {types}
        """;

    private static string Startup(string members) => $$"""
        {{Imports}}
        public sealed class Startup
        {
            {{members}}
        }
        {{Stores}}
        """;

    [TestCase("builder.Services.AddDataProtection().[|PersistKeysToFileSystem(keys)|];", TestName = "A folder")]
    [TestCase("builder.Services.AddDataProtection().[|PersistKeysToDbContext<Keys>()|];", TestName = "A database")]
    [TestCase("""builder.Services.AddDataProtection().[|PersistKeysToStackExchangeRedis(new object(), "keys")|];""",
        TestName = "Redis")]
    [TestCase("""builder.Services.AddDataProtection().[|PersistKeysToAzureBlobStorage(new Uri("https://a.test/k"))|];""",
        TestName = "A blob")]
    [TestCase("""builder.Services.AddDataProtection().[|PersistKeysToGoogleCloudStorage("bucket")|];""",
        TestName = "A bucket")]
    [TestCase("""builder.Services.AddDataProtection().SetApplicationName("shop").[|PersistKeysToFileSystem(keys)|];""",
        TestName = "A name before")]
    [TestCase("""builder.Services.AddDataProtection().[|PersistKeysToFileSystem(keys)|].SetApplicationName("shop");""",
        TestName = "A name behind")]
    [TestCase(
        "builder.Services.AddDataProtection(options => options.ApplicationDiscriminator = \"shop\")"
        + ".[|PersistKeysToFileSystem(keys)|].SetDefaultKeyLifetime(TimeSpan.FromDays(30));",
        TestName = "Options and a lifetime")]
    [TestCase("var ring = builder.Services.AddDataProtection(); ring.[|PersistKeysToFileSystem(keys)|];",
        TestName = "A local")]
    [TestCase(
        "var ring = builder.Services.AddDataProtection().SetApplicationName(\"shop\"); "
        + "if (args.Length > 0) ring.[|PersistKeysToFileSystem(keys)|]; else ring.[|PersistKeysToDbContext<Keys>()|];",
        TestName = "A local with a choice of places")]
    [TestCase("var ring = builder.Services.AddDataProtection().[|PersistKeysToFileSystem(keys)|];",
        TestName = "A local that nobody reads")]
    [TestCase("_ = builder.Services.AddDataProtection().[|PersistKeysToFileSystem(keys)|];", TestName = "A discard")]
    [TestCase("if (args.Length > 0) builder.Services.AddDataProtection().[|PersistKeysToFileSystem(keys)|];",
        TestName = "Where a setting names a folder")]
    [TestCase(
        "if (!builder.Environment.IsDevelopment()) builder.Services.AddDataProtection()"
        + ".[|PersistKeysToFileSystem(keys)|];",
        TestName = "Everywhere but in development")]
    [TestCase(
        "// .ProtectKeysWithCertificate(certificate) once there is one\n"
        + "builder.Services.AddDataProtection().[|PersistKeysToFileSystem(keys)|];",
        TestName = "A comment that speaks of encryption")]
    [TestCase(
        "builder.Services.Configure<KeyManagementOptions>(options => options.AutoGenerateKeys = true); "
        + "builder.Services.AddDataProtection().[|PersistKeysToFileSystem(keys)|];",
        TestName = "Other options of the keys")]
    [TestCase(
        "DataProtectionBuilderExtensions"
        + ".[|PersistKeysToFileSystem(builder.Services.AddDataProtection(), keys)|];",
        TestName = "A call without the dot")]
    public Task Keys_that_nothing_encrypts_are_flagged(string statements) => Flags(Program(statements));

    [Test]
    public Task A_method_of_the_setup_is_flagged() => Flags(Startup("""
        public void ConfigureServices(IServiceCollection services) =>
            services.AddDataProtection().[|PersistKeysToFileSystem(new DirectoryInfo("keys"))|];
        """));

    [Test]
    public Task A_lambda_that_sets_services_up_is_flagged() => Flags(Startup("""
        public IHostBuilder Host(IHostBuilder host) => host.ConfigureServices((_, services) =>
        {
            services.AddDataProtection().[|PersistKeysToFileSystem(new DirectoryInfo("keys"))|];
        });
        """));

    [Test]
    public Task The_message_names_the_place_and_the_way_out() => Says(
        Program("builder.Services.AddDataProtection().[|PersistKeysToFileSystem(keys)|];"),
        "'PersistKeysToFileSystem' stores the keys of data protection in clear text, so anyone who reads them makes "
        + "cookies and tokens that this application believes; add 'ProtectKeysWithCertificate' or another "
        + "'ProtectKeysWith…'");

    [TestCase("builder.Services.AddDataProtection();", TestName = "The framework chooses the place")]
    [TestCase("""builder.Services.AddDataProtection().SetApplicationName("shop");""", TestName = "Only a name")]
    [TestCase(
        "builder.Services.AddDataProtection().PersistKeysToFileSystem(keys)"
        + ".ProtectKeysWithCertificate((X509Certificate2)null!);",
        TestName = "A certificate")]
    [TestCase(
        "builder.Services.AddDataProtection().ProtectKeysWithCertificate(\"thumb\").PersistKeysToFileSystem(keys);",
        TestName = "A certificate before")]
    [TestCase(
        "builder.Services.AddDataProtection().PersistKeysToFileSystem(keys)"
        + ".UnprotectKeysWithAnyCertificate((X509Certificate2)null!);",
        TestName = "Keys that are read with a certificate")]
    [TestCase(
        "builder.Services.AddDataProtection().PersistKeysToFileSystem(keys); "
        + "if (OperatingSystem.IsWindows()) builder.Services.AddDataProtection().ProtectKeysWithDpapi();",
        TestName = "Another statement encrypts")]
    [TestCase(
        "var ring = builder.Services.AddDataProtection(); ring.PersistKeysToFileSystem(keys); "
        + "ring.ProtectKeysWithCertificate(\"thumb\");",
        TestName = "A local that is told to encrypt")]
    [TestCase(
        "var ring = builder.Services.AddDataProtection().PersistKeysToFileSystem(keys); OtherStores.Seal(ring);",
        TestName = "A local that is handed on")]
    [TestCase("var ring = builder.Services.AddDataProtection(); ring.PersistKeysToFileSystem(keys); ring.SealKeys();",
        TestName = "A local that is told something unknown")]
    [TestCase("builder.Services.AddDataProtection().PersistKeysToFileSystem(keys).SealKeys();",
        TestName = "A chain that goes on with something unknown")]
    [TestCase("builder.Services.AddDataProtection().SealKeys().PersistKeysToFileSystem(keys);",
        TestName = "A chain that came through something unknown")]
    [TestCase("OtherStores.Seal(builder.Services.AddDataProtection().PersistKeysToFileSystem(keys));",
        TestName = "A chain that is handed on")]
    [TestCase("builder.Services.AddDataProtection().PersistKeysToVault();", TestName = "A place that may encrypt")]
    [TestCase(
        "if (builder.Environment.IsDevelopment()) builder.Services.AddDataProtection().PersistKeysToFileSystem(keys);",
        TestName = "Development")]
    [TestCase(
        "if (builder.Environment.IsProduction()) Console.WriteLine(); else "
        + "builder.Services.AddDataProtection().PersistKeysToFileSystem(keys);",
        TestName = "Not production")]
    [TestCase(
        "builder.Services.Configure<KeyManagementOptions>(options => options.XmlEncryptor = new NullXmlEncryptor()); "
        + "builder.Services.AddDataProtection().PersistKeysToFileSystem(keys);",
        TestName = "An encryptor among the options")]
    [TestCase(
        "builder.Services.AddDataProtection().PersistKeysToFileSystem(keys)"
        + ".AddKeyManagementOptions(options => options.XmlEncryptor = new NullXmlEncryptor());",
        TestName = "An encryptor in the chain")]
    [TestCase(
        "builder.Services.AddDataProtection().PersistKeysToFileSystem(keys)"
        + ".UseEphemeralDataProtectionProvider();",
        TestName = "Keys that are not kept")]
    public Task Keys_that_may_be_encrypted_are_allowed(string statements) => Allows(Program(statements));

    [Test]
    public Task An_encryptor_of_its_own_is_allowed() => Allows(Program(
        "builder.Services.AddDataProtection().PersistKeysToFileSystem(keys);",
        """
        public sealed class Sealed : IXmlEncryptor
        {
            public EncryptedXmlInfo Encrypt(System.Xml.Linq.XElement plaintextElement) => throw new NotSupportedException();
        }
        """));

    [TestCase(
        "IDataProtectionBuilder Add(IServiceCollection services) => "
        + "services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(\"keys\"));",
        TestName = "A method that returns the builder")]
    [TestCase("void Add(IDataProtectionBuilder ring) => ring.PersistKeysToFileSystem(new DirectoryInfo(\"keys\"));",
        TestName = "A builder of the caller")]
    [TestCase(
        "IDataProtectionBuilder? _ring; void Add(IServiceCollection services) => "
        + "_ring = services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(\"keys\"));",
        TestName = "A builder that is kept in a field")]
    [TestCase(
        "void AddDevelopmentKeys(IServiceCollection services) => "
        + "services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(\"keys\"));",
        TestName = "A method for developers")]
    [TestCase(
        "Vault PersistKeysToFileSystem(DirectoryInfo folder) => new(); class Vault { } "
        + "void Add() => PersistKeysToFileSystem(new DirectoryInfo(\"keys\"));",
        TestName = "A method of the same name")]
    public Task Other_setups_are_allowed(string members) => Allows(Startup(members));

    [Test]
    public Task A_project_of_tests_is_allowed() => new RuleCase<PlainKeyRing>(new Setting(References.Testing)).Allows("""
        using Microsoft.AspNetCore.DataProtection;
        using Microsoft.Extensions.DependencyInjection;

        public sealed class Fixture
        {
            public void Add(IServiceCollection services) =>
                services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo("keys"));
        }
        """);
}
