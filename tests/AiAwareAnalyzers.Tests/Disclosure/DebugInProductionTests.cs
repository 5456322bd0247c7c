using AiAwareAnalyzers.Disclosure;

namespace AiAwareAnalyzers.Tests.Disclosure;

public sealed class DebugInProductionTests : RuleTests<DebugInProduction, DebugInProductionFix>
{
    private const string Imports =
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    private const string JwtBearerOptions = "class JwtBearerOptions { public bool RequireHttpsMetadata { get; set; } = "
        + "true; public string? Authority { get; set; } }";

    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    private static string Program(string statements) =>
        $"{Imports}var builder = WebApplication.CreateBuilder(args);\nvar app = "
        + $"builder.Build();\n{statements}\napp.Run();\n";

    private static string Startup(string member) => $"{Imports}class Startup\n{{\n    {member}\n}}\n";

    [TestCase("app.[|UseDeveloperExceptionPage()|];")]
    [TestCase("app.UseRouting().[|UseDeveloperExceptionPage()|];")]
    [TestCase("app.[|UseDeveloperExceptionPage(new DeveloperExceptionPageOptions())|];")]
    [TestCase("if (args.Length > 0) app.[|UseDeveloperExceptionPage()|];")]
    [TestCase("var verbose = true; if (verbose) { app.[|UseDeveloperExceptionPage()|]; }")]
    [TestCase("builder.Services.AddSignalR(options => [|options.EnableDetailedErrors = true|]);")]
    [TestCase(
        "builder.Services.AddSignalR(options => { options.MaximumReceiveMessageSize = 1; "
        + "[|options.EnableDetailedErrors = true|]; });")]
    [TestCase("builder.Services.Configure<HubOptions>(options => [|options.EnableDetailedErrors = !false|]);")]
    [TestCase("builder.Services.AddDbContext<DbContext>(options => options.[|EnableSensitiveDataLogging()|]);")]
    [TestCase(
        "builder.Services.AddDbContext<DbContext>(options => "
        + "options.EnableDetailedErrors().[|EnableSensitiveDataLogging(true)|]);")]
    public Task A_help_for_everybody(string statements) => Flags(Program(statements));

    [TestCase("var developerPage = args.Length > 0; if (developerPage) app.UseDeveloperExceptionPage();")]
    public Task A_help_that_a_setting_asks_for_by_its_name(string statements) => Allows(Program(statements));

    [TestCase("var developerPage = args.Length > 0; if (!developerPage) app.[|UseDeveloperExceptionPage()|];")]
    public Task A_help_where_the_setting_says_no(string statements) => Flags(Program(statements));

    [TestCase("public void Configure(IApplicationBuilder app) => app.[|UseDeveloperExceptionPage()|];")]
    [TestCase(
        "public void Configure(IApplicationBuilder app, IWebHostEnvironment env) { app.UseRouting(); "
        + "app.[|UseDeveloperExceptionPage()|]; }")]
    [TestCase(
        "void Configure(DbContextOptionsBuilder<DbContext> options) => options.[|EnableSensitiveDataLogging()|];")]
    [TestCase("DbContextOptions Options => new DbContextOptionsBuilder().[|EnableSensitiveDataLogging()|].Options;")]
    [TestCase("HubOptions Hub => new() { [|EnableDetailedErrors = true|] };")]
    [TestCase(
        "void Configure(IApplicationBuilder app) => "
        + "DeveloperExceptionPageExtensions.[|UseDeveloperExceptionPage(app)|];")]
    public Task A_help_in_an_older_startup(string member) => Flags(Startup(member));

    [Test]
    public Task Keys_fetched_in_plain_text() =>
        Flags(JwtBearerOptions
            + """ class C { void M(JwtBearerOptions options) { options.Authority = "x"; [|options.RequireHttpsMetadata = false|]; } }""");

    /// <summary>Settings of packages that the tests do not refer to, by the names of their types.</summary>
    [TestCase("GrpcServiceOptions", "EnableDetailedErrors", "true")]
    [TestCase("CircuitOptions", "DetailedErrors", "true")]
    [TestCase("OpenIdConnectOptions", "RequireHttpsMetadata", "false")]
    [TestCase("IdentityModelEventSource", "ShowPII", "true")]
    public Task A_setting_for_everybody(string type, string setting, string value) => Flags(
        $"class {type} {{ public bool {setting} {{ get; set; }} }} class C {{ "
        + $"void M({type} options) {{ [|options.{setting} = {value}|]; }} }}");

    [TestCase("GrpcServiceOptions", "EnableDetailedErrors", "false")]
    [TestCase("CircuitOptions", "DetailedErrors", "false")]
    [TestCase("OpenIdConnectOptions", "RequireHttpsMetadata", "true")]
    [TestCase("IdentityModelEventSource", "ShowPII", "false")]
    public Task A_setting_that_is_closed_is_fine(string type, string setting, string value) => Allows(
        $"class {type} {{ public bool {setting} {{ get; set; }} }} class C {{ "
        + $"void M({type} options) {{ options.{setting} = {value}; }} }}");

    [Test]
    public Task The_message_names_the_call_and_the_harm() => Says(
        Program("app.[|UseDeveloperExceptionPage()|];"),
        "'UseDeveloperExceptionPage' shows stack traces, source and settings to every visitor, in every environment; "
        + "put it under 'IsDevelopment()'");

    [TestCase("if (app.Environment.IsDevelopment()) app.UseDeveloperExceptionPage();")]
    [TestCase(
        "if (app.Environment.IsDevelopment()) { app.UseDeveloperExceptionPage(); } else { "
        + "app.UseExceptionHandler(\"/error\"); }")]
    [TestCase("if (app.Environment.IsProduction()) { app.UseHsts(); } else { app.UseDeveloperExceptionPage(); }")]
    [TestCase("if (app.Environment.EnvironmentName == \"Local\") app.UseDeveloperExceptionPage();")]
    [TestCase("var isDev = app.Environment.IsDevelopment(); if (isDev) app.UseDeveloperExceptionPage();")]
    [TestCase(
        "_ = app.Environment.IsDevelopment() ? app.UseDeveloperExceptionPage() : app.UseExceptionHandler(\"/error\");")]
    [TestCase("if (!app.Environment.IsDevelopment()) { app.Run(); return; } { app.UseDeveloperExceptionPage(); }")]
    [TestCase("app.UseExceptionHandler(\"/error\");")]
    [TestCase("builder.Services.AddSignalR(options => options.EnableDetailedErrors = false);")]
    [TestCase(
        "builder.Services.AddSignalR(options => options.EnableDetailedErrors = builder.Environment.IsDevelopment());")]
    [TestCase("builder.Services.AddDbContext<DbContext>(options => options.EnableSensitiveDataLogging(false));")]
    [TestCase(
        "builder.Services.AddDbContext<DbContext>(options => "
        + "options.EnableSensitiveDataLogging(builder.Environment.IsDevelopment()));")]
    [TestCase(
        "builder.Services.AddDbContext<DbContext>(options => { if (builder.Environment.IsDevelopment()) "
        + "options.EnableSensitiveDataLogging(); });")]
    [TestCase("builder.Services.AddDbContext<DbContext>(options => options.EnableDetailedErrors());")]
    [TestCase("app.UseStatusCodePages();")]
    public Task A_help_for_developers_is_fine(string statements) => Allows(Program(statements));

    [Test]
    public Task A_method_that_leaves_other_environments_is_fine() => Allows(Startup(
        "public void Configure(IApplicationBuilder app, IWebHostEnvironment env) { if (!env.IsDevelopment()) return; "
        + "app.UseDeveloperExceptionPage(); }"));

    [TestCase("if (options.IsConfigured) return; options.EnableSensitiveDataLogging();")]
    [TestCase("if (!options.IsConfigured) { options.EnableSensitiveDataLogging(true); }")]
    public Task A_context_that_nobody_configured_is_one_of_the_tools(string statements) => Allows(
        $"{Imports}class Shop : DbContext {{ "
        + $"protected override void OnConfiguring(DbContextOptionsBuilder options) {{ {statements} }} }}");

    [TestCase("options.[|EnableSensitiveDataLogging()|];")]
    [TestCase("options.[|EnableSensitiveDataLogging()|]; if (options.IsConfigured) return; options.UseModel(null!);")]
    public Task A_context_that_says_it_in_any_case(string statements) => Flags(
        $"{Imports}class Shop : DbContext {{ "
        + $"protected override void OnConfiguring(DbContextOptionsBuilder options) {{ {statements} }} }}");

    [Test]
    public Task Code_of_debug_builds_is_fine() =>
        Allows("#define DEBUG\n"
            + Startup(
                "public void Configure(IApplicationBuilder app)\n{\n#if DEBUG\napp.UseDeveloperExceptionPage();\n"
                + "#endif\n}"));

    [Test]
    public Task A_method_of_the_same_name_is_fine() =>
        Allows("class App { public void UseDeveloperExceptionPage() { } } class C { void M(App app) => "
            + "app.UseDeveloperExceptionPage(); }");

    [Test]
    public Task A_setting_of_the_same_name_is_fine() =>
        Allows("class Report { public bool EnableDetailedErrors { get; set; } } class C { Report R => new() { "
            + "EnableDetailedErrors = true }; }");

    [TestCase(
        "app.[|UseDeveloperExceptionPage()|];",
        "if (app.Environment.IsDevelopment()) app.UseDeveloperExceptionPage();")]
    [TestCase(
        "// errors\napp.[|UseDeveloperExceptionPage()|]; // for us",
        "// errors\nif (app.Environment.IsDevelopment()) app.UseDeveloperExceptionPage(); // for us")]
    [TestCase(
        "builder.Services.AddSignalR(options => [|options.EnableDetailedErrors = true|]);",
        "builder.Services.AddSignalR(options => options.EnableDetailedErrors = app.Environment.IsDevelopment());")]
    [TestCase(
        "builder.Services.AddDbContext<DbContext>(options => options.[|EnableSensitiveDataLogging()|]);",
        "builder.Services.AddDbContext<DbContext>(options => "
        + "options.EnableSensitiveDataLogging(app.Environment.IsDevelopment()));")]
    [TestCase(
        "app.[|UseDeveloperExceptionPage()|];\napp.[|UseMigrationsEndPoint()|];",
        "if (app.Environment.IsDevelopment()) app.UseDeveloperExceptionPage();\nif (app.Environment.IsDevelopment()) "
        + "app.UseMigrationsEndPoint();")]
    public Task The_environment_at_hand_is_asked(string statements, string repaired)
    {
        const string Migrations = "\nnamespace Microsoft.AspNetCore.Builder { static class "
            + "MigrationsEndPointExtensions { public static IApplicationBuilder UseMigrationsEndPoint(this "
            + "IApplicationBuilder app) => app; } }";
        var extra = statements.Contains("Migrations") ? Migrations : "";
        return Fixes(Program(statements) + extra, Program(repaired) + extra);
    }

    [TestCase(
        "public void Configure(IApplicationBuilder app, IWebHostEnvironment env) { "
        + "app.[|UseDeveloperExceptionPage()|]; }",
        "public void Configure(IApplicationBuilder app, IWebHostEnvironment env) { if (env.IsDevelopment()) "
        + "app.UseDeveloperExceptionPage(); }")]
    [TestCase(
        "IHostEnvironment _env = null!; HubOptions Hub => new() { [|EnableDetailedErrors = true|] };",
        "IHostEnvironment _env = null!; HubOptions Hub => new() { EnableDetailedErrors = _env.IsDevelopment() };")]
    public Task The_environment_of_a_startup_is_asked(string member, string repaired) =>
        Fixes(Startup(member), Startup(repaired));

    [Test]
    public Task Https_is_needed_unless_in_development() => Fixes(
        "using Microsoft.Extensions.Hosting;\n" + JwtBearerOptions + " class C { void M(JwtBearerOptions options, "
            + "IHostEnvironment env) { [|options.RequireHttpsMetadata = false|]; } }",
        "using Microsoft.Extensions.Hosting;\n" + JwtBearerOptions + " class C { void M(JwtBearerOptions options, "
            + "IHostEnvironment env) { options.RequireHttpsMetadata = !env.IsDevelopment(); } }");

    [TestCase("public void Configure(IApplicationBuilder app) { app.[|UseDeveloperExceptionPage()|]; }")]
    [TestCase(
        "public void Configure(IApplicationBuilder app, IWebHostEnvironment env) { "
        + "app.[|UseDeveloperExceptionPage()|].UseRouting(); }")]
    public Task No_fix_where_no_environment_is_at_hand_or_the_call_is_chained(string member) =>
        OffersNoFix(Startup(member));

    [TestCase("if (!app.Environment.IsDevelopment()) app.[|UseDeveloperExceptionPage()|];")]
    [TestCase("if (app.Environment.IsDevelopment()) { } else app.[|UseDeveloperExceptionPage()|];")]
    [TestCase("if (app.Environment.IsProduction()) app.[|UseDeveloperExceptionPage()|];")]
    [TestCase("if (app.Environment.IsDevelopment() || args.Length > 0) app.[|UseDeveloperExceptionPage()|];")]
    public Task The_wrong_side_of_the_question(string statement) => Flags(Program(statement));

    [TestCase("if (!app.Environment.IsProduction()) app.UseDeveloperExceptionPage();")]
    [TestCase("if (!app.Environment.IsDevelopment()) { } else app.UseDeveloperExceptionPage();")]
    [TestCase("if (app.Environment.IsProduction()) { } else { app.UseDeveloperExceptionPage(); }")]
    [TestCase("if (app.Environment.IsDevelopment() && args.Length > 0) app.UseDeveloperExceptionPage();")]
    [TestCase("if (!(app.Environment.IsProduction() || args.Length > 0)) app.UseDeveloperExceptionPage();")]
    [TestCase("if (app.Environment.EnvironmentName != \"Production\") app.UseDeveloperExceptionPage();")]
    public Task The_right_side_of_the_question(string statement) => Allows(Program(statement));

    private const string Fields = "Microsoft.AspNetCore.HttpLogging.HttpLoggingFields";

    [TestCase("All")]
    [TestCase("Request")]
    [TestCase("RequestBody")]
    [TestCase("RequestPath | " + Fields + ".ResponseBody")]
    public Task Bodies_in_the_log(string fields) => Flags(Program(
        $"builder.Services.AddHttpLogging(options => [|options.LoggingFields = {Fields}.{fields}|]); "
        + "app.UseHttpLogging();"));

    [TestCase("RequestPropertiesAndHeaders")]
    [TestCase("RequestPath | " + Fields + ".ResponseStatusCode")]
    [TestCase("None")]
    public Task Logs_without_bodies(string fields) => Allows(Program(
        $"builder.Services.AddHttpLogging(options => options.LoggingFields = {Fields}.{fields}); "
        + "app.UseHttpLogging();"));

    [TestCase("")]
    [TestCase("if (app.Environment.IsDevelopment()) app.UseHttpLogging();")]
    [TestCase("if (app.Environment.IsDevelopment()) { app.UseHttpLogging(); app.UseDeveloperExceptionPage(); }")]
    public Task Logs_that_production_does_not_use(string pipeline) => Allows(Program(
        $"builder.Services.AddHttpLogging(options => options.LoggingFields = {Fields}.All); {pipeline}"));

    private const string Policy = "Microsoft.AspNetCore.Http.CookieSecurePolicy";

    [TestCase("AddSession(options => [|options.Cookie.SecurePolicy = " + Policy + ".None|])")]
    [TestCase("ConfigureApplicationCookie(options => { [|options.Cookie.SecurePolicy = " + Policy + ".None|]; })")]
    [TestCase("AddAntiforgery(options => [|options.Cookie.SecurePolicy = " + Policy + ".None|])")]
    public Task A_cookie_in_the_open(string call) => Flags(Program($"builder.Services.{call};"));

    [TestCase(Policy + ".Always")]
    [TestCase(Policy + ".SameAsRequest")]
    [TestCase("app.Environment.IsDevelopment() ? " + Policy + ".None : " + Policy + ".Always")]
    public Task A_cookie_that_is_kept(string policy) => Allows(Program(
        $"builder.Services.AddSession(options => options.Cookie.SecurePolicy = {policy});")
            .Replace("var app = builder.Build();\n", "").Replace("app.Environment", "builder.Environment")
            .Replace("app.Run();", ""));
}
