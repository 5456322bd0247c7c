using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Testing.Tests;

/// <summary>
/// Which methods are tests, and which run before and after each of them, by what their frameworks look for.
/// </summary>
internal sealed class TestMethods
{
    private static readonly ImmutableArray<string> Marks = ImmutableArray.Create(
        "NUnit.Framework.Interfaces.ITestBuilder",
        "NUnit.Framework.Interfaces.ISimpleTestBuilder",
        "Xunit.FactAttribute",
        "Xunit.v3.IFactAttribute",
        "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute",
        "TUnit.Core.TestAttribute");

    private static readonly ImmutableArray<string> Beginnings = ImmutableArray.Create(
        "NUnit.Framework.SetUpAttribute",
        "NUnit.Framework.OneTimeSetUpAttribute",
        "Microsoft.VisualStudio.TestTools.UnitTesting.TestInitializeAttribute",
        "TUnit.Core.BeforeAttribute");

    private static readonly ImmutableArray<string> Ends = ImmutableArray.Create(
        "NUnit.Framework.TearDownAttribute",
        "NUnit.Framework.OneTimeTearDownAttribute",
        "Microsoft.VisualStudio.TestTools.UnitTesting.TestCleanupAttribute",
        "TUnit.Core.AfterAttribute");

    private readonly ImmutableArray<INamedTypeSymbol> _marks;
    private readonly ImmutableArray<INamedTypeSymbol> _beginnings;
    private readonly ImmutableArray<INamedTypeSymbol> _ends;

    private TestMethods(Compilation compilation)
    {
        _marks = Known(Marks, compilation);
        _beginnings = Known(Beginnings, compilation);
        _ends = Known(Ends, compilation);
    }

    /// <summary>Whether there can be a test at all: elsewhere no rule of the family looks.</summary>
    public bool AreThere => !_marks.IsEmpty;

    public static TestMethods Of(Compilation compilation) => Facts.Of(compilation, static c => new TestMethods(c));

    public bool Contain(ISymbol member) => member is IMethodSymbol && IsMarked(member, _marks);

    /// <summary>What runs before a test of this class, in the class and those above it.</summary>
    public IEnumerable<IMethodSymbol> BeginningsOf(INamedTypeSymbol testClass) => testClass.SelfAndBases()
        .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>())
        .Where(method => method.MethodKind == MethodKind.Constructor
            || method.Name == "InitializeAsync"
            || IsMarked(method, _beginnings));

    /// <summary>What the framework calls when a test of this class is over, in the class and those above it.</summary>
    public IEnumerable<IMethodSymbol> EndsOf(INamedTypeSymbol testClass) => testClass.SelfAndBases()
        .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>())
        .Where(method => method.Name is "Dispose" or "DisposeAsync" || IsMarked(method, _ends));

    private static bool IsMarked(ISymbol member, ImmutableArray<INamedTypeSymbol> marks)
    {
        foreach (var attribute in member.GetAttributes())
            if (attribute.AttributeClass.InheritsAny(marks)) return true;
        return false;
    }

    private static ImmutableArray<INamedTypeSymbol> Known(ImmutableArray<string> names, Compilation compilation) =>
        TestCode.Of(compilation).IsTestProject
            ? names.Select(compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>().ToImmutableArray()
            : ImmutableArray<INamedTypeSymbol>.Empty;
}
