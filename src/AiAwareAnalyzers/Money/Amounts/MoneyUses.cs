using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money.Amounts;

/// <summary>
/// How the names in a piece of code are used: what is formatted as currency or added to money, what multiplies it, what
/// counts something else.
/// </summary>
/// <remarks>
/// Evidence about weak words, going by names alone. It is gathered in one walk, and only once a weak word has been met.
/// </remarks>
internal sealed class MoneyUses
{
    /// <summary>
    /// How deep an expression is looked into; a chain of ten thousand additions says nothing more than its end.
    /// </summary>
    private const int Depth = 12;

    private readonly MoneyTerms _terms;
    private readonly Dictionary<string, MoneyMeaning> _meanings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _money = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shares = new(StringComparer.Ordinal);
    private readonly HashSet<string> _measures = new(StringComparer.Ordinal);

    public MoneyUses(SyntaxNode root, MoneyTerms terms)
    {
        _terms = terms;
        foreach (var node in root.DescendantNodes()) Learn(node);
    }

    /// <summary>The value is formatted as currency, or is added to, compared with or assigned from money.</summary>
    public bool AsMoney(string name) => _money.Contains(name);

    /// <summary>The value multiplies others, or stands beside a one: <c>1 + tax</c>.</summary>
    public bool AsShare(string name) => _shares.Contains(name);

    /// <summary>The value is made of quantities, weights, counts or rates.</summary>
    public bool AsMeasure(string name) => _measures.Contains(name) && !_money.Contains(name);

    private void Learn(SyntaxNode node)
    {
        switch (node)
        {
            case InterpolationSyntax { FormatClause.FormatStringToken.ValueText: var format } interpolation
                when IsCurrency(format):
                Add(_money, interpolation.Expression);
                break;
            case InvocationExpressionSyntax invocation:
                LearnFormatting(invocation);
                break;
            case VariableDeclaratorSyntax { Initializer.Value: { } value } variable:
                LearnFlow(variable.Identifier.ValueText, value);
                break;
            case AssignmentExpressionSyntax assignment:
                LearnAssignment(assignment);
                break;
            case BinaryExpressionSyntax binary:
                LearnOperation(binary);
                break;
        }
    }

    private void LearnAssignment(AssignmentExpressionSyntax assignment)
    {
        if (assignment.IsKind(SyntaxKind.MultiplyAssignmentExpression)) Add(_shares, assignment.Right);
        else if (assignment.Kind() is SyntaxKind.SimpleAssignmentExpression or SyntaxKind.AddAssignmentExpression
            or SyntaxKind.SubtractAssignmentExpression)
            Meet(assignment.Left, assignment.Right);

        if (NameOf(assignment.Left) is { } target) LearnFlow(target, assignment.Right);
    }

    private void LearnFlow(string target, ExpressionSyntax value)
    {
        if (IsMoney(value, Depth)) _money.Add(target);
        else if (IsMeasure(value, Depth)) _measures.Add(target);
    }

    private void LearnOperation(BinaryExpressionSyntax binary)
    {
        switch (binary.Kind())
        {
            case SyntaxKind.AddExpression or SyntaxKind.SubtractExpression
                when IsOne(binary.Left) || IsOne(binary.Right):
                Add(_shares, binary.Left);
                Add(_shares, binary.Right);
                break;
            case SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.LessThanExpression
                or SyntaxKind.LessThanOrEqualExpression
                or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
                or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression:
                Meet(binary.Left, binary.Right);
                break;
            case SyntaxKind.MultiplyExpression when ValueOf(binary.Left) is null && ValueOf(binary.Right) is null:
                Add(_shares, binary.Left);
                Add(_shares, binary.Right);
                break;
            case SyntaxKind.DivideExpression when IsHundred(binary.Right):
                Add(_shares, binary.Left);
                break;
        }
    }

    /// <summary>Two values that are added, compared or assigned are of one kind.</summary>
    private void Meet(ExpressionSyntax left, ExpressionSyntax right)
    {
        if (IsMoney(right, Depth)) Add(_money, left);
        if (IsMoney(left, Depth)) Add(_money, right);
    }

    /// <summary><c>x.ToString("C")</c> and <c>string.Format("{0:C}", x)</c>.</summary>
    private void LearnFormatting(InvocationExpressionSyntax invocation)
    {
        if (invocation.Expression is not MemberAccessExpressionSyntax member) return;
        var arguments = invocation.ArgumentList.Arguments;
        if (arguments.Count == 0 || arguments[0].Expression is not LiteralExpressionSyntax { Token.Value: string text })
            return;

        if (member.Name.Identifier.ValueText == "ToString" && IsCurrency(text)) Add(_money, member.Expression);
        for (var i = 1; i < arguments.Count; i++)
            if (text.IndexOf($"{{{i - 1}:C", StringComparison.OrdinalIgnoreCase) >= 0)
                Add(_money, arguments[i].Expression);
    }

    private void Add(HashSet<string> names, ExpressionSyntax expression)
    {
        if (NameOf(expression) is { } name) names.Add(name);
    }

    private bool IsMoney(ExpressionSyntax? expression, int depth) => depth > 0 && expression switch
    {
        ParenthesizedExpressionSyntax inner => IsMoney(inner.Expression, depth - 1),
        CastExpressionSyntax cast => IsMoney(cast.Expression, depth - 1),
        AwaitExpressionSyntax wait => IsMoney(wait.Expression, depth - 1),
        PrefixUnaryExpressionSyntax unary => IsMoney(unary.Operand, depth - 1),
        ElementAccessExpressionSyntax element => IsMoney(element.Expression, depth - 1),
        ConditionalExpressionSyntax choice =>
            IsMoney(choice.WhenTrue, depth - 1) || IsMoney(choice.WhenFalse, depth - 1),
        BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.DivideExpression) =>
            IsMoney(binary.Left, depth - 1) && !IsMoney(binary.Right, depth - 1),
        BinaryExpressionSyntax binary when IsArithmetic(binary) =>
            IsMoney(binary.Left, depth - 1) || IsMoney(binary.Right, depth - 1),
        InvocationExpressionSyntax call => IsMoneyCall(call, depth - 1),
        LambdaExpressionSyntax lambda => IsMoney(lambda.ExpressionBody, depth - 1),
        _ => NameOf(expression) is { } name && MeaningOf(name) == MoneyMeaning.Strong,
    };

    private bool IsMoneyCall(InvocationExpressionSyntax call, int depth) =>
        NameOf(call.Expression) is { } name && MeaningOf(name) switch
        {
            MoneyMeaning.Strong => true,
            MoneyMeaning.Excluded => false,
            _ => call.ArgumentList.Arguments.Count > 0 && IsMoney(call.ArgumentList.Arguments[0].Expression, depth),
        };

    private bool IsMeasure(ExpressionSyntax? expression, int depth) => depth > 0 && expression switch
    {
        ParenthesizedExpressionSyntax inner => IsMeasure(inner.Expression, depth - 1),
        CastExpressionSyntax cast => IsMeasure(cast.Expression, depth - 1),
        BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression =>
            IsMeasure(binary.Left, depth - 1) || IsMeasure(binary.Right, depth - 1),
        InvocationExpressionSyntax call =>
            IsMeasure(call.Expression, depth - 1)
            || call.ArgumentList.Arguments.Any(argument => IsMeasure(argument.Expression, depth - 1)),
        LambdaExpressionSyntax lambda => IsMeasure(lambda.ExpressionBody, depth - 1),
        _ => NameOf(expression) is { } name && MeaningOf(name) == MoneyMeaning.Excluded,
    };

    private MoneyMeaning MeaningOf(string name)
    {
        if (!_meanings.TryGetValue(name, out var meaning)) _meanings.Add(name, meaning = _terms.Of(name));
        return meaning;
    }

    /// <summary>The name at the end of a plain path: <c>total</c>, <c>order.Total</c>, <c>order?.Total</c>.</summary>
    private static string? NameOf(ExpressionSyntax? expression) => expression switch
    {
        _ when CallStack.IsNearlyFull => null,
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax { WhenNotNull: var last } => NameOf(last),
        ParenthesizedExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } inner =>
            NameOf(inner.Expression),
        CastExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } cast =>
            NameOf(cast.Expression),
        _ => null,
    };

    private static bool IsArithmetic(BinaryExpressionSyntax binary) =>
        binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression
            or SyntaxKind.CoalesceExpression;

    private static bool IsOne(ExpressionSyntax expression) => ValueOf(expression) is 1;

    /// <summary>A share in percent is divided by a hundred.</summary>
    private static bool IsHundred(ExpressionSyntax expression) => ValueOf(expression) is 100;

    private static double? ValueOf(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token.Value: { } value } ? value switch
        {
            int number => number,
            double number => number,
            float number => number,
            decimal number => (double)number,
            _ => null,
        }
        : null;

    /// <summary>The standard format of currency: C, C2.</summary>
    private static bool IsCurrency(string format) =>
        format.Length is > 0 and < 4 && format[0] is 'C' or 'c' && format.Skip(1).All(char.IsDigit);
}
