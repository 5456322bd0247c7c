using System.Collections.Concurrent;

namespace AiAwareAnalyzers;

/// <summary>
/// A setting in <c>.editorconfig</c>, declared as a static field beside the rule or family that reads it.
/// </summary>
/// <param name="key">Its name there: <c>ai_aware.family.name</c>.</param>
/// <param name="accepts">What a value looks like, for the page and for AIA0001.</param>
/// <param name="fallback">What holds when nothing is set, as one would write it.</param>
/// <param name="purpose">What it changes, in one sentence.</param>
internal abstract class Option(string key, string accepts, string fallback, string purpose)
{
    public const string Prefix = "ai_aware.";

    public string Key { get; } = key;

    public string Accepts { get; } = accepts;

    public string Fallback { get; } = fallback;

    public string Purpose { get; } = purpose;

    /// <summary>Whether a value can be read. Never throws.</summary>
    public abstract bool CanRead(string raw);
}

/// <summary>Reads a raw value; false where it makes no sense. Never throws.</summary>
internal delegate bool OptionReader<T>(string raw, out T value);

/// <summary>A setting of a known type.</summary>
internal sealed class Option<T>(string key, string accepts, string fallback, string purpose, OptionReader<T> read)
    : Option(key, accepts, fallback, purpose)
{
    public override bool CanRead(string raw) => read(raw, out _);

    /// <summary>The value that holds in a tree: <c>.editorconfig</c> speaks of files, not of compilations.</summary>
    public T In(SyntaxTree tree, AnalyzerOptions options, Compilation compilation) =>
        Among(options.AnalyzerConfigOptionsProvider.GetOptions(tree), compilation);

    /// <summary>As for a tree: a section such as <c>[*.csproj]</c> speaks of a file that is no code.</summary>
    public T In(AdditionalText file, AnalyzerOptions options, Compilation compilation) =>
        Among(options.AnalyzerConfigOptionsProvider.GetOptions(file), compilation);

    private T Among(AnalyzerConfigOptions settings, Compilation compilation)
    {
        var raw = settings.TryGetValue(Key, out var set) ? set : Fallback;
        return Facts.Of(compilation, static _ => new Parsed()).Values.GetOrAdd((Key, raw), Read);
    }

    /// <summary>
    /// A value that cannot be read is AIA0001's business; here the fallback holds, which a law proves readable.
    /// </summary>
    private T Read((string Key, string Raw) setting) =>
        read(setting.Raw, out var value) || read(Fallback, out value)
            ? value
            : throw new InvalidOperationException($"The fallback of '{Key}' cannot be read.");

    /// <summary>Each raw value is parsed once per compilation, however many trees repeat it.</summary>
    private sealed class Parsed
    {
        public ConcurrentDictionary<(string Key, string Raw), T> Values { get; } = new();
    }
}
