namespace ValidCode.EdgeCases;

/// <summary>Lists that may be empty, and somebody who asks.</summary>
public static class Sequences
{
    public static string Reason(List<string>? messages) => messages?.FirstOrDefault() ?? "unknown";

    public static int? Best(IReadOnlyList<int> scores) => scores.Where(score => score > 0).Max(score => (int?)score);

    public static double Mean(IReadOnlyList<double> values)
    {
        if (values.Count == 0) throw new ArgumentException("There is no value.", nameof(values));
        return values.Sum() / values.Count;
    }

    public static double Share(IReadOnlyCollection<int> scores) =>
        scores.Count > 0 ? (double)scores.Count(score => score > 0) / scores.Count : 0;

    /// <summary>What is done for each score is done where there is one.</summary>
    public static IEnumerable<double> Shares(IReadOnlyList<int> scores) =>
        scores.Select(score => (double)score / scores.Count);

    public static IEnumerable<int> Longest(IEnumerable<string> words) =>
        words.GroupBy(word => word[0]).Select(group => group.Max(word => word.Length));

    public static string? Value(string pair) => pair.Contains('=') ? pair.Split('=')[1] : null;

    public static string Key(string pair) => pair.Split('=')[0];

    public static int Sum(int? goods, int? freight) => (goods ?? 0) + (freight ?? 0);

    public static int Dearest(int? goods, int freight) => goods ?? freight + 1;
}
