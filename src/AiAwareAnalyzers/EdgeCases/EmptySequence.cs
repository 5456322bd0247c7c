using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>An element, an average or a part taken of a sequence that may have none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmptySequence() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0913",
        title: "Something is taken from what may be empty",
        messageFormat: "{0}; {1}",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "First, Max and Average throw where there is nothing, and an index where there are fewer parts: "
            + "ask first, or use what has an answer for nothing.",
        alsoKnownAs: "Sequence contains no elements, IndexOutOfRangeException, empty collection",
        cwe: [129],
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(AnalyzeFallback, OperationKind.Coalesce);
        start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        start.RegisterOperationAction(AnalyzePart, OperationKind.ArrayElementReference);
    }

    /// <summary>
    /// <c>answer?.Items.First() ?? fallback</c>: it helps where there is no list, not where the list is empty.
    /// </summary>
    private static void AnalyzeFallback(OperationAnalysisContext context)
    {
        var choice = (ICoalesceOperation)context.Operation;
        if (Place.Inside(choice.Value) is not IInvocationOperation call || TakerOf(call) is not { } way) return;
        if (choice.WhenNull.Unconverted() is IThrowOperation || !IsOpen(call)) return;

        var emptiness = EmptyAnswers.BeforeQuestionMarks(choice.Value, context.Compilation);
        if (emptiness == Emptiness.Impossible || IsOfNullElement(choice.Value, call)) return;

        var isSeen = emptiness == Emptiness.Possible;
        context.Report(Diagnostic.Create(
            Descriptor,
            CallPlaces.Of(call),
            Zones.Raised(isSeen ? Descriptor.DefaultSeverity : DiagnosticSeverity.Info, context),
            additionalLocations: null,
            properties: null,
            $"'{call.TargetMethod.Name}' throws where '{Spelled(Sequences.RootOf(call).Syntax)}' is empty"
            + $"{(isSeen ? "" : " and not null")}, and what stands behind '??' helps only where something is null",
            way));
    }

    /// <summary>
    /// <c>users.Select(user => user.Email).First() ?? ""</c>: without a question mark it answers an element that may be
    /// null; behind a filter somebody expected an answer for nothing.
    /// </summary>
    private static bool IsOfNullElement(IOperation value, IInvocationOperation call) =>
        !value.DescendantsAndSelf().Any(static part => part is IConditionalAccessOperation)
        && call.SemanticModel?.GetTypeInfo(call.Syntax).Nullability.FlowState == NullableFlowState.MaybeNull
        && Sequences.SourceOf(call) is { } source
        && Sequences.Emptier(source) is null
        && !Sequences.IsFilledByFilter(Sequences.RootOf(source));

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!IsReckoning(call) || IsFallenBackOn(call) || Sequences.SourceOf(call) is not { } source) return;
        if ((Sequences.Emptier(source) ?? Sequences.EmptierBehind(source)) is not { } emptier || !IsOpen(call)) return;

        context.Report(Diagnostic.Create(
            Descriptor,
            CallPlaces.Of(call),
            Zones.Raised(
                emptier.TakesOneOut ? DiagnosticSeverity.Info : Descriptor.DefaultSeverity, context),
            additionalLocations: null,
            properties: null,
            $"'{call.TargetMethod.Name}' throws where {emptier.Cause}, and nobody asks",
            "ask 'Any' first, or let it reckon with a nullable number"));
    }

    /// <summary><c>text.Split(':')[1]</c>.</summary>
    private static void AnalyzePart(OperationAnalysisContext context)
    {
        var part = (IArrayElementReferenceOperation)context.Operation;
        if (part.Indices is not [{ ConstantValue: { HasValue: true, Value: int and > 0 } }]) return;
        if (part.ArrayReference.Bare() is not IInvocationOperation { Instance: { } text, TargetMethod: { Name: "Split",
            ContainingType.SpecialType: SpecialType.System_String } } split)
            return;
        if (Place.Of(text) is not { } place
            || Quoted.Holds(part)
            || Rescue.Surrounds(part, "IndexOutOfRangeException")
            || PartLooks.Exist(place, part)
            || PartLooks.AreBehindQuestions(split, part, context.Compilation))
            return;

        context.Report(Diagnostic.Create(
            Descriptor, part.Syntax.GetLocation(),
            $"'{Quote.Of(part.Syntax)}' throws where '{Quote.Of(text.Syntax)}' has no {Separator(split)}, and nobody "
            + "asks",
            "keep the parts, and ask for their 'Length' first"));
    }

    private static string Separator(IInvocationOperation split) =>
        split.Arguments.FirstOrDefault()?.Value.ConstantValue is { HasValue: true, Value: { } separator }
            ? $"'{Quote.Of(separator.ToString())}'"
            : "separator";

    /// <summary>What to write instead of a call that takes something; null where it takes nothing.</summary>
    private static string? TakerOf(IInvocationOperation call) => call.TargetMethod switch
    {
        { ContainingType.Name: not ("Enumerable" or "Queryable") } => null,
        { Name: "First" or "Last" or "Single" or "ElementAt" } method => $"use '{method.Name}OrDefault'",
        { Name: "Max" or "Min" or "Average" } when IsReckoning(call) =>
            "ask 'Any' first, or let it reckon with a nullable number",
        _ => null,
    };

    /// <summary>An operator that makes a number of all elements, and has none for no element.</summary>
    private static bool IsReckoning(IInvocationOperation call) =>
        call.TargetMethod.Name is "Max" or "Min" or "Average" or "MaxAsync" or "MinAsync" or "AverageAsync"
        && Sequences.IsOperator(call.TargetMethod)
        && Tasks.Unwrap(call.TargetMethod.ReturnType)
            is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T };

    private static bool IsOpen(IInvocationOperation call) =>
        Sequences.SourceOf(call) is { } source
        && !Quoted.Holds(call)
        && !Rescue.Surrounds(call, "InvalidOperationException", "ArgumentOutOfRangeException")
        && !SizeLooks.Exist(source, call);

    /// <summary>With what stands before the question mark, where a member begins with it.</summary>
    private static string Spelled(SyntaxNode root) =>
        root is MemberBindingExpressionSyntax
        && root.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { Expression: var owner }
            ? Quote.Of($"{owner}{root}")
            : Quote.Of(root);

    /// <summary>Reported where the fallback stands.</summary>
    private static bool IsFallenBackOn(IInvocationOperation call)
    {
        IOperation outer = call;
        while (outer.Parent is IConditionalAccessOperation or IConversionOperation) outer = outer.Parent;
        return outer.Parent is ICoalesceOperation;
    }
}
