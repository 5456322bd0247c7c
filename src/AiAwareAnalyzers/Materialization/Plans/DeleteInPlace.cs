using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Materialization.Enumeration;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization.Plans;

/// <summary>Whether rows can be deleted by one statement: decided by the rule, carried out by the fix.</summary>
internal static class DeleteInPlace
{
    /// <summary>Present where the rows can be deleted in place, with or without the save behind.</summary>
    public const string Way = "Way";
    public const string KeepSave = "KeepSave";
    public const string DropSave = "DropSave";

    /// <summary>
    /// A delete in place is certain where load, removal and save are neighbours and only plain rows are meant.
    /// </summary>
    public static ImmutableDictionary<string, string?> PlanFor(
        IOperation rows,
        IOperation loaded,
        IOperation query,
        SequenceSource source,
        IOperation work,
        IInvocationOperation save,
        IOperation db,
        Compilation compilation)
    {
        var none = ImmutableDictionary<string, string?>.Empty;
        var statements = new[] { loaded.Syntax, work.Syntax, save.Syntax }
            .Select(node => node.FirstAncestorOrSelf<StatementSyntax>())
            .Distinct()
            .ToList();
        var isHeld = rows.Bare() is ILocalReferenceOperation;
        var areNeighbours = statements.All(statement =>
            statement?.Parent is BlockSyntax block && block == statements[0]!.Parent)
            && AreInARow(statements!, (BlockSyntax)statements[0]!.Parent!)
            && statements.Count == (isHeld ? 3 : 2);
        var isPlain = source.Calls.All(call =>
            call.Name is "Where" or "AsNoTracking" or "AsTracking" or "TagWith" or "IgnoreQueryFilters")
            && query.Syntax is InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax
            && (query.Bare() == source.Root || source.Calls.Length > 0 && source.Calls[0].Invocation == query.Bare());
        var isSaved = save.Outermost().Parent is IExpressionStatementOperation;
        if (!areNeighbours || !isPlain || !isSaved || !IsPlain(Sequences.Of(compilation).ElementOf(query.Bare().Type)))
            return none;

        var others = Locals.Around(work, compilation)
            .MentionsOf(db is ILocalReferenceOperation local ? local.Local : save.TargetMethod).Count;
        var isOwn = db is ILocalReferenceOperation
            && others <= (work is IInvocationOperation or ILoopOperation ? 3 : 2);
        return none.Add(Way, isOwn ? DropSave : KeepSave);
    }

    private static bool AreInARow(IReadOnlyList<StatementSyntax> statements, BlockSyntax block) =>
        Enumerable.Range(1, statements.Count - 1).All(index =>
            block.Statements.IndexOf(statements[index]) == block.Statements.IndexOf(statements[index - 1]) + 1);

    /// <summary>One table, and nobody else's change to respect.</summary>
    private static bool IsPlain(ITypeSymbol? entity) =>
        entity is INamedTypeSymbol { BaseType.SpecialType: SpecialType.System_Object }
        && !entity.GetMembers().Any(member =>
            member.GetAttributes().Any(attribute =>
                attribute.AttributeClass?.Name is "TimestampAttribute" or "ConcurrencyCheckAttribute"));
}
