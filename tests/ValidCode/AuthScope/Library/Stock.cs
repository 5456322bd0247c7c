using System.Collections.Concurrent;

namespace Library;

public sealed record Book(string Isbn, string Title, int Copies);

public sealed record Loan(string Isbn, string Member, DateOnly Due);

public sealed record Suggestion(string Title, string Author);

public sealed record ReadingList(string Name, string[] Isbns);

public sealed record Fine(string Member, decimal Amount, string Reason);

public sealed record Reservation(string Isbn, string Member);

public sealed record Review(string Isbn, string Member, string Text);

public sealed record Member(string Name, string Email);

/// <summary>Books, and who has them.</summary>
public sealed class Stock
{
    private readonly ConcurrentDictionary<string, Book> _books = new();
    private readonly ConcurrentDictionary<(string Isbn, string Member), Loan> _loans = new();
    private readonly ConcurrentDictionary<string, ReadingList> _lists = new();
    private readonly ConcurrentDictionary<string, Fine> _fines = new();
    private readonly ConcurrentDictionary<string, Member> _members = new();
    private readonly ConcurrentDictionary<Reservation, DateTimeOffset> _reservations = new();
    private readonly ConcurrentDictionary<(string Isbn, string Member), Review> _reviews = new();
    private readonly ConcurrentBag<Suggestion> _suggestions = new();

    public IEnumerable<Book> Books => _books.Values;

    public IEnumerable<Fine> Fines => _fines.Values;

    public void Put(Book book) => _books[book.Isbn] = book;

    public bool Discard(string isbn) => _books.TryRemove(isbn, out _);

    public IEnumerable<Loan> LoansOf(string? member) => _loans.Values.Where(loan => loan.Member == member);

    public Loan Lend(string isbn, string member)
    {
        var loan = new Loan(isbn, member, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(28));
        return _loans.GetOrAdd((isbn, member), loan);
    }

    public bool Renew(string isbn, string member) =>
        _loans.TryGetValue((isbn, member), out var loan)
        && _loans.TryUpdate((isbn, member), loan with { Due = loan.Due.AddDays(14) }, loan);

    public bool TakeBack(string isbn, string member) => _loans.TryRemove((isbn, member), out _);

    public void Reserve(Reservation reservation) => _reservations.TryAdd(reservation, DateTimeOffset.UtcNow);

    public bool Release(Reservation reservation) => _reservations.TryRemove(reservation, out _);

    public IEnumerable<Review> ReviewsOf(string isbn) => _reviews.Values.Where(review => review.Isbn == isbn);

    public void Publish(Review review) => _reviews[(review.Isbn, review.Member)] = review;

    public bool Withdraw(string isbn, string member) => _reviews.TryRemove((isbn, member), out _);

    public void Suggest(Suggestion suggestion) => _suggestions.Add(suggestion);

    public void Keep(ReadingList list) => _lists[list.Name] = list;

    public void Charge(Fine fine) => _fines[fine.Member] = fine;

    public bool Waive(string member) => _fines.TryRemove(member, out _);

    public void Enrol(Member member) => _members[member.Name] = member;

    public bool Strike(string name) => _members.TryRemove(name, out _);
}
