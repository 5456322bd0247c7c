namespace AiAwareAnalyzers.PackageTests;

/// <summary>A client and a server of one document, in one real build.</summary>
public sealed class ContractTests
{
    private const string Web = """<FrameworkReference Include="Microsoft.AspNetCore.App" />""";

    private const string Named = """<AiAwareContract Include="../contracts/shop.yaml" />""";

    private const string Generated = """<OpenApiReference Include="../contracts/shop.yaml" />""";

    private const string Served = """<AiAwareContract Include="../contracts/shop.yaml" Role="Server" />""";

    private const string Document =
        """
        openapi: 3.0.3
        paths:
          /orders/{id}:
            get:
              responses:
                '200':
                  content:
                    application/json:
                      schema:
                        required: [total]
                        properties: { total: { type: number } }
        """;

    private const string Client =
        """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;
        public sealed record Order(decimal Total);
        public sealed record Bill(decimal Totl);
        public sealed class Orders(HttpClient client)
        {
            public Task<Order?> Get(int id) => client.GetFromJsonAsync<Order>($"orders/{id}");
            public Task<Bill?> GetBill(int id) => client.GetFromJsonAsync<Bill>($"orders/{id}");
        }
        """;

    private const string Server =
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Routing;
        public sealed record Order(decimal Total);
        public sealed record Bill(decimal Totl);
        public static class Orders
        {
            public static void Map(IEndpointRouteBuilder app)
            {
                app.MapGet("/orders/{id}", (int id) => new Order(id));
                app.MapGet("/v2/orders/{id}", (int id) => new Bill(id));
            }
        }
        """;

    private static readonly Consumer[] Consumers =
    [
        Project("A client of a document that it names", Client, Named) with { Prints = "warning AIA0112" },
        Project("A client that is generated from a document", Client, Generated) with { Prints = "warning AIA0112" },
        Project("A client that has a document beside it", Client) with
        {
            Files = [("openapi.yaml", Document)],
            Prints = "warning AIA0112",
        },
        Project("A web application that has its own document beside it", Client, Web) with
        {
            Files = [("openapi.yaml", Document)],
            Properties = "Nullable=enable UsingMicrosoftNETSdkWeb=true",
        },
        Project("A server of a document that it names", Server, Web, Served) with { Prints = "warning AIA0112" },
    ];

    private static readonly Lazy<ILookup<string, Printed>> Built = new(() =>
    {
        var root = Scratch.Folder("contracts-of-a-shop");
        NuGet.Configure(root);
        var contracts = Directory.CreateDirectory(Path.Combine(root, "contracts")).FullName;
        File.WriteAllText(Path.Combine(contracts, "shop.yaml"), Document);
        Solution.Write(root, "all", Consumers.Select(consumer => consumer.WriteTo(root)));
        var output = DotNet.Run(root, "build", "all.slnx", "--nologo", "-v:q", "-tl:off", "-clp:NoSummary");
        return output.Diagnostics.ToLookup(printed => printed.Project);
    });

    [TestCaseSource(nameof(Consumers))]
    public void A_build_prints(Consumer consumer) =>
        Assert.That(
            string.Join(", ", Built.Value[consumer.Name].Select(printed => printed.ToString())),
            Is.EqualTo(consumer.Prints),
            string.Join("\n", Built.Value[consumer.Name]));

    [TestCase("A client of a document that it names")]
    [TestCase("A server of a document that it names")]
    public void The_message_names_the_file(string sentence)
    {
        var finding = Built.Value[Consumers.Single(each => each.Sentence == sentence).Name].Single();
        Assert.That(
            finding.Message,
            Does.Contain("'GET /orders/{id}' of shop.yaml has no 'totl'").And.EndWith("did you mean 'total'?"));
    }

    private static Consumer Project(string sentence, string code, params string[] items) => new(sentence)
    {
        Code = code,
        Items = string.Join("\n", items.Prepend(Consumer.Reference("""PrivateAssets="all" """))),
        Properties = "Nullable=enable",
        Prints = "",
    };
}
