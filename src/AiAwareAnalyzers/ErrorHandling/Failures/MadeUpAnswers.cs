using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>
/// Objects that look like an answer and were made up: what was asked for, zeros, empty lists and the time of day.
/// </summary>
internal sealed class MadeUpAnswers
{
    /// <summary>Words of members and types that can say, or suggest, that this is no answer.</summary>
    private static readonly ImmutableHashSet<string> Admitting = WordSet.Of(
        "available cached code confidence default degraded error estimated exception exit failed failure fallback",
        "healthy info kind log message metadata note null ok option problem quality reason result setting skipped",
        "source stale state status success succeeded unavailable unknown valid version warning");

    private readonly Compilation _compilation;
    private readonly ResultTypes _results;

    private MadeUpAnswers(Compilation compilation)
    {
        _compilation = compilation;
        _results = ResultTypes.Of(compilation);
    }

    public static MadeUpAnswers Of(Compilation compilation) => Facts.Of(compilation, static c => new MadeUpAnswers(c));

    /// <summary><c>new Wind(station, 0, 0, now)</c>, <c>new Page { Number = page, Total = 0 }</c>.</summary>
    public bool Are(IOperation value) => MadeUpPartsOf(value) is not null;

    /// <summary>Such an object that holds a number with decimals, which null or an empty list never is.</summary>
    public bool AreMeasured(IOperation value) =>
        MadeUpPartsOf(value) is { } parts
        && parts.Exists(static part =>
            Inside(part) is { ConstantValue: { HasValue: true, Value: not null } } number && IsDecimal(number.Type));

    /// <summary>All that an object is made of, where nobody found out any of it; null for any other.</summary>
    private List<IOperation>? MadeUpPartsOf(IOperation value) =>
        PartsOf(value) is { Count: > 0 } parts && parts.TrueForAll(IsMadeUp) && parts.Exists(IsEmptyMeasure)
            ? parts
            : null;

    /// <summary>All that an object is made of; null where it may say that something is wrong.</summary>
    private List<IOperation>? PartsOf(IOperation value)
    {
        if (MadeBy(value.Settled()) is not { Type: INamedTypeSymbol type } creation
            || Admits(type.Name)
            || _results.IsResult(type)
            || type.DeclaringSyntaxReferences.IsEmpty && !Solutions.AreOne(type, _compilation.Assembly.GlobalNamespace))
            return null;

        var parts = new List<IOperation>();
        foreach (var argument in creation.Arguments)
            if (argument.ArgumentKind == ArgumentKind.Explicit)
            {
                if (Admits(argument.Parameter?.Name ?? "")) return null;
                parts.Add(argument.Value);
            }

        foreach (var initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation
                { Property.Name: var name } } given
                || Admits(name))
                return null;
            parts.Add(given.Value);
        }

        return parts;
    }

    /// <summary>An object that is made here, or once for all: <c>Wind.Default</c>.</summary>
    private IObjectCreationOperation? MadeBy(IOperation value) => value switch
    {
        IObjectCreationOperation creation => creation,
        IMemberReferenceOperation { Instance: null, Member: var member }
            when SymbolEqualityComparer.Default.Equals(TypeNames.TypeOf(member), member.ContainingType) =>
            InitializerOf(member)?.Settled() as IObjectCreationOperation,
        _ => null,
    };

    private IOperation? InitializerOf(ISymbol member) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            _ => null,
        } is { } syntax
            ? Semantics.Of(_compilation).ModelOf(syntax.SyntaxTree)?.GetOperation(syntax)
            : null;

    private static bool Admits(string name) => Words.StemsOf(name).Any(Admitting.Contains);

    /// <summary>A part that nobody found out: it was there before, or is the same whatever happens.</summary>
    private static bool IsMadeUp(IOperation part) => Inside(part) switch
    {
        { ConstantValue: { HasValue: true, Value: var constant }, Type: var type } => constant switch
        {
            bool => false,
            string text => text.Length == 0,
            null => true,
            _ => type?.TypeKind != TypeKind.Enum && IsPlausible(constant),
        },
        IParameterReferenceOperation => true,
        ILocalReferenceOperation { Local: var local } => !IsCaught(local),
        IPropertyReferenceOperation { Instance: IParameterReferenceOperation } => true,
        var other => IsNow(other) || EmptyValues.IsEmpty(other),
    };

    /// <summary>Zero, or a number with decimals; what is below zero or no number at all says that it is none.</summary>
    private static bool IsPlausible(object number) => number switch
    {
        decimal amount => amount >= 0,
        double amount => amount >= 0 && !double.IsInfinity(amount) && amount < double.MaxValue,
        float amount => amount >= 0 && !float.IsInfinity(amount) && amount < float.MaxValue,
        int or long or short or byte or uint or ulong => Convert.ToDecimal(number, null) == 0,
        _ => false,
    };

    private static bool IsCaught(ILocalSymbol local) =>
        TypeNames.SelfAndAncestors(local.Type).Any(static type => type.Name == nameof(Exception));

    /// <summary>The time of day, of whatever clock.</summary>
    private static bool IsNow(IOperation value) => value switch
    {
        IPropertyReferenceOperation { Property.Name: "Now" or "UtcNow" or "Today" or "UtcDateTime" or "DateTime" } =>
            true,
        IInvocationOperation { TargetMethod.Name: "GetUtcNow" or "GetLocalNow" or "FromDateTime" or "ToUniversalTime" }
            => true,
        _ => false,
    };

    /// <summary>A number, or a list without anything in it: what a caller counts, adds up or compares.</summary>
    private static bool IsEmptyMeasure(IOperation part) => Inside(part) switch
    {
        { ConstantValue: { HasValue: true, Value: var constant } } => constant is not (null or string or bool),
        IParameterReferenceOperation or ILocalReferenceOperation or IDefaultValueOperation => false,
        IObjectCreationOperation { Type: { } type } other => IsList(type) && EmptyValues.IsEmpty(other),
        var other => !IsNow(other) && EmptyValues.IsEmpty(other),
    };

    /// <summary>A number as what it is converted to, anything else without what stands around it.</summary>
    private static IOperation Inside(IOperation part) => part.ConstantValue.HasValue ? part : part.Settled();

    private static bool IsList(ITypeSymbol type) => type.AllInterfaces.Any(static contract =>
        contract.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static bool IsDecimal(ITypeSymbol? type) => type?.SpecialType
        is SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single;
}
