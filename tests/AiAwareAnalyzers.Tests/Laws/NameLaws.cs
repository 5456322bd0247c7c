using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>Names say what a thing is about; the names of framework types stand in Knowledge.</summary>
public sealed partial class NameLaws
{
    /// <summary>More names than these outside Knowledge are a list.</summary>
    private const int FewNames = 3;

    [Test]
    public void No_type_is_named_after_nothing() => Assert.That(HollowNames(House.Real.Types.Select(type => type.Name)), Is.Empty);

    [Test]
    public void Only_Knowledge_lists_framework_types() =>
        Assert.That(Repository.SourcesIn("src").Where(file => !file.Contains("/Knowledge/", StringComparison.Ordinal) && ListsFrameworkTypes(File.ReadAllText(file))).Select(House.Relative), Is.Empty);

    [Test]
    public void A_hollow_name_is_seen() =>
        Assert.That(HollowNames(["StringHelper", "MoneyUtils", "RuleManager", "Price"]), Is.EqualTo(new[] { "StringHelper", "MoneyUtils", "RuleManager" }));

    [Test]
    public void A_list_of_framework_types_is_seen() =>
        Assert.That(ListsFrameworkTypes("""class C { string[] s = ["System.String", "System.Data.IDbCommand", "Microsoft.Data.X", "System.Linq.Enumerable"]; }"""), Is.True);

    private static IEnumerable<string> HollowNames(IEnumerable<string> names) => names.Where(name => Hollow().IsMatch(name));

    private static bool ListsFrameworkTypes(string source) =>
        CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Count(literal => FrameworkName().IsMatch(literal.Token.ValueText)) > FewNames;

    [GeneratedRegex(@"(Helper|Helpers|Utils|Utility|Utilities|Common|Manager|Base)$")]
    private static partial Regex Hollow();

    [GeneratedRegex(@"^(System|Microsoft)(\.[A-Z][A-Za-z0-9]*)+(`\d)?$")]
    private static partial Regex FrameworkName();
}
