using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Concurrency.Rows;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>A row that gets the number after the highest one, which another caller has read as well.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NumberTakenTwice() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1027",
        title: "The next number is read from the rows, and two callers take the same",
        messageFormat: "Two callers can both read the same last '{0}' of '{1}' and both add one with the next{2}; {3}",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Between the question for the highest number and the insert there is time for another request "
            + "that asks the same; only the database can count for both.",
        alsoKnownAs: "race condition, max plus one, duplicate number, TOCTOU",
        cwe: [362]);

    private static readonly ImmutableHashSet<string> Adding = WordSet.Of("add create insert save store");

    /// <summary>Last words of members that tell one row from the others.</summary>
    private static readonly ImmutableHashSet<string> Numbers = WordSet.Of(
        "code counter id identifier nr no num number ref reference revision sequence serial seq ticket version");

    /// <summary>First words of numbers that only say in which order rows are shown.</summary>
    private static readonly ImmutableHashSet<string> Places = WordSet.Of(
        "display line list page position rank row slot sort step");

    /// <summary>By what a statement makes others wait for its rows.</summary>
    private static readonly ImmutableArray<string> Locks = ImmutableArray.Create(
        "FOR UPDATE", "UPDLOCK", "TABLOCK", "advisory", "applock", "LOCK TABLE");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (EntityFramework.Of(start.Compilation).Context is null || SingleCaller.HasAllOf(start.Compilation)) return;

        var watch = new Watch(start.Compilation);
        LookInBodies(start, watch.Look, OperationKind.Invocation);
    }

    /// <summary>Looks at rows that are added, and at the numbers that they are given.</summary>
    private sealed class Watch(Compilation compilation)
    {
        private readonly NextNumbers _numbers = new(compilation);
        private readonly RowAdditions _additions = new(compilation);
        private readonly UniqueKeys _keys = UniqueKeys.Of(compilation);

        public Diagnostic? Look(OperationAnalysisContext context)
        {
            var addition = (IInvocationOperation)context.Operation;
            if (Words.Of(addition.TargetMethod.Name).FirstOrDefault() is not { } verb
                || !Adding.Contains(verb)
                || SingleCaller.Has(context.ContainingSymbol))
                return null;

            foreach (var argument in addition.Arguments)
                if (argument.Value.Bare() is { Type: INamedTypeSymbol { TypeKind: TypeKind.Class } entity } row
                    && _additions.Adds(addition, entity)
                    && Find(row, entity) is var (member, value, highest)
                    && IsOpen(addition, highest, context.ContainingSymbol)
                    && _keys.Of(entity, ImmutableArray.Create(member)) is not Uniqueness.Kept and var uniqueness)
                    return Finding(entity, member, value, uniqueness);
            return null;
        }

        private Diagnostic Finding(ITypeSymbol entity, string member, IOperation value, Uniqueness uniqueness) =>
            Diagnostic.Create(
                Descriptor,
                value.Syntax.GetLocation(),
                member,
                entity.Name,
                uniqueness == Uniqueness.Unseen ? ": the second fails without an answer, or there are two"
                    : _keys.StoreKnowsKeysOnly ? ", because this store keeps nothing unique but keys"
                    : $", because nothing in the model keeps '{member}' unique",
                "let the database count, with a sequence or a counter that is raised in one statement, or declare a "
                    + "unique index and take the next number when it is violated");

        /// <summary>The member of an added row that gets the next number.</summary>
        private (string Member, IOperation Value, HighestNumber Highest)? Find(IOperation row, ITypeSymbol entity)
        {
            foreach (var (member, value) in AssignedTo(row))
                if (IsNumber(member)
                    && _numbers.Behind(value) is { } highest
                    && SymbolEqualityComparer.Default.Equals(highest.Entity, entity)
                    && (highest.Member ?? member) == member)
                    return (member, value, highest);
            return null;
        }

        private bool IsOpen(IInvocationOperation addition, HighestNumber highest, ISymbol member) =>
            Bodies.Own(Bodies.Around(addition)).OfType<IInvocationOperation>().Any(call =>
                call.Syntax.SpanStart >= addition.Syntax.SpanStart && _additions.Saves(call))
            && !IsOrdered(Turns.WholeOf(addition, member))
            && !(_additions.BodyBehind(addition) is { } body && IsOrdered(body))
            && !(highest.Call.Root() is var asking && asking != addition.Root() && IsOrdered(asking))
            && !(member is IMethodSymbol method
                && Passed.CallsOf(method, compilation).Any(static call => Turns.AreWaitedForIn(call.Root())));

        private static bool IsOrdered(IOperation body) =>
            Turns.AreTakenIn(body)
            || body.DescendantsAndSelf().Any(static part =>
                part.ConstantText() is { } text
                && Locks.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));
    }

    private static bool IsNumber(string member) =>
        Words.Of(member) is { Length: > 0 } words && Numbers.Contains(words[^1]) && !Places.Contains(words[0]);

    /// <summary>What the members of a row are given: where it is made, and afterwards in the same function.</summary>
    private static IEnumerable<(string Member, IOperation Value)> AssignedTo(IOperation row)
    {
        var made = row is ILocalReferenceOperation local ? Values.InitialValueOf(local)?.Bare() : row;
        foreach (var given in GivenTo(made)) yield return given;
        if (Values.VariableOf(row) is not { } variable) yield break;

        foreach (var operation in Bodies.Own(Bodies.Around(row)))
            if (operation is ISimpleAssignmentOperation
                { Target: IPropertyReferenceOperation { Instance: { } owner } target, Value: var value }
                && SymbolEqualityComparer.Default.Equals(Values.VariableOf(owner.Bare()), variable))
                yield return (target.Property.Name, value);
    }

    /// <summary>The initializer and the arguments of what makes a row; an argument is named after its member.</summary>
    private static IEnumerable<(string Member, IOperation Value)> GivenTo(IOperation? made)
    {
        var (initializer, arguments) = made switch
        {
            IObjectCreationOperation creation => (creation.Initializer, creation.Arguments),
            IInvocationOperation factory => (null, factory.Arguments),
            _ => (null, ImmutableArray<IArgumentOperation>.Empty),
        };
        foreach (var argument in arguments)
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { Name: { Length: > 0 } name } })
                yield return (char.ToUpperInvariant(name[0]) + name[1..], argument.Value);
        foreach (var member in initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
            if (member.Target is IPropertyReferenceOperation target) yield return (target.Property.Name, member.Value);
    }
}
