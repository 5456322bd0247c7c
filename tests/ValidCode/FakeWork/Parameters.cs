namespace ValidCode.FakeWork;

/// <summary>Parameters that narrow what one asks for, and are read, or are somebody else's wish.</summary>
public sealed class Parameters(List<string> names) : IFormattable
{
    public List<string> Find(string search, int page, int pageSize) =>
        names.Where(name => name.Contains(search)).Skip((page - 1) * pageSize).Take(pageSize).ToList();

    public List<string> Sorted(string sortBy) =>
        sortBy == "length" ? names.OrderBy(name => name.Length).ToList() : names;

    public string ToString(string? format, IFormatProvider? formatProvider) => string.Join(",", names.Order());

    /// <summary>One of two behind a contract; the other reads what it is given.</summary>
    public sealed class Everything(List<string> names) : INames
    {
        public List<string> List(string search) => names.Order().ToList();
    }

    public sealed class Matching(List<string> names) : INames
    {
        public List<string> List(string search) => names.Where(name => name == search).ToList();
    }

    public interface INames
    {
        List<string> List(string search);
    }
}
