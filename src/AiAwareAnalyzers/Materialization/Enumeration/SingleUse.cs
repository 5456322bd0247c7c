using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization.Enumeration;

/// <summary>The only place where a value is used: where it is made, or where the local that holds it is read.</summary>
internal sealed class SingleUse
{
    private readonly IOperation _value;

    private SingleUse(IOperation value, IOperation place)
    {
        _value = value;
        Place = place;
    }

    /// <summary>What stands for the value where it is used.</summary>
    public IOperation Place { get; }

    public IOperation? User => Place.User();

    /// <summary>Whether a local holds the value in between.</summary>
    public bool IsHeld => Place != _value;

    /// <summary>
    /// Whether nothing happens between: the value is used where it is made, or by the statement behind the declaration
    /// that holds it.
    /// </summary>
    public bool IsAtOnce =>
        !IsHeld
        || Declaration is { Declaration.Variables.Count: 1, Parent: BlockSyntax block } declaration
        && Place.Syntax.FirstAncestorOrSelf<StatementSyntax>() is { } statement
        && block.Statements.IndexOf(declaration) + 1 == block.Statements.IndexOf(statement);

    /// <summary>Whether another type of value would fit as well: no name of the type is written.</summary>
    public bool IsUntyped => !IsHeld || Declaration is { Declaration.Type.IsVar: true };

    private LocalDeclarationStatementSyntax? Declaration =>
        _value.Syntax.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>();

    public static SingleUse Of(IOperation value, Compilation compilation) =>
        value.User() is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }
        && Locals.Around(value, compilation).OnlyUseOf(local) is { } use
            ? new(value, use)
            : new(value, value);
}
