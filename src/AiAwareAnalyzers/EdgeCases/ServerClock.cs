using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>The wall clock of the host taken for the time of the business.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServerClock() : Rule(Descriptor)
{
    internal const string Universal = "Universal";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0909",
        title: "A server's local time decides or is stored",
        messageFormat: "'{0}' is the time of the host's zone, and here it {1}: a server elsewhere, or a change to "
            + "summer time, gives another answer; {2}",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Local time on a server depends on where the host stands, and repeats an hour each autumn; what "
            + "is stored or compared is UTC.",
        alsoKnownAs: "DateTime.Now, time zone bug, daylight saving time bug, business hours",
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (HostClock.IsServer(start.Compilation))
            start.RegisterOperationAction(Analyze, OperationKind.PropertyReference);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var read = (IPropertyReferenceOperation)context.Operation;
        if (!HostClock.IsLocal(read.Property)) return;

        if (HostClock.UseOf(read) is { } use)
        {
            if (!IsOfMadeUpRow(read)) Report(context, use.Deed, ByUniversal(read), Facts(use));
        }
        else if (!ClockDecisions.AreOfHost(context.ContainingSymbol) && ClockDecisions.PartIn(read) is { } part)
            Report(
                context, $"decides by its '{part}'",
                "ask for the time in the zone that is meant: 'TimeZoneInfo.ConvertTimeFromUtc(DateTime.UtcNow, zone)'",
                severity: Zones.Raised(DiagnosticSeverity.Info, context));
    }

    private static void Report(
        OperationAnalysisContext context,
        string deed,
        string wayOut,
        ImmutableDictionary<string, string?>? facts = null,
        DiagnosticSeverity severity = DiagnosticSeverity.Warning) =>
        context.Report(Diagnostic.Create(
            Descriptor, context.Operation.Syntax.GetLocation(), severity, null, facts,
            Quote.Of(context.Operation.Syntax), deed, wayOut));

    private static string ByUniversal(IPropertyReferenceOperation read) =>
        $"use '{(read.Property.Name == "Today" ? "DateTime.UtcNow.Date" : "DateTime.UtcNow")}', and convert for the "
        + "eyes of a user only";

    /// <summary>
    /// A row among others that were made up beside it: everything else in it is written down, and no time was right.
    /// </summary>
    private static bool IsOfMadeUpRow(IPropertyReferenceOperation read) =>
        read.Ancestors().OfType<IObjectCreationOperation>().FirstOrDefault() is { Initializer: { } members } row
        && OthersIn(members, read).ToList() is { Count: > 0 } others
        && others.TrueForAll(static member => member.Value.Unconverted().ConstantValue.HasValue)
        && row.Syntax.Parent is { } list
        && list.ChildNodes().Count(static child => child is BaseObjectCreationExpressionSyntax) > 1;

    private static IEnumerable<ISimpleAssignmentOperation> OthersIn(
        IObjectOrCollectionInitializerOperation members, IOperation read) =>
        members.Initializers.OfType<ISimpleAssignmentOperation>()
            .Where(member => !member.Syntax.Span.Contains(read.Syntax.Span));

    /// <summary>A member that says it is UTC is told by its own name what it must be given.</summary>
    private static ImmutableDictionary<string, string?> Facts(ClockUse use) =>
        use.IsNamedUniversal
            ? ImmutableDictionary<string, string?>.Empty.Add(Universal, "")
            : ImmutableDictionary<string, string?>.Empty;
}
