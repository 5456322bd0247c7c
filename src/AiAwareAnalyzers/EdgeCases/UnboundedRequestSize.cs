using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>
/// A number from a request that decides how much is read, allocated or repeated, without an upper limit.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnboundedRequestSize() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0901",
        title: "A request decides how much work is done",
        messageFormat: "'{0}' of {1} decides {2}, and nothing limits it from above: one request can ask for "
            + "everything; "
            + "limit it with 'Math.Clamp' and constants, or refuse what is out of bounds",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A page size, a count or a length that a caller chooses needs an upper limit before it reaches a "
            + "query, an array or a loop.",
        alsoKnownAs: "unbounded page size, resource exhaustion, denial of service",
        cwe: [770]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Endpoints.ArePossible(start.Compilation)) return;

        var numbers = new RequestNumbers(start.Compilation, NumberLooks.LimitFromAbove);
        start.RegisterOperationAction(
            context => Analyze(context, numbers),
            OperationKind.Invocation, OperationKind.ArrayCreation, OperationKind.ObjectCreation, OperationKind.Loop);
    }

    private static void Analyze(OperationAnalysisContext context, RequestNumbers numbers)
    {
        if (SizeOf(context.Operation) is not var (size, what) || size.ConstantValue.HasValue || Quoted.Holds(size))
            return;
        if (numbers.Behind(size) is { } number)
            context.Report(Diagnostic.Create(
                Descriptor, size.Syntax.GetLocation(), number.Name, number.Handler, what));
    }

    /// <summary>The number that decides how much an operation does, and of what.</summary>
    private static (IOperation Size, string What)? SizeOf(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Take", ContainingType.Name: "Queryable" } } page =>
            (page.Arguments[^1].Value, "how many rows are read"),
        IInvocationOperation { TargetMethod: { Name: "Range" or "Repeat", ContainingType.Name: "Enumerable" } } range =>
            (range.Arguments[1].Value, "how many elements are made"),
        IInvocationOperation { TargetMethod: { Name: "GetBytes", IsStatic: true,
            ContainingType.Name: "RandomNumberGenerator" }, Arguments: { Length: 1 } length } =>
            (length[0].Value, "how many bytes are made"),
        IArrayCreationOperation { DimensionSizes: { Length: > 0 } sizes, Initializer: null } =>
            (sizes[0], "how large an array is"),
        IObjectCreationOperation { Type.SpecialType: SpecialType.System_String, Arguments: { Length: 2 } parts } =>
            (parts[1].Value, "how long a text is"),
        IObjectCreationOperation
            { Constructor: { Parameters: { Length: 1 } parameters }, Arguments: { Length: 1 } capacity }
            when parameters[0] is { Name: "capacity", Type.SpecialType: SpecialType.System_Int32 } =>
            (capacity[0].Value, "how much is reserved"),
        IForLoopOperation
            { Condition: IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan
                or BinaryOperatorKind.LessThanOrEqual, RightOperand: { } bound } } =>
            (bound, "how often a loop runs"),
        _ => null,
    };
}
