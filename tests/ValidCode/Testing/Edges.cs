using NUnit.Framework;

namespace ValidCode.Testing;

/// <summary>Each branch has a test that enters it, or a reason to have none.</summary>
public static class Shipping
{
    public static decimal Cost(decimal total, string? code)
    {
        if (total < 0) throw new ArgumentOutOfRangeException(nameof(total));
        if (string.IsNullOrEmpty(code)) return total >= 50 ? 0 : 4.90m;
        return code == "FREE" ? 0 : 4.90m;
    }

    public static int Boxes(IReadOnlyCollection<int> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        return sizes.Count == 0 ? 0 : (sizes.Sum() / 10) + 1;
    }

    public static string Label(string street)
    {
        if (street is null) throw new ArgumentNullException(nameof(street));
        return street.ToUpperInvariant();
    }
}

[TestFixture]
public sealed class ShippingTests
{
    private static readonly string[] Streets = { "Elm", "Oak" };

    [TestCase(10, null, 4.90)]
    [TestCase(50, null, 0)]
    [TestCase(10, "FREE", 0)]
    [TestCase(10, "OTHER", 4.90)]
    public void An_order_costs_its_shipping(decimal total, string? code, decimal cost) =>
        Assert.That(Shipping.Cost(total, code), Is.EqualTo(cost));

    [Test]
    public void Nothing_is_paid_back()
    {
        TestDelegate refund = () => Shipping.Cost(-1, "FREE");
        Assert.Throws<ArgumentOutOfRangeException>(refund);
    }

    [Test]
    public void Small_things_share_a_box() => Expect(1, 3, 4);

    [Test]
    public void Nothing_needs_no_box() => Expect(0);

    [Test]
    public void A_label_is_in_capitals()
    {
        foreach (var street in Streets)
            Assert.That(Shipping.Label(street), Has.None.Matches<char>(char.IsLower));
    }

    private static void Expect(int boxes, params int[] sizes) =>
        Assert.That(Shipping.Boxes(sizes), Is.EqualTo(boxes));
}
