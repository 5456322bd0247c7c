using AiAwareAnalyzers.Money.Arithmetic;

namespace AiAwareAnalyzers.Money.Amounts;

/// <summary>
/// The locals of one body that merely carry money which another declaration already keeps in a floating-point type.
/// </summary>
/// <remarks>
/// Every assignment, return, argument, loop or pattern is a meeting: whoever takes part in it shares one cause.
/// </remarks>
internal sealed class CarriedMoney
{
    private readonly HashSet<ISymbol> _carriers = new(SymbolEqualityComparer.Default);
    private readonly MoneyFacts _money;

    public CarriedMoney(IOperation body, MoneyFacts money)
    {
        _money = money;
        foreach (var meeting in body.Descendants().Where(IsKeptInFloat).GroupBy(PlaceOf))
            if (meeting.Key is { } place)
                Meet([.. meeting.Select(SymbolOf).OfType<ISymbol>(), .. OthersAt(place)]);
    }

    public bool Contains(ILocalSymbol local) => _carriers.Contains(local);

    /// <summary>A local carries what a member keeps, and what an earlier local keeps.</summary>
    private void Meet(List<ISymbol> symbols)
    {
        foreach (var local in symbols.OfType<ILocalSymbol>())
            if (symbols.Exists(other => other is not ILocalSymbol || PositionOf(other) < PositionOf(local)))
                _carriers.Add(local);
    }

    private static int PositionOf(ISymbol local) => local.Locations[0].SourceSpan.Start;

    private bool IsKeptInFloat(IOperation operation) => _money.IsKeptInFloat(SymbolOf(operation));

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        IMemberReferenceOperation reference => reference.Member.OriginalDefinition,
        IInvocationOperation call => call.TargetMethod.OriginalDefinition,
        IVariableDeclaratorOperation declarator => declarator.Symbol,
        IDeclarationPatternOperation pattern => pattern.DeclaredSymbol,
        _ => null,
    };

    /// <summary>
    /// Where the value of an operation meets others: the innermost assignment, return, argument, loop or pattern around
    /// it.
    /// </summary>
    private IOperation? PlaceOf(IOperation operation)
    {
        for (var place = operation; place is not null and not IBlockOperation; place = place.Parent)
            if (place is IVariableDeclaratorOperation or IAssignmentOperation or IReturnOperation
                or IForEachLoopOperation or IIsPatternOperation
                || (place is IArgumentOperation argument
                    && _money.IsKeptInFloat(argument.Parameter?.OriginalDefinition)))
                return place;
        return null;
    }

    /// <summary>
    /// Who else takes part there: the parameter of an argument, the member that returns, the elements that are
    /// deconstructed.
    /// </summary>
    private IEnumerable<ISymbol> OthersAt(IOperation place) => place switch
    {
        IArgumentOperation { Parameter: { } parameter } => [parameter.OriginalDefinition],
        IReturnOperation when Returning(place) is { } member && _money.IsKeptInFloat(member) => [member],
        IDeconstructionAssignmentOperation { Value.Type: var type } =>
            Numbers.TupleElements(type).Where(_money.IsKeptInFloat),
        _ => [],
    };

    private static ISymbol? Returning(IOperation place) =>
        place.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart) is IMethodSymbol method
            ? method.AssociatedSymbol ?? method
            : null;
}
