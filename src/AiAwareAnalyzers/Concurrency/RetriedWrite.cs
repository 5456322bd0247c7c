using AiAwareAnalyzers.Concurrency.Retries;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>A request that is sent again after a failure, though it may have been done already.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RetriedWrite() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1014",
        title: "A write is sent again, though it may have been done",
        messageFormat: "{0} is sent again {1}, which leaves open whether the server has done it already, so it may be "
            + "done twice; {2}",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A time-out or a broken connection does not say that nothing has happened: what is not idempotent "
            + "and is sent again may be done twice.",
        alsoKnownAs: "retry of a non-idempotent request, duplicate request, double submission",
        cwe: [837]);

    private const string WithKey = "send a key with it by which the server knows it again, or repeat it only where "
        + "nothing can have arrived";

    private const string NoWrites = "call 'DisableForUnsafeHttpMethods' on its retry, or send a key by which the "
        + "server knows a request again";

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var writes = new WriteRequests(start.Compilation);
        var policies = new RetryPolicies(start.Compilation);
        var repeaters = new Repeaters(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (RetryPolicies.RepeatsAll(call)) AnalyzeClient(context, call, writes);
                else AnalyzeCall(context, call, writes, policies, repeaters);
            },
            OperationKind.Invocation);
    }

    /// <summary>A policy may be meant for other requests, a loop around one is meant for just it.</summary>
    private static void AnalyzeCall(
        OperationAnalysisContext context,
        IInvocationOperation call,
        WriteRequests writes,
        RetryPolicies policies,
        Repeaters repeaters)
    {
        if (writes.MayBe(call))
        {
            if (policies.RepeatedBy(call) is { } policy && writes.Is(call))
                ReportWrite(context, call, $"by '{policy}' after a failure");
            else if (WhenRepeated(call, repeaters) is { } when) ReportWrite(context, call, when);
        }
        else if (MaySendBehind(call) && WhenRepeated(call, repeaters) is { } when && writes.IsBehind(call))
            Report(context, call.CalledName(), $"What '{call.TargetMethod.Name}' posts", when, WithKey);
    }

    private static bool MaySendBehind(IInvocationOperation call) =>
        Tasks.IsTask(call.TargetMethod.ReturnType)
        && !call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty;

    private static string? WhenRepeated(IInvocationOperation call, Repeaters repeaters) =>
        RetryLoops.RepeatAfter(call) is { } failure ? $"after '{failure.Name}'"
        : repeaters.RepeatedBy(call) is { } helper ? $"by '{helper}' after a failure"
        : null;

    private static void ReportWrite(OperationAnalysisContext context, IInvocationOperation call, string when) =>
        Report(context, call.Syntax.GetLocation(), $"'{Quote.Of(call.Syntax)}'", when, WithKey);

    /// <summary>A typed client of this project that posts, and whose handler repeats all that it sends.</summary>
    private static void AnalyzeClient(
        OperationAnalysisContext context, IInvocationOperation handler, WriteRequests writes)
    {
        if (TypedClientOf(handler) is { } client && WriteOf(client, writes, context.Compilation) is { } write)
            Report(
                context,
                handler.CalledName(),
                $"What '{client.Name}.{write}' posts",
                "after a failure by the handler that is added here",
                NoWrites);
    }

    /// <summary><c>AddHttpClient&lt;IShop, Shop&gt;(…)</c> at the beginning of a chain of calls.</summary>
    private static INamedTypeSymbol? TypedClientOf(IInvocationOperation handler)
    {
        IOperation? link = handler;
        while (link is IInvocationOperation { TargetMethod: var method, Arguments: var arguments } call)
        {
            if (method is { Name: "AddHttpClient", TypeArguments: { IsEmpty: false } types })
                return types[types.Length - 1] as INamedTypeSymbol;
            link = (call.Instance ?? arguments.FirstOrDefault()?.Value)?.AsWritten();
        }

        return null;
    }

    /// <summary>The first method of a client that posts.</summary>
    private static string? WriteOf(INamedTypeSymbol client, WriteRequests writes, Compilation compilation) =>
        client.DeclaringSyntaxReferences
            .Select(static reference => reference.GetSyntax())
            .SelectMany(static type => type.DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Where(static call => Calls.NameOf(call) is { } name
                && (name.StartsWith("Post", StringComparison.Ordinal)
                    || name.StartsWith("Patch", StringComparison.Ordinal)
                    || name.StartsWith("Send", StringComparison.Ordinal)))
            .FirstOrDefault(call =>
                Semantics.Of(compilation).ModelOf(call.SyntaxTree)?.GetOperation(call) is { } operation
                && writes.Is(operation))
            ?.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText;

    private static void Report(
        OperationAnalysisContext context, Location place, string what, string when, string wayOut) =>
        context.Report(Diagnostic.Create(Descriptor, place, what, when, wayOut));
}
