using AiAwareAnalyzers.Injection.Sql;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Injection;

/// <summary>Lets a switch over the known columns choose what a statement is sorted by.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InterpolatedClauseFix))]
public sealed class InterpolatedClauseFix() : Fix("AIA0701")
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Root.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp8 })
            return;

        var columns = SqlFacts.ColumnsOf(finding.Diagnostic);
        var holes = SqlFacts.HolesOf(finding.Diagnostic);
        if (holes.Any(hole => hole.Place is not (SqlPlace.OrderBy or SqlPlace.Direction)
            || hole.Place == SqlPlace.OrderBy && columns.Length == 0))
            return;

        var clauses = holes.Select(hole =>
            (Text: finding.Root.FindNode(hole.Span, getInnermostNodeForTie: true) as ExpressionSyntax, hole.Place))
                .ToList();
        if (clauses.Any(clause => clause.Text is null || !CanBeNamed(clause.Text))) return;

        var statement = clauses[0].Text!.FirstAncestorOrSelf<StatementSyntax>();
        if (statement is not { Parent: BlockSyntax or GlobalStatementSyntax }
            || clauses.Any(clause => clause.Text!.FirstAncestorOrSelf<StatementSyntax>() != statement))
            return;

        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;
        var source = await finding.Document.GetTextAsync(finding.Cancellation).ConfigureAwait(false);
        var changes = Changes(clauses!, columns, statement, model, source).ToList();
        finding.Offer(
            holes.All(hole => hole.Place == SqlPlace.Direction)
                ? "Let a switch choose the direction"
                : "Let a switch choose among the known columns",
            nameof(InterpolatedClauseFix),
            _ => Task.FromResult(finding.Document.WithText(source.WithChanges(changes))));
    }

    /// <summary>A name or a member of one: the switch looks at it, and its complaint names it.</summary>
    private static bool CanBeNamed(ExpressionSyntax text) =>
        text is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax }
        && text.Parent is InterpolationSyntax { AlignmentClause: null, FormatClause: null } or BinaryExpressionSyntax
            or ArgumentSyntax;

    private static IEnumerable<TextChange> Changes(
        List<(ExpressionSyntax Text, SqlPlace Place)> clauses,
        string[] columns,
        StatementSyntax statement,
        SemanticModel model,
        SourceText source)
    {
        var newLine = source.ToString().Contains("\r\n") ? "\r\n" : "\n";
        var line = source.Lines.GetLineFromPosition(statement.SpanStart).ToString();
        var indentation = line.Substring(0, line.Length - line.TrimStart().Length);
        var names = new ParameterNames(
            model.LookupSymbols(statement.SpanStart).Select(symbol => symbol.Name).Concat(Declared(statement)));
        foreach (var (text, place) in clauses)
        {
            var isDirection = place == SqlPlace.Direction;
            var name = names.For(isDirection ? "sortDirection" : "sortColumn");
            var arms = isDirection ? ["ASC", "DESC"] : columns;
            yield return new(
                new TextSpan(statement.SpanStart, 0),
                Switch(name, text, arms, isDirection, model).Replace("\n", newLine + indentation)
                + newLine
                + indentation);
            yield return new(text.Span, name);
        }
    }

    private static IEnumerable<string> Declared(SyntaxNode statement) =>
        statement.Parent!.DescendantNodes()
            .OfType<VariableDeclaratorSyntax>()
            .Select(variable => variable.Identifier.ValueText);

    private static string Switch(
        string name, ExpressionSyntax text, string[] arms, bool isDirection, SemanticModel model)
    {
        var access = model.GetTypeInfo(text).Nullability.Annotation == NullableAnnotation.NotAnnotated ? "." : "?.";
        var root = text is MemberAccessExpressionSyntax { Expression: var owner } ? owner : text;
        return $"var {name} = {text}{access}ToLowerInvariant() switch\n{{\n"
            + string.Concat(
                arms.Select(arm => $"    \"{SortableColumns.Unqualified(arm).ToLowerInvariant()}\" => \"{arm}\",\n"))
            + $"    _ => throw new {Exception(model, text.SpanStart)}(nameof({root}), "
            + $"{text}, \"{(isDirection ? "Not a direction to sort in." : "Not a column to sort by.")}\"),\n}};";
    }

    private static string Exception(SemanticModel model, int position) =>
        model.LookupNamespacesAndTypes(position, name: nameof(ArgumentOutOfRangeException)).IsEmpty
            ? "System.ArgumentOutOfRangeException"
            : nameof(ArgumentOutOfRangeException);
}
