using AiAwareAnalyzers.HallucinatedApi.Files;
using AiAwareAnalyzers.HallucinatedApi.Names;

namespace AiAwareAnalyzers.HallucinatedApi.Packages;

/// <summary>The packages that many projects use, and which of them an id is a slip of.</summary>
internal sealed class WellKnownPackages
{
    private const int LeastLetters = 4;
    private const int LeastLettersAmongMany = 6;
    private const int LettersForTwoSlips = 10;
    private const int Many = 3;

    /// <summary>Nobody but their owners can publish under these.</summary>
    private static readonly string[] Reserved =
        ["Microsoft.", "System.", "Azure.", "AWSSDK.", "Google.", "NuGet.", "runtime."];

    /// <summary>What is hung on the id of a well-known package to look like its official form.</summary>
    private static readonly string[] OfficialSuffixes = [".Net", ".NetCore", ".DotNet", ".NetStandard", ".Official"];

    /// <summary>Owners of many packages: their name is no one else's.</summary>
    private static readonly string[] Owners =
        ["Microsoft", "Newtonsoft", "StackExchange", "Swashbuckle", "SixLabors", "OpenTelemetry"];

    private readonly HashSet<string> _ids = new(
        KnownText.Lines(nameof(WellKnownPackages)), StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, string> _bySquash;
    private readonly Dictionary<string, int> _siblings;

    private WellKnownPackages()
    {
        _bySquash = _ids.ToLookup(Spelling.Squash, StringComparer.Ordinal);
        _siblings = _ids.GroupBy(FamilyOf, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(family => family.Key, family => family.Count(), StringComparer.OrdinalIgnoreCase);
    }

    public static WellKnownPackages Of(Compilation compilation) =>
        Facts.Of(compilation, static _ => new WellKnownPackages());

    /// <summary>
    /// The well-known id that another is nearly; null where it is one itself, or belongs to nobody's neighbourhood.
    /// </summary>
    public string? MeantBy(string id)
    {
        if (_ids.Contains(id) || Reserved.Any(prefix => id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            return null;
        return Respelled(id) ?? Unhung(id) ?? WithOwner(id) ?? Turned(id) ?? Nearest(id) ?? OwnerOf(id);
    }

    /// <summary><c>NewtonsoftJson</c>, <c>Newtonsoft-Json</c>, <c>Newtonsoft.Js0n</c></summary>
    private string? Respelled(string id) =>
        _bySquash[Spelling.Squash(id)].FirstOrDefault()
        ?? (id.Any(char.IsDigit)
            ? _bySquash[Disguised(Spelling.Squash(id))].FirstOrDefault(known => !known.Any(char.IsDigit))
            : null);

    private static string Disguised(string id) =>
        id.Replace('0', 'o').Replace('1', 'l').Replace('3', 'e').Replace('5', 's');

    private string? Unhung(string id) =>
        OfficialSuffixes.Where(hanger => id.EndsWith(hanger, StringComparison.OrdinalIgnoreCase))
            .Select(hanger => Known(id[..^hanger.Length]))
            .FirstOrDefault(known => known is not null);

    /// <summary><c>EntityFrameworkCore.SqlServer</c> without its owner.</summary>
    private string? WithOwner(string id) => id.Length >= "EntityFrameworkCore".Length ? Known("Microsoft." + id) : null;

    /// <summary><c>Json.Newtonsoft</c></summary>
    private string? Turned(string id)
    {
        var parts = id.Split('.');
        return parts.Length > 1 ? Known(string.Join(".", Enumerable.Reverse(parts))) : null;
    }

    private string? Known(string id) =>
        _ids.FirstOrDefault(known => string.Equals(known, id, StringComparison.OrdinalIgnoreCase));

    private string? Nearest(string id)
    {
        var parts = id.Split('.');
        return _ids.Where(known => Math.Abs(known.Length - id.Length) <= 2 && IsSlip(parts, known))
            .OrderBy(known => known, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>One part is misspelled, and all the others are right.</summary>
    private bool IsSlip(string[] parts, string known)
    {
        var right = known.Split('.');
        if (right.Length != parts.Length) return false;

        var wrong = -1;
        for (var at = 0; at < parts.Length; at++)
        {
            if (string.Equals(parts[at], right[at], StringComparison.OrdinalIgnoreCase)) continue;
            if (wrong >= 0) return false;
            wrong = at;
        }

        var isLastOfMany = wrong == parts.Length - 1 && (right.Length == 1 || _siblings[FamilyOf(known)] >= Many);
        return wrong >= 0
            && IsSlip(
                parts[wrong].ToLowerInvariant(),
                right[wrong].ToLowerInvariant(),
                isLastOfMany,
                isAlone: right.Length == 1);
    }

    /// <summary>
    /// Where many are called alike, as sinks and enrichers are, a short name or a plural is another package.
    /// </summary>
    private static bool IsSlip(string part, string right, bool isLastOfMany, bool isAlone)
    {
        if (part.Length == 0 || Digits(part) != Digits(right)) return false;
        if (right.Length < (isLastOfMany ? LeastLettersAmongMany : LeastLetters) || part[0] != right[0]) return false;
        if (isLastOfMany && !isAlone && (part + "s" == right || right + "s" == part)) return false;
        var slips = Letters.Distance(part, right);
        return slips == 1 || slips == 2 && right.Length >= LettersForTwoSlips && !(isLastOfMany && !isAlone);
    }

    /// <summary><c>Micosoft.Anything</c></summary>
    private static string? OwnerOf(string id)
    {
        var dot = id.IndexOf('.');
        if (dot < 0) return null;
        var first = id[..dot].ToLowerInvariant();
        var meant = Owners.FirstOrDefault(owner => Letters.Distance(first, owner.ToLowerInvariant()) == 1);
        return meant is null ? null : meant + id[dot..];
    }

    private static string Digits(string text) => new(text.Where(char.IsDigit).ToArray());

    private static string FamilyOf(string id) => id.LastIndexOf('.') is var dot and > 0 ? id[..dot] : "";
}
