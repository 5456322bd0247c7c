using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Whether the routes to a handler let only some numbers in.</summary>
internal sealed class RouteLimits
{
    /// <summary>Groups of groups of routes are not followed to their end.</summary>
    private const int MaxGroups = 8;

    private readonly Compilation _compilation;
    private readonly Lazy<ILookup<string, InvocationExpressionSyntax>> _mapped;

    private RouteLimits(Compilation compilation)
    {
        _compilation = compilation;
        _mapped = new(() => compilation.SyntaxTrees
            .Where(static tree => Calls.AreMentioned(tree, ".Map"))
            .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Where(IsMapping)
            .ToLookup(static call => Calls.NameOf(HandlerIn(call)), StringComparer.Ordinal));
    }

    public static RouteLimits Of(Compilation compilation) => Facts.Of(compilation, static c => new RouteLimits(c));

    /// <summary>Whether each route to a handler limits a parameter of it from the sides that are asked about.</summary>
    public bool Hold(IParameterSymbol parameter, IMethodSymbol handler, Sides sides) =>
        sides != Sides.None
        && NameIn(parameter) is { } name
        && TemplatesOf(handler).ToList() is { Count: > 0 } templates
        && templates.TrueForAll(template => (RouteTemplate.LimitsOf(template, name) & sides) == sides);

    /// <summary>What a route calls the parameter; null where it is bound from elsewhere.</summary>
    private static string? NameIn(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
            switch (attribute.AttributeClass?.Name)
            {
                case "FromQueryAttribute" or "FromBodyAttribute" or "FromFormAttribute" or "FromHeaderAttribute":
                    return null;
                case "FromRouteAttribute":
                    return attribute.NamedArguments.FirstOrDefault(static named => named.Key == "Name").Value.Value
                        as string ?? parameter.Name;
            }

        return parameter.Name;
    }

    private IEnumerable<string> TemplatesOf(IMethodSymbol handler)
    {
        if (handler.MethodKind == MethodKind.AnonymousFunction)
            return handler.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().Parent
                is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax map }
                ? [PathOf(map)]
                : [];
        var own = TemplatesIn(handler).ToList();
        var around = TypeTemplatesOf(handler.ContainingType);
        return own.Count == 0 && around.Count == 0
            ? _mapped.Value[handler.Name].Where(map => Maps(map, handler)).Select(PathOf)
            : own.DefaultIfEmpty("").SelectMany(_ => around.DefaultIfEmpty(""), static (end, start) =>
                end.StartsWith("/", StringComparison.Ordinal) || end.StartsWith("~/", StringComparison.Ordinal)
                    ? end
                    : $"{start}/{end}");
    }

    private static List<string> TypeTemplatesOf(INamedTypeSymbol type) =>
        type.SelfAndBases().Select(static each => TemplatesIn(each).ToList())
            .FirstOrDefault(static templates => templates.Count > 0) ?? [];

    /// <summary><c>[HttpGet("{id}")]</c>, <c>[Route("orders")]</c>.</summary>
    private static IEnumerable<string> TemplatesIn(ISymbol symbol) =>
        symbol.GetAttributes()
            .Where(static attribute => attribute.AttributeClass?.Name is { } name
                && (name == "RouteAttribute" || name.StartsWith("Http", StringComparison.Ordinal)))
            .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault())
            .Where(static argument => argument.Kind == TypedConstantKind.Primitive)
            .Select(static argument => argument.Value)
            .OfType<string>();

    private bool Maps(InvocationExpressionSyntax map, IMethodSymbol handler) =>
        SymbolEqualityComparer.Default.Equals(
            Semantics.Of(_compilation).Bound(HandlerIn(map)), handler);

    /// <summary>The template of a mapped route, behind those of the groups that it stands in.</summary>
    private string PathOf(InvocationExpressionSyntax map)
    {
        var parts = new Stack<string>();
        parts.Push(TemplateIn(map));
        var receiver = ReceiverOf(map);
        for (var group = 0; group < MaxGroups && receiver is not null; group++)
            if (receiver is InvocationExpressionSyntax call)
            {
                if (Calls.NameOf(call) == "MapGroup") parts.Push(TemplateIn(call));
                receiver = ReceiverOf(call);
            }
            else
            {
                receiver = Semantics.Of(_compilation).DeclarationOf(receiver)
                    is VariableDeclaratorSyntax { Initializer.Value: { } value }
                    ? value
                    : null;
            }

        return string.Join("/", parts);
    }

    private string TemplateIn(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.FirstOrDefault()?.Expression is { } template
        && Semantics.Of(_compilation).ModelOf(call.SyntaxTree) is { } model
            ? model.GetConstantValue(template).Value as string ?? ""
            : "";

    private static ExpressionSyntax? ReceiverOf(InvocationExpressionSyntax call) =>
        (call.Expression as MemberAccessExpressionSyntax)?.Expression;

    private static bool IsMapping(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Count > 1
        && Calls.NameOf(call).StartsWith("Map", StringComparison.Ordinal)
        && Calls.NameOf(HandlerIn(call)).Length > 0;

    private static ExpressionSyntax HandlerIn(InvocationExpressionSyntax map) =>
        map.ArgumentList.Arguments.Last().Expression;
}
