namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>One expectation of a rule on one piece of code.</summary>
internal record RuleCase<TRule>(Setting Setting)
    where TRule : Rule, new()
{
    public RuleCase<TRule> WithOption(string key, string value) =>
        this with { Setting = Setting with { Options = Setting.Options.Add((key, value)) } };

    public RuleCase<TRule> WithReferences(ReferenceAssemblies references) => this with { Setting = Setting with { References = references } };

    public RuleCase<TRule> WithFile(string path, string text) =>
        this with { Setting = Setting with { OtherFiles = Setting.OtherFiles.Add((path, text)) } };

    public RuleCase<TRule> WithAdditionalFile(string path, string text) =>
        this with { Setting = Setting with { AdditionalFiles = Setting.AdditionalFiles.Add((path, text)) } };

    /// <summary>The path of the code under test, for rules and options that look at it.</summary>
    public RuleCase<TRule> At(string path) => this with { Setting = Setting with { Path = path } };

    public RuleCase<TRule> InLanguage(LanguageVersion version) => this with { Setting = Setting with { Language = version } };

    /// <summary>For rules about code that does not compile: its errors need no marks.</summary>
    public RuleCase<TRule> ThatNeedNotCompile() => this with { Setting = Setting with { CompilerErrorsAllowed = true } };

    public Task Flags(string code)
    {
        Assert.That(Markup.CountFindings(code), Is.Positive, "code that is flagged marks the places");
        return Run(code);
    }

    public Task Allows(string code)
    {
        Assert.That(Markup.CountFindings(code), Is.Zero, "code that is allowed marks no place");
        return Run(code);
    }

    public Task Says(string code, params string[] messages)
    {
        Assert.That(messages, Is.Not.Empty.And.Length.EqualTo(Markup.CountFindings(code)), "one message a mark");
        return Run(Markup.Number(code), [.. messages.Select((message, number) => Expected(number).WithMessage(message))]);
    }

    public Task Suggests(string code) => Run(Markup.Number(code), Suggestions(code));

    /// <summary>Findings without a place, as those about configuration.</summary>
    public Task Reports(string code, params string[] ids) =>
        Run(code, [.. ids.Select(id => new DiagnosticResult(id, DiagnosticSeverity.Warning))]);

    private Task Run(string code, params DiagnosticResult[] expected)
    {
        var test = new RuleTest<TRule>(Setting, code);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>One finding a mark, lowered by the rule that usually warns.</summary>
    private protected static DiagnosticResult[] Suggestions(string code)
    {
        var places = Markup.CountFindings(code);
        Assert.That(places, Is.Positive, "code that is flagged marks the places");
        var id = new TRule().SupportedDiagnostics[0].Id;
        return [.. Enumerable.Range(0, places).Select(number => new DiagnosticResult(id, DiagnosticSeverity.Info).WithLocation(number))];
    }

    private static DiagnosticResult Expected(int number) =>
        new DiagnosticResult(new TRule().SupportedDiagnostics[0]).WithLocation(number);
}
