using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class EmptySequenceTests : RuleTests<EmptySequence>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("Use(names?.[|First()|] ?? \"none\");", TestName = "The first of a list that may be null")]
    [TestCase("Use(answer?.Names.[|First()|] ?? \"none\");", TestName = "The first of a member")]
    [TestCase("Use(answer.Names?.[|Last()|] ?? \"none\");", TestName = "The last")]
    [TestCase("Use(names?.[|Single()|] ?? \"none\");", TestName = "The only one")]
    [TestCase("Use(names?.[|ElementAt(2)|] ?? \"none\");", TestName = "The third")]
    [TestCase("Use(numbers?.[|Max()|] ?? 0);", TestName = "The largest number")]
    [TestCase("Use(names?.[|Max(name => name.Length)|] ?? 0);", TestName = "The longest name")]
    [TestCase("Use(numbers?.[|Average()|] ?? 0);", TestName = "An average")]
    [TestCase("Use(text?.ToLower().[|First()|] ?? '0');", TestName = "A character")]
    [TestCase("Use(names.Where(name => name.Length > 3).[|Average(name => name.Length)|]);",
        TestName = "An average of what a filter leaves")]
    [TestCase("Use(numbers.Where(number => number > 3).[|Max()|]);", TestName = "The largest of what a filter leaves")]
    [TestCase("var left = numbers.Where(number => number > 3).ToList(); Use(left.[|Min()|]);",
        TestName = "By way of a local")]
    [TestCase("Use(names.OfType<string>().Select(name => name.Length).[|Max()|]);", TestName = "Of one type")]
    [TestCase("Use(db.Orders.[|Max(order => order.Total)|]);", TestName = "A table")]
    [TestCase("Use(await db.Orders.[|AverageAsync(order => order.Total)|]);", TestName = "A table, awaited")]
    [TestCase("Use(await db.Orders.Where(order => order.Id > 3).[|MaxAsync(order => order.Id)|]);",
        TestName = "Rows of a table")]
    [TestCase("Use([|text!.Split(':')[1]|]);", TestName = "The second part of a text")]
    [TestCase("Use([|text!.Split(\" \", 2, StringSplitOptions.RemoveEmptyEntries)[1]|].Trim());",
        TestName = "The second of two parts")]
    [TestCase("if (text == null) return; Use([|text.Split(',')[2]|]);", TestName = "Only its presence is asked")]
    [TestCase("Use(HasComma ? [|text!.Split(':')[1]|] : \"\");", TestName = "A property asks for another separator")]
    [TestCase("Use([|text!.Split(':')[1]|]); if (HasColon) Use(1);", TestName = "A property that is asked too late")]
    [TestCase("Use(answer!.Kept?.[|First()|] ?? \"none\");", TestName = "A property that answers what it keeps")]
    [TestCase("Use(users!.Where(user => user.Id > 3).Select(user => user.Email).[|First()|] ?? \"none\");",
        TestName = "An element that may be null, behind a filter")]
    [TestCase("""_users = users!.Where(user => user.Id > 3).ToList(); Use(_users.Select(user => user.Email).[|First()|] ?? "");""",
        TestName = "An element that may be null, of a member that a filter has filled")]
    [TestCase("Use(users?.Select(user => user.Email).[|First()|] ?? \"none\");",
        TestName = "An element that may be null, behind a question mark")]
    [TestCase("Use(users!.Where(user => user.Id != 3).[|Average(user => user.Id)|]);",
        TestName = "All but a fixed one")]
    public Task What_may_be_empty(string body) => Flags(Code(body));

    [TestCase("var stays = await found.StaysAsync(3); Use(stays.[|Average(stay => stay.Nights)|]);",
        TestName = "An average of what a repository finds")]
    [TestCase("""var stays = await found.StaysAsync(3); Use(stays.Sum(stay => stay.Nights)); Use(stays.[|Max(stay => stay.Nights)|]);""",
        TestName = "A sum asks nothing")]
    [TestCase("Use((await found.StaysAsync(3)).[|Min(stay => stay.Nights)|]);", TestName = "At once")]
    [TestCase("var stays = found.Stays(3); Use(stays.Select(stay => stay.Nights).[|Max()|]);",
        TestName = "Not awaited")]
    [TestCase("var stays = found.OrNone(3); Use(stays.[|Average(stay => stay.Nights)|]);",
        TestName = "Nothing at once, or a filter")]
    [TestCase("Use(Long(users!).[|Max(user => user.Id)|]);", TestName = "Of a method beside it")]
    public Task What_another_method_may_not_find(string body) => Flags(Found(body));

    [TestCase("var stays = await found.StaysAsync(3); Use(stays.Count == 0 ? 0 : stays.Average(stay => stay.Nights));",
        TestName = "Found by nobody, and asked")]
    [TestCase("""var stays = await found.StaysAsync(3); if (!stays.Any()) return; Use(stays.Average(stay => stay.Nights));""",
        TestName = "Asked before")]
    [TestCase("var stays = await found.StaysAsync(3); Use(stays.Average(stay => (double?)stay.Nights) ?? 0);",
        TestName = "A nullable average of what was found")]
    [TestCase("var stays = await found.StaysAsync(3); Use(stays.Sum(stay => stay.Nights));",
        TestName = "A sum of none is zero")]
    [TestCase("var stays = await found.AllAsync(); Use(stays.Average(stay => stay.Nights));",
        TestName = "What is not filtered")]
    [TestCase("var stays = found.Twice(3); Use(stays.Average(stay => stay.Nights));",
        TestName = "One of the answers is not filtered")]
    [TestCase("var stays = found.Others(3); Use(stays.Average(stay => stay.Nights));", TestName = "All but one")]
    [TestCase("var stays = other.Stays(3); Use(stays.Average(stay => stay.Nights));",
        TestName = "Nobody in sight answers")]
    [TestCase("var stays = found.Stays(3); stays = found.Twice(2); Use(stays.Average(stay => stay.Nights));",
        TestName = "Filled again")]
    [TestCase(
        "var stays = found.Stays(3); Fill(out stays); Use(stays.Average(stay => stay.Nights)); "
        + "static void Fill(out List<Stay> all) => all = [new Stay(1, 2, 3)];",
        TestName = "Filled again by somebody else")]
    public Task What_another_method_finds_or_somebody_asks_about(string body) => Allows(Found(body));

    [Test]
    public Task The_message_names_the_method_that_finds() => Says(
        Found("var stays = await found.StaysAsync(3); Use(stays.[|Average(stay => stay.Nights)|]);"),
        "'Average' throws where 'StaysAsync' finds nothing, and nobody asks; ask 'Any' first, or let it reckon with a "
        + "nullable number");

    private static string Found(string body) => Code("""
        IFound found = new StoredStays(db);
        IOther other = null!;
        static IEnumerable<User> Long(List<User> all) => all.Where(user => user.Email!.Length > 9);
        """ + body) + """


        public sealed record Stay(int Zone, int Nights, int Id);

        public interface IOther { List<Stay> Stays(int zone); }

        public interface IFound
        {
            Task<List<Stay>> StaysAsync(int zone);
            Task<List<Stay>> AllAsync();
            List<Stay> Stays(int zone);
            List<Stay> OrNone(int zone);
            List<Stay> Twice(int zone);
            List<Stay> Others(int zone);
        }

        public sealed class StoredStays(Microsoft.EntityFrameworkCore.DbContext context) : IFound
        {
            private readonly List<Stay> _kept = [];

            public async Task<List<Stay>> StaysAsync(int zone) =>
                await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(
                    context.Set<Stay>().Where(stay => stay.Zone == zone).Select(stay => new Stay(stay.Zone, stay.Nights, stay.Id)));

            public async Task<List<Stay>> AllAsync() => await Task.FromResult(_kept);

            public List<Stay> Stays(int zone) => _kept.Where(stay => stay.Zone == zone).OrderBy(stay => stay.Nights).ToList();

            public List<Stay> OrNone(int zone)
            {
                if (zone < 0) return [];
                return _kept.Where(stay => stay.Zone == zone).ToList();
            }

            public List<Stay> Twice(int zone) => zone > 2 ? _kept : _kept.Where(stay => stay.Zone == zone).ToList();

            public List<Stay> Others(int zone) => _kept.Where(stay => stay.Id != zone).ToList();
        }
        """;

    [TestCase("Use(names?.FirstOrDefault() ?? \"none\");", TestName = "The first or none")]
    [TestCase("Use(names?.Max() ?? \"none\");", TestName = "The largest text of none is null")]
    [TestCase("Use(names?.Max(name => (int?)name.Length) ?? 0);", TestName = "A nullable number")]
    [TestCase("Use(names is { Count: > 0 } ? names?.First() ?? \"\" : \"none\");", TestName = "Asked in a pattern")]
    [TestCase("if (names!.Count == 0) return; Use(names?.First() ?? \"none\");", TestName = "Counted before")]
    [TestCase("Use(names?.Count > 0 ? names?.First() ?? \"none\" : \"none\");", TestName = "Counted in a condition")]
    [TestCase("if (!numbers.Any(number => number > 3)) return; Use(numbers.Where(number => number > 3).Max());",
        TestName = "Asked with the same filter")]
    [TestCase("var left = numbers.Where(number => number > 3).ToList(); if (left.Count > 0) Use(left.Min());",
        TestName = "Asked before")]
    [TestCase("var left = numbers.Where(number => number > 3).ToList(); Use(left.Count == 0 ? 0 : left.Average());",
        TestName = "Asked in a conditional")]
    [TestCase("Use(numbers.Where(number => number > 3).DefaultIfEmpty().Max());", TestName = "A default for none")]
    [TestCase("Use(numbers.Max());", TestName = "Of a list that is handed over")]
    [TestCase("Use(new[] { 1, 2 }.Max());", TestName = "Of numbers that are written here")]
    [TestCase("Use(numbers.Where(number => number > 3).Sum());", TestName = "A sum of none is 0")]
    [TestCase("Use(numbers.Where(number => number > 3).Count());", TestName = "A count of none is 0")]
    [TestCase("foreach (var group in names.GroupBy(name => name.Length)) Use(group.Max(name => name.Length));",
        TestName = "A group has a member")]
    [TestCase("try { Use(numbers.Where(number => number > 3).Max()); } catch (InvalidOperationException) { Use(0); }",
        TestName = "Caught")]
    [TestCase("Use(await db.Orders.MaxAsync(order => (decimal?)order.Total) ?? 0);",
        TestName = "A nullable of a table")]
    [TestCase("if (await db.Orders.AnyAsync()) Use(await db.Orders.MaxAsync(order => order.Total));",
        TestName = "A table that is asked")]
    [TestCase("Use(db.Orders.Select(order => order.Lines.Where(line => line > 2).Max()).ToList());",
        TestName = "Inside of a query")]
    [TestCase("Use(text!.Split(':')[0]);", TestName = "The first part is always there")]
    [TestCase("if (text!.Contains(':')) Use(text.Split(':')[1]);", TestName = "A text with a separator")]
    [TestCase("if (text!.StartsWith(\"a:\")) Use(text.Split(':')[1]);", TestName = "A text that begins with it")]
    [TestCase("if (text!.Split(':').Length == 2) Use(text.Split(':')[1]);", TestName = "Parts that are counted")]
    [TestCase("var parts = text!.Split(':'); if (parts.Length == 2) Use(parts[1]);", TestName = "Parts that are kept")]
    [TestCase("Use(text!.Split(':')[^1]);", TestName = "The last part is always there")]
    [TestCase("try { Use(text!.Split(':')[1]); } catch (IndexOutOfRangeException) { Use(0); }",
        TestName = "A part, caught")]
    [TestCase("Use(names?.First() ?? throw new InvalidOperationException());",
        TestName = "Nothing is an error here too")]
    [TestCase("Use(NullIfEmpty(text)?.ToLower().First() ?? '0');", TestName = "Null where it is empty")]
    [TestCase("Use(answer!.Messages?.First() ?? \"none\");", TestName = "A property that is null where it is empty")]
    [TestCase("Use(answer!.Notes?.First() ?? \"none\");", TestName = "A getter with statements that is so")]
    [TestCase("Use(users!.Select(user => user.Email).First() ?? \"none\");",
        TestName = "The first element may be null itself")]
    [TestCase("Use(HasColon ? text!.Split(':')[1] : \"\");", TestName = "A property that asks for the separator")]
    [TestCase("if (!Has(text)) return; Use(text!.Split(Separator)[1]);",
        TestName = "A function that asks for the separator by its name")]
    public Task What_is_asked_or_never_empty(string body) => Allows(Code(body));

    [TestCase("Use(users!.Where(user => user.Id != id).[|Average(user => user.Id)|]);", TestName = "By an id")]
    [TestCase("Use(users!.Where(user => me != user).[|Max(user => user.Id)|]);", TestName = "By the element")]
    public Task All_but_one_is_a_suggestion(string body) =>
        Suggests(Code($"var id = users!.Count; var me = users[0]; {body}"));

    [Test]
    public Task A_member_that_is_made_out_of_sight_is_a_suggestion() => Suggests(Code(
        "System.Net.Http.Headers.HttpResponseHeaders? headers = null; Use(headers?.Server?.[|First()|] ?? null);"));


    [TestCase("""var max = users!.Max(user => user.Id); Use(users!.Where(user => user.Id == max).Max(user => user.Email!.Length));""",
        TestName = "Those with the largest value of all")]
    [TestCase("""var counts = users!.ToDictionary(user => user.Id, user => user.Id); var max = counts.Values.Max(); Use(counts.Where(pair => pair.Value == max).Min(pair => pair.Key));""",
        TestName = "Those with the largest value of a table")]
    [TestCase("Use(numbers!.Where(number => numbers!.Min() == number).Max());", TestName = "The smallest itself")]
    public Task What_has_the_largest_value_is_there(string body) => Allows(Code(body));

    [TestCase("""var max = names!.Max(name => name.Length); Use(users!.Where(user => user.Id == max).[|Max(user => user.Id)|]);""",
        TestName = "The largest of something else")]
    [TestCase("""var max = users!.Max(user => user.Email!.Length); Use(users!.Where(user => user.Id == max).[|Max(user => user.Id)|]);""",
        TestName = "The largest of another member")]
    [TestCase("""var max = users!.Max(user => user.Id); Use(users!.Where(user => user.Id > max).[|Max(user => user.Id)|]);""",
        TestName = "Those above it")]
    public Task What_has_another_value_may_not_be(string body) => Flags(Code(body));

    [Test]
    public Task The_message_tells_what_a_fallback_does_not_do() => Says(
        Code("Use(answer?.Names.[|First()|] ?? \"none\");"),
        "'First' throws where 'answer.Names' is empty, and what stands behind '??' helps only where something is null; "
        + "use 'FirstOrDefault'");

    [Test]
    public Task The_message_tells_what_leaves_nothing() => Says(
        Code("Use(numbers.Where(number => number > 3).[|Max()|]);"),
        "'Max' throws where 'Where' leaves nothing, and nobody asks; ask 'Any' first, or let it reckon with a nullable "
        + "number");

    [Test]
    public Task The_message_tells_what_a_text_may_lack() => Says(
        Code("Use([|text!.Split(':')[1]|]);"),
        "'text!.Split(':')[1]' throws where 'text' has no ':', and nobody asks; keep the parts, and ask for their "
        + "'Length' first");

    private static string Code(string body) => $$"""
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } public decimal Total { get; set; } public List<int> Lines { get; set; } = []; }
        public class Db : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public class User { public int Id { get; set; } public string? Email { get; set; } }
        public class Answer
        {
            private readonly List<string> _all = [];
            public List<string> Names { get; set; } = [];
            public List<string>? Kept => _all;
            public IEnumerable<string>? Messages => _all.Any() ? _all : null;
            public List<string>? Notes { get { if (_all.Count == 0) return null; return _all; } }
        }
        public class Reckoner(Db db)
        {
            private const char Separator = ';';
            private List<User> _users = [];
            private string? _text;
            private bool HasColon => _text?.Contains(':') == true;
            private bool HasComma { get { return _text?.IndexOf(',') > 0; } }
            private static bool Has(string? text) => text is { Length: > 0 } && text.IndexOf(Separator) > 0;
            public async Task Act(List<string>? names, List<int>? numbers, Answer? answer, string? text, List<User>? users)
            {
                await Task.Yield();
                {{body}}
                await db.SaveChangesAsync();
            }
            private static void Use(object? value) { }
            private static string? NullIfEmpty(string? text) => text is { Length: > 0 } ? text : null;
        }
        """;
}
