using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>Values that come from nowhere: written down in the code, or thrown with dice.</summary>
internal static class MadeUpValues
{
    /// <summary>
    /// Whether a value is made of constants, random numbers and new identifiers, and holds at least one of the first
    /// two.
    /// </summary>
    public static bool Is(IOperation value) => Is(value, Trail.Start);

    private static bool Is(IOperation value, Trail trail)
    {
        if (CallStack.IsNearlyFull) return false;
        var inner = value.Settled();
        if (inner.ConstantValue is { HasValue: true } constant) return constant.Value is not (null or "");

        return inner switch
        {
            IObjectCreationOperation creation =>
                !IsThrown(creation) && !Opens(creation) && HoldsMadeUp(PartsOf(creation), trail),
            IAnonymousObjectCreationOperation creation => HoldsMadeUp(
                creation.Initializers.OfType<ISimpleAssignmentOperation>().Select(static member => member.Value),
                trail),
            ITupleOperation tuple => HoldsMadeUp(tuple.Elements, trail),
            IArrayCreationOperation { Initializer: { } elements } => HoldsMadeUp(elements.ElementValues, trail),
            IInterpolatedStringOperation text =>
                HoldsMadeUp(
                    text.Parts.Select(static part =>
                        part is IInterpolationOperation hole
                            ? hole.Expression
                            : ((IInterpolatedStringTextOperation)part).Text),
                    trail),
            IConditionalOperation { WhenFalse: { } otherwise } choice =>
                Is(choice.WhenTrue, trail) && Is(otherwise, trail),
            ISwitchExpressionOperation choice =>
                choice.Arms.All(arm => arm.Value is IThrowOperation || Is(arm.Value, trail)),
            IBinaryOperation binary => IsRandom(binary.LeftOperand) || IsRandom(binary.RightOperand),
            IInvocationOperation call =>
                IsRandom(call) || IsAnswerOfMadeUp(call, trail) || IsShiftedNow(call, trail) || IsGenerated(call),
            ILocalReferenceOperation local => trail.TryPass(local.Local, out var further)
                && SuccessClaims.InitializerOf(local) is { } initializer && Is(initializer, further),
            _ => inner.Kind == NewerSyntax.CollectionExpression && HoldsMadeUp(inner.ChildOperations, trail),
        };
    }

    /// <summary>All parts are made up or at hand anyway, and one of them is made up.</summary>
    private static bool HoldsMadeUp(IEnumerable<IOperation> parts, Trail trail)
    {
        var found = false;
        foreach (var part in parts)
        {
            var isMadeUp = Is(part, trail);
            if (!isMadeUp && !IsAtHand(part)) return false;
            found |= isMadeUp;
        }

        return found;
    }

    /// <summary>What one has without asking anybody: parameters, nothing, the time, a new identifier.</summary>
    private static bool IsAtHand(IOperation value) => value.Settled() switch
    {
        _ when CallStack.IsNearlyFull => false,
        IParameterReferenceOperation or IDefaultValueOperation => true,
        { ConstantValue.HasValue: true } => true,
        IMemberReferenceOperation { Instance: IParameterReferenceOperation } => true,
        IPropertyReferenceOperation { Property: { Name: "Now" or "UtcNow" or "Today" } } => true,
        IInvocationOperation { TargetMethod: { Name: "NewGuid", ContainingType.Name: "Guid" } } => true,
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } => IsAtHand(instance),
        var other => EmptyValues.IsEmpty(other),
    };

    private static IEnumerable<IOperation> PartsOf(IObjectCreationOperation creation) =>
        creation.Arguments.Where(static argument => !argument.IsImplicit).Select(static argument => argument.Value)
            .Concat((creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
                .SelectMany(PartsOfInitializer));

    /// <summary>A member that is set, or the arguments of an <c>Add</c>.</summary>
    private static IEnumerable<IOperation> PartsOfInitializer(IOperation initializer) => initializer switch
    {
        _ when CallStack.IsNearlyFull => new[] { initializer },
        ISimpleAssignmentOperation assignment => new[] { assignment.Value },
        IInvocationOperation add => add.Arguments.Select(static argument => argument.Value),
        IMemberInitializerOperation member => member.Initializer.Initializers.SelectMany(PartsOfInitializer),
        _ => new[] { initializer },
    };

    private static bool IsThrown(IObjectCreationOperation creation) =>
        creation.Type is not { } type
        || type.Name.EndsWith("Exception", StringComparison.Ordinal)
        || type.Name == "Random";

    /// <summary>A file, a connection, a reader: work is done with it.</summary>
    private static bool Opens(IObjectCreationOperation creation) =>
        creation.Type?.AllInterfaces.Any(static face => face.SpecialType == SpecialType.System_IDisposable) == true;

    private static bool IsRandom(IOperation value) =>
        value.Settled()
            is IInvocationOperation { TargetMethod.ContainingType: { Name: "Random" or "RandomNumberGenerator" } };

    /// <summary><c>Ok(…)</c> of something made up, or a Result of it.</summary>
    private static bool IsAnswerOfMadeUp(IInvocationOperation call, Trail trail) =>
        call.TargetMethod is { Name: "Ok" or "Json" or "Success" or "From" }
        && call.Arguments.Length > 0
        && Is(call.Arguments[0].Value, trail);

    private static bool IsShiftedNow(IInvocationOperation call, Trail trail) =>
        call.TargetMethod is { ContainingType.Name: "DateTime" or "DateTimeOffset" }
        && call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal)
        && call.Arguments.All(argument => Is(argument.Value, trail) || IsRandom(argument.Value));

    /// <summary>A query over a range of numbers.</summary>
    private static bool IsGenerated(IInvocationOperation call)
    {
        if (CallStack.IsNearlyFull) return false;
        if (call.TargetMethod is not { ContainingType.Name: "Enumerable" }) return false;
        if (call.TargetMethod.Name is "Range" or "Repeat") return true;
        return call.Arguments.Length > 0
            && call.Arguments[0].Value.Settled() is IInvocationOperation source
            && IsGenerated(source);
    }
}
