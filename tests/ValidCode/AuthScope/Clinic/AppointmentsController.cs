using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Clinic;

public sealed record AppointmentForm(int PatientId, DateTimeOffset At);

[ApiController]
[Route("api/appointments")]
public sealed class AppointmentsController : ControllerBase
{
    private readonly ClinicContext _clinic;

    public AppointmentsController(ClinicContext clinic) => _clinic = clinic;

    /// <summary>Taken hours, without names: the public web site shows them.</summary>
    [HttpGet("taken")]
    [AllowAnonymous]
    public Task<List<DateTimeOffset>> Taken(DateOnly day, CancellationToken cancellation)
    {
        var start = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return _clinic.Appointments
            .Where(a => !a.IsCancelled && a.At >= start && a.At < start.AddDays(1))
            .Select(a => a.At)
            .ToListAsync(cancellation);
    }

    [HttpPost]
    [Authorize(Policy = Policies.ManageAppointments)]
    public async Task<ActionResult<Appointment>> Book(AppointmentForm form)
    {
        var appointment = new Appointment { PatientId = form.PatientId, At = form.At };
        _clinic.Add(appointment);
        await _clinic.SaveChangesAsync();
        return appointment;
    }

    [HttpPut("{id:int}")]
    [Authorize(Policy = Policies.ManageAppointments)]
    public async Task<IActionResult> Move(int id, DateTimeOffset at)
    {
        if (await _clinic.Appointments.FindAsync(id) is not { } appointment) return NotFound();

        appointment.At = at;
        await _clinic.SaveChangesAsync();
        return NoContent();
    }

    [HttpDelete("{id:int}"), Authorize(Policy = Policies.ManageAppointments)]
    public async Task<IActionResult> Cancel(int id)
    {
        if (await _clinic.Appointments.FindAsync(id) is not { } appointment) return NotFound();

        appointment.IsCancelled = true;
        await _clinic.SaveChangesAsync();
        return NoContent();
    }
}
