using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Clinic;

public sealed record LabReport(int PatientId, string Finding);

[ApiController]
[Route("api/lab")]
public sealed class LabController : ControllerBase
{
    private readonly ClinicContext _clinic;
    private readonly SignatureCheck _signature;

    public LabController(ClinicContext clinic, SignatureCheck signature)
    {
        _clinic = clinic;
        _signature = signature;
    }

    [HttpGet("results")]
    [RequireScope("lab")]
    public Task<List<LabResult>> Results(int patientId, CancellationToken cancellation) =>
        _clinic.LabResults.Where(r => r.PatientId == patientId).ToListAsync(cancellation);

    [HttpPost("results")]
    [RequireScope("lab")]
    public async Task<ActionResult<LabResult>> Record(LabReport report)
    {
        var result = new LabResult { PatientId = report.PatientId, Finding = report.Finding };
        _clinic.Add(result);
        await _clinic.SaveChangesAsync();
        return result;
    }

    [HttpPatch("results/{id:int}")]
    [RequireScope("lab")]
    public async Task<IActionResult> Correct(int id, [FromBody] string finding)
    {
        if (await _clinic.LabResults.FindAsync(id) is not { } result) return NotFound();

        result.Finding = finding;
        await _clinic.SaveChangesAsync();
        return NoContent();
    }

    /// <summary>The laboratory calls with no token; it signs what it sends.</summary>
    [HttpPost("webhook")]
    public async Task<IActionResult> Webhook(
        [FromHeader(Name = "X-Signature")] string? signature, [FromBody] string payload)
    {
        if (!_signature.Matches(payload, signature)) return Unauthorized();

        _clinic.Add(new LabResult { Finding = payload });
        await _clinic.SaveChangesAsync();
        return NoContent();
    }
}
