namespace AiAwareAnalyzers.Tests.FakeWork;

/// <summary>The surroundings of members under test: a service of a small shop.</summary>
internal static class Shop
{
    private const string Surroundings = """

        public record Order(int Id, string Email, decimal Total);
        public enum Status { Pending, Completed, Failed }
        public class Receipt
        {
            public bool Success { get; set; }
            public string? Error { get; set; }
            public string? Id { get; set; }
            public Status Status { get; set; }
            public static Receipt Ok() => new() { Success = true };
            public static Receipt Fail(string error) => new() { Error = error };
        }
        public class Shipment
        {
            public Status Status { get; set; }
            public string? Id { get; set; }
            public decimal Cost { get; set; }
        }
        public interface ILogger { void LogInformation(string text, params object[] values); void LogWarning(string text, params object[] values); }
        public interface IStore { Task SaveAsync(Order order); Task<Order?> FindAsync(int id); List<Order> All { get; } }
        public interface IPayments { Task<Receipt> ChargeAsync(decimal amount, string card); bool IsValid(string card); Task SendAsync(Order order); }
        """;

    /// <summary>A project that refers to a framework of tests.</summary>
    public static ReferenceSet TestProject =>
        References.Net10.AndFile(typeof(TestAttribute).Assembly.Location);

    /// <summary>Members of the service.</summary>
    public static string With(string members) =>
        $$"""
        public partial class PaymentService
        {
            private readonly ILogger _logger = null!;
            private readonly IStore _store = null!;
            private int _count;

        {{Indent(members)}}
        }
        """ + Surroundings;

    /// <summary>Types beside those of the shop.</summary>
    public static string Beside(string types) => types + "\n" + Surroundings;

    private static string Indent(string members) =>
        string.Join('\n', members.Split('\n').Select(line => line.Length == 0 ? line : "    " + line));
}
