using AiAwareAnalyzers.Knowledge.Templates;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Injection;

/// <summary>Takes only the file name of what is meant to be one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PathFromInputFix))]
public sealed class PathFromInputFix() : Fix(PathFromInput.Descriptor.Id)
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (!finding.Diagnostic.Properties.ContainsKey(PathFromInput.IsFileName)
            || finding.Node is not ExpressionSyntax name
            || !IsPieceOfPath(name))
            return;
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model || !IsFileName(name, model))
            return;

        var source = await finding.Document.GetTextAsync(finding.Cancellation).ConfigureAwait(false);
        var path = model.LookupNamespacesAndTypes(name.SpanStart, name: "Path").IsEmpty ? "System.IO.Path" : "Path";
        finding.Offer(
            $"Take the file name of '{name}'",
            nameof(PathFromInputFix),
            _ => Task.FromResult(
                finding.Document.WithText(
                    source.WithChanges(new TextChange(name.Span, $"{path}.GetFileName({name})")))));
    }

    /// <summary>
    /// The last of several pieces: a whole path has nothing left when its folders are cut off, and <c>..</c> stays what
    /// it is.
    /// </summary>
    private static bool IsPieceOfPath(ExpressionSyntax name) =>
        name.Parent is InterpolationSyntax or BinaryExpressionSyntax
        || name.Parent
            is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax
                { Name.Identifier.ValueText: "Combine" or "Join" } } } argument
            && argument.Parent is ArgumentListSyntax list
            && list.Arguments[0] != argument
            && list.Arguments.Last() == argument;

    /// <summary>
    /// What the upload or the caller calls a name of a file; an entry of an archive has folders on purpose.
    /// </summary>
    private static bool IsFileName(ExpressionSyntax name, SemanticModel model)
    {
        if (!TextOperations.IsText(model.GetTypeInfo(name).Type)) return false;
        var called = name switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: not "FullName" and var member } => member,
            _ => "",
        };
        return called.EndsWith("name", StringComparison.OrdinalIgnoreCase)
            || called.EndsWith("file", StringComparison.OrdinalIgnoreCase);
    }
}
