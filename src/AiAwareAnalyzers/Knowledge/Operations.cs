namespace AiAwareAnalyzers.Knowledge;

/// <summary>Ways through an operation tree that stay inside one function.</summary>
internal static class Operations
{
    /// <summary>An operation and all below it in source order, without the bodies of lambdas and local functions.</summary>
    public static IEnumerable<IOperation> Own(IOperation root) => Own(root, static _ => false);

    /// <summary>As above, also without what is known from elsewhere.</summary>
    public static IEnumerable<IOperation> Own(IOperation root, Func<IOperation, bool> isKnown)
    {
        var open = new Stack<IOperation>();
        open.Push(root);
        while (open.Count > 0)
        {
            var operation = open.Pop();
            yield return operation;
            if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation && operation != root) continue;
            foreach (var child in operation.ChildOperations.Reverse())
                if (!isKnown(child)) open.Push(child);
        }
    }

    /// <summary>The lambda or local function that an operation stands in; null in the body of a member.</summary>
    public static IOperation? FunctionAround(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation) return parent;
        return null;
    }

    /// <summary>The symbol of the innermost function around an operation.</summary>
    public static IMethodSymbol? FunctionOf(IOperation operation, ISymbol member) => FunctionAround(operation) switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation local => local.Symbol,
        _ => member as IMethodSymbol,
    };

    /// <summary>Whether control can come out at the end of a statement.</summary>
    public static bool CanComplete(IOperation? statement) => CanComplete(statement, static clause => CanComplete(clause.Handler));

    /// <summary>As above, where somebody knows it of the catch clauses inside.</summary>
    public static bool CanComplete(IOperation? statement, Func<ICatchClauseOperation, bool> clauses) => statement switch
    {
        null => true,
        IReturnOperation { Kind: OperationKind.Return } or IThrowOperation or IBranchOperation => false,
        IExpressionStatementOperation { Operation: var expression } => !IsThrow(expression),
        IBlockOperation block => block.Operations.All(inner => CanComplete(inner, clauses)),
        IConditionalOperation choice => CanComplete(choice.WhenTrue, clauses) || CanComplete(choice.WhenFalse, clauses),
        IUsingOperation { Body: var body } => CanComplete(body, clauses),
        ILockOperation { Body: var body } => CanComplete(body, clauses),
        ITryOperation attempt => CanComplete(attempt.Finally, clauses) && (CanComplete(attempt.Body, clauses) || attempt.Catches.Any(clauses)),
        _ => true,
    };

    private static bool IsThrow(IOperation expression) =>
        expression is IThrowOperation || (expression is IInvocationOperation { TargetMethod: var method } && NeverReturns(method));

    /// <summary>Whether a call of a method ends in an exception, or ends the process.</summary>
    public static bool NeverReturns(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute")
        || method is { Name: "Throw", ContainingType.Name: "ExceptionDispatchInfo" }
        || method is { Name: "FailFast" or "Exit", ContainingType.Name: "Environment" };
}
