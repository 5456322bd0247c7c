using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Enumeration;
using AiAwareAnalyzers.Materialization.Looping;
using AiAwareAnalyzers.Materialization.Plans;
using AiAwareAnalyzers.Materialization.Queries;

namespace AiAwareAnalyzers.Materialization;

/// <summary>A sequence put into a list, of which only a part or a number is used.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FilterAfterMaterialization() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0401",
        title: "A query is materialized before it is filtered",
        messageFormat: "'{0}' loads all of '{1}' before '{2}' {3}; {4}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A query or sequence that is put into a list before it is filtered, counted or paged holds "
            + "every element in memory, however few are used.",
        alsoKnownAs: "ToList before Where, premature materialization",
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var question = new Analysis(start.Compilation);
        if (question.CanBeAsked)
            start.RegisterOperationAction(
                question.Analyze, OperationKind.Invocation, OperationKind.ObjectCreation,
                NewerSyntax.CollectionExpression);
    }

    private sealed class Analysis(Compilation compilation)
    {
        private readonly Sequences _sequences = Sequences.Of(compilation);
        private readonly Origins _origins = Origins.Of(compilation);
        private readonly HiddenSequences _hidden = HiddenSequences.Of(compilation);

        public bool CanBeAsked => _sequences.Exist;

        public void Analyze(OperationAnalysisContext context)
        {
            if (_sequences.CallOf(context.Operation) is { Verb: Verb.Index } index) AskIndex(context, index);
            else if (Copies.By(context.Operation, compilation) is { } copy) AskCopy(context, copy);
            else if (context.Operation is IInvocationOperation call) AskMethod(context, call);
        }

        private void AskCopy(OperationAnalysisContext context, Copy copy)
        {
            var steps = Steps.After(copy.Held, compilation);
            if (steps.All.IsEmpty)
            {
                if (Steps.OfListAfter(copy.Held, compilation) is { } method) AskListMethod(context, copy, method);
                return;
            }

            var origin = _origins.SourceOf(copy.Source);
            var severity = SeverityOf(origin, steps);
            if (severity == DiagnosticSeverity.Hidden
                || copy.Call is null && copy.Held != context.Operation && severity == DiagnosticSeverity.Info)
                return;
            if (steps.End.User() is IForEachLoopOperation loop
                && EnumerationConflicts.IsPossible(loop, origin, compilation))
                return;
            if (origin.Origin == Origin.Disk
                && steps.End.User() is IInvocationOperation user
                && EnumerationConflicts.TouchesDisk(user))
                return;

            var plan = copy.Call is not { } listing ? ImmutableDictionary<string, string?>.Empty
                : origin.Origin == Origin.Query ? Relocation.OfQuery(listing, steps, compilation)
                : Relocation.OfStream(listing, steps, compilation);
            Report(
                context, copy.Source, copy.Name, steps.All[0].Name, steps.All[0].Verb, severity, plan,
                Remedy(origin.Origin, steps.All[0], copy.Name));
        }

        /// <summary><c>db.Orders.ToList().FindAll(o => o.IsOpen)</c>: lists have filters of their own.</summary>
        private void AskListMethod(OperationAnalysisContext context, Copy copy, Step method)
        {
            var origin = _origins.SourceOf(copy.Source);
            if (origin.Origin == Origin.Query && OfQuery(origin, method, []) == DiagnosticSeverity.Warning)
                Report(
                    context, copy.Source, copy.Name, method.Name, method.Verb, DiagnosticSeverity.Warning,
                    ImmutableDictionary<string, string?>.Empty, Remedy(origin.Origin, method, copy.Name));
        }

        /// <summary><c>db.Orders.ToDictionary(o => o.Id)[id]</c>: an index of all rows for one of them.</summary>
        private void AskIndex(OperationAnalysisContext context, SequenceCall index)
        {
            var steps = Steps.After(context.Operation, compilation);
            if (steps.All.IsEmpty
                || steps.All[0].Verb is not (Verb.Pick or Verb.Test)
                || steps.All[0].Name.StartsWith("First", StringComparison.Ordinal))
                return;
            var origin = _origins.SourceOf(index.Source);
            if (origin is { Origin: Origin.Query, IsBounded: false }
                && (index.Lambda is not { } key || Translation.Of(key) != Translatable.Never))
                Report(
                    context,
                    index.Source,
                    index.Name,
                    steps.All[0].Name,
                    steps.All[0].Verb,
                    DiagnosticSeverity.Warning,
                    ImmutableDictionary<string, string?>.Empty,
                    Remedy(origin.Origin, steps.All[0], index.Name));
        }

        /// <summary><c>(await repository.GetAllAsync()).Where(…)</c>: the list is made out of sight.</summary>
        private void AskMethod(OperationAnalysisContext context, IInvocationOperation call)
        {
            if (call.TargetMethod.DeclaringSyntaxReferences.IsEmpty) return;
            var steps = Steps.After(call, compilation);
            if (steps.All.IsEmpty ? !IsSkipped(steps.End) : !Reduces(steps.All[0])) return;
            if (_hidden.TableIn(call) is not { } table) return;

            if (steps.All.IsEmpty) ReportMethod(context, table, call, "foreach", Verb.Filter);
            else if (OfQuery(table, steps) == DiagnosticSeverity.Warning)
                ReportMethod(context, table, call, steps.All[0].Name, steps.All[0].Verb);
        }

        /// <summary>A loop over all rows whose only statement asks which row it is.</summary>
        private static bool IsSkipped(IOperation rows) =>
            rows.User() is IForEachLoopOperation loop
            && SkippedRows.In(loop) is var (condition, row)
            && Translation.Of(condition, row) == Translatable.Surely;

        private static void ReportMethod(
            OperationAnalysisContext context,
            SequenceSource table,
            IInvocationOperation call,
            string step,
            Verb verb) =>
            Report(
                context, table.Root, call.TargetMethod.Name, step, verb, DiagnosticSeverity.Warning,
                ImmutableDictionary<string, string?>.Empty,
                $"add a method beside '{call.TargetMethod.Name}' that does that in its query");

        private static void Report(
            OperationAnalysisContext context,
            IOperation source,
            string name,
            string step,
            Verb verb,
            DiagnosticSeverity severity,
            ImmutableDictionary<string, string?> plan,
            string remedy) =>
            context.Report(Diagnostic.Create(
                Descriptor, context.Operation.Called(), Zones.Raised(severity, context), null, plan,
                name, Quote.Of(source.Bare().Syntax), step, Effect(verb), remedy));

        /// <summary>
        /// A warning where rows come from a database, a stream or a file; a suggestion in memory; hidden where the list
        /// is right.
        /// </summary>
        private static DiagnosticSeverity SeverityOf(SequenceSource source, Steps steps) => source.Origin switch
        {
            Origin.Query => OfQuery(source, steps),
            Origin.Disk or Origin.Stream =>
                Reduces(steps.All[0]) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Hidden,
            _ => steps.EndsEagerly
                && Reduces(steps.All[0])
                && source.IsFreeToRead()
                && !Loops.IsSmall(source.Root)
                && IsPure(steps) ? DiagnosticSeverity.Info : DiagnosticSeverity.Hidden,
        };

        private static DiagnosticSeverity OfQuery(SequenceSource source, Steps steps) =>
            OfQuery(source, steps.All[0], steps.All.Skip(1));

        private static DiagnosticSeverity OfQuery(SequenceSource source, Step first, IEnumerable<Step> others)
        {
            if (source.IsBounded || first.Translates == Translatable.Never || OnlyAssuresCompiler(source, first))
                return DiagnosticSeverity.Hidden;
            if (Reduces(first)) return DiagnosticSeverity.Warning;
            return first.Verb switch
            {
                Verb.Order when others.FirstOrDefault(step => step.Verb != Verb.Order || IsRefused(step))
                    is { Verb: Verb.Page or Verb.Pick } =>
                    DiagnosticSeverity.Warning,
                Verb.Project when first.Translates == Translatable.Surely => DiagnosticSeverity.Info,
                _ => DiagnosticSeverity.Hidden,
            };
        }

        private static bool IsRefused(Step step) => step.Translates == Translatable.Never;

        /// <summary>
        /// A null check behind a query that has its own condition tells the compiler what the database has seen to.
        /// </summary>
        private static bool OnlyAssuresCompiler(SequenceSource source, Step step) =>
            step is { Verb: Verb.Filter, Lambda: { } lambda }
            && source.Calls.Any(call => call.Verb == Verb.Filter)
            && lambda.Result()?.Bare() switch
            {
                IPropertyReferenceOperation { Property.Name: "HasValue" } => true,
                IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals, RightOperand: var right } =>
                    right.Bare().ConstantValue is { HasValue: true, Value: null },
                IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation } } =>
                    true,
                _ => false,
            };

        /// <summary>Whether less comes out than went in.</summary>
        private static bool Reduces(Step step) =>
            step.Verb is Verb.Count or Verb.Test or Verb.Pick or Verb.Fold or Verb.Page
            || step is { Verb: Verb.Filter, Lambda: not null };

        private static bool IsPure(Steps steps) =>
            steps.All.All(step => step.Lambda is null || Translation.IsPure(step.Lambda));

        private static string Effect(Verb verb) => verb switch
        {
            Verb.Filter => "keeps some of them",
            Verb.Count => "counts them",
            Verb.Test => "asks about them",
            Verb.Pick => "takes one of them",
            Verb.Page => "takes a few of them",
            Verb.Order => "sorts them to take a few",
            Verb.Project => "reads a part of each",
            _ => "makes one value of them",
        };

        private static string Remedy(Origin origin, Step step, string name) => origin switch
        {
            Origin.Query when Rewritten(step.Name) is { } rewritten => rewritten,
            Origin.Query when Translation.CollationIn(step.Lambda) is { } collation =>
                $"providers do not translate '{collation}': where the collation of the database gives the same "
                + $"meaning, do that in the query without it, and call '{name}' last",
            Origin.Query when step.Translates == Translatable.Perhaps =>
                $"do that in the query where the provider gives it the same meaning (text and order can differ), and "
                + $"call '{name}' last",
            Origin.Query => "do that in the query, so that the database sends only what is used",
            Origin.Stream => "do that on the stream, which never holds more than one element",
            _ => $"drop '{name}' and read the sequence as it comes",
        };

        /// <summary>What says the same in a query, for operators that query providers do not translate.</summary>
        private static string? Rewritten(string step) => step switch
        {
            "MaxBy" => "sort with 'OrderByDescending' in the query and take the first",
            "MinBy" => "sort with 'OrderBy' in the query and take the first",
            "TakeLast" or "SkipLast" => "sort the other way round in the query, and use 'Take' or 'Skip' there",
            "TakeWhile" or "SkipWhile" => "put a condition that a database can evaluate into a 'Where' of the query",
            _ => null,
        };
    }
}
