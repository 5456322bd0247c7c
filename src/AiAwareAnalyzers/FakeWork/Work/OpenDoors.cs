using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>
/// Endpoints that are open to everybody by their own word, where no caller could be asked who he is.
/// </summary>
internal sealed class OpenDoors
{
    private const string Mark = "AllowAnonymous";

    private readonly List<SyntaxTree> _files;
    private readonly bool _areThere;
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    private OpenDoors(Compilation compilation)
    {
        _files = compilation.SyntaxTrees.ToList();
        _areThere = _files.Exists(static file => Calls.AreMentioned(file, Mark));
    }

    public static OpenDoors Of(Compilation compilation) => Facts.Of(compilation, static c => new OpenDoors(c));

    /// <summary>
    /// Whether an operation stands in such an endpoint, or in a service that is handed to such endpoints only.
    /// </summary>
    public bool LeadTo(IOperation operation, ISymbol member) =>
        _areThere
        && (operation.Syntax.Ancestors().Any(IsOpen)
            || member.ContainingType is { TypeKind: TypeKind.Class } type && _known.GetOrAdd(type, IsHandedToOpenOnes));

    /// <summary>Who asks for the service, by its own name or by that of a contract.</summary>
    private bool IsHandedToOpenOnes(INamedTypeSymbol service)
    {
        var names = service.AllInterfaces.Where(static contract => contract.Locations.Any(place => place.IsInSource))
            .Select(static contract => contract.Name)
            .Prepend(service.Name)
            .ToImmutableArray();
        var requests = _files.Where(file => Calls.AreMentioned(file, names))
            .SelectMany(static file => file.GetRoot().DescendantNodes())
            .OfType<ParameterSyntax>()
            .Where(parameter => parameter.Type is SimpleNameSyntax type && names.Contains(type.Identifier.ValueText))
            .ToList();
        return requests.Count > 0 && requests.TrueForAll(IsOfOpenOne);
    }

    private static bool IsOfOpenOne(ParameterSyntax parameter) =>
        parameter.Ancestors().Any(IsOpen)
        || parameter.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && HasOnlyOpenActions(type);

    private static bool HasOnlyOpenActions(TypeDeclarationSyntax type)
    {
        var actions = type.Members.OfType<MethodDeclarationSyntax>()
            .Where(static method => method.AttributeLists.ToString().Contains("Http"))
            .ToList();
        return actions.Count > 0 && actions.TrueForAll(IsOpen);
    }

    /// <summary>A type or method that bears the mark, or a route that is mapped with it.</summary>
    private static bool IsOpen(SyntaxNode node) => node switch
    {
        MemberDeclarationSyntax declaration => IsMarked(declaration.AttributeLists),
        LocalFunctionStatementSyntax function => IsMarked(function.AttributeLists),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax mapping } => ChainOf(mapping).Any(IsMark),
        _ => false,
    };

    private static bool IsMarked(SyntaxList<AttributeListSyntax> lists) =>
        lists.SelectMany(static list => list.Attributes)
            .Any(static attribute => attribute.Name.ToString().EndsWith(Mark, StringComparison.Ordinal));

    private static bool IsMark(InvocationExpressionSyntax call) => Calls.NameOf(call) == Mark;

    /// <summary>The calls behind a call: <c>MapPost(…).WithName(…).AllowAnonymous()</c>.</summary>
    private static IEnumerable<InvocationExpressionSyntax> ChainOf(InvocationExpressionSyntax call)
    {
        for (var next = call;
            next.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax behind };
            next = behind)
            yield return behind;
    }
}
