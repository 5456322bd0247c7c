using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Clinic;

public sealed record InvoiceForm(int PatientId, decimal Total);

/// <summary>Everything about money is for accountants.</summary>
[ApiController]
[Authorize(Roles = "Accountant")]
public abstract class FinanceController : ControllerBase
{
    protected FinanceController(ClinicContext clinic) => Clinic = clinic;

    protected ClinicContext Clinic { get; }
}

[Route("api/invoices")]
public sealed class InvoicesController : FinanceController
{
    public InvoicesController(ClinicContext clinic)
        : base(clinic)
    {
    }

    [HttpGet("{id:int}")]
    public async Task<ActionResult<Invoice>> Get(int id) =>
        await Clinic.Invoices.FindAsync(id) is { } invoice ? invoice : NotFound();

    [HttpPost]
    public async Task<ActionResult<Invoice>> Issue(InvoiceForm form)
    {
        var invoice = new Invoice { PatientId = form.PatientId, Total = form.Total };
        Clinic.Add(invoice);
        await Clinic.SaveChangesAsync();
        return invoice;
    }

    [HttpPost("{id:int}/payments")]
    public async Task<IActionResult> Pay(int id, decimal amount)
    {
        if (await Clinic.Invoices.FindAsync(id) is not { } invoice) return NotFound();
        if (amount <= 0 || invoice.Paid + amount > invoice.Total) return BadRequest();

        invoice.Paid += amount;
        await Clinic.SaveChangesAsync();
        return NoContent();
    }
}
