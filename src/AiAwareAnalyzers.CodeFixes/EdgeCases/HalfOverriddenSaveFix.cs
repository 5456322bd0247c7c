using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Moves both overrides to the overloads with the bool, to which the others forward.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HalfOverriddenSaveFix))]
public sealed class HalfOverriddenSaveFix() : Fix("AIA0910")
{
    private const string Accept = "acceptAllChangesOnSuccess";

    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.ContainsKey(HalfOverriddenSave.CanMove)
            && finding.Enclosing<TypeDeclarationSyntax>() is { } type
            && OverridesIn(type) is { Count: 2 } overrides
            && overrides.TrueForAll(CanMove))
            finding.Offer("Override the overloads with the bool", "Accepting", editor =>
            {
                foreach (var save in overrides) editor.ReplaceNode(save, Moved(save));
            });
        return Task.CompletedTask;
    }

    private static List<MethodDeclarationSyntax> OverridesIn(TypeDeclarationSyntax type) => type.Members
        .OfType<MethodDeclarationSyntax>()
        .Where(method => method.Identifier.ValueText is "SaveChanges" or "SaveChangesAsync"
            && method.Modifiers.Any(SyntaxKind.OverrideKeyword))
        .ToList();

    /// <summary>An override that only calls the base, and knows nobody by the new name.</summary>
    private static bool CanMove(MethodDeclarationSyntax save) =>
        save.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(CallsSave).ToList() is { Count: > 0 } calls
        && calls.TrueForAll(IsBaseCall)
        && !save.DescendantTokens().Any(token => token.ValueText == Accept);

    private static bool CallsSave(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText is "SaveChanges" or "SaveChangesAsync",
        SimpleNameSyntax name => name.Identifier.ValueText is "SaveChanges" or "SaveChangesAsync",
        _ => false,
    };

    private static bool IsBaseCall(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax };

    private static MethodDeclarationSyntax Moved(MethodDeclarationSyntax save)
    {
        var passing = save.ReplaceNodes(
            save.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsBaseCall).Where(CallsSave),
            static (_, call) => call.WithArgumentList(WithFirst(call.ArgumentList)));
        return passing.WithParameterList(WithFirst(passing.ParameterList));
    }

    private static ArgumentListSyntax WithFirst(ArgumentListSyntax list)
    {
        var accept = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(Accept));
        return list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(WithComma(accept, list.Arguments)));
    }

    private static ParameterListSyntax WithFirst(ParameterListSyntax list)
    {
        var accept = SyntaxFactory.Parameter(SyntaxFactory.Identifier(Accept))
            .WithType(
                SyntaxFactory.PredefinedType(
                    SyntaxFactory.Token(SyntaxKind.BoolKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
        return list.WithParameters(SyntaxFactory.SeparatedList<ParameterSyntax>(WithComma(accept, list.Parameters)));
    }

    private static IEnumerable<SyntaxNodeOrToken> WithComma<T>(T first, SeparatedSyntaxList<T> rest)
        where T : SyntaxNode
    {
        yield return first;
        if (rest.Count > 0)
            yield return SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        foreach (var part in rest.GetWithSeparators()) yield return part;
    }
}
