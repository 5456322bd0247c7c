using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Money.Arithmetic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money.Amounts;

/// <summary>
/// Which declarations and values of a compilation are money, in the words of whoever configured the file that asks.
/// </summary>
internal sealed partial class MoneyFacts
{
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxNode, MoneyUses> _uses = new();
    private readonly ConcurrentDictionary<SyntaxNode, CarriedMoney> _carried = new();
    private readonly MoneyTerms _terms;
    private readonly MoneyTypes _types;

    private MoneyFacts(MoneyTerms terms, MoneyTypes types)
    {
        _terms = terms;
        _types = types;
    }

    /// <summary>What is money for the rules that look at a tree.</summary>
    public static MoneyFacts In(SyntaxTree tree, AnalyzerOptions options, Compilation compilation) =>
        Facts.Of(compilation, static _ => new Vocabularies()).Known.GetOrAdd(
            (MoneyOptions.Terms.In(tree, options, compilation), MoneyOptions.Types.In(tree, options, compilation)),
            static words => new(words.Terms, words.Types));

    /// <summary>Whether a declaration is an amount of money, whatever number type it has.</summary>
    public bool Is(ISymbol symbol) =>
        _known.GetOrAdd(IsTupleElement(symbol) ? symbol : symbol.OriginalDefinition, Judge);

    /// <summary>
    /// Whether a declaration of ours keeps money in a floating-point type: what AIA0201 speaks about, there or at its
    /// root.
    /// </summary>
    public bool IsKeptInFloat(ISymbol? symbol) =>
        symbol is { DeclaringSyntaxReferences.IsEmpty: false }
        && Numbers.IsFloating(Numbers.CarriedBy(TypeOf(symbol)))
        && Is(symbol)
        && !Declarations.IsForced(symbol);

    /// <summary>Whether a local merely carries money that another declaration keeps in a floating-point type.</summary>
    public bool IsCarried(ILocalSymbol local, IOperation place)
    {
        var body = place.Root();
        return _carried.GetOrAdd(body.Syntax, _ => new(body, this)).Contains(local);
    }

    /// <summary>The type of the value that a declaration keeps or gives.</summary>
    public static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.DelegateInvoke
            or MethodKind.ReducedExtension or MethodKind.ExplicitInterfaceImplementation } method =>
            method.ReturnType,
        _ => null,
    };

    private bool Judge(ISymbol symbol)
    {
        var type = TypeOf(symbol);
        if (_types.Contains(type)) return true;
        if (Numbers.CarriedBy(type) is not { } number) return false;

        var words = Words.StemsOf(NameOf(symbol));
        var meaning = _terms.Of(words);
        if (meaning is MoneyMeaning.None or MoneyMeaning.Excluded) return false;
        if (MoneySurroundings.AreElsewhere(symbol)) return false;
        if (IsCount(symbol, number)) return false;
        if (_terms.MayBeShare(words) && IsShare(symbol)) return false;
        return meaning switch
        {
            MoneyMeaning.Strong => true,
            _ when MoneySurroundings.AreJudged(symbol) => false,
            MoneyMeaning.Weak => !IsMeasure(symbol) && (Numbers.IsDecimal(number) || HasEvidence(symbol)),
            _ => IsUsedAsMoney(symbol) || (Numbers.IsDecimal(number) && HasEvidence(symbol)),
        };
    }

    /// <summary>A plural of whole things counts them: <c>int payments</c>, <c>double paymentsPerMonth</c>.</summary>
    private static bool IsCount(ISymbol symbol, ITypeSymbol number)
    {
        var words = Words.Of(NameOf(symbol));
        var end = words.IndexOf("per") is > 0 and var per ? per : Numbers.IsInteger(number) ? words.Length : 0;
        return end > 0 && words[end - 1] != "cents" && Words.Stem(words[end - 1]) != words[end - 1];
    }

    private bool HasEvidence(ISymbol symbol) =>
        MoneySurroundings.SpeakOfBusiness(symbol) || HasMoneySibling(symbol) || IsUsedAsMoney(symbol);

    private bool IsUsedAsMoney(ISymbol symbol) => UsesOf(symbol)?.AsMoney(symbol.Name) ?? false;

    private bool IsMeasure(ISymbol symbol) => UsesOf(symbol)?.AsMeasure(symbol.Name) ?? false;

    private bool IsShare(ISymbol symbol) =>
        InitialValue(symbol) is > 0 and < 1 || (UsesOf(symbol)?.AsShare(symbol.Name) ?? false);

    /// <summary>Somebody nearby keeps a decimal, or says in which currency.</summary>
    private bool HasMoneySibling(ISymbol symbol) =>
        (symbol.ContainingType?.GetMembers().Any(member =>
            !SymbolEqualityComparer.Default.Equals(member, symbol)
            && member is IFieldSymbol or IPropertySymbol
            && SpeaksOfMoney(member))
            ?? false)
        || (symbol.ContainingSymbol is IMethodSymbol method && method.Parameters.Any(SpeaksOfMoney));

    private bool SpeaksOfMoney(ISymbol symbol) =>
        _types.Contains(TypeOf(symbol))
        || Words.Of(symbol.Name).Contains("currency")
        || (Numbers.IsDecimal(Numbers.CarriedBy(TypeOf(symbol))) && _terms.Of(symbol.Name) != MoneyMeaning.Excluded);

    /// <summary>How a name is used: a local or parameter in its member, a member in its file.</summary>
    private MoneyUses? UsesOf(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference) return null;
        var declaration = reference.GetSyntax();
        var root = symbol is ILocalSymbol or IParameterSymbol ? declaration.Ancestors().LastOrDefault(IsBody) : null;
        return _uses.GetOrAdd(root ?? reference.SyntaxTree.GetRoot(), Learn);
    }

    private MoneyUses Learn(SyntaxNode root) => new(root, _terms);

    private static bool IsBody(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax;

    private static double? InitialValue(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } reference
        && InitializerOf(reference.GetSyntax()) is LiteralExpressionSyntax { Token.Value: { } value }
            ? value switch { double number =>
                number, float number => number, decimal number => (double)number, _ => null }
            : null;

    private static ExpressionSyntax? InitializerOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
        ParameterSyntax parameter => parameter.Default?.Value,
        _ => null,
    };

    /// <summary>A tuple's element has its name only where it is used; its definition is Item1.</summary>
    private static bool IsTupleElement(ISymbol symbol) => symbol is IFieldSymbol { ContainingType.IsTupleType: true };

    /// <summary>
    /// The name that says what a declaration is: a delegate's own, not <c>Invoke</c>; the last part of an explicit
    /// implementation's.
    /// </summary>
    private static string NameOf(ISymbol symbol)
    {
        if (symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke }) return symbol.ContainingType.Name;
        return symbol.Name.Substring(symbol.Name.LastIndexOf('.') + 1);
    }

    /// <summary>One <see cref="MoneyFacts"/> for each vocabulary: files may be configured differently.</summary>
    private sealed class Vocabularies
    {
        public ConcurrentDictionary<(MoneyTerms Terms, MoneyTypes Types), MoneyFacts> Known { get; } = new();
    }
}
