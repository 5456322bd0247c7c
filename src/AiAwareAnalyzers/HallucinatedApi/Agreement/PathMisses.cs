using AiAwareAnalyzers.HallucinatedApi.Documents;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.HallucinatedApi.Requests;
using AiAwareAnalyzers.HallucinatedApi.Settings;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>Paths that a document certainly does not have, although they are meant to be its own.</summary>
internal static class PathMisses
{
    private const double SomeValue = 0.9;
    private const double OtherLength = 0.5;

    /// <summary>
    /// The path that is nearest to one that is missing; null where the request may be made to another service: its
    /// first word, behind <c>api</c> and a version, is none that the document begins a path with, nor a slip of one.
    /// </summary>
    public static ApiPath? NearestIn(ApiDocument document, RequestPath request)
    {
        if (!document.IsWhole || request.HasOpenEnd) return null;
        var ours = Telling(request.Segments);
        if (ours.Count == 0 || ours[0] is not { } first) return null;
        var near = document.Paths
            .Select(path => (Path: path, Segments: Telling(path.Segments)))
            .Where(path => path.Segments.Count > 0)
            .Where(path => Same(path.Segments[0], first)
                || (IsSameBehind(path.Segments, ours) && KeySlip.IsOf(first, path.Segments[0]!)))
            .Select(path => (path.Path, Likeness: LikenessOf(path.Segments, ours)))
            .OrderByDescending(path => path.Likeness)
            .ThenBy(path => path.Path.Template, StringComparer.Ordinal)
            .FirstOrDefault();
        return near.Path;
    }

    private static List<string?> Telling(IEnumerable<string?> segments) =>
        segments.SkipWhile(segment => segment is not null && PathMatch.IsPrefix(segment)).ToList();

    private static bool IsSameBehind(IReadOnlyList<string?> theirs, IReadOnlyList<string?> ours) =>
        theirs.Count == ours.Count
        && theirs.Zip(ours, (their, our) => our is null ? ApiPath.IsParameter(their!)
            : ApiPath.IsParameter(their!) || Same(their, our)).Skip(1).All(isSame => isSame);

    /// <summary>How much of two paths is the same, segment by segment.</summary>
    private static double LikenessOf(IReadOnlyList<string?> theirs, IReadOnlyList<string?> ours) =>
        theirs.Zip(ours, (their, our) =>
            our is null ? (ApiPath.IsParameter(their!) ? 1 : 0)
            : ApiPath.IsParameter(their!) ? SomeValue
            : Letters.Likeness(their!.ToLowerInvariant(), our.ToLowerInvariant())).Sum()
        - Math.Abs(theirs.Count - ours.Count) * OtherLength;

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
