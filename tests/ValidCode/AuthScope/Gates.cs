namespace AuthScope;

/// <summary>Gates that close when they cannot check, and questions that only look like gates.</summary>
public sealed class Gates
{
    private readonly Func<string, Task<bool>> _lookup;
    private readonly IReadOnlyCollection<string>? _allowedNetworks;

    public Gates(Func<string, Task<bool>> lookup, IReadOnlyCollection<string>? allowedNetworks)
    {
        _lookup = lookup;
        _allowedNetworks = allowedNetworks;
    }

    public async Task<bool> CanRefund(string? user)
    {
        if (user is null) return false;

        try
        {
            return await _lookup(user);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task<bool> IsTokenRevoked(string token)
    {
        try
        {
            return await _lookup(token);
        }
        catch (TimeoutException)
        {
            return true;
        }
    }

    /// <summary>Without a list, every network may.</summary>
    public bool IsNetworkAllowed(string network) => _allowedNetworks == null || _allowedNetworks.Contains(network);

    public bool ValidatePostCode(string? code)
    {
        if (string.IsNullOrEmpty(code)) return true;

        return code.Length == 5 && code.All(char.IsDigit);
    }
}
