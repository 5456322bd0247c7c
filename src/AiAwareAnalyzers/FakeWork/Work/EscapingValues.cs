using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>Whether a value leaves the function that it stands in: returned, handed to a call, or stored.</summary>
internal static class EscapingValues
{
    /// <summary>How many locals are followed.</summary>
    private const int Locals = 3;

    private static readonly ImmutableHashSet<string> Configuring = WordSet.Of(
        "options setting configuration config builder option");

    public static bool Leaves(IOperation value) => Leaves(value, Locals);

    private static bool Leaves(IOperation value, int locals)
    {
        for (var current = value; current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case IReturnOperation:
                    return true;
                case ISimpleAssignmentOperation assignment:
                    if (assignment.Parent is IObjectOrCollectionInitializerOperation) continue;
                    return IsStored(assignment.Target, locals);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return LocalLeaves(declarator.Symbol, declarator, locals);
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    if (LogCalls.LoudnessOf(call) is not null || call.TargetMethod.Name is "Delay" or "Sleep")
                        return false;
                    if (call.TargetMethod.Name == "Add" && call.Instance is ILocalReferenceOperation list)
                        return LocalLeaves(list.Local, list, locals);
                    if (call.Parent is IObjectOrCollectionInitializerOperation
                        || call.Type is { SpecialType: not SpecialType.System_Void })
                        continue;
                    return true;
                case IObjectCreationOperation creation when IsConfiguring(creation.Type):
                case IConditionalOperation choice when choice.Condition == current:
                case IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean }:
                case IAnonymousFunctionOperation or IThrowOperation or IFieldInitializerOperation
                    or IPropertyInitializerOperation:
                    return false;
                case IExpressionStatementOperation { Operation: IInvocationOperation or IAwaitOperation }:
                    return true;
                case IBlockOperation or IMethodBodyBaseOperation:
                    return false;
            }
        }

        return false;
    }

    /// <summary>A field, or a property of something that others see.</summary>
    private static bool IsStored(IOperation target, int locals) => target switch
    {
        IMemberReferenceOperation { Instance: ILocalReferenceOperation local } =>
            !IsConfiguring(local.Type) && LocalLeaves(local.Local, local, locals),
        IMemberReferenceOperation member => !IsConfiguring(member.Member.ContainingType),
        ILocalReferenceOperation local => LocalLeaves(local.Local, local, locals),
        _ => false,
    };

    private static bool LocalLeaves(ILocalSymbol local, IOperation inside, int locals)
    {
        if (locals == 0) return false;

        var root = inside.Root();
        return root.DescendantsAndSelf().OfType<ILocalReferenceOperation>()
            .Any(reference => reference != inside
                && SymbolEqualityComparer.Default.Equals(reference.Local, local)
                && !IsReceiver(reference)
                && Leaves(reference, locals - 1));
    }

    /// <summary>A reference through which a member is set or read is no departure of the whole.</summary>
    private static bool IsReceiver(ILocalReferenceOperation reference) =>
        reference.Parent is ISimpleAssignmentOperation { Target: var target } && target == reference
        || reference.Parent is IMemberReferenceOperation { Parent: ISimpleAssignmentOperation { Target: var member } }
            && member == reference.Parent;

    private static bool IsConfiguring(ITypeSymbol? type) =>
        type is not null
        && Words.Of(type.Name) is { Length: > 0 } words
        && (Configuring.Contains(words[^1]) || Configuring.Contains(Words.Stem(words[^1])));
}
