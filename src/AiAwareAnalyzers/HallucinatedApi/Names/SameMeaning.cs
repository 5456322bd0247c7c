using AiAwareAnalyzers.HallucinatedApi.Files;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Names;

/// <summary>
/// Why a name that exists means the same as one that does not. Where nothing speaks for it, it does not.
/// </summary>
internal enum Evidence
{
    None,

    /// <summary>The same letters, however they are cased and joined.</summary>
    SameLetters,

    /// <summary>A slip of the keyboard.</summary>
    Slip,

    /// <summary>The same words in another order.</summary>
    SameWords,

    /// <summary><c>GetName()</c> reads the property <c>Name</c>.</summary>
    Getter,

    /// <summary><c>SetName(x)</c> writes the property <c>Name</c>.</summary>
    Setter,

    /// <summary>The same name with <c>Async</c> behind it, and what it promises is awaited.</summary>
    Asynchronous,

    /// <summary>Known to be the same under another name.</summary>
    Alias,
}

/// <summary>
/// The one place that judges whether a rename is certain: by evidence that two names mean the same, and never by their
/// likeness.
/// </summary>
internal sealed class SameMeaning
{
    private const string Async = "Async";
    private const int ShortSlip = 4;

    /// <summary>Words whose neighbours cannot change places: <c>UtcToLocal</c> is not <c>LocalToUtc</c>.</summary>
    private static readonly ImmutableHashSet<string> Directions = WordSet.Of(
        "to from of in into by before after than as for with without not until on at");

    private readonly SameNames _aliases;
    private readonly HashSet<string> _words;

    private SameMeaning(Compilation compilation)
    {
        _aliases = SameNames.Of(compilation);
        _words = new(KnownText.Lines(nameof(Vocabulary)).SelectMany(line => line.Split(' ')), StringComparer.Ordinal);
        _words.UnionWith(compilation.Assembly.TypeNames.SelectMany(name => Words.Of(name)));
    }

    public static SameMeaning Of(Compilation compilation) =>
        Facts.Of(compilation, static compiled => new SameMeaning(compiled));

    /// <summary>What proves that two members, arguments or types are one.</summary>
    public Evidence Of(string wrong, string right)
    {
        if (Spelling.Squash(wrong) == Spelling.Squash(right)) return Evidence.SameLetters;
        if (IsSlip(wrong, right)) return Evidence.Slip;
        return HasSameWords(wrong, right) ? Evidence.SameWords : Evidence.None;
    }

    /// <summary>As <see cref="Of(string, string)"/>, and what accessors and tasks add to names of members.</summary>
    public Evidence OfMember(string wrong, string right)
    {
        if (Of(wrong, right) is var evidence && evidence != Evidence.None) return evidence;
        if (Of(wrong + Async, right) is Evidence.SameLetters) return Evidence.Asynchronous;
        if (Of(wrong, "Get" + right) is Evidence.SameLetters) return Evidence.Getter;
        return Of(wrong, "Set" + right) is Evidence.SameLetters ? Evidence.Setter : Evidence.None;
    }

    public Evidence OfArgument(string wrong, string right) => WithAliases(SameNames.Arguments, wrong, right);

    public Evidence OfType(string wrong, string right) => WithAliases(SameNames.Types, wrong, right);

    private Evidence WithAliases(string topic, string wrong, string right) =>
        Of(wrong, right) is var evidence && evidence != Evidence.None ? evidence
        : _aliases.Know(topic, wrong, right) ? Evidence.Alias : Evidence.None;

    /// <summary>Nobody misses the first key, and a word is no slip.</summary>
    private bool IsSlip(string wrong, string right) =>
        char.ToLowerInvariant(wrong[0]) == char.ToLowerInvariant(right[0])
        && (Slip.IsOf(wrong, right, _words.Contains) || IsShortSlip(wrong, right));

    private bool IsShortSlip(string wrong, string right) =>
        wrong.Length == ShortSlip && right.Length == wrong.Length + 1
        && Letters.Distance(wrong, right) == 1
        && !right.StartsWith(wrong, StringComparison.OrdinalIgnoreCase)
        && !_words.Contains(wrong.ToLowerInvariant());

    private static bool HasSameWords(string wrong, string right)
    {
        var (theirs, ours) = (Words.Of(wrong), Words.Of(right));
        return theirs.Length > 1 && theirs.Length == ours.Length
            && !theirs.Any(Directions.Contains)
            && theirs.OrderBy(word => word, StringComparer.Ordinal)
                .SequenceEqual(ours.OrderBy(word => word, StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
