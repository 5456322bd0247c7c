using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ValidCode.ErrorHandling;

public interface IPlugin
{
    string Name { get; }

    Task RunAsync(CancellationToken token);
}

/// <summary>Loops in which one failure must not end the others.</summary>
public sealed class PluginHost
{
    private readonly IEnumerable<IPlugin> _plugins;
    private readonly ILogger<PluginHost> _logger;

    public PluginHost(IEnumerable<IPlugin> plugins, ILogger<PluginHost> logger) =>
        (_plugins, _logger) = (plugins, logger);

    public async Task<int> RunAllAsync(CancellationToken token)
    {
        var done = 0;
        foreach (var plugin in _plugins)
        {
            try
            {
                await plugin.RunAsync(token);
                done++;
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                _logger.LogError(ex, "Plugin {Plugin} failed", plugin.Name);
            }
        }

        return done;
    }
}

/// <summary>Rounds of which none begins when the host stops, though each of them goes on after a failure.</summary>
public sealed class PluginRounds(IEnumerable<IPlugin> plugins, ILogger<PluginRounds> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var plugin in plugins) await TryOneAsync(plugin, stoppingToken);
            await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken);
        }
    }

    private async Task TryOneAsync(IPlugin plugin, CancellationToken token)
    {
        try
        {
            await plugin.RunAsync(token);
        }
        catch (Exception ex) when (!token.IsCancellationRequested)
        {
            logger.LogError(ex, "Plugin {Plugin} failed in its round", plugin.Name);
        }
    }
}

public interface IQueue
{
    Task<string> ReceiveAsync(CancellationToken token);

    Task AcknowledgeAsync(string message);
}

/// <summary>A worker that goes on after a failure, ends with its token, and acknowledges on purpose.</summary>
public sealed class Listener : BackgroundService
{
    private readonly IQueue _queue;
    private readonly ILogger<Listener> _logger;

    public Listener(IQueue queue, ILogger<Listener> logger) => (_queue, _logger) = (queue, logger);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await HandleAsync(await _queue.ReceiveAsync(stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception ex)
            {
                _logger.LogError(ex, "A message could not be received");
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    private async Task HandleAsync(string message)
    {
        try
        {
            await File.AppendAllTextAsync("messages.txt", message);
        }
        catch (Exception ex)
        {
            // A message that cannot be handled once cannot be handled twice: it is acknowledged, and the log has it.
            _logger.LogError(ex, "Message dropped: {Length} characters", message.Length);
        }

        await _queue.AcknowledgeAsync(message);
    }
}
