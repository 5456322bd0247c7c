using AiAwareAnalyzers.FakeWork.Work;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>A local collection or text that is filled, and that nothing reads.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadCollection() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0614",
        title: "A collection is filled and never read",
        messageFormat: "'{0}' is filled and never read, so what is put into it is lost; use it, or take it out",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "What is collected with care and then never used looks like work that is done, and the result "
            + "goes without it.",
        alsoKnownAs: "unused collection, write-only list, dead store",
        cwe: [563]);

    /// <summary>What puts something in.</summary>
    private static readonly ImmutableHashSet<string> Fillers = WordSet.Of(
        "Add AddRange AddFirst AddLast AddOrUpdate Append AppendFormat AppendJoin AppendLine Enqueue EnqueueRange",
        "Insert InsertRange Push PushRange TryAdd UnionWith");

    /// <summary>What changes it, and tells nothing of it either.</summary>
    private static readonly ImmutableHashSet<string> Changers = WordSet.Of(
        "Clear EnsureCapacity ExceptWith IntersectWith Remove RemoveAll RemoveAt RemoveRange Replace Reverse Sort",
        "SymmetricExceptWith TrimExcess TrimToSize");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (Surroundings.AreProductive(start.Compilation))
            start.RegisterOperationAction(Ask, OperationKind.VariableDeclarator);
    }

    private static void Ask(OperationAnalysisContext context)
    {
        var declarator = (IVariableDeclaratorOperation)context.Operation;
        var local = declarator.Symbol;
        if (!IsCollection(local.Type)
            || declarator.GetVariableInitializer() is not { Value: var value }
            || !IsNew(value))
            return;

        var mentions = Locals.Around(declarator, context.Compilation).MentionsOf(local);
        if (mentions.Any(IsFilling) && mentions.All(static mention => IsFilling(mention) || TellsNothing(mention)))
            context.Report(Diagnostic.Create(Descriptor, local.Locations[0], local.Name));
    }

    private static bool IsCollection(ITypeSymbol type) =>
        type is INamedTypeSymbol { ContainingNamespace: { } space, DeclaringSyntaxReferences.IsEmpty: true }
        && (IsOfCollections(space)
            || space.Name is "Generic" or "Concurrent" or "ObjectModel" && IsOfCollections(space.ContainingNamespace)
            || type is { Name: "StringBuilder", ContainingNamespace.Name: "Text" });

    private static bool IsOfCollections(INamespaceSymbol space) =>
        space.Name == "Collections"
        && space.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Nobody else has it: it is made here, of sizes, comparers and texts at most.</summary>
    private static bool IsNew(IOperation value) => value.Unconverted() switch
    {
        IObjectCreationOperation creation => creation.Type?.DeclaringSyntaxReferences.IsEmpty == true
            && creation.Arguments.All(static argument => argument.Parameter?.Type is
                { SpecialType: SpecialType.System_Int32 or SpecialType.System_String }
                or { Name: "IEqualityComparer" or "IComparer" }),
        { Kind: NewerSyntax.CollectionExpression } => true,
        _ => false,
    };

    /// <summary>A call or an assignment that puts something in, and whose own answer nobody takes.</summary>
    private static bool IsFilling(IOperation mention) => mention.Outermost() is var value && value.Parent switch
    {
        IInvocationOperation call => call.Instance == value
            && Fillers.Contains(call.TargetMethod.Name) && IsWholeStatement(call),
        IMethodReferenceOperation group => Fillers.Contains(group.Method.Name),
        IConditionalAccessOperation { WhenNotNull: IInvocationOperation call } access => access.Operation == value
            && Fillers.Contains(call.TargetMethod.Name) && IsWholeStatement(access),
        IPropertyReferenceOperation { Property.IsIndexer: true } element => IsOnlySet(element),
        _ => false,
    };

    /// <summary>It is emptied, sorted, locked, made anew.</summary>
    private static bool TellsNothing(IOperation mention) => mention.Outermost() is var value && value.Parent switch
    {
        IInvocationOperation call => call.Instance == value
            && Changers.Contains(call.TargetMethod.Name) && IsWholeStatement(call),
        IPropertyReferenceOperation { Property: { IsIndexer: false, Name: "Length" or "Capacity" } } size =>
            size.Parent is ISimpleAssignmentOperation assignment
            && assignment.Target == size && IsWholeStatement(assignment),
        ILockOperation held => held.LockedValue == value,
        ISimpleAssignmentOperation again => again.Target == value && IsNew(again.Value) && IsWholeStatement(again),
        _ => false,
    };

    /// <summary><c>map[key] = 1</c>, and <c>map[key]++</c> too: only what is put in is read.</summary>
    private static bool IsOnlySet(IOperation element) => element.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == element && IsWholeStatement(assignment),
        IIncrementOrDecrementOperation step => IsWholeStatement(step),
        _ => false,
    };

    /// <summary>
    /// Whether nobody takes what an operation gives, over further calls that give the same thing:
    /// <c>text.Append(a).Append(b);</c>.
    /// </summary>
    private static bool IsWholeStatement(IOperation operation)
    {
        var whole = operation.Outermost();
        while (whole.Parent is IInvocationOperation { Instance: { } instance, TargetMethod: var method } next
            && instance == whole
            && (Fillers.Contains(method.Name) || Changers.Contains(method.Name))
            && method.ContainingType.Name == "StringBuilder")
            whole = next.Outermost();
        return whole.Parent switch
        {
            IExpressionStatementOperation => true,
            ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation } => true,
            _ => false,
        };
    }
}
