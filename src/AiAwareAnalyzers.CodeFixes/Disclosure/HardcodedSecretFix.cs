using AiAwareAnalyzers.Editing;
using AiAwareAnalyzers.Knowledge.Frameworks;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>Reads the secret from the configuration that is at hand, and throws where it is missing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HardcodedSecretFix))]
public sealed class HardcodedSecretFix() : Fix(HardcodedSecret.Descriptor.Id)
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is not
            { RawKind: (int)SyntaxKind.StringLiteralExpression } literal || IsConstant(literal))
            return;
        if (!finding.Diagnostic.Properties.TryGetValue(HardcodedSecret.Taker, out var taker)
            || KeyOf(taker) is not { } name)
            return;
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model
            || ConfigurationAt(literal, model) is not { } configuration)
            return;

        var key = KnownKey(literal.SyntaxTree.GetRoot(), name);
        var read = SyntaxFactory.ParseExpression(
            $"({configuration}[\"{key}\"] ?? throw new "
            + $"System.InvalidOperationException(\"'{key}' is not configured.\"))");
        var shortened = read.ReplaceNodes(
            read.DescendantNodes().OfType<QualifiedNameSyntax>(), static (_, name) => FullName.Simplified(name));
        var expression = StandsAlone(literal) ? ((ParenthesizedExpressionSyntax)shortened).Expression : shortened;
        finding.Offer(
            $"Read it from '{key}' of the configuration",
            nameof(HardcodedSecretFix),
            editor => editor.ReplaceNode(literal, expression.WithTriviaFrom(literal)));
    }

    private static bool StandsAlone(ExpressionSyntax literal) =>
        literal.Parent is EqualsValueClauseSyntax or ArgumentSyntax or AssignmentExpressionSyntax
            or ReturnStatementSyntax or ArrowExpressionClauseSyntax;

    /// <summary>Constants, attributes and default values are fixed when the code is compiled.</summary>
    private static bool IsConstant(SyntaxNode literal) => literal.Ancestors().Any(ancestor =>
        ancestor is AttributeSyntax
            or ParameterSyntax
            or FieldDeclarationSyntax
            or PropertyDeclarationSyntax { ExpressionBody: null }
        || ancestor is LocalDeclarationStatementSyntax { IsConst: true });

    /// <summary>The name of the setting: what takes the secret, in Pascal case.</summary>
    private static string? KeyOf(string? taker)
    {
        var name = string.Concat((taker ?? "").Where(char.IsLetterOrDigit));
        return name.Length == 0 ? null : char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>
    /// The key under which this file reads such a setting already (<c>Jwt:SigningKey</c>), or the name.
    /// </summary>
    private static string KnownKey(SyntaxNode root, string name)
    {
        var known = root.DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Where(static literal => literal.Parent is ArgumentSyntax)
            .Select(static literal => literal.Token.ValueText)
            .Where(text => text.EndsWith(":" + name, StringComparison.OrdinalIgnoreCase) && !text.Contains(' '))
            .Distinct()
            .ToList();
        return known.Count == 1 ? known[0] : name;
    }

    /// <summary>A configuration in scope: by itself, or of the builder of an application.</summary>
    private static string? ConfigurationAt(SyntaxNode place, SemanticModel model)
    {
        foreach (var (name, type) in InScope.At(place, model))
        {
            if (ConfigurationReads.IsConfiguration(type)) return name;
            if (type.Name is "WebApplicationBuilder" or "WebApplication" or "HostApplicationBuilder")
                return name + ".Configuration";
        }

        return null;
    }
}
