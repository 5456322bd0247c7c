using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>A rule's test in its setting.</summary>
internal sealed class RuleTest<TRule> : CSharpAnalyzerTest<TRule, DefaultVerifier>
    where TRule : Rule, new()
{
    private readonly Setting _setting;

    public RuleTest(Setting setting, string code)
    {
        _setting = setting;
        setting.ApplyTo(this, code);
    }

    protected override ParseOptions CreateParseOptions() => _setting.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => _setting.CompilationOptions;
}

/// <summary>A fix's test in its setting.</summary>
internal sealed class FixTest<TRule, TFix> : CSharpCodeFixTest<TRule, TFix, DefaultVerifier>
    where TRule : Rule, new()
    where TFix : CodeFixProvider, new()
{
    private readonly Setting _setting;

    public FixTest(Setting setting, string code, string repaired, string? repairedAtOnce, (string Path, string Text)[] others)
    {
        _setting = setting;
        setting.ApplyTo(this, code);
        Repair(FixedState, repaired, others);
        if (repairedAtOnce is not null) Repair(BatchFixedState, repairedAtOnce, others);
    }

    protected override ParseOptions CreateParseOptions() => _setting.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => _setting.CompilationOptions;

    /// <summary>Says what every file looks like afterwards; those that nobody mentions stay as they are.</summary>
    private void Repair(SolutionState state, string repaired, (string Path, string Text)[] others)
    {
        state.Sources.Add((_setting.Path, repaired));
        foreach (var (path, text) in TestState.Sources.Skip(1))
        {
            var other = Array.Find(others, other => other.Path == path);
            if (other.Text is null) state.Sources.Add((path, text));
            else state.Sources.Add((path, other.Text));
        }
    }
}
