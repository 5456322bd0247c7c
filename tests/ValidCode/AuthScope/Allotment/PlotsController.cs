using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Allotment;

public sealed record PlotForm(string Crop);

[Route("plots")]
public sealed class PlotsController : Controller
{
    private readonly Gardens _gardens;
    private readonly IPlots _plots;

    public PlotsController(Gardens gardens, IPlots plots)
    {
        _gardens = gardens;
        _plots = plots;
    }

    private string Me => User.FindFirstValue(ClaimTypes.NameIdentifier)!;

    [HttpGet]
    public IActionResult Mine() => View(_gardens.Plots.Where(plot => plot.OwnerId == Me).Take(100));

    /// <summary>A form with the members that a member may choose.</summary>
    [HttpPost]
    public async Task<IActionResult> Claim(PlotForm form)
    {
        _gardens.Plots.Add(new Plot { Crop = form.Crop, OwnerId = Me });
        await _gardens.SaveChangesAsync();
        return RedirectToAction("Mine");
    }

    /// <summary>A row whose members are all the writer's.</summary>
    [HttpPost("notices")]
    [Authorize(Policy = "committee")]
    public async Task<IActionResult> Announce(Notice notice)
    {
        _gardens.Notices.Add(notice);
        await _gardens.SaveChangesAsync();
        return NoContent();
    }

    /// <summary>The page that asks whether it is meant, and the one that does it.</summary>
    [HttpGet("{id}/delete")]
    public IActionResult Delete(int id) =>
        View(_gardens.Plots.SingleOrDefault(plot => plot.Id == id && plot.OwnerId == Me));

    [HttpPost("{id}/delete"), ActionName("Delete"), ValidateAntiForgeryToken]
    public async Task<IActionResult> DeleteConfirmed(int id)
    {
        await _gardens.Plots.Where(plot => plot.Id == id && plot.OwnerId == Me).ExecuteDeleteAsync();
        return RedirectToAction("Mine");
    }

    /// <summary>A look that is counted stays a look.</summary>
    [HttpGet("{id}")]
    public async Task<IActionResult> Show(int id)
    {
        var plot = await _gardens.Plots.SingleOrDefaultAsync(found => found.Id == id && found.OwnerId == Me);
        if (plot is null) return NotFound();

        plot.Visits++;
        await _gardens.SaveChangesAsync();
        return View(plot);
    }

    [HttpPost("{gardenId}/{plotId}/crop")]
    public IActionResult Plant(int gardenId, int plotId, string crop) =>
        _plots.Plant(gardenId, plotId, crop) ? NoContent() : Forbid();
}

/// <summary>Those who run the place set what they like.</summary>
[Route("admin/plots")]
[Authorize(Roles = "Admin")]
public sealed class PlotAdministrationController : Controller
{
    private readonly Gardens _gardens;

    public PlotAdministrationController(Gardens gardens) => _gardens = gardens;

    [HttpPut]
    public async Task<IActionResult> Put(Plot plot)
    {
        _gardens.Update(plot);
        await _gardens.SaveChangesAsync();
        return NoContent();
    }
}
