using AiAwareAnalyzers.FakeWork.Work;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>A branch in which nothing stands but the admission that something should, and success after it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmptyBranch() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0603",
        title: "A branch contains only a note that its work is missing",
        messageFormat: "This '{0}' only admits that its work is missing (\"{1}\"), and {2} continues as if it had "
            + "succeeded; do the work, or throw 'NotImplementedException' here",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A branch that contains only a note that its work is missing lets the cases that reach it pass "
            + "as if they had been handled.",
        alsoKnownAs: "TODO branch, stub");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Surroundings.AreProductive(start.Compilation)) return;

        var branches = new IdleBranches(start.Compilation, start.Options, new Stubs(start.Compilation, start.Options));
        start.RegisterOperationAction(
            context =>
            {
                foreach (var idle in branches.Of(context.Operation, context.ContainingSymbol))
                    context.Report(Diagnostic.Create(
                        Descriptor,
                        idle.Keyword.GetLocation(),
                        idle.Keyword.ValueText,
                        idle.Confession.Text,
                        Bodies.Named(idle.Function, context.ContainingSymbol)));
            },
            OperationKind.Conditional, OperationKind.SwitchCase, OperationKind.Loop);
    }
}
