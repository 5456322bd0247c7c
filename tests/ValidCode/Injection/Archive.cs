using Microsoft.AspNetCore.Mvc;

namespace ValidCode.Injection;

public interface IArchive
{
    string Read(string name);

    Task<string> AskAsync(string path, CancellationToken cancellation);
}

/// <summary>A store whose callers choose or confine the names that they hand on.</summary>
public sealed class Archive(HttpClient client) : IArchive
{
    public string Read(string name) => System.IO.File.ReadAllText(Path.Combine("/archive", name));

    public Task<string> AskAsync(string path, CancellationToken cancellation) =>
        client.GetStringAsync(path, cancellation);
}

public sealed class ArchiveController(IArchive archive) : Controller
{
    private static readonly HashSet<string> Known = ["rules.txt", "prices.txt"];

    [HttpGet("archive/rules")]
    public IActionResult Rules() => Ok(archive.Read("rules.txt"));

    [HttpGet("archive/file")]
    public IActionResult Get(string name) => Ok(archive.Read(Path.GetFileName(name)));

    [HttpGet("archive/known")]
    public IActionResult GetKnown(string name) => Known.Contains(name) ? Ok(archive.Read(name)) : NotFound();

    [HttpGet("archive/year")]
    public IActionResult GetYear(int year) => Ok(archive.Read($"{year}.txt"));

    [HttpGet("archive/remote")]
    public async Task<IActionResult> GetRemote(string number, CancellationToken cancellation) =>
        Ok(await archive.AskAsync($"/documents/{Uri.EscapeDataString(number)}", cancellation));
}
