using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>Work for later that keeps the context of a request.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutlivedContext() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1016",
        title: "Work that outlives the request uses its DbContext",
        messageFormat: "What '{0}' is given runs when the request may be over, and then {1} is disposed of, or in use "
            + "twice; open a scope inside of the work with 'IServiceScopeFactory', and ask it for the context",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "The context of a request ends with it: work that goes on afterwards needs one of its own.",
        alsoKnownAs: "Cannot access a disposed context instance, ObjectDisposedException, captured scoped service",
        cwe: [416]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (EntityFramework.Of(start.Compilation).Context is null || SingleCaller.HasAllOf(start.Compilation)) return;

        var framework = EntityFramework.Of(start.Compilation);
        var uses = new ContextUses(start.Compilation);
        LookInBodies(
            start,
            context => LaterWork.HandedTo(context.Operation) is { } handover
                && !SingleCaller.Has(context.ContainingSymbol)
                && KeptBy(context.Operation, context.Compilation, framework, uses) is var (place, phrase)
                    ? Diagnostic.Create(Descriptor, place.GetLocation(), handover.TargetMethod.Name, phrase)
                    : null,
            OperationKind.AnonymousFunction,
            OperationKind.MethodReference);
    }

    /// <summary>What a piece of work keeps, at its place in a lambda, or at the name of the function.</summary>
    private static (SyntaxNode Place, string Phrase)? KeptBy(
        IOperation work, Compilation compilation, EntityFramework framework, ContextUses uses)
    {
        if (ReturnValues.BodyOf(work, compilation) is not { } body) return null;
        var whole = work is IMethodReferenceOperation { Method: var named }
            ? named.DeclaringSyntaxReferences[0].GetSyntax()
            : work.Syntax;
        return KeptIn(body, whole, framework, uses) is var (place, phrase)
            ? (whole == work.Syntax ? place.Syntax : work.Syntax, phrase)
            : null;
    }

    /// <summary>The first use of a context, or of a service with one, that was there before the work.</summary>
    private static (IOperation Place, string Phrase)? KeptIn(
        IOperation body, SyntaxNode work, EntityFramework framework, ContextUses uses)
    {
        foreach (var operation in Bodies.Own(body))
        {
            if (framework.IsContext(operation.Type) && IsGiven(operation, work))
                return (operation, $"'{Quote.Of(operation.Syntax)}'");
            if (operation is IInvocationOperation { Instance: { } service } call
                && IsGiven(service, work)
                && uses.Of(call) is { Context: { } context })
                return (call, $"the '{context.Name}' of '{Quote.Of(service.Syntax)}'");
        }

        return null;
    }

    /// <summary>A member of this object, or a parameter of the function around: it ends with its giver.</summary>
    private static bool IsGiven(IOperation value, SyntaxNode work) => value.Bare() switch
    {
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: IFieldSymbol or IPropertySymbol } =>
            true,
        IParameterReferenceOperation { Parameter: { DeclaringSyntaxReferences: var places } } =>
            !places.Any(place => place.SyntaxTree == work.SyntaxTree && work.Span.Contains(place.Span)),
        _ => false,
    };
}
