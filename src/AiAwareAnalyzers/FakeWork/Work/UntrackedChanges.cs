using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>A change of a row that no context watches.</summary>
/// <param name="Place">What is set, or the call that sets it.</param>
/// <param name="Name">The local that holds the row.</param>
/// <param name="Row">Where the row comes from.</param>
internal sealed record UntrackedChange(IOperation Place, ILocalSymbol Name, UntrackedRow Row);

/// <summary>Which changes are lost, because they are made to rows that were read without tracking.</summary>
internal sealed class UntrackedChanges(Compilation compilation)
{
    /// <summary>First words of what gives a save a reason of its own.</summary>
    private static readonly ImmutableHashSet<string> Other = WordSet.Of(
        "add append attach create delete enqueue insert mark notify publish record remove set track update");

    private readonly Contexts _contexts = Contexts.Of(compilation);
    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);
    private readonly UntrackedRows _rows = new(compilation);

    /// <summary>The first change of each row that a save is meant to store, and does not.</summary>
    public IEnumerable<UntrackedChange> LostBy(IInvocationOperation save)
    {
        if (_contexts.SavedBy(save) is not { } context) return [];

        var before = Bodies.Own(Bodies.Around(save))
            .TakeWhile(operation => operation != save)
            .Where(operation => operation.Syntax.SpanStart < save.Syntax.SpanStart)
            .ToList();
        var last = new Lazy<IOperation?>(() => LastSaveIn(before));
        return before.Exists(WritesAtOnce)
            ? []
            : before.Select(ChangeOf)
                .OfType<UntrackedChange>()
                .Where(change => IsSaved(change, save, context)
                    && (last.Value is null || change.Place.Syntax.Span.End >= last.Value.Syntax.SpanStart)
                    && !IsForOthers(change, save, before))
                .GroupBy<UntrackedChange, ISymbol>(static change => change.Name, SymbolEqualityComparer.Default)
                .Select(static changes => changes.First());
    }

    private static bool WritesAtOnce(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: var name }
        && name.StartsWith("Execute", StringComparison.Ordinal);

    /// <summary>An earlier save, which tells of all changes before it already.</summary>
    private IOperation? LastSaveIn(IEnumerable<IOperation> before) =>
        before.OfType<IInvocationOperation>()
            .OrderByDescending(static call => call.Syntax.SpanStart)
            .FirstOrDefault(call => _contexts.SavedBy(call) is not null);

    private UntrackedChange? ChangeOf(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: IMemberReferenceOperation member } => ChangeOf(member, member),
        IIncrementOrDecrementOperation { Target: IMemberReferenceOperation member } => ChangeOf(member, member),
        IInvocationOperation { Instance: ILocalReferenceOperation holder, Parent:
            IExpressionStatementOperation } call when ChangesItself(call) => ChangeOf(call, holder),
        _ => null,
    };

    private UntrackedChange? ChangeOf(IOperation place, IOperation changed)
    {
        while (changed is IMemberReferenceOperation { Member: var member, Instance: { } instance })
        {
            if (IsNotStored(member)) return null;
            changed = instance.AsWritten();
        }

        return changed is ILocalReferenceOperation holder && _rows.Of(holder) is { } row
            ? new(place, holder.Local, row)
            : null;
    }

    private static bool IsNotStored(ISymbol member) =>
        member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "NotMappedAttribute");

    /// <summary>A method of the row that sets a member of it.</summary>
    private bool ChangesItself(IInvocationOperation call) =>
        !call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
        && _summaries.Behind(call.TargetMethod) is { Length: 1 } bodies
        && bodies[0].Body is { } body
        && Bodies.Own(body).OfType<IAssignmentOperation>().Any(static assignment =>
            assignment.Target is IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: var member }
            && !IsNotStored(member));

    private bool IsSaved(UntrackedChange change, IInvocationOperation save, ITypeSymbol context) =>
        Leads(change.Place, save)
        && (change.Row.Context is { } reader
            ? reader.Inherits(context) || context.Inherits(reader)
            : IsOfSameObject(change.Row.Read, save))
        && !_rows.IsShown(change.Name, change.Row.Links, save)
        && !_rows.IsShown(change.Row, save);

    /// <summary>Repositories of which one reads and saves.</summary>
    private static bool IsOfSameObject(IInvocationOperation read, IInvocationOperation save) =>
        read.Instance is { } reader
        && save.Instance is { } saver
        && (reader is IInstanceReferenceOperation && saver is IInstanceReferenceOperation
            || (Values.VariableOrPropertyOf(reader) is { } one
                && SymbolEqualityComparer.Default.Equals(one, Values.VariableOrPropertyOf(saver))));

    /// <summary>Whether the way from a change goes on to the save.</summary>
    private static bool Leads(IOperation change, IOperation save)
    {
        for (var part = change; part.Parent is { } around; part = around)
        {
            if (save.IsInside(around)) return around is IBlockOperation or ISwitchCaseOperation or IUsingOperation;
            if (around is IBlockOperation block && Bodies.EndsBehind(part, block)) return false;
        }

        return false;
    }

    /// <summary>
    /// The row goes on as a whole, and the save may be for something else: it may have been changed for its reader.
    /// </summary>
    private bool IsForOthers(UntrackedChange change, IOperation save, List<IOperation> before) =>
        Locals.Around(save, compilation).MentionsOf(change.Name).Any(mention =>
            mention.Syntax.SpanStart > save.Syntax.Span.End
            && Values.UserOf(mention) is not (IMemberReferenceOperation or IConditionalAccessOperation))
        && before.Exists(operation => IsOther(operation, change.Name));

    private static bool IsOther(IOperation operation, ILocalSymbol row) => operation switch
    {
        IInvocationOperation { TargetMethod: var method, Instance: var holder } call =>
            !LogCalls.IsLogger(call)
            && Words.Of(method.Name) is { Length: > 0 } words
            && Other.Contains(words[0])
            && !IsOf(holder, row),
        IAssignmentOperation { Target: IMemberReferenceOperation { Instance: { } holder } } =>
            holder is not IInstanceReferenceOperation && !IsOf(holder, row),
        _ => false,
    };

    private static bool IsOf(IOperation? holder, ILocalSymbol row)
    {
        while (holder is IMemberReferenceOperation { Instance: { } instance }) holder = instance.AsWritten();
        return holder is ILocalReferenceOperation { Local: var local }
            && SymbolEqualityComparer.Default.Equals(local, row);
    }
}
