using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>A rewriting that may or may not compile, and the proof.</summary>
internal sealed class CompileCheck(Document document, SyntaxNode root)
{
    private const string MissingMember = "CS1061";

    private static readonly SyntaxAnnotation Rewritten = new();

    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword);

    /// <summary>
    /// The document in which one node stands for another, with what must be imported for it; null where that does not
    /// compile.
    /// </summary>
    public async Task<Document?> Replace(
        SyntaxNode old, SyntaxNode replacement, string? import, CancellationToken cancellation)
    {
        if (!Fits(replacement, old) || IsOwnDefault(replacement, old)) return null;
        var changed = root.ReplaceNode(old, replacement.WithTriviaFrom(old).WithAdditionalAnnotations(Rewritten));
        if (import is not null) changed = Import(changed, import);
        var attempt = document.WithSyntaxRoot(changed);
        return await Compiles(attempt, cancellation).ConfigureAwait(false) ? attempt : null;
    }

    /// <summary>How what was rewritten is declared; null where it is no symbol of its own.</summary>
    public static async Task<string?> SignatureIn(Document changed, CancellationToken cancellation)
    {
        var root = await changed.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await changed.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root?.GetAnnotatedNodes(Rewritten).FirstOrDefault() is not { } node || model is null) return null;
        var asked = node switch
        {
            AwaitExpressionSyntax awaited => awaited.Expression,
            AssignmentExpressionSyntax assignment => assignment.Left,
            _ => node,
        };
        return model.GetSymbolInfo(asked, cancellation).Symbol is { } symbol and not INamespaceSymbol
            ? symbol.ToMinimalDisplayString(model, node.SpanStart, Signature)
            : null;
    }

    /// <summary>
    /// What is wrong elsewhere may stay wrong; nothing else may become so, and what was rewritten may not be wrong
    /// itself.
    /// </summary>
    private async Task<bool> Compiles(Document attempt, CancellationToken cancellation)
    {
        var changed = await attempt.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await attempt.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (changed?.GetAnnotatedNodes(Rewritten).FirstOrDefault() is not { } node || model is null) return false;
        if (CompilerErrors.In(model, cancellation)
            .Any(error => error.Location.SourceSpan.IntersectsWith(node.Span) && !IsAfter(error, node)))
            return false;
        var appeared = await CompilerErrors.NewInAsync(attempt, document, cancellation).ConfigureAwait(false);
        return appeared.All(error => error.Id == MissingMember && IsNextLink(error, node));
    }

    private static bool IsAfter(Diagnostic error, SyntaxNode node) => error.Location.SourceSpan.Start >= node.Span.End;

    /// <summary>
    /// In a chain of calls the next link may be made up too: nobody could see that as long as this one did not bind.
    /// </summary>
    private static bool IsNextLink(Diagnostic error, SyntaxNode node) =>
        node.Ancestors()
            .OfType<MemberAccessExpressionSyntax>()
            .FirstOrDefault(access => access.Expression.Span.Contains(node.Span)) is { } next
        && next.Name.Span == error.Location.SourceSpan;

    /// <summary>
    /// Only a name can be a part of a longer name: no keyword, and nothing with a dot behind the last one; and only a
    /// type can stand where a type does.
    /// </summary>
    private static bool Fits(SyntaxNode replacement, SyntaxNode old) => old.Parent switch
    {
        QualifiedNameSyntax longer when longer.Left == old => replacement is NameSyntax,
        AttributeSyntax or ExplicitInterfaceSpecifierSyntax or BaseNamespaceDeclarationSyntax =>
            replacement is NameSyntax,
        QualifiedNameSyntax or AliasQualifiedNameSyntax or MemberBindingExpressionSyntax =>
            replacement is SimpleNameSyntax,
        MemberAccessExpressionSyntax access when access.Name == old => replacement is SimpleNameSyntax,
        NameColonSyntax or NameEqualsSyntax => replacement is IdentifierNameSyntax,
        _ => replacement is TypeSyntax
            || old is not ExpressionSyntax expression
            || !SyntaxFacts.IsInTypeOnlyContext(expression),
    };

    /// <summary>
    /// Whether a method would be the default value of its own parameter: the compiler waits for itself there, and never
    /// comes back to say that it is wrong.
    /// </summary>
    private static bool IsOwnDefault(SyntaxNode replacement, SyntaxNode old) =>
        old.FirstAncestorOrSelf<ParameterSyntax>()?.Parent?.Parent is MethodDeclarationSyntax { Identifier: var owner }
        && replacement.DescendantTokens().Any(token => token.ValueText == owner.ValueText);

    private static SyntaxNode Import(SyntaxNode root, string import)
    {
        if (root is not CompilationUnitSyntax unit) return root;
        var name = SyntaxFactory.ParseName(import).WithLeadingTrivia(SyntaxFactory.Space);
        return unit.AddUsings(SyntaxFactory.UsingDirective(name).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed));
    }
}
