using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Knowledge.Container;

/// <summary>What the framework itself registers for one request, connection or circuit.</summary>
internal sealed class FrameworkServices
{
    internal const string Collection = "Microsoft.Extensions.DependencyInjection.IServiceCollection";

    private static readonly ImmutableArray<string> Scoped = ImmutableArray.Create(
        "Microsoft.Extensions.Options.IOptionsSnapshot`1",
        "Microsoft.AspNetCore.Identity.UserManager`1",
        "Microsoft.AspNetCore.Identity.RoleManager`1",
        "Microsoft.AspNetCore.Identity.SignInManager`1",
        "Microsoft.AspNetCore.Authentication.IAuthenticationService",
        "Microsoft.AspNetCore.Identity.IUserClaimsPrincipalFactory`1",
        "Microsoft.AspNetCore.Components.NavigationManager",
        "Microsoft.AspNetCore.Components.PersistentComponentState",
        "Microsoft.JSInterop.IJSRuntime",
        "Microsoft.AspNetCore.Components.Authorization.AuthenticationStateProvider",
        "Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage.ProtectedSessionStorage",
        "Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage.ProtectedLocalStorage");

    /// <summary>Whose presence means that there are scopes, and that they end.</summary>
    private static readonly ImmutableArray<string> Scoping = ImmutableArray.Create(
        "Microsoft.AspNetCore.Http.HttpContext", "Microsoft.Extensions.Hosting.IHostedService");

    /// <summary>A program with one scope for all of its life: what is scoped is as good as a singleton.</summary>
    private static readonly ImmutableArray<string> OfOneScope = ImmutableArray.Create(
        "Microsoft.AspNetCore.Components.WebAssembly.Hosting.WebAssemblyHostBuilder",
        "Microsoft.Maui.Hosting.MauiAppBuilder");

    private readonly ImmutableArray<INamedTypeSymbol> _scoped;

    private FrameworkServices(Compilation compilation)
    {
        _scoped = Scoped.Select(compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>().ToImmutableArray();
        HasScopes = Scoping.Any(name => compilation.GetTypeByMetadataName(name) is not null)
            && OfOneScope.All(name => compilation.GetTypeByMetadataName(name) is null);
    }

    public static FrameworkServices Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new FrameworkServices(c));

    /// <summary>Whether scopes begin and end while the program runs.</summary>
    public bool HasScopes { get; }

    public bool IsScoped(ITypeSymbol service) => service.InheritsAny(_scoped);
}
