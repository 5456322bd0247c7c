using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>A text that could not be read, taken for the value that a failed parser leaves behind.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredTry() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0918",
        title: "The answer of a parser is ignored",
        messageFormat: "Where '{0}' cannot be read, '{1}' leaves {2} in '{3}', and that is used as if it had "
            + "been given{4}; ask what it answers, and refuse or fall back where it says no",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "TryParse says no and leaves the default value, and code that does not listen goes on with a "
            + "number that was never given.",
        alsoKnownAs: "unchecked TryParse, ignored return value",
        cwe: [252],
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!TestCode.Of(start.Compilation).IsTestProject)
            start.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (TriedParsers.Read(call) is not { } attempt || !IsUnheard(call)) return;
        var locals = Locals.Around(call, context.Compilation);
        if (!IsUsedUnasked(attempt, call, locals)) return;

        var before = BeforeIt(attempt.Local, locals);
        context.Report(Diagnostic.Create(
            Descriptor,
            call.Syntax.GetLocation(),
            before is null ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            null,
            null,
            Quote.Of(attempt.Text.Syntax),
            attempt.Name,
            attempt.Default,
            attempt.Local.Name,
            before is null ? "" : $", and the {Quote.Of(before.Syntax)} that was there before is gone"));
    }

    /// <summary>A statement of its own, with or without a discard.</summary>
    private static bool IsUnheard(IInvocationOperation call) => Values.UserOf(call) switch
    {
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        _ => false,
    };

    /// <summary>Whether the value is read afterwards, and compared or looked at nowhere.</summary>
    private static bool IsUsedUnasked(TriedText attempt, IInvocationOperation call, Locals locals) =>
        locals.MentionsOf(attempt.Local).Any(mention => mention.Syntax.SpanStart > call.Syntax.Span.End)
        && !NumberLooks.Compare(Place.At(attempt.Local), call);

    /// <summary>A value that the local was declared with and loses.</summary>
    private static IOperation? BeforeIt(ILocalSymbol local, Locals locals) =>
        locals.InitializerOf(local) is { ConstantValue: { HasValue: true, Value: { } said } } initial && !IsZero(said)
            ? initial
            : null;

    private static bool IsZero(object value) => value is 0 or 0L or 0d or 0f or 0m;
}
