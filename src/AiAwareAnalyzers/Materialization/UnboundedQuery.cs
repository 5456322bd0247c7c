using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Enumeration;

namespace AiAwareAnalyzers.Materialization;

/// <summary>A whole table, handed to whoever asks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnboundedQuery() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0402",
        title: "A query without filter or limit is returned",
        messageFormat: "'{0}' returns every row of '{1}', however many there will be; add a filter, or a page with "
            + "'Skip' and 'Take'",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A query that is returned with neither a filter nor a limit grows with its table until a response "
            + "no longer fits into memory.",
        alsoKnownAs: "unbounded result set, missing pagination",
        cwe: [770],
        isEnabledByDefault: false);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!EntityFramework.Of(start.Compilation).Exists) return;
        var question = new Analysis(start.Compilation);
        start.RegisterOperationAction(question.AskListing, OperationKind.Invocation);
        start.RegisterOperationAction(question.AskReturn, OperationKind.Return);
    }

    private sealed class Analysis(Compilation compilation)
    {
        private readonly Sequences _sequences = Sequences.Of(compilation);
        private readonly Origins _origins = Origins.Of(compilation);
        private readonly EntityFramework _ef = EntityFramework.Of(compilation);

        /// <summary><c>return await db.Orders.ToListAsync();</c></summary>
        public void AskListing(OperationAnalysisContext context)
        {
            if (_sequences.ListingOf(context.Operation) is { } listing
                && IsWholeTable(listing.Source, out var table)
                && ReturnerOf(listing.Invocation, context.ContainingSymbol) is { } returner)
                context.Report(
                    Diagnostic.Create(Descriptor, listing.Invocation.Called(), returner, Quote.Of(table.Syntax)));
        }

        /// <summary>
        /// <c>IEnumerable&lt;Order&gt; Get() => db.Orders;</c> is read to its end by whoever writes the response; a
        /// query can still be narrowed.
        /// </summary>
        public void AskReturn(OperationAnalysisContext context)
        {
            if (((IReturnOperation)context.Operation).ReturnedValue is not IConversionOperation value
                || _sequences.IsQuery(value.Type)
                || !_sequences.IsQuery(value.Bare().Type))
                return;
            if (_sequences.ElementOf(value.Type) is not null
                && IsWholeTable(value, out var table)
                && ReturnerOf(value.Bare(), context.ContainingSymbol) is { } returner)
                context.Report(
                    Diagnostic.Create(Descriptor, value.Syntax.GetLocation(), returner, Quote.Of(table.Syntax)));
        }

        private bool IsWholeTable(IOperation query, out IOperation table)
        {
            table = query;
            if (!_sequences.IsQuery(query.Bare().Type)) return false;
            var source = _origins.SourceOf(query);
            table = source.Root;
            return !source.IsBounded
                && source.Calls.All(call => call.Verb is Verb.View or Verb.Order or Verb.Project)
                && _ef.ContextOf(source.Root) is not null;
        }

        /// <summary>Who hands the rows out: a public method, or an endpoint.</summary>
        private string? ReturnerOf(IOperation rows, ISymbol containing)
        {
            var user = SingleUse.Of(rows, compilation).User;
            if (user is IInvocationOperation { TargetMethod.Name: "Ok" or "Json" }
                or IObjectCreationOperation { Type.Name: "OkObjectResult" or "JsonResult" })
                user = user.User();
            if (user is not IReturnOperation) return null;
            foreach (var parent in user.Ancestors())
                if (parent is ILocalFunctionOperation) return null;
                else if (parent is IAnonymousFunctionOperation lambda)
                    return (lambda.Parent ?? lambda).User()
                        is IInvocationOperation { TargetMethod.Name: "MapGet" or "MapPost" or "MapMethods" } endpoint
                        ? endpoint.TargetMethod.Name
                        : null;
            return IsOpen(containing) ? containing.Name : null;
        }

        private static bool IsOpen(ISymbol symbol) =>
            symbol is IMethodSymbol { DeclaredAccessibility: Accessibility.Public }
                and { ContainingType: { TypeKind: TypeKind.Class,
                    DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } };
    }
}
