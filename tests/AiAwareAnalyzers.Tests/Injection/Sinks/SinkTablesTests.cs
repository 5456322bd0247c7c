using AiAwareAnalyzers.Injection.Sinks;
using AiAwareAnalyzers.Injection.Sql;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Tests.Injection.Sinks;

/// <summary>Every name in the tables is a name in a real package.</summary>
[TestFixture]
public sealed class SinkTablesTests
{
    /// <summary>
    /// What no feed that this repository is built from can serve; these names are tested on declarations of our own,
    /// written after the public sources.
    /// </summary>
    private static readonly string[] Unavailable =
    [
        "Microsoft.Azure.Functions.Worker.", "System.Web.", "System.Data.Entity.", "NHibernate.", "LinqToDB.",
        "SQLite.", "MimeKit."
    ];

    /// <summary>
    /// Places in real packages that take a statement, by the type, the start of the member's name and the parameter.
    /// </summary>
    private static readonly (string Type, string Prefix, string Parameter)[] Takers =
    [
        ("Dapper.SqlMapper", "", "sql"),
        ("Dapper.CommandDefinition", "", "commandText"),
        ("Microsoft.EntityFrameworkCore.RelationalQueryableExtensions", "FromSqlRaw", "sql"),
        ("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions", "", "sql"),
        ("Microsoft.Azure.Cosmos.Container", "GetItemQuery", "queryText"),
        ("Microsoft.Azure.Cosmos.QueryDefinition", "", "query"),
        ("Npgsql.NpgsqlDataSource", "", "commandText"),
        ("Npgsql.NpgsqlCommand", "", "cmdText"),
        ("Npgsql.NpgsqlBatchCommand", "", "commandText"),
        ("Npgsql.NpgsqlDataAdapter", "", "selectCommandText"),
        ("Microsoft.Data.SqlClient.SqlCommand", "", "cmdText"),
        ("Microsoft.Data.SqlClient.SqlDataAdapter", "", "selectCommandText"),
        ("System.Data.SqlClient.SqlCommand", "", "cmdText"),
        ("System.Data.SqlClient.SqlDataAdapter", "", "selectCommandText"),
        ("Microsoft.Data.Sqlite.SqliteCommand", "", "commandText"),
        ("System.Data.Common.DbDataSource", "", "commandText"),
    ];

    private static IEnumerable<Sink> Sinks =>
    [
        .. PathSinks.Table,
        .. CommandSinks.Table,
        .. AddressSinks.Table,
        .. MarkupSinks.Always,
        .. MarkupSinks.ByContentType,
        .. HeaderSinks.Table,
        .. SqlSinkTable.Rows.Select(sink => new Sink(sink.Type, sink.Member, sink.Parameter)),
    ];

    private static IEnumerable<TestCaseData> Available =>
        Sinks.Distinct()
            .Where(sink => IsAvailable(sink.Type))
            .Select(sink => new TestCaseData(sink.Type, sink.Member, sink.Parameter));

    [TestCaseSource(nameof(Available))]
    public void A_sink_exists(string type, string member, string parameter)
    {
        var found = Everything().GetTypeByMetadataName(type);
        Assert.That(found, Is.Not.Null, type);
        var members = found!.GetMembers(member);
        Assert.That(parameter.Length == 0
            ? members.OfType<IPropertySymbol>().Any()
            : members.OfType<IMethodSymbol>()
                .Any(method => method.Parameters.Any(candidate => candidate.Name == parameter)));
    }

    /// <summary>The other way round: of the real packages, no place is left out.</summary>
    [TestCaseSource(nameof(Takers))]
    public void A_place_that_takes_a_statement_is_known((string Type, string Prefix, string Parameter) taker)
    {
        var compilation = Everything();
        var methods = compilation.GetTypeByMetadataName(taker.Type)!.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method.DeclaredAccessibility == Accessibility.Public
                && method.Name.StartsWith(taker.Prefix, StringComparison.Ordinal)
                && method.Parameters.Any(parameter =>
                    parameter.Name == taker.Parameter && parameter.Type.SpecialType == SpecialType.System_String))
            .ToList();
        Assert.That(methods, Is.Not.Empty);
        Assert.That(
            methods.Where(method => SqlSinks.Of(compilation).IdiomOf(method, taker.Parameter) is null), Is.Empty);
    }

    [Test]
    public void Members_that_hold_input_exist()
    {
        var compilation = Everything();
        var missing = from entry in Inputs.Members
                      where IsAvailable(entry.Key)
                      from member in entry.Value
                      where compilation.GetTypeByMetadataName(entry.Key)?.GetMembers(member).IsEmpty != false
                      select $"{entry.Key}.{member}";
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Attributes_that_bind_input_exist()
    {
        var compilation = Everything();
        Assert.That(Inputs.Binding.Where(attribute => compilation.GetTypeByMetadataName(attribute) is null), Is.Empty);
    }

    [Test]
    public void A_name_that_does_not_exist_is_seen() =>
        Assert.That(
            Everything().GetTypeByMetadataName("Dapper.SqlMapper")!.GetMembers("QuerySecond"), Is.Empty);

    private static bool IsAvailable(string type) =>
        !Unavailable.Any(prefix => type.StartsWith(prefix, StringComparison.Ordinal));

    private static Compilation Everything()
    {
        var references = References.All.And(
            "Microsoft.Azure.Cosmos", "System.Data.SqlClient", "Microsoft.Data.SqlClient", "Microsoft.Data.Sqlite.Core",
            "Microsoft.AspNetCore.Identity.UI").Metadata;
        return CSharpCompilation.Create("Everything", [], references);
    }
}
