using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>
/// Draws from the cryptographic generator instead: every draw of the function, and nothing if one of them has no
/// counterpart.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PredictableSecretFix))]
public sealed class PredictableSecretFix() : Fix("AIA0808")
{
    private const string Title = "Draw from RandomNumberGenerator";

    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Node is not InvocationExpressionSyntax
            || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model)
            return;
        if (model.Compilation.GetTypeByMetadataName(
            "System.Security.Cryptography.RandomNumberGenerator") is not { } generator)
            return;

        var draws = DrawsOf(FunctionAround(finding.Node), model);
        if (draws.Count > 0
            && draws.TrueForAll(draw => CounterpartOf(draw, generator) is not null && !DrawsItsGenerator(draw, draws)))
            finding.Offer(Title, nameof(PredictableSecretFix), editor => Replace(editor, draws, generator, model));
    }

    private static SyntaxNode FunctionAround(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(ancestor =>
            ancestor is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
                or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax)
        ?? node.SyntaxTree.GetRoot();

    private static List<IInvocationOperation> DrawsOf(SyntaxNode function, SemanticModel model) =>
        function.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => model.GetOperation(call)).OfType<IInvocationOperation>()
            .Where(call =>
                call.Instance is not null
                && call.TargetMethod.ContainingType
                    is { Name: "Random",
                        ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            .ToList();

    /// <summary>The method of the generator that does the same with the same arguments.</summary>
    private static string? CounterpartOf(IInvocationOperation draw, INamedTypeSymbol generator)
    {
        var name = draw.TargetMethod switch
        {
            { Name: "Next", Parameters.Length: > 0 } => "GetInt32",
            { Name: "NextBytes" } => "Fill",
            { Name: "GetItems" or "GetString" or "GetHexString" } method => method.Name,
            _ => null,
        };
        return name is not null && generator.GetMembers(name)
            .OfType<IMethodSymbol>()
            .Any(method => method.IsStatic && method.Parameters.Length == draw.TargetMethod.Parameters.Length)
            ? name
            : null;
    }

    /// <summary><c>Made(random.Next(3)).Next(10)</c>: without what it is drawn from, there is one draw less.</summary>
    private static bool DrawsItsGenerator(IInvocationOperation draw, List<IInvocationOperation> draws) =>
        draws.Exists(other => draw.Instance!.Syntax.Span.Contains(other.Syntax.Span));

    private static void Replace(
        DocumentEditor editor, List<IInvocationOperation> draws, INamedTypeSymbol generator, SemanticModel model)
    {
        foreach (var draw in draws)
        {
            var call = (InvocationExpressionSyntax)draw.Syntax;
            var method = FullName.Of(
                $"System.Security.Cryptography.RandomNumberGenerator."
                + $"{CounterpartOf(draw, generator)}{TypeArgumentsOf(call)}");
            editor.ReplaceNode(call.Expression, method.WithTriviaFrom(call.Expression));
        }

        foreach (var local in draws.Select(draw => draw.Instance)
            .OfType<ILocalReferenceOperation>()
            .Select(reference => reference.Local)
            .Distinct<ILocalSymbol>(SymbolEqualityComparer.Default))
            if (DeclarationOf(local) is { } declaration
                && UsesOf(local, declaration, model) == draws.Count(draw => IsDrawnFrom(draw, local)))
                editor.RemoveNode(declaration, SyntaxRemoveOptions.KeepUnbalancedDirectives);
    }

    private static string TypeArgumentsOf(InvocationExpressionSyntax call) =>
        call.Expression.DescendantNodesAndSelf()
            .OfType<GenericNameSyntax>()
            .LastOrDefault()?.TypeArgumentList.ToString() ?? "";

    private static bool IsDrawnFrom(IInvocationOperation draw, ILocalSymbol local) =>
        draw.Instance is ILocalReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    /// <summary>The statement that declares nothing else.</summary>
    private static LocalDeclarationStatementSyntax? DeclarationOf(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()
            ?.GetSyntax().Parent
                is VariableDeclarationSyntax
                    { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax } statement }
            ? statement
            : null;

    private static int UsesOf(ILocalSymbol local, SyntaxNode declaration, SemanticModel model) =>
        declaration.Parent!.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Count(name => name.Identifier.ValueText == local.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local));
}
