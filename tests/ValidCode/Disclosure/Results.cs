using Microsoft.Extensions.Logging;

namespace ValidCode.Disclosure;

public sealed record Outcome(bool IsSuccess, string? Value, string? Error);

public sealed class Reports(ILogger<Reports> logger)
{
    public string? Problem { get; private set; }

    public Outcome Read(string path)
    {
        try
        {
            return new Outcome(true, File.ReadAllText(path), null);
        }
        catch (FileNotFoundException)
        {
            return new Outcome(false, null, "There is no such report.");
        }
        catch (IOException ex)
        {
            logger.LogError(ex, "{Path} cannot be read", path);
            return new Outcome(false, null, ex.Message);
        }
    }

    public Outcome Reserve(Action reserve)
    {
        try
        {
            reserve();
            return new Outcome(true, null, null);
        }
        catch (OutOfStockException ex)
        {
            return new Outcome(false, null, ex.Message);
        }
    }

    public void Refresh(string path)
    {
        try
        {
            _ = File.ReadAllText(path);
        }
        catch (IOException ex)
        {
            Problem = ex.Message;
        }
    }
}
