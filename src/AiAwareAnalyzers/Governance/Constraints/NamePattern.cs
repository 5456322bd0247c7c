using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Governance.Constraints;

/// <summary>A name in a sentence: a namespace, a type or a member with all that is in it, perhaps with stars.</summary>
internal sealed class NamePattern
{
    private static readonly SymbolDisplayFormat WithoutTypes = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    private readonly string _pattern;
    private readonly Regex _path;
    private readonly Regex _whole;

    public NamePattern(string pattern)
    {
        _pattern = pattern;
        var path = pattern.Length > 2 && pattern.EndsWith(".*", StringComparison.Ordinal)
            ? pattern.Substring(0, pattern.Length - 2)
            : pattern;
        var written = Regex.Escape(path).Replace("\\*", "[^.]*");
        _path = new Regex($@"^{written}(\.|$)", RegexOptions.CultureInvariant);
        _whole = new Regex($"^{written}$", RegexOptions.CultureInvariant);
    }

    /// <summary>Whether the symbol is what the name says, or is in it.</summary>
    public bool Holds(ISymbol symbol) => _path.IsMatch(FullNameOf(symbol));

    /// <summary>As <see cref="Holds"/>, and whatever derives from a type of the name.</summary>
    public bool Means(ISymbol symbol)
    {
        if (Holds(symbol)) return true;
        for (var type = symbol as ITypeSymbol ?? symbol.ContainingType; type is not null; type = type.BaseType)
            if (IsNameOf(type) || type.AllInterfaces.Any(IsNameOf)) return true;
        return false;
    }

    /// <summary>Whether a type is called so, by its full name or, where the sentence has no dot, by its own.</summary>
    public bool IsNameOf(ITypeSymbol type) =>
        _whole.IsMatch(_pattern.IndexOf('.') < 0 ? type.Name : FullNameOf(type));

    /// <summary>An extension is where it is declared, whatever it extends.</summary>
    private static string FullNameOf(ISymbol symbol) =>
        ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol).OriginalDefinition.ToDisplayString(WithoutTypes);
}
