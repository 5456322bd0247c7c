using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>Secrets that code knows only to refuse them: whoever forgot to set another does not get in.</summary>
internal static class RefusedSecrets
{
    /// <summary>What a list or a constant is called that holds what nobody may use.</summary>
    private static readonly ImmutableHashSet<string> Bad = WordSet.Of(
        "banned blocked common compromised denied disallowed example forbidden insecure known leaked placeholder",
        "refused rejected sample unsafe weak");

    /// <summary>Calls that compare a text with others.</summary>
    private static readonly ImmutableHashSet<string> Comparing = WordSet.Of(
        "Equals Contains StartsWith EndsWith IndexOf Any Exists");

    /// <summary>Calls that say no: <c>ValidateOptionsResult.Fail</c>, <c>failures.Add</c>.</summary>
    private static readonly ImmutableHashSet<string> Refusing = WordSet.Of(
        "Fail FailFast Exit Add AddError AddFailure AddModelError");

    /// <summary>Calls whose condition must hold.</summary>
    private static readonly ImmutableHashSet<string> Demanding = WordSet.Of("Validate Must Ensure Require Satisfies");

    /// <summary>Whether a text stands in a comparison, or in a variable that is only compared.</summary>
    public static bool IsOne(IOperation literal, Compilation compilation)
    {
        if (IsRefusal(literal.Syntax)) return true;
        if (HolderOf(literal) is not { } holder) return false;

        var mentions = MentionsOf(holder.Name, compilation).ToList();
        return mentions.Count > 0
            && mentions.TrueForAll(static mention => ComparisonAround(mention) is not null)
            && (Words.StemsOf(holder.Name).Any(Bad.Contains) || mentions.Exists(IsRefusal));
    }

    /// <summary>Whether what stands in for a setting is compared somewhere, and refused there.</summary>
    public static bool IsRefusedElsewhere(IOperation fallback, Compilation compilation) =>
        (Values.SymbolOf(fallback) ?? HolderOf(fallback)) is { Name: var name } && IsRefused(name, compilation)
        || fallback.ConstantText() is { } text
        && compilation.SyntaxTrees
            .Where(tree => Calls.AreMentioned(tree, text))
            .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>())
            .Any(literal => literal.Token.ValueText == text
                && (IsRefusal(literal) || NameOf(literal) is { } bad && IsRefused(bad, compilation)));

    private static bool IsRefused(string name, Compilation compilation) =>
        MentionsOf(name, compilation).Any(IsRefusal);

    /// <summary>The field or local that a text, alone or in a list, is the value of.</summary>
    private static ISymbol? HolderOf(IOperation literal)
    {
        foreach (var around in literal.Ancestors())
            switch (around)
            {
                case IFieldInitializerOperation field: return field.InitializedFields.FirstOrDefault();
                case IPropertyInitializerOperation { InitializedProperties: [{ SetMethod: null } property, ..] }:
                    return property;
                case IVariableDeclaratorOperation variable: return variable.Symbol;
                case IBlockOperation or IAnonymousFunctionOperation or ISimpleAssignmentOperation: return null;
            }

        return null;
    }

    private static string? NameOf(SyntaxNode literal) => literal.Ancestors()
        .TakeWhile(static around => around is not StatementSyntax or LocalDeclarationStatementSyntax)
        .OfType<VariableDeclaratorSyntax>()
        .FirstOrDefault()?.Identifier.ValueText;

    /// <summary>By name alone: what is called alike elsewhere makes one speak up.</summary>
    private static IEnumerable<SimpleNameSyntax> MentionsOf(string name, Compilation compilation) =>
        from tree in compilation.SyntaxTrees
        where Calls.AreMentioned(tree, name)
        from mention in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        where mention.Identifier.ValueText == name
        select mention;

    /// <summary>
    /// The comparison that a value stands in, whole or as one of several; null where it goes anywhere else.
    /// </summary>
    private static ExpressionSyntax? ComparisonAround(SyntaxNode value)
    {
        foreach (var around in value.Ancestors())
            switch (around)
            {
                case BinaryExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression
                        or (int)SyntaxKind.IsExpression,
                } comparison:
                    return comparison;
                case IsPatternExpressionSyntax pattern: return pattern;
                case ForEachStatementSyntax { Expression: var list }:
                    return list.Span.Contains(value.Span) ? list : null;
                case InvocationExpressionSyntax call: return Comparing.Contains(Calls.NameOf(call)) ? call : null;
                case PatternSyntax or MemberAccessExpressionSyntax or ArgumentSyntax or ArgumentListSyntax
                    or ParenthesizedExpressionSyntax or InitializerExpressionSyntax or ArrayCreationExpressionSyntax
                    or ImplicitArrayCreationExpressionSyntax: continue;
                default: return null;
            }

        return null;
    }

    /// <summary>Whether who has the value is refused: by an exception, a failure, a rule.</summary>
    private static bool IsRefusal(SyntaxNode value)
    {
        if (ComparisonAround(value) is not { } comparison) return false;
        var saysSame = !IsDenied(comparison);
        foreach (var around in comparison.Ancestors())
            switch (around)
            {
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }:
                    saysSame = !saysSame;
                    break;
                case IfStatementSyntax choice when choice.Condition.Span.Contains(value.Span):
                    return saysSame && Refuses(choice.Statement);
                case ConditionalExpressionSyntax choice when choice.Condition.Span.Contains(value.Span):
                    return Refuses(saysSame ? choice.WhenTrue : choice.WhenFalse);
                case InvocationExpressionSyntax call when Demanding.Contains(Calls.NameOf(call)): return !saysSame;
                case StatementSyntax or MemberDeclarationSyntax: return false;
            }

        return false;
    }

    private static bool IsDenied(ExpressionSyntax comparison) => comparison switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } => true,
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax } => true,
        _ => false,
    };

    private static bool Refuses(SyntaxNode branch) => branch.DescendantNodesAndSelf().Any(static node => node switch
    {
        ThrowStatementSyntax or ThrowExpressionSyntax => true,
        InvocationExpressionSyntax call => Refusing.Contains(Calls.NameOf(call)),
        YieldStatementSyntax { Expression: ObjectCreationExpressionSyntax } => true,
        _ => false,
    });
}
