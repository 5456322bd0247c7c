using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Materialization.Enumeration;

/// <summary>
/// What a method or a property of this compilation answers, also behind a contract that one type fulfils.
/// </summary>
internal sealed class HiddenSequences
{
    private readonly Compilation _compilation;
    private readonly Sequences _sequences;
    private readonly Origins _origins;
    private readonly MethodSummaries _summaries;

    private HiddenSequences(Compilation compilation)
    {
        _compilation = compilation;
        _sequences = Sequences.Of(compilation);
        _origins = Origins.Of(compilation);
        _summaries = MethodSummaries.Of(compilation);
    }

    public static HiddenSequences Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new HiddenSequences(c));

    /// <summary>The one thing that the one body of a method answers.</summary>
    public IOperation? AnswerOf(IInvocationOperation call) => AnswerOf(call.TargetMethod);

    /// <summary>The one thing that a property is worth; an indexer is many.</summary>
    public IOperation? AnswerOf(IPropertyReferenceOperation read) =>
        read is { Property.GetMethod: { } getter, Arguments.IsEmpty: true } ? AnswerOf(getter) : null;

    private IOperation? AnswerOf(IMethodSymbol method) =>
        !method.DeclaringSyntaxReferences.IsEmpty
        && _summaries.Behind(method) is { Length: 1 } bodies
        && bodies[0].Answers.ToList() is { Count: 1 } answers
            ? answers[0].Bare()
            : null;

    /// <summary>
    /// The table that a call puts in memory whole, the same for every caller; null where it keeps rows back, or one
    /// cannot say.
    /// </summary>
    public SequenceSource? TableIn(IInvocationOperation call) =>
        _sequences.IsSequence(Tasks.Unwrap(call.TargetMethod.ReturnType)) && AnswerOf(call) is { } answer
            ? TableBehind(answer, OpenLimitsOf(call), Trail.Start)
            : null;

    /// <summary>
    /// The parameters that a caller gives the ends of time, or of all numbers: <c>DateTime.MinValue</c>.
    /// </summary>
    private static ImmutableHashSet<int> OpenLimitsOf(IInvocationOperation call) =>
        call.Arguments
            .Where(static argument => argument.Value.Bare()
                is IMemberReferenceOperation { Instance: null, Member.Name: "MinValue" or "MaxValue" })
            .Select(static argument => argument.Parameter?.Ordinal ?? -1)
            .ToImmutableHashSet();

    private SequenceSource? TableBehind(IOperation answer, ImmutableHashSet<int> openLimits, Trail trail)
    {
        var list = Locals.Around(answer, _compilation).Follow(answer);
        if (!trail.TryPass(list.Syntax, out var further)) return null;
        if (Copies.By(list, _compilation) is not { } copy)
            return list is IInvocationOperation call && AnswerOf(call) is { } inner
                ? TableBehind(inner, OpenLimitsOf(call), further)
                : null;

        var source = _origins.SourceOf(copy.Source);
        if (source.Calls.Any(call => KeepsBack(call, openLimits))) return null;
        return source.Origin == Origin.Query
            ? EntityFramework.EntityOf(source.Root.Type) is null ? null : source
            : TableBehind(source.Root, openLimits, further);
    }

    /// <summary>
    /// A page, or a filter; one that is the same for all (<c>!row.IsDeleted</c>), or whose limits are open, leaves a
    /// table.
    /// </summary>
    private static bool KeepsBack(SequenceCall call, ImmutableHashSet<int> openLimits) =>
        call.Verb switch
        {
            Verb.View or Verb.Project or Verb.Order => false,
            Verb.Filter => call.Lambda is not { } condition || AsksForMore(condition, openLimits),
            _ => true,
        };

    private static bool AsksForMore(IAnonymousFunctionOperation condition, ImmutableHashSet<int> openLimits) =>
        condition.Descendants().Any(part => part is ILocalReferenceOperation or IFieldReferenceOperation
            || (part is IParameterReferenceOperation { Parameter: var parameter }
                && !SymbolEqualityComparer.Default.Equals(parameter, condition.Symbol.Parameters[0])
                && !(IsOfMethod(parameter) && openLimits.Contains(parameter.Ordinal))));

    private static bool IsOfMethod(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary };
}
