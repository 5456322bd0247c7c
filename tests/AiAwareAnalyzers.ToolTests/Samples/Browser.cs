using Microsoft.Playwright;

namespace AiAwareAnalyzers.ToolTests.Samples;

/// <summary>The Chromium of the distribution, without a window.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    public static async Task<Browser> Start()
    {
        var program = Array.Find(Places, File.Exists)
            ?? throw new FileNotFoundException("There is no Chromium: install the distribution's, as .ci/run does");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = program, Args = ["--no-sandbox"] });
        return new Browser(playwright, browser);
    }

    /// <summary>Opens a file; what the page complains about is collected.</summary>
    public async Task<(IPage Page, List<string> Complaints)> Open(string file, ColorScheme scheme, int width)
    {
        var context = await _browser.NewContextAsync(new()
        {
            ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, Offline = true,
        });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFailed += (_, request) => complaints.Add($"{request.Url}: {request.Failure}");
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return (page, complaints);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
