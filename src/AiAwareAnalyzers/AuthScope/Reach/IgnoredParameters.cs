using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>Parameters that callers fill in, and that decide nothing in any body that a call may end in.</summary>
internal static class IgnoredParameters
{
    /// <summary>Answers that say where something is, or that it is not.</summary>
    private static readonly ImmutableHashSet<string> Answers = WordSet.Of(
        "Accepted AcceptedAtAction AcceptedAtRoute BadRequest Conflict Created CreatedAtAction CreatedAtRoute NotFound",
        "Problem RedirectToAction RedirectToRoute");

    /// <summary>An override and what implements a contract of a library take what they are told to take.</summary>
    public static bool MayBeIn(IMethodSymbol method) =>
        method is { IsOverride: false, IsAbstract: false, IsExtern: false, PartialDefinitionPart: null }
        && !StandIns.Contain(method.ContainingType)
        && Passed.ContractsOf(method).All(contract => !contract.DeclaringSyntaxReferences.IsEmpty);

    /// <summary>
    /// In no body that a call may end in; the first of several speaks for all. The one at hand is asked before any
    /// other is bound: it reads what it is given, nearly always.
    /// </summary>
    public static bool IsReadNowhere(
        IParameterSymbol parameter, IMethodSymbol method, OperationBlockAnalysisContext context) =>
        !context.OperationBlocks.Any(block => Reads(block, parameter))
        && IsReadNowhere(parameter, method, context.Compilation);

    /// <summary>
    /// As it reads, but for what only ends in the answer's address or the text of a refusal: that finds nothing.
    /// </summary>
    public static bool Decides(IParameterSymbol parameter, IOperation body) =>
        body.DescendantsAndSelf().Any(operation =>
            operation is IParameterReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter)
            && IsRead(reference)
            && !IsAnswered(reference));

    private static bool IsReadNowhere(IParameterSymbol parameter, IMethodSymbol method, Compilation compilation)
    {
        var contracts = Passed.ContractsOf(method).ToList();
        var bodies = contracts.Count == 0
            ? [method]
            : contracts.SelectMany(contract => CallTargets.Of(compilation).Of(contract)).ToList();
        return bodies.All(body => Ignores(body, parameter.Ordinal, compilation))
            && bodies.Where(body => !IsStub(body, compilation)).InOrderOfText().FirstOrDefault() is { } first
            && SymbolEqualityComparer.Default.Equals(first, method.OriginalDefinition);
    }

    private static bool Ignores(IMethodSymbol body, int ordinal, Compilation compilation) =>
        ordinal < body.Parameters.Length
        && ReturnValues.BodyOf(body, compilation) is { } operations
        && !Reads(operations, body.Parameters[ordinal]);

    private static bool Reads(IOperation body, IParameterSymbol parameter) => body.Descendants().Any(operation =>
        operation is IParameterReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter)
        && IsRead(reference));

    /// <summary>What is discarded, named or written to a log decides nothing.</summary>
    private static bool IsRead(IParameterReferenceOperation reference) => Values.UserOf(reference) switch
    {
        ISimpleAssignmentOperation { Target: IDiscardOperation } or INameOfOperation => false,
        _ => !reference.Ancestors().Any(outer =>
            outer is IInvocationOperation call && LogCalls.LoudnessOf(call) is not null),
    };

    /// <summary>The nearest call that a value is handed to says where the answer is, or what was not found.</summary>
    private static bool IsAnswered(IParameterReferenceOperation reference) =>
        reference.Ancestors().FirstOrDefault(IsTaker) is IInvocationOperation taker
        && AspNetCore.MakesAnswers(taker.TargetMethod.ContainingType)
        && Answers.Contains(taker.TargetMethod.Name);

    private static bool IsTaker(IOperation outer) =>
        outer is IObjectCreationOperation
            or IInvocationOperation { TargetMethod.Name: not ("ToString" or "Format") };

    /// <summary>A body that does no work yet, or only throws, is at fault for other reasons.</summary>
    private static bool IsStub(IMethodSymbol method, Compilation compilation) =>
        StandIns.Contain(method.ContainingType)
        || ReturnValues.BodyOf(method, compilation) is not { } body
        || !body.Descendants().Any(operation =>
            operation is IInvocationOperation or IMemberReferenceOperation or IObjectCreationOperation
            && !IsFinishedTask(operation)
            && !operation.Ancestors().Any(outer => outer is IThrowOperation));

    private static bool IsFinishedTask(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.ContainingType.Name is "Task" or "ValueTask",
        IMemberReferenceOperation member => member.Member.ContainingType.Name is "Task" or "ValueTask" or "String",
        _ => false,
    };
}
