using System.Collections.Concurrent;
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
/// <remarks>
/// Callers are told by name alone: what is called alike elsewhere makes one careful, not blind. Names such as
/// <c>Handle</c> have hundreds of callers with hundreds of their own, so what was found out about one is kept.
/// </remarks>
internal sealed class Deployment
{
    /// <summary>How many callers up the question may stand.</summary>
    private const int Depth = 4;

    private readonly ConcurrentDictionary<(string Name, int Depth), Runs> _callers = new();

    private readonly Compilation _compilation;

    private Deployment(Compilation compilation) => _compilation = compilation;

    public static Runs Of(SyntaxNode node, Compilation compilation) =>
        Facts.Of(compilation, static c => new Deployment(c)).Of(node, Depth);

    /// <summary>Whether a value only lies in a local until code asks for it that is no production.</summary>
    public static bool IsKeptForDevelopment(IOperation value, Compilation compilation) =>
        value.Outermost().Parent is IVariableInitializerOperation
            { Parent: IVariableDeclaratorOperation { Symbol: var local } }
        && Locals.Around(value, compilation).MentionsOf(local) is { Count: > 0 } mentions
        && mentions.All(static mention => EnvironmentGuard.Covers(mention.Syntax));

    private Runs Of(SyntaxNode node, int depth)
    {
        if (EnvironmentGuard.Covers(node)) return Runs.InDevelopment;
        return depth > 0 && FunctionAround(node) is { } function
            ? _callers.GetOrAdd((function.ValueText, depth), OfCallers)
            : Runs.Everywhere;
    }

    private Runs OfCallers((string Name, int Depth) callee)
    {
        var most = default(Runs?);
        foreach (var mention in Mentions.Of(callee.Name, _compilation))
        {
            var runs = Of(mention, callee.Depth - 1);
            if (runs == Runs.Everywhere) return runs;
            if (most is null || runs > most) most = runs;
        }

        return most ?? Runs.OutOfSight;
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
}
