using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>
/// What an endpoint does with things that belong to somebody, itself and by the services that it calls: which it finds
/// by their key, which it changes, whose owners it looks at.
/// </summary>
internal sealed class OwnedReach
{
    /// <summary>A handler, a service, and what that calls.</summary>
    private const int Depth = 3;

    private const int MostBodies = 24;

    private static readonly ImmutableHashSet<string> InPlace = WordSet.Of(
        "ExecuteDelete ExecuteDeleteAsync ExecuteUpdate ExecuteUpdateAsync");

    private static readonly ImmutableHashSet<string> Removing = WordSet.Of(
        "Delete DeleteAsync Remove Update UpdateAsync");

    /// <summary>Types by which code learns who is asking, or what they may do.</summary>
    private static readonly ImmutableHashSet<string> Identities = WordSet.Of(
        "ClaimsPrincipal HttpContext IAuthorizationService IHttpContextAccessor IIdentity IPrincipal UserManager");

    private readonly List<(INamedTypeSymbol Entity, IMethodSymbol? Service)> _found = new();
    private readonly HashSet<ISymbol> _changed = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _compared = new(SymbolEqualityComparer.Default);

    private OwnedReach(IOperation handler, Compilation compilation)
    {
        var targets = CallTargets.Of(compilation);
        var passed = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var waiting = new Queue<(IOperation Body, IMethodSymbol? Service, int Depth)>();
        waiting.Enqueue((handler, null, 0));
        for (var bodies = 0; waiting.Count > 0 && bodies < MostBodies; bodies++)
        {
            var (body, service, depth) = waiting.Dequeue();
            foreach (var operation in body.DescendantsAndSelf())
            {
                See(operation, service);
                if (depth < Depth && operation is IInvocationOperation call)
                    foreach (var target in targets.Of(call).Where(passed.Add))
                        if (ReturnValues.BodyOf(target, compilation) is { } next)
                            waiting.Enqueue((next, service ?? target, depth + 1));
            }
        }
    }

    /// <summary>Null where an endpoint is answered elsewhere.</summary>
    public static OwnedReach? Of(Endpoint endpoint, Compilation compilation) =>
        HandlerFunction.Of(endpoint, compilation) is { } function ? new(function.Body, compilation) : null;

    /// <summary>Whether anything tells who is asking, or whether they may.</summary>
    public bool AsksWho { get; private set; }

    /// <summary>The properties that say whose something is, and that are compared.</summary>
    public IEnumerable<IPropertySymbol> ComparedOwners => _compared.Cast<IPropertySymbol>();

    public bool Compares(IPropertySymbol owner) => _compared.Contains(owner);

    public bool FindsByKey(INamedTypeSymbol entity) =>
        _found.Exists(found => SymbolEqualityComparer.Default.Equals(found.Entity, entity));

    /// <summary>The things that are found by their key and changed, and the service that does it.</summary>
    public IEnumerable<(INamedTypeSymbol Entity, IMethodSymbol? Service)> ChangedByKey =>
        _found.Where(found => _changed.Contains(found.Entity));

    /// <summary>Whether a member that says whose something is, is read anywhere.</summary>
    public bool SpeaksOfOwner { get; private set; }

    private void See(IOperation operation, IMethodSymbol? service)
    {
        AsksWho |= operation.Type is { } type && IsIdentity(type);
        switch (operation)
        {
            case IAnonymousFunctionOperation predicate when OwnedEntities.ChosenBy(predicate) is { } entity:
                if (ComparesKey(predicate, entity)) _found.Add((entity, service));
                break;
            case IInvocationOperation call: SeeCall(call, service); break;
            case IBinaryOperation comparison when OwnedEntities.ComparedIn(comparison) is { } owner:
                _compared.Add(owner.OriginalDefinition);
                break;
            case IPropertyReferenceOperation { Property: var property } when OwnedEntities.IsOwner(property):
                SpeaksOfOwner = true;
                break;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { Type: { } changed }
                instance } } when instance is not IInstanceReferenceOperation:
                _changed.Add(changed);
                break;
        }
    }

    private void SeeCall(IInvocationOperation call, IMethodSymbol? service)
    {
        if (OwnedEntities.AskedBy(call) is var (entity, isCareful))
        {
            if (isCareful) AsksWho = true;
            else _found.Add((entity, service));
        }

        if (InPlace.Contains(call.TargetMethod.Name) && call.TargetMethod.TypeArguments.FirstOrDefault() is { } rows)
            _changed.Add(rows);
        if (Removing.Contains(call.TargetMethod.Name))
            foreach (var argument in call.Arguments)
                if (argument.Value.Bare().Type is { } removed) _changed.Add(removed);
    }

    /// <summary><c>b => b.Id == id</c>, among other conditions.</summary>
    private static bool ComparesKey(IAnonymousFunctionOperation predicate, INamedTypeSymbol entity) =>
        predicate.Descendants().OfType<IBinaryOperation>().Any(comparison =>
            comparison.OperatorKind == BinaryOperatorKind.Equals
            && (IsKey(comparison.LeftOperand, entity) || IsKey(comparison.RightOperand, entity)));

    private static bool IsKey(IOperation side, INamedTypeSymbol entity) =>
        side.Unconverted() is IPropertyReferenceOperation { Property.Name: var name, Instance: { } row }
        && (name == "Id" || name == entity.Name + "Id")
        && row.Unconverted() is IParameterReferenceOperation;

    private static bool IsIdentity(ITypeSymbol type) =>
        Identities.Contains(type.Name)
        || (Words.Of(type.Name) is { Length: > 1 } words
            && (words.Contains("current") || words.Contains("caller") || words.Contains("session")
                || words[^1] is "principal"));
}
