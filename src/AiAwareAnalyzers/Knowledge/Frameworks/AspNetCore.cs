using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Knowledge.Frameworks;

/// <summary>What answers requests in ASP.NET Core: controllers, pages, hubs, and the results that they give.</summary>
internal sealed class AspNetCore
{
    internal const string HttpContextName = "Microsoft.AspNetCore.Http.HttpContext";

    internal const string ControllerName = "Microsoft.AspNetCore.Mvc.ControllerBase";

    internal const string PageName = "Microsoft.AspNetCore.Mvc.RazorPages.PageModel";

    internal const string HubName = "Microsoft.AspNetCore.SignalR.Hub";

    internal const string ResultName = "Microsoft.AspNetCore.Http.IResult";

    private readonly INamedTypeSymbol? _context;
    private readonly INamedTypeSymbol? _page;
    private readonly INamedTypeSymbol? _hub;
    private readonly INamedTypeSymbol? _result;

    private AspNetCore(Compilation compilation)
    {
        _context = compilation.GetTypeByMetadataName(HttpContextName);
        Controller = compilation.GetTypeByMetadataName(ControllerName);
        _page = compilation.GetTypeByMetadataName(PageName);
        _hub = compilation.GetTypeByMetadataName(HubName);
        _result = compilation.GetTypeByMetadataName(ResultName);
    }

    public static AspNetCore Of(Compilation compilation) => Facts.Of(compilation, static c => new AspNetCore(c));

    /// <summary>Whether the framework is referenced at all.</summary>
    public bool IsThere => _context is not null;

    /// <summary>The base class of controllers; null where MVC is not referenced.</summary>
    public INamedTypeSymbol? Controller { get; }

    /// <summary>A controller by its base class, or by an attribute.</summary>
    public bool IsController(INamedTypeSymbol type) =>
        !IsNoController(type)
        && (type.Inherits(Controller) || (Controller is not null && type.GetAttributes().Any(IsOfController)));

    /// <summary>A controller by its base class, or by its name: the framework takes any public one.</summary>
    public bool IsNamedController(INamedTypeSymbol type) =>
        !IsNoController(type)
        && (type.Inherits(Controller)
            || Controller is not null
                && type.Name.EndsWith("Controller", StringComparison.Ordinal)
                && type.DeclaredAccessibility == Accessibility.Public);

    public bool IsContext(ITypeSymbol type) => type.Inherits(_context);

    public bool IsPage(INamedTypeSymbol type) => type.Inherits(_page);

    public bool IsHub(INamedTypeSymbol type) => type.Inherits(_hub);

    /// <summary>What an endpoint of a minimal API answers with.</summary>
    public bool IsResult(ITypeSymbol type) => type.Inherits(_result);

    /// <summary>The types whose methods make answers: <c>Ok(…)</c>, <c>Results.NotFound()</c>.</summary>
    public static bool MakesAnswers(INamedTypeSymbol? type) =>
        type is { Name: "ControllerBase" or "Controller" or "Results" or "TypedResults" };

    /// <summary>A public method of an object, as actions and methods of hubs are.</summary>
    public static bool CanBeAction(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary, IsStatic: false };

    /// <summary>A method that its controller keeps for itself.</summary>
    public static bool IsNoAction(IMethodSymbol method) =>
        method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "NonActionAttribute");

    private static bool IsNoController(INamedTypeSymbol type) =>
        type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "NonControllerAttribute");

    private static bool IsOfController(AttributeData attribute) =>
        attribute.AttributeClass?.Name is "ApiControllerAttribute" or "ControllerAttribute";
}
