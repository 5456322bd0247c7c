using AiAwareAnalyzers.Governance.Ledgers;
using AiAwareAnalyzers.Governance.Reviews;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Governance;

/// <summary>A type in a high-risk zone whose code has no sign-off.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreviewedHighRiskCode() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1206",
        title: "Code in a high-risk zone has no sign-off",
        messageFormat: "'{0}' stands in a zone of 'ai_aware.high_risk', and {1} no sign-off in AiAware.reviews; "
            + "have it read, and signed off as '{2}'",
        category: Family.Governance,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Code in a high-risk zone has no sign-off, so a mistake where mistakes cost most may have been "
            + "read by its author alone.",
        alsoKnownAs: "missing review, unreviewed code");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (ReviewList.Of(start.Options, start.CancellationToken) is not { } reviews
            || TestCode.Of(start.Compilation).IsTestProject)
            return;
        start.RegisterSyntaxNodeAction(
            context => Analyze(context, reviews),
            SyntaxKind.ClassDeclaration,
            SyntaxKind.StructDeclaration,
            SyntaxKind.RecordDeclaration,
            SyntaxKind.RecordStructDeclaration,
            SyntaxKind.InterfaceDeclaration);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, ReviewList reviews)
    {
        var type = (TypeDeclarationSyntax)context.Node;
        if (type.Parent is TypeDeclarationSyntax || !Zones.Hold(type, context.Options, context.Compilation)) return;

        var unread = Unread(type, reviews).ToList();
        if (unread.Count > 0)
            context.Report(Diagnostic.Create(
                Descriptor,
                type.Identifier.GetLocation(),
                Quote.Of(type.Identifier.Text),
                Told(unread),
                unread.Count > 1 ? MemberAddress.Of(type) : MemberAddress.Of(unread[0])));
    }

    /// <summary>The members that do something and that no sign-off covers, of their own or of their type.</summary>
    private static IEnumerable<MemberDeclarationSyntax> Unread(TypeDeclarationSyntax type, ReviewList reviews)
    {
        if (reviews.Mentions(MemberAddress.Of(type))) yield break;
        var members = type.DescendantNodes(node =>
                node == type
                || node is TypeDeclarationSyntax inner && !reviews.Mentions(MemberAddress.Of(inner)))
            .OfType<MemberDeclarationSyntax>();
        foreach (var member in members)
            if (DoesSomething(member) && !reviews.Mentions(MemberAddress.Of(member))) yield return member;
    }

    private static bool DoesSomething(MemberDeclarationSyntax member) =>
        member switch
        {
            BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
            PropertyDeclarationSyntax { ExpressionBody: not null } => true,
            IndexerDeclarationSyntax { ExpressionBody: not null } => true,
            BasePropertyDeclarationSyntax { AccessorList: { } accessors } =>
                accessors.Accessors.Any(static accessor =>
                    accessor.Body is not null || accessor.ExpressionBody is not null),
            _ => false,
        };

    private static string Told(List<MemberDeclarationSyntax> unread)
    {
        var first = $"'{Quote.Of(DeclaredName.Of(unread[0]).Text)}'";
        return unread.Count switch
        {
            1 => $"{first} has",
            2 => $"{first} and '{Quote.Of(DeclaredName.Of(unread[1]).Text)}' have",
            var count => $"{first} and {count - 1} other members have",
        };
    }
}
