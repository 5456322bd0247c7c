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

    /// <summary>A command of the program has an exit code of its own.</summary>
    public static int Import(string path)
    {
        try
        {
            Console.WriteLine(File.GetLastWriteTimeUtc(path));
            return 0;
        }
        catch (Exception ex)
        {
            return Fail(ex);
        }
    }

    private static int Fail(Exception exception)
    {
        Console.Error.WriteLine(exception.Message);
        return 1;
    }

    private static async Task ImportAsync(string path, CancellationToken token)
    {
        using var reader = new StreamReader(path);
        Console.WriteLine(await reader.ReadLineAsync(token));
    }
}
