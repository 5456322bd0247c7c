using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Tells a parser the culture, and the style that it used without being told.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HostCultureFix))]
public sealed class HostCultureFix() : Fix("AIA0912")
{
    private const string Space = "System.Globalization.";
    private const string Culture = Space + "CultureInfo.InvariantCulture";

    private protected override async Task OfferAsync(Finding finding)
    {
        if (!finding.Diagnostic.Properties.ContainsKey(HostCulture.Parser)
            || finding.Node is not InvocationExpressionSyntax { ArgumentList: { } arguments }
            || arguments.Arguments.Any(static argument => argument.NameColon is not null)
            || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model
            || model.GetSymbolInfo(finding.Node, finding.Cancellation).Symbol is not IMethodSymbol parser)
            return;

        if (UntoldIn(arguments, parser) is { } nobody)
        {
            finding.Offer("Pass the invariant culture", "Culture", editor =>
                editor.ReplaceNode(nobody, Named(Culture).WithTriviaFrom(nobody)));
            return;
        }

        string[]? told = (parser.Name, arguments.Arguments.Count) switch
        {
            ("TryParse", 2) when IsDate(parser.ContainingType) => [Culture, Space + "DateTimeStyles.None"],
            ("TryParse", 2) => [StyleOf(parser.ContainingType), Culture],
            (not ("TryParse" or "TryParseExact"), 1) => [Culture],
            _ => null,
        };
        if (told is not null)
            finding.Offer("Pass the invariant culture", "Culture", editor =>
                editor.ReplaceNode(arguments, Told(arguments, told)));
    }

    /// <summary>The <c>null</c> that stands where a culture could.</summary>
    private static ExpressionSyntax? UntoldIn(ArgumentListSyntax arguments, IMethodSymbol parser) =>
        arguments.Arguments
            .Where((_, index) => index < parser.Parameters.Length
                && parser.Parameters[index].Type.Name == nameof(IFormatProvider))
            .Select(static argument => argument.Expression)
            .FirstOrDefault();

    /// <summary>Behind the text, and before the <c>out</c> argument.</summary>
    private static ArgumentListSyntax Told(ArgumentListSyntax arguments, string[] told) =>
        SyntaxFactory.ArgumentList(
            arguments.OpenParenToken,
            SyntaxFactory.SeparatedList(
                arguments.Arguments.Take(1)
                    .Concat(told.Select(name => SyntaxFactory.Argument(Named(name))))
                    .Concat(arguments.Arguments.Skip(1))
                    .Select(static argument => argument.WithoutTrivia()),
                Enumerable.Repeat(
                    SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space),
                    arguments.Arguments.Count + told.Length - 1)),
            arguments.CloseParenToken);

    private static ExpressionSyntax Named(string name) =>
        name.Split('|') is { Length: 2 } both
            ? SyntaxFactory.BinaryExpression(
                SyntaxKind.BitwiseOrExpression, FullName.Of(both[0]), FullName.Of(both[1]))
            : FullName.Of(name);

    private static bool IsDate(INamedTypeSymbol type) => type.Name is "DateTime" or "DateTimeOffset" or "DateOnly";

    /// <summary>What the parser of a type takes where it is told no style.</summary>
    private static string StyleOf(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Decimal
            ? Space + "NumberStyles.Number"
            : $"{Space}NumberStyles.Float|{Space}NumberStyles.AllowThousands";
}
