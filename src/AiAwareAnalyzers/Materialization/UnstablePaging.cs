using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Enumeration;

namespace AiAwareAnalyzers.Materialization;

/// <summary>Pages of rows that the database may hand out in another order each time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnstablePaging() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0413",
        title: "Pages are cut from rows whose order is not certain",
        messageFormat: "'{0}' cuts a page from rows that {1}, so a row can stand on two pages or on none; {2}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A database may return rows that compare as equal in any order, and in another one for the next "
            + "page.",
        alsoKnownAs: "unstable sort, non-deterministic pagination, missing tiebreaker");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!EntityFramework.Of(start.Compilation).Exists || TestCode.Of(start.Compilation).IsTestProject) return;

        var question = new Analysis(start.Compilation);
        start.RegisterOperationAction(question.Ask, OperationKind.Invocation);
    }

    private sealed class Analysis(Compilation compilation)
    {
        private readonly Sequences _sequences = Sequences.Of(compilation);
        private readonly Origins _origins = Origins.Of(compilation);
        private readonly EntityFramework _ef = EntityFramework.Of(compilation);
        private readonly UniqueKeys _unique = UniqueKeys.Of(compilation);

        public void Ask(OperationAnalysisContext context)
        {
            if (_sequences.CallOf(context.Operation) is not { Name: "Skip" } page
                || !_sequences.IsQuery(page.Source.Bare().Type)
                || page.Arguments.Any(static count => count.Bare().ConstantValue.HasValue))
                return;
            var source = _origins.SourceOf(page.Source);
            if (source.Origin == Origin.Query && ComplaintOf(source) is var (state, remedy))
                context.Report(Diagnostic.Create(Descriptor, context.Operation.Called(), page.Name, state, remedy));
        }

        private (string State, string Remedy)? ComplaintOf(SequenceSource source)
        {
            var sorting = source.Calls.Where(static call => call.Verb == Verb.Order).ToList();
            if (sorting.Count == 0)
                return _ef.ContextOf(source.Root) is not null && source.Calls.All(KeepsRows)
                    ? ("are in no order", "sort them by a key with 'OrderBy' first")
                    : null;

            var before = source.Calls.SkipWhile(static call => !IsFirstSort(call)).Skip(1);
            var keys = sorting.Select(static call => KeyOf(call)).ToList();
            return before.All(KeepsRows)
                && keys.TrueForAll(key => key is var (row, column) && !MayBeUnique(column, row))
                ? ($"are equal where '{keys[0]!.Value.Column.Name}' is", "add 'ThenBy' with a key, such as the id")
                : null;
        }

        private static bool IsFirstSort(SequenceCall call) =>
            call.Name.StartsWith("OrderBy", StringComparison.Ordinal);

        /// <summary>Rows of a table still: nothing was grouped, joined or projected.</summary>
        private static bool KeepsRows(SequenceCall call) =>
            call.Verb is Verb.View or Verb.Order || call is { Verb: Verb.Filter, Name: "Where" };

        /// <summary>The row, and the column of it that it is sorted by; null where it is anything else.</summary>
        private static (ITypeSymbol Row, IPropertySymbol Column)? KeyOf(SequenceCall call) =>
            call.Lambda is { Symbol.Parameters: [var row] } lambda
            && lambda.Result()?.Bare() is IPropertyReferenceOperation { Instance: { } instance } key
            && instance.Bare() is IParameterReferenceOperation { Parameter: var parameter }
            && SymbolEqualityComparer.Default.Equals(parameter, row)
                ? (row.Type, key.Property)
                : null;

        private bool MayBeUnique(IPropertySymbol key, ITypeSymbol row) =>
            UniqueNames.Contain(key)
            || IsMoment(key)
            || !IsPlain(key.Type)
            || _unique.Of(row, ImmutableArray.Create(key.Name)) == Uniqueness.Kept;

        /// <summary>When something happened to a row is hardly ever the same twice.</summary>
        private static bool IsMoment(IPropertySymbol key) =>
            PlainTypeOf(key.Type).Name is "DateTime" or "DateTimeOffset" or "Instant"
            && Words.Of(key.Name).LastOrDefault() is not ("date" or "day" or "month" or "time");

        private static bool IsPlain(ITypeSymbol type) =>
            PlainTypeOf(type) is var plain
            && (plain.TypeKind == TypeKind.Enum
                || plain.SpecialType is SpecialType.System_Boolean or SpecialType.System_Byte
                    or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64
                    or SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single
                    or SpecialType.System_String or SpecialType.System_DateTime
                || plain.Name is "DateOnly" or "DateTimeOffset" or "TimeSpan");

        private static ITypeSymbol PlainTypeOf(ITypeSymbol type) =>
            type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
                ? nullable.TypeArguments[0]
                : type;
    }

    /// <summary>Columns that tell rows apart, as far as their names tell.</summary>
    private static class UniqueNames
    {
        private static readonly ImmutableHashSet<string> Keys = WordSet.Of(
            "id key guid uuid email mail login username slug code sku isbn ean token hash url uri path file iso symbol",
            "barcode vin ssn iban number no position order sequence index rank line ordinal identifier handle");

        public static bool Contain(IPropertySymbol column)
        {
            var words = Words.StemsOf(column.Name);
            return words.LastOrDefault() is { } noun && Keys.Contains(noun)
                || words.Contains("email")
                || words is ["user", "name"] or ["normalized", .., "name"];
        }
    }
}
