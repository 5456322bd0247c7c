using AiAwareAnalyzers.HallucinatedApi.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Missing;

/// <summary>A name that should be a type and that no reference has.</summary>
/// <param name="Name">Where it stands.</param>
/// <param name="Within">The namespace or type that it was looked for in; null where it stands alone.</param>
internal sealed record UnboundType(SimpleNameSyntax Name, INamespaceOrTypeSymbol? Within)
{
    /// <summary>
    /// The operations that may hold the name of a type. Each spans what it holds: an editor drops what is reported
    /// outside of an operation.
    /// </summary>
    public static readonly ImmutableArray<OperationKind> Kinds = ImmutableArray.Create(
        OperationKind.Invalid,
        OperationKind.None,
        OperationKind.VariableDeclaration,
        OperationKind.ObjectCreation,
        OperationKind.ArrayCreation,
        OperationKind.DefaultValue,
        OperationKind.Conversion,
        OperationKind.TypeOf,
        OperationKind.SizeOf,
        OperationKind.DeclarationExpression,
        OperationKind.IsType,
        OperationKind.CatchClause,
        OperationKind.DeclarationPattern,
        OperationKind.RecursivePattern,
        OperationKind.TypePattern,
        OperationKind.Invocation,
        OperationKind.Loop,
        OperationKind.LocalFunction,
        OperationKind.AnonymousFunction);

    public string Text => Name.Identifier.ValueText;

    public int Arity => Name is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments.Count : 0;

    /// <summary>As the name is shown to a reader: <c>Map&lt;,&gt;</c>.</summary>
    public string Shown => Arity == 0 ? Text : $"{Text}<{new string(',', Arity - 1)}>";

    public string MetadataName => Arity == 0 ? Text : $"{Text}`{Arity}";

    /// <summary>
    /// The names of types that an operation cannot bind. Costs a look at a type where all is well. Attributes of
    /// declarations are another matter (<see cref="DeclaredTypes"/>).
    /// </summary>
    public static IEnumerable<UnboundType> In(IOperation operation, CancellationToken cancellation) =>
        HoldsError(operation)
        && operation.SemanticModel is { } model
        && operation.Syntax.FirstAncestorOrSelf<AttributeSyntax>() is null
            ? Places(operation.Syntax).SelectMany(place => In(place, model, cancellation))
            : [];

    /// <summary>The names within a declaration that cannot be bound.</summary>
    public static IEnumerable<UnboundType> In(SyntaxNode place, SemanticModel model, CancellationToken cancellation) =>
        place.DescendantNodesAndSelf(node =>
            node is TypeSyntax or MemberAccessExpressionSyntax or TypeArgumentListSyntax or ArrayRankSpecifierSyntax
                or TupleElementSyntax)
            .OfType<SimpleNameSyntax>()
            .Select(name => At(name, model, cancellation))
            .OfType<UnboundType>();

    /// <summary>The framework that has the type, where it is newer than the target.</summary>
    public string? Since(Compilation compilation)
    {
        var history = ApiHistory.Of(compilation);
        var target = TargetFramework.Of(compilation);
        return Spellings.SelectMany(history.TypesNamed)
            .Select(history.SinceOfType)
            .FirstOrDefault(framework => framework is not null && target.IsOlderThan(framework));
    }

    /// <summary>
    /// An attribute is written without the end of its name, a static class of a generic type without arity.
    /// </summary>
    public IEnumerable<string> Spellings =>
        Name.Parent is AttributeSyntax ? [MetadataName, MetadataName + nameof(Attribute)] : [MetadataName];

    /// <summary>A name that is unbound where it stands.</summary>
    public static UnboundType? At(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        if (name.Identifier.IsMissing || name.Identifier.ValueText.Length == 0 || IsWordOfLanguage(name)) return null;
        var binding = model.GetSymbolInfo(name, cancellation);
        if (binding.Symbol is not null and not IErrorTypeSymbol) return null;
        if (binding.CandidateReason is not (CandidateReason.None or CandidateReason.WrongArity)) return null;

        return Left(name) switch
        {
            null => new UnboundType(name, null),
            var left =>
                model.GetSymbolInfo(left, cancellation).Symbol is INamespaceOrTypeSymbol within and not IErrorTypeSymbol
                    ? new UnboundType(name, within)
                    : null,
        };
    }

    /// <summary>What reads like a name and is none: <c>where T : unmanaged</c> has no symbol, and no error.</summary>
    private static bool IsWordOfLanguage(SimpleNameSyntax name) =>
        name.IsVar || name.IsUnmanaged || name.IsNotNull || name.Identifier.Text is "_" or "nameof" or "dynamic";

    private static ExpressionSyntax? Left(SimpleNameSyntax name) => name.Parent switch
    {
        QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left,
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        _ => null,
    };

    private static bool HoldsError(IOperation operation) => operation switch
    {
        IInvalidOperation => true,
        IVariableDeclarationOperation declaration =>
            declaration.Declarators.Any(declarator => IsError(declarator.Symbol.Type)),
        IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation declarator } =>
            IsError(declarator.Symbol.Type),
        IConversionOperation conversion => !conversion.IsImplicit && IsError(conversion.Type),
        ITypeOfOperation type => IsError(type.TypeOperand),
        ISizeOfOperation type => IsError(type.TypeOperand),
        IIsTypeOperation type => IsError(type.TypeOperand),
        ICatchClauseOperation clause => IsError(clause.ExceptionType),
        IDeclarationPatternOperation pattern => IsError(pattern.MatchedType),
        IRecursivePatternOperation pattern => IsError(pattern.MatchedType),
        ITypePatternOperation pattern => IsError(pattern.MatchedType),
        IInvocationOperation { TargetMethod: { Arity: > 0 } method } => method.TypeArguments.Any(IsError),
        IInvocationOperation => false,
        ILocalFunctionOperation function => HoldsError(function.Symbol),
        IAnonymousFunctionOperation function => HoldsError(function.Symbol),
        { Kind: OperationKind.None } => operation.Syntax is SimpleNameSyntax or StackAllocArrayCreationExpressionSyntax,
        _ => IsError(operation.Type),
    };

    public static bool HoldsError(IMethodSymbol method) =>
        IsError(method.ReturnType)
        || method.Parameters.Any(parameter => IsError(parameter.Type))
        || method.GetAttributes().Any(attribute => IsError(attribute.AttributeClass));

    public static bool IsError(ITypeSymbol? type) => type switch
    {
        null => false,
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => IsError(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } named => named.TypeArguments.Any(IsError),
        _ => false,
    };

    /// <summary>
    /// Where an operation's own syntax writes types; what lies in operations below speaks for itself.
    /// </summary>
    private static IEnumerable<SyntaxNode> Places(SyntaxNode syntax) => syntax switch
    {
        VariableDeclarationSyntax declaration => [declaration.Type],
        ForEachStatementSyntax each => [each.Type],
        SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax declaration } => [declaration.Type],
        ObjectCreationExpressionSyntax creation => [creation.Type],
        ArrayCreationExpressionSyntax creation => [creation.Type],
        DefaultExpressionSyntax value => [value.Type],
        CastExpressionSyntax cast => [cast.Type],
        TypeOfExpressionSyntax type => [type.Type],
        SizeOfExpressionSyntax type => [type.Type],
        StackAllocArrayCreationExpressionSyntax creation => [creation.Type],
        DeclarationExpressionSyntax declaration => [declaration.Type],
        FromClauseSyntax { Type: { } type } => [type],
        JoinClauseSyntax { Type: { } type } => [type],
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression or (int)SyntaxKind.AsExpression } test =>
            [test.Right],
        CatchClauseSyntax { Declaration.Type: { } type } => [type],
        DeclarationPatternSyntax pattern => [pattern.Type],
        RecursivePatternSyntax { Type: { } type } => [type],
        TypePatternSyntax pattern => [pattern.Type],
        LocalFunctionStatementSyntax function =>
            [function.ReturnType, .. ParameterTypes(function.ParameterList), .. Names(function.AttributeLists)],
        ParenthesizedLambdaExpressionSyntax lambda =>
            [.. ParameterTypes(lambda.ParameterList), .. Names(lambda.AttributeLists)],
        InvocationExpressionSyntax call => TypeArguments(call.Expression),
        MemberAccessExpressionSyntax access when IsQualifier(access) => [access],
        SimpleNameSyntax name when IsQualifier(name) => [name],
        _ => [],
    };

    private static IEnumerable<SyntaxNode> ParameterTypes(ParameterListSyntax list) =>
        list.Parameters.Select(parameter => parameter.Type).OfType<SyntaxNode>();

    private static IEnumerable<SyntaxNode> Names(SyntaxList<AttributeListSyntax> lists) =>
        lists.SelectMany(list => list.Attributes).Select(attribute => attribute.Name);

    private static IEnumerable<SyntaxNode> TypeArguments(ExpressionSyntax callee) => callee switch
    {
        GenericNameSyntax generic => generic.TypeArgumentList.Arguments,
        MemberAccessExpressionSyntax { Name: GenericNameSyntax generic } => generic.TypeArgumentList.Arguments,
        MemberBindingExpressionSyntax { Name: GenericNameSyntax generic } => generic.TypeArgumentList.Arguments,
        _ => [],
    };

    /// <summary>
    /// What stands before a dot, in <c>nameof</c> or as a pattern, and begins with a capital, may be meant as a type.
    /// </summary>
    public static bool IsQualifier(ExpressionSyntax expression) =>
        (expression.Parent is MemberAccessExpressionSyntax access
            && access.Expression == expression || expression.Parent is ConstantPatternSyntax || IsNamed(expression))
        && expression.DescendantNodesAndSelf()
            .OfType<SimpleNameSyntax>()
            .All(name => name.Identifier.ValueText.Length > 0 && char.IsUpper(name.Identifier.ValueText[0]));

    private static bool IsNamed(ExpressionSyntax expression) =>
        expression.Parent
            is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax
                { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };
}
