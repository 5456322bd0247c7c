using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency.Sharing;

/// <summary>
/// Which values in the members of one type all requests have: static members, those of the one object, what stands in
/// a map among them, and what a cache has handed out.
/// </summary>
/// <param name="type">The type.</param>
/// <param name="isOne">Whether there is one object of it for all.</param>
/// <param name="compilation">The compilation.</param>
internal sealed class SharedValues(INamedTypeSymbol type, bool isOne, Compilation compilation)
{
    private static readonly ImmutableHashSet<string> Lookups = WordSet.Of("GetOrAdd GetValueOrDefault AddOrUpdate");

    private static readonly ImmutableHashSet<string> CacheReads = WordSet.Of("Get GetOrCreate GetOrCreateAsync");

    /// <summary>Why others have what is changed; null where nobody has, or nobody can say.</summary>
    public Tie? Of(IOperation target)
    {
        if (OfMember(target) is { } own) return own;
        var source = SourceOf(target.Bare(), target);
        return OfElement(source) ?? (OwnerOf(target.Bare()) is var owner && owner == target.Bare()
            ? OfCache(source)
            : OfCache(SourceOf(owner, target)));
    }

    /// <summary>Why others have an object of a cache; null for anything else.</summary>
    public Tie? OfCached(IOperation target) => OfCache(SourceOf(OwnerOf(target.Bare()), target));

    private static Tie? OfCache(IOperation source) =>
        source is IInvocationOperation call && IsCacheRead(call)
            ? new(null, "the cache gives each of them the same object")
            : null;

    /// <summary>The object that a chain of members begins with.</summary>
    private static IOperation OwnerOf(IOperation value)
    {
        var root = value;
        while (root is IPropertyReferenceOperation or IFieldReferenceOperation
            && ((IMemberReferenceOperation)root).Instance is { } owner) root = owner.Bare();
        return root;
    }

    private Tie? OfMember(IOperation target) => target.Bare() switch
    {
        IFieldReferenceOperation { Field: var field } reference
            when !field.GetAttributes().Any(static attribute =>
                attribute.AttributeClass?.Name == "ThreadStaticAttribute") => OfMember(field, reference.Instance),
        IPropertyReferenceOperation { Property: var property, Arguments.IsEmpty: true } reference
            when property.IsAutomatic() => OfMember(property, reference.Instance),
        _ => null,
    };

    private Tie? OfMember(ISymbol member, IOperation? owner) =>
        !SymbolEqualityComparer.Default.Equals(member.ContainingType.OriginalDefinition, type.OriginalDefinition) ? null
        : member.IsStatic ? new(member, $"'{member.Name}' is static")
        : isOne && owner is IInstanceReferenceOperation
            ? new(member, $"'{type.Name}' is registered as a singleton")
            : null;

    /// <summary>A collection that a shared map holds for a key: the map may be safe, the collection is not.</summary>
    private Tie? OfElement(IOperation source) => source switch
    {
        IPropertyReferenceOperation { Instance: { } map, Arguments.Length: 1 } => OfMember(map),
        IInvocationOperation { Instance: { } map, TargetMethod.Name: "TryGetValue" } => OfMember(map),
        IInvocationOperation { TargetMethod.Name: var name } call
            when Lookups.Contains(name) => (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } map
                ? OfMember(map)
                : null,
        _ => null,
    };

    private static bool IsCacheRead(IInvocationOperation call) =>
        (CacheReads.Contains(call.TargetMethod.Name) || call.TargetMethod.Name == "TryGetValue")
        && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.Bare().Type is { Name: "IMemoryCache" };

    /// <summary>The operation that a value was read by, through the local that keeps it.</summary>
    private IOperation SourceOf(IOperation value, IOperation place) => value switch
    {
        ILocalReferenceOperation { Local: var local } => ReadInto(local, place) ?? AskedInto(local, place) ?? value,
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol
            { MethodKind: MethodKind.LambdaMethod } } => UpdateAround(place) ?? value,
        _ => value,
    };

    /// <summary>What a local was declared with, and has still.</summary>
    private IOperation? ReadInto(ILocalSymbol local, IOperation place)
    {
        var locals = Locals.Around(place, compilation);
        var first = locals.InitializerOf(local)?.Bare();
        if (first is ICoalesceOperation either) first = either.Value.Bare();
        return first is IInvocationOperation or IPropertyReferenceOperation && locals.OnlyValueOf(local) is not null
            ? first
            : null;
    }

    /// <summary>
    /// The call that a local was filled by, <c>TryGetValue(key, out var list)</c>, unless a new object has taken its
    /// place since.
    /// </summary>
    private IInvocationOperation? AskedInto(ILocalSymbol local, IOperation place) =>
        !IsDeclaredEmpty(local) ? null
        : Bodies.Own(Bodies.Around(place)).OfType<IInvocationOperation>()
            .LastOrDefault(call =>
                call.TargetMethod.Name == "TryGetValue"
                && call.Syntax.SpanStart < place.Syntax.SpanStart
                && call.Arguments.Any(argument =>
                    argument.Parameter?.RefKind == RefKind.Out && IsLocal(argument.Value, local))) is { } asked
        && !IsReplaced(local, asked, place)
            ? asked
            : null;

    /// <summary><c>out var list</c>, or a local without a value.</summary>
    private static bool IsDeclaredEmpty(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            is SingleVariableDesignationSyntax or VariableDeclaratorSyntax { Initializer: null };

    private static bool IsLocal(IOperation target, ILocalSymbol local) =>
        (target is IDeclarationExpressionOperation { Expression: var declared } ? declared : target)
            is ILocalReferenceOperation { Local: var filled }
        && SymbolEqualityComparer.Default.Equals(filled, local);

    /// <summary>
    /// Whether the local holds another object at a place; one that is made where none was found is gone there only.
    /// </summary>
    private bool IsReplaced(ILocalSymbol local, IInvocationOperation asked, IOperation place) =>
        Locals.Around(place, compilation).MentionsOf(local).Any(mention =>
            mention.Syntax.SpanStart > asked.Syntax.Span.End
            && mention.Syntax.SpanStart < place.Syntax.SpanStart
            && Locals.Of(mention) == Mention.Reassigned
            && BranchAround(mention) is var branch
            && (branch is null || place.IsInside(branch)));

    private static IOperation? BranchAround(IOperation operation) =>
        operation.Ancestors().FirstOrDefault(static around => around.Parent is IConditionalOperation { Type: null });

    /// <summary><c>AddOrUpdate(key, …, (_, list) => …)</c>: what is updated is what others have.</summary>
    private static IOperation? UpdateAround(IOperation place) =>
        Bodies.FunctionAround(place)?.Parent is IDelegateCreationOperation creation
        && creation.User() is IInvocationOperation { TargetMethod.Name: "AddOrUpdate" } update
            ? update
            : null;
}
