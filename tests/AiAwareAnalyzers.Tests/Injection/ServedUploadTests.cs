using AiAwareAnalyzers.Injection;

namespace AiAwareAnalyzers.Tests.Injection;

[CSharp(12)]
public sealed class ServedUploadTests : RuleTests<ServedUpload>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    private static string Saving(string body, string more = "", string setup = "app.UseStaticFiles();") =>
        $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Components.Forms;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        class Setup { void Run(WebApplication app) { {{setup}} } }
        class Pictures(IWebHostEnvironment env)
        {
            const string Folder = "wwwroot/pictures";
            static readonly string[] Known = [".png", ".jpg"];
            public async Task SaveAsync(IFormFile file, IBrowserFile browser)
            {
                {{body}}
            }
            {{more}}
        }
        """;

    private const string Below = "var folder = Path.Combine(env.WebRootPath, \"pictures\"); ";

    private const string Named = "var name = $\"{Guid.NewGuid()}{Path.GetExtension(file.FileName)}\"; ";

    private const string Kept =
        "using var stream = new FileStream([|path|], FileMode.Create); await file.CopyToAsync(stream);";

    [TestCase(Below + Named + "var path = Path.Combine(folder, name); " + Kept)]
    [TestCase(Below + "var ext = Path.GetExtension(file.FileName); var path = Path.Combine(folder, Guid.NewGuid() + "
        + "ext); " + Kept)]
    [TestCase(Below + "var ext = Path.GetExtension(file.FileName).ToLowerInvariant(); var path = Path.Combine(folder, "
        + "$\"{Guid.NewGuid()}{ext}\"); " + Kept)]
    [TestCase(Below + "var path = Path.Combine(folder, Guid.NewGuid() + \"_\" + Path.GetFileName(file.FileName)); "
        + Kept)]
    [TestCase(Below + "var sent = file.FileName; var path = Path.Combine(folder, Guid.NewGuid() + "
        + "Path.GetExtension(sent)); " + Kept)]
    [TestCase(Named + "var path = Path.Combine(\"wwwroot\", \"pictures\", name); " + Kept)]
    [TestCase(Named + "var path = Path.Combine(Directory.GetCurrentDirectory(), \"wwwroot\", name); " + Kept)]
    [TestCase(Named + "var path = Path.Combine(env.ContentRootPath, Folder, name); " + Kept)]
    [TestCase(Named + "var root = env.WebRootPath ?? env.ContentRootPath; var path = Path.Combine(root, name); "
        + Kept)]
    [TestCase(Named + "var root = env.WebRootPath; var path = Path.Combine(root, name); " + Kept)]
    [TestCase(Named + "using var stream = File.Create([|Path.Combine(env.WebRootPath, name)|]); await "
        + "file.CopyToAsync(stream);")]
    [TestCase(Named + "using var stream = File.OpenWrite([|Path.Combine(env.WebRootPath, name)|]); await "
        + "file.CopyToAsync(stream);")]
    [TestCase(Named + "using var held = new MemoryStream(); await file.CopyToAsync(held); await "
        + "File.WriteAllBytesAsync([|Path.Combine(env.WebRootPath, name)|], held.ToArray());")]
    [TestCase("if (file.Length > 1_000_000) return; " + Below + Named + "var path = Path.Combine(folder, name); "
        + Kept)]
    [TestCase("if (file is null) return; " + Below + Named + "var path = Path.Combine(folder, name); " + Kept)]
    [TestCase("var name = Guid.NewGuid() + Path.GetExtension(browser.Name); using var stream = "
        + "File.Create([|Path.Combine(env.WebRootPath, name)|]); await browser.OpenReadStream().CopyToAsync(stream);")]
    public Task An_ending_that_the_sender_chose(string body) => Flags(Saving(body));

    [TestCase("app.MapStaticAssets();")]
    [TestCase("app.UseFileServer();")]
    public Task Whoever_serves(string setup) =>
        Flags(Saving(Below + Named + "var path = Path.Combine(folder, name); " + Kept, "", setup));

    [Test]
    public Task The_message_names_the_ending_and_the_folder() => Says(
        Saving(Below + Named + "var path = Path.Combine(folder, name); " + Kept),
        "'Path.GetExtension(file.FileName)' is whatever the sender says, and what is saved below 'env.WebRootPath' is "
        + "served: an uploaded page runs its scripts under the address of this application; look the ending up in a "
        + "list of those that are allowed, or save outside of the web root");

    private const string Looked = Below + "var ext = Path.GetExtension(file.FileName); {0} var path = "
        + "Path.Combine(folder, Guid.NewGuid() + ext); using var stream = new FileStream(path, FileMode.Create); await "
        + "file.CopyToAsync(stream);";

    [TestCase("if (!Known.Contains(ext)) return;")]
    [TestCase("var suffix = ext; if (!Known.Contains(suffix)) return;")]
    [TestCase("if (ext != \".png\") return;")]
    [TestCase("if (ext is not (\".png\" or \".jpg\")) return;")]
    [TestCase("if (!Known.Any(known => known == ext)) return;")]
    [TestCase("if (!IsPicture(ext)) return;")]
    [TestCase("if (!IsPicture(file)) return;")]
    [TestCase("if (file.ContentType != \"image/png\") return;")]
    [TestCase("if (!file.FileName.EndsWith(\".png\", StringComparison.Ordinal)) return;")]
    [TestCase("switch (ext) { case \".png\": break; default: return; }")]
    public Task An_ending_that_is_looked_at(string question) => Allows(Saving(
        Looked.Replace("{0}", question),
        "static bool IsPicture(string ext) => ext == \".png\"; static bool IsPicture(IFormFile file) => file.Length > "
        + "0;"));

    [TestCase(Below + "using var stream = File.Create(Path.Combine(folder, Guid.NewGuid() + \".png\")); await "
        + "file.CopyToAsync(stream);")]
    [TestCase(Named + "using var stream = File.Create(Path.Combine(env.ContentRootPath, \"uploads\", name)); await "
        + "file.CopyToAsync(stream);")]
    [TestCase(Named + "using var stream = File.Create(Path.Combine(Path.GetTempPath(), name)); await "
        + "file.CopyToAsync(stream);")]
    [TestCase(Below + "var name = Path.GetFileNameWithoutExtension(file.FileName); using var stream = "
        + "File.Create(Path.Combine(folder, name + \".png\")); await file.CopyToAsync(stream);")]
    [TestCase(Below + "var saved = new FileInfo(\"logo.png\"); using var stream = File.Create(Path.Combine(folder, "
        + "Guid.NewGuid() + Path.GetExtension(saved.Name))); await file.CopyToAsync(stream);")]
    [TestCase(Below + Named + "if (File.Exists(Path.Combine(folder, name))) await Task.Yield();")]
    [TestCase(Below + Named + "await Task.Yield(); File.Delete(Path.Combine(folder, name));")]
    public Task What_is_not_served_so(string body) => Allows(Saving(body));

    [Test]
    public Task Nothing_is_served() => Allows(Saving(
        Below + Named + "using var stream = File.Create(Path.Combine(folder, name)); await file.CopyToAsync(stream);",
        "",
        "app.UseRouting();"));

    [Test]
    public Task A_caller_has_looked() => Allows(Saving(
        Below + Named + "using var stream = File.Create(Path.Combine(folder, name)); await file.CopyToAsync(stream);",
        "public Task AddAsync(IFormFile file) => Known.Contains(Path.GetExtension(file.FileName)) ? SaveAsync(file, "
        + "null!) : Task.CompletedTask;"));

    [Test]
    public Task An_attribute_says_what_is_allowed() => Allows(Saving(
        Below + Named + "using var stream = File.Create(Path.Combine(folder, name)); await file.CopyToAsync(stream);")
        + "class AllowedExtensionsAttribute : Attribute { }");
}
