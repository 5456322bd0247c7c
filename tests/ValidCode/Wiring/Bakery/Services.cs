using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bakery;

public sealed class Loaf
{
    public int Id { get; set; }
}

public sealed class ShopSettings
{
    public string Greeting { get; set; } = "Good morning";
}

public sealed class BakeryContext : DbContext
{
    public BakeryContext(DbContextOptions<BakeryContext> options)
        : base(options)
    {
    }

    public DbSet<Loaf> Loaves => Set<Loaf>();
}

public interface ILoaves
{
    Task<int> CountAsync(CancellationToken cancellation);
}

public sealed class Loaves : ILoaves
{
    private readonly BakeryContext _bakery;

    public Loaves(BakeryContext bakery) => _bakery = bakery;

    public Task<int> CountAsync(CancellationToken cancellation) => _bakery.Loaves.CountAsync(cancellation);
}

public interface IPriceList
{
    decimal Of(string kind);
}

public sealed class FixedPrices : IPriceList
{
    private readonly decimal _price;

    public FixedPrices(decimal price) => _price = price;

    public decimal Of(string kind) => _price;
}

/// <summary>Scoped in production, and a singleton in a rehearsal: nobody who is one holds it.</summary>
public sealed class DailyPrices : IPriceList
{
    private readonly IReceipts _receipts;
    private readonly TimeProvider _time;

    public DailyPrices(IReceipts receipts, TimeProvider? time = null)
    {
        _receipts = receipts;
        _time = time ?? TimeProvider.System;
    }

    public decimal Of(string kind) => _receipts.Last(kind) + _time.GetUtcNow().Day;
}

public interface IReceipts
{
    decimal Last(string kind);
}

public sealed class Receipts : IReceipts
{
    private readonly ITill _till;

    public Receipts([FromKeyedServices("left")] ITill till) => _till = till;

    public decimal Last(string kind) => _till.Holds(kind) ? 2 : 3;
}

public interface ITill
{
    bool Holds(string kind);
}

public sealed class Till : ITill
{
    public bool Holds(string kind) => kind.Length > 3;
}

/// <summary>A singleton that looks at options, which are one as well.</summary>
public sealed class Greeting
{
    private readonly IOptionsMonitor<ShopSettings> _settings;

    public Greeting(IOptionsMonitor<ShopSettings> settings) => _settings = settings;

    public string Text => _settings.CurrentValue.Greeting;
}

/// <summary>Lives as long as the program, and opens a scope for each batch.</summary>
public sealed class Oven : BackgroundService
{
    private readonly IServiceScopeFactory _scopes;
    private readonly ILogger<Oven> _log;

    public Oven(IServiceScopeFactory scopes, ILogger<Oven> log)
    {
        _scopes = scopes;
        _log = log;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var loaves = scope.ServiceProvider.GetRequiredService<ILoaves>();
        _log.LogInformation("There are {Count} loaves", await loaves.CountAsync(stoppingToken));
    }
}

/// <summary>Made once; what is scoped comes with each request.</summary>
public sealed class Queue
{
    private readonly RequestDelegate _next;

    public Queue(RequestDelegate next) => _next = next;

    public async Task InvokeAsync(HttpContext context, ILoaves loaves)
    {
        context.Response.Headers["X-Loaves"] = (await loaves.CountAsync(context.RequestAborted)).ToString();
        await _next(context);
    }
}

public sealed class Apology : IExceptionHandler
{
    private readonly ILogger<Apology> _log;

    public Apology(ILogger<Apology> log) => _log = log;

    public ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        _log.LogError(exception, "A request failed");
        return new(false);
    }
}

/// <summary>What was read in a scope that has ended.</summary>
public sealed class Opening
{
    public Opening(string provider) => Provider = provider;

    public string Provider { get; }
}

/// <summary>On the way back the user is known.</summary>
public sealed class Tally
{
    private readonly RequestDelegate _next;
    private readonly ILogger<Tally> _log;

    public Tally(RequestDelegate next, ILogger<Tally> log) => (_next, _log) = (next, log);

    public async Task InvokeAsync(HttpContext context)
    {
        await _next(context);
        _log.LogInformation("Served {Known} customer", context.User.Identity?.IsAuthenticated == true ? "a" : "no");
    }
}

/// <summary>It stands behind those who know the user.</summary>
public sealed class Regulars
{
    private readonly RequestDelegate _next;

    public Regulars(RequestDelegate next) => _next = next;

    public Task InvokeAsync(HttpContext context)
    {
        context.Items["regular"] = context.User.IsInRole("regular");
        return _next(context);
    }
}
