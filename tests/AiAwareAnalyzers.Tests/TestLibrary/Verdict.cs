namespace AiAwareAnalyzers.Tests.TestLibrary;

/// <summary>What a test says about code.</summary>
internal static class Verdict
{
    internal static async Task Accepts(this AnalyzerTest<DefaultVerifier> test) => await test.RunAsync();

    /// <summary>The test fails; the result is what it says.</summary>
    internal static async Task<string> Rejects(this AnalyzerTest<DefaultVerifier> test)
    {
        try
        {
            await test.RunAsync();
        }
        catch (InvalidOperationException failure)
        {
            return failure.Message;
        }

        Assert.Fail("The test accepts what it should reject.");
        return "";
    }
}
