using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>
/// A number from outside that passes the check, or that is taken for a date or an enum value without one.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncheckedNumber() : Rule(Descriptor)
{
    /// <summary>Marks a range check that can be turned around.</summary>
    internal const string Range = "Range";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0902",
        title: "A number from outside is used unchecked",
        messageFormat: "{0}; {1}",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "NaN is neither below nor above anything, an enum takes every number, and a date throws on month "
            + "13: what comes from outside is checked.",
        alsoKnownAs: "NaN bypass, improper input validation, undefined enum value",
        cwe: [20],
        customTags: LowersOwnFindings);

    private static readonly ImmutableDictionary<string, string?> CanTurn =
        ImmutableDictionary<string, string?>.Empty.Add(Range, "");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var serves = Endpoints.ArePossible(start.Compilation);
        start.RegisterOperationAction(context => AnalyzeCheck(context, serves), OperationKind.Binary);
        if (!serves) return;

        var numbers = new RequestNumbers(start.Compilation, NumberLooks.Exist, Sides.Both);
        start.RegisterOperationAction(context => AnalyzeDate(context, numbers), OperationKind.ObjectCreation);
        start.RegisterOperationAction(context => AnalyzeEnum(context, numbers), OperationKind.Conversion);
        start.RegisterOperationAction(context => AnalyzeColumn(context, numbers), OperationKind.SimpleAssignment);
    }

    /// <summary>
    /// <c>x &lt; low || x &gt; high</c> refuses everything but NaN; so does <c>x &lt;= 0</c>, which is enough where
    /// callers are strangers.
    /// </summary>
    private static void AnalyzeCheck(OperationAnalysisContext context, bool serves)
    {
        var check = (IBinaryOperation)context.Operation;
        if (check.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr }) return;

        // Most comparisons refuse nothing: they are not taken apart.
        var mayBeOneSided = serves && RangeCheck.Refuses(check);
        if (check.OperatorKind != BinaryOperatorKind.ConditionalOr && !mayBeOneSided
            || RangeCheck.Of(check) is not { } range
            || range.IsOneSided && !mayBeOneSided
            || !range.IsFromOutside
            || range.IsAskedForNaN)
            return;

        context.Report(Diagnostic.Create(
            Descriptor, check.Syntax.GetLocation(), range.IsWhole ? CanTurn : null,
            $"'{range.Name}' may be NaN, which text can say and which is neither below nor above a limit, so this "
            + "check lets it pass",
            $"ask whether it is inside instead of outside, or add '!double.IsFinite({range.Name})'"));
    }

    private static void AnalyzeDate(OperationAnalysisContext context, RequestNumbers numbers)
    {
        var date = (IObjectCreationOperation)context.Operation;
        if (date.Type
            is not { Name: "DateTime" or "DateOnly" or "DateTimeOffset" or "TimeOnly",
                ContainingNamespace.Name: "System" }
            || date.Arguments.Length < 2)
            return;
        if (Rescue.Surrounds(date, "ArgumentOutOfRangeException", "ArgumentException") || Quoted.Holds(date)) return;

        var number = date.Arguments
            .Where(argument => argument.Parameter is { Name: "year" or "month" or "day" or "hour" or "minute" })
            .Select(argument => numbers.Behind(argument.Value))
            .FirstOrDefault(behind => behind is not null);
        if (number is not null)
            context.Report(Diagnostic.Create(
                Descriptor, date.Syntax.GetLocation(),
                $"'{number.Name}' of {number.Handler} may be any number, "
                + $"and 'new {date.Type.Name}' throws on a month 13 or a day 31 that is not there",
                "check it first, and refuse what is no date"));
    }

    private static void AnalyzeEnum(OperationAnalysisContext context, RequestNumbers numbers)
    {
        var cast = (IConversionOperation)context.Operation;
        if (cast.IsImplicit
            || cast.Type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } type
            || cast.Operand.Type?.TypeKind == TypeKind.Enum
            || cast.Operand.ConstantValue.HasValue)
            return;
        if (OpenEnums.IsFlags(type) || AsksIfDefined(cast)) return;

        if (numbers.Behind(cast.Operand) is { } number)
            context.Report(Diagnostic.Create(
                Descriptor, cast.Syntax.GetLocation(),
                $"'{number.Name}' of {number.Handler} may be any number, and the cast "
                + $"makes a '{type.Name}' of it that does not exist",
                $"ask 'Enum.IsDefined' first, or take a '{type.Name}' and refuse what is unknown"));
    }

    /// <summary>
    /// A row keeps a value that its enum does not have; elsewhere a <c>switch</c> or a lookup soon finds out.
    /// </summary>
    private static void AnalyzeColumn(OperationAnalysisContext context, RequestNumbers numbers)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: var column }
            || OpenEnums.TypeOf(column.Type) is not { } type
            || !StoredTypes.Of(context.Compilation).Contain(column.ContainingType)
            || numbers.Behind(assignment.Value) is not { } value
            || !OpenEnums.Of(context.Compilation).Contain(value))
            return;

        context.Report(Diagnostic.Create(
            Descriptor, assignment.Value.Syntax.GetLocation(),
            Zones.Raised(DiagnosticSeverity.Info, context), null, null,
            $"'{value.Name}' of {value.Handler} may be a number that '{type.Name}' does not have, which is bound all "
            + $"the same and kept in '{column.ContainingType.Name}.{column.Name}'",
            "ask 'Enum.IsDefined' first, and refuse what is unknown"));
    }

    private static bool AsksIfDefined(IConversionOperation cast) => OperationTree.Around(cast).Any(operation =>
        operation is IInvocationOperation { TargetMethod.Name: "IsDefined" or "IsInEnum" or "IsValid" });
}
