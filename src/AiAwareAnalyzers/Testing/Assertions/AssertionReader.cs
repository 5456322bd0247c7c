using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>Reads the assertions of the frameworks and of the libraries that come with them.</summary>
internal sealed class AssertionReader
{
    /// <summary>Classes whose static methods are given the expected value before the actual one.</summary>
    private static readonly ImmutableArray<string> Classic = ImmutableArray.Create(
        "Xunit.Assert",
        "NUnit.Framework.Assert",
        "NUnit.Framework.Legacy.ClassicAssert",
        "Microsoft.VisualStudio.TestTools.UnitTesting.Assert");

    private static readonly ImmutableDictionary<string, Claim> ClassicNames = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, Claim>
        {
            ["True"] = Claim.True,
            ["IsTrue"] = Claim.True,
            ["False"] = Claim.False,
            ["IsFalse"] = Claim.False,
            ["Equal"] = Claim.Equal,
            ["StrictEqual"] = Claim.Equal,
            ["Equivalent"] = Claim.Equal,
            ["AreEqual"] = Claim.Equal,
            ["Same"] = Claim.Same,
            ["AreSame"] = Claim.Same,
            ["NotNull"] = Claim.NotNull,
            ["IsNotNull"] = Claim.NotNull,
            ["NotEmpty"] = Claim.NotEmpty,
            ["IsNotEmpty"] = Claim.NotEmpty,
            ["IsType"] = Claim.Type,
            ["IsAssignableFrom"] = Claim.Type,
            ["IsInstanceOf"] = Claim.Type,
            ["IsInstanceOfType"] = Claim.Type,
            ["IsExactInstanceOfType"] = Claim.Type,
            ["GreaterOrEqual"] = Claim.AtLeast,
            ["IsGreaterThanOrEqualTo"] = Claim.AtLeast,
            ["Greater"] = Claim.MoreThan,
            ["IsGreaterThan"] = Claim.MoreThan,
            ["InRange"] = Claim.InRange,
            ["NotEqual"] = Claim.NotEqual,
            ["AreNotEqual"] = Claim.NotEqual,
            ["DoesNotThrow"] = Claim.NoThrow,
            ["DoesNotThrowAsync"] = Claim.NoThrow,
        });

    /// <summary>What stands behind <c>Assert.That(…)</c> of TUnit.</summary>
    private static readonly ImmutableDictionary<string, Claim> SentenceNames = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, Claim>
        {
            ["IsTrue"] = Claim.True,
            ["IsFalse"] = Claim.False,
            ["IsEqualTo"] = Claim.Equal,
            ["IsEquivalentTo"] = Claim.Equal,
            ["IsSameReferenceAs"] = Claim.Same,
            ["IsNotNull"] = Claim.NotNull,
            ["IsNotEmpty"] = Claim.NotEmpty,
            ["IsNotEqualTo"] = Claim.NotEqual,
            ["IsTypeOf"] = Claim.Type,
            ["IsAssignableTo"] = Claim.Type,
            ["IsGreaterThan"] = Claim.MoreThan,
            ["IsGreaterThanOrEqualTo"] = Claim.AtLeast,
            ["ThrowsNothing"] = Claim.NoThrow,
        });

    /// <summary>What stands behind <c>Should()</c>, and behind <c>Should</c> in one word.</summary>
    private static readonly ImmutableDictionary<string, Claim> FluentNames = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, Claim>
        {
            ["BeTrue"] = Claim.True,
            ["BeFalse"] = Claim.False,
            ["Be"] = Claim.Equal,
            ["Equal"] = Claim.Equal,
            ["BeEquivalentTo"] = Claim.Equal,
            ["BeSameAs"] = Claim.Same,
            ["NotBeNull"] = Claim.NotNull,
            ["NotBeEmpty"] = Claim.NotEmpty,
            ["NotBeNullOrEmpty"] = Claim.NotEmpty,
            ["NotBeNullOrWhiteSpace"] = Claim.NotEmpty,
            ["BeOfType"] = Claim.Type,
            ["BeAssignableTo"] = Claim.Type,
            ["BeGreaterThanOrEqualTo"] = Claim.AtLeast,
            ["BeGreaterOrEqualTo"] = Claim.AtLeast,
            ["BeGreaterThan"] = Claim.MoreThan,
            ["BeInRange"] = Claim.InRange,
            ["NotBe"] = Claim.NotEqual,
            ["BeOneOf"] = Claim.OneOf,
            ["NotThrow"] = Claim.NoThrow,
            ["NotThrowAsync"] = Claim.NoThrow,
        });

    private readonly ImmutableHashSet<ISymbol> _classic;

    private AssertionReader(Compilation compilation) =>
        _classic = Classic.Select(compilation.GetTypeByMetadataName)
            .OfType<ISymbol>()
            .ToImmutableHashSet(SymbolEqualityComparer.Default);

    public static AssertionReader Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new AssertionReader(c));

    /// <summary>Whether a type is one of the frameworks' own, all of whose methods assert.</summary>
    public bool Knows(INamedTypeSymbol type) => _classic.Contains(type);

    /// <summary>The assertion that a call is; null where it is none of a known library.</summary>
    public Assertion? Read(IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType is not { } type) return null;
        if (Knows(type)) return call.TargetMethod.Name == "That" ? ReadThat(call) : ReadClassic(call);
        return Libraries.RootOf(type) switch
        {
            "FluentAssertions" or "AwesomeAssertions" => ReadFluent(call, FluentNames),
            "TUnit" when Libraries.IsOfTUnit(type) => ReadFluent(call, SentenceNames),
            "Shouldly" => ReadShouldly(call),
            _ => null,
        };
    }

    private static Assertion ReadClassic(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        if (IsAmongWritten(call)) return new(call, Claim.OneOf, ValueAt(call, 0), ElementsAt(call, 1));
        if (!ClassicNames.TryGetValue(name, out var claim)) claim = Claim.Other;
        return claim switch
        {
            Claim.Equal or Claim.Same or Claim.NotEqual => new(call, claim, ValueAt(call, 1), ElementAt(call, 0)),
            Claim.AtLeast or Claim.MoreThan => name.StartsWith("Greater", StringComparison.Ordinal)
                ? new(call, claim, ValueAt(call, 0), ElementAt(call, 1))
                : new(call, claim, ValueAt(call, 1), ElementAt(call, 0)),
            Claim.InRange => new(call, claim, ValueAt(call, 0), ElementAt(call, 1).AddRange(ElementAt(call, 2))),
            Claim.Other => new(call, claim, null, ImmutableArray<IOperation>.Empty),
            _ => new(call, claim, ValueAt(call, 0), ImmutableArray<IOperation>.Empty),
        };
    }

    /// <summary><c>Assert.Contains(status, new[] { 200, 404 })</c>: it is one of those.</summary>
    private static bool IsAmongWritten(IInvocationOperation call) =>
        call.TargetMethod.Name == "Contains"
        && ValueAt(call, 1)?.Unconverted() is IArrayCreationOperation { Initializer: not null }
            or { Kind: NewerSyntax.CollectionExpression };

    /// <summary>A condition, or a value and a constraint.</summary>
    private static Assertion ReadThat(IInvocationOperation call)
    {
        var actual = ValueAt(call, 0);
        if (ParameterAt(call, 1)?.Type.Name != "IResolveConstraint")
            return new(call, Claim.True, actual?.Lambda()?.Result() ?? actual, ImmutableArray<IOperation>.Empty);

        var constraint = Constraint.Read(ValueAt(call, 1)!);
        return new(call, constraint.Claim, actual, constraint.Values);
    }

    private static Assertion? ReadFluent(IInvocationOperation call, ImmutableDictionary<string, Claim> names)
    {
        var name = call.TargetMethod.Name;
        if (Libraries.OnlyBegins(name)) return null;
        var onInstance = call.Instance is not null;
        return SubjectOf(call.Instance ?? ValueAt(call, 0)) is { } subject
            ? new(call, ClaimOf(names, name), subject, ElementsAt(call, onInstance ? 0 : 1))
            : new(call, Claim.Other, null, ImmutableArray<IOperation>.Empty);
    }

    private static Assertion? ReadShouldly(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        return name.StartsWith("Should", StringComparison.Ordinal) && call.TargetMethod.IsExtensionMethod
            ? new(call, ClaimOf(FluentNames, name.Substring("Should".Length)), ValueAt(call, 0), ElementsAt(call, 1))
            : new(call, Claim.Other, null, ImmutableArray<IOperation>.Empty);
    }

    private static Claim ClaimOf(ImmutableDictionary<string, Claim> names, string name) =>
        names.TryGetValue(name, out var claim) ? claim : Claim.Other;

    /// <summary>What stands before <c>Should()</c> or in <c>That()</c>, over any number of <c>And</c>.</summary>
    private static IOperation? SubjectOf(IOperation? chain)
    {
        while (chain is not null)
            switch (chain.Unconverted())
            {
                case IInvocationOperation { TargetMethod.Name: "Should" or "That" } begin: return ValueAt(begin, 0);
                case IInvocationOperation call: chain = call.Instance ?? ValueAt(call, 0); break;
                case IPropertyReferenceOperation { Property.Name: "And" } and: chain = and.Instance; break;
                default: return null;
            }

        return null;
    }

    private static IParameterSymbol? ParameterAt(IInvocationOperation call, int ordinal) =>
        ordinal < call.TargetMethod.Parameters.Length ? call.TargetMethod.Parameters[ordinal] : null;

    private static IOperation? ValueAt(IInvocationOperation call, int ordinal) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;

    private static ImmutableArray<IOperation> ElementAt(IInvocationOperation call, int ordinal) =>
        ValueAt(call, ordinal) is { } value ? ImmutableArray.Create(value) : ImmutableArray<IOperation>.Empty;

    private static ImmutableArray<IOperation> ElementsAt(IInvocationOperation call, int ordinal) =>
        ValueAt(call, ordinal) is { } value ? Elements.Of(value).ToImmutableArray() : ImmutableArray<IOperation>.Empty;
}
