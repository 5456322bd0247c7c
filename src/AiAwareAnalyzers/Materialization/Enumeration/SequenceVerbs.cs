namespace AiAwareAnalyzers.Materialization.Enumeration;

/// <summary>What a call does to the sequence it is made on.</summary>
internal enum Verb
{
    /// <summary>Not known.</summary>
    Other,

    /// <summary>Another view of the same rows: <c>AsEnumerable</c>, <c>AsNoTracking</c>, <c>Include</c>.</summary>
    View,

    /// <summary><c>Where</c>, <c>OfType</c>, <c>Distinct</c>.</summary>
    Filter,

    /// <summary><c>Select</c>.</summary>
    Project,

    /// <summary><c>OrderBy</c>, <c>ThenBy</c>, <c>Reverse</c>.</summary>
    Order,

    /// <summary><c>Take</c>, <c>Skip</c>, <c>Chunk</c>.</summary>
    Page,

    /// <summary><c>Concat</c>, <c>Join</c>, <c>GroupBy</c>, <c>SelectMany</c>: sequences made of sequences.</summary>
    Combine,

    /// <summary><c>Count</c>, <c>LongCount</c>.</summary>
    Count,

    /// <summary><c>Any</c>, <c>All</c>, <c>Contains</c>.</summary>
    Test,

    /// <summary><c>First</c>, <c>Single</c>, <c>Last</c>, <c>ElementAt</c>.</summary>
    Pick,

    /// <summary><c>Sum</c>, <c>Max</c>, <c>Aggregate</c>.</summary>
    Fold,

    /// <summary><c>ToList</c>, <c>ToArray</c>: every element, in order, in memory.</summary>
    List,

    /// <summary><c>ToDictionary</c>, <c>ToHashSet</c>, <c>ToLookup</c>: every element, by key.</summary>
    Index,

    /// <summary><c>ForEachAsync</c>, <c>Load</c>: every element is used.</summary>
    Consume,
}

/// <summary>What an operator does, by its name.</summary>
internal static class SequenceVerbs
{
    private static readonly Dictionary<string, Verb> Known = new()
    {
        ["AsEnumerable"] = Verb.View,
        ["AsAsyncEnumerable"] = Verb.View,
        ["ToAsyncEnumerable"] = Verb.View,
        ["AsQueryable"] = Verb.View,
        ["AsNoTracking"] = Verb.View, ["AsNoTrackingWithIdentityResolution"] = Verb.View, ["AsTracking"] = Verb.View,
        ["AsSplitQuery"] = Verb.View,
        ["AsSingleQuery"] = Verb.View,
        ["Include"] = Verb.View,
        ["ThenInclude"] = Verb.View,
        ["IgnoreQueryFilters"] = Verb.View,
        ["IgnoreAutoIncludes"] = Verb.View,
        ["TagWith"] = Verb.View,
        ["TagWithCallSite"] = Verb.View,
        ["Cast"] = Verb.View,
        ["Where"] = Verb.Filter, ["OfType"] = Verb.Filter, ["Distinct"] = Verb.Filter, ["DistinctBy"] = Verb.Filter,
        ["Select"] = Verb.Project,
        ["OrderBy"] = Verb.Order,
        ["OrderByDescending"] = Verb.Order,
        ["ThenBy"] = Verb.Order,
        ["ThenByDescending"] = Verb.Order,
        ["Order"] = Verb.Order, ["OrderDescending"] = Verb.Order, ["Reverse"] = Verb.Order,
        ["Take"] = Verb.Page,
        ["TakeLast"] = Verb.Page,
        ["TakeWhile"] = Verb.Page,
        ["Skip"] = Verb.Page,
        ["SkipLast"] = Verb.Page,
        ["SkipWhile"] = Verb.Page,
        ["Chunk"] = Verb.Page,
        ["Concat"] = Verb.Combine,
        ["Append"] = Verb.Combine,
        ["Prepend"] = Verb.Combine,
        ["Union"] = Verb.Combine,
        ["UnionBy"] = Verb.Combine,
        ["Except"] = Verb.Combine,
        ["ExceptBy"] = Verb.Combine,
        ["Intersect"] = Verb.Combine,
        ["IntersectBy"] = Verb.Combine,
        ["Join"] = Verb.Combine,
        ["GroupJoin"] = Verb.Combine,
        ["LeftJoin"] = Verb.Combine,
        ["RightJoin"] = Verb.Combine,
        ["Zip"] = Verb.Combine,
        ["GroupBy"] = Verb.Combine,
        ["SelectMany"] = Verb.Combine,
        ["DefaultIfEmpty"] = Verb.Combine,
        ["Index"] = Verb.Combine,
        ["Count"] = Verb.Count, ["LongCount"] = Verb.Count, ["CountBy"] = Verb.Combine, ["AggregateBy"] = Verb.Combine,
        ["Any"] = Verb.Test, ["All"] = Verb.Test, ["Contains"] = Verb.Test, ["SequenceEqual"] = Verb.Test,
        ["First"] = Verb.Pick, ["FirstOrDefault"] = Verb.Pick, ["Single"] = Verb.Pick, ["SingleOrDefault"] = Verb.Pick,
        ["Last"] = Verb.Pick,
        ["LastOrDefault"] = Verb.Pick,
        ["ElementAt"] = Verb.Pick,
        ["ElementAtOrDefault"] = Verb.Pick,
        ["Sum"] = Verb.Fold,
        ["Min"] = Verb.Fold,
        ["Max"] = Verb.Fold,
        ["MinBy"] = Verb.Fold,
        ["MaxBy"] = Verb.Fold,
        ["Average"] = Verb.Fold,
        ["Aggregate"] = Verb.Fold,
        ["ToList"] = Verb.List, ["ToArray"] = Verb.List,
        ["ToDictionary"] = Verb.Index, ["ToHashSet"] = Verb.Index, ["ToLookup"] = Verb.Index,
        ["ForEach"] = Verb.Consume,
        ["Load"] = Verb.Consume,
        ["ExecuteDelete"] = Verb.Consume,
        ["ExecuteUpdate"] = Verb.Consume,
    };

    /// <summary>The names of all known operators; each has an asynchronous form somewhere.</summary>
    internal static IEnumerable<string> Names => Known.Keys;

    public static Verb Of(string name)
    {
        if (Known.TryGetValue(name, out var verb)) return verb;
        const string Async = "Async";
        return name.EndsWith(Async, StringComparison.Ordinal)
            && Known.TryGetValue(name[..^Async.Length], out verb) ? verb : Verb.Other;
    }
}
