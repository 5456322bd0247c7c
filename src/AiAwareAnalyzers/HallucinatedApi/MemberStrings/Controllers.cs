using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>The controllers of the project, and the names that their actions go by.</summary>
internal sealed class Controllers
{
    private const string Async = "Async";

    private readonly INamedTypeSymbol? _root;
    private readonly Lazy<ILookup<string, INamedTypeSymbol>> _byName;
    private readonly Lazy<bool> _dropsAsync;

    private Controllers(Compilation compilation)
    {
        _root = AspNetCore.Of(compilation).Controller;
        _byName = new(() => _root is null
            ? Array.Empty<INamedTypeSymbol>().ToLookup(_ => "")
            : OwnTypes.Of(compilation).HeirsOf(_root).Where(type => !type.IsAbstract)
                .ToLookup(NameOf, StringComparer.OrdinalIgnoreCase));
        _dropsAsync = new(() => DropsSuffix(compilation));
    }

    public static Controllers Of(Compilation compilation) => Facts.Of(compilation, static c => new Controllers(c));

    /// <summary>
    /// Whether the framework takes <c>Async</c> from the names of actions: since 3.0, unless it is told not to.
    /// </summary>
    public bool DropsAsync => _dropsAsync.Value;

    public IEnumerable<string> Names => _byName.Value.Select(named => named.Key);

    public IEnumerable<INamedTypeSymbol> Named(string name) => _byName.Value[name];

    public bool IsController(INamedTypeSymbol? type)
    {
        for (var current = type?.BaseType; _root is not null && current is not null; current = current.BaseType)
            if (SymbolEqualityComparer.Default.Equals(current, _root)) return true;
        return false;
    }

    /// <summary><c>Orders</c> for <c>OrdersController</c>.</summary>
    public static string NameOf(INamedTypeSymbol controller)
    {
        const string Suffix = "Controller";
        return controller.Name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            ? controller.Name[..^Suffix.Length]
            : controller.Name;
    }

    /// <summary>The actions of a controller with those it inherits, by the names that links use.</summary>
    public IEnumerable<Choice> ActionsOf(INamedTypeSymbol controller)
    {
        for (var type = controller; type is not null && !IsFramework(type); type = type.BaseType)
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(IsAction))
                yield return new Choice(ActionName(method), method);
    }

    private static bool IsFramework(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object
        || type is { Name: "ControllerBase" or "Controller",
            ContainingNamespace: { Name: "Mvc", ContainingNamespace.Name: "AspNetCore" } };

    private static bool IsAction(IMethodSymbol method)
    {
        if (!AspNetCore.CanBeAction(method) || method.IsGenericMethod) return false;
        for (var current = method; current is not null; current = current.OverriddenMethod)
            if (AspNetCore.IsNoAction(current)
                || current.ContainingType.SpecialType == SpecialType.System_Object)
                return false;
        return true;
    }

    private string ActionName(IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
            if (AttributeOf(current, "ActionNameAttribute") is { ConstructorArguments: { Length: 1 } arguments }
                && arguments[0].Value is string name)
                return name;
        return DropsAsync && method.Name.Length > Async.Length && method.Name.EndsWith(Async, StringComparison.Ordinal)
            ? method.Name[..^Async.Length]
            : method.Name;
    }

    private static AttributeData? AttributeOf(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == name);

    private static bool DropsSuffix(Compilation compilation)
    {
        const string Option = "SuppressAsyncSuffixInActionNames";
        return compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.MvcOptions")
            ?.GetMembers(Option)
            .Any() == true
            && !compilation.SyntaxTrees.Any(tree =>
                tree.GetText().ToString().IndexOf(Option, StringComparison.Ordinal) >= 0
                && tree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>()
                    .Any(assignment => Calls.NameOf(assignment.Left) == Option
                        && !assignment.Right.IsKind(SyntaxKind.TrueLiteralExpression)));
    }
}
