using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Concurrency.Resources;
using AiAwareAnalyzers.Concurrency.Sharing;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Container;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>A client that keeps connections for all calls, and is made for each of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientPerCall() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1010",
        title: "A client that keeps connections is made for each call",
        messageFormat: "{0} makes a '{1}' with connections of its own, which no other call uses, so that a busy server "
            + "runs out of them; {2}",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Such a client is made to be shared: it keeps connections open for the next call, and what it has "
            + "closed the system keeps for minutes.",
        alsoKnownAs: "socket exhaustion, HttpClient per request, connection churn",
        cwe: [400]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject
            || !FrameworkServices.Of(start.Compilation).HasScopes
            || Client.IsForDevelopers(start.Compilation))
            return;

        var makers = new Makers(start.Compilation);
        LookInBodies(
            start,
            context => Client.MadeBy(context.Operation) is { } client
                && !SingleCaller.Has(context.ContainingSymbol)
                && makers.Of(context.Operation, context.ContainingSymbol) is { } maker
                    ? Diagnostic.Create(
                        Descriptor, context.Operation.Syntax.GetLocation(), maker, client.Name, client.Remedy)
                    : null,
            OperationKind.ObjectCreation,
            OperationKind.Invocation);
    }

    /// <summary>Who makes a client that lives no longer than a request.</summary>
    private sealed class Makers(Compilation compilation)
    {
        private readonly AspNetCore _framework = AspNetCore.Of(compilation);
        private readonly Ownership _ownership = new(compilation);
        private readonly SharedObjects _objects = new(compilation);

        /// <summary>The call, or the object that is made for a request; null where the client may live on.</summary>
        public string? Of(IOperation client, ISymbol member) => member switch
        {
            { IsStatic: true } and not IMethodSymbol { MethodKind: MethodKind.Ordinary } => null,
            IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Constructor } =>
                Bodies.FunctionAround(client) is null && IsKeptByOneOfMany(client, member)
                    ? $"Each '{member.ContainingType.Name}'"
                    : null,
            _ => !StartUp.Holds(client.Syntax) && IsForOneCall(client) && !GivenAddresses.Lead(client)
                ? "Each call"
                : null,
        };

        private bool IsKeptByOneOfMany(IOperation client, ISymbol member) =>
            Values.UserOf(client) is not ICoalesceOperation
            && Values.TakerOf(client) is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false }
            && member.ContainingType is { } type
            && (_framework.IsController(type)
                || _framework.IsPage(type)
                || _framework.IsHub(type)
                || _objects.AreMany(type));

        /// <summary>Used where it is made, or from a local that nobody else has.</summary>
        private bool IsForOneCall(IOperation client) => client.User() switch
        {
            IInvocationOperation call => call.Instance?.Bare() == client,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } =>
                Ownership.IsInUsing(declarator) || _ownership.Keeps(declarator),
            _ => false,
        };
    }
}
