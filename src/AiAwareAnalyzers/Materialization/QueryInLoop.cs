using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.Materialization;

/// <summary>One query or request for each element of a sequence.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueryInLoop() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0407",
        title: "A query or request runs for each element",
        messageFormat: "'{0}' waits for {1} once for each element of '{2}'; {3}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A query or request for each element of a sequence costs a round trip each, where one for all of them would do.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var question = new Question(start.Compilation);
        start.RegisterOperationAction(question.Ask, OperationKind.Invocation);
        start.RegisterOperationAction(question.AskInner, OperationKind.Loop);
    }

    private sealed class Question(Compilation compilation)
    {
        private readonly RoundTrips _trips = RoundTrips.Of(compilation);
        private readonly Sequences _sequences = Sequences.Of(compilation);
        private readonly Origins _origins = Origins.Of(compilation);

        public void Ask(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            var trip = _trips.Of(call);
            if (trip != Trip.None) Ask(context, call, trip, call.Called());
        }

        /// <summary>A query that an inner loop enumerates runs once for each round of the outer one.</summary>
        public void AskInner(OperationAnalysisContext context)
        {
            if (context.Operation is IForEachLoopOperation { Collection: var collection } loop && _sequences.IsQuery(collection.Bare().Type))
                Ask(context, collection.Bare(), Trip.Query, loop.Collection.Syntax.GetLocation());
        }

        private void Ask(OperationAnalysisContext context, IOperation asked, Trip trip, Location place)
        {
            if (Repetition.Of(asked, compilation) is not { } repetition || IsLastRound(asked) || !Depends(asked, repetition)) return;
            var repeated = repetition.Sequence;
            if (Loops.IsSmall(repeated) || IsOfBatches(repeated) || trip == Trip.Request && !IsResult(repeated)) return;

            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, place, Name(asked), trip == Trip.Request ? "another machine" : "the database", Quote.Of(repeated.Syntax), Remedy(trip, asked, repeated)));
        }

        private static bool IsLastRound(IOperation asked) => Loops.Around(asked) is { } loop && Loops.IsLastRound(asked, loop);

        /// <summary>Whether what is asked depends on the element, itself or through a local made of it.</summary>
        private bool Depends(IOperation asked, Repetition repetition)
        {
            var locals = Locals.Around(asked, compilation);
            return asked.DescendantsAndSelf().Any(operation => repetition.IsElement(operation)
                || operation is ILocalReferenceOperation local && locals.InitializerOf(local.Local)?.DescendantsAndSelf().Any(repetition.IsElement) == true);
        }

        /// <summary>A query for each batch of keys is what the remedy looks like.</summary>
        private bool IsOfBatches(IOperation repeated) =>
            _sequences.ElementOf(repeated.Type) is { } element && element.SpecialType != SpecialType.System_String && _sequences.IsSequence(element);

        /// <summary>Whether a sequence came from a database or another machine in this method: then the caller could have asked for more.</summary>
        private bool IsResult(IOperation repeated)
        {
            var source = _origins.SourceOf(repeated);
            return source.Origin == Origin.Query
                || source.Root.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => _trips.Of(call) != Trip.None);
        }

        private static string Name(IOperation asked) => asked is IInvocationOperation call ? call.TargetMethod.Name : Quote.Of(asked.Syntax);

        private string Remedy(Trip trip, IOperation asked, IOperation repeated) => trip switch
        {
            Trip.Relation => $"load it with 'Include' in the query of '{Quote.Of(repeated.Syntax)}'",
            Trip.Key => "collect the keys and ask once with 'Where(row => keys.Contains(row.Id))' before the loop",
            Trip.Statement => "give all keys to one statement, with 'IN' or a join",
            Trip.Request => "ask once, with an endpoint that takes all the keys",
            _ => _sequences.CallOf(asked) is { Verb: Verb.Count or Verb.Fold or Verb.Test }
                ? "group the rows by their key in one query before the loop"
                : "join in the query, or collect the keys and ask once with 'Contains' before the loop",
        };
    }
}
