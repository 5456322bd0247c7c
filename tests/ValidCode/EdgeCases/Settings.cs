using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ValidCode.EdgeCases;

/// <summary>Settings that are looked at before, or where, they are used.</summary>
public static class Settings
{
    public static IServiceCollection AddPolling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PollingOptions>()
            .Bind(configuration.GetSection("Polling"))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.Configure<BatchOptions>(configuration.GetSection("Batches"));
        services.AddSingleton<IValidateOptions<BatchOptions>, BatchRules>();
        services.AddOptions<BatchOptions>().ValidateOnStart();
        return services.AddHostedService<Polling>();
    }
}

public sealed class PollingOptions
{
    [Range(1, 3600)]
    public int Seconds { get; set; } = 60;

    [Required, Url]
    public string Address { get; set; } = "";
}

public sealed class BatchOptions
{
    public int Size { get; set; } = 100;
}

public sealed class BatchRules : IValidateOptions<BatchOptions>
{
    public ValidateOptionsResult Validate(string? name, BatchOptions options) =>
        options.Size > 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail("A batch has an element.");
}

public sealed class Polling(IOptions<PollingOptions> polling, IOptions<BatchOptions> batches) : BackgroundService
{
    private readonly Uri _address = new(polling.Value.Address);

    public int Rounds(IReadOnlyCollection<Uri> addresses) =>
        addresses.Append(_address).Chunk(Math.Max(1, batches.Value.Size)).Count();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(polling.Value.Seconds));
        while (await timer.WaitForNextTickAsync(stoppingToken)) GC.KeepAlive(_address);
    }
}
