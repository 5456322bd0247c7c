using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.HallucinatedApi.Requests;

/// <summary>Whether what fills a place of an address may be more than one segment.</summary>
internal static class HoleNames
{
    private static readonly ImmutableHashSet<string> Paths = WordSet.Of(
        "path url uri route endpoint query querystring suffix resource relative address segment filter params",
        "parameter slug action tail base root prefix");

    public static bool MayBePath(Hole hole) =>
        hole.Value.Type?.SpecialType is null or SpecialType.System_String or SpecialType.System_Object
        && (Values.SymbolOf(hole.Value) is not { } symbol || Words.Of(symbol.Name).Any(Paths.Contains));
}
