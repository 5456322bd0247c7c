using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>Asks the environment that is at hand, and switches the help on in development only.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DebugInProductionFix))]
public sealed class DebugInProductionFix() : Fix("AIA0805")
{
    private const string Title = "Switch it on in development only";

    private protected override async Task OfferAsync(Finding finding)
    {
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;

        if (finding.Enclosing<AssignmentExpressionSyntax>() is { Right: LiteralExpressionSyntax literal }
            && QuestionAt(literal, model) is { } question)
            finding.Offer(
                Title,
                "Setting",
                editor =>
                    editor.ReplaceNode(
                        literal,
                        Asked(literal.IsKind(SyntaxKind.TrueLiteralExpression) ? question : "!" + question)
                            .WithTriviaFrom(literal)));
        else if (finding.Enclosing<InvocationExpressionSyntax>() is { } call && QuestionAt(call, model) is { } asked)
            OfferForCall(finding, call, asked, model);
    }

    private static void OfferForCall(
        Finding finding, InvocationExpressionSyntax call, string question, SemanticModel model)
    {
        if (TakesSwitch(call, model))
        {
            var arguments = SyntaxFactory.ArgumentList(
                SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(Asked(question))));
            finding.Offer(
                Title,
                "Argument",
                editor => editor.ReplaceNode(call.ArgumentList, arguments.WithTriviaFrom(call.ArgumentList)));
        }
        else if (call.Parent is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement
            && call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax })
        {
            finding.Offer(Title, "Statement", editor => editor.ReplaceNode(statement, Guarded(statement, question)));
        }
    }

    /// <summary><c>EnableSensitiveDataLogging(bool sensitiveDataLoggingEnabled = true)</c></summary>
    private static bool TakesSwitch(InvocationExpressionSyntax call, SemanticModel model) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol { Parameters: { Length: 1 } parameters }
        && parameters[0].Type.SpecialType == SpecialType.System_Boolean;

    private static ExpressionSyntax Asked(string question) => SyntaxFactory.ParseExpression(question);

    private static StatementSyntax Guarded(ExpressionStatementSyntax statement, string question) =>
        SyntaxFactory.ParseStatement($"if ({question}) {statement.WithoutTrivia()}").WithTriviaFrom(statement);

    /// <summary>The first thing in scope that knows the environment; its question must be importable here.</summary>
    private static string? QuestionAt(SyntaxNode place, SemanticModel model)
    {
        foreach (var (name, type) in InScope.At(place, model))
            if (EnvironmentOf(type) is var (member, environment)
                && model.LookupSymbols(
                    place.SpanStart, environment, "IsDevelopment", includeReducedExtensionMethods: true).Length > 0)
                return $"{name}{member}.IsDevelopment()";
        return null;
    }

    private static (string Member, ITypeSymbol Type)? EnvironmentOf(ITypeSymbol type)
    {
        if (IsEnvironment(type)) return ("", type);
        return type.Name is "WebApplication" or "WebApplicationBuilder" or "HostApplicationBuilder"
            && type.GetMembers("Environment").OfType<IPropertySymbol>().FirstOrDefault() is { } property
                ? (".Environment", property.Type)
                : null;
    }

    private static bool IsEnvironment(ITypeSymbol type) =>
        type.Name == "IHostEnvironment"
        || type.AllInterfaces.Any(implemented => implemented.Name == "IHostEnvironment");
}
