namespace Good.FakeWork.Gathering;

using System.Text;

public class Gathering
{
    private const int Skipped = 0;

    /// <summary>What is gathered is asked for its answers alone, or handed out.</summary>
    public static IReadOnlyList<string> Once(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var once = new List<string>();
        foreach (var name in names)
            if (seen.Add(name)) once.Add(name);
        return once;
    }

    public static string Report(IEnumerable<string> names)
    {
        var total = 0;
        var failed = 0;
        var text = new StringBuilder();
        foreach (var name in names)
        {
            total++;
            if (name.Length == 0) failed++;
            else text.AppendLine(name);
        }

        return $"{text}{total} names, {failed} failed, {Skipped} skipped";
    }
}
