using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>
/// Things that belong to somebody: looked up by a predicate that compares their owner, or by one that forgets it.
/// </summary>
internal static class OwnedEntities
{
    private static readonly ImmutableHashSet<string> Owners = WordSet.Of(
        "company household organisation organization owner tenant user workspace");

    private static readonly ImmutableHashSet<string> Queries = WordSet.Of(
        "Any AnyAsync Count CountAsync Find First FirstAsync FirstOrDefault FirstOrDefaultAsync Single SingleAsync",
        "SingleOrDefault SingleOrDefaultAsync Where");

    private static readonly ImmutableHashSet<string> Fetching = WordSet.Of("fetch find get load read retrieve");

    private static readonly ImmutableHashSet<string> Checking = WordSet.Of(
        "authorize assert can check demand ensure has is owns require validate verify");

    /// <summary>The entity that a predicate chooses; null where a lambda is something else.</summary>
    public static INamedTypeSymbol? ChosenBy(IAnonymousFunctionOperation predicate)
    {
        if (predicate.Symbol.Parameters.Length != 1
            || predicate.Symbol.Parameters[0].Type is not INamedTypeSymbol { TypeKind: TypeKind.Class } entity)
            return null;
        return QueryOf(predicate) is { } query
            && MayBelong(entity)
            && !IsOwnPart(query, predicate)
            && !FindsWhatWasMadeHere(predicate)
                ? entity
                : null;
    }

    /// <summary>
    /// What a call fetches or checks, and whether it looks at the owner: <c>orders.GetByIdAsync(id)</c> does not,
    /// <c>orders.GetByIdAsync(id, userId)</c> and <c>EnsureOwner(order)</c> do.
    /// </summary>
    public static (INamedTypeSymbol Entity, bool IsCareful)? AskedBy(IInvocationOperation call)
    {
        if (FoundByKey(call) is { } found) return (found, false);
        if (Words.Of(call.TargetMethod.Name).FirstOrDefault() is not { } verb) return null;
        if (Fetching.Contains(verb))
            return Fetched(call) is { } row ? (row, call.Arguments.Any(IsAboutOwner)) : null;
        return Checking.Contains(verb) && HandedOver(call) is { } judged ? (judged, true) : null;
    }

    /// <summary><c>Orders.Find(id)</c> and <c>FindAsync(id)</c> of a set: by key, and by nothing else.</summary>
    private static INamedTypeSymbol? FoundByKey(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Find" or "FindAsync", ContainingType: var set }
        && EntityFramework.EntityOf(set) is INamedTypeSymbol entity
        && MayBelong(entity)
            ? entity
            : null;

    private static INamedTypeSymbol? HandedOver(IInvocationOperation call) =>
        call.Arguments.Select(static argument => argument.Value.AsWritten().Type).OfType<INamedTypeSymbol>()
            .FirstOrDefault(static type => type.TypeKind == TypeKind.Class && MayBelong(type));

    /// <summary>What a repository or a service gives for a key.</summary>
    private static INamedTypeSymbol? Fetched(IInvocationOperation call) =>
        call.Instance is not (null or IInstanceReferenceOperation)
        && call.TargetMethod.ContainingType is { TypeKind: TypeKind.Interface or TypeKind.Class } asked
        && call.Arguments.Any(static argument => argument.Parameter is { } key && IsKeyName(key.Name))
        && Tasks.Unwrap(call.TargetMethod.ReturnType) is INamedTypeSymbol { TypeKind: TypeKind.Class } entity
        && MayBelong(entity)
        && EntityFramework.EntityOf(asked) is null
            ? entity
            : null;

    /// <summary>An argument that says whose a thing has to be, by its parameter or by what it is.</summary>
    private static bool IsAboutOwner(IArgumentOperation argument) =>
        argument.ArgumentKind != ArgumentKind.DefaultValue
        && (IsOwnerName(argument.Parameter?.Name ?? "")
            || IsCaller(argument.Value)
            || argument.Value.DescendantsAndSelf().Any(static part =>
                Values.SymbolOf(part) is { } named && IsOwnerName(named.Name)));

    private static bool IsOwnerName(string name) => Words.Of(name).Any(Owners.Contains);

    private static bool IsKeyName(string name) => Words.Of(name) is { Length: > 0 } words && words[^1] is "id" or "key";

    /// <summary>The property that says whose an entity is: <c>UserId</c>, <c>TenantId</c>, …</summary>
    public static IPropertySymbol? OwnerOf(INamedTypeSymbol entity) =>
        entity.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(IsOwner);

    public static bool IsOwner(IPropertySymbol property) =>
        property.Name.EndsWith("Id", StringComparison.Ordinal)
        && Words.Of(property.Name) is { Length: 2 } words
        && words[1] is "id"
        && Owners.Contains(words[0]);

    /// <summary>
    /// The owner that is compared: a property whose name says so, or any other id that has to be that of the caller
    /// (<c>booking.SkipperId == current.Id</c>).
    /// </summary>
    public static IPropertySymbol? ComparedIn(IBinaryOperation comparison) =>
        comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            ? OwnerIn(comparison.LeftOperand, comparison.RightOperand)
                ?? OwnerIn(comparison.RightOperand, comparison.LeftOperand)
            : null;

    /// <summary>Whether an entity refers to something at all: what has no reference has no owner.</summary>
    private static bool MayBelong(INamedTypeSymbol entity) => entity.GetMembers().Any(static member =>
        member is IPropertySymbol { Name: { Length: > 2 } name } && name.EndsWith("Id", StringComparison.Ordinal));

    /// <summary>
    /// The id of who is asking: read from an object of the current user, whatever the trade calls it, or from the
    /// claims of the request.
    /// </summary>
    public static bool IsCaller(IOperation value) => IsCaller(value, Trail.Start);

    private static bool IsCaller(IOperation value, Trail trail) => !trail.IsOver && value.Unconverted() switch
    {
        IPropertyReferenceOperation { Instance: { Type: { } holder } instance } =>
            IsOfCaller(holder)
            || instance.Unconverted() is IPropertyReferenceOperation && IsCaller(instance, trail.Deeper()),
        IInvocationOperation call => call.Arguments.Select(static argument => argument.Value.Unconverted().Type)
            .Prepend(call.Instance?.Type)
            .Any(static type => type is not null && IsOfCaller(type)),
        ILocalReferenceOperation local => trail.InitialValueOf(local, out var beyond) is { } first
            && first.Unconverted() is not ILocalReferenceOperation && IsCaller(first, beyond),
        _ => false,
    };

    /// <summary><c>ICurrentUser</c>, <c>CurrentSkipper</c>, <c>ITenantContext</c>, <c>ClaimsPrincipal</c>.</summary>
    private static bool IsOfCaller(ITypeSymbol type) =>
        Words.Of(type.Name) is { Length: > 1 } words
        && (words.Contains("current") || words[^1] is "principal" || words.Contains("caller")
            || words[^1] is "context" && words.Any(Owners.Contains));

    /// <summary>A query that starts at a member of the same type may be constrained there.</summary>
    public static bool StartsAtOwnMember(IOperation predicate)
    {
        var receiver = QueryOf(predicate) is { } query ? Receiver(query) : null;
        while (receiver is IInvocationOperation inner
            && inner.TargetMethod.ContainingNamespace?.ToDisplayString() is "System.Linq"
                or EntityFramework.Space)
            receiver = Receiver(inner);
        return receiver is IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: > 0 }
            or ILocalReferenceOperation;
    }

    /// <summary>
    /// A question of a thing about the parts that it holds itself: none of them is chosen by a key that somebody gave.
    /// </summary>
    private static bool IsOwnPart(IInvocationOperation query, IAnonymousFunctionOperation predicate) =>
        query.TargetMethod.ContainingNamespace?.ToDisplayString() is "System.Linq" or "System.Collections.Generic"
        && query.TargetMethod.ContainingType.Name != "Queryable"
        && !predicate.Descendants().Any(static part =>
            part is IPropertyReferenceOperation { Property.Name: var name }
            && name.EndsWith("Id", StringComparison.Ordinal));

    /// <summary>The row that the same method has just made, read again with what belongs to it.</summary>
    private static bool FindsWhatWasMadeHere(IAnonymousFunctionOperation predicate) =>
        predicate.Descendants().OfType<IPropertyReferenceOperation>().Any(key =>
            key.Instance?.Unconverted() is ILocalReferenceOperation local
            && SymbolEqualityComparer.Default.Equals(local.Type, predicate.Symbol.Parameters[0].Type)
            && Trail.Start.InitialValueOf(local, out _)?.Unconverted() is IObjectCreationOperation);

    private static IOperation? Receiver(IInvocationOperation call)
    {
        var receiver = call.Instance ?? (call.Arguments.IsEmpty ? null : call.Arguments[0].Value);
        return receiver is null ? null : receiver.Unconverted();
    }

    private static IInvocationOperation? QueryOf(IOperation predicate)
    {
        var outer = predicate.Parent;
        while (outer is IDelegateCreationOperation or IConversionOperation or IArgumentOperation) outer = outer.Parent;
        return outer is IInvocationOperation query && Queries.Contains(query.TargetMethod.Name) ? query : null;
    }

    private static IPropertySymbol? OwnerIn(IOperation operand, IOperation other) =>
        operand.Unconverted().Without(Wrappers.ConditionalAccesses)
            is IPropertyReferenceOperation { Property: { Name: { Length: > 2 } name } property }
        && (IsOwner(property) || name.EndsWith("Id", StringComparison.Ordinal) && IsCaller(other))
            ? property
            : null;
}
