using AiAwareAnalyzers.Injection;

namespace AiAwareAnalyzers.Tests.Injection;

public sealed class PathFromInputTests : RuleTests<PathFromInput, PathFromInputFix>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [Test]
    public Task A_file_read_by_a_combined_path_is_flagged() => Flags(Files("""
        public IActionResult Get(string name) => Ok(IO.File.ReadAllText(Path.Combine(Root, [|name|])));
        """));

    [Test]
    public Task A_file_read_by_an_interpolated_path_is_flagged() => Flags(Files("""
        public IActionResult Get(string name) => Ok(IO.File.ReadAllText($"reports/{[|name|]}.txt"));
        """));

    [Test]
    public Task A_file_read_by_a_concatenated_path_is_flagged() => Flags(Files("""
        public IActionResult Get(string name) => Ok(IO.File.ReadAllBytes(Root + "/" + [|name|]));
        """));

    [Test]
    public Task A_whole_path_is_flagged() => Flags(Files("""
        public IActionResult Get(string path) => Ok(IO.File.ReadAllLines([|path|]));
        """));

    [Test]
    public Task A_question_whether_it_exists_does_not_confine_it() => Flags(Files("""
        public IActionResult Get(string name)
        {
            var path = Path.Combine(Root, [|name|]);
            if (!IO.File.Exists(path)) return NotFound();
            return PhysicalFile(path, "text/plain");
        }
        """));

    [Test]
    public Task The_full_path_alone_does_not_confine_it() => Flags(Files("""
        public IActionResult Get(string name)
        {
            var path = Path.GetFullPath(Path.Combine(Root, [|name|]));
            return PhysicalFile(path, "text/plain");
        }
        """));

    [Test]
    public Task A_stream_is_flagged() => Flags(Files("""
        public IActionResult Get(string name) => File(new FileStream(Path.Join(Root, [|name|]), FileMode.Open), "text/plain");
        """));

    [Test]
    public Task A_reader_is_flagged() => Flags(Files("""
        public string Get(string name)
        {
            using var reader = new StreamReader(Path.Combine(Root, [|name|]));
            return reader.ReadToEnd();
        }
        """));

    [Test]
    public Task A_file_that_is_deleted_is_flagged() => Flags(Files("""
        public void Delete([FromQuery] string file) => IO.File.Delete(Path.Combine(Root, [|file|]));
        """));

    [Test]
    public Task A_target_of_a_copy_is_flagged() => Flags(Files("""
        public void Rename(Move move) => IO.File.Copy(Path.Combine(Root, "a"), Path.Combine(Root, [|move.Target|]));
        """));

    [Test]
    public Task A_folder_that_is_listed_is_flagged() => Flags(Files("""
        public string[] List(string folder) => Directory.GetFiles(Path.Combine(Root, [|folder|]));
        """));

    [Test]
    public Task The_name_of_an_upload_is_flagged() => Flags(Files("""
        public async Task Upload(IFormFile file)
        {
            using var target = IO.File.Create(Path.Combine(Root, [|file.FileName|]));
            await file.CopyToAsync(target);
        }
        """));

    [Test]
    public Task The_name_of_an_upload_after_an_id_is_flagged() => Flags(Files("""
        public async Task Upload(IFormFile file)
        {
            var name = $"{Guid.NewGuid()}_{[|file.FileName|]}";
            var path = Path.Combine(Root, name);
            using var target = new FileStream(path, FileMode.Create);
            await file.CopyToAsync(target);
        }
        """));

    [Test]
    public Task Uploads_in_a_loop_are_flagged() => Flags(Files("""
        public async Task Upload(List<IFormFile> files)
        {
            foreach (var file in files)
            {
                using var target = IO.File.Create(Path.Combine(Root, [|file.FileName|]));
                await file.CopyToAsync(target);
            }
        }
        """));

    [Test]
    public Task The_name_of_an_upload_is_input_below_the_web_too() => Flags(Files("""
        internal class Store
        {
            internal async Task Save(IFormFile upload)
            {
                using var target = IO.File.OpenWrite("/data/" + [|upload.FileName|]);
                await upload.CopyToAsync(target);
            }
        }
        """));

    [Test]
    public Task An_entry_of_an_archive_is_flagged() => Flags("""
        using System.IO.Compression;
        public class Unpacker
        {
            public void Unpack(ZipArchive archive, string folder)
            {
                foreach (var entry in archive.Entries)
                    entry.ExtractToFile(Path.Combine(folder, [|entry.FullName|]));
            }
        }
        """);

    [Test]
    public Task A_header_is_flagged() => Flags(Files("""
        public string Get() => IO.File.ReadAllText(Path.Combine(Root, [|Request.Headers["X-File"].ToString()|]));
        """));

    [Test]
    public Task A_route_value_of_a_minimal_endpoint_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create();
        app.MapGet("/files/{name}", (string name) => Results.File(Path.Combine("files", [|name|])));
        app.Run();
        """);

    [Test]
    public Task A_bound_property_of_a_page_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        public class Download : PageModel
        {
            [BindProperty] public string Name { get; set; } = "";
            public IActionResult OnPost() => Content(System.IO.File.ReadAllText(Path.Combine("files", [|Name|])));
        }
        """);

    [Test]
    public Task The_message_names_the_value_and_the_member() => Says(Files("""
        public IActionResult Get(string name) => Ok(IO.File.ReadAllText(Path.Combine(Root, [|name|])));
        """),
        "'name' is user input and can lead 'File.ReadAllText' out of its folder ('..', rooted paths); take "
        + "'Path.GetFileName' of it, or compare the full path with the folder before using it");

    [Test]
    public async Task The_name_of_a_folder_is_not_cut_off()
    {
        const string Code = """
            public IActionResult Get(string name) => Ok(IO.File.ReadAllText(Path.Combine(Root, [|name|], "a.txt")));
            """;
        await Says(
            Files(Code),
            "'name' is user input and can lead 'File.ReadAllText' out of its folder ('..', rooted paths); compare the "
            + "full path with the folder before using it");
        await OffersNoFix(Files(Code));
    }

    [TestCase("IO.Directory.Delete(Path.Combine(Root, [|name|]), true);", TestName = "A folder is deleted")]
    [TestCase("_ = IO.Directory.GetFiles(Path.Combine(Root, [|name|]));", TestName = "A folder is listed")]
    [TestCase("IO.Directory.CreateDirectory($\"{Root}/{[|name|]}/in\");", TestName = "A folder in a text")]
    public Task A_folder_is_not_told_to_take_a_name(string statement) => OffersNoFix(Files($$"""
        public void Do(string name) { {{statement}} }
        """));

    [Test]
    public Task A_folder_is_told_to_be_compared() => Says(Files("""
        public void Drop(string name) => IO.Directory.Delete(Path.Combine(Root, [|name|]));
        """),
        "'name' is user input and can lead 'Directory.Delete' out of its folder ('..', rooted paths); compare the "
        + "full path with the folder before using it");

    [Test]
    public Task A_name_of_a_folder_may_be_its_parent() => Says(Files("""
        [HttpPost("drop")]
        public void Drop(string name) => IO.Directory.Delete(Path.Combine(Root, [|Path.GetFileName(name)|]), true);
        """),
        "'Path.GetFileName(name)' is user input and can lead 'Directory.Delete' out of its folder ('..' is a name "
        + "too); compare the full path with the folder before using it");

    [TestCase("IO.File.ReadAllText(Path.Combine(Root, [|Path.GetFileName(wish.Name)|], \"a.txt\"))",
        TestName = "A member of the body as a folder")]
    [TestCase("IO.File.ReadAllText(Path.Combine(Root, [|Path.GetFileName(name)|], Path.GetFileName(wish.Name)))",
        TestName = "A folder before a name of a file")]
    [TestCase("IO.File.ReadAllText(Root + \"/\" + [|Path.GetFileName(name)|] + \"/a.txt\")", TestName = "A sum")]
    [TestCase("IO.Directory.EnumerateFiles(Path.Combine(Root, [|Path.GetFileNameWithoutExtension(name)|])).First()",
        TestName = "A name without its end")]
    [TestCase("IO.File.ReadAllText(Path.Combine(Root, [|Path.GetFileName(Request.Query[\"folder\"].ToString())|], "
        + "\"a.txt\"))", TestName = "A value of the query")]
    public Task A_name_from_outside_that_is_a_folder(string read) => Flags(Files($$"""
        public class Wish { public string Name { get; set; } = ""; }

        [HttpPost("read")]
        public string Read([FromBody] Wish wish, string name) => {{read}};
        """));

    [TestCase("var folder = Path.GetFileName(name); if (folder == \"..\") return \"\"; "
        + "return IO.File.ReadAllText(Path.Combine(Root, folder, \"a.txt\"));", TestName = "It is asked about")]
    [TestCase("var full = Path.GetFullPath(Path.Combine(Root, Path.GetFileName(name), \"a.txt\")); "
        + "return full.StartsWith(Root) ? IO.File.ReadAllText(full) : \"\";", TestName = "Its path is compared")]
    [TestCase("return IO.File.ReadAllText(Path.Combine(Root, \"u-\" + Path.GetFileName(name), \"a.txt\"));",
        TestName = "Something stands before it")]
    [TestCase("return IO.File.ReadAllText(Path.Combine(Root, Path.GetFileName(name) + \"-in\", \"a.txt\"));",
        TestName = "Something stands behind it")]
    [TestCase("IO.Directory.CreateDirectory(Path.Combine(Root, Path.GetFileName(name))); return \"\";",
        TestName = "Its parent is there already")]
    [TestCase("return IO.File.ReadAllText(Path.Combine(Root, Path.GetExtension(name), \"a.txt\"));",
        TestName = "An extension")]
    [TestCase("return IO.File.ReadAllText(Path.Combine(Root, Path.GetFileName(Root), \"a.txt\"));",
        TestName = "A name of the program")]
    [TestCase("return IO.File.ReadAllText(Path.Combine(Root, Path.GetFileName(id), \"a.txt\"));",
        TestName = "A segment of the address, which a server has resolved")]
    public Task A_name_that_leads_nowhere(string statements) => Allows(Files($$"""
        [HttpPost("read/{id}")]
        public string Read(string id, string name) { {{statements}} }
        """));

    [Test]
    public Task A_name_that_a_service_is_given() => Allows("""
        public class Store
        {
            public string Read(string name) => File.ReadAllText(Path.Combine("/data", Path.GetFileName(name), "a.txt"));
        }
        """);

    [Test]
    public Task A_file_name_is_allowed() => Allows(Files("""
        public IActionResult Get(string name) => Ok(IO.File.ReadAllText(Path.Combine(Root, Path.GetFileName(name))));
        """));

    [Test]
    public Task A_file_name_in_a_local_is_allowed() => Allows(Files("""
        public IActionResult Get(string name)
        {
            var file = Path.GetFileName(name);
            var path = Path.Combine(Root, file);
            return PhysicalFile(path, "text/plain");
        }
        """));

    [Test]
    public Task The_extension_of_an_upload_is_allowed() => Allows(Files("""
        public async Task Upload(IFormFile file)
        {
            using var target = IO.File.Create(Path.Combine(Root, Guid.NewGuid() + Path.GetExtension(file.FileName)));
            await file.CopyToAsync(target);
        }
        """));

    [Test]
    public Task A_comparison_with_the_root_is_allowed() => Allows(Files("""
        public IActionResult Get(string name)
        {
            var path = Path.GetFullPath(Path.Combine(Root, name));
            if (!path.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return BadRequest();
            return PhysicalFile(path, "text/plain");
        }
        """));

    [Test]
    public Task A_look_at_the_relative_path_is_allowed() => Allows(Files("""
        public IActionResult Get(string name)
        {
            var path = Path.GetFullPath(name, Root);
            if (Path.GetRelativePath(Root, path).StartsWith("..", StringComparison.Ordinal)) return BadRequest();
            return PhysicalFile(path, "text/plain");
        }
        """));

    [Test]
    public Task A_search_for_two_dots_is_allowed() => Allows(Files("""
        public IActionResult Get(string name)
        {
            if (name.Contains("..") || Path.IsPathRooted(name)) return BadRequest();
            return PhysicalFile(Path.Combine(Root, name), "text/plain");
        }
        """));

    [Test]
    public Task A_search_for_characters_is_allowed() => Allows(Files("""
        public IActionResult Get(string name)
        {
            if (name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0) return BadRequest();
            return PhysicalFile(Path.Combine(Root, name), "text/plain");
        }
        """));

    [Test]
    public Task A_list_of_known_files_is_allowed() => Allows(Files("""
        private static readonly string[] Known = { "a.txt", "b.txt" };
        public IActionResult Get(string name)
        {
            if (!Known.Contains(name)) return NotFound();
            return PhysicalFile(Path.Combine(Root, name), "text/plain");
        }
        """));

    [Test]
    public Task A_table_of_known_files_is_allowed() => Allows(Files("""
        private static readonly Dictionary<string, string> Known = new() { ["terms"] = "terms-2024.pdf" };
        public IActionResult Get(string name) => PhysicalFile(Path.Combine(Root, Known[name]), "application/pdf");
        """));

    [Test]
    public Task A_switch_of_constants_is_allowed() => Allows(Files("""
        public IActionResult Get(string kind) => PhysicalFile(Path.Combine(Root, kind switch { "pdf" => "a.pdf", _ => "a.txt" }), "text/plain");
        """));

    [Test]
    public Task An_id_is_allowed() => Allows(Files("""
        public IActionResult Get(Guid id) => PhysicalFile(Path.Combine(Root, id + ".pdf"), "application/pdf");
        """));

    [Test]
    public Task A_number_is_allowed() => Allows(Files("""
        public IActionResult Get(int year) => PhysicalFile(Path.Combine(Root, $"{year}.pdf"), "application/pdf");
        """));

    [Test]
    public Task An_enum_is_allowed() => Allows(Files("""
        public IActionResult Get(DayOfWeek day) => PhysicalFile(Path.Combine(Root, $"{day}.pdf"), "application/pdf");
        """));

    [Test]
    public Task A_path_of_a_record_is_allowed() => Allows(Files("""
        public interface IDocuments { Move Find(int id); }
        public IActionResult Get(int id, [FromServices] IDocuments documents) => PhysicalFile(Path.Combine(Root, documents.Find(id).Target), "application/pdf");
        """));

    [Test]
    public Task A_parameter_below_the_web_is_allowed() => Allows("""
        public class Store { public string Read(string path) => File.ReadAllText(path); }
        """);

    [Test]
    public Task A_private_method_of_a_controller_is_allowed() => Allows(Files("""
        public string Get() => Read("a.txt");
        private string Read(string name) => IO.File.ReadAllText(Path.Combine(Root, name));
        """));

    [Test]
    public Task A_method_that_is_no_action_is_allowed() => Allows(Files("""
        [NonAction] public string Read(string name) => IO.File.ReadAllText(Path.Combine(Root, name));
        """));

    [Test]
    public Task Arguments_of_a_tool_are_allowed() => Allows("""
        Console.WriteLine(File.ReadAllText(args[0]));
        """);

    [Test]
    public Task Content_that_comes_from_input_is_allowed() => Allows(Files("""
        public void Save(string text) => IO.File.WriteAllText(Path.Combine(Root, "note.txt"), text);
        """));

    [Test]
    public Task A_path_that_is_only_built_is_allowed() => Allows(Files("""
        public string Show(string name) => Path.Combine(Root, name);
        """));

    [Test]
    public Task A_random_name_is_allowed() => Allows(Files("""
        public async Task Upload(IFormFile file)
        {
            using var target = IO.File.Create(Path.Combine(Root, Path.GetRandomFileName()));
            await file.CopyToAsync(target);
        }
        """));

    [Test]
    public Task A_setting_is_allowed() => Allows(Files("""
        public string Get([FromServices] Microsoft.Extensions.Configuration.IConfiguration configuration) => IO.File.ReadAllText(configuration["Path"]!);
        """));

    [Test]
    public Task A_cleaned_name_is_allowed() => Allows(Files("""
        public string Get(string name) => IO.File.ReadAllText(Path.Combine(Root, SanitizeFileName(name)));
        private static string SanitizeFileName(string name) => string.Concat(name.Where(char.IsLetter));
        """));

    [Test]
    public Task The_name_of_an_upload_is_cut() => Fixes(
        Files("""
            public async Task Upload(IFormFile file)
            {
                using var target = IO.File.Create(Path.Combine(Root, [|file.FileName|])); // as it was called
                await file.CopyToAsync(target);
            }
            """),
        Files("""
            public async Task Upload(IFormFile file)
            {
                using var target = IO.File.Create(Path.Combine(Root, Path.GetFileName(file.FileName))); // as it was called
                await file.CopyToAsync(target);
            }
            """));

    [Test]
    public Task A_file_name_in_an_interpolation_is_cut() => Fixes(
        Files("""
            public string Get(string name) => IO.File.ReadAllText($"reports/{[|name|]}.txt");
            """),
        Files("""
            public string Get(string name) => IO.File.ReadAllText($"reports/{Path.GetFileName(name)}.txt");
            """));

    [Test]
    public Task A_whole_path_gets_no_fix() => OffersNoFix(Files("""
        public string Get(string fileName) => IO.File.ReadAllText([|fileName|]);
        """));

    [Test]
    public Task A_path_that_may_have_folders_gets_no_fix() => OffersNoFix(Files("""
        public string Get(string path) => IO.File.ReadAllText(Path.Combine(Root, [|path|]));
        """));

    [Test]
    public Task An_entry_of_an_archive_gets_no_fix() => OffersNoFix("""
        using System.IO.Compression;
        public class Unpacker
        {
            public void Unpack(ZipArchiveEntry entry, string folder) => entry.ExtractToFile(Path.Combine(folder, [|entry.FullName|]));
        }
        """);

    [TestCase("File.ReadAllText(Path.Combine(_root, [|name|]))", "_store.Read(name)",
        TestName = "Through an interface")]
    [TestCase("File.ReadAllText(Path.Combine(_root, [|name|]))", "new Store().Read(name.Trim())",
        TestName = "Through a class")]
    [TestCase("File.ReadAllText(Path.Combine(_root, [|name|]))", "Hand(name)", TestName = "Two steps away")]
    [TestCase("File.ReadAllText($\"{_root}/{[|name|]}.txt\")", "_store.Read(name)", TestName = "Spliced there")]
    public Task A_name_that_travels_is_flagged_where_it_becomes_a_path(string use, string call) =>
        Flags(Layers($"public string Read(string name) => {use};", call));

    [Test]
    public Task A_member_of_a_request_that_travels_whole_is_flagged() => Flags(Layers("""
        public string Read(string name) => "";
        public string Read(Wish wish) => File.ReadAllText(Path.Combine(_root, [|wish.Name|]));
        """, "new Store().Read(wish)"));

    [TestCase("File.ReadAllText(Path.Combine(_root, name))", "_store.Read(\"all.txt\")",
        TestName = "A constant is passed")]
    [TestCase("File.ReadAllText(Path.Combine(_root, name))", "_store.Read(Path.GetFileName(name))",
        TestName = "Confined by who passes it")]
    [TestCase("File.ReadAllText(Path.Combine(_root, Path.GetFileName(name)))", "_store.Read(name)",
        TestName = "Confined where it is used")]
    [TestCase("name.Contains(\"..\") ? \"\" : File.ReadAllText(Path.Combine(_root, name))", "_store.Read(name)",
        TestName = "Asked where it is used")]
    [TestCase("File.ReadAllText(Path.Combine(_root, name))", "name.Contains(\"..\") ? \"\" : _store.Read(name)",
        TestName = "Asked by who passes it")]
    [TestCase("File.ReadAllText(Path.Combine(_root, name))", "Known.Contains(name) ? _store.Read(name) : \"\"",
        TestName = "Looked up by who passes it")]
    [TestCase("File.ReadAllText(Path.Combine(_root, name))", "_store.Read(Guid.NewGuid() + \".txt\")",
        TestName = "A name of its own")]
    [TestCase("File.ReadAllText(Path.Combine(_root, name))", "_store.Read(wish.Number.ToString())",
        TestName = "A number")]
    [TestCase("name.Length.ToString()", "_store.Read(name)", TestName = "It becomes no path")]
    public Task A_name_that_travels_confined_is_fine(string use, string call) =>
        Allows(Layers($"public string Read(string name) => {use};", call));

    private static string Layers(string store, string call) => $$"""
        using Microsoft.AspNetCore.Mvc;
        public class Wish { public string Name { get; set; } = ""; public int Number { get; set; } }
        public interface IStore { string Read(string name); }
        public class Store : IStore
        {
            private readonly string _root = "/data";
            {{store}}
        }
        public class FilesController : ControllerBase
        {
            private static readonly string[] Known = { "a.txt" };
            private readonly IStore _store = new Store();
            public IActionResult Get(string name, Wish wish) => Ok({{call}});
            private string Hand(string handed) => _store.Read(handed);
        }
        """;

    private static string Files(string members) => $$"""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using IO = System.IO;
        public class Move { public string Target { get; set; } = ""; }
        public class FilesController : ControllerBase
        {
            {{members}}

            private const string Root = "/data";
        }
        """;
}
