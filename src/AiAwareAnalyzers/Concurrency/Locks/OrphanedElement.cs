using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency.Locks;

/// <summary>
/// An element of a map that was found to be out of use under its own lock, and is removed when the lock is open again:
/// whoever has got it before goes on with an object that nobody finds any more.
/// </summary>
internal static class OrphanedElement
{
    /// <summary>The removal that comes too late; null without one.</summary>
    public static LateWrite? Behind(LockedRegion region, LockedCode code) =>
        region is { Gate: { Variable: ILocalSymbol element } gate, Outer: null }
        && LoopOf(element, region.Opening) is { } loop
        && Place.Of(loop.Collection) is { } map
        && LookIn(region, gate, code) is { } look
        && !IsMarked(region, element, code)
        && !IsOnlyChangedInPlace(loop)
        && code.Operations.OfType<IInvocationOperation>()
            .Where(call => IsRemoval(call, map, region) && code.Regions.Around(call) is null)
            .ToList() is { Count: > 0 } removals
        && ToldIn(region, element, code) is var told
        && removals.Find(call => IsDecided(call, told)) is { } removal
            ? new(
                new(gate, UseKind.Look, look, look, region),
                new(map, UseKind.Change, removal.Instance!, removal, null),
                Harm.Orphaned)
            : null;

    private static IForEachLoopOperation? LoopOf(ILocalSymbol element, IOperation opening) =>
        opening.Ancestors().OfType<IForEachLoopOperation>().FirstOrDefault(loop =>
            loop.Locals.Contains(element, SymbolEqualityComparer.Default));

    /// <summary>What it asks of the element, or of the element itself.</summary>
    private static IOperation? LookIn(LockedRegion region, Place gate, LockedCode code) =>
        code.Operations.FirstOrDefault(part =>
            part is IMemberReferenceOperation { Instance: { } owner }
            && region.Holds(part)
            && gate.Equals(Place.Of(owner)))
        ?? code.Operations.FirstOrDefault(part => region.Holds(part) && gate.Equals(Place.Of(part)));

    /// <summary>Whoever gets the element afterwards can see that it was removed.</summary>
    private static bool IsMarked(LockedRegion region, ILocalSymbol element, LockedCode code) =>
        code.Operations.Any(part =>
            part is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target }
            && region.Holds(part)
            && IsAbout(target, element));

    /// <summary>
    /// Whoever else wants an element has the map change it: <c>AddOrUpdate</c> begins anew where it was removed in
    /// between, and lets no element out.
    /// </summary>
    private static bool IsOnlyChangedInPlace(IForEachLoopOperation loop)
    {
        if (Values.SymbolOf(loop.Collection) is not IFieldSymbol { DeclaredAccessibility: Accessibility.Private } kept)
            return false;
        var around = loop.Syntax.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault();
        var uses = kept.ContainingType.DeclaringSyntaxReferences
            .SelectMany(static part => part.GetSyntax().DescendantNodes())
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == kept.Name && around?.Contains(name) != true)
            .ToList();
        return uses.Exists(IsUpdate) && uses.TrueForAll(static use => IsUpdate(use) || IsCount(use));
    }

    private static bool IsUpdate(IdentifierNameSyntax map) =>
        map.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddOrUpdate",
            Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } };

    private static bool IsCount(IdentifierNameSyntax map) =>
        map.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "IsEmpty" or "ContainsKey" };

    private static bool IsRemoval(IInvocationOperation call, Place map, LockedRegion region) =>
        call is { TargetMethod.Name: "TryRemove" or "Remove", Instance: { } owner, Arguments: [var key, ..] }
        && call.Syntax.SpanStart > region.Span.End
        && key.Value.Type?.Name != "KeyValuePair"
        && map.Equals(Place.Of(owner));

    /// <summary>By a local, or by a list of keys, that the look has filled.</summary>
    private static bool IsDecided(IInvocationOperation removal, ImmutableHashSet<ISymbol> told)
    {
        return removal.Ancestors().Any(around => around switch
        {
            IConditionalOperation { Condition: var condition } => Asks(condition),
            IForEachLoopOperation { Collection: var keys } => Asks(keys),
            _ => false,
        });

        bool Asks(IOperation value) => value.DescendantsAndSelf().Any(part =>
            part is ILocalReferenceOperation { Local: var local } && told.Contains(local));
    }

    /// <summary>The locals that know of the element what the look has found.</summary>
    private static ImmutableHashSet<ISymbol> ToldIn(LockedRegion region, ILocalSymbol element, LockedCode code) =>
        code.Operations.Where(region.Holds)
            .Select(part => ToldBy(part, element, region))
            .OfType<ILocalSymbol>()
            .ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);

    private static ILocalSymbol? ToldBy(IOperation part, ILocalSymbol element, LockedRegion region) => part switch
    {
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Value: var value }
            when IsAbout(value, element) => local,
        IInvocationOperation { TargetMethod.Name: "Add", Instance: ILocalReferenceOperation { Local: var list } }
            when part.Ancestors().TakeWhile(region.Holds).Any(around =>
                around is IConditionalOperation { Condition: var condition } && IsAbout(condition, element)) => list,
        _ => null,
    };

    private static bool IsAbout(IOperation value, ILocalSymbol element) =>
        value.DescendantsAndSelf().Any(part =>
            part is ILocalReferenceOperation { Local: var local }
            && SymbolEqualityComparer.Default.Equals(local, element));
}
