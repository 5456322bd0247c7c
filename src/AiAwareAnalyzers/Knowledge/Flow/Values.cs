using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Flow;

/// <summary>Where a value comes from and where it goes, one step at a time.</summary>
internal static class Values
{
    /// <summary>The text that a value certainly is; null where the compiler does not know.</summary>
    public static string? ConstantText(this IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>The text of an expression that the compiler knows, without binding one that is written out.</summary>
    public static string? TextOf(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        expression is LiteralExpressionSyntax literal
            ? literal.Token.Value as string
            : model.GetConstantValue(expression, cancellation).Value as string;

    /// <summary>Who uses the value, past parentheses and implicit conversions.</summary>
    public static IOperation? UserOf(IOperation value)
    {
        var user = value.Parent;
        while (Unwrapping.Is(user, Wrappers.Parentheses | Wrappers.ImplicitConversions)) user = user!.Parent;
        return user;
    }

    /// <summary>The declaration that takes the value as it is: assigned, initialized, returned or passed.</summary>
    public static ISymbol? TakerOf(IOperation value)
    {
        if (CallStack.IsNearlyFull) return null;
        var user = UserOf(value);
        return user switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation variable } => variable.Symbol,
            IFieldInitializerOperation field => field.InitializedFields.FirstOrDefault(),
            IPropertyInitializerOperation property => property.InitializedProperties.FirstOrDefault(),
            IParameterInitializerOperation parameter => parameter.Parameter,
            IAssignmentOperation assignment when !Holds(assignment.Target, value) => SymbolOf(assignment.Target),
            IArgumentOperation { Parameter: { } parameter } => parameter,
            IReturnOperation => Bodies.MemberAround(user),
            IConditionalOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation
            or IAwaitOperation => TakerOf(user),
            _ => null,
        };
    }

    /// <summary>What a pattern names: <c>is { } row</c>, <c>is not { } row</c>, <c>is Row row</c>.</summary>
    public static ISymbol? NamedBy(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation { Pattern: var denied } when !CallStack.IsNearlyFull => NamedBy(denied),
        IRecursivePatternOperation { DeclaredSymbol: var name } => name,
        IDeclarationPatternOperation { DeclaredSymbol: var name } => name,
        _ => null,
    };

    /// <summary>The declaration that a value is read from, a method among them.</summary>
    public static ISymbol? SymbolOf(IOperation value) => value.AsWritten() switch
    {
        _ when CallStack.IsNearlyFull => null,
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        IMemberReferenceOperation reference => reference.Member,
        IInvocationOperation call => call.TargetMethod,
        IConditionalAccessOperation access => SymbolOf(access.WhenNotNull),
        _ => null,
    };

    /// <summary>The local, parameter or field that an operation is; nothing is unwrapped.</summary>
    public static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };

    /// <summary>As above, or the property; an indexer is many things.</summary>
    public static ISymbol? VariableOrPropertyOf(IOperation operation) =>
        VariableOf(operation)
        ?? (operation is IPropertyReferenceOperation { Arguments.Length: 0 } property ? property.Property : null);

    /// <summary>What a local was given where it was declared.</summary>
    public static IOperation? InitialValueOf(ILocalReferenceOperation reference)
    {
        var declaration = reference.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return declaration is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? reference.SemanticModel?.GetOperation(value)
            : null;
    }

    /// <summary>The same value on its way out: behind implicit conversions, <c>ConfigureAwait</c> and await.</summary>
    public static IOperation Outermost(this IOperation operation)
    {
        while (operation.Parent is { } parent && Passes(parent, operation)) operation = parent;
        return operation;
    }

    /// <summary>Whether the value is awaited where it is made.</summary>
    public static bool IsAwaited(this IOperation operation)
    {
        for (var value = operation; value.Parent is { } parent && Passes(parent, value); value = parent)
            if (parent is IAwaitOperation) return true;
        return false;
    }

    /// <summary>
    /// The operation that uses the value, whatever stands between: a call whose argument or receiver it is, a loop, a
    /// return.
    /// </summary>
    public static IOperation? User(this IOperation operation) =>
        operation.Outermost().Parent is IArgumentOperation argument ? argument.Parent : operation.Outermost().Parent;

    /// <summary>The lambda in a value, as delegate or as expression tree.</summary>
    public static IAnonymousFunctionOperation? Lambda(this IOperation operation) =>
        operation.Bare() as IAnonymousFunctionOperation;

    /// <summary>The expression that a lambda consists of; null where it has statements.</summary>
    public static IOperation? Result(this IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations.FirstOrDefault() is IReturnOperation { ReturnedValue: { } value } ? value : null;

    /// <summary>The parts of a condition that all have to hold, from left to right.</summary>
    public static IEnumerable<IOperation> Conjuncts(IOperation condition) =>
        PartsOf(condition, BinaryOperatorKind.ConditionalAnd);

    /// <summary>The parts of a condition of which one has to hold, from left to right.</summary>
    public static IEnumerable<IOperation> Disjuncts(IOperation condition) =>
        PartsOf(condition, BinaryOperatorKind.ConditionalOr);

    /// <summary>Without recursion, for there may be thousands.</summary>
    private static IEnumerable<IOperation> PartsOf(IOperation condition, BinaryOperatorKind connection)
    {
        var waiting = new Stack<IOperation>();
        waiting.Push(condition);
        while (waiting.Count > 0)
        {
            var part = waiting.Pop().Bare();
            if (part is IBinaryOperation pair && pair.OperatorKind == connection)
            {
                waiting.Push(pair.RightOperand);
                waiting.Push(pair.LeftOperand);
            }
            else
            {
                yield return part;
            }
        }
    }

    private static bool Passes(IOperation parent, IOperation value) => parent switch
    {
        IConversionOperation { OperatorMethod: null
            or { ContainingType.Name: "ReadOnlyMemory" or "ReadOnlySpan" or "Memory" or "Span" } } conversion =>
            conversion.IsImplicit,
        IParenthesizedOperation or IAwaitOperation or ITranslatedQueryOperation => true,
        IInvocationOperation call => call.Instance == value && Unwrapping.Is(call, Wrappers.Awaits),
        _ => false,
    };

    private static bool Holds(IOperation outer, IOperation inner) => outer.Syntax.Span.Contains(inner.Syntax.Span);
}
