using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>A gate that lets everybody in: always, or whenever it cannot check.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AlwaysOpenGate() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0309",
        title: "An authorization check always succeeds",
        messageFormat: "'{0}' lets every caller in {1}; {2}",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An authorization check that always succeeds, or that lets callers in when it fails itself, "
            + "protects nothing when it is needed.",
        alsoKnownAs: "fail-open authorization, broken access control",
        cwe: [285]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(JudgeCatch, OperationKind.CatchClause);
        start.RegisterOperationAction(JudgeChoice, OperationKind.Conditional);
        start.RegisterOperationAction(JudgeCoalesce, OperationKind.Coalesce);

        var policies =
            start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder");
        if (policies is null) return;
        start.RegisterOperationAction(context => JudgeCall(context, policies), OperationKind.Invocation);
    }

    private static void JudgeCatch(OperationAnalysisContext context)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        if (!GateFailures.Is(clause.ExceptionType)
            || clause.Handler.Operations.IsEmpty
            || GateOf(context, clause) is not var (gate, opening))
            return;

        var answers = ReturnValues.In(clause.Handler).ToList();
        if (answers.Count == 0
            || !answers.TrueForAll(answer => ReturnValues.Is(answer, opening))
            || OpensOnlyByFailing(clause, opening))
            return;

        Report(
            context,
            answers[^1],
            gate.Name,
            "when the check fails",
            $"return {(opening ? "false" : "true")} from the catch, or let the exception through");
    }

    /// <summary>
    /// <c>try { Find(name); return false; } catch { return true; }</c> asks whether something is absent.
    /// </summary>
    private static bool OpensOnlyByFailing(ICatchClauseOperation clause, bool opening) =>
        clause.Parent is ITryOperation attempt
        && ReturnValues.In(attempt.Body).ToList() is { Count: > 0 } values
        && values.TrueForAll(value => ReturnValues.Is(value, !opening));

    private static void JudgeChoice(OperationAnalysisContext context)
    {
        var choice = (IConditionalOperation)context.Operation;
        if (ReturnValues.Given(choice.WhenTrue) is not { } answer
            || MissingInput.In(choice.Condition) is not { } missing
            || GateOf(context, choice) is not var (gate, opening))
            return;
        if (!ReturnValues.Is(answer, opening) || !MissingInput.IsNeeded(missing, gate)) return;

        Report(
            context,
            answer,
            gate.Name,
            $"when '{Quote.Of(missing.Syntax)}' is missing",
            $"return {(opening ? "false" : "true")} there");
    }

    /// <summary><c>checker?.IsAllowed(user) ?? true</c>.</summary>
    private static void JudgeCoalesce(OperationAnalysisContext context)
    {
        var coalesce = (ICoalesceOperation)context.Operation;
        if (coalesce.Value is not IConditionalAccessOperation { Operation: var missing }
            || !ReturnValues.IsReturned(coalesce)
            || GateOf(context, coalesce) is not var (gate, opening))
            return;
        if (!ReturnValues.Is(coalesce.WhenNull, opening) || !MissingInput.IsNeeded(missing, gate)) return;

        Report(
            context,
            coalesce.WhenNull,
            gate.Name,
            $"when '{Quote.Of(missing.Syntax)}' is missing",
            $"write '?? {(opening ? "false" : "true")}'");
    }

    private static (IMethodSymbol Gate, bool Opening)? GateOf(OperationAnalysisContext context, IOperation operation)
    {
        var method = context.ContainingSymbol as IMethodSymbol;
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation) return null;
            if (outer is not ILocalFunctionOperation local) continue;
            method = local.Symbol;
            break;
        }

        if (method is null || Gates.Opens(method) is not { } opening) return null;
        if (Gates.IsOpenByName(method.ContainingType.Name) || EnvironmentGuard.Surrounds(operation.Syntax)) return null;
        return (method, opening);
    }

    private static void JudgeCall(OperationAnalysisContext context, INamedTypeSymbol policies)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "RequireAssertion", Parameters.Length: 1 } assertion
            && SymbolEqualityComparer.Default.Equals(assertion.ContainingType, policies))
            JudgeAssertion(context, call);
        else if (call.TargetMethod is { Name: "Succeed", ContainingType.Name: "AuthorizationHandlerContext" })
            JudgeSuccess(context, call);
    }

    private static void JudgeAssertion(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (ReturnValues.BodyOf(call.Arguments[0].Value, context.Compilation) is not { } body
            || !ReturnValues.AreAlwaysTrue(body))
            return;
        if (EnvironmentGuard.Surrounds(call.Syntax) || IsOpenPolicy(call)) return;

        context.Report(Diagnostic.Create(
            Descriptor,
            call.Arguments[0].Syntax.GetLocation(),
            Quote.Of("RequireAssertion" + call.Arguments[0].Syntax.Parent),
            "always",
            "require a role, a claim or a scope"));
    }

    /// <summary><c>AddPolicy("Public", …)</c> says what it does.</summary>
    private static bool IsOpenPolicy(IOperation call)
    {
        for (var outer = call.Parent; outer is not null; outer = outer.Parent)
            if (outer is IInvocationOperation { TargetMethod.Name: "AddPolicy" } policy)
                return policy.Arguments.Any(argument =>
                    argument.Value.ConstantText() is { } name && Gates.IsOpenByName(name));
        return false;
    }

    private static void JudgeSuccess(OperationAnalysisContext context, IInvocationOperation success)
    {
        if (context.ContainingSymbol is not IMethodSymbol { Name: "HandleRequirementAsync" or "HandleAsync" } method
            || Gates.IsOpenByName(method.ContainingType.Name))
            return;
        if (EnvironmentGuard.Surrounds(success.Syntax)) return;

        if (PolicySuccess.IsInCatch(success))
            Report(
                context, success, method.ContainingType.Name, "when the check fails",
                "leave the requirement unmet in the catch");
        else if (PolicySuccess.IsUnconditional(success))
            Report(
                context,
                success,
                method.ContainingType.Name,
                "always",
                "compare the caller's claims with the requirement first");
    }

    private static void Report(
        OperationAnalysisContext context, IOperation place, string gate, string when, string wayOut) =>
        context.Report(Diagnostic.Create(Descriptor, place.Syntax.GetLocation(), gate, when, wayOut));
}
