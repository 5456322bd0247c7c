using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace AiAwareAnalyzers.Benchmarks;

/// <summary>
/// The most memory that a process takes for the code that a rule of the family Materialization flags, and for what its
/// fix makes of it.
/// </summary>
/// <remarks>Each measurement runs in a process of its own, because a peak does not come down again.</remarks>
internal static class PeakMemory
{
    public const string Switch = "--memory";

    private const int Megabyte = 1 << 20;

    private static readonly int[] Sizes = [0, 16, 64, 256];

    /// <summary>What is done with a file of numbers, one a line, before and after the fix.</summary>
    private static readonly (string Name, Func<string, Task<long>> Before, Func<string, Task<long>> After)[] Pairs =
    [
        (
            "AIA0401 filter after list",
            path => Task.FromResult((long)File.ReadLines(path).ToList().Count(IsLong)),
            path => Task.FromResult((long)File.ReadLines(path).Count(IsLong))),
        (
            "AIA0404 lines of a file",
            path => Task.FromResult(Sum(File.ReadAllLines(path))),
            path => Task.FromResult(Sum(File.ReadLines(path)))),
        ("AIA0405 response as text", DeserializeTextAsync, DeserializeStreamAsync),
        ("AIA0405 response to file", WriteBytesAsync, CopyStreamAsync),
        (
            "AIA0411 drained stream",
            path => Task.FromResult(Sum(Collected(path))),
            path => Task.FromResult(Sum(Yielded(path)))),
    ];

    public static async Task RunAsync(string[] arguments)
    {
        if (arguments is [_, var pair, var side, var path])
            await MeasureAsync(int.Parse(pair, CultureInfo.InvariantCulture), side, path);
        else await PrintAsync();
    }

    /// <summary>In the process of its own: does it, and says how high the memory rose.</summary>
    private static async Task MeasureAsync(int pair, string side, string path)
    {
        var result = await (side == "before" ? Pairs[pair].Before : Pairs[pair].After)(path);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine($"{result} {self.PeakWorkingSet64 / Megabyte}");
    }

    private static async Task PrintAsync()
    {
        Console.WriteLine(
            $"{"file MB",7}  {"",-28} {"before MB",10} {"after MB",10}   peaks beyond those for an empty file");
        var path = Path.GetTempFileName();
        try
        {
            var idle = new Dictionary<(int Pair, string Side), long>();
            foreach (var size in Sizes)
            {
                Fill(path, size);
                for (var pair = 0; pair < Pairs.Length; pair++)
                {
                    var before = await PeakOfAsync(pair, "before", path);
                    var after = await PeakOfAsync(pair, "after", path);
                    if (before.Result != after.Result)
                        throw new InvalidOperationException(
                            $"{Pairs[pair].Name}: {before.Result} before, {after.Result} after");
                    if (size == 0) (idle[(pair, "before")], idle[(pair, "after")]) = (before.Peak, after.Peak);
                    else
                        Console.WriteLine(
                            $"{size,7}  {Pairs[pair].Name,-28} "
                            + $"{before.Peak - idle[(pair, "before")],10} {after.Peak - idle[(pair, "after")],10}");
                }
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<(string Result, long Peak)> PeakOfAsync(int pair, string side, string path)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            [Switch, pair.ToString(CultureInfo.InvariantCulture), side, path]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var parts = output.Split(' ');
        return (parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>A JSON array of texts, one a line, so that every pair can read the same file.</summary>
    private static void Fill(string path, int megabytes)
    {
        using var writer = new StreamWriter(path);
        writer.Write('[');
        var written = 0L;
        for (var number = 0; written < (long)megabytes * Megabyte; number++)
        {
            var line = $"\"order number {number} of the year\",";
            writer.WriteLine(line);
            written += line.Length + 1;
        }

        writer.Write("\"last\"]");
    }

    private static bool IsLong(string line) => line.Length > 30;

    private static long Sum(IEnumerable<string> lines)
    {
        var sum = 0L;
        foreach (var line in lines) sum += line.Length;
        return sum;
    }

    private static IEnumerable<string> Collected(string path)
    {
        var lines = new List<string>();
        foreach (var line in File.ReadLines(path)) lines.Add(line);
        return lines;
    }

    private static IEnumerable<string> Yielded(string path)
    {
        foreach (var line in File.ReadLines(path)) yield return line;
    }

    private static async Task<long> DeserializeTextAsync(string path)
    {
        using var client = ClientOf(path);
        var json = await client.GetStringAsync("http://shop/orders");
        return JsonSerializer.Deserialize<string[]>(json)!.LongLength;
    }

    private static async Task<long> DeserializeStreamAsync(string path)
    {
        using var client = ClientOf(path);
        return (await client.GetFromJsonAsync<string[]>(
            "http://shop/orders", JsonSerializerOptions.Default))!.LongLength;
    }

    private static async Task<long> WriteBytesAsync(string path)
    {
        using var client = ClientOf(path);
        var copy = path + ".before";
        await File.WriteAllBytesAsync(copy, await client.GetByteArrayAsync("http://shop/orders"));
        return LengthOfDeleted(copy);
    }

    private static async Task<long> CopyStreamAsync(string path)
    {
        using var client = ClientOf(path);
        var copy = path + ".after";
        using (var body = await client.GetStreamAsync("http://shop/orders"))
        using (var file = File.Create(copy))
            await body.CopyToAsync(file);
        return LengthOfDeleted(copy);
    }

    private static long LengthOfDeleted(string path)
    {
        var length = new FileInfo(path).Length;
        File.Delete(path);
        return length;
    }

    private static HttpClient ClientOf(string path) =>
        new(new FileServer(path)) { MaxResponseContentBufferSize = int.MaxValue };

    /// <summary>Answers every request with the content of a file, as it is read.</summary>
    private sealed class FileServer(string path) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(File.OpenRead(path)) });
    }
}
