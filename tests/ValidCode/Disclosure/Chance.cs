using System.Security.Cryptography;

namespace ValidCode.Disclosure;

public sealed class Draws(Random random)
{
    public Guid Id { get; } = Guid.NewGuid();

    public string GeneratePassword(int length) =>
        RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", length);

    public byte[] CreateSalt() => RandomNumberGenerator.GetBytes(16);

    /// <summary>It tells one conversation from another, and opens none.</summary>
    public string SessionId { get; } = Guid.NewGuid().ToString();

    /// <summary>Where a payment was entered by hand, and has no code of a bank.</summary>
    public string ConfirmationCode { get; } = $"Manual_{Guid.NewGuid()}";

    public TimeSpan Jitter() => TimeSpan.FromMilliseconds(random.Next(50, 250));

    public string SampleProductCode() => $"P-{random.Next(1000, 9999)}";

    public string NextTokenOf(IReadOnlyList<string> tokens) => tokens[random.Next(tokens.Count)];

    public bool HasTokenExpired(long expiresAtTicks) => DateTime.UtcNow.Ticks > expiresAtTicks;
}
