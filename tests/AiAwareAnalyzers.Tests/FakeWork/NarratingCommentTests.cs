using AiAwareAnalyzers.FakeWork;

namespace AiAwareAnalyzers.Tests.FakeWork;

public sealed class NarratingCommentTests : RuleTests<NarratingComment, NarratingCommentFix>
{
    [Test]
    public Task A_counter_that_is_incremented_is_narrated() => Flags(Shop.With("""
        public void Step()
        {
            [|// Increment the count|]
            _count++;
        }
        """));

    [Test]
    public Task A_return_is_narrated() => Flags(Shop.With("""
        public int Read()
        {
            [|// Return the count|]
            return _count;
        }
        """));

    [Test]
    public Task A_call_is_narrated() => Flags(Shop.With("""
        public async Task SaveAsync(Order order)
        {
            [|// Save the order|]
            await _store.SaveAsync(order);
        }
        """));

    [Test]
    public Task A_creation_is_narrated() => Flags(Shop.With("""
        public List<Order> Make()
        {
            [|// Create a new list of orders|]
            var orders = new List<Order>();
            return orders;
        }
        """));

    [Test]
    public Task A_check_for_null_is_narrated() => Flags(Shop.With("""
        public void Check(Order? order)
        {
            [|// Check if order is null|]
            if (order == null) return;
            _count++;
        }
        """));

    [Test]
    public Task A_loop_is_narrated() => Flags(Shop.With("""
        public void All(List<Order> orders)
        {
            [|// Loop through all orders|]
            foreach (var order in orders) _count++;
        }
        """));

    [Test]
    public Task A_throw_is_narrated() => Flags(Shop.With("""
        public void Fail()
        {
            [|// Throw an invalid operation exception|]
            throw new InvalidOperationException("no");
        }
        """));

    [Test]
    public Task An_assignment_is_narrated() => Flags(Shop.With("""
        public void Reset()
        {
            [|// Set the count to 0|]
            _count = 0;
        }
        """));

    [Test]
    public Task A_log_is_narrated() => Flags(Shop.With("""
        public void Tell()
        {
            [|// Log information|]
            _logger.LogInformation("told");
        }
        """));

    [Test]
    public Task A_name_in_one_word_is_narrated() => Flags(Shop.With("""
        public void Load(int[] ids)
        {
            [|// Get the first id|]
            var firstId = ids[0];
            _count = firstId;
        }
        """));

    [Test]
    public Task A_plural_is_narrated() => Flags(Shop.With("""
        public void Load(List<Order> orders)
        {
            [|// Add orders|]
            _store.All.AddRange(orders);
        }
        """));

    [Test]
    public Task A_full_stop_does_not_help() => Flags(Shop.With("""
        public int Read()
        {
            [|// Return the count.|]
            return _count;
        }
        """));

    [Test]
    public Task Capitals_do_not_help() => Flags(Shop.With("""
        public int Read()
        {
            [|// RETURN COUNT|]
            return _count;
        }
        """));

    [Test]
    public Task A_blank_line_above_does_not_help() => Flags(Shop.With("""
        public void Step()
        {
            _count--;

            [|// Increment count|]
            _count++;
        }
        """));

    [Test]
    public Task A_statement_in_a_branch_is_narrated() => Flags(Shop.With("""
        public void Step(bool up)
        {
            if (up)
            {
                [|// Increment the count|]
                _count++;
            }
        }
        """));

    [Test]
    public Task Top_level_statements_are_narrated() => Flags("""
        var count = args.Length;
        [|// Write the count to the console|]
        Console.WriteLine(count);
        """);

    [Test]
    public Task A_reason_is_silent() => Allows(Shop.With("""
        public void Step()
        {
            // Increment before the log, which reads it
            _count++;
        }
        """));

    [Test]
    public Task A_unit_is_silent() => Allows(Shop.With("""
        public void Wait(int timeout)
        {
            // seconds
            _count = timeout;
        }
        """));

    [Test]
    public Task A_comment_of_two_lines_is_silent() => Allows(Shop.With("""
        public void Step()
        {
            // Increment the count
            // since the first one was never counted
            _count++;
        }
        """));

    [Test]
    public Task A_comment_behind_the_line_is_silent() => Allows(Shop.With("""
        public void Step()
        {
            _count++; // increment the count
        }
        """));

    [Test]
    public Task A_comment_with_a_blank_line_behind_it_is_silent() => Allows(Shop.With("""
        public void Step()
        {
            // Increment the count

            _count++;
        }
        """));

    [Test]
    public Task A_heading_of_a_section_is_silent() => Allows(Shop.With("""
        public void Step()
        {
            // Bookkeeping
            _count++;
        }
        """));

    [Test]
    public Task A_todo_is_silent() => Allows(Shop.With("""
        public void Step()
        {
            // TODO: count orders
            _count++;
        }
        """));

    [Test]
    public Task A_question_is_silent() => Allows(Shop.With("""
        public void Step()
        {
            // Increment the count?
            _count++;
        }
        """));

    [Test]
    public Task A_comment_on_a_member_is_silent() => Allows(Shop.With("""
        // The count
        private int _total = 1;

        public int Count => _total;
        """));

    [Test]
    public Task A_doc_comment_is_silent() => Allows(Shop.With("""
        /// <summary>Increments the count.</summary>
        public void Increment() => _count++;
        """));

    [Test]
    public Task A_link_is_silent() => Allows(Shop.With("""
        public void Step()
        {
            // https://example.com/count
            _count++;
        }
        """));

    [Test]
    public Task An_example_value_is_silent() => Allows(Shop.With("""
        public void Step(string text)
        {
            // 2024-01-31 or 31.1.2024
            _count = text.Length;
        }
        """));

    [Test]
    public Task Only_verbs_are_silent() => Allows(Shop.With("""
        public int Read()
        {
            // Return
            return _count;
        }
        """));

    [Test]
    public Task A_block_comment_is_silent() => Allows(Shop.With("""
        public void Step()
        {
            /* Increment the count */
            _count++;
        }
        """));

    [Test]
    public Task A_suppression_is_silent() => Allows(Shop.With("""
        public void Step()
        {
            // ReSharper disable once InvalidXmlDocComment
            _count++;
        }
        """));

    [Test]
    public Task A_negation_that_the_code_does_not_show_is_silent() => Allows(Shop.With("""
        public void Step()
        {
            // Never increment the count twice
            _count++;
        }
        """));

    [Test]
    public Task A_range_is_silent() => Allows(Shop.With("""
        public void Step()
        {
            // count is 1 to 12
            _count++;
        }
        """));

    [Test]
    public Task A_condition_with_a_reason_is_silent() => Allows(Shop.With("""
        public void Check(Order? order)
        {
            // order is null when the basket was empty
            if (order == null) return;
            _count++;
        }
        """));

    [Test]
    public Task An_empty_comment_is_silent() => Allows(Shop.With("""
        public void Step()
        {
            //
            _count++;
        }
        """));

    [Test]
    public Task A_long_comment_is_silent() => Allows(Shop.With("""
        public void Step()
        {
            // count count count count count count count count count count
            _count++;
        }
        """));

    [Test]
    public Task A_comment_above_a_declaration_of_a_function_is_silent() => Allows(Shop.With("""
        public int Read()
        {
            return Count();

            // Count
            int Count() => _count;
        }
        """));

    [Test]
    public Task The_line_is_removed() => Fixes(
        Shop.With("""
            public void Step()
            {
                [|// Increment the count|]
                _count++;
            }
            """),
        Shop.With("""
            public void Step()
            {
                _count++;
            }
            """));

    [Test]
    public Task Two_comments_are_removed_at_once() => Fixes(
        Shop.With("""
            public int Step()
            {
                [|// Increment the count|]
                _count++;

                [|// Return the count|]
                return _count;
            }
            """),
        Shop.With("""
            public int Step()
            {
                _count++;

                return _count;
            }
            """));

    [Test]
    public Task The_message_quotes_comment_and_code() => Says(
        Shop.With("""
            public void Step()
            {
                [|// Increment the count|]
                _count++;
            }
            """),
        "\"Increment the count\" only repeats '_count++;'; remove it, or explain why the code does so");
}
