using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>The catches of one type that hide a failure: reported one by one, or as a habit of the type.</summary>
internal sealed class HidingCatches(INamedTypeSymbol type)
{
    /// <summary>From this many methods on it is no slip any more.</summary>
    private const int Many = 3;

    private readonly ConcurrentBag<(CatchClause Caught, ISymbol Member)> _hiding = new();
    private readonly ConcurrentDictionary<ISymbol, bool> _awaiting = new(SymbolEqualityComparer.Default);

    public INamedTypeSymbol Type => type;

    /// <summary>The catches in source order.</summary>
    public IReadOnlyList<CatchClause> Catches => _hiding.Select(found => found.Caught)
        .InOrderOfText(static caught => caught.Clause.Syntax)
        .ToList();

    /// <summary>The members that hide a failure and do not say so, in source order.</summary>
    public IReadOnlyList<ISymbol> Members =>
        _hiding.Where(found => found.Caught is { IsCatchAll: true, SaysWhetherItWorked: false })
            .Select(found => found.Member)
            .Distinct(SymbolEqualityComparer.Default)
            .OrderBy(FirstLine)
            .ToList();

    /// <summary>Whether most of the type's awaiting members do it.</summary>
    public bool IsHabit
    {
        get
        {
            var members = Members;
            return members.Count >= Many && members.Count(_awaiting.ContainsKey) * 2 >= _awaiting.Count;
        }
    }

    /// <summary>Looks at every type of a compilation, and calls back when all of it was seen.</summary>
    public static void Watch(CompilationStartAnalysisContext start, Action<HidingCatches, Action<Diagnostic>> report)
    {
        var catches = CatchClauses.Of(start.Compilation);
        start.RegisterSymbolStartAction(
            context =>
            {
                var swallowing = new HidingCatches((INamedTypeSymbol)context.Symbol);
                context.RegisterOperationAction(
                    inner => swallowing.See((ICatchClauseOperation)inner.Operation, inner.ContainingSymbol, catches),
                    OperationKind.CatchClause);
                context.RegisterOperationAction(
                    inner => swallowing.SeeAwait(inner.ContainingSymbol), OperationKind.Await);
                context.RegisterSymbolEndAction(end => report(swallowing, finding => end.Report(finding)));
            },
            SymbolKind.NamedType);
    }

    private void See(ICatchClauseOperation clause, ISymbol member, CatchClauses catches)
    {
        if (IsOurs(member) && catches.Of(clause, member) is { } caught && caught.HidesFailure())
            _hiding.Add((caught, member));
    }

    private void SeeAwait(ISymbol member)
    {
        if (IsOurs(member)) _awaiting.TryAdd(member, true);
    }

    /// <summary>A member of this type, not of one inside; a block of extension members is no type of its own.</summary>
    private bool IsOurs(ISymbol member)
    {
        var home = member.ContainingType;
        while (home is { Name: "", ContainingType: { } around }) home = around;
        return SymbolEqualityComparer.Default.Equals(home, type);
    }

    private static (string, int) FirstLine(ISymbol member) =>
        member.Locations.FirstOrDefault() is { SourceTree: { } tree } place
            ? (tree.FilePath, place.SourceSpan.Start)
            : ("", 0);
}
