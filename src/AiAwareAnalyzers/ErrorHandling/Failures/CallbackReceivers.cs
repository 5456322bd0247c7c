using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>Callbacks of components, and what receives them on the pages of this project.</summary>
internal sealed class CallbackReceivers
{
    private readonly Compilation _compilation;
    private readonly Lazy<ILookup<string, InvocationExpressionSyntax>> _bindings;

    private CallbackReceivers(Compilation compilation)
    {
        _compilation = compilation;
        _bindings = new(() => compilation.SyntaxTrees
            .Where(static page => Calls.AreMentioned(page, "EventCallback"))
            .SelectMany(static page => page.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Where(static call => Calls.NameOf(call) is "AddComponentParameter" or "AddAttribute")
            .ToLookup(static binding => NamedBy(binding) is { } named ? NameIn(named) : "", StringComparer.Ordinal));
    }

    public static CallbackReceivers Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new CallbackReceivers(c));

    /// <summary>The member of a component whose receiver a call runs; null for any other call.</summary>
    public static ISymbol? CallbackOf(IInvocationOperation call) =>
        call.TargetMethod is { Name: "InvokeAsync", ContainingType.Name: "EventCallback" } && call.Instance is { } held
            ? Values.VariableOrPropertyOf(held.AsWritten())
            : null;

    /// <summary>Whether a page binds a function that awaits, or hands on a task of its own.</summary>
    public bool AnyAwaits(ISymbol callback) =>
        _bindings.Value[callback.Name]
            .Where(binding => OwnerIn(NamedBy(binding)!) is var owner
                && (owner is null || owner == callback.ContainingType.Name))
            .SelectMany(static binding => binding.DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Any(inner => Calls.NameOf(inner) == "Create" && Awaits(inner));

    /// <summary>
    /// The name in what a page is compiled to: <c>AddComponentParameter(1, nameof(Rating.OnRated), …)</c>.
    /// </summary>
    private static ExpressionSyntax? NamedBy(InvocationExpressionSyntax binding) =>
        binding.ArgumentList.Arguments is [_, { Expression: var named }, _] ? named : null;

    private static string NameIn(ExpressionSyntax named) => named switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var member }] } => Calls.NameOf(member),
        _ => "",
    };

    /// <summary>The component in front of the name; null where it stands alone.</summary>
    private static string? OwnerIn(ExpressionSyntax named) =>
        named is InvocationExpressionSyntax { ArgumentList.Arguments:
            [{ Expression: MemberAccessExpressionSyntax { Expression: var owner } }] }
            ? Calls.NameOf(owner)
            : null;

    private bool Awaits(InvocationExpressionSyntax creation) =>
        Semantics.Of(_compilation).ModelOf(creation.SyntaxTree)?.GetOperation(creation) is IInvocationOperation call
        && call.Arguments.LastOrDefault()?.Value.Unconverted() switch
        {
            IAnonymousFunctionOperation { Symbol: var lambda } function => Awaits(lambda, function.Body),
            IMethodReferenceOperation { Method: var method } =>
                Awaits(method, ReturnValues.BodyOf(method, _compilation)),
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
