namespace AiAwareAnalyzers.Tests.Testing;

/// <summary>Tests of a small shop, as the frameworks have them: only the body differs.</summary>
internal static class Tested
{
    public static string Xunit(string body, string name = "Sells_a_book") =>
        Class("using Xunit;", "", "[Fact]", body, name);

    public static string NUnit(string body, string name = "Sells_a_book") =>
        Class("using NUnit.Framework;\nusing NUnit.Framework.Legacy;", "", "[Test]", body, name);

    public static string MsTest(string body, string name = "Sells_a_book") =>
        Class("using Microsoft.VisualStudio.TestTools.UnitTesting;", "[TestClass]", "[TestMethod]", body, name);

    /// <summary>A test of xUnit with other members of its class, or with an import of its own.</summary>
    public static string Beside(string members, string body, string import = "", string name = "Sells_a_book") =>
        Class("using Xunit;\n" + import, "", members + " [Fact]", body, name);

    private static string Class(string imports, string classMark, string testMark, string body, string name) => $$"""
        using System.Net;
        using FluentAssertions;
        using Shouldly;
        using Moq;
        {{imports}}
        {{classMark}}
        public class ShopTests
        {
            private readonly Shop shop = new(null!);
            {{testMark}} public {{(IsAsync(body) ? "async Task" : "void")}} {{name}}() { {{body}} }
        }
        {{Shop}}
        """;

    private static bool IsAsync(string body) => body.Contains("await ", StringComparison.Ordinal)
        && !body.Contains("/* not async */", StringComparison.Ordinal);

    private const string Shop = """
        public interface IBooks
        {
            int Count { get; }
            Book? Find(int id);
            Task<Book?> FindAsync(int id);
            void Send(Book book);
        }
        public class Book
        {
            public const string Kind = "book";
            public int Id { get; set; }
            public string Name { get; set; } = "";
            public List<string> Authors { get; set; } = new();
        }
        public record Tag(string Name, int Count);
        public enum Genre { Novel, Poem }
        public class Strict
        {
            private string name = "";
            public string Name { get => name; set => name = value.Trim(); }
        }
        public class Answer
        {
            public bool IsSuccess { get; set; }
            public bool IsFailure => !IsSuccess;
            public string? Error { get; set; }
            public int StatusCode { get; set; }
            public HttpStatusCode Status { get; set; }
            public Book? Value { get; set; }
        }
        public class Shop
        {
            private readonly IBooks books;
            public Shop(IBooks books) => this.books = books;
            public int Stock { get; set; }
            public int BookCount => Stock;
            public long LoadDuration { get; }
            public int Sum(int a, int b) => a + b;
            public Book? Find(int id) => books.Find(id);
            public Task<Book?> FindAsync(int id) => books.FindAsync(id);
            public bool TryFind(int id, out Book? book) { book = books.Find(id); return book != null; }
            public List<Book> All() => new();
            public string Describe(Book book) => book.Name;
            public Answer Sell(int id) => new();
            public void Restock() => Stock++;
            public Book Create(int id) => new() { Id = id };
            public DateTime Opened(int id) => default;
            public string GenerateToken(int length) => new('a', length);
            public Book OpenSession(int id) => new() { Id = id };
            public Book? FindById(int id) => books.Find(id);
            public IBooks Service(int id) => books;
        }
        """;
}
