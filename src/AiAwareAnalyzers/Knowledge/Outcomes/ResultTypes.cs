using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Knowledge.Outcomes;

/// <summary>
/// Types that can say that something failed: a flag (<c>IsSuccess</c>, <c>HasError</c>) beside a value or an error.
/// </summary>
internal sealed partial class ResultTypes
{
    private static readonly ImmutableHashSet<string> Succeeding = WordSet.Of(
        "Success IsSuccess Succeeded IsSuccessful Successful WasSuccessful IsSucceeded Ok IsOk IsValid");

    private static readonly ImmutableHashSet<string> Failing = WordSet.Of(
        "Failed IsFailure IsFailed Failure HasFailed HasError HasErrors IsError HasFailure");

    private static readonly ImmutableHashSet<string> Explaining = WordSet.Of(
        "Error Errors ErrorMessage ErrorMessages Message Messages Exception Reason ErrorCode Code Status Problem",
        "Failures FirstError Detail Details");

    private static readonly ImmutableHashSet<string> Valued = WordSet.Of(
        "Value Data Result Item Payload Content Response Model Entity");

    /// <summary>Unions that hold either a value or an error, and have no flag.</summary>
    private static readonly ImmutableHashSet<string> Unions = WordSet.Of(
        "Result Either OneOf ErrorOr Outcome Fin Validation");

    private readonly ConcurrentDictionary<ITypeSymbol, Shape?> _shapes = new(SymbolEqualityComparer.Default);

    private ResultTypes()
    {
    }

    public static ResultTypes Of(Compilation compilation) => Facts.Of(compilation, static _ => new ResultTypes());

    /// <summary>Whether a failure can travel in a value of this type.</summary>
    public bool IsResult(ITypeSymbol type) => ShapeOf(type) is not null || Unions.Contains(type.Name);

    /// <summary>The members through which a type tells success from failure; null where it has none.</summary>
    public Shape? ShapeOf(ITypeSymbol type) => _shapes.GetOrAdd(type, static t => Read(t));

    /// <summary>Whether a name is that of a flag, and what its being true means.</summary>
    public static Saying SayingOfFlag(string name)
    {
        var property = char.ToUpperInvariant(name[0]) + name[1..];
        return Succeeding.Contains(property)
            ? Saying.Success
            : Failing.Contains(property) ? Saying.Failure : Saying.Nothing;
    }

    private static Shape? Read(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { IsTupleType: true } tuple) return FromMembers(tuple.TupleElements);
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface)
            || type.SpecialType != SpecialType.None
            || IsRegexMatch(type))
            return null;
        return FromMembers(MembersOf(type));
    }

    /// <summary>
    /// <c>Match</c> and <c>Group</c> have a <c>Success</c> and a <c>Value</c>; not matching is no failure.
    /// </summary>
    private static bool IsRegexMatch(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: "RegularExpressions", ContainingNamespace.Name: "Text" };

    private static Shape? FromMembers(IEnumerable<ISymbol> members)
    {
        ISymbol? flag = null, value = null, error = null;
        foreach (var member in members)
        {
            if (flag is null
                && TypeNames.TypeOf(member)?.SpecialType == SpecialType.System_Boolean
                && SayingOfFlag(member.Name) != Saying.Nothing)
                flag = member;
            else if (error is null && IsNamed(member, Explaining)) error = member;
            else if (value is null && (IsNamed(member, Valued) || member is IFieldSymbol)) value = member;
        }

        return flag is null || (value is null && error is null)
            ? null
            : new Shape(flag, SayingOfFlag(flag.Name), value, error);
    }

    private static bool IsNamed(ISymbol member, ImmutableHashSet<string> names) =>
        names.Contains(char.ToUpperInvariant(member.Name[0]) + member.Name[1..]);

    /// <summary>The readable public instance properties of a type and what it inherits.</summary>
    private static IEnumerable<ISymbol> MembersOf(ITypeSymbol type)
    {
        for (var candidate = type; candidate is { SpecialType: SpecialType.None }; candidate = candidate.BaseType)
            foreach (var property in candidate.GetMembers().OfType<IPropertySymbol>())
                if (property is { IsStatic: false, IsIndexer: false, GetMethod: not null,
                    DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, Name.Length: > 0 })
                    yield return property;
        foreach (var property in type.AllInterfaces.SelectMany(contract =>
            contract.GetMembers().OfType<IPropertySymbol>()))
            if (property is { IsStatic: false, IsIndexer: false, Name.Length: > 0 })
                yield return property;
    }

    /// <summary>What a Result says.</summary>
    internal enum Saying
    {
        Nothing,
        Success,
        Failure,
    }

    /// <summary>The members of a Result type.</summary>
    /// <param name="Flag">The property that is asked.</param>
    /// <param name="Meaning">What it means when the flag is true.</param>
    /// <param name="Value">Where the value is.</param>
    /// <param name="Error">Where the reason of a failure is.</param>
    internal sealed record Shape(ISymbol Flag, Saying Meaning, ISymbol? Value, ISymbol? Error);
}
