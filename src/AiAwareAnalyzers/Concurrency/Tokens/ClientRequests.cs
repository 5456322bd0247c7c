using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency.Tokens;

/// <summary>The requests that are sent by a client, and which of them no token can end.</summary>
internal static class ClientRequests
{
    /// <summary>A request in sight of the client that a property is set of, which is given no token.</summary>
    public static IInvocationOperation? WithoutToken(ISimpleAssignmentOperation setting, Compilation compilation) =>
        ClientOf(setting) is { } client
            ? CallsWith(client, setting, compilation).FirstOrDefault(static call =>
                TokenCalls.GivenTo(call) is not { } token || TokenCalls.IsNone(token))
            : null;

    /// <summary>Whether a call sends a request and waits for the answer.</summary>
    public static bool Are(IInvocationOperation call) =>
        call.TargetMethod.ContainingType?.Name is "HttpClient" or "HttpClientJsonExtensions"
        && Tasks.IsTask(call.TargetMethod.ReturnType);

    private static ISymbol? ClientOf(ISimpleAssignmentOperation setting) =>
        setting.Target is not IPropertyReferenceOperation { Instance: { } receiver } ? null
        : receiver is not IInstanceReferenceOperation ? Values.VariableOrPropertyOf(receiver.AsWritten())
        : setting.Ancestors().OfType<IObjectCreationOperation>().FirstOrDefault() is { } made ? Values.TakerOf(made)
        : null;

    /// <summary>The requests of a client in its body, or in its type where it is kept privately.</summary>
    private static IEnumerable<IInvocationOperation> CallsWith(
        ISymbol client, IOperation setting, Compilation compilation) => client switch
    {
        ILocalSymbol or IParameterSymbol => CallsIn(setting.Root().Descendants(), client),
        { DeclaredAccessibility: Accessibility.Private } => CallsIn(
            client.ContainingType.DeclaringSyntaxReferences
                .SelectMany(static reference => reference.GetSyntax().DescendantNodes())
                .OfType<InvocationExpressionSyntax>()
                .Where(call => IsOn(call, client.Name))
                .Select(call => Semantics.Of(compilation).ModelOf(call.SyntaxTree)?.GetOperation(call)),
            client),
        _ => [],
    };

    private static bool IsOn(InvocationExpressionSyntax call, string client) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var receiver }
        && Calls.NameOf(receiver) == client;

    private static IEnumerable<IInvocationOperation> CallsIn(IEnumerable<IOperation?> operations, ISymbol client) =>
        operations.OfType<IInvocationOperation>().Where(call =>
            Are(call)
            && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.AsWritten() is { } receiver
            && SymbolEqualityComparer.Default.Equals(Values.VariableOrPropertyOf(receiver), client));
}
