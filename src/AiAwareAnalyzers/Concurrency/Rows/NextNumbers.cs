using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Concurrency.Rows;

/// <summary>A question for the highest number of rows, for the last of them, or for how many there are.</summary>
/// <param name="Call">The call that asks the database.</param>
/// <param name="Entity">What the rows are.</param>
/// <param name="Member">The member that holds the number; null where rows are counted.</param>
internal sealed record HighestNumber(IInvocationOperation Call, ITypeSymbol Entity, string? Member);

/// <summary>
/// Which values are one more than the highest number of the rows that are there: by whatever query, in a text, through
/// locals and helpers.
/// </summary>
internal sealed class NextNumbers(Compilation compilation)
{
    /// <summary>How many locals, helpers and steps of a query stand between a value and its table.</summary>
    private const int Patience = 12;

    /// <summary>How many values of one local, or answers of one helper, are followed.</summary>
    private const int Ways = 3;

    private static readonly ImmutableHashSet<string> Counting = WordSet.Of(
        "Count CountAsync LongCount LongCountAsync");

    private static readonly ImmutableHashSet<string> Greatest = WordSet.Of("Max MaxAsync");

    private static readonly ImmutableHashSet<string> Single = WordSet.Of(
        "First FirstAsync FirstOrDefault FirstOrDefaultAsync Last LastAsync LastOrDefault LastOrDefaultAsync MaxBy",
        "SingleOrDefault SingleOrDefaultAsync");

    private static readonly ImmutableHashSet<string> Ordering = WordSet.Of(
        "OrderBy OrderByDescending MaxBy");

    /// <summary>What makes a number of a text, or another text of one.</summary>
    private static readonly ImmutableHashSet<string> Reading = WordSet.Of(
        "Parse ToInt32 ToInt64 Substring Replace Split Trim TrimStart TrimEnd GetValueOrDefault Last First Max Abs");

    private static readonly ImmutableHashSet<string> Writing = WordSet.Of("ToString PadLeft Format Concat Create");

    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);

    /// <summary>The question whose answer, and one more, a value is; null for anything else.</summary>
    public HighestNumber? Behind(IOperation value) => Next(value, Trail.OfSteps(Patience));

    private HighestNumber? Next(IOperation value, Trail trail)
    {
        if (trail.IsOver || CallStack.IsNearlyFull) return null;
        var further = trail.Deeper();
        return value.Bare() switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => NextBy(sum, further),
            IIncrementOrDecrementOperation { Kind: OperationKind.Increment, Target: var counter } =>
                Highest(counter, further),
            ICoalesceOperation either => Next(either.Value, further) ?? Next(either.WhenNull, further),
            IConditionalOperation { WhenFalse: { } otherwise } choice =>
                Next(choice.WhenTrue, further) ?? Next(otherwise, further),
            IConditionalAccessOperation access => Next(access.Operation, further),
            IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>()
                .Select(part => Next(part.Expression, further))
                .FirstOrDefault(static found => found is not null),
            IObjectCreationOperation { Arguments: var given } => NextAmong(given, further),
            IInvocationOperation call => NextBy(call, trail),
            ILocalReferenceOperation local => ValuesOf(local, trail, out var beyond)
                .Select(given => Next(given, beyond) ?? (IsRaised(local) ? Highest(given, beyond) : null))
                .FirstOrDefault(static found => found is not null),
            _ => null,
        };
    }

    /// <summary>One more than a number, or a text that ends or begins with it.</summary>
    private HighestNumber? NextBy(IBinaryOperation sum, Trail trail) =>
        sum.Type?.SpecialType == SpecialType.System_String
            ? Next(sum.LeftOperand, trail) ?? Next(sum.RightOperand, trail)
            : IsStep(sum.RightOperand) ? Highest(sum.LeftOperand, trail)
            : IsStep(sum.LeftOperand) ? Highest(sum.RightOperand, trail)
            : null;

    /// <summary>What is written out, what a helper answers, what a value is made of.</summary>
    private HighestNumber? NextBy(IInvocationOperation call, Trail trail) =>
        Writing.Contains(call.TargetMethod.Name) && call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
            ? (call.Instance is { } written ? Next(written, trail.Deeper()) : null)
                ?? NextAmong(call.Arguments, trail.Deeper())
            : AnswersOf(call, trail, out var further).Select(answer => Next(answer, further))
                .FirstOrDefault(static found => found is not null);

    private HighestNumber? NextAmong(ImmutableArray<IArgumentOperation> arguments, Trail trail) =>
        arguments.Select(argument => Next(argument.Value, trail)).FirstOrDefault(static found => found is not null);

    private HighestNumber? Highest(IOperation value, Trail trail)
    {
        if (trail.IsOver || CallStack.IsNearlyFull) return null;
        var further = trail.Deeper();
        return value.Bare() switch
        {
            ICoalesceOperation either => Highest(either.Value, further),
            IConditionalOperation { WhenFalse: { } otherwise } choice =>
                Highest(choice.WhenTrue, further) ?? Highest(otherwise, further),
            IConditionalAccessOperation { Operation: var row, WhenNotNull: var read } =>
                read.Bare() is IPropertyReferenceOperation { Property: var member }
                    ? OfRow(row, member, further)
                    : Highest(row, further),
            IPropertyReferenceOperation { Instance: { } owner } read =>
                read.Property is { Name: "Value", ContainingType.OriginalDefinition.SpecialType:
                    SpecialType.System_Nullable_T }
                    ? Highest(owner, further)
                    : OfRow(owner, read.Property, further),
            IArrayElementReferenceOperation { ArrayReference: var parts } => Highest(parts, further),
            IInvocationOperation call => HighestBy(call, trail),
            ILocalReferenceOperation local => ValuesOf(local, trail, out var beyond)
                .Select(given => Highest(given, beyond))
                .FirstOrDefault(static found => found is not null),
            _ => null,
        };
    }

    private HighestNumber? HighestBy(IInvocationOperation call, Trail trail) =>
        OfQuery(call, trail.Deeper())
        ?? (Reading.Contains(call.TargetMethod.Name)
            && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } read
                ? Highest(read, trail.Deeper())
                : AnswersOf(call, trail, out var further).Select(answer => Highest(answer, further))
                    .FirstOrDefault(static found => found is not null));

    /// <summary>The last row, of which a member is read afterwards.</summary>
    private HighestNumber? OfRow(IOperation row, IPropertySymbol member, Trail trail) => row.Bare() switch
    {
        _ when trail.IsOver || CallStack.IsNearlyFull => null,
        ILocalReferenceOperation local => ValuesOf(local, trail, out var further)
            .Select(given => OfRow(given, member, further))
            .FirstOrDefault(static found => found is not null),
        IPropertyReferenceOperation { Instance: { } owner, Type: var held } when held?.SpecialType
            == SpecialType.System_String || held?.IsValueType == true => OfRow(owner, member, trail.Deeper()),
        IInvocationOperation call when Single.Contains(call.TargetMethod.Name) =>
            RowsBehind(call, trail) is { IsOrdered: true, Selected: null } rows
                ? new(call, rows.Entity, member.Name)
                : null,
        IInvocationOperation call => AnswersOf(call, trail, out var further)
            .Select(answer => OfRow(answer, member, further))
            .FirstOrDefault(static found => found is not null),
        _ => null,
    };

    /// <summary><c>Max(i => i.Number)</c>, <c>Select(i => i.Number).Max()</c>, <c>Count()</c>, the first of an order.
    /// </summary>
    private HighestNumber? OfQuery(IInvocationOperation ending, Trail trail)
    {
        var name = ending.TargetMethod.Name;
        var isGreatest = Greatest.Contains(name);
        if (!isGreatest && !Counting.Contains(name) && !Single.Contains(name)) return null;
        if (RowsBehind(ending, trail) is not { } rows) return null;
        return Counting.Contains(name) ? new(ending, rows.Entity, null)
            : rows.Selected is { } member && (isGreatest || rows.IsOrdered) ? new(ending, rows.Entity, member)
            : null;
    }

    /// <summary>The rows that a query is about, the member that it selects, whether it puts them in order.</summary>
    private (ITypeSymbol Entity, string? Selected, bool IsOrdered)? RowsBehind(IInvocationOperation ending, Trail trail)
    {
        string? selected = null;
        var isOrdered = false;
        IOperation? step = ending;
        for (; !trail.IsOver; trail = trail.Deeper())
            switch (step?.Bare())
            {
                case { Type: var type } set when EntityFramework.EntityOf(type) is { } entity:
                    return (entity, selected, isOrdered);
                case IInvocationOperation call:
                    var name = call.TargetMethod.Name;
                    isOrdered |= Ordering.Contains(name);
                    if (Greatest.Contains(name) || name == "Select") selected ??= SelectedBy(call);
                    if (name is "GroupBy" or "Join" or "SelectMany") return null;
                    if (IsSource(call)) return QueriedBy(call.Type) is { } row ? (row, selected, isOrdered) : null;
                    step = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
                    break;
                case ILocalReferenceOperation local when trail.InitialValueOf(local, out var further) is { } first:
                    step = first;
                    trail = further;
                    break;
                default: return null;
            }

        return null;
    }

    /// <summary>A repository that hands its rows out, to be asked in whatever way.</summary>
    private static bool IsSource(IInvocationOperation call) =>
        !call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
        && call.TargetMethod.ReducedFrom is null;

    private static ITypeSymbol? QueriedBy(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "IQueryable", TypeArguments: { Length: 1 } rows } ? rows[0] : null;

    private static string? SelectedBy(IInvocationOperation call) =>
        call.Arguments.Select(static argument => argument.Value.Lambda())
            .FirstOrDefault(static lambda => lambda is not null) is { } selector
        && selector.Result() is { } result
            ? result.DescendantsAndSelf().OfType<IPropertyReferenceOperation>()
                .FirstOrDefault(static read => read.Instance?.Bare() is IParameterReferenceOperation)?.Property.Name
            : null;

    /// <summary>All that a local is given, in its declaration and afterwards, also by a parser.</summary>
    private IEnumerable<IOperation> ValuesOf(ILocalReferenceOperation local, Trail trail, out Trail further) =>
        trail.TryPass(local.Local, out further)
            ? GivenTo(local).Take(Ways)
            : [];

    private static IEnumerable<IOperation> GivenTo(ILocalReferenceOperation local)
    {
        if (Values.InitialValueOf(local) is { } first) yield return first;
        foreach (var operation in Bodies.Own(Bodies.Around(local)))
            if (operation is ISimpleAssignmentOperation assignment && Is(assignment.Target, local))
                yield return assignment.Value;
            else if (operation is IInvocationOperation { Arguments: { Length: > 1 } given }
                && given.Any(argument => argument.Parameter?.RefKind == RefKind.Out && Is(argument.Value, local)))
                yield return given[0].Value;
    }

    /// <summary><c>next++</c>, <c>next += 1</c>.</summary>
    private static bool IsRaised(ILocalReferenceOperation local) =>
        Bodies.Own(Bodies.Around(local)).Any(operation => operation switch
        {
            IIncrementOrDecrementOperation { Kind: OperationKind.Increment, Target: var target } => Is(target, local),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } raise =>
                Is(raise.Target, local) && IsStep(raise.Value),
            _ => false,
        });

    private static bool Is(IOperation value, ILocalReferenceOperation local) =>
        value.DescendantsAndSelf().OfType<ILocalReferenceOperation>().FirstOrDefault() is { Local: var other }
        && value.Bare() is ILocalReferenceOperation or IDeclarationExpressionOperation
        && SymbolEqualityComparer.Default.Equals(other, local.Local);

    private static bool IsStep(IOperation value) =>
        value.Bare().ConstantValue is { HasValue: true, Value: 1 or 1L or (short)1 or 1m };

    private IEnumerable<IOperation> AnswersOf(IInvocationOperation call, Trail trail, out Trail further) =>
        trail.TryPass(call.TargetMethod.OriginalDefinition, out further)
        && _summaries.Behind(call.TargetMethod) is { Length: 1 } bodies
            ? bodies[0].Answers.Take(Ways)
            : [];
}
