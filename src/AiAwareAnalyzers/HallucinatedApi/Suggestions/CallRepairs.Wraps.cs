using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <content>Values inside of what is asked for: a function that returns them, options that hold them, a list.</content>
internal sealed partial class CallRepairs
{
    private const int MostSettings = 2;
    private const int FewSettings = 6;
    private const double LikeSetting = 0.6;

    /// <summary>Types that are there to be filled by whoever calls.</summary>
    private static readonly ImmutableHashSet<string> Settings = WordSet.Of("configuration options parameters settings");

    private IEnumerable<string> Wrapped(Need need) =>
        [.. AsFunction(need), .. AsTest(need), .. AsSetting(need), .. AsConfiguration(need), .. AsItem(need)];

    /// <summary>A function that returns the value: <c>AddScoped&lt;IClock&gt;(_ => clock)</c>.</summary>
    private IEnumerable<string> AsFunction(Need need)
    {
        if (need.To.SpecialType == SpecialType.System_Delegate)
            return need.From.SpecialType == SpecialType.System_Void ? [] : [$"() => {need.Text}"];
        return InvokeOf(need.To) is { ReturnType: { SpecialType: not SpecialType.System_Object } returned } invoke
            && (SymbolEqualityComparer.Default.Equals(returned, need.From)
                || (returned is ITypeParameterSymbol && need.From.SpecialType == SpecialType.None))
            && (invoke.Parameters.IsEmpty || need.Argument.Expression is not LiteralExpressionSyntax)
                ? [$"{Ignored(invoke.Parameters.Length)} => {need.Text}"]
                : [];
    }

    /// <summary>Whether something is the value: <c>Find(x => x == "a")</c>.</summary>
    private static IEnumerable<string> AsTest(Need need) =>
        LambdaShape.AskedBy(need.To) is { ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: [var tested] }
        && SymbolEqualityComparer.Default.Equals(tested.Type, need.From)
            ? [$"x => x == {need.Text}"]
            : [];

    private static IMethodSymbol? InvokeOf(ITypeSymbol type) => (type as INamedTypeSymbol)?.DelegateInvokeMethod;

    private static string Ignored(int parameters) =>
        parameters == 1 ? "_" : $"({string.Join(", ", Enumerable.Repeat("_", parameters))})";

    /// <summary>Options with the one or two settings that can be meant.</summary>
    private IEnumerable<string> AsSetting(Need need) =>
        need.To is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } type
        && Words.Of(type.Name).Any(Settings.Contains)
        && type.InstanceConstructors.Any(constructor => constructor
            is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public })
            ? SettingsFor(need, type).Select(setting => $"new {Written(type)} {{ {setting.Name} = {need.Text} }}")
            : [];

    /// <summary>A function that sets what was passed: <c>options => options.Level = level</c>.</summary>
    private IEnumerable<string> AsConfiguration(Need need) =>
        InvokeOf(need.To) is { ReturnsVoid: true, Parameters: [{ Type: INamedTypeSymbol type }] }
        && Words.Of(type.Name).Any(Settings.Contains)
            ? SettingsFor(need, type).Select(setting => $"options => options.{setting.Name} = {need.Text}")
            : [];

    /// <summary>
    /// Those of the value's type, if they are few, or the one that such a literal is known to switch on.
    /// </summary>
    private IEnumerable<IPropertySymbol> SettingsFor(Need need, INamedTypeSymbol type)
    {
        var settable = SettableOf(type).ToList();
        var fitting = settable.Where(property => IsOrMayBe(property.Type, need.From)).ToList();
        if (NamedLike(need, fitting) is { } named) return [named];
        if (fitting.Count <= MostSettings
            && (need.From.SpecialType == SpecialType.None || settable.Count <= FewSettings))
            return fitting;
        var known = Idioms.Of(_model.Compilation).ForMissing(need.Text, TypeNames.Of(type)).FirstOrDefault();
        return fitting.Where(property => property.Name == known);
    }

    /// <summary>What an argument was called says which setting is meant: <c>indented: true</c>.</summary>
    private IPropertySymbol? NamedLike(Need need, IReadOnlyCollection<IPropertySymbol> fitting)
    {
        if (need.Argument.NameColon?.Name.Identifier.ValueText is not { } name) return null;
        var likeness = new Likeness(name, Vocabulary.ForGuesses(_model.Compilation));
        return fitting.Where(property => likeness.To(property.Name) >= LikeSetting)
            .OrderByDescending(property => likeness.To(property.Name))
            .FirstOrDefault();
    }

    private static bool IsOrMayBe(ITypeSymbol type, ITypeSymbol value) =>
        SymbolEqualityComparer.Default.Equals(
            IsNullable(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type, value);

    /// <summary>One thing where several are asked for.</summary>
    private static IEnumerable<string> AsItem(Need need) =>
        SymbolEqualityComparer.Default.Equals(ItemOf(need.To), need.From) ? [$"new[] {{ {need.Text} }}"] : [];

    private static ITypeSymbol? ItemOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeKind: TypeKind.Interface, TypeArguments: [var item] } sequence
            when IsOfSeveral(sequence) => item,
        _ => null,
    };

    private static bool IsOfSeveral(INamedTypeSymbol sequence) =>
        sequence.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T
            or SpecialType.System_Collections_Generic_ICollection_T
            or SpecialType.System_Collections_Generic_IList_T
            or SpecialType.System_Collections_Generic_IReadOnlyCollection_T
            or SpecialType.System_Collections_Generic_IReadOnlyList_T;
}
