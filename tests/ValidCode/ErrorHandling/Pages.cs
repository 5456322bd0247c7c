using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace ValidCode.ErrorHandling;

/// <summary>While a page is rendered on the server, or after it was left, there is no browser to call.</summary>
public sealed class ThemeSwitch
{
    private readonly IJSRuntime _browser;

    public ThemeSwitch(IJSRuntime browser) => _browser = browser;

    public async Task<string> CurrentAsync()
    {
        try
        {
            return await _browser.InvokeAsync<string>("theme.current");
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
            await _browser.InvokeVoidAsync("theme.leave");
        }
        catch
        {
        }
    }
}

/// <summary>A view model shows what failed.</summary>
public sealed class CatalogView
{
    private readonly HttpClient _client;

    public CatalogView(HttpClient client) => _client = client;

    public List<string> Titles { get; private set; } = new();

    public string? Error { get; private set; }

    public bool IsLoading { get; private set; }

    public async Task LoadAsync()
    {
        IsLoading = true;
        try
        {
            Titles = (await _client.GetStringAsync("titles")).Split('\n').ToList();
        }
        catch (Exception ex)
        {
            Error = ex.Message;
            Titles = new();
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
            using var answer = await _client.PostAsync("titles", new StringContent(title));
            answer.EnsureSuccessStatusCode();
        }
        catch (Exception)
        {
            Error = "The title could not be saved. Is the network there?";
        }
    }
}

public sealed class ArchiveCheck : IHealthCheck
{
    private readonly HttpClient _client;

    public ArchiveCheck(HttpClient client) => _client = client;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await _client.GetStringAsync("archive", cancellationToken);
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
public sealed class ArchiveController : ControllerBase
{
    private readonly HttpClient _client;
    private readonly ILogger<ArchiveController> _logger;

    public ArchiveController(HttpClient client, ILogger<ArchiveController> logger) =>
        (_client, _logger) = (client, logger);

    [HttpGet("archive/{name}")]
    public async Task<IActionResult> Get(string name, CancellationToken cancellationToken)
    {
        try
        {
            return Content(
                await _client.GetStringAsync("archive/" + Uri.EscapeDataString(name), cancellationToken), "text/plain");
        }
        catch (HttpRequestException ex) when (ex.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return NotFound();
        }
        catch (HttpRequestException ex)
        {
            _logger.LogError(ex, "The archive does not answer");
            return StatusCode(502);
        }
    }
}
