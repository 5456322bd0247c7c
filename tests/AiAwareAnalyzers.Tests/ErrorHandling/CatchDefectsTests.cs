using AiAwareAnalyzers.ErrorHandling;
using AiAwareAnalyzers.Tests.Cases;
using FsCheck;
using FsCheck.Fluent;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

/// <summary>One catch, one report, in the order of the ladder.</summary>
public sealed class CatchDefectsTests
{
    private static readonly string[] Names =
        ["GetAsync", "SaveAsync", "TryGetAsync", "RunAsync", "CloseAsync", "OnChangedAsync"];
    private static readonly string[] Attempts =
    [
        "await _store.AllAsync();", "await _store.LoadAsync(token);", "File.ReadAllText(\"orders\");",
        "int.Parse(\"1\");"
    ];
    private static readonly string[] Clauses =
    [
        "catch",
        "catch (Exception ex)",
        "catch (Exception ex) when (ex is not OperationCanceledException)",
        "catch (HttpRequestException ex)"
    ];
    private static readonly string[] Logs =
        ["", "_log.LogError(\"no\");", "_log.LogError(\"no\"); _log.LogWarning(\"no\");"];
    private static readonly string[] Ends =
        ["", "return null;", "throw;", "throw new InvalidOperationException(\"no\");", "return new List<Order>();"];

    private static readonly Rule[] Rules =
    [
        new SilentWriteFailure(),
        new FailureBecomesValue(),
        new MissingInnerException(),
        new SwallowedCancellation(),
        new LogWithoutException(),
        new EmptyCatch(),
        new BlanketSwallowing(),
        new CollapsedResult(),
    ];

    private static readonly Arbitrary<string> Methods = (
        from name in Gen.Elements(Names)
        from attempt in Gen.Elements(Attempts)
        from clause in Gen.Elements(Clauses)
        from log in Gen.Elements(Logs)
        from end in Gen.Elements(Ends)
        select $"public async Task<List<Order>?> {name}(CancellationToken token) {{ "
            + $"try {{ {attempt} }} {clause} {{ {log} {end} }} return null; }}")
            .ToArbitrary();

    [Test]
    public void Whatever_a_catch_does_it_gets_at_most_one_report() =>
        Prop.ForAll(Methods, method => Reports(method).Result.Length <= 1).QuickCheckThrowOnFailure();

    [Test]
    public void Whatever_a_catch_hides_its_repair_compiles_and_hides_nothing() =>
        Prop.ForAll(Methods, method => IsRepaired<FailureBecomesValue, FailureBecomesValueFix>(method).Result
            && IsRepaired<SilentWriteFailure, SilentWriteFailureFix>(method).Result)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [TestCase("SaveAsync", "return null;", "AIA0503", TestName = "A lost change is graver than a value")]
    [TestCase("GetAsync", "return null;", "AIA0501", TestName = "A value is graver than a swallowed cancellation")]
    [TestCase(
        "GetAsync",
        "throw new InvalidOperationException();",
        "AIA0506",
        TestName = "A lost cause is graver than a swallowed cancellation")]
    [TestCase(
        "TryGetAsync",
        "_log.LogError(\"no\"); return null;",
        "AIA0507",
        TestName = "A cancellation that nobody takes for something else leaves the log without its exception")]
    public async Task The_gravest_is_reported(string name, string handler, string id) =>
        Assert.That(
            await Reports($"public async Task<List<Order>?> {name}(CancellationToken token) {{ try {{ return await "
                + $"_store.LoadAsync(token); }} catch (Exception) {{ {handler} }} }}"),
            Is.EqualTo(new[] { id }));

    [Test]
    public async Task A_habit_of_a_type_absorbs_all_that_its_catches_could_be_reported_for()
    {
        var methods = Enumerable.Range(0, 3).Select(number =>
            $"public async Task<List<Order>?> Get{number}(CancellationToken token) {{ try {{ return await "
            + $"_store.LoadAsync(token); }} catch (Exception ex) {{ _log.LogError(ex.Message); return null; }} }}");
        Assert.That(await Reports(string.Join('\n', methods)), Is.EqualTo(new[] { "AIA0502" }));
    }

    private static async Task<bool> IsRepaired<TRule, TFix>(string members)
        where TRule : Rule, new()
        where TFix : Fix, new()
    {
        var workshop = new Workshop(new Setting(References.Net10));
        var document = await workshop.DocumentOf(("/0/Orders.cs", Shop.With(members)));
        var repaired =
            await workshop.DocumentOf(("/0/Orders.cs", await Workshop.Repair(new TRule(), new TFix(), document)));
        return (await Workshop.Errors(repaired.Project)).IsEmpty
            && (await Workshop.Findings(repaired.Project, new TRule())).IsEmpty;
    }

    private static async Task<string[]> Reports(string members)
    {
        var workshop = new Workshop(new Setting(References.Net10));
        var document = await workshop.DocumentOf(("/0/Orders.cs", Shop.With(members)));
        return [.. (await Workshop.Findings(document.Project, Rules)).Select(finding => finding.Id)];
    }
}
