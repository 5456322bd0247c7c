namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>
/// Where a reader of SQL stands after some text. A value: readers of alternatives continue from copies of it.
/// </summary>
internal partial struct SqlState()
{
    private const char None = '\0';

    private char _closing = None;
    private string _word = "";
    private string _last = "";
    private string _beforeString = "";
    private SqlClause _clause = SqlClause.Start;
    private bool _afterOperator;
    private bool _between;
    private ImmutableStack<(SqlClause Clause, bool AfterOperator)> _outer = ImmutableStack<(SqlClause, bool)>.Empty;

    /// <summary>Reads one character.</summary>
    public SqlSign Read(string text, int index)
    {
        var character = text[index];
        if (_closing != None)
        {
            if (character == _closing && (_closing != '/' || index > 0 && text[index - 1] == '*')) Close();
            return SqlSign.Nothing;
        }

        if (IsWordPart(character) || _word.Length == 0 && IsParameterStart(text, index))
        {
            _word += character;
            return SqlSign.Nothing;
        }

        var sign = EndWord();
        Punctuate(text, index);
        if (character == '?' || character == '{' && index + 1 < text.Length && char.IsDigit(text[index + 1]))
            sign = SqlSign.Parameter;
        return sign;
    }

    /// <summary>What a hole here stands for, given the text that follows it.</summary>
    public SqlPlace PlaceOfHole(string next)
    {
        if (_closing == '\'') return _beforeString is "LIKE" or "ILIKE" ? SqlPlace.LikePattern : SqlPlace.Quoted;
        if (_closing is '\n' or '/') return SqlPlace.None;
        if (_word.Length > 0 && IsParameter(_word)) return SqlPlace.None;

        // A word that ends here ends before the hole if it is a keyword, and is a part of the same name otherwise.
        var here = this;
        if (_word.Length > 0 && IsKeyword(_word)) here.EndWord();
        var place = here.PlaceInClause(next);
        return _closing == None || place is not (SqlPlace.Value or SqlPlace.InList) ? place : PlaceOfName();
    }

    /// <summary>A hole is read as one more name or value.</summary>
    public void PassHole()
    {
        if (_closing != None) return;
        EndWord();
        if (_last == "TOP") _clause = SqlClause.Select;
        _last = "x";
    }

    /// <summary>
    /// A name in the place of a value is a column; in double quotes, which many databases take for those of a text, it
    /// is the text.
    /// </summary>
    private readonly SqlPlace PlaceOfName() =>
        _closing != '"' ? SqlPlace.Column : _last == "LIKE" ? SqlPlace.LikePattern : SqlPlace.Quoted;

    private readonly SqlPlace PlaceInClause(string next)
    {
        var followsOperator = _last is "=" or "LIKE" or "BETWEEN" or "THEN" or "ELSE"
            || _afterOperator && _last is "(" or ",";
        return _clause switch
        {
            SqlClause.Start => _last.Length == 0 ? SqlPlace.Statement : SqlPlace.Fragment,
            SqlClause.InList => SqlPlace.InList,
            SqlClause.Values => SqlPlace.Value,
            SqlClause.Arguments => SqlPlace.Value,
            SqlClause.Procedure => _last is "EXEC" or "CALL" or "." ? SqlPlace.Procedure : SqlPlace.Value,
            SqlClause.Columns => SqlPlace.Column,
            SqlClause.Select =>
                _last is "SELECT" or "," or "(" or "."
                    ? SqlPlace.Column
                    : _last is "=" ? SqlPlace.Value : SqlPlace.Fragment,
            SqlClause.Table => _last is "TABLE" or "," or "." ? SqlPlace.Table : SqlPlace.Fragment,
            SqlClause.OrderBy => _last is "BY" or "," or "." or "(" ? SqlPlace.OrderBy : SqlPlace.Direction,
            SqlClause.GroupBy => _last is "BY" or "," or "." or "(" ? SqlPlace.GroupBy : SqlPlace.Fragment,
            SqlClause.Limit => _last is "LIMIT" or "TOP" or "(" or "," ? SqlPlace.Limit : SqlPlace.Fragment,
            SqlClause.Set or SqlClause.Condition when followsOperator => SqlPlace.Value,
            SqlClause.Set or SqlClause.Condition => StartsWithOperator(next) || _last is "." ? SqlPlace.Column
                : _last is "AND" or "WHERE" or "(" ? SqlPlace.Condition
                : SqlPlace.Fragment,
            _ => SqlPlace.Fragment,
        };
    }

    private static bool StartsWithOperator(string next)
    {
        var text = next.TrimStart(' ', '"', ']', '`');
        return text.Length > 0 && (text[0] is '=' or '<' or '>' or '!'
            || new[] { "LIKE", "ILIKE", "IN ", "IN(", "IS ", "BETWEEN", "NOT " }
                .Any(word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
    }

    private void Close()
    {
        if (_closing != '\n' && _closing != '/') _last = "x";
        _closing = None;
    }

    private void Punctuate(string text, int index)
    {
        switch (text[index])
        {
            case '\'':
                _beforeString = _last;
                _closing = '\'';
                break;
            case '"' or '`':
                _closing = text[index];
                break;
            case '[':
                _closing = ']';
                break;
            case '-' when index + 1 < text.Length && text[index + 1] == '-':
                _closing = '\n';
                break;
            case '/' when index + 1 < text.Length && text[index + 1] == '*':
                _closing = '/';
                break;
            case '(':
                _outer = _outer.Push((_clause, _afterOperator));
                _clause = InParentheses();
                _last = "(";
                break;
            case ')':
                if (!_outer.IsEmpty)
                {
                    (_clause, _afterOperator) = _outer.Peek();
                    _outer = _outer.Pop();
                }

                _last = "x";
                break;
            case ',':
                if (_clause == SqlClause.Set) _afterOperator = false;
                _last = ",";
                break;
            case '.':
                _last = ".";
                break;
            case ';':
                this = new SqlState { _last = ";" };
                break;
            case '=' or '<' or '>' or '+' or '-' or '/' or '%' or '|':
                _afterOperator = true;
                _last = "=";
                break;
            case '*':
                _last = _last is "SELECT" or "(" or "," or "." ? "x" : "=";
                break;
        }
    }

    private readonly SqlClause InParentheses() => _clause switch
    {
        SqlClause.Table => SqlClause.Columns,
        SqlClause.Procedure => SqlClause.Arguments,
        _ => _last == "IN" ? SqlClause.InList : _clause,
    };
}
