using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Container;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Wiring.Pipelines;

/// <summary>Which middleware this program puts into its pipeline, and whether that is all.</summary>
internal sealed class Pipeline
{
    private static readonly ImmutableArray<string> Beginnings = ImmutableArray.Create("Use");

    /// <summary>Who builds a pipeline writes one of these, or gets it from somebody who does.</summary>
    private static readonly ImmutableArray<string> Words = ImmutableArray.Create(
        "WebApplication", "IApplicationBuilder", "WebHost");

    private static readonly ImmutableHashSet<string> Builders = WordSet.Of(
        "WebApplication IApplicationBuilder IEndpointRouteBuilder WebApplicationBuilder");

    /// <summary>What gives <c>UseCors()</c> a policy that it does not name itself.</summary>
    private static readonly ImmutableArray<string> CorsPolicies = ImmutableArray.Create(
        "AddDefaultPolicy", "DefaultPolicyName", "EnableCors", "RequireCors", "ICorsPolicyProvider");

    /// <summary>What asks the checks of health, by a request or by itself.</summary>
    private static readonly ImmutableArray<string> HealthReaders = ImmutableArray.Create(
        "MapHealthChecks", "UseHealthChecks", "HealthCheckPublisher", "HealthCheckService", "GrpcHealthChecks");

    private readonly Compilation _compilation;
    private readonly ImmutableHashSet<string> _calls;
    private readonly bool _hasUnseenDefaults;

    private Pipeline(Compilation compilation)
    {
        _compilation = compilation;
        _calls = compilation.SyntaxTrees.Where(static tree => Calls.AreMentioned(tree, Beginnings))
            .SelectMany(static tree => tree.GetRoot().DescendantNodes())
            .OfType<SimpleNameSyntax>()
            .Select(static name => name.Identifier.ValueText)
            .Where(static name => name.StartsWith("Use", StringComparison.Ordinal))
            .ToImmutableHashSet(StringComparer.Ordinal);
        var isBuilt = false;
        var hasStranger = false;
        var files = compilation.SyntaxTrees.Where(static tree => Calls.AreMentioned(tree, Words));
        foreach (var call in files.SelectMany(CallsOn))
        {
            isBuilt = true;
            hasStranger |= IsForeign(call) && !IsOfDefaults(call);
            _hasUnseenDefaults |= IsForeign(call) && IsOfDefaults(call);
        }

        IsWhole = isBuilt && !hasStranger && compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary;
    }

    public static Pipeline Of(Compilation compilation) => Facts.Of(compilation, static c => new Pipeline(c));

    /// <summary>Whether all that stands in the pipeline is put there by code that is seen.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether a call stands anywhere: a pipeline is often put together by several methods.</summary>
    public bool Has(string call) => _calls.Contains(call);

    /// <summary>Whether a call stands somewhere outside of what only developers run.</summary>
    public bool HasInProduction(string call) =>
        _compilation.SyntaxTrees.Where(tree => Calls.AreMentioned(tree, call))
            .SelectMany(static tree => tree.GetRoot().DescendantNodes())
            .OfType<InvocationExpressionSyntax>()
            .Any(invocation => Calls.NameOf(invocation) == call && !EnvironmentGuard.Covers(invocation));

    /// <summary>
    /// Whether all policies for other origins have names, and neither a default nor an endpoint says which is meant.
    /// </summary>
    public bool LacksCorsPolicy =>
        IsWhole
        && _compilation.SyntaxTrees.Any(static tree =>
            Calls.AreMentioned(tree, "AddCors(") && Calls.AreMentioned(tree, "AddPolicy("))
        && !_compilation.SyntaxTrees.Any(static tree => Calls.AreMentioned(tree, CorsPolicies));

    /// <summary>Whether nothing in this program ever asks the checks of health that it registers.</summary>
    public bool LacksHealthReader =>
        IsWhole
        && !_hasUnseenDefaults
        && !_compilation.SyntaxTrees.Any(static tree => Calls.AreMentioned(tree, HealthReaders));

    /// <summary>The methods that are called with a builder of a pipeline or of routes.</summary>
    private IEnumerable<IMethodSymbol> CallsOn(SyntaxTree tree) =>
        Semantics.Of(_compilation).ModelOf(tree) is { } model
            ? tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Select(call => model.GetSymbolInfo(call).Symbol)
                .OfType<IMethodSymbol>()
                .Where(static method => IsBuilder(method.ReceiverType) || method.Parameters.Any(IsBuilder))
            : [];

    private static bool IsBuilder(IParameterSymbol parameter) => IsBuilder(parameter.Type);

    private static bool IsBuilder(ITypeSymbol? type) =>
        type is not null
        && (Builders.Contains(type.Name)
            || type.AllInterfaces.Any(static contract => Builders.Contains(contract.Name)));

    private bool IsForeign(IMethodSymbol method) =>
        method.ContainingAssembly is { } home
        && !SymbolEqualityComparer.Default.Equals(home, _compilation.Assembly)
        && !Libraries.AreKnown(home);

    /// <summary>What the projects of a solution share: it maps checks of health, and no middleware.</summary>
    private static bool IsOfDefaults(IMethodSymbol method) =>
        method.Name is "AddServiceDefaults" or "MapDefaultEndpoints";
}
