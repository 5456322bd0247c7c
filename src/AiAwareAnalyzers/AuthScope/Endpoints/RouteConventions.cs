using System.Collections.Concurrent;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>
/// What one call on a builder of routes demands by itself: <c>RequireAuthorization</c>, a filter, metadata.
/// </summary>
internal sealed class RouteConventions
{
    private readonly AuthorizationAttributes _attributes;
    private readonly Semantics _semantics;
    private readonly ConcurrentDictionary<SyntaxNode, ILookup<string, InvocationExpressionSyntax>> _statements = new();

    private RouteConventions(Compilation compilation)
    {
        _attributes = AuthorizationAttributes.Of(compilation);
        _semantics = Semantics.Of(compilation);
    }

    public static RouteConventions Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new RouteConventions(c));

    /// <summary>Null where the call is no convention of the framework.</summary>
    public Protection? Of(InvocationExpressionSyntax call) => Calls.NameOf(call) switch
    {
        "RequireAuthorization" => OfArguments(call.ArgumentList),
        "AllowAnonymous" => Protection.Open,
        "WithMetadata" or "AddEndpointFilter" or "AddEndpointFilterFactory" => OfMetadata(call),
        _ => null,
    };

    /// <summary>Of conventions that are called on something of this name in statements of their own.</summary>
    public Protection OfStatements(string name, SyntaxNode home) =>
        _statements.GetOrAdd(home, StatementsIn)[name]
            .Select(call => Of(call) ?? Protection.None)
            .Aggregate(Protection.None, Protections.Stronger);

    /// <summary>A policy built in place that wants no more than somebody.</summary>
    public static bool AsksOnlyForPresence(string policy) =>
        policy.Contains("RequireAuthenticatedUser")
        && !policy.Contains("RequireRole")
        && !policy.Contains("RequireClaim")
        && !policy.Contains("RequireAssertion")
        && !policy.Contains("RequireScope") && !policy.Contains("Requirements");

    /// <summary>By the name that they begin with; what is said after a mapping is said of what it maps.</summary>
    private static ILookup<string, InvocationExpressionSyntax> StatementsIn(SyntaxNode home) =>
        home.DescendantNodes().OfType<ExpressionStatementSyntax>()
            .Where(statement => statement.Expression is InvocationExpressionSyntax
                && !RouteChains.CallsOf(statement.Expression).Any(IsMapping))
            .SelectMany(statement => RouteChains.CallsOf(statement.Expression))
            .ToLookup(call => Calls.NameOf(RouteChains.RootOf(call)), StringComparer.Ordinal);

    private static bool IsMapping(InvocationExpressionSyntax call) =>
        Calls.NameOf(call).StartsWith("Map", StringComparison.Ordinal);

    private static Protection OfArguments(ArgumentListSyntax arguments) =>
        arguments.Arguments.Count == 0 || AsksOnlyForPresence(arguments.ToString())
            ? Protection.Presence
            : Protection.Demand;

    private Protection OfMetadata(InvocationExpressionSyntax call)
    {
        var name = (call.Expression as MemberAccessExpressionSyntax)?.Name ?? call.Expression;
        var types = name.DescendantNodesAndSelf().OfType<TypeArgumentListSyntax>().SelectMany(list => list.Arguments)
            .Concat(call.ArgumentList.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax)
                .OfType<ObjectCreationExpressionSyntax>()
                .Select(creation => creation.Type));
        var protection = types.Select(OfFilter).Aggregate(Protection.None, Protections.Stronger);
        return call.ArgumentList.DescendantNodes().OfType<AnonymousFunctionExpressionSyntax>().Select(OfDoor)
            .Aggregate(protection, Protections.Stronger);
    }

    /// <summary>A filter that refuses somebody, or that says by its name that it does.</summary>
    private Protection OfFilter(TypeSyntax filter)
    {
        if (_semantics.TypeNamed(filter) is not INamedTypeSymbol type) return Protection.Unknown;
        if (_attributes.OfType(type) is not Protection.None and var protection) return protection;

        return type.GetMembers("InvokeAsync")
            .SelectMany(member => member.DeclaringSyntaxReferences)
            .Select(reference => OfDoor(reference.GetSyntax()))
            .Aggregate(Protection.None, Protections.Stronger);
    }

    /// <summary>A filter that only looks for a header is at fault itself, and not what stands behind it.</summary>
    private static Protection OfDoor(SyntaxNode door) =>
        HandlerChecks.In(door) is var protection
        && protection == Protection.Presence
        && HandlerChecks.PresenceGate(door) is { } gate
        && HandlerChecks.LookAtHeader(gate, door)
            ? Protection.Unknown
            : protection;
}
