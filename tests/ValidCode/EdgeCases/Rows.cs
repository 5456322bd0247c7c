using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ValidCode.EdgeCases;

/// <summary>Rows that may be missing, and text that fits into its column.</summary>
[Authorize]
[ApiController]
[Route("labels")]
public sealed class LabelsController(Labels labels) : ControllerBase
{
    [HttpGet("{id:int}")]
    public async Task<ActionResult<Label>> GetAsync(int id, CancellationToken token) =>
        await labels.All.AsNoTracking().SingleOrDefaultAsync(label => label.Id == id, token) is { } label
            ? label
            : NotFound();

    [HttpGet("texts")]
    public async Task<Dictionary<int, string>> TextsAsync(CancellationToken token) =>
        await labels.All.AsNoTracking().Where(label => label.Text != "")
            .ToDictionaryAsync(label => label.Id, label => label.Text, token);

    [HttpGet("sizes")]
    public async Task<Dictionary<string, int>> SizesAsync(CancellationToken token) =>
        await labels.All.GroupBy(label => label.Text).ToDictionaryAsync(same => same.Key, same => same.Count(), token);

    [HttpGet("newest")]
    public Task<Label> NewestAsync(CancellationToken token) =>
        labels.All.AsNoTracking().OrderByDescending(label => label.Id).FirstAsync(token);

    [HttpGet("pages")]
    public async Task<ActionResult<int>> PagesAsync([Range(1, 100)] int size, CancellationToken token) =>
        (await labels.All.CountAsync(token) + size - 1) / size;

    [HttpPost("limited")]
    public async Task<IActionResult> AddAsync(NewLabel request, CancellationToken token)
    {
        labels.All.Add(new Label { Text = request.Text.Trim() });
        await labels.SaveChangesAsync(token);
        return NoContent();
    }

    [HttpPost("measured")]
    public async Task<IActionResult> AddMeasuredAsync([FromBody] OpenLabel request, CancellationToken token)
    {
        if (request.Text.Length > Label.LongestText) return BadRequest();
        labels.All.Add(new Label { Text = request.Text });
        await labels.SaveChangesAsync(token);
        return NoContent();
    }
}

public sealed record NewLabel([MaxLength(Label.LongestText)] string Text);

public sealed record OpenLabel(string Text);

public sealed class Label
{
    public const int LongestText = 50;

    public int Id { get; set; }

    [MaxLength(LongestText)]
    public string Text { get; set; } = "";
}

public sealed class Labels(DbContextOptions<Labels> options) : DbContext(options)
{
    public DbSet<Label> All => Set<Label>();
}
