using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Money.Arithmetic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money.Amounts;

/// <summary>Which amounts have a currency beside them, and whether it is always the same one.</summary>
internal sealed class Currencies
{
    /// <summary>Words that say that an amount has been converted already.</summary>
    private static readonly ImmutableHashSet<string> Converted = WordSet.Of(
        "base converted normalized normalised home reporting settlement functional default",
        "usd eur gbp chf jpy cny pln dollar euro");

    private readonly ConcurrentDictionary<ISymbol, bool> _single = new(SymbolEqualityComparer.Default);
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

    /// <summary>Nothing but one constant is ever given; who gives it must be in sight.</summary>
    public bool IsAlwaysOne(ISymbol currency) =>
        _single.GetOrAdd(currency.OriginalDefinition, found => IsAlwaysOne(found, Trail.Start));

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

    private bool IsAlwaysOne(ISymbol currency, Trail trail)
    {
        var type = Numbers.Underlying(TypeNames.TypeOf(currency));
        if (type is { TypeKind: TypeKind.Enum })
            return !type.GetMembers().OfType<IFieldSymbol>().Skip(1).Any();
        return type?.SpecialType == SpecialType.System_String
            && trail.TryPass(currency, out var further)
            && !currency.DeclaringSyntaxReferences.IsEmpty
            && !IsOfCaller(currency)
            && AreOne([.. ValuesFor(currency)], further);
    }

    private bool AreOne(IReadOnlyList<IOperation> values, Trail trail) =>
        !values.Any(value => IsOpen(value, trail))
        && values.Select(Values.ConstantText).Where(IsCode).Distinct().Count() == 1;

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
                && !IsAlwaysOne(property.OriginalDefinition, trail),
            _ => false,
        };
    }

    private static bool IsSettled(string name) => Words.StemsOf(name).Any(static word =>
        word is "default" or "base" or "option" or "setting" or "configuration" or "config");
}
