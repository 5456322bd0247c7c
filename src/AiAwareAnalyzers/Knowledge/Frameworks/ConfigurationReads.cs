using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Frameworks;

/// <summary>Reads of settings: from configuration, from the environment, from an older settings file.</summary>
internal static class ConfigurationReads
{
    /// <summary>Parts of a key under which a mere "Key" or "Token" is a secret.</summary>
    private static readonly ImmutableHashSet<string> SecretSections = WordSet.Of(
        "jwt auth authentication authorization encryption signing hmac aes api apis security stripe twilio sendgrid",
        "openai webhook");

    /// <summary>
    /// The key that a value is read with; null where it is not read from settings, or where the key is not known.
    /// </summary>
    public static string? KeyOf(IOperation value) => KeyOf(value, Trail.Start);

    private static string? KeyOf(IOperation value, Trail trail) => value.AsWritten() switch
    {
        _ when trail.IsOver => null,
        IPropertyReferenceOperation
            { Property: { IsIndexer: true, ContainingType: var owner }, Arguments.Length: 1 } read
            when HoldsSettings(owner) =>
            SectionOf(read.Instance) + read.Arguments[0].Value.ConstantText(),
        IPropertyReferenceOperation { Property.Name: "Value", Instance: IInvocationOperation section } =>
            PathOf(section),
        IInvocationOperation call => KeyOf(call),
        ILocalReferenceOperation local =>
            trail.InitialValueOf(local, out var further) is { } initial ? KeyOf(initial, further) : null,
        IConditionalAccessOperation access => KeyOf(access.WhenNotNull, trail.Deeper()),
        _ => null,
    };

    /// <summary>The parts of a key: <c>Smtp:Host</c>.</summary>
    public static ImmutableArray<string> PartsOf(string key) => key.Split(':').ToImmutableArray();

    /// <summary>The value that a call passes for a parameter.</summary>
    public static IOperation? ArgumentOf(IInvocationOperation call, string name) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;

    /// <summary>The configuration of Microsoft.Extensions, or a type that is one.</summary>
    public static bool IsConfiguration(ITypeSymbol type) =>
        type.Name == "IConfiguration"
        || type.AllInterfaces.Any(static implemented => implemented.Name == "IConfiguration");

    /// <summary>A configuration, or the settings of older programs.</summary>
    private static bool HoldsSettings(ITypeSymbol owner) =>
        owner.Name == "NameValueCollection" || IsConfiguration(owner);

    /// <summary>A key whose value only the operator of the program may know.</summary>
    public static bool IsSecret(string key)
    {
        var parts = key.Split(new[] { ':', '/', '.' }, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(part => part.Split(new[] { "__" }, StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        if (parts.Count == 0) return false;
        var last = parts[^1];
        return SecretNames.IsSecret(last) || IsPlain(last)
            && parts.Take(parts.Count - 1).SelectMany(part => Words.StemsOf(part)).Any(SecretSections.Contains);
    }

    private static bool IsPlain(string name) => name.ToUpperInvariant() is "KEY" or "TOKEN" or "SALT" or "HASHKEY";

    private static string? KeyOf(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" } =>
            call.Arguments[0].Value.ConstantText(),
        { Name: "GetValue", ContainingType.Name: "ConfigurationBinder" } => ArgumentOf(call, "key")?.ConstantText(),
        { Name: "GetConnectionString" } => "ConnectionStrings:" + ArgumentOf(call, "name")?.ConstantText(),
        { Name: "GetSection" } => PathOf(call),
        _ => null,
    };

    private static string? PathOf(IInvocationOperation call) =>
        call.TargetMethod is { Name: "GetSection" or "GetRequiredSection" }
            ? ArgumentOf(call, "key")?.ConstantText()
            : null;

    /// <summary>The section that an indexer is asked of, with its colon.</summary>
    private static string SectionOf(IOperation? instance) =>
        instance is IInvocationOperation call && PathOf(call) is { } path ? path + ":" : "";
}

/// <summary>A place where code reads the configuration by a key that is known.</summary>
/// <param name="Argument">Where the key is written.</param>
/// <param name="Key">The key, as it is written there.</param>
/// <param name="Above">The parts of the section that it is asked of.</param>
/// <param name="IsSection">Whether a section is asked for, rather than a value.</param>
/// <param name="IsFromRoot">Whether the outermost thing that is asked is certainly the whole configuration, and no
/// section that somebody passed on.</param>
internal sealed record ConfigurationRead(
    IOperation Argument, string Key, ImmutableArray<string> Above, bool IsSection, bool IsFromRoot)
{
    private const string Abstraction = "Microsoft.Extensions.Configuration.IConfiguration";

    /// <summary>All parts of the key, from the outermost section on.</summary>
    public ImmutableArray<string> Path => Above.AddRange(ConfigurationReads.PartsOf(Key));

    public static bool IsPossibleIn(Compilation compilation) =>
        compilation.GetTypeByMetadataName(Abstraction) is not null;

    /// <summary>Null where an operation reads no configuration, or where its key or its section is not known.</summary>
    public static ConfigurationRead? Of(IOperation operation) => Of(operation, Trail.Start);

    private static ConfigurationRead? Of(IOperation operation, Trail trail) => operation switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: 1, Instance: { } asked } read
            when IsConfiguration(read.Property.ContainingType) && !IsWritten(read) =>
            Of(asked, read.Arguments[0].Value, isSection: false, trail),
        IInvocationOperation
            { TargetMethod: { Name: "GetSection" or "GetRequiredSection" or "GetValue" or "GetConnectionString"
                or "Bind" or "BindConfiguration" } method } call =>
            Of(call, method.Name, trail),
        _ => null,
    };

    private static ConfigurationRead? Of(IInvocationOperation call, string method, Trail trail)
    {
        if (method == "BindConfiguration")
            return IsOf(call, "OptionsBuilderConfigurationExtensions")
                && ConfigurationReads.ArgumentOf(call, "configSectionPath") is { } section
                ? Of(ImmutableArray<string>.Empty, section, isSection: true, isFromRoot: true)
                : null;
        if (!IsConfiguration(call.TargetMethod.ContainingType)
            && !IsOf(call, "ConfigurationBinder")
            && !IsOf(call, "ConfigurationExtensions"))
            return null;
        if ((call.Instance ?? ConfigurationReads.ArgumentOf(call, "configuration")) is not { } asked) return null;
        if (method == "GetConnectionString")
            return ConfigurationReads.ArgumentOf(call, "name") is { } name && SectionOf(asked, trail) is { } at
                ? Of(at.Path.Add("ConnectionStrings"), name, isSection: false, at.IsRoot)
                : null;
        return ConfigurationReads.ArgumentOf(call, "key") is { } key && !IsProbed(call)
            ? Of(asked, key, isSection: method != "GetValue" && !IsReadAsValue(call), trail)
            : null;
    }

    private static ConfigurationRead? Of(IOperation asked, IOperation key, bool isSection, Trail trail) =>
        SectionOf(asked, trail) is { } at ? Of(at.Path, key, isSection, at.IsRoot) : null;

    private static ConfigurationRead? Of(
        ImmutableArray<string> above, IOperation key, bool isSection, bool isFromRoot) =>
        key.ConstantText() is { Length: > 0 } text
            ? new ConfigurationRead(key, text, above, isSection, isFromRoot)
            : null;

    /// <summary>
    /// The section that a key is asked of, and whether its outermost part hangs on the whole configuration. A section
    /// that comes from elsewhere is not known.
    /// </summary>
    private static (ImmutableArray<string> Path, bool IsRoot)? SectionOf(IOperation asked, Trail trail)
    {
        if (CallStack.IsNearlyFull) return null;
        var bare = asked.AsWritten();
        if (bare is IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } call)
            return Of(call, call.TargetMethod.Name, trail) is { } section ? (section.Path, section.IsFromRoot) : null;
        if (bare is ILocalReferenceOperation local && trail.InitialValueOf(local, out var further) is { } initial)
            return SectionOf(initial, further);
        return bare.Type is { Name: "IConfigurationSection" or "ConfigurationSection" }
            ? null
            : (ImmutableArray<string>.Empty, IsRoot(bare));
    }

    /// <summary>
    /// What the host offers, and what a constructor is given, is the whole; a method may be given a section.
    /// </summary>
    private static bool IsRoot(IOperation asked) => asked switch
    {
        { Type.Name: "ConfigurationManager" or "IConfigurationManager" or "IConfigurationRoot"
            or "ConfigurationRoot" } =>
            true,
        IMemberReferenceOperation { Member: var member } =>
            member.DeclaringSyntaxReferences.IsEmpty || IsGivenWhole(member),
        IParameterReferenceOperation
            { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } =>
            true,
        _ => false,
    };

    /// <summary>
    /// A member that is given nothing but what its type was given: <c>_configuration = configuration;</c>.
    /// </summary>
    private static bool IsGivenWhole(ISymbol member)
    {
        var values = member.ContainingType.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax().DescendantNodes())
            .Select(node => ValueGivenTo(member.Name, node))
            .OfType<ExpressionSyntax>()
            .ToList();
        return values.Count > 0
            && values.TrueForAll(value =>
                value is IdentifierNameSyntax
                    or BinaryExpressionSyntax
                        { RawKind: (int)SyntaxKind.CoalesceExpression, Left: IdentifierNameSyntax });
    }

    private static ExpressionSyntax? ValueGivenTo(string member, SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Right: var value }
            when left.Identifier.ValueText == member => value,
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax
            { Expression: ThisExpressionSyntax, Name: var left }, Right: var value }
            when left.Identifier.ValueText == member =>
            value,
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax, Initializer.Value: { } value } field
            when field.Identifier.ValueText == member => value,
        PropertyDeclarationSyntax { Initializer.Value: { } value } property
            when property.Identifier.ValueText == member => value,
        PropertyDeclarationSyntax { ExpressionBody.Expression: { } value } property
            when property.Identifier.ValueText == member => value,
        _ => null,
    };

    private static bool IsConfiguration(INamedTypeSymbol type) =>
        IsInLibrary(type) && ConfigurationReads.IsConfiguration(type);

    private static bool IsOf(IInvocationOperation call, string type) =>
        call.TargetMethod.ContainingType is { } owner
        && owner.Name == type
        && owner.ContainingNamespace is { ContainingNamespace.Name: "Extensions" };

    private static bool IsInLibrary(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Configuration", ContainingNamespace.Name: "Extensions" };

    private static bool IsWritten(IPropertyReferenceOperation read) =>
        read.Parent is IAssignmentOperation assignment && assignment.Target == read;

    /// <summary><c>GetSection("X").Exists()</c> asks, and is ready for an answer.</summary>
    private static bool IsProbed(IInvocationOperation call) =>
        Values.UserOf(call) is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Exists" } };

    private static bool IsReadAsValue(IInvocationOperation call) =>
        Values.UserOf(call) is IPropertyReferenceOperation { Property.Name: "Value" };
}
