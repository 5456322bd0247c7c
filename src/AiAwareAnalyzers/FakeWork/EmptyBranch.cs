using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>A branch in which nothing stands but the admission that something should, and success after it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmptyBranch() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0603",
        title: "A branch holds only the admission that its work is missing",
        messageFormat: "This '{0}' does nothing but say so (\"{1}\"), and {2} goes on as if it had worked; do the work, or throw 'NotImplementedException' here",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A branch with nothing in it but the admission that its work is missing lets the cases that reach it pass as if they had been handled.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Surroundings.AreProductive(start.Compilation)) return;

        var branches = new IdleBranches(start.Compilation, start.Options, new Stubs(start.Compilation, start.Options));
        start.RegisterOperationAction(
            context =>
            {
                foreach (var idle in branches.Of(context.Operation, context.ContainingSymbol))
                    context.ReportDiagnostic(Diagnostic.Create(
                        Descriptor, idle.Keyword.GetLocation(), idle.Keyword.ValueText, idle.Confession.Text, Functions.Named(idle.Function, context.ContainingSymbol)));
            },
            OperationKind.Conditional, OperationKind.SwitchCase, OperationKind.Loop);
    }
}
