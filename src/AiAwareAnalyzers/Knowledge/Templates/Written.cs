namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>The value behind the ways in which it is written.</summary>
internal static class Written
{
    /// <summary>The operation without conversions, parentheses, awaits and <c>?.</c> around it.</summary>
    public static IOperation Bare(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null, Operand: var operand }:
                    operation = operand;
                    break;
                case IConversionOperation { OperatorMethod: not null, Operand: var converted } when IsText(operation.Type) || operation.Type?.Name == "StringValues":
                    operation = converted;
                    break;
                case IParenthesizedOperation { Operand: var inner }:
                    operation = inner;
                    break;
                case IAwaitOperation { Operation: var awaited }:
                    operation = awaited;
                    break;
                case IConditionalAccessOperation { WhenNotNull: var access }:
                    operation = access;
                    break;
                case IArgumentOperation { Value: var value }:
                    operation = value;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }:
                    operation = task;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The instance that a member is called on, through <c>?.</c> too.</summary>
    public static IOperation? Instance(IOperation member)
    {
        var instance = member switch
        {
            IInvocationOperation { Instance: null, TargetMethod.IsExtensionMethod: true, Arguments: { Length: > 0 } arguments } => arguments[0].Value,
            IInvocationOperation invocation => invocation.Instance,
            IMemberReferenceOperation reference => reference.Instance,
            IArrayElementReferenceOperation element => element.ArrayReference,
            _ => null,
        };
        return instance is IConditionalAccessInstanceOperation placeholder ? ReceiverOf(placeholder) : instance;
    }

    /// <summary>A name for a value that two places in a body share: <c>filter.Sort</c> for <c>filter.Sort!.Trim().ToLower()</c>.</summary>
    public static string Key(IOperation operation)
    {
        operation = WithoutForm(operation);
        return operation switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member when Instance(member) is { } instance and not IInstanceReferenceOperation && member.Member is not IPropertySymbol { IsIndexer: true } =>
                Key(instance) + "." + member.Member.Name,
            IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: false } or IFieldSymbol } member => member.Member.Name,
            IInstanceReferenceOperation => "this",
            _ => operation.Syntax.ToString(),
        };
    }

    /// <summary>The value without the calls that only change its form.</summary>
    public static IOperation WithoutForm(IOperation operation)
    {
        operation = Bare(operation);
        while (operation is IInvocationOperation { TargetMethod.Name: var name } call && IsMereForm(name) && Instance(call) is { } text) operation = Bare(text);
        return operation;
    }

    public static bool IsText(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;

    /// <summary>Calls that change the form of a text and nothing about its danger.</summary>
    public static bool IsMereForm(string method) => method is
        "Trim" or "TrimStart" or "TrimEnd" or "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "ToString" or "Normalize"
        or "PadLeft" or "PadRight" or "Substring" or "Insert" or "Remove" or "Replace" or "AsSpan" or "ReplaceLineEndings";

    private static IOperation? ReceiverOf(IConditionalAccessInstanceOperation placeholder)
    {
        for (IOperation child = placeholder, parent; child.Parent is not null; child = parent)
        {
            parent = child.Parent;
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child) return access.Operation;
        }

        return null;
    }
}
