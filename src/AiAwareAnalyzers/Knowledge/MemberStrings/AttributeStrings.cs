using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.MemberStrings;

/// <summary>The attributes that name members by strings, and who knows which members those are.</summary>
internal static class AttributeStrings
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";
    private const string Schema = "System.ComponentModel.DataAnnotations.Schema";
    private const string Model = "System.ComponentModel";
    private const string EntityFramework = "Microsoft.EntityFrameworkCore";

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
            ["Index"] = new(EntityFramework, RelationStrings.InKey),
            ["PrimaryKey"] = new(EntityFramework, RelationStrings.InKey),
            ["NotNullIfNotNull"] = new("System.Diagnostics.CodeAnalysis", ParameterStrings.InNotNullIfNotNull),
        });

    /// <summary>Where an attribute of a name stands, and who reads it.</summary>
    internal sealed record Place(string Namespace, Func<AttributeSite, IEnumerable<MissingName>> Read);

    /// <summary>Every attribute that is read, with its namespace.</summary>
    public static IEnumerable<string> All => Places.Select(place => $"{place.Value.Namespace}.{place.Key}Attribute");

    public static IEnumerable<MissingName> In(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        if (attribute.ArgumentList is null || !Places.TryGetValue(NameOf(attribute), out var place)) return [];
        if (model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType is not { } type || type.ContainingNamespace?.ToDisplayString() != place.Namespace) return [];
        return place.Read(new AttributeSite(attribute, type, model, cancellation));
    }

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
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }
}
