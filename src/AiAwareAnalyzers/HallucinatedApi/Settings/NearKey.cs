using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Settings;

/// <summary>What may have been meant by a key that the settings files do not have.</summary>
/// <param name="Missing">How many parts of the key that was read are there: the next one is missing.</param>
/// <param name="Key">The key that is there.</param>
internal sealed record NearKey(int Missing, ImmutableArray<string> Key)
{
    private const int LeastWords = 2;

    /// <summary>Sections whose inner names belong to the library that reads them.</summary>
    internal static readonly ImmutableHashSet<string> Foreign = WordSet.IgnoringCase("Logging Kestrel Serilog NLog");

    /// <summary>
    /// Null where the key is there, or where nothing is near enough: it comes from the environment then, or from
    /// secrets.
    /// </summary>
    public static NearKey? Of(ImmutableArray<string> path, bool isSection, bool isFromRoot, SettingsKeys settings)
    {
        if (path.Any(part => part.Length == 0) || settings.Root.Find(path) is not null || IsArrayItem(path, settings))
            return null;
        if (!isFromRoot && settings.All.Any(key => EndsWith(key.Path, path))) return null;
        return UnderSameSection(path, isSection, settings)
            ?? (isFromRoot || path.Length > 1 ? UnderAnotherSection(path, isSection, settings) : null);
    }

    /// <summary>All parts but one are right, and that one is a slip of a neighbour.</summary>
    private static NearKey? UnderSameSection(ImmutableArray<string> path, bool isSection, SettingsKeys settings)
    {
        var (parent, at) = (settings.Root, 0);
        while (parent[path[at]] is { } next) (parent, at) = (next, at + 1);

        var (rest, isLast) = (path.Skip(at + 1).ToImmutableArray(), at == path.Length - 1);
        var near = parent.Children.Where(child =>
            IsNear(path[at], child, isLast && !isSection)
            && child.Find(rest) is { } meant
            && meant.HasChildren == isSection)
            .Take(2)
            .ToList();
        return near.Count == 1 ? new NearKey(at, path.SetItem(at, near[0].Name)) : null;
    }

    private static bool IsNear(string part, SettingsSection there, bool isValue) =>
        !IsNumber(there.Name) && (KeySlip.IsOf(part, there.Name) || !isValue && KeySlip.IsSectionOf(part, there.Name));

    /// <summary>The same names, with a section too many or too few above or between them.</summary>
    private static NearKey? UnderAnotherSection(ImmutableArray<string> path, bool isSection, SettingsKeys settings)
    {
        var near = settings.All.Where(key => key.Section.HasChildren == isSection && IsMoved(path, key.Path, isSection))
            .Take(2)
            .ToList();
        if (near.Count != 1 || path.Length == 1 && SecretNames.IsSecret(path[0])) return null;

        var at = 0;
        while (at < path.Length - 1 && at < near[0].Path.Length && Same(path[at], near[0].Path[at])) at++;
        return new NearKey(at, near[0].Path);
    }

    /// <summary>
    /// Where a section is missing above, two names are enough; else the last one must say enough to be this key and no
    /// other. That of a section does.
    /// </summary>
    private static bool IsMoved(ImmutableArray<string> path, ImmutableArray<string> there, bool isSection)
    {
        if (Math.Abs(path.Length - there.Length) != 1 || Foreign.Contains(there[0])) return false;
        var (shorter, longer) = path.Length < there.Length ? (path, there) : (there, path);
        var isEnough = shorter.Length > 1 && EndsWith(longer, shorter)
            || isSection
            || Words.Of(path[^1]).Length >= LeastWords;
        return isEnough
            && Same(path[^1], there[^1])
            && IsWithin(shorter, longer)
            && !there.Any(IsNumber);
    }

    private static bool IsWithin(ImmutableArray<string> shorter, ImmutableArray<string> longer)
    {
        var at = 0;
        foreach (var part in longer)
            if (at < shorter.Length && Same(shorter[at], part)) at++;
        return at == shorter.Length;
    }

    /// <summary>An item that an array of one file does not have may stand in the array of another.</summary>
    internal static bool IsArrayItem(ImmutableArray<string> path, SettingsKeys settings)
    {
        var section = settings.Root;
        foreach (var part in path)
        {
            if (IsNumber(part) || section.Children.Any(child => IsNumber(child.Name))) return true;
            if (section[part] is not { } next) return false;
            section = next;
        }

        return false;
    }

    private static bool EndsWith(ImmutableArray<string> path, ImmutableArray<string> end) =>
        path.Length > end.Length
        && Enumerable.Range(1, end.Length).All(back => Same(path[path.Length - back], end[end.Length - back]));

    internal static bool IsNumber(string part) => part.All(char.IsDigit);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
