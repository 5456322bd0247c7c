using AiAwareAnalyzers.Money.Amounts;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money.Arithmetic;

/// <summary>Writes a floating-point expression as the decimal one that computes the same.</summary>
internal sealed class DecimalForm(SemanticModel model)
{
    private static readonly PredefinedTypeSyntax Decimal =
        SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.DecimalKeyword));

    /// <summary>
    /// The expression in decimal: literals get an m, casts go, calls get their decimal counterparts; what has none is
    /// cast as it is.
    /// </summary>
    public ExpressionSyntax Of(ExpressionSyntax expression) => FormOf(expression).WithTriviaFrom(expression);

    /// <summary>As <see cref="Of"/>, in a place where parentheses around it would say nothing.</summary>
    public ExpressionSyntax Alone(ExpressionSyntax expression)
    {
        var form = Of(expression);
        while (form is ParenthesizedExpressionSyntax inner) form = inner.Expression;
        return form.WithTriviaFrom(expression);
    }

    /// <summary>As <see cref="Of"/>, in the place of the conversion to decimal that has become needless.</summary>
    public ExpressionSyntax Instead(SyntaxNode conversion, ExpressionSyntax operand)
    {
        var form = Alone(operand);
        return conversion.Parent is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or CastExpressionSyntax
            or MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax ? Operand(form) : form;
    }

    /// <summary>A cast of an expression, in parentheses where it needs them.</summary>
    public static CastExpressionSyntax Cast(TypeSyntax type, ExpressionSyntax expression) =>
        SyntaxFactory.CastExpression(type.WithoutTrivia(), Operand(expression.WithoutTrivia()));

    private ExpressionSyntax FormOf(ExpressionSyntax expression)
    {
        var type = model.GetTypeInfo(expression).Type;
        if (Numbers.IsInteger(type) || Numbers.IsDecimal(type)) return expression;
        if (!Numbers.IsFloating(type))
            return expression is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }
                ? OfCoalesce(expression)
                : OfNullable(expression, type);

        return expression switch
        {
            ParenthesizedExpressionSyntax inner => InParentheses(inner),
            LiteralExpressionSyntax literal => OfLiteral(literal),
            PrefixUnaryExpressionSyntax unary
                when unary.Kind() is SyntaxKind.UnaryMinusExpression or SyntaxKind.UnaryPlusExpression =>
                unary.WithOperand(Of(unary.Operand)),
            CastExpressionSyntax cast => OfCast(cast),
            BinaryExpressionSyntax binary when IsArithmetic(binary) =>
                binary.WithLeft(Of(binary.Left)).WithRight(Of(binary.Right)),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } => OfCoalesce(expression),
            ConditionalExpressionSyntax choice =>
                choice.WithWhenTrue(Of(choice.WhenTrue)).WithWhenFalse(Of(choice.WhenFalse)),
            InvocationExpressionSyntax call => OfCall(call) ?? Cast(Decimal, call),
            MemberAccessExpressionSyntax
                { Name.Identifier.ValueText: "MaxValue" or "MinValue", Expression: PredefinedTypeSyntax } limit =>
                limit.WithExpression(Decimal),
            _ => Cast(Decimal, expression),
        };
    }

    private ExpressionSyntax OfCoalesce(ExpressionSyntax expression)
    {
        var choice = (BinaryExpressionSyntax)expression;
        return choice.WithLeft(Of(choice.Left)).WithRight(Of(choice.Right));
    }

    /// <summary>Nothing stays nothing.</summary>
    private static ExpressionSyntax OfNullable(ExpressionSyntax expression, ITypeSymbol? type) =>
        !Numbers.IsFloating(Numbers.Underlying(type)) ? expression
        : expression is CastExpressionSyntax cast
            ? cast.WithType(SyntaxFactory.NullableType(Decimal).WithTriviaFrom(cast.Type))
        : Cast(SyntaxFactory.NullableType(Decimal), expression);

    private ExpressionSyntax InParentheses(ParenthesizedExpressionSyntax inner)
    {
        var form = Of(inner.Expression);
        return inner.Expression is CastExpressionSyntax && form is not CastExpressionSyntax
            ? form
            : inner.WithExpression(form);
    }

    /// <summary>A cast from decimal goes; any other becomes a cast to decimal.</summary>
    private ExpressionSyntax OfCast(CastExpressionSyntax cast)
    {
        var inner = model.GetTypeInfo(cast.Expression).Type;
        return Numbers.IsDecimal(inner) ? cast.Expression
            : Numbers.IsFloating(inner) ? Of(cast.Expression)
            : cast.WithType(Decimal.WithTriviaFrom(cast.Type));
    }

    private ExpressionSyntax? OfCall(InvocationExpressionSyntax call)
    {
        if (model.GetOperation(call) is not IInvocationOperation operation) return null;
        if (MathCalls.KeepsUnit(operation.TargetMethod)) return OfMath(call);
        if (DecimalConversions.TurnedToFloat(operation) is not null)
            return Operand(call.ArgumentList.Arguments[0].Expression);
        return NumberReading.DecimalCounterpart(operation.TargetMethod) is { } counterpart
            ? Renamed(call, counterpart)
            : null;
    }

    private ExpressionSyntax OfMath(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments.Select(argument =>
            argument.WithExpression(Of(argument.Expression)));
        var separators = call.ArgumentList.Arguments.GetSeparators();
        return call
            .WithExpression(WithoutFloat(call.Expression))
            .WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(arguments, separators)));
    }

    /// <summary><c>MathF</c> knows no decimal, <c>double.Round</c> neither.</summary>
    private static ExpressionSyntax WithoutFloat(ExpressionSyntax callee) => callee switch
    {
        MemberAccessExpressionSyntax
            { Expression: IdentifierNameSyntax { Identifier.ValueText: "MathF" } name } member =>
            member.WithExpression(SyntaxFactory.IdentifierName("Math").WithTriviaFrom(name)),
        MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax type } member =>
            member.WithExpression(Decimal.WithTriviaFrom(type)),
        _ => callee,
    };

    /// <summary>
    /// The same call to the method that gives a decimal: <c>decimal.Parse</c>, <c>GetDecimal</c>,
    /// <c>GetValue&lt;decimal&gt;</c>.
    /// </summary>
    private static ExpressionSyntax? Renamed(InvocationExpressionSyntax call, string counterpart)
    {
        if (call.Expression is not MemberAccessExpressionSyntax member) return null;
        if (counterpart == NumberReading.Parse)
            return call.WithExpression(member.WithExpression(Decimal.WithTriviaFrom(member.Expression)));

        SimpleNameSyntax name = member.Name is GenericNameSyntax generic
            ? generic.WithTypeArgumentList(
                SyntaxFactory.TypeArgumentList(SyntaxFactory.SingletonSeparatedList<TypeSyntax>(Decimal)))
            : SyntaxFactory.IdentifierName(counterpart);
        return call.WithExpression(member.WithName(name.WithTriviaFrom(member.Name)));
    }

    private static LiteralExpressionSyntax OfLiteral(LiteralExpressionSyntax literal)
    {
        var digits = literal.Token.Text.TrimEnd('d', 'D', 'f', 'F');
        return SyntaxFactory.LiteralExpression(
            SyntaxKind.NumericLiteralExpression, SyntaxFactory.ParseToken(digits + "m"));
    }

    private static ExpressionSyntax Operand(ExpressionSyntax expression) =>
        expression is BinaryExpressionSyntax or ConditionalExpressionSyntax or AssignmentExpressionSyntax
            or LambdaExpressionSyntax or PrefixUnaryExpressionSyntax or SwitchExpressionSyntax or AwaitExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia())
            : expression.WithoutTrivia();

    private static bool IsArithmetic(BinaryExpressionSyntax binary) => binary.Kind()
        is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression
            or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression;
}
