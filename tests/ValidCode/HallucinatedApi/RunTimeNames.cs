using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ValidCode.HallucinatedApi;

/// <summary>Members that are there, private, inherited, explicit or made by the compiler.</summary>
public class Crate : IComparable<Crate>
{
    private readonly Dictionary<string, string> _labels = new();

    public string Address { get; private set; } = "";

    protected virtual decimal Weight => _labels.Count;

    int IComparable<Crate>.CompareTo(Crate? other) => Weight.CompareTo(other?.Weight);

    private void Seal(string by) => _labels["sealed"] = by;
}

public sealed class Letter : Crate
{
    public bool IsRegistered { get; init; }
}

public sealed record Stamp(decimal Value, string Motif);

public enum Service { Standard, Express }

/// <summary>Names that are looked up where they are, or by code that is ready for finding nothing.</summary>
public static class Lookups
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    private static readonly MethodInfo Seal = typeof(Crate)
        .GetMethod("Seal", Hidden, null, new[] { typeof(string) }, null)!;

    // Weavers of the scales add it after the build.
    private static readonly MethodInfo? Weigh = typeof(Letter).GetMethod("WeighTwice");

    public static object?[] All(Letter letter, Crate parcel) => new object?[]
    {
        typeof(Letter).GetProperty("Address")!.GetValue(letter),
        typeof(Letter).GetProperty("Weight", Hidden)!.GetValue(letter),
        typeof(Crate).GetField("_labels", Hidden)!.GetValue(parcel),
        typeof(Crate).GetField("<Address>k__BackingField", Hidden)!.GetValue(parcel),
        typeof(Crate)
            .GetMethod("System.IComparable<ValidCode.HallucinatedApi.Crate>.CompareTo", Hidden)!
            .Invoke(parcel, new object[] { letter }),
        typeof(Stamp).GetMethod("<Clone>$")!.Invoke(new Stamp(1, "tower"), null),
        typeof(Stamp).GetConstructor(new[] { typeof(decimal), typeof(string) })!.Invoke(new object[] { 1m, "bridge" }),
        parcel.GetType().GetProperty("IsRegistered")!.GetValue(parcel),
        Weigh?.Invoke(letter, null) ?? Seal.Invoke(parcel, new object[] { "clerk" }),
        Enum.Parse<Service>("express", ignoreCase: true),
        Enum.TryParse("Standard", out Service service) ? service : Service.Express,
        Type.GetType("ValidCode.HallucinatedApi.Letter"),
        Type.GetType("Couriers.Plugin, Couriers", throwOnError: false),
        Activator.CreateInstance(typeof(Letter)),
        Expression.Property(Expression.Parameter(typeof(Letter)), "isRegistered"),
    };

    public static string? Street(JsonElement address) => address.GetProperty("stret").GetString();

    public static object? Read<T>(T value, string name) =>
        typeof(T).GetProperty("Owner")?.GetValue(value) ?? typeof(T).GetProperty(name)!.GetValue(value);

    public static MethodInfo? Async(Type type) => type.GetMethod("RunAsync") ?? typeof(Uri).GetMethod("Run");

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Weight")]
    public static extern decimal WeightOf(Crate parcel);
}

/// <summary>Dynamic values that have what is asked of them, or may have it.</summary>
public static class DynamicParcels
{
    public static decimal Weigh(dynamic parcel, object other)
    {
        dynamic letter = new Letter { IsRegistered = true };
        dynamic stamp = new Stamp(1, "tower");
        dynamic unknown = other;
        var weight = letter.IsRegistered ? (decimal)stamp.Value : 0m;
        return weight + parcel.Weight + unknown.Weight;
    }
}
