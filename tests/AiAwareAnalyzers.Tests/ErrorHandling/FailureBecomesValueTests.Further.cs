namespace AiAwareAnalyzers.Tests.ErrorHandling;

/// <summary>A method further: a failure leaves null, and a caller puts a plausible value in its place.</summary>
public sealed partial class FailureBecomesValueTests
{
    [TestCase("var quote = await QuoteAsync(); return quote?.Rate ?? [|1m|];", TestName = "Further: one instead")]
    [TestCase("return (await QuoteAsync())?.Rate ?? [|1m|];", TestName = "Further: at once")]
    [TestCase("var quote = await QuoteAsync(); return quote is null ? [|Parity|] : quote.Rate;",
        TestName = "Further: a constant with a name")]
    [TestCase("var quote = await QuoteAsync(); return quote == null ? [|Par|] : quote.Rate;",
        TestName = "Further: a field with a name")]
    [TestCase("var quote = await QuoteAsync(); return quote is not null ? quote.Rate : [|0.5m|];",
        TestName = "Further: where it is not null, and otherwise")]
    [TestCase("var quote = await QuoteAsync(); if (quote is null) return [|0m|]; return quote.Rate;",
        TestName = "Further: a return of its own")]
    [TestCase(
        "var quote = await QuoteAsync(); if (quote is null) { _log.LogWarning(\"no rate\"); return [|1m|]; } "
        + "return quote.Rate;",
        TestName = "Further: a log helps no caller")]
    [TestCase("var quote = await QuoteAsync(); if (quote is not { } known) return [|1m|]; return known.Rate;",
        TestName = "Further: a pattern that names it")]
    [TestCase("if ([|await QuoteAsync() is { } known|]) return known.Rate; return 1m;",
        TestName = "Further: behind the pattern")]
    [TestCase("return await QuoteAsync() switch { null => [|1m|], var known => known.Rate };",
        TestName = "Further: a switch")]
    [TestCase("return await QuoteAsync() switch { { } known => known.Rate, _ => [|1m|] };",
        TestName = "Further: the rest of a switch")]
    [TestCase("var quote = await QuoteAsync(); return (quote?.Rate).GetValueOrDefault([|1m|]);",
        TestName = "Further: a value or a default")]
    [TestCase("var quote = await QuoteAsync(); quote ??= [|new Quote { Rate = 1m }|]; return quote.Rate;",
        TestName = "Further: filled in")]
    [TestCase("Quote? quote = await QuoteAsync(); var rate = quote?.Rate ?? [|1m|]; return rate * 2;",
        TestName = "Further: computed with")]
    public Task A_measure_takes_the_place_of_a_failed_null(string body) => Flags(Quoting(body));

    [TestCase("return (await QuoteAsync())?.Count ?? [|0|];", "int", TestName = "Further: none")]
    [TestCase("var quote = await QuoteAsync(); return quote?.Days ?? [|new List<int>()|];", "List<int>",
        TestName = "Further: an empty list")]
    [TestCase("return await QuoteAsync() ?? [|new Quote()|];", "Quote", TestName = "Further: an empty object")]
    public Task A_nothing_takes_the_place_of_a_failed_null(string body, string type) => Suggests(Quoting(body, type));

    [TestCase(
        "try { return await _client.GetFromJsonAsync<Quote>(\"a\"); } catch (HttpRequestException) { return null; }",
        TestName = "Further: behind a named failure")]
    [TestCase(
        "try { return await _client.GetFromJsonAsync<Quote>(\"a\"); } catch (Exception ex) "
        + "{ _log.LogError(ex, \"no rate\"); return null; }",
        TestName = "Further: behind a catch of everything that logs")]
    [TestCase(
        "try { return await _client.GetFromJsonAsync<Quote>(\"a\"); } catch (HttpRequestException) { return default; } "
        + "catch (TaskCanceledException) { return null; }",
        TestName = "Further: behind two catches")]
    [TestCase(
        "Quote? quote = null; try { quote = await _client.GetFromJsonAsync<Quote>(\"a\"); } "
        + "catch (HttpRequestException ex) { _log.LogError(ex, \"no rate\"); } return quote;",
        TestName = "Further: left null by the try")]
    [TestCase(
        "try { using var answer = await _client.GetAsync(\"a\"); if (!answer.IsSuccessStatusCode) return null; "
        + "return new Quote(); } catch (HttpRequestException) { return null; }",
        TestName = "Further: behind a failed response, too")]
    public Task However_the_null_is_left(string quoting) =>
        Flags(Quoting("return (await QuoteAsync())?.Rate ?? [|1m|];", quoting: quoting));

    [Test]
    public Task A_contract_that_one_type_fulfils_is_looked_behind() => Flags(Shop.Beside($$"""
        using System.Net.Http.Json;
        public class Quote { public decimal Rate { get; set; } }
        public interface IQuotes { Task<Quote?> LatestAsync(); }
        public class Quotes : IQuotes
        {
            private readonly HttpClient _client = new();
            public async Task<Quote?> LatestAsync()
            {
                try { return await _client.GetFromJsonAsync<Quote>("a"); }
                catch (HttpRequestException) { return null; }
            }
        }
        public class Prices
        {
            private readonly IQuotes _quotes = new Quotes();
            public async Task<decimal> RateAsync() => (await _quotes.LatestAsync())?.Rate ?? [|1m|];
        }
        """));

    [Test]
    public Task The_message_names_what_gives_null() => Says(
        Quoting("return (await QuoteAsync())?.Rate ?? [|1m|];"),
        "When 'GetFromJsonAsync' fails, 'QuoteAsync' returns null, and '1m' takes its place, so callers cannot tell an "
        + "outage from an answer; let 'QuoteAsync' throw, or return a result that says it failed");

    [Test]
    public Task A_catch_that_is_reported_is_one_mistake() => Flags(Shop.Beside("""
        using System.Net.Http.Json;
        public class Quote { public decimal Rate { get; set; } }
        public class Quotes
        {
            private readonly HttpClient _client = new();
            public async Task<Quote?> LatestAsync()
            {
                try { return await _client.GetFromJsonAsync<Quote>("a"); }
                [|catch (Exception)|] { return null; }
            }
            public async Task<decimal> RateAsync() => (await LatestAsync())?.Rate ?? 1m;
        }
        """));

    [TestCase(
        "var quote = await QuoteAsync(); if (quote is null) throw new InvalidOperationException(\"no rate\"); "
        + "return quote.Rate;",
        TestName = "Further: thrown")]
    [TestCase(
        "var quote = await QuoteAsync(); if (quote is null) { IsStale = true; return 1m; } return quote.Rate;",
        TestName = "Further: said beside the answer")]
    [TestCase("var quote = await QuoteAsync(); IsStale = quote is null; return quote?.Rate ?? 1m;",
        TestName = "Further: said before the answer")]
    [TestCase("var quote = await QuoteAsync(); return quote?.Rate ?? DefaultRate;",
        TestName = "Further: a named default")]
    [TestCase("var quote = await QuoteAsync(); return quote?.Count ?? 10;", TestName = "Further: a number of things")]
    [TestCase("var quote = await QuoteAsync(); return quote?.Rate ?? _last;",
        TestName = "Further: the last good value")]
    [TestCase("var quote = await QuoteAsync(); return quote?.Rate ?? -1;", TestName = "Further: below zero")]
    [TestCase("var quote = await QuoteAsync(); return quote?.Rate ?? throw new InvalidOperationException();",
        TestName = "Further: thrown in place")]
    [TestCase("var quote = await QuoteAsync(); Show($\"rate {quote?.Rate ?? 0m}\"); return 1m;",
        TestName = "Further: text for a reader")]
    [TestCase("var quote = await QuoteAsync(); Show(quote?.Name ?? \"\"); return 1m;", TestName = "Further: a text")]
    public Task A_failed_null_that_is_owned_up_to(string body) => Allows(Quoting(body));

    [TestCase(
        "try { if (_days.Count == 0) return null; return await _client.GetFromJsonAsync<Quote>(\"a\"); } "
        + "catch (HttpRequestException) { return null; }",
        TestName = "Further: null means that there is none, too")]
    [TestCase(
        "try { return _all.FirstOrDefault(one => one.Name == File.ReadAllText(\"a\")); } "
        + "catch (IOException) { return null; }",
        TestName = "Further: nothing may be found")]
    [TestCase(
        "try { return await _client.GetFromJsonAsync<Quote>(\"a\"); } "
        + "catch (HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound) { return null; }",
        TestName = "Further: it is not there")]
    [TestCase(
        "try { return await _client.GetFromJsonAsync<Quote>(\"a\"); } "
        + "catch (HttpRequestException e) { _error = e.Message; return null; }",
        TestName = "Further: the failure is kept")]
    [TestCase("await Task.Yield(); try { return new Quote { Rate = decimal.Parse(\"1\") }; } "
        + "catch (FormatException) { return null; }",
        TestName = "Further: nothing outside can fail")]
    [TestCase("await Task.Yield(); return _all.Count > 0 ? _all[0] : null;", TestName = "Further: nothing is caught")]
    [TestCase(
        "try { return await _client.GetFromJsonAsync<Quote>(\"a\"); } catch (HttpRequestException) { throw; }",
        TestName = "Further: it throws")]
    public Task A_null_that_means_something_else(string quoting) =>
        Allows(Quoting("return (await QuoteAsync())?.Rate ?? 1m;", quoting: quoting));

    [Test]
    public Task A_name_that_says_what_comes_instead() =>
        Allows(Quoting("return (await QuoteAsync())?.Rate ?? 1m;").Replace("RunAsync", "GetRateOrDefaultAsync"));

    private static string Quoting(
        string body,
        string type = "decimal",
        string quoting =
            "try { return await _client.GetFromJsonAsync<Quote>(\"a\"); } "
            + "catch (HttpRequestException) { return null; }") =>
        Shop.Beside($$"""
        using System.Net.Http.Json;
        public class Quote
        {
            public decimal Rate { get; set; }
            public int Count { get; set; }
            public string? Name { get; set; }
            public List<int> Days { get; set; } = new();
        }
        public class Rates
        {
            private const decimal Parity = 1m;
            private const decimal DefaultRate = 1m;
            private static readonly decimal Par = 1m;
            private readonly HttpClient _client = new();
            private readonly ILogger _log = null!;
            private readonly List<int> _days = new();
            private readonly List<Quote> _all = new();
            private decimal _last;
            private string? _error;
            public bool IsStale { get; set; }
            public string? Error => _error;
            public void Keep(decimal last) => _last = last;
            private void Show(string text) => _log.LogInformation(text);

            public async Task<{{type}}> RunAsync() { {{body}} }

            private async Task<Quote?> QuoteAsync() { {{quoting}} }
        }
        """);
}
