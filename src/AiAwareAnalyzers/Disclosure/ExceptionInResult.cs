using AiAwareAnalyzers.Disclosure.Leaks;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>An exception's text in a result that leaves the layer, while no log has the exception.</summary>
/// <remarks>
/// Where the result goes to a client, there or through a caller, the rule about responses speaks: one cause, one
/// report.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExceptionInResult() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0802",
        title: "An exception is returned in a result but never logged",
        messageFormat: "'{0}' is returned in '{1}' and '{2}' is never logged: users read about code, queries and "
            + "paths, and the team never learns where it broke; log '{2}', and give the result a text of your own",
        category: Family.Disclosure,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "The text of an exception that is returned in a result reaches people whom it does not help, "
            + "and never those who could fix it.",
        alsoKnownAs: "information disclosure, missing log",
        cwe: [209],
        isEnabledByDefault: false);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var sinks = ResultSinks.Of(start.Compilation);
        var answersClients = ResponseSinks.AreThere(start.Compilation);
        var answered = AnsweredResults.Of(start.Compilation);
        start.RegisterOperationAction(context => Analyze(context, sinks, IsAnswered), OperationKind.CatchClause);

        bool IsAnswered(IOperation mention, ISymbol member) =>
            answersClients
            && (ExceptionText.From(mention, ResponseSinks.Of) ?? answered.From(mention, member)) is not null;
    }

    private static void Analyze(
        OperationAnalysisContext context, ResultSinks sinks, Func<IOperation, ISymbol, bool> isAnswered)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        var told = new List<(ExceptionText Text, IOperation Mention)>();
        foreach (var mention in ExceptionMentions.In(clause))
        {
            if (isAnswered(mention, context.ContainingSymbol)) return;
            var text = ExceptionText.From(mention, sinks.Of);
            if (text is null ? IsKept(mention) : IsObject(mention)) return;
            if (text is not null
                && !(text.IsMessage && text.Thrown.All(ExceptionAudience.IsUsers))
                && !EnvironmentGuard.Covers(mention.Syntax))
                told.Add((text, mention));
        }

        if (told.Count > 0 && !Rethrows(clause)) context.Report(Finding(told));
    }

    /// <summary>One report for the handler, which has one exception to log; the other places are for the fix.</summary>
    private static Diagnostic Finding(List<(ExceptionText Text, IOperation Mention)> told)
    {
        var (text, mention) = told[0];
        return Diagnostic.Create(
            Descriptor,
            text.Text.Syntax.GetLocation(),
            told.Skip(1).Select(other => other.Text.Text.Syntax.GetLocation()),
            Quote.Of(text.Text.Syntax), text.Sink, ExceptionMentions.NameOf(mention));
    }

    /// <summary>A log has a word of it, or somebody else has all of it.</summary>
    private static bool IsKept(IOperation mention)
    {
        var use = ExceptionUse.Of(mention, isWhole: true);
        return use.Destination == ExceptionSink.Logged
            || use is { IsWhole: true, Destination: not (ExceptionSink.Inspected or ExceptionSink.Renamed) };
    }

    /// <summary>The result carries the exception itself: its receiver can still log it.</summary>
    private static bool IsObject(IOperation mention) => Values.UserOf(mention) switch
    {
        IArgumentOperation { Parameter.Type.SpecialType: SpecialType.System_String }
        or IArgumentOperation
            { Parent: IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String } } =>
            false,
        IArgumentOperation or ISimpleAssignmentOperation or ITupleOperation => true,
        _ => false,
    };

    private static bool Rethrows(ICatchClauseOperation clause) =>
        Bodies.Own(clause.Handler).Any(operation => operation is IThrowOperation { Exception: null });
}
