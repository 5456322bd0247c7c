using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Flow;

/// <summary>
/// The function or the body that an operation stands in, the way up to it, and the ways down that stay inside.
/// </summary>
internal static class Bodies
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

    /// <summary>The method, property or local function whose body an operation stands in.</summary>
    public static ISymbol? MemberAround(IOperation operation) =>
        operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) switch
        {
            IMethodSymbol { AssociatedSymbol: { } owner } => owner,
            var member => member,
        };

    /// <summary>The whole body, initializer or attribute that an operation stands in.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return operation;
    }

    /// <summary>The statement that an operation belongs to.</summary>
    public static IOperation? Statement(this IOperation operation)
    {
        var statement = operation;
        while (statement is not null && statement.Parent is not (IBlockOperation or ISwitchCaseOperation or null))
            statement = statement.Parent;
        return statement;
    }

    public static IEnumerable<IOperation> Ancestors(this IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent) yield return parent;
    }

    public static bool IsInside(this IOperation operation, IOperation outer) =>
        outer.Syntax.SyntaxTree == operation.Syntax.SyntaxTree && outer.Syntax.Span.Contains(operation.Syntax.Span);

    /// <summary>
    /// An operation and all below it in source order, without the bodies of lambdas and local functions.
    /// </summary>
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

    /// <summary>The calls whose tasks are awaited in a body itself, in source order.</summary>
    public static IEnumerable<IInvocationOperation> AwaitedCalls(IOperation body) =>
        Own(body)
            .OfType<IAwaitOperation>()
            .Select(static awaited => awaited.Operation.Without(Wrappers.Awaits))
            .OfType<IInvocationOperation>();

    /// <summary>The statements behind one in its block.</summary>
    public static IEnumerable<IOperation> Behind(IOperation statement, IBlockOperation block) =>
        block.Operations.SkipWhile(other => other != statement).Skip(1);

    /// <summary>Whether the way that leads on from a statement ends in its block.</summary>
    public static bool EndsBehind(IOperation statement, IBlockOperation block) =>
        Behind(statement, block).Any(static following => !CanComplete(following));

    /// <summary>Whether control can come out at the end of a statement.</summary>
    public static bool CanComplete(IOperation? statement) =>
        CanComplete(statement, static clause => CanComplete(clause.Handler));

    /// <summary>As above, where somebody knows it of the catch clauses inside.</summary>
    public static bool CanComplete(IOperation? statement, Func<ICatchClauseOperation, bool> clauses) => statement switch
    {
        _ when CallStack.IsNearlyFull => true,
        null => true,
        IReturnOperation { Kind: OperationKind.Return } or IThrowOperation or IBranchOperation => false,
        IExpressionStatementOperation { Operation: var expression } => !IsThrow(expression),
        IBlockOperation block => block.Operations.All(inner => CanComplete(inner, clauses)),
        IConditionalOperation choice => CanComplete(choice.WhenTrue, clauses) || CanComplete(choice.WhenFalse, clauses),
        IUsingOperation { Body: var body } => CanComplete(body, clauses),
        ILockOperation { Body: var body } => CanComplete(body, clauses),
        ITryOperation attempt =>
            CanComplete(attempt.Finally, clauses)
            && (CanComplete(attempt.Body, clauses) || attempt.Catches.Any(clauses)),
        _ => true,
    };

    private static bool IsThrow(IOperation expression) =>
        expression is IThrowOperation
        || (expression is IInvocationOperation { TargetMethod: var method } && NeverReturns(method));

    /// <summary>Whether a call of a method ends in an exception, or ends the process.</summary>
    public static bool NeverReturns(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute")
        || method is { Name: "Throw", ContainingType.Name: "ExceptionDispatchInfo" }
        || method is { Name: "FailFast" or "Exit", ContainingType.Name: "Environment" };

    /// <summary>How a message speaks of a function.</summary>
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

    /// <summary>The parameters of a method, a local function or a lambda that states their types.</summary>
    public static IEnumerable<ParameterSyntax> ParametersOf(SyntaxNode handler) => handler switch
    {
        BaseMethodDeclarationSyntax method => method.ParameterList.Parameters,
        LocalFunctionStatementSyntax function => function.ParameterList.Parameters,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters,
        _ => Enumerable.Empty<ParameterSyntax>(),
    };

    /// <summary>The block or the expression; null where there is neither.</summary>
    public static SyntaxNode? BodyOf(SyntaxNode handler) => handler switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody,
        AnonymousFunctionExpressionSyntax lambda => lambda.Body,
        _ => null,
    };
}
