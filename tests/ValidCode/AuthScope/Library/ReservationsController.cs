using Microsoft.AspNetCore.Mvc;

namespace Library;

[ApiController]
[Route("reservations")]
public sealed class ReservationsController : ControllerBase
{
    private readonly Stock _stock;

    public ReservationsController(Stock stock) => _stock = stock;

    [HttpPost("{isbn}")]
    public IActionResult Place(string isbn)
    {
        _stock.Reserve(new Reservation(isbn, User.Identity!.Name!));
        return Accepted();
    }

    [HttpDelete("{isbn}")]
    public IActionResult Cancel(string isbn) =>
        _stock.Release(new Reservation(isbn, User.Identity!.Name!)) ? NoContent() : NotFound();
}
