using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

public sealed class UncheckedLookupTests : RuleTests<UncheckedLookup>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("return books.[|FirstOrDefault(b => b.Id == id)|].Title;", TestName = "One or none at once")]
    [TestCase("return books.[|SingleOrDefault(b => b.Id == id)|].Title;", TestName = "The only one or none")]
    [TestCase("return books.[|LastOrDefault()|].Title;", TestName = "The last one or none")]
    [TestCase("var book = books.[|FirstOrDefault(b => b.Id == id)|]; return book.Title;", TestName = "Through a local")]
    [TestCase("var book = books.[|Find(b => b.Id == id)|]; return book.Title;", TestName = "A search in a list")]
    [TestCase("var book = db.Books.[|Find(id)|]; return book.Title;", TestName = "A search by key")]
    [TestCase(
        """var book = db.Books.[|Find(id)|]; db.Books.Remove(book); return null;""",
        TestName = "Removed without a look")]
    [TestCase("db.Books.Remove(db.Books.[|Find(id)|]); return null;", TestName = "Removed at once")]
    [TestCase("db.Remove(db.[|Find<Book>(id)|]); return null;", TestName = "Removed from the context")]
    [TestCase(
        """var book = db.Books.[|FirstOrDefault(b => b.Id == id)|]; book.Title = ""; db.SaveChanges(); return null;""",
        TestName = "Changed without a look")]
    [TestCase(
        """foreach (var author in books.[|FirstOrDefault(b => b.Id == id)|].Authors) return author.Name; return null;""",
        TestName = "A loop over its members")]
    [TestCase("return books.[|FirstOrDefault()|].Authors.Count.ToString();", TestName = "A member of a member")]
    [TestCase(
        """Book book; book = books.[|FirstOrDefault(b => b.Id == id)|]; return book.Title;""",
        TestName = "A local of its own")]
    [TestCase("return finder.[|FindByName(\"a\")|].Title;", TestName = "A finder that says that it may find nothing")]
    [TestCase(
        """return books.Where(b => b.Id > 3).OrderBy(b => b.Title).[|FirstOrDefault()|].Title;""",
        TestName = "After a query")]
    [TestCase(
        """try { return books.[|FirstOrDefault()|].Title; } catch (TimeoutException) { return null; }""",
        TestName = "A catch of something else")]
    public Task Where_the_compiler_says_nothing(string body) => Flags(Unaware(body));

    [TestCase("new Claim(ClaimTypes.NameIdentifier, name)", "[Authorize]", TestName = "A claim of every token")]
    [TestCase("new Claim(\"sub\", name)", "[Authorize]", TestName = "A claim by its short name")]
    [TestCase("new(ClaimTypes.NameIdentifier, name)", "[Authorize]", TestName = "A claim without its type")]
    public Task A_claim_that_everybody_has_who_is_signed_in(string claim, string attribute) =>
        Given.WithReferences(References.Authentication).Allows(Claiming(claim, attribute));

    [TestCase("new Claim(ClaimTypes.Name, name)", "[Authorize]", TestName = "Another claim")]
    [TestCase("new Claim(ClaimTypes.NameIdentifier, name)", "", TestName = "Whoever comes")]
    [TestCase(
        "name == \"\" ? new Claim(\"a\", name) : new Claim(ClaimTypes.NameIdentifier, name)", "[Authorize]",
        TestName = "A claim of some tokens")]
    public Task A_claim_that_somebody_may_lack(string claim, string attribute) =>
        Given.WithReferences(References.Authentication).Flags(Marked(Claiming(claim, attribute)));

    [TestCase("public string Other() => new JwtSecurityToken(\"me\").Issuer;", TestName = "A token without it")]
    [TestCase(
        "public void Sign(Microsoft.AspNetCore.Authentication.AuthenticationBuilder auth) => auth.AddCookie();",
        TestName = "Another way to sign in")]
    public Task A_claim_that_another_token_may_lack(string member) =>
        Given.WithReferences(References.Authentication).Flags(
            Marked(Claiming("new Claim(ClaimTypes.NameIdentifier, name)", "[Authorize]")).Replace(
                "public string Issue", member + " public string Issue", StringComparison.Ordinal));

    private static string Marked(string code) => code.Replace(Ask, $"[|{Ask}|]", StringComparison.Ordinal);

    private const string Ask = "FindFirst(ClaimTypes.NameIdentifier)";

    private static string Claiming(string claim, string attribute) => $$"""
        #nullable enable
        using System.IdentityModel.Tokens.Jwt;
        using System.Security.Claims;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;
        public class Tokens
        {
            public string Issue(string name)
            {
                var claims = new List<Claim> { new Claim("purpose", "all"), {{claim}} };
                return new JwtSecurityTokenHandler().WriteToken(new JwtSecurityToken("me", "you", claims));
            }
        }
        {{attribute}}
        public class OrdersController : ControllerBase
        {
            private string Id() => User.{{Ask}}!.Value;
            public IActionResult Get() => Ok(Id());
        }
        """;

    [TestCase("var state = await dapr.[|GetStateAsync<State>(\"store\", key)|]; return state.Name;",
        TestName = "Through a local")]
    [TestCase("return (await dapr.[|GetStateAsync<State>(\"store\", key)|]).Name;", TestName = "At once")]
    [TestCase("var state = await dapr.[|GetStateAsync<State>(\"store\", key)|]; state.Name = key; return key;",
        TestName = "Changed")]
    public Task A_state_that_nobody_has_saved(string body) => Flags(States(body));

    [TestCase("var state = await dapr.GetStateAsync<State>(\"store\", key); return state?.Name ?? key;",
        TestName = "With a question mark")]
    [TestCase("""var state = await dapr.GetStateAsync<State>("store", key); if (state is null) return key; return state.Name;""",
        TestName = "Asked")]
    [TestCase("var state = await dapr.GetStateAsync<State>(\"store\", key) ?? new State(); return state.Name;",
        TestName = "With a new one to fall back on")]
    [TestCase("""var count = await dapr.GetStateAsync<int>("store", key); return count.ToString();""", TestName = "A number")]
    public Task A_state_that_may_be_missing(string body) => Allows(States(body));

    [TestCase("return books.[|FirstOrDefault(b => b.Id == 3)|].Title;", TestName = "A number")]
    [TestCase("return books.[|FirstOrDefault(b => b.Title == string.Empty)|].Title;", TestName = "A static field")]
    public Task A_row_that_the_program_itself_names(string body) => Flags(Unaware(body));

    [TestCase("return books.[|FirstOrDefault(b => b.Id == id)|]!.Title;", TestName = "A word of honour at once")]
    [TestCase(
        """var book = books.[|FirstOrDefault(b => b.Id == id)|]; return book!.Title;""",
        TestName = "A word of honour for a local")]
    [TestCase(
        """var book = books.[|FirstOrDefault(b => b.Id == id)|]!; return book.Title;""",
        TestName = "A word of honour where it is kept")]
    [TestCase("return (books.[|FirstOrDefault(b => b.Id == id)|])!.Title;", TestName = "Parentheses around it")]
    public Task Where_the_compiler_was_silenced(string body) => Flags(Aware(body));

    [Test]
    public Task An_awaited_search_is_a_search() =>
        Flags(Unaware(
            "return null; } public async Task<string> Late(Shop db, int id) { return (await "
            + "db.Books.[|FirstOrDefaultAsync(b => b.Id == id)|]).Title;"));

    [Test]
    public Task An_awaited_search_by_key_is_a_search() =>
        Flags(Unaware(
            "return null; } public async Task Late(Shop db, int id) { var book = await db.Books.[|FindAsync(id)|]; "
            + "db.Books.Remove(book);"));

    [Test]
    public Task The_message_names_the_search_and_the_use() => Says(
        Unaware("var book = books.[|FirstOrDefault(b => b.Id == id)|]; return book.Title;"),
        "'FirstOrDefault' gives null where nothing is found, and 'Title' then throws; ask for null first and answer "
        + "that it is missing");

    [TestCase("return books.FirstOrDefault(b => b.Id == id)?.Title;", TestName = "A question mark")]
    [TestCase(
        """var book = books.FirstOrDefault(b => b.Id == id); if (book == null) return null; return book.Title;""",
        TestName = "A comparison")]
    [TestCase(
        """var book = books.FirstOrDefault(b => b.Id == id); if (book is null) throw new Exception(); return book.Title;""",
        TestName = "A pattern that throws")]
    [TestCase(
        """var book = books.FirstOrDefault(b => b.Id == id); if (book is not { Id: > 0 }) return null; return book.Title;""",
        TestName = "A pattern of members")]
    [TestCase(
        """var book = books.FirstOrDefault(b => b.Id == id) ?? throw new Exception(); return book.Title;""",
        TestName = "A throw")]
    [TestCase(
        """var book = books.FirstOrDefault(b => b.Id == id) ?? new Book(); return book.Title;""",
        TestName = "Another one instead")]
    [TestCase(
        """var book = books.FirstOrDefault(b => b.Id == id); book ??= new Book(); return book.Title;""",
        TestName = "Another one given")]
    [TestCase(
        """var book = books.FirstOrDefault(b => b.Id == id); ArgumentNullException.ThrowIfNull(book); return book.Title;""",
        TestName = "A guard of the framework")]
    [TestCase(
        """var book = books.FirstOrDefault(b => b.Id == id); Check(book); return book.Title;""",
        TestName = "A check of its own")]
    [TestCase(
        """var book = books.FirstOrDefault(b => b.Id == id); if (IsMissing(book)) return null; return book.Title;""",
        TestName = "A question of its own")]
    [TestCase("return books.First(b => b.Id == id).Title;", TestName = "One that must be there")]
    [TestCase("return numbers.FirstOrDefault().ToString();", TestName = "A number is never null")]
    [TestCase("if (books.Any()) return books.FirstOrDefault().Title; return null;", TestName = "A look at the list")]
    [TestCase(
        """if (books.Count > 0) return books.FirstOrDefault().Title; return null;""", TestName = "A look at its size")]
    [TestCase(
        """if (db.Books.FirstOrDefault(b => b.Id == id) is null) return null; return db.Books.Where(b => b.Id > 0).FirstOrDefault(b => b.Id == id).Title;""",
        TestName = "Loaded again after a look")]
    [TestCase(
        """if (db.Books.Where(b => b.Id == id).ExecuteUpdate(s => s.SetProperty(b => b.Title, "")) == 0) return null; return db.Books.FirstOrDefault(b => b.Id == id).Title;""",
        TestName = "Changed before it is loaded")]
    [TestCase(
        """return string.Join(",", books.GroupBy(b => b.Title).Select(g => g.FirstOrDefault().Title));""",
        TestName = "A group is never empty")]
    [TestCase(
        """return books.GroupBy(b => b.Title).Select(g => g.OrderBy(b => b.Id).FirstOrDefault().Title).First();""",
        TestName = "A group is never empty in whatever order")]
    [TestCase(
        """return db.Books.Select(b => b.Authors.FirstOrDefault().Name).First();""",
        TestName = "A query is translated")]
    [TestCase(
        """try { return books.FirstOrDefault().Title; } catch (NullReferenceException) { return null; }""",
        TestName = "A catch of just this")]
    [TestCase(
        """try { return books.FirstOrDefault().Title; } catch (Exception) { return null; }""",
        TestName = "A catch of everything")]
    [TestCase("return Known.FirstOrDefault(b => b.Id == 1).Title;", TestName = "A list that is written down")]
    [TestCase("return books.FirstOrDefault(b => b.Id == id, new Book()).Title;", TestName = "A value to fall back on")]
    [TestCase(
        """var book = books.FirstOrDefault(b => b.Id == id); return book + "";""",
        TestName = "A use that needs no object")]
    [TestCase(
        """var book = books.FirstOrDefault(b => b.Id == id); return Show(book);""", TestName = "Passed on to who asks")]
    [TestCase("return finder.FindAll().Title;", TestName = "A finder without a question")]
    [TestCase("return finder.FindSure(\"a\").Title;", TestName = "A finder that always finds")]
    [TestCase("var book = books.FirstOrDefault(); book = new Book(); return book.Title;", TestName = "Another one set")]
    public Task What_is_looked_at(string body) => Allows(Unaware(body));

    [Test]
    public Task What_the_compiler_says_is_left_to_it() =>
        Allows(Aware("var book = books.FirstOrDefault(b => b.Id == id); return book?.Title ?? \"\";"));

    private static string Unaware(string body) => "#nullable disable\n" + Usings + Class(body) + Types;

    private static string Aware(string body) =>
        "#nullable enable\n" + Usings + Class(body) + Types.Replace("#nullable enable", "", StringComparison.Ordinal);

    private const string Usings = "using Microsoft.EntityFrameworkCore;\n";

    private const string Types = """
        public class Shop : DbContext { public DbSet<Book> Books { get; set; } = null!; }
        public class Book { public int Id { get; set; } public string Title { get; set; } = ""; public List<Author> Authors { get; set; } = new(); }
        public class Author { public int Id { get; set; } public string Name { get; set; } = ""; }
        #nullable enable
        public class Finder { public Book? FindByName(string name) => null; public Book? FindAll() => null; public Book FindSure(string name) => new(); }
        """;

    private static string Class(string body) => $$"""
        public class Service
        {
            static readonly Book[] Known = { new Book() };
            public string Run(List<Book> books, List<int> numbers, Shop db, Finder finder, int id) { {{body}} }
            static void Check(Book book) { }
            static bool IsMissing(Book book) => book == null;
            static string Show(Book book) => book == null ? "" : book.Title;
        }

        """;

    /// <summary>A client that declares its answer as if it were always there.</summary>
    private static string States(string body) => $$"""
        namespace Dapr.Client
        {
            public class DaprClient { public Task<T> GetStateAsync<T>(string store, string key) => Task.FromResult(default(T)!); }
        }
        public class State { public string Name { get; set; } = ""; }
        public class Orders
        {
            public async Task<string> Act(Dapr.Client.DaprClient dapr, string key) { await Task.Yield(); {{body}} }
        }
        """;
}
