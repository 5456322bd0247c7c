using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Demands that the JSON of a request has the value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequiredValueTypeFix))]
public sealed class RequiredValueTypeFix() : Fix("AIA0903")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.ContainsKey(RequiredValueType.IsJson)
            && finding.Enclosing<AttributeSyntax>()
                is { Parent: AttributeListSyntax { Parent: PropertyDeclarationSyntax, Target: null } list } attribute)
            finding.Offer(
                "Demand it with [JsonRequired]",
                "JsonRequired",
                editor => editor.ReplaceNode(list, WithDemand(list, attribute)));
        return Task.CompletedTask;
    }

    private static AttributeListSyntax WithDemand(AttributeListSyntax list, AttributeSyntax attribute)
    {
        var demand = SyntaxFactory.Attribute(
            FullName.Simplified(SyntaxFactory.ParseName("System.Text.Json.Serialization.JsonRequired")));
        return list.WithAttributes(list.Attributes.Insert(
            list.Attributes.IndexOf(attribute) + 1, demand.WithLeadingTrivia(SyntaxFactory.Space)));
    }
}
