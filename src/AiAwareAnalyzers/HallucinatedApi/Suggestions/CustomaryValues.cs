using AiAwareAnalyzers.HallucinatedApi.Files;
using AiAwareAnalyzers.HallucinatedApi.Names;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>What is passed for a parameter where nobody wishes otherwise.</summary>
internal sealed class CustomaryValues
{
    private readonly Dictionary<string, (string[] Parameters, string Value)> _values = new(StringComparer.Ordinal);

    private CustomaryValues()
    {
        foreach (var line in KnownText.Lines(nameof(CustomaryValues)))
        {
            var sides = line.Split([" = "], StringSplitOptions.None);
            var words = sides[0].Split(' ');
            _values[words[0]] = ([.. words.Skip(1)], sides[1]);
        }
    }

    public static CustomaryValues Of(Compilation compilation) =>
        Facts.Of(compilation, static _ => new CustomaryValues());

    /// <summary>Null where a reader has to decide.</summary>
    public string? For(IParameterSymbol parameter) =>
        _values.TryGetValue(parameter.Type.Name, out var known)
        && (known.Parameters.Length == 0 || known.Parameters.Contains(Spelling.Squash(parameter.Name)))
            ? known.Value
            : null;
}
