using AiAwareAnalyzers.AuthScope.Guards;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>One way into an application.</summary>
/// <param name="Name">As one speaks of it: <c>OrdersController.Delete</c>, <c>MapDelete("/orders/{id}")</c>.</param>
/// <param name="Syntax">Where it is declared: a method, or the call that maps a route.</param>
/// <param name="Place">The name of that method or call.</param>
/// <param name="Container">What is guarded together: a type, or the group or method that maps routes.</param>
/// <param name="ContainerName">How that is called in the code.</param>
/// <param name="ComparedWith">Those that are compared with each other have it in common: one type, one folder of pages,
/// one mapping method.</param>
internal sealed record Endpoint(
    string Name, SyntaxNode Syntax, Location Place, object Container, string ContainerName, object ComparedWith)
{
    /// <summary>The route that is written at it, without those of its type and groups.</summary>
    public string Route { get; init; } = "";

    /// <summary>The method or function that answers; null where it is elsewhere.</summary>
    public SyntaxNode? Handler { get; init; }

    /// <summary>The namespace that its code stands in; empty for top-level statements.</summary>
    public string Namespace { get; init; } = "";

    public bool IsWrite { get; init; }

    /// <summary>Called after what it makes, and without the id of something that is there already.</summary>
    public bool MakesNewRow =>
        Route.IndexOf('{') < 0
        && EndpointNames.SaysCreation(Name.Substring(Name.LastIndexOf('.') + 1));

    /// <summary>Login, registration, health and the like.</summary>
    public bool IsForEverybody { get; init; }

    /// <summary>What is demanded by what is written at the endpoint and its container.</summary>
    public Protection Declared { get; init; }

    /// <summary>What its own code demands in its first lines or by a gate.</summary>
    public Protection Checked { get; init; }

    /// <summary>What the application demands of everything.</summary>
    public Protection Inherited { get; init; }

    /// <summary>
    /// Whether the handler works with the identity of the caller: what somebody does with their own things needs no
    /// more than to be them.
    /// </summary>
    public bool UsesCaller { get; init; }

    /// <summary>What it demands, as it is written: <c>Policy = "orders"</c>.</summary>
    public string? Demand { get; init; }

    /// <summary>Whether the guard must stand on the type, because it has no effect on the method.</summary>
    public bool IsGuardedByType { get; init; }

    /// <summary>
    /// What is demanded before the handler runs; a demand of its own takes the place of the inherited one.
    /// </summary>
    public Protection Granted => Declared == Protection.None ? Inherited : Declared;

    public Protection Protection => Granted.Stronger(Checked);
}
