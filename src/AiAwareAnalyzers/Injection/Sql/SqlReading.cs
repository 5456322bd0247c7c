using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>A statement as far as its text tells: what each hole stands for, and whether it has parameters.</summary>
internal sealed class SqlReading
{
    private readonly List<SqlHole> _holes = [];
    private SqlState _state = new();

    public SqlReading(Template statement)
    {
        Read(statement);
        Note(_state.EndWord());
        OpeningText = string.Concat(
            statement.Parts.TakeWhile(part => part is Literal).Cast<Literal>().Select(literal => literal.Text));
    }

    public IReadOnlyList<SqlHole> Holes => _holes;

    /// <summary>
    /// Whether the statement names a parameter: <c>@name</c>, <c>:name</c>, <c>$1</c>, <c>?</c>, <c>{0}</c>.
    /// </summary>
    public bool HasParameters { get; private set; }

    /// <summary>Whether it is of a kind that takes no parameters: CREATE, ALTER, PRAGMA …</summary>
    public bool TakesNoParameters { get; private set; }

    /// <summary>What the statement starts with, up to its first hole.</summary>
    public string OpeningText { get; }

    private void Read(Template template)
    {
        var parts = template.Parts;
        for (var index = 0; index < parts.Length; index++)
        {
            switch (parts[index])
            {
                case Literal literal:
                    Read(literal.Text);
                    break;
                case Hole hole:
                    _holes.Add(new(hole, _state.PlaceOfHole(Next(parts, index))));
                    _state.PassHole();
                    break;
                case Choice choice:
                    Read(choice);
                    break;
            }
        }
    }

    /// <summary>
    /// Each version continues what stands before it; what follows continues the last one that says something.
    /// </summary>
    private void Read(Choice choice)
    {
        var before = _state;
        var after = before;
        foreach (var alternative in choice.Alternatives)
        {
            _state = before;
            Read(alternative);
            if (alternative.Parts.Any(part => part is not Literal { Text: "" })) after = _state;
        }

        _state = after;
    }

    private void Read(string text)
    {
        for (var index = 0; index < text.Length; index++)
            Note(_state.Read(text, index));
    }

    private void Note(SqlSign sign)
    {
        HasParameters |= sign == SqlSign.Parameter;
        TakesNoParameters |= sign == SqlSign.Definition;
    }

    private static string Next(ImmutableArray<TextPart> parts, int index) =>
        index + 1 < parts.Length && parts[index + 1] is Literal next ? next.Text : "";
}

/// <summary>What a character told about the whole statement.</summary>
internal enum SqlSign
{
    Nothing,
    Parameter,
    Definition,
}
