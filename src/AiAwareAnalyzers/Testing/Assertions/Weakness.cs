using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>Why an assertion says little of a value of which the test knows more.</summary>
/// <param name="Observation">What it asserts at all.</param>
/// <param name="Whatever">What may be wrong all the same.</param>
/// <param name="WayOut">What to assert instead.</param>
internal sealed record Weakness(string Observation, string Whatever, string WayOut)
{
    private static readonly Weakness Presence =
        new("that there is something", "is in it", "what has to be in it");

    private static readonly Weakness AnyException =
        new("that something is thrown", "goes wrong, a slip of the test itself among it", "which exception is meant");

    /// <summary>What makes new things of which nobody knows more than that they are there, or opens them.</summary>
    private static readonly ImmutableHashSet<string> Unforeseeable = WordSet.Of(
        "generate random next new resolve open connect begin start token hash salt key password secret id guid etag",
        "client service provider factory instance host scope session version");

    /// <summary>Null where it can find a wrong value.</summary>
    public static Weakness? Of(Assertion assertion, TestBody test) => assertion switch
    {
        { Claim: Claim.NotNull or Claim.NotEmpty, Actual: { } actual } => IsKnownBetter(actual, test) ? Presence : null,
        { Claim: Claim.Type, Actual: { } actual } => IsDeclaredAs(actual, assertion) && IsKnownBetter(actual, test)
            ? Presence
            : null,
        { Claim: Claim.Other } => AcceptsAnyException(assertion.Call) ? AnyException : null,
        _ => null,
    };

    private static bool IsDeclaredAs(IOperation actual, Assertion assertion) => SymbolEqualityComparer.Default.Equals(
        assertion.Call.TargetMethod.TypeArguments.FirstOrDefault(), actual.AsWritten().Type);

    /// <summary>The code under test gave it for what the test has handed in.</summary>
    private static bool IsKnownBetter(IOperation actual, TestBody test) =>
        HasContent(actual.AsWritten().Type)
        && test.Subject.Gave(actual)
        && !Sought.Is(test.Locals.Follow(actual))
        && Source(actual, test) is { } call
        && !IsUnforeseeable(call.TargetMethod.Name)
        && (call.Arguments.Length > 0 || !call.TargetMethod.IsStatic);

    /// <summary>By its verb or its noun: <c>OpenSession</c>, but not <c>FindById</c>.</summary>
    private static bool IsUnforeseeable(string method)
    {
        var words = Words.Of(method)
            .TakeWhile(static word => word is not ("by" or "for" or "with" or "async"))
            .ToList();
        return words.Count > 0 && (Unforeseeable.Contains(words[0]) || Unforeseeable.Contains(words[^1]));
    }

    private static IInvocationOperation? Source(IOperation actual, TestBody test)
    {
        var origin = test.Locals.Follow(actual);
        while (origin is IPropertyReferenceOperation { Instance: { } owner }) origin = test.Locals.Follow(owner);
        return origin as IInvocationOperation;
    }

    /// <summary>A text, a collection or an object with data; not a service.</summary>
    private static bool HasContent(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_String } or IArrayTypeSymbol => true,
        { TypeKind: TypeKind.Interface } => type.AllInterfaces.Any(static part => part.Name == "IEnumerable"),
        { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } => type.GetMembers().OfType<IPropertySymbol>().Any(
            static part => part is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }),
        _ => false,
    };

    private static bool AcceptsAnyException(IInvocationOperation call) =>
        call.Outermost().Parent is IExpressionStatementOperation
        && call.TargetMethod is { Name: var name, ContainingType: var type }
        && IsOfAnyException(call.TargetMethod)
        && (Libraries.RootOf(type), name) is ("Xunit", "ThrowsAny" or "ThrowsAnyAsync")
            or ("NUnit", "Catch" or "CatchAsync")
            or ("Microsoft", "Throws" or "ThrowsAsync")
            or ("FluentAssertions" or "AwesomeAssertions", "Throw" or "ThrowAsync")
            or ("Shouldly", "Throw" or "ThrowAsync" or "ShouldThrow" or "ShouldThrowAsync");

    private static bool IsOfAnyException(IMethodSymbol method) =>
        method.TypeArguments is { Length: 1 } asked
            ? asked[0] is { Name: nameof(Exception), ContainingNamespace.Name: nameof(System) }
            : method.Name is "Catch" or "CatchAsync";
}
