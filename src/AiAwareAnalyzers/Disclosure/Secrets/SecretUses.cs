using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>Places that take a secret, whatever their parameter is called.</summary>
internal static class SecretUses
{
    /// <summary>Types that are made from a secret, and the name of the parameter that takes it.</summary>
    private static readonly ImmutableDictionary<string, string> Constructors = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, string>
        {
            ["SymmetricSecurityKey"] = "key",
            ["HMACSHA1"] = "key",
            ["HMACSHA256"] = "key",
            ["HMACSHA384"] = "key",
            ["HMACSHA512"] = "key",
            ["AuthenticationHeaderValue"] = "parameter",
            ["ApiKeyCredential"] = "key",
            ["AzureKeyCredential"] = "key",
            ["AzureSasCredential"] = "signature",
            ["StorageSharedKeyCredential"] = "accountKey",
        });

    /// <summary>Types with a property that is their key.</summary>
    private static readonly ImmutableHashSet<string> Ciphers = WordSet.Of(
        "SymmetricAlgorithm KeyedHashAlgorithm HMAC Aes");

    private static readonly ImmutableHashSet<string> Headers = WordSet.IgnoringCase(
        "Authorization Proxy-Authorization X-Api-Key Api-Key ApiKey X-Auth-Token X-Access-Token",
        "Ocp-Apim-Subscription-Key X-Functions-Key");

    /// <summary>Whether a header carries a secret.</summary>
    public static bool IsHeader(string name) => Headers.Contains(name);

    /// <summary>What takes the value as a secret: a type or a header; null where nothing does.</summary>
    public static string? Of(IOperation value)
    {
        for (var operation = value; operation.Parent is { } parent; operation = parent)
            switch (parent)
            {
                case IArgumentOperation
                    { Parameter: { } parameter, Parent: IObjectCreationOperation { Type: { } type } }
                    when Constructors.TryGetValue(type.Name, out var name) && parameter.Name == name:
                    return type.Name;
                case IArgumentOperation { Parameter.Name: "value", Parent: IInvocationOperation call }
                    when HeaderOf(call) is { } header:
                    return header;
                case IAssignmentOperation 
                    { Target: IPropertyReferenceOperation { Property.Name: "Key" } key, Value: var given }
                    when given == operation && CipherOf(key) is { } cipher:
                    return cipher;
                case IArgumentOperation argument when !Destinations.CarriesText(argument):
                case IVariableInitializerOperation or IReturnOperation or IAssignmentOperation:
                    return null;
            }

        return null;
    }

    /// <summary>The cipher whose key a property is, also in the initializer of one.</summary>
    private static string? CipherOf(IPropertyReferenceOperation key) =>
        key.Property.ContainingType.SelfAndBases().Any(type => Ciphers.Contains(type.Name))
            ? (key.Instance?.Type ?? key.Property.ContainingType).Name + ".Key"
            : null;

    private static string? HeaderOf(IInvocationOperation call) =>
        call.TargetMethod.Name is "Add" or "TryAddWithoutValidation" or "AddHeader" or "Append" or "WithHeader"
        && call.Arguments.FirstOrDefault(argument =>
            argument.Value.ConstantText() is { } name
            && Headers.Contains(name)) is { } argument
            ? (string)argument.Value.ConstantValue.Value!
            : null;
}
