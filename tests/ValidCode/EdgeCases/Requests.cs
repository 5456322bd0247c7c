using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ValidCode.EdgeCases;

/// <summary>Numbers and texts of requests that are looked at before they are used.</summary>
[Authorize]
[ApiController]
[Route("books")]
public sealed class BooksController(Catalog catalog) : ControllerBase
{
    private const int MaxPageSize = 100;

    [HttpGet("clamped")]
    public Task<List<Book>> ClampedAsync(int pageSize, CancellationToken token) =>
        catalog.Books.OrderBy(book => book.Id).Take(Math.Clamp(pageSize, 1, MaxPageSize)).ToListAsync(token);

    [HttpGet("refused")]
    public async Task<ActionResult<List<Book>>> RefusedAsync(int pageSize, CancellationToken token)
    {
        if (pageSize is < 1 or > MaxPageSize) return BadRequest();
        return await catalog.Books.OrderBy(book => book.Id).Take(pageSize).ToListAsync(token);
    }

    [HttpGet("ranged")]
    public Task<List<Book>> RangedAsync([Range(1, MaxPageSize)] int pageSize, CancellationToken token) =>
        catalog.Books.OrderBy(book => book.Id).Take(pageSize).ToListAsync(token);

    [HttpGet("model")]
    public Task<List<Book>> OfModelAsync([FromQuery] BookQuery query, CancellationToken token) =>
        catalog.Books.OrderBy(book => book.Id).Take(query.Size).ToListAsync(token);

    [HttpPost("copies")]
    public IActionResult Count(CreateBookRequest request) => Ok(request.Copies);

    [HttpGet("fixed")]
    public Task<List<Book>> FixedAsync(CancellationToken token) =>
        catalog.Books.OrderBy(book => book.Id).Take(20).ToListAsync(token);

    [HttpGet("month/{year:int}/{month:int}")]
    public IActionResult Month(int year, int month)
    {
        if (month < 1 || month > 12 || year is < 1900 or > 2200) return BadRequest();
        return Ok(new DateOnly(year, month, 1));
    }

    [HttpGet("routed/{year:int:min(1900):max(2200)}/{month:range(1,12)}")]
    public IActionResult Routed(int year, int month) => Ok(Months.FirstDay(year, month));

    [HttpGet("kind/{kind:int}")]
    public IActionResult OfKind(int kind) => Enum.IsDefined((BookKind)kind) ? Ok(kind) : NotFound();

    [HttpGet("mine")]
    public IActionResult Mine() =>
        int.TryParse(User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? Ok(id) : Unauthorized();

    /// <summary>The application has signed the claim itself.</summary>
    [HttpGet("signed")]
    public IActionResult Signed() => Ok(Guid.Parse(User.FindFirstValue("reader")!));

    [HttpGet("rescued")]
    public IActionResult Rescued(string id)
    {
        try
        {
            return Ok(Guid.Parse(id));
        }
        catch (FormatException)
        {
            return BadRequest();
        }
    }

    /// <summary>NaN is not inside.</summary>
    [HttpGet("near")]
    public IActionResult Near(string latitude)
    {
        if (!double.TryParse(latitude, out var degrees) || !(degrees >= -90 && degrees <= 90)) return BadRequest();
        return Ok(degrees);
    }

    [HttpGet("far")]
    public IActionResult Far(string longitude)
    {
        if (!double.TryParse(longitude, out var degrees) || !double.IsFinite(degrees)) return BadRequest();
        if (degrees < -180 || degrees > 180) return BadRequest();
        return Ok(degrees);
    }
}

public enum BookKind
{
    Novel,
    Poem,
}

public sealed class BookQuery
{
    [Range(1, 100)]
    public int Size { get; set; } = 20;
}

/// <summary>No endpoint takes it: a job of the same program reads the file that it stands in.</summary>
public sealed class ShelfInput
{
    [Required]
    public int Copies { get; set; }
}

public sealed class CreateBookRequest
{
    [Required]
    public string Title { get; set; } = "";

    [Required]
    public int? Pages { get; set; }

    [Required, Range(1, 5)]
    public int Stars { get; set; }

    [JsonRequired]
    public Guid Author { get; set; }

    [Required]
    public required DateOnly Printed { get; set; }

    [Required]
    public int Copies { get; set; } = 1;

    [Required]
    public int PublisherId { get; set; }
}

/// <summary>Every route here lets in months only.</summary>
public static class Months
{
    public static DateOnly FirstDay(int year, int month) => new(year, month, 1);
}
