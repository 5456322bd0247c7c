using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>The value behind the ways in which it is written.</summary>
internal static class TextOperations
{
    /// <summary>The instance that a member is called on, through <c>?.</c> too.</summary>
    public static IOperation? Instance(IOperation member)
    {
        var instance = member switch
        {
            IInvocationOperation
                { Instance: null, TargetMethod.IsExtensionMethod: true, Arguments: { Length: > 0 } arguments } =>
                arguments[0].Value,
            IInvocationOperation invocation => invocation.Instance,
            IMemberReferenceOperation reference => reference.Instance,
            IArrayElementReferenceOperation element => element.ArrayReference,
            _ => null,
        };
        return instance is IConditionalAccessInstanceOperation placeholder ? ReceiverOf(placeholder) : instance;
    }

    /// <summary>
    /// A name for a value that two places in a body share: <c>filter.Sort</c> for <c>filter.Sort!.Trim().ToLower()</c>.
    /// </summary>
    public static string Key(IOperation operation)
    {
        if (CallStack.IsNearlyFull) return operation.Syntax.ToString();
        operation = WithoutForm(operation);
        return operation switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member when Instance(member) is { } instance and not IInstanceReferenceOperation
                && member.Member is not IPropertySymbol { IsIndexer: true } =>
                Key(instance) + "." + member.Member.Name,
            IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: false } or IFieldSymbol } member =>
                member.Member.Name,
            IInstanceReferenceOperation => "this",
            _ => operation.Syntax.ToString(),
        };
    }

    /// <summary>The value without the calls that only change its form.</summary>
    public static IOperation WithoutForm(IOperation operation)
    {
        operation = operation.BareText();
        while (operation is IInvocationOperation { TargetMethod.Name: var name } call
            && IsMereForm(name)
            && Instance(call) is { } text) operation = text.BareText();
        return operation;
    }

    public static bool IsText(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;

    /// <summary>Calls that change the form of a text and nothing about its danger.</summary>
    public static bool IsMereForm(string method) => method is
        "Trim" or "TrimStart" or "TrimEnd" or "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant"
        or "ToString" or "Normalize"
        or "PadLeft" or "PadRight" or "Substring" or "Insert" or "Remove" or "Replace" or "AsSpan"
        or "ReplaceLineEndings";

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
