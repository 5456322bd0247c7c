using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Knowledge.Flow;

/// <summary>What a function can answer: the values that a lambda or a method returns.</summary>
internal static class ReturnValues
{
    /// <summary>The body of a lambda, or of a method of this compilation that is named in its place.</summary>
    public static IOperation? BodyOf(IOperation function, Compilation compilation) => function.Unconverted() switch
    {
        IAnonymousFunctionOperation lambda => lambda.Body,
        IMethodReferenceOperation reference => BodyOf(reference.Method, compilation),
        _ => null,
    };

    public static IOperation? BodyOf(IMethodSymbol method, Compilation compilation) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } syntax
        && Semantics.Of(compilation).ModelOf(syntax.SyntaxTree)?.GetOperation(syntax) is { } operation
            ? operation switch
            {
                IMethodBodyBaseOperation body => body.BlockBody ?? body.ExpressionBody,
                ILocalFunctionOperation local => local.Body,
                IBlockOperation getter => getter,
                _ => null,
            }
            : null;

    /// <summary>The values after <c>return</c> in source order, those of functions inside left out.</summary>
    public static IEnumerable<IOperation> In(IOperation body) =>
        Bodies.Own(body)
            .OfType<IReturnOperation>()
            .Select(answer => answer.ReturnedValue)
            .OfType<IOperation>();

    /// <summary>Always <c>true</c>: it never says anything else, and never throws on purpose.</summary>
    public static bool AreAlwaysTrue(IOperation body) =>
        Bodies.Own(body).All(operation => operation is not IThrowOperation)
        && In(body).ToList() is { Count: > 0 } values
        && values.TrueForAll(IsTrue);

    public static bool IsTrue(IOperation value) => Is(value, true);

    /// <summary>A constant, also as the result of a finished task.</summary>
    public static bool Is(IOperation value, bool expected) => value.Unconverted() switch
    {
        _ when CallStack.IsNearlyFull => false,
        { ConstantValue: { HasValue: true, Value: bool constant } } => constant == expected,
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" },
            Arguments: { Length: 1 } result } =>
            Is(result[0].Value, expected),
        IObjectCreationOperation { Type.Name: "ValueTask", Arguments: { Length: 1 } result } =>
            Is(result[0].Value, expected),
        IAwaitOperation awaited => Is(awaited.Operation, expected),
        _ => false,
    };

    /// <summary>What a branch answers when it does nothing else.</summary>
    public static IOperation? Given(IOperation branch) => branch switch
    {
        IReturnOperation answer => answer.ReturnedValue,
        IBlockOperation block =>
            block.Operations.LastOrDefault() is IReturnOperation answer ? answer.ReturnedValue : null,
        { Parent: IConditionalOperation { Type.SpecialType: SpecialType.System_Boolean } choice }
            when IsReturned(choice) => branch,
        _ => null,
    };

    /// <summary>Whether a value is what a method answers.</summary>
    public static bool IsReturned(IOperation operation)
    {
        var outer = operation.Parent;
        while (outer is IConversionOperation or IParenthesizedOperation) outer = outer.Parent;
        return outer is IReturnOperation;
    }
}
