namespace AiAwareAnalyzers.Benchmarks;

/// <summary>What a compiler and the rules are given to do.</summary>
internal abstract class MeasuredCode
{
    /// <summary>What analyzers are told beside the code.</summary>
    public virtual AnalyzerOptions Options { get; } = new([]);

    public abstract double KiloLines { get; }

    public abstract IReadOnlyList<SyntaxTree> Parse();

    /// <summary>A compilation that nobody has asked anything yet; the named findings are switched on.</summary>
    public abstract CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, IEnumerable<string>? switchedOn = null);

    /// <summary>A compilation of trees that were parsed before.</summary>
    public CSharpCompilation Parsed(IEnumerable<string>? switchedOn = null) => Compile(Parse(), switchedOn);

    protected static CSharpCompilationOptions SwitchOn(CSharpCompilationOptions options, IEnumerable<string>? ids) =>
        options.WithSpecificDiagnosticOptions(
            (ids ?? []).Distinct().Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn)));
}
