using AiAwareAnalyzers.Concurrency.Maps;
using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>Two calls of a <c>ConcurrentDictionary</c> where one would be safe.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CheckThenAct() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1002",
        title: "A concurrent dictionary is asked first and changed afterwards",
        messageFormat: "Between '{0}' and '{1}' another thread can {2}; use '{3}', which does both at once",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Each call of a concurrent dictionary is safe; two calls in a row are not, whatever the first "
            + "one has answered.",
        alsoKnownAs: "check-then-act, TOCTOU, race condition, GetOrAdd, AddOrUpdate",
        cwe: [367]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetTypeByMetadataName("System.Collections.Concurrent.ConcurrentDictionary`2") is null
            || TestCode.Of(start.Compilation).IsTestProject)
            return;

        LookInBodies(
            start,
            static context => Found(context) is { } step
                && step.Second.IsShared
                && !RunsOnce(context.ContainingSymbol)
                && !Turns.AreTakenAround(step.Second.Operation)
                    ? Diagnostic.Create(
                        Descriptor,
                        step.Second.Operation.Syntax.GetLocation(),
                        Quote.Of(step.First.Operation.Syntax),
                        Quote.Of(step.Second.Operation.Syntax),
                        step.Harm,
                        step.Remedy)
                    : null,
            OperationKind.Conditional,
            OperationKind.SimpleAssignment,
            OperationKind.CompoundAssignment,
            OperationKind.Increment,
            OperationKind.Decrement);
    }

    private static Step? Found(OperationAnalysisContext context) => context.Operation switch
    {
        IConditionalOperation { Type: null } choice => InsertedBehind(choice) ?? ClaimedBehind(choice),
        ISimpleAssignmentOperation { Target: var target, Value: var value } => Recomputed(target, value),
        ICompoundAssignmentOperation { Target: var target } => Recomputed(target, target),
        IIncrementOrDecrementOperation { Target: var target } => Recomputed(target, target),
        _ => null,
    };

    /// <summary>An object that is put where none was found, though another thread may have put one there.</summary>
    private static Step? InsertedBehind(IConditionalOperation choice)
    {
        if (choice.Condition.Bare() is not IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var asked }
            || MapUse.OfCall(asked, "TryGetValue", "ContainsKey") is not { } look)
            return null;
        var insertion = Bodies.Own(choice.WhenTrue)
            .Select(operation => InsertionBy(operation, choice))
            .FirstOrDefault(use => use?.IsAboutSameAs(look) == true);
        return insertion is null
            ? null
            : new(look, insertion, "put its own object there, so that the two go on with different ones", "GetOrAdd");
    }

    /// <summary>An element that is set, or added with nobody asking if it was.</summary>
    private static MapUse? InsertionBy(IOperation operation, IConditionalOperation choice) => operation switch
    {
        ISimpleAssignmentOperation { Target: var target, Value: var value }
            when MapUse.OfElement(target) is { } element && IsNewHere(value, choice) => element,
        IExpressionStatementOperation { Operation: IInvocationOperation { Arguments: { Length: 2 } arguments } call }
            when MapUse.OfCall(call, "TryAdd") is { } addition && IsKeptAndNew(arguments[1].Value, choice) => addition,
        _ => null,
    };

    /// <summary>Made in place, or kept in a local that was given it in this branch.</summary>
    private static bool IsNewHere(IOperation value, IConditionalOperation choice) =>
        Individuals.IsMadeBy(value) || IsKeptAndNew(value, choice);

    /// <summary>Whoever was too late goes on with an object that nobody else will ever see.</summary>
    private static bool IsKeptAndNew(IOperation value, IConditionalOperation choice) =>
        value.Bare() is ILocalReferenceOperation { Local: var local } reference
        && Bodies.Own(choice.WhenTrue).Any(operation => operation switch
        {
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment =>
                SymbolEqualityComparer.Default.Equals(target.Local, local) && Individuals.IsMadeBy(assignment.Value),
            IVariableDeclaratorOperation declarator =>
                SymbolEqualityComparer.Default.Equals(declarator.Symbol, local)
                && declarator.GetVariableInitializer() is { Value: var first }
                && Individuals.IsMadeBy(first),
            _ => false,
        })
        && Bodies.Own(Bodies.Around(choice)).Any(operation =>
            operation is ILocalReferenceOperation later
            && SymbolEqualityComparer.Default.Equals(later.Local, local)
            && later.Syntax.SpanStart > reference.Syntax.Span.End);

    /// <summary>A key that is refused where it is taken, and taken where it is free, in two steps.</summary>
    private static Step? ClaimedBehind(IConditionalOperation choice) =>
        Claim.Behind(choice) is { } claim
            ? new(claim.Look, claim.Taking, "take the same key, and both callers are told that it is theirs", "TryAdd")
            : null;

    /// <summary><c>counts[key] = counts[key] + 1</c>, <c>counts[key]++</c>, and by way of a local.</summary>
    private static Step? Recomputed(IOperation target, IOperation value)
    {
        if (MapUse.OfElement(target) is not { } written) return null;
        var read = value.DescendantsAndSelf()
            .Select(part => ReadBy(part) ?? (part == value.Bare() ? null : KeptFrom(part, written)))
            .FirstOrDefault(use => use?.IsAboutSameAs(written) == true);
        return read is null
            ? null
            : new(read, written, "change the element, and its change is then overwritten", "AddOrUpdate");
    }

    private static MapUse? ReadBy(IOperation operation) =>
        MapUse.OfElement(operation) ?? MapUse.OfCall(operation, "TryGetValue", "GetValueOrDefault", "GetOrAdd");

    /// <summary>The look at the dictionary that a local has its value from.</summary>
    private static MapUse? KeptFrom(IOperation part, MapUse written) =>
        part is ILocalReferenceOperation { Local: var local }
            ? Bodies.Own(Bodies.Around(written.Operation))
                .Select(operation => operation switch
                {
                    IInvocationOperation call when call.Arguments.Any(argument => IsOut(argument, local)) =>
                        MapUse.OfCall(call, "TryGetValue"),
                    IVariableDeclaratorOperation declarator
                        when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) =>
                        declarator.GetVariableInitializer() is { Value: var value } ? ReadBy(value) : null,
                    _ => null,
                })
                .FirstOrDefault(static use => use is not null)
            : null;

    private static bool IsOut(IArgumentOperation argument, ILocalSymbol local) =>
        argument.Parameter?.RefKind == RefKind.Out
        && argument.Value.DescendantsAndSelf().OfType<ILocalReferenceOperation>()
            .Any(filled => SymbolEqualityComparer.Default.Equals(filled.Local, local));

    private static bool RunsOnce(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor };

    /// <summary>Two uses in a row, and what may happen in between.</summary>
    private sealed record Step(MapUse First, MapUse Second, string Harm, string Remedy);
}
