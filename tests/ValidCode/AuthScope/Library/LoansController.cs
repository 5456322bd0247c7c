using Microsoft.AspNetCore.Mvc;

namespace Library;

/// <summary>What members do with their own loans: the fallback policy is all it takes.</summary>
[Route("loans")]
public sealed class LoansController : Controller
{
    private readonly Stock _stock;

    public LoansController(Stock stock) => _stock = stock;

    [HttpGet]
    public IActionResult Index() => View(_stock.LoansOf(User.Identity!.Name));

    [HttpPost("{isbn}")]
    [ValidateAntiForgeryToken]
    public IActionResult Borrow(string isbn)
    {
        _stock.Lend(isbn, User.Identity!.Name!);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("{isbn}/renewal")]
    [ValidateAntiForgeryToken]
    public IActionResult Renew(string isbn)
    {
        if (!_stock.Renew(isbn, User.Identity!.Name!)) return NotFound();

        return RedirectToAction(nameof(Index));
    }

    [HttpDelete("{isbn}")]
    public IActionResult Return(string isbn) => _stock.TakeBack(isbn, User.Identity!.Name!) ? NoContent() : NotFound();
}
