using AiAwareAnalyzers.HallucinatedApi.Names;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>
/// A use of a member that does not exist, and how the expression that does what it says is put in its place.
/// </summary>
/// <param name="Name">What the member is called: <c>this</c> for an indexer.</param>
/// <param name="Whole">What is replaced.</param>
/// <param name="Receiver">What the member is asked of.</param>
/// <param name="Arguments">What it is called with; null where it is read.</param>
internal sealed record PlainExpression(
    string Name, ExpressionSyntax Whole, ExpressionSyntax Receiver, SeparatedSyntaxList<ArgumentSyntax>? Arguments)
{
    private const string Namespace = "System";
    private const string Indexer = "this";

    /// <summary>Null where the name has no receiver, or one that only a conditional access names.</summary>
    public static PlainExpression? Of(SimpleNameSyntax name)
    {
        if (name is not IdentifierNameSyntax
            || name.Parent is not MemberAccessExpressionSyntax access
            || access.Name != name
            || IsConditional(access.Expression))
            return null;
        return access.Parent is InvocationExpressionSyntax call
            ? new(name.Identifier.ValueText, call, access.Expression, call.ArgumentList.Arguments)
            : new(name.Identifier.ValueText, access, access.Expression, null);
    }

    public static PlainExpression? Of(ElementAccessExpressionSyntax indexed) =>
        IsConditional(indexed.Expression)
            ? null
            : new(Indexer, indexed, indexed.Expression, indexed.ArgumentList.Arguments);

    /// <summary>
    /// What would stand here for a meaning; null where an operand would be evaluated twice or out of order.
    /// </summary>
    public ExpressionSyntax? Saying(PlainMeaning meaning)
    {
        if (OperandsOf(meaning) is not { } operands) return null;
        var template = SyntaxFactory.ParseExpression(meaning.Expression);
        var places = template.DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Where(name => IsPlace(name, operands))
            .ToList();
        if (!KeepsEvaluation(operands, [.. places.Select(place => place.Identifier.ValueText)])) return null;
        if (template is AssignmentExpressionSyntax && Whole.Parent is not ExpressionStatementSyntax) return null;

        var filled = template.ReplaceNodes(places, (place, _) => Fitting(operands[place.Identifier.ValueText], place));
        return Placed(Simplified(filled));
    }

    private static bool IsConditional(ExpressionSyntax receiver) =>
        receiver.DescendantNodesAndSelf()
            .Any(node => node is MemberBindingExpressionSyntax or ElementBindingExpressionSyntax);

    private Dictionary<string, ExpressionSyntax>? OperandsOf(PlainMeaning meaning)
    {
        var operands = new Dictionary<string, ExpressionSyntax> { [PlainMeaning.Receiver] = Receiver };
        for (var at = 0; at < Arguments?.Count; at++)
        {
            if (Arguments.Value[at] is not { NameColon: null, RefKindKeyword.RawKind: 0 } argument) return null;
            operands[meaning.Parameters![at]] = argument.Expression;
        }

        return operands;
    }

    private static bool IsPlace(IdentifierNameSyntax name, Dictionary<string, ExpressionSyntax> operands) =>
        operands.ContainsKey(name.Identifier.ValueText)
        && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name);

    /// <summary>Every operand once and in order, or nothing happens when one is evaluated.</summary>
    private static bool KeepsEvaluation(Dictionary<string, ExpressionSyntax> operands, List<string> places)
    {
        var eventful = operands.Where(operand => !IsUneventful(operand.Value)).Select(operand => operand.Key).ToList();
        return eventful.Count == 0
            || places.Where(eventful.Contains).SequenceEqual(eventful);
    }

    private static bool IsUneventful(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => IsUneventful(access.Expression),
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } => true,
        _ => expression is SimpleNameSyntax or LiteralExpressionSyntax or ThisExpressionSyntax or PredefinedTypeSyntax
            or AnonymousFunctionExpressionSyntax,
    };

    private static ExpressionSyntax Fitting(ExpressionSyntax operand, IdentifierNameSyntax place)
    {
        var bare = operand.WithoutTrivia();
        var isAlone = place.Parent is ArgumentSyntax or null || IsPrimary(bare);
        return (isAlone ? bare : SyntaxFactory.ParenthesizedExpression(bare)).WithTriviaFrom(place);
    }

    private static bool IsPrimary(ExpressionSyntax expression) =>
        expression is SimpleNameSyntax or LiteralExpressionSyntax or ThisExpressionSyntax
            or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or PredefinedTypeSyntax
            or BaseObjectCreationExpressionSyntax
            or InterpolatedStringExpressionSyntax or TypeOfExpressionSyntax;

    /// <summary>Full names are shortened where the file imports their namespace.</summary>
    private static ExpressionSyntax Simplified(ExpressionSyntax expression) =>
        expression.ReplaceNodes(
            expression.DescendantNodes().Where(node => node is MemberAccessExpressionSyntax or QualifiedNameSyntax
                && node.GetFirstToken().ValueText == Namespace),
            (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation));

    private ExpressionSyntax Placed(ExpressionSyntax expression) =>
        IsPrimary(expression) || StandsAlone(Whole.Parent)
            ? expression
            : SyntaxFactory.ParenthesizedExpression(expression);

    private static bool StandsAlone(SyntaxNode? parent) =>
        parent is EqualsValueClauseSyntax or ArgumentSyntax or ArrowExpressionClauseSyntax or StatementSyntax
            or ParenthesizedExpressionSyntax or AnonymousFunctionExpressionSyntax
            or AssignmentExpressionSyntax;
}
