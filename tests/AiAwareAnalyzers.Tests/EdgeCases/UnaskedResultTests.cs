using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class UnaskedResultTests : RuleTests<UnaskedResult>
{
    private const string Find = "var result = shelf.Find(id);";

    [TestCase(Find + " return [|result.Data!|].Title;", TestName = "A member of the value")]
    [TestCase(Find + " var book = [|result.Data!|]; return book.Title;", TestName = "The value kept")]
    [TestCase(Find + " return Show([|result.Data!|]);", TestName = "The value passed on")]
    [TestCase(Find + " _last = [|result.Data!|]; return \"\";", TestName = "The value stored")]
    [TestCase(
        Find + """ Console.WriteLine([|result.Data!|].Title); return result.Data!.Title;""",
        TestName = "Named once for several uses")]
    [TestCase(Find + " [|result.Data!|].Title = \"\"; return \"\";", TestName = "The value changed")]
    [TestCase("return [|shelf.Find(id).Data!|].Title;", TestName = "At once")]
    [TestCase("var result = await shelf.LookAsync(id); return [|result.Data!|].Title;", TestName = "An awaited result")]
    [TestCase("return [|(await shelf.LookAsync(id)).Data!|].Title;", TestName = "An awaited result at once")]
    [TestCase(
        """var result = await shelf.LookAsync(id).ConfigureAwait(false); return [|result.Data!|].Title;""",
        TestName = "An awaited result without the context")]
    [TestCase(
        """var result = shelf.Open(id); return [|result!.Payload!|].Title;""",
        TestName = "A result that may be missing itself")]
    [TestCase(
        """var (result, status) = shelf.Both(id); return [|result!.Payload!|].Title + status;""",
        TestName = "One of two answers")]
    [TestCase(
        """(var result, var status) = shelf.Both(id); return [|result!.Payload!|].Title + status;""",
        TestName = "One of two answers, typed")]
    [TestCase("var result = shelf.Try(id); return [|result.Value!|].Title;", TestName = "A flag of failure")]
    [TestCase("var result = shelf.Derived(id); return [|result.Data!|].Title;", TestName = "A flag of the base type")]
    [TestCase(
        Find + """ foreach (var page in [|result.Data!|].Pages) return page; return "";""",
        TestName = "A loop over the value")]
    [TestCase(
        Find + """ if (id > 3) return [|result.Data!|].Title; return "";""",
        TestName = "A question about something else")]
    public Task Values_that_nobody_asked_for(string body) => Flags(Code(body));

    [TestCase(
        """var (result, status) = shelf.Both(id); if (status == 200) return result!.Payload!.Title; return "";""",
        TestName = "A status that came with it")]
    [TestCase(
        """(var result, var status) = shelf.Both(id); if (status != 200) return ""; return result!.Payload!.Title;""",
        TestName = "A status that came with it, refused")]
    [TestCase(
        """
        var (result, code) = shelf.Coded(id);
        if (code is System.Net.HttpStatusCode.OK) return result!.Payload!.Title;
        return "";
        """,
        TestName = "A code that came with it, matched")]
    [TestCase(
        """
        var response = await client.GetAsync("books");
        if (!response.IsSuccessStatusCode) return "";
        var result = await response.Content.ReadFromJsonAsync<Envelope>();
        return result!.Payload!.Title;
        """,
        TestName = "The response that it was read from")]
    [TestCase(
        """
        var response = await client.GetAsync("books");
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound) return "";
        return (await response.Content.ReadFromJsonAsync<Result<Book>>())!.Data!.Title;
        """,
        TestName = "The status of the response")]
    [TestCase(
        """var kept = shelf.Keep(id); return kept.StatusCode == 200 ? kept.Data!.Title : "";""",
        TestName = "A status of its own")]
    public Task The_same_question_under_another_name(string body) => Allows(Code(body));

    [TestCase(
        """
        var (first, status) = shelf.Both(id);
        var (result, other) = shelf.Both(id + 1);
        if (status == 200) return [|result!.Payload!|].Title;
        return first + "" + other;
        """,
        TestName = "The status of another answer")]
    [TestCase(
        """
        var response = await client.GetAsync("books");
        var result = await response.Content.ReadFromJsonAsync<Envelope>();
        return [|result!.Payload!|].Title;
        """,
        TestName = "A response that is not asked")]
    [TestCase(
        """
        var response = await client.GetAsync("books");
        if (response.Content.Headers.ContentLength > 9) return "";
        var result = await response.Content.ReadFromJsonAsync<Envelope>();
        return [|result!.Payload!|].Title;
        """,
        TestName = "A length of the response")]
    [TestCase(
        """var kept = shelf.Keep(id); return kept.Size == 200 ? [|kept.Data!|].Title : "";""",
        TestName = "Another number of its own")]
    public Task Another_question(string body) => Flags(Code(body));

    [Test]
    public Task Two_results_are_two_findings() =>
        Flags(Code(
            "var one = shelf.Find(id); var two = shelf.Find(id + 1); return [|one.Data!|].Title + "
            + "[|two.Data!|].Title;"));

    [Test]
    public Task The_message_names_the_call_and_the_flag() => Says(
        Code(Find + " return [|result.Data!|].Title;"),
        "'result.Data!' is null where 'Find' failed, and 'IsSuccess' is never asked; ask it first and answer the "
        + "failure");

    [TestCase(Find + " if (!result.IsSuccess) return \"\"; return result.Data!.Title;", TestName = "An early return")]
    [TestCase(Find + " return result.IsSuccess ? result.Data!.Title : \"\";", TestName = "A conditional")]
    [TestCase(Find + " if (result.IsSuccess) { return result.Data!.Title; } return \"\";", TestName = "A branch")]
    [TestCase(
        Find + """ if (result is { IsSuccess: true }) return result.Data!.Title; return "";""", TestName = "A pattern")]
    [TestCase(
        Find + """ if (result is not { IsSuccess: true, Data: not null }) return ""; return result.Data!.Title;""",
        TestName = "A pattern of both")]
    [TestCase(
        """if (shelf.Find(id) is { IsSuccess: true } result) return result.Data!.Title; return "";""",
        TestName = "A pattern at the call")]
    [TestCase(
        Find + """ if (result.Data is null) return ""; return result.Data!.Title;""", TestName = "A look at the value")]
    [TestCase(
        Find + """ if (result.Data == null) throw new Exception(); return result.Data!.Title;""",
        TestName = "A comparison")]
    [TestCase(
        Find + """ Console.WriteLine(result.Data?.Id); return result.Data!.Title;""",
        TestName = "A question mark somewhere")]
    [TestCase(
        Find + """ if (result.Errors.Count > 0) return ""; return result.Data!.Title;""",
        TestName = "A look at the errors")]
    [TestCase(
        Find + """ if (result.Kind == ResultKind.NotFound) return ""; return result.Data!.Title;""",
        TestName = "A look at the kind")]
    [TestCase(
        Find + """ switch (result.Kind) { case ResultKind.Ok: return result.Data!.Title; default: return ""; }""",
        TestName = "A switch over the kind")]
    [TestCase(Find + " Ensure(result); return result.Data!.Title;", TestName = "A check of its own")]
    [TestCase(
        Find + """ if (HasFailed(result)) return ""; return result.Data!.Title;""", TestName = "A question of its own")]
    [TestCase(
        Find + """ if (result.Holds()) return result.Data!.Title; return "";""", TestName = "A question of the result")]
    [TestCase("return given.Data!.Title;", TestName = "A parameter was asked by who gives it")]
    [TestCase("return _kept.Data!.Title;", TestName = "A field was asked by who filled it")]
    [TestCase(
        """var result = Result<Book>.Success(new Book()); return result.Data!.Title;""",
        TestName = "A result made here")]
    [TestCase(
        """var result = new Result<Book> { IsSuccess = true, Data = new Book() }; return result.Data!.Title;""",
        TestName = "A result written here")]
    [TestCase("var box = shelf.Box(id); return box.Data!.Title;", TestName = "A type without a flag")]
    [TestCase(Find + " return result.Note!.Trim();", TestName = "A member that is no value")]
    [TestCase(Find + " return result.Errors!.Count.ToString();", TestName = "A list that is never null")]
    [TestCase("var sure = shelf.Sure(id); return sure.Data!.Title;", TestName = "A value that is never null")]
    public Task Values_that_were_asked_for(string body) => Allows(Code(body));

    private static string Code(string body) => $$"""
        #nullable enable
        using System.Net.Http;
        using System.Net.Http.Json;
        public enum ResultKind { Ok, NotFound }
        public class Book { public int Id; public string Title = ""; public List<string> Pages = new(); }
        public class Result
        {
            public bool IsSuccess { get; set; }
            public ResultKind Kind { get; set; }
            public string? Note { get; set; }
            public List<string> Errors { get; set; } = new();
            public bool Holds() => IsSuccess;
        }
        public class Result<T> : Result
            where T : class
        {
            public T? Data { get; set; }
            public static Result<T> Success(T data) => new() { IsSuccess = true, Data = data };
        }
        public class BookResult : Result<Book> { }
        public class SureResult { public bool IsSuccess { get; set; } public Book Data { get; set; } = new(); }
        public class Box { public Book? Data { get; set; } }
        public class Envelope { public bool Success { get; set; } public Book? Payload { get; set; } }
        public class Kept
        {
            public bool Success { get; set; }
            public int StatusCode { get; set; }
            public int Size { get; set; }
            public Book? Data { get; set; }
        }
        public class Tried { public bool IsFailure { get; set; } public Book? Value { get; set; } }
        public interface IShelf
        {
            Result<Book> Find(int id);
            Task<Result<Book>> LookAsync(int id);
            Envelope? Open(int id);
            (Envelope?, int) Both(int id);
            (Envelope?, System.Net.HttpStatusCode) Coded(int id);
            Kept Keep(int id);
            Tried Try(int id);
            BookResult Derived(int id);
            Box Box(int id);
            SureResult Sure(int id);
        }
        public class Reader(IShelf shelf, HttpClient client)
        {
            private Book? _last;
            private readonly Result<Book> _kept = new();
            public async Task<string> ReadAsync(int id, Result<Book> given)
            {
                await Task.Yield();
                {{body}}
            }
            private static string Show(Book book) => book.Title;
            private static void Ensure(Result<Book> result) { if (!result.IsSuccess) throw new InvalidOperationException(); }
            private static bool HasFailed(Result<Book> result) => !result.IsSuccess;
            public Book? Last => _last;
        }
        """;
}
