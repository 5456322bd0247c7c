using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.EdgeCases.CachedValues;

/// <summary>Which values differ from caller to caller, and decide what is made for them.</summary>
internal static class CallerValues
{
    private static readonly ImmutableHashSet<string> Plain = WordSet.Of(
        "Guid DateOnly TimeOnly DateTimeOffset TimeSpan Uri CultureInfo Expression");

    private static readonly ImmutableHashSet<string> Collections = WordSet.Of(
        "List IList IReadOnlyList IEnumerable ICollection IReadOnlyCollection HashSet ISet IReadOnlySet ImmutableArray",
        "ImmutableList");

    /// <summary>Last words of types that do something, and are not what it is done with.</summary>
    private static readonly ImmutableHashSet<string> Doers = WordSet.Of(
        "service services repository client context options settings configuration config factory provider handler",
        "manager logger store cache builder helper accessor session connection mapper unit mediator bus entry");

    /// <summary>Words of a parameter that says how a value is fetched, and not which one.</summary>
    private static readonly ImmutableHashSet<string> Ways = WordSet.Of(
        "timeout retry retries attempt attempts ttl expiry expiration expires lifetime duration parallelism batch",
        "chunk tracking correlation trace progress secret token password log logging options settings connection",
        "sliding");

    /// <summary>Words of a bool that says whether the cache is used at all.</summary>
    private static readonly ImmutableHashSet<string> Choices = WordSet.Of(
        "bypass force forced refresh fresh reload cache cached caching renew invalidate tracked");

    /// <summary>Last words of a type whose members are wishes: none of them tells the others.</summary>
    private static readonly ImmutableHashSet<string> Wishes = WordSet.Of(
        "request query filter criteria command parameters search");

    /// <summary>Words of a service that knows who calls.</summary>
    private static readonly ImmutableHashSet<string> Callers = WordSet.Of("user tenant principal identity session");

    private static readonly ImmutableHashSet<string> Present = WordSet.Of(
        "current context accessor principal session info resolver");

    /// <summary>Whether a parameter or an element decides what is made.</summary>
    public static bool Matter(ISymbol symbol, ITypeSymbol type) =>
        IsValue(type)
        && Words.Of(symbol.Name) is var words
        && !words.Any(Ways.Contains)
        && !(type.SpecialType == SpecialType.System_Boolean && words.Any(Choices.Contains))
        && !symbol.GetAttributes().Any(static attribute =>
            attribute.AttributeClass?.Name.StartsWith("Caller", StringComparison.Ordinal) == true);

    /// <summary>A key that somebody else has made.</summary>
    public static bool AreKeys(string name) =>
        Words.Of(name) is [.., var last] && last is "key" or "keys" or "prefix" or "fingerprint" or "hash";

    /// <summary>A type whose members are wishes: none of them tells the others.</summary>
    public static bool IsOfWishes(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct } && Words.Of(type.Name) is [.., var last]
        && Wishes.Contains(last);

    /// <summary>
    /// What tells who calls, where an operation reads it: <c>currentUser.Id</c>, <c>User.FindFirst(…)</c>.
    /// </summary>
    public static ITypeSymbol? OwnerOfIdentity(IOperation operation)
    {
        var owner = operation switch
        {
            IPropertyReferenceOperation { Instance: { } instance } => instance,
            IInvocationOperation { Instance: { } instance } => instance,
            IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: [{ Value: var first }, ..] } =>
                first,
            _ => null,
        };
        return owner?.AsWritten().Type is { } type && TellsCaller(type) ? type.OriginalDefinition : null;
    }

    private static bool TellsCaller(ITypeSymbol type) =>
        type.Name is "ClaimsPrincipal" or "ClaimsIdentity"
        || type.TypeKind is TypeKind.Interface or TypeKind.Class
        && Words.Of(type.Name) is var words
        && words.Any(Callers.Contains)
        && words.Any(Present.Contains)
        && !type.SelfAndBases().Any(static parent => parent.Name is "DbContext");

    private static bool IsValue(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { ElementType: not IArrayTypeSymbol and var element } => IsSingle(element),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable =>
            IsSingle(nullable.TypeArguments[0]),
        INamedTypeSymbol { TypeArguments.Length: 1 } list when Collections.Contains(list.Name) =>
            IsSingle(list.TypeArguments[0]),
        _ => IsSingle(type),
    };

    private static bool IsSingle(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum
        || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String
            or SpecialType.System_DateTime
        || (Plain.Contains(type.Name) && !Cancellations.IsToken(type))
        || IsData(type);

    /// <summary>A record, or a class of members that can be set, and no service.</summary>
    private static bool IsData(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false }
        && type.ContainingNamespace?.ToString() is { } space
        && !space.StartsWith("System", StringComparison.Ordinal)
        && !space.StartsWith("Microsoft", StringComparison.Ordinal)
        && Words.Of(type.Name) is [.., var last]
        && !Doers.Contains(last)
        && (type.IsRecord || type.GetMembers().OfType<IPropertySymbol>().Any(static member =>
            member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, SetMethod: not null }));
}
