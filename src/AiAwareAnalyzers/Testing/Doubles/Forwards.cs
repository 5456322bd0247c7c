using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Testing.Doubles;

/// <summary>
/// Methods that do nothing but hand on to what they hold: the same arguments there, the same answer back.
/// </summary>
internal sealed class Forwards(Compilation compilation)
{
    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);

    /// <summary>
    /// The member of a contract that a method of this compilation hands on to; null where it does more.
    /// </summary>
    public IMethodSymbol? MemberBehind(IMethodSymbol method) =>
        !method.DeclaringSyntaxReferences.IsEmpty
        && _summaries.Behind(method) is [{ Body: IBlockOperation body }]
        && OnlyValueOf(body) is IInvocationOperation { Instance: { } holder, TargetMethod: var member } call
        && member.ContainingType.TypeKind == TypeKind.Interface
        && IsHeld(holder.Bare())
        && call.Arguments.All(static argument =>
            argument.Value.Bare() is IParameterReferenceOperation or { ConstantValue.HasValue: true })
            ? member
            : null;

    /// <summary>What the one statement of a body computes or returns.</summary>
    public static IOperation? OnlyValueOf(IBlockOperation body)
    {
        var statements = body.Operations
            .Where(static statement => statement is not IReturnOperation { ReturnedValue: null })
            .ToList();
        return statements switch
        {
            [IReturnOperation { ReturnedValue: { } value }] => value.Bare(),
            [IExpressionStatementOperation { Operation: var value }] => value.Bare(),
            _ => null,
        };
    }

    /// <summary>A field, a property or a parameter of the type itself, and not what somebody computes.</summary>
    private static bool IsHeld(IOperation holder) => holder
        is IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation }
        or IPropertyReferenceOperation { Instance: IInstanceReferenceOperation }
        or IParameterReferenceOperation;
}
