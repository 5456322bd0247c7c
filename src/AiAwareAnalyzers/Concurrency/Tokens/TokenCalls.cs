using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Concurrency.Tokens;

/// <summary>Which calls can be ended by a token, and what they are given instead of one.</summary>
internal sealed class TokenCalls(Compilation compilation)
{
    /// <summary>How many methods are followed until one is found that could be ended.</summary>
    private const int Patience = 3;

    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);

    /// <summary>
    /// Whether a call leaves out a token that it could be given; the SDK says so itself (CA2016) where there is one.
    /// </summary>
    public static bool LeavesTokenOut(IInvocationOperation call) =>
        call.Arguments.Any(static argument =>
            argument.ArgumentKind == ArgumentKind.DefaultValue && Cancellations.IsToken(argument.Parameter?.Type))
        || (!call.TargetMethod.Parameters.Any(static parameter => Cancellations.IsToken(parameter.Type))
            && call.TargetMethod.ContainingType.GetMembers(call.TargetMethod.Name).OfType<IMethodSymbol>()
                .Any(other => IsSameWithToken(call.TargetMethod.OriginalDefinition, other.OriginalDefinition)));

    /// <summary>The token that a call is given in so many words; null where it is given none.</summary>
    public static IOperation? GivenTo(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(static argument =>
            argument.ArgumentKind == ArgumentKind.Explicit && Cancellations.IsToken(argument.Value.Type))?.Value;

    /// <summary><c>CancellationToken.None</c> or <c>default</c>: nobody will ever cancel.</summary>
    public static bool IsNone(IOperation token) => token.Bare() switch
    {
        IDefaultValueOperation => true,
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "None" } } => true,
        IObjectCreationOperation { Arguments.IsEmpty: true } => true,
        var value => value.ConstantValue.HasValue,
    };

    /// <summary>
    /// Whether a method of this compilation takes no token, though what it calls in turn could be ended by one.
    /// </summary>
    public bool HidesEnd(IInvocationOperation call) => HidesEnd(call, Trail.OfSteps(Patience));

    private bool HidesEnd(IInvocationOperation call, Trail trail) =>
        !CallStack.IsNearlyFull
        && !call.TargetMethod.Parameters.Any(static parameter => Cancellations.IsToken(parameter.Type))
        && trail.TryPass(call.TargetMethod.OriginalDefinition, out var further)
        && _summaries.Behind(call.TargetMethod) is { Length: 1 } bodies
        && bodies[0].Body is { } body
        && AwaitedIn(body).Any(inner => LeavesTokenOut(inner) || HidesEnd(inner, further));

    /// <summary>The calls that a body waits for, or whose tasks it returns.</summary>
    public static IEnumerable<IInvocationOperation> AwaitedIn(IOperation body) =>
        Bodies.Own(body)
            .Select(static operation => operation switch
            {
                IAwaitOperation { Operation: var task } => task.Bare(),
                IReturnOperation { ReturnedValue: { } value } when Tasks.IsTask(value.Type) => value.Bare(),
                _ => null,
            })
            .OfType<IInvocationOperation>()
            .Where(static call => Tasks.IsTask(call.TargetMethod.ReturnType));

    private static bool IsSameWithToken(IMethodSymbol method, IMethodSymbol other) =>
        other.Parameters.Length == method.Parameters.Length + 1
        && other.Arity == method.Arity
        && other.IsStatic == method.IsStatic
        && Cancellations.IsToken(other.Parameters[other.Parameters.Length - 1].Type)
        && method.Parameters.Zip(other.Parameters, static (mine, theirs) => (Mine: mine.Type, Theirs: theirs.Type))
            .All(static pair => pair.Mine is ITypeParameterSymbol
                || SymbolEqualityComparer.Default.Equals(
                    pair.Mine.OriginalDefinition, pair.Theirs.OriginalDefinition));
}
