using AiAwareAnalyzers.Disclosure.Leaks;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>An exception's message, trace or whole self in what a client is answered.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExceptionInResponse() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0801",
        title: "An exception is shown to the client",
        messageFormat: "'{0}' goes to the client through '{1}' and reveals code, queries and paths; log '{2}', and "
            + "answer with a text of your own",
        category: Family.Disclosure,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "The text of an exception is written for developers, and tells an attacker which code, which "
            + "query and which path to try next.",
        alsoKnownAs: "information disclosure, stack trace exposure",
        cwe: [209]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!ResponseSinks.AreThere(start.Compilation) || TestCode.Of(start.Compilation).IsTestProject) return;

        var mentions = ExceptionMentions.Of(start.Compilation);
        var answered = AnsweredResults.Of(start.Compilation);
        start.RegisterOperationAction(
            context => Analyze(
                ExceptionMentions.In((ICatchClauseOperation)context.Operation),
                finding => context.Report(finding),
                mention => answered.From(mention, context.ContainingSymbol)),
            OperationKind.CatchClause);
        start.RegisterOperationAction(
            context => AskFunction(context, mentions), OperationKind.AnonymousFunction, OperationKind.LocalFunction);
        start.RegisterOperationBlockAction(context => AskMethod(context, mentions));
        start.RegisterOperationAction(context => AskProperty(context, mentions), OperationKind.PropertyReference);
    }

    private static void AskMethod(OperationBlockAnalysisContext context, ExceptionMentions mentions)
    {
        if (context.OwningSymbol is not IMethodSymbol method) return;
        foreach (var block in context.OperationBlocks)
            Analyze(mentions.In(block, method), finding => context.Report(finding));
    }

    private static void AskFunction(OperationAnalysisContext context, ExceptionMentions mentions)
    {
        var function = context.Operation is ILocalFunctionOperation local
            ? local.Symbol
            : ((IAnonymousFunctionOperation)context.Operation).Symbol;
        Analyze(mentions.In(context.Operation, function), finding => context.Report(finding));
    }

    private static void AskProperty(OperationAnalysisContext context, ExceptionMentions mentions)
    {
        if (mentions.IsGiven((IPropertyReferenceOperation)context.Operation))
            Analyze([context.Operation], finding => context.Report(finding));
    }

    private static void Analyze(
        IEnumerable<IOperation> mentions,
        Action<Diagnostic> report,
        Func<IOperation, ExceptionText?>? byCallers = null)
    {
        foreach (var mention in mentions)
            if (!ExceptionMentions.IsForWriter(mention)
                && (ExceptionText.From(mention, ResponseSinks.Of) ?? byCallers?.Invoke(mention)) is { } shown
                && !(shown.IsMessage && shown.Thrown.All(ExceptionAudience.IsUsers))
                && !(ResponseSinks.AreReturned(shown.Sink) && Triggers.AnswerNobody(mention))
                && !EnvironmentGuard.Covers(mention.Syntax))
                report(Diagnostic.Create(
                    Descriptor,
                    shown.Text.Syntax.GetLocation(),
                    Quote.Of(Whole(shown.Text.Syntax)),
                    shown.Sink,
                    ExceptionMentions.NameOf(mention)));
    }

    /// <summary>What is read behind <c>?.</c> is nothing without what stands before it.</summary>
    private static SyntaxNode Whole(SyntaxNode text) =>
        text.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } access
        && access.WhenNotNull.Span.Contains(text.Span)
            ? access
            : text;
}
