namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Checks that a test leaves out.</summary>
[Flags]
public enum TestBehaviors
{
    None = 0,

    /// <summary>The analyzer may report in generated code.</summary>
    SkipGeneratedCodeCheck = 1,

    /// <summary>The analyzer may report in spite of <c>#pragma warning disable</c>.</summary>
    SkipSuppressionCheck = 2,

    /// <summary>What source generators add is not compared.</summary>
    SkipGeneratedSourcesCheck = 4,
}
