using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Disclosure.Leaks;

/// <summary>
/// Texts that a handler puts into a result, and that a caller of its method answers a client with: the way goes through
/// contracts and services.
/// </summary>
internal sealed class AnsweredResults
{
    /// <summary>How many methods may hand a result on.</summary>
    private const int Services = 3;

    /// <summary>Members of a result that say why something failed.</summary>
    private static readonly ImmutableHashSet<string> Reasons = WordSet.Of(
        "error message reason detail failure problem description exception");

    private readonly Compilation _compilation;
    private readonly ResultSinks _results;

    private AnsweredResults(Compilation compilation)
    {
        _compilation = compilation;
        _results = ResultSinks.Of(compilation);
    }

    public static AnsweredResults Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new AnsweredResults(c));

    /// <summary>The text of an exception that reaches a client in a result; null where none does.</summary>
    public ExceptionText? From(IOperation mention, ISymbol member)
    {
        if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            || Bodies.FunctionAround(mention) is not null
            || ExceptionText.From(mention, SinkOf) is not { } kept)
            return null;
        var sink = AnswerWith(kept.Sink, method, Trail.OfSteps(Services));
        return sink is null ? null : kept.TakenBy(sink);
    }

    /// <summary>The property of a result that a text is returned in; empty where a factory puts it away.</summary>
    private string? SinkOf(IOperation operation) =>
        _results.Of(operation) is null || !IsReturned(operation) ? null
        : operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } ? target.Property.Name
        : "";

    private bool IsReturned(IOperation sink)
    {
        if (sink is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } }
            && instance.Bare() is ILocalReferenceOperation { Local: var result })
            return IsReturned(result, sink);
        foreach (var around in sink.Ancestors())
            switch (around)
            {
                case IReturnOperation: return true;
                case IVariableDeclaratorOperation variable: return IsReturned(variable.Symbol, sink);
                case IExpressionStatementOperation or IArgumentOperation
                    { Parent: IInvocationOperation { TargetMethod.Name: not "FromResult" } }: return false;
            }

        return false;
    }

    private bool IsReturned(ILocalSymbol result, IOperation place) =>
        Locals.Around(place, _compilation).MentionsOf(result).Any(mention =>
            mention.Syntax.SpanStart > place.Syntax.SpanStart && Locals.Of(mention) == Mention.Returned);

    /// <summary>What sends the result of a method to a client, in a caller or in the caller of one.</summary>
    private string? AnswerWith(string property, IMethodSymbol method, Trail trail) =>
        trail.TryPass(method, out var further)
            ? Passed.CallsOf(method, _compilation)
                .Select(call => SentFrom(call, property)
                    ?? (ReturnerOf(call) is { } outer ? AnswerWith(property, outer, further) : null))
                .FirstOrDefault(IsFound)
            : null;

    /// <summary>Where the result of a call is read: there and then, or wherever the local that holds it is.</summary>
    private string? SentFrom(IInvocationOperation call, string property)
    {
        IReadOnlyList<IOperation> uses =
            call.User() is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }
                ? Locals.Around(call, _compilation).MentionsOf(local)
                : [call];
        return uses.Select(use => SentBy(use, property, isUnasked: uses.Count == 1)).FirstOrDefault(IsFound);
    }

    private static bool IsFound(string? sink) => sink is not null;

    /// <summary>The method of a service that hands the result on as it is.</summary>
    private static IMethodSymbol? ReturnerOf(IInvocationOperation call) =>
        call.User() is IReturnOperation && Bodies.FunctionAround(call) is null
            ? Bodies.MemberAround(call) as IMethodSymbol
            : null;

    /// <summary>
    /// What takes the reason out of a result; or the result as a whole, where the answer is one to a failure, or the
    /// result was never asked whether it is one.
    /// </summary>
    private static string? SentBy(IOperation use, string property, bool isUnasked)
    {
        var isReason = false;
        foreach (var around in use.Outermost().Ancestors())
        {
            if (around is IArgumentOperation or ISimpleAssignmentOperation && ResponseSinks.Of(around) is { } sink)
                return isReason || isUnasked || SpeaksOfFailure(sink) ? sink : null;
            if (around is IPropertyReferenceOperation read)
            {
                if (!(isReason ? IsPartOfReason(read.Property.Name) : IsReason(read.Property.Name, property)))
                    return null;
                isReason = true;
            }
            else if (!CarriesText(around))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Objects, texts and sequences that the result, or a part of it, is put into.</summary>
    private static bool CarriesText(IOperation around) => around switch
    {
        IArgumentOperation { Parent: IInvocationOperation call } => KeepsText(call),
        IInvocationOperation call => KeepsText(call),
        { Type.IsValueType: true } => false,
        IBinaryOperation { OperatorKind: var kind } => kind == BinaryOperatorKind.Add,
        IBlockOperation or IExpressionStatementOperation or IReturnOperation or IVariableDeclaratorOperation
            or IAnonymousFunctionOperation or IIsPatternOperation => false,
        IConditionalOperation { Type: null } => false,
        _ => true,
    };

    private static bool KeepsText(IInvocationOperation call) =>
        call.TargetMethod.ContainingType is { SpecialType: SpecialType.System_String } or { Name: "Enumerable" };

    private static bool IsPartOfReason(string read) =>
        read is not ("Code" or "Type" or "StatusCode" or "Count" or "Length");

    private static bool IsReason(string read, string property) =>
        property.Length > 0 ? read == property : Words.StemsOf(read).Any(Reasons.Contains);

    /// <summary>An answer that is only given where the work has failed.</summary>
    private static bool SpeaksOfFailure(string sink) =>
        sink is "BadRequest" or "Problem" or "Conflict" or "UnprocessableEntity" or "InternalServerError" or "NotFound"
            or "BadRequestObjectResult" or "ConflictObjectResult" or "UnprocessableEntityObjectResult";
}
