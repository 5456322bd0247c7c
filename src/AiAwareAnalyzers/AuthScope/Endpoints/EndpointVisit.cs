using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>One endpoint that a rule is shown, at the place where it is declared.</summary>
internal readonly struct EndpointVisit
{
    private readonly Action<Diagnostic> _report;

    private EndpointVisit(
        Endpoint endpoint, Compilation compilation, AnalyzerOptions options, Action<Diagnostic> report)
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

    /// <summary>
    /// Shows a rule every endpoint, once per file. The application is learned when the first file that may hold one
    /// comes along; where there is none, nothing is.
    /// </summary>
    public static void Register(CompilationStartAnalysisContext start, Action<EndpointVisit> visit)
    {
        var application = WebApplication.Of(start.Compilation);
        if (!application.IsPossible || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterSemanticModelAction(context =>
        {
            foreach (var endpoint in application.EndpointsIn(context.SemanticModel))
                visit(new EndpointVisit(
                    endpoint, context.SemanticModel.Compilation, context.Options, finding => context.Report(finding)));
        });
    }
}
