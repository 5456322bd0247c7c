using System.Reflection;
using System.Runtime.Loader;
using AiAwareAnalyzers.Injection;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.Data.Sqlite;

namespace AiAwareAnalyzers.Tests.Injection;

/// <summary>
/// The fixes for SQL, run against a database: before, the injection succeeds; after, it fails, and honest questions get
/// the same answer.
/// </summary>
public sealed class SqlFixesRunTests
{
    private const string Injection = "x' OR '1' LIKE '1";

    /// <summary>Two products; only one is called what an honest caller asks for.</summary>
    private const string Products = """
        CREATE TABLE products (id INTEGER, name TEXT, secret TEXT);
        INSERT INTO products VALUES (1, 'pen', 'a');
        INSERT INTO products VALUES (2, 'book', 'b');
        """;

    [OneTimeSetUp]
    public static void LoadTheDatabase() => SQLitePCL.Batteries_V2.Init();

    [Test]
    public Task A_value_in_an_interpolated_statement_of_Dapper() => Closes("""
        public static long Ask(SqliteConnection connection, string name) =>
            connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM products WHERE name = '{name}'");
        """);

    [Test]
    public Task A_value_in_a_concatenated_statement_beside_a_parameter() => Closes("""
        public static long Ask(SqliteConnection connection, string name)
        {
            var id = 1;
            return connection.ExecuteScalar<long>("SELECT COUNT(*) FROM products WHERE id = @id AND name = '" + name + "'", new { id });
        }
        """);

    [Test]
    public Task A_value_in_the_text_of_a_command() => Closes("""
        public static long Ask(SqliteConnection connection, string name)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM products WHERE name = '{name.Trim()}'";
            return (long)command.ExecuteScalar()!;
        }
        """);

    [Test]
    public Task A_value_in_the_constructor_of_a_command() => Closes("""
        public static long Ask(SqliteConnection connection, string name)
        {
            var sql = "SELECT COUNT(*) FROM products WHERE name = '" + name + "'";
            using var command = new SqliteCommand(sql, connection);
            return (long)command.ExecuteScalar()!;
        }
        """);

    [Test]
    public Task A_value_in_a_command_of_an_unknown_provider() => Closes("""
        public static long Ask(IDbConnection connection, string name)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM products WHERE name = '{name}'";
            return (long)command.ExecuteScalar()!;
        }
        """);

    [Test]
    public Task A_pattern() => Closes("""
        public static long Ask(SqliteConnection connection, string name) =>
            connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM products WHERE name LIKE '{name}%'");
        """);

    [Test]
    public Task A_value_in_a_query_of_Entity_Framework() => Closes("""
        public static long Ask(SqliteConnection connection, string name)
        {
            using var shop = new Shop(connection);
            return shop.Products.FromSqlRaw($"SELECT * FROM products WHERE name = '{name}'").AsEnumerable().Count();
        }
        """);

    [Test]
    public Task A_value_in_a_command_of_Entity_Framework() => Closes("""
        public static long Ask(SqliteConnection connection, string name)
        {
            using var shop = new Shop(connection);
            return shop.Database.ExecuteSqlRaw($"UPDATE products SET secret = '' WHERE name = '{name}'");
        }
        """);

    [Test]
    public Task A_column_to_sort_by_with_Dapper() => ClosesClause("""
        public static string Ask(SqliteConnection connection, string sort)
        {
            return string.Join(",", connection.Query<string>($"SELECT name FROM products ORDER BY {sort}"));
        }
        """);

    [Test]
    public Task A_column_to_sort_by_in_a_command() => ClosesClause("""
        public static string Ask(SqliteConnection connection, string sort)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT name FROM products WHERE id > @id ORDER BY {sort}";
            command.Parameters.AddWithValue("@id", 0);
            using var reader = command.ExecuteReader();
            var names = "";
            while (reader.Read()) names += "," + reader.GetString(0);
            return names.TrimStart(',');
        }
        """);

    [Test]
    public Task A_column_to_sort_by_with_Entity_Framework() => ClosesClause("""
        public static string Ask(SqliteConnection connection, string sort)
        {
            using var shop = new Shop(connection);
            return string.Join(",", shop.Products.FromSqlRaw($"SELECT * FROM products ORDER BY {sort}").AsEnumerable().Select(product => product.Name));
        }
        """);

    private static async Task ClosesClause(string code)
    {
        const string Probe = "(CASE WHEN (SELECT secret FROM products WHERE id = 1) = 'a' THEN name ELSE -id END)";

        var before = await Compile<InterpolatedClause, InterpolatedClauseFix>(code, repaired: false);
        Assert.That(before(Probe), Is.EqualTo("book,pen"), "before, the order answers what the secret is");

        var after = await Compile<InterpolatedClause, InterpolatedClauseFix>(code, repaired: true);
        Assert.That(() => after(Probe), Throws.InnerException.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(after("Name"), Is.EqualTo("book,pen"));
    }

    private static async Task Closes(string code)
    {
        var before = await Compile<ConcatenatedSql, ConcatenatedSqlFix>(code, repaired: false);
        Assert.That(before(Injection), Is.Positive, "before, the injection succeeds");

        var after = await Compile<ConcatenatedSql, ConcatenatedSqlFix>(code, repaired: true);
        Assert.That(after(Injection), Is.Zero, "after, it fails");
        Assert.That(after("pen"), Is.EqualTo(before("pen")).And.EqualTo(1), "an honest question gets its answer");
    }

    /// <summary>The method <c>Ask</c> of the code, as it is or repaired, on a fresh database.</summary>
    private static async Task<Func<string, object?>> Compile<TRule, TFix>(string members, bool repaired)
        where TRule : Rule, new()
        where TFix : CodeFixProvider, new()
    {
        var code = $$"""
            using System;
            using System.Collections.Generic;
            using System.Data;
            using System.Linq;
            using Dapper;
            using Microsoft.Data.Sqlite;
            using Microsoft.EntityFrameworkCore;

            public static class Program
            {
            {{members}}
            }

            public sealed class Product { public long Id { get; set; } public string Name { get; set; } = ""; public string Secret { get; set; } = ""; }
            public sealed class Shop : DbContext
            {
                private readonly SqliteConnection _connection;
                public Shop(SqliteConnection connection) => _connection = connection;
                public DbSet<Product> Products => Set<Product>();
                protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(_connection);
            }
            """;
        using var workspace = new AdhocWorkspace();
        var document = workspace.CurrentSolution
            .AddProject("Repaired", "Repaired", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .AddMetadataReferences(Running)
            .AddDocument("Program.cs", code);
        if (repaired)
            document = document.WithText(
                Microsoft.CodeAnalysis.Text.SourceText.From(await Workshop.Repair(new TRule(), new TFix(), document)));

        using var image = new MemoryStream();
        var emitted = (await document.Project.GetCompilationAsync())!.Emit(image);
        Assert.That(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        image.Position = 0;
        var room = new Room();
        var method = room.LoadFromStream(image).GetType("Program")!.GetMethod("Ask")!;
        return argument =>
        {
            var answer = Analyze(method, argument);

            // A room that nobody holds any more loads nothing more, even for code that is running in it.
            GC.KeepAlive(room);
            return answer;
        };
    }

    private static IEnumerable<MetadataReference> Running =>
        References.OfThisProcess(name => !Room.IsOwn(name)).Concat(Room.Own.Select(ReferenceSet.Open));

    private static object? Analyze(MethodInfo method, string argument)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var setup = connection.CreateCommand();
        setup.CommandText = Products;
        setup.ExecuteNonQuery();
        return method.Invoke(null, [connection, argument]);
    }

    /// <summary>
    /// Where repaired code runs: with an Entity Framework that the SQLite at hand can serve, whatever other tests run
    /// with.
    /// </summary>
    private sealed class Room() : AssemblyLoadContext("Repaired", isCollectible: true)
    {
        private const string Framework = "Microsoft.EntityFrameworkCore";
        private const string Version = "6.0.7";

        public static IEnumerable<string> Own =>
            new[] { Framework, Framework + ".Abstractions", Framework + ".Relational", Framework + ".Sqlite.Core" }
                .Select(package => Path.Combine(Repository.Packages, package.ToLowerInvariant(), Version, "lib"))
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories));

        public static bool IsOwn(string assembly) => assembly.StartsWith(Framework, StringComparison.Ordinal);

        protected override Assembly? Load(AssemblyName name) =>
            IsOwn(name.Name!)
                ? LoadFromAssemblyPath(Own.Single(path => Path.GetFileNameWithoutExtension(path) == name.Name))
                : null;
    }
}
