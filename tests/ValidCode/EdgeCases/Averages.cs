namespace ValidCode.EdgeCases;

public sealed record Catch(int Lake, double Weight);

public interface ICatches
{
    IReadOnlyList<Catch> Of(int lake);
}

public sealed class Catches : ICatches
{
    private readonly List<Catch> _all = new();

    public IReadOnlyList<Catch> Of(int lake) => _all.Where(one => one.Lake == lake).ToList();
}

/// <summary>What another method has filtered is asked for its size, or is reckoned with nullable numbers.</summary>
public sealed class Averages
{
    private readonly ICatches _catches;

    public Averages(ICatches catches) => _catches = catches;

    public double Mean(int lake)
    {
        var found = _catches.Of(lake);
        return found.Count == 0 ? 0 : found.Average(one => one.Weight);
    }

    public double Heaviest(int lake) => _catches.Of(lake).Max(one => (double?)one.Weight) ?? 0;

    public double Total(int lake) => _catches.Of(lake).Sum(one => one.Weight);
}
