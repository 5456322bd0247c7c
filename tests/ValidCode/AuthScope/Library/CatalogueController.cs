using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Library;

[ApiController]
[Route("catalogue")]
public sealed class CatalogueController : ControllerBase
{
    private readonly Stock _stock;

    public CatalogueController(Stock stock) => _stock = stock;

    [HttpGet]
    [AllowAnonymous]
    public IEnumerable<Book> Search(string? title) =>
        _stock.Books.Where(book => title is null || book.Title.Contains(title, StringComparison.OrdinalIgnoreCase))
            .Take(50);

    [HttpPost]
    [Authorize(Policy = "librarian")]
    public IActionResult Add(Book book)
    {
        _stock.Put(book);
        return NoContent();
    }

    [HttpPut("{isbn}")]
    [Authorize(Policy = "librarian")]
    public IActionResult Replace(string isbn, Book book)
    {
        _stock.Put(book with { Isbn = isbn });
        return NoContent();
    }

    [HttpDelete("{isbn}")]
    [Authorize(Policy = "librarian")]
    public IActionResult Discard(string isbn) => _stock.Discard(isbn) ? NoContent() : NotFound();
}
