using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>A test that sleeps for a while and hopes that all is done then.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SleepingTest() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1109",
        title: "A test waits a fixed time",
        messageFormat: "'{0}' waits a fixed time before the test goes on, which is too short on a slow machine and too "
            + "long on every other; wait for what has to happen, with a deadline, or give the code a clock that the "
            + "test turns",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A fixed delay as synchronization makes a test slow, and red by chance.",
        alsoKnownAs: "sleepy test, flaky test, fixed delay");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        TestBody.ForEach(start, static (context, test) =>
        {
            if (Bodies.Own(test.Body).OfType<IInvocationOperation>().FirstOrDefault(IsSleep) is { } sleep)
                context.Report(Diagnostic.Create(
                    Descriptor, sleep.Syntax.GetLocation(), Quote.Of(sleep.Syntax)));
        });

    /// <summary>Not in a loop, where it is the pause between two looks, and not one of several tasks.</summary>
    private static bool IsSleep(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Sleep" or "Delay", ContainingType: { } type }
        && (type.Name == "Thread" || Tasks.IsTask(type))
        && (call.IsAwaited() || call.Outermost().Parent is IExpressionStatementOperation)
        && IsFixed(call)
        && !call.Ancestors().Any(static around => around is ILoopOperation);

    /// <summary>A length that is written down; none at all, or one without an end, is something else.</summary>
    private static bool IsFixed(IInvocationOperation call) => call.Arguments[0].Value.Unconverted() switch
    {
        { ConstantValue: { HasValue: true, Value: int milliseconds } } => milliseconds > 1,
        IInvocationOperation { TargetMethod.ContainingType.Name: nameof(TimeSpan), Arguments: { IsEmpty: false } parts }
            => parts[0].Value.ConstantValue.HasValue,
        _ => false,
    };
}
