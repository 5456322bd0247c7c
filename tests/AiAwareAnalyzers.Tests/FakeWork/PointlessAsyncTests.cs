using AiAwareAnalyzers.FakeWork;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.FakeWork;

public sealed partial class PointlessAsyncTests : RuleTests<PointlessAsync, PointlessAsyncFix>
{
    [Test]
    public Task An_awaited_finished_task_is_a_suggestion() => Flags(Shop.With("""
        public async Task CloseAsync()
        {
            _count = 0;
            [|await Task.CompletedTask|];
        }
        """));

    [Test]
    public Task An_awaited_value_is_a_suggestion() => Flags(Shop.With("""
        public async Task<int> CountAsync()
        {
            return [|await Task.FromResult(_count)|];
        }
        """));

    [Test]
    public Task An_awaited_value_in_a_local_is_a_suggestion() => Flags(Shop.With("""
        public async Task<int> CountAsync()
        {
            var count = [|await Task.FromResult(_count)|];
            return count + 1;
        }
        """));

    [Test]
    public Task An_arrow_is_a_suggestion() => Flags(Shop.With("""
        public async Task<int> CountAsync() => [|await Task.FromResult(_count)|];
        """));

    [Test]
    public Task A_configured_await_is_a_suggestion() => Flags(Shop.With("""
        public async Task CloseAsync()
        {
            _count = 0;
            [|await Task.CompletedTask.ConfigureAwait(false)|];
        }
        """));

    [Test]
    public Task A_value_task_is_a_suggestion() => Flags(Shop.With("""
        public async ValueTask CloseAsync()
        {
            _count = 0;
            [|await ValueTask.CompletedTask|];
        }
        """));

    [Test]
    public Task A_value_of_a_value_task_is_a_suggestion() => Flags(Shop.With("""
        public async ValueTask<int> CountAsync() => [|await ValueTask.FromResult(_count)|];
        """));

    [Test]
    public Task A_theatre_beside_a_real_await_is_a_suggestion() => Flags(Shop.With("""
        public async Task SaveAsync(Order order)
        {
            [|await Task.CompletedTask|];
            await _store.SaveAsync(order);
        }
        """));

    [Test]
    public Task A_delay_that_nothing_needs_is_a_suggestion() => Flags(Shop.With("""
        public async Task<decimal> TotalAsync(Order order)
        {
            [|await Task.Delay(100)|];
            return order.Total;
        }
        """));

    [Test]
    public Task A_delay_of_a_span_is_a_suggestion() => Flags(Shop.With("""
        public async Task<decimal> TotalAsync(Order order)
        {
            [|await Task.Delay(TimeSpan.FromMilliseconds(50))|];
            return order.Total;
        }
        """));

    [Test]
    public Task A_local_function_is_a_suggestion() => Flags(Shop.With("""
        public Task<int> CountAsync()
        {
            return Read();

            async Task<int> Read()
            {
                [|await Task.CompletedTask|];
                return _count;
            }
        }
        """));

    [Test]
    public Task A_lambda_is_a_suggestion() => Flags(Shop.With("""
        public Func<Task> Closing() => async () =>
        {
            _count = 0;
            [|await Task.CompletedTask|];
        };
        """));

    [Test]
    public Task An_async_void_method_is_a_suggestion() => Flags(Shop.With("""
        public async void Close()
        {
            _count = 0;
            [|await Task.CompletedTask|];
        }
        """));

    [Test]
    public Task A_function_is_reported_once() => Flags(Shop.With("""
        public async Task CloseAsync(bool now)
        {
            if (now)
            {
                [|await Task.CompletedTask|];
                return;
            }

            _count = 0;
            await Task.CompletedTask;
        }
        """));

    [Test]
    public Task An_override_is_a_suggestion() => Flags(Shop.Beside("""
        public abstract class Job { public abstract Task RunAsync(); }
        public class Cleanup : Job
        {
            private int _count;

            public override async Task RunAsync()
            {
                _count++;
                [|await Task.CompletedTask|];
            }
        }
        """));

    [Test]
    public Task An_implementation_of_a_contract_is_a_suggestion() => Flags(Shop.Beside("""
        public interface ICounter { Task<int> CountAsync(); }
        public class Counter : ICounter
        {
            public async Task<int> CountAsync() => [|await Task.FromResult(3)|];
        }
        """));

    [Test]
    public Task Top_level_statements_are_a_suggestion() => Flags("""
        Console.WriteLine("done");
        [|await Task.CompletedTask|];
        """);

    [Test]
    public Task A_finished_task_that_is_returned_is_silent() => Allows(Shop.With("""
        public Task CloseAsync()
        {
            _count = 0;
            return Task.CompletedTask;
        }
        """));

    [Test]
    public Task A_value_that_is_returned_as_a_task_is_silent() => Allows(Shop.With("""
        public Task<int> CountAsync() => Task.FromResult(_count);
        """));

    [Test]
    public Task A_real_await_is_silent() => Allows(Shop.With("""
        public async Task SaveAsync(Order order) => await _store.SaveAsync(order);
        """));

    [Test]
    public Task An_async_iterator_is_silent() => Allows(Shop.With("""
        public async IAsyncEnumerable<int> AllAsync()
        {
            await Task.CompletedTask;
            yield return 1;
        }
        """));

    [Test]
    public Task A_yield_is_silent() => Allows(Shop.With("""
        public async Task StepAsync()
        {
            await Task.Yield();
            _count++;
        }
        """));

    [Test]
    public Task A_delay_before_work_is_silent() => Allows(Shop.With("""
        public async Task ShowAsync()
        {
            await Task.Delay(200);
            _count++;
        }
        """));

    [Test]
    public Task A_delay_in_a_loop_is_silent() => Allows(Shop.With("""
        public async Task<int> PollAsync()
        {
            while (_count == 0)
            {
                await Task.Delay(100);
            }

            return _count;
        }
        """));

    [Test]
    public Task A_delay_that_is_computed_is_silent() => Allows(Shop.With("""
        public async Task<int> PauseAsync(int attempt)
        {
            await Task.Delay(attempt * 100);
            return attempt;
        }
        """));

    [Test]
    public Task A_delay_in_a_function_that_waits_by_name_is_silent() => Allows(Shop.With("""
        public async Task<bool> WaitForUserAsync()
        {
            await Task.Delay(100);
            return true;
        }
        """));

    [Test]
    public Task A_delay_of_a_task_without_a_value_is_silent() => Allows(Shop.With("""
        public async Task PauseAsync()
        {
            await Task.Delay(100);
        }
        """));

    [Test]
    public Task A_delay_beside_a_real_await_is_silent() => Allows(Shop.With("""
        public async Task<Order?> LoadAsync(int id)
        {
            await Task.Delay(100);
            return await _store.FindAsync(id);
        }
        """));

    [Test]
    public Task A_task_in_a_local_that_may_be_real_is_silent() => Allows(Shop.With("""
        public async Task SaveAsync(Order order, bool now)
        {
            var saving = now ? _store.SaveAsync(order) : Task.CompletedTask;
            await saving;
        }
        """));

    [Test]
    public Task A_choice_of_tasks_is_silent() => Allows(Shop.With("""
        public async Task SaveAsync(Order order, bool now) => await (now ? _store.SaveAsync(order) : Task.CompletedTask);
        """));

    [Test]
    public Task A_parameter_that_is_awaited_is_silent() => Allows(Shop.With("""
        public async Task RunAsync(Task task) => await task;
        """));

    [Test]
    public Task A_finished_task_as_an_argument_is_silent() => Allows(Shop.With("""
        public async Task RunAllAsync(Order order) => await Task.WhenAll(Task.CompletedTask, _store.SaveAsync(order));
        """));

    [Test]
    public Task Another_type_of_the_same_name_is_silent() => Allows(Shop.With("""
        public async Task RunAsync() => await Work.CompletedTask;

        public static class Work { public static Task CompletedTask => Task.Delay(1); }
        """));

    [Test]
    public Task A_finished_task_that_is_stored_is_silent() => Allows(Shop.With("""
        private Task _last = Task.CompletedTask;

        public async Task LastAsync() => await _last;
        """));

    [Test]
    public Task A_function_that_is_reported_as_success_without_work_is_silent() => Allows(Shop.With("""
        public async Task SendAsync(Order order)
        {
            // TODO: implement
            await Task.CompletedTask;
        }
        """));

    [Test]
    public Task A_check_that_is_reported_as_stubbed_is_silent() => Allows(Shop.With("""
        public async Task<bool> ValidateAsync(Order order)
        {
            await Task.CompletedTask;
            return true;
        }
        """));

    [Test]
    public Task A_branch_whose_work_is_missing_is_the_graver_defect() => Allows(Shop.With("""
        public async Task<Receipt> PayAsync(Order order)
        {
            _count++;
            if (order.Total > 100)
            {
                // TODO: ask the bank
            }

            await Task.CompletedTask;
            return Receipt.Ok();
        }
        """));

    [Test]
    public Task A_theatre_inside_of_an_empty_branch_belongs_to_it() => Allows(Shop.With("""
        public async Task<Receipt> PayAsync(Order order)
        {
            await _store.SaveAsync(order);
            if (order.Total > 100)
            {
                // TODO: ask the bank
                await Task.CompletedTask;
            }

            return Receipt.Ok();
        }
        """));

    [Test]
    public Task A_theatre_beside_real_awaits_has_a_cause_of_its_own() => Flags(Shop.With("""
        public async Task<Receipt> PayAsync(Order order)
        {
            await _store.SaveAsync(order);
            if (order.Total > 100)
            {
                // TODO: ask the bank
            }

            [|await Task.CompletedTask|];
            return Receipt.Ok();
        }
        """));

    [Test]
    public Task A_double_may_delay() => Allows(Shop.Beside("""
        public class FakeClock
        {
            public async Task<int> NowAsync()
            {
                await Task.Delay(10);
                return 5;
            }
        }
        """));

    [Test]
    public Task A_finished_task_at_the_end_is_returned() => Fixes(
        Shop.With("""
            public async Task CloseAsync()
            {
                _count = 0;
                [|await Task.CompletedTask|];
            }
            """),
        Shop.With("""
            public Task CloseAsync()
            {
                _count = 0;
                return Task.CompletedTask;
            }
            """));

    [Test]
    public Task A_value_is_returned_as_its_task() => Fixes(
        Shop.With("""
            public async Task<int> CountAsync()
            {
                return [|await Task.FromResult(_count)|];
            }
            """),
        Shop.With("""
            public Task<int> CountAsync()
            {
                return Task.FromResult(_count);
            }
            """));

    [Test]
    public Task An_arrow_returns_the_task() => Fixes(
        Shop.With("""
            public async Task<int> CountAsync() => [|await Task.FromResult(_count)|];
            """),
        Shop.With("""
            public Task<int> CountAsync() => Task.FromResult(_count);
            """));

    [Test]
    public Task All_returns_are_wrapped() => Fixes(
        Shop.With("""
            public async Task<int> CountAsync(bool all)
            {
                [|await Task.CompletedTask|];
                if (all) return _count;
                return 0;
            }
            """),
        Shop.With("""
            public Task<int> CountAsync(bool all)
            {
                if (all) return Task.FromResult(_count);
                return Task.FromResult(0);
            }
            """));

    [Test]
    public Task A_value_of_another_type_is_wrapped_in_the_type_that_is_promised() => Fixes(
        Shop.With("""
            public async Task<object> CountAsync()
            {
                [|await Task.CompletedTask|];
                return _count;
            }
            """),
        Shop.With("""
            public Task<object> CountAsync()
            {
                return Task.FromResult<object>(_count);
            }
            """));

    [Test]
    public Task Returns_without_a_value_return_a_finished_task() => Fixes(
        Shop.With("""
            public async Task CloseAsync(bool now)
            {
                if (now)
                {
                    _count = 0;
                    return;
                }

                [|await Task.CompletedTask|];
            }
            """),
        Shop.With("""
            public Task CloseAsync(bool now)
            {
                if (now)
                {
                    _count = 0;
                    return Task.CompletedTask;
                }

                return Task.CompletedTask;
            }
            """));

    [Test]
    public Task A_comment_above_stays() => Fixes(
        Shop.With("""
            public async Task CloseAsync()
            {
                _count = 0;

                // The store closes itself.
                [|await Task.CompletedTask|];
            }
            """),
        Shop.With("""
            public Task CloseAsync()
            {
                _count = 0;

                // The store closes itself.
                return Task.CompletedTask;
            }
            """));

    [Test]
    public Task Beside_a_real_await_only_the_theatre_goes() => Fixes(
        Shop.With("""
            public async Task SaveAsync(Order order)
            {
                [|await Task.CompletedTask|];

                await _store.SaveAsync(order);
            }
            """),
        Shop.With("""
            public async Task SaveAsync(Order order)
            {
                await _store.SaveAsync(order);
            }
            """));

    [Test]
    public Task A_value_in_the_middle_becomes_itself() => Fixes(
        Shop.With("""
            public async Task<int> CountAsync()
            {
                var count = [|await Task.FromResult(_count)|];
                return count + 1;
            }
            """),
        Shop.With("""
            public Task<int> CountAsync()
            {
                var count = _count;
                return Task.FromResult(count + 1);
            }
            """));

    [Test]
    public Task A_value_task_is_made_anew() => Fixes(
        Shop.With("""
            public async ValueTask<int> CountAsync()
            {
                [|await Task.CompletedTask|];
                return _count;
            }
            """),
        Shop.With("""
            public ValueTask<int> CountAsync()
            {
                return new ValueTask<int>(_count);
            }
            """));

    [Test]
    public Task A_bare_value_task_is_the_default() => Fixes(
        Shop.With("""
            public async ValueTask CloseAsync()
            {
                _count = 0;
                [|await Task.CompletedTask|];
            }
            """),
        Shop.With("""
            public ValueTask CloseAsync()
            {
                _count = 0;
                return default;
            }
            """));

    [Test]
    public Task An_async_void_method_only_loses_both() => Fixes(
        Shop.With("""
            public async void Close()
            {
                _count = 0;
                [|await Task.CompletedTask|];
            }
            """),
        Shop.With("""
            public void Close()
            {
                _count = 0;
            }
            """));

    [Test]
    public Task A_delay_goes_with_its_comment() => Fixes(
        Shop.With("""
            public async Task<decimal> TotalAsync(Order order)
            {
                [|await Task.Delay(100)|]; // be slow
                return order.Total;
            }
            """),
        Shop.With("""
            public Task<decimal> TotalAsync(Order order)
            {
                return Task.FromResult(order.Total);
            }
            """));

    [Test]
    public Task A_local_function_is_rewritten_alone() => Fixes(
        Shop.With("""
            public Task<int> CountAsync()
            {
                return Read();

                async Task<int> Read()
                {
                    [|await Task.CompletedTask|];
                    return _count;
                }
            }
            """),
        Shop.With("""
            public Task<int> CountAsync()
            {
                return Read();

                Task<int> Read()
                {
                    return Task.FromResult(_count);
                }
            }
            """));

    [Test]
    public Task Returns_of_a_lambda_inside_stay() => Fixes(
        Shop.With("""
            public async Task<int> CountAsync()
            {
                [|await Task.CompletedTask|];
                Func<int> count = () => { return _count; };
                return count();
            }
            """),
        Shop.With("""
            public Task<int> CountAsync()
            {
                Func<int> count = () => { return _count; };
                return Task.FromResult(count());
            }
            """));

    [Test]
    public Task Async_as_the_first_word_keeps_the_layout() => Fixes(
        Shop.With("""
            async Task CloseAsync()
            {
                [|await Task.CompletedTask|];
            }
            """),
        Shop.With("""
            Task CloseAsync()
            {
                return Task.CompletedTask;
            }
            """));

    [Test]
    public Task Null_is_wrapped_with_its_type() => Fixes(
        Shop.With("""
            public async Task<string?> NameAsync()
            {
                [|await Task.CompletedTask|];
                return null;
            }
            """),
        Shop.With("""
            public Task<string?> NameAsync()
            {
                return Task.FromResult<string?>(null);
            }
            """));

    [Test]
    public Task A_lambda_whose_only_await_it_is_has_no_fix() => OffersNoFix(Shop.With("""
        public Func<Task> Closing() => async () =>
        {
            _count = 0;
            [|await Task.CompletedTask|];
        };
        """));

    [Test]
    public Task A_statement_without_a_block_has_no_fix() => OffersNoFix(Shop.With("""
        public async Task CloseAsync(bool now)
        {
            if (now) [|await Task.CompletedTask|];
            _count = 0;
        }
        """));

    [Test]
    public Task A_function_that_is_not_async_yet_has_no_fix() =>
        Given.ThatNeedNotCompile().OffersNoFix(Shop.With("""
            public Task CloseAsync()
            {
                _count = 0;
                [|await Task.CompletedTask|];
            }
            """));

    [TestCase("public async Task CloseAsync()", "await Task.FromResult(1)", TestName = "A value without a place")]
    [TestCase("public async Task<int> CountAsync()", "await Task.CompletedTask", TestName = "No value for its place")]
    public Task What_a_function_may_not_return_has_no_fix(string function, string returned) =>
        Given.ThatNeedNotCompile().OffersNoFix(Shop.With($"{function}\n{{\n    return [|{returned}|];\n}}"));

    [Test]
    public Task A_call_whose_value_nobody_takes_has_no_fix() => OffersNoFix(Shop.With("""
        public async Task CloseAsync()
        {
            [|await Task.FromResult(Count())|];
        }

        private int Count() => _count++;
        """));

    [Test]
    public async Task The_repaired_code_gives_the_same()
    {
        var (before, after) = await Running.Repairing<PointlessAsync, PointlessAsyncFix>(
            """
            public class Basket
            {
                private readonly List<string> _items = new();
                public async Task AddAsync(string item) { await Task.CompletedTask; if (item == "") throw new ArgumentException("empty"); _items.Add(item); }
                public async Task<object?> FirstAsync() { var first = await Task.FromResult(_items[0]); if (first == "x") return null; return first; }
                public async ValueTask<int> CountAsync() => await ValueTask.FromResult(_items.Count);
            }
            public static class Proof
            {
                public static async Task<string> Run()
                {
                    var basket = new Basket();
                    await basket.AddAsync("a");
                    try { await basket.AddAsync(""); }
                    catch (ArgumentException e) { await basket.AddAsync(e.Message); }
                    return await basket.FirstAsync() + " " + await basket.CountAsync();
                }
            }
            """,
            new Setting(References.Net10));
        Assert.That(after, Is.EqualTo(before).And.EqualTo("a 2"));
    }

    [Test]
    public Task The_message_names_the_await_the_function_and_the_way_out() => Says(
        Shop.With("""
            public async Task ClearAsync()
            {
                _count = 0;
                [|await Task.CompletedTask|];
            }
            """),
        "'await Task.CompletedTask' is already completed when it is awaited, so 'ClearAsync' only looks "
        + "asynchronous; drop "
        + "'async' and return the task, or await real work");
}
