using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>A timeout that passes by the handler of failures, because it looks like a cancellation.</summary>
/// <param name="Call">The call in the try whose time may be over.</param>
/// <param name="Token">The token that can cancel the try, as it is written; null where there is none.</param>
/// <param name="Harm">What ends with it.</param>
/// <param name="IsBatch">Whether work that has nothing to do with the one call ends.</param>
internal sealed record PassedTimeout(IInvocationOperation Call, string? Token, string Harm, bool IsBatch);

/// <summary>
/// Clauses that keep cancellations away by their type alone, around requests whose own time may be over: the timeout
/// leaves the loop over the items, the loop of a background service, or the handler of a component.
/// </summary>
internal sealed class PassedTimeouts
{
    /// <summary>How many methods lie between a try and the request.</summary>
    private const int Depth = 3;

    private readonly MethodSummaries _summaries;
    private readonly Lazy<bool> _waitsForEver;

    public PassedTimeouts(Compilation compilation)
    {
        _summaries = MethodSummaries.Of(compilation);
        _waitsForEver = new(() =>
            compilation.SyntaxTrees.Any(static tree => Calls.AreMentioned(tree, "InfiniteTimeSpan")));
    }

    /// <summary>What a clause lets pass; null where that ends nothing else, or cannot happen.</summary>
    public PassedTimeout? Of(ICatchClauseOperation clause, IMethodSymbol function, ISymbol member)
    {
        if (!KeepsCancellationsAway(clause)
            || clause.Parent is not ITryOperation attempt
            || attempt.Catches.TakeWhile(other => other != clause).Any(Takes)
            || EndedBy(attempt, function, member) is not var (harm, isBatch)
            || TimedCallIn(attempt.Body) is not { } call
            || _waitsForEver.Value)
            return null;
        return new(call, TokenIn(call) ?? TokenIn(attempt.Body) ?? TokenOf(function), harm, isBatch);
    }

    /// <summary><c>catch (Exception failure) when (failure is not OperationCanceledException)</c>.</summary>
    private static bool KeepsCancellationsAway(ICatchClauseOperation clause) =>
        clause is { ExceptionType.Name: "Exception", Filter: { } filter }
        && filter.DescendantsAndSelf().Any(IsOtherThanCancelled)
        && !filter.DescendantsAndSelf().Any(static part =>
            Cancellations.IsAskedBy(part)
            || part is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr }
            || part is IMemberReferenceOperation { Member.Name: "InnerException" });

    private static bool IsOtherThanCancelled(IOperation test) => test switch
    {
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: var pattern } } =>
            NamesCancellation(pattern),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand } => operand.Settled() switch
        {
            IIsTypeOperation type => Cancellations.IsException(type.TypeOperand),
            IIsPatternOperation { Pattern: var pattern } => NamesCancellation(pattern),
            _ => false,
        },
        _ => false,
    };

    private static bool NamesCancellation(IPatternOperation pattern) =>
        pattern.DescendantsAndSelf().Any(static part => part switch
        {
            ITypePatternOperation type => Cancellations.IsException(type.MatchedType),
            IDeclarationPatternOperation type => Cancellations.IsException(type.MatchedType),
            _ => false,
        });

    /// <summary>Whether a timeout may end in a clause, or is told from a cancellation there.</summary>
    private static bool Takes(ICatchClauseOperation clause) =>
        Cancellations.IsException(clause.ExceptionType)
        || (clause.ExceptionType is { SpecialType: SpecialType.System_Object } or { Name: "Exception" }
            && !KeepsCancellationsAway(clause));

    /// <summary>What ends when an exception leaves a try; null where somebody around it takes that.</summary>
    private static (string Harm, bool IsBatch)? EndedBy(ITryOperation attempt, IMethodSymbol function, ISymbol member)
    {
        IOperation child = attempt;
        foreach (var around in attempt.Ancestors())
        {
            if (around is IForEachLoopOperation) return ("the rest of the loop is never reached", true);
            if (around is IWhileLoopOperation && IsWorkOfHost(member)) return ("the background service stops", true);
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation) return null;
            if (around is ITryOperation outer && outer.Body == child && outer.Catches.Any(Takes)) return null;
            child = around;
        }

        return IsOf(function, "ComponentBase") && !IsTriedIn(function)
            ? ("the component takes it for a cancellation and shows nothing", false)
            : null;
    }

    private static bool IsWorkOfHost(ISymbol member) =>
        member is IMethodSymbol { Name: "ExecuteAsync", IsOverride: true } work && IsOf(work, "BackgroundService");

    private static bool IsOf(ISymbol member, string type) =>
        member.ContainingType.SelfAndBases().Any(ancestor => ancestor.Name == type);

    /// <summary>Whether somebody in the type calls a method inside a try.</summary>
    private static bool IsTriedIn(IMethodSymbol function) =>
        Mentions.SpelledLike(function).Any(static name =>
            name.Parent is InvocationExpressionSyntax call
            && call.FirstAncestorOrSelf<TryStatementSyntax>() is not null);

    private IInvocationOperation? TimedCallIn(IOperation body) =>
        Bodies.AwaitedCalls(body).FirstOrDefault(call =>
            !IsTaken(call, body) && IsTimed(call, Trail.OfSteps(Depth)));

    /// <summary>A request, or a method of this compilation out of which the timeout of one comes.</summary>
    private bool IsTimed(IInvocationOperation call, Trail trail) =>
        IsRequest(call)
        || (Tasks.IsTask(call.TargetMethod.ReturnType)
            && trail.TryPass(call.TargetMethod.OriginalDefinition, out var further)
            && _summaries.Behind(call.TargetMethod) is { IsEmpty: false } bodies
            && bodies.All(body => body.Body is { } inside && LetsTimeoutOut(inside, further)));

    private bool LetsTimeoutOut(IOperation body, Trail trail) =>
        Bodies.Own(body).OfType<IInvocationOperation>().Any(call => !IsTaken(call, body) && IsTimed(call, trail));

    private static bool IsRequest(IInvocationOperation call) =>
        call.TargetMethod is { ContainingType: { Name: "HttpClient" or "HttpClientJsonExtensions" } type }
        && type.ContainingNamespace?.ToDisplayString() is "System.Net.Http" or "System.Net.Http.Json"
        && Tasks.IsTask(call.TargetMethod.ReturnType);

    /// <summary>Whether a try inside a body takes what comes out of a call.</summary>
    private static bool IsTaken(IOperation call, IOperation body) =>
        call.Ancestors()
            .TakeWhile(around => around != body)
            .OfType<ITryOperation>()
            .Any(attempt => call.IsInside(attempt.Body) && attempt.Catches.Any(Takes));

    /// <summary>The first token that is mentioned, as it is written.</summary>
    private static string? TokenIn(IOperation operation) =>
        Bodies.Own(operation).FirstOrDefault(IsToken)?.Syntax.ToString();

    private static bool IsToken(IOperation value) =>
        Cancellations.IsToken(value.Type)
        && value switch
        {
            IParameterReferenceOperation or ILocalReferenceOperation or IFieldReferenceOperation => true,
            IPropertyReferenceOperation property => !property.Property.IsStatic,
            _ => false,
        };

    private static string? TokenOf(IMethodSymbol function) =>
        function.Parameters.FirstOrDefault(static parameter => Cancellations.IsToken(parameter.Type))?.Name;
}
