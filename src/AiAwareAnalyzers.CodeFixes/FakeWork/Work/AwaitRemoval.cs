using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>
/// Rewrites a function without its played awaits; gives up where the result would not surely mean the same.
/// </summary>
internal sealed class AwaitRemoval : CSharpSyntaxRewriter
{
    private readonly HashSet<StatementSyntax> _dropped = new();
    private readonly Dictionary<ExpressionSyntax, ExpressionSyntax> _values = new();
    private readonly SemanticModel _model;
    private readonly SyntaxNode _function;
    private readonly TaskWrapping? _wrapping;

    private AwaitRemoval(SyntaxNode function, SemanticModel model, TaskWrapping? wrapping)
    {
        _function = function;
        _model = model;
        _wrapping = wrapping;
    }

    public static bool IsFunction(SyntaxNode node) =>
        node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;

    /// <summary>The function after the rewriting; null where it cannot be done surely.</summary>
    public static SyntaxNode? Of(
        SyntaxNode function, SemanticModel model, Func<AwaitExpressionSyntax, bool> isPlayed) =>
        Of(function, model, isPlayed, TaskWrapping.Of);

    /// <summary>The same without any task: null where it has others to await.</summary>
    public static SyntaxNode? Synchronous(
        SyntaxNode function, SemanticModel model, Func<AwaitExpressionSyntax, bool> isPlayed) =>
        Of(function, model, isPlayed, TaskWrapping.PlainOf) is { } rewritten && !FunctionForm.IsAsync(rewritten)
            ? rewritten
            : null;

    private static SyntaxNode? Of(
        SyntaxNode function,
        SemanticModel model,
        Func<AwaitExpressionSyntax, bool> isPlayed,
        Func<SyntaxNode, SemanticModel, TaskWrapping?> wrap)
    {
        if (!FunctionForm.IsAsync(function)) return null;

        var own = OwnNodes(function).ToList();
        var awaits = own.OfType<AwaitExpressionSyntax>().ToList();
        var played = awaits.Where(isPlayed).ToList();
        var keepsAsync = played.Count < awaits.Count || own.Any(AwaitSyntax.IsOther);
        var wrapping = keepsAsync ? null : wrap(function, model);
        if (!keepsAsync && wrapping is null) return null;

        var unmasking = new AwaitRemoval(function, model, wrapping);
        return played.TrueForAll(unmasking.Plan) ? unmasking.Rewrite() : null;
    }

    /// <summary>Whether anything is awaited in the function itself.</summary>
    public static bool Awaits(SyntaxNode function) =>
        OwnNodes(function).Any(static node => node is AwaitExpressionSyntax || AwaitSyntax.IsOther(node));

    private static IEnumerable<SyntaxNode> OwnNodes(SyntaxNode function) =>
        function.DescendantNodes(node => node == function || !IsFunction(node));

    /// <summary>
    /// Decides what becomes of an await: a statement goes, a returned one is wrapped with its return, another one
    /// becomes its value.
    /// </summary>
    private bool Plan(AwaitExpressionSyntax awaited)
    {
        var value = AwaitSyntax.ValueOf(awaited);
        if (awaited.Parent is ExpressionStatementSyntax statement)
        {
            _dropped.Add(statement);
            return statement.Parent is BlockSyntax && value is null or LiteralExpressionSyntax or IdentifierNameSyntax;
        }

        if (awaited.Parent is ArrowExpressionClauseSyntax or ReturnStatementSyntax && _wrapping is not null)
            return Fits(value, awaited, _wrapping);
        if (value is null || !HasExactly(value, _model.GetTypeInfo(awaited).Type)) return false;
        _values.Add(awaited, AwaitSyntax.Parenthesized(value).WithTriviaFrom(awaited));
        return true;
    }

    /// <summary>
    /// Whether the returned await has a form without await; where no task is around it any more, the value must be what
    /// the task held.
    /// </summary>
    private bool Fits(ExpressionSyntax? value, AwaitExpressionSyntax awaited, TaskWrapping wrapping)
    {
        if (value is null || !wrapping.HasResult) return value is null && wrapping.Finished is not null;
        return wrapping.Plain is null
            || HasExactly(value, _model.GetTypeInfo(awaited).Type)
            || value.IsKind(SyntaxKind.NullLiteralExpression)
            || value.IsKind(SyntaxKind.DefaultLiteralExpression);
    }

    private bool HasExactly(ExpressionSyntax value, ITypeSymbol? type) =>
        SymbolEqualityComparer.Default.Equals(_model.GetTypeInfo(value).Type, type);

    private SyntaxNode Rewrite()
    {
        var endIsReachable = _wrapping is not null
            && FunctionForm.BodyOf(_function) is { } body
            && _model.AnalyzeControlFlow(body) is { Succeeded: true, EndPointIsReachable: true };
        var rewritten = Visit(_function)!;
        if (_wrapping is null) return rewritten;
        if (endIsReachable && _wrapping.Finished is { } finished)
            rewritten = FunctionForm.WithLast(rewritten, SyntaxFactory.ReturnStatement(finished));
        return FunctionForm.WithoutAsync(
            _wrapping.Plain is { } plain ? FunctionForm.Returning(rewritten, plain) : rewritten);
    }

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (node is null || (node != _function && IsFunction(node))) return node;
        return node is AwaitExpressionSyntax awaited && _values.TryGetValue(awaited, out var value)
            ? value
            : base.Visit(node);
    }

    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
    {
        if (_wrapping is null) return base.VisitReturnStatement(node);
        if (node.Expression is not { } returned)
            return _wrapping.Finished is { } finished
                ? FunctionForm.Formatted(SyntaxFactory.ReturnStatement(finished).WithTriviaFrom(node))
                : node;
        return node.WithExpression(Wrapped(returned));
    }

    public override SyntaxNode? VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) =>
        _wrapping is null || node.Parent != _function
            ? base.VisitArrowExpressionClause(node)
            : node.WithExpression(Wrapped(node.Expression));

    /// <summary>A value as a finished task; what was awaited is its own task, or its value in another one.</summary>
    private ExpressionSyntax Wrapped(ExpressionSyntax returned)
    {
        var awaited = returned as AwaitExpressionSyntax;
        if (awaited is not null && AwaitSyntax.ValueOf(awaited) is null)
            return _wrapping!.Finished?.WithTriviaFrom(returned) ?? returned;

        var value = awaited is null ? returned : AwaitSyntax.ValueOf(awaited)!;
        var rewritten = (ExpressionSyntax)Visit(value)!;
        return _wrapping!.Wrap(rewritten.WithoutTrivia(), _model.GetTypeInfo(value)).WithTriviaFrom(returned);
    }

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var statements = new List<StatementSyntax>();
        var kept = default(SyntaxTriviaList);
        foreach (var statement in node.Statements)
        {
            if (_dropped.Contains(statement))
            {
                kept = kept.AddRange(FunctionForm.CommentsAbove(statement));
                continue;
            }

            var visited = (StatementSyntax)Visit(statement)!;
            var opensBlock = statements.Count == 0 && statement != node.Statements[0];
            statements.Add(
                visited.WithLeadingTrivia(
                    kept.AddRange(opensBlock && kept.Count == 0
                        ? FunctionForm.WithoutBlankLines(visited.GetLeadingTrivia())
                        : visited.GetLeadingTrivia())));
            kept = default;
        }

        return node.WithStatements(SyntaxFactory.List(statements)).WithCloseBraceToken(
            node.CloseBraceToken.WithLeadingTrivia(kept.AddRange(node.CloseBraceToken.LeadingTrivia)));
    }
}
