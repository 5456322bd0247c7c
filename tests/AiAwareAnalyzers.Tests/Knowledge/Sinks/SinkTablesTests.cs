using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Sinks;
using AiAwareAnalyzers.Knowledge.Sql;

namespace AiAwareAnalyzers.Tests.Knowledge.Sinks;

/// <summary>Every name in the tables is a name in a real package.</summary>
[TestFixture]
public sealed class SinkTablesTests
{
    /// <summary>What no feed that this repository is built from can serve; these names are tested on declarations of our own.</summary>
    private static readonly string[] Unavailable =
    [
        "Microsoft.Azure.Functions.Worker.", "Microsoft.AspNetCore.Identity.UI.", "Microsoft.Data.SqlClient.", "System.Web.", "System.Data.Entity.", "NHibernate.", "LinqToDB.", "SQLite.", "MimeKit.",
    ];

    private static IEnumerable<Sink> Sinks =>
    [
        .. PathSinks.Table, .. CommandSinks.Table, .. AddressSinks.Table, .. MarkupSinks.Always, .. MarkupSinks.ByContentType, .. HeaderSinks.Table,
        .. SqlSinks.Table.Select(sink => new Sink(sink.Type, sink.Member, sink.Parameter)),
    ];

    private static IEnumerable<TestCaseData> Available =>
        Sinks.Distinct().Where(sink => IsAvailable(sink.Type)).Select(sink => new TestCaseData(sink.Type, sink.Member, sink.Parameter));

    [TestCaseSource(nameof(Available))]
    public async Task A_sink_exists(string type, string member, string parameter)
    {
        var found = (await Everything()).GetTypeByMetadataName(type);
        Assert.That(found, Is.Not.Null, type);
        var members = found!.GetMembers(member);
        Assert.That(parameter.Length == 0
            ? members.OfType<IPropertySymbol>().Any()
            : members.OfType<IMethodSymbol>().Any(method => method.Parameters.Any(candidate => candidate.Name == parameter)));
    }

    [Test]
    public async Task Members_that_hold_input_exist()
    {
        var compilation = await Everything();
        var missing = from entry in Inputs.Members
                      where IsAvailable(entry.Key)
                      from member in entry.Value
                      where compilation.GetTypeByMetadataName(entry.Key)?.GetMembers(member).IsEmpty != false
                      select $"{entry.Key}.{member}";
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public async Task Attributes_that_bind_input_exist()
    {
        var compilation = await Everything();
        Assert.That(Inputs.Binding.Where(attribute => compilation.GetTypeByMetadataName(attribute) is null), Is.Empty);
    }

    [Test]
    public async Task A_name_that_does_not_exist_is_seen() =>
        Assert.That((await Everything()).GetTypeByMetadataName("Dapper.SqlMapper")!.GetMembers("QuerySecond"), Is.Empty);

    private static bool IsAvailable(string type) => !Unavailable.Any(prefix => type.StartsWith(prefix, StringComparison.Ordinal));

    private static async Task<Compilation> Everything()
    {
        var references = await References.All.And("Microsoft.Azure.Cosmos", "System.Data.SqlClient").ResolveAsync(LanguageNames.CSharp, CancellationToken.None);
        return CSharpCompilation.Create("Everything", [], references);
    }
}
