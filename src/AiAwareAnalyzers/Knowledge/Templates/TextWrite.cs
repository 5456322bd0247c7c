using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>What a body does to a local or a parameter that holds text.</summary>
internal readonly struct TextWrite(TextWriteKind kind, IOperation value, IOperation step)
{
    public TextWriteKind Kind => kind;

    /// <summary>
    /// What is written: the right side, or the call that fills an <c>out</c> argument, or the collection of a loop.
    /// </summary>
    public IOperation Value => value;

    public int End => step.Syntax.Span.End;

    /// <summary>
    /// The <c>if</c> whose other side this step stands on, where nothing can skip it there and nothing skips the
    /// <c>if</c> on the way to a place behind it.
    /// </summary>
    public IfStatementSyntax? ChoiceBefore(SyntaxNode place) =>
        kind == TextWriteKind.Assign
        && BranchAround(step.Syntax) is ElseClauseSyntax { Parent: IfStatementSyntax choice }
        && !choice.Span.Contains(place.Span)
        && choice.Parent is { } block
        && block.Span.Contains(place.Span)
            ? choice
            : null;

    /// <summary>Whether the step is certain on the side of an <c>if</c> where its condition holds.</summary>
    public bool IsOnFirstSideOf(IfStatementSyntax choice) =>
        kind == TextWriteKind.Assign && BranchAround(step.Syntax) == choice;

    /// <summary>The branch that a statement stands in at once, with nothing but a block between.</summary>
    private static SyntaxNode? BranchAround(SyntaxNode syntax)
    {
        var statement = syntax.FirstAncestorOrSelf<StatementSyntax>();
        var parent = statement?.Parent;
        if (parent is BlockSyntax block) (statement, parent) = (block, block.Parent);
        return parent is ElseClauseSyntax || parent is IfStatementSyntax choice && choice.Statement == statement
            ? parent
            : null;
    }

    /// <summary>Whether the step may be skipped on the way to a place that comes after it.</summary>
    public bool IsConditionalFor(SyntaxNode place)
    {
        for (var node = step.Syntax; node?.Parent is { } parent && !node.Span.Contains(place.Span); node = parent)
            if (parent is IfStatementSyntax or ElseClauseSyntax or SwitchSectionSyntax or CatchClauseSyntax
                    or AnonymousFunctionExpressionSyntax
                    or WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
                && !parent.Span.Contains(place.Span))
                return true;
        return kind == TextWriteKind.AssignIfNull || IsInBranchBeside(place);
    }

    /// <summary>The other branch of the same <c>if</c>, the other section of the same <c>switch</c>.</summary>
    private bool IsInBranchBeside(SyntaxNode place)
    {
        for (var node = step.Syntax; node?.Parent is { } parent && !node.Span.Contains(place.Span); node = parent)
            if (parent is IfStatementSyntax branch && (node == branch.Statement || node == branch.Else)
                || parent is SwitchStatementSyntax)
                return true;
        return false;
    }
}

internal enum TextWriteKind
{
    /// <summary><c>text = value</c></summary>
    Assign,

    /// <summary><c>text ??= value</c></summary>
    AssignIfNull,

    /// <summary><c>text += value</c>, <c>builder.Append(value)</c></summary>
    Append,

    /// <summary>
    /// <c>text = text + value</c>, <c>text = $"{text} value"</c>: what follows the text itself is appended.
    /// </summary>
    Extend,

    /// <summary><c>builder.Insert(0, value)</c></summary>
    Prepend,

    /// <summary><c>builder.Clear()</c></summary>
    Clear,

    /// <summary><c>list.Add(value)</c></summary>
    Add,

    /// <summary>The value is a call that fills an <c>out</c> argument, or a pattern's input.</summary>
    Receive,

    /// <summary>The value is the collection of a loop.</summary>
    Element,
}
