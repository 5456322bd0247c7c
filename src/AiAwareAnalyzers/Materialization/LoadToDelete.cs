using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Enumeration;
using AiAwareAnalyzers.Materialization.Plans;

namespace AiAwareAnalyzers.Materialization;

/// <summary>Rows that are loaded only to be deleted or to get a value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoadToDelete() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0410",
        title: "Rows are loaded only to be deleted or updated",
        messageFormat: "Every row of '{0}' is loaded only to be {1}; '{2}' does it in the database with one "
            + "statement{3}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Rows that are loaded only to be deleted, or only to get the same value, cross the wire twice and "
            + "fill the memory in between.",
        alsoKnownAs: "ExecuteDelete, ExecuteUpdate, bulk delete");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!EntityFramework.Of(start.Compilation).CanDeleteInPlace || TestCode.Of(start.Compilation).IsTestProject)
            return;
        var question = new Analysis(start.Compilation);
        start.RegisterOperationAction(question.AskRemoval, OperationKind.Invocation);
        start.RegisterOperationAction(question.AskLoop, OperationKind.Loop);
    }

    private sealed class Analysis(Compilation compilation)
    {
        private readonly EntityFramework _ef = EntityFramework.Of(compilation);
        private readonly Sequences _sequences = Sequences.Of(compilation);
        private readonly Origins _origins = Origins.Of(compilation);

        /// <summary><c>db.Orders.RemoveRange(rows)</c>.</summary>
        public void AskRemoval(OperationAnalysisContext context)
        {
            var removal = (IInvocationOperation)context.Operation;
            if (removal is { TargetMethod.Name: "RemoveRange", Arguments.Length: 1 } && IsOfContext(removal))
                Analyze(context, removal.Arguments[0].Value, removal, "ExecuteDelete", removal.Called());
        }

        /// <summary>A loop that does nothing but remove each row, or set it to values known before.</summary>
        public void AskLoop(OperationAnalysisContext context)
        {
            if (context.Operation
                is not IForEachLoopOperation
                    { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var row } } loop)
                return;
            var body = loop.Body is IBlockOperation block ? block.Operations : ImmutableArray.Create(loop.Body);
            if (body.Length == 1
                && body[0] is IExpressionStatementOperation
                    { Operation: IInvocationOperation { TargetMethod.Name: "Remove" } removal }
                && IsOfContext(removal)
                && IsRow(removal.Arguments[0].Value, row))
                Analyze(context, loop.Collection, loop, "ExecuteDelete", loop.Collection.Syntax.GetLocation());
            else if (body.Length > 0 && body.All(statement => SetsKnownValue(statement, row)))
                Analyze(context, loop.Collection, loop, "ExecuteUpdate", loop.Collection.Syntax.GetLocation());
        }

        private void Analyze(
            OperationAnalysisContext context, IOperation rows, IOperation work, string remedy, Location place)
        {
            var loaded = Locals.Around(rows, compilation) is var locals
                && rows.Bare() is ILocalReferenceOperation local
                && locals.OnlyUseOf(local.Local) is not null
                && locals.OnlyValueOf(local.Local) is { } value ? value.Bare() : rows.Bare();
            var query = _sequences.ListingOf(loaded)?.Source ?? loaded;
            if (!_sequences.IsQuery(query.Bare().Type)) return;

            var source = _origins.SourceOf(query);
            if (source.IsBounded || _ef.ContextOf(source.Root) is not { } db || _ef.HasOwnSave(db.Type)) return;
            if (SaveBehind(work, db) is not { } save
                || IsReplaced(work, save, source.Root)
                || IsBesideChange(work, save, source.Root))
                return;

            var isDelete = remedy == "ExecuteDelete";
            context.Report(Diagnostic.Create(
                Descriptor, place, isDelete
                    ? DeleteInPlace.PlanFor(rows, loaded, query, source, work, save, db, compilation)
                    : ImmutableDictionary<string, string?>.Empty,
                Quote.Of(source.Root.Syntax),
                isDelete ? "deleted" : "given a value",
                save.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal) ? remedy + "Async" : remedy,
                isDelete ? "" : ", and without the rows there is nothing left to track"));
        }

        private bool IsOfContext(IInvocationOperation call) =>
            call.Instance is { } instance
            && (_ef.IsContext(instance.Type)
                || _sequences.IsQuery(instance.Type) && _ef.ContextOf(instance) is not null);

        private static bool IsRow(IOperation value, ILocalSymbol row) =>
            value.Bare() is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, row);

        /// <summary><c>row.Archived = true</c>: a value that is the same for every row.</summary>
        private static bool SetsKnownValue(IOperation statement, ILocalSymbol row) =>
            statement
                is IExpressionStatementOperation
                    { Operation: ISimpleAssignmentOperation { Target: IPropertyReferenceOperation
                        { Instance: { } instance, Arguments.IsEmpty: true }, Value: var value } }
            && IsRow(instance, row)
            && value.Bare() is ILiteralOperation or ILocalReferenceOperation or IParameterReferenceOperation
                or IFieldReferenceOperation
            && !IsRow(value, row)
            && (value.Type?.IsValueType == true || value.Type?.SpecialType == SpecialType.System_String);

        /// <summary>The save that makes the change happen, later in the same block.</summary>
        private IInvocationOperation? SaveBehind(IOperation work, IOperation db)
        {
            if (work.Statement() is not { Parent: IBlockOperation block } statement) return null;
            return block.Operations.Skip(block.Operations.IndexOf(statement) + 1)
                .SelectMany(operation => operation.DescendantsAndSelf())
                .OfType<IInvocationOperation>()
                .FirstOrDefault(call => call.TargetMethod.Name is "SaveChanges" or "SaveChangesAsync"
                    && call.Instance is { } saved
                    && IsSame(saved.Bare(), db));
        }

        /// <summary>
        /// New rows of the same table are saved together with the removal: one save keeps them one change, where a
        /// statement of its own would commit the loss first.
        /// </summary>
        private bool IsReplaced(IOperation work, IOperation save, IOperation table)
        {
            var row = _sequences.ElementOf(table.Type);
            return row is not null && work.Statement() is { Parent: IBlockOperation block } statement
                && block.Operations.Skip(block.Operations.IndexOf(statement) + 1)
                    .SelectMany(static operation => operation.DescendantsAndSelf())
                    .TakeWhile(operation => operation != save)
                    .OfType<IInvocationOperation>()
                    .Any(call => call.TargetMethod.Name is "Add" or "AddAsync" or "AddRange" or "AddRangeAsync"
                        && IsOfContext(call)
                        && call.Arguments.Any(added => IsRowOrRows(added.Value.Bare().Type, row)));
        }

        /// <summary>
        /// Another row of the same table is changed before the same save: one save keeps both changes together, and a
        /// statement would not know what is tracked of that row.
        /// </summary>
        private bool IsBesideChange(IOperation work, IOperation save, IOperation table) =>
            _sequences.ElementOf(table.Type) is { } row
            && work.Statement() is { Parent: IBlockOperation block } statement
            && block.Operations.Where(other => other != statement)
                .SelectMany(static operation => operation.DescendantsAndSelf())
                .TakeWhile(operation => operation != save)
                .Any(operation => ChangedBy(operation) is { Type: var changed } and not IInstanceReferenceOperation
                    && SymbolEqualityComparer.Default.Equals(changed, row));

        /// <summary>Whose property is set.</summary>
        private static IOperation? ChangedBy(IOperation operation) => operation switch
        {
            IAssignmentOperation { Target: IPropertyReferenceOperation property } => property.Instance,
            IIncrementOrDecrementOperation { Target: IPropertyReferenceOperation property } => property.Instance,
            _ => null,
        };

        private bool IsRowOrRows(ITypeSymbol? added, ITypeSymbol row) =>
            SymbolEqualityComparer.Default.Equals(added, row)
            || SymbolEqualityComparer.Default.Equals(_sequences.ElementOf(added), row);

        private static bool IsSame(IOperation one, IOperation other) => (one, other) switch
        {
            (ILocalReferenceOperation left, ILocalReferenceOperation right) =>
                SymbolEqualityComparer.Default.Equals(left.Local, right.Local),
            (IParameterReferenceOperation left, IParameterReferenceOperation right) =>
                SymbolEqualityComparer.Default.Equals(left.Parameter, right.Parameter),
            (IMemberReferenceOperation left, IMemberReferenceOperation right) =>
                SymbolEqualityComparer.Default.Equals(left.Member, right.Member),
            (IInstanceReferenceOperation, IInstanceReferenceOperation) => true,
            _ => false,
        };
    }
}
