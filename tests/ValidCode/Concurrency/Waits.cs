using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;

namespace ValidCode.Concurrency;

/// <summary>A program is read while it runs, and gets the time that it may take.</summary>
public static class Waits
{
    public static async Task<string> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using var program = Process.Start(start) ?? throw new InvalidOperationException("It did not start.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        var output = program.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = program.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await program.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            program.Kill(entireProcessTree: true);
            throw;
        }

        return program.ExitCode == 0 ? await output : throw new InvalidOperationException(await errors);
    }

    /// <summary>One pipe only, and read before the wait.</summary>
    public static string Version(string program)
    {
        using var asked = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true });
        if (asked is null) return "";

        var version = asked.StandardOutput.ReadToEnd();
        return asked.WaitForExit(5000) ? version : "";
    }
}

/// <summary>The client has no limit, because each of its requests has one.</summary>
public sealed class Rates(HttpClient client)
{
    public static void Register(IServiceCollection services) =>
        services.AddHttpClient<Rates>(client => client.Timeout = Timeout.InfiniteTimeSpan);

    public async Task<string> LoadAsync(string currency, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        return await client.GetStringAsync($"rates/{Uri.EscapeDataString(currency)}", patience.Token);
    }
}

/// <summary>The host ends the wait, and the program goes with it.</summary>
public sealed class Puller : Microsoft.Extensions.Hosting.BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pull = Process.Start("git", "pull");
        try
        {
            await pull.WaitForExitAsync(stoppingToken);
        }
        finally
        {
            if (!pull.HasExited) pull.Kill(entireProcessTree: true);
        }
    }
}

/// <summary>What is asked may be asked again; what is done is done once.</summary>
public sealed class Reminders(HttpClient client)
{
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await client.GetFromJsonAsync<int>("/reminders/count", cancellationToken);
            }
            catch (HttpRequestException) when (attempt < 3)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), cancellationToken);
            }
        }
    }

    public async Task AddAsync(string reminder, CancellationToken cancellationToken)
    {
        using var answer = await client.PostAsJsonAsync("/reminders", reminder, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}

/// <summary>What it pauses by hears of the stop, or is over before anybody minds.</summary>
public sealed class Patient(TimeProvider clock) : Microsoft.Extensions.Hosting.BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await BeatAsync();
            await RestAsync(stoppingToken);
        }
    }

    private static Task RestAsync(CancellationToken stoppingToken) => Task.Delay(Interval, stoppingToken);

    private async Task BeatAsync()
    {
        Console.WriteLine(clock.GetUtcNow());
        await Task.Delay(TimeSpan.FromMilliseconds(200));
    }
}
