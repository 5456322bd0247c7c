using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>
/// Follows a value of type <c>object</c> back to the call of System.Text.Json that has certainly made it: on every way,
/// and with nothing put in its place.
/// </summary>
internal sealed class UntypedJson
{
    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol? _element;
    private readonly MethodSummaries _summaries;

    private UntypedJson(Compilation compilation)
    {
        _compilation = compilation;
        _element = compilation.GetTypeByMetadataName("System.Text.Json.JsonElement");
        _summaries = MethodSummaries.Of(compilation);
    }

    public static UntypedJson Of(Compilation compilation) => Facts.Of(compilation, static c => new UntypedJson(c));

    /// <summary>Whether the library is referenced.</summary>
    public bool ArePossible => _element is not null;

    /// <summary>The type that says nothing.</summary>
    public static bool IsUntyped(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Object;

    /// <summary>Whether no element is of a type, and no node, which options may ask for instead.</summary>
    public bool Excludes(ITypeSymbol type) =>
        type.TypeKind is not (TypeKind.TypeParameter or TypeKind.Error or TypeKind.Dynamic)
        && type.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType)
        && !JsonTypes.Hold(type)
        && type.ContainingNamespace?.Name != "Nodes"
        && !_element!.AllInterfaces.Contains(type, SymbolEqualityComparer.Default);

    /// <summary>The call that has read a value; null where it may be something else than an element.</summary>
    public IInvocationOperation? ReadingOf(IOperation value) => Follow(value, Trail.Start);

    /// <summary>The type of the elements of a sequence.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        null => null,
        IArrayTypeSymbol array => array.ElementType,
        _ => type.AllInterfaces.Prepend(type).OfType<INamedTypeSymbol>().FirstOrDefault(static face =>
                face.ConstructedFrom.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            ?.TypeArguments[0],
    };

    private IInvocationOperation? Follow(IOperation part, Trail trail)
    {
        if (trail.IsOver || CallStack.IsNearlyFull) return null;
        var value = Place.Inside(part);
        if (!HoldTheSame(part.Type, value.Type)) return null;
        return value switch
        {
            ILocalReferenceOperation local => OfLocal(local, trail),
            IParameterReferenceOperation parameter => OfParameter(parameter, trail),
            IPropertyReferenceOperation { Instance: { } owner } member =>
                UntypedMembers.Keep(member.Property) && !IsSetBeside(member) ? Follow(owner, trail.Deeper()) : null,
            IArrayElementReferenceOperation element => Follow(element.ArrayReference, trail.Deeper()),
            ICoalesceOperation choice => IsNothing(choice.WhenNull) ? Follow(choice.Value, trail.Deeper()) : null,
            IInvocationOperation call => OfCall(call, trail),
            _ => null,
        };
    }

    /// <summary>A conversion may hide that something else was declared: <c>object first = orders[0]</c>.</summary>
    private static bool HoldTheSame(ITypeSymbol? outside, ITypeSymbol? inside) =>
        outside is not null && inside is not null
        && (AreSame(Tasks.Unwrap(outside), Tasks.Unwrap(inside))
            || ElementOf(Tasks.Unwrap(outside)) is { } one
            && ElementOf(Tasks.Unwrap(inside)) is { } other
            && AreSame(one, other));

    private static bool AreSame(ITypeSymbol one, ITypeSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one, other);

    private IInvocationOperation? OfLocal(ILocalReferenceOperation local, Trail trail)
    {
        if (!trail.TryPass(local.Local, out var further) || IsFilledBefore(local, local.Local)) return null;
        var given = GivenTo(local).ToList();
        return given.Count == 0 ? null : All(given, value => value is null ? null : OfGiven(local, value, further));
    }

    private IInvocationOperation? OfGiven(ILocalReferenceOperation local, IOperation given, Trail trail) =>
        (LoopOver(local.Local) is not null ? IsElementOf(given, local)
            : given is IInvocationOperation { TargetMethod.Name: "TryGetValue" } || HoldTheSame(local.Type, given.Type))
            ? Follow(given, trail)
            : null;

    /// <summary>Whether a local is an element of a sequence, or the value of one that is taken apart.</summary>
    private static bool IsElementOf(IOperation sequence, ILocalReferenceOperation local) =>
        ElementOf(sequence.Type) is { } element
        && (AreSame(local.Type!, element)
            || element is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: [_, var value] }
                && AreSame(local.Type!, value));

    /// <summary>What a loop takes a local from, also apart: <c>foreach (var (key, value) in map)</c>.</summary>
    private static ExpressionSyntax? LoopOver(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            ForEachStatementSyntax loop => loop.Expression,
            SingleVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax { Parent:
                DeclarationExpressionSyntax { Parent: ForEachVariableStatementSyntax loop } } } => loop.Expression,
            _ => null,
        };

    /// <summary>All that a local is ever given but null; a null among them where that is not in sight.</summary>
    private IEnumerable<IOperation?> GivenTo(ILocalReferenceOperation reference)
    {
        var locals = Locals.Around(reference, _compilation);
        if ((locals.InitializerOf(reference.Local) ?? OriginOf(reference)) is { } initial && !IsNull(initial))
            yield return initial;
        foreach (var mention in locals.MentionsOf(reference.Local))
            if (Locals.Of(mention) == Mention.Reassigned)
                switch (mention.Outermost().Parent)
                {
                    case ISimpleAssignmentOperation { Value: var value }:
                        if (!IsNull(value)) yield return value;
                        break;
                    case IArgumentOperation { Parent: IInvocationOperation filler }: yield return filler; break;
                    default: yield return null; break;
                }
    }

    private static IOperation? OriginOf(ILocalReferenceOperation local) =>
        LocalOrigins.Of(local)
        ?? (LoopOver(local.Local) is { } sequence ? local.SemanticModel?.GetOperation(sequence) : null);

    private IInvocationOperation? OfParameter(IParameterReferenceOperation reference, Trail trail)
    {
        var parameter = reference.Parameter;
        if (!trail.TryPass(parameter, out var further)
            || parameter.RefKind != RefKind.None
            || IsFilledBefore(reference, parameter)
            || parameter.ContainingSymbol is not IMethodSymbol function
            || Locals.Around(reference, _compilation).MentionsOf(parameter)
                .Any(static mention => Locals.Of(mention) == Mention.Reassigned))
            return null;
        if (function.MethodKind == MethodKind.AnonymousFunction)
            return Sequences.WalkedBy(function, reference) is { } sequence
                && ElementOf(sequence.AsWritten().Type) is { } element && AreSame(element, parameter.Type)
                    ? Follow(sequence, further)
                    : null;
        return IsOnlyCalled(function)
            ? All(Passed.To(parameter, function, _compilation), given => Follow(given, further))
            : null;
    }

    /// <summary>Nobody else can call it, and nobody is handed it.</summary>
    private static bool IsOnlyCalled(IMethodSymbol function) =>
        function is { IsExtensionMethod: false, IsGenericMethod: false }
        && (function.MethodKind == MethodKind.LocalFunction
            || function is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private })
        && Mentions.SpelledLike(function).All(static name => (name.Parent is MemberAccessExpressionSyntax access
            && access.Name == name ? access.Parent : name.Parent) is InvocationExpressionSyntax);

    private IInvocationOperation? OfCall(IInvocationOperation call, Trail trail)
    {
        if (JsonReadings.IsOne(call)) return JsonReadings.IsPlain(call, _compilation) ? call : null;
        if (UntypedMembers.Keep(call) && Sequences.SourceOf(call) is { } source) return Follow(source, trail.Deeper());
        return _summaries.Behind(call.TargetMethod) is [{ Answers: var answers }]
            && trail.TryPass(call.TargetMethod.OriginalDefinition, out var further)
                ? All(answers.Where(static answer => !IsNothing(answer)), answer => Follow(answer, further))
                : null;
    }

    /// <summary>The first of several, where all are known.</summary>
    private static IInvocationOperation? All<T>(IEnumerable<T> several, Func<T, IInvocationOperation?> find)
    {
        IInvocationOperation? first = null;
        foreach (var one in several)
            if (find(one) is { } found) first ??= found;
            else return null;
        return first;
    }

    private static bool IsNull(IOperation value) =>
        value.Unconverted() is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation;

    /// <summary>Null, an exception, or something empty of the framework.</summary>
    private static bool IsNothing(IOperation value) => value.Unconverted() switch
    {
        var nothing when IsNull(nothing) => true,
        IThrowOperation => true,
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null, Type: { } type } =>
            type.DeclaringSyntaxReferences.IsEmpty,
        IInvocationOperation { TargetMethod: { Name: "Empty", IsStatic: true } } => true,
        { Kind: NewerSyntax.CollectionExpression } list => !list.ChildOperations.Any(),
        _ => false,
    };

    /// <summary>Whether the body gives the member of any object another value.</summary>
    private static bool IsSetBeside(IPropertyReferenceOperation member) =>
        !member.Property.IsIndexer
        && member.Root().Descendants().OfType<ISimpleAssignmentOperation>().Any(assignment =>
            assignment.Target is IPropertyReferenceOperation { Instance: not IInstanceReferenceOperation } target
            && SymbolEqualityComparer.Default.Equals(target.Property, member.Property));

    /// <summary>
    /// Whether something was put into a collection, or code of this project had it in its hands: the elements may have
    /// been replaced by what they hold.
    /// </summary>
    private bool IsFilledBefore(IOperation use, ISymbol variable) =>
        !IsUntyped(TypeNames.TypeOf(variable))
        && Locals.Around(use, _compilation).MentionsOf(variable).Any(mention =>
            mention.Syntax.SpanStart < use.Syntax.SpanStart && IsFilling(mention));

    private static bool IsFilling(IOperation mention)
    {
        var part = mention.Outermost();
        while (part.Parent is IMemberReferenceOperation or IArrayElementReferenceOperation
            or IConditionalAccessOperation)
            part = part.Parent.Outermost();
        return part.Parent switch
        {
            ISimpleAssignmentOperation { Target: var target } => target == part && part != mention,
            ICompoundAssignmentOperation { Target: var target } => target == part,
            IInvocationOperation { Instance: { } instance } call =>
                instance == part && call.TargetMethod.Name is "Add" or "TryAdd" or "Insert" or "AddRange" or "Push"
                    or "Enqueue",
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } =>
                !method.DeclaringSyntaxReferences.IsEmpty,
            _ => false,
        };
    }
}
