using System.Data;
using System.Data.Common;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ValidCode.Injection;

public enum SortColumn { Name, Price, Created }

public sealed record Product(Guid Id, string Name, decimal Price, DateTime Created);

public sealed record ProductFilter(
    string? Name, decimal? MinPrice, string? Sort, bool Descending, int Page, int PageSize);

public sealed class ProductContext(DbContextOptions<ProductContext> options) : DbContext(options)
{
    public DbSet<Product> Products => Set<Product>();
}

/// <summary>SQL that is put together of constants, of names that the code itself chose, and of parameters.</summary>
[ApiController]
[Route("products")]
public sealed class ProductQueries(NpgsqlDataSource source, ProductContext context) : ControllerBase
{
    private const string Table = "products";

    private static readonly Dictionary<string, string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = "p.name",
        ["price"] = "p.price",
    };

    private static readonly HashSet<string> Sortable = new(
        StringComparer.OrdinalIgnoreCase) { "name", "price", "created" };

    private readonly string _schema = "shop";

    [HttpGet("by-name")]
    public async Task<IEnumerable<Product>> ByName(string name)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.QueryAsync<Product>(
            $"SELECT id, name, price, created FROM {Table} WHERE name = @name", new { name });
    }

    [HttpGet]
    public async Task<IEnumerable<Product>> Search([FromQuery] ProductFilter filter)
    {
        var sql = new StringBuilder("SELECT id, name, price, created FROM products WHERE 1 = 1");
        var parameters = new DynamicParameters();
        if (filter.Name is not null)
        {
            sql.Append(" AND name ILIKE @name");
            parameters.Add("name", $"%{filter.Name}%");
        }

        if (filter.MinPrice is { } minPrice)
        {
            sql.Append(" AND price >= @minPrice");
            parameters.Add("minPrice", minPrice);
        }

        var column = filter.Sort switch
        {
            "name" => "name",
            "price" => "price",
            _ => "created",
        };
        sql.Append(" ORDER BY ").Append(column).Append(filter.Descending ? " DESC" : " ASC");
        sql.Append($" LIMIT {filter.PageSize} OFFSET {filter.Page * filter.PageSize}");

        await using var connection = await source.OpenConnectionAsync();
        return await connection.QueryAsync<Product>(sql.ToString(), parameters);
    }

    [HttpGet("sorted")]
    public async Task<IActionResult> Sorted(string sort, string direction)
    {
        if (!Columns.TryGetValue(sort, out var column)) return BadRequest();
        var order = string.Equals(direction, "desc", StringComparison.OrdinalIgnoreCase) ? "DESC" : "ASC";

        await using var connection = await source.OpenConnectionAsync();
        return Ok(await connection.QueryAsync<Product>($"SELECT * FROM products p ORDER BY {column} {order}"));
    }

    [HttpGet("guarded")]
    public async Task<IActionResult> Guarded(string sort)
    {
        if (!Sortable.Contains(sort)) return BadRequest($"Cannot sort by '{sort}'.");

        await using var connection = await source.OpenConnectionAsync();
        return Ok(await connection.QueryAsync<Product>("SELECT * FROM products ORDER BY " + sort));
    }

    [HttpGet("by-ids")]
    public async Task<List<Product>> ByIds([FromQuery] int[] ids, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = connection.CreateCommand();
        var names = new List<string>();
        for (var i = 0; i < ids.Length; i++)
        {
            var name = $"@id{i}";
            names.Add(name);
            command.Parameters.AddWithValue(name, ids[i]);
        }

        command.CommandText = $"SELECT id, name FROM {_schema}.products WHERE id IN ({string.Join(", ", names)})";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return Read(reader);
    }

    [HttpGet("entities")]
    public async Task<List<Product>> Entities(string name, SortColumn sort, CancellationToken cancellation) =>
        await context.Products
            .FromSql($"SELECT * FROM products WHERE name = {name}")
            .OrderBy(product => sort == SortColumn.Price ? (object)product.Price : product.Name)
            .ToListAsync(cancellation);

    [HttpPost("archive")]
    public Task<int> Archive(Guid id, DateTime until) =>
        context.Database.ExecuteSqlRawAsync($"CALL archive('{id}', {{0}})", until);

    /// <summary>A helper that runs what its callers wrote is no hole by itself.</summary>
    private static async Task<int> Execute(DbConnection connection, string sql, params DbParameter[] parameters)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandType = CommandType.Text;
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync();
    }

    internal static Task<int> Touch(DbConnection connection, SortColumn column) =>
        Execute(connection, $"UPDATE products SET touched = CURRENT_TIMESTAMP WHERE {column} IS NOT NULL");

    /// <summary>Names of tables that come from the model, not from a request.</summary>
    internal static Task<int> Truncate<T>(DbConnection connection) =>
        Execute(connection, $"TRUNCATE TABLE {typeof(T).Name}");

    private static List<Product> Read(DbDataReader reader)
    {
        var products = new List<Product>();
        while (reader.Read()) products.Add(new(reader.GetGuid(0), reader.GetString(1), 0, default));
        return products;
    }
}

/// <summary>A generic store whose names come from its own type and settings.</summary>
public abstract class Store<T>(IDbConnection connection)
{
    protected abstract string TableName { get; }

    protected virtual IReadOnlyList<string> ColumnNames =>
        [.. typeof(T).GetProperties().Select(property => property.Name)];

    public T? Find(Guid id) =>
        connection.QuerySingleOrDefault<T>($"SELECT * FROM {TableName} WHERE Id = @id", new { id });

    public int Insert(T item)
    {
        var columns = string.Join(", ", ColumnNames);
        var values = string.Join(", ", ColumnNames.Select(column => "@" + column));
        return connection.Execute($"INSERT INTO {TableName} ({columns}) VALUES ({values})", item);
    }

    public int Update(T item)
    {
        var assignments = string.Join(
            ", ", ColumnNames.Where(name => name != "Id").Select(name => $"{name} = @{name}"));
        return connection.Execute($"UPDATE {TableName} SET {assignments} WHERE Id = @Id", item);
    }

    public IEnumerable<T> Filter(DateTime? since, string? owner)
    {
        var conditions = new List<string>();
        if (since is not null) conditions.Add("created >= @since");
        if (owner is not null) conditions.Add("owner = @owner");
        var where = conditions.Count > 0 ? "WHERE " + string.Join(" AND ", conditions) : "";
        return connection.Query<T>($"SELECT * FROM {TableName} {where}", new { since, owner });
    }
}
