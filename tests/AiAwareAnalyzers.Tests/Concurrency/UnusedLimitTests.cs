using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

public sealed class UnusedLimitTests : RuleTests<UnusedLimit, UnusedLimitFix>
{
    private const string Linked = "using var [|limit|] = CancellationTokenSource.CreateLinkedTokenSource(stop); ";

    private const string Unmarked = "using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop); ";

    private const string Limited = Linked + "limit.CancelAfter(500); ";

    [TestCase(Limited + "await client.GetStringAsync(\"a\", stop);", TestName = "The outer token is passed")]
    [TestCase(Limited + "await client.GetStringAsync(\"a\");", TestName = "No token is passed")]
    [TestCase(Limited + "await client.GetStringAsync(\"a\", _stopping);", TestName = "A token of the type is passed")]
    [TestCase(Limited + "await client.GetStringAsync(\"a\", CancellationToken.None);", TestName = "None is passed")]
    [TestCase(Limited + "await RunAsync();", TestName = "A method that takes none")]
    [TestCase(
        Limited + "await client.GetStringAsync(\"a\", stop).ConfigureAwait(false);",
        TestName = "With ConfigureAwait")]
    [TestCase(Limited + "var text = client.GetStringAsync(\"a\", stop); await text;", TestName = "Awaited later")]
    [TestCase(Limited + "Task.Delay(5, stop).Wait();", TestName = "Blocked upon")]
    [TestCase(
        Limited + "foreach (var name in names) await client.GetStringAsync(name, stop);",
        TestName = "In a loop")]
    [TestCase(
        $$"""{{Limited}}try { await client.GetStringAsync("a", stop); } catch (OperationCanceledException) when (limit.IsCancellationRequested) { throw new TimeoutException(); }""",
        TestName = "Only a filter asks it")]
    [TestCase(
        $$"""{{Limited}}try { await client.GetStringAsync("a", stop); } catch (OperationCanceledException) { if (limit.Token.IsCancellationRequested) throw new TimeoutException(); throw; }""",
        TestName = "Only a handler asks its token")]
    [TestCase(Limited + "var token = limit.Token; await client.GetStringAsync(\"a\", stop);", TestName = "Kept unread")]
    [TestCase(Limited + "_ = limit.Token; await client.GetStringAsync(\"a\", stop);", TestName = "Thrown away")]
    [TestCase(
        """using var [|limit|] = new CancellationTokenSource(TimeSpan.FromSeconds(5)); await client.GetStringAsync("a", stop);""",
        TestName = "Made with a time")]
    [TestCase(
        "using CancellationTokenSource [|limit|] = new(5000); await client.GetStringAsync(\"a\");",
        TestName = "Made with milliseconds")]
    [TestCase(
        """var [|limit|] = new CancellationTokenSource(); limit.CancelAfter(TimeSpan.FromSeconds(5)); await client.GetStringAsync("a", stop); limit.Dispose();""",
        TestName = "Put away by hand")]
    [TestCase(
        "using (var [|limit|] = new CancellationTokenSource(5000)) { await client.GetStringAsync(\"a\", stop); }",
        TestName = "In a using with a block")]
    [TestCase(
        """var [|limit|] = new CancellationTokenSource(5000); using (limit) { await client.GetStringAsync("a", stop); }""",
        TestName = "In a using of a local")]
    [TestCase(
        """CancellationTokenSource? [|limit|] = null; if (names.Length > 1) limit = new CancellationTokenSource(5000); try { await client.GetStringAsync("a", stop); } finally { limit?.Dispose(); }""",
        TestName = "Made on a condition")]
    [TestCase(
        """using var [|limit|] = names.Length > 1 ? new CancellationTokenSource(5000) : null; await client.GetStringAsync("a", stop);""",
        TestName = "Made by a choice")]
    [TestCase(
        """using var [|both|] = CancellationTokenSource.CreateLinkedTokenSource(stop, _stopping); await client.GetStringAsync("a", stop);""",
        TestName = "A link of two")]
    [TestCase(
        "using var [|limit|] = Limited(stop); await client.GetStringAsync(\"a\", stop);",
        TestName = "Made by a helper")]
    [TestCase(
        """using var [|limit|] = new CancellationTokenSource(TimeSpan.FromSeconds(5), TimeProvider.System); await client.GetStringAsync("a", stop);""",
        TestName = "Made with a clock")]
    [TestCase(
        """Func<Task> work = async () => { using var [|limit|] = new CancellationTokenSource(5000); await client.GetStringAsync("a", stop); }; await work();""",
        TestName = "In a lambda")]
    [TestCase(
        """try { await RunAsync(); } catch (IOException) { using var [|limit|] = new CancellationTokenSource(5000); await client.GetStringAsync("a", stop); }""",
        TestName = "In a handler")]
    [TestCase(
        Limited + "await client.GetStringAsync(\"a\", stop); limit.Cancel();",
        TestName = "Cancelled when nobody listens")]
    public Task A_limit_that_nothing_is_given(string body) => Flags(Class(body));

    [TestCase(Unmarked + "limit.CancelAfter(5); await client.GetStringAsync(\"a\", limit.Token);", TestName = "Passed")]
    [TestCase(
        Unmarked + "limit.CancelAfter(5); var token = limit.Token; await client.GetStringAsync(\"a\", token);",
        TestName = "Passed by a local")]
    [TestCase(
        $$"""{{Unmarked}}limit.CancelAfter(5); await client.GetStringAsync("a", limit.Token); await client.GetStringAsync("b", stop);""",
        TestName = "Passed to one of two")]
    [TestCase(Unmarked + "limit.CancelAfter(5); await WithAsync(limit);", TestName = "The source is passed")]
    [TestCase(Unmarked + "limit.CancelAfter(5); _source = limit; await RunAsync();", TestName = "The source is kept")]
    [TestCase(
        "var limit = new CancellationTokenSource(5000); _sources.Add(limit); await RunAsync();",
        TestName = "The source is put into a list")]
    [TestCase(
        $$"""{{Unmarked}}limit.CancelAfter(5); await using var end = limit.Token.Register(() => client.CancelPendingRequests()); await client.GetStringAsync("a");""",
        TestName = "Somebody is registered")]
    [TestCase(
        """using var limit = new CancellationTokenSource(5000); while (!limit.IsCancellationRequested) { await RunAsync(); }""",
        TestName = "A loop asks it")]
    [TestCase(
        """using var limit = new CancellationTokenSource(5000); foreach (var name in names) { limit.Token.ThrowIfCancellationRequested(); await RunAsync(); }""",
        TestName = "Each round asks its token")]
    [TestCase(
        """using var limit = new CancellationTokenSource(5000); await RunAsync(); if (limit.IsCancellationRequested) Console.Write("slow");""",
        TestName = "It is a measure")]
    [TestCase(
        """using var limit = new CancellationTokenSource(5000); using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token); await client.GetStringAsync("a", both.Token);""",
        TestName = "Linked into another")]
    [TestCase(
        """using var limit = new CancellationTokenSource(5000); Func<Task> work = () => client.GetStringAsync("a", limit.Token); await work();""",
        TestName = "Passed in a lambda")]
    [TestCase(
        """using var limit = new CancellationTokenSource(5000); Console.CancelKeyPress += (_, _) => limit.Cancel(); await RunAsync();""",
        TestName = "Cancelled from elsewhere")]
    [TestCase(
        "using var limit = new CancellationTokenSource(5000); Action end = limit.Cancel; Keep(end); await RunAsync();",
        TestName = "A way to cancel is handed out")]
    [TestCase("var limit = new CancellationTokenSource(); await RunAsync(); limit.Cancel();", TestName = "No limit")]
    [TestCase(Unmarked + "await client.GetStringAsync(\"a\", stop);", TestName = "A link of one")]
    [TestCase(
        """using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan); await client.GetStringAsync("a", stop);""",
        TestName = "A limit without end")]
    [TestCase(
        "using var limit = new CancellationTokenSource(5000); Console.Write(1);",
        TestName = "Nothing is awaited")]
    [TestCase(
        "await client.GetStringAsync(\"a\", stop); using var limit = new CancellationTokenSource(5000);",
        TestName = "Nothing comes after it")]
    [TestCase(
        """var limit = new CancellationTokenSource(5000); var copy = limit; await client.GetStringAsync("a", copy.Token);""",
        TestName = "It has another name")]
    [TestCase("using var limit = Kept(); await client.GetStringAsync(\"a\", stop);", TestName = "Others have it")]
    [TestCase("using var limit = _source; await client.GetStringAsync(\"a\", stop);", TestName = "Made elsewhere")]
    [TestCase(
        "var limit = new CancellationTokenSource(5000); Keep(new { limit }); await client.GetStringAsync(\"a\", stop);",
        TestName = "Part of another object")]
    [TestCase(
        "var limit = new CancellationTokenSource(5000); await Task.Delay(5, limit?.Token ?? stop);",
        TestName = "Passed if it is there")]
    public Task What_is_told_of_its_limit(string body) => Allows(Class(body));

    [Test]
    public Task A_source_that_is_returned_is_allowed() => Allows(
        """
        public class Service
        {
            public async Task<CancellationTokenSource> Run(CancellationToken stop)
            {
                var limit = new CancellationTokenSource(5000);
                await Task.Delay(5, stop);
                return limit;
            }
        }
        """);

    [Test]
    public Task The_message_names_what_is_given_instead() => Says(
        Class(Limited + "await client.GetStringAsync(\"a\", stop);"),
        "'limit' ends nothing: no call is given its token, and 'GetStringAsync' is given 'stop', so it goes on for as "
        + "long as it likes; pass 'limit.Token'");

    [Test]
    public Task The_message_tells_that_nothing_is_given() => Says(
        Class(Limited + "await client.GetStringAsync(\"a\");"),
        "'limit' ends nothing: no call is given its token, and 'GetStringAsync' is given none, so it goes on for as "
        + "long as it likes; pass 'limit.Token'");

    [Test]
    public Task The_message_knows_another_way_for_what_takes_none() => Says(
        Class(Limited + "await RunAsync();"),
        "'limit' ends nothing: no call is given its token, and 'RunAsync' takes none, so it goes on for as long as it "
        + "likes; let it take one, or wait for it with 'WaitAsync(limit.Token)'");

    [Test]
    public Task The_message_tells_of_a_link() => Says(
        Class(
            """using var [|both|] = CancellationTokenSource.CreateLinkedTokenSource(stop, _stopping); await Task.Delay(5, stop);"""),
        "'both' ends nothing: no call is given its token, and 'Delay' is given 'stop', so it goes on when one of the "
        + "linked tokens is cancelled; pass 'both.Token'");

    [TestCase(
        "await client.GetStringAsync(\"a\", stop);",
        "await client.GetStringAsync(\"a\", limit.Token);",
        TestName = "One call")]
    [TestCase(
        "var a = await client.GetStringAsync(\"a\", stop); await Task.Delay(5, stop).ConfigureAwait(false);",
        """var a = await client.GetStringAsync("a", limit.Token); await Task.Delay(5, limit.Token).ConfigureAwait(false);""",
        TestName = "Two calls")]
    [TestCase(
        "await client.GetStringAsync(\"a\", cancellationToken: stop);",
        "await client.GetStringAsync(\"a\", cancellationToken: limit.Token);",
        TestName = "By name")]
    [TestCase(
        "try { await client.GetStringAsync(\"a\", stop); } catch (IOException) { await Task.Delay(5, stop); }",
        "try { await client.GetStringAsync(\"a\", limit.Token); } catch (IOException) { await Task.Delay(5, stop); }",
        TestName = "Not what comes after a failure")]
    public Task The_calls_are_given_the_token(string calls, string repaired) =>
        Fixes(Class(Limited + calls), Class(Unmarked + "limit.CancelAfter(500); " + repaired));

    [Test]
    public Task A_name_that_is_a_keyword_keeps_its_sign() => Fixes(
        Class(
            """using var [|@event|] = CancellationTokenSource.CreateLinkedTokenSource(stop); @event.CancelAfter(500); await client.GetStringAsync("a", stop);"""),
        Class(
            """using var @event = CancellationTokenSource.CreateLinkedTokenSource(stop); @event.CancelAfter(500); await client.GetStringAsync("a", @event.Token);"""));

    [TestCase(Limited + "await client.GetStringAsync(\"a\");", TestName = "There is no token to replace")]
    [TestCase(
        Limited + "await client.GetStringAsync(\"a\", stop); await Task.Delay(5, _stopping);",
        TestName = "There are two of them")]
    [TestCase(
        "using var [|limit|] = new CancellationTokenSource(5000); await client.GetStringAsync(\"a\", stop);",
        TestName = "The caller could not cancel any more")]
    [TestCase(
        """using var [|limit|] = names.Length > 1 ? new CancellationTokenSource(5000) : null; await client.GetStringAsync("a", stop);""",
        TestName = "It may not be there")]
    public Task What_is_to_be_passed_is_not_certain(string body) => OffersNoFix(Class(body));

    private static string Class(string body) => $$"""
        public class Service
        {
            readonly CancellationToken _stopping = new(false);
            readonly List<CancellationTokenSource> _sources = new();
            CancellationTokenSource _source = new();
            public async Task Run(HttpClient client, string[] names, CancellationToken stop) { {{body}} }
            static async Task RunAsync() => await Task.Yield();
            static Task WithAsync(CancellationTokenSource source) => Task.Delay(5, source.Token);
            static void Keep(object value) { }
            static CancellationTokenSource Limited(CancellationToken stop)
            {
                var made = CancellationTokenSource.CreateLinkedTokenSource(stop);
                made.CancelAfter(500);
                return made;
            }
            CancellationTokenSource Kept()
            {
                var made = new CancellationTokenSource(5000);
                _sources.Add(made);
                return made;
            }
        }
        """;
}
