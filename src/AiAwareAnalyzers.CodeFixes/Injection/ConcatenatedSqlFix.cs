using AiAwareAnalyzers.Injection.Sql;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Injection;

/// <summary>Turns values between quotes into parameters, in the idiom of the API at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConcatenatedSqlFix))]
public sealed class ConcatenatedSqlFix() : Fix("AIA0702")
{
    private protected override async Task OfferAsync(Finding finding)
    {
        var values = SqlFacts.HolesOf(finding.Diagnostic)
            .Select(hole => SplicedValue.Find(finding.Root.FindNode(hole.Span, getInnermostNodeForTie: true)))
            .OfType<SplicedValue>()
            .ToList();
        if (values.Count == 0 || values.Count != SqlFacts.HolesOf(finding.Diagnostic).Length) return;
        if (SplicedValue.TextAround(values[0].Value) is not { } text
            || values.Any(value => SplicedValue.TextAround(value.Value) != text))
            return;

        var sink = finding.Root.FindNode(SqlFacts.SinkOf(finding.Diagnostic), getInnermostNodeForTie: true);
        if (!StatementText.Reaches(text, sink) || text.ToString().Contains(" ? ") || text.ToString().Contains("$1"))
            return;
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;

        var source = await finding.Document.GetTextAsync(finding.Cancellation).ConfigureAwait(false);
        if (Changes(SqlFacts.IdiomOf(finding.Diagnostic), text, values, sink, model, source) is not { } changes) return;

        finding.Offer(
            values.Count == 1 ? $"Pass '{values[0].Value}' as a parameter" : "Pass the values as parameters",
            nameof(ConcatenatedSqlFix),
            _ => Task.FromResult(finding.Document.WithText(source.WithChanges(changes))));
    }

    private static IEnumerable<TextChange>? Changes(
        SqlIdiom idiom,
        ExpressionSyntax text,
        List<SplicedValue> values,
        SyntaxNode sink,
        SemanticModel model,
        SourceText source)
    {
        switch (idiom)
        {
            case SqlIdiom.Dapper when ParameterObject.Of(sink, model) is { } parameters:
                var members = Name(values, new([.. ParameterNames.In(text.ToString()), .. parameters.Members]));
                return [.. StatementText.Replace(members, source), parameters.Add(members)];
            case SqlIdiom.Ado when CommandParameters.Of(sink, model) is { } parameters:
                var added = Name(values, new(ParameterNames.In(text.ToString())));
                return [.. StatementText.Replace(added, source), parameters.Add(added, source)];
            case SqlIdiom.EntityFrameworkCore when InterpolatedCall.Of(sink, text, values, model) is { } call:
                return call.Changes;
            default:
                return null;
        }
    }

    /// <summary>The same value, written twice, is one parameter.</summary>
    private static List<(SplicedValue Value, string Name)> Name(List<SplicedValue> values, ParameterNames names)
    {
        var known = new Dictionary<string, string>();
        var named = new List<(SplicedValue, string)>();
        foreach (var value in values)
        {
            var key = $"{value.Prefix}'{value.Value}'{value.Suffix}";
            if (!known.TryGetValue(key, out var name)) known.Add(key, name = names.For(ParameterNames.Of(value.Value)));
            named.Add((value, name));
        }

        return named;
    }
}
