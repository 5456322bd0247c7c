using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Knowledge.Outcomes;

/// <summary>Reads from a function's name, its signature and its type what it promises about failure.</summary>
internal sealed class Promises
{
    private static readonly ImmutableHashSet<string> Asking = WordSet.Of(
        "try is are was has have can could should does parse detect exists exist validate check contains supports",
        "ping probe test equal equals looks needs matches guess sniff wait poll");

    /// <summary>Words of a question whose no is the very answer for an outage: <c>HealthCheckAsync</c>.</summary>
    private static readonly ImmutableHashSet<string> Living = WordSet.Of(
        "alive available health healthy heartbeat online ping reachable");

    private static readonly ImmutableHashSet<string> Deciding = WordSet.Of(
        "authorize authenticate allow allows permit permits verify verifies login signin accept accepts validates",
        "match challenge unlock connect reconnect ensure");

    private static readonly ImmutableHashSet<string> Changing = WordSet.Of(
        "create add insert update upsert delete remove save store write send import upload charge pay refund transfer",
        "withdraw deposit submit place cancel approve reject register commit persist migrate assign book reserve ship",
        "enqueue post put patch archive restore purge revoke grant activate deactivate complete checkout backup",
        "append merge publish subscribe unsubscribe capture settle provision deploy replace rename set modify edit",
        "change mark reset confirm close redeem deduct purchase renew sync synchronize export");

    private static readonly ImmutableHashSet<string> Helping = WordSet.Of(
        "notify track log record audit publish broadcast warm prefetch preload refresh invalidate evict send cache",
        "report announce push sync synchronize subscribe unsubscribe set close reset");

    private static readonly ImmutableHashSet<string> PuttingAway = WordSet.Of(
        "dispose close cleanup clean stop shutdown teardown release terminate kill abort rollback finalize disconnect",
        "detach cancel unload uninitialize dispatch");

    private static readonly ImmutableHashSet<string> Handling = WordSet.Of("on handle consume receive raise");

    private static readonly ImmutableHashSet<string> Commanding = WordSet.Of("main run execute invoke handle");

    private static readonly ImmutableHashSet<string> Recording = WordSet.Of(
        "log logs logger logging trace tracing telemetry diagnostic diagnostics metric metrics crash");

    private static readonly ImmutableHashSet<string> TestFrameworks = WordSet.Of("NUnit Xunit TestTools");

    private readonly ConcurrentDictionary<IMethodSymbol, Promise> _known = new(SymbolEqualityComparer.Default);
    private readonly ResultTypes _results;
    private readonly ImmutableArray<INamedTypeSymbol> _boundaries;
    private readonly AspNetCore _framework;
    private readonly INamedTypeSymbol? _eventArgs;
    private readonly INamedTypeSymbol? _buildTask;
    private readonly IMethodSymbol? _entryPoint;

    private Promises(Compilation compilation)
    {
        _results = ResultTypes.Of(compilation);
        _boundaries = BoundaryTypes.Select(compilation.GetTypeByMetadataName)
            .OfType<INamedTypeSymbol>()
            .ToImmutableArray();
        _framework = AspNetCore.Of(compilation);
        _eventArgs = compilation.GetTypeByMetadataName("System.EventArgs");
        _buildTask = compilation.GetTypeByMetadataName("Microsoft.Build.Framework.ITask");
        _entryPoint = compilation.GetEntryPoint(CancellationToken.None);
    }

    /// <summary>
    /// Types whose own methods are called by a framework that has nothing better to do with a failure than to end.
    /// </summary>
    internal static ImmutableArray<string> BoundaryTypes { get; } = ImmutableArray.Create(
        "Microsoft.AspNetCore.Diagnostics.IExceptionHandler",
        "Microsoft.AspNetCore.Http.IMiddleware",
        "Microsoft.AspNetCore.Mvc.Filters.IFilterMetadata",
        "Microsoft.AspNetCore.SignalR.Hub",
        "Microsoft.Extensions.Diagnostics.HealthChecks.IHealthCheck",
        "Microsoft.Extensions.Hosting.IHostedService");

    public static Promises Of(Compilation compilation) => Facts.Of(compilation, static c => new Promises(c));

    public Promise Of(IMethodSymbol function) => _known.GetOrAdd(function, Read);

    private Promise Read(IMethodSymbol function)
    {
        if (SymbolEqualityComparer.Default.Equals(function, _entryPoint)
            || function.Name == WellKnownMemberNames.TopLevelStatementsEntryPointMethodName)
            return Promise.Main;

        var name = function.AssociatedSymbol?.Name ?? function.Name;
        var dot = name.LastIndexOf('.');
        var words = WithoutAsync(Words.Of(name[(dot + 1)..]));
        return ByName(words, function) | BySignature(function) | ByPlace(function);
    }

    private static Promise ByName(ImmutableArray<string> words, IMethodSymbol function)
    {
        if (words.Length == 0) return Promise.None;

        var promise = Promise.None;
        var first = words[0];
        if (Asking.Contains(first) || words.Contains("exists") || first == "test") promise |= Promise.Probe;
        if (Returned(function).SpecialType == SpecialType.System_Boolean
            && words.Any(Living.Contains)
            && !Changing.Contains(first))
            promise |= Promise.Probe;
        if (Deciding.Contains(first)
            || (words.Length > 1 && first == "sign" && words[1] == "in")
            || (words.Length > 1 && first == "log" && words[1] == "in"))
            promise |= Promise.Gate;
        if (Changing.Contains(first)) promise |= Promise.Change;
        if (Helping.Contains(first)) promise |= Promise.BestEffort;
        if (words.Any(Recording.Contains) && !(first == "log" && promise.HasFlag(Promise.Gate)))
            promise |= Promise.Diagnostic;
        if (PuttingAway.Contains(first)
            || (first == "tear" && words.Contains("down"))
            || (first == "shut" && words.Contains("down")))
            promise |= Promise.Cleanup;
        if (first == "on" || (Handling.Contains(first) && function.Parameters.Length > 0)) promise |= Promise.Handler;
        if ((words.Length > 2 && words[words.Length - 2] == "or")
            || (words.Length > 1 && words[^1] is "safe" or "safely"))
            promise |= Promise.Fallback;
        if (Commanding.Contains(first) && Returned(function).SpecialType == SpecialType.System_Int32)
            promise |= Promise.Command;
        return promise;
    }

    private Promise BySignature(IMethodSymbol function)
    {
        var promise = Promise.None;
        if (function.Parameters.Any(parameter => parameter.RefKind == RefKind.Out)) promise |= Promise.Probe;
        if (function.MethodKind == MethodKind.Destructor) promise |= Promise.Cleanup;
        if (_results.IsResult(Returned(function))) promise |= Promise.Result;
        if (function.Parameters.Any(parameter => parameter.Type.Inherits(_eventArgs))) promise |= Promise.Handler;
        if (function.Parameters.Any(parameter =>
            _framework.IsContext(parameter.Type) || parameter.Type.Name == "ServerCallContext"))
            promise |= Promise.Boundary;
        return promise;
    }

    private Promise ByPlace(IMethodSymbol function)
    {
        if (function.ContainingType is not { } type) return Promise.None;

        var promise = Promise.None;
        if (type.InheritsAny(_boundaries) || (IsPublic(function) && type.Inherits(_framework.Controller)))
            promise |= Promise.Boundary;
        if (function.GetAttributes().Any(IsOfTestFramework)) promise |= Promise.Test;
        if (function.Name == "Execute" && type.Inherits(_buildTask)) promise |= Promise.Command;
        var words = Words.Of(type.Name);
        if (words.Any(Recording.Contains)) promise |= Promise.Diagnostic;
        if (words.Contains("cache") || words.Contains("cached") || words.Contains("caching"))
            promise |= Promise.Fallback | Promise.BestEffort;
        return promise;
    }

    /// <summary>
    /// What a caller has in hand in the end: the <c>T</c> of a <c>Task&lt;T&gt;</c>; <c>void</c> for a bare task is
    /// <c>Task</c> itself.
    /// </summary>
    public static ITypeSymbol Returned(IMethodSymbol function) => Tasks.Unwrap(function.ReturnType);

    /// <summary>Nothing comes back that could say anything: <c>void</c>, <c>Task</c>, <c>ValueTask</c>.</summary>
    public static bool ReturnsNothing(IMethodSymbol function) =>
        function.ReturnsVoid || Tasks.IsBareTask(function.ReturnType);

    private static bool IsPublic(IMethodSymbol function) => function.DeclaredAccessibility == Accessibility.Public;

    private static bool IsOfTestFramework(AttributeData attribute)
    {
        for (var space = attribute.AttributeClass?.ContainingNamespace;
            space is { IsGlobalNamespace: false };
            space = space.ContainingNamespace)
            if (TestFrameworks.Contains(space.Name)) return true;
        return false;
    }

    private static ImmutableArray<string> WithoutAsync(ImmutableArray<string> words) =>
        words.Length > 1 && words[^1] == "async" ? words.RemoveAt(words.Length - 1) : words;
}
