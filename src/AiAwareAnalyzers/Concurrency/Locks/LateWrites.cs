using System.Runtime.CompilerServices;
using AiAwareAnalyzers.Concurrency.Maps;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency.Locks;

/// <summary>
/// Which writes of one function rely on what it has looked at under a lock that it does not hold any more: learned in
/// one walk, kept as long as the body.
/// </summary>
internal sealed class LateWrites
{
    /// <summary>How many uses of the same state stand between a look and a write that relies on it.</summary>
    private const int Patience = 16;

    private static readonly ImmutableHashSet<string> Adding = WordSet.Of(
        "Add AddRange AddFirst AddLast Enqueue Push");

    private static readonly ImmutableHashSet<string> Taking = WordSet.Of("Dequeue Pop RemoveFirst RemoveLast RemoveAt");

    private static readonly ImmutableHashSet<string> Placing = WordSet.Of("Insert RemoveAt");

    /// <summary>What a number is called that is there to be taken.</summary>
    private static readonly ImmutableHashSet<string> Numbering = WordSet.Of(
        "next id ids sequence seq serial number index offset position ticket");

    private readonly Dictionary<IOperation, LateWrite> _byOpening = new();
    private readonly ILookup<LockedRegion, StateUse> _inside;
    private readonly ILookup<LockedRegion, IConditionalOperation> _exits;
    private readonly List<GivenLocal> _given;
    private readonly List<IInvocationOperation> _pauses;
    private readonly LockedCode _locked;

    private LateWrites(LockedCode locked, Compilation compilation)
    {
        _locked = locked;
        var (code, regions) = (locked.Operations, locked.Regions);
        var uses = new StateUses(regions, compilation).In(code);
        _inside = uses.Where(static use => use.Region is not null).ToLookup(static use => use.Region!);
        _exits = code.OfType<IConditionalOperation>()
            .Where(exit => regions.Around(exit) is not null && Ways.EndIn(exit))
            .ToLookup(exit => regions.Around(exit)!);
        _given = GivenLocal.In(code);
        _pauses = code.OfType<IInvocationOperation>()
            .Where(static call => call.TargetMethod.Name is "Delay" or "Sleep")
            .ToList();
        foreach (var same in uses.ToLookup(static use => use.Place)) Learn(same.ToList());
    }

    public static LateWrites Around(IOperation operation, Compilation compilation) =>
        Facts.Of(compilation, static _ => new Functions()).Known
            .GetValue(
                Bodies.Around(operation),
                _ => new LateWrites(LockedCode.Around(operation, compilation), compilation));

    /// <summary>The first write that relies on a look under the lock that an operation takes.</summary>
    public LateWrite? After(IOperation opening) =>
        _byOpening.TryGetValue(opening, out var late) ? late
        : _locked.Regions.OpenedBy(opening) is { } region ? OrphanedElement.Behind(region, _locked)
        : null;

    /// <param name="uses">Those of one state, in the order of the source.</param>
    private void Learn(IReadOnlyList<StateUse> uses)
    {
        if (uses.Any(static use => use is { Kind: UseKind.Handed, Region: null })) return;
        for (var index = 0; index < uses.Count; index++)
            if (uses[index] is { Kind: not (UseKind.Look or UseKind.Handed) } write
                && LookBefore(uses, index) is { Region: { } region } look
                && !_byOpening.ContainsKey(region.Opening)
                && !IsClaimed(region, look)
                && !IsAskedAgain(write)
                && HarmOf(write, region) is { } harm)
                _byOpening.Add(region.Opening, new(look, write, harm));
    }

    /// <summary>
    /// The last look before a write, if it was made under a lock that was given back since, and the write stands in the
    /// open or takes the same lock again.
    /// </summary>
    private static StateUse? LookBefore(IReadOnlyList<StateUse> uses, int index)
    {
        var write = uses[index];
        for (var before = index - 1; before >= 0 && before >= index - Patience; before--)
        {
            if (uses[before] is not { IsLook: true, Region: { } region } look || look.Start == write.Start) continue;
            return region.SelfAndOuter().All(around => around.Gate is not null && !around.Holds(write.Whole))
                && IsUnderSameOrNone(write, region)
                && Ways.Lead(region.Opening, write.Whole)
                    ? look
                    : null;
        }

        return null;
    }

    private static bool IsUnderSameOrNone(StateUse write, LockedRegion region) =>
        write.Region is null
        || (write.Region.SelfAndOuter().All(static around => around.Gate is not null)
            && write.Region.SelfAndOuter().Any(around => around.Gate!.Equals(region.Gate)));

    /// <summary>Whoever writes before the lock is given back has told the others.</summary>
    private bool IsClaimed(LockedRegion region, StateUse look)
    {
        var first = _inside[region].First(use => use.IsLook && use.Place.Equals(look.Place)).Start;
        return _inside[region].Any(use =>
            use is { IsLook: false }
            && !IsTidying(use, region)
            && (use.Kind != UseKind.Step || use.Place.Equals(look.Place))
            && use.Start > first
            && !Ways.EndBefore(use.Whole, region));
    }

    /// <summary>What is too old goes before anybody asks how much there is.</summary>
    private static bool IsTidying(StateUse use, LockedRegion region) =>
        use.Call is { TargetMethod.Name: var name, Parent: IExpressionStatementOperation }
        && (name is "RemoveAll" or "RemoveWhere"
            || (Taking.Contains(name)
                && use.Whole.Ancestors().TakeWhile(region.Holds).Any(static around => around is ILoopOperation)));

    /// <summary>Whether the second lock asks anything before it writes, if not of the same state.</summary>
    private bool IsAskedAgain(StateUse write) =>
        write.Region is { } region
        && _inside[region].TakeWhile(use => use.Start < write.Start).Any(use =>
            use.IsLook
            && use.Reference.Ancestors().TakeWhile(region.Holds).Any(around =>
                around is IConditionalOperation { Condition: var condition } && use.Reference.IsInside(condition)));

    private Harm? HarmOf(StateUse write, LockedRegion region)
    {
        var looks = _inside[region].Where(use => use.IsLook && use.Place.Equals(write.Place)).ToList();
        var looked = new LookedAt(region, looks, GivenBetween(region, write));
        var condition = new Lazy<IOperation?>(() => ConditionOf(write, region, looked));
        return write switch
        {
            { Kind: UseKind.Change, Call: { } call } => HarmOfCall(call, write, looked, condition),
            { Kind: UseKind.SetElement, Key: { } key } when looked.NumberIn(key) => Harm.SameNumber,
            { Key: not null } when !looks.Exists(look => look.Key is not null && look.Covers(write)) => null,
            { Value: { } value } when looked.AreReckonedWithIn(value) => Harm.Overwritten,
            { Kind: UseKind.Set, Value: { } value } when IsEmptied(value, looked) => Harm.Cleared,
            { Kind: UseKind.Step } when looked.Copy is { } copy && IsNumberTaken(copy, write, region) =>
                Harm.SameNumber,
            { Kind: UseKind.Set } when IsWaitedFor(write, region, looked) => Harm.BothGoOn,
            _ when condition.Value is null => null,
            { Value: { } value } => value.ConstantValue.HasValue ? Harm.BothGoOn
                : Individuals.IsMadeBy(Followed(value, write)) ? Harm.TwoAreMade
                : null,
            _ => Harm.BothGoOn,
        };
    }

    private static Harm? HarmOfCall(
        IInvocationOperation call, StateUse write, LookedAt looked, Lazy<IOperation?> condition) =>
        call.TargetMethod.Name switch
        {
            "Clear" => looked.Copy is null ? null : Harm.Cleared,
            var name when Placing.Contains(name)
                && call.Arguments is [{ Value: var at }, ..]
                && looked.NumberIn(at) => Harm.SameNumber,
            var name when Taking.Contains(name) =>
                condition.Value is null && !Peeks(looked) ? null : Harm.Taken,
            var name when Adding.Contains(name) =>
                call.Arguments.Any(argument => looked.NumberIn(argument.Value)) ? Harm.SameNumber
                : condition.Value is { } asked
                    && looked.Looks.Any(look => look.Covers(write))
                    && !AsksForNothing(asked)
                    && IsAnswerIgnored(call)
                        ? Harm.BothGoOn
                        : null,
            _ => null,
        };

    private static bool Peeks(LookedAt looked) =>
        looked.Looks.Any(static look => look.Whole is IInvocationOperation { TargetMethod.Name: "Peek" });

    /// <summary>Whether anything is there at all: whoever adds to it has not asked for room.</summary>
    private static bool AsksForNothing(IOperation condition) =>
        condition.DescendantsAndSelf().Any(static part =>
            part is IBinaryOperation pair && (IsZero(pair.LeftOperand) || IsZero(pair.RightOperand))
            || part is IPropertyReferenceOperation { Property.Name: "IsEmpty" }
            || part is IInvocationOperation { TargetMethod: { Name: "Any", Parameters.Length: 1 } });

    private static bool IsZero(IOperation value) => value.ConstantValue is { HasValue: true, Value: 0 };

    /// <summary>A set tells by its answer whether the element was there.</summary>
    private static bool IsAnswerIgnored(IInvocationOperation call) =>
        call.TargetMethod.ReturnsVoid || call.Parent is IExpressionStatementOperation;

    private static bool IsEmptied(IOperation value, LookedAt looked) =>
        looked.Copy is not null
        && (value.Unconverted() is IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null } made
                && made.Type?.AllInterfaces.Any(static face => face.Name == "IEnumerable") == true
            || value.Unconverted() is { Kind: Knowledge.NewerSyntax.CollectionExpression } list
                && !list.ChildOperations.Any());

    /// <summary>Two that have read the same number both use it, whoever counts on later.</summary>
    private static bool IsNumberTaken(GivenLocal copy, StateUse write, LockedRegion region) =>
        region.Holds(copy.Place)
        && write.Reference is IMemberReferenceOperation { Member.Name: var name }
        && Words.Of(name).Any(Numbering.Contains);

    /// <summary>Two that have seen the same last time wait as long as each other, and then come together.</summary>
    private bool IsWaitedFor(StateUse write, LockedRegion region, LookedAt looked) =>
        _pauses.Exists(pause =>
            pause.Syntax.SpanStart > region.Span.End
            && pause.Syntax.SpanStart < write.Start
            && pause.Arguments.Any(argument => looked.AreAskedIn(argument.Value)));

    /// <summary>What a local was given last, before it is written somewhere.</summary>
    private IOperation Followed(IOperation value, StateUse write) =>
        value.Unconverted() is ILocalReferenceOperation { Local: var local }
        && _given.FindLast(given =>
            given.Start < write.Start && SymbolEqualityComparer.Default.Equals(given.Local, local)) is { } last
            ? last.Value
            : value;

    private IEnumerable<GivenLocal> GivenBetween(LockedRegion region, StateUse write) =>
        _given.SkipWhile(given => given.Start < region.Span.Start).TakeWhile(given => given.Start < write.Start);

    /// <summary>The condition that asks what was looked at, and has let the write happen.</summary>
    private IOperation? ConditionOf(StateUse write, LockedRegion region, LookedAt looked)
    {
        var inner = write.Whole;
        foreach (var around in write.Whole.Ancestors())
        {
            if (around is IConditionalOperation choice
                && inner != choice.Condition
                && looked.AreAskedIn(choice.Condition))
                return choice.Condition;
            if (around is IBlockOperation block && ExitBefore(inner, block, region, looked) is { } condition)
                return condition;
            if (region.Opening.IsInside(around)) break;
            inner = around;
        }

        return _exits[region].FirstOrDefault(exit =>
            Ways.LeadOutBy(exit, region) && looked.AreAskedIn(exit.Condition))?.Condition;
    }

    private static IOperation? ExitBefore(
        IOperation statement, IBlockOperation block, LockedRegion region, LookedAt looked) =>
        block.Operations.TakeWhile(before => before != statement)
            .OfType<IConditionalOperation>()
            .FirstOrDefault(exit =>
                exit.Syntax.SpanStart > region.Span.End && Ways.EndIn(exit) && looked.AreAskedIn(exit.Condition))
            ?.Condition;

    private sealed class Functions
    {
        public ConditionalWeakTable<IOperation, LateWrites> Known { get; } = new();
    }
}
