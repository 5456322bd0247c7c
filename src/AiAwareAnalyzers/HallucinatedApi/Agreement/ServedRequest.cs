using AiAwareAnalyzers.HallucinatedApi.Documents;
using AiAwareAnalyzers.HallucinatedApi.Requests;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>A request that an endpoint answers: a route that is mapped, or an action of a controller.</summary>
/// <param name="Request">What is asked for.</param>
/// <param name="Body">What is read; null where nobody sees it.</param>
/// <param name="Answer">What is sent back; null where nobody sees it.</param>
internal sealed record ServedRequest(HttpRequest Request, WireValue? Body, WireValue? Answer)
{
    private const int Patience = 4;

    private static readonly ImmutableHashSet<string> Verbs = WordSet.Of("Get Post Put Patch Delete");

    private static readonly ImmutableHashSet<string> Answers = WordSet.Of(
        "Task ValueTask ActionResult Ok Created Accepted");

    /// <summary><c>app.MapPost("/orders", handler)</c>; null where the call maps nothing that is known.</summary>
    public static ServedRequest? Of(IInvocationOperation map, Compilation compilation)
    {
        if (map.TargetMethod is not { ContainingType.Name: "EndpointRouteBuilderExtensions" } method
            || !method.Name.StartsWith("Map", StringComparison.Ordinal)
            || !Verbs.TryGetValue(method.Name[3..], out var verb)
            || HttpRequests.ArgumentOf(map.Arguments, "pattern") is not { } pattern
            || pattern.ConstantText() is not { } route
            || HttpRequests.ArgumentOf(map.Arguments, "handler") is not { } handler
            || IsHidden(map))
            return null;
        var function = handler.Lambda()?.Symbol ?? (handler.Bare() as IMethodReferenceOperation)?.Method;
        return Of(verb, GroupsOf(map, compilation) + route, pattern.Syntax, function, handler.Syntax);
    }

    /// <summary>An action; null where a method is none, or its route is a convention of the application.</summary>
    public static ServedRequest? Of(IMethodSymbol method, AspNetCore framework, CancellationToken cancellation)
    {
        if (!AspNetCore.CanBeAction(method) || !framework.IsNamedController(method.ContainingType)) return null;
        foreach (var attribute in method.GetAttributes())
            if (attribute.AttributeClass is { Name: var name }
                && name.StartsWith("Http", StringComparison.Ordinal)
                && name.EndsWith("Attribute", StringComparison.Ordinal)
                && Verbs.TryGetValue(name[4..^"Attribute".Length], out var verb)
                && attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is { } place
                && RouteOf(method, TextIn(attribute) ?? "") is { } route)
                return Of(verb, route, place, method, place);
        return null;
    }

    private static ServedRequest? Of(
        string verb, string route, SyntaxNode place, IMethodSymbol? function, SyntaxNode handler)
    {
        if (route.Contains("{*") || RequestPath.OfRoute(route.TrimStart('/')) is not { } path) return null;
        var body = function is null ? null : BodyOf(verb, function);
        return new(
            new(verb.ToUpperInvariant(), path, place),
            body is null ? null : new(body.Type, Serialization.Unknown, SyntaxOf(body, handler)),
            function is null ? null : AnswerOf(function, handler));
    }

    /// <summary>
    /// Services are parameters too: what is read is marked, or is the one thing that holds data alone.
    /// </summary>
    private static IParameterSymbol? BodyOf(string verb, IMethodSymbol function)
    {
        if (function.Parameters.FirstOrDefault(parameter => WireTypes.Has(parameter, "FromBody")) is { } marked)
            return marked;
        var data = verb is "Get" or "Delete" ? [] : function.Parameters
            .Where(parameter => parameter.GetAttributes().IsEmpty && IsData(parameter.Type))
            .ToList();
        return data.Count == 1 ? data[0] : null;
    }

    private static bool IsData(ITypeSymbol type) =>
        WireTypes.KindsOf(type, null, Serialization.Unknown) == WireKinds.Object
        && WireMembers.Of(type, isSent: false) is { IsEmpty: false }
        && !type.GetMembers().Any(member =>
            member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false });

    private static WireValue? AnswerOf(IMethodSymbol function, SyntaxNode place)
    {
        var answer = function.ReturnType;
        while (answer is INamedTypeSymbol { TypeArguments: { Length: 1 } inner } && Answers.Contains(answer.Name))
            answer = inner[0];
        return answer.SpecialType is SpecialType.System_Void or SpecialType.System_String
            || WireTypes.IsOfSystem(answer) && WireTypes.ElementOf(answer) is null
                ? null
                : new(answer, Serialization.Unknown, place);
    }

    private static string? RouteOf(IMethodSymbol method, string own)
    {
        if (own.StartsWith("/", StringComparison.Ordinal) || own.StartsWith("~/", StringComparison.Ordinal))
            return own.TrimStart('~');
        var type = method.ContainingType;
        var shared = type.GetAttributes().FirstOrDefault(each => each.AttributeClass?.Name == "RouteAttribute");
        if (shared is null || TextIn(shared) is not { } route) return null;
        var name = type.Name.EndsWith("Controller", StringComparison.Ordinal)
            ? type.Name[..^"Controller".Length]
            : type.Name;
        return (route + "/" + own).Replace("[controller]", name).Replace("[action]", method.Name);
    }

    /// <summary>The routes of the groups that an endpoint is mapped in, as far as they are seen.</summary>
    private static string GroupsOf(IInvocationOperation map, Compilation compilation)
    {
        var (route, builder, locals) = ("", map.Arguments[0].Value, Locals.Around(map, compilation));
        for (var steps = 0; steps < Patience; steps++)
        {
            if (locals.Follow(builder) is not IInvocationOperation { Arguments: { Length: > 0 } arguments } call) break;
            if (call.TargetMethod.Name == "MapGroup")
                route = HttpRequests.ArgumentOf(arguments, "prefix")?.ConstantText() + "/" + route;
            builder = arguments[0].Value;
        }

        return route;
    }

    private static bool IsHidden(IInvocationOperation map) =>
        map.Ancestors().TakeWhile(outer => outer is IInvocationOperation or IArgumentOperation or IConversionOperation)
            .OfType<IInvocationOperation>()
            .Any(call => call.TargetMethod.Name == "ExcludeFromDescription");

    private static string? TextIn(AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string text }
            ? text
            : null;

    private static SyntaxNode SyntaxOf(IParameterSymbol parameter, SyntaxNode handler) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax syntax
        && (handler.Span.Contains(syntax.Span) || handler is AttributeSyntax)
            ? syntax
            : handler;
}
