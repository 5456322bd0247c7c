using Microsoft.CodeAnalysis.CodeFixes;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>One expectation of a rule's fix on one piece of code.</summary>
internal sealed record FixCase<TRule, TFix>(Setting Setting) : RuleCase<TRule>(Setting)
    where TRule : Rule, new()
    where TFix : CodeFixProvider, new()
{
    private int Action { get; init; }

    private string? Title { get; init; }

    private bool IsSuggestion { get; init; }

    /// <summary>Text after Fix All, where merging gives another layout or order than repairing one by one.</summary>
    private string? Batch { get; init; }

    public new FixCase<TRule, TFix> WithOption(string key, string value) =>
        this with { Setting = base.WithOption(key, value).Setting };

    public new FixCase<TRule, TFix> WithReferences(ReferenceSet references) =>
        this with { Setting = base.WithReferences(references).Setting };

    public new FixCase<TRule, TFix> WithFile(string path, string text) =>
        this with { Setting = base.WithFile(path, text).Setting };

    public new FixCase<TRule, TFix> WithAdditionalFile(string path, string text) =>
        this with { Setting = base.WithAdditionalFile(path, text).Setting };

    public new FixCase<TRule, TFix> WithHandedFile(string path, string text) =>
        this with { Setting = base.WithHandedFile(path, text).Setting };

    public new FixCase<TRule, TFix> WithProperty(string name, string value) =>
        this with { Setting = base.WithProperty(name, value).Setting };

    public new FixCase<TRule, TFix> At(string path) => this with { Setting = base.At(path).Setting };

    public new FixCase<TRule, TFix> InLanguage(LanguageVersion version) =>
        this with { Setting = base.InLanguage(version).Setting };

    public new FixCase<TRule, TFix> ThatNeedNotCompile() => this with { Setting = base.ThatNeedNotCompile().Setting };

    /// <summary>The action at this place in the menu, where a finding has several.</summary>
    public FixCase<TRule, TFix> ByAction(int index) => this with { Action = index };

    /// <summary>The action is titled like this.</summary>
    public FixCase<TRule, TFix> Titled(string title) => this with { Title = title };

    /// <summary>Where Fix All gives another text than the single fixes, in turn.</summary>
    public FixCase<TRule, TFix> AllAtOnce(string repaired) => this with { Batch = repaired };

    public Task Fixes(string code, string repaired) => Run(code, repaired);

    /// <summary>As <see cref="Fixes(string, string)"/>, where another file changes too.</summary>
    public Task Fixes(string code, string repaired, params (string Path, string Text)[] others) =>
        Run(code, repaired, others);

    /// <summary>As <see cref="Fixes(string, string)"/>, where the rule lowers its warning to a suggestion.</summary>
    public Task FixesSuggestion(string code, string repaired) =>
        (this with { IsSuggestion = true }).Run(code, repaired);

    public Task OffersNoFix(string code) => Run(code, code);

    private async Task Run(string code, string repaired, params (string Path, string Text)[] others)
    {
        var expected = IsSuggestion ? Suggestions(code) : [];
        if (IsSuggestion) code = Markup.Number(code);
        var test = new RuleTest<TRule, TFix>(Setting, code) { CodeActionIndex = Action };
        test.Expect(repaired, Batch, others);
        test.CodeActionVerifier = (action, verifier) =>
        {
            verifier.True(
                action.EquivalenceKey is not null, "every action has a key, so that Fix All knows what to repeat");
            if (Title is not null) verifier.Equal(Title, action.Title);
        };
        test.ExpectedDiagnostics.AddRange(expected);
        await test.RunAsync();
        await OtherSpelling.Keeps<TRule, TFix>(Setting, Action, code, repaired, others);
        await OldTarget.Accepts<TRule, TFix>(code);
    }
}
