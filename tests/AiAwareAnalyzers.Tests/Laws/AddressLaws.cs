using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>One rule has one name and one family, and stands at the same address in four trees.</summary>
[SourceOnly]
public sealed class AddressLaws
{
    [Test]
    public void Every_rule_stands_at_its_address() => Assert.That(RulesOutOfPlace(House.Real), Is.Empty);

    [Test]
    public void Every_fix_stands_beside_its_rule() => Assert.That(FixesOutOfPlace(House.Real), Is.Empty);

    [Test]
    public void Every_class_of_tests_stands_beside_its_rule() => Assert.That(TestsOutOfPlace(House.Real), Is.Empty);

    [Test]
    public void Every_page_has_a_rule() => Assert.That(PagesWithoutRule(House.Real), Is.Empty);

    [Test]
    public void Every_id_belongs_to_one_rule() => Assert.That(IdsWithTwoOwners(House.Real), Is.Empty);

    [Test]
    public void A_rule_at_a_wrong_address_is_seen() =>
        Assert.That(
            RulesOutOfPlace(House.Real with { Rules = [typeof(StrayRule)] }),
            Has.Some.Contains("family").And.Some.Contains("sealed").And.Some.Contains("page").And.Some
                .Contains("file"));

    [Test]
    public void A_fix_without_a_rule_is_seen() =>
        Assert.That(
            FixesOutOfPlace(House.Real with { Rules = [] }), House.Real.Fixes.IsEmpty ? Is.Empty : Is.Not.Empty);

    [Test]
    public void A_fix_that_secretly_cannot_fix_all_is_seen() =>
        Assert.That(
            FixesOutOfPlace(House.Real with
            {
                Pages = House.Real.Pages.SetItem("AIA0306", new Page("AIA0306", "The fix demands a caller.")),
            }),
            Is.EqualTo(new[]
            {
                "AiAwareAnalyzers.AuthScope.UnprotectedWriteFix cannot fix all, and its page does not say so",
            }));

    [Test]
    public void A_class_of_tests_at_a_wrong_address_is_seen() =>
        Assert.That(
            TestsOutOfPlace(House.Real with { Tests = [typeof(StrayTests)] }), Has.Some.Contains(nameof(StrayTests)));

    [Test]
    public void An_orphaned_page_is_seen() =>
        Assert.That(
            PagesWithoutRule(House.Real with { Pages = House.Real.Pages.Add("AIA9999", new Page("AIA9999", "")) }),
            Is.EqualTo(new[] { "AIA9999 is the page of no rule" }));

    [Test]
    public void An_id_of_two_rules_is_seen() =>
        Assert.That(
            IdsWithTwoOwners(House.Real with { Rules = [typeof(StrayRule), typeof(SecondStrayRule)] }), Is.Not.Empty);

    private static IEnumerable<string> RulesOutOfPlace(House house)
    {
        foreach (var type in house.Rules)
        {
            var family = House.FamilyOf(type);
            var rule = House.NewRule(type);
            if (type.BaseType != typeof(Rule))
                yield return $"{type} derives from {type.BaseType}, not directly from Rule";
            if (!type.IsPublic || !type.IsSealed) yield return $"{type} is not public and sealed";
            if (!house.Files.Contains($"src/AiAwareAnalyzers/{family}/{type.Name}.cs"))
                yield return $"{type} has no file src/AiAwareAnalyzers/{family}/{type.Name}.cs";
            if (rule.SupportedDiagnostics.Any(descriptor => descriptor.Category != family))
                yield return $"{type} reports for another family than {family}";
            if (house.Tests.Count(tests => House.RuleOf(tests) == type) == 0) yield return $"{type} has no tests";
            foreach (var id in Ids(rule).Where(id => !house.Pages.ContainsKey(id)))
                yield return $"{type} has no page docs/rules/{id}.md";
        }
    }

    private static IEnumerable<string> FixesOutOfPlace(House house)
    {
        foreach (var type in house.Fixes)
        {
            var family = House.FamilyOf(type);
            var fix = House.NewFix(type);
            if (type.BaseType != typeof(Fix) || !type.IsSealed)
                yield return $"{type} is not sealed and directly derived from Fix";
            var isChoice = fix.GetFixAllProvider() is null;
            var isOfRule = house.Rules.Any(rule => rule.FullName + "Fix" == type.FullName);
            if (!isChoice && !isOfRule)
                yield return $"{type} is the fix of no rule, and no choice for a reader";
            if (isChoice && isOfRule && !fix.FixableDiagnosticIds.All(id => SaysFixAll(house, id)))
                yield return $"{type} cannot fix all, and its page does not say so";
            if (!house.Files.Contains($"src/AiAwareAnalyzers.CodeFixes/{family}/{type.Name}.cs"))
                yield return $"{type} has no file src/AiAwareAnalyzers.CodeFixes/{family}/{type.Name}.cs";
            if (!type.CustomAttributes.Any(attribute =>
                attribute.AttributeType.Name == "ExportCodeFixProviderAttribute"))
                yield return $"{type} is not exported";
            foreach (var id in fix.FixableDiagnosticIds.Where(id =>
                id.StartsWith("AIA", StringComparison.Ordinal) && !house.NewRules().SelectMany(Ids).Contains(id)))
                yield return $"{type} fixes {id}, which no rule reports";
        }
    }

    private static bool SaysFixAll(House house, string id) =>
        house.Pages.TryGetValue(id, out var page) && page.Text.Contains("Fix All", StringComparison.Ordinal);

    private static IEnumerable<string> TestsOutOfPlace(House house)
    {
        foreach (var tests in house.Tests)
        {
            var rule = House.RuleOf(tests)!;
            if (!tests.Name.StartsWith(rule.Name, StringComparison.Ordinal)
                || !tests.Name.EndsWith("Tests", StringComparison.Ordinal)
                || tests.Namespace != $"AiAwareAnalyzers.Tests.{House.FamilyOf(rule)}")
                yield return $"{tests} tests {rule} from another address";
            if (house.FixOf(rule) is { } fix
                && !house.Tests.Any(other =>
                    House.RuleOf(other) == rule && other.BaseType!.GetGenericArguments().Contains(fix)))
                yield return $"{tests} does not test {fix}";
        }
    }

    private static IEnumerable<string> PagesWithoutRule(House house) =>
        house.Pages.Keys.Except(house.NewRules().SelectMany(Ids)).Select(id => $"{id} is the page of no rule");

    /// <summary>
    /// A generator or a rule that finds the same thing another way may share a descriptor, but only the same one.
    /// </summary>
    private static IEnumerable<string> IdsWithTwoOwners(House house) =>
        from rule in house.NewRules()
        from descriptor in rule.SupportedDiagnostics
        group rule.GetType() by descriptor.Id into owners
        where owners.Distinct().Count() > 1
        select $"{owners.Key} belongs to {string.Join(" and ", owners.Distinct())}";

    private static IEnumerable<string> Ids(Rule rule) =>
        rule.SupportedDiagnostics.Select(descriptor => descriptor.Id).Distinct();

    private class StrayRule()
        : Rule(new DiagnosticDescriptor("AIA9998", "Stray", "Stray", "Elsewhere", DiagnosticSeverity.Warning, true))
    {
        private protected override void Start(CompilationStartAnalysisContext start)
        {
        }
    }

    private sealed class SecondStrayRule()
        : Rule(new DiagnosticDescriptor("AIA9998", "Stray", "Stray", "Elsewhere", DiagnosticSeverity.Warning, true))
    {
        private protected override void Start(CompilationStartAnalysisContext start)
        {
        }
    }

    private sealed class StrayTests : RuleTests<AiAwareAnalyzers.Configuration.InvalidOption>;
}
