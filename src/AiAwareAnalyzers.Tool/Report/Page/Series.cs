namespace AiAwareAnalyzers.Tool.Report.Page;

/// <summary>A row of numbers that is drawn over the same weeks or reports as its neighbours.</summary>
/// <param name="Style">The class that gives it its color.</param>
/// <param name="Values">Null is a gap, and is not drawn.</param>
internal sealed record Series(string Name, string Style, IReadOnlyList<double?> Values)
{
    public double Highest => Values.Max() ?? 0;

    public static Series Of<T>(string name, string style, IEnumerable<T> items, Func<T, double?> value) =>
        new(name, style, [.. items.Select(value)]);
}
