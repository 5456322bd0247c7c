using AiAwareAnalyzers.Materialization;

namespace AiAwareAnalyzers.Tests.Materialization;

public sealed class QuadraticCopyTests : RuleTests<QuadraticCopy, QuadraticCopyFix>
{
    [Test]
    public Task Text_is_appended_in_a_loop() =>
        Flags(In("var text = \"\";\nforeach (var word in words) [|text += word|];\nUse(text);"));

    [Test]
    public Task Text_is_assigned_with_more_text() =>
        Flags(In("var text = \"\";\nforeach (var word in words) [|text = text + word + \";\"|];\nUse(text);"));

    [Test]
    public Task Text_is_put_in_front() =>
        Flags(In("var text = \"\";\nforeach (var word in words) [|text = word + text|];\nUse(text);"));

    [Test]
    public Task Text_is_interpolated_into_itself() =>
        Flags(In("var text = \"\";\nforeach (var word in words) [|text = $\"{text}{word}\"|];\nUse(text);"));

    [Test]
    public Task A_field_grows() => Flags(
        "class C { string _log = \"\"; void M(List<string> words) { foreach (var word in words) [|_log += word|]; } }");

    [Test]
    public Task A_loop_by_index_over_data() =>
        Flags(In("var text = \"\";\nfor (var i = 0; i < words.Count; i++) [|text += words[i]|];\nUse(text);"));

    [Test]
    public Task A_loop_that_reads_on() =>
        Flags(In("var text = \"\";\nstring? line;\nwhile ((line = reader.ReadLine()) != null) [|text += line|];\n"
            + "Use(text);"));

    [Test]
    public Task An_array_gets_one_more() =>
        Flags(In("var all = Array.Empty<string>();\nforeach (var word in words) [|all = all.Append(word).ToArray()|];\n"
            + "Use(all);"));

    [Test]
    public Task A_list_gets_a_few_more() =>
        Flags(In("var all = new List<string>();\nforeach (var word in words) [|all = all.Concat(word.Split(' "
            + "')).ToList()|];\nUse(all);"));

    [Test]
    public Task An_array_is_resized_by_one() =>
        Flags(In("var all = new string[0];\nforeach (var word in words) { [|Array.Resize(ref all, all.Length + 1)|]; "
            + "all[all.Length - 1] = word; }\nUse(all);"));

    [Test]
    public Task A_sequence_is_wrapped_once_more() =>
        Flags(In("IEnumerable<string> all = words;\nforeach (var word in words) [|all = all.Concat(word.Split(' "
            + "'))|];\nUse(all);"));

    [Test]
    public Task A_list_is_filled_from_the_front() =>
        Flags(In("var all = new List<string>();\nforeach (var word in words) [|all.Insert(0, word)|];\nUse(all);"));

    [Test]
    public Task A_list_is_emptied_from_the_front() =>
        Flags(In("while (words.Count > 0) { Use(words[0]); [|words.RemoveAt(0)|]; }"));

    [CSharp(12)]
    public Task A_spread_of_itself() =>
        Flags(In("string[] all = [];\nforeach (var word in words) [|all = [.. all, word]|];\nUse(all);"));

    [Test]
    public Task An_immutable_array_gets_one_more() =>
        Flags(In("var all = System.Collections.Immutable.ImmutableArray<string>.Empty;\nforeach (var word in words) "
            + "[|all = all.Add(word)|];\nUse(all);"));

    [Test]
    public Task A_loop_in_a_loop() =>
        Flags(In("var text = \"\";\nforeach (var word in words)\n    foreach (var part in word.Split(' ')) [|text += "
            + "part|];\nUse(text);"));

    [Test]
    public Task The_characters_of_a_text_are_a_suggestion() =>
        Suggests(In("var text = \"\";\nforeach (var c in words[0]) [|text += c|];\nUse(text);"));

    [Test]
    public Task It_says_what_grows_and_what_to_use() => Says(
        In("var text = \"\";\nforeach (var word in words) [|text += word|];\nUse(text);"),
        "'text' is copied in each iteration of the loop over 'words', so the time grows with the square of its length; "
        + "append to a 'StringBuilder'");

    [Test]
    public Task A_number_grows_without_a_copy() =>
        Allows(In("var sum = 0;\nforeach (var word in words) sum += word.Length;\nUse(sum);"));

    [Test]
    public Task Text_that_is_given_away_whole_in_each_round() =>
        Allows(In("var text = \"\";\nforeach (var word in words) { text += word; Use(text); }"));

    [Test]
    public Task A_few_rounds_do_no_harm() =>
        Allows(In("var text = \"\";\nfor (var i = 0; i < 8; i++) text += \"x\";\nUse(text);"));

    [Test]
    public Task A_few_constants_do_no_harm() =>
        Allows(In("var text = \"\";\nforeach (var part in new[] { \"a\", \"b\" }) text += part;\nUse(text);"));

    [Test]
    public Task Text_that_begins_in_the_round() =>
        Allows(In("foreach (var word in words) { var text = word; text += \";\"; Use(text); }"));

    [Test]
    public Task Text_that_is_appended_once_and_then_left() =>
        Allows(In("var text = \"\";\nforeach (var word in words) { text += word; break; }\nUse(text);"));

    [Test]
    public Task A_builder_grows_in_place() =>
        Allows(In(
            "var text = new System.Text.StringBuilder();\nforeach (var word in words) text.Append(word);\nUse(text);"));

    [Test]
    public Task A_list_grows_in_place() =>
        Allows(In("var all = new List<string>();\nforeach (var word in words) all.Add(word);\nUse(all);"));

    [Test]
    public Task Text_that_is_replaced_does_not_grow() =>
        Allows(In("var text = \"\";\nforeach (var word in words) text = word + \";\";\nUse(text);"));

    [Test]
    public Task Text_is_appended_outside_of_any_loop() =>
        Allows(In("var text = words[0];\ntext += words[1];\nUse(text);"));

    [Test]
    public Task Text_is_appended_in_a_function_that_is_called_later() =>
        Allows(In("var text = \"\";\nforeach (var word in words) Use(new Action(() => text += word));"));

    [Test]
    public Task Text_of_another_object_is_per_element() =>
        Allows("class R { public string Text = \"\"; }\nclass C { void M(List<R> rows) { foreach (var row in rows) "
            + "row.Text += \"!\"; } }");

    [Test]
    public Task A_list_is_changed_in_its_middle() =>
        Allows(In("var at = 3;\nforeach (var word in words.ToList()) words.Insert(at, word);"));

    [Test]
    public Task Padding_to_a_width_ends_soon() =>
        Allows(In("var text = words[0];\nwhile (text.Length < 20) text += \" \";\nUse(text);"));

    [Test]
    public Task A_queue_gives_its_first_away() =>
        Allows(In("var queue = new Queue<string>(words);\nwhile (queue.Count > 0) Use(queue.Dequeue());"));

    [Test]
    public Task A_dictionary_of_texts_grows_by_key() =>
        Allows(In(
            "var texts = new Dictionary<int, string>();\nforeach (var word in words) texts[word.Length] = word;\n"
            + "Use(texts);"));

    [Test]
    public Task An_array_that_doubles_is_copied_rarely() =>
        Allows(In("var all = new string[4];\nvar n = 0;\nforeach (var word in words) { if (n == all.Length) "
            + "Array.Resize(ref all, all.Length * 2); all[n++] = word; }"));

    [Test]
    public Task An_event_gets_handlers() => Allows(
        "class C { event Action? E; void M(List<Action> all) { foreach (var one in all) E += one; E?.Invoke(); } }");

    [Test]
    public Task Another_sequence_is_listed() =>
        Allows(In(
            "var all = new List<string>();\nforeach (var word in words) all = words.Append(word).ToList();\n"
            + "Use(all);"));

    [Test]
    public Task Text_becomes_a_builder() => Fixes(
        In("string text = \"\"; // empty\nforeach (var word in words)\n{\n    [|text += word + \";\"|];\n}\n"
            + "Use(text.Length);\nUse(text);"),
        In("var text = new System.Text.StringBuilder(); // empty\nforeach (var word in words)\n{\n    text.Append(word "
            + "+ \";\");\n}\nUse(text.ToString().Length);\nUse(text.ToString());"));

    [Test]
    public Task Text_that_begins_with_something() => Fixes(
        In("var text = words[0];\nforeach (var word in words) [|text += word.Length|];\nUse(text);"),
        In("var text = new System.Text.StringBuilder(words[0]);\nforeach (var word in words) "
            + "text.Append(word.Length);\nUse(text.ToString());"));

    [Test]
    public Task Two_growths_of_one_text_become_one_builder() => Fixes(
        In("var text = string.Empty;\nforeach (var word in words) { [|text += word|]; [|text += ';'|]; }\nUse(text);"),
        In("var text = new System.Text.StringBuilder();\nforeach (var word in words) { text.Append(word); "
            + "text.Append(';'); }\nUse(text.ToString());"));

    [Test]
    public Task A_list_adds() => Fixes(
        In("var all = new List<string>();\nforeach (var word in words) [|all = all.Append(word).ToList()|];\n"
            + "Use(all);"),
        In("var all = new List<string>();\nforeach (var word in words) all.Add(word);\nUse(all);"));

    [Test]
    public Task A_list_adds_a_range() => Fixes(
        In("var all = new List<string>();\nforeach (var word in words) [|all = all.Concat(word.Split(' "
            + "')).ToList()|];\nUse(all);"),
        In("var all = new List<string>();\nforeach (var word in words) all.AddRange(word.Split(' '));\nUse(all);"));

    [Test]
    public Task All_texts_and_lists_grow_in_place_at_once() => Fixes(
        In("var text = \"\";\nforeach (var word in words) [|text += word|];\nvar other = \"a\";\nforeach (var word in "
            + "words) [|other += word|];\nUse(text);\nUse(other);"),
        In("var text = new System.Text.StringBuilder();\nforeach (var word in words) text.Append(word);\nvar other = "
            + "new System.Text.StringBuilder(\"a\");\nforeach (var word in words) other.Append(word);\n"
            + "Use(text.ToString());\nUse(other.ToString());"));

    [Test]
    public Task All_lists_grow_in_place_at_once() => Fixes(
        In("var all = new List<string>();\nforeach (var word in words) [|all = all.Append(word).ToList()|];\nvar some "
            + "= new List<string>();\nforeach (var word in words) [|some = some.Append(word + all.Count).ToList()|];\n"
            + "Use(some);"),
        In("var all = new List<string>();\nforeach (var word in words) all.Add(word);\nvar some = new List<string>();\n"
            + "foreach (var word in words) some.Add(word + all.Count);\nUse(some);"));

    [Test]
    public Task Text_that_is_looked_at_in_the_loop_is_left_to_a_person() =>
        OffersNoFix(
            In("var text = \"\";\nforeach (var word in words) { if (text.Length > 0) [|text += \",\"|]; [|text += "
                + "word|]; }\nUse(text);"));

    [Test]
    public Task Text_that_is_changed_afterwards_is_left_to_a_person() =>
        OffersNoFix(
            In("var text = \"\";\nforeach (var word in words) [|text += word|];\ntext = text.Trim();\nUse(text);"));

    [Test]
    public Task A_list_that_others_hold_is_left_to_a_person() =>
        OffersNoFix(
            In("var all = new List<string>();\nUse(all);\nforeach (var word in words) [|all = "
                + "all.Append(word).ToList()|];\nUse(all);"));

    [Test]
    public Task An_object_that_writes_itself_is_left_to_a_person() =>
        OffersNoFix(In("var text = \"\";\nforeach (var word in words) [|text += word.ToCharArray()|];\nUse(text);"));

    [TestCase("var text = \"\"; foreach (var n in input) text += n; return text;")]
    [TestCase("var text = \"<\"; foreach (var n in input) { text += n % 2 == 0; text += ';'; } return text + \">\";")]
    [TestCase("var text = \"\"; foreach (var n in input) text += n > 3 ? null : $\"{n:x}\"; return text.Length;")]
    [TestCase("var all = new List<int>(); foreach (var n in input) all = all.Append(n * 2).ToList(); return all;")]
    [TestCase(
        "var all = new List<int>(); foreach (var n in input) all = all.Concat(input.Take(n % 3)).ToList(); "
        + "return all;")]
    public Task A_growth_gives_the_same(string statements) =>
        KeepsBehaviour($"public static class Subject {{ public static object Run(int[] input) {{ {statements} }} }}");

    private static string In(string statements) => $$"""
        class C
        {
            void M(List<string> words, TextReader reader)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
            }

            static void Use(object? value) { }
        }
        """;
}
