namespace AiAwareAnalyzers.Knowledge;

/// <summary>The function that an operation stands in, and how a message speaks of it.</summary>
internal static class Functions
{
    /// <summary>The innermost lambda or local function, or else the body of the member.</summary>
    public static IOperation Around(IOperation operation)
    {
        var outer = operation;
        while (outer.Parent is { } parent)
        {
            outer = parent;
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation) break;
        }

        return outer;
    }

    public static string Named(IOperation function, ISymbol member) => function switch
    {
        IAnonymousFunctionOperation => "the lambda",
        ILocalFunctionOperation local => $"'{local.Symbol.Name}'",
        _ => member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => "the constructor",
            IMethodSymbol { Name: WellKnownMemberNames.TopLevelStatementsEntryPointMethodName } => "the program",
            IMethodSymbol { AssociatedSymbol: { } owner } => $"'{owner.Name}'",
            _ => $"'{member.Name}'",
        },
    };
}
