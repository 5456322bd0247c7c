using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Library.Pages.Events;

[Authorize(Roles = "Librarian")]
public sealed class CreateModel : PageModel
{
    private readonly Stock _stock;

    public CreateModel(Stock stock) => _stock = stock;

    [BindProperty]
    public Book Book { get; set; } = new("", "", 0);

    public IActionResult OnPost()
    {
        _stock.Put(Book);
        return RedirectToPage("Edit");
    }
}
