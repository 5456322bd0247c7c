using AiAwareAnalyzers.Editing;
using AiAwareAnalyzers.Materialization.Plans;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AiAwareAnalyzers.Materialization;

/// <summary>Parses or writes the response as it arrives.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WholeResponseReadFix))]
public sealed class WholeResponseReadFix() : Fix(WholeResponseRead.Descriptor.Id)
{
    private const string Import = "System.Net.Http.Json";

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => new OneByOne(this);

    private protected override async Task OfferAsync(Finding finding)
    {
        var plan = finding.Diagnostic.Properties;
        if (!plan.TryGetValue(WholeResponseRead.Way, out var way)
            || finding.Enclosing<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax } read)
            return;

        if (way == WholeResponseRead.Json && await finding.SemanticModelAsync().ConfigureAwait(false) is { } model)
        {
            var isImported = IsImported(model, read);
            finding.Offer(
                "Parse the response as it arrives",
                way,
                _ => Task.FromResult(Parsed(finding, read, plan[WholeResponseRead.Options]!, isImported)));
        }
        else if (way == WholeResponseRead.Copy
            && await FreeNames.AreFreeAsync(finding, read, "body", "file").ConfigureAwait(false))
        {
            finding.Offer("Copy the response as it arrives", way!, _ => Task.FromResult(Copied(finding, read)));
        }
    }

    private static Document Parsed(Finding finding, InvocationExpressionSyntax read, string options, bool isImported)
    {
        var (statement, held, use) = UseOf(read);
        var parse = use.FirstAncestorOrSelf<InvocationExpressionSyntax>(node =>
            node != read && node.Expression.ToString().Contains("Deserialize"))!;
        var awaited = read.FirstAncestorOrSelf<AwaitExpressionSyntax>()!;
        var changed = Chain.Fit(awaited.ReplaceNode(read, JsonCall(read, parse, options)).WithTriviaFrom(parse), parse);
        var root = held is null
            ? finding.Root.ReplaceNode(parse, changed)
            : CommentTrivia.Join(finding.Root, held, statement!, statement!.ReplaceNode(parse, changed));
        return finding.Document.WithSyntaxRoot(isImported ? root : WithImport((CompilationUnitSyntax)root));
    }

    /// <summary>
    /// <c>content.ReadFromJsonAsync&lt;T&gt;(options, token)</c>, or
    /// <c>client.GetFromJsonAsync&lt;T&gt;(uri, options, token)</c>.
    /// </summary>
    private static InvocationExpressionSyntax JsonCall(
        InvocationExpressionSyntax read, InvocationExpressionSyntax parse, string options)
    {
        var access = (MemberAccessExpressionSyntax)read.Expression;
        var isGet = access.Name.Identifier.ValueText.StartsWith("Get", StringComparison.Ordinal);
        var types = parse.Expression.DescendantNodesAndSelf()
            .OfType<GenericNameSyntax>()
            .First(name => name.Identifier.ValueText == "Deserialize").TypeArgumentList;
        var arguments = read.ArgumentList.Arguments.Select(argument => argument.ToString()).ToList();
        arguments.Insert(isGet ? 1 : 0, options);
        return read
            .WithExpression(
                access.WithName(SyntaxFactory.GenericName(
                    SyntaxFactory.Identifier(isGet ? "GetFromJsonAsync" : "ReadFromJsonAsync"), types)))
            .WithArgumentList(SyntaxFactory.ParseArgumentList($"({string.Join(", ", arguments)})"));
    }

    private static Document Copied(Finding finding, InvocationExpressionSyntax read)
    {
        var (statement, held, use) = UseOf(read);
        var write = use.FirstAncestorOrSelf<InvocationExpressionSyntax>(node =>
            node != read && node.Expression.ToString().Contains("WriteAllBytes"))!;
        statement ??= use.FirstAncestorOrSelf<ExpressionStatementSyntax>()!;
        var access = (MemberAccessExpressionSyntax)read.Expression;
        var streaming = access.Name.Identifier.ValueText.StartsWith("Get", StringComparison.Ordinal)
            ? "GetStreamAsync"
            : "ReadAsStreamAsync";
        var awaited = read.FirstAncestorOrSelf<AwaitExpressionSyntax>()!;
        var body = awaited.ReplaceNode(
            read, read.WithExpression(access.WithName(SyntaxFactory.IdentifierName(streaming)))).WithoutTrivia();
        var token = write.ArgumentList.Arguments.Count > 2 ? ", " + write.ArgumentList.Arguments[2] : "";
        var isConfigured = awaited.Expression != read ? ".ConfigureAwait(false)" : "";
        var copy = SyntaxFactory.ParseStatement(
            $"using (var body = {body})\nusing (var file = File.Create({write.ArgumentList.Arguments[0]}))\n    await "
            + $"body.CopyToAsync(file{token}){isConfigured};")
            .WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation);
        return finding.Document.WithSyntaxRoot(held is null
            ? finding.Root.ReplaceNode(statement, copy)
            : CommentTrivia.Join(finding.Root, held, statement, copy));
    }

    /// <summary>Where the read value is used: in its own statement, or by its local in the next one.</summary>
    private static (StatementSyntax? Statement, LocalDeclarationStatementSyntax? Held, SyntaxNode Use) UseOf(
        InvocationExpressionSyntax read)
    {
        var awaited = read.FirstAncestorOrSelf<AwaitExpressionSyntax>()!;
        if (awaited.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }
            || declarator.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()
                is not { Parent: BlockSyntax block } held)
            return (null, null, awaited);

        var statement = block.Statements[block.Statements.IndexOf(held) + 1];
        return (statement, held, statement.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .First(name => name.Identifier.ValueText == declarator.Identifier.ValueText));
    }

    private static bool IsImported(SemanticModel model, InvocationExpressionSyntax read) =>
        model.GetTypeInfo(((MemberAccessExpressionSyntax)read.Expression).Expression).Type is { } type
        && model.LookupSymbols(read.SpanStart, type, includeReducedExtensionMethods: true)
            .Any(symbol => symbol.Name is "ReadFromJsonAsync" or "GetFromJsonAsync");

    private static SyntaxNode WithImport(CompilationUnitSyntax root) =>
        root.AddUsings(
            SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(Import).WithLeadingTrivia(SyntaxFactory.Space))
                .WithTrailingTrivia(SyntaxFactory.EndOfLine("\n")));
}
