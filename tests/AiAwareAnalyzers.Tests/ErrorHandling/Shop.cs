namespace AiAwareAnalyzers.Tests.ErrorHandling;

/// <summary>A small shop around the method that a test is about: a client, a store, a log.</summary>
internal static class Shop
{
    private const string Surroundings = """


        public interface ILogger
        {
            void LogError(Exception exception, string message);
            void LogError(string message);
            void LogWarning(Exception exception, string message);
            void LogWarning(string message);
            void LogInformation(string message);
        }

        public class Order { public int Id { get; set; } public decimal Total { get; set; } }

        public interface IStore
        {
            Task<List<Order>> LoadAsync(CancellationToken token);
            Task<List<Order>> AllAsync();
            Task<Order> FindAsync(int id);
            Task<int> CountAsync();
            Task SaveAsync(Order order);
            Task SaveAsync(Order order, CancellationToken token);
        }
        """;

    /// <summary>The members, in a service that has <c>_store</c>, <c>_client</c> and <c>_log</c>.</summary>
    public static string With(string members) =>
        $$"""
        public class Orders
        {
            private readonly IStore _store;
            private readonly HttpClient _client = new HttpClient();
            private readonly ILogger _log;

        {{Indented(members)}}
        }
        """ + Surroundings;

    /// <summary>Whole types, beside the same surroundings.</summary>
    public static string Beside(string types) => types + Surroundings;

    private static string Indented(string members) =>
        string.Join('\n', members.Split('\n').Select(line => line.Length == 0 ? line : "    " + line));
}
