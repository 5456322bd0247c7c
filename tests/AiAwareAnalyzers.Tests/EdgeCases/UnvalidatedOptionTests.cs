using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class UnvalidatedOptionTests : RuleTests<UnvalidatedOption>
{
    private const string Bound = "services.Configure<JobOptions>(configuration.GetSection(\"Job\"));";

    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase("using var timer = new PeriodicTimer(TimeSpan.FromMinutes([|settings.Minutes|]));",
        TestName = "The period of a timer")]
    [TestCase("using var timer = new PeriodicTimer([|settings.Pause|]);", TestName = "A period that is a time")]
    [TestCase(
        "while (!token.IsCancellationRequested) await Task.Delay(TimeSpan.FromSeconds([|settings.Minutes|]), token);",
        TestName = "The pause of a loop")]
    [TestCase("while (!token.IsCancellationRequested) { try { Work(); } catch (Exception) { Work(); } "
        + "await Task.Delay([|settings.Minutes|], token); }", TestName = "The pause of a loop that catches")]
    [TestCase("using var gate = new SemaphoreSlim([|settings.Size|]);", TestName = "A semaphore")]
    [TestCase("using var gate = new SemaphoreSlim([|settings.Size|], settings.Size);",
        TestName = "A semaphore that is named twice")]
    [TestCase("using var source = new CancellationTokenSource(TimeSpan.FromSeconds([|settings.Size|]));",
        TestName = "A timeout")]
    [TestCase("using var source = new CancellationTokenSource(); source.CancelAfter([|settings.Size|]);",
        TestName = "A timeout that is set later")]
    [TestCase("foreach (var part in items.Chunk([|settings.Size|])) Work();", TestName = "The size of a part")]
    [TestCase("client.BaseAddress = new Uri([|settings.Url|]);", TestName = "An address that starts empty")]
    [TestCase("client.BaseAddress = new Uri([|settings.Maybe|]!);", TestName = "An address that may be null")]
    [TestCase("client.Timeout = TimeSpan.FromSeconds([|settings.Minutes|]);", TestName = "The timeout of a client")]
    [TestCase("Work(new DateTime(2030, 1, 1, [|settings.Hour|], 0, 0));", TestName = "An hour")]
    [TestCase("Work(new DateTime(now.Year, now.Month, now.Day, [|settings.Hour|], 0, 0));",
        TestName = "An hour of today")]
    [TestCase("Work(new TimeOnly([|settings.Hour|], 0));", TestName = "An hour of a day")]
    [TestCase("Work(new DateOnly(2030, 1, [|settings.Hour|]));", TestName = "A day of a month")]
    [TestCase("Work(items.Length / [|settings.Size|]);", TestName = "A divisor")]
    [TestCase("Work(items.Length % [|settings.Size|] == 0);", TestName = "A remainder")]
    [TestCase("for (var i = 0; i < items.Length; i += [|settings.Size|]) Work();", TestName = "The step of a loop")]
    [TestCase("var rest = items.Length; rest /= [|settings.Size|]; Work(rest);", TestName = "A divisor of a local")]
    [TestCase("var rest = items.Length; rest %= [|settings.Size|]; Work(rest);", TestName = "A remainder in a local")]
    [TestCase("if (items.Length * settings.Size > items.Length) Work(items.Chunk([|settings.Size|]));",
        TestName = "Compared with what nobody knows")]
    [TestCase("if (10 / [|settings.Size|] > 1) Work(items.Chunk(settings.Size));",
        TestName = "A quotient that is compared")]
    [TestCase("Work(new ParallelOptions { MaxDegreeOfParallelism = [|settings.Size|] });",
        TestName = "The degree of parallel work")]
    [TestCase("Work(System.Threading.Channels.Channel.CreateBounded<int>([|settings.Size|]));", TestName = "A channel")]
    [TestCase("Work(new System.Threading.Channels.BoundedChannelOptions([|settings.Size|]));",
        TestName = "The options of a channel")]
    [TestCase(
        "Microsoft.Extensions.Caching.Memory.IMemoryCache cache = null!; "
        + "Microsoft.Extensions.Caching.Memory.CacheExtensions.Set("
        + "cache, \"a\", 1, TimeSpan.FromMinutes([|settings.Minutes|]));",
        TestName = "An entry that is set")]
    [TestCase(
        "Work(new Microsoft.Extensions.Caching.Distributed.DistributedCacheEntryOptions "
        + "{ AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes([|settings.Minutes|]) });",
        TestName = "The time after which an entry is gone")]
    [TestCase(
        "Work(new Microsoft.Extensions.Caching.Memory.MemoryCacheEntryOptions "
        + "{ SlidingExpiration = TimeSpan.FromMinutes([|settings.Minutes|]) });",
        TestName = "The time that an entry is kept")]
    [TestCase("var expires = now.AddMinutes([|settings.Minutes|]); Work(expires);", TestName = "The end of a token")]
    [TestCase("var period = TimeSpan.FromMinutes([|settings.Minutes|]); using var timer = new PeriodicTimer(period);",
        TestName = "By way of a local")]
    [TestCase("using var timer = new PeriodicTimer(TimeSpan.FromMinutes([|settings.Inner.Minutes|]));",
        TestName = "An option inside")]
    public Task Options_that_are_used(string body) => Flags(Code(body));

    [TestCase("using var timer = new PeriodicTimer(TimeSpan.FromMinutes(settings.Often));", TestName = "A period")]
    [TestCase("using var timer = new PeriodicTimer(TimeSpan.FromMinutes(settings.Share));", TestName = "With decimals")]
    [TestCase("using var timer = new PeriodicTimer(settings.Rest);", TestName = "A time")]
    [TestCase("while (!token.IsCancellationRequested) await Task.Delay(settings.Often, token);", TestName = "A pause")]
    [TestCase("foreach (var part in items.Chunk(settings.Often)) Work();", TestName = "A part")]
    public Task Options_that_start_with_something_good(string body) => Allows(Code(body));

    [TestCase("using var gate = new SemaphoreSlim([|settings.Never|]);", TestName = "Zero")]
    [TestCase("foreach (var part in items.Chunk([|settings.Endless|])) Work();", TestName = "Less than zero")]
    [TestCase("using var timer = new PeriodicTimer([|settings.None|]);", TestName = "No time")]
    public Task Options_that_start_with_something_bad(string body) => Flags(Code(body));

    [TestCase("services.AddOptions<JobOptions>().Bind(configuration.GetSection(\"Job\"));", TestName = "Bound")]
    [TestCase("services.AddOptions<JobOptions>().BindConfiguration(\"Job\");", TestName = "Bound by a name")]
    [TestCase("services.AddOptions<JobOptions>().BindConfiguration(\"Job\").ValidateOnStart();",
        TestName = "A start that asks nothing")]
    [TestCase("services.AddOptions<JobOptions>().BindConfiguration(\"Job\").ValidateDataAnnotations();",
        TestName = "Attributes that are not there")]
    [TestCase("services.AddSingleton(configuration.GetSection(\"Job\").Get<JobOptions>()!);", TestName = "Got")]
    [TestCase("var made = new JobOptions(); configuration.GetSection(\"Job\").Bind(made);",
        TestName = "Bound to an object")]
    public Task Ways_to_bind(string binding) =>
        Flags(Code("using var gate = new SemaphoreSlim([|settings.Size|]);", binding));

    [Test]
    public Task An_option_is_named_once() => Flags(Code(
        "using var gate = new SemaphoreSlim([|settings.Size|]); Work(items.Chunk(settings.Size));",
        rest: "public void More() { using var gate = new SemaphoreSlim(settings.Size); }"));

    [Test]
    public Task Two_options_are_two_findings() => Flags(Code(
        "using var gate = new SemaphoreSlim([|settings.Size|]); "
        + "using var timer = new PeriodicTimer(TimeSpan.FromMinutes([|settings.Minutes|]));"));

    [Test]
    public Task A_field_that_is_given_the_option() => Flags(Code(
        "using var timer = new PeriodicTimer([|_period|]);",
        rest: "private readonly TimeSpan _period = TimeSpan.FromMinutes(options.Value.Minutes);"));

    [Test]
    public Task A_field_is_named_once() => Flags(Code(
        "using var timer = new PeriodicTimer([|_period|]);",
        rest: """
            private readonly TimeSpan _period = TimeSpan.FromMinutes(options.Value.Minutes);
            public void More() { using var timer = new PeriodicTimer(_period); }
            """));

    [Test]
    public Task A_rule_that_nothing_reads() => Flags(Code("Work(items.Chunk([|settings.Ruled|]));"));

    [Test]
    public Task The_message_says_where_it_ends() => Says(
        Code("using var timer = new PeriodicTimer(TimeSpan.FromMinutes([|settings.Minutes|]));"),
        "'JobOptions.Minutes' comes from configuration, and nothing checks it: 'PeriodicTimer' throws where it is 0 or "
        + "less, and the host stops; let '[Range]', 'ValidateDataAnnotations' and 'ValidateOnStart' name it when the "
        + "program starts");

    [Test]
    public Task The_message_says_which_method_fails() => Says(
        Code("", rest: "} public class Other(JobOptions settings) { public Uri Find() => new([|settings.Url|]);"),
        "'JobOptions.Url' comes from configuration, and nothing checks it: 'new Uri' throws where it is missing, and "
        + "'Find' fails; let '[Required]', 'ValidateDataAnnotations' and 'ValidateOnStart' name it when the program "
        + "starts");

    [Test]
    public Task The_message_says_what_no_exception_tells() => Says(
        Code("while (!token.IsCancellationRequested) await Task.Delay([|settings.Minutes|], token);"),
        "'JobOptions.Minutes' comes from configuration, and nothing checks it: the loop runs without a pause where it "
        + "is 0; let '[Range]', 'ValidateDataAnnotations' and 'ValidateOnStart' name it when the program starts");

    [Test]
    public Task The_message_says_that_a_rule_is_not_read() => Says(
        Code("Work(items.Chunk([|settings.Ruled|]));"),
        "'JobOptions.Ruled' comes from configuration, and nothing checks it: 'Chunk' throws where it is 0 or less, and "
        + "the host stops; let 'ValidateDataAnnotations' and 'ValidateOnStart' read its rule, which nothing reads");

    [Test]
    public Task The_message_says_what_is_read_already() => Says(
        Code(
            "try { Work(items.Chunk([|settings.Size|])); } catch (Exception) { Work(); }",
            "services.AddOptions<JobOptions>().BindConfiguration(\"Job\").ValidateDataAnnotations();"),
        "'JobOptions.Size' comes from configuration, and nothing checks it: 'Chunk' throws where it is 0 or less; give "
        + "it '[Range]', which 'ValidateDataAnnotations' then reads");

    [TestCase("Work(items.Length / [|settings.Size|]);", "DivideByZeroException", "the division throws where it is 0",
        TestName = "Nothing ends where a division is caught")]
    [TestCase("Work(items.Chunk([|settings.Size|]));", "ArgumentOutOfRangeException",
        "'Chunk' throws where it is 0 or less", TestName = "Nothing ends where an argument is caught")]
    public Task The_message_says_nothing_of_an_end(string use, string caught, string harm) => Says(
        Code($"try {{ {use} }} catch ({caught}) {{ Work(); }}"),
        $"'JobOptions.Size' comes from configuration, and nothing checks it: {harm}; let '[Range]', "
        + "'ValidateDataAnnotations' and 'ValidateOnStart' name it when the program starts");

    [Test]
    public Task The_message_says_that_another_catch_does_not_help() => Says(
        Code("try { Work(items.Length / [|settings.Size|]); } catch (ArgumentException) { Work(); }"),
        "'JobOptions.Size' comes from configuration, and nothing checks it: the division throws where it is 0, and the "
        + "host stops; let '[Range]', 'ValidateDataAnnotations' and 'ValidateOnStart' name it when the program starts");

    [Test]
    public Task The_message_says_what_is_over() => Says(
        Code("var expires = now.AddMinutes([|settings.Minutes|]); Work(expires);"),
        "'JobOptions.Minutes' comes from configuration, and nothing checks it: 'expires' has passed at once where it "
        + "is 0; let '[Range]', 'ValidateDataAnnotations' and 'ValidateOnStart' name it when the program starts");

    [TestCase("using var timer = new PeriodicTimer(TimeSpan.FromMinutes(Math.Max(1, settings.Minutes)));",
        TestName = "Brought into a range")]
    [TestCase("using var timer = new PeriodicTimer(TimeSpan.FromMinutes(Math.Clamp(settings.Minutes, 1, 60)));",
        TestName = "Clamped")]
    [TestCase("if (settings.Size * 60 <= 0) return; Work(items.Chunk(settings.Size));",
        TestName = "A product that is compared")]
    [TestCase("if (settings.Size - 1 < 0) return; Work(items.Chunk(settings.Size));",
        TestName = "A difference that is compared")]
    [TestCase("var sum = 0; for (var i = 0; i < 3; i++) sum += settings.Size; Work(sum);",
        TestName = "The body of a loop without braces")]
    [TestCase("var rest = 1.5; rest /= settings.Factor; Work(rest);", TestName = "A quotient that does not throw")]
    [TestCase("if (settings.Size <= 0) return; foreach (var part in items.Chunk(settings.Size)) Work();",
        TestName = "Compared before")]
    [TestCase("foreach (var part in items.Chunk(settings.Size > 0 ? settings.Size : 10)) Work();",
        TestName = "A value instead")]
    [TestCase("if (settings is not { Size: > 0 }) return; foreach (var part in items.Chunk(settings.Size)) Work();",
        TestName = "A pattern before")]
    [TestCase("ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.Size); Work(items.Chunk(settings.Size));",
        TestName = "A guard before")]
    [TestCase("if (settings.Pause <= TimeSpan.Zero) return; using var timer = new PeriodicTimer(settings.Pause);",
        TestName = "A time that is compared")]
    [TestCase("var size = settings.Size; if (size < 1) size = 1; Work(items.Chunk(size));",
        TestName = "A local that is compared")]
    [TestCase("client.BaseAddress = new Uri(settings.Known);", TestName = "An address with a default")]
    [TestCase("client.BaseAddress = new Uri(settings.Url ?? \"https://example.org\");",
        TestName = "An address instead")]
    [TestCase("if (string.IsNullOrEmpty(settings.Url)) return; client.BaseAddress = new Uri(settings.Url);",
        TestName = "An address that was asked for")]
    [TestCase("if (Uri.TryCreate(settings.Url, UriKind.Absolute, out _)) client.BaseAddress = new Uri(settings.Url);",
        TestName = "An address that was tried")]
    [TestCase("try { Work(); } catch (TimeoutException) { await Task.Delay(settings.Minutes, token); }",
        TestName = "A pause before the only retry")]
    [TestCase("while (!token.IsCancellationRequested) try { Work(); } catch (Exception) "
        + "{ await Task.Delay(settings.Minutes, token); }", TestName = "A pause after a failure")]
    [TestCase("using var source = new CancellationTokenSource(TimeSpan.FromSeconds(settings.Often));",
        TestName = "A timeout with a default")]
    [TestCase("Work(TimeSpan.FromMinutes(settings.Minutes));", TestName = "A time that goes elsewhere")]
    [TestCase("Work(now.AddMinutes(settings.Minutes));", TestName = "A time that is added")]
    [TestCase("Work(items.Take(settings.Size));", TestName = "Nothing is as good as all")]
    [TestCase("Work(1.5 / settings.Factor);", TestName = "A division that does not throw")]
    [TestCase("Work(items.Chunk(settings.Corrected));", TestName = "A setter that corrects")]
    [TestCase("Work(items.Chunk(own.Size));", TestName = "Settings that are not bound")]
    [TestCase("Work(items.Chunk(10));", TestName = "A constant")]
    public Task Options_that_do_no_harm(string body) => Allows(Code(body));

    [TestCase("services.AddOptions<JobOptions>().BindConfiguration(\"Job\").Validate(job => job.Size != 7);",
        TestName = "Validated")]
    [TestCase(Bound + " services.AddSingleton<IValidateOptions<JobOptions>, JobRules>();", TestName = "By a validator")]
    [TestCase(Bound + " services.PostConfigure<JobOptions>(job => job.Size = 5);", TestName = "Corrected later")]
    [TestCase("services.Configure<JobOptions>(job => job.Size = 5);", TestName = "Set by the program")]
    public Task Ways_to_make_sure(string binding) => Allows(Code("Work(items.Chunk(settings.Size));", binding));

    [Test]
    public Task A_rule_that_is_read() => Allows(Code(
        "Work(items.Chunk(settings.Ruled));",
        "services.AddOptions<JobOptions>().BindConfiguration(\"Job\").ValidateDataAnnotations();"));

    [Test]
    public Task Options_that_check_themselves() => Allows(Code(
        "Work(items.Chunk(settings.Size));", members: "public void Validate() { }"));

    [Test]
    public Task A_look_in_another_method() => Allows(Code(
        "Work(items.Chunk(settings.Size));", rest: "public bool IsReady => settings.Size > 0;"));

    [Test]
    public Task A_field_that_is_given_something_else() => Allows(Code(
        "using var timer = new PeriodicTimer(_period);",
        rest: """
            private readonly TimeSpan _period = TimeSpan.FromMinutes(options.Value.Minutes);
            public Job(int minutes) : this(null!, null!, null!) => _period = TimeSpan.FromMinutes(minutes);
            """));

    [Test]
    public Task A_local_that_starts_as_itself() =>
        Allows(Code("TimeSpan period = {|CS0165:period|}; using var timer = new PeriodicTimer(period);"));

    private static string Code(string body, string binding = Bound, string rest = "", string members = "") => $$"""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Options;
        public class JobOptions
        {
            public int Minutes { get; set; }
            public TimeSpan Pause { get; set; }
            public int Size { get; set; }
            public int Hour { get; set; }
            public int Often { get; set; } = 5;
            public double Share { get; set; } = 0.5;
            public TimeSpan Rest { get; set; } = TimeSpan.FromSeconds(30);
            public int Never { get; set; } = 0;
            public int Endless { get; set; } = -1;
            public TimeSpan None { get; set; } = TimeSpan.FromSeconds(0);
            public double Factor { get; set; }
            public string Url { get; set; } = "";
            public string? Maybe { get; set; }
            public string Known { get; set; } = "https://example.org";
            [Range(1, 100)] public int Ruled { get; set; } = 10;
            public int Corrected { get => _corrected; set => _corrected = Math.Max(1, value); }
            public InnerOptions Inner { get; set; } = new();
            private int _corrected = 1;
            {{members}}
        }
        public class InnerOptions { public int Minutes { get; set; } }
        public class OwnOptions { public int Size { get; set; } }
        public class JobRules : IValidateOptions<{{(binding.Contains("JobRules") ? "JobOptions" : "OwnOptions")}}>
        {
            public ValidateOptionsResult Validate(
                string? name, {{(binding.Contains("JobRules") ? "JobOptions" : "OwnOptions")}} options) =>
                ValidateOptionsResult.Success;
        }
        public static class Setup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration)
            {
                {{binding}}
            }
        }
        public class Job(IOptions<JobOptions> options, HttpClient client, OwnOptions own) : BackgroundService
        {
            private readonly JobOptions settings = options.Value;
            protected override async Task ExecuteAsync(CancellationToken token)
            {
                await Task.Yield();
                var items = new int[3];
                var now = DateTime.UtcNow;
                {{body}}
            }
            private void Work(params object[] values) { GC.KeepAlive(client); GC.KeepAlive(own); }
            {{rest}}
        }
        """;


    [TestCase("services.AddOptions<MailOptions>().BindConfiguration(\"Mail\").[|ValidateOnStart|]();",
        TestName = "A chain that binds")]
    [TestCase("services.AddOptions<MailOptions>().[|ValidateOnStart|]();", TestName = "A chain of nothing else")]
    [TestCase("var mail = services.AddOptions<MailOptions>(); mail.Bind(section); mail.[|ValidateOnStart|]();",
        TestName = "A builder in a local")]
    [TestCase("services.[|AddOptionsWithValidateOnStart|]<MailOptions>().Bind(section);", TestName = "All in one")]
    [TestCase("services.AddOptions<MailOptions>(\"b\").Configure(m => m.Port = 5).[|ValidateOnStart|]();",
        TestName = "A name and a value")]
    [TestCase("services.AddOptions<RuledOptions>().Bind(section).[|ValidateOnStart|]();",
        TestName = "Rules that nothing reads")]
    [TestCase("services.AddOptions<MailOptions>().[|ValidateOnStart|](); "
        + "services.AddOptions<RuledOptions>().ValidateDataAnnotations();", TestName = "Others are checked")]
    public Task A_start_that_checks_nothing(string setup) => Flags(Setup(setup));

    [TestCase("services.AddOptions<MailOptions>().Validate(m => m.Port > 0).ValidateOnStart();", TestName = "A lambda")]
    [TestCase("services.AddOptions<MailOptions>().Validate(m => m.Port > 0); "
        + "services.AddOptions<MailOptions>().Bind(section).ValidateOnStart();", TestName = "A lambda elsewhere")]
    [TestCase("services.AddOptions<RuledOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();",
        TestName = "Rules that are read")]
    [TestCase("services.AddOptions<SourcedOptions>().Bind(section).ValidateOnStart();", TestName = "A validator")]
    [TestCase("services.AddOptionsWithValidateOnStart<MailOptions, AnyRules>();", TestName = "A validator at once")]
    [TestCase("services.AddOptions<MailOptions>().ValidateFluently().ValidateOnStart();",
        TestName = "An extension that validates")]
    [TestCase("services.AddOptions<MailOptions>().Guarded().ValidateOnStart();", TestName = "An extension of its own")]
    [TestCase("services.AddOptions<MailOptions>().Bind(section, o => o.ErrorOnUnknownConfiguration = true)"
        + ".ValidateOnStart();", TestName = "A binder that refuses")]
    [TestCase("services.AddOptions<MailOptions>().Configure(m => { if (m.Port < 1) throw new FormatException(); })"
        + ".ValidateOnStart();", TestName = "A lambda that throws")]
    [TestCase("services.AddOptions<StrictOptions>().Bind(section).ValidateOnStart();", TestName = "A setter that asks")]
    [TestCase("services.AddOptions<MailOptions>().Bind(section);", TestName = "No start is spoken of")]
    [TestCase("services.AddOptions<HostOptions>().ValidateOnStart();", TestName = "Options of a library")]
    [TestCase("Add<MailOptions>(services); static void Add<T>(IServiceCollection s) where T : class => "
        + "s.AddOptions<T>().ValidateOnStart();", TestName = "Options of any type")]
    [TestCase("Own.ValidateOnStart();", TestName = "A method of the same name")]
    public Task A_start_that_checks_something(string setup) => Allows(Setup(setup));

    [Test]
    public Task A_validator_of_whatever_options() => Allows(Setup(
        "services.AddOptions<MailOptions>().Bind(section).ValidateOnStart();", """
        public class OpenRules<T> : IValidateOptions<T> where T : class
        {
            public ValidateOptionsResult Validate(string? name, T options) => ValidateOptionsResult.Success;
        }
        """));

    [Test]
    public async Task The_message_names_the_options()
    {
        await Says(
            Setup("services.AddOptions<MailOptions>().[|ValidateOnStart|]();"),
            "'ValidateOnStart' checks nothing of 'MailOptions': no 'Validate', rule or 'IValidateOptions' looks at it; "
            + "add 'Validate', or rules and 'ValidateDataAnnotations'");
        await Says(
            Setup("services.AddOptions<RuledOptions>().[|ValidateOnStart|]();"),
            "'ValidateOnStart' checks nothing of 'RuledOptions': nothing reads its rules; call "
            + "'ValidateDataAnnotations' before it");
    }

    private static string Setup(string setup, string types = "") => $$"""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Options;
        public class MailOptions { public string Host { get; set; } = ""; public int Port { get; set; } }
        public class RuledOptions { [Required] public string Host { get; set; } = ""; }
        public class SourcedOptions { public string Host { get; set; } = ""; }
        public class StrictOptions
        {
            private int _port;
            public int Port { get => _port; set => _port = value > 0 ? value : throw new FormatException(); }
        }
        public class SourcedRules : IValidateOptions<SourcedOptions>
        {
            public ValidateOptionsResult Validate(string? name, SourcedOptions options) => ValidateOptionsResult.Success;
        }
        {{(setup.Contains("AnyRules") ? """
        public class AnyRules : IValidateOptions<MailOptions>
        {
            public ValidateOptionsResult Validate(string? name, MailOptions options) => ValidateOptionsResult.Success;
        }
        """ : "")}}
        public static class Own
        {
            public static void ValidateOnStart() { }
            public static OptionsBuilder<T> ValidateFluently<T>(this OptionsBuilder<T> builder) where T : class => builder;
            public static OptionsBuilder<T> Guarded<T>(this OptionsBuilder<T> builder) where T : class => builder;
            public static void Setup(IServiceCollection services, IConfigurationSection section)
            {
                {{setup}}
            }
        }
        {{types}}
        """;
}
