using AiAwareAnalyzers.Wiring;

namespace AiAwareAnalyzers.Tests.Wiring;

public sealed class AppendedDefaultsTests : RuleTests<AppendedDefaults>
{
    private const string Configured = "services.Configure<Mail>(configuration.GetSection(\"Mail\"));";

    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase("List<string> Hosts { get; set; } = [|new() { \"a\" }|];", TestName = "A list")]
    [TestCase("List<string> Hosts { get; } = [|new List<string> { \"a\", \"b\" }|];", TestName = "A list that stays")]
    [TestCase("string[] Hosts { get; set; } = [|{ \"a\" }|];", TestName = "An array")]
    [TestCase("int[] Ports { get; set; } = [|new[] { 25 }|];", TestName = "An array of numbers")]
    [TestCase("IEnumerable<string> Hosts { get; set; } = [|new[] { \"a\" }|];", TestName = "A sequence")]
    [TestCase("IReadOnlyList<int> Ports { get; set; } = [|new List<int> { 1 }|];", TestName = "A list to read")]
    [TestCase("ISet<string> Hosts { get; set; } = [|new HashSet<string> { \"a\" }|];", TestName = "A set")]
    [TestCase("ICollection<Peer> Peers { get; init; } = [|new List<Peer> { new() }|];", TestName = "A list of objects")]
    public Task Defaults_that_stay(string property) => Flags(Program(Configured, property));

    [CSharp(12)]
    public Task A_collection_expression() =>
        Flags(Program(Configured, "List<string> Hosts { get; set; } = [|[\"a\", \"b\"]|];"));

    [TestCase("services.AddOptions<Mail>().Bind(configuration.GetSection(\"Mail\"));", TestName = "A builder")]
    [TestCase("services.AddOptions<Mail>().BindConfiguration(\"Mail\");", TestName = "A builder with a path")]
    [TestCase("services.AddSingleton(configuration.GetSection(\"Mail\").Get<Mail>()!);", TestName = "Read at once")]
    [TestCase("var mail = new Mail(); configuration.GetSection(\"Mail\").Bind(mail);", TestName = "An object")]
    [TestCase("var mail = new Mail(); configuration.Bind(\"Mail\", mail);", TestName = "An object by a key")]
    [TestCase(
        "services.Configure<Mail>(\"main\", configuration.GetSection(\"Mail\"));", TestName = "Options with a name")]
    [TestCase("services.Configure<App>(configuration);", TestName = "In a type of a property")]
    [TestCase("services.Configure<Special>(configuration);", TestName = "In a base class")]
    public Task Ways_to_bind(string binding) =>
        Flags(Program(binding, "List<string> Hosts { get; set; } = [|new() { \"a\" }|];"));

    [Test]
    public Task The_message_names_the_list() => Says(
        Program(Configured, "List<string> Hosts { get; set; } = [|new() { \"a\" }|];"),
        "Configuration is added to what 'Mail.Hosts' starts with: a setting can lengthen the list and never shorten "
        + "it, and a default that is set again stands in it twice; start empty, and fill in the defaults with "
        + "'PostConfigure' where no setting gave any");

    [TestCase("List<string> Hosts { get; set; } = new();", TestName = "An empty list")]
    [TestCase("string[] Hosts { get; set; } = { };", TestName = "An empty array")]
    [TestCase("string[] Hosts { get; set; } = Array.Empty<string>();", TestName = "An empty array of the framework")]
    [TestCase("List<string> Hosts { get; set; } = new(capacity: 4);", TestName = "Room for some")]
    [TestCase("List<string>? Hosts { get; set; }", TestName = "Nothing")]
    [TestCase("string Host { get; set; } = \"a\";", TestName = "A text")]
    [TestCase(
        "Dictionary<string, int> Ports { get; set; } = new() { [\"a\"] = 1 };",
        TestName = "A dictionary, whose values are replaced")]
    [TestCase("List<string> AdditionalHosts { get; set; } = new() { \"a\" };", TestName = "A list that grows by name")]
    [TestCase("static List<string> Hosts { get; set; } = new() { \"a\" };", TestName = "No property of an object")]
    [TestCase("List<string> Hosts => new() { \"a\" };", TestName = "A property that is computed")]
    [TestCase("Peer First { get; set; } = new() { Name = \"a\" };", TestName = "An object with values")]
    public Task What_can_be_set(string property) => Allows(Program(Configured, property));

    [Test]
    public Task A_comment_that_says_that_it_grows() => Allows(Program(
        Configured,
        """
        int Port { get; set; }

        /// <summary>Always allowed; those of the settings are added.</summary>
        public List<string> Hosts { get; set; } = new() { "a" };
        """));

    [TestCase("services.Configure<Mail>(mail => mail.Port = 25);", TestName = "Set by code")]
    [TestCase("services.AddSingleton(new Mail());", TestName = "Made by hand")]
    [TestCase("services.Configure<Peer>(configuration.GetSection(\"Peer\"));", TestName = "Another type")]
    [TestCase("var mail = Get<Mail>();", TestName = "Another method of the name")]
    public Task What_nothing_binds(string binding) => Allows(Program(
        binding, "List<string> Hosts { get; set; } = new() { \"a\" }; public int Port { get; set; }"));

    [Test]
    public Task A_private_list() => Allows(Program(
        Configured, "int Port { get; set; } private List<string> Hosts { get; set; } = new() { \"a\" };"));

    private static string Program(string binding, string property) => $$"""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public static class Setup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) { {{binding}} }

            private static T Get<T>() where T : new() => new();
        }

        public class Peer { public string Name { get; set; } = ""; }

        public class App { public Mail Mail { get; set; } = new(); }

        public class Special : Mail { }

        public class Mail
        {
            public {{property}}
        }
        """;
}
