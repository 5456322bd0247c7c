using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Concurrency.Resources;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>A scope, a connection or a file that nobody gives back, or only where nothing fails.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LeakOnFailure() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1008",
        title: "A scope, a connection or a file is not disposed of, or only where nothing fails",
        messageFormat: "'{0}' is disposed of {1}, and {2}; declare it with '{3}'",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "What other requests wait for must be given back whatever happens; only 'using' and 'finally' do "
            + "that.",
        alsoKnownAs: "resource leak, missing using, connection leak",
        cwe: [404, 772]);

    /// <summary>How it is to be declared, for the fix.</summary>
    internal const string Keyword = "Keyword";

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var acquisitions = new Acquisitions(start.Compilation);
        var ownership = new Ownership(start.Compilation);
        LookInBodies(
            start,
            context => context.Operation switch
            {
                IVariableDeclaratorOperation declarator => OfLocal(declarator, context.ContainingSymbol),
                IPropertyReferenceOperation { Property.Name: "ServiceProvider", Instance: { } scope } =>
                    InPassing(scope),
                IInvocationOperation call => Borrowers.UsedBy(call)
                    .Select(InPassing)
                    .FirstOrDefault(static finding => finding is not null),
                _ => null,
            },
            OperationKind.VariableDeclarator,
            OperationKind.PropertyReference,
            OperationKind.Invocation);

        Diagnostic? OfLocal(IVariableDeclaratorOperation declarator, ISymbol member) =>
            declarator.GetVariableInitializer()?.Value is { } value
            && acquisitions.LossOf(value) is { } loss
            && !Ownership.IsInUsing(declarator)
            && !StartUp.Holds(declarator.Syntax)
            && ownership.Of(declarator) is var ending and not Ending.CaredFor
                ? Finding(declarator, ending, loss, KeywordFor(declarator, member))
                : null;

        // What no local keeps: services.CreateScope().ServiceProvider, SHA256.HashData(File.OpenRead(path)).
        Diagnostic? InPassing(IOperation used) =>
            used.Bare() is IInvocationOperation or IObjectCreationOperation
            && acquisitions.LossOf(used) is { } loss
            && !StartUp.Holds(used.Syntax)
                ? Diagnostic.Create(
                    Descriptor, used.Syntax.GetLocation(), Quote.Of(used.Syntax), "nowhere", loss, "using")
                : null;
    }

    private static Diagnostic Finding(
        IVariableDeclaratorOperation declarator, Ending ending, string loss, string keyword) => Diagnostic.Create(
        Descriptor,
        declarator.Syntax.GetLocation(),
        ending == Ending.Never ? ImmutableDictionary<string, string?>.Empty.Add(Keyword, keyword) : null,
        declarator.Symbol.Name,
        ending == Ending.Never ? "nowhere" : "only where nothing throws before",
        loss,
        keyword);

    /// <summary>A context and a scope close a connection better where they can be awaited.</summary>
    private static string KeywordFor(IVariableDeclaratorOperation declarator, ISymbol member) =>
        Bodies.FunctionOf(declarator, member) is { IsAsync: true }
        && declarator.Symbol.Type.AllInterfaces.Any(static contract => contract.Name == "IAsyncDisposable")
            ? "await using"
            : "using";
}
