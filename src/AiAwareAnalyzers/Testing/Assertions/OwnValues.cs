using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>Values that a test has from nowhere but its own text: no code under test has had a hand in them.</summary>
internal sealed class OwnValues(TestBody test, Echoes echoes)
{
    /// <summary>Locals that are made of locals many times over are not followed to their end.</summary>
    private const int MostSteps = 2_000;

    private int _steps;

    /// <summary>Whether all that an assertion looks at is the test's own, and not only constants.</summary>
    public bool AreAllOf(IInvocationOperation assertion) =>
        assertion.Descendants().Any(IsVariable)
        && assertion.ChildOperations.All(part => IsOwn(part, Trail.Start));

    private static bool IsVariable(IOperation part) => part
        is ILocalReferenceOperation { Local.IsConst: false }
        or IParameterReferenceOperation
        or IObjectCreationOperation
        or IArrayCreationOperation { IsImplicit: false };

    private bool IsOwn(IOperation value, Trail trail)
    {
        if (++_steps > MostSteps || trail.IsOver || CallStack.IsNearlyFull) return false;
        return value switch
        {
            IFieldReferenceOperation field => IsOwnConstant(field.Field),
            IConversionOperation conversion => IsPlain(conversion) && AreOwn(value, trail),
            ILocalReferenceOperation local => IsOwnLocal(local, trail),
            IParameterReferenceOperation parameter => IsOwnParameter(parameter.Parameter),
            IPropertyReferenceOperation property => IsOwnProperty(property, trail),
            IInvocationOperation call => IsPlain(call.TargetMethod.ContainingType) && AreOwn(value, trail),
            IObjectCreationOperation creation => PlainCode.Has(creation.Type) && AreOwn(value, trail),
            IBinaryOperation sum => IsPlain(sum.OperatorMethod) && AreOwn(value, trail),
            IUnaryOperation sign => IsPlain(sign.OperatorMethod) && AreOwn(value, trail),
            _ => OnlyCombines(value) && AreOwn(value, trail),
        };
    }

    private bool AreOwn(IOperation value, Trail trail)
    {
        foreach (var part in value.ChildOperations)
            if (!IsOwn(part, trail.Deeper())) return false;
        return true;
    }

    /// <summary>What has no meaning of its own besides that of its parts.</summary>
    private static bool OnlyCombines(IOperation value) => value
        is ILiteralOperation
        or IArgumentOperation
        or IParenthesizedOperation
        or IAwaitOperation
        or IConditionalOperation
        or ICoalesceOperation
        or ITupleOperation
        or IInterpolatedStringOperation
        or IInterpolationOperation
        or IInterpolatedStringTextOperation
        or IArrayCreationOperation
        or IArrayInitializerOperation
        or IArrayElementReferenceOperation
        or IObjectOrCollectionInitializerOperation
        or IDelegateCreationOperation
        or IAnonymousFunctionOperation
        or IBlockOperation
        or IReturnOperation
        or IExpressionStatementOperation
        or IDefaultValueOperation
        or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }
        || value.Kind is NewerSyntax.CollectionExpression or NewerSyntax.Spread;

    /// <summary>Two members of an enum may have one number by mistake, and a test may look for that.</summary>
    private bool IsOwnConstant(IFieldSymbol field) =>
        field.IsConst
        && (PlainCode.IsOfFramework(field.ContainingType)
            || SymbolEqualityComparer.Default.Equals(field.ContainingType, test.Method.ContainingType));

    /// <summary>The number of an enum is something that a test may pin down.</summary>
    private static bool IsPlain(IConversionOperation conversion) =>
        IsPlain(conversion.OperatorMethod)
        && (conversion.Operand.Type?.TypeKind != TypeKind.Enum || conversion.Type is { IsReferenceType: true })
        && conversion.Type?.TypeKind != TypeKind.Enum;

    private static bool IsPlain(IMethodSymbol? @operator) =>
        @operator is null || PlainCode.Has(@operator.ContainingType);

    private static bool IsPlain(INamedTypeSymbol? owner) =>
        owner is not null && (PlainCode.Has(owner) || Libraries.IsOfAssertions(owner));

    private bool IsOwnLocal(ILocalReferenceOperation local, Trail trail) =>
        trail.TryPass(local.Local, out var further)
        && test.Locals.OnlyValueOf(local.Local) is { } value
        && (CannotChange(local.Type) || test.Locals.MentionsOf(local.Local).All(other => IsOnlyUsed(other, further)))
        && IsOwn(value, further);

    /// <summary>A list that is handed to anybody, or filled by others, is no longer the test's own.</summary>
    private bool IsOnlyUsed(IOperation mention, Trail trail) =>
        Bodies.FunctionAround(mention) is null
        && mention.User() switch
        {
            IInvocationOperation call => IsPlain(call.TargetMethod.ContainingType)
                && call.Arguments.All(argument =>
                    argument.Value.Bare().Syntax == mention.Syntax || IsOwn(argument.Value, trail.Deeper())),
            IPropertyReferenceOperation { Parent: not IAssignmentOperation } read =>
                PlainCode.Has(read.Property.ContainingType),
            IArrayElementReferenceOperation { Parent: not IAssignmentOperation } => true,
            _ => false,
        };

    private static bool CannotChange(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String } or { IsValueType: true, TypeKind: TypeKind.Enum }
        || (type is { IsValueType: true } && PlainCode.Has(type));

    /// <summary>What a lambda is given inside of a plain call, or what the rows of the test say.</summary>
    private bool IsOwnParameter(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }
        || (SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, test.Method)
            && CannotChange(parameter.Type)
            && !test.Locals.MentionsOf(parameter).Any(static mention => Locals.Of(mention) == Mention.Reassigned)
            && Rows.AreWrittenOut(test.Method));

    private bool IsOwnProperty(IPropertyReferenceOperation property, Trail trail) =>
        IsPlain(property.Property.ContainingType)
            ? AreOwn(property, trail)
            : echoes.Behind(property, trail.Deeper()) is { } written && IsOwn(written, trail.Deeper());
}
