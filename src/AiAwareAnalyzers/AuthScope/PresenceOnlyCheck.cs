using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>A write that is guarded only by a look whether somebody, a header or a claim is there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PresenceOnlyCheck() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0301",
        title: "A guard checks only that a value is present",
        messageFormat: "'{0}' is all that guards {1}: it checks that a value is present, not that the caller is "
            + "allowed; {2}",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A guard that only checks that a user, a header or a claim is present lets in every caller who "
            + "sends one.",
        alsoKnownAs: "broken access control, improper authorization",
        cwe: [863]);

    private const string DemandMore = "require a role, a scope or a policy";
    private const string CompareValue = "compare its value with the one that is needed";

    /// <summary>Methods that stand in front of endpoints.</summary>
    private static readonly ImmutableHashSet<string> Doors = WordSet.Of(
        "Invoke InvokeAsync OnAuthorization OnAuthorizationAsync OnActionExecuting OnActionExecutionAsync");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        EndpointVisit.Register(start, Judge);
        if (TestCode.Of(start.Compilation).IsTestProject) return;
        if (WebApplication.Of(start.Compilation).IsPossible) start.RegisterSemanticModelAction(JudgeDoors);
        var policies = ClaimPolicies.Of(start.Compilation);
        if (!policies.ArePossible) return;
        start.RegisterOperationAction(context => JudgePolicy(context, policies), OperationKind.Invocation);
        LookInBodies(start, LookAtHandler, OperationKind.Invocation);
    }

    private static void Judge(EndpointVisit visit)
    {
        var endpoint = visit.Endpoint;
        if (endpoint is not { IsWrite: true, IsForEverybody: false, Declared: Protection.None,
            Inherited: Protection.None or Protection.Unknown, Handler: { } handler })
            return;
        if (HandlerChecks.PresenceGate(handler) is { } gate)
            visit.Report(Diagnostic.Create(
                Descriptor, gate.GetLocation(), Quote.Of(gate), $"'{endpoint.Name}', which changes data", DemandMore));
    }

    /// <summary>
    /// Middleware, filters, and methods that answer whether somebody may: there a header that is only there is never
    /// enough.
    /// </summary>
    private static void JudgeDoors(SemanticModelAnalysisContext context)
    {
        if (!Calls.AreMentioned(context.SemanticModel.SyntaxTree, "Headers")) return;

        foreach (var node in context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken).DescendantNodes())
            switch (node)
            {
                case MethodDeclarationSyntax method
                    when context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is { } symbol:
                    JudgeMethod(context, method, symbol);
                    break;
                case InvocationExpressionSyntax call when Calls.NameOf(call) is "Use" or "AddEndpointFilter":
                    JudgeInline(context, call);
                    break;
            }
    }

    private static void JudgeMethod(
        SemanticModelAnalysisContext context, MethodDeclarationSyntax syntax, IMethodSymbol method)
    {
        var isDoor = Doors.Contains(method.Name)
            && method.Parameters.Length > 0
            && method.Parameters[0].Type.Name.EndsWith("Context", StringComparison.Ordinal);
        if (!isDoor && Gates.Opens(method) != true) return;

        var gate = isDoor ? HandlerChecks.PresenceGate(syntax) : AnswerOf(syntax);
        if (gate is not null && HandlerChecks.LookAtHeader(gate, syntax))
            Report(
                context,
                gate,
                isDoor ? $"what runs after '{method.ContainingType.Name}'" : $"every caller of '{method.Name}'");
    }

    /// <summary>Bound only after a hit, because that binds the lambda.</summary>
    private static void JudgeInline(SemanticModelAnalysisContext context, InvocationExpressionSyntax call)
    {
        foreach (var lambda in call.ArgumentList.Arguments.Select(argument => argument.Expression)
            .OfType<AnonymousFunctionExpressionSyntax>())
            if (HandlerChecks.PresenceGate(lambda) is { } gate
                && HandlerChecks.LookAtHeader(gate, lambda)
                && context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol
                    is IMethodSymbol { IsExtensionMethod: true } method)
                Report(context, gate, $"what runs after '{method.Name}'");
    }

    private static void Report(SemanticModelAnalysisContext context, ExpressionSyntax gate, string guarded) =>
        context.Report(Diagnostic.Create(Descriptor, gate.GetLocation(), Quote.Of(gate), guarded, DemandMore));

    /// <summary>A policy that asks whether a scope is there, and not which one.</summary>
    private static void JudgePolicy(OperationAnalysisContext context, ClaimPolicies policies)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("RequireClaim" or "RequireAssertion")
            || call.Syntax is not InvocationExpressionSyntax syntax
            || !policies.AsksOnlyForPresence(call))
            return;

        var look = TextSpan.FromBounds(StartOf(syntax), syntax.Span.End);
        context.Report(OfPolicy(
            Location.Create(syntax.SyntaxTree, look),
            syntax.ToString()[(look.Start - syntax.SpanStart)..],
            ClaimPolicies.Named(call)));
    }

    /// <summary>A handler of requirements that does so.</summary>
    private static Diagnostic? LookAtHandler(OperationAnalysisContext context) =>
        context.Operation is IInvocationOperation
            { TargetMethod: { Name: "Succeed", ContainingType.Name: "AuthorizationHandlerContext" } } success
        && context.ContainingSymbol is IMethodSymbol handler
        && ClaimPolicies.LookOf(success, handler) is { } condition
            ? OfPolicy(condition.GetLocation(), condition.ToString(), $"'{handler.ContainingType.Name}'")
            : null;

    /// <summary>The name that is called: what stands before it in a chain is not meant.</summary>
    private static int StartOf(InvocationExpressionSyntax call) =>
        (call.Expression is MemberAccessExpressionSyntax { Name: var name } ? name : call.Expression).SpanStart;

    private static Diagnostic OfPolicy(Location place, string look, string guarded) =>
        Diagnostic.Create(Descriptor, place, Quote.Of(look), guarded, CompareValue);

    /// <summary>A method that answers with one look.</summary>
    private static ExpressionSyntax? AnswerOf(SyntaxNode gate)
    {
        var body = Bodies.BodyOf(gate);
        var answer = body is BlockSyntax { Statements.Count: > 1 } or null ? null : PresenceLooks.AnswerIn(body);
        return answer is not null && PresenceLooks.Is(answer, body!) ? answer : null;
    }
}
