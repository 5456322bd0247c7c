using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Types that requests are bound to.</summary>
internal sealed class RequestModels(Compilation compilation)
{
    private static readonly ImmutableArray<string> Endings = ImmutableArray.Create(
        "Request", "Dto", "DTO", "Command", "Input", "Payload", "Body", "RequestModel", "InputModel");

    private readonly RequestRules _rules = RequestRules.Of(compilation);
    private readonly StoredTypes _stored = StoredTypes.Of(compilation);
    private readonly BoundTypes _bound = new(compilation);

    /// <summary>
    /// Whether a type is named as what a caller sends, this project fills it from requests, and it is no row of a
    /// table.
    /// </summary>
    public bool Contain(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && Endings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal))
        && !_stored.Contain(type)
        && _bound.Contain(type);

    /// <summary>Whether bodies of that type are read as JSON: forms and queries are bound otherwise.</summary>
    public bool AreJson(INamedTypeSymbol type) =>
        compilation.GetTypeByMetadataName("System.Text.Json.Serialization.JsonRequiredAttribute") is not null
        && type.Name.IndexOf("Form", StringComparison.Ordinal) < 0
        && type.Name.IndexOf("Query", StringComparison.Ordinal) < 0
        && !type.GetMembers()
            .OfType<IPropertySymbol>()
            .Any(member => member.Type.Name is "IFormFile" or "IFormFileCollection");

    /// <summary>
    /// Whether something else refuses a request without the value: a range, a rule, a serializer that demands it, or a
    /// default that is meant.
    /// </summary>
    public bool Demand(IPropertySymbol property) =>
        _rules.Limit(property)
        || property.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is
            "JsonRequiredAttribute" or "BindRequiredAttribute" or "JsonPropertyAttribute" or "DataMemberAttribute"
            or "JsonIgnoreAttribute" or "BindNeverAttribute")
        || property.DeclaringSyntaxReferences.FirstOrDefault()
            ?.GetSyntax() is PropertyDeclarationSyntax { Initializer: not null };
}
