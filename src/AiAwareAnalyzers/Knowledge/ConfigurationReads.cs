namespace AiAwareAnalyzers.Knowledge;

/// <summary>Reads of settings: from configuration, from the environment, from an older settings file.</summary>
internal static class ConfigurationReads
{
    /// <summary>Parts of a key under which a mere "Key" or "Token" is a secret.</summary>
    private static readonly ImmutableHashSet<string> SecretSections = ImmutableHashSet.Create(
        StringComparer.Ordinal, "jwt", "auth", "authentication", "authorization", "encryption", "signing", "hmac", "aes", "api", "apis", "security", "stripe", "twilio", "sendgrid", "openai", "webhook");

    /// <summary>The key that a value is read with; null where it is not read from settings, or where the key is not known.</summary>
    public static string? KeyOf(IOperation value) => Values.Bare(value) switch
    {
        IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType: var owner }, Arguments.Length: 1 } read when HoldsSettings(owner) => SectionOf(read.Instance) + Constant(read.Arguments[0].Value),
        IPropertyReferenceOperation { Property.Name: "Value", Instance: IInvocationOperation section } => PathOf(section),
        IInvocationOperation call => KeyOf(call),
        ILocalReferenceOperation local => Values.InitialValueOf(local) is { } initial ? KeyOf(initial) : null,
        IConditionalAccessOperation access => KeyOf(access.WhenNotNull),
        _ => null,
    };

    /// <summary>The configuration of Microsoft.Extensions, or a type that is one.</summary>
    public static bool IsConfiguration(ITypeSymbol type) => type.Name == "IConfiguration" || type.AllInterfaces.Any(static implemented => implemented.Name == "IConfiguration");

    /// <summary>A configuration, or the settings of older programs.</summary>
    private static bool HoldsSettings(ITypeSymbol owner) => owner.Name == "NameValueCollection" || IsConfiguration(owner);

    /// <summary>A key whose value only the operator of the program may know.</summary>
    public static bool IsSecret(string key)
    {
        var parts = key.Split(new[] { ':', '/', '.' }, StringSplitOptions.RemoveEmptyEntries).SelectMany(part => part.Split(new[] { "__" }, StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (parts.Count == 0) return false;
        var last = parts[parts.Count - 1];
        return SecretNames.IsSecret(last) || IsPlain(last) && parts.Take(parts.Count - 1).SelectMany(part => Words.StemsOf(part)).Any(SecretSections.Contains);
    }

    private static bool IsPlain(string name) => name.ToUpperInvariant() is "KEY" or "TOKEN" or "SALT" or "HASHKEY";

    private static string? KeyOf(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" } => Constant(call.Arguments[0].Value),
        { Name: "GetValue", ContainingType.Name: "ConfigurationBinder" } => Argument(call, "key"),
        { Name: "GetConnectionString" } => "ConnectionStrings:" + Argument(call, "name"),
        { Name: "GetSection" } => PathOf(call),
        _ => null,
    };

    private static string? PathOf(IInvocationOperation call) =>
        call.TargetMethod is { Name: "GetSection" or "GetRequiredSection" } ? Argument(call, "key") : null;

    /// <summary>The section that an indexer is asked of, with its colon.</summary>
    private static string SectionOf(IOperation? instance) => instance is IInvocationOperation call && PathOf(call) is { } path ? path + ":" : "";

    private static string? Argument(IInvocationOperation call, string name) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name) is { } argument ? Constant(argument.Value) : null;

    private static string? Constant(IOperation value) => value.ConstantValue is { HasValue: true, Value: string text } ? text : null;
}
