using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Settings;

/// <summary>A place where code reads the configuration by a key that is known.</summary>
/// <param name="Argument">Where the key is written.</param>
/// <param name="Key">The key, as it is written there.</param>
/// <param name="Above">The parts of the section that it is asked of.</param>
/// <param name="IsSection">Whether a section is asked for, rather than a value.</param>
/// <param name="IsFromRoot">Whether the outermost thing that is asked is certainly the whole configuration, and no section that somebody passed on.</param>
internal sealed record ConfigurationRead(IOperation Argument, string Key, ImmutableArray<string> Above, bool IsSection, bool IsFromRoot)
{
    private const string Abstraction = "Microsoft.Extensions.Configuration.IConfiguration";

    /// <summary>All parts of the key, from the outermost section on.</summary>
    public ImmutableArray<string> Path => Above.AddRange(SettingsKeys.PartsOf(Key));

    public static bool IsPossibleIn(Compilation compilation) => compilation.GetTypeByMetadataName(Abstraction) is not null;

    /// <summary>Null where an operation reads no configuration, or where its key or its section is not known.</summary>
    public static ConfigurationRead? Of(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: 1, Instance: { } asked } read when IsConfiguration(read.Property.ContainingType) && !IsWritten(read) =>
            Of(asked, read.Arguments[0].Value, isSection: false),
        IInvocationOperation { TargetMethod: { Name: "GetSection" or "GetRequiredSection" or "GetValue" or "GetConnectionString" or "Bind" or "BindConfiguration" } method } call => Of(call, method.Name),
        _ => null,
    };

    private static ConfigurationRead? Of(IInvocationOperation call, string method)
    {
        if (method == "BindConfiguration") return IsOf(call, "OptionsBuilderConfigurationExtensions") && ArgumentOf(call, "configSectionPath") is { } section ? Of(ImmutableArray<string>.Empty, section, isSection: true, isFromRoot: true) : null;
        if (!IsConfiguration(call.TargetMethod.ContainingType) && !IsOf(call, "ConfigurationBinder") && !IsOf(call, "ConfigurationExtensions")) return null;
        if ((call.Instance ?? ArgumentOf(call, "configuration")) is not { } asked) return null;
        if (method == "GetConnectionString") return ArgumentOf(call, "name") is { } name && SectionOf(asked) is { } at ? Of(at.Path.Add("ConnectionStrings"), name, isSection: false, at.IsRoot) : null;
        return ArgumentOf(call, "key") is { } key && !IsProbed(call) ? Of(asked, key, isSection: method != "GetValue" && !IsReadAsValue(call)) : null;
    }

    private static ConfigurationRead? Of(IOperation asked, IOperation key, bool isSection) => SectionOf(asked) is { } at ? Of(at.Path, key, isSection, at.IsRoot) : null;

    private static ConfigurationRead? Of(ImmutableArray<string> above, IOperation key, bool isSection, bool isFromRoot) =>
        key.ConstantValue is { HasValue: true, Value: string { Length: > 0 } text } ? new ConfigurationRead(key, text, above, isSection, isFromRoot) : null;

    /// <summary>The section that a key is asked of, and whether its outermost part hangs on the whole configuration. A section that comes from elsewhere is not known.</summary>
    private static (ImmutableArray<string> Path, bool IsRoot)? SectionOf(IOperation asked)
    {
        var bare = Values.Bare(asked);
        if (bare is IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } call)
            return Of(call, call.TargetMethod.Name) is { } section ? (section.Path, section.IsFromRoot) : null;
        if (bare is ILocalReferenceOperation local && Values.InitialValueOf(local) is { } initial && initial != bare) return SectionOf(initial);
        return bare.Type is { Name: "IConfigurationSection" or "ConfigurationSection" } ? null : (ImmutableArray<string>.Empty, IsRoot(bare));
    }

    /// <summary>What the host offers, and what a constructor is given, is the whole; a method may be given a section.</summary>
    private static bool IsRoot(IOperation asked) => asked switch
    {
        { Type.Name: "ConfigurationManager" or "IConfigurationManager" or "IConfigurationRoot" or "ConfigurationRoot" } => true,
        IMemberReferenceOperation { Member: var member } => member.DeclaringSyntaxReferences.IsEmpty || IsGivenWhole(member),
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
        _ => false,
    };

    /// <summary>A member that is given nothing but what its type was given: <c>_configuration = configuration;</c>.</summary>
    private static bool IsGivenWhole(ISymbol member)
    {
        var values = member.ContainingType.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax().DescendantNodes())
            .Select(node => ValueGivenTo(member.Name, node))
            .OfType<ExpressionSyntax>()
            .ToList();
        return values.Count > 0 && values.TrueForAll(value => value is IdentifierNameSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: IdentifierNameSyntax });
    }

    private static ExpressionSyntax? ValueGivenTo(string member, SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Right: var value } when left.Identifier.ValueText == member => value,
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var left }, Right: var value } when left.Identifier.ValueText == member => value,
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax, Initializer.Value: { } value } field when field.Identifier.ValueText == member => value,
        PropertyDeclarationSyntax { Initializer.Value: { } value } property when property.Identifier.ValueText == member => value,
        PropertyDeclarationSyntax { ExpressionBody.Expression: { } value } property when property.Identifier.ValueText == member => value,
        _ => null,
    };

    private static IOperation? ArgumentOf(IInvocationOperation call, string name) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;

    private static bool IsConfiguration(INamedTypeSymbol type) => IsInLibrary(type) && (type.Name == "IConfiguration" || type.AllInterfaces.Any(implemented => implemented.Name == "IConfiguration"));

    private static bool IsOf(IInvocationOperation call, string type) => call.TargetMethod.ContainingType is { } owner && owner.Name == type && owner.ContainingNamespace is { ContainingNamespace.Name: "Extensions" };

    private static bool IsInLibrary(INamedTypeSymbol type) => type.ContainingNamespace is { Name: "Configuration", ContainingNamespace.Name: "Extensions" };

    private static bool IsWritten(IPropertyReferenceOperation read) => read.Parent is IAssignmentOperation assignment && assignment.Target == read;

    /// <summary><c>GetSection("X").Exists()</c> asks, and is ready for an answer.</summary>
    private static bool IsProbed(IInvocationOperation call) => Values.UserOf(call) is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Exists" } };

    private static bool IsReadAsValue(IInvocationOperation call) => Values.UserOf(call) is IPropertyReferenceOperation { Property.Name: "Value" };
}
