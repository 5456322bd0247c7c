using System.Collections.Concurrent;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>Which calls leave the process, and by which exceptions they say that this failed.</summary>
internal sealed class InputOutput
{
    private static readonly ImmutableDictionary<string, Reach> Namespaces = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, Reach>
        {
            ["System.IO"] = Reach.File,
            ["System.IO.Compression"] = Reach.File,
            ["System.Net"] = Reach.Socket,
            ["System.Net.Http"] = Reach.Http,
            ["System.Net.Http.Json"] = Reach.Http,
            ["System.Net.Mail"] = Reach.Socket,
            ["System.Net.NetworkInformation"] = Reach.Socket,
            ["System.Net.Sockets"] = Reach.Socket,
            ["System.Net.WebSockets"] = Reach.Socket,
            ["System.Data"] = Reach.Database,
            ["System.Data.Common"] = Reach.Database,
            ["System.Data.SqlClient"] = Reach.Database,
            ["Microsoft.Data.SqlClient"] = Reach.Database,
            ["Microsoft.Data.Sqlite"] = Reach.Database,
            ["Microsoft.EntityFrameworkCore"] = Reach.Database,
            ["Npgsql"] = Reach.Database,
            ["Dapper"] = Reach.Database,
            ["MySqlConnector"] = Reach.Database,
            ["MongoDB.Driver"] = Reach.Database,
            ["StackExchange.Redis"] = Reach.Database,
            ["System.Text.Json"] = Reach.Json,
            ["Newtonsoft.Json"] = Reach.Json,
            ["Microsoft.JSInterop"] = Reach.Script,
            ["Microsoft.AspNetCore.Components"] = Reach.Script,
        });

    /// <summary>Types in these namespaces that only compute.</summary>
    private static readonly ImmutableHashSet<string> Pure = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Path", "MemoryStream", "StringReader", "StringWriter", "WebUtility", "IPAddress", "IPEndPoint", "DataTable", "DataRow", "DataSet", "DataColumn", "JsonSerializerOptions",
        "StringContent", "ByteArrayContent", "FormUrlEncodedContent", "HttpRequestMessage", "HttpMethod", "NetworkCredential", "MailMessage", "MailAddress", "JsonElement",
        "JsonProperty", "ModelBuilder", "MultipartFormDataContent", "DynamicParameters", "Cookie", "HttpRequestHeaders", "HttpHeaders", "StreamContent", "HttpClientHandler",
        "EndPoint", "DnsEndPoint", "CookieContainer", "Attachment", "RedisKey", "RedisValue", "FileAttributes");

    /// <summary>Members of the others that only compute, or only hold.</summary>
    private static readonly ImmutableHashSet<string> PureMembers = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Add", "AddRange", "Update", "Remove", "RemoveRange", "Attach", "Entry", "Set", "Where", "Select", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Take",
        "Skip", "Include", "ThenInclude", "AsNoTracking", "AsQueryable", "Dispose", "Close", "CreateParameter", "AddWithValue", "IsMatch", "CreateCommand", "EnsureSuccessStatusCode",
        "ToString", "Equals", "GetHashCode", "GetType", "TryAddWithoutValidation");

    private readonly ConcurrentDictionary<INamespaceSymbol, Reach> _reach = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private readonly PrivateFunctions _functions;

    private InputOutput(Compilation compilation)
    {
        _compilation = compilation;
        _functions = PrivateFunctions.Of(compilation);
    }

    public static InputOutput Of(Compilation compilation) => Facts.Of(compilation, static c => new InputOutput(c));

    /// <summary>The exceptions by which the APIs say that they could not.</summary>
    internal static ImmutableArray<(Reach Reach, string Exception)> DocumentedFailures { get; } = ImmutableArray.Create(
        (Reach.File, "System.IO.IOException"),
        (Reach.File, "System.UnauthorizedAccessException"),
        (Reach.Http, "System.Net.Http.HttpRequestException"),
        (Reach.Database, "System.Data.Common.DbException"),
        (Reach.Save, "Microsoft.EntityFrameworkCore.DbUpdateException"),
        (Reach.Socket, "System.Net.Sockets.SocketException"),
        (Reach.Json, "System.Text.Json.JsonException"));

    /// <summary>What a call reaches for.</summary>
    public Reach ReachOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (PureMembers.Contains(method.Name)) return Reach.None;
        if (method.ContainingType is not { } type || Pure.Contains(type.Name)) return Reach.None;
        if (type is { Name: "Process", ContainingNamespace.Name: "Diagnostics" } && method.Name == "Start") return Reach.Process;
        return ReachOf(type.ContainingNamespace) | OfName(method.Name, type);
    }

    /// <summary>What the private function that is called reaches for.</summary>
    public Reach ReachBehind(IInvocationOperation call)
    {
        var reach = Reach.None;
        if (_functions.BodyOf(call) is not { } body) return reach;
        foreach (var operation in Operations.Own(body, CatchesAll))
            if (operation is IInvocationOperation inner) reach |= ReachOf(inner);
            else if (operation is IObjectCreationOperation creation) reach |= ReachOf(creation);
        return reach;
    }

    /// <summary>Nothing comes out of it.</summary>
    private static bool CatchesAll(IOperation operation) =>
        operation is ITryOperation attempt && attempt.Catches.Any(static clause => clause is { Filter: null, ExceptionType: { SpecialType: SpecialType.System_Object } or { Name: "Exception" } });

    /// <summary>What the members of a namespace do besides.</summary>
    private static Reach OfName(string name, INamedTypeSymbol type) => type.ContainingNamespace.Name switch
    {
        "EntityFrameworkCore" => name.StartsWith("SaveChanges", StringComparison.Ordinal) ? Reach.Save : Reach.None,
        "Json" => name.Contains("FromJson") ? Reach.Json : Reach.None,
        _ => Reach.None,
    };

    /// <summary>What creating an object reaches for: only what opens a file.</summary>
    public Reach ReachOf(IObjectCreationOperation creation) =>
        creation.Type is { Name: "FileStream" or "StreamReader" or "StreamWriter" } && creation.Arguments.FirstOrDefault()?.Value.Type?.SpecialType == SpecialType.System_String
            ? Reach.File
            : Reach.None;

    /// <summary>The exceptions of this compilation that the reached APIs document; none where one of them is unknown.</summary>
    public ImmutableArray<INamedTypeSymbol> FailuresOf(Reach reach)
    {
        var failures = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        var covered = Reach.None;
        foreach (var (what, exception) in DocumentedFailures)
        {
            if ((reach & what) == 0 || _compilation.GetTypeByMetadataName(exception) is not { } type) continue;
            failures.Add(type);
            covered |= what;
        }

        return covered == reach ? failures.ToImmutable() : ImmutableArray<INamedTypeSymbol>.Empty;
    }

    private Reach ReachOf(INamespaceSymbol? space) => space is null ? Reach.None : _reach.GetOrAdd(space, static s => Read(s));

    /// <summary>A namespace, or the nearest around it that is known; <c>System.Net</c> is not all of <c>System</c>.</summary>
    private static Reach Read(INamespaceSymbol space)
    {
        for (var candidate = space; candidate is { IsGlobalNamespace: false }; candidate = candidate.ContainingNamespace)
            if (Namespaces.TryGetValue(candidate.ToDisplayString(), out var reach)) return reach;
        return Reach.None;
    }
}
