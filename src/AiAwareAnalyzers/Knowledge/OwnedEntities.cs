namespace AiAwareAnalyzers.Knowledge;

/// <summary>Things that belong to somebody: looked up by a predicate that compares their owner, or by one that forgets it.</summary>
internal static class OwnedEntities
{
    private static readonly ImmutableHashSet<string> Owners = ImmutableHashSet.Create(
        StringComparer.Ordinal, "company", "household", "organisation", "organization", "owner", "tenant", "user", "workspace");

    private static readonly ImmutableHashSet<string> Queries = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Any", "AnyAsync", "Count", "CountAsync", "Find", "First", "FirstAsync", "FirstOrDefault", "FirstOrDefaultAsync", "Single", "SingleAsync", "SingleOrDefault",
        "SingleOrDefaultAsync", "Where");

    /// <summary>The entity that a predicate chooses; null where a lambda is something else.</summary>
    public static INamedTypeSymbol? ChosenBy(IAnonymousFunctionOperation predicate)
    {
        if (predicate.Symbol.Parameters.Length != 1 || predicate.Symbol.Parameters[0].Type is not INamedTypeSymbol { TypeKind: TypeKind.Class } entity) return null;
        return QueryOf(predicate) is not null && OwnerOf(entity) is not null ? entity : null;
    }

    /// <summary><c>Orders.Find(id)</c> and <c>FindAsync(id)</c> of a set: by key, and by nothing else.</summary>
    public static INamedTypeSymbol? FoundByKey(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Find" or "FindAsync", ContainingType: { Name: "DbSet", TypeArguments: { Length: 1 } entities } } && entities[0] is INamedTypeSymbol entity && OwnerOf(entity) is not null
            ? entity
            : null;

    /// <summary>The property that says whose an entity is: <c>UserId</c>, <c>TenantId</c>, …</summary>
    public static IPropertySymbol? OwnerOf(INamedTypeSymbol entity) => entity.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(IsOwner);

    public static bool IsOwner(IPropertySymbol property) =>
        property.Name.EndsWith("Id", StringComparison.Ordinal) && Words.Of(property.Name) is { Length: 2 } words && words[1] is "id" && Owners.Contains(words[0]);

    /// <summary>The comparison of an owner.</summary>
    public static INamedTypeSymbol? ComparedIn(IBinaryOperation comparison) =>
        comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            ? OwnerIn(comparison.LeftOperand) ?? OwnerIn(comparison.RightOperand)
            : null;

    /// <summary>A query that starts at a member of the same type may be constrained there.</summary>
    public static bool StartsAtOwnMember(IOperation predicate)
    {
        var receiver = QueryOf(predicate) is { } query ? Receiver(query) : null;
        while (receiver is IInvocationOperation inner && inner.TargetMethod.ContainingNamespace?.ToDisplayString() is "System.Linq" or "Microsoft.EntityFrameworkCore") receiver = Receiver(inner);
        return receiver is IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: > 0 } or ILocalReferenceOperation;
    }

    private static IOperation? Receiver(IInvocationOperation call)
    {
        var receiver = call.Instance ?? (call.Arguments.IsEmpty ? null : call.Arguments[0].Value);
        return receiver is null ? null : Answers.Unwrapped(receiver);
    }

    private static IInvocationOperation? QueryOf(IOperation predicate)
    {
        var outer = predicate.Parent;
        while (outer is IDelegateCreationOperation or IConversionOperation or IArgumentOperation) outer = outer.Parent;
        return outer is IInvocationOperation query && Queries.Contains(query.TargetMethod.Name) ? query : null;
    }

    private static INamedTypeSymbol? OwnerIn(IOperation operand) =>
        Answers.Unwrapped(operand) is IPropertyReferenceOperation { Property: var property } && IsOwner(property) ? property.ContainingType : null;
}
