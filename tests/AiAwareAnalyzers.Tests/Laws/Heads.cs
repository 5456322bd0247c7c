using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>What the code says of itself in the pages: heads, index, options.</summary>
internal static partial class Heads
{
    private static readonly string[] OwnTags = [Rule.LowersOwnFindings, "security"];

    public static string Of(Rule rule, string id)
    {
        var descriptor = rule.SupportedDiagnostics.First(descriptor => descriptor.Id == id);
        var names = AlsoKnownAs(descriptor)
            .Concat(WeaknessesOf(descriptor)
                .Select(number => $"[CWE-{number}](https://cwe.mitre.org/data/definitions/{number}.html)"));
        return "| Id | Family | Severity | Fix | Options | Also known as |\n|---|---|---|---|---|---|\n"
            + $"| {id} | {descriptor.Category} | {SeverityOf(descriptor)} | {FixOf(rule, id)} | {OptionList(rule)} "
            + $"| {string.Join(", ", names)} |\n";
    }

    public static string Index(House house)
    {
        var index = new StringBuilder();
        foreach (var family in house.NewRules()
            .GroupBy(rule => House.FamilyOf(rule.GetType()))
            .OrderBy(family => FirstId(family.First()), StringComparer.Ordinal))
        {
            index.Append($"\n## {family.Key}\n\n| Id | What | Also known as | Severity | Fix |\n"
                + "|---|---|---|---|---|\n");
            foreach (var rule in family.OrderBy(FirstId, StringComparer.Ordinal))
                foreach (var descriptor in rule.SupportedDiagnostics.DistinctBy(descriptor => descriptor.Id))
                    index.Append(
                        $"| [{descriptor.Id}](rules/{descriptor.Id}.md) | "
                        + $"{descriptor.Title} | "
                        + $"{NamesOf(descriptor)} | {SeverityOf(descriptor)} | {FixOf(rule, descriptor.Id)} |\n");
        }

        return index.Append('\n').ToString();
    }

    public static string Options()
    {
        var table = new StringBuilder("| Option | Value | Default | What it does |\n|---|---|---|---|\n");
        foreach (var option in AllOptions().Select(pair => pair.Option))
            table.Append(
                $"| `{option.Key}` | {option.Accepts} | "
                + $"{(option.Fallback.Length == 0 ? "empty" : $"`{option.Fallback}`")} | {option.Purpose} |\n");
        return table.ToString();
    }

    /// <summary>Every option and the type that declares it.</summary>
    public static IEnumerable<(Option Option, Type Owner)> AllOptions() =>
        from type in typeof(Rule).Assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where typeof(Option).IsAssignableFrom(field.FieldType)
        let option = (Option)field.GetValue(null)!
        orderby option.Key
        select (option, type);

    /// <summary>The options that a rule declares itself.</summary>
    public static IEnumerable<Option> OptionsOf(Rule rule) =>
        AllOptions().Where(pair => pair.Owner == rule.GetType()).Select(pair => pair.Option);

    private static string OptionList(Rule rule)
    {
        var page = House.Real.Pages.GetValueOrDefault(FirstId(rule));
        var keys = AllOptions()
            .Select(pair => pair.Option.Key)
            .Where(key => page is not null && page.Section("Options").Contains($"`{key}", StringComparison.Ordinal));
        var list = string.Join(", ", keys.Select(key => $"`{key}`"));
        return list.Length == 0 ? "none" : list;
    }

    private static string NamesOf(DiagnosticDescriptor descriptor) =>
        string.Join(
            ", ", AlsoKnownAs(descriptor).Concat(WeaknessesOf(descriptor).Select(number => $"CWE-{number}")));

    /// <summary>The other names of a defect, by which people search.</summary>
    public static IEnumerable<string> AlsoKnownAs(DiagnosticDescriptor descriptor) =>
        descriptor.CustomTags.Where(tag => !OwnTags.Contains(tag) && !Weakness().IsMatch(tag));

    private static IEnumerable<string> WeaknessesOf(DiagnosticDescriptor descriptor) =>
        descriptor.CustomTags.Where(tag => tag.StartsWith("CWE-", StringComparison.Ordinal)).Select(tag => tag[4..]);

    [GeneratedRegex("^(CWE-|external/cwe/)")]
    private static partial Regex Weakness();

    private static string FirstId(Rule rule) => rule.SupportedDiagnostics[0].Id;

    private static string SeverityOf(DiagnosticDescriptor descriptor) =>
        !descriptor.IsEnabledByDefault ? "off"
        : descriptor.CustomTags.Contains(Rule.LowersOwnFindings) ? "warning or suggestion"
        : descriptor.DefaultSeverity == DiagnosticSeverity.Info ? "suggestion"
        : descriptor.DefaultSeverity.ToString().ToLowerInvariant();

    private static string FixOf(Rule rule, string id) =>
        House.Real.FixOf(rule.GetType()) is not { } type
        || House.NewFix(type) is not { } fix
        || !fix.FixableDiagnosticIds.Contains(id) ? "no"
        : fix.GetFixAllProvider() is null ? "one by one"
        : "yes";
}
