using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Enumeration;
using AiAwareAnalyzers.Materialization.Looping;
using AiAwareAnalyzers.Materialization.Plans;
using AiAwareAnalyzers.Materialization.Queries;

namespace AiAwareAnalyzers.Materialization;

/// <summary>Work that the database could do, done in memory on all rows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientSideQuery() : Rule(Descriptor)
{
    /// <summary>What the fix changes: a view that moves, or a condition of a loop that does.</summary>
    internal const string Kind = "Kind";
    internal const string View = "View";
    internal const string Loop = "Loop";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0403",
        title: "Rows are filtered in memory",
        messageFormat: "{0}, so every row of '{1}' is loaded to be examined in memory; {2}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A query that is treated as a plain sequence runs in memory from there on, and the database "
            + "sends every row.",
        alsoKnownAs: "client-side evaluation, IEnumerable instead of IQueryable");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var question = new Analysis(start.Compilation);
        start.RegisterOperationAction(question.AskCall, OperationKind.Invocation);
        start.RegisterOperationAction(question.AskLoop, OperationKind.Loop);
    }

    private sealed class Analysis(Compilation compilation)
    {
        /// <summary>How many methods and properties a query is followed through.</summary>
        private const int Patience = 3;

        private readonly Sequences _sequences = Sequences.Of(compilation);
        private readonly Origins _origins = Origins.Of(compilation);

        public void AskCall(OperationAnalysisContext context)
        {
            if (_sequences.CallOf(context.Operation) is not { } call) return;
            if (call is { Verb: Verb.View, Name: "AsEnumerable" or "AsAsyncEnumerable" }) AskView(context, call);
            else if (call is { Verb: Verb.Filter or Verb.Test or Verb.Count or Verb.Pick,
                Invocation.TargetMethod.ContainingType.Name: "Enumerable" })
                AskOperator(context, call);
        }

        /// <summary><c>db.Orders.AsEnumerable().Where(…)</c>.</summary>
        private void AskView(OperationAnalysisContext context, SequenceCall view)
        {
            if (!_sequences.IsQuery(view.Source.Bare().Type)) return;
            var steps = Steps.After(context.Operation, compilation);
            var source = _origins.SourceOf(view.Source);
            if (steps.All.IsEmpty || source.IsBounded || !IsWorkForDatabase(steps.All)) return;

            var plan = Relocation.OfQuery(view, steps, compilation);
            if (!plan.IsEmpty) plan = plan.Add(Kind, View);
            Report(context, context.Operation.Called(), plan,
                $"'{steps.All[0].Name}' comes after '{view.Name}'", source,
                $"put '{view.Name}' after what the database can do{Doubt(steps.All[0].Translates)}");
        }

        /// <summary>A query in a variable of type <c>IEnumerable</c>, or one that is given a delegate.</summary>
        private void AskOperator(OperationAnalysisContext context, SequenceCall call)
        {
            if (!call.Arguments.Any() || _sequences.IsInMemory(call.Source.Bare().Type)) return;
            var origin = QueryBehind(Locals.Around(call.Source, compilation).Follow(call.Source));
            if (!_sequences.IsQuery(origin.Type)) return;

            var isDelegate = _sequences.IsQuery(call.Source.Bare().Type);
            if (isDelegate == call.Lambda is not null) return;
            if (call.Lambda is { } lambda && Translation.Of(lambda) == Translatable.Never) return;
            var source = _origins.SourceOf(origin);
            if (source.IsBounded) return;
            Report(context, context.Operation.Called(), ImmutableDictionary<string, string?>.Empty,
                isDelegate
                    ? $"'{call.Name}' is given a delegate, which cannot be translated to SQL"
                    : $"'{call.Source.Bare().Syntax}' is declared as a plain sequence",
                source,
                isDelegate ? "take it as 'Expression<Func<…>>'" : "declare it as 'IQueryable'");
        }

        /// <summary>
        /// What methods and properties hand out as a plain sequence, over a few of them; the thing itself where that is
        /// no query in the end.
        /// </summary>
        private IOperation QueryBehind(IOperation origin)
        {
            var behind = origin;
            for (var steps = 0; steps < Patience && !_sequences.IsQuery(behind.Type); steps++)
            {
                if ((HelperResults.Of(behind)?.Bare() ?? AnsweredBy(behind)) is not { } answer) return origin;
                behind = WithoutView(answer);
            }

            return _sequences.IsQuery(behind.Type) ? behind : origin;
        }

        /// <summary>What a repository gives as a plain sequence, where that is all that one body does.</summary>
        private IOperation? AnsweredBy(IOperation origin)
        {
            var hidden = HiddenSequences.Of(compilation);
            var answer = origin switch
            {
                IInvocationOperation { TargetMethod: { IsVirtual: false, IsOverride: false } } call =>
                    hidden.AnswerOf(call),
                IPropertyReferenceOperation { Property: { IsVirtual: false, IsOverride: false } } read =>
                    hidden.AnswerOf(read),
                _ => null,
            };
            return answer is null ? null : Locals.Around(answer, compilation).Follow(answer);
        }

        /// <summary><c>=> db.Orders.AsEnumerable();</c> hands out the query all the same.</summary>
        private IOperation WithoutView(IOperation answer) =>
            _sequences.CallOf(answer) is { Verb: Verb.View, Name: "AsEnumerable" } view
                ? Locals.Around(answer, compilation).Follow(view.Source)
                : answer;

        /// <summary><c>foreach (var order in db.Orders) if (order.Paid) …</c>.</summary>
        public void AskLoop(OperationAnalysisContext context)
        {
            if (context.Operation is not IForEachLoopOperation { IsAsynchronous: false } loop
                || SkippedRows.In(loop) is not var (condition, row))
                return;

            var collection = loop.Collection.Bare();
            var rows = QueryBehind(collection);
            if (!_sequences.IsQuery(rows.Type)) return;
            var translates = Translation.Of(condition, row);
            var source = _origins.SourceOf(rows);
            if (translates == Translatable.Never || source.IsBounded) return;
            var isHidden = rows != collection;
            var plan = translates == Translatable.Surely && loop.Body.Syntax is not null && !isHidden
                ? ImmutableDictionary<string, string?>.Empty.Add(Kind, Loop)
                : ImmutableDictionary<string, string?>.Empty;
            Report(context, loop.Collection.Syntax.GetLocation(), plan,
                $"the loop skips rows by '{Quote.Of(condition.Syntax)}'",
                source,
                (isHidden ? "declare it as 'IQueryable', and " : "")
                    + $"move the condition into the query with 'Where'{Doubt(translates)}");
        }

        private static void Report(
            OperationAnalysisContext context,
            Location place,
            ImmutableDictionary<string, string?> plan,
            string cause,
            SequenceSource source,
            string remedy) =>
            context.Report(
                Diagnostic.Create(Descriptor, place, plan, cause, Quote.Of(source.Root.Syntax), remedy));

        /// <summary>Less comes out than goes in, now or behind a sort.</summary>
        private static bool IsWorkForDatabase(ImmutableArray<Step> steps)
        {
            var first = steps.FirstOrDefault(step => step.Verb is not (Verb.Order or Verb.View));
            return first is { Verb: Verb.Filter or Verb.Count or Verb.Test or Verb.Pick or Verb.Page or Verb.Fold }
                && steps.TakeWhile(step => step != first)
                    .Append(first)
                    .All(step => step.Translates != Translatable.Never)
                && (first.Verb != Verb.Filter || first.Lambda is not null);
        }

        private static string Doubt(Translatable translates) =>
            translates == Translatable.Surely ? "" : ", where it means the same there (text and order can differ)";
    }
}
