using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>The parameters of an ADO.NET command, and the place where statements can add some.</summary>
internal sealed class CommandParameters
{
    private readonly string _command;
    private readonly SyntaxNode _place;
    private readonly bool _hasAddWithValue;

    private CommandParameters(string command, SyntaxNode place, bool hasAddWithValue)
    {
        _command = command;
        _place = place;
        _hasAddWithValue = hasAddWithValue;
    }

    /// <summary>
    /// Finds the command that a sink makes or fills; null where no statement can follow, or where parameters have other
    /// marks.
    /// </summary>
    public static CommandParameters? Of(SyntaxNode sink, SemanticModel model)
    {
        var creation =
            sink is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: var created } }
                ? created
                : sink;
        var (command, place) = creation switch
        {
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: var receiver },
                Parent: ExpressionStatementSyntax statement } =>
                (receiver, statement),
            ExpressionSyntax { Parent: AssignmentExpressionSyntax
                { Left: var variable, Parent: ExpressionStatementSyntax statement } } =>
                (variable, statement),
            ExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } } =>
                Declared(declarator),
            _ => default((ExpressionSyntax?, SyntaxNode?)),
        };
        if (place is null
            || place is StatementSyntax { Parent: not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax) }
                and not BlockSyntax)
            return null;

        var type = command is null
            ? model.GetTypeInfo(creation!).Type
            : IsName(command) ? model.GetTypeInfo(command).Type : null;
        if (type is null || HasOtherMarks(type) || !IsCommand(type)) return null;
        return new(command?.ToString() ?? NameOf(creation!), place, HasAddWithValue(type));
    }

    /// <summary>The statements that add parameters, at their place.</summary>
    public TextChange Add(IReadOnlyList<(SplicedValue Value, string Name)> parameters, SourceText source)
    {
        var newLine = source.ToString().Contains("\r\n") ? "\r\n" : "\n";
        var indentation = Indentation(source) + (_place is BlockSyntax ? "    " : "");
        var lines = parameters
            .GroupBy(parameter => parameter.Name)
            .SelectMany(group => Statements(group.Key, ParameterValue.Of(group.First().Value)))
            .Select(statement => newLine + indentation + statement);
        var position = _place is BlockSyntax block ? block.OpenBraceToken.Span.End : EndOfLine(source);
        return new(new TextSpan(position, 0), string.Concat(lines));
    }

    private IEnumerable<string> Statements(string name, string value) =>
        _hasAddWithValue
            ? [$"{_command}.Parameters.AddWithValue(\"@{name}\", {value});"]
            :
            [
                $"var {name}Parameter = {_command}.CreateParameter();",
                $"{name}Parameter.ParameterName = \"@{name}\";",
                $"{name}Parameter.Value = {value};",
                $"{_command}.Parameters.Add({name}Parameter);",
            ];

    private string Indentation(SourceText source)
    {
        var line = source.Lines.GetLineFromPosition(
            _place is BlockSyntax block ? block.OpenBraceToken.SpanStart : _place.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>Behind the statement, and behind a comment on its last line.</summary>
    private int EndOfLine(SourceText source)
    {
        var line = source.Lines.GetLineFromPosition(_place.Span.End);
        return _place.GetTrailingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            ? line.End
            : _place.Span.End;
    }

    private static (ExpressionSyntax?, SyntaxNode?) Declared(VariableDeclaratorSyntax declarator) =>
        declarator.Parent switch
        {
            { Parent: LocalDeclarationStatementSyntax statement } => (null, statement),
            { Parent: UsingStatementSyntax { Statement: BlockSyntax block } } => (null, block),
            _ => default,
        };

    private static string NameOf(SyntaxNode creation) =>
        ((VariableDeclaratorSyntax)creation.Parent!.Parent!).Identifier.Text;

    private static bool IsName(ExpressionSyntax command) =>
        command is IdentifierNameSyntax
            or ThisExpressionSyntax
            or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or ThisExpressionSyntax };

    private static bool HasOtherMarks(ITypeSymbol type) =>
        type.Name.StartsWith("Odbc", StringComparison.Ordinal)
        || type.Name.StartsWith("OleDb", StringComparison.Ordinal)
        || type.Name.StartsWith("Oracle", StringComparison.Ordinal);

    private static bool IsCommand(ITypeSymbol type) =>
        type.Name == "IDbCommand" || type.AllInterfaces.Any(contract => contract.Name == "IDbCommand");

    private static bool HasAddWithValue(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
            if (current.GetMembers("Parameters")
                .OfType<IPropertySymbol>()
                .FirstOrDefault(property => property.ExplicitInterfaceImplementations.IsEmpty) is { } parameters)
                return parameters.Type.GetMembers("AddWithValue").OfType<IMethodSymbol>().Any(method =>
                    method.Parameters.Length == 2 && method.DeclaredAccessibility == Accessibility.Public);
        return false;
    }
}
