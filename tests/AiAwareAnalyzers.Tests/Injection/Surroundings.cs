namespace AiAwareAnalyzers.Tests.Injection;

/// <summary>The types around the methods that the tests of this family show.</summary>
internal static class Surroundings
{
    private const string Usings = """
        using System.Data;
        using System.Data.Common;
        using System.Text;
        using Dapper;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        using Npgsql;

        """;

    private const string Model = """

        public enum Sort { Name, Price }
        public class Product { public int Id { get; set; } public string Name { get; set; } = ""; public decimal Price { get; set; } }
        public class Filter { public string Name { get; set; } = ""; public string SortBy { get; set; } = ""; public string? Direction { get; set; } public int Page { get; set; } }
        public class ShopContext : DbContext { public DbSet<Product> Products => Set<Product>(); }
        """;

    /// <summary>Methods of a class that has connections, as any layer below the web has them.</summary>
    public static string Repository(string members) => Usings + $$"""
        public class Repository
        {
            {{members}}

            protected readonly IDbConnection Connection = null!;
            protected readonly NpgsqlConnection Postgres = null!;
            protected readonly ShopContext Context = null!;
        }
        """ + Model;

    /// <summary>Actions of a controller: what they are called with comes from a request.</summary>
    public static string Controller(string members) => Usings + $$"""
        public class ProductsController : ControllerBase
        {
            {{members}}

            protected readonly IDbConnection Connection = null!;
            protected readonly NpgsqlConnection Postgres = null!;
            protected readonly ShopContext Context = null!;
        }
        """ + Model;

    /// <summary>Statements of a program that maps endpoints.</summary>
    public static string Program(string statements) => Usings + statements + Model;
}
