using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>A list, a map or a number that is changed by several threads at once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsynchronizedCapture() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1004",
        title: "Code that runs in parallel changes what it shares",
        messageFormat: "'{0}' runs on several threads at once under '{1}', and {2}; {3}",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A plain collection or number that several threads change loses some of the changes, and a "
            + "collection may break for good.",
        alsoKnownAs: "race condition, lost update, thread safety",
        cwe: [362]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var functions = new OverlappingFunctions(start.Compilation);
        LookInBodies(
            start,
            context => functions.Of((IAnonymousFunctionOperation)context.Operation) is { } overlap
                ? ChangesIn(overlap, context.Compilation).Select(change => Finding(change, overlap))
                : [],
            OperationKind.AnonymousFunction);
    }

    private static IEnumerable<CapturedChange> ChangesIn(Overlap overlap, Compilation compilation) =>
        Bodies.Own(overlap.Function)
            .Where(operation => operation.Syntax.Span.End > overlap.Begins)
            .Select(operation => CapturedChange.By(operation, compilation))
            .OfType<CapturedChange>()
            .Where(change => IsShared(change.Target, overlap.Round) && !Turns.AreTakenBefore(change.Change, overlap));

    private static Diagnostic Finding(CapturedChange change, Overlap overlap) => Diagnostic.Create(
        Descriptor,
        change.Change.Syntax.GetLocation(),
        Quote.Of(change.Change.Syntax),
        overlap.Starter,
        change.Kind is { Name: var kind }
            ? $"a '{kind}' loses what is added then, or breaks"
            : $"what one adds to '{Quote.Of(change.Target.Syntax)}' is overwritten by another",
        RemedyFor(change, overlap));

    /// <summary>Nobody is there to put together what each request returns.</summary>
    private static string RemedyFor(CapturedChange change, Overlap overlap) => (change.Kind, overlap.IsEndpoint) switch
    {
        (null, true) => "use 'Interlocked' or a lock",
        (null, false) => "use 'Interlocked' or a lock, or add up what each run returns",
        (_, true) => "use a concurrent collection, or a lock",
        (_, false) => "let each run return its share, use a concurrent collection, or a lock",
    };

    /// <summary>
    /// A local from outside, or a member of one, or of the object itself: there is one of it for all runs.
    /// </summary>
    private static bool IsShared(IOperation target, SyntaxNode round) => target switch
    {
        ILocalReferenceOperation { Local: var local } => IsOutside(local, round),
        IParameterReferenceOperation { Parameter: var parameter } => IsOutside(parameter, round),
        IFieldReferenceOperation { Field: var field } reference =>
            !field.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute")
            && IsOfShared(reference.Instance, round),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } reference => IsOfShared(reference.Instance, round),
        _ => false,
    };

    private static bool IsOfShared(IOperation? owner, SyntaxNode round) => owner switch
    {
        null => true,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation =>
            IsShared(owner, round),
        _ => false,
    };

    private static bool IsOutside(ISymbol variable, SyntaxNode round) =>
        variable.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
        && declaration.SyntaxTree == round.SyntaxTree
        && !round.Span.Contains(declaration.Span);
}
