using AiAwareAnalyzers.Money.Amounts;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money;

/// <summary>Maps money to a decimal column or parameter, and says that the schema changes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoneyStoredAsFloatFix))]
public sealed class MoneyStoredAsFloatFix() : Fix(MoneyStoredAsFloat.Descriptor.Id)
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;

        switch (finding.Node)
        {
            case LiteralExpressionSyntax type:
                Offer(finding, type, Text(ColumnTypes.Decimal), $"Store as {ColumnTypes.Decimal} (the column changes)");
                break;
            case GenericNameSyntax { Parent.Parent: InvocationExpressionSyntax conversion }
                when HasPrecision(conversion, model):
                Offer(
                    finding, conversion, Precise(conversion), "Store as decimal with two places (the column changes)");
                break;
            case ExpressionSyntax member when model.GetSymbolInfo(member).Symbol is IFieldSymbol type
                && ColumnTypes.DecimalBeside(type) is { } name:
                Offer(finding, member, Named(member, name), $"Pass as {name}");
                break;
        }
    }

    private static void Offer(Finding finding, SyntaxNode place, SyntaxNode exact, string title) =>
        finding.Offer(title, "Decimal", editor => editor.ReplaceNode(place, exact.WithTriviaFrom(place)));

    private static LiteralExpressionSyntax Text(string value) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(value));

    /// <summary>Whether the mapping can state a precision instead; older versions cannot.</summary>
    private static bool HasPrecision(InvocationExpressionSyntax conversion, SemanticModel model) =>
        conversion.Expression is MemberAccessExpressionSyntax member
        && model.LookupSymbols(
            conversion.SpanStart,
            model.GetTypeInfo(member.Expression).Type as INamedTypeSymbol,
            "HasPrecision",
            includeReducedExtensionMethods: true)
            .OfType<IMethodSymbol>().Any(method => method.Parameters.Length == 2);

    private static InvocationExpressionSyntax Precise(InvocationExpressionSyntax conversion) =>
        conversion
            .WithExpression(((MemberAccessExpressionSyntax)conversion.Expression)
                .WithName(SyntaxFactory.IdentifierName("HasPrecision")))
            .WithArgumentList(SyntaxFactory.ParseArgumentList("(18, 2)"));

    private static ExpressionSyntax Named(ExpressionSyntax member, string name) =>
        member is MemberAccessExpressionSyntax access
            ? access.WithName(SyntaxFactory.IdentifierName(name))
            : SyntaxFactory.IdentifierName(name);
}
