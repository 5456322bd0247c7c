namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>The clause that a reader stands in.</summary>
internal enum SqlClause
{
    Start,
    Select,
    Table,
    Columns,
    Condition,
    InList,
    Set,
    Values,
    OrderBy,
    GroupBy,
    Limit,
    Procedure,
    Arguments,
}
