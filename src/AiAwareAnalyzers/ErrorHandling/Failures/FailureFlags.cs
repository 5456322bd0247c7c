using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>A condition that asks a response or a Result whether it failed.</summary>
/// <param name="Subject">What is asked.</param>
/// <param name="SaysFailed">Whether the condition holds when it failed.</param>
/// <param name="WayOut">What to do with the failure.</param>
internal sealed record FailureTest(IOperation Subject, bool SaysFailed, string WayOut)
{
    /// <summary>A response of HTTP is asked, or its status: only an exception has room for the failure.</summary>
    public bool IsOfHttp => Subject.Type?.Name is "HttpResponseMessage" or "HttpStatusCode";
}

/// <summary>Knows the questions for failure: <c>IsSuccessStatusCode</c>, and the flags of Result types.</summary>
internal sealed class FailureFlags
{
    internal const string HttpResponse = "System.Net.Http.HttpResponseMessage";

    /// <summary>What looks for something has no value where there is none, and has not failed.</summary>
    private static readonly ImmutableHashSet<string> Finding = WordSet.Of(
        "storage store cache lookup search find get read match parse parsed try session cookie query");

    private readonly ResultTypes _results;
    private readonly INamedTypeSymbol? _response;

    private FailureFlags(Compilation compilation)
    {
        _results = ResultTypes.Of(compilation);
        _response = compilation.GetTypeByMetadataName(HttpResponse);
    }

    public static FailureFlags Of(Compilation compilation) => Facts.Of(compilation, static c => new FailureFlags(c));

    /// <summary>What a condition asks; null where it asks something else, or more.</summary>
    public FailureTest? TestedBy(IOperation condition)
    {
        var isNegated = false;
        while (true)
        {
            switch (condition.Settled())
            {
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand }:
                    isNegated = !isNegated;
                    condition = operand;
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, LeftOperand: var left,
                    RightOperand.ConstantValue: { HasValue: true, Value: bool truth } }:
                    isNegated ^= !truth;
                    condition = left;
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test
                    when IsSuccessCode(test.RightOperand):
                    return new(
                        test.LeftOperand.Bare(),
                        isNegated == (test.OperatorKind == BinaryOperatorKind.Equals),
                        "throw with the status");
                case IIsPatternOperation { Value: var value, Pattern: var pattern }:
                    return TestedBy(pattern, value, isNegated);
                case IMemberReferenceOperation { Instance: { } subject, Member: var flag }:
                    return TestOf(subject, flag, isNegated);
                default:
                    return null;
            }
        }
    }

    /// <summary><c>HttpStatusCode.OK</c> and the other words for success.</summary>
    private static bool IsSuccessCode(IOperation value) =>
        value.Bare() is { Type.Name: "HttpStatusCode", ConstantValue: { HasValue: true, Value: 200 or 201 or 202 } };

    /// <summary>
    /// What a pattern asks of a value: <c>false</c> of a flag, <c>{ IsSuccess: false }</c> of a Result.
    /// </summary>
    public FailureTest? TestedBy(IPatternOperation pattern, IOperation value, bool isNegated = false)
    {
        while (pattern is INegatedPatternOperation negated) (pattern, isNegated) = (negated.Pattern, !isNegated);
        return pattern switch
        {
            IConstantPatternOperation constant => TestedBy(constant.Value, value, isNegated),
            IRecursivePatternOperation { DeconstructionSubpatterns.Length: 0, PropertySubpatterns: var members } =>
                TestedBy(members, value, isNegated),
            _ => null,
        };
    }

    /// <summary>A flag that is compared with a constant.</summary>
    public FailureTest? TestedBy(IOperation constant, IOperation value, bool isNegated = false) =>
        constant.ConstantValue is { HasValue: true, Value: bool truth }
        && value.Settled() is IMemberReferenceOperation { Instance: { } subject, Member: var flag }
            ? TestOf(subject, flag, isNegated ^ !truth)
            : null;

    /// <summary>One member is the flag; the others take what is there, and none of them is the reason.</summary>
    private FailureTest? TestedBy(
        ImmutableArray<IPropertySubpatternOperation> members, IOperation value, bool isNegated)
    {
        FailureTest? test = null;
        foreach (var member in members)
        {
            if (member.Member is not IMemberReferenceOperation { Member: var named }) return null;
            if (Truth(member.Pattern) is { } truth
                && test is null
                && TestOf(value, named, isNegated ^ !truth) is { } found)
                test = found;
            else if (!TakesAnything(member.Pattern) || (value.Type is { } type && IsReason(named.Name, type)))
                return null;
        }

        return test;
    }

    private static bool? Truth(IPatternOperation pattern) => pattern switch
    {
        _ when CallStack.IsNearlyFull => null,
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool truth } } => truth,
        INegatedPatternOperation { Pattern: var inner } => !Truth(inner),
        _ => null,
    };

    /// <summary><c>var value</c>, <c>{ } value</c>, <c>not null</c>.</summary>
    private static bool TakesAnything(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation or IDiscardPatternOperation => true,
        IRecursivePatternOperation { DeconstructionSubpatterns.Length: 0, PropertySubpatterns.Length: 0 } => true,
        INegatedPatternOperation
            { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } =>
            true,
        _ => false,
    };

    private FailureTest? TestOf(IOperation subject, ISymbol flag, bool isNegated)
    {
        if (flag.Name == "IsSuccessStatusCode" && SymbolEqualityComparer.Default.Equals(flag.ContainingType, _response))
            return new(subject, isNegated, "call EnsureSuccessStatusCode, or throw with the status");
        if (subject.Type is not { } type || flag.Name == "IsValid" || type.Name == "AuthenticateResult") return null;
        if (_results.ShapeOf(type) is not { } shape
            || shape.Flag.Name != flag.Name
            || (shape.Error is null && !IsResult(type, shape)))
            return null;
        return new(
            subject,
            isNegated == (shape.Meaning == ResultTypes.Saying.Success),
            shape.Error is { } error ? $"pass its '{error.Name}' on" : "throw, or pass on that it failed");
    }

    /// <summary>
    /// Without an error beside the value: a flag of failure, or a type that is called a result. A tuple of two may just
    /// as well say whether something was found, and so may what a store or a type of somebody else answers.
    /// </summary>
    private static bool IsResult(ITypeSymbol type, ResultTypes.Shape shape) =>
        type is { IsTupleType: false, OriginalDefinition.DeclaringSyntaxReferences.IsEmpty: false }
        && !Words.Of(type.Name).Any(Finding.Contains)
        && (shape.Meaning == ResultTypes.Saying.Failure
            || Words.Of(type.Name).LastOrDefault() is "result" or "response" or "outcome" or "reply");

    /// <summary>
    /// Whether the function looks at more than the flag, other than to log it: at the status, at the error.
    /// </summary>
    public bool IsReasonUsed(FailureTest test, IOperation body)
    {
        if (Values.VariableOrPropertyOf(test.Subject) is not { } subject) return false;
        foreach (var operation in Bodies.Own(body))
            if (IsAnotherLook(operation, test, subject)
                || operation
                    is IMemberReferenceOperation { Instance: { Type: { } type } instance, Member.Name: var name }
                && SymbolEqualityComparer.Default.Equals(Values.VariableOrPropertyOf(instance), subject)
                && IsReason(name, type)
                && !IsLogged(operation))
                return true;
        return false;
    }

    /// <summary>A status that is asked is a reason itself wherever it is looked at again.</summary>
    private static bool IsAnotherLook(IOperation operation, FailureTest test, ISymbol subject) =>
        test.Subject.Type?.Name == "HttpStatusCode"
        && operation is ILocalReferenceOperation { IsDeclaration: false } or IMemberReferenceOperation
        && SymbolEqualityComparer.Default.Equals(Values.VariableOrPropertyOf(operation), subject)
        && operation.Syntax != test.Subject.Syntax
        && !IsLogged(operation);

    private bool IsReason(string name, ITypeSymbol type) =>
        name is "StatusCode" or "ReasonPhrase" || _results.ShapeOf(type)?.Error?.Name == name;

    private static bool IsLogged(IOperation value)
    {
        for (var parent = value.Parent; parent is not (null or IExpressionStatementOperation); parent = parent.Parent)
            if (parent is IInvocationOperation call && LogCalls.LoudnessOf(call) is not null) return true;
        return false;
    }
}
