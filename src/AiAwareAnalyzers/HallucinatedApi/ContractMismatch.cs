using AiAwareAnalyzers.HallucinatedApi.Agreement;
using AiAwareAnalyzers.HallucinatedApi.Documents;
using AiAwareAnalyzers.HallucinatedApi.Requests;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Frameworks;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>Code that speaks to a service otherwise than the document of the service says.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractMismatch() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0112",
        title: "Code and the OpenAPI document of a service differ",
        messageFormat: "{0}, so {1}; {2}",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A path, a method, a parameter or a property that the OpenAPI document of a service does not "
            + "have, or has otherwise, fails only when the service is called.",
        alsoKnownAs: "contract drift, OpenAPI mismatch",
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;
        var called = new Contracts(ProjectFiles.ClientContract, start.Options, Read);
        if (!called.IsEmpty && HttpRequests.Of(start.Compilation).ArePossible)
            LookAtClients(start, new(start.Compilation, called, RequestMethods.Of(start.Compilation)));
        var served = new Contracts(ProjectFiles.ServerContract, start.Options, Read);
        if (!served.IsEmpty && AspNetCore.Of(start.Compilation).IsThere)
            LookAtEndpoints(start, new(start.Compilation, served));

        ApiDocument? Read(SourceText text) =>
            start.TryGetValue(text, Contracts.Readings, out var document) ? document : null;
    }

    private static void LookAtClients(CompilationStartAnalysisContext start, ClientCheck check)
    {
        start.RegisterOperationAction(
            context =>
            {
                foreach (var flaw in check.At(context.Operation)) context.Report(Finding(flaw));
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.SimpleAssignment,
            OperationKind.Binary,
            OperationKind.IsPattern);
        start.RegisterSymbolAction(
            context =>
            {
                if (DeclaredRequest.Of((IMethodSymbol)context.Symbol, context.CancellationToken) is { } declared)
                    foreach (var flaw in check.Of(declared))
                        context.Report(Finding(flaw));
            },
            SymbolKind.Method);
    }

    private static void LookAtEndpoints(CompilationStartAnalysisContext start, ServerCheck check)
    {
        var framework = AspNetCore.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (ServedRequest.Of((IInvocationOperation)context.Operation, context.Compilation) is { } served)
                    foreach (var flaw in check.Of(served))
                        context.Report(Finding(flaw));
            },
            OperationKind.Invocation);
        start.RegisterSymbolAction(
            context =>
            {
                if (ServedRequest.Of((IMethodSymbol)context.Symbol, framework, context.CancellationToken)
                    is { } served)
                    foreach (var flaw in check.Of(served))
                        context.Report(Finding(flaw));
            },
            SymbolKind.Method);
    }

    private static Diagnostic Finding(Flaw flaw) => Diagnostic.Create(
        Descriptor,
        flaw.Place.GetLocation(),
        flaw.Difference.IsCertain ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
        additionalLocations: null,
        properties: null,
        flaw.Difference.What,
        flaw.Difference.Harm,
        flaw.Difference.WayOut);
}
