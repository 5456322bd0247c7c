using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency.Locks;

/// <summary>Which state the code of one function uses, and how.</summary>
/// <param name="regions">The locks that the function holds.</param>
/// <param name="compilation">The compilation.</param>
internal sealed class StateUses(LockedRegions regions, Compilation compilation)
{
    private static readonly ImmutableHashSet<string> Changing = WordSet.Of(
        "Add AddRange AddFirst AddLast Insert InsertRange TryAdd Enqueue Push Append Remove RemoveAt RemoveAll",
        "RemoveRange RemoveFirst RemoveLast RemoveWhere Clear Dequeue Pop TryDequeue TryPop UnionWith ExceptWith");

    /// <summary>Calls that ask about one key or one element.</summary>
    private static readonly ImmutableHashSet<string> Asking = WordSet.Of(
        "ContainsKey TryGetValue GetValueOrDefault Contains IndexOf");

    /// <summary>Calls that change what is about one key or one element.</summary>
    private static readonly ImmutableHashSet<string> Keyed = WordSet.Of(
        "Add TryAdd Enqueue Push AddLast AddFirst Remove");

    /// <summary>Variables that are locked themselves, and so are more than a variable.</summary>
    private readonly HashSet<Place> _gates = new(regions.All.Select(static region => region.Gate).OfType<Place>());

    /// <summary>What methods of the type do, for those that are called more than once.</summary>
    private readonly Dictionary<ISymbol, List<StateUse>> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>In the order of the source.</summary>
    public List<StateUse> In(IReadOnlyList<IOperation> code) =>
        code.Select(operation => Own(operation) is { } own ? [own] : OfMember(operation))
            .SelectMany(static uses => uses)
            .OrderBy(static use => use.Start)
            .ToList();

    /// <summary>What a method or property of the type does when it is called here.</summary>
    private IEnumerable<StateUse> OfMember(IOperation operation) => operation switch
    {
        IInvocationOperation call when IsOwn(call.Instance, call.TargetMethod, call) => In(call.TargetMethod, call),
        IPropertyReferenceOperation { Property.GetMethod: { } getter, Arguments.IsEmpty: true } property
            when !property.Property.IsAutomatic() && IsOwn(property.Instance, getter, property) =>
            In(getter, property),
        _ => [],
    };

    private bool IsOwn(IOperation? owner, IMethodSymbol method, IOperation place) =>
        owner is null or IInstanceReferenceOperation
        && !method.DeclaringSyntaxReferences.IsEmpty
        && method is { IsAbstract: false, IsVirtual: false, IsOverride: false }
        && SymbolEqualityComparer.Default.Equals(
            method.ContainingType, Semantics.Of(compilation).TypeAround(place.Syntax));

    private IEnumerable<StateUse> In(IMethodSymbol method, IOperation place) =>
        In(method).Select(use => new StateUse(
            use.Place,
            use.IsLook ? UseKind.Look : UseKind.Handed,
            place,
            place,
            regions.Around(place))
        {
            Key = use.Key is null ? null : GivenFor(use.Key, place) ?? use.Key,
        });

    private List<StateUse> In(IMethodSymbol method)
    {
        if (!_methods.TryGetValue(method.OriginalDefinition, out var uses))
            _methods[method.OriginalDefinition] = uses = MethodSummaries.Of(compilation).Of(method).Body is { } body
                ? Bodies.Own(body)
                    .Select(Own)
                    .OfType<StateUse>()
                    .Where(static use => use.Place.Variable is null)
                    .ToList()
                : new();
        return uses;
    }

    /// <summary>The argument that a parameter gets.</summary>
    private static IOperation? GivenFor(IOperation key, IOperation place) =>
        place is IInvocationOperation call
        && key.AsWritten() is IParameterReferenceOperation { Parameter: var parameter }
            ? call.Arguments.FirstOrDefault(argument =>
                argument.Parameter?.Ordinal == parameter.Ordinal)?.Value
            : null;

    /// <summary>The use that a reference itself makes of what it names.</summary>
    private StateUse? Own(IOperation reference)
    {
        if (reference is not (IFieldReferenceOperation or IPropertyReferenceOperation or ILocalReferenceOperation
                or IParameterReferenceOperation)
            || Place.Of(reference) is not { } place
            || place.IsVariable && !_gates.Contains(place)
            || IsPartOfLonger(reference)
            || reference.Type?.ContainingNamespace?.Name == "Concurrent")
            return null;
        return UseOf(reference, place);
    }

    private static bool IsPartOfLonger(IOperation reference) =>
        reference.Parent is IMemberReferenceOperation member
        && member.Instance == reference
        && Place.Of(member) is not null;

    private StateUse UseOf(IOperation reference, Place place)
    {
        var value = reference;
        while (Unwrapping.Is(value.Parent, Wrappers.Parentheses | Wrappers.ImplicitConversions)) value = value.Parent!;
        return value.Parent switch
        {
            ISimpleAssignmentOperation { Value: var given } set when set.Target == value =>
                Use(UseKind.Set, set) with { Value = given },
            ICompoundAssignmentOperation or IIncrementOrDecrementOperation when IsTarget(value) =>
                Use(UseKind.Step, value.Parent),
            IPropertyReferenceOperation { Arguments.Length: 1 } element when element.Instance == value =>
                OfElement(element, element.Arguments[0].Value),
            IArrayElementReferenceOperation { Indices.Length: 1 } element when element.ArrayReference == value =>
                OfElement(element, element.Indices[0]),
            IInvocationOperation call when call.Instance == value => OfCall(call),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } handed => Use(UseKind.Handed, handed),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } call } =>
                Use(UseKind.Look, call) with { Key = KeyOf(call, 1) },
            ITupleOperation tuple when tuple.Parent is IDeconstructionAssignmentOperation pair
                && pair.Target == tuple => Use(UseKind.Handed, pair),
            _ => Use(UseKind.Look, reference),
        };

        StateUse Use(UseKind kind, IOperation whole) => new(place, kind, reference, whole, regions.Around(whole));

        StateUse OfElement(IOperation element, IOperation key) => element.Parent switch
        {
            ISimpleAssignmentOperation { Value: var given } set when set.Target == element =>
                Use(UseKind.SetElement, set) with { Key = key, Value = given },
            ICompoundAssignmentOperation or IIncrementOrDecrementOperation when IsTarget(element) =>
                Use(UseKind.StepElement, element.Parent) with { Key = key },
            _ => Use(UseKind.Look, element) with { Key = key },
        };

        StateUse OfCall(IInvocationOperation call) =>
            Changing.Contains(call.TargetMethod.Name) && reference.Type?.ContainingNamespace?.Name != "Immutable"
                ? Use(UseKind.Change, call) with
                {
                    Key = Keyed.Contains(call.TargetMethod.Name) ? call.Arguments.FirstOrDefault()?.Value : null,
                }
                : Use(UseKind.Look, call) with { Key = KeyOf(call, 0) };
    }

    private static IOperation? KeyOf(IInvocationOperation call, int position) =>
        Asking.Contains(call.TargetMethod.Name) && call.Arguments.Length > position
            ? call.Arguments[position].Value
            : null;

    private static bool IsTarget(IOperation value) => value.Parent switch
    {
        ICompoundAssignmentOperation sum => sum.Target == value,
        _ => true,
    };
}
