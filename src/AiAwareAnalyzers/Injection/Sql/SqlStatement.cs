using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>A statement where it is handed to a database.</summary>
internal sealed class SqlStatement(
    IOperation sink, IOperation text, SqlIdiom idiom, SqlReading reading, ImmutableArray<SqlHole> holes)
{
    public IOperation Sink => sink;

    public IOperation Text => text;

    public SqlIdiom Idiom => idiom;

    /// <summary>What the text starts with, up to its first hole.</summary>
    public string OpeningText => reading.OpeningText;

    /// <summary>Names and pieces of SQL that the code does not choose.</summary>
    public ImmutableArray<SqlHole> OpenClauses { get; } = holes.Where(hole =>
        !hole.IsValue && IsOpenClause(hole, reading)).ToImmutableArray();

    /// <summary>Values that stand in the text instead of in a parameter.</summary>
    public ImmutableArray<SqlHole> OpenValues { get; } = holes.Where(hole => hole.IsValue && IsOpenValue(hole, reading))
        .ToImmutableArray();

    /// <summary>
    /// Where to report: at the first of these holes, or at the whole text where the hole is in another method.
    /// </summary>
    public Location LocationOf(ImmutableArray<SqlHole> reported)
    {
        var first = reported[0].Hole.Value.Syntax;
        return (sink.Root().Syntax.Span.Contains(first.Span) ? first : text.Syntax).GetLocation();
    }

    /// <summary>
    /// Names of tables and parts of conditions are the program's own as a rule; only input is surely not.
    /// </summary>
    private static bool IsOpenClause(SqlHole hole, SqlReading reading) => hole.Place switch
    {
        SqlPlace.OrderBy or SqlPlace.Direction or SqlPlace.GroupBy or SqlPlace.Limit =>
            hole.Hole.Origin is TextOrigin.Input or TextOrigin.Parameter,
        SqlPlace.Column =>
            hole.Hole.Origin == TextOrigin.Input || hole.Hole.Origin == TextOrigin.Parameter && reading.HasParameters,
        SqlPlace.None => false,
        _ => hole.Hole.Origin == TextOrigin.Input,
    };

    private static bool IsOpenValue(SqlHole hole, SqlReading reading) => hole.Hole.Origin switch
    {
        TextOrigin.Input => true,
        TextOrigin.Parameter => !reading.TakesNoParameters,
        TextOrigin.Unknown => !reading.TakesNoParameters && hole.Place is SqlPlace.Quoted or SqlPlace.LikePattern,
        _ => false,
    };
}
