namespace AiAwareAnalyzers.Injection.Sql;

/// <content>What the words of SQL mean for the place that a reader stands in.</content>
internal partial struct SqlState
{
    /// <summary>Digests the word that has ended.</summary>
    public SqlSign EndWord()
    {
        if (_word.Length == 0) return SqlSign.Nothing;
        var word = _word;
        _word = "";
        if (IsParameter(word))
        {
            _last = "x";
            return SqlSign.Parameter;
        }

        var keyword = word.ToUpperInvariant();
        Digest(keyword);
        return keyword is "CREATE" or "ALTER" or "DROP" or "PRAGMA" or "ATTACH" or "GRANT" or "REVOKE" or "BACKUP"
            or "RESTORE" or "VACUUM" or "LISTEN" or "NOTIFY" or "KILL" or "USE" or "DBCC" or "SHOW" or "COPY"
            ? SqlSign.Definition
            : SqlSign.Nothing;
    }

    private void Digest(string word)
    {
        switch (word)
        {
            case "SELECT" or "RETURNING" or "OUTPUT":
                Enter(SqlClause.Select, "SELECT");
                break;
            case "DISTINCT" or "ALL" when _clause == SqlClause.Select:
                break;
            case "TOP" or "LIMIT" or "OFFSET" or "FETCH" or "NEXT" or "FIRST"
                when _clause != SqlClause.Select || word == "TOP":
                Enter(SqlClause.Limit, word == "TOP" ? "TOP" : "LIMIT");
                break;
            case "FROM" or "JOIN" or "INTO" or "UPDATE" or "TABLE" or "TRUNCATE" or "MERGE":
                Enter(SqlClause.Table, "TABLE");
                break;
            case "WHERE" or "ON" or "HAVING" or "WHEN":
                Enter(SqlClause.Condition, "WHERE");
                break;
            case "AND" or "OR" or "NOT":
                _afterOperator = _between && word == "AND";
                _last = _afterOperator ? "BETWEEN" : "AND";
                _between = false;
                break;
            case "SET":
                Enter(SqlClause.Set, "SET");
                break;
            case "VALUES":
                Enter(SqlClause.Values, "VALUES");
                break;
            case "BY":
                Enter(_last == "ORDER" ? SqlClause.OrderBy : SqlClause.GroupBy, "BY");
                break;
            case "EXEC" or "EXECUTE" or "CALL":
                Enter(SqlClause.Procedure, word == "CALL" ? "CALL" : "EXEC");
                break;
            case "LIKE" or "ILIKE" or "BETWEEN" or "IN" or "THEN" or "ELSE":
                _afterOperator = true;
                _between = word == "BETWEEN";
                _last = word == "ILIKE" ? "LIKE" : word;
                break;
            case "ORDER" or "GROUP":
                _last = word;
                break;
            case "ASC" or "DESC" or "NULLS" or "ROWS" or "ROW" or "ONLY":
                _last = "x";
                break;
            default:
                if (_last == "TOP") _clause = SqlClause.Select;
                _last = "x";
                break;
        }
    }

    private void Enter(SqlClause clause, string word)
    {
        _clause = clause;
        _last = word;
        _afterOperator = _between = false;
    }

    private static bool IsWordPart(char character) => char.IsLetterOrDigit(character) || character is '_' or '#';

    /// <summary><c>@name</c>, <c>:name</c> (but not <c>::type</c>), <c>$1</c>.</summary>
    private static bool IsParameterStart(string text, int index) =>
        text[index] is '@' or ':' or '$'
        && (index == 0 || text[index - 1] != ':' && text[index - 1] != '@')
        && (index + 1 == text.Length || char.IsLetterOrDigit(text[index + 1]) || text[index + 1] == '_');

    private static bool IsParameter(string word) => word[0] is '@' or ':' or '$';

    private static bool IsKeyword(string word) => word.ToUpperInvariant() is
        "SELECT" or "FROM" or "JOIN" or "INTO" or "UPDATE" or "TABLE" or "WHERE" or "ON" or "HAVING" or "AND" or "OR"
        or "NOT" or "SET" or "VALUES" or "BY" or "EXEC" or "EXECUTE" or "CALL"
        or "LIKE" or "ILIKE" or "BETWEEN" or "IN" or "LIMIT" or "OFFSET" or "TOP" or "NEXT";
}
