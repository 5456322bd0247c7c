using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Allotment;

public interface IPlotAccess
{
    bool HasAccess(int gardenId);
}

public sealed class PlotAccess : IPlotAccess
{
    private readonly HashSet<int> _open = new();

    public bool HasAccess(int gardenId) => _open.Contains(gardenId);
}

public interface IPlots
{
    bool Plant(int gardenId, int plotId, string crop);
}

/// <summary>Permission on a garden, and a plot of that garden.</summary>
public sealed class Plots : IPlots
{
    private readonly IPlotAccess _access;
    private readonly Gardens _gardens;

    public Plots(Gardens gardens, IPlotAccess access)
    {
        _gardens = gardens;
        _access = access;
    }

    public bool Plant(int gardenId, int plotId, string crop)
    {
        if (!_access.HasAccess(gardenId)) return false;
        if (_gardens.Plots.Find(plotId) is not { } plot || plot.GardenId != gardenId) return false;

        plot.Crop = crop;
        _gardens.SaveChanges();
        return true;
    }
}

public interface IGateCodes
{
    bool Opens(int gate, string accessCode);
}

public sealed class GateCodes : IGateCodes
{
    private readonly Dictionary<int, byte[]> _hashes = new();

    public bool Opens(int gate, string accessCode) =>
        _hashes.TryGetValue(gate, out var hash)
        && CryptographicOperations.FixedTimeEquals(hash, SHA256.HashData(Encoding.UTF8.GetBytes(accessCode)));
}

/// <summary>Where no gate has a lock, nothing opens and nothing is asked.</summary>
public sealed class NullGateCodes : IGateCodes
{
    public bool Opens(int gate, string accessCode) => false;
}

public sealed class Gardener
{
    public string Name { get; set; } = "";
}

/// <summary>What the framework hands over is taken, needed or not.</summary>
public sealed class NoReuse : IPasswordValidator<Gardener>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Gardener> manager, Gardener user, string? password) =>
        Task.FromResult(string.IsNullOrEmpty(user.Name)
            ? IdentityResult.Failed(new IdentityError { Description = "A gardener needs a name" })
            : IdentityResult.Success);
}
