using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Money.Arithmetic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money.Amounts;

/// <summary>How many currencies the amounts of a type are kept in.</summary>
internal enum CurrencyRange
{
    /// <summary>Nothing but one constant is ever given.</summary>
    One,

    /// <summary>Whoever gives it is out of sight.</summary>
    Unknown,

    /// <summary>An enum, a table or a type of currencies, or whatever a caller says.</summary>
    Several,
}

/// <summary>Which amounts have a currency beside them, and how many that may be.</summary>
internal sealed class Currencies
{
    /// <summary>Words that say that an amount has been converted already.</summary>
    private static readonly ImmutableHashSet<string> Converted = WordSet.Of(
        "base converted normalized normalised home reporting settlement functional default",
        "usd eur gbp chf jpy cny pln dollar euro");

    private readonly ConcurrentDictionary<ISymbol, CurrencyRange> _ranges = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;

    private Currencies(Compilation compilation) => _compilation = compilation;

    public static Currencies Of(Compilation compilation) => Facts.Of(compilation, static c => new Currencies(c));

    /// <summary>Whether a name speaks of currencies, or of changing one into another.</summary>
    public static bool AreNamed(string name) =>
        Words.StemsOf(name).Any(static word => word is "currency" or "exchange" or "fx" or "convert");

    /// <summary>By the text alone: a word on currencies anywhere is the benefit of the doubt.</summary>
    public static bool AreSpokenOfIn(ISymbol declared) =>
        declared.DeclaringSyntaxReferences.Any(static part =>
            part.GetSyntax().ToString().IndexOf("currenc", StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The member of the same object that says in which currency an amount is; null where none does.</summary>
    public static ISymbol? Beside(IPropertyReferenceOperation amount)
    {
        var words = Words.StemsOf(amount.Property.Name);
        return words.Any(Converted.Contains)
            ? null
            : amount.Instance?.Type.SelfAndBases()
                .SelectMany(static type => type.GetMembers())
                .FirstOrDefault(member => IsKept(member) && IsCurrencyOf(member.Name, words));
    }

    public CurrencyRange RangeOf(ISymbol currency) =>
        _ranges.GetOrAdd(currency.OriginalDefinition, found => RangeOf(found, Trail.Start));

    /// <summary>What is computed from something else is no choice of anybody.</summary>
    private static bool IsKept(ISymbol member) => member switch
    {
        IFieldSymbol field => field is { IsStatic: false, IsImplicitlyDeclared: false },
        IPropertySymbol { IsStatic: false } property => property.SetMethod is not null || property.IsAutomatic(),
        _ => false,
    };

    /// <summary><c>Currency</c>, <c>CurrencyCode</c>, <c>PriceCurrency</c> beside <c>Price</c>.</summary>
    private static bool IsCurrencyOf(string name, ImmutableArray<string> amount)
    {
        var words = Words.StemsOf(name);
        var end = words.Length;
        while (end > 0 && words[end - 1] is "code" or "id" or "iso") end--;
        if (end == 0 || words[end - 1] != "currency") return false;

        var before = words.Take(end - 1).ToList();
        return before.Count == 0 || before is ["iso"] || before.SequenceEqual(amount);
    }

    private CurrencyRange RangeOf(ISymbol currency, Trail trail)
    {
        var type = Numbers.Underlying(TypeNames.TypeOf(currency));
        if (type is { TypeKind: TypeKind.Enum })
            return type.GetMembers().OfType<IFieldSymbol>().Count() > 1 ? CurrencyRange.Several : CurrencyRange.One;
        if (type?.SpecialType != SpecialType.System_String) return CurrencyRange.Several;
        if (!trail.TryPass(currency, out var further) || currency.DeclaringSyntaxReferences.IsEmpty)
            return CurrencyRange.Unknown;

        return IsOfCaller(currency) ? CurrencyRange.Several : RangeOf([.. ValuesFor(currency)], further);
    }

    private CurrencyRange RangeOf(IReadOnlyList<IOperation> values, Trail trail) =>
        values.Any(value => IsOpen(value, trail))
            || values.Select(Values.ConstantText).OfType<string>().Where(IsCode).Distinct().Skip(1).Any()
            ? CurrencyRange.Several
            : values.Any(value => IsCode(value.ConstantText())) ? CurrencyRange.One : CurrencyRange.Unknown;

    /// <summary>A record that is made with its currency, and without a word on what it is otherwise.</summary>
    private static bool IsOfCaller(ISymbol currency) =>
        currency.DeclaringSyntaxReferences[0].GetSyntax() is ParameterSyntax { Default: null };

    /// <summary>An empty text only says that there is no value yet.</summary>
    private static bool IsCode(string? text) => !string.IsNullOrWhiteSpace(text);

    /// <summary>What a currency is declared with, and what is given to it anywhere.</summary>
    private IEnumerable<IOperation> ValuesFor(ISymbol currency)
    {
        var initial = currency.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            ParameterSyntax parameter => parameter.Default?.Value,
            _ => null,
        };
        return Mentions.Of([currency], _compilation, static name => GivenTo(name) is not null)
            .Select(static name => GivenTo(name))
            .Prepend(initial)
            .OfType<ExpressionSyntax>()
            .Select(value => Semantics.Of(_compilation).ModelOf(value.SyntaxTree)?.GetOperation(value))
            .OfType<IOperation>();
    }

    private static ExpressionSyntax? GivenTo(SyntaxNode name)
    {
        var target = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target
            ? assignment.Right
            : null;
    }

    /// <summary>Whether a value is what a caller, a file or another record says; settings say one for all.</summary>
    private bool IsOpen(IOperation given, Trail trail)
    {
        if (CallStack.IsNearlyFull) return false;
        var value = Locals.Around(given, _compilation).Follow(given);
        return value switch
        {
            ICoalesceOperation choice => IsOpen(choice.Value, trail),
            IConditionalAccessOperation access => IsOpen(access.WhenNotNull, trail),
            IInvocationOperation { Instance: { Type.SpecialType: SpecialType.System_String } text } =>
                IsOpen(text, trail),
            IParameterReferenceOperation { Parameter.Name: var name } => !IsSettled(name),
            IPropertyReferenceOperation { Property: var property } =>
                !IsSettled(property.Name)
                && !IsSettled(property.ContainingType.Name)
                && AreNamed(property.Name)
                && RangeOf(property.OriginalDefinition, trail) != CurrencyRange.One,
            _ => false,
        };
    }

    private static bool IsSettled(string name) => Words.StemsOf(name).Any(static word =>
        word is "default" or "base" or "option" or "setting" or "configuration" or "config");
}
