using AiAwareAnalyzers.Concurrency;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Concurrency;

[CSharp(12)]
public sealed class LeakOnFailureTests : RuleTests<LeakOnFailure, LeakOnFailureFix>
{
    private protected override ReferenceSet Framework => References.Sqlite;

    [TestCase(
        "var [|scope = scopes.CreateScope()|]; await scope.ServiceProvider.GetRequiredService<Worker>().RunAsync();",
        TestName = "A scope for one call")]
    [TestCase(
        """var [|scope = scopes.CreateScope()|]; var worker = scope.ServiceProvider.GetRequiredService<Worker>(); await worker.RunAsync();""",
        TestName = "A scope whose service is kept in a local")]
    [TestCase(
        "var [|scope = provider.CreateScope()|]; await scope.ServiceProvider.GetRequiredService<Worker>().RunAsync();",
        TestName = "A scope of a provider")]
    [TestCase(
        """var [|scope = provider.CreateAsyncScope()|]; await scope.ServiceProvider.GetRequiredService<Worker>().RunAsync();""",
        TestName = "A scope that can be awaited")]
    [TestCase(
        """var [|scope = scopes.CreateScope()|]; await scope.ServiceProvider.GetRequiredService<Worker>().RunAsync(); scope.Dispose();""",
        TestName = "A scope on success only")]
    [TestCase(
        "await [|scopes.CreateScope()|].ServiceProvider.GetRequiredService<Worker>().RunAsync();",
        TestName = "A scope in passing")]
    [TestCase(
        """var worker = [|provider.CreateAsyncScope()|].ServiceProvider.GetRequiredService<Worker>(); await worker.RunAsync();""",
        TestName = "A scope in passing whose service is kept")]
    [TestCase(
        "var [|db = await factory.CreateDbContextAsync()|]; db.Books.Add(new Book()); await db.SaveChangesAsync();",
        TestName = "A context of a factory")]
    [TestCase(
        """var [|db = factory.CreateDbContext()|]; var books = await db.Books.ToListAsync(); foreach (var book in books) Console.WriteLine(book.Id);""",
        TestName = "A context whose rows are kept")]
    [TestCase(
        """var [|db = new Shop()|]; try { await db.SaveChangesAsync(); } catch (DbUpdateException failure) { Console.WriteLine(failure); }""",
        TestName = "A context that was made, and a handler of something else")]
    [TestCase(
        """var [|link = new SqliteConnection("a")|]; link.Open(); var command = new SqliteCommand("select 1", link); command.ExecuteNonQuery(); link.Close();""",
        TestName = "A connection that is closed on success")]
    [TestCase(
        """var [|link = new SqliteConnection("a")|]; await link.OpenAsync(); await using var command = link.CreateCommand(); await command.ExecuteNonQueryAsync();""",
        TestName = "A connection that is never closed")]
    [TestCase(
        """using var link = new SqliteConnection("a"); using var command = link.CreateCommand(); var [|reader = await command.ExecuteReaderAsync()|]; while (await reader.ReadAsync()) Console.WriteLine(reader.GetInt32(0));""",
        TestName = "A reader")]
    [TestCase(
        "var [|file = new FileStream(path, FileMode.Open)|]; await file.CopyToAsync(Stream.Null);",
        TestName = "A file")]
    [TestCase(
        "var [|file = File.Create(path)|]; await Console.OpenStandardInput().CopyToAsync(file); file.Close();",
        TestName = "A file that is written to by another")]
    [TestCase(
        """var [|file = File.OpenText(path)|]; string? line; while ((line = file.ReadLine()) != null) Console.WriteLine(line);""",
        TestName = "A text that is read line by line")]
    [TestCase(
        """var [|writer = new StreamWriter(path)|]; writer.WriteLine("a"); await writer.FlushAsync(); writer?.Dispose();""",
        TestName = "A writer, asked if it is there")]
    [TestCase(
        """var [|zip = System.IO.Compression.ZipFile.OpenRead(path)|]; foreach (var entry in zip.Entries) Console.WriteLine(entry.Name);""",
        TestName = "An archive")]
    [TestCase(
        """var [|socket = new System.Net.Sockets.TcpClient()|]; await socket.ConnectAsync("shop", 1); Console.WriteLine(socket.Connected);""",
        TestName = "A socket")]
    public Task What_is_not_given_back(string body) => Flags(Class(body));

    [Test]
    public Task The_message_tells_what_is_missed() => Says(
        Class("""var [|scope = scopes.CreateScope()|]; await scope.ServiceProvider.GetRequiredService<Worker>().RunAsync();"""),
        "'scope' is disposed of nowhere, and what it has made, such as a database connection, is never given back; "
        + "declare it with 'using'");

    [Test]
    public Task The_message_tells_when_it_is_given_back() => Says(
        Class("var [|file = File.Create(path)|]; file.WriteByte(1); file.Close();"),
        "'file' is disposed of only where nothing throws before, and the file stays open until it is collected as "
        + "garbage; declare it with 'await using'");

    [TestCase(
        """var scope = provider.CreateAsyncScope(); await using (scope.ConfigureAwait(false)) { await scope.ServiceProvider.GetRequiredService<Worker>().RunAsync(); }""",
        TestName = "A scope that is given back through a wrapper")]
    [TestCase(
        "using var scope = scopes.CreateScope(); await scope.ServiceProvider.GetRequiredService<Worker>().RunAsync();",
        TestName = "Declared with using")]
    [TestCase(
        "await using var db = await factory.CreateDbContextAsync(); await db.SaveChangesAsync();",
        TestName = "Declared with await using")]
    [TestCase("using (var file = File.OpenRead(path)) file.ReadByte();", TestName = "A using statement")]
    [TestCase("var file = File.OpenRead(path); using (file) file.ReadByte();", TestName = "A using statement behind")]
    [TestCase(
        "var file = File.OpenRead(path); try { file.ReadByte(); } finally { file.Dispose(); }",
        TestName = "In finally")]
    [TestCase(
        "var file = File.OpenRead(path); try { file.ReadByte(); } catch { file.Dispose(); throw; }",
        TestName = "Where something fails")]
    [TestCase("var file = File.OpenRead(path); _kept = file;", TestName = "Kept in a field")]
    [TestCase("var file = File.OpenRead(path); Take(file);", TestName = "Handed on")]
    [TestCase("var file = File.OpenRead(path); using var reader = new StreamReader(file);", TestName = "Wrapped")]
    [TestCase("var file = File.OpenRead(path); Later(() => file.Dispose());", TestName = "Given back by a lambda")]
    [TestCase("var file = File.OpenRead(path); var other = file; other.Dispose();", TestName = "Under another name")]
    [TestCase(
        "var file = File.OpenRead(path); var files = new[] { file }; Console.WriteLine(files.Length);",
        TestName = "Kept in a list")]
    [TestCase("var memory = new MemoryStream(); memory.WriteByte(1);", TestName = "Memory is memory")]
    [TestCase(
        "var reader = new StreamReader(Stream.Null); reader.ReadLine();",
        TestName = "A reader of somebody else's stream")]
    [TestCase(
        "var text = await File.ReadAllTextAsync(path); Console.WriteLine(text);",
        TestName = "A file that is closed at once")]
    [TestCase("var request = new HttpRequestMessage(); Console.WriteLine(request.Method);", TestName = "A request")]
    [TestCase(
        "var scope = scopes.CreateScope(); _worker = scope.ServiceProvider.GetRequiredService<Worker>();",
        TestName = "A service of the scope is kept")]
    [TestCase(
        """var scope = scopes.CreateScope(); var worker = scope.ServiceProvider.GetRequiredService<Worker>(); Later(() => worker.RunAsync());""",
        TestName = "A service of the scope runs later")]
    [TestCase(
        """var scope = scopes.CreateScope(); var worker = scope.ServiceProvider.GetRequiredService<Worker>(); _ = new Holder(worker);""",
        TestName = "A service of the scope is held")]
    [TestCase(
        "var db = provider.GetRequiredService<Shop>(); await db.SaveChangesAsync();",
        TestName = "A context of the container")]
    public Task What_is_given_back_or_somebody_elses(string body) => Allows(Class(body));

    [TestCase(
        """public FileStream Open(string path) { var file = File.OpenRead(path); file.Seek(3, SeekOrigin.Begin); return file; }""",
        TestName = "Returned")]
    [TestCase(
        """public Worker Open(IServiceScopeFactory scopes) { var scope = scopes.CreateScope(); return scope.ServiceProvider.GetRequiredService<Worker>(); }""",
        TestName = "A service of a scope that is returned")]
    [TestCase(
        """public IQueryable<Book> Open(IDbContextFactory<Shop> factory) { var db = factory.CreateDbContext(); return db.Books.Where(book => book.Id > 3); }""",
        TestName = "A query that is returned")]
    [TestCase(
        """public Task<List<Book>> Open(IDbContextFactory<Shop> factory) { var db = factory.CreateDbContext(); return db.Books.ToListAsync(); }""",
        TestName = "A task that is not awaited")]
    [TestCase(
        """public IQueryable<Book> Open(IDbContextFactory<Shop> factory) { var db = factory.CreateDbContext(); var books = db.Books.Where(book => book.Id > 3); return books; }""",
        TestName = "A query in a local that is returned")]
    public Task What_needs_it_still_is_returned(string method) => Allows(Class("await Task.Yield();", method));

    [TestCase(
        """public async Task<List<Book>> Open(IDbContextFactory<Shop> factory) { var [|db = factory.CreateDbContext()|]; return await db.Books.ToListAsync(); }""",
        TestName = "Rows")]
    [TestCase(
        """public int Open(IDbContextFactory<Shop> factory) { var [|db = factory.CreateDbContext()|]; return db.Books.Count(); }""",
        TestName = "A number")]
    public Task What_needs_it_no_more_is_returned(string method) => Flags(Class("await Task.Yield();", method));

    [Test]
    public Task A_program_at_its_start_has_one_scope() => Allows("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var app = WebApplication.CreateBuilder(args).Build();
        var scope = app.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<object>().ToString();
        app.Run();
        """);

    [TestCase(
        "var [|scope = scopes.CreateScope()|]; await scope.ServiceProvider.GetRequiredService<Worker>().RunAsync();",
        "using var scope = scopes.CreateScope(); await scope.ServiceProvider.GetRequiredService<Worker>().RunAsync();",
        TestName = "With using")]
    [TestCase(
        "/* own */ Shop [|db = await factory.CreateDbContextAsync()|]; // done\nawait db.SaveChangesAsync();",
        "/* own */ await using Shop db = await factory.CreateDbContextAsync(); // done\nawait db.SaveChangesAsync();",
        TestName = "With await using")]
    public Task It_is_declared_with_using(string before, string after) => Fixes(Class(before), Class(after));

    [TestCase("var [|file = File.Create(path)|]; file.WriteByte(1); file.Close();", TestName = "It is closed already")]
    [TestCase(
        "FileStream [|file = File.Create(path)|], other = null!; file.WriteByte(1); Take(other);",
        TestName = "Two in one declaration")]
    [TestCase(
        "switch (path) { case \"a\": var [|file = File.Create(path)|]; file.WriteByte(1); break; }",
        TestName = "In a section of a switch")]
    public Task What_using_alone_does_not_repair(string body) => OffersNoFix(Class(body));

    /// <summary>The scope is given back where the work fails, and only then.</summary>
    [Test]
    public async Task After_the_repair_a_failure_leaves_nothing_behind() => Assert.That(
        await Running.Repairing<LeakOnFailure, LeakOnFailureFix>(
            """
            using System;
            using System.Threading.Tasks;
            using Microsoft.Extensions.DependencyInjection;

            public class Scope : IServiceScope
            {
                public static int Open;
                public Scope() => Open++;
                public IServiceProvider ServiceProvider => throw new InvalidOperationException();
                public void Dispose() => Open--;
            }

            public class Scopes : IServiceScopeFactory { public IServiceScope CreateScope() => new Scope(); }

            public static class Proof
            {
                public static Task<string> Run()
                {
                    try { Work(new Scopes()); } catch (InvalidOperationException) { }
                    return Task.FromResult(Scope.Open + " open");
                }

                static void Work(IServiceScopeFactory scopes)
                {
                    var scope = scopes.CreateScope();
                    Console.WriteLine(scope.ServiceProvider.GetService(typeof(object)));
                }
            }
            """,
            new Setting(Framework)),
        Is.EqualTo(("1 open", "0 open")));

    [TestCase("Console.WriteLine(SHA256.HashData([|File.OpenRead(path)|]).Length);", TestName = "A file for a hash")]
    [TestCase("Console.WriteLine((await SHA256.HashDataAsync([|File.OpenRead(path)|])).Length);",
        TestName = "A file for an awaited hash")]
    [TestCase("using var sha = SHA256.Create(); sha.ComputeHash([|new FileStream(path, FileMode.Open)|]);",
        TestName = "A stream of a file for a hash")]
    [TestCase("var book = await JsonSerializer.DeserializeAsync<Book>([|File.OpenRead(path)|]);",
        TestName = "A file for a serializer")]
    [TestCase("using var document = JsonDocument.Parse([|File.OpenRead(path)|]);", TestName = "A file for a document")]
    [TestCase("Console.WriteLine(XDocument.Load([|File.OpenRead(path)|]));", TestName = "A file for markup")]
    [TestCase("await Stream.Null.CopyToAsync([|File.Create(path)|]);", TestName = "A file that is filled")]
    [TestCase("await [|File.OpenRead(path)|].CopyToAsync(Stream.Null);", TestName = "A file that is copied")]
    [TestCase("Console.WriteLine([|new StreamReader(path)|].ReadToEnd());", TestName = "A reader in passing")]
    [TestCase("Console.WriteLine(await [|new StreamReader(File.OpenRead(path))|].ReadToEndAsync());",
        TestName = "A reader of a file in passing")]
    [TestCase("[|new StreamWriter(path)|].Write(1);", TestName = "A writer in passing")]
    [TestCase("var [|reader = new StreamReader(File.OpenRead(path))|]; Console.WriteLine(reader.ReadLine());",
        TestName = "A reader of a file")]
    [TestCase("var [|file = File.OpenRead(path)|]; Console.WriteLine(SHA256.HashData(file).Length);",
        TestName = "A file with a name for a hash")]
    public Task What_is_opened_where_it_is_used(string body) => Flags(Class(body));

    [TestCase("using var file = File.OpenRead(path); Console.WriteLine(SHA256.HashData(file).Length);",
        TestName = "A file with a using for a hash")]
    [TestCase("using var reader = new StreamReader(File.OpenRead(path)); Console.WriteLine(reader.ReadLine());",
        TestName = "A reader closes its file")]
    [TestCase("using var zip = new ZipArchive(File.OpenRead(path)); Console.WriteLine(zip.Entries.Count);",
        TestName = "An archive closes its file")]
    [TestCase("File.Create(path).Dispose();", TestName = "A file that shall only be there")]
    [TestCase("File.Create(path).Close();", TestName = "A file that is closed at once")]
    [TestCase("Take(File.OpenRead(path));", TestName = "A file that is handed on in passing")]
    [TestCase("Console.WriteLine(SHA256.HashData(new MemoryStream()).Length);", TestName = "Memory costs little")]
    [TestCase("var books = JsonSerializer.DeserializeAsyncEnumerable<Book>(File.OpenRead(path)); Console.Write(books);",
        TestName = "Books that are read later")]
    [TestCase("Console.WriteLine(SHA256.HashData(File.ReadAllBytes(path)).Length);", TestName = "All bytes")]
    [TestCase("Hashes.HashData(File.OpenRead(path));", TestName = "A method of the program may close it")]
    public Task What_is_closed_by_its_user(string body) => Allows(Class(body) + """
        public static class Hashes { public static void HashData(Stream file) => file.Dispose(); }
        """);

    [TestCase(
        """services.AddScoped<Holder>(sp => new Holder([|sp.CreateScope()|].ServiceProvider.GetRequiredService<Worker>()));""",
        TestName = "A factory that runs with each scope")]
    [TestCase(
        """services.AddTransient(sp => new Holder([|sp.CreateScope()|].ServiceProvider.GetRequiredService<Worker>()));""",
        TestName = "A factory that runs with each demand")]
    public Task A_scope_for_each_that_is_made(string body) => Flags(Setup(body, "IServiceCollection"));

    [TestCase("IServiceCollection", TestName = "While services are added")]
    [TestCase("object", TestName = "Wherever that is")]
    public Task The_scope_of_a_singleton_is_for_AIA1302(string parameter) => Allows(Setup(
        "services.AddSingleton<Holder>(sp => "
        + "new Holder(sp.CreateScope().ServiceProvider.GetRequiredService<Worker>()));",
        parameter));

    private static string Setup(string body, string parameter) => Class("") + $$"""
        public static class Services
        {
            public static void Add({{parameter}} given)
            {
                var services = (IServiceCollection)given;
                {{body}}
            }
        }
        """;

    private static string Class(string body, string more = "") => $$"""
        using System.IO.Compression;
        using System.Security.Cryptography;
        using System.Text.Json;
        using System.Xml.Linq;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;

        public class Service
        {
            FileStream? _kept; Worker? _worker;
            public async Task Run(
                IServiceScopeFactory scopes, IServiceProvider provider, IDbContextFactory<Shop> factory, string path)
            {
                await Task.Yield();
                {{body}}
            }

            {{more}}
            static void Take(FileStream file) { }
            static void Later(Action action) { }
        }
        public class Worker { public Task RunAsync() => Task.CompletedTask; }
        public class Holder { public Holder(Worker worker) { } }
        public class Book { public int Id { get; set; } }
        public class Shop : DbContext { public DbSet<Book> Books { get; set; } = null!; }

        """;
}
