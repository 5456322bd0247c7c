using AiAwareAnalyzers.HallucinatedApi.Files;
using AiAwareAnalyzers.HallucinatedApi.Packages;

namespace AiAwareAnalyzers.Tests.HallucinatedApi.Packages;

public sealed class WellKnownPackagesTests
{
    private static readonly CSharpCompilation Nothing = CSharpCompilation.Create("Nothing");

    private static IEnumerable<string> Ids => KnownText.Lines(nameof(WellKnownPackages));

    [Test]
    public void No_well_known_package_is_a_slip_of_another() =>
        Assert.That(Ids.Where(id => WellKnownPackages.Of(Nothing).MeantBy(id) is not null), Is.Empty);

    [Test]
    public void Every_one_stands_there_once() =>
        Assert.That(
            Ids.GroupBy(id => id, StringComparer.OrdinalIgnoreCase).Where(id => id.Count() > 1).Select(id => id.Key),
            Is.Empty);

    [Test]
    public void A_missing_letter_in_a_long_name_is_seen()
    {
        var missed = Ids.Where(id => id.Length >= 14
            && id.Split('.').All(part => part.Length >= 8)
            && !id.StartsWith("Microsoft", StringComparison.Ordinal)
            && !id.StartsWith("System", StringComparison.Ordinal))
            .Select(id => (id, slip: id.Remove(4, 1)))
            .Where(pair => WellKnownPackages.Of(Nothing).MeantBy(pair.slip) != pair.id);
        Assert.That(missed, Is.Empty);
    }
}
