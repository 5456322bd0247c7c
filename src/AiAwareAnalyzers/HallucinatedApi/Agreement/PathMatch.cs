using System.Text.RegularExpressions;
using AiAwareAnalyzers.HallucinatedApi.Documents;
using AiAwareAnalyzers.HallucinatedApi.Requests;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>A path of a document that a request may mean.</summary>
/// <param name="Path">The path of the document.</param>
/// <param name="Score">How well it fits; the higher the better.</param>
/// <param name="IsCertain">Whether no value stands where the document has a word of its own.</param>
internal sealed record PathMatch(ApiPath Path, int Score, bool IsCertain)
{
    private const int Whole = 100;
    private const int SameWord = 3;
    private const int SameKind = 2;

    private static readonly Regex Version = new(
        @"^(v\d+(\.\d+)*|\d+\.\d+|\d{4}-\d\d(-\d\d)?)$", RegexOptions.IgnoreCase);

    /// <summary>Every path of a document that a request fits.</summary>
    public static IEnumerable<PathMatch> In(ApiDocument document, RequestPath request) =>
        document.Paths.Select(path => Of(document, path, request)).OfType<PathMatch>();

    /// <summary>What stands before the words of an interface itself, and may be a matter of its place.</summary>
    public static bool IsPrefix(string segment) =>
        string.Equals(segment, "api", StringComparison.OrdinalIgnoreCase)
        || string.Equals(segment, "rest", StringComparison.OrdinalIgnoreCase)
        || Version.IsMatch(segment)
        || segment.StartsWith("{version", StringComparison.OrdinalIgnoreCase)
        || segment.StartsWith("{api", StringComparison.OrdinalIgnoreCase);

    private static PathMatch? Of(ApiDocument document, ApiPath path, RequestPath request)
    {
        var (theirs, ours) = (path.Segments, request.Segments);
        var shared = Math.Min(theirs.Length, ours.Length);
        if (shared == 0 || !MayLack(document, path, theirs.Length - shared, request)) return null;
        if (!MayHave(document, ours.Take(ours.Length - shared))) return null;

        // What two paths have in common is a word, and where one is longer, the word that they meet at.
        var met = theirs.Length == ours.Length ? shared : 1;
        if (!ours.Skip(ours.Length - shared).Take(met).Zip(theirs.Skip(theirs.Length - shared), Same).Contains(true))
            return null;

        var (score, isCertain) = (theirs.Length == ours.Length ? Whole : 0, true);
        for (var back = 1; back <= shared; back++)
        {
            var (written, wanted) = (ours[^back], theirs[^back]);
            if (written is null) isCertain &= ApiPath.IsParameter(wanted);
            else if (ApiPath.IsParameter(wanted) && !path.Admits(wanted, written)) return null;
            else if (!ApiPath.IsParameter(wanted) && !Same(written, wanted)) return null;
            score += written is null == ApiPath.IsParameter(wanted) ? written is null ? SameKind : SameWord : 0;
        }

        return new(path, score, isCertain);
    }

    /// <summary>The first segments of the document's path may stand in the base address.</summary>
    private static bool MayLack(ApiDocument document, ApiPath path, int missing, RequestPath request) =>
        missing == 0
        || (!request.IsRooted
            && (missing <= document.SharedSegments || path.Segments.Take(missing).All(IsPrefix)));

    /// <summary>A gateway or a base path may stand before what the document describes.</summary>
    private static bool MayHave(ApiDocument document, IEnumerable<string?> more) => more.All(segment =>
        segment is not null && (!document.Beginnings.Contains(segment) || IsPrefix(segment)));

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
