using AiAwareAnalyzers.FakeWork;

namespace AiAwareAnalyzers.Tests.FakeWork;

public sealed class ChatResidueTests : RuleTests<ChatResidue, ChatResidueFix>
{
    [Test]
    public Task An_ellipsis_for_existing_code_is_flagged() => Flags(Shop.With("""
        [|// ... existing code ...|]
        public void Save() => _count++;
        """));

    [Test]
    public Task An_ellipsis_for_other_methods_is_flagged() => Flags(Shop.With("""
        public void Save() => _count++;

        [|// ... other methods ...|]
        """));

    [Test]
    public Task Brackets_around_it_do_not_hide_it() => Flags(Shop.With("""
        public void Save()
        {
            [|// (... rest of the method ...)|]
            _count++;
        }
        """));

    [Test]
    public Task A_single_character_as_ellipsis_is_flagged() => Flags(Shop.With("""
        public void Save()
        {
            [|// … existing logic …|]
            _count++;
        }
        """));

    [Test]
    public Task A_rest_that_is_unchanged_is_flagged() => Flags(Shop.With("""
        public void Save()
        {
            _count++;
            [|// rest of the method unchanged|]
        }
        """));

    [Test]
    public Task A_rest_that_remains_the_same_is_flagged() => Flags(Shop.With("""
        public void Save()
        {
            _count++;
            [|// The rest of the code remains the same|]
        }
        """));

    [Test]
    public Task Code_omitted_for_brevity_is_flagged() => Flags(Shop.With("""
        public void Save()
        {
            _count++;
            [|/* validation omitted for brevity */|]
        }
        """));

    [Test]
    public Task A_trailing_comment_is_flagged() => Flags(Shop.With("""
        public void Save()
        {
            _count++; [|// ... existing code|]
        }
        """));

    [Test]
    public Task A_lone_fence_is_flagged() => Flags(Shop.With("""
        [|// ```|]
        public void Save() => _count++;
        """));

    [Test]
    public Task A_lone_opening_fence_is_flagged() => Flags(Shop.With("""
        [|// ```csharp|]
        public void Save() => _count++;
        """));

    [Test]
    public Task Words_of_an_assistant_about_itself_are_flagged() => Flags(Shop.With("""
        [|// As an AI language model, I cannot run this code.|]
        public void Save() => _count++;
        """));

    [Test]
    public Task An_introduction_is_flagged() => Flags(Shop.With("""
        [|// Here's the updated code:|]
        public void Save() => _count++;
        """));

    [Test]
    public Task Certainly_is_flagged() => Flags(Shop.With("""
        [|// Certainly! Here is the method with error handling.|]
        public void Save() => _count++;
        """));

    [Test]
    public Task A_report_of_what_was_done_is_flagged() => Flags(Shop.With("""
        [|// I've updated the method to handle empty lists.|]
        public void Save() => _count++;
        """));

    [Test]
    public Task An_offer_is_flagged() => Flags(Shop.With("""
        public void Save() => _count++;

        [|// Let me know if you need any other changes!|]
        """));

    [Test]
    public Task A_hope_is_flagged() => Flags(Shop.With("""
        public void Save() => _count++; [|// Hope this helps!|]
        """));

    [Test]
    public Task A_request_is_flagged() => Flags(Shop.With("""
        [|// As you requested, the count is kept.|]
        public void Save() => _count++;
        """));

    [Test]
    public Task A_keep_is_flagged() => Flags(Shop.With("""
        public void Save()
        {
            [|// Keep existing code|]
            _count++;
        }
        """));

    [Test]
    public Task A_refusal_as_the_text_of_an_exception_is_flagged() => Flags(Shop.With("""
        public void Save() => throw new InvalidOperationException([|"As an AI language model, I cannot save orders."|]);
        """));

    [Test]
    public Task A_refusal_in_a_log_is_flagged() => Flags(Shop.With("""
        public void Save() => _logger.LogInformation([|"As an AI language model, I cannot save orders."|]);
        """));

    [Test]
    public Task Top_level_statements_are_flagged() => Flags("""
        [|// ... existing code ...|]
        Console.WriteLine("done");
        """);

    [Test]
    public Task The_message_tells_what_was_left_out_and_what_to_do() => Says(
        Shop.Beside("""
            public class Payments
            {
                [|// ... existing code ...|]
            }
            """),
        "\"... existing code ...\" marks code that an assistant left out; check the history, restore what was lost, "
        + "then remove the line");

    [Test]
    public Task The_message_tells_who_talks() => Says(
        Shop.Beside("""
            public class Payments
            {
                [|// Here's the updated version of your class|]
            }
            """),
        "\"Here's the updated version of your class\" is an assistant addressing its user, not a comment on the code; "
        + "remove the line");

    [Test]
    public Task A_comment_about_code_that_exists_is_silent() => Allows(Shop.With("""
        // The existing code in the store sorts already.
        public void Save() => _count++;
        """));

    [Test]
    public Task An_ellipsis_about_something_else_is_silent() => Allows(Shop.With("""
        // Wait for the lock...
        public void Save() => _count++;
        """));

    [Test]
    public Task The_rest_of_a_list_is_silent() => Allows(Shop.With("""
        // The rest of the orders is shipped tomorrow.
        public void Save() => _count++;
        """));

    [Test]
    public Task The_rest_of_data_that_is_unchanged_is_silent() => Allows(Shop.With("""
        // The rest of the list is unchanged, and the rest of the items stays the same.
        public void Save() => _count++;
        """));

    [Test]
    public Task Waiting_for_the_rest_is_silent() => Allows(Shop.With("""
        // Wait for the rest of the data...
        public void Save() => _count++;
        """));

    [Test]
    public Task Something_that_stays_unchanged_is_silent() => Allows(Shop.With("""
        // The price is unchanged when the basket is empty.
        public void Save() => _count++;
        """));

    [Test]
    public Task A_framed_example_is_silent() => Allows(Shop.With("""
        // ```
        // Save();
        // ```
        public void Save() => _count++;
        """));

    [Test]
    public Task Fences_in_a_doc_comment_are_silent() => Allows(Shop.With("""
        /// <summary>
        /// ```csharp
        /// Save();
        /// ```
        /// </summary>
        public void Save() => _count++;
        """));

    [Test]
    public Task A_word_about_fences_is_silent() => Allows(Shop.With("""
        // The answer comes between ```json and ``` marks.
        public void Save() => _count++;
        """));

    [Test]
    public Task A_text_that_is_looked_for_is_data() => Allows(Shop.With("""
        public bool IsRefusal(string text) => text.Contains("As an AI language model");
        """));

    [Test]
    public Task A_list_of_texts_is_data() => Allows(Shop.With("""
        private static readonly string[] Refusals = { "As an AI language model, I cannot", "I cannot help" };
        """));

    [Test]
    public Task A_prompt_is_data() => Allows(Shop.With("""
        public void Ask(Action<string> model) => model("As an AI language model you are precise.");
        """));

    [Test]
    public Task A_fence_in_a_text_is_data() => Allows(Shop.With("""
        public string Strip(string text) => text.Replace("```json", "").Replace("```", "");
        """));

    [Test]
    public Task A_prompt_with_an_ellipsis_is_data() => Allows(Shop.With("""
        public string Prompt() => "Write // ... existing code ... where nothing changes.";
        """));

    [Test]
    public Task A_question_to_colleagues_is_silent() => Allows(Shop.With("""
        // Let me know if this hurts in production.
        public void Save() => _count++;
        """));

    [Test]
    public Task A_first_person_is_silent() => Allows(Shop.With("""
        // I've seen this fail on slow disks.
        public void Save() => _count++;
        """));

    [Test]
    public Task A_hint_for_users_of_a_template_is_silent() => Allows(Shop.With("""
        // Here is the place to register services.
        public void Save() => _count++;
        """));

    [Test]
    public Task A_list_that_goes_on_is_silent() => Allows(Shop.With("""
        // Handles Visa, Mastercard, ...
        public void Save() => _count++;
        """));

    [Test]
    public Task A_requirement_of_a_user_is_silent() => Allows(Shop.With("""
        // The user wanted to keep the basket, so it is not cleared.
        public void Save() => _count++;
        """));

    [Test]
    public Task A_sure_thing_is_silent() => Allows(Shop.With("""
        // Sure to be sorted here.
        public void Save() => _count++;
        """));

    [Test]
    public Task A_certain_thing_is_silent() => Allows(Shop.With("""
        // Certainly not empty: the caller looks first.
        public void Save() => _count++;
        """));

    [Test]
    public Task A_todo_is_silent() => Allows(Shop.With("""
        // TODO: cover the other methods.
        public void Save() => _count++;
        """));

    [Test]
    public Task An_identifier_is_silent() => Allows(Shop.With("""
        public void ExistingCode() => _count++;
        """));

    [Test]
    public Task An_AI_in_a_name_of_a_product_is_silent() => Allows(Shop.With("""
        // Sent as an AirMail letter.
        public void Save() => _count++;
        """));

    [Test]
    public Task The_line_is_removed() => Fixes(
        Shop.With("""
            public void Save()
            {
                // Count first.
                [|// Here's the updated code:|]
                _count++;
            }
            """),
        Shop.With("""
            public void Save()
            {
                // Count first.
                _count++;
            }
            """));

    [Test]
    public Task A_trailing_comment_is_removed_without_its_line() => Fixes(
        Shop.With("""
            public void Save()
            {
                _count++; [|// Here's the updated code|]
                _count--;
            }
            """),
        Shop.With("""
            public void Save()
            {
                _count++;
                _count--;
            }
            """));

    [Test]
    public Task A_block_comment_of_several_lines_is_removed() => Fixes(
        Shop.With("""
            public void Save()
            {
                [|/* Here's the updated code
                   for you. */|]
                _count++;
            }
            """),
        Shop.With("""
            public void Save()
            {
                _count++;
            }
            """));

    [Test]
    public Task A_comment_inside_a_line_leaves_the_line() => Fixes(
        Shop.With("""
            public void Save()
            {
                _count = [|/* Here's the updated code */|] 1;
            }
            """),
        Shop.With("""
            public void Save()
            {
                _count = 1;
            }
            """));

    [Test]
    public Task Two_lines_are_removed_at_once() => Fixes(
        Shop.With("""
            [|// Here's the updated code:|]
            [|// ```csharp|]
            public void Save() => _count++;
            """),
        Shop.With("""
            public void Save() => _count++;
            """));

    [Test]
    public Task A_mark_of_code_that_was_left_out_has_no_fix() => OffersNoFix(Shop.With("""
        public void Save()
        {
            [|// ... existing code ...|]
            _count++;
        }
        """));

    [Test]
    public Task A_text_has_no_fix() => OffersNoFix(Shop.With("""
        public void Save() => throw new InvalidOperationException([|"As an AI language model, I cannot save orders."|]);
        """));

    [TestCase("[|```csharp|]\npublic class Orders { }", TestName = "A fence with a language above the code")]
    [TestCase("[|```|]\npublic class Orders { }", TestName = "A bare fence above the code")]
    [TestCase("public class Orders { }\n[|```|]", TestName = "A fence below the code")]
    [TestCase("[|```cs|]\nusing System.Text;\n\npublic class Orders { }\n[|```|]\n", TestName = "A fence at both ends")]
    [TestCase(
        "public class Orders\n{\n    public void Save()\n    {\n        [|```|]\n        Console.WriteLine();\n"
        + "    }\n}",
        TestName = "A fence inside of a method")]
    [TestCase(
        "public class Orders\n{\n    [|```c#|]\n    public void Save() { }\n}", TestName = "A fence inside of a type")]
    public Task A_fence_that_no_comment_covers(string code) => Given.ThatNeedNotCompile().Flags(code);

    [TestCase(
        "public class Orders { public string A => \"\"\"\n    ```csharp\n    x\n    ```\n    \"\"\"; }",
        TestName = "A fence in a raw text")]
    [TestCase(
        "public class Orders { public string A => @\"\n```csharp\n```\n\"; }",
        TestName = "A fence in a text of several lines")]
    [TestCase("#if NEVER\n```\n#endif\npublic class Orders { }", TestName = "A fence in code that is switched off")]
    [TestCase("public class Orders { int a = 1 ` 2; }", TestName = "A single backtick")]
    [TestCase("public class Orders { int a = 1; ``` text and more }", TestName = "Backticks among other words")]
    [TestCase("/* ```\n``` */\npublic class Orders { ` }", TestName = "A fence in a block comment")]
    public Task Backticks_that_are_no_fence(string code) => Given.ThatNeedNotCompile().Allows(code);

    [Test]
    public Task The_fences_go_and_the_code_can_be_read() => Given.ThatNeedNotCompile().Fixes(
        "[|```csharp|]\n// orders\npublic class Orders\n{\n    public int Id;\n}\n[|```|]\n",
        "// orders\npublic class Orders\n{\n    public int Id;\n}\n");
}
