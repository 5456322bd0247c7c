namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// What the plan of the house does not keep, each with a reason; one that is kept again must leave this list.
/// </summary>
internal static class PlacementExceptions
{
    public static IReadOnlyDictionary<string, string> OutOfPlace { get; } = new Dictionary<string, string>
    {
        ["Editing/InScope is read in Disclosure alone"] = "a question of any fix that writes a name",
        ["Editing/OneByOne is read in Materialization alone"] = "a way to fix all that knows no family",
        ["HallucinatedApi/Files/Tag is read in HallucinatedApi/Packages alone"] =
            "a reader of half-written files like JsonValue beside it; it knows no package",
        ["HallucinatedApi/Names/PlainMeanings is read in HallucinatedApi/Suggestions alone"] =
            "what names mean stands with the names; what is suggested is only its first reader",
        ["HallucinatedApi/Suggestions/NameSuggestions is read in HallucinatedApi/RunTime alone"] =
            "a suggestion like those beside it, ranked as they are",
    };

    public static IReadOnlyDictionary<string, string> Arrows { get; } = new Dictionary<string, string>();

    /// <summary>Only what calls itself through another: a thing inside of things of its kind.</summary>
    public static IReadOnlyDictionary<string, string> Circles { get; } = new Dictionary<string, string>
    {
        ["CarriedMoney MoneyFacts"] = "money is carried by what holds money",
        ["ConstructorSearch MemberSearch"] = "members of a type are searched with its constructors",
        ["HandlerEffects HandlerEffectsTable"] = "a table and its element",
        ["KnownValues ReflectionCalls TypeNameCalls"] = "values are found in calls, calls in values",
        ["SqlReading SqlState"] = "the state asks the reading and is made by it",
        ["TemplateReader TextTemplates"] = "templates inside of templates",
        ["TranslatableRow Translation"] = "rows inside of rows",
    };
}
