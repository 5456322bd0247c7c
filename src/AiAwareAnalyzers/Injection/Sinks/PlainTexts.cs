using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Knowledge.Templates;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Injection.Sinks;

/// <summary>
/// Texts of which every part is a number, an enum or a constant of the program, wherever they were put together: no
/// markup can get into them.
/// </summary>
internal sealed class PlainTexts(Compilation compilation)
{
    /// <summary>What makes a text of texts, and adds nothing.</summary>
    private static readonly ImmutableHashSet<string> Forms = ImmutableHashSet.Create(
        "Concat", "Format", "Join", "PadLeft", "PadRight", "Replace", "Substring", "ToLower", "ToLowerInvariant",
        "ToUpper", "ToUpperInvariant", "Trim", "TrimEnd", "TrimStart");

    /// <summary>
    /// How many locals and helpers a part may go through: each may name the next one twice, and the ways double.
    /// </summary>
    private const int Depth = 8;

    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);

    public static PlainTexts Of(Compilation compilation) => Facts.Of(compilation, static c => new PlainTexts(c));

    public bool Are(IOperation value) => IsPlain(value, Trail.OfSteps(Depth));

    private bool IsPlain(IOperation value, Trail trail)
    {
        if (CallStack.IsNearlyFull || trail.IsOver) return false;
        var text = value.Unconverted();
        if (text.ConstantValue.HasValue || HoleOrigins.IsHarmless(text.Type)) return true;
        return text switch
        {
            IInterpolatedStringOperation { Parts: var parts } => parts.All(part => IsPlainPart(part, trail)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: var left, RightOperand: var right } =>
                IsPlain(left, trail) && IsPlain(right, trail),
            IConditionalOperation { WhenTrue: var yes, WhenFalse: { } no } => IsPlain(yes, trail) && IsPlain(no, trail),
            ICoalesceOperation { Value: var first, WhenNull: var second } =>
                IsPlain(first, trail) && IsPlain(second, trail),
            ISwitchExpressionOperation { Arms: var arms } => arms.All(arm => IsPlain(arm.Value, trail)),
            IThrowOperation => true,
            IInvocationOperation call => IsPlainCall(call, trail),
            ILocalReferenceOperation { Local: var local } => trail.TryPass(local, out var further)
                && Locals.Around(text, compilation).OnlyValueOf(local) is { } given
                && IsPlain(given, further),
            IParameterReferenceOperation { Parameter: var parameter } => trail.TryPass(parameter, out var further)
                && IsFilledPlainly(parameter, further),
            IPropertyReferenceOperation { Property: var property } => trail.TryPass(property, out var further)
                && IsFilledPlainly(property, further),
            _ => false,
        };
    }

    private bool IsPlainPart(IInterpolatedStringContentOperation part, Trail trail) =>
        part is IInterpolatedStringTextOperation
        || part is IInterpolationOperation { Expression: var value } && IsPlain(value, trail);

    /// <summary>
    /// A number that is written out, texts that get another form, or a method all of whose answers are such.
    /// </summary>
    private bool IsPlainCall(IInvocationOperation call, Trail trail)
    {
        var method = call.TargetMethod;
        var isForm = method.Name == "ToString" && TextOperations.Instance(call) is { } owner && IsPlain(owner, trail)
            || method.ContainingType.SpecialType == SpecialType.System_String && Forms.Contains(method.Name)
                && (call.Instance is null || IsPlain(call.Instance, trail));
        return isForm
            ? call.Arguments.All(argument => IsPlainOrNoText(argument.Value, trail))
            : trail.TryPass(method.OriginalDefinition, out var further)
                && _summaries.Behind(method) is { IsEmpty: false } bodies
                && bodies.All(body => body.Body is not null
                    && body.Answers.ToList() is { Count: > 0 } answers
                    && answers.TrueForAll(answer => IsPlain(answer, further)));
    }

    private bool IsPlainOrNoText(IOperation value, Trail trail) => value.Unconverted() switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var elements } =>
            elements.All(element => IsPlain(element, trail)),
        { Type: { Name: "CultureInfo" or "NumberFormatInfo" or "IFormatProvider" or "DateTimeFormatInfo" } } => true,
        var text => IsPlain(text, trail),
    };

    /// <summary>A private function that is only ever called, and with plain texts.</summary>
    private bool IsFilledPlainly(IParameterSymbol parameter, Trail trail) =>
        parameter is { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol
            { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private } method }
        && Passed.CallsOf(method, compilation) is { IsEmpty: false } calls
        && Mentions.SpelledLike(method).Count() == calls.Length
        && calls.SelectMany(static call => call.Arguments)
            .Where(argument => argument.Parameter?.Ordinal == parameter.Ordinal)
            .All(argument => IsPlain(argument.Value, trail));

    /// <summary>A property that reckons a plain text, or one of a private type that gets no other.</summary>
    private bool IsFilledPlainly(IPropertySymbol property, Trail trail) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } declaration =>
                IsPrivate(property.ContainingType)
                && declaration.SyntaxTree is { } tree
                && Semantics.Of(compilation).ModelOf(tree)?.GetDeclaredSymbol(declaration) is IParameterSymbol parameter
                && AreMadePlainly(property, parameter, trail),
            PropertyDeclarationSyntax { ExpressionBody.Expression: var answer } =>
                Semantics.Of(compilation).ModelOf(answer.SyntaxTree)?.GetOperation(answer) is { } value
                && property is { IsVirtual: false, IsOverride: false, IsAbstract: false }
                && IsPlain(value, trail),
            _ => false,
        };

    /// <summary>Nobody outside makes one, no serializer either.</summary>
    private static bool IsPrivate(INamedTypeSymbol type) =>
        type is { DeclaredAccessibility: Accessibility.Private, ContainingType: not null, IsSealed: true };

    private bool AreMadePlainly(IPropertySymbol property, IParameterSymbol parameter, Trail trail)
    {
        var type = property.ContainingType;
        var home = type.ContainingType.DeclaringSyntaxReferences.Select(static part => part.GetSyntax()).ToList();
        var made = home.SelectMany(static part => part.DescendantNodes())
            .OfType<BaseObjectCreationExpressionSyntax>()
            .Select(creation => Semantics.Of(compilation).ModelOf(creation.SyntaxTree)?.GetOperation(creation))
            .OfType<IObjectCreationOperation>()
            .Where(creation => SymbolEqualityComparer.Default.Equals(creation.Type, type))
            .ToList();
        return made.Count > 0
            && !home.SelectMany(static part => part.DescendantNodes()).Any(node => IsFilledElsewhere(node, property))
            && made.TrueForAll(creation => creation.Arguments
                .Where(argument => argument.Parameter?.Ordinal == parameter.Ordinal)
                .All(argument => IsPlain(argument.Value, trail)));
    }

    /// <summary><c>with { Label = text }</c>, or a serializer: <c>Deserialize&lt;Row&gt;(text)</c>.</summary>
    private static bool IsFilledElsewhere(SyntaxNode node, IPropertySymbol property) => node switch
    {
        AssignmentExpressionSyntax { Left: var left } =>
            left.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault()?.Identifier.ValueText
                == property.Name,
        GenericNameSyntax { Parent: MemberAccessExpressionSyntax or InvocationExpressionSyntax } call =>
            call.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
                name.Identifier.ValueText == property.ContainingType.Name),
        _ => false,
    };
}
