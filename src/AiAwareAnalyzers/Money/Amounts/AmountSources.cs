using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Money.Amounts;

/// <summary>Where the rows come from whose amounts are added up, and whether anybody told them apart before.</summary>
internal sealed class AmountSources
{
    /// <summary>How many operators and locals a sequence is followed through.</summary>
    private const int Steps = 16;

    private readonly Compilation _compilation;

    private AmountSources(Compilation compilation) => _compilation = compilation;

    public static AmountSources Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new AmountSources(c));

    /// <summary>Whether a call goes over a sequence, in memory or in a query.</summary>
    public static bool IsOperator(IMethodSymbol method) =>
        method.ContainingType.Name is "Enumerable" or "Queryable" or "AsyncEnumerable"
            or "EntityFrameworkQueryableExtensions";

    /// <summary>
    /// The rows of a table, of a list, or of a method or a caller in sight, where nobody speaks of currencies.
    /// </summary>
    public bool AreUntold(IOperation rows)
    {
        var root = RootOf(rows);
        return root switch
        {
            _ when EntityFramework.Of(_compilation).ContextOf(root) is not null => true,
            IInvocationOperation { TargetMethod: var method } => AreUntoldBy(method),
            IMemberReferenceOperation { Member: var list } => !Currencies.AreSpokenOfIn(list.ContainingType),
            IParameterReferenceOperation { Parameter: var parameter } => AreUntoldByCallers(parameter),
            _ => false,
        };
    }

    private bool AreUntoldBy(IMethodSymbol method) =>
        !method.DeclaringSyntaxReferences.IsEmpty
        && !Currencies.AreNamed(method.Name)
        && !MethodSummaries.Of(_compilation).Behind(method).Any(static body =>
            Currencies.AreSpokenOfIn(body.Method));

    private bool AreUntoldByCallers(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
        && !IsGrouping(parameter.Type)
        && Passed.To(parameter, method, _compilation) is { Count: > 0 } given
        && given.All(static rows => Bodies.MemberAround(rows) is { } caller && !Currencies.AreSpokenOfIn(caller));

    /// <summary>What the first operator was called on, also where a group of it is what is added up.</summary>
    private IOperation RootOf(IOperation rows)
    {
        var root = Locals.Around(rows, _compilation).Follow(rows);
        for (var step = 0; step < Steps && (Before(root) ?? GroupedBy(root)) is { } before; step++)
            root = Locals.Around(before, _compilation).Follow(before);
        return root;
    }

    private static IOperation? Before(IOperation rows) =>
        rows is IInvocationOperation { TargetMethod: var method, Arguments: { Length: > 0 } arguments }
        && IsOperator(method)
            ? arguments[0].Value
            : null;

    /// <summary>The rows that a group is one of: the lambda's parameter stands for it.</summary>
    private static IOperation? GroupedBy(IOperation group) =>
        group is IParameterReferenceOperation { Parameter: { ContainingSymbol: var function, Type: var type } }
        && IsGrouping(type)
        && group.Ancestors().OfType<IAnonymousFunctionOperation>().FirstOrDefault(lambda =>
            SymbolEqualityComparer.Default.Equals(lambda.Symbol, function)) is { } selector
            ? selector.Ancestors().OfType<IInvocationOperation>().Select(Before).FirstOrDefault()
            : null;

    private static bool IsGrouping(ITypeSymbol type) => type is INamedTypeSymbol { Name: "IGrouping" };
}
