using AiAwareAnalyzers.HallucinatedApi.Documents;

namespace AiAwareAnalyzers.Tests.HallucinatedApi.Documents;

public sealed class DocumentReaderTests
{
    [TestCase("a: 1", "{a:1}", Description = "a mapping")]
    [TestCase("a: 1\nb: two words\n", "{a:1,b:two words}", Description = "two lines")]
    [TestCase("a:\n  b:\n    c: 1\nd: 2", "{a:{b:{c:1}},d:2}", Description = "lines below lines")]
    [TestCase("a:\n- 1\n- 2\nb: 3", "{a:[1,2],b:3}", Description = "a sequence that stands no further right")]
    [TestCase("a:\n  - x: 1\n    y: 2\n  - x: 3", "{a:[{x:1,y:2},{x:3}]}", Description = "mappings in a sequence")]
    [TestCase("- - 1\n  - 2\n- 3", "[[1,2],3]", Description = "a sequence in a sequence")]
    [TestCase("-\n  a: 1\n-\n- b", "[{a:1},~,b]", Description = "elements on lines of their own")]
    [TestCase("a:\nb: ~\nc: null", "{a:~,b:~,c:~}", Description = "nothing")]
    [TestCase("# first\na: 1 # one\n\n# more\nb: x#y", "{a:1,b:x#y}", Description = "comments")]
    [TestCase("%YAML 1.2\n---\na: 1\n...\n", "{a:1}", Description = "marks")]
    [TestCase("\uFEFFa: 1\r\nb:\r\n  - 2\r\n", "{a:1,b:[2]}", Description = "a byte order mark and ends of Windows")]
    [TestCase("'a b': 'it''s'\n\"c\": \"d\\u0041\\n\"", "{a b:'it's',c:'dA\n'}", Description = "quotes")]
    [TestCase("a: one\n  two\n\n  three\nb: 1", "{a:one two three,b:1}", Description = "a text of several lines")]
    [TestCase("a: |\n  x: 1\n\n  - y\nb: 2", "{a:'x: 1\n\n  - y',b:2}", Description = "lines of prose")]
    [TestCase("a:\n  - |-\n    x\n  - >\n    y\nb: 2", "{a:['x','y'],b:2}", Description = "prose in a sequence")]
    [TestCase("a: {b: 1, 'c': [x, \"y\"], d: }\ne: []", "{a:{b:1,c:[x,'y'],d:~},e:[]}", Description = "braces")]
    [TestCase("a: [1,\n  2, # two\n  3,\n]", "{a:[1,2,3]}", Description = "brackets on several lines")]
    [TestCase(
        "a: &x\n  b: 1\nc: *x\nd:\n  <<: *x\n  e: 2",
        "{a:{b:1},c:{b:1},d:{<<:{b:1},e:2,b:1}}",
        Description = "anchors")]
    [TestCase("a: !!str 1\nb: !odd {c: 1}", "{a:1,b:{c:1}}", Description = "tags")]
    [TestCase(
        "/orders/{id}:\n  get: http://x:80/y\n200: ok",
        "{/orders/{id}:{get:http://x:80/y},200:ok}",
        Description = "paths, addresses and codes")]
    [TestCase("$ref: '#/a/b'\nx-y: -1", "{$ref:'#/a/b',x-y:-1}", Description = "names of documents")]
    [TestCase("""{ "a": { "b": [ 1, true, null, "x" ] }, "c":"d" }""", "{a:{b:[1,true,~,'x']},c:'d'}", Description = "JSON")]
    [TestCase("{\n\t\"a\": \"\\\"\\\\\\/\\u00e9\",\n\t\"b\": []\n}", """{a:'"\/é',b:[]}""", Description = "JSON with tabs and escapes")]
    [TestCase("a: 1\na: 2", "{a:1}", Description = "a name that comes twice keeps its first value")]
    [TestCase("", "~", Description = "an empty text")]
    public void A_text_is_read(string text, string value) =>
        Assert.That(Write(DocumentReader.Read(text)), Is.EqualTo(value));

    [TestCase("{ \"a\": 1", Description = "no end")]
    [TestCase("{ \"a\": \"b", Description = "no end of a text")]
    [TestCase("[ 1 }", Description = "another end")]
    [TestCase("{} {}", Description = "two values")]
    [TestCase("a: 1\n  b: 2", Description = "a line that stands nowhere")]
    [TestCase("a:\n    b: 1\n  c: 2", Description = "a line between two depths")]
    [TestCase("a: b: c", Description = "two colons")]
    [TestCase("a: *missing", Description = "an anchor that is nowhere")]
    [TestCase("? a\n: b", Description = "a key that is a value")]
    [TestCase("a: \"b\" c", Description = "more behind a text")]
    [TestCase("---\na: 1\n---\nb: 2", Description = "a second document")]
    [TestCase("a: @b", Description = "a letter that is kept for later")]
    public void A_text_that_is_not_understood_is_not_read(string text) =>
        Assert.That(DocumentReader.Read(text), Is.Null);

    [TestCase("[", "]")]
    [TestCase("{a: ", "}")]
    [TestCase("- ", "")]
    [TestCase("&a ", "")]
    public void Depth_has_an_end(string opening, string closing) => Assert.That(
        () => DocumentReader.Read(
            string.Concat(Enumerable.Repeat(opening, 50_000)) + string.Concat(Enumerable.Repeat(closing, 50_000))),
        Throws.Nothing);

    /// <summary>Every beginning of a text is a text.</summary>
    [Test]
    public void A_text_that_is_being_written_is_read_without_a_crash()
    {
        const string Text = "a: &x {b: [1, 'c', \"d\\u0041\"]}\ne:\n- f: |\n    g\n- *x\n? h\n";
        foreach (var length in Enumerable.Range(0, Text.Length))
            Assert.That(() => DocumentReader.Read(Text[..length]), Throws.Nothing);
    }

    private static string Write(DocumentNode? node) => node switch
    {
        null => "broken",
        { Kind: NodeKind.Mapping } =>
            $"{{{string.Join(",", node.Members.Select(member => $"{member.Name}:{Write(member.Value)}"))}}}",
        { Kind: NodeKind.Sequence } => $"[{string.Join(",", node.Items.Select(Write))}]",
        { IsNull: true } => "~",
        _ => node.IsQuoted ? $"'{node.Text}'" : node.Text,
    };
}
