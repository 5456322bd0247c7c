using System.Text;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.HallucinatedApi.Requests;

/// <summary>The address of a request, as far as the code knows it.</summary>
internal sealed class RequestPath
{
    /// <summary>Stands for a value that fills one segment, or a part of one.</summary>
    private const char Hole = '\uFFFC';

    /// <summary>Stands for a value that may be several segments, or a query.</summary>
    private const char Anything = '\uFFFD';

    private static readonly char[] Ends = ['?', '#'];

    private RequestPath(string address)
    {
        var end = address.IndexOfAny(Ends);
        var path = TakeHost(end < 0 ? address : address[..end]);
        IsRooted = path.StartsWith("/", StringComparison.Ordinal);
        // What an address begins with, and nobody knows, is where the service is.
        if (path.Length > 0 && path[0] is Hole or Anything) path = path[1..];
        var segments = path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        HasOpenEnd = segments.Length > 0 && IsOpenEnd(segments[^1]);
        IsReadable = path.IndexOf(Anything) is var open && (open < 0 || (open == path.Length - 1 && end < 0));
        if (HasOpenEnd) segments[^1] = segments[^1].TrimEnd(Hole, Anything);
        Segments = segments.Where(segment => segment.Length > 0)
            .Select(segment => segment.IndexOf(Hole) >= 0 ? null : segment)
            .ToImmutableArray();
        Text = "/" + string.Join("/", Segments.Select(segment => segment ?? "{…}"));
        ReadQuery(end < 0 || address[end] == '#' ? "" : address[(end + 1)..].Split('#')[0]);
    }

    /// <summary>Each segment of the path; null where it is known only when the program runs.</summary>
    public ImmutableArray<string?> Segments { get; }

    /// <summary>Whether it begins at the root of its host, whatever the base address is.</summary>
    public bool IsRooted { get; }

    /// <summary>The host that is written; null where there is none, or nobody knows it.</summary>
    public string? Host { get; private set; }

    /// <summary>Whether more may follow: segments, or a query.</summary>
    public bool HasOpenEnd { get; }

    /// <summary>The parameters behind the question mark; the value is null where the code does not know it.</summary>
    public ImmutableArray<(string Name, string? Value)> Query { get; private set; } =
        ImmutableArray<(string Name, string? Value)>.Empty;

    /// <summary>Whether there are no other parameters.</summary>
    public bool HasWholeQuery { get; private set; }

    /// <summary>The path for a message.</summary>
    public string Text { get; }

    private bool IsReadable { get; }

    /// <summary>Null where the code does not know enough of the address.</summary>
    public static RequestPath? Of(Template template, Func<Hole, string?> known)
    {
        var address = new StringBuilder();
        foreach (var part in template.Parts)
            if (part is Literal literal) address.Append(literal.Text);
            else if (part is Hole hole && known(hole) is { } text) address.Append(text);
            else address.Append(part is Hole value && !HoleNames.MayBePath(value) ? Hole : Anything);
        var path = new RequestPath(address.ToString());
        return path.IsReadable && path.Segments.Any(segment => segment is not null) ? path : null;
    }

    /// <summary>A path that is written with names in braces, as in attributes and routes.</summary>
    public static RequestPath? OfRoute(string route)
    {
        var address = new StringBuilder();
        var depth = 0;
        foreach (var letter in route)
        {
            if (letter == '{' && depth++ == 0) address.Append(Hole);
            else if (letter == '}' && depth > 0) depth--;
            else if (depth == 0) address.Append(letter);
        }

        var path = new RequestPath(address.ToString());
        return path.Segments.Any(segment => segment is not null) ? path : null;
    }

    /// <summary>Takes more parameters, whose values nobody knows.</summary>
    public RequestPath With(IEnumerable<string> parameters, bool isWhole)
    {
        Query = Query.AddRange(parameters.Select(static name => (name, (string?)null)));
        HasWholeQuery &= isWhole;
        return this;
    }

    private string TakeHost(string path)
    {
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return path;
        var host = path[(scheme + 3)..];
        var end = host.IndexOf('/');
        var name = (end < 0 ? host : host[..end]).Split(':')[0];
        Host = name.IndexOf(Hole) >= 0 || name.IndexOf(Anything) >= 0 ? null : name;
        return end < 0 ? "" : host[end..];
    }

    private static bool IsOpenEnd(string last) => last[^1] == Anything || (last[^1] == Hole && last[0] != Hole);

    private void ReadQuery(string query)
    {
        HasWholeQuery = !HasOpenEnd && query.IndexOf(Anything) < 0;
        var read = ImmutableArray.CreateBuilder<(string Name, string? Value)>();
        foreach (var parameter in query.Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = parameter.Split(['='], 2);
            if (parts[0].IndexOf(Hole) >= 0 || parts[0].IndexOf(Anything) >= 0) HasWholeQuery = false;
            else read.Add((parts[0], parts.Length > 1 && IsKnown(parts[1]) ? parts[1] : null));
        }

        Query = read.ToImmutable();
    }

    private static bool IsKnown(string value) => value.IndexOf(Hole) < 0 && value.IndexOf(Anything) < 0;
}
