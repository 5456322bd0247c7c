using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency.Overlaps;

/// <summary>Which calls keep a <c>DbContext</c> busy until they are awaited, and which context that is.</summary>
internal sealed class ContextUses(Compilation compilation)
{
    /// <summary>How many locals and steps of a query stand between a call and its context.</summary>
    private const int Patience = 16;

    /// <summary>Where calls that go to the database stand, besides contexts and sets.</summary>
    private static readonly ImmutableHashSet<string> Holders = WordSet.Of(
        "EntityFrameworkQueryableExtensions RelationalQueryableExtensions DatabaseFacade",
        "RelationalDatabaseFacadeExtensions");

    /// <summary>Services of ASP.NET Identity, each with the context of its request.</summary>
    private static readonly ImmutableHashSet<string> Identity = WordSet.Of("UserManager RoleManager SignInManager");

    private readonly EntityFramework _framework = EntityFramework.Of(compilation);
    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);

    /// <summary>How a call uses a context; null where it uses none, or one of its own.</summary>
    public ContextUse? Of(IOperation value) =>
        Started(value) is { } call && Tasks.IsTask(call.TargetMethod.ReturnType)
            ? RunsQuery(call) ? OfVariable(call) : OfService(call)
            : null;

    /// <summary>The variable with the context that a query, a set or a part of the context belongs to.</summary>
    public ISymbol? ContextBehind(IOperation value) =>
        VariableBehind(value, Trail.OfSteps(Patience)) is { } variable && IsContext(TypeNames.TypeOf(variable))
            ? variable
            : null;

    /// <summary>The call that a task comes from, also behind <c>AsTask</c>.</summary>
    private static IInvocationOperation? Started(IOperation value) => value.Bare() switch
    {
        IInvocationOperation { TargetMethod.Name: "AsTask", Instance: { } started } =>
            started.Bare() as IInvocationOperation,
        var call => call as IInvocationOperation,
    };

    private ContextUse? OfVariable(IInvocationOperation call) =>
        VariableBehind(call, Trail.OfSteps(Patience)) is { } variable ? new(call, variable, null) : null;

    /// <summary>A service that was handed in, and that asks the context that it was given itself.</summary>
    private ContextUse? OfService(IInvocationOperation call)
    {
        var service = call.Instance?.Bare();
        if (service is not (null or IInstanceReferenceOperation)
            && Values.VariableOrPropertyOf(service) is not (IFieldSymbol or IPropertySymbol or IParameterSymbol))
            return null;
        return _summaries.Behind(call.TargetMethod) is { Length: 1 } bodies
            && bodies[0].Body is { } body
            && Bodies.Own(body).OfType<IInvocationOperation>().FirstOrDefault(RunsQuery) is { } query
            && VariableBehind(query, Trail.OfSteps(Patience)) is { } held
            && IsGiven(held)
            && TypeNames.TypeOf(held) is { } context
            && IsContext(context)
                ? new(call, service is null ? null : Values.VariableOrPropertyOf(service), context)
                : null;
    }

    /// <summary>A member of the service, or a parameter of its primary constructor.</summary>
    private static bool IsGiven(ISymbol held) =>
        held is IFieldSymbol or IPropertySymbol
            or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } };

    /// <summary>An asynchronous call of the framework that goes to the database.</summary>
    private bool RunsQuery(IInvocationOperation call) =>
        call.TargetMethod is { Name: not ("AddAsync" or "AddRangeAsync"), ContainingType: { } type }
        && Tasks.IsTask(call.TargetMethod.ReturnType)
        && (Holders.Contains(type.Name) || EntityFramework.EntityOf(type) is not null || IsContext(type));

    private bool IsContext(ITypeSymbol? type) =>
        _framework.IsContext(type)
        || (type is { Name: var name, ContainingNamespace.Name: "Identity" } && Identity.Contains(name));

    /// <summary>The variable with the context, or with the query, at the beginning of a chain of calls.</summary>
    private ISymbol? VariableBehind(IOperation value, Trail trail) => value.Bare() switch
    {
        _ when trail.IsOver || CallStack.IsNearlyFull => null,
        IInvocationOperation call => (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } source
            ? VariableBehind(source, trail.Deeper())
            : null,
        ILocalReferenceOperation local when !IsContext(local.Type) =>
            trail.InitialValueOf(local, out var further) is { } first ? VariableBehind(first, further) : null,
        IPropertyReferenceOperation { Instance: { } owner } property
            when !IsContext(property.Type) || IsContext(owner.Type) =>
            VariableBehind(owner, trail.Deeper()),
        IParameterReferenceOperation { Parameter: var query } => query,
        var variable => IsContext(variable.Type) ? Values.VariableOrPropertyOf(variable) : null,
    };
}
