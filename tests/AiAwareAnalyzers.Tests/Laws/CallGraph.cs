using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// Who calls whom in a compilation, and who jumps from a symbol to the code where it is declared or mentioned.
/// </summary>
internal sealed class CallGraph
{
    /// <summary>What ends a way that comes by the same symbol again.</summary>
    private static readonly HashSet<string> Trails = ["Trail", "OriginSearch"];

    /// <summary>What leads from a symbol into code: from there one may come by the same symbol again.</summary>
    private static readonly HashSet<string> Doors = ["GetSyntax", "GetVariableInitializer", "MentionsOf"];

    private readonly Dictionary<ISymbol, HashSet<ISymbol>> _calls = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _jumps = new(SymbolEqualityComparer.Default);

    public CallGraph(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees) Read(tree, compilation.GetSemanticModel(tree));
        while (_calls.Keys.Any(LearnsToJump)) { }
    }

    /// <summary>The members that jump and may call themselves again, with no trail on the way.</summary>
    public IEnumerable<string> CirclesWithoutTrail() =>
        _jumps.Where(member => !CarriesTrail(member) && ReachesItself(member))
            .Select(member => $"{member.ContainingType.Name}.{member.Name}")
            .Order(StringComparer.Ordinal);

    private void Read(SyntaxTree tree, SemanticModel model)
    {
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is not (SimpleNameSyntax or BaseObjectCreationExpressionSyntax)) continue;
            if (MemberAround(node, model) is not { } caller) continue;
            if (model.GetSymbolInfo(node).Symbol is not { } called) continue;
            if (called is IMethodSymbol && Doors.Contains(called.Name)) _jumps.Add(caller);
            if (called is IMethodSymbol or IPropertySymbol && !called.DeclaringSyntaxReferences.IsEmpty)
                Note(caller, Definition(called));
        }
    }

    /// <summary>A lambda and a local function belong to the member around them.</summary>
    private static ISymbol? MemberAround(SyntaxNode node, SemanticModel model)
    {
        var symbol = model.GetEnclosingSymbol(node.SpanStart);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            symbol = symbol.ContainingSymbol;
        return symbol is IMethodSymbol method ? Definition(method.AssociatedSymbol ?? method) : null;
    }

    private static ISymbol Definition(ISymbol symbol) =>
        (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol).OriginalDefinition;

    private void Note(ISymbol caller, ISymbol called)
    {
        if (!_calls.TryGetValue(caller, out var known)) _calls.Add(caller, known = new(SymbolEqualityComparer.Default));
        known.Add(called);
    }

    /// <summary>Whoever calls a member that hands out code it jumped to, jumps.</summary>
    private bool LearnsToJump(ISymbol caller) =>
        !_jumps.Contains(caller)
        && _calls[caller].Any(called => _jumps.Contains(called) && HandsOutCode(called))
        && _jumps.Add(caller);

    private static bool HandsOutCode(ISymbol member)
    {
        var type = member is IMethodSymbol method ? method.ReturnType : ((IPropertySymbol)member).Type;
        return type is INamedTypeSymbol { TypeArguments: [var element] } ? IsCode(element) : IsCode(type);
    }

    private static bool IsCode(ITypeSymbol type) =>
        type.Name is "IOperation" or "SyntaxNode"
        || type.Name.EndsWith("Syntax", StringComparison.Ordinal)
        || type.AllInterfaces.Any(contract => contract.Name == "IOperation");

    private static bool CarriesTrail(ISymbol member) =>
        member is IMethodSymbol method && method.Parameters.Any(parameter => Trails.Contains(parameter.Type.Name));

    private bool ReachesItself(ISymbol member)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var waiting = new Stack<ISymbol>([member]);
        while (waiting.TryPop(out var current))
            foreach (var called in _calls.TryGetValue(current, out var known) ? known : [])
            {
                if (SymbolEqualityComparer.Default.Equals(called, member)) return true;
                if (!CarriesTrail(called) && seen.Add(called)) waiting.Push(called);
            }

        return false;
    }
}
