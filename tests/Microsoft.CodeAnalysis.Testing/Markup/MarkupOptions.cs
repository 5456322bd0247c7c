namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How markup is understood.</summary>
[Flags]
public enum MarkupOptions
{
    None = 0,

    /// <summary><c>[|...|]</c> means the first descriptor of the first analyzer, even if there are more.</summary>
    UseFirstDescriptor = 1,

    /// <summary><c>$$</c> is code, as in an interpolated raw string literal.</summary>
    TreatPositionIndicatorsAsCode = 2,
}
