using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace ValidCode.ErrorHandling;

/// <summary>While a page is rendered on the server, or after it was left, there is no browser to call.</summary>
public sealed class ThemeSwitch(IJSRuntime browser)
{
    public async Task<string> CurrentAsync()
    {
        try
        {
            return await browser.InvokeAsync<string>("theme.current");
        }
        catch (Exception)
        {
            return "";
        }
    }

    public async Task LeaveAsync()
    {
        try
        {
            await browser.InvokeVoidAsync("theme.leave");
        }
        catch
        {
        }
    }
}

/// <summary>A view model shows what failed.</summary>
public sealed class CatalogView(HttpClient client)
{
    public List<string> Titles { get; private set; } = [];

    public string? Error { get; private set; }

    public bool IsLoading { get; private set; }

    public async Task LoadAsync()
    {
        IsLoading = true;
        try
        {
            Titles = [.. (await client.GetStringAsync("titles")).Split('\n')];
        }
        catch (Exception ex)
        {
            Error = ex.Message;
            Titles = [];
        }
        finally
        {
            IsLoading = false;
        }
    }

    public async Task SaveAsync(string title)
    {
        try
        {
            using var answer = await client.PostAsync("titles", new StringContent(title));
            answer.EnsureSuccessStatusCode();
        }
        catch (Exception)
        {
            Error = "The title could not be saved. Is the network there?";
        }
    }
}

public sealed class ArchiveCheck(HttpClient client) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await client.GetStringAsync("archive", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception ex)
        {
            return HealthCheckResult.Unhealthy("The archive does not answer", ex);
        }
    }
}

/// <summary>Endpoints that name what is expected, and let the rest go to the middleware.</summary>
[ApiController]
public sealed class ArchiveController(HttpClient client, ILogger<ArchiveController> logger) : ControllerBase
{
    [HttpGet("archive/{name}")]
    public async Task<IActionResult> Get(string name, CancellationToken cancellationToken)
    {
        try
        {
            return Content(await client.GetStringAsync("archive/" + Uri.EscapeDataString(name), cancellationToken), "text/plain");
        }
        catch (HttpRequestException ex) when (ex.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return NotFound();
        }
        catch (HttpRequestException ex)
        {
            logger.LogError(ex, "The archive does not answer");
            return StatusCode(502);
        }
    }
}
