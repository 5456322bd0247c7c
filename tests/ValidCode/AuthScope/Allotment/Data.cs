using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Allotment;

public sealed class Plot
{
    public int Id { get; set; }

    public int GardenId { get; set; }

    public string OwnerId { get; set; } = "";

    public string Crop { get; set; } = "";

    public bool IsApproved { get; set; }

    [ConcurrencyCheck]
    public int Visits { get; set; }
}

/// <summary>Nothing here is anybody's to protect: whoever may write a notice may write all of it.</summary>
public sealed class Notice
{
    public int Id { get; set; }

    public string Title { get; set; } = "";

    public string Text { get; set; } = "";
}

public sealed class Gardens : DbContext
{
    public DbSet<Plot> Plots => Set<Plot>();

    public DbSet<Notice> Notices => Set<Notice>();
}
