using AiAwareAnalyzers.FakeWork;

namespace AiAwareAnalyzers.Tests.FakeWork;

[CSharp(12)]
public sealed class UnreadParameterTests : RuleTests<UnreadParameter>
{
    [TestCase("string [|search|]", TestName = "A search")]
    [TestCase("string [|searchTerm|]", TestName = "A search term")]
    [TestCase("string? [|customerFilter|]", TestName = "A filter of something")]
    [TestCase("string [|sortBy|]", TestName = "An order")]
    [TestCase("int [|page|]", TestName = "A page")]
    [TestCase("int [|pageSize|] = 20", TestName = "A page's size with a default")]
    [TestCase("int? [|limit|]", TestName = "A limit that may be missing")]
    [TestCase("bool [|includeDeleted|]", TestName = "A switch")]
    [TestCase("DateTime? [|fromDate|]", TestName = "A date")]
    [TestCase("DayOfWeek [|dayFilter|]", TestName = "An enum")]
    [TestCase("string [|token|]", TestName = "A token")]
    [TestCase("string [|apiKey|]", TestName = "A key")]
    [TestCase("string [|password|], int count", TestName = "A password beside what nobody promises")]
    public Task What_a_caller_believes_in(string parameters) =>
        Flags(Listing($"public List<string> List({parameters}) => _names.Order().ToList();"));

    [TestCase("string search", "_names.Where(name => name == search).ToList()", TestName = "Read")]
    [TestCase("string search", "Inner(search)", TestName = "Passed on")]
    [TestCase("string search", "_names.Select(name => $\"{name}{search}\").ToList()", TestName = "Read in a text")]
    [TestCase("int count", "_names.Order().ToList()", TestName = "A name that promises nothing")]
    [TestCase("string _search", "_names.Order().ToList()", TestName = "A name that says that it is not needed")]
    [TestCase("CancellationToken token", "_names.Order().ToList()", TestName = "A token of another kind")]
    [TestCase("object filter", "_names.Order().ToList()", TestName = "What a framework hands in")]
    [TestCase("Func<string, bool> filter", "_names.Order().ToList()", TestName = "A function")]
    [TestCase("string search", "throw new NotSupportedException()", TestName = "It refuses")]
    [TestCase("string search", "new()", TestName = "It does nothing, which is another defect")]
    public Task What_nobody_has_to_read(string parameters, string body) =>
        Allows(Listing($"public List<string> List({parameters}) => {body};"));

    [Test]
    public Task An_obsolete_method() => Allows(Listing("""
        [Obsolete] public List<string> List(string search) => _names.Order().ToList();
        """));

    [Test]
    public Task A_method_that_others_may_override() => Allows(Listing("""
        public virtual List<string> List(string search) => _names.Order().ToList();
        """));

    [Test]
    public Task An_override_of_what_reads_it() => Allows("""
        public class Names
        {
            public virtual List<string> List(string search) => search.Split(',').ToList();
        }

        public class Fixed(List<string> names) : Names
        {
            public override List<string> List(string search) => names.Order().ToList();
        }
        """);

    [Test]
    public Task Another_class_behind_the_interface_reads_it() => Allows("""
        public interface INames { List<string> List(string search); }

        public class Found(List<string> names) : INames
        {
            public List<string> List(string search) => names.Where(name => name == search).ToList();
        }

        public class Everything(List<string> names) : INames
        {
            public List<string> List(string search) => names.Order().ToList();
        }
        """);

    [Test]
    public Task Nobody_behind_the_interface_reads_it() => Flags("""
        public interface INames { List<string> List(string search); }

        public class Everything(List<string> names) : INames
        {
            public List<string> List(string [|search|]) => names.Order().ToList();
        }
        """);

    [Test]
    public Task An_explicit_implementation() => Flags("""
        public interface INames { List<string> List(string search); }

        public class Everything(List<string> names) : INames
        {
            List<string> INames.List(string [|search|]) => names.Order().ToList();
        }
        """);

    [Test]
    public Task An_interface_of_somebody_else() => Allows("""
        public class Words(List<string> names) : System.Collections.IComparer
        {
            public int Compare(object x, object y) => names.Order().Count();
        }

        public class Formatter(List<string> names) : IFormattable
        {
            public string ToString(string format, IFormatProvider provider) => string.Join(",", names);
        }
        """);

    [Test]
    public Task A_double() => Allows("""
        public class FakeNames(List<string> names)
        {
            public List<string> List(string search) => names.Order().ToList();
        }
        """);

    [Test]
    public Task An_out_parameter_is_written() => Allows(Listing("""
        public bool List(out int limit) { limit = _names.Count; return true; }
        """));

    [Test]
    public Task A_tool_for_a_model() => Flags("""
        public class McpServerToolAttribute : Attribute;

        public class Tools(List<string> names)
        {
            [McpServerTool]
            public List<string> List(string [|country|], int count) => names.Order().Take(count).ToList();
        }
        """);

    [Test]
    public Task The_message_of_a_filter() => Says(
        Listing("public List<string> List(string [|search|]) => _names.Order().ToList();"),
        "'List' never reads 'search', so callers who pass it get the same whatever it says; apply it, or take it out "
        + "of the signature");

    [Test]
    public Task The_message_of_a_credential() => Says(
        Listing("public List<string> List(string [|token|]) => _names.Order().ToList();"),
        "'List' never reads 'token', so callers who pass it get the same whether it is right or not; apply it, or take "
        + "it out of the signature");

    private static string Listing(string member) =>
        $$"""
        public class Names
        {
            private readonly List<string> _names = [];

            private List<string> Inner(string text) => text.Split(' ').Concat(_names).ToList();

            {{member}}
        }
        """;

    [TestCase("int maxResults", """var found = new List<string>(); if (_names.Count > 0) found.Add(_names[0]); return found.ToArray();""",
        TestName = "One is added, or none")]
    [TestCase("int limit", "var found = new List<string>(); found.Add(_names.First()); return found.Order().ToArray();",
        TestName = "One that is put in order")]
    public Task A_limit_of_what_is_one_at_most(string parameter, string body) =>
        Allows(Listing($"public string[] Find({parameter}) {{ {body} }}"));

    [TestCase("int [|maxResults|]", """var found = new List<string>(); foreach (var name in _names) found.Add(name); return found.ToArray();""",
        TestName = "Added in a loop")]
    [TestCase("int [|limit|]", "var found = new List<string>(); found.AddRange(_names); return found.ToArray();",
        TestName = "Added together")]
    [TestCase("int [|limit|]", """var found = new List<string>(); found.Add(_names[0]); found.Add(_names[1]); return found.ToArray();""",
        TestName = "Two")]
    [TestCase("int [|limit|]", """var found = new List<string>(); found.Add($"?limit={{limit}}"); return found.ToArray();""",
        TestName = "A text in which it was meant to stand")]
    [TestCase("string [|search|]", "var found = new List<string>(); found.Add(_names[0]); return found.ToArray();",
        TestName = "A filter")]
    public Task What_may_be_more_or_another(string parameter, string body) =>
        Flags(Listing($"public string[] Find({parameter}) {{ {body} }}"));
}
