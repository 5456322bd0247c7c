namespace ValidCode.ErrorHandling;

public interface IUnit
{
    Task SaveAsync(CancellationToken token);

    Task RollbackAsync(CancellationToken token);
}

/// <summary>What has to be undone is undone to its end, or not reached by a cancellation.</summary>
public sealed class Rollbacks(IUnit unit)
{
    public async Task SaveAsync(CancellationToken token)
    {
        try
        {
            await unit.SaveAsync(token);
        }
        catch
        {
            await unit.RollbackAsync(CancellationToken.None);
            throw;
        }
    }

    public async Task SaveOrLeaveAsync(CancellationToken token)
    {
        try
        {
            await unit.SaveAsync(token);
        }
        catch (InvalidOperationException)
        {
            await unit.RollbackAsync(token);
            throw;
        }
    }
}
