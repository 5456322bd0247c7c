using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>
/// What the name or route of an endpoint says: that it changes something, that it only looks, that it is for everybody.
/// </summary>
internal static class EndpointNames
{
    private static readonly ImmutableHashSet<string> ChangingVerbs = WordSet.Of(
        "accept add append approve archive assign ban book buy cancel change charge clear close confirm copy create",
        "deactivate delete deliver deposit disable drop edit enable enroll grant hire import insert invite issue",
        "merge modify move order patch pay place post promote publish purge put refund reject remove rename reset",
        "restore revoke save send set ship store submit transfer update upload upsert withdraw write");

    /// <summary>A POST that only looks.</summary>
    private static readonly ImmutableHashSet<string> Looking = WordSet.Of(
        "calculate check compare count diff estimate exist export filter find get graphql list lookup parse preview",
        "query quote render report search simulate suggest test translate validate");

    /// <summary>What people do who are nobody yet, and what machines ask.</summary>
    private static readonly ImmutableHashSet<string> Everybodys = WordSet.Of(
        "activate auth authenticate authorize callback captcha connect consent contact cookie csp culture error",
        "forgot health healthz heartbeat language live liveness login logoff logon logout magic metric negotiate",
        "newsletter oauth oidc otp passwordless ping ready readiness recover recovery refresh register registration",
        "session signin signout signup sso subscribe telemetry token unsubscribe visitor wellknown");

    public static bool SaysChange(string name) =>
        Words.StemsOf(name) is var words && words.Length > 0 && ChangingVerbs.Contains(words[0]);

    /// <summary>A name, or the last word of a route, that only looks although it is posted.</summary>
    public static bool SaysLook(string name, string route) =>
        (Words.StemsOf(name) is var words && words.Length > 0 && Looking.Contains(words[0]))
        || Words.StemsOf(LastSegment(route)).Any(Looking.Contains);

    /// <summary>A change of what is there already: nobody does that before signing in.</summary>
    public static bool SaysModification(string name) =>
        Words.StemsOf(name) is var words
        && words.Length > 0
        && words[0] is "change" or "delete" or "edit" or "modify" or "remove" or "update";

    /// <summary><c>CreateSeason</c>, <c>NewOrder</c>.</summary>
    public static bool SaysCreation(string name) =>
        Words.StemsOf(name) is { Length: > 0 } words && words[0] is "create" or "insert" or "new";

    public static bool IsForEverybody(string text)
    {
        var words = Words.StemsOf(text);
        for (var index = 0; index < words.Length; index++)
            if (Everybodys.Contains(words[index]) || IsPhrase(words, index)) return true;
        return false;
    }

    private static bool IsPhrase(ImmutableArray<string> words, int index) =>
        index + 1 < words.Length && (words[index], words[index + 1]) switch
    {
        ("sign", "in" or "up" or "out")
        or ("log", "in" or "out" or "on" or "off")
        or ("reset", "password")
        or ("password", "reset") =>
            true,
        ("confirm" or "verify", "email" or "phone" or "account")
        or ("email", "confirmation" or "verification")
        or ("passkey", "creation" or "request")
        or ("set", "language") => true,
        _ => false,
    };

    private static string LastSegment(string route)
    {
        var segments = route.Split('/').Where(segment => segment.Length > 0 && segment[0] != '{').ToList();
        return segments.Count == 0 ? "" : segments[^1];
    }
}
