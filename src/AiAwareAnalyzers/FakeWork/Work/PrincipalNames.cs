using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>How surely a name speaks of who acts.</summary>
internal enum PrincipalMeaning
{
    None,

    /// <summary>Whose something is: <c>UserId</c>, <c>TenantId</c>, <c>CreatedBy</c>.</summary>
    Owner,

    /// <summary>Who is at it right now: <c>CurrentUserId</c>, <c>currentTenant</c>.</summary>
    Current,
}

/// <summary>Names of users, tenants and roles, and texts that may stand for one.</summary>
internal static class PrincipalNames
{
    private static readonly ImmutableHashSet<string> Present = WordSet.Of(
        "current logged signed authenticated active acting my");

    private static readonly ImmutableHashSet<string> Actors = WordSet.Of(
        "user tenant player member customer account organization organisation owner principal employee role");

    private static readonly ImmutableHashSet<string> Owners = WordSet.Of(
        "user tenant player member owner organization organisation actor principal employee");

    private static readonly ImmutableHashSet<string> Deeds = WordSet.Of(
        "created updated modified deleted changed approved submitted performed requested uploaded assigned");

    /// <summary>With these a name is about something else: a key, a limit, somebody who is no person.</summary>
    private static readonly ImmutableHashSet<string> Foreign = WordSet.Of(
        "claim key header type column field param parameter property pattern format max min length count prefix",
        "suffix route cookie policy scheme seed demo sample test service bot background anonymous guest default",
        "system fallback admin agent machine path url query table index constant label title text message error",
        "culture version status name event");

    /// <summary>Values for those who are no person, or for all of them.</summary>
    private static readonly ImmutableHashSet<string> Nobody = WordSet.Of(
        "system anonymous guest unknown default service batch worker scheduler scheduled migration background cron",
        "job bot root none null all everyone public shared global import importer automation automatic application",
        "app console cli setup installer sync process host internal self me assistant invalid missing deleted empty",
        "undefined");

    /// <summary>Those of them that stand where the caller is not asked for yet.</summary>
    private static readonly ImmutableHashSet<string> Stopgaps = WordSet.Of("system anonymous default unknown guest");

    private static readonly ImmutableHashSet<string> Callers = WordSet.Of(
        "auth authentication authenticated authorization authorisation claim jwt token login identity principal caller",
        "session httpcontext logged signed");

    private static readonly ImmutableHashSet<string> Later = WordSet.Of(
        "todo fixme hack get take read replace should would real actual temporary temporarily until once later");

    public static PrincipalMeaning MeaningOf(string name)
    {
        var words = Words.StemsOf(name);
        if (words.Length == 0 || words.Any(Foreign.Contains)) return PrincipalMeaning.None;
        if (words.Any(Present.Contains) && words.Any(Actors.Contains)) return PrincipalMeaning.Current;
        if (words.Length < 2) return PrincipalMeaning.None;

        var (before, last) = (words[words.Length - 2], words[^1]);
        return (last is "id" && Owners.Contains(before)) || (last == "by" && Deeds.Contains(before))
            ? PrincipalMeaning.Owner
            : PrincipalMeaning.None;
    }

    /// <summary>
    /// Whether a text, given to something of this name, can only be somebody: no key of a claim, nobody at all, no
    /// address.
    /// </summary>
    public static bool IsSomebody(string text, string name)
    {
        if (text.Length is 0 or > 60
            || text.EndsWith(name, StringComparison.OrdinalIgnoreCase)
            || text.IndexOfAny(new[] { '/', ':', '{', '$', '%', '<', '*', '\n' }) >= 0)
            return false;

        var words = Words.StemsOf(text);
        var named = Words.StemsOf(name);
        return words.Length > 0
            && !words.Any(Nobody.Contains)
            && !words.All(word => named.Contains(word)
                || word is "x" or "id" or "user" or "tenant" or "name" or "sub" or "oid" or "uid" or "role");
    }

    /// <summary>A word for people, or for one of them.</summary>
    public static bool IsPerson(string word) => Actors.Contains(word) || word is "admin";

    /// <summary>"system", "anonymous" and the like, and nothing besides.</summary>
    public static bool StandsForNobody(string text) =>
        Words.StemsOf(text) is { Length: > 0 } words
        && words.Any(Stopgaps.Contains)
        && words.All(static word => Stopgaps.Contains(word) || word is "user" or "id");

    /// <summary>A comment by which the caller is to be asked for later: "TODO: get from claims".</summary>
    public static bool PostponeTheCaller(string comment)
    {
        var words = Words.StemsOf(comment);
        return words.Any(Callers.Contains) && words.Any(Later.Contains);
    }
}
