using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace AiAwareAnalyzers.Tests;

/// <summary>A test whose code needs this version of C#; a host that does not know it skips the test, and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CSharpAttribute(int version) : NUnitAttribute, ITestBuilder, IImplyFixture
{
    private bool IsKnown => (int)LanguageVersion.Latest.MapSpecifiedToEffectiveVersion() >= version * 100;

    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        var test = new NUnitTestCaseBuilder().BuildTestMethod(method, suite, null);
        if (!IsKnown) Skip(test);
        yield return test;
    }

    /// <summary>A builder that yields nothing would not do: NUnit then makes a plain test of the method.</summary>
    private void Skip(TestMethod test)
    {
        test.RunState = RunState.Skipped;
        test.Properties.Set(PropertyNames.SkipReason, $"This host does not know C# {version}.");
    }
}
