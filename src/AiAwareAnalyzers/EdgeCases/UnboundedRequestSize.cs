using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>
/// A number from a request that decides how much is read, allocated or repeated, without a limit.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnboundedRequestSize() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0901",
        title: "A request decides how much work is done",
        messageFormat: "'{0}' of {1} decides {2}, and nothing limits it from {3}: {4}; "
            + "limit it with 'Math.Clamp' and constants, or refuse what is out of bounds",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A page size, a count or a length that a caller chooses needs an upper limit before it reaches a "
            + "query, an array or a loop.",
        alsoKnownAs: "unbounded page size, negative page size, resource exhaustion, denial of service",
        cwe: [770],
        customTags: LowersOwnFindings);

    /// <summary>Marks what is limited from above only, for the fix.</summary>
    internal const string FromBelow = "FromBelow";

    private static readonly ImmutableDictionary<string, string?> Below =
        ImmutableDictionary<string, string?>.Empty.Add(FromBelow, "");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Endpoints.ArePossible(start.Compilation)) return;

        var fromAbove = new RequestNumbers(start.Compilation, NumberLooks.LimitFromAbove, Sides.Above);
        var fromBelow = new RequestNumbers(start.Compilation, NumberLooks.LimitFromBelow, Sides.Below);
        start.RegisterOperationAction(
            context => Analyze(context, fromAbove, fromBelow),
            OperationKind.Invocation, OperationKind.ArrayCreation, OperationKind.ObjectCreation, OperationKind.Loop);
    }

    private static void Analyze(OperationAnalysisContext context, RequestNumbers fromAbove, RequestNumbers fromBelow)
    {
        if (SizeOf(context.Operation) is var (size, what))
        {
            if (IsKnown(size)) return;
            if (fromAbove.Behind(size) is { } number)
                context.Report(Diagnostic.Create(
                    Descriptor,
                    size.Syntax.GetLocation(),
                    Administrators.AloneMayCall(number.Method)
                        ? Zones.Raised(DiagnosticSeverity.Info, context)
                        : DiagnosticSeverity.Warning,
                    additionalLocations: null,
                    properties: null,
                    number.Name,
                    number.Handler,
                    what,
                    "above",
                    "one request can ask for everything"));
            else if (IsOfQuery(context.Operation, "Take") && SignedBehind(size, fromBelow) is { } negative)
                ReportBelow(context, size, negative, what, Databases.HarmOfLimit(context.Compilation));
        }
        else if (BeginOf(context.Operation) is { } begin
            && !IsKnown(begin)
            && Databases.HarmOfOffset(context.Compilation) is { } harm
            && SignedBehind(begin, fromBelow) is { } number
            && !IsSizeAfter(context.Operation, number, fromBelow))
        {
            ReportBelow(context, begin, number, "where a page begins", harm);
        }
    }

    private static void ReportBelow(
        OperationAnalysisContext context, IOperation place, RequestNumber number, string what, string harm) =>
        context.Report(Diagnostic.Create(
            Descriptor,
            place.Syntax.GetLocation(),
            Zones.Raised(DiagnosticSeverity.Info, context),
            additionalLocations: null,
            Below,
            number.Name,
            number.Handler,
            what,
            "below",
            harm));

    private static bool IsKnown(IOperation size) => size.ConstantValue.HasValue || Quoted.Holds(size);

    /// <summary>A number of a request that may be negative.</summary>
    private static RequestNumber? SignedBehind(IOperation size, RequestNumbers fromBelow) =>
        fromBelow.Behind(size) is { } number && !IsUnsigned(number.Type) ? number : null;

    private static bool IsUnsigned(ITypeSymbol type) => type.SpecialType
        is SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32
        or SpecialType.System_UInt64;

    private static bool IsOfQuery(IOperation operation, string name) =>
        operation is IInvocationOperation { TargetMethod: { ContainingType.Name: "Queryable" } method }
        && method.Name == name;

    /// <summary>How many rows a query leaves out.</summary>
    private static IOperation? BeginOf(IOperation operation) =>
        IsOfQuery(operation, "Skip") ? ((IInvocationOperation)operation).Arguments[^1].Value : null;

    /// <summary>The number is also the size of the page, and is spoken of there.</summary>
    private static bool IsSizeAfter(IOperation skip, RequestNumber number, RequestNumbers fromBelow) =>
        skip.User() is IInvocationOperation take
        && IsOfQuery(take, "Take")
        && fromBelow.Behind(take.Arguments[^1].Value)?.Name == number.Name;

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

    /// <summary>What databases make of negative numbers.</summary>
    private static class Databases
    {
        private const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";

        private static readonly ImmutableHashSet<string> Strict = WordSet.Of(
            "Microsoft.EntityFrameworkCore.SqlServer Npgsql.EntityFrameworkCore.PostgreSQL",
            "Pomelo.EntityFrameworkCore.MySql MySql.EntityFrameworkCore Oracle.EntityFrameworkCore");

        public static string HarmOfLimit(Compilation compilation) =>
            IsSqlite(compilation) ? "a negative number is no limit for SQLite, which then reads every row"
            : IsStrict(compilation) ? "a negative number is an error of the database, and no answer"
            : "a negative number is an error of the database, and for SQLite no limit at all";

        /// <summary>Null where a negative number does not matter.</summary>
        public static string? HarmOfOffset(Compilation compilation) =>
            IsSqlite(compilation) ? null : "a negative offset is an error of the database, and no answer";

        private static bool IsSqlite(Compilation compilation) =>
            compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name == Sqlite)
            && !IsStrict(compilation);

        private static bool IsStrict(Compilation compilation) =>
            compilation.ReferencedAssemblyNames.Any(static assembly => Strict.Contains(assembly.Name));
    }
}
