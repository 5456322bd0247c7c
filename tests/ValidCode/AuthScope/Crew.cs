namespace ValidCode.AuthScope;

public enum Duty
{
    Cook,
    Guard,
}

public sealed record Sailor(int Id, int UserId, Duty Duty);

/// <summary>An aggregate looks through its own parts: by user where a user is asked for, or by duty.</summary>
public sealed class Crew
{
    private readonly List<Sailor> _sailors = [];

    public void Hire(int id, int user, Duty duty)
    {
        if (!Has(user)) _sailors.Add(new Sailor(id, user, duty));
    }

    public bool Has(int user) => _sailors.Any(sailor => sailor.UserId == user);

    public Sailor? Find(int user) => _sailors.FirstOrDefault(sailor => sailor.UserId == user);

    public void Dismiss(int user) => _sailors.RemoveAll(sailor => sailor.UserId == user);

    public IEnumerable<Sailor> With(Duty duty) => _sailors.Where(sailor => sailor.Duty == duty);

    public bool CanCook() => _sailors.Any(sailor => sailor.Duty == Duty.Cook);
}
