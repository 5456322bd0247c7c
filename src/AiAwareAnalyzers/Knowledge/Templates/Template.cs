namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>A text that a method puts together: literals and holes, in the order in which they are written.</summary>
internal sealed class Template(ImmutableArray<TextPart> parts)
{
    public ImmutableArray<TextPart> Parts => parts;

    /// <summary>Every hole, those of the alternatives too.</summary>
    public IEnumerable<Hole> Holes => parts.SelectMany(static part => part switch
    {
        Hole hole => [hole],
        Choice choice => choice.Alternatives.SelectMany(static alternative => alternative.Holes),
        _ => [],
    });

    /// <summary>Every literal, those of the alternatives too.</summary>
    public IEnumerable<string> Literals => parts.SelectMany(static part => part switch
    {
        Literal literal => [literal.Text],
        Choice choice => choice.Alternatives.SelectMany(static alternative => alternative.Literals),
        _ => Enumerable.Empty<string>(),
    });
}

/// <summary>A piece of a text.</summary>
internal abstract class TextPart;

/// <summary>A piece that the code itself wrote.</summary>
internal sealed class Literal(string text) : TextPart
{
    public string Text => text;
}

/// <summary>A piece of which there are several versions, each put together by the code.</summary>
internal sealed class Choice(ImmutableArray<Template> alternatives) : TextPart
{
    public ImmutableArray<Template> Alternatives => alternatives;
}

/// <summary>A piece that is known only when the program runs.</summary>
internal sealed class Hole(IOperation value, HoleKind kind, TextOrigin origin) : TextPart
{
    /// <summary>What fills it, as close to the text as it is written.</summary>
    public IOperation Value => value;

    public HoleKind Kind => kind;

    public TextOrigin Origin => origin;

    /// <summary>Whether anything at all may stand here.</summary>
    public bool IsFree => kind == HoleKind.Free;
}

/// <summary>
/// What is known of the text in a hole. A constant, and one of several constants, are no holes at all.
/// </summary>
internal enum HoleKind
{
    /// <summary>Nothing: any text.</summary>
    Free,

    /// <summary>
    /// A number, a date, an enum member, a name of the program itself, or what a lookup or a check let pass.
    /// </summary>
    AllowListed,

    /// <summary>It went through something that encodes, escapes or quotes.</summary>
    Encoded,

    /// <summary>A name from which the folders before it were cut off; it may still be <c>..</c>.</summary>
    Name,
}

/// <summary>Where free text comes from.</summary>
internal enum TextOrigin
{
    /// <summary>A result of something that cannot be seen from here.</summary>
    Unknown,

    /// <summary>
    /// A member of the type itself, or of a type of the program's own making: usually its own setting.
    /// </summary>
    Member,

    /// <summary>Whatever the caller of the method passes.</summary>
    Parameter,

    /// <summary>What someone outside the program sent.</summary>
    Input,
}
