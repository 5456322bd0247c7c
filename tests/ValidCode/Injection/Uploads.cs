using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ValidCode.Injection;

/// <summary>Pictures that everybody may see are pictures.</summary>
public sealed class Portraits(IWebHostEnvironment environment)
{
    private static readonly string[] Endings = [".png", ".jpg", ".webp"];

    public async Task<string?> SaveAsync(IFormFile file)
    {
        var ending = Path.GetExtension(file.FileName).ToLowerInvariant();
        if (!Endings.Contains(ending)) return null;

        var name = $"{Guid.NewGuid()}{ending}";
        await using var stream = File.Create(Path.Combine(environment.WebRootPath, "portraits", name));
        await file.CopyToAsync(stream);
        return name;
    }
}

/// <summary>What only its owner may fetch, through an endpoint that asks, lies outside of the web root.</summary>
public sealed class Enclosures(IWebHostEnvironment environment)
{
    public async Task<string> SaveAsync(IFormFile file)
    {
        var name = $"{Guid.NewGuid()}{Path.GetExtension(file.FileName)}";
        await using var stream = File.Create(Path.Combine(environment.ContentRootPath, "enclosures", name));
        await file.CopyToAsync(stream);
        return name;
    }
}
