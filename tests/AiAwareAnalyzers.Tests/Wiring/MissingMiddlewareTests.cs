using AiAwareAnalyzers.Wiring;

namespace AiAwareAnalyzers.Tests.Wiring;

[CSharp(12)]
public sealed class MissingMiddlewareTests : RuleTests<MissingMiddleware>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("AddRateLimiter(_ => { })", TestName = "Limits")]
    [TestCase("AddCors()", TestName = "Other origins")]
    [TestCase("AddSession()", TestName = "Sessions")]
    [TestCase("AddOutputCache()", TestName = "A cache of answers")]
    [TestCase("AddResponseCaching()", TestName = "A cache by headers")]
    [TestCase("AddResponseCompression()", TestName = "Compression")]
    [TestCase("AddRequestDecompression()", TestName = "Decompression")]
    [TestCase("AddRequestTimeouts()", TestName = "Timeouts")]
    [TestCase("AddHttpLogging(_ => { })", TestName = "A log of requests")]
    [TestCase("AddExceptionHandler<Failures>()", TestName = "A handler of exceptions")]
    [TestCase("AddHsts(_ => { })", TestName = "Strict transport")]
    public async Task What_is_added_and_never_used(string call)
    {
        await Flags(Program.With($"builder.Services.[|{NameOf(call)}|]{ArgumentsOf(call)};", Failures));
        await Allows(Program.With(
            $"builder.Services.{call};", $"app.{Middleware(NameOf(call))}();", Failures));
    }

    [TestCase("app.MapGet(\"/\", () => \"\").[|RequireRateLimiting|](\"a\");", TestName = "A limit of an endpoint")]
    [TestCase("app.MapGet(\"/\", () => \"\").[|RequireCors|](\"a\");", TestName = "Another origin for an endpoint")]
    [TestCase("app.MapGet(\"/\", () => \"\").[|CacheOutput|]();", TestName = "A cache of an endpoint")]
    [TestCase(
        "app.MapGet(\"/\", () => \"\").[|WithRequestTimeout|](TimeSpan.FromSeconds(3));",
        TestName = "A timeout of an endpoint")]
    [TestCase("app.[|MapRazorComponents|]<Root>();", TestName = "Components")]
    public Task What_an_endpoint_asks_of_a_middleware(string pipeline) =>
        Flags(Program.With("", pipeline, "public class Root : ComponentBase { }"));

    [TestCase("app.UseAuthorization(); app.[|UseAuthentication|]();", TestName = "Who may before who it is")]
    [TestCase(
        "app.UseHttpsRedirection(); app.[|UseForwardedHeaders|]();",
        TestName = "A redirection before the headers")]
    [TestCase("app.UseEndpoints(_ => { }); app.[|UseRateLimiter|]();", TestName = "Limits behind the endpoints")]
    [TestCase("app.UseEndpoints(_ => { }); app.[|UseSession|]();", TestName = "Sessions behind the endpoints")]
    [TestCase("app.UseHsts(); app.UseRouting(); app.[|UseForwardedHeaders|]();", TestName = "With another in between")]
    [TestCase(
        "app.UseRouting(); app.UseEndpoints(_ => { }); app.[|UseCors|]();",
        TestName = "Origins behind the endpoints")]
    public async Task What_comes_too_late(string pipeline)
    {
        await Flags(Program.With("", pipeline, ""));
        await Flags(Program.Library(
            "",
            $$"""
            public static class Pipes
            {
                public static void Use(this IApplicationBuilder app) { {{pipeline}} }
            }
            """));
    }

    [TestCase("app.UseAuthentication(); app.[|UseExceptionHandler|](\"/e\");", TestName = "A handler behind who it is")]
    [TestCase("app.UseAuthorization(); app.UseStaticFiles(); app.[|UseExceptionHandler|](_ => { });",
        TestName = "A handler behind who may")]
    public Task What_answers_failures_too_late(string pipeline) => Flags(Program.With("", pipeline, ""));

    [TestCase("if (app.Environment.IsDevelopment()) { app.[|UseHttpsRedirection|](); }", TestName = "A redirection")]
    [TestCase("if (app.Environment.IsDevelopment()) app.[|UseHsts|]();", TestName = "Strict transport")]
    [TestCase("""if (!app.Environment.IsProduction()) { app.[|UseHttpsRedirection|](); }""", TestName = "Not in production")]
    [TestCase("if (app.Environment.IsProduction()) { } else { app.[|UseHsts|](); }", TestName = "In the other case")]
    [TestCase("if (app.Environment.IsDevelopment() && args.Length > 0) { app.[|UseHttpsRedirection|](); }",
        TestName = "Under one more condition")]
    [TestCase("if (app.Environment.IsEnvironment(\"Local\")) { app.[|UseHttpsRedirection|](); }", TestName = "At home")]
    public Task What_protects_developers_only(string pipeline) => Flags(Program.With("", pipeline, ""));

    [TestCase("app.UseHttpsRedirection();", TestName = "Everywhere")]
    [TestCase("if (!app.Environment.IsDevelopment()) app.UseHttpsRedirection();", TestName = "In production")]
    [TestCase("if (app.Environment.IsDevelopment()) { app.UseDeveloperExceptionPage(); } else { app.UseHsts(); }",
        TestName = "In the other case, as it should be")]
    [TestCase("if (app.Environment.IsDevelopment()) app.UseHttpsRedirection(); else app.UseHttpsRedirection();",
        TestName = "In both cases")]
    [TestCase("if (args.Length > 0) app.UseHttpsRedirection();", TestName = "Under another condition")]
    [TestCase("""if (app.Environment.IsDevelopment()) app.UseDeveloperExceptionPage();""", TestName = "A page for developers")]
    [TestCase("app.UseExceptionHandler(\"/e\"); app.UseAuthentication();", TestName = "A handler first")]
    public Task What_protects_all(string pipeline) => Allows(Program.With("", pipeline, ""));

    [TestCase("o.AddPolicy(\"web\", p => p.AllowAnyHeader())", "app.[|UseCors|]();", TestName = "A policy with a name")]
    [TestCase(
        "{ o.AddPolicy(\"a\", p => p.AllowAnyHeader()); o.AddPolicy(\"b\", p => p.AllowAnyHeader()); }",
        "app.UseRouting(); app.[|UseCors|]();", TestName = "Two of them")]
    [TestCase("o.AddPolicy(\"web\", p => p.AllowAnyHeader())",
        "if (args.Length > 0) app.UseCors(\"web\"); app.[|UseCors|]();", TestName = "One of two calls")]
    public Task Which_policy_is_meant(string policies, string pipeline) =>
        Flags(Program.With($"builder.Services.AddCors(o => {policies});", pipeline, ""));

    [TestCase("o.AddPolicy(\"web\", p => p.AllowAnyHeader())", "app.UseCors(\"web\");", TestName = "It is named")]
    [TestCase("o.AddDefaultPolicy(p => p.AllowAnyHeader())", "app.UseCors();", TestName = "A default")]
    [TestCase("{ o.DefaultPolicyName = \"a\"; o.AddPolicy(\"a\", p => p.AllowAnyHeader()); }", "app.UseCors();",
        TestName = "A default by its name")]
    [TestCase("o.AddPolicy(\"a\", p => p.AllowAnyHeader())",
        "app.UseCors(); app.MapGet(\"/\", () => \"\").RequireCors(\"a\");", TestName = "An endpoint says which")]
    [TestCase("o.AddPolicy(\"a\", p => p.AllowAnyHeader())", "app.UseCors(p => p.AllowAnyHeader());",
        TestName = "A policy of its own")]
    public Task Whose_policy_is_known(string policies, string pipeline) =>
        Allows(Program.With($"builder.Services.AddCors(o => {policies});", pipeline, ""));

    [TestCase("app.UseAuthentication(); app.UseAuthorization();", TestName = "In their order")]
    [TestCase("app.UseForwardedHeaders(); app.UseHttpsRedirection();", TestName = "The headers first")]
    [TestCase("app.UseRateLimiter(); app.UseEndpoints(_ => { });", TestName = "Limits before the endpoints")]
    [TestCase(
        "app.MapGet(\"/\", () => \"\"); app.UseRateLimiter();",
        TestName = "Routes that run last wherever they stand")]
    [TestCase(
        "if (args.Length > 0) { app.UseAuthorization(); } app.UseAuthentication();", TestName = "In another block")]
    [TestCase(
        "app.Map(\"/a\", branch => branch.UseAuthorization()); app.UseAuthentication();",
        TestName = "In a branch of its own")]
    [TestCase(
        "var other = ((IApplicationBuilder)app).New(); other.UseAuthorization(); app.UseAuthentication();",
        TestName = "Another pipeline")]
    public Task What_comes_in_time(string pipeline) => Allows(Program.With("", pipeline, ""));

    [TestCase("builder.Services.AddAuthentication(); builder.Services.AddAuthorization();", "",
        TestName = "What the framework adds by itself")]
    [TestCase("builder.Services.AddCors();", "app.UsePipes();", TestName = "In a method of the program")]
    [TestCase(
        "builder.Services.AddCors();", "app.UseWhen(_ => true, branch => branch.UseCors());",
        TestName = "In a branch")]
    [TestCase("builder.Services.AddCors();", "if (args.Length > 0) app.UseCors();", TestName = "Sometimes")]
    [TestCase(
        "builder.Services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter, Filter>();", "",
        TestName = "A filter of the start")]
    [TestCase("builder.Services.AddAntiforgery();", "", TestName = "What forms use by themselves")]
    [TestCase("builder.Services.AddMyCors();", "", TestName = "A method of the program with another name")]
    [TestCase("builder.Services.AddMemoryCache(); builder.Services.AddDistributedMemoryCache();", "",
        TestName = "Caches that are no middleware")]
    public Task What_has_its_middleware(string services, string pipeline) => Allows(Program.With(
        services,
        pipeline,
        """
        public static class Pipes
        {
            public static void UsePipes(this WebApplication app) => app.UseCors("all");
            public static void AddMyCors(this IServiceCollection s) => s.AddMemoryCache();
        }
        public class Filter : Microsoft.AspNetCore.Hosting.IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => next;
        }
        """));

    [Test]
    public Task A_library_builds_no_pipeline() => Allows(Program.Library("services.AddCors();", ""));

    [Test]
    public Task The_way_out_is_named() => Says(
        Program.With("builder.Services.[|AddRateLimiter|](_ => { });", ""),
        "'AddRateLimiter' works by a middleware that nothing puts into the pipeline, so no request is ever limited; "
        + "call "
        + "'UseRateLimiter' where the pipeline is built");

    private const string Failures = """
        public class Failures : IExceptionHandler
        {
            public ValueTask<bool> TryHandleAsync(HttpContext c, Exception e, CancellationToken t) => new(true);
        }
        """;

    private static string NameOf(string call) => call[..call.IndexOfAny(['(', '<'])];

    private static string ArgumentsOf(string call) => call[NameOf(call).Length..];

    private static string Middleware(string name) => "Use" + name["Add".Length..];

    private const string Askers = """
        public class Audit(RequestDelegate next, ILogger<Audit> log)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                log.LogInformation("{User}", context.User.Identity?.Name);
                await next(context);
            }
        }
        public class Tenancy : IMiddleware
        {
            public Task InvokeAsync(HttpContext context, RequestDelegate next)
            {
                if (context.Request.Path == "/health") return next(context);
                context.Items["tenant"] = context.TenantId();
                return next(context);
            }
        }
        public class Closing(RequestDelegate next, ILogger<Closing> log)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                await next(context);
                log.LogInformation("{User}", context.User.Identity?.Name);
            }
        }
        public class Telling(RequestDelegate next)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                context.User = new();
                await next(context);
            }
        }
        public class Timing(RequestDelegate next)
        {
            public Task InvokeAsync(HttpContext context) => next(context);
        }
        public static class Callers
        {
            public static string? TenantId(this HttpContext context) => context.User.FindFirst("tenant")?.Value;
            public static IApplicationBuilder UseAudit(this IApplicationBuilder app) => app.UseMiddleware<Audit>();
        }
        """;

    [TestCase("app.UseMiddleware<Audit>();", TestName = "A class by convention")]
    [TestCase("app.UseMiddleware(typeof(Audit));", TestName = "By its type")]
    [TestCase("app.UseMiddleware<Tenancy>();", TestName = "A service that asks by a helper")]
    [TestCase("app.UseAudit();", TestName = "By a method of the program")]
    [TestCase("app.UseStaticFiles().UseMiddleware<Audit>();", TestName = "In a chain")]
    [TestCase("app.UseMiddleware<Timing>(); app.UseMiddleware<Audit>();", TestName = "Behind another")]
    [TestCase("app.Use(async (context, next) => { Console.Write(context.User.Identity?.Name); await next(); });",
        TestName = "A lambda")]
    [TestCase("app.Use(async (context, next) => { Console.Write(context.TenantId()); await next(context); });",
        TestName = "A lambda that asks by a helper")]
    [TestCase("app.Use(next => async context => { Console.Write(context.User); await next(context); });",
        TestName = "A lambda of a lambda")]
    [TestCase("app.UseWhen(context => context.User.IsInRole(\"a\"), branch => { });", TestName = "A branch for some")]
    public Task Who_asks_for_the_user_too_early(string pipeline) =>
        Flags(Program.With("", pipeline + " app.[|UseAuthentication|]();", Askers));

    [TestCase("app.UseAuthentication(); app.UseMiddleware<Audit>();", TestName = "Behind it")]
    [TestCase("app.UseMiddleware<Closing>(); app.UseAuthentication();", TestName = "On the way back")]
    [TestCase("app.UseMiddleware<Timing>(); app.UseAuthentication();", TestName = "Who asks nothing")]
    [TestCase("app.UseMiddleware<Telling>(); app.UseMiddleware<Audit>(); app.UseAuthentication();",
        TestName = "Somebody tells before")]
    [TestCase("app.Use(async (context, next) => { await next(); Console.Write(context.User); }); "
        + "app.UseAuthentication();", TestName = "A lambda on the way back")]
    [TestCase("app.UseAuthentication(); app.UseMiddleware<Audit>(); app.UseAuthentication();", TestName = "Twice")]
    [TestCase("app.UseMiddleware<Audit>();", TestName = "What the framework puts first by itself")]
    [TestCase("app.Use(async (context, next) => { await context.AuthenticateAsync(); Console.Write(context.User); "
        + "await next(); }); app.UseAuthentication();", TestName = "It finds out itself")]
    [TestCase("app.UseAuthentication().UseMiddleware<Audit>();", TestName = "Behind it in a chain")]
    public Task Who_asks_for_the_user_in_time(string pipeline) => Allows(
        "using Microsoft.AspNetCore.Authentication;\n" + Program.With("", pipeline, Askers));

    [Test]
    public Task The_message_names_who_asks() => Says(
        Program.With("", "app.UseMiddleware<Audit>(); app.[|UseAuthentication|]();", Askers),
        "'UseAuthentication' comes after 'UseMiddleware<Audit>', which asks who the user is, so it takes everybody for "
        + "a stranger; put it before");

    [TestCase("builder.Services.[|AddHealthChecks|]();", "", TestName = "Alone")]
    [TestCase("builder.Services.[|AddHealthChecks|]().AddCheck(\"a\", () => HealthCheckResult.Healthy());", "",
        TestName = "With a check")]
    [TestCase("builder.Services.[|AddHealthChecks|]();", "app.MapGet(\"/health\", () => \"ok\");",
        TestName = "An endpoint that asks nobody")]
    [TestCase("builder.Services.[|AddHealthChecks|](); builder.Services.AddSingleton<DeskCheck>();", "",
        TestName = "A check of its own")]
    public Task Checks_of_health_that_no_probe_runs(string services, string pipeline) =>
        Flags(Health(services, pipeline));

    [TestCase("builder.Services.AddHealthChecks();", "app.MapHealthChecks(\"/health\");", TestName = "Mapped")]
    [TestCase("builder.Services.AddHealthChecks();", "app.UseHealthChecks(\"/health\");", TestName = "In the pipeline")]
    [TestCase("builder.Services.AddHealthChecks();", "app.MapProbes();", TestName = "Mapped by a method of its own")]
    [TestCase("builder.Services.AddHealthChecks(); builder.Services.AddSingleton<IHealthCheckPublisher>(_ => null!);",
        "", TestName = "Published")]
    [TestCase("builder.Services.AddHealthChecks();",
        "app.MapGet(\"/h\", (HealthCheckService health) => health.CheckHealthAsync());", TestName = "Asked by hand")]
    [TestCase("", "", TestName = "No checks at all")]
    public Task Checks_of_health_that_somebody_runs(string services, string pipeline) =>
        Allows(Health(services, pipeline, pipeline.Contains("MapProbes")));

    [Test]
    public async Task Checks_of_health_may_be_mapped_elsewhere()
    {
        await Allows(Program.Library("services.AddHealthChecks();", ""));
        await Given.WithReferences(Warehouse.WithAspNetCore).Allows(Program.WithWarehouse(
            "builder.Services.AddHealthChecks();", "app.MapDefaultEndpoints();"));
        await Given.WithReferences(Warehouse.WithAspNetCore).Flags(Program.WithWarehouse(
            "builder.Services.[|AddHealthChecks|]();", "app.MapGet(\"/\", () => \"\");"));
    }

    private static string Health(string services, string pipeline, bool hasProbes = false) =>
        "using Microsoft.Extensions.Diagnostics.HealthChecks;\n" + Program.With(services, pipeline, $$"""
            public class DeskCheck : IHealthCheck
            {
                public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext c, CancellationToken t) =>
                    Task.FromResult(HealthCheckResult.Healthy());
            }
            {{(hasProbes ? "public static class Probes { public static void MapProbes(this WebApplication app) => "
                + "app.MapHealthChecks(\"/health\"); }" : "")}}
            """);
}
