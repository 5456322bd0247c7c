using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Enumeration;

namespace AiAwareAnalyzers.Materialization.Looping;

/// <summary>How a call leaves the process.</summary>
internal enum Trip
{
    None,

    /// <summary>A query that is evaluated: <c>FirstAsync</c>, <c>ToList</c>.</summary>
    Query,

    /// <summary>A row by its key: <c>Find</c>.</summary>
    Key,

    /// <summary>What belongs to a row: <c>Entry(row).Collection(…).Load()</c>.</summary>
    Relation,

    /// <summary>A statement: Dapper, ADO.NET.</summary>
    Statement,

    /// <summary>A request.</summary>
    Request,
}

/// <summary>Calls that wait for a database or another machine.</summary>
internal sealed class RoundTrips
{
    /// <summary>The types that send statements and requests.</summary>
    internal static readonly ImmutableArray<string> StatementTypes = ImmutableArray.Create(
        "Dapper.SqlMapper", "System.Data.Common.DbCommand", "System.Data.IDbCommand");
    internal static readonly ImmutableArray<string> RequestTypes = ImmutableArray.Create(
        "System.Net.Http.HttpClient", "System.Net.Http.Json.HttpClientJsonExtensions");

    private readonly Sequences _sequences;
    private readonly ImmutableHashSet<INamedTypeSymbol> _statements;
    private readonly ImmutableHashSet<INamedTypeSymbol> _requests;
    private readonly EntityFramework _ef;

    private RoundTrips(Compilation compilation)
    {
        _sequences = Sequences.Of(compilation);
        _ef = EntityFramework.Of(compilation);
        _statements = Resolve(compilation, StatementTypes);
        _requests = Resolve(compilation, RequestTypes);
    }

    public static RoundTrips Of(Compilation compilation) => Facts.Of(compilation, static c => new RoundTrips(c));

    /// <summary>Whether a call leaves the process, and how.</summary>
    public Trip Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (_requests.Contains(method.ContainingType)) return IsRequest(method.Name) ? Trip.Request : Trip.None;
        if (IsStatement(method)) return Trip.Statement;
        if (method.Name is "Find" or "FindAsync"
            && call.Instance is { } set
            && (_ef.IsContext(set.Type) || _sequences.IsQuery(set.Type)))
            return Trip.Key;
        if (method.Name is "Get" or "GetAsync" && _ef.IsSession(call.Instance?.Type)) return Trip.Key;
        if (method.Name is "Load" or "LoadAsync" && IsEntry(method.ContainingType)) return Trip.Relation;
        return _sequences.CallOf(call) is { IsDeferred: false } query && _sequences.IsQuery(query.Source.Bare().Type)
            ? Trip.Query
            : Trip.None;
    }

    private bool IsStatement(IMethodSymbol method) =>
        (method.Name.StartsWith("Query", StringComparison.Ordinal)
            || method.Name.StartsWith("ExecuteReader", StringComparison.Ordinal)
            || method.Name.StartsWith("ExecuteScalar", StringComparison.Ordinal))
        && method.ContainingType.SelfAndBases().OfType<INamedTypeSymbol>().Any(_statements.Contains);

    private static bool IsRequest(string name) =>
        name is "SendAsync" or "Send"
        || name.StartsWith("Get", StringComparison.Ordinal)
        || name.StartsWith("Post", StringComparison.Ordinal)
        || name.StartsWith("Put", StringComparison.Ordinal)
        || name.StartsWith("Patch", StringComparison.Ordinal) || name.StartsWith("Delete", StringComparison.Ordinal);

    private static bool IsEntry(ITypeSymbol type) =>
        type.SelfAndBases().Any(current =>
            current is { Name: "NavigationEntry" or "CollectionEntry" or "ReferenceEntry",
                ContainingNamespace.Name: "ChangeTracking" });

    private static ImmutableHashSet<INamedTypeSymbol> Resolve(Compilation compilation, ImmutableArray<string> names) =>
        names.SelectMany(name => compilation.GetTypesByMetadataName(name))
            .ToImmutableHashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
}
