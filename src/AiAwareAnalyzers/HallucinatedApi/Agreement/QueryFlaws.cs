using System.Globalization;
using AiAwareAnalyzers.HallucinatedApi.Documents;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.HallucinatedApi.Requests;
using AiAwareAnalyzers.HallucinatedApi.Settings;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>Parameters behind the question mark that a document does not know, or that it misses.</summary>
internal static class QueryFlaws
{
    /// <summary>What a handler adds to every request of a client: <c>api-version</c>, <c>api_key</c>.</summary>
    private static readonly ImmutableHashSet<string> AddedElsewhere = WordSet.Of(
        "version key token signature sig appid tenant");

    public static IEnumerable<Flaw> In(RequestPath path, ApiOperation operation, string where, SyntaxNode place)
    {
        var known = operation.Query.ToList();
        var missing = known.Where(parameter => !path.Query.Any(query => Same(query.Name, parameter.Name))).ToList();
        foreach (var (name, value) in path.Query)
            if (known.FirstOrDefault(parameter => Same(parameter.Name, name)) is { } parameter)
            {
                if (value is not null && OfValue(value, parameter, where, place) is { } flaw) yield return flaw;
            }
            else if (known.All(IsPlain) && known.Count > 0 && name.IndexOf('[') < 0)
            {
                yield return OfName(name, missing, known, where, place);
            }

        if (!path.HasWholeQuery) yield break;
        foreach (var parameter in missing)
            if (parameter.IsRequired
                && !parameter.Schema.HasDefault
                && !Words.Of(parameter.Name).Any(AddedElsewhere.Contains))
                yield return new(
                    place, $"{where} requires '{parameter.Name}' in the query", "the request is refused", "add it");
    }

    /// <summary>A name that is taken for another one is no longer missing.</summary>
    private static Flaw OfName(
        string name, List<ApiParameter> missing, List<ApiParameter> known, string where, SyntaxNode place)
    {
        var near = missing.FirstOrDefault(parameter =>
            Spelling.Squash(parameter.Name) == Spelling.Squash(name) || KeySlip.IsOf(name, parameter.Name));
        if (near is not null) missing.Remove(near);
        return new(
            place,
            $"{where} has no '{name}' in the query",
            "it is ignored",
            near is not null
                ? $"did you mean '{near.Name}'?"
                : $"it has {Listing.Of(known.Select(static parameter => parameter.Name))}",
            isCertain: near is not null);
    }

    private static Flaw? OfValue(string value, ApiParameter parameter, string where, SyntaxNode place)
    {
        if (parameter.Schema is { Kinds: WireKinds.Integer } && !IsInteger(value))
            return new(
                place,
                $"'{parameter.Name}' of {where} is an integer, and '{Quote.Of(value)}' is none",
                "the request is refused",
                "pass an integer");
        if (parameter.Schema is not { Kinds: WireKinds.Text, Values: { Length: > 0 } values }
            || values.Any(each => Same(each, Uri.UnescapeDataString(value))))
            return null;
        return new(
            place,
            $"'{parameter.Name}' of {where} does not know '{Quote.Of(value)}'",
            "the request is refused",
            $"it knows {Listing.Of(values)}");
    }

    private static bool IsPlain(ApiParameter parameter) =>
        (parameter.Schema.Kinds & WireKinds.Object) == 0 && !parameter.Schema.IsUnknown;

    private static bool IsInteger(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
