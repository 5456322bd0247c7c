namespace AiAwareAnalyzers.Knowledge;

/// <summary>One way into an application.</summary>
internal sealed class Endpoint
{
    /// <summary>As one speaks of it: <c>OrdersController.Delete</c>, <c>MapDelete("/orders/{id}")</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where it is declared: the name of a method, or the call that maps a route.</summary>
    public SyntaxNode Syntax { get; set; } = null!;

    /// <summary>The route that is written at it, without those of its type and groups.</summary>
    public string Route { get; set; } = "";

    public Location Place { get; set; } = Location.None;

    /// <summary>The method or function that answers; null where it is elsewhere.</summary>
    public SyntaxNode? Handler { get; set; }

    /// <summary>What is guarded together: a type, or the group or method that maps routes.</summary>
    public object Container { get; set; } = null!;

    public string ContainerName { get; set; } = "";

    /// <summary>Those that are compared with each other: of one type, one folder of pages, one mapping method.</summary>
    public object Family { get; set; } = null!;

    /// <summary>The namespace that its code stands in; empty for top-level statements.</summary>
    public string Namespace { get; set; } = "";

    public bool IsWrite { get; set; }

    /// <summary>Login, registration, health and the like.</summary>
    public bool IsForEverybody { get; set; }

    /// <summary>What is demanded by what is written at the endpoint and its container.</summary>
    public Protection Declared { get; set; }

    /// <summary>What its own code demands in its first lines or by a gate.</summary>
    public Protection Checked { get; set; }

    /// <summary>What the application demands of everything.</summary>
    public Protection Inherited { get; set; }

    /// <summary>Whether the handler works with the identity of the caller: what somebody does with their own things needs no more than to be them.</summary>
    public bool UsesCaller { get; set; }

    /// <summary>What it demands, as it is written: <c>Policy = "orders"</c>.</summary>
    public string? Demand { get; set; }

    /// <summary>Whether the guard must stand on the type, because it has no effect on the method.</summary>
    public bool IsGuardedByType { get; set; }

    /// <summary>What is demanded before the handler runs; a demand of its own takes the place of the inherited one.</summary>
    public Protection Granted => Declared == Protection.None ? Inherited : Declared;

    public Protection Protection => Granted.And(Checked);
}
