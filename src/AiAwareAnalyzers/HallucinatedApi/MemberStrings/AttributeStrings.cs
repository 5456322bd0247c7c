using AiAwareAnalyzers.Knowledge.Frameworks;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>The attributes that name members by strings, and who knows which members those are.</summary>
internal static class AttributeStrings
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";
    private const string Schema = "System.ComponentModel.DataAnnotations.Schema";
    private const string Model = "System.ComponentModel";
    private const string Texts = "ErrorMessageResourceType";

    private static readonly ImmutableDictionary<string, Place> Places = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, Place>
        {
            ["DebuggerDisplay"] = new("System.Diagnostics", DebuggerStrings.InDisplay),
            ["DebuggerTypeProxy"] = new("System.Diagnostics", DebuggerStrings.InProxy),
            ["Compare"] = new(Annotations, AnnotationStrings.InCompare),
            ["CustomValidation"] = new(Annotations, AnnotationStrings.InCustomValidation),
            ["DisplayColumn"] = new(Annotations, AnnotationStrings.InDisplayColumn),
            ["DefaultProperty"] = new(Model, AnnotationStrings.InDefaultProperty),
            ["DefaultBindingProperty"] = new(Model, AnnotationStrings.InDefaultProperty),
            ["DefaultEvent"] = new(Model, AnnotationStrings.InDefaultEvent),
            ["ForeignKey"] = new(Schema, RelationStrings.InForeignKey),
            ["InverseProperty"] = new(Schema, RelationStrings.InInverseProperty),
            ["Index"] = new(EntityFramework.Space, RelationStrings.InKey),
            ["PrimaryKey"] = new(EntityFramework.Space, RelationStrings.InKey),
            ["MemberNotNull"] = new("System.Diagnostics.CodeAnalysis", CompilerStrings.InMemberNotNull),
            ["MemberNotNullWhen"] = new("System.Diagnostics.CodeAnalysis", CompilerStrings.InMemberNotNull),
            ["DynamicDependency"] = new("System.Diagnostics.CodeAnalysis", CompilerStrings.InDynamicDependency),
            ["Authorize"] = new("Microsoft.AspNetCore.Authorization", RegistrationStrings.InAuthorize),
            ["EnableCors"] = new("Microsoft.AspNetCore.Cors", RegistrationStrings.InCors),
            ["EnableRateLimiting"] = new("Microsoft.AspNetCore.RateLimiting", RegistrationStrings.InLimit),
            ["OutputCache"] = new("Microsoft.AspNetCore.OutputCaching", RegistrationStrings.InOutputCache),
            ["FromKeyedServices"] = new("Microsoft.Extensions.DependencyInjection", RegistrationStrings.InKeyed),
            ["Display"] = new(Annotations, ResourceStrings.InDisplay, "ResourceType"),
            ["Required"] = new(Annotations, ResourceStrings.InValidation, Texts),
            ["StringLength"] = new(Annotations, ResourceStrings.InValidation, Texts),
            ["MinLength"] = new(Annotations, ResourceStrings.InValidation, Texts),
            ["MaxLength"] = new(Annotations, ResourceStrings.InValidation, Texts),
            ["Range"] = new(Annotations, ResourceStrings.InValidation, Texts),
            ["RegularExpression"] = new(Annotations, ResourceStrings.InValidation, Texts),
            ["EmailAddress"] = new(Annotations, ResourceStrings.InValidation, Texts),
            ["Phone"] = new(Annotations, ResourceStrings.InValidation, Texts),
            ["Url"] = new(Annotations, ResourceStrings.InValidation, Texts),
            ["CreditCard"] = new(Annotations, ResourceStrings.InValidation, Texts),
            ["JsonPropertyName"] = new("System.Text.Json.Serialization", InJson),
            ["NotNullIfNotNull"] = new("System.Diagnostics.CodeAnalysis", ParameterStrings.InNotNullIfNotNull),
        });

    /// <summary>Where an attribute of a name stands, and who reads it.</summary>
    /// <param name="Namespace">Its namespace.</param>
    /// <param name="Read">Who reads it.</param>
    /// <param name="Only">The named argument without which there is nothing to read.</param>
    internal sealed record Place(
        string Namespace, Func<AttributeSite, IEnumerable<MissingName>> Read, string? Only = null);

    /// <summary>Every attribute that is read, with its namespace.</summary>
    public static IEnumerable<string> All => Places.Select(place => $"{place.Value.Namespace}.{place.Key}Attribute");

    public static IEnumerable<MissingName> In(
        AttributeSyntax attribute, SemanticModel model, AnalyzerOptions options, CancellationToken cancellation)
    {
        if (attribute.ArgumentList is null || !Places.TryGetValue(NameOf(attribute), out var place)) return [];
        if (place.Only is { } only && !attribute.ArgumentList.Arguments.Any(argument =>
            argument.NameEquals?.Name.Identifier.ValueText == only))
            return [];
        if (model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType is not { } type
            || type.ContainingNamespace?.ToDisplayString() != place.Namespace)
            return [];
        return place.Read(new AttributeSite(attribute, type, model, options, cancellation));
    }

    private static IEnumerable<MissingName> InJson(AttributeSite site) =>
        JsonFileNames.Of(site.Compilation, site.Options).In(site);

    private static string NameOf(AttributeSyntax attribute)
    {
        const string Suffix = "Attribute";
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }
}
