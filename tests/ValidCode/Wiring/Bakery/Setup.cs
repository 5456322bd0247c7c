using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bakery;

public static class Setup
{
    public static IServiceCollection AddBaking(this IServiceCollection services) =>
        services
            .AddScoped<ILoaves, Loaves>()
            .AddSingleton(TimeProvider.System)
            .AddHostedService<Oven>();

    public static IServiceCollection AddSelling(this IServiceCollection services, bool isRehearsal)
    {
        services.AddOptions<ShopSettings>().BindConfiguration("Shop");
        if (isRehearsal) services.AddSingleton<IPriceList>(_ => new FixedPrices(1));
        else services.AddScoped<IPriceList, DailyPrices>();
        services.AddKeyedSingleton<ITill, Till>("left");
        services.TryAddSingleton<Greeting>();
        services.AddSingleton<Opening>(static provider =>
        {
            using var scope = provider.CreateScope();
            return new(scope.ServiceProvider.GetRequiredService<BakeryContext>().Database.ProviderName ?? "");
        });
        return services.Of<IReceipts, Receipts>();
    }

    public static void UseCounter(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseMiddleware<Queue>();
    }

    private static IServiceCollection Of<TService, TMade>(this IServiceCollection services)
        where TService : class
        where TMade : class, TService =>
        services.AddScoped<TService, TMade>();
}
