namespace Good.FakeWork.Honest;

using Good.FakeWork.Doubles;

public class Exports
{
    // TODO: implement the PDF export.
    public Task<byte[]> ExportPdfAsync(int order) => throw new NotImplementedException();

    public void ExportSheet(string path)
    {
        // Not implemented yet.
        throw new NotSupportedException("Sheets cannot be exported yet.");
    }

    public Receipt Refund(int order)
    {
        // TODO: call the gateway.
        return Receipt.Fail("Refunds are not implemented.");
    }

    public bool TrySync(out string? error)
    {
        // Not implemented on this platform.
        error = "Sync is not supported here.";
        return false;
    }
}

public interface IPlugin
{
    void Attach();

    Task DetachAsync();

    bool IsValid(string input);
}

/// <summary>Hooks that a plugin need not use.</summary>
public abstract class Plugin : IPlugin
{
    public virtual void Attach()
    {
    }

    public virtual Task DetachAsync() => Task.CompletedTask;

    public virtual bool IsValid(string input) => true;

    protected virtual Task OnSavedAsync(int order) => Task.CompletedTask;
}

public sealed class QuietPlugin : IPlugin
{
    public void Attach()
    {
    }

    public Task DetachAsync() => Task.CompletedTask;

    public bool IsValid(string input) => true;
}

public class Orders(IMailer mailer)
{
    private readonly Dictionary<int, string> _orders = new();

    public async Task<bool> ShipAsync(int order, CancellationToken token)
    {
        // TODO: tell the warehouse too.
        await mailer.SendAsync("warehouse", "Ship " + order, token);
        return true;
    }

    public Task SaveAsync(int order, string text)
    {
        // For now in memory: there is one process.
        _orders[order] = text;
        return Task.CompletedTask;
    }

    public bool ShouldRetry(int attempt)
    {
        // TODO: make this configurable.
        return true;
    }

    public string Describe(int order)
    {
        if (!_orders.TryGetValue(order, out var text))
        {
            // Nothing to do: there is no such order yet.
        }
        else if (text.Length == 0)
        {
            // An empty text is shown as it is; shortening would need a culture.
        }

        return text ?? "";
    }

    /// <summary>Replaces the placeholders of a template.</summary>
    public string Fill(string template, string name) => template.Replace("{name}", name);

    public string InputHint() => "Enter your name";

    public decimal Rate() => 0.19m;
}
