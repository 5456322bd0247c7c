namespace AiAwareAnalyzers.HallucinatedApi.Names;

/// <summary>How many letters must be changed, added, dropped or swapped to get from one text to another.</summary>
internal static class Letters
{
    public static int Distance(string from, string to)
    {
        var (before, last, next) = (new int[to.Length + 1], new int[to.Length + 1], new int[to.Length + 1]);
        for (var j = 0; j <= to.Length; j++) last[j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = from[i - 1] == to[j - 1] ? 0 : 1;
                next[j] = Math.Min(Math.Min(next[j - 1], last[j]) + 1, last[j - 1] + change);
                var isSwap = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
                if (isSwap) next[j] = Math.Min(next[j], before[j - 2] + 1);
            }

            (before, last, next) = (last, next, before);
        }

        return last[to.Length];
    }

    /// <summary>From 0 to 1, over the longer of the two.</summary>
    public static double Likeness(string a, string b)
    {
        var length = Math.Max(a.Length, b.Length);
        return length == 0 ? 1 : 1 - (double)Distance(a, b) / length;
    }
}
