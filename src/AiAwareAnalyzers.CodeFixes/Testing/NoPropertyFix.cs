using AiAwareAnalyzers.Editing;
using AiAwareAnalyzers.Testing.Properties;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Testing;

/// <summary>Writes the property below the first of the examples.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoPropertyFix))]
public sealed class NoPropertyFix() : Fix(NoProperty.Descriptor.Id)
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Enclosing<InvocationExpressionSyntax>() is not { } place
            || finding.Enclosing<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax } test
            || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model
            || model.GetOperation(place, finding.Cancellation) is not IInvocationOperation call
            || Law.Of(call.TargetMethod) is not { } law
            || Receivers.Of(call, test, model) is not { } receiver
            || PropertyText.Of(law, receiver, test, model) is not { } property)
            return;

        finding.Offer(
            $"Write a property with {PropertyTools.Of(model.Compilation).Name}",
            nameof(NoPropertyFix),
            editor => editor.InsertAfter(test, FullName.Simplified(property)));
    }
}
