using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.Knowledge.Outcomes;

/// <summary>
/// Values that hold nothing, in every spelling: what a failure looks like once it is dressed as an answer.
/// </summary>
internal static class EmptyValues
{
    /// <summary>
    /// Null, default, zero, -1, false, "", an empty collection, a tuple or a new object of these; and every number that
    /// is a constant.
    /// </summary>
    public static bool IsEmpty(IOperation value)
    {
        if (CallStack.IsNearlyFull) return false;
        var inner = value.Settled();
        if (inner.ConstantValue is { HasValue: true } constant) return IsEmptyConstant(constant.Value);

        return inner switch
        {
            IDefaultValueOperation => true,
            IConditionalOperation choice =>
                choice.WhenFalse is { } otherwise && IsEmpty(choice.WhenTrue) && IsEmpty(otherwise),
            IArrayCreationOperation array => IsEmptyArray(array),
            IObjectCreationOperation creation => IsEmptyObject(creation),
            ITupleOperation tuple => tuple.Elements.All(IsEmpty),
            IInvocationOperation call => IsEmptyFactory(call),
            IFieldReferenceOperation { Field: { IsStatic: true } field } => IsNamedEmpty(field.Name),
            IPropertyReferenceOperation { Property: { IsStatic: true } property } => IsNamedEmpty(property.Name),
            IAnonymousFunctionOperation function => IsConstantFunction(function),
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation function } => IsConstantFunction(function),
            _ => inner.Kind == NewerSyntax.CollectionExpression && inner.ChildOperations.Count == 0,
        };
    }

    private static bool IsEmptyConstant(object? constant) => constant switch
    {
        null => true,
        bool truth => !truth,
        string text => text.Length == 0,
        char character => character == '\0',
        _ => true,
    };

    private static bool IsEmptyArray(IArrayCreationOperation array) =>
        array.Initializer is { } initializer
            ? initializer.ElementValues.Length == 0
            : array.DimensionSizes.All(size => size.ConstantValue is { HasValue: true, Value: 0 });

    /// <summary>A new object that was given nothing, or only empty values.</summary>
    private static bool IsEmptyObject(IObjectCreationOperation creation) =>
        !IsExceptionOrTask(creation.Type)
        && creation.Arguments.All(argument => argument.IsImplicit || IsEmpty(argument.Value) || IsCapacity(argument))
        && (creation.Initializer?.Initializers.All(IsEmptyInitializer) ?? true);

    private static bool IsExceptionOrTask(ITypeSymbol? type) =>
        type is null || Tasks.IsTask(type) || type.Name.EndsWith("Exception", StringComparison.Ordinal);

    private static bool IsCapacity(IArgumentOperation argument) => argument.Parameter?.Name is "capacity" or "comparer";

    private static bool IsEmptyInitializer(IOperation initializer) => initializer switch
    {
        _ when CallStack.IsNearlyFull => false,
        ISimpleAssignmentOperation assignment => IsEmpty(assignment.Value),
        IMemberInitializerOperation member => member.Initializer.Initializers.All(IsEmptyInitializer),
        _ => false,
    };

    /// <summary>
    /// <c>Array.Empty</c>, <c>Enumerable.Empty</c>, <c>ImmutableList.Create&lt;T&gt;()</c>, also as a list.
    /// </summary>
    private static bool IsEmptyFactory(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.Name is "ToList" or "ToArray" or "AsReadOnly" or "AsQueryable" or "ToImmutableArray"
            or "ToImmutableList" or "ToAsyncEnumerable")
            return (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } source && IsEmpty(source);
        if (!method.IsStatic
            || call.Arguments.Any(argument =>
                argument.ArgumentKind == ArgumentKind.Explicit && !IsEmpty(argument.Value)))
            return false;
        return IsNamedEmpty(method.Name)
            || (method.Name == "Create"
                && method.ContainingType.Name.StartsWith("Immutable", StringComparison.Ordinal));
    }

    private static bool IsNamedEmpty(string name) => name is "Empty" or "None" or "Zero" or "MinValue";

    private static bool IsConstantFunction(IAnonymousFunctionOperation function) =>
        function.Body.Operations.Length == 1
        && function.Body.Operations[0] is IReturnOperation { ReturnedValue: { } value }
        && value.Settled().ConstantValue.HasValue;
}
