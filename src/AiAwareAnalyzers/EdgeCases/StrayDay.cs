using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>A date made of the day of one date and the month or the year of another.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StrayDay() : Rule(Descriptor)
{
    /// <summary>Set where the same date in another year is all that is wanted.</summary>
    internal const string OnlyTheYear = "OnlyTheYear";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0920",
        title: "A day is put into a month or a year that may not have it",
        messageFormat: "'{0}' throws where {1}; {2}",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Not every year has a 29 February and not every month a 31st: a date that is put together from "
            + "parts of two dates may not exist, and the constructor throws.",
        alsoKnownAs: "leap year bug, 29 February, ArgumentOutOfRangeException",
        cwe: [682]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!TestCode.Of(start.Compilation).IsTestProject)
            start.RegisterOperationAction(Analyze, OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (DateParts.Of(creation, context.Compilation) is not { Exists: false } parts
            || DateParts.AreLookedAt(creation)
            || Rescue.Surrounds(creation, "ArgumentOutOfRangeException", "ArgumentException")
            || Quoted.Holds(creation))
            return;

        var isOnlyTheYear = parts.IsMonthOfTheDay;
        context.Report(Diagnostic.Create(
            Descriptor,
            creation.Syntax.GetLocation(),
            isOnlyTheYear ? ImmutableDictionary<string, string?>.Empty.Add(OnlyTheYear, "") : null,
            Quote.Of(creation.Syntax),
            isOnlyTheYear
                ? $"'{Quote.Of(parts.Date.Syntax)}' is 29 February and the year has none"
                : $"the month is shorter than the day of '{Quote.Of(parts.Date.Syntax)}'",
            isOnlyTheYear
                ? "move the date with 'AddYears', which ends at the last day of the month"
                : "take the smaller of the day and 'DateTime.DaysInMonth'"));
    }
}
