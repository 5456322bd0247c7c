using System.Collections.Immutable;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>
/// A name and the place of its value: of a local, field, property, parameter, assignment, loop or method.
/// </summary>
internal sealed record Slot(string Name, TextSpan Place, string Before, ExpressionSyntax? Value)
{
    public TextChange Becomes(string value) =>
        new(Place, Before + value + (Value is null && Before == " = " ? After : ""));

    private string After { get; init; } = "";

    public static ImmutableArray<Slot> AllIn(Seed seed) => [.. seed.Root.DescendantNodes().Select(Of).OfType<Slot>()];

    private static Slot? Of(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => OfDeclared(variable.Identifier, variable.Initializer, variable.Span.End),
        ParameterSyntax parameter => OfDeclared(parameter.Identifier, parameter.Default, parameter.Span.End),
        PropertyDeclarationSyntax property => OfProperty(property),
        AssignmentExpressionSyntax assignment =>
            new Slot(assignment.Left.ToString(), assignment.Right.Span, "", assignment.Right),
        ForEachStatementSyntax loop => new Slot(loop.Identifier.Text, loop.Expression.Span, "", loop.Expression),
        MethodDeclarationSyntax { ExpressionBody.Expression: var value } method =>
            new Slot(CallOf(method), value.Span, "", value),
        ReturnStatementSyntax { Expression: { } value } => OfReturned(value),
        EnumMemberDeclarationSyntax member => OfDeclared(member.Identifier, member.EqualsValue, member.Span.End),
        _ => null,
    };

    private static Slot OfDeclared(SyntaxToken name, EqualsValueClauseSyntax? initializer, int end) =>
        initializer is null
            ? new Slot(name.Text, new TextSpan(end, 0), " = ", null)
            : new Slot(name.Text, initializer.Value.Span, "", initializer.Value);

    private static Slot OfProperty(PropertyDeclarationSyntax property) =>
        (property.ExpressionBody?.Expression ?? property.Initializer?.Value) is { } value
            ? new Slot(property.Identifier.Text, value.Span, "", value)
            : new Slot(property.Identifier.Text, new TextSpan(property.Span.End, 0), " = ", null) { After = ";" };

    private static Slot? OfReturned(ExpressionSyntax value) =>
        value.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            ? new Slot(CallOf(method), value.Span, "", value)
            : null;

    private static string CallOf(MethodDeclarationSyntax method) =>
        $"{method.Identifier.Text}("
        + $"{string.Join(", ", method.ParameterList.Parameters.Select(parameter => parameter.Identifier.Text))})";
}
