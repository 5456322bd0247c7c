namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What of a reported diagnostic an expectation does not speak about.</summary>
[Flags]
public enum DiagnosticOptions
{
    None = 0,
    IgnoreAdditionalLocations = 1,
    IgnoreSeverity = 2,
}
