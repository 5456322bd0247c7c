using AiAwareAnalyzers.FakeWork.Work;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>A save of a context that was made for it, and that nothing was put into.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SavesNothing() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0612",
        title: "A context that tracks nothing is saved",
        messageFormat: "'{0}' writes nothing: '{1}' was made in this method, and no row was added to it, attached or "
            + "read for a change, so any change is lost and passes for saved; hand it to 'Update' or 'Attach' "
            + "before, or read it with '{1}'",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A context saves what it tracks, and one that was just made tracks nothing, whatever has become "
            + "of objects that another context has read.",
        alsoKnownAs: "lost update, untracked entity, SaveChanges returns 0");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (EntityFramework.Of(start.Compilation).Context is null || !Surroundings.AreProductive(start.Compilation))
            return;

        var contexts = new OwnContexts(start.Compilation);
        var changes = new UntrackedChanges(start.Compilation);
        LookInBodies(start, context => Look(context, contexts, changes), OperationKind.Invocation);
    }

    /// <summary>What is certain to be lost, AIA0613 says at the change itself.</summary>
    private static Diagnostic? Look(
        OperationAnalysisContext context, OwnContexts contexts, UntrackedChanges changes)
    {
        var save = (IInvocationOperation)context.Operation;
        return OwnContexts.IsSave(save)
            && save.Instance?.Bare() is ILocalReferenceOperation { Local: var local }
            && contexts.IsMadeFor(local, save)
            && contexts.IsFirstSave(local, save)
            && contexts.TracksNothing(local, save)
            && !changes.LostBy(save).Any()
                ? Diagnostic.Create(Descriptor, save.Called(), save.TargetMethod.Name, local.Name)
                : null;
    }
}
