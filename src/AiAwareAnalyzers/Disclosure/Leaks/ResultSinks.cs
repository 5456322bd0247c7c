using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.Disclosure.Leaks;

/// <summary>
/// Where a value leaves a layer inside an answer: a Result, an error, a response or transfer object, a tuple with a
/// flag.
/// </summary>
internal sealed class ResultSinks
{
    /// <summary>The last words of the names of types that are made to be handed on.</summary>
    private static readonly ImmutableHashSet<string> Carriers = WordSet.Of(
        "dto response reply error failure result outcome");

    /// <summary>Results that speak to whoever runs the program, not to its users.</summary>
    private static readonly ImmutableHashSet<string> ForOperators = WordSet.Of(
        "HealthCheckResult ValidateOptionsResult AuthenticateResult TestResult");

    private readonly ResultTypes _results;

    private ResultSinks(Compilation compilation) => _results = ResultTypes.Of(compilation);

    public static ResultSinks Of(Compilation compilation) => Facts.Of(compilation, static c => new ResultSinks(c));

    /// <summary>The name of what an operation puts a value into; null where it is no answer.</summary>
    public string? Of(IOperation operation) => operation switch
    {
        IArgumentOperation { Parent: IInvocationOperation call } => OfCall(call),
        IArgumentOperation { Parent: IObjectCreationOperation { Type: { } type } } when IsAnswer(type) => type.Name,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment =>
            OfProperty(target, assignment.Parent is IObjectOrCollectionInitializerOperation),
        ITupleOperation tuple when SaysFailed(tuple) && Values.UserOf(tuple) is IReturnOperation => "tuple",
        IReturnOperation { ReturnedValue: { } value }
            when value.Unconverted() is IAnonymousObjectCreationOperation => "answer",
        _ => null,
    };

    /// <summary><c>Result.Fail(text)</c>, <c>result.Errors.Add(text)</c></summary>
    private string? OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (LogCalls.LoudnessOf(call) is not null) return null;
        if (method.Name is "Add" or "Append" or "AddError"
            && (call.Instance ?? call).Unconverted() is IPropertyReferenceOperation list)
            return OfProperty(list, isInitializer: false);
        return !method.ReturnsVoid
            && IsAnswer(Tasks.Unwrap(method.ReturnType))
            && (method.IsStatic || ResultTypes.SayingOfName(method.Name) == ResultTypes.Saying.Failure)
            ? $"{method.ContainingType.Name}.{method.Name}"
            : null;
    }

    /// <summary>A property of an answer; one of the type itself holds its own state.</summary>
    private string? OfProperty(IPropertyReferenceOperation target, bool isInitializer) =>
        target is { Property: { IsIndexer: false, ContainingType: { } owner }, Instance: { } instance }
        && (isInitializer || instance is not IInstanceReferenceOperation)
        && IsAnswer(instance.Type ?? owner)
            ? $"{owner.Name}.{target.Property.Name}"
            : null;

    private bool IsAnswer(ITypeSymbol type) =>
        type is not ITypeParameterSymbol
        && type.SpecialType == SpecialType.None
        && !ForOperators.Contains(type.Name)
        && (_results.IsResult(type) || Words.StemsOf(type.Name).LastOrDefault() is { } last && Carriers.Contains(last));

    private bool SaysFailed(ITupleOperation tuple) =>
        _results.SayingOf(tuple) == ResultTypes.Saying.Failure
        || tuple.Elements.Length > 1
            && tuple.Elements[0].Unconverted().ConstantValue is { HasValue: true, Value: false };
}
