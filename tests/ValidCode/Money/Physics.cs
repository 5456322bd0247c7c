namespace ValidCode.Nature;

/// <summary>Charge, balance and cost mean other things to other people.</summary>
public sealed class Particle
{
    public double Charge { get; set; }

    public double Mass { get; set; }

    public float Gross { get; set; }

    public double TotalEnergy(double speed) => Mass * speed * speed / 2;
}

/// <summary>The cost of a path is not paid by anyone.</summary>
public sealed class RouteFinder
{
    private readonly Dictionary<string, double> _costs = [];

    public double Cost(IEnumerable<string> path)
    {
        var total = 0.0;
        foreach (var step in path) total += _costs[step];
        return total;
    }
}
