using System.Globalization;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Assertions;
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

    /// <summary>Milliseconds that are too few for work to be done in, and enough for a clock to go on.</summary>
    private const int Moment = 50;

    private static readonly ImmutableHashSet<string> Absent = WordSet.Of(
        "DidNotReceive DidNotReceiveWithAnyArgs Never MustNotHaveHappened VerifyNoOtherCalls");

    private static readonly ImmutableHashSet<string> Counted = WordSet.Of(
        "Received Once Exactly MustHaveHappenedOnceExactly");

    private static readonly ImmutableHashSet<string> Denying = WordSet.Of("not never no");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        TestBody.ForEach(start, static (context, test) =>
        {
            if (Bodies.Own(test.Body)
                .OfType<IInvocationOperation>()
                .FirstOrDefault(call =>
                    IsSleep(call) && !SetsTimesApart(call) && !IsBeforeAbsence(call, test)) is { } sleep)
                context.Report(Diagnostic.Create(
                    Descriptor, sleep.Syntax.GetLocation(), Quote.Of(sleep.Syntax)));
        });

    /// <summary>
    /// What must not have come by then is asserted next, and nothing can be waited for; one call and no more is that
    /// only where the test is named for it.
    /// </summary>
    private static bool IsBeforeAbsence(IInvocationOperation sleep, TestBody test) =>
        test.Body.Syntax.DescendantTokens()
            .Where(token => token.SpanStart > sleep.Syntax.Span.End && token.IsKind(SyntaxKind.IdentifierToken))
            .Select(static token => token.ValueText)
            .ToList() is var behind
        && (behind.Exists(Absent.Contains)
            || (test.Words.Any(Denying.Contains) && behind.Exists(Counted.Contains)));

    /// <summary>Not in a loop, where it is the pause between two looks, and not one of several tasks.</summary>
    private static bool IsSleep(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Sleep" or "Delay", ContainingType: { } type }
        && (type.Name == "Thread" || Tasks.IsTask(type))
        && (call.IsAwaited() || call.Outermost().Parent is IExpressionStatementOperation)
        && IsFixed(call)
        && !call.Ancestors().Any(static around => around is ILoopOperation);

    /// <summary>
    /// A moment between two calls of one method, or behind a time that was read: what comes next gets a later stamp,
    /// and nothing is waited for.
    /// </summary>
    private static bool SetsTimesApart(IInvocationOperation call)
    {
        if (LengthOf(call) is not (> 0 and <= Moment)
            || call.Statement() is not { Parent: IBlockOperation { Operations: var statements } } statement)
            return false;

        var place = statements.IndexOf(statement);
        return place > 0
            && place < statements.Length - 1
            && (ReadsTime(statements[place - 1])
                || CallsIn(statements[place - 1]).Intersect(
                    CallsIn(statements[place + 1]), SymbolEqualityComparer.Default).Any());
    }

    private static IEnumerable<ISymbol> CallsIn(IOperation statement) => statement.Descendants()
        .OfType<IInvocationOperation>()
        .Select(static call => call.TargetMethod)
        .Where(static method => !Libraries.IsOfAssertions(method.ContainingType));

    private static bool ReadsTime(IOperation statement) => statement.Descendants()
        .OfType<IVariableDeclaratorOperation>()
        .Any(static variable => variable.Symbol.Type.Name is "DateTime" or "DateTimeOffset");

    private static double? LengthOf(IInvocationOperation call) => call.Arguments[0].Value.Unconverted() switch
    {
        { ConstantValue: { HasValue: true, Value: int milliseconds } } => milliseconds,
        IInvocationOperation { TargetMethod: { Name: "FromMilliseconds", ContainingType.Name: nameof(TimeSpan) },
            Arguments: { IsEmpty: false } parts }
            when parts[0].Value.ConstantValue is { HasValue: true, Value: { } length } =>
            Convert.ToDouble(length, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>A length that is written down; none at all, or one without an end, is something else.</summary>
    private static bool IsFixed(IInvocationOperation call) => call.Arguments[0].Value.Unconverted() switch
    {
        { ConstantValue: { HasValue: true, Value: int milliseconds } } => milliseconds > 1,
        IInvocationOperation { TargetMethod.ContainingType.Name: nameof(TimeSpan), Arguments: { IsEmpty: false } parts }
            => parts[0].Value.ConstantValue.HasValue,
        _ => false,
    };
}
