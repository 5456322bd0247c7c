using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>Where an application keeps the keys of data protection, and whether anything encrypts them there.</summary>
internal sealed class KeyRings
{
    private static readonly ImmutableHashSet<string> Stores = WordSet.Of(
        "PersistKeysToAzureBlobStorage PersistKeysToDbContext PersistKeysToFileSystem",
        "PersistKeysToGoogleCloudStorage PersistKeysToStackExchangeRedis");

    /// <summary>What else a builder is told and encrypts nothing; a method of somebody else's may.</summary>
    private static readonly ImmutableHashSet<string> Harmless = WordSet.Of(
        "AddDataProtection AddKeyEscrowSink AddKeyManagementOptions DisableAutomaticKeyGeneration SetApplicationName",
        "SetDefaultKeyLifetime UseCryptographicAlgorithms UseCustomCryptographicAlgorithms");

    private const string Opening = "AddDataProtection";

    private const string Encryptor = "XmlEncryptor";

    private const string Encrypting = "rotectKeysWith";

    private readonly INamedTypeSymbol? _builder;
    private readonly Lazy<bool> _areEncrypted;

    private KeyRings(Compilation compilation)
    {
        _builder = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.DataProtection.IDataProtectionBuilder");
        _areEncrypted = new(() => compilation.SyntaxTrees.Any(SpeaksOfEncryption));
    }

    public static KeyRings Of(Compilation compilation) => Facts.Of(compilation, static c => new KeyRings(c));

    /// <summary>Whether the framework is there at all.</summary>
    public bool ArePossible => _builder is not null;

    /// <summary>
    /// Whether some code encrypts keys, here or where a setting asks for it; what a comment says does not count.
    /// </summary>
    public bool AreEncrypted => _areEncrypted.Value;

    /// <summary>A call that says where keys are kept.</summary>
    public bool IsStored(IInvocationOperation call) =>
        Stores.Contains(call.TargetMethod.Name) && call.Type.Inherits(_builder);

    /// <summary>
    /// All that the builder is told stands in one chain, or in calls on one local; where it is handed on, or comes from
    /// elsewhere, somebody else may say more.
    /// </summary>
    public bool IsInSight(IInvocationOperation call) =>
        IsKept(Outermost(call)) && StartOf(call) switch
        {
            IInvocationOperation => true,
            ILocalReferenceOperation local =>
                Values.InitialValueOf(local)?.AsWritten() is IInvocationOperation made
                && StartOf(made) is IInvocationOperation
                && AreKnown(local.Local, local.Root()),
            _ => false,
        };

    /// <summary><c>AddDataProtection</c>, or the local that a chain is called on; null where neither is.</summary>
    private static IOperation? StartOf(IInvocationOperation call)
    {
        IOperation? step = call;
        while (step is IInvocationOperation known && IsKnown(known) && known.TargetMethod.Name != Opening)
            step = ReceiverOf(known);
        return step is ILocalReferenceOperation or IInvocationOperation { TargetMethod.Name: Opening } ? step : null;
    }

    /// <summary>Nobody else gets the builder: the chain is a statement, or begins a local that nobody gets.</summary>
    private bool IsKept(IOperation chain) =>
        EndsAtOnce(chain)
        || (chain.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
            && AreKnown(declarator.Symbol, chain.Root()));

    private static bool EndsAtOnce(IOperation chain) =>
        chain.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    /// <summary>Every mention of the local is a call on it that this knows, and goes nowhere else.</summary>
    private bool AreKnown(ILocalSymbol local, IOperation body) =>
        body.Descendants().OfType<ILocalReferenceOperation>()
            .Where(mention => SymbolEqualityComparer.Default.Equals(mention.Local, local))
            .All(mention => CallOn(mention) is { } call && IsKnown(call) && EndsAtOnce(Outermost(call)));

    /// <summary>A call that this does not know stays outside, and the builder is handed on to it.</summary>
    private IInvocationOperation Outermost(IInvocationOperation call)
    {
        while (CallOn(call) is { } outer && IsKnown(outer)) call = outer;
        return call;
    }

    private static bool IsKnown(IInvocationOperation call) =>
        Stores.Contains(call.TargetMethod.Name) || Harmless.Contains(call.TargetMethod.Name);

    /// <summary>The call whose receiver a builder is; an extension takes it as its first argument.</summary>
    private IInvocationOperation? CallOn(IOperation builder) =>
        builder.User() is IInvocationOperation call
        && ReceiverOf(call) == builder
        && call.Type.Inherits(_builder)
            ? call
            : null;

    private static IOperation? ReceiverOf(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value)
            ?.AsWritten();

    private static bool SpeaksOfEncryption(SyntaxTree file) =>
        (Calls.AreMentioned(file, Encrypting) || Calls.AreMentioned(file, Encryptor))
        && file.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Any(static name =>
            name.Identifier.ValueText.Contains(Encrypting) || name.Identifier.ValueText.Contains(Encryptor));
}
