using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Requests;

/// <summary>A request that a method of an interface declares, and a library makes.</summary>
internal sealed record DeclaredRequest(HttpRequest Request, WireValue? Sent, WireValue? Read)
{
    private const string Library = "Refit";

    private static readonly ImmutableHashSet<string> Verbs = WordSet.Of("Get Post Put Patch Delete");

    /// <summary>What no caller gives, or what goes elsewhere than into the query.</summary>
    private static readonly ImmutableHashSet<string> NoQuery = WordSet.Of(
        "Body Header HeaderCollection Authorize Property");

    private static readonly ImmutableHashSet<string> Answers = WordSet.Of(
        "Task ValueTask ApiResponse IApiResponse IObservable");

    /// <summary>Null where the method declares none.</summary>
    public static DeclaredRequest? Of(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var attribute in method.GetAttributes())
            if (attribute.AttributeClass is { ContainingNamespace.Name: Library } type
                && Verbs.TryGetValue(NameOf(type), out var verb)
                && attribute.ConstructorArguments.FirstOrDefault().Value is string route
                && attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
                && !route.Contains("**")
                && RequestPath.OfRoute(route.TrimStart('/')) is { } path)
                return Of(method, verb.ToUpperInvariant(), route, path, syntax, cancellation);
        return null;
    }

    private static DeclaredRequest Of(
        IMethodSymbol method,
        string verb,
        string route,
        RequestPath path,
        AttributeSyntax attribute,
        CancellationToken cancellation)
    {
        var body = method.Parameters.FirstOrDefault(parameter => Has(parameter, "Body"))
            ?? (verb is "GET" or "DELETE" ? null : method.Parameters.FirstOrDefault(IsImplicitBody));
        var query = method.Parameters.Where(parameter =>
            !SymbolEqualityComparer.Default.Equals(parameter, body)
            && !NoQuery.Any(each => Has(parameter, each))
            && parameter.Type.Name != "CancellationToken"
            && route.IndexOf("{" + NameOf(parameter), StringComparison.OrdinalIgnoreCase) < 0).ToList();
        var place = (SyntaxNode?)attribute.ArgumentList?.Arguments.FirstOrDefault() ?? attribute;
        return new(
            new(
                verb,
                path.With(query.Where(IsSimple).Select(NameOf), query.All(IsSimple) && !query.Any(HasOptions)),
                place),
            body is null || HasArguments(body)
                ? null
                : new(body.Type, Serialization.Unknown, SyntaxOf(body, cancellation) ?? place),
            ReadBy(method, place, cancellation));
    }

    private static WireValue? ReadBy(IMethodSymbol method, SyntaxNode place, CancellationToken cancellation)
    {
        var answer = method.ReturnType;
        while (answer is INamedTypeSymbol { TypeArguments: { Length: 1 } inner } && Answers.Contains(answer.Name))
            answer = inner[0];
        return answer.SpecialType is SpecialType.System_String or SpecialType.System_Void
            || answer.Name is "Task" or "HttpResponseMessage" or "HttpContent" or "Stream" or "IApiResponse"
                ? null
                : new(
                    answer,
                    Serialization.Unknown,
                    (SyntaxOf(method, cancellation) as MethodDeclarationSyntax)?.ReturnType ?? place);
    }

    /// <summary>What is no simple value, and nobody says where it goes, is sent as the body.</summary>
    private static bool IsImplicitBody(IParameterSymbol parameter) =>
        !IsSimple(parameter)
        && parameter.Type.IsReferenceType
        && !parameter.GetAttributes().Any(attribute =>
            attribute.AttributeClass is { ContainingNamespace.Name: Library } type && NameOf(type) != "AliasAs");

    private static bool IsSimple(IParameterSymbol parameter) =>
        parameter.Type.IsValueType || parameter.Type.SpecialType == SpecialType.System_String;

    private static bool HasOptions(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(attribute =>
            attribute.AttributeClass?.Name == "QueryAttribute" && !attribute.ConstructorArguments.IsEmpty);

    private static bool HasArguments(IParameterSymbol body) =>
        body.GetAttributes().Any(attribute =>
            attribute.AttributeClass?.Name == "BodyAttribute" && !attribute.ConstructorArguments.IsEmpty);

    private static string NameOf(IParameterSymbol parameter) =>
        parameter.GetAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass?.Name == "AliasAsAttribute")
            ?.ConstructorArguments.FirstOrDefault().Value as string
        ?? parameter.Name;

    private static string NameOf(INamedTypeSymbol attribute) =>
        attribute.Name.EndsWith("Attribute", StringComparison.Ordinal)
            ? attribute.Name[..^"Attribute".Length]
            : attribute.Name;

    private static bool Has(IParameterSymbol parameter, string attribute) =>
        parameter.GetAttributes().Any(each => each.AttributeClass is { ContainingNamespace.Name: Library } type
            && NameOf(type) == attribute);

    private static SyntaxNode? SyntaxOf(ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
}
