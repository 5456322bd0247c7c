using AiAwareAnalyzers.HallucinatedApi.MemberStrings;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.HallucinatedApi.MemberStrings;

/// <summary>
/// Strings that name members: the frameworks have what is read, and a part of a string is found in its literal.
/// </summary>
public sealed class MemberStringsTests
{
    private static IEnumerable<string> Attributes => AttributeStrings.All;

    private static IEnumerable<string> Methods =>
        EntityStrings.Methods.Concat(ActionStrings.Methods).Concat(RouteStrings.Methods).Distinct();

    [TestCaseSource(nameof(Attributes))]
    public async Task An_attribute_that_is_read_exists(string name)
    {
        var workshop = new Workshop(new Setting(References.EntityFrameworkCore));
        var compilation = await (await workshop.DocumentOf(("/0/C.cs", "class C;"))).Project.GetCompilationAsync();
        Assert.That(compilation!.GetTypeByMetadataName(name), Is.Not.Null);
    }

    [Test]
    public async Task A_method_that_is_read_exists()
    {
        var workshop = new Workshop(new Setting(References.EntityFrameworkCore));
        var compilation = await (await workshop.DocumentOf(("/0/C.cs", "class C;"))).Project.GetCompilationAsync();
        string[] owners =
        [
            "Microsoft.EntityFrameworkCore.EF",
            "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions",
            "Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry",
            "Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder",
            "Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder`1",
            "Microsoft.EntityFrameworkCore.Metadata.Builders.ReferenceCollectionBuilder",
            "Microsoft.EntityFrameworkCore.Metadata.Builders.ReferenceNavigationBuilder",
            "Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder",
            "Microsoft.EntityFrameworkCore.Metadata.IMutableEntityType",
            "Microsoft.AspNetCore.Mvc.ControllerBase",
            "Microsoft.AspNetCore.Mvc.UrlHelperExtensions",
            "Microsoft.AspNetCore.Mvc.IUrlHelper",
            "Microsoft.AspNetCore.Routing.ControllerLinkGeneratorExtensions",
            "Microsoft.AspNetCore.Routing.LinkGeneratorEndpointNameAddressExtensions",
        ];
        var members = owners.Select(owner => compilation!.GetTypeByMetadataName(owner))
            .SelectMany(owner => owner!.MemberNames)
            .ToHashSet();
        Assert.That(Methods.Where(method => !members.Contains(method)), Is.Empty);
    }

    [TestCase("\"{Totl}\"", 1, 4, "Totl")]
    [TestCase("\"a\\t{Totl}\"", 3, 4, "Totl")]
    [TestCase("@\"{Totl}\"", 1, 4, "Totl")]
    [TestCase("\"\"\"{Totl}\"\"\"", 1, 4, "Totl")]
    [TestCase("\"\\u0041{Totl}\"", 2, 4, null)]
    [TestCase("@\"\"\"{Totl}\"", 2, 4, null)]
    [TestCase("name", 0, 4, null)]
    public void A_part_of_a_string_is_found_in_its_literal(string written, int start, int length, string? part)
    {
        var text = SyntaxFactory.ParseExpression(written);
        var place = StringParts.Locate(text, start, length);
        Assert.That(place is { } found ? text.ToString().Substring(found.Start, found.Length) : null, Is.EqualTo(part));
    }

    [TestCase("Totl", "Total", true)]
    [TestCase("Nmae", "Name", true)]
    [TestCase("CustomerID", "CustomerId", true)]
    [TestCase("TotalAmuont", "TotalAmount", true)]
    [TestCase("Address1", "Address2", false)]
    [TestCase("UpdatedAt", "CreatedAt", false)]
    [TestCase("VendorId", "SenderId", false)]
    [TestCase("Id", "Ix", false)]
    public void A_slip_is_told_from_another_name(string written, string existing, bool isSlip) =>
        Assert.That(Typos.IsSlip(written, existing), Is.EqualTo(isSlip));
}
