using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>Which calls leave the process, and by which exceptions they say that this failed.</summary>
internal sealed class IoCalls
{
    private static readonly ImmutableDictionary<string, IoKinds> Namespaces = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, IoKinds>
        {
            ["System.IO"] = IoKinds.File,
            ["System.IO.Compression"] = IoKinds.File,
            ["System.Net"] = IoKinds.Socket,
            ["System.Net.Http"] = IoKinds.Http,
            ["System.Net.Http.Headers"] = IoKinds.None,
            ["System.Net.Http.Json"] = IoKinds.Http,
            ["System.Net.Mail"] = IoKinds.Socket,
            ["System.Net.NetworkInformation"] = IoKinds.Unknown,
            ["System.Net.Sockets"] = IoKinds.Socket,
            ["System.Net.WebSockets"] = IoKinds.Socket,
            ["System.Data"] = IoKinds.Database,
            ["System.Data.Common"] = IoKinds.Database,
            ["System.Data.SqlClient"] = IoKinds.Database,
            ["Microsoft.Data.SqlClient"] = IoKinds.Database,
            ["Microsoft.Data.Sqlite"] = IoKinds.Database,
            ["Microsoft.EntityFrameworkCore"] = IoKinds.Database,
            ["Npgsql"] = IoKinds.Database,
            ["Dapper"] = IoKinds.Database,
            ["MySqlConnector"] = IoKinds.Database,
            ["MongoDB.Driver"] = IoKinds.Mongo,
            ["StackExchange.Redis"] = IoKinds.Redis,
            ["System.Text.Json"] = IoKinds.Json,
            ["Newtonsoft.Json"] = IoKinds.OtherJson,
            ["Microsoft.JSInterop"] = IoKinds.Script,
            ["Microsoft.AspNetCore.Components"] = IoKinds.Script,
        });

    /// <summary>Types in these namespaces that only compute.</summary>
    private static readonly ImmutableHashSet<string> Pure = WordSet.Of(
        "Path MemoryStream StringReader StringWriter WebUtility IPAddress IPEndPoint DataTable DataRow DataSet",
        "DataColumn JsonSerializerOptions StringContent ByteArrayContent FormUrlEncodedContent HttpRequestMessage",
        "HttpMethod NetworkCredential MailMessage MailAddress JsonElement JsonProperty ModelBuilder",
        "MultipartFormDataContent DynamicParameters Cookie HttpRequestHeaders HttpHeaders StreamContent",
        "HttpClientHandler EndPoint DnsEndPoint CookieContainer Attachment RedisKey RedisValue FileAttributes");

    /// <summary>Members of the others that only compute, or only hold.</summary>
    private static readonly ImmutableHashSet<string> PureMembers = WordSet.Of(
        "Add AddRange Update Remove RemoveRange Attach Entry Set Where Select OrderBy OrderByDescending ThenBy",
        "ThenByDescending Take Skip Include ThenInclude AsNoTracking AsQueryable Dispose Close CreateParameter",
        "AddWithValue IsMatch CreateCommand CreateClient EnsureSuccessStatusCode ToString Equals GetHashCode GetType",
        "TryAddWithoutValidation");

    /// <summary>Only text is read, which has come here without a failure.</summary>
    private const IoKinds Parsing =
        IoKinds.Json | IoKinds.OtherJson | IoKinds.Xml | IoKinds.Yaml | IoKinds.Format | IoKinds.Overflow;

    private readonly ConcurrentDictionary<INamespaceSymbol, IoKinds> _reach = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private readonly PrivateFunctions _functions;

    private IoCalls(Compilation compilation)
    {
        _compilation = compilation;
        _functions = PrivateFunctions.Of(compilation);
    }

    public static IoCalls Of(Compilation compilation) => Facts.Of(compilation, static c => new IoCalls(c));

    /// <summary>The exceptions by which the APIs say that they could not.</summary>
    internal static ImmutableArray<(IoKinds Reach, string Exception)> DocumentedFailures { get; } =
        ImmutableArray.Create(
            (IoKinds.File, "System.IO.IOException"),
            (IoKinds.File, "System.UnauthorizedAccessException"),
            (IoKinds.Http, "System.Net.Http.HttpRequestException"),
            (IoKinds.Database, "System.Data.Common.DbException"),
            (IoKinds.Redis, "StackExchange.Redis.RedisException"),
            (IoKinds.Redis, "StackExchange.Redis.RedisTimeoutException"),
            (IoKinds.Mongo, "MongoDB.Driver.MongoException"),
            (IoKinds.Save, "Microsoft.EntityFrameworkCore.DbUpdateException"),
            (IoKinds.Socket, "System.Net.Sockets.SocketException"),
            (IoKinds.Rpc, "Grpc.Core.RpcException"),
            (IoKinds.Json, "System.Text.Json.JsonException"),
            (IoKinds.OtherJson, "Newtonsoft.Json.JsonException"),
            (IoKinds.Xml, "System.Xml.XmlException"),
            (IoKinds.Yaml, "YamlDotNet.Core.YamlException"),
            (IoKinds.Format, "System.FormatException"),
            (IoKinds.Overflow, "System.OverflowException"));

    /// <summary>Whether something outside of the process is reached, other than the page of a browser.</summary>
    public static bool IsOutside(IoKinds reach) => (reach & ~(Parsing | IoKinds.Script)) != 0;

    /// <summary>What a call reaches for.</summary>
    public IoKinds ReachOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (PureMembers.Contains(method.Name)) return IoKinds.None;
        if (method.ContainingType is not { } type || Pure.Contains(type.Name)) return IoKinds.None;
        if (type is { Name: "Process", ContainingNamespace.Name: "Diagnostics" } && method.Name == "Start")
            return IoKinds.Process;
        if (IsRpcClient(type)) return IoKinds.Rpc;
        return ReachOf(type.ContainingNamespace) | OfName(method.Name, type) | Parsers.ReachOf(method);
    }

    /// <summary>What the tool of gRPC makes of a service derives from a class that is named after it.</summary>
    private static bool IsRpcClient(INamedTypeSymbol type) =>
        type.BaseType is
            { Name: "ClientBase", ContainingNamespace: { Name: "Core", ContainingNamespace.Name: "Grpc" } };

    /// <summary>What the private function that is called reaches for.</summary>
    public IoKinds ReachBehind(IInvocationOperation call)
    {
        var reach = IoKinds.None;
        if (_functions.BodyOf(call) is not { } body) return reach;
        foreach (var operation in Bodies.Own(body, CatchesAll))
            if (operation is IInvocationOperation inner) reach |= ReachOf(inner);
            else if (operation is IObjectCreationOperation creation) reach |= ReachOf(creation);
        return reach;
    }

    /// <summary>Nothing comes out of it.</summary>
    public static bool CatchesAll(IOperation operation) =>
        operation is ITryOperation attempt
        && attempt.Catches.Any(static clause =>
            clause is { Filter: null,
                ExceptionType: { SpecialType: SpecialType.System_Object } or { Name: "Exception" } });

    /// <summary>What the members of a namespace do besides.</summary>
    private static IoKinds OfName(string name, INamedTypeSymbol type) => type.ContainingNamespace.Name switch
    {
        "EntityFrameworkCore" => name.StartsWith("SaveChanges", StringComparison.Ordinal) ? IoKinds.Save : IoKinds.None,
        "Json" => name.Contains("FromJson") ? IoKinds.Json : IoKinds.None,
        _ => IoKinds.None,
    };

    /// <summary>What creating an object reaches for: only what opens a file.</summary>
    public IoKinds ReachOf(IObjectCreationOperation creation) =>
        creation.Type is { Name: "FileStream" or "StreamReader" or "StreamWriter" }
        && creation.Arguments.FirstOrDefault()?.Value.Type?.SpecialType == SpecialType.System_String
            ? IoKinds.File
            : IoKinds.None;

    /// <summary>
    /// The exceptions of this compilation that the reached APIs document; none where one of them is unknown.
    /// </summary>
    public ImmutableArray<INamedTypeSymbol> FailuresOf(IoKinds reach)
    {
        var failures = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        var covered = IoKinds.None;
        foreach (var (what, exception) in DocumentedFailures)
        {
            if ((reach & what) == 0 || _compilation.GetTypeByMetadataName(exception) is not { } type) continue;
            failures.Add(type);
            covered |= what;
        }

        return covered == reach ? failures.ToImmutable() : ImmutableArray<INamedTypeSymbol>.Empty;
    }

    private IoKinds ReachOf(INamespaceSymbol? space) =>
        space is null ? IoKinds.None : _reach.GetOrAdd(space, static s => Read(s));

    /// <summary>
    /// A namespace, or the nearest around it that is known; <c>System.Net</c> is not all of <c>System</c>.
    /// </summary>
    private static IoKinds Read(INamespaceSymbol space)
    {
        for (var candidate = space;
            candidate is { IsGlobalNamespace: false };
            candidate = candidate.ContainingNamespace)
            if (Namespaces.TryGetValue(candidate.ToDisplayString(), out var reach)) return reach;
        return IoKinds.None;
    }
}
