using Xunit;

namespace ValidCode.Testing;

public interface IPrices
{
    decimal Of(string item);
}

public sealed class Tills
{
    private readonly IPrices _prices;

    public Tills(IPrices prices) => _prices = prices;

    public decimal Sum(params string[] items) => items.Sum(_prices.Of);
}

/// <summary>A double that was written by hand, in the hands of the code under test.</summary>
public sealed class TillsTests
{
    [Fact]
    public void Sums_the_prices_of_all_items() =>
        Assert.Equal(8m, new Tills(new FakePrices(4m)).Sum("pear", "plum"));

    [Fact]
    public void Costs_nothing_without_items()
    {
        var prices = new FakePrices(4m);

        Assert.Equal(0m, new Tills(prices).Sum());
        Assert.Equal(4m, prices.Of("pear"));
    }

    private sealed class FakePrices : IPrices
    {
        private readonly decimal _each;

        public FakePrices(decimal each) => _each = each;

        public decimal Of(string item) => _each;
    }
}
