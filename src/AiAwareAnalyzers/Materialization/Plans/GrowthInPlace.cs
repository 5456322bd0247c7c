using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Materialization.Enumeration;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization.Plans;

/// <summary>
/// Whether a local that is copied to grow can become a builder, or grow in place: decided by the rule, carried out by
/// the fix.
/// </summary>
internal static class GrowthInPlace
{
    /// <summary>What the fix makes of the local; present only where it is certain.</summary>
    public const string Way = "Way";
    public const string Builder = "Builder";
    public const string Add = "Add";
    public const string AddRange = "AddRange";

    private static readonly ImmutableDictionary<string, string?> None = ImmutableDictionary<string, string?>.Empty;

    /// <summary>
    /// A local whose every mention up to the end of the loop is this growth can become a builder, or grow in place.
    /// </summary>
    public static ImmutableDictionary<string, string?> PlanFor(
        IAssignmentOperation assignment, ISymbol target, ILoopOperation loop, string way, Compilation compilation)
    {
        var locals = Locals.Around(assignment, compilation);
        if (target is not ILocalSymbol local
            || locals.DeclarationOf(local) is not { } declaration
            || assignment.Parent is not IExpressionStatementOperation)
            return None;
        if (declaration.Syntax.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()
            is not { Declaration.Variables.Count: 1, Parent: BlockSyntax block } statement
            || OutermostLoop(loop).Syntax.Parent != block)
            return None;
        if (locals.InitializerOf(local) is not { } initial
            || way == Builder && initial.Bare().ConstantValue is { HasValue: true, Value: null })
            return None;

        var mentions = locals.MentionsOf(local);
        if (mentions.Any(mention =>
            mention.Ancestors().Any(parent => parent is IAnonymousFunctionOperation or ILocalFunctionOperation
                && !parent.Syntax.Span.Contains(statement.Span))))
            return None;
        var early = mentions.Where(mention => mention.Syntax.SpanStart < OutermostLoop(loop).Syntax.Span.End).ToList();
        var grows = way == Builder ? early.All(IsGrowth) : early.All(mention => mention.IsInside(assignment))
            && initial.Bare() is IObjectCreationOperation
            && Sequences.Of(compilation).IsList(local.Type);
        var isReassigned = mentions.Except(early).Any(mention => Locals.Of(mention) == Mention.Reassigned);
        return grows && !isReassigned ? None.Add(Way, way) : None;
    }

    /// <summary>What <c>Append</c> writes as <c>+</c> does.</summary>
    public static bool IsText(IOperation value) =>
        value.Bare().Type?.SpecialType is SpecialType.System_String or SpecialType.System_Char
            or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal
            or SpecialType.System_Boolean;

    private static bool IsGrowth(IOperation mention) =>
        mention.Parent
            is ICompoundAssignmentOperation
                { OperatorKind: BinaryOperatorKind.Add, Parent: IExpressionStatementOperation } growth
        && growth.Target == mention
        && IsText(growth.Value);

    private static ILoopOperation OutermostLoop(ILoopOperation loop)
    {
        var outermost = loop;
        foreach (var parent in loop.Ancestors())
            if (parent is ILoopOperation outer) outermost = outer;
            else if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation) break;
        return outermost;
    }
}
