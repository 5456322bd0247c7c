using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency.Resources;

/// <summary>
/// Which values hand their taker something that somebody misses until it is given back, and what is missed.
/// </summary>
internal sealed class Acquisitions(Compilation compilation)
{
    private const string OfScope = "what it has made, such as a database connection, is never given back";

    private const string OfContext = "all rows that it has read stay in memory until it is collected as garbage";

    private const string OfConnection = "the pool misses a connection until it is collected as garbage";

    private const string OfReader = "its connection takes no other command";

    private const string OfFile = "the file stays open until it is collected as garbage";

    private const string OfSocket = "the connection stays open until it is collected as garbage";

    private const string OfBrowser = "the process of the browser stays there";

    private static readonly ImmutableHashSet<string> Opening = WordSet.Of(
        "Open OpenRead OpenWrite OpenText Create CreateText AppendText");

    /// <summary>Types of the framework that hold a file or a socket.</summary>
    private static readonly ImmutableHashSet<string> Openers = WordSet.Of("File FileInfo ZipFile");

    private readonly EntityFramework _framework = EntityFramework.Of(compilation);

    private readonly INamedTypeSymbol? _connection = compilation.GetTypeByMetadataName(
        "System.Data.Common.DbConnection");

    private readonly INamedTypeSymbol? _reader = compilation.GetTypeByMetadataName("System.Data.Common.DbDataReader");

    /// <summary>What is missed until a value is given back, as a message says it; null where that is little.</summary>
    public string? LossOf(IOperation value) => value.Bare() switch
    {
        IObjectCreationOperation { Type: { } made } creation => LossOfMade(made, creation),
        IInvocationOperation { TargetMethod: var method } => LossOfHanded(method),
        _ => null,
    };

    private string? LossOfMade(ITypeSymbol made, IObjectCreationOperation creation) =>
        _framework.IsContext(made) ? OfContext
        : made.Inherits(_connection) ? OfConnection
        : made.Name == "FileStream" || (IsOfFile(made) && OpensFile(creation)) ? OfFile
        : made.Name is "TcpClient" or "UdpClient" ? OfSocket
        : null;

    private string? LossOfHanded(IMethodSymbol method) =>
        Tasks.Unwrap(method.ReturnType) is not { } given ? null
        : given.Name is "IServiceScope" or "AsyncServiceScope" ? OfScope
        : method.Name is "CreateDbContext" or "CreateDbContextAsync" && _framework.IsContext(given) ? OfContext
        : method.Name.StartsWith("ExecuteReader", StringComparison.Ordinal) && given.Inherits(_reader) ? OfReader
        : Openers.Contains(method.ContainingType?.Name ?? "") && Opening.Contains(method.Name) && IsDisposable(given)
            ? OfFile
        : given.Name is "IBrowser" or "IBrowserContext" && given.ContainingNamespace?.Name == "Playwright" ? OfBrowser
        : null;

    private static bool IsOfFile(ITypeSymbol made) => made.Name is "StreamReader" or "StreamWriter";

    /// <summary>A reader of somebody else's stream closes that stream.</summary>
    private bool OpensFile(IObjectCreationOperation creation) =>
        creation.Arguments.FirstOrDefault() is { } given
        && (given.Parameter?.Type.SpecialType == SpecialType.System_String
            || given.Value.Bare() switch
            {
                IObjectCreationOperation { Type.Name: "FileStream" } => true,
                IInvocationOperation { TargetMethod: var method } => LossOfHanded(method) == OfFile,
                _ => false,
            });

    private static bool IsDisposable(ITypeSymbol type) =>
        type.AllInterfaces.Any(static contract => contract.SpecialType == SpecialType.System_IDisposable);
}
