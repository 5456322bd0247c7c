namespace ValidCode.ErrorHandling.Importer;

/// <summary>A program says by its exit code whether it worked.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, _) => stop.Cancel();
        try
        {
            foreach (var path in args) await ImportAsync(path, stop.Token);
            return 0;
        }
        catch (Exception ex)
        {
            Console.Error.WriteLine(ex.Message);
            return 1;
        }
    }

    private static async Task ImportAsync(string path, CancellationToken token)
    {
        using var reader = new StreamReader(path);
        Console.WriteLine(await reader.ReadLineAsync(token));
    }
}
