using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.HallucinatedApi.Documents;

internal sealed partial class DocumentReader
{
    /// <summary>Whether an element of a sequence begins here.</summary>
    private bool IsElement => Next == '-' && IsBlank(_at + 1);

    private bool IsComment => Next == '#' && (_at == 0 || char.IsWhiteSpace(_text[_at - 1]));

    private bool IsLineEnd => !Rest || Next is '\n' or '\r' || IsComment;

    /// <summary>What is written with braces or brackets, as all of JSON is.</summary>
    private DocumentNode ReadFlow()
    {
        if (_depth >= Deepest || CallStack.IsNearlyFull) return Break();
        _depth++;
        var isMapping = Next == '{';
        var node = isMapping ? DocumentNode.Mapping() : DocumentNode.Sequence();
        _at++;
        for (SkipBlanks(); Rest && Next is not ('}' or ']'); SkipBlanks())
        {
            if (isMapping) ReadFlowMember(node);
            else node.Add(ReadFlowValue());
            SkipBlanks();
            if (Next == ',') _at++;
            else if (Next != (isMapping ? '}' : ']')) Break();
        }

        _depth--;
        if (_isBroken || Next != (isMapping ? '}' : ']')) return Break();
        _at++;
        return isMapping ? Merged(node) : node;
    }

    private void ReadFlowMember(DocumentNode mapping)
    {
        var key = Next is '"' or '\'' ? ReadQuoted() : ReadFlowPlain();
        SkipBlanks();
        if (Next != ':')
        {
            mapping.Add(key, DocumentNode.Nothing);
            return;
        }

        _at++;
        SkipBlanks();
        mapping.Add(key, Next is ',' or '}' ? DocumentNode.Nothing : ReadFlowValue());
    }

    private DocumentNode ReadFlowValue()
    {
        switch (Next)
        {
            case '{' or '[':
                return ReadFlow();
            case '"' or '\'':
                return DocumentNode.Scalar(ReadQuoted(), isQuoted: true);
            case '*':
                return ReadAlias();
            case '&' or '!' or '|' or '>' or '@' or '`' or '%':
                return Break();
            default:
                return DocumentNode.Scalar(ReadFlowPlain(), isQuoted: false);
        }
    }

    private string ReadFlowPlain()
    {
        var start = _at;
        while (Rest && Next is not (',' or '[' or ']' or '{' or '}' or '\n' or '\r') && !IsComment && !IsFlowColon)
            _at++;
        if (_at == start) Break();
        return _isBroken ? "" : _text.Substring(start, _at - start).TrimEnd();
    }

    private bool IsFlowColon => Next == ':' && (IsBlank(_at + 1) || Next2 is ',' or '[' or ']' or '{' or '}');

    /// <summary>The column of what comes next; -1 at the end of the document.</summary>
    private int NextColumn()
    {
        SkipBlanks();
        if (!Rest) return -1;
        var column = Column;
        return column == 0 && (IsMark("---") || IsMark("...")) ? -1 : column;
    }

    private bool IsMark(string mark) =>
        string.CompareOrdinal(_text, _at, mark, 0, mark.Length) == 0 && IsBlank(_at + mark.Length);

    private bool IsBlank(int at) => at >= _text.Length || char.IsWhiteSpace(_text[at]);

    private void SkipSpaces()
    {
        while (Next is ' ' or '\t') _at++;
    }

    private void SkipBlanks()
    {
        while (Rest)
        {
            if (char.IsWhiteSpace(Next)) _at++;
            else if (IsComment) SkipLine();
            else return;
        }
    }

    private void SkipLine() => _at = _text.IndexOf('\n', Math.Min(_at, _text.Length)) is var end and >= 0
        ? end + 1
        : _text.Length;
}
