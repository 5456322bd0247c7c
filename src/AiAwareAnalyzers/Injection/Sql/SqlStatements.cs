using System.Collections.Concurrent;
using AiAwareAnalyzers.Injection.Sinks;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>
/// The statements that a compilation's bodies put together; each body is looked at once, whichever rule asks.
/// </summary>
internal sealed class SqlStatements
{
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableDictionary<SyntaxNode, SqlStatement>> _bodies = new();
    private readonly ConcurrentDictionary<ISymbol, bool> _wrappers = new(SymbolEqualityComparer.Default);
    private readonly Semantics _semantics;
    private readonly SqlSinks _sinks;
    private readonly TextTemplates _templates;

    private SqlStatements(Compilation compilation)
    {
        _semantics = Semantics.Of(compilation);
        _sinks = SqlSinks.Of(compilation);
        _templates = TextTemplates.Of(compilation);
    }

    public static SqlStatements Of(Compilation compilation) =>
        Facts.Of(compilation, static known => new SqlStatements(known));

    /// <summary>The statement that an operation hands to a database, if its text is not a constant.</summary>
    /// <param name="operation">A call, a creation or an assignment.</param>
    /// <param name="isNamed">Whether the project's options name a method that takes SQL.</param>
    public SqlStatement? At(IOperation operation, Func<IMethodSymbol, bool> isNamed)
    {
        if (TextOf(operation, isNamed) is not var (text, _) || text.ConstantValue.HasValue) return null;
        var root = operation.Root();
        var statements = _bodies.GetOrAdd(root.Syntax, _ => Read(root, isNamed));
        return statements.TryGetValue(operation.Syntax, out var statement) ? statement : null;
    }

    /// <summary>A hole that feeds several statements belongs to the first of them.</summary>
    private ImmutableDictionary<SyntaxNode, SqlStatement> Read(IOperation root, Func<IMethodSymbol, bool> isNamed)
    {
        var taken = new HashSet<SyntaxNode>();
        var statements = ImmutableDictionary.CreateBuilder<SyntaxNode, SqlStatement>();
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (TextOf(operation, isNamed) is not var (text, idiom) || text.ConstantValue.HasValue) continue;
            var reading = new SqlReading(_templates.Read(text));
            var holes = reading.Holes.Where(hole => IsOpen(hole) && taken.Add(hole.Hole.Value.Syntax))
                .ToImmutableArray();
            statements[operation.Syntax] = new(operation, text, idiom, reading, holes);
        }

        return statements.ToImmutable();
    }

    private bool IsOpen(SqlHole hole) =>
        hole.Hole.IsFree
        && !(hole.Hole.Origin == TextOrigin.Parameter && Callers.PassOnlyConstants(hole.Hole.Value, _templates));

    private (IOperation Text, SqlIdiom Idiom)? TextOf(IOperation operation, Func<IMethodSymbol, bool> isNamed)
    {
        if (_sinks.TextOf(operation) is { } known) return known;
        if (operation is not IInvocationOperation call) return null;
        if (isNamed(call.TargetMethod)
            && call.Arguments.FirstOrDefault(argument => TextOperations.IsText(argument.Parameter?.Type)) is { } named)
            return (named.Value, SqlIdiom.Other);
        return SqlSinks.WrapperArgument(
            call) is { Value: { ConstantValue.HasValue: false } value, Parameter: { } parameter }
            && HandsOn(parameter.OriginalDefinition)
            ? (value, SqlIdiom.Other)
            : null;
    }

    /// <summary>Whether a method of the project hands the text in a parameter to a database.</summary>
    private bool HandsOn(IParameterSymbol parameter) => _wrappers.GetOrAdd(parameter, _ =>
    {
        var declaration = parameter.ContainingSymbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (declaration is null
            || _semantics.ModelOf(declaration.SyntaxTree)?.GetOperation(declaration) is not { } body)
            return false;
        foreach (var operation in body.Descendants())
            if (_sinks.TextOf(operation) is var (text, _) && Mentions(text, parameter))
                return true;
        return false;
    });

    private static bool Mentions(IOperation text, IParameterSymbol parameter) => text.DescendantsAndSelf()
        .Any(part => part is IParameterReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter));
}
