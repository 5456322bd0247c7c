using System.Collections.Concurrent;
using System.Security.Claims;

namespace Parcels;

public sealed record Address(string Street, string City);

public sealed record ParcelForm(string OwnerId, Address To, decimal Weight);

public sealed record ComplaintForm(string Text);

public sealed record Complaint(string Code, string CustomerId, string Text);

public sealed record Parcel(string Code, string OwnerId, Address To, decimal Weight, string State);

public sealed record Driver(string Id, string Name, string Area);

/// <summary>What the company knows about its parcels, drivers and prices.</summary>
public sealed class Depot
{
    private readonly ConcurrentDictionary<string, Parcel> _parcels = new();
    private readonly ConcurrentDictionary<string, Driver> _drivers = new();
    private readonly ConcurrentDictionary<string, decimal> _tariffs = new();
    private readonly ConcurrentDictionary<string, int> _bays = new();
    private readonly ConcurrentQueue<Complaint> _complaints = new();

    public IEnumerable<Parcel> Parcels => _parcels.Values;

    public IEnumerable<Driver> Drivers => _drivers.Values;

    public IReadOnlyDictionary<string, decimal> Tariffs => _tariffs;

    public IReadOnlyDictionary<string, int> Bays => _bays;

    public Parcel? Find(string code) => _parcels.TryGetValue(code, out var parcel) ? parcel : null;

    public IEnumerable<Parcel> Of(string? owner) => _parcels.Values.Where(parcel => parcel.OwnerId == owner);

    public Parcel Accept(ParcelForm form)
    {
        var parcel = new Parcel(Guid.NewGuid().ToString("N"), form.OwnerId, form.To, form.Weight, "accepted");
        return _parcels.GetOrAdd(parcel.Code, parcel);
    }

    public bool Redirect(string code, Address address) =>
        Find(code) is { } parcel && _parcels.TryUpdate(code, parcel with { To = address }, parcel);

    public bool Advance(string code, string state) =>
        Find(code) is { } parcel && _parcels.TryUpdate(code, parcel with { State = state }, parcel);

    public bool Remove(string code) => _parcels.TryRemove(code, out _);

    public void Complain(Complaint complaint) => _complaints.Enqueue(complaint);

    public void SetTariff(string zone, decimal price) => _tariffs[zone] = price;

    public bool DropTariff(string zone) => _tariffs.TryRemove(zone, out _);

    public Driver Hire(Driver driver) => _drivers.GetOrAdd(driver.Id, driver);

    public bool Assign(string id, string area) =>
        _drivers.TryGetValue(id, out var driver) && _drivers.TryUpdate(id, driver with { Area = area }, driver);

    public bool Dismiss(string id) => _drivers.TryRemove(id, out _);

    public void SetBays(string depot, int bays) => _bays[depot] = bays;

    public bool Close(string depot) => _bays.TryRemove(depot, out _);
}

/// <summary>The scopes of a token: one claim, whole values separated by blanks.</summary>
public static class Scopes
{
    public static string[] Of(ClaimsPrincipal user) =>
        user.FindFirst("scope")?.Value.Split(' ') ?? Array.Empty<string>();
}
