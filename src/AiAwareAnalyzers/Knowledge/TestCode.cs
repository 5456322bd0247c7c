using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>Whether a compilation is a project of tests: it refers to a framework that runs them.</summary>
internal sealed class TestCode
{
    private static readonly ImmutableHashSet<string> Frameworks = WordSet.IgnoringCase(
        "nunit.framework xunit.core xunit.v3.core Microsoft.VisualStudio.TestPlatform.TestFramework",
        "MSTest.TestFramework TUnit.Core");

    private TestCode(Compilation compilation) =>
        IsTestProject = compilation.ReferencedAssemblyNames.Any(assembly => Frameworks.Contains(assembly.Name));

    public bool IsTestProject { get; }

    public static TestCode Of(Compilation compilation) => Facts.Of(compilation, static c => new TestCode(c));
}
