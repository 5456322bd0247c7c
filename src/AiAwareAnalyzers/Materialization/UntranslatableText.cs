using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Enumeration;
using AiAwareAnalyzers.Materialization.Queries;

namespace AiAwareAnalyzers.Materialization;

/// <summary>A comparison of text in a query that no relational database is told how to make.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UntranslatableText() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0415",
        title: "A query compares text in a way that has no SQL",
        messageFormat: "{0} of a column has no SQL, so the query throws an InvalidOperationException whenever it runs; "
            + "{1}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "In a database the collation of the column decides about case and culture, so Entity Framework "
            + "Core translates no comparison that brings its own.",
        alsoKnownAs: "could not be translated, StringComparison in LINQ, ToLowerInvariant in LINQ");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject || !ProviderLimits.RefuseCollations(start.Compilation)) return;

        var queries = new Analysis(start.Compilation);
        LookInBodies(start, context => queries.FindingOf((IInvocationOperation)context.Operation),
            OperationKind.Invocation);
    }

    private sealed class Analysis(Compilation compilation)
    {
        private readonly Sequences _sequences = Sequences.Of(compilation);

        /// <summary>One for each operator: the first that has no SQL ends the query.</summary>
        public (string Query, Diagnostic Finding)? FindingOf(IInvocationOperation call) =>
            FrameworkMembers.CollationIn(call) is { } collation
            && QueryAround(call) is { } query
            && IsTable(query.Source, Trail.Start)
                ? ($"{query.Invocation.Syntax.Span}", Diagnostic.Create(
                    Descriptor, call.Called(), CauseOf(call, collation), RemedyFor(call, collation)))
                : null;

        private static string CauseOf(IInvocationOperation call, string collation) =>
            collation == nameof(StringComparison)
                ? $"'{call.TargetMethod.Name}' with a 'StringComparison'"
                : $"'{collation}'";

        private static string RemedyFor(IInvocationOperation call, string collation) =>
            collation != nameof(StringComparison) ? $"use '{collation.Replace("Invariant", "")}'"
                : call.TargetMethod.Name is "Equals" or "Compare"
                    ? "compare with '==' and leave the case to the collation, or compare 'ToLower()' of both"
                    : "leave the 'StringComparison' out, or compare 'ToLower()' of both";

        /// <summary>
        /// The operator whose function has to become SQL, where the call is about one of its rows. The last projection
        /// of a query may run in memory.
        /// </summary>
        private SequenceCall? QueryAround(IInvocationOperation call)
        {
            foreach (var function in call.Ancestors().OfType<IAnonymousFunctionOperation>())
                if (OperatorOf(function) is { } query)
                    return IsAboutRow(call, function) && MustTranslate(query) ? query : null;
            return null;
        }

        /// <summary>The operator of a query that takes a function as an expression.</summary>
        private SequenceCall? OperatorOf(IAnonymousFunctionOperation function)
        {
            var passed = function.Parent;
            while (passed is IConversionOperation or IDelegateCreationOperation) passed = passed.Parent;
            return passed is IArgumentOperation { Parameter.Type.Name: "Expression", Parent: { } operation }
                ? _sequences.CallOf(operation)
                : null;
        }

        private static bool MustTranslate(SequenceCall query) =>
            query.Verb is Verb.Filter or Verb.Order or Verb.Test or Verb.Count or Verb.Pick or Verb.Fold;

        private static bool IsAboutRow(IInvocationOperation call, IOperation function)
        {
            var functions = function.DescendantsAndSelf().OfType<IAnonymousFunctionOperation>()
                .Select(static inner => inner.Symbol)
                .ToList();
            return call.Descendants().Any(part => part is IParameterReferenceOperation { Parameter: var parameter }
                && functions.Exists(owner => SymbolEqualityComparer.Default.Equals(owner, parameter.ContainingSymbol)));
        }

        /// <summary>Whether a query begins with a table, on every way that leads to it.</summary>
        private bool IsTable(IOperation sequence, Trail trail)
        {
            if (trail.IsOver || CallStack.IsNearlyFull) return false;
            var value = sequence.Bare();
            return EntityFramework.EntityOf(value.Type) is not null
                || value switch
                {
                    ILocalReferenceOperation local => AreTables(local, trail),
                    IConditionalOperation { WhenFalse: { } other } choice =>
                        IsTable(choice.WhenTrue, trail.Deeper()) && IsTable(other, trail.Deeper()),
                    _ => _sequences.CallOf(value) is { Verb: not (Verb.List or Verb.Index) } call
                        && _sequences.IsQuery(value.Type)
                        && IsTable(call.Source, trail.Deeper()),
                };
        }

        /// <summary>What a local begins with; what it is given later may be more of the same.</summary>
        private bool AreTables(ILocalReferenceOperation local, Trail trail)
        {
            if (!trail.TryPass(local.Local, out var further)) return true;
            var locals = Locals.Around(local, compilation);
            return locals.InitializerOf(local.Local) is { } initial
                && IsTable(initial, further)
                && locals.MentionsOf(local.Local)
                    .Where(static mention => Locals.Of(mention) == Mention.Reassigned)
                    .All(mention => mention.Outermost().Parent is ISimpleAssignmentOperation { Value: var value }
                        && IsTable(value, further));
        }
    }
}
