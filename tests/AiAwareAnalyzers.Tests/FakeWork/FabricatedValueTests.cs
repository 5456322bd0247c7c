using AiAwareAnalyzers.FakeWork;

namespace AiAwareAnalyzers.Tests.FakeWork;

public sealed class FabricatedValueTests : RuleTests<FabricatedValue>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [Test]
    public Task A_hardcoded_rate_that_is_returned_is_flagged() => Flags(Shop.With("""
        public decimal TaxOf(Order order)
        {
            _count++;
            return [|0.2m|]; // hardcoded rate
        }
        """));

    [TestCase("Always return success to prevent email enumeration")]
    [TestCase("Always returns success: it must not reveal whether the address is known")]
    public Task A_constant_answer_against_curiosity(string reason) =>
        Allows(Forgotten(reason, "Ok(new { done = true })"));

    [TestCase("Always return success", TestName = "Without a reason")]
    [TestCase("In a real app this would send a mail; always return success to prevent enumeration",
        TestName = "A reason beside work that is missing")]
    public Task A_constant_answer_against_nothing(string reason) =>
        Flags(Forgotten(reason, "[|Ok(new { done = true })|]"));

    private static string Forgotten(string reason, string answer) => $$"""
        using Microsoft.AspNetCore.Mvc;
        public class AccountController : ControllerBase
        {
            public async Task<IActionResult> Forgot(string address)
            {
                await System.IO.File.AppendAllTextAsync("asked", address);
                // {{reason}}
                return {{answer}};
            }
        }
        """;

    [TestCase("new Risk { IsError = true, ErrorMessage = \"No key is set\" }", TestName = "An error object")]
    public Task A_failure_under_a_strange_name(string made) => Allows(Risky(made));

    [TestCase("[|new Risk { IsError = false, Score = 3 }|]", TestName = "An object that claims to be right")]
    public Task An_answer_under_an_honest_name(string made) => Flags(Risky(made));

    private static string Risky(string made) => Shop.Beside($$"""
        public class Risk { public bool IsError { get; set; } public string? ErrorMessage { get; set; } public int Score { get; set; } }
        public class Risks
        {
            private int _asked;
            public Risk Of(string key)
            {
                _asked++;
                var dummyResult = {{made}};
                return dummyResult;
            }
        }
        """);

    [Test]
    public Task What_a_field_begins_with_is_data() => Allows(Shop.With("""
        public static readonly List<Shipment> Known = new()
        {
            // Placeholder, the model holds one value only
            new Shipment { Id = "SHIP-1", Cost = 9.99m },
        };
        """));

    [Test]
    public Task A_comment_above_the_return_is_flagged() => Flags(Shop.With("""
        public decimal TaxOf(Order order)
        {
            _count++;
            // Placeholder until the tax service is there
            return [|17.5m|];
        }
        """));

    [Test]
    public Task Mock_data_in_a_new_object_is_flagged() => Flags(Shop.With("""
        public Shipment Load(int id)
        {
            // In a real application you would call the carrier
            return [|new Shipment { Id = "SHIP-1", Cost = 9.99m }|];
        }
        """));

    [Test]
    public Task A_member_of_an_object_that_is_returned_is_flagged() => Flags(Shop.With("""
        public Shipment Load(Order order)
        {
            _count++;
            return new Shipment
            {
                Id = order.Email,
                Cost = [|4.99m|], // mock data
            };
        }
        """));

    [Test]
    public Task A_comment_above_a_member_is_flagged() => Flags(Shop.With("""
        public Shipment Load(Order order)
        {
            _count++;
            return new Shipment
            {
                Id = order.Email,
                // Simulated cost
                Cost = [|4.99m|],
            };
        }
        """));

    [Test]
    public Task A_local_that_is_returned_is_flagged() => Flags(Shop.With("""
        public decimal CostOf(Order order)
        {
            var cost = [|12.5m|]; // dummy value
            return cost * order.Total + _count;
        }
        """));

    [Test]
    public Task A_local_with_a_name_that_admits_it_is_flagged() => Flags(Shop.With("""
        public List<string> Names(int id)
        {
            _count++;
            var mockNames = [|new List<string> { "Ada", "Grace" }|];
            return mockNames;
        }
        """));

    [Test]
    public Task A_random_number_is_flagged() => Flags(Shop.With("""
        public int Score(Order order)
        {
            _logger.LogInformation("scoring");
            // Simulate the score of the credit bureau
            return [|new Random().Next(300, 850)|];
        }
        """));

    [Test]
    public Task A_random_number_of_the_shared_source_is_flagged() => Flags(Shop.With("""
        public double Rate(Order order)
        {
            _count++;
            return [|Random.Shared.NextDouble() * 100|]; // fake value
        }
        """));

    [Test]
    public Task A_value_handed_to_a_call_is_flagged() => Flags(Shop.With("""
        public async Task SaveAsync(Order order)
        {
            var email = [|"user@example.com"|]; // hardcoded
            await _store.SaveAsync(new Order(order.Id, email, order.Total));
        }
        """));

    [Test]
    public Task A_value_stored_in_a_member_is_flagged() => Flags(Shop.With("""
        public void Refresh()
        {
            _count = [|42|]; // placeholder value
        }
        """));

    [Test]
    public Task A_property_of_a_parameter_is_flagged() => Flags(Shop.With("""
        public void Fill(Shipment shipment)
        {
            shipment.Cost = [|9.5m|]; // TODO: replace with real cost
        }
        """));

    [Test]
    public Task An_awaited_wait_before_it_is_no_work() => Flags(Shop.With("""
        public async Task<Shipment> QuoteAsync(string city)
        {
            await Task.Delay(200); // Simulate API call
            return [|new Shipment { Id = city, Cost = 5m }|];
        }
        """));

    [Test]
    public Task A_switch_of_made_up_values_is_flagged() => Flags(Shop.With("""
        public decimal RateOf(string country)
        {
            // Hardcoded for the demo, would come from the tax service
            return [|country switch { "DE" => 0.19m, "FR" => 0.2m, _ => 0.25m }|];
        }
        """));

    [Test]
    public Task An_array_is_flagged() => Flags(Shop.With("""
        public string[] Cities() => [|new[] { "Paris", "Rome" }|]; // mock data
        """));

    [Test]
    public Task A_tuple_is_flagged() => Flags(Shop.With("""
        public (double Lat, double Lon) Locate(string address)
        {
            // In production, this would call a geocoder
            return [|(48.1, 11.5)|];
        }
        """));

    [Test]
    public Task A_date_in_the_future_is_flagged() => Flags(Shop.With("""
        public DateTime Arrival(Order order)
        {
            _count++;
            return [|DateTime.UtcNow.AddDays(3)|]; // simulated delivery
        }
        """));

    [Test]
    public Task An_interpolated_text_is_flagged() => Flags(Shop.With("""
        public string Track(string id)
        {
            // Stub: the carrier is not called yet
            return [|$"TRACK-{id}-0001"|];
        }
        """));

    [Test]
    public Task A_finished_task_is_flagged() => Flags(Shop.With("""
        public Task<decimal> RateAsync(string currency) => [|Task.FromResult(1.08m)|]; // hardcoded exchange rate
        """));

    [Test]
    public Task A_property_of_the_type_is_flagged() => Flags(Shop.With("""
        public decimal Balance
        {
            get
            {
                // mock data
                return [|1000m|];
            }
        }
        """));

    [Test]
    public Task A_query_over_a_range_is_flagged() => Flags(Shop.With("""
        public IEnumerable<Shipment> All()
        {
            _count++;
            // Generate mock data
            return [|Enumerable.Range(1, 5).Select(i => new Shipment { Id = i.ToString() }).ToList()|];
        }
        """));

    [Test]
    public Task A_yielded_value_is_flagged() => Flags(Shop.With("""
        public IEnumerable<int> Scores()
        {
            _count++;
            yield return [|7|]; // dummy
        }
        """));

    [Test]
    public Task An_answer_of_a_controller_is_flagged() => Flags(Shop.Beside("""
        using Microsoft.AspNetCore.Mvc;

        public class StatsController : ControllerBase
        {
            [HttpGet]
            public IActionResult Get()
            {
                // Mock data for now
                return [|Ok(new { Users = 1250, Revenue = 9.5m })|];
            }
        }
        """));

    [CSharp(12)]
    public Task A_collection_expression_is_flagged() => Flags(Shop.With("""
        public string[] Cities(int id) => [|["Paris", "Rome"]|]; // sample data
        """));

    [Test]
    public Task The_message_quotes_value_and_admission_and_names_the_function() => Says(
        Shop.Beside("""
            public class Rates
            {
                public decimal RateOf(string currency)
                {
                    // In a real implementation, this would call the bank
                    return [|1.08m|];
                }
            }
            """),
        "'1.08m' is made up (\"In a real implementation, this would call the bank\") and leaves 'RateOf' as if it were "
        + "real; read the real value, or throw 'NotImplementedException' until there is one");

    [Test]
    public Task A_value_without_a_confession_is_silent() => Allows(Shop.With("""
        public decimal TaxOf(Order order) => 0.2m;
        """));

    [Test]
    public Task A_confession_without_a_made_up_value_is_silent() => Allows(Shop.With("""
        public decimal TaxOf(Order order) => order.Total * _count; // placeholder
        """));

    [Test]
    public Task A_todo_alone_is_no_confession_of_a_value() => Allows(Shop.With("""
        public string Title() => "Orders"; // TODO: translate
        """));

    [Test]
    public Task For_now_alone_is_no_confession_of_a_value() => Allows(Shop.With("""
        public int PageSize() => 20; // enough for now
        """));

    [Test]
    public Task A_null_is_not_made_up() => Allows(Shop.With("""
        public Order? Load(int id) => null; // placeholder
        """));

    [Test]
    public Task A_constant_with_a_comment_is_silent() => Allows(Shop.With("""
        private const decimal Rate = 0.2m; // hardcoded

        public decimal TaxOf(Order order) => order.Total * Rate;
        """));

    [Test]
    public Task A_value_that_stays_inside_is_silent() => Allows(Shop.With("""
        public int Count()
        {
            var tries = 3; // hardcoded
            while (tries-- > 0) _count++;
            return _count;
        }
        """));

    [Test]
    public Task A_value_that_is_only_logged_is_silent() => Allows(Shop.With("""
        public void Tell()
        {
            var name = "user"; // hardcoded
            _logger.LogInformation("hello {Name}", name);
        }
        """));

    [Test]
    public Task A_value_that_is_compared_is_silent() => Allows(Shop.With("""
        public bool IsLarge(Order order)
        {
            var limit = 100m; // hardcoded
            return order.Total > limit;
        }
        """));

    [Test]
    public Task A_wait_is_silent() => Allows(Shop.With("""
        public async Task<int> WaitAsync()
        {
            var delay = 100; // simulated latency
            await Task.Delay(delay);
            return _count;
        }
        """));

    [Test]
    public Task Options_are_settings_and_no_data() => Allows(Shop.With("""
        public void Configure(Action<int> apply, MailOptions options)
        {
            options.Port = 25; // hardcoded
        }

        public class MailOptions { public int Port { get; set; } }
        """));

    [Test]
    public Task A_function_that_says_that_it_makes_samples_is_silent() => Allows(Shop.With("""
        public List<string> CreateSampleNames()
        {
            // Mock data
            return new List<string> { "Ada" };
        }
        """));

    [Test]
    public Task A_double_is_silent() => Allows(Shop.Beside("""
        public class FakeRates
        {
            public decimal RateOf(string currency) => 1.08m; // hardcoded
        }
        """));

    [Test]
    public Task A_seeder_is_silent() => Allows(Shop.Beside("""
        public class ShopSeeder
        {
            public List<string> Names() => new() { "Ada" }; // mock data
        }
        """));

    [Test]
    public Task A_denied_confession_is_silent() => Allows(Shop.With("""
        public decimal TaxOf(Order order) => 0.2m; // not hardcoded by accident: the law says so
        """));

    [Test]
    public Task A_comment_behind_another_line_is_silent() => Allows(Shop.With("""
        public decimal TaxOf(Order order)
        {
            _count++; // mock data
            return 0.2m;
        }
        """));

    [Test]
    public Task A_comment_above_a_blank_line_is_silent() => Allows(Shop.With("""
        public decimal TaxOf(Order order)
        {
            _count++;
            // mock data was here

            return 0.2m;
        }
        """));

    [Test]
    public Task A_value_that_is_read_is_silent() => Allows(Shop.With("""
        public decimal TaxOf(Order order)
        {
            // Simulated stores are read as real ones
            return _store.All[0].Total;
        }
        """));

    [Test]
    public Task A_placeholder_of_a_text_is_silent() => Allows(Shop.With("""
        public string Template(Order order)
        {
            _count++;
            return "{name}"; // the SQL placeholder of the name
        }
        """));

    [Test]
    public Task A_function_that_is_reported_as_a_whole_is_silent() => Allows(Shop.With("""
        public bool Save(Order order)
        {
            // Hardcoded
            return true;
        }
        """));

    [Test]
    public Task An_exception_is_silent() => Allows(Shop.With("""
        public decimal TaxOf(Order order)
        {
            // not implemented
            throw new NotImplementedException("hardcoded");
        }
        """));

    [Test]
    public Task An_initial_value_of_a_field_is_silent() => Allows(Shop.With("""
        private decimal _rate = 0.2m; // hardcoded

        public decimal Rate => _rate;
        """));

    [Test]
    public Task A_parameter_that_is_echoed_is_silent() => Allows(Shop.With("""
        public string Echo(string text)
        {
            // placeholder
            return text;
        }
        """));

    [Test]
    public Task An_empty_text_is_silent() => Allows(Shop.With("""
        public string Note(Order order)
        {
            _count++;
            return ""; // placeholder
        }
        """));

    [Test]
    public Task A_project_of_tests_is_silent() =>
        Given.WithReferences(Shop.TestProject).Allows(Shop.With("public decimal Rate() => 1.08m; // hardcoded"));

    [Test]
    public Task A_file_that_is_opened_is_silent() => Allows(Shop.With("""
        public int First(string path)
        {
            // A real implementation would read the whole header
            using var file = new FileStream(path, FileMode.Open);
            return file.ReadByte();
        }
        """));

    [Test]
    public Task A_phrase_can_be_added() =>
        WithOption("ai_aware.fake_work.admissions", "+by guess")
            .Flags(Shop.With("public decimal Rate() => [|1.08m|]; // by guess"));

    private const string Tiles = """
        public enum Hazard { None, Rift, Field }
        public class Tile { public int Id { get; set; } public Hazard Hazard { get; set; } public decimal Cost { get; set; } }
        """;

    [TestCase("new[] { new Tile { Id = 1 }, new Tile { Id = 2, HAZARD } }", TestName = "In an array")]
    [TestCase("new List<Tile> { new Tile { Id = 1 }, new Tile { Id = 2, HAZARD } }", TestName = "In a list")]
    public Task A_name_in_a_table_is_chosen_and_not_made_up(string table) => Allows(Shop.Beside(Tiles + """
        public class Board { private int _asked; public IEnumerable<Tile> All() { _asked++; return TABLE; } }
        """.Replace("TABLE", table)
            .Replace(
                "HAZARD",
                "\n// Also Field, but I would need to implement flags\nHazard = Hazard.Rift")));

    [TestCase("new[] { new Tile { Id = 1 }, new Tile { Id = 2, \n// fake data\nHazard = [|Hazard.Rift|] } }",
        TestName = "A name that is admitted to be a fake")]
    [TestCase("new[] { new Tile { Id = 1 }, new Tile { Id = 2, \n// would need to read it\nCost = [|4m|] } }",
        TestName = "A number in a table")]
    [TestCase("new Tile { Id = 2, \n// would need to read it\nHazard = [|Hazard.Rift|] }", TestName = "Not in a table")]
    public Task What_a_table_does_not_excuse(string made) => Flags(Shop.Beside(Tiles + """
        public class Board { private int _asked; public object All() { _asked++; return MADE; } }
        """.Replace("MADE", made)));

    [Test]
    public Task A_result_without_data_that_says_so_itself() => Allows(Shop.Beside("""
        public class Page { public Page(string note) => Note = note; public string Note { get; } public string[] Data { get; set; } = new string[0]; }
        public class Finder { public Task<Page> FindAsync(int id) => Task.FromResult(new Page("Not implemented") { Data = new string[0] }); }
        """));

    [Test]
    public Task A_result_with_data_beside_what_it_says() => Flags(Shop.Beside("""
        public class Page { public Page(string note) => Note = note; public string Note { get; } public int Count { get; set; } }
        public class Finder { public Task<Page> FindAsync(int id) => [|Task.FromResult(new Page("Not implemented") { Count = 3 })|]; }
        """));
}
