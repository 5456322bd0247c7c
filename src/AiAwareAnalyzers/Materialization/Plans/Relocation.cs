using System.Globalization;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Materialization.Enumeration;
using AiAwareAnalyzers.Materialization.Queries;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization.Plans;

/// <summary>
/// Which steps behind a copy can go before it, or make it needless: decided by the rule, carried out by the fix.
/// </summary>
internal static class Relocation
{
    /// <summary>How many steps move before the copy.</summary>
    public const string Moved = "Moved";

    /// <summary>What becomes of the copy.</summary>
    public const string Way = "Way";

    /// <summary>The copy goes: the last moved step, or the one behind it, evaluates the sequence.</summary>
    public const string Drop = "Drop";

    /// <summary>The copy stays, behind the moved steps.</summary>
    public const string Keep = "Keep";

    /// <summary>Present where a local holds the copy before its only use.</summary>
    public const string Held = "Held";

    private static readonly ImmutableDictionary<string, string?> None = ImmutableDictionary<string, string?>.Empty;

    /// <summary>The plan for a query: what translates moves, and rows are put in memory behind it.</summary>
    public static ImmutableDictionary<string, string?> OfQuery(
        SequenceCall listing, Steps steps, Compilation compilation) =>
        Plan(listing, steps, compilation, step => step.Translates == Translatable.Surely);

    /// <summary>
    /// The plan for what can be read as it comes: the copy goes, if everything is evaluated on the spot.
    /// </summary>
    public static ImmutableDictionary<string, string?> OfStream(
        SequenceCall listing, Steps steps, Compilation compilation) =>
        steps.EndsEagerly && steps.All.All(IsPure) ? Plan(listing, steps, compilation, static _ => true) : None;

    private static bool IsPure(Step step) =>
        step.Lambda is null ? step.Arguments == 0 || step.Verb == Verb.Page : Translation.IsPure(step.Lambda);

    private static ImmutableDictionary<string, string?> Plan(
        SequenceCall listing, Steps steps, Compilation compilation, Func<Step, bool> moves)
    {
        var moving = steps.All.TakeWhile(step => moves(step) && IsWritten(step)).ToList();
        if (listing.IsAsync)
            moving = moving.TakeWhile(step => step.IsDeferred || step.Verb == Verb.List || HasAsyncForm(listing, step))
                .ToList();
        if (moving.Count == 0 || !CanBeInlined(steps, compilation)) return None;

        var last = moving[^1];
        if (!last.IsDeferred) return As(moving.Count, Drop, steps);
        if (steps.All.Length > moving.Count
            && steps.All[moving.Count] is { Verb: Verb.List, Arguments: 0 } next
            && IsWritten(next))
            return As(moving.Count + 1, Drop, steps);
        return StaysAssignable(last, compilation) ? As(moving.Count, Keep, steps) : None;
    }

    private static ImmutableDictionary<string, string?> As(int moved, string way, Steps steps)
    {
        var plan = None.Add(Moved, moved.ToString(CultureInfo.InvariantCulture)).Add(Way, way);
        return steps.Local is null ? plan : plan.Add(Held, steps.Local.Name);
    }

    /// <summary>Query syntax has no text that could move.</summary>
    private static bool IsWritten(Step step) =>
        step.Operation.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax }
            or MemberAccessExpressionSyntax;

    private static bool HasAsyncForm(SequenceCall listing, Step step) =>
        (step.Arguments < 2 || step.Verb == Verb.Index)
        && !listing.Invocation.TargetMethod.ContainingType.GetMembers(
            step.Name is "Length" ? "CountAsync" : step.Name + "Async").IsEmpty;

    /// <summary>
    /// A local is written out only into the statement behind its declaration; a query of several lines not in the
    /// middle of another call.
    /// </summary>
    private static bool CanBeInlined(Steps steps, Compilation compilation)
    {
        if (steps.Local is not { } local) return true;
        var declaration = Locals.Around(steps.End, compilation)
            .DeclarationOf(local)?.Syntax.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>();
        var use = steps.End.Syntax.FirstAncestorOrSelf<StatementSyntax>();
        return declaration is { Declaration.Variables.Count: 1 }
            && declaration.Declaration.Type.IsVar
            && use is ReturnStatementSyntax or LocalDeclarationStatementSyntax or ExpressionStatementSyntax
            && !(SpansLines(declaration) && steps.End.Syntax.FirstAncestorOrSelf<ArgumentSyntax>() is { } argument
                && use.Span.Contains(argument.Span))
            && declaration.Parent is BlockSyntax block
            && block.Statements.IndexOf(declaration) + 1 == block.Statements.IndexOf(use);
    }

    private static bool SpansLines(SyntaxNode node) =>
        node.SyntaxTree.GetLineSpan(node.Span) is var span && span.StartLinePosition.Line != span.EndLinePosition.Line;

    /// <summary>
    /// A sequence that becomes a list fits wherever it stood, but for a <c>var</c> that is given another sequence
    /// later.
    /// </summary>
    private static bool StaysAssignable(Step last, Compilation compilation) =>
        last.Operation.User()
            is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }
        || Locals.Around(last.Operation, compilation).OnlyValueOf(local) is not null;
}
