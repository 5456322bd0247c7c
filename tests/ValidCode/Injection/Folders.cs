using System.ComponentModel.DataAnnotations;

namespace ValidCode.Injection;

/// <summary>A folder that somebody has set up, and that is meant whole.</summary>
public sealed class Folder
{
    [MaxLength(500)]
    public string Location { get; set; } = "";

    public void Empty()
    {
        if (!Directory.Exists(Location)) return;
        Directory.Delete(Location, recursive: true);
        Directory.CreateDirectory(Location);
    }
}
