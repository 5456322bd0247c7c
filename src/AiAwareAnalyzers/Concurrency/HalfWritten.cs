using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Concurrency.Rows;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>Two statements to the database that belong together, and no transaction around them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HalfWritten() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1020",
        title: "What belongs together is written without a transaction",
        messageFormat: "'{0}' is sent at once and '{1}' of line {2} for itself, both about '{3}': a failure in between "
            + "leaves one without the other; put both into 'Database.BeginTransactionAsync'",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "ExecuteUpdate and ExecuteDelete do not wait for SaveChanges: each is committed for itself, so "
            + "several of them need a transaction.",
        alsoKnownAs: "missing transaction, partial update, atomicity, ExecuteUpdate, ExecuteDelete",
        cwe: [662]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!EntityFramework.Of(start.Compilation).CanDeleteInPlace || SingleCaller.HasAllOf(start.Compilation))
            return;

        var writes = new ImmediateWrites(start.Compilation);
        start.RegisterOperationAction(context => Analyze(context, writes), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, ImmediateWrites writes)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!ImmediateWrites.Are(call)
            || SingleCaller.Has(context.ContainingSymbol)
            || writes.PartnerOf(call) is not var (partner, subject)
            || writes.AreInTransaction(call, context.ContainingSymbol))
            return;

        context.Report(Diagnostic.Create(
            Descriptor,
            call.Syntax.GetLocation(),
            call.TargetMethod.Name,
            partner.TargetMethod.Name,
            partner.Syntax.GetLocation().GetMappedLineSpan().EndLinePosition.Line + 1,
            subject.Name));
    }
}
