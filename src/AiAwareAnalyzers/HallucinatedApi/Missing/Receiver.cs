using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Missing;

/// <summary>What a member is asked of: a type by its name, or a value of a type.</summary>
internal sealed record Receiver(ITypeSymbol Type, bool IsStatic)
{
    /// <summary>Nothing is written before the name: it is asked of the type that it stands in.</summary>
    public bool IsImplicit { get; init; }

    /// <summary>The receiver of a name; null where it does not bind itself, or where anything goes.</summary>
    public static Receiver? Of(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation) =>
        name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name =>
                OfExpression(access.Expression, model, cancellation),
            MemberBindingExpressionSyntax binding => OfBinding(binding, model, cancellation),
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment
                when assignment.Left == name =>
                OfInitializer(initializer, model, cancellation),
            NameColonSyntax { Parent: SubpatternSyntax { Parent.Parent: PatternSyntax pattern } } =>
                OfPattern(pattern, model, cancellation),
            NameEqualsSyntax { Parent: AttributeArgumentSyntax { Parent.Parent: AttributeSyntax attribute } } =>
                OfValue(model.GetTypeInfo(attribute, cancellation).Type),
            QualifiedNameSyntax qualified when qualified.Right == name => OfEnum(qualified.Left, model, cancellation),
            TypeOfExpressionSyntax or DefaultExpressionSyntax or SizeOfExpressionSyntax
            or ObjectCreationExpressionSyntax => null,
            CastExpressionSyntax cast when cast.Type == name => null,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression or (int)SyntaxKind.IsExpression } test
                when test.Right == name => null,
            NameColonSyntax or NameEqualsSyntax or TypeSyntax or GotoStatementSyntax or BaseTypeSyntax
            or AttributeSyntax => null,
            ExpressionSyntax or StatementSyntax or ArgumentSyntax or EqualsValueClauseSyntax
                or ArrowExpressionClauseSyntax or InterpolationSyntax or PatternSyntax
                or AttributeArgumentSyntax or QueryClauseSyntax or SelectOrGroupClauseSyntax or OrderingSyntax
                or AnonymousObjectMemberDeclaratorSyntax
                    =>  OfEnclosing(name, model, cancellation),
            _ => null,
        };

    /// <summary>A test for a member of an enum reads like one for a nested type.</summary>
    private static Receiver? OfEnum(NameSyntax left, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(left, cancellation).Symbol is INamedTypeSymbol { TypeKind: TypeKind.Enum } type
            ? Known(type, isStatic: true)
            : null;

    private static Receiver? OfEnclosing(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation) =>
        model.GetEnclosingSymbol(name.SpanStart, cancellation)?.ContainingType is { } type
        && Known(type, isStatic: false) is { } receiver
            ? receiver with { IsImplicit = true }
            : null;

    private static Receiver? OfExpression(
        ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(expression, cancellation).Symbol switch
        {
            INamespaceSymbol => null,
            INamedTypeSymbol type => Known(type, isStatic: true),
            ITypeParameterSymbol parameter => Known(parameter, isStatic: true),
            _ => OfValue(model.GetTypeInfo(expression, cancellation).Type),
        };

    private static Receiver? OfBinding(
        MemberBindingExpressionSyntax binding, SemanticModel model, CancellationToken cancellation)
    {
        var access = binding.Ancestors()
            .OfType<ConditionalAccessExpressionSyntax>()
            .FirstOrDefault(each => each.WhenNotNull.Span.Contains(binding.Span));
        var type = access is null ? null : model.GetTypeInfo(access.Expression, cancellation).Type;
        return OfValue(
            type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
                ? nullable.TypeArguments[0]
                : type);
    }

    private static Receiver? OfInitializer(
        InitializerExpressionSyntax initializer, SemanticModel model, CancellationToken cancellation) =>
        initializer.Parent switch
        {
            AssignmentExpressionSyntax outer => OfValue(model.GetTypeInfo(outer.Left, cancellation).Type),
            WithExpressionSyntax with => OfValue(model.GetTypeInfo(with.Expression, cancellation).Type),
            ExpressionSyntax creation => OfValue(model.GetTypeInfo(creation, cancellation).Type),
            _ => null,
        };

    private static Receiver? OfPattern(PatternSyntax pattern, SemanticModel model, CancellationToken cancellation) =>
        OfValue((model.GetOperation(pattern, cancellation) as IRecursivePatternOperation)?.MatchedType);

    private static Receiver? OfValue(ITypeSymbol? type) =>
        type is null or { SpecialType: SpecialType.System_Void } ? null : Known(type, isStatic: false);

    private static Receiver? Known(ITypeSymbol type, bool isStatic) =>
        type.TypeKind is TypeKind.Error or TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer
        || HasMissingAncestor(type) ? null : new Receiver(type, isStatic);

    /// <summary>What a type inherits from a reference that is missing cannot be known.</summary>
    public static bool HasMissingAncestor(ITypeSymbol type) =>
        TypeNames.SelfAndAncestors(type).Any(ancestor => ancestor.TypeKind == TypeKind.Error);
}
