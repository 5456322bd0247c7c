using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

public sealed class MisspelledConfigurationKeyTests
    : RuleTests<MisspelledConfigurationKey, MisspelledConfigurationKeyFix>
{
    private const string Settings =
        """
        {
          // what the shop needs
          "ConnectionStrings": { "Shop": "Host=localhost", "Reporting": "Host=localhost" },
          "Smtp": { "Host": "mail", "Port": 25, "UserName": "shop", "Timeout": "00:00:30", },
          "Jwt": { "Issuer": "shop", "Audience": "shop" },
          "Payments": { "Stripe": { "WebhookPath": "/hook", "RetryCount": 3 } },
          "Branding": { "Site": { "Name": "Shop" } },
          "Uploads": { "MaxUploadSize": 1000, "AllowedTypes": [ "png", "jpg" ] },
          "Regions": [ { "Name": "north" } ],
          "Cache:Redis": { "Endpoint": "localhost" },
          "Logging": { "LogLevel": { "Default": "Information" } },
          "FeatureToggles": { "NewCheckout": true },
          "EmailSettings": { "SenderAddress": "shop@example.com" },
          "Key1": "x",
        }
        """;

    private protected override ReferenceSet Framework => References.AspNetCore;

    private FixCase<MisspelledConfigurationKey, MisspelledConfigurationKeyFix> Here =>
        Given.WithHandedFile("/0/appsettings.json", Settings)
            .WithHandedFile("/0/appsettings.Development.json", """{ "Smtp": { "Debug": true } }""");

    private static string Reading(string body, string member = "") =>
        $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        class SmtpOptions { public const string SectionName = "Smpt"; public string Host { get; set; } = ""; }
        class SmtpOption { public string Host { get; set; } = ""; }
        class Reader { readonly IConfiguration _smtp; public Reader(IConfiguration configuration) => _smtp = configuration.GetSection("Uploads"); public string? Read() => _smtp["MaxUploadSize"]; }
        class Keeper { readonly IConfiguration _configuration; public Keeper(IConfiguration configuration) { _configuration = configuration ?? throw new ArgumentNullException(); } {{member}} }
        class Startup
        {
            readonly IConfiguration configuration;
            public Startup(IConfiguration configuration) => this.configuration = configuration;
            object? Read(WebApplicationBuilder builder, IServiceCollection services, IConfiguration passed, IConfigurationSection section)
            {
                {{body}}
                return null;
            }
        }
        """;

    [TestCase("""return configuration[[|"Smpt:Host"|]];""", Description = "a section with swapped letters")]
    [TestCase("""return configuration[[|"Smtp:Prot"|]];""", Description = "a value with swapped letters")]
    [TestCase("""return configuration[[|"Smtp:UsrName"|]];""", Description = "a letter is missing")]
    [TestCase("""return configuration[[|"Smtp:Timeouts"|]];""", Description = "a plural")]
    [TestCase("""return configuration[[|"Smtp:NameUser"|]];""", Description = "the words the other way round")]
    [TestCase("""return configuration[[|"Smtp:User-Name"|]];""", Description = "another way of joining words")]
    [TestCase(
        """return configuration[[|"JwtSettings:Issuer"|]];""", Description = "a section with a word that says nothing")]
    [TestCase(
        """return configuration.GetSection([|"JwtOptions"|]);""",
        Description = "a section with a word that says nothing, asked for whole")]
    [TestCase(
        """return configuration.GetSection([|"Email"|])["SenderAddress"];""",
        Description = "a section without a word that says nothing; the key below it is right")]
    [TestCase(
        """return configuration.GetValue<int>([|"Payments:Stripe:RetryCuont"|]);""",
        Description = "a value that is converted")]
    [TestCase(
        """return configuration.GetValue([|"Payments:Strpie:RetryCount"|], 5);""", Description = "a default hides it")]
    [TestCase("""return configuration[[|"Stripe:RetryCount"|]];""", Description = "a section is missing above")]
    [TestCase("""return configuration[[|"Payments:RetryCount"|]];""", Description = "a section is missing between")]
    [TestCase("""return configuration[[|"Shop:Payments:Stripe:RetryCount"|]];""", Description = "a section too many")]
    [TestCase(
        """return builder.Configuration[[|"MaxUploadSize"|]];""", Description = "a telling name without its section")]
    [TestCase("""return configuration.GetSection([|"Stripe"|]);""", Description = "a section without the one above it")]
    [TestCase("""return configuration.GetConnectionString([|"Shpo"|]);""", Description = "a connection string")]
    [TestCase("""return configuration[[|"ConnectionString:Shop"|]];""", Description = "a connection string by its key")]
    [TestCase(
        """return builder.Configuration.GetRequiredSection([|"Uplaods"|]);""",
        Description = "a section that is required")]
    [TestCase("""return configuration.GetSection("Smtp")[[|"Hots"|]];""", Description = "a value of a section")]
    [TestCase(
        """return configuration.GetSection("Payments").GetSection("Stripe").GetValue<string>([|"WebHookPaht"|]);""",
        Description = "a value of a section of a section")]
    [TestCase(
        """return configuration.GetSection([|"Smtp:Hots"|]).Value;""",
        Description = "a section that is read as a value")]
    [TestCase(
        """var smtp = configuration.GetSection("Smtp"); return smtp[[|"Hots"|]];""",
        Description = "a value of a section that is held in a local")]
    [TestCase(
        """var all = builder.Configuration; var stripe = all.GetSection("Payments").GetSection("Stripe"); return stripe[[|"RetryCuont"|]];""",
        Description = "locals of locals")]
    [TestCase(
        """services.AddOptions<SmtpOptions>().BindConfiguration([|"Smpt"|]);""",
        Description = "options bound by a path")]
    [TestCase(
        """services.Configure<SmtpOptions>(configuration.GetSection([|"Smpt"|]));""",
        Description = "options bound to a section")]
    [TestCase(
        """services.Configure<SmtpOptions>(configuration.GetSection([|SmtpOptions.SectionName|]));""",
        Description = "a constant")]
    [TestCase(
        """services.Configure<SmtpOption>(configuration.GetSection([|nameof(SmtpOptions)|]));""",
        Description = "the name of a type")]
    [TestCase("""configuration.Bind([|"Smpt"|], new SmtpOptions());""", Description = "an object bound by a path")]
    [TestCase("""return passed[[|"Smpt:Host"|]];""", Description = "a configuration that was passed on")]
    [TestCase(
        """return configuration[[|"Cahce:Redis:Endpoint"|]];""",
        Description = "a key that is written with a colon in the file")]
    [TestCase(
        """return configuration["Smtp:Host"] ?? configuration[[|"Smpt:Host"|]];""",
        Description = "beside one that is right")]
    [TestCase(
        """return configuration["Jwt:Issuer"] ?? configuration[[|"MaxUploadSize"|]];""",
        Description = "without its section, beside another key")]
    public Task A_key_that_is_nearly_there(string body) => Here.Flags(Reading(body));

    [TestCase("""return configuration["Uploads:MaxUploadSize"] ?? configuration["MaxUploadSize"];""")]
    [TestCase(
        """var uploads = configuration.GetSection("Uploads"); return uploads.GetValue<string>("MaxUploadSize") ?? configuration.GetValue<string>("MaxUploadSize") ?? "10";""")]
    [TestCase("""return configuration["MaxUploadSize"] ?? configuration["Uploads:MaxUploadSize"];""")]
    public Task A_shorter_key_beside_the_one_that_is_there(string body) => Here.Allows(Reading(body));

    [Test]
    public Task A_configuration_that_a_field_keeps_is_the_whole() =>
        Here.Flags(Reading(
            "",
            """string? Read() => _configuration[[|"Stripe:RetryCount"|]] + _configuration[[|"MaxUploadSize"|]];"""));

    [CSharp(12)]
    public Task A_parameter_of_a_primary_constructor_is_the_whole() => Here.Flags("""
        using Microsoft.Extensions.Configuration;
        class Mailer(IConfiguration configuration) { public string? Host => configuration[[|"Smpt:Host"|]]; }
        """);

    [Test]
    public Task The_message_names_both_keys_in_full() => Here.Says(
        Reading("""return configuration.GetSection("Smtp")[[|"Hots"|]];"""),
        "No settings file of this project has 'Smtp:Hots', so nothing or a default is read; did you mean 'Smtp:Host'?");

    [TestCase("""return configuration["Smtp:Host"];""", Description = "it is there")]
    [TestCase("""return configuration["SMTP:host"];""", Description = "keys have no case")]
    [TestCase("""return configuration["Smtp:Debug"];""", Description = "it is in another settings file")]
    [TestCase("""return configuration["Smtp:Password"];""", Description = "a secret that no file has")]
    [TestCase(
        """return configuration["Stripe:ApiKey"];""", Description = "a secret of a section that stands elsewhere")]
    [TestCase("""return configuration["PORT"];""", Description = "the environment's")]
    [TestCase("""return configuration["Key2"];""", Description = "another number")]
    [TestCase("""return configuration["Smtp:Pool"];""", Description = "short words of their own")]
    [TestCase("""return configuration["Redis:Host"];""", Description = "a common name under a section of its own")]
    [TestCase("""return configuration["Endpoint"];""", Description = "a name that says too little")]
    [TestCase(
        """return configuration["Paypal:RetryCount"];""", Description = "the same name under a section of its own")]
    [TestCase("""return configuration.GetSection("Smtp");""", Description = "a section that is there")]
    [TestCase(
        """return configuration.GetSection("Payments:Stripe")["RetryCount"];""", Description = "a path of a path")]
    [TestCase(
        """return configuration.GetSection("Smpt").Exists();""", Description = "somebody asks whether it is there")]
    [TestCase("""return configuration["Uploads:AllowedTypes:7"];""", Description = "an item of an array")]
    [TestCase("""return configuration["Regions:1:Nmae"];""", Description = "an item that another file may have")]
    [TestCase("""return section["Hots"];""", Description = "a section that nobody knows")]
    [TestCase("""return passed["Host"];""", Description = "a section may have been passed on")]
    [TestCase("""return passed["MaxUploadSize"];""", Description = "a section may have been passed on, which has it")]
    [TestCase(
        """return passed.GetSection("Stripe");""", Description = "a section of a section may have been passed on")]
    [TestCase(
        """foreach (var each in configuration.GetSection("Payments").GetChildren()) return each["RetryCuont"];""",
        Description = "a section of unknown name")]
    [TestCase(
        """var name = System.Console.ReadLine(); return configuration["Smpt:" + name];""",
        Description = "a key that is put together")]
    [TestCase("""configuration["Smpt:Host"] = "x"; return configuration["Smpt:Host"];""", Description = "set in code")]
    [TestCase(
        """builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Smpt:Host"] = "x" }); return configuration["Smpt:Host"];""",
        Description = "added in code")]
    [TestCase(
        """builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { { "Smpt:Host", "x" } }); return configuration.GetSection("Smpt");""",
        Description = "added in code, below the section")]
    [TestCase(
        """builder.WebHost.UseSetting("Smpt:Host", "x"); return configuration["Smpt:Host"];""",
        Description = "a setting of the host")]
    [TestCase(
        """System.Environment.SetEnvironmentVariable("Smpt__Host", "x"); return configuration["Smpt:Host"];""",
        Description = "set in the environment")]
    [TestCase("""return new Dictionary<string, string>()["Smpt:Host"];""", Description = "no configuration")]
    [TestCase(
        """return configuration.GetSection("Smtp").GetSection("Host");""",
        Description = "a value that is asked for as a section")]
    [TestCase(
        """return configuration["Logging:LogLevel:Microsoft.AspNetCore"];""", Description = "what the framework reads")]
    [TestCase("""return configuration["Default"];""", Description = "a name inside what the framework reads")]
    [TestCase("""return configuration["Branding:Name"];""", Description = "a common name, with a section between")]
    [TestCase("""return new Reader(configuration).Read();""", Description = "a section that the constructor keeps")]
    [TestCase("""return configuration["FeatureToggles:OldCheckout"];""", Description = "a neighbour of its own")]
    public Task A_key_that_is_there_or_comes_from_elsewhere(string body) => Here.Allows(Reading(body));

    [Test]
    public Task Without_settings_files_nothing_is_known() =>
        Given.Allows(Reading("""return configuration["Smpt:Host"];"""));

    [Test]
    public Task Settings_that_somebody_else_hands_over_are_none_of_our_business() =>
        Given.WithAdditionalFile("/0/appsettings.json", Settings)
            .Allows(Reading("""return configuration["Smpt:Host"];"""));

    [Test]
    public Task A_broken_settings_file_is_read_as_far_as_it_goes() =>
        Given.WithHandedFile("/0/appsettings.json", """{ "Smtp": { "Host": "x" """)
            .Flags(Reading("""return configuration[[|"Smpt:Host"|]];"""));

    [TestCase("services.Configure<Limits>(configuration.GetSection([|\"Sizes\"|]));", "", TestName = "By Configure")]
    [TestCase("return configuration.GetSection([|\"Sizes\"|]).Get<Limits>();", "", TestName = "By Get")]
    [TestCase("services.AddOptions<Limits>().Bind(configuration.GetSection([|\"Sizes\"|]));", "", TestName = "By Bind")]
    [TestCase("services.AddOptions<Limits>().BindConfiguration([|\"Sizes\"|]);", "", TestName = "By its path")]
    [TestCase("services.Configure<Limits>(configuration.GetSection(\"Sizes\"));", "const string Other = \"Rates\";",
        TestName = "The section has a reader")]
    [TestCase("services.Configure<Limits>(configuration.GetSection(\"Sizes\"));",
        "const string One = \"Rates:PerHour\";", TestName = "A part of the section has a reader")]
    [TestCase("services.Configure<Limits>(configuration.GetSection(\"Sizes\"));",
        "class Rates { } const string Name = nameof(Rates);", TestName = "The section is named after a type")]
    [TestCase("services.Configure<Fewer>(configuration.GetSection(\"Sizes\"));", "",
        TestName = "The section has more than the type wants")]
    [TestCase("return configuration.GetSection(\"Sizes\");", "", TestName = "Nothing is bound")]
    public Task A_type_whose_section_has_another_name(string body, string member)
    {
        const string Types =
            " class Limits { public int PerHour { get; set; } public int PerDay { get; set; } "
            + "public int Max { get; set; } } class Fewer { public int PerHour { get; set; } "
            + "public int Step { get; set; } }";
        var code = Reading(body, member) + Types;
        var given = Given.WithHandedFile("/0/appsettings.json", """{ "Rates": { "PerHour": 3, "PerDay": 9 } }""");
        return body.Contains("[|", StringComparison.Ordinal) ? given.Flags(code) : given.Allows(code);
    }

    [TestCase("""{ "Servers": [ { "PerHour": 3, "PerDay": 9 } ] }""", "Servers:1", TestName = "An item of an array")]
    [TestCase("""{ "Serilog": { "PerHour": 3, "PerDay": 9 } }""", "Sizes", TestName = "A section of a library")]
    public Task A_section_that_is_nobody_s_to_choose(string settings, string section) =>
        Given.WithHandedFile("/0/appsettings.json", settings).Allows(
            Reading($"return configuration.GetSection(\"{section}\").Get<Limits>();")
            + " class Limits { public int PerHour { get; set; } public int PerDay { get; set; } }");

    [TestCase("MaxUploadSize", "Allows", TestName = "A key that another section has")]
    [TestCase("Smpt:Host", "Flags", TestName = "A slip")]
    public Task The_command_line_has_keys_of_its_own(string key, string verdict)
    {
        var literal = verdict == "Flags" ? $"[|\"{key}\"|]" : $"\"{key}\"";
        var code = Reading(
            $"new ConfigurationBuilder().AddCommandLine(new string[0]); return configuration[{literal}];");
        return verdict == "Flags" ? Here.Flags(code) : Here.Allows(code);
    }

    [Test]
    public Task Another_indexer_and_another_interface_are_none_of_ours() => Here.Allows(
        """
        interface IConfiguration { string this[string key] { get; } }
        class Reader { string Read(IConfiguration configuration) => configuration["Smpt:Host"]; }
        """);

    [Test]
    public Task A_finding_is_repaired_with_the_key_that_is_there() => Here.Titled("Read 'Smtp:Host'").Fixes(
        Reading("""return configuration[[|"Smpt:Host"|] /* mail */];"""),
        Reading("""return configuration["Smtp:Host" /* mail */];"""));

    [Test]
    public Task Only_the_part_below_the_section_is_written() => Here.Fixes(
        Reading("""return configuration.GetConnectionString([|@"Shpo"|]) + configuration.GetSection("Payments:Stripe")[[|"RetryCuont"|]];"""),
        Reading("""return configuration.GetConnectionString("Shop") + configuration.GetSection("Payments:Stripe")["RetryCount"];"""));

    [Test]
    public Task Several_findings_are_repaired_at_once() => Here.Fixes(
        Reading("""return configuration[[|"Smpt:Host"|]] + configuration[[|"MaxUploadSize"|]];"""),
        Reading("""return configuration["Smtp:Host"] + configuration["Uploads:MaxUploadSize"];"""));

    [Test]
    public Task A_constant_is_left_to_its_own_place() =>
        Here.OffersNoFix(
            Reading("""services.Configure<SmtpOptions>(configuration.GetSection([|SmtpOptions.SectionName|]));"""));

    private const string FlagSettings =
        """{ "FeatureManagement": { "NewCheckout": true, "FastLane": { "EnabledFor": [ { "Name": "Weekend" } ] } } }""";

    private static string Asking(string flag) =>
        $$"""
        public interface IFeatureManager { Task<bool> IsEnabledAsync(string feature); }
        class Lanes { public Task<bool> Ask(IFeatureManager features) => features.IsEnabledAsync({{flag}}); }
        """;

    [TestCase("[|\"NewChekout\"|]")]
    [TestCase("[|\"FastLanes\"|]")]
    public Task A_flag_that_is_nearly_one_of_the_settings_is_flagged(string flag) =>
        Given.WithHandedFile("/0/appsettings.json", FlagSettings).Flags(Asking(flag));

    [TestCase("\"NewCheckout\"", TestName = "A flag that is there")]
    [TestCase("\"FastLane\"", TestName = "A flag with conditions")]
    [TestCase("\"DarkMode\"", TestName = "A flag that a service may hold")]
    public Task A_flag_that_may_be_right_is_allowed(string flag) =>
        Given.WithHandedFile("/0/appsettings.json", FlagSettings).Allows(Asking(flag));

    [TestCase("""{ "FeatureManagement": { "FastLane": true }, "Billing": { "Url": "a" } }""", "\"Billing\"",
        TestName = "Another section is called like the flag")]
    [TestCase("""{ "FeatureManagement": { "FastLane": true }, "Billing": true }""", "\"Billing\"",
        TestName = "Another setting is called like the flag")]
    public Task What_is_called_so_elsewhere_is_no_flag(string settings, string flag) =>
        Given.WithHandedFile("/0/appsettings.json", settings).Allows(Asking(flag));
}
