using Microsoft.EntityFrameworkCore;

namespace ValidCode.EdgeCases;

/// <summary>Searches whose answer is looked at, and those that cannot come back empty.</summary>
public sealed class Lookups(Catalog catalog)
{
    private static readonly Book[] Known = [new() { Title = "A" }, new() { Title = "B" }];

    public async Task RemoveAsync(int id)
    {
        var book = await catalog.Books.FindAsync(id);
        if (book is null) return;
        catalog.Books.Remove(book);
        await catalog.SaveChangesAsync();
    }

    public async Task<string> TitleAsync(int id)
    {
        var book = await catalog.Books.FirstOrDefaultAsync(book => book.Id == id)
            ?? throw new KeyNotFoundException($"There is no book {id}.");
        return book.Title;
    }

    public string? Title(int id) => catalog.Books.FirstOrDefault(book => book.Id == id)?.Title;

    /// <summary>A query is translated: what is not there is NULL.</summary>
    public Task<List<string>> AuthorsAsync(CancellationToken token) =>
        catalog.Books.Take(10).Select(book => book.Authors.FirstOrDefault()!.Name).ToListAsync(token);

    public List<string> Newest(List<Book> books) =>
        books.GroupBy(book => book.Title)
            .Select(group => group.OrderBy(book => book.Id).FirstOrDefault()!.Title)
            .ToList();

    public string Asked(List<Book> books) => books.Any() ? books.FirstOrDefault()!.Title : "";

    /// <summary>The list is written down above.</summary>
    public string OfKnown(string title) => Known.FirstOrDefault(book => book.Title == title)!.Title;

    public int Fallback(List<int> numbers) => numbers.FirstOrDefault().CompareTo(3);
}

public sealed class Catalog(DbContextOptions<Catalog> options) : DbContext(options)
{
    public DbSet<Book> Books => Set<Book>();
}

public sealed class Book
{
    public int Id { get; set; }

    public string Title { get; set; } = "";

    public List<Author> Authors { get; set; } = [];
}

public sealed class Author
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}
