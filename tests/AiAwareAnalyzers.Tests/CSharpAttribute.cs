using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace AiAwareAnalyzers.Tests;

/// <summary>A test whose code needs this version of C#; on a host that does not know it, there is no such test.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CSharpAttribute(int version) : NUnitAttribute, ITestBuilder, IImplyFixture
{
    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        if (IsKnown) yield return new NUnitTestCaseBuilder().BuildTestMethod(method, suite, null);
    }

    private bool IsKnown => (int)LanguageVersion.Latest.MapSpecifiedToEffectiveVersion() >= version * 100;
}
