using AiAwareAnalyzers.FakeWork;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.FakeWork;

/// <summary>Where every caller awaits on the spot, the function becomes synchronous, and its callers with it.</summary>
public sealed partial class PointlessAsyncTests
{
    private const string Title = "Make it synchronous, and its callers not await it";

    [Test]
    public Task A_private_function_and_its_callers_need_no_task() => Given.Titled(Title).Fixes(
        Shop.With("""
            public async Task SaveAsync(Order order)
            {
                var total = await TotalAsync(order); // with tax
                await _store.SaveAsync(order with { Total = total });
            }

            // What it costs.
            private async Task<decimal> TotalAsync(Order order)
            {
                // No table yet.
                [|await Task.CompletedTask|];
                return order.Total * 2;
            }
            """),
        Shop.With("""
            public async Task SaveAsync(Order order)
            {
                var total = Total(order); // with tax
                await _store.SaveAsync(order with { Total = total });
            }

            // What it costs.
            private decimal Total(Order order)
            {
                // No table yet.
                return order.Total * 2;
            }
            """));

    [Test]
    public Task A_function_without_a_result_returns_nothing() => Given.Titled(Title).Fixes(
        Shop.With("""
            public async Task SaveAsync(Order order)
            {
                await CountAsync(1).ConfigureAwait(false);
                await _store.SaveAsync(order);
            }

            private async Task CountAsync(int step)
            {
                if (step == 0) return;
                _count += step;
                [|await Task.CompletedTask|];
            }
            """),
        Shop.With("""
            public async Task SaveAsync(Order order)
            {
                Count(1);
                await _store.SaveAsync(order);
            }

            private void Count(int step)
            {
                if (step == 0) return;
                _count += step;
            }
            """));

    [Test]
    public Task An_arrow_returns_its_value() => Given.Titled(Title).Fixes(
        Shop.With("""
            public async Task<bool> HasManyAsync(Order order)
            {
                await _store.SaveAsync(order);
                return (await CountAsync()).CompareTo(3) > 0;
            }

            internal async ValueTask<int> CountAsync() => [|await ValueTask.FromResult(_count)|];
            """),
        Shop.With("""
            public async Task<bool> HasManyAsync(Order order)
            {
                await _store.SaveAsync(order);
                return Count().CompareTo(3) > 0;
            }

            internal int Count() => _count;
            """));

    [Test]
    public Task A_caller_with_nothing_left_to_await_returns_a_finished_task() => Given.Titled(Title).Fixes(
        Shop.With("""
            public async Task<int> DoubleAsync()
            {
                return await CountAsync() * 2;
            }

            private async Task<int> CountAsync()
            {
                return [|await Task.FromResult(_count)|];
            }
            """),
        Shop.With("""
            public Task<int> DoubleAsync()
            {
                return Task.FromResult(Count() * 2);
            }

            private int Count()
            {
                return _count;
            }
            """));

    [Test]
    public Task A_name_that_is_taken_stays_as_it_is() => Given.Titled(Title).Fixes(
        Shop.With("""
            private int Total => 3;
            public async Task SaveAsync(Order order)
            {
                await _store.SaveAsync(order with { Total = await TotalAsync() });
            }

            private async Task<decimal> TotalAsync() => [|await Task.FromResult(2m)|];
            """),
        Shop.With("""
            private int Total => 3;
            public async Task SaveAsync(Order order)
            {
                await _store.SaveAsync(order with { Total = TotalAsync() });
            }

            private decimal TotalAsync() => 2m;
            """));

    [Test]
    public Task A_local_function_that_is_awaited_needs_no_task() => Given.Titled(Title).Fixes(
        Shop.With("""
            public async Task SaveAsync(Order order)
            {
                await _store.SaveAsync(order with { Id = await NextAsync() });

                async Task<int> NextAsync()
                {
                    [|await Task.CompletedTask|];
                    return _count;
                }
            }
            """),
        Shop.With("""
            public async Task SaveAsync(Order order)
            {
                await _store.SaveAsync(order with { Id = Next() });

                int Next()
                {
                    return _count;
                }
            }
            """));

    [Test]
    public Task Callers_in_another_file_change_too() => Given
        .WithFile("/0/Caller.cs", "public partial class PaymentService\n{\n    public async Task PayAsync(Order order) "
            + "=> await _store.SaveAsync(order with { Id = await NextAsync() });\n}\n")
        .Titled(Title)
        .Fixes(
            Shop.With("""
                private async Task<int> NextAsync()
                {
                    return [|await Task.FromResult(_count)|];
                }
                """),
            Shop.With("""
                private int Next()
                {
                    return _count;
                }
                """),
            ("/0/Caller.cs", "public partial class PaymentService\n{\n    public async Task PayAsync(Order order) => "
                + "await _store.SaveAsync(order with { Id = Next() });\n}\n"));

    [Test]
    public Task Two_functions_with_one_caller_are_done_at_once() => Given.Titled(Title).Fixes(
        Shop.With("""
            public async Task<int> SumAsync() => await OneAsync() + await TwoAsync();

            private async Task<int> OneAsync() => [|await Task.FromResult(1)|];

            private async Task<int> TwoAsync() => [|await Task.FromResult(2)|];
            """),
        Shop.With("""
            public Task<int> SumAsync() => Task.FromResult(One() + Two());

            private int One() => 1;

            private int Two() => 2;
            """));

    /// <summary>The task goes somewhere, or somebody else decides about the form: the task stays.</summary>
    [TestCase("private", "Task Other() => CountAsync();", TestName = "The task is returned")]
    [TestCase(
        "private",
        "async Task Other() { var task = CountAsync(); await _store.SaveAsync(null!); await task; }",
        TestName = "The task is kept")]
    [TestCase(
        "private",
        "async Task Other() => await Task.WhenAll(CountAsync(), CountAsync());",
        TestName = "The tasks are awaited together")]
    [TestCase(
        "private",
        "async Task Other() { Func<Task<int>> count = CountAsync; await count(); }",
        TestName = "The function is passed")]
    [TestCase(
        "private",
        "async Task Other() { await CountAsync(); Console.WriteLine(nameof(CountAsync)); }",
        TestName = "The function is named")]
    [TestCase("private", "", TestName = "Nobody calls")]
    [TestCase("public", "async Task Other() => await CountAsync();", TestName = "Anybody may call")]
    [TestCase("protected", "async Task Other() => await CountAsync();", TestName = "Those who inherit may call")]
    [TestCase(
        "[Obsolete] private",
        "#pragma warning disable CS0612\nasync Task Other() => await CountAsync();",
        TestName = "An attribute may be there for somebody who calls")]
    [TestCase(
        "private",
        "Func<Task<int>> Other() => async () => await CountAsync();",
        TestName = "A lambda would be left with nothing to await")]
    [TestCase(
        "private",
        "async IAsyncEnumerable<int> Other() { yield return await CountAsync(); }",
        TestName = "An iterator would be left with nothing to await")]
    public Task Where_a_caller_would_notice_the_task_stays(string access, string other) =>
        Given.Titled("Drop the await that waits for nothing").Fixes(
            Shop.With($"{access} async Task<int> CountAsync() => [|await Task.FromResult(_count)|];\n{other}"),
            Shop.With($"{access} Task<int> CountAsync() => Task.FromResult(_count);\n{other}"));

    [Test]
    public Task The_task_can_be_kept_all_the_same() =>
        Given.ByAction(1).Titled("Drop the await that waits for nothing").Fixes(
            Shop.With("""
                public async Task<int> DoubleAsync() => await CountAsync() * 2;

                private async Task<int> CountAsync() => [|await Task.FromResult(_count)|];
                """),
            Shop.With("""
                public async Task<int> DoubleAsync() => await CountAsync() * 2;

                private Task<int> CountAsync() => Task.FromResult(_count);
                """));

    [Test]
    public Task An_arrow_that_only_plays_has_no_value_to_return() =>
        Given.Titled("Drop the await that waits for nothing").Fixes(
            Shop.With("""
                public async Task SaveAsync(Order order) { await CloseAsync(); await _store.SaveAsync(order); }

                private async Task CloseAsync() => [|await Task.CompletedTask|];
                """),
            Shop.With("""
                public async Task SaveAsync(Order order) { await CloseAsync(); await _store.SaveAsync(order); }

                private Task CloseAsync() => Task.CompletedTask;
                """));

    [Test]
    public Task A_value_that_an_arrow_drops_has_no_fix() => OffersNoFix(Shop.With("""
        public async Task CloseAsync() => [|await Task.FromResult(_count)|];
        """));

    [Test]
    public async Task Callers_of_what_became_synchronous_get_the_same()
    {
        var (before, after) = await Running.Repairing<PointlessAsync, PointlessAsyncFix>(
            """
            public class Basket
            {
                private readonly List<string> _items = new();
                public async Task<string> FillAsync(string text)
                {
                    foreach (var item in text.Split(' '))
                    {
                        try { await AddAsync(item); }
                        catch (ArgumentException e) { await AddAsync(e.Message); }
                    }

                    await Task.Yield();
                    return await FirstAsync() + " " + (await CountAsync()).ToString();
                }

                public async Task<int> TwiceAsync() { var count = await CountAsync(); if (count == 0) return 0; return count * 2; }

                private async Task AddAsync(string item) { await Task.CompletedTask; if (item == "") throw new ArgumentException("empty"); _items.Add(item); }
                private async Task<object?> FirstAsync() { var first = await Task.FromResult(_items[0]); if (first == "x") return null; return first; }
                private async ValueTask<int> CountAsync() => await ValueTask.FromResult(_items.Count);
            }
            public static class Proof
            {
                public static async Task<string> Run()
                {
                    var basket = new Basket();
                    return await basket.FillAsync("x  y") + " " + await basket.FillAsync("z") + " " + await basket.TwiceAsync();
                }
            }
            """,
            new Setting(References.Net10));
        Assert.That((before, after), Is.EqualTo((" 3  4 8", " 3  4 8")));
    }
}
