using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Testing.Assertions;
using AiAwareAnalyzers.Testing.Tests;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Testing.Properties;

/// <summary>The tests of a method that has a property.</summary>
/// <param name="First">The first that calls it itself.</param>
/// <param name="Count">How many cases there are in all.</param>
internal sealed record Examples(IMethodSymbol First, int Count);

/// <summary>Which methods are tested by a few examples, and by nothing else.</summary>
internal sealed class FewExamples
{
    /// <summary>As many rows are a table, which somebody has thought about.</summary>
    private const int Many = 5;

    /// <summary>A helper of a helper of a test.</summary>
    private const int Longest = 3;

    private readonly Compilation _compilation;
    private readonly TestMethods _tests;
    private readonly ConcurrentDictionary<IMethodSymbol, Examples?> _known = new(SymbolEqualityComparer.Default);

    private FewExamples(Compilation compilation)
    {
        _compilation = compilation;
        _tests = TestMethods.Of(compilation);
    }

    public static FewExamples Of(Compilation compilation) => Facts.Of(compilation, static c => new FewExamples(c));

    /// <summary>Those of a property; null where there are many, or where the property is checked.</summary>
    public Examples? Of(Law law) => _known.GetOrAdd(law.Method.OriginalDefinition, _ => Find(law));

    /// <summary>A round trip names both methods, and is one test.</summary>
    private Examples? Find(Law law)
    {
        var direct = new List<IMethodSymbol>();
        var all = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var count = 0;
        foreach (var method in law.Methods)
            foreach (var (test, isDirect) in TestsOf(method.OriginalDefinition, Trail.OfSteps(Longest), true))
            {
                if (test is null || CasesOf(test) is not { } cases) return null;
                if (all.Add(test)) count += cases;
                if (isDirect) direct.Add(test);
            }

        var first = direct.InOrderOfText().FirstOrDefault();
        return first is null ? null : new(first, count);
    }

    /// <summary>The tests that name a method, or name who does; null for one that tries many values.</summary>
    private IEnumerable<(IMethodSymbol? Test, bool IsDirect)> TestsOf(
        IMethodSymbol method, Trail trail, bool isDirect)
    {
        if (!trail.TryPass(method, out var further)) yield break;
        foreach (var mention in Mentions.Of([method], _compilation))
        {
            var model = Semantics.Of(_compilation).ModelOf(mention.SyntaxTree);
            if (Surrounding.MethodOf(mention, model) is not { } around) continue;
            if (TriesMany(mention, around, model)) yield return (null, false);
            else if (_tests.Contain(around)) yield return (around, isDirect);
            else if (around.ContainingType.GetMembers().Any(_tests.Contain))
                foreach (var other in TestsOf(around, further, false)) yield return other;
        }
    }

    /// <summary>In a loop, in a property, and where a body asks a library for values.</summary>
    private static bool TriesMany(SyntaxNode mention, IMethodSymbol around, SemanticModel? model) =>
        mention.Ancestors().Any(static node => node
            is ForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
        || around.GetAttributes().Any(static attribute => PropertyTools.Have(attribute.AttributeClass))
        || around.DeclaringSyntaxReferences.SelectMany(static part => part.GetSyntax().DescendantNodes())
            .OfType<InvocationExpressionSyntax>()
            .Any(call => PropertyTools.Have(model?.GetSymbolInfo(call).Symbol?.ContainingType));

    /// <summary>The rows of a test, or the one case that it is; null for a table, or a source of cases.</summary>
    private static int? CasesOf(IMethodSymbol test)
    {
        var attributes = test.GetAttributes();
        var rows = attributes.Count(Rows.Is);
        var isTable = rows >= Many
            || attributes.Any(Rows.AreElsewhere)
            || test.Parameters.Any(static parameter => !parameter.GetAttributes().IsEmpty);
        return isTable ? null : Math.Max(1, rows);
    }
}
