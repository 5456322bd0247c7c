using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Clinic;

public sealed record PatientForm(string Name, DateOnly Born);

[ApiController]
[Route("api/patients")]
[Authorize(Policy = Policies.ManagePatients)]
public sealed class PatientsController : ControllerBase
{
    private readonly ClinicContext _clinic;

    public PatientsController(ClinicContext clinic) => _clinic = clinic;

    [HttpGet]
    public IAsyncEnumerable<Patient> List(int page) =>
        _clinic.Patients.OrderBy(p => p.Id).Skip(Math.Max(page, 0) * 50).Take(50).AsAsyncEnumerable();

    [HttpGet("{id:int}")]
    public async Task<ActionResult<Patient>> Get(int id) =>
        await _clinic.Patients.FindAsync(id) is { } patient ? patient : NotFound();

    [HttpPost]
    public async Task<ActionResult<Patient>> Create(PatientForm form)
    {
        var patient = new Patient { Name = form.Name, Born = form.Born };
        _clinic.Patients.Add(patient);
        await _clinic.SaveChangesAsync();
        return CreatedAtAction(nameof(Get), new { id = patient.Id }, patient);
    }

    [HttpPut("{id:int}")]
    public async Task<IActionResult> Update(int id, PatientForm form)
    {
        if (await _clinic.Patients.FindAsync(id) is not { } patient) return NotFound();

        patient.Name = form.Name;
        patient.Born = form.Born;
        await _clinic.SaveChangesAsync();
        return NoContent();
    }

    [HttpDelete("{id:int}")]
    public async Task<IActionResult> Delete(int id) =>
        await _clinic.Patients.Where(p => p.Id == id).ExecuteDeleteAsync() == 0 ? NotFound() : NoContent();
}
