namespace AiAwareAnalyzers.Tests.Materialization;

/// <summary>A small shop with a database, in which the statements of a test stand.</summary>
internal static class ShopCode
{
    private const string Usings =
        "using Microsoft.EntityFrameworkCore;\nusing System.Text.Json;\nusing System.Net.Http.Json;\n";

    private const string Model = """

        public class Order
        {
            public int Id { get; set; }
            public int CustomerId { get; set; }
            public Customer? Customer { get; set; }
            public string Reference { get; set; } = "";
            public string? Note { get; set; }
            public bool Paid { get; set; }
            public int Points { get; set; }
            public int? Priority { get; set; }
            public decimal Total { get; set; }
            public DateTime PlacedAt { get; set; }
            public bool IsLarge => Total > 1000m;
            public List<Line> Lines { get; set; } = new();
        }

        public class Line
        {
            public int Id { get; set; }
            public int OrderId { get; set; }
            public int Quantity { get; set; }
        }

        public class Customer
        {
            public int Id { get; set; }
            public string Name { get; set; } = "";
            public List<Order> Orders { get; set; } = new();
        }

        public class Shop : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Line> Lines => Set<Line>();
            public DbSet<Customer> Customers => Set<Customer>();
        }
        """;

    /// <summary>
    /// Statements in an asynchronous method that has a context, some ids, a path, a client and a token at hand.
    /// </summary>
    public static string Statements(string statements) => Members($$"""
            public async Task Run(int id, string name, string path, List<int> ids, IEnumerable<Order> orders, CancellationToken token)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        """);

    /// <summary>Members of a service that has a context and a client.</summary>
    public static string Members(string members) => $$"""
        {{Usings}}
        public class Service
        {
            private readonly Shop db = new();
            private readonly HttpClient client = new();

        {{members}}

            private static bool IsOdd(Order order) => order.Points % 2 == 1;
            private static string Describe(Order order) => order.Reference;
            private static void Use(object? value) { }
        }
        {{Model}}
        """;

    /// <summary>
    /// A subject whose run fills a database of SQLite with a row for each input and asks it something; <c>keys</c> are
    /// a few numbers.
    /// </summary>
    public static string QuerySubject(string query) => QuerySubjectWith($"return {query};");

    /// <summary>As <see cref="QuerySubject"/>, with statements.</summary>
    public static string QuerySubjectWith(string statements) => $$"""
        {{Usings}}
        public static class Subject
        {
            public static async Task<object?> Run(int[] input)
            {
                await Task.Yield();
                using var shop = new Shop();
                var keys = new List<int> { 1, 2, 3 };
                var limit = new DateTime(2020, 1, 5);
                shop.Orders.AddRange(input.Select((number, index) => new Order
                {
                    Points = number, Priority = number % 3 == 0 ? null : number, Paid = number % 2 == 0, CustomerId = index, Total = number, PlacedAt = new DateTime(2020, 1, 1).AddDays(number),
                }));
                shop.SaveChanges();
                shop.ChangeTracker.Clear();
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }
        {{Model.Replace("class Shop : DbContext\n{", """
            class Shop : DbContext
            {
                private readonly Microsoft.Data.Sqlite.SqliteConnection connection = new("Data Source=:memory:;Foreign Keys=False");

                public Shop()
                {
                    connection.Open();
                    Database.EnsureCreated();
                }

                protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(connection);

                public override void Dispose()
                {
                    base.Dispose();
                    connection.Dispose();
                }
            """, StringComparison.Ordinal)}}
        """;
}
