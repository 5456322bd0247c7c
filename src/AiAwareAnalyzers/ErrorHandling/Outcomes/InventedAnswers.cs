using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling.Outcomes;

/// <summary>A value that a caller makes of the null by which a method says that something failed.</summary>
/// <param name="Value">The value, as it is written.</param>
/// <param name="Place">Where it is written; the question that decides, where it comes only behind that.</param>
/// <param name="Source">The method.</param>
/// <param name="Work">What fails in there.</param>
/// <param name="IsMeasured">It is a number with decimals, which nobody takes for no answer.</param>
internal sealed record InventedAnswer(
    SyntaxNode Value, SyntaxNode Place, IMethodSymbol Source, string Work, bool IsMeasured);

/// <summary>Finds the values that callers make of nulls behind which something failed.</summary>
internal sealed class InventedAnswers(Compilation compilation)
{
    /// <summary>What is made of nothing on purpose, whatever failed.</summary>
    private static readonly ImmutableHashSet<string> Beginnings = WordSet.Of(
        "builder cache config configuration context defaults draft options preferences settings state");

    private readonly FailureValues _values = FailureValues.Of(compilation);
    private readonly MadeUpAnswers _madeUp = MadeUpAnswers.Of(compilation);
    private readonly FailedNulls _nulls = new(compilation);
    private readonly Promises _promises = Promises.Of(compilation);

    /// <summary>The invented answer that an operation is; null where it is none, or is owned up to.</summary>
    public InventedAnswer? In(IOperation operation, ISymbol member) =>
        FallBack.In(operation) is { } fallBack
        && IsPlausible(fallBack)
        && !IsText(operation)
        && SourceOf(fallBack.Subject) is var (call, local)
        && !MeansIt(operation, member)
        && !IsOwnedUpTo(fallBack, operation, local)
        && _nulls.WorkBehind(call.TargetMethod) is { } work
            ? new(
                (fallBack.Value ?? operation).Syntax,
                PlaceOf(fallBack, operation),
                call.TargetMethod,
                work.Call ?? "",
                IsMeasured(fallBack))
            : null;

    private static SyntaxNode PlaceOf(FallBack fallBack, IOperation operation) => fallBack.Value switch
    {
        { } value when value.IsInside(operation) => value.Syntax,
        not null when operation is IConditionalOperation { Condition: var question } => question.Syntax,
        _ => operation.Syntax,
    };

    /// <summary>Zero, a number with decimals, which never says that there was no answer, or an empty one.</summary>
    private bool IsPlausible(FallBack fallBack) => fallBack.Value is not { } value
        || NumberIn(value) is { } number && (number == 0 || (number > 0 && HasDecimals(value.Type)))
        || IsEmptyAnswer(value.Settled()) && _values.Judge(value).Outcome == OutcomeKind.EmptyValue;

    /// <summary>A list with nothing in it, or an object that says nothing.</summary>
    private bool IsEmptyAnswer(IOperation value) =>
        value is { ConstantValue.HasValue: false, Type: { SpecialType: not SpecialType.System_String } type }
            and not (IDefaultValueOperation or ITupleOperation)
        && (_madeUp.Are(value)
            || IsList(type) && EmptyValues.IsEmpty(value)
            || value is IObjectCreationOperation { Arguments.IsEmpty: true }
                && Solutions.AreOne(type, compilation.SourceModule)
                && !Words.Of(type.Name).Any(Beginnings.Contains));

    private static bool IsList(ITypeSymbol type) =>
        type is IArrayTypeSymbol
        || type.SpecialType == SpecialType.System_Collections_IEnumerable
        || type.AllInterfaces.Any(static contract =>
            contract.SpecialType == SpecialType.System_Collections_IEnumerable);

    private bool IsMeasured(FallBack fallBack) => fallBack.Value is { } value
        && (HasDecimals(value.Type) && NumberIn(value) is not null || _madeUp.AreMeasured(value));

    private static bool HasDecimals(ITypeSymbol? type) => type?.SpecialType
        is SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single;

    /// <summary>A constant, or what has one value once for all: <c>static readonly decimal Parity = 1m</c>.</summary>
    private double? NumberIn(IOperation value)
    {
        if (FailureValues.IsNamedDefault(value.Settled())) return null;

        var inner = value.ConstantValue.HasValue ? value : value.Settled();
        if (inner is IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field }
            && field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax
                { Initializer.Value: { } given })
            inner = Semantics.Of(compilation).ModelOf(given.SyntaxTree)?.GetOperation(given) ?? inner;
        return inner is { ConstantValue: { HasValue: true, Value: var number }, Type.TypeKind: not TypeKind.Enum }
            && number is int or long or short or byte or decimal or double or float
                ? Convert.ToDouble(number, null)
                : null;
    }

    /// <summary>The call whose answer is asked, and the local that it waits in.</summary>
    private (IInvocationOperation Call, ILocalSymbol? Local)? SourceOf(IOperation subject)
    {
        var local = (ILocalSymbol?)null;
        var value = subject.Bare();
        for (var steps = 0; steps < 4; steps++)
            switch (value)
            {
                case IInvocationOperation call: return (call, local);
                case IConditionalAccessOperation access: value = access.Operation.Bare(); break;
                case ILocalReferenceOperation reference
                    when Locals.Around(value, compilation).InitializerOf(reference.Local) is { } first
                        && IsOnlyFilledIn(reference.Local, value):
                    local = reference.Local;
                    value = first.Bare();
                    break;
                default: return null;
            }

        return null;
    }

    /// <summary>Nothing but <c>quote ??= …</c> gives it another value.</summary>
    private bool IsOnlyFilledIn(ILocalSymbol local, IOperation place) =>
        Locals.Around(place, compilation).MentionsOf(local).All(static mention =>
            Locals.Of(mention) != Mention.Reassigned || mention.Parent is ICoalesceAssignmentOperation);

    /// <summary>Text for a reader, or for the log.</summary>
    private static bool IsText(IOperation operation) => operation.Ancestors()
        .TakeWhile(static around => around is not (IReturnOperation or IBlockOperation))
        .Any(static around => around is IInterpolationOperation
            || around is IInvocationOperation call
                && (LogCalls.LoudnessOf(call) is not null || call.TargetMethod.Name is "ToString" or "Format"));

    /// <summary>The name says what comes where there is nothing, or nobody takes the value for an answer.</summary>
    private bool MeansIt(IOperation operation, ISymbol member) =>
        Bodies.FunctionOf(operation, member) is not { } function
        || ((_promises.Of(function) | (member is IMethodSymbol around ? _promises.Of(around) : Promise.None))
            & (Promise.Fallback | Promise.Test | Promise.Cleanup | Promise.Diagnostic | Promise.Gate)) != 0;

    /// <summary>
    /// The caller looks at the null elsewhere as well, or does more about it than to log: it says that there was none.
    /// </summary>
    private bool IsOwnedUpTo(FallBack fallBack, IOperation operation, ILocalSymbol? local) =>
        fallBack.Side is IBlockOperation side && !side.Operations.All(IsLogOrReturn)
        || (local is not null && Locals.Around(operation, compilation).MentionsOf(local)
            .Where(mention => !mention.IsInside(operation))
            .Any(static mention => IsAsked(mention)));

    private static bool IsLogOrReturn(IOperation statement) => statement switch
    {
        IReturnOperation => true,
        IExpressionStatementOperation { Operation: IInvocationOperation call } => LogCalls.LoudnessOf(call) is not null,
        _ => false,
    };

    /// <summary>A question for null that is no fall-back itself.</summary>
    private static bool IsAsked(IOperation mention) =>
        mention.Ancestors().TakeWhile(static around => around is not IBlockOperation).Any(around =>
            FallBack.Question(around) is var (subject, _) && mention.IsInside(subject));
}
