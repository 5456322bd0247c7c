using AiAwareAnalyzers.Knowledge.Container;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Wiring.Container;

namespace AiAwareAnalyzers.Wiring;

/// <summary>A service of this program that something asks the container for, and that nobody registers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnregisteredService() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1301",
        title: "A service is asked for that is not registered",
        messageFormat: "'{0}' asks the container for '{1}', which is not registered, so it fails as soon as it is "
            + "needed; {2}",
        category: Family.Wiring,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A constructor, an endpoint or a call that asks the container for a service that is not "
            + "registered compiles, and fails when it runs.",
        alsoKnownAs: "missing registration, unable to resolve service");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Services.ArePossible(start.Compilation)) return;

        start.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
        start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type is not { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false }) return;

        var services = Services.Of(context.Compilation);
        if (!services.IsWhole) return;
        foreach (var demand in MissingOf(type, services, context.Compilation))
            context.Report(Finding(demand, demand.Place, type.Name, context.Compilation));
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var registers = RegistrationCalls.Registers(call.TargetMethod);
        if (!registers && !ServiceRequests.MayAsk(call.TargetMethod)) return;

        var services = Services.Of(context.Compilation);
        if (!services.IsWhole) return;
        if (registers) AnalyzeRegistration(context, call, services);
        else
            foreach (var demand in ServiceRequests.Of(call))
                if (Lacks(services, demand))
                    context.Report(Finding(demand, demand.Place, call.TargetMethod.Name, context.Compilation));
    }

    /// <summary>What another project declares is spoken about where this one registers it.</summary>
    private static void AnalyzeRegistration(
        OperationAnalysisContext context, IInvocationOperation call, Services services)
    {
        if (RegistrationCalls.Read(call)?.Implementation is not { } type
            || services.IsDeclaredHere(type)
            || !Services.IsOwn(type))
            return;

        foreach (var demand in MissingIn(Demand.ConstructorsOf(type), services))
            context.Report(Finding(demand, call.Syntax.GetLocation(), type.Name, context.Compilation));
    }

    private static bool Lacks(Services services, Demand demand) =>
        !demand.IsOptional && services.Lacks(demand.Service, demand.Key);

    /// <summary>What a type asks for in vain when it is made, in its properties, and with each request.</summary>
    private static IEnumerable<Demand> MissingOf(INamedTypeSymbol type, Services services, Compilation compilation)
    {
        var isOfFramework = FrameworkMade.Is(type, compilation);
        var later = Demand.OfProperties(type)
            .Concat(isOfFramework ? ServiceRequests.OfActions(type) : [])
            .Where(demand => Lacks(services, demand));
        var constructors = Demand.ConstructorsOf(type);
        var isMade = services.Making(type).Any() || (constructors.Length == 1 && isOfFramework);
        return isMade ? MissingIn(constructors, services).Concat(later) : later;
    }

    /// <summary>What the longest constructor lacks, where none of them can be filled.</summary>
    private static IEnumerable<Demand> MissingIn(ImmutableArray<IMethodSymbol> constructors, Services services)
    {
        var missing = constructors
            .OrderByDescending(static constructor => constructor.Parameters.Length)
            .Select(constructor => Demand.OfConstructor(constructor)
                .Where(demand => Lacks(services, demand))
                .ToList())
            .ToList();
        return missing.Count > 0 && missing.TrueForAll(static each => each.Count > 0) ? missing[0] : [];
    }

    private static Diagnostic Finding(Demand demand, Location place, string asker, Compilation compilation) =>
        Diagnostic.Create(
            Descriptor, place, asker, TypeNames.Written(demand.Service), WayOut(demand.Service, compilation));

    /// <summary>What was registered instead, or the call that would register it.</summary>
    private static string WayOut(ITypeSymbol service, Compilation compilation)
    {
        if (service is not INamedTypeSymbol { SpecialType: SpecialType.None } asked)
            return "hand it over by a factory, or by options that are bound to configuration";
        var name = TypeNames.Written(asked);
        if (asked is { TypeKind: TypeKind.Class, IsAbstract: false }) return $"register it: AddScoped<{name}>()";
        var makers = Implementations.Of(compilation).TypesBehind(asked).Take(2).ToList();
        return makers.Count switch
        {
            0 => "nothing implements it either: write what is missing and register it",
            1 => $"register it: AddScoped<{name}, {TypeNames.Written(makers[0])}>()",
            _ => $"register it with the implementation that is meant: AddScoped<{name}, …>()",
        };
    }
}
