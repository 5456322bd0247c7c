using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency.Overlaps;

/// <summary>What runs once, before anybody calls or after everybody has.</summary>
internal static class StartUp
{
    private static readonly ImmutableHashSet<string> Starting = WordSet.Of(
        "seed seeder seeding migrate migration migrations initialize initializer initialise initialiser bootstrap",
        "setup fixture sample demo import importer startup");

    private static readonly ImmutableHashSet<string> Hosting = WordSet.Of("start stop execute dispose configure");

    /// <summary>What a method that sets a program up is handed.</summary>
    private static readonly ImmutableArray<string> Builders = ImmutableArray.Create(
        "IServiceCollection", "IApplicationBuilder", "IHostBuilder", "IHostApplicationBuilder", "WebApplication",
        "WebApplicationBuilder", "IEndpointRouteBuilder", "IHost");

    /// <summary>Whether the name of a type or a method says that it is there for the start.</summary>
    public static bool IsNamedSo(string name) => Words.Of(name).Any(Starting.Contains);

    /// <summary>As above, or what the host calls at the beginning and at the end.</summary>
    public static bool IsOfHost(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor
        || IsNamedSo(method.Name)
        || (Words.Of(method.Name) is { Length: > 0 } words && Hosting.Contains(words[0]));

    /// <summary>Whether code runs while the program is set up, and not in an endpoint that it maps.</summary>
    public static bool Holds(SyntaxNode code)
    {
        foreach (var around in code.Ancestors())
            switch (around)
            {
                case AnonymousFunctionExpressionSyntax lambda when LifetimeOf(lambda) is { } lifetime:
                    return lifetime == "singleton";
                case AnonymousFunctionExpressionSyntax lambda when IsEndpoint(lambda): return false;
                case ConstructorDeclarationSyntax or GlobalStatementSyntax: return true;
                case BaseMethodDeclarationSyntax method:
                    return method is MethodDeclarationSyntax { Identifier.ValueText: var name } && IsNamedSo(name)
                        || method.ParameterList.Parameters.Any(static parameter => IsBuilder(parameter.Type));
                case TypeDeclarationSyntax: return false;
            }

        return false;
    }

    /// <summary>
    /// How long the container keeps what a factory makes: <c>services.AddScoped(provider => …)</c> runs with each
    /// scope.
    /// </summary>
    private static string? LifetimeOf(AnonymousFunctionExpressionSyntax lambda) =>
        lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
        && Words.Of(Calls.NameOf(call)) is { Length: > 0 } words
        && words.Last() is "singleton" or "scoped" or "transient"
            ? words.Last()
            : null;

    private static bool IsBuilder(TypeSyntax? type) => Builders.Contains(type?.ToString() ?? "");

    /// <summary><c>app.MapPost("/orders", order => …)</c>, <c>app.Use(…)</c>.</summary>
    private static bool IsEndpoint(AnonymousFunctionExpressionSyntax lambda) =>
        lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
        && Words.Of(Calls.NameOf(call)) is { Length: > 0 } words
        && words[0] is "map" or "use" or "run";
}
