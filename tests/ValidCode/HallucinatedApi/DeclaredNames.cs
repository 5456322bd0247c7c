// Names in declarations that look like slips or like another language's, and that this project gives a meaning.
using System;
using System.Collections;
using System.Collections.Generic;
using StringBuffer = System.Text.StringBuilder;

namespace ValidCode.HallucinatedApi;

/// <summary>Type parameters, aliases, nested and inherited types, and types of a neighbour namespace.</summary>
public abstract class LinkedHashMap<TKeyy, Dictionry>
    where TKeyy : notnull
    where Dictionry : IEnumerable<TKeyy>, new()
{
    public StringBuffer? Text { get; init; }

    protected internal sealed record Integer(int Value);

    public abstract Dictionry Of(
        TKeyy key, List<TKeyy>.Enumerator rest, global::System.Environment.SpecialFolder folder);
}

public sealed class IntegerMap : LinkedHashMap<int, List<int>>, IEnumerable<int>
{
    private readonly Integer _first = new(1);

    public event EventHandler<EventArgs>? Filled;

    public int this[nint at, (int Row, int[,] Cells)? cell] => _first.Value + (int)at + (cell?.Row ?? 0);

    public override List<int> Of(int key, List<int>.Enumerator rest, Environment.SpecialFolder folder)
    {
        Filled?.Invoke(this, EventArgs.Empty);
        return new() { key, (int)folder };
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public IEnumerator<int> GetEnumerator()
    {
        yield return _first.Value;
    }

    /// <summary>Nearly the name of a member that the interface has, beside it.</summary>
    public IEnumerator<int> GetEnumerators() => GetEnumerator();
}

public interface IReader
{
    int Read(int count);

    int Peek() => 0;
}

/// <summary>An interface with a default, a member of its name with other parameters, and an explicit one.</summary>
public sealed class CountingReader : IReader
{
    int IReader.Read(int count) => Read((long)count);

    public int Read(long count) => (int)count;

    public int Peeked() => Read(1L);
}
