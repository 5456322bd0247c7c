using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>The methods of this project that a call may end in: what an interface or a base class hides.</summary>
internal sealed class CallTargets
{
    private static readonly ImmutableArray<IMethodSymbol> Unknown = ImmutableArray<IMethodSymbol>.Empty;

    private readonly Lazy<ILookup<ITypeSymbol, INamedTypeSymbol>> _heirs;
    private readonly Lazy<ILookup<ITypeSymbol, IMethodSymbol>> _handlers;

    private CallTargets(Compilation compilation)
    {
        var types = new Lazy<List<INamedTypeSymbol>>(() => compilation.Assembly.GlobalNamespace.AllTypes().ToList());
        _heirs = new(() => Lookup(
            types.Value.Where(type => type.TypeKind is TypeKind.Class or TypeKind.Struct),
            type => type.AllInterfaces.Concat(type.BaseType.SelfAndBases())));
        _handlers = new(() => types.Value.SelectMany(HandlersIn)
            .ToLookup(
                method => method.Parameters[0].Type,
                SymbolEqualityComparer.Default as IEqualityComparer<ITypeSymbol>));
    }

    public static CallTargets Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new CallTargets(c));

    /// <summary>The bodies that a call may run; none where one of them may stand elsewhere.</summary>
    public ImmutableArray<IMethodSymbol> Of(IMethodSymbol called)
    {
        var method = (called.ReducedFrom ?? called).OriginalDefinition;
        if (!method.IsAbstract && !method.IsVirtual && !method.IsOverride)
            return HasBody(method) ? ImmutableArray.Create(method) : Unknown;
        if (method.ContainingType.DeclaringSyntaxReferences.IsEmpty) return Unknown;

        return HeirsOf(method.ContainingType).Select(heir => Implementation(heir, method)).OfType<IMethodSymbol>()
            .Concat(HasBody(method) ? ImmutableArray.Create(method) : Unknown)
            .Distinct(SymbolEqualityComparer.Default as IEqualityComparer<IMethodSymbol>)
            .ToImmutableArray();
    }

    /// <summary>
    /// As <see cref="Of(IMethodSymbol)"/>; a request that is sent ends in the method that handles it.
    /// </summary>
    public ImmutableArray<IMethodSymbol> Of(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "Send" or "SendAsync" or "Publish", ContainingType.Name: var type },
            Arguments: { Length: > 0 } sent }
        && type is "ISender" or "IMediator" or "IPublisher" or "Mediator"
        && sent[0].Value.AsWritten().Type is { } request
            ? _handlers.Value[request].ToImmutableArray()
            : Of(call.TargetMethod);

    private IEnumerable<INamedTypeSymbol> HeirsOf(INamedTypeSymbol type) => _heirs.Value[type];

    private static IMethodSymbol? Implementation(INamedTypeSymbol heir, IMethodSymbol method)
    {
        var implementation = method.ContainingType.TypeKind == TypeKind.Interface
            ? heir.AllInterfaces
                .Where(contract => SymbolEqualityComparer.Default.Equals(
                    contract.OriginalDefinition, method.ContainingType))
                .SelectMany(contract => contract.GetMembers(method.Name).OfType<IMethodSymbol>())
                .Where(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method))
                .Select(heir.FindImplementationForInterfaceMember)
                .OfType<IMethodSymbol>()
                .FirstOrDefault()
            : heir.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(member => Overrides(member, method));
        return implementation?.OriginalDefinition is { } found && HasBody(found) ? found : null;
    }

    private static bool Overrides(IMethodSymbol heir, IMethodSymbol method)
    {
        for (var current = heir.OverriddenMethod; current is not null; current = current.OverriddenMethod)
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, method)) return true;
        return false;
    }

    /// <summary><c>Handle(TRequest, CancellationToken)</c> of whatever handles requests.</summary>
    private static IEnumerable<IMethodSymbol> HandlersIn(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(contract =>
            contract.Arity > 0 && contract.Name.EndsWith("Handler", StringComparison.Ordinal))
            ? type.GetMembers().OfType<IMethodSymbol>()
                .Where(method => method is { Name: "Handle" or "HandleAsync", Parameters.Length: > 0 })
            : Unknown;

    private static bool HasBody(IMethodSymbol method) =>
        method is { IsAbstract: false, IsExtern: false, DeclaringSyntaxReferences.Length: > 0 };

    private static ILookup<ITypeSymbol, INamedTypeSymbol> Lookup(
        IEnumerable<INamedTypeSymbol> types, Func<INamedTypeSymbol, IEnumerable<ITypeSymbol>> ancestors) =>
        types.SelectMany(type => ancestors(type).Select(ancestor => (Ancestor: ancestor.OriginalDefinition, type)))
            .ToLookup(
                pair => pair.Ancestor,
                pair => pair.type,
                SymbolEqualityComparer.Default as IEqualityComparer<ITypeSymbol>);
}
