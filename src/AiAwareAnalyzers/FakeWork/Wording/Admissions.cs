using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.FakeWork.Wording;

/// <summary>
/// The phrases by which people and assistants admit that something is not there, and those that explain why it need not
/// be.
/// </summary>
internal sealed class Admissions
{
    /// <summary>How many words before a phrase may turn it around.</summary>
    private const int Reach = 3;

    private static readonly ImmutableArray<string> PostponedByDefault = ImmutableArray.Create(
        "todo", "fixme", "for now", "temporary", "temporarily", "implement later", "come back to this");

    private static readonly ImmutableArray<string> MissingByDefault = ImmutableArray.Create(
        "not implemented", "not yet implemented", "isnt implemented", "unimplemented", "to be implemented",
        "needs to be implemented", "not actually", "doesnt actually",
        "todo * implement", "todo * call", "todo * integrate", "todo * connect", "todo * wire", "todo * send",
        "todo * persist", "todo * save", "todo * hook up",
        "implement me", "implementation goes here", "logic goes here", "code goes here", "logic here", "your code here",
        "implementation pending", "coming soon",
        "in a real", "in the real", "in real * implementation", "in real * app", "in real * application",
        "in an actual", "in a full", "in a complete", "in a production", "in a proper",
        "real implementation", "actual implementation", "real logic", "actual logic", "full implementation",
        "in production * would", "in production * should", "in production * use", "in production * replace",
        "would * in production",
        "would need to", "^would need", "this would need", "that would need", "you would need", "we would need",
        "would be needed", "would be required", "would normally", "would typically", "would usually", "would actually",
        "would eventually",
        "would call", "would send", "would go here", "would use", "would query", "would be called",
        "would be implemented", "would come from", "would connect", "would integrate",
        "would fetch", "would validate", "would verify", "would check", "would save", "would store", "would persist",
        "would process", "would involve", "would require", "would update",
        "would charge", "would refund", "would return the actual", "would return the real", "normally this would",
        "replace with real", "replace with actual", "replace with your",
        "replace this with", "replace with a real", "replace with the real", "replace with the actual", "not wired",
        "not hooked up", "skipped for now", "no real", "assume success",
        "assume it worked", "pretend", "pretends", "left as an exercise", "fill in later", "fill this in",
        "to be filled in", "add actual", "add real", "add the actual", "add the real",
        "needs real", "needs actual", "should be replaced", "to be replaced", "will be replaced", "will be implemented",
        "yet to be implemented", "not supported yet", "not yet supported",
        "wire up later", "hook up later", "in reality", "ideally * would", "this is where * would", "here we would",
        "here you would", "here wed", "here youd", "wed call", "wed send", "wed use",
        "youd call", "youd use", "youd typically", "youd normally", "once the * is ready", "once the * is available",
        "once we have", "until the real", "until the actual", "until the api",
        "until * is implemented", "until * is ready", "until we have", "pending integration", "pending implementation",
        "requires integration", "doesnt do anything", "does not do anything",
        "does nothing yet", "does nothing for now", "noop for now", "no op for now", "skip for now",
        "simplified version", "simplified implementation", "minimal implementation",
        "naive implementation", "proof of concept", "pseudocode", "pseudo code");

    private static readonly ImmutableArray<string> InventedByDefault = ImmutableArray.Create(
        "simulate", "simulates", "simulated", "simulating", "simulation of", "^simulation", "mimic", "mimics",
        "^placeholder", "placeholder implementation", "placeholder value", "placeholder values", "placeholder data",
        "placeholder result", "placeholder response", "placeholder logic",
        "placeholder code", "placeholder for now", "a placeholder", "placeholder until", "placeholder calculation",
        "return placeholder", "returns placeholder",
        "^mock", "^mocked", "mock data", "mocked data", "mock implementation", "mock response", "mock result",
        "mock value", "return mock", "returning mock", "returns mock", "using mock",
        "^stub", "stub implementation", "stubbed", "a stub", "stub for now", "stub for",
        "^dummy", "dummy data", "dummy value", "dummy values", "dummy implementation", "dummy response", "dummy result",
        "return dummy", "returns dummy",
        "^fake", "fake data", "fake value", "fake implementation", "fake response", "fake result", "return fake",
        "returns fake",
        "hardcoded", "hard coded", "hardcode", "hard code", "hardcoding", "made up", "sample data", "sample value",
        "sample values", "example data", "example value", "example values",
        "fabricated", "demo data", "demo value", "demo purposes", "demonstration purposes", "arbitrary value",
        "always succeeds", "always return true", "always returns true",
        "randomly generated", "random value", "static data", "canned response", "canned data", "canned result",
        "synthetic data", "test data", "test value", "for demo", "for the demo",
        "for demonstration", "for illustration", "illustrative value", "just return true", "just returns true",
        "just return success", "always return success", "always returns success", "assume valid");

    /// <summary>These say that nothing is missing.</summary>
    private static readonly Phrases Excuses = Phrases.Read(new[]
    {
        "nothing to", "nothing more to", "nothing else to", "nothing needed", "nothing left", "nothing changed",
        "nothing has changed", "already equal", "already the same", "already up to date", "no action", "not needed",
        "not required", "not necessary", "no need", "unnecessary", "intentionally",
        "intentional", "by design", "on purpose", "deliberately", "deliberate", "already done", "already handled",
        "handled by", "handled elsewhere", "handled in",
    });

    /// <summary>
    /// An answer that is always the same on purpose: from it a stranger shall not learn who has an account.
    /// </summary>
    private static readonly Phrases Discretion = Phrases.Read(new[]
    {
        "prevent * enumeration", "prevents * enumeration", "preventing * enumeration", "avoid * enumeration",
        "avoids * enumeration", "against * enumeration", "enumeration attack", "enumeration attacks",
        "reveal whether", "reveals whether", "revealing whether", "reveal if", "revealing if", "disclose whether",
        "disclosing whether", "leak whether", "leaking whether", "tell whether * exists", "expose whether",
        "exposing whether",
    });

    /// <summary>Before a phrase these turn it around: "not a placeholder", "no longer hardcoded".</summary>
    private static readonly ImmutableHashSet<string> Negations = WordSet.Of(
        "not no never without unlike instead avoid avoids longer than isnt arent dont non remove removes removed",
        "removing");

    /// <summary>Words before the first one that says something.</summary>
    private static readonly ImmutableHashSet<string> Openings = WordSet.Of(
        "summary remarks returns para note nb todo fixme hack this is just the temporary only simple");

    private readonly ImmutableDictionary<string, ImmutableArray<(Phrase Phrase, Admission Kind)>> _phrases;

    private Admissions(IEnumerable<(Phrase Phrase, Admission Kind)> phrases) =>
        _phrases = phrases.GroupBy(entry => entry.Phrase.First)
            .ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>The phrases that hold when nobody changes them.</summary>
    public static Admissions Default { get; } = new(AllByDefault());

    /// <summary>
    /// Reads <c>+phrase, -phrase</c>: phrases that are admissions of any kind from now on, and phrases that are none
    /// any more.
    /// </summary>
    public static bool TryRead(string raw, out Admissions admissions)
    {
        var added = new List<string>();
        var removed = new HashSet<string>(StringComparer.Ordinal);
        admissions = Default;
        foreach (var item in raw.Split(','))
        {
            var text = item.Trim();
            if (text.Length == 0) continue;
            var words = Prose.WordsOf(text[1..]);
            if (words.Length == 0
                || !text[1..]
                    .All(static character => char.IsLetterOrDigit(character) || character is ' ' or '\'' or '-'))
                return false;
            if (text[0] == '+') added.Add(string.Join(" ", words));
            else if (text[0] == '-') removed.Add(string.Join(" ", words));
            else return false;
        }

        if (removed.Overlaps(added)) return false;
        if (added.Count + removed.Count > 0) admissions = With(added, removed);
        return true;
    }

    /// <summary>What a text admits; null where that is nothing.</summary>
    public Confession? In(string text)
    {
        var words = Prose.WordsOf(text);
        var kind = KindOf(words);
        return kind == Admission.None ? null : new Confession(kind, Quote.Of(Prose.Bare(text)));
    }

    private Admission KindOf(ImmutableArray<string> words)
    {
        var kind = Admission.None;
        var start = 0;
        while (start < words.Length && Openings.Contains(words[start])) start++;
        for (var place = 0; place < words.Length; place++)
        {
            if (!_phrases.TryGetValue(words[place], out var candidates) || IsNegated(words, place)) continue;
            foreach (var (phrase, admitted) in candidates)
                if ((!phrase.Opens || place == start) && phrase.IsAt(words, place))
                    kind |= admitted;
        }

        return IsExcused(kind, words) ? Admission.None : kind;
    }

    /// <summary>Discretion explains why an answer is constant, not why the work is missing.</summary>
    private static bool IsExcused(Admission kind, ImmutableArray<string> words) =>
        kind != Admission.None
        && (Excuses.AreIn(words) || (kind == Admission.Invented && Discretion.AreIn(words)));

    private static bool IsNegated(ImmutableArray<string> words, int place)
    {
        for (var before = Math.Max(0, place - Reach); before < place; before++)
            if (Negations.Contains(words[before])) return true;
        return false;
    }

    private static Admissions With(IReadOnlyCollection<string> added, ICollection<string> removed) => new(
        AllByDefault().Where(entry => !removed.Contains(entry.Phrase.Text)).Concat(
            added.Select(text => (Phrase.Read(text), Admission.Postponed | Admission.Missing | Admission.Invented))));

    private static IEnumerable<(Phrase Phrase, Admission Kind)> AllByDefault() =>
        PostponedByDefault.Select(text => (Phrase.Read(text), Admission.Postponed))
            .Concat(MissingByDefault.Select(text => (Phrase.Read(text), Admission.Missing)))
            .Concat(InventedByDefault.Select(text => (Phrase.Read(text), Admission.Invented)));
}
