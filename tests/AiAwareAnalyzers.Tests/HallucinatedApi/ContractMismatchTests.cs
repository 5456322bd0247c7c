using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

public sealed class ContractMismatchTests : RuleTests<ContractMismatch>
{
    private const string Shop =
        """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        servers:
        - url: https://shop.example.com/api
        paths:
          /orders:
            get:
              parameters:
              - { name: status, in: query, schema: { type: string, enum: [open, paid, shipped] } }
              - { name: pageSize, in: query, schema: { type: integer } }
              - { name: page, in: query, schema: { type: integer } }
              responses:
                '200':
                  description: orders
                  content:
                    application/json:
                      schema: { type: array, items: { $ref: '#/components/schemas/Order' } }
            post:
              requestBody:
                content: { application/json: { schema: { $ref: '#/components/schemas/CreateOrder' } } }
              responses:
                '201':
                  description: created
                  content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
          /orders/{id}:
            parameters:
            - { name: id, in: path, required: true, schema: { type: integer } }
            get:
              responses:
                '200':
                  description: an order
                  content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
            put:
              requestBody:
                content: { application/json: { schema: { $ref: '#/components/schemas/CreateOrder' } } }
              responses: { '204': { description: changed } }
            delete:
              responses: { '204': { description: gone } }
          /orders/{id}/lines:
            get:
              responses:
                '200':
                  description: lines
                  content:
                    application/json:
                      schema: { type: array, items: { $ref: '#/components/schemas/Line' } }
          /search/orders:
            get:
              parameters:
              - { name: from, in: query, required: true, schema: { type: string, format: date } }
              - { name: until, in: query, schema: { type: string, format: date } }
              responses:
                '200':
                  description: a page
                  content: { application/json: { schema: { $ref: '#/components/schemas/OrderPage' } } }
          /customers/{id}:
            get:
              responses:
                default: { description: problem }
                '200':
                  description: a customer
                  content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } }
            patch:
              requestBody:
                content: { application/json: { schema: { $ref: '#/components/schemas/CustomerPatch' } } }
              responses: { '204': { description: changed } }
          /products:
            get:
              responses:
                '200':
                  description: products
                  content:
                    application/json:
                      schema: { type: array, items: { $ref: '#/components/schemas/Product' } }
          /payments:
            post:
              requestBody:
                content: { application/json: { schema: { $ref: '#/components/schemas/Payment' } } }
              responses: { '202': { description: accepted } }
          /reports/{name}:
            get:
              responses:
                '200':
                  description: one of two
                  content:
                    application/json:
                      schema: { oneOf: [ { $ref: '#/components/schemas/Order' }, { type: string } ] }
        components:
          schemas:
            Order:
              type: object
              required: [id, status, total]
              properties:
                id: { type: integer, format: int64 }
                status: { type: string, enum: [open, paid, shipped] }
                total: { type: number }
                placedAt: { type: string, format: date-time }
                customerId: { type: string, format: uuid }
                note: { type: string, nullable: true }
                discount: { type: number, nullable: true }
                lines: { type: array, items: { $ref: '#/components/schemas/Line' } }
                isPaid: { type: boolean }
            Line:
              type: object
              properties:
                sku: { type: string }
                quantity: { type: integer }
                price: { type: number }
            CreateOrder:
              type: object
              required: [customerId, lines, channel, number]
              properties:
                customerId: { type: string, format: uuid }
                lines: { type: array, items: { $ref: '#/components/schemas/Line' } }
                note: { type: string }
                channel: { type: string, default: web }
                number: { type: string, readOnly: true }
            OrderPage:
              type: object
              properties:
                items: { type: array, items: { $ref: '#/components/schemas/Order' } }
                totalCount: { type: integer }
            Customer:
              type: object
              properties:
                id: { type: string, format: uuid }
                email: { type: string }
                fullName: { type: string }
                age: { type: integer, nullable: true }
                address: { type: object, properties: { street: { type: string }, city: { type: string } } }
                labels: { type: object, additionalProperties: { type: string } }
            CustomerPatch:
              type: object
              additionalProperties: false
              properties:
                email: { type: string }
                fullName: { type: string }
            Product:
              type: object
              properties:
                product_id: { type: integer }
                display_name: { type: string }
                unit_price: { type: string, format: decimal }
            Payment:
              allOf:
              - { type: object, required: [amount], properties: { amount: { type: number } } }
              - { type: object, required: [method], properties: { method: { type: string, enum: [card, transfer] } } }
        """;

    private const string Types =
        """
        using System.Net;
        using System.Net.Http.Json;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        class Line { public string Sku { get; set; } = ""; public int Quantity { get; set; } public decimal Price { get; set; } }
        class Order { public long Id { get; set; } public string Status { get; set; } = ""; public decimal Total { get; set; } public List<Line> Lines { get; set; } = new(); }
        record NewOrder(Guid CustomerId, List<Line> Lines, string? Note);
        class OrderPage { public List<Order> Items { get; set; } = new(); public int TotalCount { get; set; } }

        """;

    private RuleCase<ContractMismatch> Here => Given.WithHandedFile("/0/openapi.yaml", Shop);

    private static string Calling(string body, string types = "") =>
        Types + types
        + $$"""

        class Caller
        {
            private readonly HttpClient _http = new();
            private readonly string _base = Environment.MachineName;
            private readonly string _orders = "api/orders/";
            private const string Customers = "customers";
            public async Task<object?> Call(int id, Guid key, string text, NewOrder order, JsonSerializerOptions options, CancellationToken token)
            {
                {{body}}
                return await Task.FromResult<object?>(null);
            }
        }
        """;

    [TestCase("""await _http.GetAsync([|"orders/5/items"|]);""", Description = "a path below one that is there")]
    [TestCase("""await _http.GetAsync([|$"orders/{id}/items"|]);""", Description = "with a value")]
    [TestCase("""await _http.GetAsync([|"api/ordres"|]);""", Description = "a slip")]
    [TestCase("""await _http.GetAsync([|$"/api/v1/ordres/{id}"|]);""", Description = "a slip before a value")]
    [TestCase("""await _http.GetAsync([|_base + "/orders/" + id + "/history"|]);""", Description = "behind a base address")]
    [TestCase("""await _http.GetAsync([|_orders + id + "/history"|]);""", Description = "behind a field")]
    [TestCase("""await _http.GetAsync([|"orders/latest"|]);""", Description = "a word where the document has a number")]
    [TestCase("""var path = $"orders/{id}/lines/{key}"; await _http.GetAsync([|path|]);""", Description = "in a local")]
    [TestCase("""await _http.GetAsync([|"https://shop.example.com/api/orders/1/items"|]);""", Description = "the host of the document")]
    [TestCase("""await _http.GetAsync([|new Uri($"orders/{id}/items", UriKind.Relative)|]);""", Description = "an address")]
    [TestCase("""await _http.SendAsync(new HttpRequestMessage(HttpMethod.Get, [|"orders/1/items"|]));""", Description = "a message")]
    [TestCase("""await _http.GetStringAsync([|$"{Customers}/{key}/orders"|]);""", Description = "a constant")]
    public Task A_path_that_the_document_does_not_have(string body) => Here.Flags(Calling(body));

    [TestCase("""await _http.DeleteAsync([|"orders"|]);""")]
    [TestCase("""await _http.PatchAsync([|$"orders/{id}"|], null);""")]
    [TestCase("""await _http.PostAsync([|$"api/customers/{key}"|], null);""")]
    [TestCase("""await _http.SendAsync(new HttpRequestMessage(HttpMethod.Put, [|"/api/orders"|]));""")]
    [TestCase("""await _http.SendAsync(new HttpRequestMessage(new HttpMethod("PATCH"), [|"orders"|]));""")]
    public Task A_method_that_the_path_does_not_have(string body) => Here.Flags(Calling(body));

    [TestCase("""await _http.GetAsync([|"search/orders"|]);""", Description = "a required parameter is missing")]
    [TestCase("""await _http.GetAsync([|$"search/orders?until={text}"|]);""", Description = "another one is there")]
    [TestCase("""await _http.GetAsync([|$"search/orders?form={text}"|]);""", Description = "a slip, told once")]
    [TestCase("""await _http.GetAsync([|$"orders?pagesize={id}&pagee={id}"|]);""", Description = "a slip of one that may be left out")]
    [TestCase("""await _http.GetAsync([|"orders?status=payed"|]);""", Description = "a value that is none of the known")]
    [TestCase("""await _http.GetAsync([|"orders?page=first"|]);""", Description = "a word where a number is asked for")]
    public Task A_query_that_the_document_does_not_know(string body) => Here.Flags(Calling(body));

    [TestCase(
        """await _http.GetFromJsonAsync<[|Bill|]>("orders/1");""",
        "class Bill { public long Id { get; set; } public decimal Totl { get; set; } }",
        Description = "a slip in a property that is read")]
    [TestCase(
        """await _http.GetFromJsonAsync<[|List<Bill>|]>("orders");""",
        "class Bill { public long Id { get; set; } public decimal TotalAmount { get; set; } }",
        Description = "the elements of an array")]
    [TestCase(
        """await _http.GetFromJsonAsync<[|Bill|]>("orders/1");""",
        """class Bill { public long Id { get; set; } public List<Part> Lines { get; set; } = new(); } class Part { public string Sku { get; set; } = ""; public int Quantty { get; set; } }""",
        Description = "a property of a property")]
    [TestCase(
        """await _http.GetFromJsonAsync<[|Item[]|]>("products");""",
        """class Item { public int ProductId { get; set; } [JsonPropertyName("display_name")] public string Name { get; set; } = ""; }""",
        Description = "words that the document joins otherwise")]
    [TestCase(
        """await _http.GetFromJsonAsync<[|Bill|]>("orders/1");""",
        """class Bill { public long Id { get; set; } [JsonPropertyName("place_at")] public DateTime PlacedAt { get; set; } }""",
        Description = "a name in an attribute")]
    [TestCase(
        """var response = await _http.GetAsync("orders/1"); response.EnsureSuccessStatusCode(); var bill = await response.Content.ReadFromJsonAsync<[|Bill|]>();""",
        "class Bill { public decimal Totl { get; set; } }",
        Description = "a response in a local")]
    [TestCase(
        """var json = await _http.GetStringAsync("orders/1"); return JsonSerializer.Deserialize<[|Order|]>(json);""",
        "",
        Description = "a reader that minds the case")]
    [TestCase(
        """using var response = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Get, "orders/1"), token); var text1 = await response.Content.ReadAsStringAsync(); return JsonSerializer.Deserialize<[|Bill|]>(text1, options);""",
        "class Bill { public decimal Totl { get; set; } }",
        Description = "the text of a response to a message")]
    [TestCase(
        """var made = await _http.PostAsJsonAsync("orders", order); return await made.Content.ReadFromJsonAsync<[|Bill|]>();""",
        "class Bill { public Guid Id { get; set; } }",
        Description = "what comes back from what was sent")]
    public Task A_property_that_is_read_and_not_there(string body, string types) => Here.Flags(Calling(body, types));

    [TestCase("List<Order>", "search/orders?from=1", "", Description = "a list where the document has a page")]
    [TestCase("Order", "orders", "", Description = "one where the document has many")]
    [TestCase(
        "Bill",
        "orders/1",
        "class Bill { public Guid Id { get; set; } }",
        Description = "a Guid where it has a number")]
    [TestCase("Bill", "orders/1", """class Bill { public string Total { get; set; } = ""; }""", Description = "a text where it has a number")]
    [TestCase(
        "Bill",
        "orders/1",
        "class Bill { public int Note { get; set; } }",
        Description = "a number where it has a text")]
    [TestCase("Bill", "orders/1", """class Bill { public string IsPaid { get; set; } = ""; }""", Description = "a text where it has a boolean")]
    [TestCase("Bill", "orders/1", """class Bill { public string Lines { get; set; } = ""; }""", Description = "a text where it has an array")]
    [TestCase(
        "Bill",
        "orders/1",
        "class Bill { public decimal Discount { get; set; } }",
        Description = "a value where it may have null")]
    [TestCase(
        "Bill",
        "orders/1",
        "class Bill { public DateTime CustomerId { get; set; } }",
        Description = "a date where it has an identifier")]
    [TestCase(
        "Bill",
        "orders/1",
        "class Bill { public DateOnly PlacedAt { get; set; } }",
        Description = "a date where it has a time, too")]
    [TestCase(
        "Bill",
        "orders/1",
        "enum State { Open, Paid, Shipped } class Bill { public State Status { get; set; } }",
        Description = "an enum that is a number for the reader")]
    [TestCase("Bill", "orders/1", """[JsonConverter(typeof(JsonStringEnumConverter))] enum State { Open, Paid } class Bill { public State Status { get; set; } }""", Description = "a value that the enum lacks")]
    [TestCase(
        "Person",
        "customers/1",
        "record Person(Guid Id, int Age);",
        Description = "a record whose number may be null")]
    public Task A_value_that_cannot_be_read(string type, string path, string types) =>
        Here.Flags(Calling($"""await _http.GetFromJsonAsync<[|{type}|]>("{path}");""", types));

    [TestCase("""await _http.PostAsJsonAsync("orders", [|new { CustomerId = key }|]);""", "", Description = "an anonymous object lacks what is required")]
    [TestCase("""await _http.PostAsJsonAsync("orders", [|new Draft()|]);""", "class Draft { public Guid CustomerId { get; set; } }", Description = "a class does")]
    [TestCase(
        """await _http.PutAsJsonAsync($"orders/{id}", [|new Draft()|]);""",
        "class Draft { public Guid Customer { get; set; } public List<Line> Lines { get; set; } = new(); }",
        Description = "a name that is nearly the required one, told once")]
    [TestCase("""await _http.PostAsync("orders", [|JsonContent.Create(new Draft())|]);""", "class Draft { public Guid CustomerId { get; set; } }", Description = "content")]
    [TestCase("""var json = JsonSerializer.Serialize(new Draft()); var content = new StringContent(json, Encoding.UTF8, "application/json"); await _http.PostAsync("orders", [|content|]);""", "class Draft { public Guid CustomerId { get; set; } }", Description = "text in locals")]
    [TestCase("""var message = new HttpRequestMessage(HttpMethod.Post, "orders") { Content = [|JsonContent.Create(new Draft())|] }; await _http.SendAsync(message);""", "class Draft { public Guid CustomerId { get; set; } }", Description = "the content of a message")]
    [TestCase(
        """var message = new HttpRequestMessage(HttpMethod.Post, "orders"); message.Content = [|JsonContent.Create(new Draft())|]; await _http.SendAsync(message);""",
        "class Draft { public Guid CustomerId { get; set; } }",
        Description = "the content of a message, later")]
    [TestCase("""await _http.PatchAsJsonAsync($"customers/{key}", [|new { Phone = text }|]);""", "", Description = "a property that is refused")]
    [TestCase("""await _http.PostAsJsonAsync("payments", [|new { Amount = 5m }|]);""", "", Description = "what another part of the schema requires")]
    [TestCase("""await _http.PostAsJsonAsync("payments", [|new { Amount = text, Method = text }|]);""", "", Description = "a text where it has a number")]
    [TestCase("""await _http.PostAsJsonAsync("payments", [|new Pay()|]);""", """[JsonConverter(typeof(JsonStringEnumConverter<Way>))] enum Way { Card, Transfr } class Pay { public decimal Amount { get; set; } public Way Method { get; set; } }""", Description = "an enum with a slip")]
    [TestCase("""await _http.PostAsJsonAsync("payments", [|new Pay()|]);""", """enum Way { Card, Transfer } class Pay { public decimal Amount { get; set; } public Way Method { get; set; } }""", Description = "an enum that is sent as a number")]
    public Task A_value_that_is_refused(string body, string types) =>
        Here.Flags(Calling(body, types));

    [TestCase("""var response = await _http.PostAsJsonAsync("orders", order); if (response.StatusCode == [|HttpStatusCode.OK|]) return 1;""")]
    [TestCase("""var response = await _http.DeleteAsync($"orders/{id}"); if (response.StatusCode != [|HttpStatusCode.OK|]) throw new InvalidOperationException();""")]
    [TestCase("""using var response = await _http.PutAsJsonAsync($"orders/{id}", order); return response.StatusCode is [|HttpStatusCode.Accepted|];""")]
    [TestCase("""using var response = await _http.DeleteAsync($"orders/{id}"); if (response.StatusCode is not [|HttpStatusCode.OK|]) return null;""")]
    public Task A_code_of_success_that_never_comes(string body) => Here.Flags(Calling(body));

    [TestCase(
        """await _http.GetFromJsonAsync<[|Bill|]>("orders/1");""",
        "class Bill { public long Id { get; set; } public bool IsSelected { get; set; } }",
        Description = "a property like none of the document")]
    [TestCase("""await _http.GetFromJsonAsync<[|Bill|]>("orders/1");""", "class Bill { public long Total { get; set; } }", Description = "a fraction may come")]
    [TestCase("""await _http.PostAsJsonAsync("orders", [|new { CustomerId = key, Lines = new List<Line>(), Gift = true }|]);""", "", Description = "a property that is ignored")]
    [TestCase("""await _http.PostAsJsonAsync("orders", [|new Draft()|]);""", """class Draft { public Guid? CustomerId { get; set; } public List<Line> Lines { get; set; } = new(); }""", Description = "a required value that may be null")]
    [TestCase("""await _http.GetAsync([|"orders?sort=asc"|]);""", "", Description = "a parameter like none of the document")]
    [TestCase("""await _http.PostAsJsonAsync("payments", [|new Pay()|]);""", """[JsonConverter(typeof(JsonStringEnumConverter))] enum Way { Card, Transfer, Voucher } class Pay { public decimal Amount { get; set; } public Way Method { get; set; } }""", Description = "a value that may never be sent")]
    public Task What_may_be_meant_so_is_a_suggestion(string body, string types) =>
        Here.Suggests(Calling(body, types));

    [TestCase("""await _http.GetAsync("orders");""", Description = "it is there")]
    [TestCase("""await _http.GetAsync("/api/orders/");""", Description = "below the base path, with a slash at the end")]
    [TestCase("""await _http.GetAsync("/Orders");""", Description = "servers seldom mind the case")]
    [TestCase("""await _http.GetAsync($"orders/{id}");""", Description = "a value")]
    [TestCase("""await _http.GetAsync("orders/17");""", Description = "a number that is written")]
    [TestCase("""await _http.GetAsync($"api/v2/orders/{id}/lines");""", Description = "a version before it")]
    [TestCase("""await _http.GetAsync($"{_base}/orders/{id}");""", Description = "behind a base address")]
    [TestCase("""await _http.GetAsync($"{_base}orders/{id}");""", Description = "behind one that ends in a slash")]
    [TestCase("""await _http.GetAsync($"{_base}/shop/orders/{id}");""", Description = "behind a gateway")]
    [TestCase("""await _http.GetAsync(_orders + id);""", Description = "behind a field")]
    [TestCase("""await _http.GetAsync("invoices");""", Description = "another service may have it")]
    [TestCase("""await _http.GetAsync($"api/invoices/{id}");""", Description = "another service below the same word")]
    [TestCase("""await _http.GetAsync(text);""", Description = "nobody knows the path")]
    [TestCase("""await _http.GetAsync($"{text}/{id}");""", Description = "values alone")]
    [TestCase("""await _http.GetAsync($"orders/{text}");""", Description = "any text may be a number")]
    [TestCase("""var path = text; await _http.GetAsync($"orders/{path}");""", Description = "a path in a value")]
    [TestCase("""var query = text; await _http.GetAsync($"orders{query}");""", Description = "a query in a value")]
    [TestCase("""await _http.GetAsync($"orders/{id}/{(text.Length > 3 ? "lines" : "items/all")}");""", Description = "a choice")]
    [TestCase("""await _http.GetAsync("https://api.example.org/orders/5/items");""", Description = "another host")]
    [TestCase("""await _http.GetAsync("https://shop.example.com/api/orders");""", Description = "the host of the document")]
    [TestCase("""await _http.GetAsync("http://localhost:5000/orders");""", Description = "this machine")]
    [TestCase("""await _http.GetAsync("reports/daily");""", Description = "a word where the document has a name")]
    [TestCase("""await _http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "orders"));""", Description = "what servers answer by themselves")]
    [TestCase("""await _http.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"orders/{id}"));""", Description = "a message")]
    [TestCase("""await _http.SendAsync(new HttpRequestMessage(new HttpMethod(text), $"orders/{id}"));""", Description = "nobody knows the method")]
    [TestCase("""await _http.SendAsync(new HttpRequestMessage());""", Description = "an empty message")]
    [TestCase("""await _http.GetAsync($"search/orders?from={text}");""", Description = "what is required is there")]
    [TestCase("""await _http.GetAsync($"search/orders?FROM={text}&until={text}");""", Description = "however it is cased")]
    [TestCase("""var query = $"from={text}"; await _http.GetAsync("search/orders?" + query);""", Description = "in a local")]
    [TestCase("""await _http.GetAsync($"search/orders?{text}");""", Description = "nobody knows the query")]
    [TestCase("""await _http.GetAsync($"search/orders{text}");""", Description = "nobody knows whether there is one")]
    [TestCase("""await _http.GetAsync("orders?status=paid&page=2");""", Description = "values that are known")]
    [TestCase("""await _http.GetAsync($"orders?status={text}&page={id}");""", Description = "values that nobody knows")]
    [TestCase("""var response = await _http.PostAsJsonAsync("orders", order); return response.StatusCode == HttpStatusCode.Created;""", Description = "the code of the document")]
    [TestCase("""var response = await _http.PostAsJsonAsync("orders", order); return response.StatusCode == HttpStatusCode.NotFound;""", Description = "a code of failure")]
    [TestCase("""var response = await _http.GetAsync($"customers/{key}"); return response.StatusCode == HttpStatusCode.NoContent;""", Description = "a default may be any code")]
    [TestCase("""var response = await _http.GetAsync(text); return response.StatusCode == HttpStatusCode.Created;""", Description = "nobody knows what was asked")]
    public Task A_request_that_may_be_right(string body) => Here.Allows(Calling(body));

    [TestCase("await _http.GetFromJsonAsync<Order>(\"orders/1\");", "", Description = "all that is read is there")]
    [TestCase("await _http.GetFromJsonAsync<List<Order>>(\"orders\");", "", Description = "a list of an array")]
    [TestCase("await _http.GetFromJsonAsync<Order[]>(\"orders\");", "", Description = "an array")]
    [TestCase("""await _http.GetFromJsonAsync<IReadOnlyList<Order>>("orders");""", "", Description = "an interface of a list")]
    [TestCase("await _http.GetFromJsonAsync<OrderPage>($\"search/orders?from={text}\");", "", Description = "a page")]
    [TestCase("await _http.GetFromJsonAsync<JsonElement>(\"orders/1\");", "", Description = "any JSON")]
    [TestCase("await _http.GetFromJsonAsync<object>(\"orders/1\");", "", Description = "any object")]
    [TestCase("""await _http.GetFromJsonAsync<Dictionary<string, JsonElement>>("orders/1");""", "", Description = "a dictionary")]
    [TestCase("""await _http.GetFromJsonAsync<Bill>("reports/x");""", "class Bill { public int Any { get; set; } }", Description = "one of two")]
    [TestCase(
        """await _http.GetFromJsonAsync<Bill>("orders/1");""",
        "class Bill { public long Id { get; set; } [JsonIgnore] public bool IsSelected { get; set; } }",
        Description = "a property that stays here")]
    [TestCase("""await _http.GetFromJsonAsync<Bill>("orders/1");""", """class Bill { public long Id { get; set; } public string Title => "#" + Id; }""", Description = "a property that is computed")]
    [TestCase("""await _http.GetFromJsonAsync<Bill>("orders/1");""", """class Bill { public long Id { get; set; } public static int Count { get; set; } internal int Seen { get; set; } public int Field; }""", Description = "what is no public property")]
    [TestCase("""await _http.GetFromJsonAsync<Bill>("orders/1");""", """class Bill { public long Id { get; set; } public int Other { get; set; } [JsonExtensionData] public Dictionary<string, JsonElement>? More { get; set; } }""", Description = "a bag for everything")]
    [TestCase("""await _http.GetFromJsonAsync<Bill>("orders/1");""", """class Bill { [JsonPropertyName("total")] public decimal Sum { get; set; } }""", Description = "a name in an attribute")]
    [TestCase("""await _http.GetFromJsonAsync<Item[]>("products");""", """class Item { [JsonPropertyName("product_id")] public int Id { get; set; } [JsonPropertyName("unit_price")] public decimal Price { get; set; } }""", Description = "a number in a text")]
    [TestCase("""await _http.GetFromJsonAsync<Item[]>("products", options);""", """class Item { public int ProductId { get; set; } public string DisplayName { get; set; } = ""; }""", Description = "options may join words")]
    [TestCase(
        """await _http.GetFromJsonAsync<Bill>("orders/1", options);""",
        "enum State { Open, Paid, Shipped } class Bill { public State Status { get; set; } }",
        Description = "options may have a converter")]
    [TestCase("""await _http.GetFromJsonAsync<Bill>("orders/1");""", """[JsonConverter(typeof(JsonStringEnumConverter))] enum State { Open, Paid, Shipped } class Bill { public State Status { get; set; } }""", Description = "an enum of texts")]
    [TestCase("""await _http.GetFromJsonAsync<Bill>("orders/1");""", """class Bill { [JsonConverter(typeof(Odd))] public int Note { get; set; } } class Odd : JsonConverter<int> { public override int Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => 0; public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) { } }""", Description = "a converter")]
    [TestCase(
        """await _http.GetFromJsonAsync<Bill>("orders/1");""",
        "class Bill { public decimal? Discount { get; set; } public string? Note { get; set; } }",
        Description = "what may be null")]
    [TestCase("""await _http.GetFromJsonAsync<Bill>("orders/1");""", """class Bill { public double Total { get; set; } public int Id { get; set; } public DateTimeOffset PlacedAt { get; set; } public string CustomerId { get; set; } = ""; }""", Description = "types that hold what comes")]
    [TestCase("""await _http.GetFromJsonAsync<Person>($"customers/{key}");""", """record Person(Guid Id, string Email, Dictionary<string, string> Labels, Home Address); record Home(string Street, string City);""", Description = "records and dictionaries")]
    [TestCase("""var json = await _http.GetStringAsync("orders/1"); return JsonSerializer.Deserialize<Order>(json, new JsonSerializerOptions(JsonSerializerDefaults.Web));""", "", Description = "a reader with options")]
    [TestCase(
        "var json = await _http.GetStringAsync(text); return JsonSerializer.Deserialize<Order>(json);",
        "",
        Description = "the text of who knows what")]
    [TestCase("return JsonSerializer.Deserialize<Order>(text);", "", Description = "a text from elsewhere")]
    [TestCase("await _http.PostAsJsonAsync(\"orders\", order);", "", Description = "all that is required")]
    [TestCase("""await _http.PostAsJsonAsync("orders", new { CustomerId = key, Lines = new[] { new Line() } });""", "", Description = "an anonymous object")]
    [TestCase("""await _http.PostAsJsonAsync("orders", new { customerId = key, lines = new List<Line>(), note = text });""", "", Description = "names as the document has them")]
    [TestCase("await _http.PostAsJsonAsync<object>(\"orders\", order);", "", Description = "sent as an object")]
    [TestCase("""await _http.PostAsJsonAsync("orders", new Dictionary<string, object>());""", "", Description = "a dictionary is sent")]
    [TestCase("""await _http.PostAsync("orders", new StringContent(text));""", "", Description = "a text that nobody knows")]
    [TestCase("""await _http.PostAsync("orders", new FormUrlEncodedContent(new Dictionary<string, string>()));""", "", Description = "a form")]
    [TestCase("await _http.PatchAsJsonAsync($\"customers/{key}\", new { Email = text });", "", Description = "a part")]
    [TestCase("""await _http.PostAsJsonAsync("payments", new { Amount = 5, Method = "card" });""", "", Description = "parts of a schema that is composed")]
    [TestCase("await _http.PostAsJsonAsync(\"invoices\", new { Any = text });", "", Description = "another service")]
    public Task A_value_that_may_be_right(string body, string types) => Here.Allows(Calling(body, types));

    private const string Bill =
        """class Bill { public decimal Totl { get; set; } } class ApiError { public string Totl { get; set; } = string.Empty; }""";

    [TestCase("if (!response.IsSuccessStatusCode) return await response.Content.ReadFromJsonAsync<Bill>();")]
    [TestCase("""if (response.IsSuccessStatusCode) { } else { return await response.Content.ReadFromJsonAsync<Bill>(); }""")]
    [TestCase("if (response.IsSuccessStatusCode) return 1; return await response.Content.ReadFromJsonAsync<Bill>();")]
    [TestCase("""if (response.StatusCode == HttpStatusCode.NotFound) return await response.Content.ReadFromJsonAsync<Bill>();""")]
    [TestCase("""return response.StatusCode switch { HttpStatusCode.OK => 1, _ => await response.Content.ReadFromJsonAsync<Bill>() };""")]
    [TestCase("return response.IsSuccessStatusCode ? 1 : await response.Content.ReadFromJsonAsync<Bill>();")]
    [TestCase("return await response.Content.ReadFromJsonAsync<ApiError>();")]
    public Task An_answer_of_failure_is_another_one(string body) =>
        Here.Allows(Calling("""var response = await _http.GetAsync("orders/1"); """ + body, Bill));

    [TestCase("if (response.IsSuccessStatusCode) return await response.Content.ReadFromJsonAsync<[|Bill|]>();")]
    [TestCase("""if (!response.IsSuccessStatusCode) return null; return await response.Content.ReadFromJsonAsync<[|Bill|]>();""")]
    [TestCase("""if (response.StatusCode == HttpStatusCode.OK) return await response.Content.ReadFromJsonAsync<[|Bill|]>();""")]
    [TestCase("return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<[|Bill|]>() : null;")]
    public Task An_answer_of_success_is_compared_behind_a_check(string body) =>
        Here.Flags(Calling("""var response = await _http.GetAsync("orders/1"); """ + body, Bill));

    [Test]
    public Task Without_a_document_nothing_is_known() => Given.Allows(Calling("""await _http.GetAsync("orders/5/items");"""));

    [TestCase("{ \"openapi\": \"3.0.3\", \"paths\": { \"/orders\": ", Description = "a text that ends too early")]
    [TestCase(
        "openapi: 3.0.3\npaths:\n  /orders:\n   get: {}\n    put: {}\n",
        Description = "lines that stand nowhere")]
    [TestCase("asyncapi: 3.0.0\npaths:\n  /orders: { get: {} }\n", Description = "a document of another kind")]
    [TestCase("", Description = "an empty file")]
    public Task A_document_that_cannot_be_read_is_silent(string document) =>
        Given.WithHandedFile("/0/openapi.yaml", document).Allows(Calling("""await _http.GetAsync("orders/5/items");"""));

    [TestCase("""var path = path; await _http.GetAsync(path);""", Description = "a path that is itself")]
    [TestCase("""var response = response.Content; return await response.ReadFromJsonAsync<Order>();""", Description = "a response that is itself")]
    [TestCase("""await _http.GetFromJsonAsync<Missing>("orders/1"); await _http.PostAsJsonAsync("orders"); await _http.GetAsync();""", Description = "calls that do not bind")]
    [TestCase("""_ = new HttpRequestMessage { Content = Content }; if (response.StatusCode == HttpStatusCode.OK) { }""", Description = "names that are nowhere")]
    public Task Code_that_is_being_written_is_left_alone(string body) =>
        Here.ThatNeedNotCompile().Allows(Calling(body));

    [Test]
    public Task A_schema_and_a_class_may_hold_themselves() => Given
        .WithHandedFile(
            "/0/openapi.json",
            """{ "openapi": "3.0.0", "paths": { "/nodes": { "get": { "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Node" } } } } } } } }, "components": { "schemas": { "Node": { "allOf": [ { "$ref": "#/components/schemas/Node" }, { "$ref": "#/components/schemas/Node" } ], "type": "object", "properties": { "next": { "$ref": "#/components/schemas/Node" }, "all": { "type": "array", "items": { "$ref": "#/components/schemas/Node" } } } }, "Loop": { "$ref": "#/components/schemas/Loop" } } } }""")
        .Flags(Calling(
            """await _http.GetFromJsonAsync<[|Node|]>("nodes");""",
            """class Node { public Node? Next { get; set; } public List<Node> All { get; set; } = new(); public Node? Alls { get; set; } }"""));

    [Test]
    public Task Of_two_documents_the_one_that_has_the_word_is_asked() =>
        Here.WithHandedFile(
            "/0/openapi.invoices.json",
            """{ "openapi": "3.1.0", "paths": { "/invoices/{id}": { "get": { "responses": {} } } } }""")
            .Flags(Calling(
                """await _http.GetAsync("orders/1"); await _http.GetAsync("invoices/1"); await _http.GetAsync([|"invoices/1/lines"|]);"""));

    [Test]
    public Task A_path_of_two_documents_is_asked_for_neither_shape() =>
        Here.WithHandedFile(
            "/0/openapi.old.json",
            """{ "swagger": "2.0", "paths": { "/orders/{id}": { "get": { "responses": { "200": { "schema": { "type": "string" } } } } } } }""")
            .Allows(Calling("""await _http.GetFromJsonAsync<List<string>>("orders/1");"""));

    [TestCase("2.0", """{ "swagger": "2.0", "basePath": "/v1", "paths": { "/pets": { "post": { "parameters": [ { "in": "body", "name": "pet", "schema": { "$ref": "#/definitions/Pet" } } ], "responses": { "200": { "description": "ok" } } } } }, "definitions": { "Pet": { "type": "object", "required": [ "name" ], "properties": { "name": { "type": "string" } } } } }""")]
    [TestCase("3.1", """{ "openapi": "3.1.0", "paths": { "/pets": { "post": { "requestBody": { "$ref": "#/components/requestBodies/Pet" }, "responses": { "200": { "description": "ok" } } } } }, "components": { "requestBodies": { "Pet": { "content": { "application/json": { "schema": { "oneOf": [ { "type": "null" }, { "$ref": "#/components/schemas/Pet" } ] } } } } }, "schemas": { "Pet": { "type": [ "object", "null" ], "required": [ "name" ], "properties": { "name": { "type": [ "string", "null" ] } } } } } }""")]
    public Task Every_version_is_read(string version, string document) =>
        Given.WithHandedFile($"/0/openapi.{version}.json", document)
            .Flags(Calling("""await _http.PostAsJsonAsync("pets", [|new { Age = 1, Nam = text }|]);""").Replace("Age = 1, ", ""));

    [Test]
    public Task The_messages_name_both_sides_and_the_way_out() => Here.Says(
        Calling(
            """
            await _http.GetAsync([|"orders/5/items"|]);
            await _http.DeleteAsync([|"orders"|]);
            await _http.GetAsync([|"search/orders"|]);
            await _http.GetFromJsonAsync<[|Bill|]>("orders/1");
            await _http.PostAsJsonAsync("orders", [|new { CustomerId = key }|]);
            await _http.GetFromJsonAsync<[|List<Order>|]>($"search/orders?from={text}");
            var response = await _http.DeleteAsync("orders/1");
            if (response.StatusCode == [|HttpStatusCode.OK|]) return response;
            """,
            "class Bill { public decimal Totl { get; set; } }"),
        """openapi.yaml has no path '/orders/5/items', so the request is answered with 404; the nearest is '/orders/{id}/lines'""",
        "openapi.yaml has no DELETE for '/orders', so the request is answered with 405; it has GET and POST",
        "'GET /search/orders' of openapi.yaml requires 'from' in the query, so the request is refused; add it",
        """'GET /orders/{id}' of openapi.yaml has no 'totl', as 'Bill.Totl' is read, so it is never filled; did you mean 'total'?""",
        """'POST /orders' of openapi.yaml requires 'lines', which the anonymous object does not have, so the request is refused; add it""",
        """'List<Order>' is an array, and 'GET /search/orders' of openapi.yaml is an object, so it cannot be read; make it a class with the properties of the document""",
        """'DELETE /orders/{id}' of openapi.yaml answers with 204, never with 200, so this is never true; compare with 'HttpStatusCode.NoContent', or ask 'IsSuccessStatusCode'""");

    private const string Wrapped =
        """
        interface IApi { Task<T?> Get<T>(string path); Task Send<T>(string resource, T body); Task Delete(string path); }
        class Api : IApi
        {
            private readonly HttpClient _client = new();
            public async Task<T?> Get<T>(string path) => await _client.GetFromJsonAsync<T>($"api/{path}");
            public async Task Send<T>(string resource, T body) { var response = await _client.PostAsJsonAsync(resource, body); response.EnsureSuccessStatusCode(); }
            public Task Delete(string path) => _client.SendAsync(new HttpRequestMessage(HttpMethod.Delete, path));
            public Task Both(string path) => Task.WhenAll(_client.GetAsync(path), _client.GetAsync(path));
        }

        """;

    [TestCase("""await new Api().Get<Order>([|$"orders/{id}/items"|]);""", Description = "a path that is passed on")]
    [TestCase("""IApi api = new Api(); await api.Delete([|"orders"|]);""", Description = "behind a contract")]
    [TestCase("""await new Api().Get<[|Order|]>("orders");""", Description = "what is read")]
    [TestCase("""await new Api().Send("orders", [|new { CustomerId = key }|]);""", Description = "what is sent")]
    public Task A_request_that_another_method_makes(string body) => Here.Flags(Calling(body, Wrapped));

    [TestCase("""await new Api().Get<Order>($"orders/{id}");""")]
    [TestCase("""await new Api().Get<List<Order>>("orders");""")]
    [TestCase("""await new Api().Send("orders", order);""")]
    [TestCase("""await new Api().Delete($"orders/{id}");""")]
    [TestCase("""await new Api().Both("orders/5/items");""", Description = "two requests")]
    [TestCase("""await new Api().Get<Order>(text);""")]
    public Task A_request_that_another_method_makes_rightly(string body) => Here.Allows(Calling(body, Wrapped));

    private const string Refit =
        """
        namespace Refit
        {
            class GetAttribute : Attribute { public GetAttribute(string path) { } }
            class PostAttribute : Attribute { public PostAttribute(string path) { } }
            class PutAttribute : Attribute { public PutAttribute(string path) { } }
            class DeleteAttribute : Attribute { public DeleteAttribute(string path) { } }
            class BodyAttribute : Attribute { }
            class QueryAttribute : Attribute { }
            class HeaderAttribute : Attribute { public HeaderAttribute(string name) { } }
            class AliasAsAttribute : Attribute { public AliasAsAttribute(string name) { } }
            class ApiResponse<T> { }
        }
        """;

    private static string Declaring(string member, string types = "") =>
        Types.Replace("using System.Net;", "using System.Net; using Refit;")
        + types + "\ninterface IShop { " + member + " }\n" + Refit;

    [TestCase("""[Get([|"/orders/{id}/items"|])] Task<List<Line>> Lines(int id);""", "", Description = "a path")]
    [TestCase("""[Put([|"/orders"|])] Task Put(NewOrder order);""", "", Description = "a method")]
    [TestCase("""[Get([|"/search/orders"|])] Task<OrderPage> Search(DateTime until);""", "", Description = "a required parameter")]
    [TestCase("""[Get([|"/search/orders"|])] Task<OrderPage> Search([AliasAs("from_")] DateTime start);""", "", Description = "a parameter under another name")]
    [TestCase("""[Get("/search/orders")] [|Task<List<Order>>|] Search(DateTime from);""", "", Description = "what comes back")]
    [TestCase(
        """[Get("/orders/{id}")] [|Task<ApiResponse<Bill>>|] Get(int id);""",
        "class Bill { public decimal Totl { get; set; } }",
        Description = "what comes back inside of a response")]
    [TestCase("""[Post("/orders")] Task Add([|Draft draft|]);""", "class Draft { public Guid CustomerId { get; set; } }", Description = "a body that nobody marks")]
    public Task A_declared_request_that_differs(string member, string types) => Here.Flags(Declaring(member, types));

    [TestCase("""[Get("/orders/{id}/lines")] Task<List<Line>> Lines(int id);""")]
    [TestCase("""[Get("/orders/{orderId}")] Task<ApiResponse<Order>> Get(int orderId, CancellationToken token);""")]
    [TestCase("""[Get("/orders")] Task<List<Order>> All(string? status = null, int page = 1);""")]
    [TestCase("""[Get("/search/orders")] Task<OrderPage> Search([Query] NewOrder filter);""")]
    [TestCase("""[Get("/search/orders?from=2020-01-01")] Task<OrderPage> Search();""")]
    [TestCase("""[Get("/search/orders")] Task<OrderPage> Search([AliasAs("from")] DateTime start, [Header("X-Id")] string id);""")]
    [TestCase("""[Post("/orders")] Task<Order> Add([Body] NewOrder order);""")]
    [TestCase("""[Get("/orders/{id}")] Task<string> Text(int id);""")]
    [TestCase("""[Get("/orders/{id}")] Task<HttpResponseMessage> Response(int id);""")]
    [TestCase("""[Get("/invoices/{id}")] Task<Order> Other(int id);""")]
    [TestCase("""[Get("/files/{**path}")] Task<Order> File(string path);""")]
    public Task A_declared_request_that_may_be_right(string member) => Here.Allows(Declaring(member));

    private RuleCase<ContractMismatch> Served =>
        Given.WithReferences(References.AspNetCore).WithHandedFile("/0/served.yaml", Shop);

    private static string Serving(string body, string types = "") =>
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.HttpResults;
        using Microsoft.AspNetCore.Mvc;

        """
        + Types.Replace("\nclass ", "\npublic class ").Replace("\nrecord ", "\npublic record ")
        + types
        + $$"""

        class Setup { void Map(WebApplication app) { {{body}} } }
        """;

    [TestCase(
        """app.MapPost("/orders", ([|Draft draft|]) => new Order());""",
        "class Draft { public Guid Customer { get; set; } public List<Line> Lines { get; set; } = new(); }",
        Description = "a property that nobody sends")]
    [TestCase("""app.MapGet("/orders/{id:int}", [|(int id) => new Bill()|]);""", """class Bill { public long Id { get; set; } public string Status { get; set; } = ""; }""", Description = "a promised property is missing")]
    [TestCase("""var orders = app.MapGroup("/orders"); orders.MapGet("/{id}", [|Get|]); static Task<Ok<Order[]>> Get(int id) => throw new NotSupportedException();""", "", Description = "many where one is promised")]
    public Task An_endpoint_that_differs(string body, string types) => Served.Flags(Serving(body, types));

    [TestCase("""app.MapGet([|"/orders/{id}/items"|], (int id) => Results.Ok());""", Description = "a path")]
    [TestCase("""app.MapDelete([|"/orders"|], () => Results.Ok());""", Description = "a method")]
    public Task An_endpoint_that_the_document_lacks_is_a_suggestion(string body) => Served.Suggests(Serving(body));

    [TestCase("""app.MapGet("/orders/{id:int}", (int id) => new Order());""")]
    [TestCase("""app.MapPost("/orders", (NewOrder order, Caller caller) => Results.Created("/orders/1", order));""")]
    [TestCase("""app.MapGet("/health", () => "fine");""")]
    [TestCase("""app.MapGet("/orders/{id}/items", (int id) => "hidden").ExcludeFromDescription();""")]
    [TestCase("""app.MapGroup("/api").MapGroup("orders").MapGet("{id}/lines", (int id) => new List<Line>());""")]
    public Task An_endpoint_that_may_be_right(string body) =>
        Served.Allows(Serving(body, """class Caller { public string Name { get; set; } = ""; public void Call() { } }"""));

    [Test]
    public Task An_action_is_an_endpoint() => Served.Flags(Serving(
        "",
        """
        [Route("api/[controller]")] public class OrdersController : ControllerBase
        {
            [HttpGet("{id:int}")] public Task<ActionResult<Order>> Get(int id) => throw new NotSupportedException();
            [[|HttpGet|]] public Order All() => new();
            [HttpPost] public IActionResult Add([|[FromBody] Draft draft|]) => Ok();
            [HttpPut("{id}")] public IActionResult Put(int id, NewOrder order) => NoContent();
        }
        public class Draft { public Guid Customer { get; set; } }

        """));

    [Test]
    public Task Tests_ask_for_what_is_not_there_on_purpose() =>
        Here.WithReferences(References.Testing)
            .Allows(Calling("""await _http.GetAsync("orders/5/items");"""));
}
