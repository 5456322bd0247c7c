using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Clinic;

[ApiController]
[Route("api/documents")]
public sealed class DocumentsController : ControllerBase
{
    private readonly IAuthorizationService _authorization;
    private readonly ClinicContext _clinic;

    public DocumentsController(ClinicContext clinic, IAuthorizationService authorization)
    {
        _clinic = clinic;
        _authorization = authorization;
    }

    [HttpPost]
    [Authorize(Roles = "Doctor,Nurse")]
    public async Task<ActionResult<Document>> Write([FromBody] string text)
    {
        var document = new Document { AuthorId = User.FindFirstValue(ClaimTypes.NameIdentifier)!, Text = text };
        _clinic.Add(document);
        await _clinic.SaveChangesAsync();
        return document;
    }

    [HttpPut("{id:int}")]
    public async Task<IActionResult> Edit(int id, [FromBody] string text)
    {
        if (await _clinic.Documents.FindAsync(id) is not { } document) return NotFound();

        var verdict = await _authorization.AuthorizeAsync(User, document, Policies.EditDocument);
        if (!verdict.Succeeded) return Forbid();

        document.Text = text;
        await _clinic.SaveChangesAsync();
        return NoContent();
    }

    [HttpDelete("{id:int}")]
    public async Task<IActionResult> Shred(int id)
    {
        if (await _clinic.Documents.FindAsync(id) is not { } document) return NotFound();
        if (!(await _authorization.AuthorizeAsync(User, document, Policies.EditDocument)).Succeeded) return Forbid();

        _clinic.Remove(document);
        await _clinic.SaveChangesAsync();
        return NoContent();
    }
}
