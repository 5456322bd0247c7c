using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>What catches for a whole web application, so that no one behind it hears of a failure.</summary>
internal sealed class LastCatches
{
    private const string Handler = "Microsoft.AspNetCore.Diagnostics.IExceptionHandler";

    private const string Setting = "SuppressDiagnosticsCallback";

    /// <summary>Words of those who keep what failed: logs, telemetry, collectors of errors.</summary>
    private static readonly ImmutableHashSet<string> Keepers = WordSet.Of(
        "audit bugsnag capture elmah log logger logged logging notify raygun record recorder report reporter rollbar",
        "sentry serilog telemetry track");

    private readonly INamedTypeSymbol? _handler;
    private readonly AspNetCore _web;
    private readonly Lazy<bool> _handledIsUnlogged;
    private readonly Lazy<bool> _mediatorLogs;

    private LastCatches(Compilation compilation)
    {
        _handler = compilation.GetTypeByMetadataName(Handler);
        _web = AspNetCore.Of(compilation);
        _handledIsUnlogged = new(() => LogsOnlyUnhandled(compilation));
        _mediatorLogs = new(() => HasLoggingBehaviour(compilation));
    }

    public static LastCatches Of(Compilation compilation) => Facts.Of(compilation, static c => new LastCatches(c));

    public bool ArePossible => _web.IsThere;

    /// <summary>Whether a behaviour around every request of the mediator logs what goes through it.</summary>
    public bool AreBehindBehaviours => _mediatorLogs.Value;

    /// <summary>The exception that a handler is given, and says to have handled whatever it is.</summary>
    public IParameterSymbol? HandledBy(IMethodSymbol method, IOperation body) =>
        method is { Name: "TryHandleAsync", Parameters.Length: 3 }
        && method.ContainingType.Inherits(_handler)
        && ReturnValues.In(body).ToList() is { Count: > 0 } answers
        && answers.TrueForAll(ReturnValues.IsTrue)
        && _handledIsUnlogged.Value
            ? method.Parameters[1]
            : null;

    /// <summary>Whether a try in the middle of a pipeline runs all that stands behind it.</summary>
    public bool Surround(ITryOperation attempt, IMethodSymbol method) =>
        method.Parameters.Any(parameter => _web.IsContext(parameter.Type))
        && attempt.Body.Descendants().OfType<IInvocationOperation>().Any(static call =>
            call.TargetMethod is { MethodKind: MethodKind.DelegateInvoke, ContainingType.Name: "RequestDelegate" });

    /// <summary>Whether a type speaks of who keeps failures, hands the exception out, or has a base that may.</summary>
    public static bool IsKept(ISymbol exception, IOperation body, INamedTypeSymbol type) =>
        type.SelfAndBases().Any(MayKeep)
        || body.Descendants().OfType<IArgumentOperation>().Any(argument =>
            SymbolEqualityComparer.Default.Equals(Values.SymbolOf(argument.Value), exception)
            && GoesOut(argument, type));

    private static bool GoesOut(IArgumentOperation argument, INamedTypeSymbol type) => argument.Parent switch
    {
        IInvocationOperation { TargetMethod: var method } =>
            method.MethodKind != MethodKind.DelegateInvoke
            && !SymbolEqualityComparer.Default.Equals(method.ContainingType, type),
        _ => true,
    };

    private static bool MayKeep(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_Object
        && (type.DeclaringSyntaxReferences.IsEmpty
            || type.DeclaringSyntaxReferences
                .SelectMany(static reference => reference.GetSyntax().DescendantTokens())
                .Any(static token => token.IsKind(SyntaxKind.IdentifierToken)
                    && Words.Of(token.ValueText).Any(Keepers.Contains)));

    /// <summary>Since .NET 10 the framework logs no exception that a handler takes, unless it is told to.</summary>
    private static bool LogsOnlyUnhandled(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.ExceptionHandlerOptions") is { } options
        && !options.GetMembers(Setting).IsEmpty
        && !compilation.SyntaxTrees.Any(static file => Calls.AreMentioned(file, Setting));

    /// <summary>
    /// A behaviour of MediatR with a logger that is named after exceptions, here or in a project that knows MediatR.
    /// </summary>
    private static bool HasLoggingBehaviour(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols
            .Where(static assembly => assembly.Modules
                .SelectMany(static module => module.ReferencedAssemblies)
                .Any(static name => name.Name.StartsWith("MediatR", StringComparison.Ordinal)))
            .Prepend(compilation.Assembly)
            .SelectMany(static assembly => assembly.GlobalNamespace.AllTypes())
            .Any(IsLoggingBehaviour);

    private static bool IsLoggingBehaviour(INamedTypeSymbol type) =>
        Words.Of(type.Name).Any(static word => word is "exception" or "exceptions" or "unhandled")
        && type.AllInterfaces.Any(static contract => contract.Name == "IPipelineBehavior")
        && type.InstanceConstructors.Any(static constructor =>
            constructor.Parameters.Any(static parameter => parameter.Type.Name is "ILogger" or "ILoggerFactory"));
}
