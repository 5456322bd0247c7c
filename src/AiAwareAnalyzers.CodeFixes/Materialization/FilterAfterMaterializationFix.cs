using AiAwareAnalyzers.Materialization.Plans;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization;

/// <summary>Lets the query, stream or sequence do the work before it is put in memory, or instead.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FilterAfterMaterializationFix))]
public sealed class FilterAfterMaterializationFix() : Fix(FilterAfterMaterialization.Descriptor.Id)
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.ContainsKey(Relocation.Moved)
            && finding.Enclosing<InvocationExpressionSyntax>() is { } listing)
            finding.Offer(
                "Do the work before the copy",
                "Relocate",
                _ => Task.FromResult(RelocationRewrite.In(finding, listing)));
        return Task.CompletedTask;
    }
}
