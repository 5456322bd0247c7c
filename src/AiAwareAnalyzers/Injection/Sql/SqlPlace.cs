using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>What a hole in a statement stands for.</summary>
internal enum SqlPlace
{
    /// <summary>Nothing that is executed: a comment, a parameter's name.</summary>
    None,

    /// <summary>A value: <c>price &gt; {x}</c>.</summary>
    Value,

    /// <summary>A value in quotes: <c>name = '{x}'</c>.</summary>
    Quoted,

    /// <summary>A value in the quotes of a LIKE: <c>name LIKE '%{x}%'</c>.</summary>
    LikePattern,

    /// <summary>Values in the parentheses of an IN.</summary>
    InList,

    /// <summary>A column, in any clause but those below.</summary>
    Column,

    /// <summary>A column or expression to sort by.</summary>
    OrderBy,

    /// <summary>ASC or DESC.</summary>
    Direction,

    /// <summary>A column or expression to group by.</summary>
    GroupBy,

    /// <summary>A table, or a schema.</summary>
    Table,

    /// <summary>A number of rows.</summary>
    Limit,

    /// <summary>The name of a stored procedure.</summary>
    Procedure,

    /// <summary>A condition, or several.</summary>
    Condition,

    /// <summary>A piece of SQL that may hold anything.</summary>
    Fragment,

    /// <summary>The statement itself.</summary>
    Statement,
}

/// <summary>A hole, and what it stands for in its statement.</summary>
internal sealed class SqlHole(Hole hole, SqlPlace place)
{
    public Knowledge.Templates.Hole Hole => hole;

    public SqlPlace Place => place;

    /// <summary>Whether a parameter can stand there.</summary>
    public bool IsValue => place is SqlPlace.Value or SqlPlace.Quoted or SqlPlace.LikePattern or SqlPlace.InList;
}
