using AiAwareAnalyzers.Injection.Sinks;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Injection;

/// <summary>CSV that people download, with cells that a spreadsheet takes for formulas.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CsvFormula() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0709",
        title: "A cell of a CSV file may run as a formula",
        messageFormat: "'{0}' {1}, so a text that begins with '=', '+', '-' or '@' runs as a formula in the "
            + "spreadsheet of the person who opens the file; {2}",
        category: Family.Injection,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A spreadsheet runs a cell of a CSV file that begins with =, +, - or @ as a formula.",
        alsoKnownAs: "CSV injection, formula injection",
        cwe: [1236]);

    private static readonly ImmutableHashSet<string> Searches = WordSet.Of("Any Contains IndexOf IndexOfAny");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var files = CsvFiles.Of(start.Compilation);
        if (!files.ArePossible || TestCode.Of(start.Compilation).IsTestProject) return;

        LookInBodies(
            start,
            context => FindingIn(context.Operation, files),
            OperationKind.ObjectCreation,
            OperationKind.Invocation);
    }

    private static (string Cause, Diagnostic Finding)? FindingIn(IOperation operation, CsvFiles files) =>
        operation switch
        {
            IObjectCreationOperation writer when writer.Type.Inherits(files.Writer) => OfWriter(writer, files),
            IInvocationOperation call when DoublesQuotes(call) => OfQuotes(call, files),
            _ => null,
        };

    private static (string Cause, Diagnostic Finding)? OfWriter(IObjectCreationOperation writer, CsvFiles files) =>
        CsvFiles.IsUnconfigured(writer)
        && !CsvFiles.IsForThisMachine(writer)
        && LocalOf(writer) is { } local
        && writer.Root().Descendants().OfType<IInvocationOperation>().Any(call => WritesText(call, local))
        && files.AreRaw
            ? (writer.Syntax.SpanStart.ToString(), Diagnostic.Create(
                Descriptor,
                writer.Syntax.GetLocation(),
                writer.Type!.Name,
                "writes every text as it comes",
                "set 'InjectionOptions = InjectionOptions.Escape' in its configuration"))
            : null;

    private static (string Cause, Diagnostic Finding)? OfQuotes(IInvocationOperation call, CsvFiles files) =>
        MakesCells(call) && files.AreRaw
            ? (FunctionOf(call).SpanStart.ToString(), Diagnostic.Create(
                Descriptor,
                call.Called(),
                Quote.Of(call.Syntax),
                "only doubles quotes",
                "put an apostrophe before such a text"))
            : null;

    private static ILocalSymbol? LocalOf(IOperation value) =>
        value.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
            ? declarator.Symbol
            : null;

    private static bool WritesText(IInvocationOperation call, ILocalSymbol writer) =>
        call.TargetMethod.Name is "WriteField" or "WriteRecord" or "WriteRecords" or "WriteRecordsAsync"
        && SymbolEqualityComparer.Default.Equals((call.Instance as ILocalReferenceOperation)?.Local, writer)
        && call.Arguments is { Length: > 0 } given
        && given[0].Value.Bare() is { ConstantValue.HasValue: false } written
        && HasText(call.TargetMethod.TypeArguments.FirstOrDefault() ?? ElementOf(written.Type));

    private static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_String } => type,
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var only] } => only,
        _ => type,
    };

    /// <summary>A text, a row that has one, or whatever a caller makes a row of.</summary>
    private static bool HasText(ITypeSymbol? type) =>
        type is ITypeParameterSymbol or { SpecialType: SpecialType.System_String }
        || type.SelfAndBases().SelectMany(static self => self.GetMembers()).OfType<IPropertySymbol>()
            .Any(static property => property is
                { IsStatic: false, DeclaredAccessibility: Accessibility.Public, Type.SpecialType:
                    SpecialType.System_String });

    /// <summary><c>text.Replace("\"", "\"\"")</c>.</summary>
    private static bool DoublesQuotes(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "Replace", ContainingType.SpecialType: SpecialType.System_String },
            Arguments.Length: >= 2, Instance.ConstantValue.HasValue: false }
        && call.Arguments[0].Value.ConstantText() == "\""
        && call.Arguments[1].Value.ConstantText() == "\"\"";

    /// <summary>A function that is named after CSV, answers with it, or looks for what separates cells.</summary>
    private static bool MakesCells(IInvocationOperation call) =>
        Bodies.MemberAround(call) is { } member
        && (SpeaksOfCsv(member.Name)
            || SpeaksOfCsv(member.ContainingType?.Name ?? "")
            || call.Root().Descendants().Any(IsSearchForSeparator));

    private static bool SpeaksOfCsv(string name) =>
        name.IndexOf("csv", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsSearchForSeparator(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: var name } search
        && Searches.Contains(name)
        && search.Arguments.SelectMany(static argument => argument.Value.DescendantsAndSelf()).Any(static part =>
            part.ConstantValue is { HasValue: true, Value: ',' or ';' or "," or ";" });

    private static SyntaxNode FunctionOf(IInvocationOperation call) =>
        (Bodies.FunctionAround(call) ?? call.Root()).Syntax;
}
