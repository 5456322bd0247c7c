using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>
/// Numbers and dates of files, settings, addresses and styles read or written as the culture of the host writes them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HostCulture() : Rule(Descriptor)
{
    /// <summary>Marks a parser that can be told the culture by one more argument.</summary>
    internal const string Parser = "Parser";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0912",
        title: "A number or a date for programs is read or written in the host's culture",
        messageFormat: "{0}; pass 'CultureInfo.InvariantCulture'",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Half of the world writes decimals with a comma: text that programs exchange is read and written "
            + "in the invariant culture.",
        alsoKnownAs: "culture-sensitive parsing, decimal comma bug, CA1305");

    private static readonly ImmutableDictionary<string, string?> IsParser =
        ImmutableDictionary<string, string?>.Empty.Add(Parser, "");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation)
            || TestCode.Of(start.Compilation).IsTestProject
            || HasOneCulture(start.Options))
            return;

        var texts = new MachineTexts(start.Compilation);
        var isSettled = new Lazy<bool>(() => start.Compilation.SyntaxTrees
            .Any(static tree => Calls.AreMentioned(tree, "DefaultThreadCurrentCulture")));
        start.RegisterOperationAction(context => AnalyzeParser(context, texts, isSettled), OperationKind.Invocation);
        LookInBodies(
            start,
            context => FindingIn(context, isSettled),
            OperationKind.InterpolatedString, OperationKind.Binary);
    }

    /// <summary>A program that is built without any culture but the invariant one.</summary>
    private static bool HasOneCulture(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(
            "build_property.InvariantGlobalization", out var value)
        && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static void AnalyzeParser(OperationAnalysisContext context, MachineTexts texts, Lazy<bool> isSettled)
    {
        var call = (IInvocationOperation)context.Operation;
        if (CulturedParsers.Read(call) is not var (text, name, isOfDate) || Quoted.Holds(call)) return;
        if (texts.SourceOf(text) is { } source && !isSettled.Value)
            context.Report(Diagnostic.Create(
                Descriptor, call.Syntax.GetLocation(), IsParser,
                $"'{name}' reads what comes from {source} as the host's culture writes "
                + (isOfDate
                    ? "dates: '02/03/2026' is a day of March or of February, and in some calendars of another year"
                    : "numbers: where decimals have a comma, '12.5' is 125 or nothing")));
    }

    /// <summary>A statement has one mistake, however many numbers it writes down.</summary>
    private static (string Cause, Diagnostic Finding)? FindingIn(OperationAnalysisContext context, Lazy<bool> isSettled)
    {
        var text = context.Operation;
        if (text is IBinaryOperation { Type.SpecialType: not SpecialType.System_String }) return null;
        if (WrittenNumbers.In(text).ToList() is not { Count: > 0 } written
            || isSettled.Value
            || InMemoryKeys.Are(text, context.Compilation))
            return null;

        var numbers = written.Select(static found => $"'{Quote.Of(found.Number.Syntax)}'").Distinct().ToList();
        return ($"{text.Statement()?.Syntax.SpanStart}", Diagnostic.Create(
            Descriptor, written[0].Number.Syntax.GetLocation(),
            $"{string.Join(" and ", numbers)} {(numbers.Count == 1 ? "is" : "are")} written into {written[0].Format} "
            + "as the host's culture writes numbers: where decimals have a comma, it says '12,5'"));
    }
}
