using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Summaries;

/// <summary>What the callers of a method, or of its contracts, give for one of its parameters.</summary>
/// <remarks>The calls of a method are looked for once, however many of its parameters are asked about.</remarks>
internal sealed class Passed
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IInvocationOperation>> _calls =
        new(SymbolEqualityComparer.Default);

    /// <summary>By the name of what they call; a file is read once, whichever method is asked about.</summary>
    private readonly ConcurrentDictionary<SyntaxTree, ILookup<string, InvocationExpressionSyntax>> _byName = new();

    private readonly Compilation _compilation;

    private Passed(Compilation compilation) => _compilation = compilation;

    /// <summary>The values in this project, asked only after a hit.</summary>
    public static List<IOperation> To(IParameterSymbol parameter, IMethodSymbol method, Compilation compilation) =>
        CallsOf(method, compilation)
            .SelectMany(static call => call.Arguments)
            .Where(argument =>
                argument.Parameter?.Ordinal == parameter.Ordinal && argument.ArgumentKind == ArgumentKind.Explicit)
            .Select(static argument => argument.Value)
            .ToList();

    /// <summary>The calls of a method, or of its contracts, in this project, asked only after a hit.</summary>
    public static ImmutableArray<IInvocationOperation> CallsOf(IMethodSymbol method, Compilation compilation)
    {
        var passed = Facts.Of(compilation, static c => new Passed(c));
        return passed._calls.GetOrAdd(method.OriginalDefinition, passed.Find);
    }

    /// <summary>Files that do not name the method are not bound.</summary>
    private ImmutableArray<IInvocationOperation> Find(IMethodSymbol method)
    {
        var wanted = new HashSet<ISymbol>(
            ContractsOf(method).Select(contract => contract.OriginalDefinition), SymbolEqualityComparer.Default)
        {
            method,
        };
        var name = NameOf(method);
        return _compilation.SyntaxTrees.Where(tree => Calls.AreMentioned(tree, name))
            .SelectMany(tree => _byName.GetOrAdd(tree, ByName)[name])
            .Select(call => Semantics.Of(_compilation).ModelOf(call.SyntaxTree)?.GetOperation(call))
            .OfType<IInvocationOperation>()
            .Where(call => wanted.Contains((call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition))
            .ToImmutableArray();
    }

    private static ILookup<string, InvocationExpressionSyntax> ByName(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().ToLookup(Calls.NameOf);

    /// <summary>The methods of interfaces and base classes that a method stands in for.</summary>
    public static IEnumerable<IMethodSymbol> ContractsOf(IMethodSymbol method) =>
        ContractsOf((ISymbol)method).Cast<IMethodSymbol>();

    /// <summary>The members of interfaces and base classes that a member stands in for.</summary>
    public static IEnumerable<ISymbol> ContractsOf(ISymbol member)
    {
        for (var overridden = OverriddenBy(member); overridden is not null; overridden = OverriddenBy(overridden))
            yield return overridden;
        foreach (var contract in member.ContainingType.AllInterfaces)
            foreach (var promised in contract.GetMembers(NameOf(member)))
                if (SymbolEqualityComparer.Default.Equals(
                    member.ContainingType.FindImplementationForInterfaceMember(promised), member))
                    yield return promised;
    }

    private static ISymbol? OverriddenBy(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    /// <summary>Without the contract that an explicit implementation names.</summary>
    private static string NameOf(ISymbol member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];
}
