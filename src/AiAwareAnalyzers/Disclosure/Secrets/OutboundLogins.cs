using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>
/// Handlers that log in elsewhere (OAuth, OpenID Connect): the secret that they show was given out by the other side.
/// </summary>
internal static class OutboundLogins
{
    private static readonly ImmutableHashSet<string> Absent = WordSet.Of(
        "disabled dummy missing none placeholder unconfigured unset");

    /// <summary>
    /// Whether a text says that the secret of such a handler is not there: the other side knows no such secret, so it
    /// opens nothing.
    /// </summary>
    public static bool StandInFor(string text, IOperation fallback) => SaysAbsent(Words.Of(text)) && IsGiven(fallback);

    private static bool SaysAbsent(ImmutableArray<string> words) =>
        words.Any(Absent.Contains)
        || words.Zip(words.Skip(1), static (word, next) => word == "not" && next is "configured" or "set").Any(
            static isSaid => isSaid);

    /// <summary><c>options.ClientSecret = section["ClientSecret"] ?? "…"</c>.</summary>
    private static bool IsGiven(IOperation fallback) =>
        fallback.Ancestors().OfType<IAssignmentOperation>().FirstOrDefault()
            is { Target: IPropertyReferenceOperation { Property.Name: "ClientSecret", Instance.Type: { } options } }
        && options.SelfAndBases().Any(static type => type.Name == "RemoteAuthenticationOptions");
}
