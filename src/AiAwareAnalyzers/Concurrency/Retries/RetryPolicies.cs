using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency.Retries;

/// <summary>
/// Policies that repeat what they are given, whatever the failure says: read from how they are built.
/// </summary>
internal sealed class RetryPolicies(Compilation compilation)
{
    private static readonly ImmutableHashSet<string> Repeating = WordSet.Of(
        "Retry RetryAsync RetryForever RetryForeverAsync WaitAndRetry WaitAndRetryAsync WaitAndRetryForever",
        "WaitAndRetryForeverAsync AddRetry");

    private static readonly ImmutableHashSet<string> Running = WordSet.Of(
        "Execute ExecuteAsync ExecuteAndCapture ExecuteAndCaptureAsync");

    private static readonly ImmutableHashSet<string> Handling = WordSet.Of("Handle HandleInner Or OrInner");

    private static readonly ImmutableHashSet<string> Open = WordSet.Of(
        "Exception HttpRequestException TaskCanceledException OperationCanceledException TimeoutException",
        "TimeoutRejectedException SmtpException");

    /// <summary>What says for which requests, or after which answers, something is repeated.</summary>
    private static readonly ImmutableHashSet<string> Choosing = WordSet.Of(
        "DisableFor DisableForUnsafeHttpMethods ShouldHandle RemoveAllResilienceHandlers ShouldRetry");

    /// <summary>The policy that repeats a call; null where none does, or it is not seen how it is built.</summary>
    public string? RepeatedBy(IOperation call) =>
        Bodies.FunctionAround(call) is IAnonymousFunctionOperation function
        && function.Parent is IDelegateCreationOperation creation
        && creation.User() is IInvocationOperation { Instance: { } policy, TargetMethod.Name: var name }
        && Running.Contains(name)
        && Values.SymbolOf(policy) is { } symbol
        && BuildingOf(symbol).Any(Repeats)
            ? symbol.Name
            : null;

    /// <summary>Whether a call on a builder of clients makes these repeat requests of any kind.</summary>
    public static bool RepeatsAll(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "AddStandardResilienceHandler" => !Chooses(StatementAround(call.Syntax)),
        "AddTransientHttpErrorPolicy" => CallsIn(call.Syntax).Any(Repeating.Contains),
        "AddPolicyHandler" => call.Arguments is { Length: 2 } given
            && given[1].Value.Syntax is InvocationExpressionSyntax built
            && Repeats(built),
        _ => false,
    };

    /// <summary>What a variable is given first, or in its type, or what a method of this project does.</summary>
    private IEnumerable<SyntaxNode> BuildingOf(ISymbol policy) =>
        policy.DeclaringSyntaxReferences
            .Select(static reference => reference.GetSyntax())
            .Concat(policy is IFieldSymbol or IPropertySymbol
                ? policy.ContainingType.DeclaringSyntaxReferences
                    .Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree))
                    .SelectMany(static reference => reference.GetSyntax().DescendantNodes())
                    .OfType<AssignmentExpressionSyntax>()
                    .Where(assignment => Calls.NameOf(assignment.Left) == policy.Name)
                : []);

    private static bool Repeats(SyntaxNode building) =>
        CallsIn(building).Any(Repeating.Contains)
        && !Chooses(building)
        && (CallsIn(building).Any(static name => name is "HandleTransientHttpError" or "AddRetry")
            || building.DescendantNodes().OfType<GenericNameSyntax>().Any(HandlesOpen));

    /// <summary><c>Handle&lt;HttpRequestException&gt;()</c>, without a look at the failure.</summary>
    private static bool HandlesOpen(GenericNameSyntax name) =>
        Handling.Contains(name.Identifier.ValueText)
        && name.TypeArgumentList.Arguments is { Count: 1 } failures
        && Open.Contains(failures[0].ToString().Split('.').Last())
        && name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList.Arguments.Count: 0 };

    private static bool Chooses(SyntaxNode building) =>
        building.DescendantNodes().OfType<SimpleNameSyntax>().Any(static name =>
            Choosing.Contains(name.Identifier.ValueText));

    private static IEnumerable<string> CallsIn(SyntaxNode building) =>
        building.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Select(Calls.NameOf);

    private static SyntaxNode StatementAround(SyntaxNode call) =>
        call.FirstAncestorOrSelf<StatementSyntax>() ?? call;
}
