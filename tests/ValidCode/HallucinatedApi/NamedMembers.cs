using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace ValidCode.HallucinatedApi.Named;

/// <summary>Strings that name what is there, as each reader looks for it.</summary>
[DebuggerDisplay("{Label,nq} \\{{_weight}\\} {Parts.Count} {Parts[0].Name.Length} {Describe(3),nq}")]
[DebuggerTypeProxy("ValidCode.HallucinatedApi.Named.Parcel+View")]
[Microsoft.EntityFrameworkCore.Index("Label", nameof(Weight))]
[Index("TenantKey")]
public class Parcel : Observable
{
    private int _weight = 1;

    public int Id { get; set; }

    public string Label { get; set; } = "";

    public int Weight
    {
        get => _weight;
        set
        {
            if (value < 0) throw new ArgumentOutOfRangeException("value");
            SetProperty(ref _weight, value, "Weight");
            OnPropertyChanged("Item[]");
            OnPropertyChanged("");
        }
    }

    public string Repeated { get; set; } = "";

    [Compare("Label")]
    public string Confirmed { get; set; } = "";

    public int RecipientNumber { get; set; }

    [ForeignKey("RecipientNumber")]
    public Recipient? Recipient { get; set; }

    [ForeignKey("CarrierKey")]
    public Recipient? Carrier { get; set; }

    [InverseProperty("Parcel")]
    public List<Part> Parts { get; } = [];

    private string Describe(int length) => Label.PadLeft(length);

    private class View(Parcel parcel)
    {
        public string Text => parcel.Describe(1);
    }
}

public class Part
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public Parcel? Parcel { get; set; }
}

public class Recipient
{
    public int Id { get; set; }
}

public class Observable : INotifyPropertyChanged
{
    public event PropertyChangedEventHandler? PropertyChanged;

    protected void OnPropertyChanged([CallerMemberName] string? name = null) =>
        PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(name));

    protected void SetProperty<T>(ref T field, T value, [CallerMemberName] string? name = null)
    {
        field = value;
        OnPropertyChanged(name);
    }

    public void Forward(object sender) => PropertyChanged?.Invoke(sender, new PropertyChangedEventArgs("Balance"));
}

public class Parcels(DbContextOptions<Parcels> options, string tenant) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Parcel>().Property<string>("TenantKey");
        modelBuilder.Entity<Parcel>().HasQueryFilter(parcel => EF.Property<string>(parcel, "TenantKey") == tenant);
        modelBuilder.Entity<Part>().HasIndex("Name", "ParcelId");
    }

    public Task<List<Parcel>> WithPartsAsync(CancellationToken cancellation) =>
        Set<Parcel>().Include("Parts").OrderBy(parcel => parcel.Id).Take(10).ToListAsync(cancellation);
}
