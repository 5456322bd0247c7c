using System.Collections.Concurrent;
using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.AuthScope.Reach;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>
/// A method that reaches things of everybody, where most methods beside it reach only those of one owner.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingOwnerCheck() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0308",
        title: "A method skips the owner check of its siblings",
        messageFormat: "'{0}' reaches every '{1}', while {2} of {3} {6} beside it compare '{4}', such as '{5}'; "
            + "compare it here as well",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A method that looks up an entity without comparing its owner, where most methods beside it do, "
            + "reaches the data of every user.",
        alsoKnownAs: "IDOR, BOLA, insecure direct object reference",
        cwe: [639],
        customTags: LowersOwnFindings);

    private const double Majority = 0.7;

    /// <summary>As above, where it is certain that an endpoint for everybody hands the thing on.</summary>
    private const double MajorityBesideEndpoint = 0.66;

    /// <summary>Words of methods that are meant to see everything.</summary>
    private static readonly ImmutableHashSet<string> Overseers = WordSet.Of(
        "admin all any background every expired global internal job public shared system");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterSymbolStartAction(
            type =>
            {
                if (((INamedTypeSymbol)type.Symbol).GetMembers().OfType<IMethodSymbol>()
                    .Count(method => method.MethodKind == MethodKind.Ordinary) < 3)
                    return;
                var lookups = new Lookups();
                type.RegisterOperationAction(
                    context => lookups.Add(context),
                    OperationKind.AnonymousFunction,
                    OperationKind.Invocation,
                    OperationKind.MethodReference,
                    OperationKind.Binary);
                type.RegisterSymbolEndAction(lookups.Report);
            },
            SymbolKind.NamedType);
        EndpointVisit.Register(start, JudgeEndpoint);
    }

    /// <summary>
    /// An endpoint that changes a thing by the id of its route, itself or by a service, and is not told who is asking.
    /// </summary>
    private static void JudgeEndpoint(EndpointVisit visit)
    {
        var endpoint = visit.Endpoint;
        if (OwnersBeside.Of(visit.Compilation).ForgottenBy(endpoint) is not { } forgotten
            || forgotten.Service is { } service && MeansAll(service))
            return;

        visit.Report(Diagnostic.Create(
            Descriptor,
            endpoint.Place,
            Zones.SeverityIn(endpoint.Place, endpoint.Namespace, visit.Options, visit.Compilation),
            null,
            null,
            endpoint.Name,
            forgotten.Entity.Name,
            forgotten.Careful.Length,
            forgotten.Others,
            forgotten.Owner.Name,
            forgotten.Careful.Select(static other => other.Name)
                .OrderBy(static name => name, StringComparer.Ordinal)
                .First(),
            "endpoints"));
    }

    private static bool MeansAll(IMethodSymbol method) =>
        Words.StemsOf(method.Name).Concat(Words.StemsOf(method.ContainingType.Name)).Any(Overseers.Contains);

    /// <summary>What a method looks up or compares.</summary>
    /// <param name="Method">The method.</param>
    /// <param name="Entity">What it looks for, or whose owner it compares.</param>
    /// <param name="Place">Where it looks without the owner; null where it is careful.</param>
    /// <param name="Owner">The property that it compares with the caller.</param>
    /// <param name="Learned">The property that it looks for, of the rows of one person.</param>
    private sealed record Lookup(
        IMethodSymbol Method,
        INamedTypeSymbol Entity,
        Location? Place,
        IPropertySymbol? Owner = null,
        IPropertySymbol? Learned = null);

    /// <summary>What the methods of one type look up.</summary>
    private sealed class Lookups
    {
        private readonly ConcurrentQueue<Lookup> _found = new();
        private readonly ConcurrentQueue<IMethodSymbol> _handedOn = new();
        private readonly ConcurrentQueue<(IMethodSymbol Caller, IMethodSymbol Helper)> _helped = new();

        public void Add(OperationAnalysisContext context)
        {
            if (context.ContainingSymbol is not IMethodSymbol method) return;
            if (context.Operation is IInvocationOperation { TargetMethod: var helper } && IsOwnHelper(helper, method))
                _helped.Enqueue((method, helper));
            switch (context.Operation)
            {
                case IAnonymousFunctionOperation predicate when OwnedEntities.ChosenBy(predicate) is { } entity:
                    if (!OtherOwners.AreMeant(predicate, method))
                        _found.Enqueue(new(
                            method,
                            entity,
                            OwnedEntities.StartsAtOwnMember(predicate) ? null : predicate.Syntax.GetLocation(),
                            Learned: OtherOwners.LearnedFrom(predicate)));
                    break;
                case IInvocationOperation call when OwnedEntities.AskedBy(call) is var (entity, isCareful):
                    _found.Enqueue(new(method, entity, isCareful ? null : call.Syntax.GetLocation()));
                    break;
                case IBinaryOperation comparison when OwnedEntities.ComparedIn(comparison) is { } owner:
                    _found.Enqueue(new(method, owner.ContainingType, null, owner));
                    break;
                case IMethodReferenceOperation { Method: var handedOn }:
                    _handedOn.Enqueue(handedOn);
                    break;
            }
        }

        private static bool IsOwnHelper(IMethodSymbol helper, IMethodSymbol caller) =>
            helper is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private }
            && SymbolEqualityComparer.Default.Equals(helper.ContainingType, caller.ContainingType);

        public void Report(SymbolAnalysisContext context)
        {
            foreach (var entity in _found.GroupBy(lookup => lookup.Entity, SymbolEqualityComparer.Default))
            {
                if (OwnerOf((INamedTypeSymbol)entity.Key!, entity) is not { } owner) continue;
                var methods = entity.Where(lookup => !Learns(lookup, owner))
                    .GroupBy(lookup => lookup.Method, SymbolEqualityComparer.Default)
                    .ToList();
                var careful = CarefulAmong(methods);
                var careless = methods.FindAll(method => !careful.Contains(method.Key!));
                var siblings = careful.Count + careless.Count;
                careless.RemoveAll(method => IsOverseer((IMethodSymbol)method.Key!));
                if (careless.Count == 0
                    || careful.Count < 2
                    || careful.Count < MajorityBesideEndpoint * siblings
                    || IsFilteredEverywhere(context.Compilation))
                    continue;

                var isCustom = careful.Count >= Majority * siblings;
                var example = careful.Select(static method => method.Name)
                    .OrderBy(static name => name, StringComparer.Ordinal)
                    .First();
                foreach (var method in careless)
                    if (IsForMethodToCompare((IMethodSymbol)method.Key!, owner, isCustom, context.Compilation))
                        Report(context, method, owner, siblings - 1, careful.Count, example);
            }
        }

        /// <summary>Who asks which owners there are has none to compare yet.</summary>
        private static bool Learns(Lookup lookup, IPropertySymbol owner) =>
            lookup.Place is not null && SymbolEqualityComparer.Default.Equals(lookup.Learned, owner);

        /// <summary>Those that compare the owner, and those that leave it to a private method that does.</summary>
        private HashSet<ISymbol> CarefulAmong(List<IGrouping<ISymbol?, Lookup>> methods)
        {
            var careful = new HashSet<ISymbol>(
                methods.Where(static method => method.Any(static lookup => lookup.Place is null))
                    .Select(static method => method.Key!),
                SymbolEqualityComparer.Default);
            careful.UnionWith(_helped.Where(pair => careful.Contains(pair.Helper))
                .Select(static pair => pair.Caller)
                .ToList());
            return careful;
        }

        /// <summary>
        /// Whoever is given the owner as well can compare it, but an endpoint for everybody hands the thing on; and
        /// where all callers are asked for a role, they may see everything.
        /// </summary>
        private bool IsForMethodToCompare(
            IMethodSymbol method, IPropertySymbol owner, bool isCustom, Compilation compilation)
        {
            var callers = new CallingEndpoints(method, owner, compilation);
            return !callers.AreAllOverseers
                && (isCustom && !TellsOwner(method, owner, compilation) || callers.HandItOn);
        }

        /// <summary>
        /// The property whose name says whose an entity is, or the one that is compared with the caller.
        /// </summary>
        private static IPropertySymbol? OwnerOf(INamedTypeSymbol entity, IEnumerable<Lookup> lookups) =>
            OwnedEntities.OwnerOf(entity) ?? lookups.Select(lookup => lookup.Owner).OfType<IPropertySymbol>()
                .OrderBy(owner => owner.Name, StringComparer.Ordinal)
                .FirstOrDefault();

        /// <summary>A filter of the model compares the owner in every query.</summary>
        private static bool IsFilteredEverywhere(Compilation compilation) =>
            Calls.Of(compilation).To("HasQueryFilter").Any();

        /// <summary>Who sees everything says so, or is asked for more than to be somebody.</summary>
        private bool IsOverseer(IMethodSymbol method) =>
            method.DeclaredAccessibility == Accessibility.Private && !IsHandedOn(method)
            || MeansAll(method)
            || method.GetAttributes().Any(attribute =>
                AuthorizationAttributes.SpeaksOfAuthorization(attribute.AttributeClass?.Name ?? "")
                && (attribute.ConstructorArguments.Length > 0 || attribute.NamedArguments.Length > 0));

        /// <summary>
        /// Who is given a thing together with its owner can compare it there; the client of an endpoint will not.
        /// </summary>
        private bool TellsOwner(IMethodSymbol method, IPropertySymbol owner, Compilation compilation) =>
            !IsHandedOn(method)
            && AspNetCore.Of(compilation) is var framework
            && !framework.IsNamedController(method.ContainingType)
            && !framework.IsPage(method.ContainingType)
            && !framework.IsHub(method.ContainingType)
            && Tasks.Unwrap(method.ReturnType) is INamedTypeSymbol given
            && given.SelfAndBases().Any(type => !type.GetMembers(owner.Name).IsEmpty);

        /// <summary>
        /// The callers of a private method stand beside it, unless it is handed on: to a route, for instance.
        /// </summary>
        private bool IsHandedOn(IMethodSymbol method) =>
            _handedOn.Any(each => SymbolEqualityComparer.Default.Equals(each, method));

        private static void Report(
            SymbolAnalysisContext context,
            IGrouping<ISymbol?, Lookup> careless,
            IPropertySymbol owner,
            int siblings,
            int careful,
            string example)
        {
            var place = careless.Select(lookup => lookup.Place!).OrderBy(location => location.SourceSpan.Start).First();
            var severity = Zones.SeverityIn(
                place, context.Symbol.ContainingNamespace.ToDisplayString(), context.Options, context.Compilation);
            context.Report(Diagnostic.Create(
                Descriptor, place, severity, null, null, careless.Key!.Name, owner.ContainingType.Name, careful,
                siblings, owner.Name, example, "methods"));
        }
    }
}
