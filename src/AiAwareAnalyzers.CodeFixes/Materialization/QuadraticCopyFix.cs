using AiAwareAnalyzers.Editing;
using AiAwareAnalyzers.Materialization.Plans;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization;

/// <summary>Lets a text or list grow in place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(QuadraticCopyFix))]
public sealed class QuadraticCopyFix() : Fix(QuadraticCopy.Descriptor.Id)
{
    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => new OneByOne(this);

    private protected override async Task OfferAsync(Finding finding)
    {
        if (!finding.Diagnostic.Properties.TryGetValue(GrowthInPlace.Way, out var way)
            || finding.Enclosing<AssignmentExpressionSyntax>() is not { Left: IdentifierNameSyntax grown } growth
            || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model)
            return;

        if (way != GrowthInPlace.Builder)
            finding.Offer(
                $"Grow '{grown}' in place",
                way!,
                _ => Task.FromResult(
                    finding.Document.WithSyntaxRoot(finding.Root.ReplaceNode(growth, InPlace(growth, grown, way!)))));
        else if (model.GetSymbolInfo(grown).Symbol is ILocalSymbol local
            && Mentions(model, growth, local) is { } mentions)
            finding.Offer(
                $"Build '{grown}' with a 'StringBuilder'",
                way,
                _ => Task.FromResult(Built(finding, model, local, mentions)));
    }

    /// <summary><c>list = list.Append(x).ToList()</c> becomes <c>list.Add(x)</c>.</summary>
    private static InvocationExpressionSyntax InPlace(
        AssignmentExpressionSyntax growth, IdentifierNameSyntax grown, string method)
    {
        var added = growth.Right.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
            .First(call => call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax source }
                && source.Identifier.ValueText == grown.Identifier.ValueText);
        return Call(grown.WithoutTrivia(), method, added.ArgumentList).WithTriviaFrom(growth);
    }

    private static Document Built(
        Finding finding, SemanticModel model, ILocalSymbol local, List<IdentifierNameSyntax> mentions)
    {
        var declarator = (VariableDeclaratorSyntax)local.DeclaringSyntaxReferences[0].GetSyntax(finding.Cancellation);
        var declaration = (VariableDeclarationSyntax)declarator.Parent!;
        var builder = model.Compilation.GetTypeByMetadataName("System.Text.StringBuilder")!
            .ToMinimalDisplayString(model, declarator.SpanStart);
        var initial = declarator.Initializer!.Value;
        var isEmpty = model.GetConstantValue(initial) is { HasValue: true, Value: "" }
            || initial.ToString() is "string.Empty" or "String.Empty";
        var value = SyntaxFactory.ParseExpression($"new {builder}({(isEmpty ? "" : initial.ToString())})")
            .WithTriviaFrom(initial);
        var changed = new Dictionary<SyntaxNode, SyntaxNode>
        {
            [declaration] = declaration.ReplaceNode(initial, value)
                .WithType(SyntaxFactory.IdentifierName("var").WithTriviaFrom(declaration.Type)),
        };
        foreach (var mention in mentions)
            if (mention.Parent is AssignmentExpressionSyntax growth) changed[growth] = Appended(growth, mention);
            else
                changed[mention] = Call(mention.WithoutTrivia(), "ToString", SyntaxFactory.ArgumentList())
                    .WithTriviaFrom(mention);

        return finding.Document.WithSyntaxRoot(finding.Root.ReplaceNodes(changed.Keys, (node, _) => changed[node]));
    }

    private static InvocationExpressionSyntax Appended(AssignmentExpressionSyntax growth, IdentifierNameSyntax grown) =>
        Call(grown.WithoutTrivia(), "Append", SyntaxFactory.ArgumentList(
            SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(growth.Right.WithoutTrivia()))))
            .WithTriviaFrom(growth);

    private static InvocationExpressionSyntax Call(
        ExpressionSyntax receiver, string method, ArgumentListSyntax arguments) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName(method)),
            arguments.WithoutTrivia());

    /// <summary>Every mention of the local; null where one stands where a call cannot.</summary>
    private static List<IdentifierNameSyntax>? Mentions(SemanticModel model, SyntaxNode growth, ILocalSymbol local)
    {
        var mentions = growth.FirstAncestorOrSelf<MemberDeclarationSyntax>()!
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == local.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local))
            .ToList();
        return mentions.Any(mention =>
            mention.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or NameColonSyntax)
            ? null
            : mentions;
    }
}
