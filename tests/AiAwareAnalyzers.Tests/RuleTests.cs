using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiAwareAnalyzers.Tests;

/// <summary>The tests of a rule: each is a sentence about code that it flags or allows.</summary>
/// <remarks>
/// Code is written as in a project with implicit usings, nullable annotations and the newest C# that the host knows.
/// <c>[|…|]</c> marks the place of a finding of the rule, <c>{|AIA0201:…|}</c> that of a certain id,
/// <c>{|CS1061:…|}</c> an error of the compiler.
/// </remarks>
[TestFixture]
public abstract class RuleTests<TRule>
    where TRule : Rule, new()
{
    /// <summary>What the tests of a family refer to, where the base library alone is not enough.</summary>
    private protected virtual ReferenceSet Framework => References.Net10;

    private protected RuleCase<TRule> Given => new(new Setting(Framework));

    /// <summary>The code compiles, and the rule reports at the marked places and nowhere else.</summary>
    protected Task Flags(string code) => Given.Flags(code);

    /// <summary>
    /// As <see cref="Flags"/>, and these are the messages of the findings, in the order of the marks.
    /// </summary>
    protected Task Says(string code, params string[] messages) => Given.Says(code, messages);

    /// <summary>A warning that the rule lowers to a suggestion at the marked places.</summary>
    protected Task Suggests(string code) => Given.Suggests(code);

    /// <summary>The code compiles, and the rule has nothing to say.</summary>
    protected Task Allows(string code) => Given.Allows(code);

    private protected RuleCase<TRule> WithOption(string key, string value) => Given.WithOption(key, value);
}

/// <summary>The tests of a rule that ships a fix.</summary>
public abstract class RuleTests<TRule, TFix> : RuleTests<TRule>
    where TRule : Rule, new()
    where TFix : CodeFixProvider, new()
{
    private protected new FixCase<TRule, TFix> Given => new(new Setting(Framework));

    /// <summary>
    /// The rule flags the marked places, and the fix turns the code into the other: one by one and all at once.
    /// </summary>
    protected Task Fixes(string code, string repaired) => Given.Fixes(code, repaired);

    /// <summary>As <see cref="Fixes"/>, where the rule lowers its warning to a suggestion.</summary>
    protected Task FixesSuggestion(string code, string repaired) => Given.FixesSuggestion(code, repaired);

    /// <summary>The rule flags the marked places, and no fix is offered.</summary>
    protected Task OffersNoFix(string code) => Given.OffersNoFix(code);

    /// <summary>
    /// The fix applies, and the repaired <c>Subject.Run</c> gives the same as the original for random inputs.
    /// </summary>
    protected Task KeepsBehaviour(string code, int inputs = 100) =>
        Twins.BehaveAlike<TRule, TFix>(code, new Setting(Framework), inputs);

    private protected new FixCase<TRule, TFix> WithOption(string key, string value) => Given.WithOption(key, value);
}
