namespace AiAwareAnalyzers.Testing.Edges;

/// <summary>A value that is handed over, as far as its spelling tells.</summary>
/// <param name="IsNull">Whether it is null; otherwise it certainly is not.</param>
/// <param name="Constant">What it is, where it is a constant.</param>
/// <param name="Size">How many letters or elements it has, where they can be counted.</param>
/// <param name="HasWords">Whether it is a text with more than blanks in it.</param>
internal sealed record Fed(bool IsNull = false, object? Constant = null, int? Size = null, bool HasWords = false)
{
    public static Fed Null => new(IsNull: true);

    /// <summary>Something that is there, and of which no more is known.</summary>
    public static Fed Made => new();

    /// <summary>As a text, unless it is null or known to have no letters; null where that is not known.</summary>
    public bool? IsBlank => this switch
    {
        { IsNull: true } or { Size: 0 } => true,
        { HasWords: true } => false,
        { Constant: string text } => string.IsNullOrWhiteSpace(text),
        _ => null,
    };

    /// <summary>Whether it has no letters or elements, or is null; null where that is not known.</summary>
    public bool? IsEmpty => this switch
    {
        { IsNull: true } => true,
        { HasWords: true } => false,
        _ => Size == 0 ? true : Size is null ? null : false,
    };

    public static Fed Of(object? constant) => constant switch
    {
        null => Null,
        string text => new(Constant: text, Size: text.Length),
        _ => new(Constant: constant),
    };

    public static Fed Of(TypedConstant written) => written switch
    {
        { IsNull: true } => Null,
        { Kind: TypedConstantKind.Array } => new(Size: written.Values.Length),
        { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum } => Of(written.Value),
        _ => Made,
    };

    public static Fed OfSize(int? size) => new(Size: size);
}
