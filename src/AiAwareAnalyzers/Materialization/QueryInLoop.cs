using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Enumeration;
using AiAwareAnalyzers.Materialization.Looping;

namespace AiAwareAnalyzers.Materialization;

/// <summary>One query or request for each element of a sequence.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueryInLoop() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0407",
        title: "One query or request runs per element (N+1)",
        messageFormat: "'{0}' waits for {1} once for each element of '{2}' (N+1); {3}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A query or request for each element of a sequence costs one round trip each, where a single "
            + "one would do.",
        alsoKnownAs: "N+1 query, SELECT N+1, chatty I/O",
        isEnabledByDefault: false);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var question = new Analysis(start.Compilation);
        start.RegisterOperationAction(question.Analyze, OperationKind.Invocation);
        start.RegisterOperationAction(question.AskInner, OperationKind.Loop);
    }

    private sealed class Analysis(Compilation compilation)
    {
        private readonly RoundTrips _trips = RoundTrips.Of(compilation);
        private readonly HiddenTrips _hidden = HiddenTrips.Of(compilation);
        private readonly Sequences _sequences = Sequences.Of(compilation);
        private readonly Origins _origins = Origins.Of(compilation);

        public void Analyze(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (_trips.Of(call) is not Trip.None and var trip)
                Analyze(context, call, trip, call.Called());
            else if (!call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
                && Repetition.Of(call, compilation) is not null
                && _hidden.Of(call) is not Trip.None and var hidden)
                Analyze(context, call, hidden, call.Called(), isHidden: true);
        }

        /// <summary>A query that an inner loop enumerates runs once for each round of the outer one.</summary>
        public void AskInner(OperationAnalysisContext context)
        {
            if (context.Operation is IForEachLoopOperation { Collection: var collection } loop
                && _sequences.IsQuery(collection.Bare().Type))
                Analyze(context, collection.Bare(), Trip.Query, loop.Collection.Syntax.GetLocation());
        }

        private void Analyze(
            OperationAnalysisContext context, IOperation asked, Trip trip, Location place, bool isHidden = false)
        {
            if (Repetition.Of(asked, compilation) is not { } repetition
                || IsLastRound(asked)
                || !Depends(asked, repetition))
                return;
            var repeated = repetition.Sequence;
            if (IsBehindAnother(asked, repetition)
                || IsSmall(repeated)
                || IsOfBatches(repeated)
                || trip == Trip.Request && !IsResult(repeated))
                return;

            context.Report(Diagnostic.Create(
                Descriptor, place, Name(asked), trip == Trip.Request
                    ? "another machine"
                    : "the database", Quote.Of(repeated.Syntax), isHidden
                    ? $"add a method beside '{Name(asked)}' that takes all the keys, and call it once before the loop"
                    : Remedy(trip, asked, repeated)));
        }

        /// <summary>A few that the code names, also where a local holds them, or a page of what there is.</summary>
        private bool IsSmall(IOperation repeated) =>
            Loops.IsSmall(repeated)
            || Loops.IsSmall(Locals.Around(repeated, compilation).Follow(repeated))
            || _origins.SourceOf(repeated) is { Origin: Origin.Memory, Calls.IsEmpty: false, IsBounded: true };

        /// <summary>One loop, one report: the trip in front of this one is the first to go.</summary>
        private bool IsBehindAnother(IOperation asked, Repetition repetition) =>
            repetition.Scope.Descendants()
                .TakeWhile(operation => operation.Syntax.SpanStart < asked.Syntax.SpanStart)
                .OfType<IInvocationOperation>()
                .Any(call => call.Syntax.Span.End <= asked.Syntax.SpanStart
                    && (_trips.Of(call) != Trip.None || _hidden.Of(call) != Trip.None)
                    && Depends(call, repetition));

        private static bool IsLastRound(IOperation asked) =>
            Loops.Around(asked) is { } loop && Loops.IsLastRound(asked, loop);

        /// <summary>Whether what is asked depends on the element, itself or through a local made of it.</summary>
        private bool Depends(IOperation asked, Repetition repetition)
        {
            var locals = Locals.Around(asked, compilation);
            return asked.DescendantsAndSelf().Any(operation => repetition.IsElement(operation)
                || operation is ILocalReferenceOperation local
                    && locals.InitializerOf(local.Local)?.DescendantsAndSelf().Any(repetition.IsElement) == true);
        }

        /// <summary>A query for each batch of keys is what the remedy looks like.</summary>
        private bool IsOfBatches(IOperation repeated) =>
            _sequences.ElementOf(repeated.Type) is { } element
            && element.SpecialType != SpecialType.System_String
            && _sequences.IsSequence(element);

        /// <summary>
        /// Whether a sequence came from a database or another machine in this method: then the caller could have asked
        /// for more.
        /// </summary>
        private bool IsResult(IOperation repeated)
        {
            var source = _origins.SourceOf(repeated);
            return source.Origin == Origin.Query
                || source.Root.DescendantsAndSelf()
                    .OfType<IInvocationOperation>()
                    .Any(call => _trips.Of(call) != Trip.None);
        }

        private static string Name(IOperation asked) =>
            asked is IInvocationOperation call ? call.TargetMethod.Name : Quote.Of(asked.Syntax);

        private string Remedy(Trip trip, IOperation asked, IOperation repeated) => trip switch
        {
            Trip.Relation => $"load it with 'Include' in the query of '{Quote.Of(repeated.Syntax)}'",
            Trip.Key => "collect the keys and query once with 'Where(row => keys.Contains(row.Id))' before the loop",
            Trip.Statement => "pass all keys to one statement, with 'IN' or a join",
            Trip.Request => "send one request, to an endpoint that takes all the keys",
            _ => _sequences.CallOf(asked) is { Verb: Verb.Count or Verb.Fold or Verb.Test }
                ? "group the rows by their key in one query before the loop"
                : "join in the query, or collect the keys and query once with 'Contains' before the loop",
        };
    }
}
