using AiAwareAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>A write that is guarded only by a look whether somebody, a header or a claim is there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PresenceOnlyCheck() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0301",
        title: "A guard only looks whether something is there",
        messageFormat: "'{0}' is all that guards {1}: it finds out that something is there, not who may; ask for a role, a scope or a policy",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A guard that only looks whether somebody, a header or a claim is there lets in everybody who sends one.");

    /// <summary>Methods that stand in front of endpoints.</summary>
    private static readonly ImmutableHashSet<string> Doors = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Invoke", "InvokeAsync", "OnAuthorization", "OnAuthorizationAsync", "OnActionExecuting", "OnActionExecutionAsync");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        EndpointVisit.Register(start, Judge);
        if (!WebApplication.Of(start.Compilation).IsPossible || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterSymbolAction(JudgeMethod, SymbolKind.Method);
        start.RegisterOperationAction(JudgeInline, OperationKind.Invocation);
    }

    private static void Judge(EndpointVisit visit)
    {
        var endpoint = visit.Endpoint;
        if (endpoint is not { IsWrite: true, IsForEverybody: false, Declared: Protection.None, Inherited: Protection.None or Protection.Unknown, Handler: { } handler }) return;
        if (HandlerChecks.PresenceGate(handler) is { } gate) visit.Report(Diagnostic.Create(Descriptor, gate.GetLocation(), Quote.Of(gate), $"'{endpoint.Name}', which changes data"));
    }

    /// <summary>Middleware, filters, and methods that answer whether somebody may: there a header that is only there is never enough.</summary>
    private static void JudgeMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        var isDoor = Doors.Contains(method.Name) && method.Parameters.Length > 0 && method.Parameters[0].Type.Name.EndsWith("Context", StringComparison.Ordinal);
        if (!isDoor && Gates.Opens(method) != true) return;
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is not { } syntax) return;

        var gate = isDoor ? HandlerChecks.PresenceGate(syntax) : AnswerOf(syntax);
        if (gate is null || !LooksAtHeader(gate, syntax)) return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, gate.GetLocation(), Quote.Of(gate), isDoor ? $"what comes behind '{method.ContainingType.Name}'" : $"whatever asks '{method.Name}'"));
    }

    private static void JudgeInline(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "Use" or "AddEndpointFilter", IsExtensionMethod: true } method) return;

        foreach (var lambda in call.Arguments.Select(argument => Answers.Unwrapped(argument.Value)).OfType<IAnonymousFunctionOperation>())
            if (HandlerChecks.PresenceGate(lambda.Syntax) is { } gate && LooksAtHeader(gate, lambda.Syntax))
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, gate.GetLocation(), Quote.Of(gate), $"what comes behind '{method.Name}'"));
    }

    /// <summary>A method that answers with one look.</summary>
    private static ExpressionSyntax? AnswerOf(SyntaxNode gate)
    {
        var body = HandlerChecks.BodyOf(gate);
        var answer = body switch
        {
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            BlockSyntax { Statements.Count: 1 } block => (block.Statements[0] as ReturnStatementSyntax)?.Expression,
            _ => null,
        };
        return answer is not null && HandlerChecks.IsPresence(answer, body!) ? answer : null;
    }

    /// <summary>An identity that the framework has found out may be asked for; a header is only what somebody sent.</summary>
    private static bool LooksAtHeader(ExpressionSyntax gate, SyntaxNode handler) =>
        HandlerChecks.Evidence(gate, HandlerChecks.BodyOf(handler)!).Exists(expression =>
            expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == "Headers"));
}
