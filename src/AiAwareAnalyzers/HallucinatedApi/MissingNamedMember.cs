using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.MemberStrings;
using AiAwareAnalyzers.Knowledge.Suggestions;
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
        description: "A string in an attribute or a call names a member that does not exist, which nobody notices before the program runs.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation)) return;
        start.RegisterSyntaxNodeAction(AskAttribute, SyntaxKind.Attribute);
        start.RegisterSyntaxNodeAction(AskElement, SyntaxKind.ElementAccessExpression);
        start.RegisterOperationAction(AskCall, OperationKind.Invocation);
        start.RegisterOperationAction(AskCreation, OperationKind.ObjectCreation);
    }

    private static void AskAttribute(SyntaxNodeAnalysisContext context) =>
        Report(AttributeStrings.In((AttributeSyntax)context.Node, context.SemanticModel, context.CancellationToken), context.Compilation, context.ReportDiagnostic);

    private static void AskElement(SyntaxNodeAnalysisContext context) =>
        Report(EntityStrings.In((ElementAccessExpressionSyntax)context.Node, context.SemanticModel, context.CancellationToken), context.Compilation, context.ReportDiagnostic);

    private static void AskCall(OperationAnalysisContext context) =>
        Report(CallStrings.In((IInvocationOperation)context.Operation, context.ContainingSymbol), context.Compilation, context.ReportDiagnostic);

    private static void AskCreation(OperationAnalysisContext context) =>
        Report(CallStrings.In((IObjectCreationOperation)context.Operation, context.ContainingSymbol), context.Compilation, context.ReportDiagnostic);

    private static void Report(IEnumerable<MissingName> names, Compilation compilation, Action<Diagnostic> report)
    {
        foreach (var missing in names)
            if (missing.Suggestions(compilation) is { } suggestions)
                report(Finding(missing, suggestions));
    }

    private static Diagnostic Finding(MissingName missing, ImmutableArray<Suggestion> suggestions) => Diagnostic.Create(
        Descriptor,
        missing.Place,
        NamedAnswer.Properties(missing, suggestions),
        missing.Owner,
        missing.Kind,
        Quote.Of(missing.Name),
        missing.Harm,
        Answer.DidYouMean(suggestions));
}
