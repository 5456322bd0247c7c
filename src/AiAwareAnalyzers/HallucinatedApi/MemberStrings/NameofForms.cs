using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>What a fix is told of a wrong name: how each suggestion is written, best form first.</summary>
internal static class NameofForms
{
    private const string Forms = "forms";
    private const char Or = '\t';

    /// <summary>The forms of suggestions one a line, as those stand one a line.</summary>
    public static ImmutableDictionary<string, string?> Properties(
        MissingName missing, ImmutableArray<Suggestion> suggestions) =>
        SuggestionText.Properties(suggestions, "")
            .Add(Forms, string.Join(
                "\n", suggestions.Select(suggestion => string.Join(Or.ToString(), FormsOf(missing, suggestion)))));

    /// <summary>The forms of each suggestion of a finding.</summary>
    public static ILookup<string, string> FormsIn(Diagnostic diagnostic)
    {
        var texts = diagnostic.Properties[SuggestionText.Suggestions]!.Split('\n');
        var forms = diagnostic.Properties[Forms]!.Split('\n');
        return texts.Zip(forms, (text, written) => written.Split(Or).Select(form => (text, form)))
            .SelectMany(pairs => pairs)
            .ToLookup(pair => pair.text, pair => pair.form, StringComparer.Ordinal);
    }

    /// <summary>
    /// A part of a string stays text; the rest is said by <c>nameof</c>, with the owner where the place has another.
    /// </summary>
    private static IEnumerable<string> FormsOf(MissingName missing, Suggestion suggestion)
    {
        if (missing.IsText
            || missing.Start is not null
            || suggestion.Symbol is not { } symbol
            || symbol.Name != suggestion.Text)
            return [suggestion.Text];
        var qualified = symbol.ContainingType is { } owner && symbol is not IParameterSymbol
            ? new[]
            {
                $"nameof({TypeNames.Written(owner)}.{symbol.Name})",
                $"nameof({owner.ToDisplayString()}.{symbol.Name})"
            }
            : [];
        return missing.IsOwn
            ? qualified.Prepend($"nameof({symbol.Name})").Append(suggestion.Text)
            : qualified.Append(suggestion.Text);
    }
}
