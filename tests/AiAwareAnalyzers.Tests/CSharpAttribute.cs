using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace AiAwareAnalyzers.Tests;

/// <summary>
/// A test, or a class of tests, whose code needs this version of C#; a host that does not know it skips them, and says
/// why.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class CSharpAttribute(int version) : NUnitAttribute, ITestBuilder, IImplyFixture, IApplyToTest
{
    private bool IsKnown => (int)LanguageVersion.Latest.MapSpecifiedToEffectiveVersion() >= version * 100;

    /// <summary>A builder that yields nothing would not do: NUnit then makes a plain test of the method.</summary>
    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite) =>
        [new NUnitTestCaseBuilder().BuildTestMethod(method, suite, null)];

    public void ApplyToTest(Test test)
    {
        if (IsKnown) return;
        test.RunState = RunState.Skipped;
        test.Properties.Set(PropertyNames.SkipReason, $"This host does not know C# {version}.");
    }
}
