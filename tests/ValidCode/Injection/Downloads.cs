using System.Diagnostics;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Hosting;

namespace ValidCode.Injection;

/// <summary>
/// Paths that stay inside their folder, commands whose arguments stay apart, addresses that the server chose.
/// </summary>
public sealed class Downloads(IHostEnvironment environment, HttpClient client) : Controller
{
    private static readonly HashSet<string> Hosts = ["api.example.com", "cdn.example.com"];

    [HttpGet("file")]
    public IActionResult Get(string name) =>
        PhysicalFile(Path.Combine(environment.ContentRootPath, Path.GetFileName(name)), "text/plain");

    [HttpGet("invoice/{id}")]
    public IActionResult Invoice(Guid id) =>
        PhysicalFile(Path.Combine(environment.ContentRootPath, $"{id}.pdf"), "application/pdf");

    [HttpGet("nested")]
    public IActionResult Nested(string path)
    {
        var root = Path.GetFullPath(environment.ContentRootPath) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(Path.Combine(root, path));
        if (!full.StartsWith(root, StringComparison.Ordinal)) return NotFound();
        return PhysicalFile(full, "text/plain");
    }

    [HttpPost("upload")]
    public async Task<IActionResult> Upload(IFormFile file)
    {
        var name = Guid.NewGuid().ToString("N") + Path.GetExtension(file.FileName);
        await using var target = System.IO.File.Create(Path.Combine(environment.ContentRootPath, name));
        await file.CopyToAsync(target);
        return Ok(name);
    }

    internal static void Unpack(string archive, string folder)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        using var zip = ZipFile.OpenRead(archive);
        foreach (var entry in zip.Entries)
        {
            var target = Path.GetFullPath(Path.Combine(root, entry.FullName));
            if (!target.StartsWith(root, StringComparison.Ordinal))
                throw new InvalidDataException("The archive leaves its folder.");
            entry.ExtractToFile(target);
        }
    }

    [HttpPost("convert")]
    public IActionResult Convert(string format)
    {
        using var process = Process.Start(new ProcessStartInfo("convert") { ArgumentList = { "input.png", format } });
        return Ok();
    }

    [HttpPost("thumbnail")]
    public IActionResult Thumbnail(int width)
    {
        using var process = Process.Start("convert", $"input.png -resize {width} output.png");
        return Ok();
    }

    /// <summary>The name of the folder could be "..": the path is compared, and the folder is its parent.</summary>
    [HttpGet("album")]
    public IActionResult Photo([FromQuery] string album, [FromQuery] string name)
    {
        var root = Path.Combine(environment.ContentRootPath, "albums") + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, Path.GetFileName(album), Path.GetFileName(name)));
        return path.StartsWith(root, StringComparison.Ordinal) ? PhysicalFile(path, "image/jpeg") : NotFound();
    }

    [HttpGet("login")]
    public IActionResult Login(string returnUrl) =>
        Url.IsLocalUrl(returnUrl) ? Redirect(returnUrl) : RedirectToAction(nameof(Search));

    [HttpGet("back")]
    public IActionResult Back(string returnUrl) => LocalRedirect(returnUrl);

    [HttpGet("search")]
    public IActionResult Search(string text) => Redirect("/products?text=" + Uri.EscapeDataString(text));

    [HttpGet("proxy")]
    public async Task<IActionResult> Proxy(string url, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !Hosts.Contains(uri.Host)) return BadRequest();
        return Ok(await client.GetStringAsync(uri, cancellation));
    }

    [HttpGet("user/{id}")]
    public Task<string> GetUser(string id, CancellationToken cancellation) =>
        client.GetStringAsync("https://api.example.com/users/" + Uri.EscapeDataString(id), cancellation);

    internal static void Map(WebApplication app) =>
        app.MapGet("/reports/{id:guid}", (Guid id) => Results.File(Path.Combine("reports", $"{id:N}.csv")));
}
