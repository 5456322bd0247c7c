using AiAwareAnalyzers.Governance.Files;
using AiAwareAnalyzers.Governance.Suppressions;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance;

/// <summary>A finding of this package, or one about security, that is silenced without a reason.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnjustifiedSuppression() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1204",
        title: "A finding is silenced without a reason",
        messageFormat: "'{0}' silences {1} and does not say why, so that a decision looks like a mistake; {2}, or "
            + "repair what is found",
        category: Family.Governance,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A finding of this package or about security is silenced without a reason, so a later reader "
            + "cannot tell a decision from a mistake.",
        alsoKnownAs: "unjustified suppression, missing justification",
        customTags: LowersOwnFindings);

    private const string Everything = "every warning";
    private const string BehindCode = "write the reason behind it, after '//'";

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation)) return;
        start.RegisterSyntaxTreeAction(context => AnalyzePragmas(context, start.Compilation));
        start.RegisterSyntaxNodeAction(AnalyzeAttribute, SyntaxKind.Attribute);
        if (!TestCode.Of(start.Compilation).IsTestProject)
            start.RegisterSyntaxNodeAction(AnalyzeForgiven, SyntaxKind.SuppressNullableWarningExpression);
        start.RegisterAdditionalFileAction(AnalyzeFile);
    }

    private static void AnalyzePragmas(SyntaxTreeAnalysisContext context, Compilation compilation)
    {
        var root = context.Tree.GetRoot(context.CancellationToken);
        if (!root.ContainsDirectives || Migrations.AreIn(root)) return;
        foreach (var trivia in root.DescendantTrivia(static node => node.ContainsDirectives))
            if (trivia.GetStructure() is PragmaWarningDirectiveTriviaSyntax { IsActive: true } pragma
                && pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword)
                && Silenced(pragma) is { Count: > 0 } silenced
                && !Reasons.StandBesideCode(
                    context.Tree.GetText(context.CancellationToken), pragma.SpanStart, silenced))
                context.Report(Diagnostic.Create(
                    Descriptor,
                    Location.Create(context.Tree, Written(pragma)),
                    SeverityAt(trivia.Token.Parent!, context.Options, compilation),
                    null,
                    null,
                    Quote.Of(context.Tree.GetText(context.CancellationToken).ToString(Written(pragma))),
                    string.Join(", ", silenced),
                    BehindCode));
    }

    /// <summary>Without ids, a directive silences everything; whoever silences this rule has said so.</summary>
    private static List<string> Silenced(PragmaWarningDirectiveTriviaSyntax pragma) =>
        pragma.ErrorCodes.Count == 0
            ? [Everything]
            :
            [
                .. pragma.ErrorCodes.Select(static code => code.ToString())
                    .Where(static id => id != Descriptor.Id && WatchedFindings.Contain(id)),
            ];

    /// <summary>The directive without what stands behind it.</summary>
    private static TextSpan Written(PragmaWarningDirectiveTriviaSyntax pragma) =>
        TextSpan.FromBounds(
            pragma.SpanStart,
            pragma.ErrorCodes.LastOrDefault()?.Span.End ?? pragma.DisableOrRestoreKeyword.Span.End);

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (!IsSuppression(attribute)
            || attribute.ArgumentList is not { Arguments: { Count: > 1 } arguments }
            || arguments[1].Expression is not LiteralExpressionSyntax { Token.ValueText: var check })
            return;

        var id = check.Split(':')[0].Trim();
        if (WatchedFindings.Contain(id) && !arguments.Any(argument => IsReason(argument, id)))
            context.Report(Diagnostic.Create(
                Descriptor,
                attribute.GetLocation(),
                SeverityAt(attribute, context.Options, context.Compilation),
                null,
                null,
                Quote.Of(attribute.Name),
                id,
                "write it as 'Justification'"));
    }

    private static void AnalyzeForgiven(SyntaxNodeAnalysisContext context)
    {
        var forgiven = (PostfixUnaryExpressionSyntax)context.Node;
        if (ForgivenSearch.In(forgiven, context.SemanticModel, context.CancellationToken) is not { } search
            || Reasons.StandBesideCode(
                context.Node.SyntaxTree.GetText(context.CancellationToken), forgiven.OperatorToken.SpanStart, []))
            return;
        context.Report(Diagnostic.Create(
            Descriptor,
            forgiven.GetLocation(),
            SeverityAt(forgiven, context.Options, context.Compilation),
            null,
            null,
            Quote.Of(forgiven),
            $"the warning that '{search.TargetMethod.Name}' may find nothing",
            BehindCode));
    }

    /// <summary>What is silenced without a word is a warning where mistakes cost most.</summary>
    private static DiagnosticSeverity SeverityAt(SyntaxNode place, AnalyzerOptions options, Compilation compilation) =>
        Zones.Hold(place, options, compilation) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;

    private static bool IsSuppression(AttributeSyntax attribute)
    {
        var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name;
        return name is IdentifierNameSyntax
        {
            Identifier.ValueText: "SuppressMessage" or "SuppressMessageAttribute" or "UnconditionalSuppressMessage"
            or "UnconditionalSuppressMessageAttribute",
        };
    }

    /// <summary>A constant with a name may say anything.</summary>
    private static bool IsReason(AttributeArgumentSyntax argument, string id) =>
        argument.NameEquals?.Name.Identifier.ValueText == "Justification"
        && (argument.Expression is not LiteralExpressionSyntax literal
            || Reasons.Tell(literal.Token.ValueText, [id]));

    private static void AnalyzeFile(AdditionalFileAnalysisContext context)
    {
        var name = LedgerFiles.NameOf(context.AdditionalFile);
        if (SettingLine.IsIn(name)) AnalyzeSettings(context);
        else if (ProjectProperty.IsIn(name)) AnalyzeProject(context);
    }

    private static void AnalyzeSettings(AdditionalFileAnalysisContext context)
    {
        if (context.AdditionalFile.GetText(context.CancellationToken) is not { } text) return;
        foreach (var setting in SettingLine.In(text))
            if (Lowered(setting) is { } id && !Reasons.StandBesideSetting(text, setting.Place.Start, [id]))
                Report(context, text, setting.Place, id, "write the reason above it, after '#'");
    }

    /// <summary>The id of what a line silences; null where it silences nothing.</summary>
    private static string? Lowered(SettingLine setting)
    {
        const string Opening = "dotnet_diagnostic.", Closing = ".severity";
        if (!setting.Key.StartsWith(Opening, StringComparison.Ordinal)
            || !setting.Key.EndsWith(Closing, StringComparison.Ordinal)
            || setting.Key.Length <= Opening.Length + Closing.Length)
            return null;

        var id = setting.Key.Substring(Opening.Length, setting.Key.Length - Opening.Length - Closing.Length)
            .ToUpperInvariant();
        return WatchedFindings.Contain(id) && IsSilence(id, setting.Value) ? id : null;
    }

    /// <summary>No build prints a suggestion: a warning that becomes one is silent there.</summary>
    private static bool IsSilence(string id, string severity) =>
        severity is "none" or "silent"
        || severity == "suggestion"
        && RuleBook.Findings().Any(finding =>
            finding.Id == id && finding.DefaultSeverity == DiagnosticSeverity.Warning);

    private static void AnalyzeProject(AdditionalFileAnalysisContext context)
    {
        if (context.AdditionalFile.GetText(context.CancellationToken) is not { } text) return;
        foreach (var property in ProjectProperty.In(text).Where(static property => property.Name == "NoWarn"))
            if (WatchedFindings.In(property.Value).ToList() is { Count: > 0 } ids
                && !Reasons.StandBesideProperty(text, property.Place.Start, ids))
                Report(
                    context, text, property.Place, string.Join(", ", ids), "write the reason above it, in '<!-- -->'");
    }

    private static void Report(
        AdditionalFileAnalysisContext context, SourceText text, TextSpan place, string ids, string wayOut) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor,
            LedgerFiles.PlaceOf(context.AdditionalFile, text, place),
            DiagnosticSeverity.Info,
            null,
            null,
            Quote.Of(text.ToString(place).Trim()),
            ids,
            wayOut));
}
