using AiAwareAnalyzers.FakeWork;

namespace AiAwareAnalyzers.Tests.FakeWork;

[CSharp(12)]
public sealed class UnreadCollectionTests : RuleTests<UnreadCollection>
{
    private static string Code(string body) =>
        $$"""
        using System.Collections.Concurrent;
        using System.Text;
        public class Bag { public void Add(string item) => Console.WriteLine(item); }
        public class Tags
        {
            public object? Gather(List<string> given, string name)
            {
                {{body}}
                return null;
            }
            private static void Take(List<string> list) => Console.WriteLine(list.Count);
        }
        """;

    [TestCase("var [|list|] = new List<string>(); list.Add(name);", TestName = "A list")]
    [TestCase("List<string> [|list|] = new(); list.Add(name);", TestName = "A list by its type")]
    [TestCase("List<string> [|list|] = []; list.Add(name);", TestName = "An empty list")]
    [TestCase("var [|list|] = new List<string>(8) { name }; list.AddRange(given); list.Sort();", TestName = "Sorted")]
    [TestCase("var [|list|] = new List<string>(); given.ForEach(one => { list.Add(one); });", TestName = "In a lambda")]
    [TestCase("var [|list|] = new List<string>(); given.ForEach(list.Add);", TestName = "By its method")]
    [TestCase("var [|list|] = new List<string>(); lock (list) { list.Add(name); }", TestName = "Locked")]
    [TestCase("var [|list|] = new List<string>(); list?.Add(name);", TestName = "Behind a question mark")]
    [TestCase("var [|list|] = new List<string>(); list.Add(name); list = new List<string>();", TestName = "Made anew")]
    [TestCase("var [|set|] = new HashSet<string>(StringComparer.Ordinal); set.Add(name);", TestName = "A set")]
    [TestCase("var [|set|] = new HashSet<string>(); _ = set.Add(name);", TestName = "An answer that is thrown away")]
    [TestCase("var [|map|] = new Dictionary<string, int>(); map[name] = 1;", TestName = "A map")]
    [TestCase("var [|map|] = new Dictionary<string, int>(); map[name] = 0; map[name]++;", TestName = "A map of counts")]
    [TestCase("var [|queue|] = new Queue<string>(); queue.Enqueue(name);", TestName = "A queue")]
    [TestCase("var [|bag|] = new ConcurrentBag<string>(); Parallel.ForEach(given, one => { bag.Add(one); });",
        TestName = "A bag")]
    [TestCase("var [|text|] = new StringBuilder(\"a\"); text.Append(name).AppendLine($\"{name}\");",
        TestName = "A text")]
    public Task What_nobody_reads(string body) => Flags(Code(body));

    [Test]
    public Task The_message_names_it() => Says(
        Code("var [|tags|] = new List<string>(); tags.Add(name);"),
        "'tags' is filled and never read, so what is put into it is lost; use it, or take it out");

    [TestCase("var list = new List<string>(); list.Add(name); return list;", TestName = "Returned")]
    [TestCase("var list = new List<string>(); list.Add(name); Take(list);", TestName = "Handed on")]
    [TestCase("var list = new List<string>(); list.Add(name); return list.Count;", TestName = "Counted")]
    [TestCase("var list = new List<string>(); list.Add(name); foreach (var one in list) return one;",
        TestName = "Looped")]
    [TestCase("var list = new List<string>(); list.Add(name); return () => list;", TestName = "Taken along")]
    [TestCase("var list = new List<string>(); list.Add(name); var other = list; return other;", TestName = "Renamed")]
    [TestCase("var list = new List<string>(); list.Add(name); GC.KeepAlive(list);", TestName = "Kept alive")]
    [TestCase("var list = new List<string>();", TestName = "Never filled, which the compiler sees")]
    [TestCase("var list = given; list.Add(name);", TestName = "Somebody else has it")]
    [TestCase("var list = new List<string>(); list = given; list.Add(name);", TestName = "It becomes somebody else's")]
    [TestCase("var seen = new HashSet<string>(); foreach (var one in given) if (!seen.Add(one)) return one;",
        TestName = "An answer that is asked for")]
    [TestCase("var map = new Dictionary<string, int>(); map[name] = 1; return map[name];", TestName = "Looked up")]
    [TestCase("var map = new Dictionary<string, int>(); return map[name] = 1;", TestName = "What is put in goes on")]
    [TestCase("var map = new Dictionary<string, List<string>> { [name] = given }; map[name].Add(name);",
        TestName = "What it holds is changed")]
    [TestCase("var text = new StringBuilder(); return text.Append(name).ToString();",
        TestName = "A text that is taken")]
    [TestCase("var bag = new Bag(); bag.Add(name);", TestName = "A type that may do something with it")]
    [TestCase("var watched = new System.Collections.ObjectModel.ObservableCollection<string>(); "
        + "watched.CollectionChanged += (_, _) => Console.WriteLine(); watched.Add(name);", TestName = "Watched")]
    public Task What_somebody_reads(string body) => Allows(Code(body));

    [Test]
    public Task A_project_of_tests() => Given.WithReferences(References.Testing)
        .Allows(Code("var list = new List<string>(); list.Add(name);"));
}
