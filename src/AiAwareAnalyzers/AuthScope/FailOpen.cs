using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.AuthScope.Reach;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>A check that fails without consequence: the flag is set anyway, or the work goes on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FailOpen() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0314",
        title: "A failed check lets the caller in",
        messageFormat: "{0}, so callers who fail the check get in like those who pass it (fail-open); {1}",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A check whose failure sets the flag anyway, or after which the work goes on, lets in callers "
            + "who fail it.",
        alsoKnownAs: "fail-open, failing open, ignored authorization result",
        cwe: [636]);

    private static readonly ImmutableHashSet<string> Granting = WordSet.Of(
        "access allowed authentic authenticated authorized granted permitted trusted valid validated verified");

    private static readonly ImmutableHashSet<string> Proofs = WordSet.Of(
        "CheckPasswordAsync FixedTimeEquals VerifyData VerifyHash VerifyHashedPassword VerifySignature");

    private static readonly ImmutableHashSet<string> ProvingTypes = WordSet.Of(
        "CryptographicOperations DSA ECDsa IPasswordHasher PasswordHasher RSA UserManager");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation) || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(JudgeCondition, OperationKind.Conditional);
        start.RegisterOperationAction(JudgeStatement, OperationKind.ExpressionStatement);
    }

    private static void JudgeCondition(OperationAnalysisContext context)
    {
        var choice = (IConditionalOperation)context.Operation;
        if (choice.WhenFalse is not null || IsDouble(context)) return;

        if (FlagSetAnyway(choice) is { } flag) ReportUnguarded(
            context, choice, $"'{flag.Name}' is set to true where every check has failed",
            "leave it false there, and refuse");
        else if (FailedGate(choice.Condition) is { } gate && OnlyLogs(choice.WhenTrue) && GoesOn(choice))
            ReportUnguarded(
                context, choice, $"A failed '{gate}' is only logged and the work goes on",
                "return or throw after the log");
    }

    /// <summary>Only what would be reported is worth the look at all that stands in front of it.</summary>
    private static void ReportUnguarded(
        OperationAnalysisContext context, IConditionalOperation choice, string observation, string wayOut)
    {
        if (!EnvironmentGuard.Covers(choice.Syntax)) Report(context, choice.Condition, observation, wayOut);
    }

    /// <summary><c>if (!isOwner &amp;&amp; !isAllowed) isAllowed = true;</c></summary>
    private static ISymbol? FlagSetAnyway(IConditionalOperation choice)
    {
        if (StatementsOf(choice.WhenTrue) is not { Count: > 0 } statements || !statements.TrueForAll(IsLogOrAssignment))
            return null;

        var failed = Values.Conjuncts(choice.Condition).Select(DeniedBy).ToList();
        return failed.Contains(null) ? null : statements.Select(AssignmentIn).OfType<ISimpleAssignmentOperation>()
            .Where(assignment => ReturnValues.IsTrue(assignment.Value))
            .Select(assignment => Values.SymbolOf(assignment.Target))
            .FirstOrDefault(flag => flag is not null
                && Words.Of(flag.Name).Any(Granting.Contains)
                && failed.Exists(one => SymbolEqualityComparer.Default.Equals(one, flag)));
    }

    /// <summary>The flag that a condition finds false.</summary>
    private static ISymbol? DeniedBy(IOperation condition) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var flag } => FlagOf(flag),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, LeftOperand: var flag, RightOperand: var value }
            when ReturnValues.Is(value, false) => FlagOf(flag),
        IIsPatternOperation { Value: var flag, Pattern: IConstantPatternOperation { Value: var value } }
            when ReturnValues.Is(value, false) => FlagOf(flag),
        _ => null,
    };

    private static ISymbol? FlagOf(IOperation flag) => flag.Bare() switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
            or IPropertyReferenceOperation => Values.SymbolOf(flag.Bare()),
        _ => null,
    };

    /// <summary>
    /// The gate that a condition finds closed: called there, or kept in a local that nobody else asks.
    /// </summary>
    private static string? FailedGate(IOperation condition)
    {
        if (condition.Bare() is not IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand })
            return null;

        var asked = operand.Bare();
        if (asked is ILocalReferenceOperation local)
        {
            if (MentionsOf(local) > 1) return null;
            asked = Trail.Start.InitialValueOf(local, out _)?.Bare();
        }

        return asked is IInvocationOperation call && IsGate(call.TargetMethod) ? call.TargetMethod.Name : null;
    }

    private static int MentionsOf(ILocalReferenceOperation local) =>
        local.Root().Descendants().OfType<ILocalReferenceOperation>()
            .Count(mention => SymbolEqualityComparer.Default.Equals(mention.Local, local.Local));

    private static bool IsGate(IMethodSymbol method) =>
        (Proofs.Contains(method.Name)
            && method.ContainingType.SelfAndBases().Any(type => ProvingTypes.Contains(type.Name)))
        || (Gates.Opens(method) == true && Gates.Guards(method, "") && !Gates.IsOpenByName(method.ContainingType.Name));

    private static bool OnlyLogs(IOperation branch) =>
        StatementsOf(branch) is { Count: > 0 } statements && statements.TrueForAll(IsLog);

    /// <summary>More than an answer stands behind it.</summary>
    private static bool GoesOn(IConditionalOperation choice) =>
        choice.Parent is IBlockOperation block
        && Bodies.Behind(choice, block)
            .SelectMany(statement => statement.DescendantsAndSelf())
            .Any(operation => operation is IInvocationOperation call && LogCalls.LoudnessOf(call) is null);

    /// <summary>The answer of a proof, or of a gate that has no other way to refuse, is thrown away.</summary>
    private static void JudgeStatement(OperationAnalysisContext context)
    {
        var statement = (IExpressionStatementOperation)context.Operation;
        if (statement.Operation.Bare() is IInvocationOperation call
            && IsGate(call.TargetMethod)
            && !IsDouble(context)
            && (Proofs.Contains(call.TargetMethod.Name) || OnlyAnswers(call.TargetMethod, context.Compilation)))
            Report(
                context, statement, $"Nothing looks at what '{call.TargetMethod.Name}' answers",
                "refuse where it answers false");
    }

    /// <summary>Neither throws nor remembers anything.</summary>
    private static bool OnlyAnswers(IMethodSymbol gate, Compilation compilation) =>
        CallTargets.Of(compilation).Of(gate) is { IsEmpty: false } bodies
        && gate.Parameters.All(parameter => parameter.RefKind == RefKind.None)
        && bodies.All(body => ReturnValues.BodyOf(body, compilation) is { } operations
            && !operations.Descendants().Any(MayRefuseOtherwise));

    private static bool MayRefuseOtherwise(IOperation operation) => operation switch
    {
        IThrowOperation => true,
        IAssignmentOperation { Target: IMemberReferenceOperation } => true,
        IInvocationOperation { TargetMethod: { ReturnsVoid: true } method } call =>
            LogCalls.LoudnessOf(call) is null && method.Name != "Dispose",
        IInvocationOperation { TargetMethod.Name: var name } =>
            Words.Of(name) is { Length: > 0 } words
            && words[0] is "ensure" or "throw" or "require" or "demand" or "add",
        _ => false,
    };

    private static List<IOperation> StatementsOf(IOperation branch) =>
        branch is IBlockOperation block ? [.. block.Operations] : [branch];

    private static bool IsLogOrAssignment(IOperation statement) =>
        IsLog(statement) || AssignmentIn(statement) is not null;

    private static ISimpleAssignmentOperation? AssignmentIn(IOperation statement) =>
        (statement as IExpressionStatementOperation)?.Operation as ISimpleAssignmentOperation;

    private static bool IsLog(IOperation statement) =>
        statement is IExpressionStatementOperation { Operation: var logged }
        && logged.Bare() is IInvocationOperation call
        && LogCalls.LoudnessOf(call) is not null;

    private static bool IsDouble(OperationAnalysisContext context) =>
        StandIns.Contain(context.ContainingSymbol.ContainingType);

    private static void Report(OperationAnalysisContext context, IOperation place, string what, string wayOut) =>
        context.Report(Diagnostic.Create(Descriptor, place.Syntax.GetLocation(), what, wayOut));
}
