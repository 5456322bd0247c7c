using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>
/// Calls by which System.Text.Json makes objects, and whether it makes them of its own habit alone.
/// </summary>
internal static class JsonReadings
{
    public static bool IsOne(IInvocationOperation call) => call.TargetMethod switch
    {
        { IsGenericMethod: true, Name: "Deserialize" or "DeserializeAsync", ContainingType:
            { Name: "JsonSerializer", ContainingNamespace.Name: "Json" } } => true,
        { IsGenericMethod: true, Name: "GetFromJsonAsync" or "ReadFromJsonAsync", ContainingType.Name:
            "HttpClientJsonExtensions" or "HttpContentJsonExtensions" } => true,
        _ => false,
    };

    /// <summary>Whether a reading is given no converters, and no knowledge of types.</summary>
    public static bool IsPlain(IInvocationOperation call, Compilation compilation) => call.Arguments.All(argument =>
        argument.Parameter?.Type.Name switch
        {
            "JsonSerializerOptions" => ArePlain(argument.Value, compilation),
            "JsonTypeInfo" or "JsonSerializerContext" => false,
            _ => true,
        });

    private static bool ArePlain(IOperation options, Compilation compilation) => options.Unconverted() switch
    {
        IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } } => true,
        IObjectCreationOperation creation => IsPlain(creation),
        ILocalReferenceOperation local => Locals.Around(local, compilation) is var locals
            && locals.OnlyValueOf(local.Local)?.Unconverted() is IObjectCreationOperation creation
            && IsPlain(creation)
            && locals.MentionsOf(local.Local).All(static mention => mention.Parent is IArgumentOperation),
        IPropertyReferenceOperation { Property: { Name: "Default" or "Web" or "Strict",
            ContainingType.Name: "JsonSerializerOptions" } } => true,
        IMemberReferenceOperation kept => AreKeptPlain(kept.Member, compilation),
        _ => false,
    };

    /// <summary>A member that is set where it is declared, and that is only handed on.</summary>
    private static bool AreKeptPlain(ISymbol member, Compilation compilation) =>
        member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }
        && InitializerOf(member) is { } value
        && Semantics.Of(compilation).ModelOf(value.SyntaxTree)?.GetOperation(value)?.Unconverted()
            is IObjectCreationOperation creation
        && IsPlain(creation)
        && Mentions.Of([member], compilation).All(static name =>
            (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (SyntaxNode)name)
            .Parent is ArgumentSyntax);

    private static ExpressionSyntax? InitializerOf(ISymbol member) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value } => value,
            PropertyDeclarationSyntax { Initializer.Value: var value } => value,
            _ => null,
        };

    private static bool IsPlain(IObjectCreationOperation options) =>
        options.Type is { Name: "JsonSerializerOptions" }
        && options.Arguments.All(static argument => argument.Parameter?.Type.Name == "JsonSerializerDefaults")
        && (options.Initializer?.Initializers.All(IsHarmless) ?? true);

    /// <summary>The converters of the framework are for other types.</summary>
    private static bool IsHarmless(IOperation setting) => setting switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } =>
            name is not ("TypeInfoResolver" or "UnknownTypeHandling"),
        IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property.Name: "Converters" } }
            added => added.Initializer.Initializers.All(static addition =>
                addition is IInvocationOperation { Arguments: [{ Value: var converter }] }
                && converter.Unconverted() is IObjectCreationOperation { Type.Name: "JsonStringEnumConverter" }),
        _ => false,
    };
}
