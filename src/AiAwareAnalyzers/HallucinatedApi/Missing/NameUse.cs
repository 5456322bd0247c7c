using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Missing;

/// <summary>
/// How a name is used where it stands: called or read, with what, awaited or not, and what its value is needed for.
/// </summary>
internal sealed class NameUse
{
    private readonly ExpressionSyntax _whole;

    public NameUse(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        Name = name.Identifier.ValueText;
        Position = name.SpanStart;
        Model = model;
        Cancellation = cancellation;
        TypeArguments = name is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments.Count : 0;
        Call = CallOf(name);
        ArgumentTypes = (Call?.ArgumentList.Arguments.Select(argument => TypeOf(argument.Expression)) ?? [])
            .ToImmutableArray();
        _whole = WholeOf(name, Call);
        IsAwaited = _whole.Parent is AwaitExpressionSyntax;
        IsWritten = _whole.Parent is AssignmentExpressionSyntax assignment && assignment.Left == _whole;
        IsStatement = Outermost is { Parent: ExpressionStatementSyntax };
        IsNamed =
            _whole.Parent
                is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax
                    { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };
        Expected = ExpectedType();
    }

    public string Name { get; }

    public int Position { get; }

    public SemanticModel Model { get; }

    public CancellationToken Cancellation { get; }

    public int TypeArguments { get; }

    /// <summary>The call of the name; null where it is only read or written.</summary>
    public InvocationExpressionSyntax? Call { get; }

    /// <summary>
    /// The types of the call's arguments; null where an argument has none of its own, as a lambda has not.
    /// </summary>
    public ImmutableArray<ITypeSymbol?> ArgumentTypes { get; }

    /// <summary>Whether an argument is there to receive something.</summary>
    public bool IsOut(int at) => Call!.ArgumentList.Arguments[at].RefKindKeyword.IsKind(SyntaxKind.OutKeyword);

    public bool IsAwaited { get; }

    public bool IsWritten { get; }

    /// <summary>Only its name is asked for, by <c>nameof</c>.</summary>
    public bool IsNamed { get; }

    /// <summary>Nobody asks for its value.</summary>
    public bool IsStatement { get; }

    /// <summary>The type that the place asks for, of the awaited value where it is awaited.</summary>
    public ITypeSymbol? Expected { get; }

    public Compilation Compilation => Model.Compilation;

    public bool IsCalled => Call is not null;

    private ExpressionSyntax Outermost => IsAwaited ? (AwaitExpressionSyntax)_whole.Parent! : _whole;

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) =>
        Model.GetTypeInfo(expression, Cancellation).Type is { TypeKind: not TypeKind.Error } type ? type : null;

    private static InvocationExpressionSyntax? CallOf(SimpleNameSyntax name) =>
        Qualified(name).Parent is InvocationExpressionSyntax call && call.Expression == Qualified(name) ? call : null;

    private static ExpressionSyntax Qualified(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax binding => binding,
        _ => name,
    };

    private static ExpressionSyntax WholeOf(SimpleNameSyntax name, InvocationExpressionSyntax? call)
    {
        var whole = call ?? Qualified(name);
        while (whole.Parent is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == whole
            || whole.Parent is ParenthesizedExpressionSyntax) whole = (ExpressionSyntax)whole.Parent;
        return whole;
    }

    private ITypeSymbol? ExpectedType() => Outermost.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax
            { Parent: VariableDeclarationSyntax { Type.IsVar: false } declaration } } =>
            TypeOf(declaration.Type),
        AssignmentExpressionSyntax assignment when assignment.Right == Outermost => TypeOf(assignment.Left),
        AssignmentExpressionSyntax assignment when assignment.Left == Outermost => TypeOf(assignment.Right),
        IfStatementSyntax
        or WhileStatementSyntax
        or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } => Boolean,
        BinaryExpressionSyntax
            { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } =>
            Boolean,
        ConditionalExpressionSyntax conditional when conditional.Condition == Outermost => Boolean,
        BinaryExpressionSyntax comparison when comparison.Left == Outermost && IsComparison(comparison) =>
            TypeOf(comparison.Right),
        BinaryExpressionSyntax comparison when comparison.Right == Outermost && IsComparison(comparison) =>
            TypeOf(comparison.Left),
        _ => null,
    };

    private static bool IsComparison(BinaryExpressionSyntax binary) =>
        binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression
            or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression
            or SyntaxKind.GreaterThanOrEqualExpression;

    private ITypeSymbol Boolean => Compilation.GetSpecialType(SpecialType.System_Boolean);
}
