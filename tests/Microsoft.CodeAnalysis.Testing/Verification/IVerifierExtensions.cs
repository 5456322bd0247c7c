namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Checks that every verifier can do.</summary>
public static class IVerifierExtensions
{
    /// <summary>Compares texts and shows, line by line, where they are different.</summary>
    public static void EqualOrDiff(this IVerifier verifier, string expected, string actual, string? message = null)
    {
        if (expected != actual)
            verifier.Fail($"{message ?? "The text is not the expected one."}{Environment.NewLine}{LineDiff.Of(expected, actual)}");
    }
}
