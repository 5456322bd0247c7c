using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>Where code runs, as far as its callers tell.</summary>
internal enum Runs
{
    /// <summary>All that calls it stands under a question about the environment.</summary>
    InDevelopment,

    /// <summary>What calls it is part of another project, which may ask that question.</summary>
    OutOfSight,

    /// <summary>Wherever the program runs.</summary>
    Everywhere,
}

/// <summary>Finds out where code runs: a question about the environment may stand in its callers.</summary>
internal static class Deployment
{
    /// <summary>How many callers up the question may stand.</summary>
    private const int Depth = 4;

    public static Runs Of(SyntaxNode node, Compilation compilation) => Of(node, compilation, Trail.OfSteps(Depth));

    /// <summary>Whether a value only lies in a local until code asks for it that is no production.</summary>
    public static bool IsKeptForDevelopment(IOperation value, Compilation compilation) =>
        value.Outermost().Parent is IVariableInitializerOperation
            { Parent: IVariableDeclaratorOperation { Symbol: var local } }
        && Locals.Around(value, compilation).MentionsOf(local) is { Count: > 0 } mentions
        && mentions.All(static mention => EnvironmentGuard.Covers(mention.Syntax));

    private static Runs Of(SyntaxNode node, Compilation compilation, Trail trail)
    {
        if (EnvironmentGuard.Covers(node)) return Runs.InDevelopment;
        if (FunctionAround(node) is not { } function || !trail.TryPass(function.Parent!, out var further))
            return Runs.Everywhere;

        return MentionsOf(function.ValueText, compilation)
            .Select(mention => Of(mention, compilation, further))
            .DefaultIfEmpty(Runs.OutOfSight)
            .Max();
    }

    /// <summary>The name of the method or local function that a node stands in.</summary>
    private static SyntaxToken? FunctionAround(SyntaxNode node) =>
        node.Ancestors()
            .Select(static around => around switch
            {
                MethodDeclarationSyntax method => method.Identifier,
                LocalFunctionStatementSyntax function => function.Identifier,
                _ => default(SyntaxToken?),
            })
            .FirstOrDefault(static name => name is not null);

    /// <summary>By name alone: what is called alike elsewhere makes one careful, not blind.</summary>
    private static IEnumerable<SimpleNameSyntax> MentionsOf(string name, Compilation compilation) =>
        from tree in compilation.SyntaxTrees
        where Calls.AreMentioned(tree, name)
        from mention in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        where mention.Identifier.ValueText == name
        select mention;
}
