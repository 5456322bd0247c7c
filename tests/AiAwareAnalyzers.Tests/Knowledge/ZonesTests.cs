using AiAwareAnalyzers.Knowledge;
using FsCheck;
using FsCheck.Fluent;

namespace AiAwareAnalyzers.Tests.Knowledge;

[TestFixture]
public sealed class ZonesTests
{
    [TestCase("Shop.Payments", "/a.cs", "Shop.Payments", ExpectedResult = true)]
    [TestCase("Shop.Payments", "/a.cs", "Shop.Payments.Cards", ExpectedResult = true)]
    [TestCase("Shop.Pay", "/a.cs", "Shop.Payments", ExpectedResult = false)]
    [TestCase("Shop.Payments", "/a.cs", "Shop", ExpectedResult = false)]
    [TestCase("Other, Shop.Payments", "/a.cs", "Shop.Payments", ExpectedResult = true)]
    [TestCase("src/Billing/**", "/repo/src/Billing/Api/Refund.cs", "Shop", ExpectedResult = true)]
    [TestCase("src/Billing/**", "/repo/src/Billings/Refund.cs", "Shop", ExpectedResult = false)]
    [TestCase("**/Payments/*.cs", "/repo/src/Payments/Refund.cs", "Shop", ExpectedResult = true)]
    [TestCase("Payments/*.cs", "/repo/src/Payments/Api/Refund.cs", "Shop", ExpectedResult = false)]
    [TestCase("Payments/*.cs", @"C:\repo\Payments\Refund.cs", "Shop", ExpectedResult = true)]
    [TestCase("*Controller.cs", "/repo/OrdersController.cs", "", ExpectedResult = true)]
    [TestCase("", "/repo/OrdersController.cs", "Shop", ExpectedResult = false)]
    public bool A_zone_is_a_namespace_or_a_path(string zones, string path, string containingNamespace) =>
        Zones.Read(zones)!.Contain(path, containingNamespace);

    [TestCase("Shop Payments")]
    [TestCase("1Shop")]
    [TestCase("Shop..Payments")]
    [TestCase("src/<x>")]
    [TestCase("Shop, ???")]
    public void What_is_neither_cannot_be_read(string zones) => Assert.That(Zones.HighRisk.CanRead(zones), Is.False);

    [Test]
    public void Reading_never_throws() =>
        Prop.ForAll<string>(raw => Zones.Read(raw ?? "") is null != Zones.HighRisk.CanRead(raw ?? ""))
            .QuickCheckThrowOnFailure();
}
