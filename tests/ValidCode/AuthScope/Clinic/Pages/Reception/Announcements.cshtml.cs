using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Clinic.Pages.Reception;

public sealed class AnnouncementsModel : PageModel
{
    private readonly ClinicContext _clinic;

    public AnnouncementsModel(ClinicContext clinic) => _clinic = clinic;

    [BindProperty]
    public string Text { get; set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        _clinic.Add(new Announcement { Text = Text });
        await _clinic.SaveChangesAsync();
        return RedirectToPage();
    }
}
