using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>The value of a result taken with a <c>!</c> although nobody asked whether there is one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnaskedResult() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0907",
        title: "A result's value is taken without asking for success",
        messageFormat: "'{0}!' is null where '{1}' failed, and '{2}' is never asked; ask it first and answer "
            + "the failure",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A result type says whether there is a value; taking it with '!' turns every failure into a "
            + "NullReferenceException somewhere else.",
        alsoKnownAs: "unchecked result, null-forgiving operator");

    private static readonly ImmutableHashSet<string> ValueNames = ImmutableHashSet.Create(
        "Data", "Value", "Result", "Content", "Payload", "Item", "Model");

    private static readonly ImmutableHashSet<string> SuccessNames = ImmutableHashSet.Create(
        "IsSuccess", "Success", "Succeeded", "IsSuccessful", "IsSuccessStatusCode", "IsOk", "Ok", "IsValid",
        "IsFailure", "IsError", "Failed", "HasError", "HasErrors", "HasValue");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!TestCode.Of(start.Compilation).IsTestProject)
            start.RegisterSyntaxNodeAction(Analyze, SyntaxKind.SuppressNullableWarningExpression);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var forgiven = (PostfixUnaryExpressionSyntax)context.Node;
        if (forgiven.Operand is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access
            || !ValueNames.Contains(name))
            return;
        if (context.SemanticModel.GetOperation(
            access, context.CancellationToken) is not IPropertyReferenceOperation { Instance: { } owner } value)
            return;
        if (!MayBeNull(value.Property) || SuccessOf(value.Property.ContainingType) is not { } success) return;
        if (!IsFresh(owner, out var call)
            || Quoted.Holds(value)
            || IsAsked(value, owner)
            || IsAskedBeside(owner, call)
            || !IsFirst(value))
            return;

        context.Report(Diagnostic.Create(
            Descriptor, forgiven.GetLocation(), Quote.Of(access), call.TargetMethod.Name, success));
    }

    private static bool MayBeNull(IPropertySymbol value) =>
        !value.Type.IsValueType
        && (value.Type.NullableAnnotation == NullableAnnotation.Annotated
            || value.OriginalDefinition.Type.NullableAnnotation == NullableAnnotation.Annotated);

    /// <summary>
    /// The member that tells whether there is a value, of the type itself or of one that it derives from.
    /// </summary>
    private static string? SuccessOf(INamedTypeSymbol type) => type.SelfAndBases()
        .SelectMany(ancestor => ancestor.GetMembers())
        .FirstOrDefault(member =>
            member is IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean, IsStatic: false }
            && SuccessNames.Contains(member.Name))?
        .Name;

    /// <summary>
    /// Whether the result came from a call in this body: what a parameter or a field holds, somebody else has asked.
    /// </summary>
    private static bool IsFresh(IOperation owner, out IInvocationOperation call)
    {
        var origin = Place.Inside(owner);
        if (origin is ILocalReferenceOperation local) origin = OriginOf(local) ?? origin;
        call = (origin as IInvocationOperation)!;
        return call is not null && !IsMadeHere(call.TargetMethod);
    }

    /// <summary>What a local was declared with, or deconstructed from.</summary>
    private static IOperation? OriginOf(ILocalReferenceOperation reference) =>
        reference.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } =>
                reference.SemanticModel?.GetOperation(value)?.Bare(),
            SingleVariableDesignationSyntax designation
                when designation.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } split =>
                reference.SemanticModel?.GetOperation(split.Right)?.Bare(),
            _ => null,
        };

    /// <summary>
    /// The same question under another name: of a status that came together with the result, or of the response that
    /// the result was read from.
    /// </summary>
    private static bool IsAskedBeside(IOperation owner, IInvocationOperation call) =>
        Place.Inside(owner) is ILocalReferenceOperation { Local: var local }
        && Companions(local, owner.SemanticModel).Any(other => NumberLooks.Exist(other, owner))
        || SourceOf(call) is { } source && OperationTree.Around(owner).Any(operation => IsQuestion(operation, source));

    /// <summary>The variable that a call reads from: <c>response.Content.ReadFromJsonAsync</c>.</summary>
    private static Place? SourceOf(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } source
        && Place.Of(source) is { Root: ILocalSymbol response }
            ? Place.At(response)
            : null;

    /// <summary>The locals that were deconstructed from the same answer.</summary>
    private static IEnumerable<Place> Companions(ILocalSymbol local, SemanticModel? model) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is SingleVariableDesignationSyntax declaration
        && declaration.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Left: var split }
            ? split.DescendantNodes().OfType<SingleVariableDesignationSyntax>()
                .Where(other => other != declaration)
                .Select(other => model?.GetDeclaredSymbol(other))
                .OfType<ILocalSymbol>()
                .Select(Place.At)
            : [];

    /// <summary><c>Result.Success(x)</c>: made here, and known.</summary>
    private static bool IsMadeHere(IMethodSymbol method) =>
        method.IsStatic && method.ContainingType.GetMembers().Any(member => ValueNames.Contains(member.Name));

    /// <summary>A look at the value, at its success, or at anything else that the result says of itself.</summary>
    private static bool IsAsked(IOperation value, IOperation owner)
    {
        if (Place.Of(value) is not { } place || Place.Of(owner) is not { } result) return false;
        return NullLooks.Exist(place, value)
            || NullLooks.AskAbout(place.Root, value)
            || OperationTree.Around(value).Any(operation => IsQuestion(operation, result));
    }

    private static bool IsQuestion(IOperation operation, Place result) => operation switch
    {
        IPropertyReferenceOperation { Instance: { } asked } property =>
            IsFlag(property.Property) && result.IsReadBy(asked),
        IInvocationOperation { Instance: { } asked, Type.SpecialType: SpecialType.System_Boolean } =>
            result.IsReadBy(asked),
        IIsPatternOperation match => result.IsReadBy(match.Value),
        _ => false,
    };

    private static bool IsFlag(IPropertySymbol property) =>
        SuccessNames.Contains(property.Name)
        || property.Name is "StatusCode" or "Status"
        || property.Type.TypeKind == TypeKind.Enum
        || property.Name.Contains("Error");

    /// <summary>One root cause, one finding: the first of several uses of one result.</summary>
    private static bool IsFirst(IPropertyReferenceOperation value) => Place.Of(value) is not { } place
        || !OperationTree.Around(value).OfType<IPropertyReferenceOperation>().Any(other =>
            other.Syntax.SpanStart < value.Syntax.SpanStart && Dereference.IsForgiven(other) && place.IsReadBy(other));
}
