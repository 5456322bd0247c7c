using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ValidCode.ErrorHandling;

public interface IPlugin
{
    string Name { get; }

    Task RunAsync(CancellationToken token);
}

/// <summary>Loops in which one failure must not end the others.</summary>
public sealed class PluginHost(IEnumerable<IPlugin> plugins, ILogger<PluginHost> logger)
{
    public async Task<int> RunAllAsync(CancellationToken token)
    {
        var done = 0;
        foreach (var plugin in plugins)
        {
            try
            {
                await plugin.RunAsync(token);
                done++;
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                logger.LogError(ex, "Plugin {Plugin} failed", plugin.Name);
            }
        }

        return done;
    }
}

public interface IQueue
{
    Task<string> ReceiveAsync(CancellationToken token);

    Task AcknowledgeAsync(string message);
}

/// <summary>A worker that goes on after a failure, ends with its token, and acknowledges on purpose.</summary>
public sealed class Listener(IQueue queue, ILogger<Listener> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await HandleAsync(await queue.ReceiveAsync(stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception ex)
            {
                logger.LogError(ex, "A message could not be received");
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
            logger.LogError(ex, "Message dropped: {Length} characters", message.Length);
        }

        await queue.AcknowledgeAsync(message);
    }
}
