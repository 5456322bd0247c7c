using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>Callbacks of components, and what receives them on the pages of this project.</summary>
internal static class CallbackReceivers
{
    /// <summary>The member of a component whose receiver a call runs; null for any other call.</summary>
    public static ISymbol? CallbackOf(IInvocationOperation call) =>
        call.TargetMethod is { Name: "InvokeAsync", ContainingType.Name: "EventCallback" } && call.Instance is { } held
            ? Values.VariableOrPropertyOf(held.AsWritten())
            : null;

    /// <summary>Whether a page binds a function that awaits, or hands on a task of its own.</summary>
    public static bool AnyAwaits(ISymbol callback, Compilation compilation) =>
        compilation.SyntaxTrees
            .Where(page => Calls.AreMentioned(page, "EventCallback") && Calls.AreMentioned(page, callback.Name))
            .SelectMany(static page => page.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Where(call => IsBindingOf(call, callback))
            .SelectMany(static binding => binding.DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Any(inner => Calls.NameOf(inner) == "Create" && Awaits(inner, compilation));

    /// <summary>What a page is compiled to: <c>AddComponentParameter(1, nameof(Rating.OnRated), …)</c>.</summary>
    private static bool IsBindingOf(InvocationExpressionSyntax call, ISymbol callback) =>
        Calls.NameOf(call) is "AddComponentParameter" or "AddAttribute"
        && call.ArgumentList.Arguments is [_, { Expression: var named }, _]
        && named switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText == callback.Name,
            InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: MemberAccessExpressionSyntax member }] }
                => member.Name.Identifier.ValueText == callback.Name
                    && Calls.NameOf(member.Expression) == callback.ContainingType.Name,
            _ => false,
        };

    private static bool Awaits(InvocationExpressionSyntax creation, Compilation compilation) =>
        Semantics.Of(compilation).ModelOf(creation.SyntaxTree)?.GetOperation(creation) is IInvocationOperation call
        && call.Arguments.LastOrDefault()?.Value.Unconverted() switch
        {
            IAnonymousFunctionOperation { Symbol: var lambda } function => Awaits(lambda, function.Body),
            IMethodReferenceOperation { Method: var method } =>
                Awaits(method, ReturnValues.BodyOf(method, compilation)),
            _ => false,
        };

    /// <summary>An async function, or one that returns another task than a finished one.</summary>
    private static bool Awaits(IMethodSymbol function, IOperation? body) =>
        function.IsAsync
        || (Tasks.IsTask(function.ReturnType)
            && body is not null
            && ReturnValues.In(body).Any(static answer =>
                answer.Unconverted() is not IPropertyReferenceOperation { Property.Name: "CompletedTask" }));
}
