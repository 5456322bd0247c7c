using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>What has to be undone after a failure is given the token whose cancellation may be that failure.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CancelledCleanup() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0513",
        title: "A rollback is given the token that was just cancelled",
        messageFormat: "'{0}' is given '{1}', and where that was cancelled in the try, it ends before it has undone "
            + "anything; pass 'CancellationToken.None'",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A rollback or a compensation that is given the caller's token does nothing in the one case in "
            + "which that token was cancelled, and its own exception takes the place of the first.",
        alsoKnownAs: "rollback with cancelled token, compensation, cleanup");

    /// <summary>What takes back or gives back: left undone, it stays wrong.</summary>
    private static readonly ImmutableHashSet<string> Undoing = WordSet.Of(
        "abort compensate release restore revert rollback undo unlock unreserve");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        start.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (TokenOf(call) is not { } token
                    || !IsUndoing(call.TargetMethod)
                    || !IsReachedByCancellation(call, token))
                    return;

                context.Report(Diagnostic.Create(
                    Descriptor, token.Syntax.GetLocation(), call.TargetMethod.Name, Quote.Of(token.Syntax)));
            },
            OperationKind.Invocation);

    private static bool IsUndoing(IMethodSymbol method) =>
        Words.Of(method.Name) is { Length: > 0 } words
        && (Undoing.Contains(words[0]) || (words.Length > 1 && words[0] == "roll" && words[1] == "back"));

    private static IOperation? TokenOf(IInvocationOperation call) =>
        call.Arguments.Where(static argument => argument.ArgumentKind == ArgumentKind.Explicit)
            .Select(static argument => argument.Value.Bare())
            .FirstOrDefault(static value => Cancellations.IsToken(value.Type) && Values.VariableOf(value) is not null);

    /// <summary>
    /// Whether it stands in a handler or a <c>finally</c> of a try in which the same token ends something: a clause
    /// for cancellations in front of it keeps them away.
    /// </summary>
    private static bool IsReachedByCancellation(IInvocationOperation call, IOperation token)
    {
        var variable = Values.VariableOf(token);
        foreach (var around in call.Ancestors())
            switch (around)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return false;
                case IConditionalOperation { Condition: var question } when AsksToken(question):
                    return false;
                case ICatchClauseOperation { Parent: ITryOperation attempt } clause:
                    return Catches(clause)
                        && !attempt.Catches.TakeWhile(other => other != clause).Any(TakesCancellations)
                        && IsGiven(attempt.Body, variable);
                case IBlockOperation { Parent: ITryOperation attempt } block when attempt.Finally == block:
                    return IsGiven(attempt.Body, variable);
            }

        return false;
    }

    private static bool AsksToken(IOperation question) =>
        question.DescendantsAndSelf().Any(Cancellations.IsAskedBy);

    /// <summary>A clause for everything, or for cancellations, whose filter does not keep them out.</summary>
    private static bool Catches(ICatchClauseOperation clause) =>
        (clause.ExceptionType is null or { Name: "Exception" or "Object" or "SystemException" }
            || Cancellations.IsException(clause.ExceptionType))
        && clause.Filter?.DescendantsAndSelf().Any(static part => part switch
        {
            ITypePatternOperation type => Cancellations.IsException(type.MatchedType),
            IIsTypeOperation type => Cancellations.IsException(type.TypeOperand),
            IDeclarationPatternOperation type => Cancellations.IsException(type.MatchedType),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => AsksToken(not),
            _ => false,
        }) != true;

    private static bool TakesCancellations(ICatchClauseOperation clause) =>
        Cancellations.IsException(clause.ExceptionType);

    private static bool IsGiven(IOperation body, ISymbol? token) =>
        body.Descendants().OfType<IInvocationOperation>().Any(call => call.Arguments.Any(argument =>
            Cancellations.IsToken(argument.Value.Type)
            && SymbolEqualityComparer.Default.Equals(Values.VariableOf(argument.Value.Bare()), token)));
}
