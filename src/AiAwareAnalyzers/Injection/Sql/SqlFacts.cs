using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>What travels from a finding about a statement to its fix.</summary>
internal static class SqlFacts
{
    private const string Holes = "Holes";
    private const string Sink = "Sink";
    private const string Idiom = "Idiom";
    private const string Columns = "Columns";

    public static ImmutableDictionary<string, string?> Write(SqlStatement statement, ImmutableArray<SqlHole> holes) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(Holes, string.Join(";", holes.Select(hole => $"{Write(hole.Hole.Value.Syntax.Span)}:{hole.Place}")))
            .Add(Sink, Write(statement.Sink.Syntax.Span))
            .Add(Idiom, statement.Idiom.ToString())
            .Add(Columns, string.Join(";", SortableColumns.Of(statement)));

    /// <summary>Where the holes are, and what stands in each.</summary>
    public static ImmutableArray<(TextSpan Span, SqlPlace Place)> HolesOf(Diagnostic finding) =>
        Text(finding, Holes).Split(';').Select(ReadHole).ToImmutableArray();

    public static TextSpan SinkOf(Diagnostic finding) => ReadHole(Text(finding, Sink) + ":None").Span;

    public static SqlIdiom IdiomOf(Diagnostic finding) =>
        Enum.TryParse<SqlIdiom>(Text(finding, Idiom), out var idiom) ? idiom : SqlIdiom.Other;

    /// <summary>The columns that the statement can be sorted by, as far as it or its entity names them.</summary>
    public static string[] ColumnsOf(Diagnostic finding) =>
        Text(finding, Columns).Split([';'], StringSplitOptions.RemoveEmptyEntries);

    private static string Text(Diagnostic finding, string property) =>
        finding.Properties.TryGetValue(property, out var text) ? text ?? "" : "";

    private static string Write(TextSpan span) =>
        string.Format(CultureInfo.InvariantCulture, "{0}:{1}", span.Start, span.Length);

    private static (TextSpan Span, SqlPlace Place) ReadHole(string text)
    {
        var parts = text.Split(':');
        return (
            new(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture)),
            (SqlPlace)Enum.Parse(typeof(SqlPlace), parts[2]));
    }
}
