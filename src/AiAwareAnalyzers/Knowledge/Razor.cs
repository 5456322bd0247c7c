namespace AiAwareAnalyzers.Knowledge;

/// <summary>Razor pages and components, which the compiler sees only as generated code.</summary>
internal static class Razor
{
    /// <summary>Whether a place may be spoken about: it is nobody's generated code, or it stands in a page that somebody wrote.</summary>
    public static bool Shows(Location place, bool isGenerated)
    {
        if (!isGenerated) return true;
        var mapped = place.GetMappedLineSpan();
        return mapped.HasMappedPath
            && (mapped.Path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase) || mapped.Path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase));
    }
}
