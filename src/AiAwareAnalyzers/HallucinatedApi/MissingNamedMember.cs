using AiAwareAnalyzers.HallucinatedApi.MemberStrings;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>A string that names a member which is not there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingNamedMember() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0107",
        title: "A string names a member that does not exist",
        messageFormat: "'{0}' has no {1} '{2}', {3}; {4}",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A string in an attribute or a call names a member that does not exist, which shows only when "
            + "the program runs.",
        alsoKnownAs: "magic string");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation)) return;
        start.RegisterSyntaxNodeAction(AskAttribute, SyntaxKind.Attribute);
        start.RegisterSyntaxNodeAction(AskElement, SyntaxKind.ElementAccessExpression);
        start.RegisterOperationAction(AskCall, OperationKind.Invocation);
        start.RegisterOperationAction(AskCreation, OperationKind.ObjectCreation);
    }

    private static void AskAttribute(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        foreach (var missing in AttributeStrings.In(
            attribute, context.SemanticModel, context.Options, context.CancellationToken))
            if (Finding(missing, context.Compilation) is { } finding)
                context.Report(finding);
    }

    private static void AskElement(SyntaxNodeAnalysisContext context)
    {
        var access = (ElementAccessExpressionSyntax)context.Node;
        foreach (var missing in EntityStrings.In(access, context.SemanticModel, context.CancellationToken))
            if (Finding(missing, context.Compilation) is { } finding)
                context.Report(finding);
    }

    private static void AskCall(OperationAnalysisContext context)
    {
        foreach (var missing in CallStrings.In((IInvocationOperation)context.Operation, context.ContainingSymbol))
            if (Finding(missing, context.Compilation) is { } finding)
                context.Report(finding);
    }

    private static void AskCreation(OperationAnalysisContext context)
    {
        foreach (var missing in CallStrings.In((IObjectCreationOperation)context.Operation, context.ContainingSymbol))
            if (Finding(missing, context.Compilation) is { } finding)
                context.Report(finding);
    }

    private static Diagnostic? Finding(MissingName missing, Compilation compilation) =>
        missing.Suggestions(compilation) is { } suggestions
            ? Diagnostic.Create(
                Descriptor,
                missing.Place,
                NameofForms.Properties(missing, suggestions),
                missing.Owner,
                missing.Kind,
                Quote.Of(missing.Name),
                missing.Harm,
                SuggestionText.DidYouMean(suggestions))
            : null;
}
