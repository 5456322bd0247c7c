using AiAwareAnalyzers.Knowledge.Container;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Wiring.Container;

namespace AiAwareAnalyzers.Wiring;

/// <summary>A singleton that holds what is made for one request.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CaptiveDependency() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1302",
        title: "A singleton holds a service that is scoped",
        messageFormat: "'{0}' lives as long as the program and keeps the scoped '{1}'{2}, which is meant for one "
            + "scope, so all requests share one instance or the host does not start; ask for IServiceScopeFactory and "
            + "open a scope for each piece of work",
        category: Family.Wiring,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A singleton is made once and keeps what its constructor was given: a scoped service in it is "
            + "shared by all requests and is never disposed of.",
        alsoKnownAs: "captive dependency, scoped service from singleton");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Services.ArePossible(start.Compilation) || !FrameworkServices.Of(start.Compilation).HasScopes) return;

        start.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
        start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        switch (call.TargetMethod.Name)
        {
            case "GetRequiredService" or "GetService": AnalyzeRequest(context, call); break;
            case "UseMiddleware": AnalyzeMiddleware(context, call); break;
            default: AnalyzeRegistration(context, call); break;
        }
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class) return;
        if (!IsSingleton(type, Services.Of(context.Compilation))) return;

        var captives = new Captives(context.Compilation);
        foreach (var demand in Demand.OfConstructor(type))
            if (captives.HeldBy(demand, Trail.Start) is { } captive)
                context.Report(Finding(type.Name, captive, demand.Place));
    }

    /// <summary>Registered, and as nothing else.</summary>
    private static bool IsSingleton(INamedTypeSymbol type, Services services) =>
        services.Making(type).Any()
        && services.Making(type).All(static told => told.Lifetime == Lifetime.Singleton);

    /// <summary>What a middleware by convention, which is made once, asks for in its constructor.</summary>
    private static void AnalyzeMiddleware(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (call.TargetMethod.TypeArguments is not { Length: 1 } types
            || types[0] is not INamedTypeSymbol middleware
            || middleware.AllInterfaces.Any(static contract => contract.Name == "IMiddleware"))
            return;

        var captives = new Captives(context.Compilation);
        foreach (var demand in Demand.OfConstructor(middleware))
            if (captives.HeldBy(demand, Trail.Start) is { } captive)
                context.Report(Finding(middleware.Name, captive, call.Syntax.GetLocation()));
    }

    /// <summary>What the factory of a singleton asks its provider for, which is the root.</summary>
    private static void AnalyzeRequest(OperationAnalysisContext context, IInvocationOperation request)
    {
        if (Bodies.FunctionAround(request) is not IAnonymousFunctionOperation factory
            || factory.Symbol.Parameters.Length == 0
            || request.Arguments.FirstOrDefault()?.Value.Unconverted() is not IParameterReferenceOperation provider
            || !SymbolEqualityComparer.Default.Equals(provider.Parameter, factory.Symbol.Parameters[0])
            || MadeBy(factory) is not { Lifetime: Lifetime.Singleton } registration)
            return;

        var captives = new Captives(context.Compilation);
        foreach (var demand in ServiceRequests.OfProvider(request))
            if (captives.HeldBy(demand, Trail.Start) is { } captive)
                context.Report(Finding(
                    TypeNames.Written(registration.Service), captive, request.Syntax.GetLocation()));
    }

    /// <summary>What another project declares is spoken about where this one registers it.</summary>
    private static void AnalyzeRegistration(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (!RegistrationCalls.Registers(call.TargetMethod)
            || RegistrationCalls.Read(call)?.Implementation is not { } type)
            return;
        var services = Services.Of(context.Compilation);
        if (services.IsDeclaredHere(type) || !IsSingleton(type, services)) return;

        var captives = new Captives(context.Compilation);
        foreach (var demand in Demand.OfConstructor(type))
            if (captives.HeldBy(demand, Trail.Start) is { } captive)
                context.Report(Finding(type.Name, captive, call.Syntax.GetLocation()));
    }

    private static Registration? MadeBy(IAnonymousFunctionOperation factory) =>
        factory.Ancestors().FirstOrDefault(static around =>
                around is not (IDelegateCreationOperation or IConversionOperation or IArgumentOperation))
            is IInvocationOperation call
        && RegistrationCalls.Registers(call.TargetMethod)
        && RegistrationCalls.Read(call) is { Factory: { } made } registration
        && made.Lambda() == factory
            ? registration
            : null;

    private static Diagnostic Finding(string holder, Captive captive, Location place) =>
        Diagnostic.Create(
            Descriptor,
            place,
            holder,
            Quote.Of(TypeNames.Written(captive.Service)),
            captive.Through is null ? "" : $" through '{captive.Through}'");

    /// <summary>A scoped service, and the transient one between it and its holder.</summary>
    private sealed record Captive(ITypeSymbol Service, string? Through);

    private sealed class Captives(Compilation compilation)
    {
        private readonly Services _services = Services.Of(compilation);
        private readonly FrameworkServices _framework = FrameworkServices.Of(compilation);

        /// <summary>The scoped service that a demand is for, or that comes with what it is for.</summary>
        public Captive? HeldBy(Demand demand, Trail trail)
        {
            if (demand.Service is INamedTypeSymbol { Name: "IEnumerable", TypeArguments: { Length: 1 } several })
                return ToldOf(several[0], demand.Key).Exists(static each => each.Lifetime == Lifetime.Scoped)
                    ? new(several[0], null)
                    : null;
            var told = ToldOf(demand.Service, demand.Key);
            if (told.Count == 0) return _framework.IsScoped(demand.Service) ? new(demand.Service, null) : null;
            if (told.TrueForAll(static each => each.Lifetime == Lifetime.Scoped)) return new(demand.Service, null);
            return told.TrueForAll(static each => each.Lifetime == Lifetime.Transient)
                ? told.Select(each => CarriedBy(each, trail)).FirstOrDefault(static captive => captive is not null)
                : null;
        }

        private List<Registration> ToldOf(ITypeSymbol service, string? key) =>
            _services.For(service).Where(each => each.HasKey(key)).ToList();

        /// <summary>What is transient lives as long as its holder, and so does all that it holds.</summary>
        private Captive? CarriedBy(Registration transient, Trail trail) =>
            transient.Implementation is { } carrier && trail.TryPass(carrier, out var further)
                ? Demand.OfConstructor(carrier)
                    .Select(demand => HeldBy(demand, further))
                    .Where(static captive => captive is not null)
                    .Select(captive => captive! with { Through = carrier.Name })
                    .FirstOrDefault()
                : null;
    }
}
