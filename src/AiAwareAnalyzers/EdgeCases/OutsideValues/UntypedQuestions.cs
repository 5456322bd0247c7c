using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>The ways to take a value of type <c>object</c> for something else than a <c>JsonElement</c>.</summary>
internal static class UntypedQuestions
{
    private const string False = "is always false";
    private const string True = "is always true";
    private const string Null = "is always null";
    private const string Throws = "throws an InvalidCastException";

    /// <summary>Null for any other operation, and for a question that may be answered with yes.</summary>
    public static UntypedQuestion? Read(IOperation operation, UntypedJson types) => operation switch
    {
        IIsTypeOperation test when IsMissed(test.ValueOperand, test.TypeOperand, types) =>
            new(test.ValueOperand, test.IsNegated ? True : False, test.Syntax),
        IIsPatternOperation test when UntypedJson.IsUntyped(test.Value.Type) => OfPattern(test, types),
        IConversionOperation { IsImplicit: false, Type: { } type } cast when IsMissed(cast.Operand, type, types) =>
            new(cast.Operand, cast.IsTryCast ? Null : Throws, cast.Syntax),
        ISwitchOperation choice when UntypedJson.IsUntyped(choice.Value.Type)
            && choice.Cases.SelectMany(static part => part.Clauses).Any(clause => IsMissed(clause, types)) =>
            new(choice.Value, "takes none of the cases of its 'switch'", choice.Value.Syntax),
        ISwitchExpressionOperation choice when UntypedJson.IsUntyped(choice.Value.Type)
            && choice.Arms.Any(arm => !Takes(arm.Pattern, types)) =>
            new(choice.Value, "takes none of the cases of its 'switch'", choice.Value.Syntax),
        IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol.Type: var type } } loop
            when HoldsUntyped(loop.Collection) && types.Excludes(type) =>
            new(loop.Collection.AsWritten(), $"holds no '{type.Name}', and the loop throws an InvalidCastException",
                loop.Collection.Syntax),
        IInvocationOperation call => OfCall(call, types),
        _ => null,
    };

    /// <summary>
    /// Whether the code around asks for elements as well: it knows what it may get, and what is left is a mere remnant.
    /// </summary>
    public static bool AskForElements(IOperation operation) => operation.Root().Descendants().Any(static part =>
        part switch
        {
            IIsTypeOperation test => JsonTypes.Hold(test.TypeOperand),
            IConversionOperation cast => UntypedJson.IsUntyped(cast.Operand.Type) && JsonTypes.Hold(cast.Type),
            IPatternOperation pattern => JsonTypes.Hold(pattern.NarrowedType),
            ITypeOfOperation type => JsonTypes.Hold(type.TypeOperand),
            _ => false,
        });

    private static UntypedQuestion? OfPattern(IIsPatternOperation test, UntypedJson types) => test.Pattern switch
    {
        INegatedPatternOperation { Pattern: var denied } =>
            Takes(denied, types) ? null : new(test.Value, True, test.Syntax),
        var pattern => Takes(pattern, types) ? null : new(test.Value, False, test.Syntax),
    };

    /// <summary><c>Convert.ToString</c> writes whatever it is given; the others want an <c>IConvertible</c>.</summary>
    private static UntypedQuestion? OfCall(IInvocationOperation call, UntypedJson types) => call switch
    {
        { TargetMethod: { Name: not ("ToString" or "IsDBNull" or "GetTypeCode"), ContainingType:
            { Name: "Convert", ContainingNamespace.Name: "System" } }, Arguments: [{ Value: var value }, ..] }
            when UntypedJson.IsUntyped(value.Type) && UntypedJson.IsUntyped(value.AsWritten().Type) =>
            new(value, Throws, call.Syntax),
        { TargetMethod: { Name: "OfType" or "Cast", TypeArguments: [var type], ContainingType.Name: "Enumerable" } }
            when types.Excludes(type) && Sequences.SourceOf(call) is { } source && HoldsUntyped(source) =>
            new(source.AsWritten(), call.TargetMethod.Name == "OfType" ? "never gives anything" : Throws, call.Syntax),
        _ => null,
    };

    private static bool HoldsUntyped(IOperation sequence) =>
        UntypedJson.ElementOf(sequence.AsWritten().Type) is { } element && UntypedJson.IsUntyped(element);

    private static bool IsMissed(IOperation value, ITypeSymbol wanted, UntypedJson types) =>
        UntypedJson.IsUntyped(value.Type) && types.Excludes(wanted);

    private static bool IsMissed(ICaseClauseOperation clause, UntypedJson types) => clause switch
    {
        IPatternCaseClauseOperation { Pattern: var pattern } => !Takes(pattern, types),
        ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true, Value: not null } } => true,
        _ => false,
    };

    /// <summary>Whether a pattern may take an element, or null.</summary>
    private static bool Takes(IPatternOperation pattern, UntypedJson types) => pattern switch
    {
        _ when CallStack.IsNearlyFull => true,
        IDeclarationPatternOperation { MatchedType: { } type } => !types.Excludes(type),
        ITypePatternOperation { MatchedType: var type } => !types.Excludes(type),
        IRecursivePatternOperation { MatchedType: var type } => !types.Excludes(type),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: not null } } => false,
        IRelationalPatternOperation => false,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either =>
            Takes(either.LeftPattern, types) || Takes(either.RightPattern, types),
        IBinaryPatternOperation both => Takes(both.LeftPattern, types) && Takes(both.RightPattern, types),
        _ => true,
    };
}
