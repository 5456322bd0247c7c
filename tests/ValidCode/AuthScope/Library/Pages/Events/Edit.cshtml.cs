using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Library.Pages.Events;

[Authorize(Roles = "Librarian")]
public sealed class EditModel : PageModel
{
    private readonly Stock _stock;

    public EditModel(Stock stock) => _stock = stock;

    [BindProperty]
    public Book Book { get; set; } = new("", "", 0);

    public IActionResult OnPostSave()
    {
        _stock.Put(Book);
        return RedirectToPage();
    }

    public IActionResult OnPostDelete(string isbn)
    {
        _stock.Discard(isbn);
        return RedirectToPage();
    }
}
