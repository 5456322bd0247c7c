using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money.Arithmetic;

/// <summary>
/// The declarations of money, as they are written: where they are, and how they are written in decimal.
/// </summary>
internal static class DeclaredMoney
{
    /// <summary>The symbol that is declared at a place that AIA0201 underlines.</summary>
    public static ISymbol? At(SyntaxToken name, SemanticModel model)
    {
        var declaration = name.Parent;
        if (declaration is IdentifierNameSyntax { Parent: NameColonSyntax { Parent: ArgumentSyntax argument } })
            declaration = argument;
        return declaration is null ? null
            : model.GetDeclaredSymbol(declaration) is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? invoke
            : model.GetDeclaredSymbol(declaration);
    }

    /// <summary>
    /// What to replace so that a declaration carries decimals; null where that cannot be done for certain.
    /// </summary>
    public static (SyntaxNode Old, SyntaxNode New)? InDecimal(SyntaxNode declaration, SemanticModel model)
    {
        var type = declaration switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } variable } =>
                variable.Type,
            PropertyDeclarationSyntax property => property.Type,
            ParameterSyntax parameter => IsTested(parameter) ? null : parameter.Type,
            MethodDeclarationSyntax method => method.ReturnType,
            LocalFunctionStatementSyntax function => function.ReturnType,
            DelegateDeclarationSyntax function => function.ReturnType,
            ForEachStatementSyntax loop => loop.Type,
            TupleElementSyntax element => element.Type,
            SingleVariableDesignationSyntax
                { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax } variable } =>
                variable.Type,
            _ => null,
        };

        return type is { IsVar: true } ? OfInferred(declaration, type, model)
            : type is not null && DecimalTypes.Of(type, model) is { } exact ? (type, exact)
            : declaration is ArgumentSyntax { Expression: { } value } ? (value, new DecimalForm(model).Of(value))
            : null;
    }

    /// <summary>
    /// What says <c>var</c> takes its type from its value: the value changes, or the loop says what it wants.
    /// </summary>
    private static (SyntaxNode Old, SyntaxNode New)? OfInferred(
        SyntaxNode declaration, TypeSyntax type, SemanticModel model) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer.Value: { } value }
            when Numbers.IsFloating(model.GetTypeInfo(value).Type) => (value, new DecimalForm(model).Of(value)),
        ForEachStatementSyntax loop =>
            (type, SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.DecimalKeyword)).WithTriviaFrom(type)),
        SingleVariableDesignationSyntax { Parent.Parent.Parent.Parent: InvocationExpressionSyntax call }
            when TryParseInDecimal(call, model) is { } exact => (call.Expression, exact),
        _ => null,
    };

    /// <summary><c>double.TryParse(text, out var price)</c></summary>
    public static ExpressionSyntax? TryParseInDecimal(InvocationExpressionSyntax call, SemanticModel model) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryParse" } member
        && Numbers.IsFloating(model.GetSymbolInfo(member.Expression).Symbol as ITypeSymbol)
            ? member.WithExpression(SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.DecimalKeyword))
                .WithTriviaFrom(member.Expression))
            : null;

    /// <summary>A test case hands its parameters over as constants, and an attribute holds no decimal.</summary>
    private static bool IsTested(ParameterSyntax parameter) =>
        parameter.Parent?.Parent is MethodDeclarationSyntax method
        && method.AttributeLists.SelectMany(list => list.Attributes)
            .SelectMany(attribute => attribute.DescendantNodes().OfType<LiteralExpressionSyntax>())
            .Any(literal => literal.Token.Value is double or float);
}
