namespace Good.FakeWork.Doubles;

public sealed record Receipt(bool Success, string? Error)
{
    public static Receipt Ok() => new(true, null);

    public static Receipt Fail(string error) => new(false, error);
}

public interface IMailer
{
    Task SendAsync(string to, string text, CancellationToken token);
}

public interface IGateway
{
    Task<Receipt> ChargeAsync(decimal amount, string card);

    bool VerifySignature(string payload, string signature);
}

/// <summary>A null object: it does nothing, and its name says so.</summary>
public sealed class NullMailer : IMailer
{
    public Task SendAsync(string to, string text, CancellationToken token) => Task.CompletedTask;
}

public sealed class NoOpMailer : IMailer
{
    // Does nothing for now and for ever.
    public Task SendAsync(string to, string text, CancellationToken token) => Task.CompletedTask;
}

/// <summary>A double for local runs: simulates the provider.</summary>
public sealed class FakeGateway : IGateway
{
    public Task<Receipt> ChargeAsync(decimal amount, string card)
    {
        // Simulate a charge that always succeeds.
        return Task.FromResult(Receipt.Ok());
    }

    public bool VerifySignature(string payload, string signature) => true;
}

public sealed class InMemoryMailer : IMailer
{
    private readonly List<string> _sent = new();

    public IReadOnlyList<string> Sent => _sent;

    public Task SendAsync(string to, string text, CancellationToken token)
    {
        // In a real implementation this would go to a server.
        _sent.Add(to + ": " + text);
        return Task.CompletedTask;
    }
}

/// <summary>Data for the designer of a form.</summary>
public sealed class DesignOrderViewModel
{
    // Sample data for the designer.
    public string Title => "Order 17";

    public IReadOnlyList<string> Lines()
    {
        // Mock data.
        return new[] { "Apples", "Pears" };
    }
}

public static class SampleData
{
    public static List<string> Names()
    {
        // Hardcoded sample data.
        return new List<string> { "Ada", "Grace" };
    }
}
