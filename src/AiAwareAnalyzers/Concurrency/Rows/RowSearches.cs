using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Concurrency.Rows;

/// <summary>
/// Reads conditions that hang on a search for a row, also where a helper or a repository does the search.
/// </summary>
internal sealed class RowSearches(Compilation compilation)
{
    /// <summary>How many locals and helpers stand between a condition and its search.</summary>
    private const int Patience = 4;

    private static readonly ImmutableHashSet<string> Endings = WordSet.Of(
        "Any AnyAsync Count CountAsync FirstOrDefault FirstOrDefaultAsync SingleOrDefault SingleOrDefaultAsync");

    /// <summary>Steps of a query that leave it one about the same rows; an order speaks of the last of many.</summary>
    private static readonly ImmutableHashSet<string> Steps = WordSet.Of(
        "Where AsNoTracking AsTracking AsQueryable Include ThenInclude IgnoreQueryFilters TagWith AsSplitQuery");

    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);

    /// <summary>What a condition asks a search, if it asks nothing else.</summary>
    public RowQuestion? Of(IOperation condition) => Of(condition, Trail.OfSteps(Patience));

    private RowQuestion? Of(IOperation condition, Trail trail) => condition.Bare() switch
    {
        _ when CallStack.IsNearlyFull => null,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation => Of(negation.Operand, trail)?.Turned(),
        IBinaryOperation comparison => OfComparison(comparison, trail),
        IIsPatternOperation test => OfPattern(test, trail),
        ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } local
            when trail.InitialValueOf(local, out var further) is { } answer => Of(answer, further),
        IInvocationOperation { Type: { } type } call
            when Tasks.Unwrap(type).SpecialType == SpecialType.System_Boolean =>
            SearchBy(call, trail) is { } search ? new(search, true) : AskedThrough(call, trail),
        _ => null,
    };

    /// <summary><c>found != null</c>, <c>count &gt; 0</c>, <c>exists == false</c>.</summary>
    private RowQuestion? OfComparison(IBinaryOperation comparison, Trail trail) =>
        comparison.RightOperand.Bare().ConstantValue is not { HasValue: true, Value: var constant } ? null
        : (comparison.OperatorKind, constant) switch
        {
            (BinaryOperatorKind.NotEquals, null or 0) or (BinaryOperatorKind.GreaterThan, 0) =>
                Found(comparison.LeftOperand, trail),
            (BinaryOperatorKind.Equals, null or 0) => Found(comparison.LeftOperand, trail)?.Turned(),
            (BinaryOperatorKind.Equals, true) => Of(comparison.LeftOperand, trail),
            (BinaryOperatorKind.Equals, false) => Of(comparison.LeftOperand, trail)?.Turned(),
            _ => null,
        };

    private RowQuestion? OfPattern(IIsPatternOperation test, Trail trail) => test.Pattern switch
    {
        INegatedPatternOperation { Pattern: var denied } => OfPattern(test.Value, denied, trail)?.Turned(),
        var pattern => OfPattern(test.Value, pattern, trail),
    };

    private RowQuestion? OfPattern(IOperation value, IPatternOperation pattern, Trail trail) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } =>
            Found(value, trail)?.Turned(),
        IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } =>
            Found(value, trail),
        _ => null,
    };

    private RowQuestion? Found(IOperation value, Trail trail) =>
        Behind(value, trail) is { } search ? new(search, true) : null;

    /// <summary>The search whose row, or whose count, a value is.</summary>
    private RowSearch? Behind(IOperation value, Trail trail) => value.Bare() switch
    {
        _ when CallStack.IsNearlyFull => null,
        ILocalReferenceOperation local when trail.InitialValueOf(local, out var further) is { } first =>
            Behind(first, further),
        IInvocationOperation call => SearchBy(call, trail),
        _ => null,
    };

    private RowSearch? SearchBy(IInvocationOperation call, Trail trail) =>
        OfQuery(call) ?? OfGivenPredicate(call) ?? OfHelper(call, trail);

    /// <summary>A query over a set of rows, with all its conditions.</summary>
    private static RowSearch? OfQuery(IInvocationOperation ending)
    {
        if (!Endings.Contains(ending.TargetMethod.Name)) return null;

        var members = ImmutableArray<string>.Empty;
        var overlaps = false;
        var narrowing = Narrowing.None;
        for (var step = ending; IsAskingStep(step) || step == ending;)
        {
            if (step.TargetMethod.Name is not ("Include" or "ThenInclude") && PredicateOf(step) is { } predicate)
            {
                if (RowPredicate.MembersIn(predicate) is not { } compared) return null;
                members = members.AddRange(compared.Members);
                overlaps |= compared.Overlaps;
                if (compared.Narrowing > narrowing) narrowing = compared.Narrowing;
            }

            var source = SourceOf(step)?.Bare();
            if (EntityFramework.EntityOf(source?.Type) is { } entity)
                return members.IsEmpty ? null : new(ending, entity, members, overlaps, narrowing);
            if (source is not IInvocationOperation before) return null;
            step = before;
        }

        return null;
    }

    /// <summary>
    /// A repository that takes the condition itself: <c>repository.ExistsAsync(u => u.Email == email)</c>.
    /// </summary>
    private static RowSearch? OfGivenPredicate(IInvocationOperation call) =>
        !call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
        && PredicateOf(call) is { } predicate
        && predicate.Symbol.Parameters is { Length: 1 } rows
        && predicate.Symbol.ReturnType.SpecialType == SpecialType.System_Boolean
        && IsAnswerAbout(rows[0].Type, Tasks.Unwrap(call.TargetMethod.ReturnType))
        && RowPredicate.MembersIn(predicate) is ({ IsEmpty: false } members, var overlaps, var narrowing)
            ? new(call, rows[0].Type, members, overlaps, narrowing)
            : null;

    private static bool IsAnswerAbout(ITypeSymbol row, ITypeSymbol answer) =>
        answer.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32
        || SymbolEqualityComparer.Default.Equals(answer, row);

    /// <summary>A method that does nothing but answer with what a search has found.</summary>
    private RowSearch? OfHelper(IInvocationOperation call, Trail trail) =>
        OnlyAnswerOf(call, trail, out var further) is { } answer && Behind(answer, further) is { } search
            ? search with { Call = call }
            : null;

    /// <summary>A method that turns what it has found into a yes or no.</summary>
    private RowQuestion? AskedThrough(IInvocationOperation call, Trail trail) =>
        OnlyAnswerOf(call, trail, out var further) is { } answer && Of(answer, further) is { } question
            ? question with { Search = question.Search with { Call = call } }
            : null;

    private IOperation? OnlyAnswerOf(IInvocationOperation call, Trail trail, out Trail further) =>
        trail.TryPass(call.TargetMethod.OriginalDefinition, out further)
        && _summaries.Behind(call.TargetMethod) is { Length: 1 } bodies
        && bodies[0].Answers.Take(2).ToList() is { Count: 1 } answers
            ? answers[0]
            : null;

    private static bool IsAskingStep(IInvocationOperation call) => Steps.Contains(call.TargetMethod.Name);

    private static IAnonymousFunctionOperation? PredicateOf(IInvocationOperation call) =>
        call.Arguments.Select(static argument => argument.Value.Lambda())
            .FirstOrDefault(static lambda => lambda is not null);

    private static IOperation? SourceOf(IInvocationOperation call) =>
        call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
}
