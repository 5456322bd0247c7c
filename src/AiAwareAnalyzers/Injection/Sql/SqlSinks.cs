using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>Where text becomes SQL: by the type, the member and the parameter that takes it.</summary>
internal sealed class SqlSinks
{
    private static readonly ImmutableHashSet<string> WrapperParameters = WordSet.Of(
        "sql commandText query sqlQuery cmdText statement queryText");

    private readonly ILookup<string, (INamedTypeSymbol Type, SqlSink Sink)> _sinks;
    private readonly INamedTypeSymbol? _command;
    private readonly INamedTypeSymbol? _batchCommand;
    private readonly INamedTypeSymbol? _adapter;

    private SqlSinks(Compilation compilation)
    {
        _sinks = SqlSinkTable.Rows
            .Select(sink => (Type: compilation.GetTypeByMetadataName(sink.Type)!, sink))
            .Where(entry => entry.Type is not null)
            .ToLookup(entry => entry.sink.Member);
        _command = compilation.GetTypeByMetadataName("System.Data.IDbCommand");
        _batchCommand = compilation.GetTypeByMetadataName("System.Data.Common.DbBatchCommand");
        _adapter = compilation.GetTypeByMetadataName("System.Data.IDbDataAdapter");
        EntityFrameworkCore = compilation.GetTypeByMetadataName(
            "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions")?.ContainingAssembly.Identity.Version;
    }

    /// <summary>Whether anything is referenced that could run a statement.</summary>
    public bool AreReferenced => _command is not null || _sinks.Count > 0;

    /// <summary>The version of EF Core, whose own analyzer speaks first from 8 and 10 on.</summary>
    public Version? EntityFrameworkCore { get; }

    public static SqlSinks Of(Compilation compilation) => Facts.Of(compilation, static known => new SqlSinks(known));

    /// <summary>The text that an operation hands to a database, and in which idiom; null where it hands none.</summary>
    public (IOperation Text, SqlIdiom Idiom)? TextOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => TextOf(call.TargetMethod.ReducedFrom ?? call.TargetMethod, call.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation => TextOf(constructor, creation.Arguments),
        ISimpleAssignmentOperation
            { Target: IPropertyReferenceOperation { Property: { Name: "CommandText" } property } } assignment
            when IsCommand(property.ContainingType) =>
            (assignment.Value, SqlIdiom.Ado),
        _ => null,
    };

    /// <summary>
    /// The text that an own method, which hands it on, is called with: the caller has to show which methods do.
    /// </summary>
    public static IArgumentOperation? WrapperArgument(IInvocationOperation call)
    {
        if (call.TargetMethod.DeclaringSyntaxReferences.IsEmpty) return null;
        foreach (var argument in call.Arguments)
            if (argument.Parameter is { } parameter
                && TextOperations.IsText(parameter.Type)
                && WrapperParameters.Contains(parameter.Name))
                return argument;
        return null;
    }

    /// <summary>
    /// The idiom of a method or constructor that takes a statement in a parameter; null where the parameter is for
    /// something else.
    /// </summary>
    public SqlIdiom? IdiomOf(IMethodSymbol method, string parameter)
    {
        var constructs = method.MethodKind == MethodKind.Constructor;
        foreach (var (type, sink) in _sinks[constructs ? SqlSinkTable.Constructor : method.Name])
            if (sink.Parameter == parameter && method.ContainingType.Inherits(type))
                return sink.Idiom;
        return constructs ? IdiomOfNew(method.ContainingType, parameter) : null;
    }

    /// <summary>A command or an adapter of whichever provider.</summary>
    private SqlIdiom? IdiomOfNew(INamedTypeSymbol type, string parameter) => parameter switch
    {
        "cmdText" or "commandText" when IsCommand(type) => SqlIdiom.Ado,
        "selectCommandText" or "commandText" when type.Inherits(_adapter) => SqlIdiom.Other,
        _ => null,
    };

    private (IOperation, SqlIdiom)? TextOf(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        if (method.MethodKind != MethodKind.Constructor && !_sinks.Contains(method.Name)) return null;
        foreach (var argument in arguments)
            if (argument.Parameter is { } parameter
                && (TextOperations.IsText(parameter.Type) || parameter.Type.Name == "RawSqlString")
                && IdiomOf(method, parameter.Name) is { } idiom)
                return (argument.Value, idiom);
        return null;
    }

    private bool IsCommand(INamedTypeSymbol type) => type.Inherits(_command) || type.Inherits(_batchCommand);
}
