using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>Names say what a thing is about; the names of framework types stand in rooms, not among rules.</summary>
[SourceOnly]
public sealed partial class NameLaws
{
    /// <summary>More names than these outside a room are a list.</summary>
    private const int FewNames = 3;

    [Test]
    public void No_type_is_named_after_nothing() =>
        Assert.That(HollowNames(House.Real.Types.Select(type => type.Name)), Is.Empty);

    [Test]
    public void Only_rooms_list_framework_types() => Assert.That(
        Repository.ShippedSources.Select(House.Relative)
            .Where(file => !IsInARoom(file) && ListsFrameworkTypes(File.ReadAllText(Repository.PathOf(file)))),
        Is.Empty);

    [Test]
    public void A_hollow_name_is_seen() =>
        Assert.That(
            HollowNames(["StringHelper", "MoneyUtils", "RuleManager", "Price"]),
            Is.EqualTo(new[] { "StringHelper", "MoneyUtils", "RuleManager" }));

    [Test]
    public void A_list_of_framework_types_is_seen() =>
        Assert.That(
            ListsFrameworkTypes(
                """class C { string[] s = ["System.String", "System.Data.IDbCommand", "Microsoft.Data.X", "System.Linq.Enumerable"]; }"""),
            Is.True);

    [TestCase("src/AiAwareAnalyzers/Money/FloatingPointMoney.cs", false)]
    [TestCase("src/AiAwareAnalyzers/Rule.cs", false)]
    [TestCase("src/AiAwareAnalyzers/Money/Amounts/MoneyFacts.cs", true)]
    [TestCase("src/AiAwareAnalyzers/Knowledge/TestCode.cs", true)]
    public void A_room_is_a_folder_below_a_family(string file, bool isInARoom) =>
        Assert.That(IsInARoom(file), Is.EqualTo(isInARoom));

    /// <summary>
    /// A folder of Knowledge, or one below a family: 'src/AiAwareAnalyzers/Money/Amounts/MoneyFacts.cs'.
    /// </summary>
    private static bool IsInARoom(string file) => file.Split('/') is [_, _, "Knowledge", _, ..] or [_, _, _, _, _, ..];

    private static IEnumerable<string> HollowNames(IEnumerable<string> names) =>
        names.Where(name => Hollow().IsMatch(name));

    private static bool ListsFrameworkTypes(string source) =>
        CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Count(literal => FrameworkName().IsMatch(literal.Token.ValueText)) > FewNames;

    [GeneratedRegex(@"(Helper|Helpers|Utils|Utility|Utilities|Common|Manager|Base)$")]
    private static partial Regex Hollow();

    [GeneratedRegex(@"^(System|Microsoft)(\.[A-Z][A-Za-z0-9]*)+(`\d)?$")]
    private static partial Regex FrameworkName();
}
