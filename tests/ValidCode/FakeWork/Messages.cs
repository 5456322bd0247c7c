namespace ValidCode.FakeWork;

public sealed record Letter(string To, string Text);

/// <summary>Messages that go somewhere, and texts that are an answer.</summary>
public sealed class Messages
{
    private readonly Queue<Letter> _outbox = new();

    public Task<bool> SendReminderAsync(string to, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var text = $"Dear {to}, see you tomorrow.";
        _outbox.Enqueue(new Letter(to, text));
        return Task.FromResult(true);
    }

    public async Task<bool> SendAsync(Letter letter, TextWriter outgoing, CancellationToken cancellationToken)
    {
        using var message = new System.Net.Mail.MailMessage { Subject = letter.Text };
        message.To.Add(letter.To);
        await outgoing.WriteLineAsync(message.Subject.AsMemory(), cancellationToken);
        Console.WriteLine($"Sent to {message.To}");
        return true;
    }

    public static string ExportLetter(Letter letter)
    {
        var line = $"{letter.To};{letter.Text}";
        return line;
    }

    public Task<bool> SendNothingAsync(string to)
    {
        var text = $"Not sent: {to} has no address.";
        Console.WriteLine(text);
        return Task.FromResult(false);
    }
}
