using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Knowledge.Templates;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>The types that this project fills from requests, at once or as a part of another one.</summary>
/// <remarks>
/// Names are looked at first, in the files that mention them; only the parameters that have the name are bound.
/// </remarks>
internal sealed class BoundTypes
{
    private readonly Inputs _inputs;
    private readonly Semantics _semantics;
    private readonly ConcurrentDictionary<SyntaxTree, ILookup<string, SyntaxNode>> _places = new();
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    private readonly Compilation _compilation;

    public BoundTypes(Compilation compilation)
    {
        _compilation = compilation;
        _inputs = Inputs.Of(compilation);
        _semantics = Semantics.Of(compilation);
    }

    public bool Contain(INamedTypeSymbol type) => _known.GetOrAdd(type.Name, IsFilled);

    /// <summary>Whether a handler takes the type, or one that has a member of it.</summary>
    private bool IsFilled(string type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>();
        for (open.Enqueue(type); open.Count > 0;)
        {
            var name = open.Dequeue();
            if (!seen.Add(name)) continue;
            foreach (var place in PlacesOf(name))
                if (IsFilled(place)) return true;
                else if (OwnerOf(place) is { } owner) open.Enqueue(owner);
        }

        return false;
    }

    private bool IsFilled(SyntaxNode place) =>
        _semantics.ModelOf(place.SyntaxTree) is { } model
        && place switch
        {
            ParameterSyntax parameter =>
                model.GetDeclaredSymbol(parameter) is { } symbol && _inputs.Contains(symbol, model),
            PropertyDeclarationSyntax property =>
                model.GetDeclaredSymbol(property) is { } symbol && _inputs.Contains(symbol),
            _ => place.Parent is MemberAccessExpressionSyntax { Expression: var request }
                && model.GetTypeInfo(request).Type is { Name: "HttpRequest" or "HttpRequestData" },
        };

    /// <summary>The type that a property, or a positional member of a record, belongs to.</summary>
    private static string? OwnerOf(SyntaxNode place) =>
        place is PropertyDeclarationSyntax or ParameterSyntax { Parent.Parent: RecordDeclarationSyntax }
            ? place.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText
            : null;

    private IEnumerable<SyntaxNode> PlacesOf(string type) =>
        _compilation.SyntaxTrees.Where(tree => Calls.AreMentioned(tree, type))
            .SelectMany(tree => _places.GetOrAdd(tree, PlacesIn)[type]);

    private static ILookup<string, SyntaxNode> PlacesIn(SyntaxTree tree) => tree.GetRoot().DescendantNodes()
        .Select(static node => (node, Type: TypeIn(node)))
        .Where(static place => place.Type is not null)
        .SelectMany(static place => place.Type!.DescendantNodesAndSelf()
            .OfType<SimpleNameSyntax>()
            .Select(name => (name.Identifier.ValueText, place.node)))
        .ToLookup(static pair => pair.ValueText, static pair => pair.node);

    /// <summary>The type of what may be filled: a parameter, a property, a body that is read by hand.</summary>
    private static SyntaxNode? TypeIn(SyntaxNode place) => place switch
    {
        ParameterSyntax parameter => parameter.Type,
        PropertyDeclarationSyntax property => property.Type,
        GenericNameSyntax { Identifier.ValueText: "ReadFromJsonAsync" } read => read.TypeArgumentList,
        _ => null,
    };
}
