using AiAwareAnalyzers.FakeWork;

namespace AiAwareAnalyzers.Tests.FakeWork;

public sealed class EmptyBranchTests : RuleTests<EmptyBranch>
{
    [TestCase("await Task.CompletedTask;", TestName = "A branch that awaits nothing")]
    [TestCase("await Task.Delay(100);", TestName = "A branch that only waits")]
    [TestCase(
        "await Task.Delay(TimeSpan.FromSeconds(1)).ConfigureAwait(false);",
        TestName = "A branch that only waits a span")]
    public Task A_branch_that_plays_work(string played) => Flags(Shop.With($$"""
        public async Task<Receipt> PayAsync(Order order)
        {
            await _store.SaveAsync(order);
            [|if|] (order.Total > 100)
            {
                // TODO: ask the bank
                {{played}}
            }

            return Receipt.Ok();
        }
        """));

    [Test]
    public Task A_branch_that_really_waits_for_something() => Allows(Shop.With("""
        public async Task<Receipt> PayAsync(Order order, Task bank)
        {
            await _store.SaveAsync(order);
            if (order.Total > 100)
            {
                // TODO: ask the bank
                await bank;
            }

            return Receipt.Ok();
        }
        """));

    [TestCase("// For now nothing to update: an order has no other parts")]
    [TestCase("// TODO of the importer: both are already equal here")]
    public Task An_explanation_why_nothing_is_to_be_done(string comment) => Allows(Shop.With($$"""
        public bool Ship(Order order)
        {
            if (order.Total > 1000)
            {
                {{comment}}
            }

            _store.All.Remove(order);
            return true;
        }
        """));

    [Test]
    public Task An_if_with_only_a_todo_is_flagged() => Flags(Shop.With("""
        public bool Ship(Order order)
        {
            [|if|] (order.Total > 1000)
            {
                // TODO: ask for approval
            }

            _store.All.Remove(order);
            return true;
        }
        """));

    [Test]
    public Task An_else_with_only_an_admission_is_flagged() => Flags(Shop.With("""
        public async Task PayAsync(Order order)
        {
            if (order.Total > 0)
            {
                await _store.SaveAsync(order);
            }
            [|else|]
            {
                // Refund would be implemented here
            }
        }
        """));

    [Test]
    public Task A_case_with_only_an_admission_is_flagged() => Flags(Shop.With("""
        public void Handle(Status status, Order order)
        {
            switch (status)
            {
                case Status.Completed:
                    _store.All.Remove(order);
                    break;
                [|case|] Status.Failed:
                    // In a real implementation, notify the customer
                    break;
            }
        }
        """));

    [Test]
    public Task A_default_case_with_only_an_admission_is_flagged() => Flags(Shop.With("""
        public bool Handle(Status status, Order order)
        {
            switch (status)
            {
                case Status.Completed:
                    return _store.All.Remove(order);
                [|default|]:
                    // not implemented yet
                    break;
            }

            return true;
        }
        """));

    [Test]
    public Task A_case_with_a_block_is_flagged() => Flags(Shop.With("""
        public void Handle(Status status)
        {
            switch (status)
            {
                [|case|] Status.Failed:
                {
                    // TODO: roll back
                    break;
                }
                default:
                    _count++;
                    break;
            }
        }
        """));

    [Test]
    public Task A_quiet_log_of_the_admission_is_flagged() => Flags(Shop.With("""
        public Receipt Pay(Order order)
        {
            [|if|] (order.Total < 0)
            {
                _logger.LogInformation("Refunds are not implemented, skipped for {Id}", order.Id);
            }

            _count++;
            return Receipt.Ok();
        }
        """));

    [Test]
    public Task A_loop_over_elements_with_only_an_admission_is_flagged() => Flags(Shop.With("""
        public async Task ImportAsync(List<Order> orders)
        {
            [|foreach|] (var order in orders)
            {
                // TODO: validate the order
            }

            await _store.SaveAsync(orders[0]);
        }
        """));

    [Test]
    public Task A_block_comment_is_flagged() => Flags(Shop.With("""
        public void Save(Order order)
        {
            [|if|] (order.Email.Length > 0)
            {
                /* placeholder: send the mail */
            }

            _count++;
        }
        """));

    [Test]
    public Task A_branch_deep_inside_is_flagged() => Flags(Shop.With("""
        public void SaveAll(List<Order> orders)
        {
            foreach (var order in orders)
            {
                if (order.Total > 0)
                {
                    _count++;
                    [|if|] (order.Email == "")
                    {
                        // for now nobody is told
                    }
                }
            }
        }
        """));

    [Test]
    public Task Both_branches_are_flagged() => Flags(Shop.With("""
        public void Save(Order order)
        {
            [|if|] (order.Total > 0)
            {
                // TODO: charge
            }
            [|else|]
            {
                // TODO: refund
            }

            _count++;
        }
        """));

    [Test]
    public Task An_else_if_is_flagged() => Flags(Shop.With("""
        public void Save(Order order)
        {
            if (order.Total > 0)
            {
                _count++;
            }
            else [|if|] (order.Total < 0)
            {
                // hardcoded: no refunds, would need the gateway
            }
        }
        """));

    [Test]
    public Task A_branch_in_a_constructor_is_flagged() => Flags(Shop.With("""
        public PaymentService(string? key)
        {
            [|if|] (key is null)
            {
                // TODO: implement the fallback
            }

            _count = 1;
        }
        """));

    [Test]
    public Task A_branch_in_a_lambda_is_flagged() => Flags(Shop.With("""
        public Action<Order> Handler() => order =>
        {
            [|if|] (order.Total > 1000)
            {
                // Fraud check would go here
            }

            _count++;
        };
        """));

    [Test]
    public Task A_branch_in_a_local_function_is_flagged() => Flags(Shop.With("""
        public int Count()
        {
            Add(1);
            return _count;

            void Add(int number)
            {
                [|if|] (number < 0)
                {
                    // TODO
                }

                _count += number;
            }
        }
        """));

    [Test]
    public Task A_branch_in_a_setter_is_flagged() => Flags(Shop.With("""
        public int Number
        {
            get => _count;
            set
            {
                [|if|] (value < 0)
                {
                    // FIXME: refuse
                }

                _count = value;
            }
        }
        """));

    [Test]
    public Task A_value_that_is_returned_behind_it_is_a_success() => Flags(Shop.With("""
        public async Task<Order?> LoadAsync(int id)
        {
            [|if|] (id < 0)
            {
                // validation is not implemented
            }

            return await _store.FindAsync(id);
        }
        """));

    [Test]
    public Task Top_level_statements_are_flagged() => Flags("""
        [|if|] (args.Length == 0)
        {
            // TODO: print the usage
        }

        Console.WriteLine("done");
        """);

    [CSharp(12)]
    public Task A_branch_beside_a_list_pattern_is_flagged() => Flags(Shop.With("""
        public void Save(int[] ids)
        {
            [|if|] (ids is [])
            {
                // TODO: tell the caller
            }

            _count += ids.Length;
        }
        """));

    [Test]
    public Task The_message_names_the_branch_the_admission_and_the_function() => Says(
        Shop.Beside("""
            public class Payments
            {
                private int _count;

                public void Pay(decimal total)
                {
                    if (total > 0)
                    {
                        _count++;
                    }
                    [|else|]
                    {
                        // TODO: implement refunds.
                    }
                }
            }
            """),
        "This 'else' only admits that its work is missing (\"TODO: implement refunds\"), and 'Pay' continues as if it "
        + "had succeeded; do the work, or throw 'NotImplementedException' here");

    [Test]
    public Task A_line_for_a_log_that_may_be_switched_off_is_silent() => Allows(Shop.With("""
        public bool Ship(Order order, Log log)
        {
            if (log.IsEnabled())
            {
                // temporary orders only
            }

            return true;
        }

        public abstract class Log { public abstract bool IsEnabled(); }
        """));

    [Test]
    public Task A_branch_with_work_is_silent() => Allows(Shop.With("""
        public void Save(Order order)
        {
            if (order.Total > 0)
            {
                // TODO: charge in the background
                _count++;
            }
        }
        """));

    [Test]
    public Task An_empty_branch_without_an_admission_is_silent() => Allows(Shop.With("""
        public void Save(Order order)
        {
            if (order.Total > 0)
            {
            }
            else _count++;
        }
        """));

    [Test]
    public Task A_branch_that_explains_itself_is_silent() => Allows(Shop.With("""
        public void Save(Order order)
        {
            if (order.Total == 0)
            {
                // Gifts are free.
            }
            else _count++;
        }
        """));

    [Test]
    public Task A_branch_with_nothing_to_do_is_silent() => Allows(Shop.With("""
        public void Save(Order order)
        {
            if (order.Total == 0)
            {
                // Nothing to do for now: gifts are free.
            }
            else _count++;
        }
        """));

    [Test]
    public Task A_branch_that_is_empty_on_purpose_is_silent() => Allows(Shop.With("""
        public void Save(Order order)
        {
            if (order.Total == 0)
            {
                // Intentionally not implemented for gifts.
            }
            else _count++;
        }
        """));

    [Test]
    public Task A_branch_that_throws_is_silent() => Allows(Shop.With("""
        public void Save(Order order)
        {
            if (order.Total < 0)
            {
                // TODO: implement refunds
                throw new NotImplementedException();
            }

            _count++;
        }
        """));

    [Test]
    public Task A_branch_that_returns_is_silent() => Allows(Shop.With("""
        public bool Save(Order order)
        {
            if (order.Total < 0)
            {
                // TODO: implement refunds
                return false;
            }

            _count++;
            return true;
        }
        """));

    [Test]
    public Task A_refusal_after_the_branch_is_silent() => Allows(Shop.With("""
        public bool TryPay(Order order)
        {
            if (order.Total < 0)
            {
                // not implemented
            }

            return false;
        }
        """));

    [Test]
    public Task An_exception_after_the_branch_is_silent() => Allows(Shop.With("""
        public void Save(Order order)
        {
            if (order.Total < 0)
            {
                // not implemented
            }

            throw new NotSupportedException();
        }
        """));

    [Test]
    public Task A_failed_Result_after_the_branch_is_silent() => Allows(Shop.With("""
        public Receipt Pay(Order order)
        {
            if (order.Total < 0)
            {
                // not implemented
            }

            return Receipt.Fail("no");
        }
        """));

    [Test]
    public Task A_loud_log_is_seen_by_somebody() => Allows(Shop.With("""
        public void Save(Order order)
        {
            if (order.Total < 0)
            {
                _logger.LogWarning("Refunds are not implemented, {Id} is left open", order.Id);
            }
            else _count++;
        }
        """));

    [Test]
    public Task A_todo_above_the_if_is_silent() => Allows(Shop.With("""
        public void Save(Order order)
        {
            // TODO: charge
            if (order.Total > 0)
            {
                _count++;
            }
        }
        """));

    [Test]
    public Task A_todo_behind_the_branch_is_silent() => Allows(Shop.With("""
        public void Save(Order order)
        {
            if (order.Total > 0)
            {
                _count++;
            } // TODO: charge
        }
        """));

    [Test]
    public Task Code_that_is_left_out_by_the_preprocessor_is_silent() => Allows(Shop.With("""
        public void Save(Order order)
        {
            if (order.Total > 0)
            {
                // TODO: charge outside of tests
        #if CHARGING
                _count++;
        #endif
            }

            _count--;
        }
        """));

    [Test]
    public Task Cases_that_share_a_body_are_silent() => Allows(Shop.With("""
        public void Handle(Status status)
        {
            switch (status)
            {
                case Status.Failed:
                // TODO: roll back
                case Status.Completed:
                    _count++;
                    break;
            }
        }
        """));

    [Test]
    public Task A_case_that_breaks_without_a_word_is_silent() => Allows(Shop.With("""
        public void Handle(Status status)
        {
            switch (status)
            {
                case Status.Failed: break;
                default: _count++; break;
            }
        }
        """));

    [Test]
    public Task A_catch_has_rules_of_its_own() => Allows(Shop.With("""
        public void Save(Order order)
        {
            try { _store.All.Add(order); }
            catch (InvalidOperationException)
            {
                // TODO: implement
            }
        }
        """));

    [Test]
    public Task A_while_that_waits_is_silent() => Allows(Shop.With("""
        public void Spin()
        {
            while (_count < 10)
            {
                // for now
            }
        }
        """));

    [Test]
    public Task A_function_that_does_nothing_at_all_is_reported_as_a_whole() => Allows(Shop.With("""
        public void Save(Order order)
        {
            if (order.Total > 0)
            {
                // TODO: implement charging
            }
        }
        """));

    [Test]
    public Task A_double_is_silent() => Allows(Shop.Beside("""
        public class FakeStore
        {
            private int _count;

            public void Save(Order order)
            {
                if (order.Total > 0)
                {
                    // simulated
                }

                _count++;
            }
        }
        """));

    [Test]
    public Task A_negated_admission_is_silent() => Allows(Shop.With("""
        public void Save(Order order)
        {
            if (order.Total == 0)
            {
                // Gifts are no placeholder.
            }
            else _count++;
        }
        """));

    [Test]
    public Task A_phrase_can_be_removed() => WithOption("ai_aware.fake_work.admissions", "-fixme").Allows(Shop.With("""
        public void Save(Order order)
        {
            if (order.Total == 0)
            {
                // FIXME
            }

            _count++;
        }
        """));

    [Test]
    public Task A_project_of_tests_is_silent() => Given.WithReferences(Shop.TestProject).Allows(Shop.With("""
        public void Save(Order order)
        {
            if (order.Total == 0)
            {
                // TODO
            }

            _count++;
        }
        """));
}
