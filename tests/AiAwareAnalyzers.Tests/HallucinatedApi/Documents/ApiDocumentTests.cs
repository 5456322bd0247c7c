using System.Globalization;
using AiAwareAnalyzers.HallucinatedApi.Documents;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace AiAwareAnalyzers.Tests.HallucinatedApi.Documents;

/// <summary>Our reader sees in a document what the reader of the specification's own library sees in it.</summary>
public sealed class ApiDocumentTests
{
    private static readonly Gen<string> Names =
        Gen.Elements("order", "line", "customer", "product", "total", "unit_price", "Id", "e-mail", "x.y", "ünit");

    private static readonly Gen<Schema> Schemas = Gen.Sized(size => SchemaOf(Math.Min(size, 3)));

    private static readonly Gen<Operation> Operations =
        from path in Gen.ListOf(Names, 2)
        from method in Gen.Elements("get", "post", "put", "delete", "patch")
        from query in Names
        from isRequired in Gen.Elements(true, false)
        from body in Schemas
        from answer in Schemas
        from code in Gen.Elements("200", "201", "204", "404")
        select new Operation("/" + string.Join("/", path), method, query, isRequired, body, answer, code);

    private static readonly Gen<IReadOnlyList<Operation>> Interfaces =
        Gen.ListOf(Operations).Select(IReadOnlyList<Operation> (operations) =>
            [.. operations.DistinctBy(operation => operation.Path)]);

    [Test]
    public void A_document_in_JSON_is_read_as_the_library_reads_it() => Check(OpenApiConstants.Json);

    [Test]
    public void A_document_in_YAML_is_read_as_the_library_reads_it() => Check(OpenApiConstants.Yaml);

    [Test]
    public void A_large_document_is_read_in_a_blink()
    {
        var text = string.Concat(
            "openapi: 3.0.3\npaths:\n",
            string.Concat(Enumerable.Range(0, 20_000).Select(number =>
                $"  /things/{number}:\n    get:\n      description: \"a thing like any other, and a long text\"\n"
                + "      responses:\n        '200':\n          description: it\n          content:\n"
                + "            application/json:\n"
                + "              schema: { type: object, properties: { a: { type: string } } }\n")));
        Assert.That(text, Has.Length.GreaterThan(5_000_000));
        Assert.That(ApiDocument.Read(text)!.Paths, Has.Length.EqualTo(20_000));
    }

    [TestCase("openapi: 3.0.0\npaths: {}", true)]
    [TestCase("openapi: 3.1.1\npaths: {}", true)]
    [TestCase("swagger: '2.0'\npaths: {}", true)]
    [TestCase("swagger: '1.2'\npaths: {}", false)]
    [TestCase("openapi: 4.0.0\npaths: {}", false)]
    [TestCase("[]", false)]
    public void Only_known_versions_are_read(string text, bool isRead) =>
        Assert.That(ApiDocument.Read(text) is not null, Is.EqualTo(isRead));

    private static void Check(string format) =>
        Prop.ForAll(Interfaces.ToArbitrary(), operations =>
            {
                var text = Write(operations, format);
                var ours = ApiDocument.Read(text);
                var theirs = OpenApiDocument.Parse(text, format, Settings()).Document!;
                return ours is not null && Lines(ours).SequenceEqual(Lines(theirs));
            })
            .QuickCheckThrowOnFailure();

    private static OpenApiReaderSettings Settings()
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        return settings;
    }

    private static Gen<Schema> SchemaOf(int depth) => depth == 0
        ? Gen.Elements("string", "integer", "number", "boolean").Select(type => new Schema(type, [], []))
        : Gen.OneOf(
            SchemaOf(0),
            SchemaOf(depth - 1).Select(items => new Schema("array", [("", items)], [])),
            from names in Gen.ListOf(Names, 3)
            from inner in Gen.ListOf(SchemaOf(depth - 1), 3)
            from required in Gen.SubListOf(names.AsEnumerable())
            select new Schema(
                "object",
                [.. names.Zip(inner).DistinctBy(property => property.First)],
                [.. required.Distinct()]));

    private static string Write(IReadOnlyList<Operation> operations, string format)
    {
        var document = new OpenApiDocument { Info = new() { Title = "made", Version = "1" }, Paths = [] };
        foreach (var each in operations)
            document.Paths.Add(each.Path, new OpenApiPathItem
            {
                Operations = new() { [new HttpMethod(each.Method.ToUpperInvariant())] = Made(each) }
            });
        var writer = new StringWriter(CultureInfo.InvariantCulture);
        document.SerializeAs(
            OpenApiSpecVersion.OpenApi3_0,
            format == OpenApiConstants.Json ? new OpenApiJsonWriter(writer) : new OpenApiYamlWriter(writer));
        return writer.ToString();
    }

    private static OpenApiOperation Made(Operation each) => new()
    {
        Parameters =
        [
            new OpenApiParameter
            {
                Name = each.Query, In = ParameterLocation.Query, Required = each.IsRequired, Schema = each.Body.Made()
            }
        ],
        RequestBody = new OpenApiRequestBody
        {
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType { Schema = each.Body.Made() }
            }
        },
        Responses = new()
        {
            [each.Code] = new OpenApiResponse
            {
                Description = "it is: {so} # \"said\"",
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    ["application/json"] = new OpenApiMediaType { Schema = each.Answer.Made() }
                }
            }
        }
    };

    private static IEnumerable<string> Lines(ApiDocument document) =>
        from path in document.Paths
        from operation in path.Operations
        from line in new[]
        {
            $"{operation.Method} {path.Template}",
            string.Join(",", operation.Query.Select(query => $"{query.Name}{query.IsRequired}{Line(query.Schema)}")),
            Line(operation.Body),
            Line(operation.Answer),
        }
        select line;

    private static IEnumerable<string> Lines(OpenApiDocument document) =>
        from path in document.Paths
        from operation in path.Value.Operations ?? []
        let answer = operation.Value.Responses!.FirstOrDefault(response => response.Key.StartsWith('2')).Value
        from line in new[]
        {
            $"{operation.Key.Method} {path.Key}",
            string.Join(
                ",",
                operation.Value.Parameters!.Select(query => $"{query.Name}{query.Required}{Line(query.Schema)}")),
            Line(operation.Value.RequestBody!.Content!.Values.Single().Schema),
            Line(answer?.Content?.Values.Single().Schema),
        }
        select line;

    private static string Line(ApiSchema? schema) => schema is null ? "-" : schema.Kinds switch
    {
        WireKinds.Array => $"[{Line(schema.Items)}]",
        WireKinds.Object => $"{{{string.Join(",", schema.Names.Select(name =>
            $"{name}{(schema.Requires(name) ? "!" : "")}:{Line(schema.Property(name))}"))}}}",
        WireKinds.Integer | WireKinds.Number => "number",
        WireKinds.Text => "string",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static string Line(IOpenApiSchema? schema) => schema?.Type switch
    {
        null => "-",
        JsonSchemaType.Array => $"[{Line(schema.Items)}]",
        JsonSchemaType.Object => $"{{{string.Join(",", (schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            .Select(property => $"{property.Key}{Mark(schema, property.Key)}:{Line(property.Value)}"))}}}",
        var type => type.Value.ToString().ToLowerInvariant(),
    };

    private static string Mark(IOpenApiSchema schema, string name) =>
        schema.Required?.Contains(name) == true ? "!" : "";

    private sealed record Operation(
        string Path, string Method, string Query, bool IsRequired, Schema Body, Schema Answer, string Code);

    private sealed record Schema(
        string Type, IReadOnlyList<(string Name, Schema Inner)> Parts, IReadOnlyList<string> Required)
    {
        public OpenApiSchema Made() => new()
        {
            Type = Enum.Parse<JsonSchemaType>(Type, ignoreCase: true),
            Items = Type == "array" ? Parts[0].Inner.Made() : null,
            Properties = Type != "object" ? null
                : Parts.ToDictionary(part => part.Name, IOpenApiSchema (part) => part.Inner.Made()),
            Required = Type != "object" ? null : Required.ToHashSet(),
        };
    }
}
