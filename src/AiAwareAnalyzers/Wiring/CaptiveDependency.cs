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
            case "GetRequiredService" or "GetService" or "CreateInstance" or "GetServiceOrCreateInstance":
                AnalyzeRequest(context, call);
                break;
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

    /// <summary>What the factory of a singleton, or its constructor, asks a provider for and keeps.</summary>
    private static void AnalyzeRequest(OperationAnalysisContext context, IInvocationOperation request)
    {
        if (request.Arguments.FirstOrDefault()?.Value is not { } provider
            || HolderOf(request, provider, context) is not var (holder, registration))
            return;

        var captives = new Captives(context.Compilation, registration);
        foreach (var demand in ServiceRequests.ByHand(request))
            if (captives.HeldBy(demand, Trail.Start) is { } captive)
            {
                context.Report(Finding(holder, captive, request.Syntax.GetLocation()));
                return;
            }
    }

    /// <summary>
    /// The singleton that keeps what a provider gives: from the root, which its factory is given, or from a scope that
    /// nobody disposes of, which then is no better. With it comes what registers it by a factory.
    /// </summary>
    private static (string Name, SyntaxNode? Registration)? HolderOf(
        IInvocationOperation request, IOperation provider, OperationAnalysisContext context)
    {
        if (Bodies.FunctionAround(request) is IAnonymousFunctionOperation factory)
            return (IsGivenTo(factory, provider) || OpenScopes.Give(provider) && OpenScopes.IsAnswered(request))
                && MadeBy(factory) is { Lifetime: Lifetime.Singleton } registration
                    ? (TypeNames.Written(registration.Service), registration.Syntax)
                    : null;
        return context.ContainingSymbol
            is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type }
            && IsKept(request)
            && OpenScopes.Give(provider)
            && IsSingleton(type, Services.Of(context.Compilation))
                ? (type.Name, null)
                : null;
    }

    private static bool IsKept(IOperation service) =>
        Values.UserOf(service) is ISimpleAssignmentOperation
        {
            Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation },
        };

    private static bool IsGivenTo(IAnonymousFunctionOperation factory, IOperation provider) =>
        provider.Unconverted() is IParameterReferenceOperation { Parameter: var given }
        && SymbolEqualityComparer.Default.Equals(given, factory.Symbol.Parameters.FirstOrDefault());

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

    /// <param name="compilation">The project whose services are looked at.</param>
    /// <param name="asking">The registration that asks, which does not answer itself.</param>
    private sealed class Captives(Compilation compilation, SyntaxNode? asking = null)
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
            _services.For(service)
                .Where(each => each.HasKey(key) && (asking is null || each.Syntax != asking))
                .ToList();

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
