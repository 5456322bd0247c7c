namespace AiAwareAnalyzers.Materialization.Plans;

/// <summary>What of a file is held, what to do instead, and what the fix needs to do it.</summary>
internal sealed record FileFinding(string What, string Remedy, ImmutableDictionary<string, string?>? Fix)
{
    /// <summary>The method that the fix calls instead, and the shape in which it does.</summary>
    public const string Lazy = "Lazy";
    public const string Shape = "Shape";

    /// <summary>
    /// Shapes: another method; an <c>await foreach</c>; <c>Count()</c> for <c>Length</c>; a reader for the wrapped
    /// text; a stream that is copied.
    /// </summary>
    public const string Rename = "Rename";
    public const string AwaitEach = "AwaitEach";
    public const string Count = "Count";
    public const string Open = "Open";
    public const string Copy = "Copy";

    /// <summary>Whether the file is likely to be small.</summary>
    public bool IsMostlySmall { get; init; }

    public static ImmutableDictionary<string, string?>? Plan(string lazy, string? shape) =>
        shape is null ? null : ImmutableDictionary<string, string?>.Empty.Add(Lazy, lazy).Add(Shape, shape);
}
