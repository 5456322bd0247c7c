namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>One expectation of a rule on one piece of code.</summary>
internal record RuleCase<TRule>(Setting Setting)
    where TRule : Rule, new()
{
    private const string Anything = "class Anything { }";

    public RuleCase<TRule> WithOption(string key, string value) =>
        this with { Setting = Setting with { Options = Setting.Options.Add((key, value)) } };

    /// <summary>The options stand in a section of <c>.editorconfig</c> for these files only.</summary>
    public RuleCase<TRule> ForFiles(string section) => this with { Setting = Setting with { OptionSection = section } };

    public RuleCase<TRule> WithReferences(ReferenceSet references) =>
        this with { Setting = Setting with { References = references } };

    public RuleCase<TRule> WithFile(string path, string text) =>
        this with { Setting = Setting with { OtherFiles = Setting.OtherFiles.Add((path, text)) } };

    public RuleCase<TRule> WithAdditionalFile(string path, string text) =>
        this with { Setting = Setting with { AdditionalFiles = Setting.AdditionalFiles.Add((path, text)) } };

    /// <summary>
    /// A file that the targets of the package hand over: settings, a project file, resolved packages.
    /// </summary>
    public RuleCase<TRule> WithHandedFile(string path, string text) =>
        this with
        {
            Setting = Setting with { Handed = Setting.Handed with { Files = Setting.Handed.Files.Add((path, text)) } }
        };

    /// <summary>A property of the project that the compiler may ask for.</summary>
    public RuleCase<TRule> WithProperty(string name, string value) =>
        this with
        {
            Setting = Setting with
            {
                Handed = Setting.Handed with { Properties = Setting.Handed.Properties.Add((name, value)) }
            }
        };

    /// <summary>The path of the code under test, for rules and options that look at it.</summary>
    public RuleCase<TRule> At(string path) => this with { Setting = Setting with { Path = path } };

    public RuleCase<TRule> InLanguage(LanguageVersion version) =>
        this with { Setting = Setting with { Language = version } };

    /// <summary>For rules about code that does not compile: its errors need no marks.</summary>
    public RuleCase<TRule> ThatNeedNotCompile() =>
        this with { Setting = Setting with { CompilerErrorsAllowed = true } };

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
        return Run(
            Markup.Number(code), [.. messages.Select((message, number) => Expected(number).WithMessage(message))]);
    }

    public Task Suggests(string code) => Run(Markup.Number(code), Suggestions(code));

    /// <summary>A suggestion that the rule raises to a warning at the marked places.</summary>
    public Task Warns(string code) => Run(
        Markup.Number(code),
        [.. Suggestions(code).Select(static finding => finding.WithSeverity(DiagnosticSeverity.Warning))]);

    /// <summary>As <see cref="Says"/>, of findings that are lowered to suggestions.</summary>
    public Task Hints(string code, string message) =>
        Run(Markup.Number(code), [.. Suggestions(code).Select(finding => finding.WithMessage(message))]);

    /// <summary>Findings without a place, as those about configuration.</summary>
    public Task Reports(string code, params string[] ids) =>
        Run(code, [.. ids.Select(id => new DiagnosticResult(id, DiagnosticSeverity.Warning))]);

    /// <summary>As <see cref="Flags"/>, where a handed file is under test and no code.</summary>
    public Task FlagsFile(string path, string text)
    {
        Assert.That(Markup.CountFindings(text), Is.Positive, "a file that is flagged marks the places");
        return WithHandedFile(path, text).Run(Anything);
    }

    /// <summary>As <see cref="Suggests"/>, where a handed file is under test and no code.</summary>
    public Task SuggestsFile(string path, string text) =>
        WithHandedFile(path, Markup.Number(text)).Run(Anything, Suggestions(text));

    /// <summary>As <see cref="Allows"/>, where a handed file is under test and no code.</summary>
    public Task AllowsFile(string path, string text)
    {
        Assert.That(Markup.CountFindings(text), Is.Zero, "a file that is allowed marks no place");
        return WithHandedFile(path, text).Run(Anything);
    }

    /// <summary>As <see cref="Says"/>, where a handed file is under test and no code.</summary>
    public Task SaysOfFile(string path, string text, params string[] messages)
    {
        Assert.That(messages, Is.Not.Empty.And.Length.EqualTo(Markup.CountFindings(text)), "one message a mark");
        return WithHandedFile(path, Markup.Number(text))
            .Run(Anything, [.. messages.Select((message, number) => Expected(number).WithMessage(message))]);
    }

    private Task Run(string code, params DiagnosticResult[] expected)
    {
        var test = new RuleTest<TRule, EmptyCodeFixProvider>(Setting, code);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>One finding a mark, lowered by the rule that usually warns.</summary>
    private protected static DiagnosticResult[] Suggestions(string code)
    {
        var places = Markup.CountFindings(code);
        Assert.That(places, Is.Positive, "code that is flagged marks the places");
        var id = new TRule().SupportedDiagnostics[0].Id;
        return [.. Enumerable.Range(0, places)
            .Select(number => AtItsPlace(new DiagnosticResult(id, DiagnosticSeverity.Info), number))];
    }

    private static DiagnosticResult Expected(int number) =>
        AtItsPlace(new DiagnosticResult(new TRule().SupportedDiagnostics[0]), number);

    /// <summary>The mark is the first place of a finding; others may be listed behind it.</summary>
    private static DiagnosticResult AtItsPlace(DiagnosticResult result, int number) =>
        result.WithLocation(number).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
}
