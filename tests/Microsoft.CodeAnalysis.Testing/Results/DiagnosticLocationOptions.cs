namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How the location of an expected diagnostic is to be read.</summary>
[Flags]
public enum DiagnosticLocationOptions
{
    None = 0,

    /// <summary>Only the start of the span counts.</summary>
    IgnoreLength = 1,

    /// <summary>The start line is the number of a <c>{|#0:span|}</c> in the markup.</summary>
    InterpretAsMarkupKey = 2,
}
