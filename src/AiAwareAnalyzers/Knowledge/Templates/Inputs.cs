using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>
/// Where text from outside enters a program: parameters of handlers, bound models, members of a request, names in an
/// upload or an archive.
/// </summary>
internal sealed class Inputs
{
    /// <summary>Members that hold what a stranger sent, by the type that has them.</summary>
    internal static readonly ImmutableDictionary<string, string[]> Members = new Dictionary<string, string[]>
    {
        ["Microsoft.AspNetCore.Http.HttpRequest"] =
            [
                "Query", "Form", "Headers", "Cookies", "RouteValues", "QueryString", "Path", "Host", "Body",
                "BodyReader", "ReadFormAsync"
            ],
        ["Microsoft.AspNetCore.Http.IFormFile"] = ["FileName", "Name", "ContentType", "ContentDisposition", "Headers"],
        ["Microsoft.AspNetCore.Routing.RouteData"] = ["Values"],
        ["Microsoft.AspNetCore.Routing.RoutingHttpContextExtensions"] = ["GetRouteValue"],
        ["System.Web.HttpRequest"] =
            ["QueryString", "Form", "Params", "Headers", "Cookies", "Item", "RawUrl", "Path", "UserHostName"],
        ["System.Web.HttpRequestBase"] =
            ["QueryString", "Form", "Params", "Headers", "Cookies", "Item", "RawUrl", "Path", "UserHostName"],
        ["Microsoft.Azure.Functions.Worker.Http.HttpRequestData"] = ["Query", "Headers", "Url", "Body"],
        ["System.IO.Compression.ZipArchiveEntry"] = ["FullName", "Name"],
        ["System.Formats.Tar.TarEntry"] = ["Name", "LinkName"],
    }.ToImmutableDictionary();

    /// <summary>Attributes that bind a parameter or a property to the request, by their full names.</summary>
    internal static readonly ImmutableArray<string> Binding = ImmutableArray.Create(
        "Microsoft.AspNetCore.Mvc.FromQueryAttribute",
        "Microsoft.AspNetCore.Mvc.FromRouteAttribute",
        "Microsoft.AspNetCore.Mvc.FromBodyAttribute",
        "Microsoft.AspNetCore.Mvc.FromFormAttribute",
        "Microsoft.AspNetCore.Mvc.FromHeaderAttribute",
        "Microsoft.AspNetCore.Mvc.BindPropertyAttribute",
        "Microsoft.AspNetCore.Http.AsParametersAttribute",
        "Microsoft.AspNetCore.Components.SupplyParameterFromQueryAttribute",
        "Microsoft.AspNetCore.Components.SupplyParameterFromFormAttribute");

    private readonly Compilation _compilation;
    private readonly ImmutableArray<(INamedTypeSymbol Type, string[] Members)> _members;
    private readonly ImmutableArray<INamedTypeSymbol> _binding;
    private readonly ImmutableArray<INamedTypeSymbol> _unbound;
    private readonly AspNetCore _framework;
    private readonly INamedTypeSymbol? _formFile;
    private readonly INamedTypeSymbol? _routes;
    private readonly INamedTypeSymbol? _call;
    private readonly Lazy<ImmutableHashSet<string>> _mapped;
    private readonly ConcurrentDictionary<ISymbol, bool> _handlers = new(SymbolEqualityComparer.Default);

    private Inputs(Compilation compilation)
    {
        _compilation = compilation;
        _members = Members.Select(entry => (Type: Find(entry.Key)!, entry.Value))
            .Where(entry => entry.Type is not null)
            .ToImmutableArray();
        _binding = Resolve(Binding);
        _unbound = Resolve(
            "Microsoft.AspNetCore.Mvc.FromServicesAttribute",
            "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute",
            "Microsoft.AspNetCore.Mvc.NonActionAttribute");
        _framework = AspNetCore.Of(compilation);
        _formFile = Find("Microsoft.AspNetCore.Http.IFormFile");
        _routes = Find("Microsoft.AspNetCore.Routing.IEndpointRouteBuilder");
        _call = Find("Grpc.Core.ServerCallContext");
        _mapped = new(NamesOfMappedMethods);
    }

    public static Inputs Of(Compilation compilation) => Facts.Of(compilation, static known => new Inputs(known));

    /// <summary>Whether a member of a request, an upload or an archive holds what someone else wrote.</summary>
    public bool Contains(ISymbol member)
    {
        foreach (var (type, members) in _members)
            if (Array.IndexOf(members, member.Name) >= 0 && member.ContainingType is { } owner && owner.Inherits(type))
                return true;
        return member is IPropertySymbol && IsBound(member);
    }

    /// <summary>
    /// Whether the value of a parameter comes from outside: it belongs to a handler and is no service.
    /// </summary>
    public bool Contains(IParameterSymbol parameter, SemanticModel? model)
    {
        if (IsBound(parameter)) return true;
        return parameter.ContainingSymbol is IMethodSymbol method
            && !Has(parameter, _unbound)
            && IsBindable(parameter.Type)
            && IsHandler(method, model);
    }

    /// <summary>Whether a framework calls this method, or this lambda, with what a request contains.</summary>
    public bool IsHandler(IMethodSymbol method, SemanticModel? model) =>
        method.MethodKind == MethodKind.AnonymousFunction
            ? model is not null && IsMapped(method, model)
            : _handlers.GetOrAdd(method, _ => IsHandler(method));

    private bool IsHandler(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (AspNetCore.CanBeAction(method)
            && (_framework.IsNamedController(type) || _framework.IsHub(type))
            && !Has(method, _unbound))
            return true;
        if (_framework.IsPage(type)
            && method.Name.StartsWith("On", StringComparison.Ordinal)
            && method.MethodKind == MethodKind.Ordinary)
            return true;
        if (_call is not null
            && method.IsOverride
            && method.Parameters.Any(parameter => parameter.Type.Inherits(_call)))
            return true;
        if (HandlesMessage(method)) return true;
        return _routes is not null
            && (Answers(method.ReturnType) || _mapped.Value.Contains(method.Name) && method.IsStatic);
    }

    /// <summary>The request of a mediator's handler is what an action received, one call earlier.</summary>
    private static bool HandlesMessage(IMethodSymbol method) =>
        method.Name is "Handle" or "Consume" or "HandleAsync"
        && method.Parameters.Length > 0
        && method.ContainingType.AllInterfaces.Any(contract =>
            contract.Name is "IRequestHandler" or "ICommandHandler" or "IQueryHandler" or "IConsumer"
            && contract.TypeArguments.Length > 0
            && SymbolEqualityComparer.Default.Equals(contract.TypeArguments[0], method.Parameters[0].Type));

    private bool Answers(ITypeSymbol type) =>
        Tasks.IsTask(type) && type is INamedTypeSymbol { TypeArguments.Length: 1 } task
            ? Answers(task.TypeArguments[0])
            : _framework.IsResult(type);

    /// <summary>
    /// Text, or a model whose properties may be text; a service, a token or a stream of the framework is neither.
    /// </summary>
    private bool IsBindable(ITypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Interface =>
            SymbolEqualityComparer.Default.Equals(type, _formFile)
            || IsCollection(type)
            || type.Name.StartsWith("IForm", StringComparison.Ordinal),
        TypeKind.Array => true,
        TypeKind.Delegate => false,
        _ => type.Name
            is not ("CancellationToken" or "HttpContext" or "ClaimsPrincipal" or "HttpClient" or "ServerCallContext")
            && (type.SpecialType == SpecialType.System_String
                || type.Locations.Any(location => location.IsInSource)
                || IsCollection(type)
                || type.Name is "JsonElement" or "JsonDocument" or "Uri" or "StringValues"
                || type.TypeKind == TypeKind.Dynamic
                || _call is not null),
    };

    private static bool IsCollection(ITypeSymbol type) =>
        type.AllInterfaces.Any(contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable);

    private bool IsBound(ISymbol symbol) => Has(symbol, _binding);

    private static bool Has(ISymbol symbol, ImmutableArray<INamedTypeSymbol> attributes)
    {
        if (attributes.IsEmpty) return false;
        foreach (var attribute in symbol.GetAttributes())
            if (attributes.Contains(attribute.AttributeClass!, SymbolEqualityComparer.Default))
                return true;
        return false;
    }

    /// <summary>A lambda is a handler if it is an argument of <c>MapGet</c> or one of its siblings.</summary>
    private bool IsMapped(IMethodSymbol lambda, SemanticModel model)
    {
        if (_routes is null || lambda.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } syntax)
            return false;
        return syntax.SyntaxTree == model.SyntaxTree
            && syntax.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax invocation }
            && IsMapping(invocation)
            && model.GetSymbolInfo(invocation).Symbol is IMethodSymbol map
            && (map.ReducedFrom ?? map).Parameters.FirstOrDefault()?.Type is { } receiver
            && receiver.Inherits(_routes);
    }

    private static bool IsMapping(InvocationExpressionSyntax invocation) =>
        invocation.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
        && name.StartsWith("Map", StringComparison.Ordinal);

    /// <summary>
    /// Methods that are handed to a mapping by name. A look at names alone, and only once someone asks.
    /// </summary>
    private ImmutableHashSet<string> NamesOfMappedMethods()
    {
        var names = ImmutableHashSet.CreateBuilder<string>();
        foreach (var tree in _compilation.SyntaxTrees)
            foreach (var invocation in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
                if (IsMapping(invocation) && invocation.ArgumentList.Arguments.Count > 1)
                    AddName(invocation.ArgumentList.Arguments.Last().Expression, names);
        return names.ToImmutable();
    }

    private static void AddName(ExpressionSyntax handler, ImmutableHashSet<string>.Builder names)
    {
        if (handler is MemberAccessExpressionSyntax member) handler = member.Name;
        if (handler is SimpleNameSyntax name) names.Add(name.Identifier.ValueText);
    }

    private INamedTypeSymbol? Find(string name) => _compilation.GetTypeByMetadataName(name);

    private ImmutableArray<INamedTypeSymbol> Resolve(params IEnumerable<string> names) =>
        names.Select(Find).OfType<INamedTypeSymbol>().ToImmutableArray();
}
