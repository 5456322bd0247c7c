using AiAwareAnalyzers.FakeWork.Work;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>A row that was read without tracking is changed, and the save after it stores nothing of that.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChangeNotTracked() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0613",
        title: "A row that was read without tracking is changed and saved",
        messageFormat: "This change of '{0}' is never stored: '{1}' reads it without tracking, and '{2}' saves only "
            + "what is tracked, so the row stays as it was and passes for saved; read it with tracking, or hand it to "
            + "'Update' before",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A context saves what it tracks: a row that was read without tracking may be changed at will, no "
            + "statement is sent and no exception is thrown.",
        alsoKnownAs: "AsNoTracking then SaveChanges, untracked entity, lost update, SaveChanges returns 0");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (EntityFramework.Of(start.Compilation).Context is null || !Surroundings.AreProductive(start.Compilation))
            return;

        var changes = new UntrackedChanges(start.Compilation);
        LookInBodies(
            start,
            context => changes.LostBy((IInvocationOperation)context.Operation)
                .Select(change => Finding(context, change)),
            OperationKind.Invocation);
    }

    private static Diagnostic Finding(OperationAnalysisContext context, UntrackedChange change) => Diagnostic.Create(
        Descriptor,
        change.Place.Syntax.GetLocation(),
        change.Name.Name,
        change.Row.Read.TargetMethod.Name,
        ((IInvocationOperation)context.Operation).TargetMethod.Name);
}
