using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace AiAwareAnalyzers.Tests;

/// <summary>A test whose code needs this version of C#; on a host that does not know it, the test is skipped.</summary>
/// <remarks>It has to be built all the same: a method without a case would be run as a plain test.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CSharpAttribute(int version) : NUnitAttribute, ITestBuilder, IImplyFixture
{
    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        var test = new NUnitTestCaseBuilder().BuildTestMethod(method, suite, null);
        if (!IsKnown)
        {
            test.RunState = RunState.Skipped;
            test.Properties.Set(PropertyNames.SkipReason, $"The host does not know C# {version}.");
        }

        yield return test;
    }

    private bool IsKnown => (int)LanguageVersion.Latest.MapSpecifiedToEffectiveVersion() >= version * 100;
}
