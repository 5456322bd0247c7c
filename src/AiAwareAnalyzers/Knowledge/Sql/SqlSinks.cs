using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Knowledge.Sql;

/// <summary>Where text becomes SQL: by the type, the member and the parameter that takes it.</summary>
internal sealed class SqlSinks
{
    private const string Constructor = ".ctor";

    /// <summary>Methods and constructors that take a statement. A parameter of type <c>FormattableString</c> is none: what is put into it becomes a parameter.</summary>
    internal static readonly ImmutableArray<SqlSink> Table = ImmutableArray.Create<SqlSink>(
        new("System.Data.Common.DbDataSource", "CreateCommand", "commandText", SqlIdiom.Ado),
        new("Npgsql.NpgsqlDataSource", "CreateCommand", "commandText", SqlIdiom.Ado),
        new("Npgsql.NpgsqlBatchCommand", Constructor, "commandText", SqlIdiom.Ado),
        new("System.Data.SqlClient.SqlDataAdapter", Constructor, "selectCommandText", SqlIdiom.Other),
        new("Microsoft.Data.SqlClient.SqlDataAdapter", Constructor, "selectCommandText", SqlIdiom.Other),
        new("Npgsql.NpgsqlDataAdapter", Constructor, "selectCommandText", SqlIdiom.Other),
        new("Dapper.CommandDefinition", Constructor, "commandText", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "Execute", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "ExecuteAsync", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "ExecuteReader", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "ExecuteReaderAsync", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "ExecuteScalar", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "ExecuteScalarAsync", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "Query", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "QueryAsync", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "QueryFirst", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "QueryFirstAsync", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "QueryFirstOrDefault", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "QueryFirstOrDefaultAsync", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "QueryMultiple", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "QueryMultipleAsync", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "QuerySingle", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "QuerySingleAsync", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "QuerySingleOrDefault", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "QuerySingleOrDefaultAsync", "sql", SqlIdiom.Dapper),
        new("Dapper.SqlMapper", "QueryUnbufferedAsync", "sql", SqlIdiom.Dapper),
        new("Microsoft.EntityFrameworkCore.RelationalQueryableExtensions", "FromSqlRaw", "sql", SqlIdiom.EntityFrameworkCore),
        new("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions", "ExecuteSqlRaw", "sql", SqlIdiom.EntityFrameworkCore),
        new("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions", "ExecuteSqlRawAsync", "sql", SqlIdiom.EntityFrameworkCore),
        new("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions", "SqlQueryRaw", "sql", SqlIdiom.EntityFrameworkCore),
        new("Microsoft.Azure.Cosmos.QueryDefinition", Constructor, "query", SqlIdiom.Other),
        new("Microsoft.Azure.Cosmos.Container", "GetItemQueryIterator", "queryText", SqlIdiom.Other),
        new("Microsoft.Azure.Cosmos.Container", "GetItemQueryStreamIterator", "queryText", SqlIdiom.Other),
        new("System.Data.Entity.Database", "ExecuteSqlCommand", "sql", SqlIdiom.Other),
        new("System.Data.Entity.Database", "ExecuteSqlCommandAsync", "sql", SqlIdiom.Other),
        new("System.Data.Entity.Database", "SqlQuery", "sql", SqlIdiom.Other),
        new("System.Data.Entity.DbSet", "SqlQuery", "sql", SqlIdiom.Other),
        new("System.Data.Entity.DbSet`1", "SqlQuery", "sql", SqlIdiom.Other),
        new("NHibernate.ISession", "CreateSQLQuery", "queryString", SqlIdiom.Other),
        new("NHibernate.ISession", "CreateQuery", "queryString", SqlIdiom.Other),
        new("LinqToDB.Data.DataConnectionExtensions", "Query", "sql", SqlIdiom.Other),
        new("LinqToDB.Data.DataConnectionExtensions", "Execute", "sql", SqlIdiom.Other),
        new("LinqToDB.Data.DataConnectionExtensions", "ExecuteAsync", "sql", SqlIdiom.Other),
        new("SQLite.SQLiteConnection", "Execute", "query", SqlIdiom.Other),
        new("SQLite.SQLiteConnection", "ExecuteScalar", "query", SqlIdiom.Other),
        new("SQLite.SQLiteConnection", "Query", "query", SqlIdiom.Other),
        new("SQLite.SQLiteAsyncConnection", "ExecuteAsync", "query", SqlIdiom.Other),
        new("SQLite.SQLiteAsyncConnection", "ExecuteScalarAsync", "query", SqlIdiom.Other),
        new("SQLite.SQLiteAsyncConnection", "QueryAsync", "query", SqlIdiom.Other));

    private static readonly ImmutableHashSet<string> WrapperParameters = ImmutableHashSet.Create("sql", "commandText", "query", "sqlQuery", "cmdText", "statement", "queryText");

    private readonly ILookup<string, (INamedTypeSymbol Type, SqlSink Sink)> _sinks;
    private readonly INamedTypeSymbol? _command;
    private readonly INamedTypeSymbol? _batchCommand;

    private SqlSinks(Compilation compilation)
    {
        _sinks = Table
            .Select(sink => (Type: compilation.GetTypeByMetadataName(sink.Type)!, sink))
            .Where(entry => entry.Type is not null)
            .ToLookup(entry => entry.sink.Member);
        _command = compilation.GetTypeByMetadataName("System.Data.IDbCommand");
        _batchCommand = compilation.GetTypeByMetadataName("System.Data.Common.DbBatchCommand");
        EntityFrameworkCore = compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.RelationalQueryableExtensions")?.ContainingAssembly.Identity.Version;
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
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "CommandText" } property } } assignment when IsCommand(property.ContainingType) =>
            (assignment.Value, SqlIdiom.Ado),
        _ => null,
    };

    /// <summary>The text that an own method, which hands it on, is called with: the caller has to show which methods do.</summary>
    public static IArgumentOperation? WrapperArgument(IInvocationOperation call)
    {
        if (call.TargetMethod.DeclaringSyntaxReferences.IsEmpty) return null;
        foreach (var argument in call.Arguments)
            if (argument.Parameter is { } parameter && Written.IsText(parameter.Type) && WrapperParameters.Contains(parameter.Name))
                return argument;
        return null;
    }

    private (IOperation, SqlIdiom)? TextOf(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        var constructs = method.MethodKind == MethodKind.Constructor;
        foreach (var (type, sink) in _sinks[constructs ? Constructor : method.Name])
            if (method.ContainingType.Inherits(type) && Argument(arguments, sink.Parameter) is { } text)
                return (text, sink.Idiom);
        return constructs && IsCommand(method.ContainingType) && (Argument(arguments, "cmdText") ?? Argument(arguments, "commandText")) is { } command
            ? (command, SqlIdiom.Ado)
            : null;
    }

    private static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, string parameter)
    {
        foreach (var argument in arguments)
            if (argument.Parameter is { } taken && taken.Name == parameter && (Written.IsText(taken.Type) || taken.Type.Name == "RawSqlString"))
                return argument.Value;
        return null;
    }

    private bool IsCommand(INamedTypeSymbol type) => type.Inherits(_command) || type.Inherits(_batchCommand);
}

/// <summary>A method or constructor that takes a statement in a parameter.</summary>
internal sealed record SqlSink(string Type, string Member, string Parameter, SqlIdiom Idiom);

/// <summary>How an API wants its parameters.</summary>
internal enum SqlIdiom
{
    /// <summary>A command with a collection of parameters.</summary>
    Ado,

    /// <summary>An anonymous object.</summary>
    Dapper,

    /// <summary>A <c>FormattableString</c>.</summary>
    EntityFrameworkCore,

    /// <summary>In a way that we do not write for you.</summary>
    Other,
}
