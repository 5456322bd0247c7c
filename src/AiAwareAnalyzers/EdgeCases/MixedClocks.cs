using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>A local time compared with, or subtracted from, the time in UTC.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MixedClocks() : Rule(Descriptor)
{
    /// <summary>The name of the sibling that tells the time in UTC.</summary>
    internal const string Sibling = "Sibling";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0915",
        title: "A local time is reckoned against UTC",
        messageFormat: "'{0}' {1} local time, and the other side is UTC: a DateTime does not mind, so the result is "
            + "off by the zone of the host; {2}",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Comparing and subtracting DateTime values looks at the digits only: both sides must be in the "
            + "same zone.",
        alsoKnownAs: "DateTimeKind mismatch, time zone bug, local time compared with UTC",
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!TestCode.Of(start.Compilation).IsTestProject)
            LookInBodies(start, Look, OperationKind.Binary, OperationKind.Invocation);
    }

    private static Diagnostic? Look(OperationAnalysisContext context)
    {
        if (SidesOf(context.Operation) is not var (left, right)) return null;
        return Find(left, right) ?? Find(right, left);
    }

    private static Diagnostic? Find(IOperation universal, IOperation local)
    {
        if (!UniversalTimes.Contain(universal) || LocalTimes.Of(local) is not { } time) return null;
        if (Quoted.Holds(local) || IsOfServerClock(time.Reading)) return null;
        return Diagnostic.Create(
            Descriptor,
            local.Syntax.GetLocation(),
            time.DependsOnText ? DiagnosticSeverity.Info : Descriptor.DefaultSeverity,
            additionalLocations: null,
            time.Sibling is { } sibling && time.Reading.Syntax.Span == local.Syntax.Span
                ? ImmutableDictionary<string, string?>.Empty.Add(Sibling, sibling)
                : null,
            Quote.Of(local.Syntax),
            time.Origin,
            time.WayOut);
    }

    /// <summary>What AIA0909 says of a clock and a column.</summary>
    private static bool IsOfServerClock(IOperation reading) =>
        reading is IPropertyReferenceOperation { Property: var clock, SemanticModel.Compilation: { } compilation }
        && HostClock.IsLocal(clock)
        && HostClock.IsServer(compilation)
        && HostClock.UseOf(reading) is not null;

    /// <summary>What is subtracted or compared, by an operator or by a method.</summary>
    private static (IOperation Left, IOperation Right)? SidesOf(IOperation operation) => operation switch
    {
        IBinaryOperation reckoning when IsReckoning(reckoning) => (reckoning.LeftOperand, reckoning.RightOperand),
        IInvocationOperation { Instance: { } left, Arguments: { Length: 1 } others, TargetMethod:
            { Name: "Subtract" or "CompareTo", ContainingType.SpecialType: SpecialType.System_DateTime } }
            when Moments.AreTimes(others[0].Value.Type) => (left, others[0].Value),
        IInvocationOperation { Arguments: { Length: 2 } both, TargetMethod:
            { Name: "Compare", ContainingType.SpecialType: SpecialType.System_DateTime } } =>
            (both[0].Value, both[1].Value),
        _ => null,
    };

    private static bool IsReckoning(IBinaryOperation operation) =>
        operation.OperatorKind is BinaryOperatorKind.Subtract
            or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
            or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
        && Moments.AreTimes(operation.RightOperand.Type);
}
