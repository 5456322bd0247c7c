using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>What stands in braces in the route of an endpoint.</summary>
internal static class RouteTemplates
{
    /// <summary>The names in order, from the outermost; none where an endpoint has several routes.</summary>
    public static ImmutableArray<string> NamesOf(Endpoint endpoint, IMethodSymbol method) =>
        endpoint.Container is INamedTypeSymbol type && !IsTriggered(method)
            ? RouteOf(type, method) is { } route ? NamesIn(route) : ImmutableArray<string>.Empty
            : NamesIn(endpoint.Route);

    /// <summary><c>{id}</c>, <c>{id:int}</c>, <c>{id?}</c> and <c>{**id}</c> are all called <c>id</c>.</summary>
    public static ImmutableArray<string> NamesIn(string route)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        for (var depth = 0; route.Length > 0; route = route[1..])
            if (route[0] == '}') depth = Math.Max(0, depth - 1);
            else if (route[0] == '{' && depth++ == 0) names.Add(NameAt(route[1..].TrimStart('*')));
        return names.ToImmutable();
    }

    private static string NameAt(string text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] == '_')) length++;
        return text[..length];
    }

    private static bool IsTriggered(IMethodSymbol method) => method.Parameters.Any(static parameter =>
        parameter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "HttpTriggerAttribute"));

    /// <summary>The route of a type and its action's, which may begin anew; null where there are several.</summary>
    private static string? RouteOf(INamedTypeSymbol type, IMethodSymbol method)
    {
        var own = TemplatesOn(method).ToList();
        if (own.Count > 1) return null;
        if (own is [['/' or '~', ..]]) return own[0];

        var outer = type.SelfAndBases().Select(static self => TemplatesOn(self).ToList())
            .FirstOrDefault(static templates => templates.Count > 0);
        return outer is { Count: > 1 } ? null : $"{outer?[0]}/{own.FirstOrDefault()}";
    }

    private static IEnumerable<string> TemplatesOn(ISymbol symbol) =>
        symbol.GetAttributes().Where(static attribute => IsRouting(attribute.AttributeClass))
            .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault())
            .Where(static argument => argument is { Kind: TypedConstantKind.Primitive, Value: string })
            .Select(static argument => (string)argument.Value!);

    private static bool IsRouting(INamedTypeSymbol? attribute) =>
        attribute?.AllInterfaces.Any(static face => face.Name == "IRouteTemplateProvider") == true;
}
