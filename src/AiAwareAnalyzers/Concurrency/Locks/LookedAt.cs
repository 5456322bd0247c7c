using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency.Locks;

/// <summary>What the code knows of a piece of state since it looked at it under a lock.</summary>
internal sealed class LookedAt
{
    /// <summary>Calls that tell of a value no more than it says itself.</summary>
    private static readonly ImmutableHashSet<string> Plain = WordSet.Of(
        "Any Count Contains Equals IsNullOrEmpty IsNullOrWhiteSpace HasFlag Max Min");

    /// <summary>Calls that copy a collection.</summary>
    private static readonly ImmutableHashSet<string> Copying = WordSet.Of(
        "ToList ToArray ToHashSet ToDictionary ToImmutableArray ToImmutableList");

    private readonly HashSet<IOperation> _references;
    private readonly Dictionary<ISymbol, GivenLocal> _locals = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _counted = new(SymbolEqualityComparer.Default);
    private readonly LockedRegion _region;

    /// <param name="region">Where the lock was held.</param>
    /// <param name="looks">The looks at one state in there.</param>
    /// <param name="given">The locals that get a value from there on, in order.</param>
    public LookedAt(LockedRegion region, IReadOnlyList<StateUse> looks, IEnumerable<GivenLocal> given)
    {
        _region = region;
        Looks = looks;
        _references = new(looks.Select(static look => look.Reference));
        foreach (var local in given)
            if (local.Value == local.Place) _counted.Add(local.Local);
            else if (Tells(local) && !_locals.ContainsKey(local.Local)) _locals.Add(local.Local, local);
    }

    public IReadOnlyList<StateUse> Looks { get; }

    /// <summary>Whether a condition asks what the look has told.</summary>
    public bool AreAskedIn(IOperation condition) => condition.DescendantsAndSelf().Any(IsTold);

    /// <summary>Whether a number that the look has told is part of a value, and not only spoken of.</summary>
    public bool NumberIn(IOperation value) =>
        !Speaks(value.AsWritten())
        && Bodies.Own(value, Speaks)
            .Any(part => part is ILocalReferenceOperation { Local: var local } && IsNumber(local.Type) && IsTold(part));

    /// <summary>A text or a call that gets a number, and is something else than the number.</summary>
    private static bool Speaks(IOperation part) => part is IInterpolatedStringOperation or IInvocationOperation;

    /// <summary>Whether a value is computed from the state as it was, and not only handed through.</summary>
    public bool AreReckonedWithIn(IOperation value) => AreReckonedWithIn(value, Trail.Start);

    /// <summary>Whether the state was copied as it was: the number into a local, the collection into another.</summary>
    public GivenLocal? Copy => _locals.Values.FirstOrDefault(given =>
        _region.Holds(given.Place) && (IsLook(given.Value) || IsCopied(given.Value.AsWritten())));

    private bool AreReckonedWithIn(IOperation value, Trail trail) =>
        value.AsWritten() is ILocalReferenceOperation { Local: var local }
            ? _locals.TryGetValue(local, out var given)
                && (_counted.Contains(local)
                    || (trail.TryPass(local, out var further) && AreReckonedWithIn(given.Value, further)))
            : !IsLook(value) && DerivesFrom(value, trail);

    private bool Tells(GivenLocal given) =>
        _region.Holds(given.Place)
            ? AreAskedIn(given.Value) || IsChosenInside(given.Place)
            : AreAskedIn(given.Value) && !given.Value.DescendantsAndSelf().Any(IsForeign);

    /// <summary>Whether the look decides which value a local gets: <c>if (!_running) mayStart = true;</c>.</summary>
    private bool IsChosenInside(IOperation place) =>
        place.Ancestors()
            .TakeWhile(_region.Holds)
            .Any(around => around is IConditionalOperation choice && AreAskedIn(choice.Condition));

    private static bool IsForeign(IOperation part) =>
        part is IAwaitOperation or IObjectCreationOperation
        || (part is IInvocationOperation call && !Plain.Contains(call.TargetMethod.Name) && !KeepsKind(call));

    /// <summary>A call that makes another one of a value that does not change.</summary>
    private static bool KeepsKind(IInvocationOperation call) =>
        call.Instance is { Type: { } kind } && SymbolEqualityComparer.Default.Equals(kind, call.Type);

    private bool IsTold(IOperation part) =>
        _references.Contains(part)
        || (part is ILocalReferenceOperation { Local: var local } && _locals.ContainsKey(local));

    /// <summary>Whether a value is the state or its element itself.</summary>
    private bool IsLook(IOperation value) =>
        Looks.Any(look => look.Reference == value.AsWritten() || look.Whole == value.AsWritten() && IsValue(look));

    /// <summary>An element, and no answer about one.</summary>
    private static bool IsValue(StateUse look) =>
        look.Whole is not IInvocationOperation { TargetMethod.Name: not ("TryGetValue" or "GetValueOrDefault") };

    private bool IsCopied(IOperation value) => value switch
    {
        IInvocationOperation { TargetMethod.Name: var name } call =>
            Copying.Contains(name) && Looks.Any(look => look.Whole == call),
        IObjectCreationOperation { Arguments: [{ Value: var source }, ..] } => IsLook(source),
        { Kind: Knowledge.NewerSyntax.CollectionExpression } => value.Descendants().Any(_references.Contains),
        _ => false,
    };

    /// <summary>Arithmetic, <c>with</c>, and calls of the state itself that give another of its kind.</summary>
    private bool DerivesFrom(IOperation value, Trail trail)
    {
        var written = value.Unconverted();
        return written switch
        {
            _ when CallStack.IsNearlyFull || trail.IsOver => false,
            _ when IsLook(written) => true,
            ILocalReferenceOperation { Local: var local } =>
                _locals.TryGetValue(local, out var given)
                && trail.TryPass(local, out var further)
                && DerivesFrom(given.Value, further),
            IBinaryOperation { OperatorKind: not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals) } sum =>
                DerivesFrom(sum.LeftOperand, trail.Deeper()) || DerivesFrom(sum.RightOperand, trail.Deeper()),
            IUnaryOperation { Operand: var operand } => DerivesFrom(operand, trail.Deeper()),
            IWithOperation { Operand: var copied } => DerivesFrom(copied, trail.Deeper()),
            IConditionalOperation { WhenFalse: { } otherwise } choice =>
                DerivesFrom(choice.WhenTrue, trail.Deeper()) || DerivesFrom(otherwise, trail.Deeper()),
            IInvocationOperation { TargetMethod.ContainingType.Name: "Math" } call =>
                call.Arguments.Any(argument => DerivesFrom(argument.Value, trail.Deeper())),
            IInvocationOperation { Instance: { } instance } call =>
                KeepsKind(call) && DerivesFrom(instance, trail.Deeper()),
            _ => false,
        };
    }

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType
        is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16
        or SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_Byte;
}
