using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>One endpoint that a rule is shown, at the place where it is declared.</summary>
internal readonly struct EndpointVisit
{
    private readonly Action<Diagnostic> _report;

    private EndpointVisit(Endpoint endpoint, Compilation compilation, AnalyzerOptions options, Action<Diagnostic> report)
    {
        Endpoint = endpoint;
        Compilation = compilation;
        Options = options;
        _report = report;
    }

    public Endpoint Endpoint { get; }

    public Compilation Compilation { get; }

    public AnalyzerOptions Options { get; }

    public void Report(Diagnostic diagnostic) => _report(diagnostic);

    /// <summary>Shows a rule every endpoint. The application is learned when the first of them comes along; where there is none, nothing is.</summary>
    public static void Register(CompilationStartAnalysisContext start, Action<EndpointVisit> visit)
    {
        var application = WebApplication.Of(start.Compilation);
        if (!application.IsPossible || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (!application.HoldsEndpoints(type)) return;
                foreach (var endpoint in application.EndpointsOf(type)) visit(new EndpointVisit(endpoint, context.Compilation, context.Options, context.ReportDiagnostic));
            },
            SymbolKind.NamedType);
        start.RegisterOperationAction(
            context =>
            {
                if (!MappedEndpoints.IsMap(((IInvocationOperation)context.Operation).TargetMethod)) return;
                if (application.EndpointAt((InvocationExpressionSyntax)context.Operation.Syntax) is { } endpoint) visit(new EndpointVisit(endpoint, context.Compilation, context.Options, context.ReportDiagnostic));
            },
            OperationKind.Invocation);
    }
}
