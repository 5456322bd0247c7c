using AiAwareAnalyzers.FakeWork.Wording;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>Waits beside a comment that they simulate something, in functions that do more.</summary>
internal sealed class Pretences(Compilation compilation, AnalyzerOptions options)
{
    /// <summary>Words of types and functions whose work it is to pretend, or to make something slow.</summary>
    private static readonly ImmutableHashSet<string> Pretending = WordSet.Of(
        "benchmark chaos demo emulator example fake latency mock playground sample seeder simulate simulated simulator",
        "simulation stub throttle typing");

    private readonly Efforts _efforts = Efforts.Of(compilation);

    /// <summary>What the comment beside a wait admits; null where it is no pretence, or all that is done.</summary>
    public Confession? ConfessionOf(IInvocationOperation call, ISymbol member)
    {
        if (!Pauses.IsFixed(call) || call.Syntax.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            return null;

        var admissions = FakeWorkOptions.Admitting.In(statement.SyntaxTree, options, compilation);
        return Confessions.Beside(statement, admissions) is { } confession
            && confession.Admits(Admission.Invented)
            && !IsDemonstration(confession)
            && !Pretends(call, member)
            && FunctionOf(call) is { } function
            && !_efforts.Of(function).IsNone
                ? confession
                : null;
    }

    /// <summary>What is there to show how something looks, as in the templates of the SDK.</summary>
    private static bool IsDemonstration(Confession confession) =>
        confession.Text.IndexOf("demo", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool Pretends(IInvocationOperation call, ISymbol member) =>
        StandIns.Contain(member.ContainingType)
        || Words.Of(member.Name).Concat(Words.Of(member.ContainingType?.Name ?? "")).Any(Pretending.Contains)
        || call.Ancestors().OfType<IConditionalOperation>().Any(static choice =>
            choice.Condition.Syntax.ToString().Contains("evelopment"));

    private static IOperation? FunctionOf(IInvocationOperation call) => call.Ancestors().FirstOrDefault(static around =>
        around is IAnonymousFunctionOperation or ILocalFunctionOperation or IMethodBodyOperation);
}
