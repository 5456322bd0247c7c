using AiAwareAnalyzers.Editing;
using AiAwareAnalyzers.Materialization.Plans;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AiAwareAnalyzers.Materialization;

/// <summary>Reads the file or folder as it is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WholeFileReadFix))]
public sealed class WholeFileReadFix() : Fix(WholeFileRead.Descriptor.Id)
{
    private protected override async Task OfferAsync(Finding finding)
    {
        var plan = finding.Diagnostic.Properties;
        if (!plan.TryGetValue(FileFinding.Shape, out var shape)
            || finding.Enclosing<InvocationExpressionSyntax>() is not { } read)
            return;
        if (shape == FileFinding.Copy && !await FreeNames.AreFreeAsync(finding, read, "file").ConfigureAwait(false))
            return;
        if (shape == FileFinding.Count && !await CanCountAsync(finding, read).ConfigureAwait(false)) return;

        var lazy = plan[FileFinding.Lazy]!;
        if (Change(read, lazy, shape!) is { } change)
            finding.Offer($"Read it with '{lazy}'", shape!, _ =>
                Task.FromResult(finding.Document.WithSyntaxRoot(finding.Root.ReplaceNode(change.Old, change.New))));
    }

    private static (SyntaxNode Old, SyntaxNode New)? Change(
        InvocationExpressionSyntax read, string lazy, string shape) => shape switch
    {
        FileFinding.Rename => (read, Renamed(read, lazy)),
        FileFinding.Count when read.Parent is MemberAccessExpressionSyntax length =>
            (length, Counted(length, Renamed(read, lazy))),
        FileFinding.Open when read.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is { } wrapper =>
            (wrapper, Opened(read, lazy).WithTriviaFrom(wrapper)),
        FileFinding.AwaitEach when read.FirstAncestorOrSelf<ForEachStatementSyntax>() is { } loop =>
            (loop, AwaitEach(loop, read, lazy)),
        FileFinding.Copy when read.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { } write
            && Copied(write, read, lazy) is { } copied => (write, copied),
        _ => null,
    };

    private static InvocationExpressionSyntax Renamed(InvocationExpressionSyntax read, string lazy) =>
        read.WithExpression(read.Expression switch
        {
            MemberAccessExpressionSyntax access =>
                access.WithName(SyntaxFactory.IdentifierName(lazy).WithTriviaFrom(access.Name)),
            var name => SyntaxFactory.IdentifierName(lazy).WithTriviaFrom(name),
        });

    private static InvocationExpressionSyntax Counted(MemberAccessExpressionSyntax length, ExpressionSyntax sequence) =>
        SyntaxFactory.InvocationExpression(
            length.WithExpression(sequence).WithName(SyntaxFactory.IdentifierName("Count")).WithoutTrailingTrivia())
            .WithTrailingTrivia(length.GetTrailingTrivia());

    /// <summary>Only the path goes with the call: there is nothing to cancel when a file is opened.</summary>
    private static InvocationExpressionSyntax Opened(InvocationExpressionSyntax read, string lazy) =>
        Renamed(read, lazy)
            .WithArgumentList(read.ArgumentList.WithArguments(
                SyntaxFactory.SingletonSeparatedList(read.ArgumentList.Arguments[0]))).WithoutTrivia();

    private static ForEachStatementSyntax AwaitEach(
        ForEachStatementSyntax loop, InvocationExpressionSyntax read, string lazy)
    {
        var awaited = loop.Expression.DescendantNodesAndSelf().OfType<AwaitExpressionSyntax>().First();
        var source = awaited.Expression.ReplaceNode(read, Renamed(read, lazy)).WithTriviaFrom(loop.Expression);
        return loop
            .WithForEachKeyword(loop.ForEachKeyword.WithLeadingTrivia())
            .WithAwaitKeyword(
                SyntaxFactory.Token(
                    loop.ForEachKeyword.LeadingTrivia,
                    SyntaxKind.AwaitKeyword,
                    SyntaxFactory.TriviaList(SyntaxFactory.Space)))
            .WithExpression(source);
    }

    /// <summary>
    /// <c>output.Write(File.ReadAllBytes(path))</c> becomes
    /// <c>using (var file = File.OpenRead(path)) file.CopyTo(output);</c>
    /// </summary>
    private static StatementSyntax? Copied(
        ExpressionStatementSyntax write, InvocationExpressionSyntax read, string lazy)
    {
        var call = write.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(node =>
                node.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Write" or "WriteAsync" }
                && node.Span.Contains(read.Span));
        if (call?.Expression is not MemberAccessExpressionSyntax target) return null;

        var name = target.Name.Identifier.ValueText == "Write" ? "CopyTo" : "CopyToAsync";
        var arguments = call.ArgumentList.Arguments.Replace(
            call.ArgumentList.Arguments[0], SyntaxFactory.Argument(target.Expression.WithoutTrivia()));
        var copy = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                SyntaxFactory.IdentifierName("file"),
                SyntaxFactory.IdentifierName(name)),
            call.ArgumentList.WithArguments(arguments));
        var statement = write.ReplaceNode(call, copy).WithoutTrivia();
        return SyntaxFactory.ParseStatement($"using (var file = {Opened(read, lazy)})\n{statement}")
            .WithTriviaFrom(write)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>Whether <c>Count()</c> is in scope, as it is with <c>using System.Linq</c>.</summary>
    private static async Task<bool> CanCountAsync(Finding finding, InvocationExpressionSyntax read)
    {
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return false;
        var strings = model.Compilation.GetSpecialType(SpecialType.System_Collections_Generic_IEnumerable_T)
            .Construct(model.Compilation.GetSpecialType(SpecialType.System_String));
        return !model.LookupSymbols(read.SpanStart, strings, "Count", includeReducedExtensionMethods: true).IsEmpty;
    }
}
