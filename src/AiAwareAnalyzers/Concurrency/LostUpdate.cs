using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Concurrency.Rows;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>What is read, changed and written back, with nothing to notice a second caller.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LostUpdate() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1009",
        title: "What was read is changed and written back, and another change is lost",
        messageFormat: "Two callers can both read '{0}', and the one that saves last overwrites what the other has "
            + "changed; {1}",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "The new value comes of one that was read before; the store takes it whatever stands there by "
            + "now.",
        alsoKnownAs: "lost update, read-modify-write, race condition, optimistic concurrency",
        cwe: [362],
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (SingleCaller.HasAllOf(start.Compilation)) return;

        if (StoreWrites.ArePossible(start.Compilation))
        {
            var writes = new StoreWrites(start.Compilation);
            LookInBodies(start, context => WrittenBack(context, writes), OperationKind.Invocation);
        }

        if (EntityFramework.Of(start.Compilation).Context is null) return;

        var watch = new Watch(start.Compilation);
        LookInBodies(
            start,
            watch.Look,
            OperationKind.Increment,
            OperationKind.Decrement,
            OperationKind.CompoundAssignment,
            OperationKind.SimpleAssignment);
    }

    /// <summary>A record of a store that is saved as a whole.</summary>
    private static Diagnostic? WrittenBack(OperationAnalysisContext context, StoreWrites writes) =>
        writes.Of((IInvocationOperation)context.Operation) is { } write
        && !SingleCaller.Has(context.ContainingSymbol)
        && !Turns.AreTakenIn(context.Operation.Root())
            ? Diagnostic.Create(
                Descriptor, context.Operation.Syntax.GetLocation(), write.Record.Name, write.Remedy)
            : null;

    /// <summary>Looks at changes of numbers, at where their rows come from, and whether they are saved.</summary>
    private sealed class Watch(Compilation compilation)
    {
        private const string InPlace =
            "change it in the database with 'ExecuteUpdate', and what must hold before it in the 'Where', or ";

        private readonly LoadedRows _rows = new(compilation);
        private readonly RowAdditions _additions = new(compilation);
        private readonly ConcurrencyTokens _tokens = ConcurrencyTokens.Of(compilation);
        private readonly bool _canUpdateInPlace = EntityFramework.Of(compilation).CanDeleteInPlace;

        public Diagnostic? Look(OperationAnalysisContext context) =>
            RecomputedBy(context.Operation) is { Instance: { } owner } number
            && _rows.Of(owner) is { } row
            && !SingleCaller.Has(context.ContainingSymbol)
            && !_tokens.AreOn(row.Entity)
            && !IsKept(context.Operation)
            && !IsFurther(context.Operation, owner)
            && IsSaved(context.Operation)
                ? Finding(number, row, context)
                : null;

        private Diagnostic Finding(
            IPropertyReferenceOperation number, LoadedRow row, OperationAnalysisContext context) => Diagnostic.Create(
            Descriptor,
            context.Operation.Syntax.GetLocation(),
            Zones.Raised(IsDeclaredHere(row.Context) ? Descriptor.DefaultSeverity : DiagnosticSeverity.Info, context),
            null,
            null,
            Quote.Of(number.Syntax),
            (_canUpdateInPlace ? InPlace : "") + $"give '{row.Entity.Name}' a concurrency token");

        /// <summary>What the model says stands here, or somewhere else.</summary>
        private bool IsDeclaredHere(ITypeSymbol? context) =>
            SymbolEqualityComparer.Default.Equals(context?.ContainingAssembly, compilation.Assembly);

        /// <summary>
        /// A lock, a serializable transaction, or a handler of the conflict, which says that there is a token.
        /// </summary>
        private static bool IsKept(IOperation change) =>
            Turns.AreTakenIn(change.Root())
            || change.Root().DescendantsAndSelf().OfType<ICatchClauseOperation>().Any(static clause =>
                clause.ExceptionType.Name == "DbUpdateConcurrencyException");

        /// <summary>Beside another number of the same row, before the same save: one finding is enough.</summary>
        private bool IsFurther(IOperation change, IOperation owner) =>
            change.Statement() is { Parent: IBlockOperation { Operations: var statements } } statement
            && statements.Take(statements.IndexOf(statement))
                .Reverse()
                .TakeWhile(earlier => !Bodies.Own(earlier).OfType<IInvocationOperation>().Any(_additions.Saves))
                .OfType<IExpressionStatementOperation>()
                .Any(earlier => RecomputedBy(earlier.Operation) is { Instance: { } other }
                    && SyntaxFactory.AreEquivalent(other.Syntax, owner.Syntax));

        private bool IsSaved(IOperation change) =>
            Bodies.Own(Bodies.Around(change)).OfType<IInvocationOperation>().Any(call =>
                call.Syntax.SpanStart > change.Syntax.SpanStart && _additions.Saves(call));
    }

    /// <summary>The number of a row that a new one is computed from.</summary>
    private static IPropertyReferenceOperation? RecomputedBy(IOperation operation) => operation switch
    {
        IIncrementOrDecrementOperation { Target: var target } => NumberIn(target),
        ICompoundAssignmentOperation { Target: var target } => NumberIn(target),
        ISimpleAssignmentOperation { Target: var target, Value: var value } =>
            NumberIn(target) is { } number && IsReckoned(value, number) ? number : null,
        _ => null,
    };

    /// <summary>
    /// From what was read a new value is made; <c>book.Price = wanted ?? book.Price</c> only keeps what is there, and
    /// nothing is written then.
    /// </summary>
    private static bool IsReckoned(IOperation value, IPropertyReferenceOperation number) => value.Unconverted() switch
    {
        _ when CallStack.IsNearlyFull => false,
        ICoalesceOperation { Value: var wanted, WhenNull: var otherwise } =>
            IsReckoned(wanted, number) || IsReckoned(otherwise, number),
        IConditionalOperation { Condition: var question, WhenTrue: var yes, WhenFalse: { } no } =>
            Reads(question, number) || IsReckoned(yes, number) || IsReckoned(no, number),
        var given => !IsSame(given, number) && Reads(given, number),
    };

    private static bool Reads(IOperation value, IPropertyReferenceOperation number) =>
        value.DescendantsAndSelf().Any(part => IsSame(part, number));

    private static IPropertyReferenceOperation? NumberIn(IOperation target) =>
        target is IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: not IInstanceReferenceOperation }
            number
        && IsNumber(number.Type)
            ? number
            : null;

    private static bool IsNumber(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments:
            { Length: 1 } inner }
            ? IsNumber(inner[0])
            : type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private static bool IsSame(IOperation part, IPropertyReferenceOperation number) =>
        part is IPropertyReferenceOperation read
        && SymbolEqualityComparer.Default.Equals(read.Property, number.Property)
        && read.Instance is { } owner
        && SyntaxFactory.AreEquivalent(owner.Syntax, number.Instance!.Syntax);
}
