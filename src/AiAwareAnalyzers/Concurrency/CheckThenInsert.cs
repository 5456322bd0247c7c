using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Concurrency.Rows;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>A row that is added because there was none, with nothing to keep a second caller from it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CheckThenInsert() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1001",
        title: "A row is added because none was found, and nothing keeps it the only one",
        messageFormat: "Two callers can both find no '{0}' with the same {1} and both add one{2}; {3}",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Between the look and the insert there is time for another request; only the database can say "
            + "which of the two came first.",
        alsoKnownAs: "check-then-act, TOCTOU, race condition, duplicate row",
        cwe: [367],
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (EntityFramework.Of(start.Compilation).Context is null || SingleCaller.HasAllOf(start.Compilation)) return;

        var watch = new Watch(start.Compilation);
        LookInBodies(start, watch.Look, OperationKind.Conditional);
    }

    /// <summary>Looks at conditions, and at what they decide.</summary>
    private sealed class Watch(Compilation compilation)
    {
        private readonly RowSearches _searches = new(compilation);
        private readonly RowAdditions _additions = new(compilation);
        private readonly UniqueKeys _keys = UniqueKeys.Of(compilation);

        public Diagnostic? Look(OperationAnalysisContext context) =>
            (IConditionalOperation)context.Operation is { Type: null } choice
            && QuestionsIn(choice.Condition).FirstOrDefault(question => IsOpen(question, choice, context)) is { } open
            && !SingleCaller.Has(context.ContainingSymbol)
                ? Finding(open.Search, UniquenessOf(open.Search), context)
                : null;

        private Uniqueness UniquenessOf(RowSearch search) =>
            search.Overlaps ? _keys.OfOverlap(search.Entity) : _keys.Of(search.Entity, search.Members);

        private Diagnostic Finding(RowSearch search, Uniqueness uniqueness, OperationAnalysisContext context)
        {
            var members = string.Join(" and ", search.Members.Distinct().Select(static member => $"'{member}'"));
            var isUnseen = uniqueness == Uniqueness.Unseen;
            return Diagnostic.Create(
                Descriptor,
                search.Call.Syntax.GetLocation(),
                Zones.Raised(Descriptor.DefaultSeverity, context),
                null,
                null,
                search.Entity.Name,
                members,
                search.Overlaps ? ", and the two overlap"
                : isUnseen ? ": the second fails without an answer, or there are two"
                : _keys.StoreKnowsKeysOnly ? ", because this store keeps nothing unique but keys"
                : $", because nothing in the model keeps {members} unique",
                RemedyOf(search, members, isUnseen));
        }

        /// <summary>What no index can say is left to a transaction; one that may be there is not asked for.</summary>
        private string RemedyOf(RowSearch search, string members, bool isUnseen) =>
            !isUnseen && !search.Overlaps && _keys.StoreKnowsKeysOnly
                ? $"make the key of {members}, and answer its violation as a conflict"
            : search.Overlaps || search.Narrowing == Narrowing.OtherRow
                ? "look and add in one serializable transaction, and answer its failure as a conflict"
            : isUnseen
                ? "answer the violation of the unique index that keeps them apart as a conflict"
            : search.Narrowing == Narrowing.State
                ? "declare a unique index, filtered to the rows that are searched, and answer its violation as a "
                    + "conflict"
            : "declare a unique index, and answer its violation as a conflict";

        /// <summary>
        /// What a condition asks: each side of an <c>or</c> that something was found, each of an <c>and</c> that
        /// nothing was.
        /// </summary>
        private IEnumerable<RowQuestion> QuestionsIn(IOperation condition)
        {
            if (_searches.Of(condition) is { } only) return [only];
            var isEither = condition.Bare() is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr };
            return (isEither ? Values.Disjuncts(condition) : Values.Conjuncts(condition)).Select(_searches.Of)
                .OfType<RowQuestion>()
                .Where(question => question.SaysFound == isEither);
        }

        /// <summary>A row is added for want of another, and nothing lets one caller after the other.</summary>
        private bool IsOpen(RowQuestion question, IConditionalOperation choice, OperationAnalysisContext context) =>
            AdditionAfter(choice, question) is { } addition
            && !Turns.AreTakenIn(Turns.WholeOf(choice, context.ContainingSymbol))
            && !(_additions.BodyBehind(addition) is { } body && Turns.AreTakenIn(body))
            && UniquenessOf(question.Search) != Uniqueness.Kept;

        /// <summary>The call that adds the row where none was found; null where it is not added or not saved.</summary>
        private IInvocationOperation? AdditionAfter(IConditionalOperation choice, RowQuestion question)
        {
            var calls = Bodies.Own(Bodies.Around(choice)).OfType<IInvocationOperation>().ToList();
            return calls.Find(call =>
                IsWhereNoneWasFound(call, choice, question.SaysFound)
                && _additions.Adds(call, question.Search.Entity)) is { } addition
                && calls.Exists(call => call.Syntax.SpanStart >= addition.Syntax.SpanStart && _additions.Saves(call))
                    ? addition
                    : null;
        }

        private static bool IsWhereNoneWasFound(IOperation call, IConditionalOperation choice, bool saysFound) =>
            !saysFound ? call.IsInside(choice.WhenTrue)
            : choice.WhenFalse is { } other && call.IsInside(other)
                || (!Bodies.CanComplete(choice.WhenTrue) && call.Syntax.SpanStart > choice.Syntax.Span.End);
    }
}
