using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Settings;

/// <summary>
/// The keys that code itself sets, in a dictionary for the configuration, an environment or a host: nobody misses them
/// in a file.
/// </summary>
internal sealed class KeysInCode
{
    private readonly HashSet<string> _keys = new(StringComparer.OrdinalIgnoreCase);

    private KeysInCode(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            ComeFromArguments |= Calls.AreMentioned(tree, "AddCommandLine");
            foreach (var literal in tree.GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>())
                if (literal.IsKind(SyntaxKind.StringLiteralExpression) && IsSet(literal))
                    _keys.Add(literal.Token.ValueText.Replace("__", ":"));
        }
    }

    public static KeysInCode Of(Compilation compilation) => Facts.Of(compilation, static c => new KeysInCode(c));

    /// <summary>The program reads its command line as settings, which has keys that stand in no file.</summary>
    public bool ComeFromArguments { get; }

    /// <summary>Whether a key, or one below it, is set.</summary>
    public bool Have(ImmutableArray<string> path)
    {
        var key = string.Join(":", path);
        return _keys.Contains(key) || _keys.Any(set => set.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsSet(LiteralExpressionSyntax literal) => literal.Parent switch
    {
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } pair =>
            pair.Expressions[0] == literal,
        ArgumentSyntax { Parent: BracketedArgumentListSyntax
            { Parent: ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } access } } =>
            assignment.Left == access,
        ArgumentSyntax { Parent: BracketedArgumentListSyntax { Parent: ImplicitElementAccessSyntax } } => true,
        ArgumentSyntax
            { Parent: ArgumentListSyntax { Arguments: { Count: > 1 } arguments, Parent: var call } } argument =>
            arguments[0] == argument && !Reads(call),
        _ => false,
    };

    private static bool Reads(SyntaxNode? call) =>
        call is InvocationExpressionSyntax
            { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } }
        && (name.StartsWith("Get", StringComparison.Ordinal) || name.StartsWith("Bind", StringComparison.Ordinal));
}
