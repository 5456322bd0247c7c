using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>The libraries that tests assert with: by their namespaces, their names and what they refer to.</summary>
internal static class Libraries
{
    /// <summary>Libraries of assertions, snapshots and properties: what they are asked to do can fail a test.</summary>
    private static readonly ImmutableHashSet<string> Asserting = WordSet.Of(
        "FluentAssertions AwesomeAssertions Shouldly VerifyXunit VerifyNUnit VerifyMSTest VerifyTests VerifyTUnit",
        "Snapshooter ApprovalTests FsCheck CsCheck NFluent ExpectedObjects ArchUnitNET NetArchTest");

    private static readonly ImmutableHashSet<string> Doubling = WordSet.Of("Moq NSubstitute FakeItEasy");

    private static readonly ImmutableHashSet<string> Assemblies = WordSet.IgnoringCase(
        "nunit.framework xunit.assert xunit.core xunit.v3.assert xunit.v3.core MSTest.TestFramework TUnit.Assertions",
        "Microsoft.VisualStudio.TestPlatform.TestFramework FluentAssertions AwesomeAssertions Shouldly");

    /// <summary>Names that take a value and claim nothing of it yet.</summary>
    private static readonly ImmutableHashSet<string> Beginnings = WordSet.Of(
        "Should That Invoking Awaiting Enumerating Monitor ExecutionTime ExecutionTimeOf");

    /// <summary>The outermost namespace of a type.</summary>
    public static string RootOf(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space?.ContainingNamespace is { IsGlobalNamespace: false } outer) space = outer;
        return space?.Name ?? "";
    }

    public static bool OnlyBegins(string method) => Beginnings.Contains(method);

    /// <summary>Whether all that a type is asked to do is an assertion.</summary>
    public static bool Asserts(ITypeSymbol type) =>
        Asserting.Contains(RootOf(type))
        || IsOfTUnit(type)
        || Words.Of(type.Name).Any(static word => word is "assert" or "assertion" or "assertions");

    /// <summary>Whether a type belongs to the assertions of TUnit, which are sentences of extension methods.</summary>
    public static bool IsOfTUnit(ITypeSymbol type) =>
        RootOf(type) == "TUnit"
        && type.ContainingNamespace.ToDisplayString().StartsWith("TUnit.Assertions", StringComparison.Ordinal);

    /// <summary>Whether a type is one of those that assertions are put together of.</summary>
    public static bool IsOfAssertions(ITypeSymbol type) =>
        Asserts(type) || RootOf(type) is "NUnit" or "Xunit" or "TUnit";

    /// <summary>Whether a type belongs to a library of doubles.</summary>
    public static bool MakesDoubles(ITypeSymbol type) => Doubling.Contains(RootOf(type));

    /// <summary>Whether a call is none, but what a double is told: <c>mock.Setup(books => books.Find(7))</c>.</summary>
    public static bool TellsDouble(IOperation call) => call.Ancestors()
        .OfType<IInvocationOperation>()
        .Any(static around => MakesDoubles(around.TargetMethod.ContainingType));

    /// <summary>
    /// Whether an assembly helps to write tests: it refers to what they are written with, and is none of that itself.
    /// </summary>
    public static bool HelpsTests(IAssemblySymbol assembly) =>
        !Assemblies.Contains(assembly.Name)
        && (assembly.Modules.Any(static module =>
                module.ReferencedAssemblies.Any(static reference => Assemblies.Contains(reference.Name)))
            || (assembly.Name.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)
                && assembly.Name.EndsWith(".Testing", StringComparison.Ordinal)));
}
