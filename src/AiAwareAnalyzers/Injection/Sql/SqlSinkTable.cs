namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>
/// Methods and constructors that take a statement, library by library. A parameter of type <c>FormattableString</c> is
/// none: what is put into it becomes a parameter.
/// </summary>
internal static class SqlSinkTable
{
    public const string Constructor = ".ctor";

    /// <summary>What <c>IDbCommand</c> and <c>IDbDataAdapter</c> do not tell by themselves.</summary>
    internal static readonly ImmutableArray<SqlSink> Rows = new IEnumerable<SqlSink>[]
    {
        Of("System.Data.Common.DbDataSource", SqlIdiom.Ado, "commandText", "CreateCommand"),
        Of("Npgsql.NpgsqlDataSource", SqlIdiom.Ado, "commandText", "CreateCommand"),
        Of("Npgsql.NpgsqlBatchCommand", SqlIdiom.Ado, "commandText", Constructor),
        Of("Dapper.CommandDefinition", SqlIdiom.Dapper, "commandText", Constructor),
        Of("Dapper.SqlMapper", SqlIdiom.Dapper, "sql",
            "Execute", "ExecuteAsync", "ExecuteReader", "ExecuteReaderAsync", "ExecuteScalar", "ExecuteScalarAsync",
            "Query", "QueryAsync", "QueryFirst", "QueryFirstAsync", "QueryFirstOrDefault",
            "QueryFirstOrDefaultAsync", "QueryMultiple", "QueryMultipleAsync", "QuerySingle", "QuerySingleAsync",
            "QuerySingleOrDefault", "QuerySingleOrDefaultAsync", "QueryUnbufferedAsync"),
        Of(
            "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions",
            SqlIdiom.EntityFrameworkCore,
            "sql",
            "FromSqlRaw"),
        Of(
            "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions",
            SqlIdiom.EntityFrameworkCore,
            "sql",
            "ExecuteSqlRaw",
            "ExecuteSqlRawAsync",
            "SqlQueryRaw"),
        Of("Microsoft.Azure.Cosmos.QueryDefinition", SqlIdiom.Other, "query", Constructor),
        Of(
            "Microsoft.Azure.Cosmos.Container", SqlIdiom.Other, "queryText", "GetItemQueryIterator",
            "GetItemQueryStreamIterator"),
        Of(
            "System.Data.Entity.Database", SqlIdiom.Other, "sql", "ExecuteSqlCommand", "ExecuteSqlCommandAsync",
            "SqlQuery"),
        Of("System.Data.Entity.DbSet", SqlIdiom.Other, "sql", "SqlQuery"),
        Of("System.Data.Entity.DbSet`1", SqlIdiom.Other, "sql", "SqlQuery"),
        Of("NHibernate.ISession", SqlIdiom.Other, "queryString", "CreateQuery", "CreateSQLQuery"),
        Of("NHibernate.IStatelessSession", SqlIdiom.Other, "queryString", "CreateQuery", "CreateSQLQuery"),
        LinqToDb("LinqToDB.Data.DataConnectionExtensions"),
        LinqToDb("LinqToDB.Data.DataContextExtensions"),
        SqliteNet("SQLite.SQLiteConnection"),
        SqliteNet("SQLite.ISQLiteConnection"),
        SqliteNetAsync("SQLite.SQLiteAsyncConnection"),
        SqliteNetAsync("SQLite.ISQLiteAsyncConnection"),
    }.SelectMany(static rows => rows).ToImmutableArray();

    /// <summary>The extensions moved from one class to the other; the names stayed.</summary>
    private static IEnumerable<SqlSink> LinqToDb(string type) =>
    [
        .. Of(type, SqlIdiom.Other, "sql",
            "Execute", "ExecuteAsync", "ExecuteReader", "ExecuteReaderAsync", "Query", "QueryAsync", "QueryMultiple",
            "QueryMultipleAsync", "QueryToArrayAsync", "QueryToListAsync"),
        .. Of(type, SqlIdiom.Other, "commandText", "SetCommand"),
    ];

    private static IEnumerable<SqlSink> SqliteNet(string type) =>
    [
        .. Of(
            type, SqlIdiom.Other, "query", "DeferredQuery", "Execute", "ExecuteScalar", "FindWithQuery", "Query",
            "QueryScalars"),
        .. Of(type, SqlIdiom.Other, "cmdText", "CreateCommand"),
    ];

    private static IEnumerable<SqlSink> SqliteNetAsync(string type) =>
        Of(
            type, SqlIdiom.Other, "query", "DeferredQueryAsync", "ExecuteAsync", "ExecuteScalarAsync",
            "FindWithQueryAsync", "QueryAsync", "QueryScalarsAsync");

    private static IEnumerable<SqlSink> Of(string type, SqlIdiom idiom, string parameter, params string[] members) =>
        members.Select(member => new SqlSink(type, member, parameter, idiom));
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
