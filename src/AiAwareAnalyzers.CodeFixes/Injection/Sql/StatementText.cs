using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>The expression that puts a statement together, and where it goes.</summary>
internal static class StatementText
{
    /// <summary>
    /// Whether a text is what the sink gets: directly, or through a local that nothing else reads or writes.
    /// </summary>
    public static bool Reaches(ExpressionSyntax text, SyntaxNode sink)
    {
        if (sink.Span.Contains(text.Span)) return true;
        return text.Parent
            is EqualsValueClauseSyntax
                { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var local } declarator }
            && declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } scope
            && (scope is GlobalStatementSyntax ? scope.Parent! : scope)
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == local)
                .ToList() is { Count: 1 } uses
            && sink.Span.Contains(uses[0].Span);
    }

    /// <summary>The changes that put names of parameters where values were spliced in.</summary>
    public static IEnumerable<TextChange> Replace(
        IReadOnlyList<(SplicedValue Value, string Name)> parameters, SourceText source)
    {
        foreach (var group in parameters.GroupBy(parameter =>
            parameter.Value.Value.Parent?.Parent as InterpolatedStringExpressionSyntax))
            if (group.Key is { } interpolated)
                yield return Replace(interpolated, [.. group], source);
            else
                foreach (var (value, name) in group)
                    yield return new(value.Span, "@" + name);
    }

    /// <summary>A string without holes needs no <c>$</c>, and no doubled braces.</summary>
    private static TextChange Replace(
        InterpolatedStringExpressionSyntax text, List<(SplicedValue Value, string Name)> parameters, SourceText source)
    {
        var becomesPlain = text.Contents.OfType<InterpolationSyntax>().Count() == parameters.Count;
        var isRaw = text.StringStartToken.Text.Contains("\"\"\"");
        var opening = text.StringStartToken.Text;
        var rewritten = new System.Text.StringBuilder(becomesPlain ? opening.Replace("$", "") : opening);
        var position = text.StringStartToken.Span.End;
        foreach (var (value, name) in parameters.OrderBy(parameter => parameter.Value.Span.Start))
        {
            rewritten.Append(Kept(TextSpan.FromBounds(position, value.Span.Start))).Append('@').Append(name);
            position = value.Span.End;
        }

        return new(text.Span, rewritten + Kept(TextSpan.FromBounds(position, text.Span.End)));

        string Kept(TextSpan span)
        {
            var kept = source.ToString(span);
            return becomesPlain && !isRaw ? kept.Replace("{{", "{").Replace("}}", "}") : kept;
        }
    }
}
