using Microsoft.AspNetCore.Mvc;

namespace Library;

[ApiController]
[Route("books/{isbn}/reviews")]
public sealed class ReviewsController : ControllerBase
{
    private readonly Stock _stock;

    public ReviewsController(Stock stock) => _stock = stock;

    [HttpGet]
    public IEnumerable<Review> List(string isbn) => _stock.ReviewsOf(isbn);

    [HttpPost]
    public IActionResult Publish(string isbn, [FromBody] string text)
    {
        _stock.Publish(new Review(isbn, User.Identity!.Name!, text));
        return NoContent();
    }

    [HttpPut]
    public IActionResult Rewrite(string isbn, [FromBody] string text)
    {
        _stock.Publish(new Review(isbn, User.Identity!.Name!, text));
        return NoContent();
    }

    [HttpDelete]
    public IActionResult Withdraw(string isbn) =>
        _stock.Withdraw(isbn, User.Identity!.Name!) ? NoContent() : NotFound();
}
