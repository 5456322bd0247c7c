using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>Rewrites a function without its played awaits; gives up where the result would not surely mean the same.</summary>
internal sealed class Unmasking : CSharpSyntaxRewriter
{
    private readonly HashSet<StatementSyntax> _dropped = new();
    private readonly Dictionary<ExpressionSyntax, ExpressionSyntax> _values = new();
    private readonly SemanticModel _model;
    private readonly SyntaxNode _function;
    private readonly TaskWrapping? _wrapping;

    private Unmasking(SyntaxNode function, SemanticModel model, TaskWrapping? wrapping)
    {
        _function = function;
        _model = model;
        _wrapping = wrapping;
    }

    public static bool IsFunction(SyntaxNode node) => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;

    /// <summary>The function after the rewriting; null where it cannot be done surely.</summary>
    public static SyntaxNode? Of(SyntaxNode function, SemanticModel model, Func<AwaitExpressionSyntax, bool> isPlayed)
    {
        var own = function.DescendantNodes(node => node == function || !IsFunction(node)).ToList();
        var awaits = own.OfType<AwaitExpressionSyntax>().ToList();
        var played = awaits.Where(isPlayed).ToList();
        var keepsAsync = played.Count < awaits.Count || own.Any(IsOtherAwait);
        var wrapping = keepsAsync ? null : TaskWrapping.Of(function, model);
        if (!keepsAsync && wrapping is null) return null;

        var unmasking = new Unmasking(function, model, wrapping);
        return played.TrueForAll(unmasking.Plan) ? unmasking.Rewrite() : null;
    }

    private static bool IsOtherAwait(SyntaxNode node) => node switch
    {
        CommonForEachStatementSyntax loop => !loop.AwaitKeyword.IsKind(SyntaxKind.None),
        UsingStatementSyntax block => !block.AwaitKeyword.IsKind(SyntaxKind.None),
        LocalDeclarationStatementSyntax declaration => !declaration.AwaitKeyword.IsKind(SyntaxKind.None),
        _ => false,
    };

    /// <summary>Decides what becomes of an await: a statement goes, a returned one is wrapped with its return, another one becomes its value.</summary>
    private bool Plan(AwaitExpressionSyntax awaited)
    {
        var value = ValueOf(awaited);
        if (awaited.Parent is ExpressionStatementSyntax statement)
        {
            _dropped.Add(statement);
            return statement.Parent is BlockSyntax && value is null or LiteralExpressionSyntax or IdentifierNameSyntax;
        }

        if (awaited.Parent is ArrowExpressionClauseSyntax or ReturnStatementSyntax && _wrapping is not null) return true;
        if (value is null || !HasExactly(value, _model.GetTypeInfo(awaited).Type)) return false;
        _values.Add(awaited, Parenthesized(value).WithTriviaFrom(awaited));
        return true;
    }

    private bool HasExactly(ExpressionSyntax value, ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(_model.GetTypeInfo(value).Type, type);

    /// <summary>The <c>x</c> of <c>await Task.FromResult(x)</c>.</summary>
    private static ExpressionSyntax? ValueOf(AwaitExpressionSyntax awaited)
    {
        var task = awaited.Expression;
        if (task is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var inner } }) task = inner;
        return task is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" } } ? arguments[0].Expression : null;
    }

    private static ExpressionSyntax Parenthesized(ExpressionSyntax value) =>
        value is LiteralExpressionSyntax or IdentifierNameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or ObjectCreationExpressionSyntax
            ? value
            : SyntaxFactory.ParenthesizedExpression(value);

    private SyntaxNode Rewrite()
    {
        var endIsReachable = _wrapping is not null && BodyOf(_function) is { } body && _model.AnalyzeControlFlow(body) is { Succeeded: true, EndPointIsReachable: true };
        var rewritten = Visit(_function)!;
        if (_wrapping is null) return rewritten;
        if (endIsReachable && _wrapping.Finished is { } finished) rewritten = WithLast(rewritten, SyntaxFactory.ReturnStatement(finished));
        return WithoutAsync(rewritten);
    }

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (node is null || (node != _function && IsFunction(node))) return node;
        return node is AwaitExpressionSyntax awaited && _values.TryGetValue(awaited, out var value) ? value : base.Visit(node);
    }

    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
    {
        if (_wrapping is null) return base.VisitReturnStatement(node);
        if (node.Expression is not { } returned) return _wrapping.Finished is { } finished ? Formatted(SyntaxFactory.ReturnStatement(finished).WithTriviaFrom(node)) : node;
        return node.WithExpression(Wrapped(returned));
    }

    public override SyntaxNode? VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) =>
        _wrapping is null || node.Parent != _function ? base.VisitArrowExpressionClause(node) : node.WithExpression(Wrapped(node.Expression));

    /// <summary>A value as a finished task; what was awaited is its own task, or its value in another one.</summary>
    private ExpressionSyntax Wrapped(ExpressionSyntax returned)
    {
        var awaited = returned as AwaitExpressionSyntax;
        if (awaited is not null && ValueOf(awaited) is null) return _wrapping!.Finished!.WithTriviaFrom(returned);

        var value = awaited is null ? returned : ValueOf(awaited)!;
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
                kept = kept.AddRange(CommentsAbove(statement));
                continue;
            }

            var visited = (StatementSyntax)Visit(statement)!;
            var opensBlock = statements.Count == 0 && statement != node.Statements[0];
            statements.Add(visited.WithLeadingTrivia(kept.AddRange(opensBlock && kept.Count == 0 ? WithoutBlankLines(visited.GetLeadingTrivia()) : visited.GetLeadingTrivia())));
            kept = default;
        }

        return node.WithStatements(SyntaxFactory.List(statements)).WithCloseBraceToken(node.CloseBraceToken.WithLeadingTrivia(kept.AddRange(node.CloseBraceToken.LeadingTrivia)));
    }

    /// <summary>All above a statement up to its last comment; nothing where there is none.</summary>
    private static SyntaxTriviaList CommentsAbove(StatementSyntax statement) => SplitAfterComments(statement.GetLeadingTrivia()).Comments;

    private static (SyntaxTriviaList Comments, SyntaxTriviaList Others) SplitAfterComments(SyntaxTriviaList trivia)
    {
        var last = trivia.ToList().FindLastIndex(static piece => !piece.IsKind(SyntaxKind.WhitespaceTrivia) && !piece.IsKind(SyntaxKind.EndOfLineTrivia));
        return last < 0 ? (default, trivia) : (SyntaxFactory.TriviaList(trivia.Take(last + 2)), SyntaxFactory.TriviaList(trivia.Skip(last + 2)));
    }

    private static SyntaxTriviaList WithoutBlankLines(SyntaxTriviaList trivia) =>
        SyntaxFactory.TriviaList(trivia.SkipWhile(static piece => piece.IsKind(SyntaxKind.EndOfLineTrivia)));

    private static BlockSyntax? BodyOf(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax local => local.Body,
        _ => null,
    };

    private static SyntaxNode WithLast(SyntaxNode function, StatementSyntax statement) => function switch
    {
        MethodDeclarationSyntax { Body: { } body } method => method.WithBody(WithLast(body, statement)),
        LocalFunctionStatementSyntax { Body: { } body } local => local.WithBody(WithLast(body, statement)),
        _ => function,
    };

    /// <summary>Comments at the end of the block stay above what is now its last statement.</summary>
    private static BlockSyntax WithLast(BlockSyntax body, StatementSyntax statement)
    {
        var (comments, rest) = SplitAfterComments(body.CloseBraceToken.LeadingTrivia);
        var last = comments.Count == 0 ? statement : statement.WithLeadingTrivia(comments.Add(SyntaxFactory.ElasticMarker));
        return body.WithCloseBraceToken(body.CloseBraceToken.WithLeadingTrivia(rest)).AddStatements(Formatted(last));
    }

    private static T Formatted<T>(T node)
        where T : SyntaxNode =>
        node.WithAdditionalAnnotations(Formatter.Annotation);

    private static SyntaxNode WithoutAsync(SyntaxNode function)
    {
        var leading = function.GetLeadingTrivia();
        SyntaxNode without = function switch
        {
            MethodDeclarationSyntax method => method.WithModifiers(Without(method.Modifiers)),
            LocalFunctionStatementSyntax local => local.WithModifiers(Without(local.Modifiers)),
            _ => function,
        };
        return without.WithLeadingTrivia(leading);
    }

    private static SyntaxTokenList Without(SyntaxTokenList modifiers) => modifiers.RemoveAt(modifiers.IndexOf(SyntaxKind.AsyncKeyword));
}
