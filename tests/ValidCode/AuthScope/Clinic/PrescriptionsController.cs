using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Clinic;

public sealed record PrescriptionForm(string PatientUserId, string Substance, int Repeats);

[ApiController]
[Route("api/prescriptions")]
[Authorize]
public sealed class PrescriptionsController : ControllerBase
{
    private readonly ClinicContext _clinic;

    public PrescriptionsController(ClinicContext clinic) => _clinic = clinic;

    private string? UserId => User.FindFirstValue(ClaimTypes.NameIdentifier);

    [HttpGet("mine")]
    public Task<List<Prescription>> Mine(CancellationToken cancellation) =>
        _clinic.Prescriptions.Where(p => p.PatientUserId == UserId).ToListAsync(cancellation);

    [HttpPost]
    [Authorize(Policy = Policies.Prescribe)]
    public async Task<ActionResult<Prescription>> Prescribe(PrescriptionForm form)
    {
        var prescription = new Prescription
        {
            PatientUserId = form.PatientUserId,
            Substance = form.Substance,
            Repeats = form.Repeats,
        };
        _clinic.Add(prescription);
        await _clinic.SaveChangesAsync();
        return prescription;
    }

    [HttpPut("{id:int}/repeats")]
    [Authorize(Policy = Policies.Prescribe)]
    public async Task<IActionResult> ChangeRepeats(int id, int repeats)
    {
        if (await _clinic.Prescriptions.SingleOrDefaultAsync(p => p.Id == id) is not { } prescription)
            return NotFound();

        prescription.Repeats = repeats;
        await _clinic.SaveChangesAsync();
        return NoContent();
    }

    [HttpDelete("{id:int}")]
    [Authorize(Policy = Policies.Prescribe)]
    public async Task<IActionResult> Withdraw(int id)
    {
        var removed = await _clinic.Prescriptions.Where(p => p.Id == id).ExecuteDeleteAsync();
        return removed == 0 ? NotFound() : NoContent();
    }

    /// <summary>A patient asks for more of what they take.</summary>
    [HttpPost("renewals")]
    public async Task<IActionResult> AskForRenewal([FromBody] string substance)
    {
        _clinic.Add(new RenewalRequest { PatientUserId = UserId!, Substance = substance });
        await _clinic.SaveChangesAsync();
        return Accepted();
    }
}
