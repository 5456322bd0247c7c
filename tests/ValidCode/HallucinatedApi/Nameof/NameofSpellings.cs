using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ValidCode.HallucinatedApi.Nameof;

/// <summary>
/// Every way to write the name of something: the compiler gives most of them no symbol, and no error.
/// </summary>
[DebuggerDisplay("{" + nameof(Shown) + "(),nq}")]
public class Parcel<TLabel>
{
    public event EventHandler? Shipped;

    public event EventHandler Returned
    {
        add => Shipped += value;
        remove => Shipped -= value;
    }

    public TLabel? Label { get; set; }

    public Parcel<string>? Inner { get; set; }

    public static int Count { get; set; }

    public int Weight;

    public const string Kind = nameof(Kind);

    public string this[int index] => nameof(index);

    public string Shown() => nameof(Shown);

    public void Ship() => Shipped?.Invoke(this, EventArgs.Empty);

    public void Ship(int days) => Ship(days, nameof(days));

    public void Ship<TCarrier>(int days, TCarrier carrier) => Ship();

    public static void Track(string code) => ArgumentNullException.ThrowIfNull(code, nameof(code));

    protected virtual void Pack() => Ship();

    [Conditional("DEBUG")]
    public void Check() => Ship();

    public class Stamp
    {
        public string? Town;

        public void Print() => Console.WriteLine(Town);
    }

    public enum Size
    {
        Small,
        Large,
    }
}

public interface ICarrier
{
    static abstract int Limit { get; }

    void Carry(Parcel<int> parcel);

    void Wait() => Console.WriteLine(nameof(Wait));
}

public static class ParcelExtensions
{
    public static void Weigh(this Parcel<int> parcel) => parcel.Ship();

    public static void NameOf(this Parcel<int> parcel) => parcel.Ship();
}

public abstract class Names : Parcel<int>
{
    private static readonly Parcel<int> Sample = new();

    public static readonly string[] OfMembers =
    [
        nameof(Parcel<int>.Ship), nameof(Parcel<int>.Track), nameof(Parcel<int>.Shipped), nameof(Parcel<int>.Returned),
        nameof(Parcel<int>.Label), nameof(Parcel<int>.Weight), nameof(Parcel<int>.Count), nameof(Parcel<int>.Check),
        nameof(Parcel<int>.Kind), nameof(Parcel<int>.Inner.Label), nameof(Parcel<int>.Inner.Ship),
        nameof(Parcel<int>.Inner.Label.Length), nameof(Parcel<int>.Stamp), nameof(Parcel<int>.Stamp.Print),
        nameof(Parcel<int>.Stamp.Town), nameof(Parcel<int>.Stamp.Town.Trim), nameof(Parcel<int>.Size.Large),
        nameof(Parcel<List<string>>.Label.AddRange), nameof(Parcel<(int Id, string Text)>.Label.Text),
        nameof(Sample.Ship), nameof(Sample.Inner.Ship), nameof(Sample.Shown), nameof(Sample.Label.CompareTo),
        nameof(ICarrier.Carry), nameof(ICarrier.Wait), nameof(ICarrier.Limit), nameof(ParcelExtensions.Weigh),
        nameof(List<int>.ConvertAll), nameof(Dictionary<string, int>.Comparer.GetHashCode), nameof(Console.WriteLine),
        nameof(System.Threading.Tasks.Task.ContinueWith), nameof(global::System.String.Concat), nameof(string.Join),
        nameof(int.TryParse), nameof(object.ReferenceEquals), nameof(object.ToString), nameof(Action.Invoke),
        nameof(AppDomain.ProcessExit), nameof(Names.Pack), nameof(NameOf), nameof(OfMembers), nameof(System.Text),
        nameof(@Sample),
    ];

    public string OfOwn<TValue>(TValue value, int[] numbers)
    {
        void Local(int number) => Console.WriteLine(nameof(number));
        Local(numbers.Length);
        Func<int, string> names = given => nameof(given) + nameof(Local) + nameof(names);
        return nameof(value) + nameof(TValue) + nameof(this.Pack) + nameof(base.Ship) + nameof(base.Pack)
            + nameof(numbers.Length) + nameof(numbers.Rank.CompareTo) + nameof(OfOwn) + names(1) + NameOf(value);
    }

    public static string NameOf(object? nameOf) => nameof(nameOf);

    [return: NotNullIfNotNull(nameof(given))]
    [Obsolete(nameof(OfAttributes) + nameof(Parcel<int>.Ship) + nameof(Sample.Ship))]
    public string? OfAttributes(
        string? given, [CallerArgumentExpression(nameof(given))] string? text = nameof(Parcel<int>.Track)) => text;

    [MemberNotNull(nameof(Label))]
    public abstract void Fill();

    public string OfEvents(AppDomain domain) => nameof(domain.ProcessExit) + nameof(domain.GetAssemblies);

    public string OfQueries(IEnumerable<Parcel<int>> parcels) =>
        string.Concat(from parcel in parcels
                      let inner = parcel.Inner
                      where nameof(parcel.Inner.Ship).Length > 0
                      select nameof(inner.Ship) + nameof(parcel.Shown) + nameof(inner.Label.Length));
}

/// <summary>Groups of methods elsewhere: as delegates, in conditions, and through <c>dynamic</c>.</summary>
public class Groups(Parcel<int> parcel)
{
    public readonly Action<int>? Later = parcel.Ship;

    public Delegate Untyped => (Action<string>)Parcel<int>.Track;

    public Action Chosen(bool now) => now ? parcel.Ship : parcel.Weigh;

    public Action Extended => parcel.Weigh;

    public object Boxed => (Action)parcel.Weigh;

    public string Dynamic(dynamic anything) => anything.Whatever(nameof(anything)) + anything.Other;

    public bool IsLarge(Parcel<int>.Size size) => size is Parcel<int>.Size.Large;

    public void Subscribe(AppDomain domain)
    {
        domain.ProcessExit += OnExit;
        parcel.Shipped -= OnExit;
        parcel.Check();
        _ = new Thread(parcel.Ship);
        Parallel.Invoke(parcel.Ship, () => parcel.Check());
    }

    private void OnExit(object? sender, EventArgs e) => parcel.Ship();
}

/// <summary>Words of the language where names of types stand.</summary>
public class Constraints<TPixel, TKey, TValue>
    where TPixel : unmanaged, IComparable<TPixel>
    where TKey : notnull
    where TValue : struct
{
    public void Encode<T>(T pixel)
        where T : unmanaged, IEquatable<T> => Console.WriteLine(pixel.Equals(default));

    public TKey Key<T>(Dictionary<TKey, T> all)
        where T : notnull => all.Keys.First();

    public Type Open => typeof(Dictionary<,>);

    public nint Handle(nint given, dynamic other) => given + (nint)other;

    public static bool Take<T>(T? given)
        where T : class, new() => given is { } and T;
}
