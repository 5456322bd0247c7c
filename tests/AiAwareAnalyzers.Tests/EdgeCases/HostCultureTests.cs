using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class HostCultureTests : RuleTests<HostCulture, HostCultureFix>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase("var rate = [|double.Parse(settings[\"Rate\"]!)|];", TestName = "A setting")]
    [TestCase("var said = settings[\"Rate\"]; var rate = [|decimal.Parse(said!)|];", TestName = "By way of a local")]
    [TestCase("var rate = [|float.Parse(settings.GetSection(\"Rate\").Value!)|];", TestName = "The value of a section")]
    [TestCase("if (![|double.TryParse(settings[\"Rate\"], out var rate)|]) return;", TestName = "Tried")]
    [TestCase("var rate = [|Convert.ToDouble(settings[\"Rate\"])|];", TestName = "Converted")]
    [TestCase("var rate = [|Convert.ToDecimal(Environment.GetEnvironmentVariable(\"RATE\"))|];",
        TestName = "The environment")]
    [TestCase("var rate = [|double.Parse(File.ReadAllText(\"rate\").Trim())|];", TestName = "A file")]
    [TestCase("foreach (var line in File.ReadLines(\"rates\")) Use([|double.Parse(line.Split(';')[1])|]);",
        TestName = "A column of each line of a file")]
    [TestCase("var parts = File.ReadAllLines(\"rates\")[0].Split(';'); Use([|double.Parse(parts[1])|]);",
        TestName = "A column of a line")]
    [TestCase("var rate = [|double.Parse(request.Headers[\"X-Rate\"]!)|];", TestName = "A header")]
    [TestCase("var rate = [|double.Parse(request.Query[\"rate\"].ToString())|];", TestName = "An address")]
    [TestCase(
        "if (request.Query.TryGetValue(\"rate\", out var raw) && [|double.TryParse(raw, out var rate)|]) Use(rate);",
        TestName = "An address that may lack it")]
    [TestCase(
        "string? Of(string key) => request.Query.TryGetValue(key, out var found) ? found.ToString() : null; "
        + "Use([|double.Parse(Of(\"rate\")!)|]);",
        TestName = "By way of a local function")]
    [TestCase("var rate = [|decimal.Parse(json.GetProperty(\"rate\").GetString()!)|];", TestName = "JSON")]
    [TestCase("var rate = [|double.Parse(xml.Element(\"rate\")!.Value)|];", TestName = "XML")]
    [TestCase("if (!table.TryGetValue(\"rate\", out var raw)) raw = \"10\"; var rate = [|decimal.Parse(raw)|];",
        TestName = "An entry of a table of texts")]
    [TestCase("var rate = [|decimal.Parse(table[\"rate\"])|];", TestName = "An entry by its key")]
    [TestCase("var q = settings[\"Rate\"]!; var rate = [|double.Parse(q.AsSpan(2))|];", TestName = "A part of it")]
    public Task Numbers_that_a_program_wrote(string body) => Flags(Code(body));

    [TestCase("var url = $\"https://maps.example/find?lat={[|lat|]}&zoom={zoom}\";", TestName = "An address")]
    [TestCase("var url = \"https://maps.example/find?lat=\" + [|lat|];", TestName = "An address that is a sum")]
    [TestCase("var url = $\"find?price={[|price.ToString(\"F2\")|]}\";", TestName = "An address with a text of it")]
    [TestCase("var url = $\"find?lat={[|lat|]:F4}\";", TestName = "An address with a format")]
    [TestCase("var url = $\"find?lat={[|Math.Round(lat, 2)|]}\";", TestName = "An address with a rounded number")]
    [TestCase("var style = $\"width: {[|lat|]}%\";", TestName = "A style")]
    [TestCase("var style = \"width: \" + ([|lat|]) + \"%;\";", TestName = "A style that is a sum")]
    [TestCase("var style = $\"color: red; margin-left: {[|lat|]}px;\";", TestName = "A style among others")]
    [TestCase("var body = $\"{{ \\\"lat\\\": {[|lat|]} }}\";", TestName = "JSON")]
    [TestCase("var point = $\"{[|lat|]},{price}\";", TestName = "Two numbers and a comma")]
    [TestCase("var url = $\"find?lat={[|lat|]}&price={price}&max={maybe}\";", TestName = "Three numbers")]
    [TestCase("var url = $\"find?lat={[|lat|]}\" + $\"&price={price}\";", TestName = "Two texts of one statement")]
    [TestCase("var key = $\"{[|lat|]},{price}\"; seen.Add(key); File.WriteAllText(\"at\", key);",
        TestName = "A key that is written besides")]
    [TestCase("known[text] = (int)price; sent.Add(text, $\"{[|lat|]},{price}\");",
        TestName = "What stands behind a key")]
    [TestCase("var url = $\"find?lat={[|maybe|]}\";", TestName = "A number that may be missing")]
    public Task Numbers_that_a_program_reads(string body) => Flags(Code(body));

    [TestCase("if (!seen.Add($\"{lat},{price}\")) return;", TestName = "A set")]
    [TestCase("if (seen.Contains($\"{lat},{price}\")) return;", TestName = "A look into a set")]
    [TestCase("known[$\"{lat},{price}\"] = 1;", TestName = "The key of a dictionary")]
    [TestCase("var key = $\"{lat},{price}\"; if (!known.TryGetValue(key, out var at)) known[key] = at;",
        TestName = "The key in a local")]
    [TestCase("string Key() => $\"{lat},{price}\"; seen.Add(Key());", TestName = "A function that makes keys")]
    [TestCase("var groups = new[] { lat }.GroupBy(one => $\"{one},{price}\").Count();", TestName = "Groups")]
    [TestCase("var rate = double.Parse(settings[\"Rate\"]!, CultureInfo.InvariantCulture);", TestName = "Told")]
    [TestCase(
        "double.TryParse(settings[\"Rate\"], NumberStyles.Float, CultureInfo.InvariantCulture, out var rate);",
        TestName = "Tried and told")]
    [TestCase("var rate = Convert.ToDouble(settings[\"Rate\"], CultureInfo.InvariantCulture);", TestName = "Converted")]
    [TestCase("var rate = double.Parse(request.Form[\"rate\"]!);", TestName = "A field of a form")]
    [TestCase("var rate = double.Parse(Console.ReadLine()!);", TestName = "What a user types")]
    [TestCase("var rate = double.Parse(text);", TestName = "A text from somewhere")]
    [TestCase("var count = int.Parse(settings[\"Count\"]!);", TestName = "A number without decimals")]
    [TestCase("var id = Guid.Parse(settings[\"Id\"]!);", TestName = "No number")]
    [TestCase("var rate = settings.GetValue<double>(\"Rate\");", TestName = "Bound by the framework")]
    [TestCase("var rate = json.GetProperty(\"rate\").GetDouble();", TestName = "Read by the framework")]
    [TestCase("var rate = Convert.ToDouble(zoom);", TestName = "A number that is converted")]
    [TestCase("var rate = decimal.Parse(names[zoom]);", TestName = "A table of something else")]
    [TestCase("var url = $\"find?zoom={zoom}\";", TestName = "A number without decimals in an address")]
    [TestCase("var url = $\"find?name={text}\";", TestName = "A text in an address")]
    [TestCase("var url = FormattableString.Invariant($\"find?lat={lat}\");", TestName = "A text of one culture")]
    [TestCase("var url = string.Create(CultureInfo.InvariantCulture, $\"find?lat={lat}\");",
        TestName = "A text that is told")]
    [TestCase("var url = $\"find?lat={lat.ToString(CultureInfo.InvariantCulture)}\";",
        TestName = "A number that is told")]
    [TestCase("var url = $\"find?lat={lat:F0}\";", TestName = "A format without decimals")]
    [TestCase("var line = $\"Load: {lat}%\";", TestName = "A share that is shown")]
    [TestCase("var line = $\"The width is {lat} px\";", TestName = "A sentence about a width")]
    [TestCase("var line = $\"{lat}, {price} and more\";", TestName = "A list that somebody reads")]
    [TestCase("var line = $\"Total: {price}\";", TestName = "A sum that is shown")]
    [TestCase("var url = $\"find?lat={1.5}\";", TestName = "A number that is written here")]
    [TestCase("builder.Append(CultureInfo.InvariantCulture, $\"find?lat={lat}\");",
        TestName = "A builder that is told")]
    public Task Numbers_for_people_and_numbers_that_are_told(string body) => Allows(Code(body));

    [Test]
    public Task A_program_that_settles_its_culture_where_it_starts() => Allows(
        Code("CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture; "
            + "Use(double.Parse(settings[\"R\"]!));"));

    [Test]
    public Task The_message_names_the_source() => Says(
        Code("Use([|double.Parse(settings[\"Rate\"]!)|]);"),
        "'double.Parse' reads what comes from the setting 'Rate' as the host's culture writes numbers: where decimals "
        + "have a comma, '12.5' is 125 or nothing; pass 'CultureInfo.InvariantCulture'");

    [Test]
    public Task The_message_names_the_format() => Says(
        Code("var url = $\"find?lat={[|lat|]}\";"),
        "'lat' is written into an address as the host's culture writes numbers: where decimals have a comma, it says "
        + "'12,5'; pass 'CultureInfo.InvariantCulture'");

    [Test]
    public Task The_message_names_all_numbers_of_a_text() => Says(
        Code("var url = $\"find?lat={[|lat|]}&price={price}\";"),
        "'lat' and 'price' are written into an address as the host's culture writes numbers: where decimals have a "
        + "comma, it says '12,5'; pass 'CultureInfo.InvariantCulture'");

    [TestCase(
        "Use([|double.Parse(settings[\"R\"]!)|]);",
        "Use(double.Parse(settings[\"R\"]!, CultureInfo.InvariantCulture));",
        TestName = "Parsed")]
    [TestCase(
        "Use([|Convert.ToDecimal(settings[\"R\"])|]);",
        "Use(Convert.ToDecimal(settings[\"R\"], CultureInfo.InvariantCulture));",
        TestName = "A conversion is told")]
    [TestCase(
        "if ([|decimal.TryParse(settings[\"R\"], out var rate)|]) Use(rate);",
        "if (decimal.TryParse(settings[\"R\"], NumberStyles.Number, CultureInfo.InvariantCulture, out var rate)) "
        + "Use(rate);",
        TestName = "A try is told the style too")]
    [TestCase(
        "if ([|double.TryParse(settings[\"R\"], out var rate)|]) Use(rate);",
        "if (double.TryParse(settings[\"R\"], NumberStyles.Float | NumberStyles.AllowThousands, "
        + "CultureInfo.InvariantCulture, out var rate)) Use(rate);",
        TestName = "A try of a double")]
    public Task The_culture(string body, string repaired) => Fixes(Code(body), Code(repaired));

    [TestCase("Use([|double.Parse(settings[\"R\"]!, NumberStyles.Float)|]);", TestName = "A style alone")]
    [TestCase("var url = $\"find?lat={[|lat|]}\";", TestName = "What is written")]
    public Task Nothing_is_certain(string body) => OffersNoFix(Code(body));

    private static string Code(string body) => $$"""
        using System.Globalization;
        using System.Text;
        using System.Text.Json;
        using System.Xml.Linq;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Configuration;
        public class Reader(IConfiguration settings)
        {
            public void Act(HttpRequest request, JsonElement json, XElement xml, IReadOnlyDictionary<string, string> table,
                Dictionary<int, string> names, StringBuilder builder, string text, int zoom, double lat, decimal price,
                double? maybe)
            {
                {{body}}
            }
            private readonly HashSet<string> seen = new();
            private readonly Dictionary<string, int> known = new();
            private readonly Dictionary<string, string> sent = new();
            private static void Use(double number) { }
            private static void Use(decimal number) { }
        }
        """;

    [TestCase(
        "foreach (var line in File.ReadLines(\"rates\")) Use(Parse(line)); double Parse(string line) => "
        + "[|double.Parse(line.Split(';')[1])|];",
        TestName = "A line that is handed on")]
    [TestCase("while (reader.ReadLine() is { } line) Use([|Convert.ToDecimal(line.Split(';')[1])|]);",
        TestName = "A reader")]
    public Task Lines_of_a_file(string body) => Flags(Code("TextReader reader = null!; " + body));

    [TestCase(
        "Use(Parse(text)); Use(Parse(File.ReadAllText(\"rate\"))); double Parse(string raw) => double.Parse(raw);",
        TestName = "A text that others hand over too")]
    [TestCase("var line = Console.In.ReadLine()!; Use(double.Parse(line));", TestName = "A line that a user types")]
    public Task Lines_of_anyone(string body) => Allows(Code(body));

    [TestCase("foreach (var line in File.ReadLines(\"a\")) { var cell = line.Split(',')[2]; "
        + "if ([|decimal.TryParse(cell, null, out var v)|]) Use(v); }", TestName = "A cell of a line, and null")]
    [TestCase("Use([|double.Parse(File.ReadAllText(\"a\"), null)|]);", TestName = "A file, and null")]
    [TestCase("Use([|double.Parse(File.ReadAllText(\"a\"), default(IFormatProvider))|]);", TestName = "A default")]
    [TestCase("Use([|decimal.Parse(File.ReadAllText(\"a\"), NumberStyles.Number)|]);", TestName = "A style alone")]
    [TestCase("string? line; while ((line = reader.ReadLine()) != null) Use([|decimal.Parse(line, null)|]);",
        TestName = "Line by line")]
    [TestCase(
        """Use(File.ReadLines("a").Select(line => line.Split(',')).Select(cells => [|decimal.Parse(cells[1])|]));""",
        TestName = "In a query")]
    [TestCase("Use([|double.Parse(System.Text.Encoding.ASCII.GetString(bytes))|]);", TestName = "Bytes of a protocol")]
    [TestCase("Use(Table.Cell(File.ReadAllText(\"a\")));", TestName = "In a method that only this project calls")]
    public Task Text_of_files_and_protocols(string body) => Flags(Cells(body, "[|decimal.Parse(cell, null)|]"));

    [TestCase("decimal.Parse(cell, null)", "Use(Table.Cell(typed));", TestName = "A caller with what a user typed")]
    [TestCase("int.Parse(cell, null)", "Use(Table.Cell(File.ReadAllText(\"a\")));", TestName = "Whole numbers")]
    public Task Text_of_users(string parse, string body) => Allows(Cells(body, parse));

    private static string Cells(string body, string parse) => $$"""
        using System.Globalization;
        internal static class Table { public static decimal Cell(string cell) => {{(body.Contains("Table") ? parse : "0")}}; }
        public class Importer
        {
            public void Act(TextReader reader, byte[] bytes, string typed) { {{body}} }
            private static void Use(object? value) { }
        }
        """;

    [TestCase("[|T.TryParse(cell, null, out var value)|] ? value : default", "IParsable<T>", "decimal",
        TestName = "Tried, with null")]
    [TestCase("[|T.Parse(cell, null)|]", "IParsable<T>", "double", TestName = "Parsed, with null")]
    [TestCase("[|T.Parse(cell, null)|]", "ISpanParsable<T>", "float", TestName = "Parsed of a span")]
    [TestCase(
        """[|T.Parse(cell, NumberStyles.Number, null)|]""",
        "INumber<T>", "decimal", TestName = "A number of any kind")]
    [TestCase("[|T.Parse(cell, null)|]", "INumber<T>", "decimal", TestName = "A number, with null")]
    public async Task Types_that_a_caller_chooses(string parse, string contract, string type)
    {
        await Flags(Generic(parse, contract, $"Use(Read<{type}>(cells[1])); Use(Read<int>(cells[2]));"));
        await Flags(OfType(parse, contract, type));
    }

    [TestCase(
        """T.Parse(cell, null)""",
        "Use(Read<int>(cells[1])); Use(Read<Guid>(cells[2]));", TestName = "Whole numbers")]
    [TestCase("T.Parse(cell, CultureInfo.InvariantCulture)", "Use(Read<decimal>(cells[1]));", TestName = "A culture")]
    [TestCase("T.Parse(cell, null)", "Use(Read<decimal>(typed));", TestName = "What a user typed")]
    [TestCase("T.Parse(cell, null)", "", TestName = "Nobody calls")]
    public Task Types_that_a_caller_chooses_well(string parse, string calls) =>
        Allows(Generic(parse, "IParsable<T>", calls));

    private static string Generic(string parse, string contract, string calls) => $$"""
        using System.Globalization;
        using System.Numerics;
        public class Importer
        {
            public void Act(string typed)
            {
                foreach (var line in File.ReadLines("rows"))
                {
                    var cells = line.Split(',');
                    {{calls}}
                }
            }
            private static T? Read<T>(string cell) where T : struct, {{contract}} => {{parse}};
            private static void Use(object? value) { }
        }
        """;

    private static string OfType(string parse, string contract, string type) => $$"""
        using System.Globalization;
        using System.Numerics;
        internal class Column<T> where T : struct, {{contract}}
        {
            public T? Read(string cell) => {{parse}};
        }
        public class Importer
        {
            private readonly Column<{{type}}> _prices = new();
            public object? Act() => _prices.Read(File.ReadAllText("row"));
        }
        """;

    [TestCase("Use([|double.Parse(File.ReadAllText(\"a\"), null)|]);",
        "Use(double.Parse(File.ReadAllText(\"a\"), CultureInfo.InvariantCulture));",
        TestName = "Null becomes a culture")]
    public Task Nobody_becomes_a_culture(string body, string repaired) => Fixes(Cells(body, "0"), Cells(repaired, "0"));

    [TestCase("Use([|DateTime.Parse(settings[\"Day\"]!)|]);", TestName = "A date of a setting")]
    [TestCase("Use([|DateOnly.Parse(File.ReadAllText(\"day\"))|]);", TestName = "A day of a file")]
    [TestCase("Use([|DateTimeOffset.Parse(json.GetProperty(\"at\").GetString()!)|]);", TestName = "A moment of JSON")]
    [TestCase("Use([|DateTime.ParseExact(request.Headers[\"X-Day\"]!, \"dd/MM/yyyy\", null)|]);",
        TestName = "A format and no culture")]
    [TestCase("Use([|DateOnly.ParseExact(File.ReadAllText(\"day\"), \"yyyy-MM-dd\")|]);", TestName = "A format alone")]
    [TestCase("if ([|DateTime.TryParse(settings[\"Day\"], out var day)|]) Use(day);", TestName = "A date, tried")]
    [TestCase("if ([|DateOnly.TryParse(settings[\"Day\"], null, out var day)|]) Use(day);", TestName = "A day, tried")]
    [TestCase("Use([|Convert.ToDateTime(settings[\"Day\"])|]);", TestName = "A date, converted")]
    [TestCase("var line = File.ReadAllLines(\"d\")[0]; Use([|DateTime.Parse(line.AsSpan(0, 10))|]);",
        TestName = "A date in a line")]
    public Task Dates_that_a_program_wrote(string body) => Flags(Dates(body));

    [TestCase("var answer = await client.GetFromJsonAsync<Answer>(\"a\"); Use([|DateOnly.Parse(answer!.Day)|]);",
        TestName = "A member of a response")]
    [TestCase("var answer = await client.GetFromJsonAsync<Answer>(\"a\"); Use([|DateOnly.Parse(answer!.Inner.Day)|]);",
        TestName = "A member of a member")]
    [TestCase("var all = await client.GetFromJsonAsync<List<Answer>>(\"a\"); "
        + "foreach (var one in all!) Use([|DateOnly.Parse(one.Day)|]);", TestName = "A member of each element")]
    [TestCase("var all = await client.GetFromJsonAsync<List<Answer>>(\"a\"); "
        + "Use(all!.Select(one => [|DateOnly.Parse(one.Day)|]).First());", TestName = "An element in a lambda")]
    [TestCase("var answer = JsonSerializer.Deserialize<Answer>(File.ReadAllText(\"a\")); "
        + "Use([|DateTime.Parse(answer!.Day)|]);", TestName = "A member of a file")]
    [TestCase("var answer = await client.GetFromJsonAsync<Answer>(\"a\"); Use(Map(answer!)); "
        + "DateOnly Map(Answer given) => [|DateOnly.Parse(given.Day)|];", TestName = "A member that is handed on")]
    [TestCase("var answer = await client.GetFromJsonAsync<Answer>(\"a\"); Use([|double.Parse(answer!.Rate)|]);",
        TestName = "A number")]
    [TestCase("Use([|DateOnly.Parse(named.Day)|]);", TestName = "A member that a serializer knows")]
    [TestCase("var sent = await request.ReadFromJsonAsync<Answer>(); Use([|DateOnly.Parse(sent!.Day)|]);",
        TestName = "The body of a request")]
    public Task Members_that_a_serializer_fills(string body) => Flags(Dates(body));

    [TestCase("Use(DateTime.Parse(settings[\"Day\"]!, CultureInfo.InvariantCulture));", TestName = "A date, told")]
    [TestCase("Use(DateTime.Parse(settings[\"Day\"]!, new CultureInfo(\"de-DE\")));", TestName = "Its own culture")]
    [TestCase("Use(DateTime.Parse(settings[\"Day\"]!, null, DateTimeStyles.RoundtripKind));",
        TestName = "A style that reads one format")]
    [TestCase("Use(DateTime.ParseExact(settings[\"Day\"]!, \"O\", null));", TestName = "A format of all cultures")]
    [TestCase("Use(DateTime.Parse(text));", TestName = "A date from somewhere")]
    [TestCase("Use(DateTime.Parse(Console.ReadLine()!));", TestName = "A date that a user types")]
    [TestCase("Use(DateOnly.Parse(request.Form[\"day\"]!));", TestName = "A date of a form")]
    [TestCase("Use(DateOnly.Parse(given.Day));", TestName = "A member of an object from somewhere")]
    [TestCase("var made = new Answer { Day = text }; Use(DateOnly.Parse(made.Day));", TestName = "A member set here")]
    [TestCase("Use(TimeSpan.Parse(settings[\"Pause\"]!));", TestName = "A span of time")]
    [TestCase("Use(json.GetProperty(\"at\").GetDateTime());", TestName = "A date that the framework reads")]
    [TestCase("Use(Convert.ToDateTime((object)text));", TestName = "An object that is converted")]
    public Task Dates_for_people_and_dates_that_are_told(string body) => Allows(Dates(body));

    [Test]
    public Task The_message_speaks_of_a_date() => Says(
        Dates("Use([|DateOnly.Parse(settings[\"Day\"]!)|]);"),
        "'DateOnly.Parse' reads what comes from the setting 'Day' as the host's culture writes dates: '02/03/2026' is "
        + "a day of March or of February, and in some calendars of another year; pass 'CultureInfo.InvariantCulture'");

    [TestCase("Use([|DateOnly.Parse(settings[\"D\"]!)|]);",
        "Use(DateOnly.Parse(settings[\"D\"]!, CultureInfo.InvariantCulture));", TestName = "A day")]
    [TestCase("Use([|DateTime.ParseExact(settings[\"D\"]!, \"dd/MM/yyyy\", null)|]);",
        "Use(DateTime.ParseExact(settings[\"D\"]!, \"dd/MM/yyyy\", CultureInfo.InvariantCulture));",
        TestName = "Instead of no culture")]
    [TestCase("if ([|DateTime.TryParse(settings[\"D\"], out var day)|]) Use(day);",
        "if (DateTime.TryParse(settings[\"D\"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) "
        + "Use(day);", TestName = "A date that is tried")]
    public Task The_culture_of_a_date(string body, string repaired) => Fixes(Dates(body), Dates(repaired));

    private static string Dates(string body) => $$"""
        using System.Globalization;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Configuration;
        public class Answer { public string Day { get; set; } = ""; public string Rate { get; set; } = ""; public Inner Inner { get; set; } = new(); }
        public class Inner { public string Day { get; set; } = ""; }
        public class Named { [JsonPropertyName("day")] public string Day { get; set; } = ""; }
        public class Reader(IConfiguration settings, HttpClient client)
        {
            public async Task Act(HttpRequest request, JsonElement json, Answer given, Named named, string text)
            {
                await Task.Yield();
                {{body}}
            }
            private static void Use(object value) { }
        }
        """;
}
