using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>Looks for a type by its name as the runtime does, and says why it is not found.</summary>
internal sealed class TypeNameSearch
{
    /// <summary>
    /// Assemblies of the framework that are certain to lie outside the core library; of others some types have moved
    /// into it.
    /// </summary>
    internal static readonly ImmutableHashSet<string> OutsideCore = WordSet.Of(
        "System.Console System.Linq System.Linq.Expressions System.Net.Http System.Net.Sockets System.Text.Json",
        "System.Text.RegularExpressions System.Diagnostics.Process System.Collections.Immutable System.Data.Common",
        "System.Xml.ReaderWriter System.Xml.XDocument System.Xml.XmlSerializer System.Security.Cryptography",
        "System.Net.Mail");

    private readonly Compilation _compilation;
    private readonly StringComparison _comparison;
    private readonly string _name;
    private readonly string? _assembly;

    private TypeNameSearch(string text, bool ignoresCase, Compilation compilation)
    {
        _compilation = compilation;
        _comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        (_name, _assembly) = Split(text);
    }

    /// <summary>
    /// By a name that may name its assembly: without one, only this assembly and the core library are looked at.
    /// </summary>
    public static LookupFailure? ForQualified(string text, bool ignoresCase, Compilation compilation)
    {
        if (IsWrittenAsInCode(text))
            return new LookupFailure(
                $"'{text}' is written as in C#",
                "write the number of type arguments behind a backtick, and the arguments in brackets");
        if (!IsPlain(text)) return null;
        var search = new TypeNameSearch(text, ignoresCase, compilation);
        if (search._assembly is { } name)
            return search.AssemblyOf(name) is { } assembly ? search.In(assembly) : search.Strayed(name);
        return search.InThisOrCore();
    }

    /// <summary>By a name without an assembly, in one assembly that is known.</summary>
    public static LookupFailure? ForNameIn(
        IAssemblySymbol assembly, string text, bool ignoresCase, Compilation compilation) =>
        IsPlain(text) && text.IndexOf(',') < 0 ? new TypeNameSearch(text, ignoresCase, compilation).In(assembly) : null;

    public static IAssemblySymbol? AssemblyNamed(string name, Compilation compilation) =>
        new TypeNameSearch("", ignoresCase: false, compilation).AssemblyOf(name);

    /// <summary>
    /// <c>System.Collections.Generic.List&lt;int&gt;</c>: a name of the compiler's making has nothing before the
    /// bracket.
    /// </summary>
    private static bool IsWrittenAsInCode(string text) =>
        text.IndexOf('<') is var open and > 0
        && char.IsLetterOrDigit(text[open - 1])
        && text.EndsWith(">", StringComparison.Ordinal)
        && text.IndexOf('$') < 0;

    /// <summary>Escapes and names of the compiler's making are left alone.</summary>
    private static bool IsPlain(string text) =>
        text.Trim().Length > 0 && text.IndexOfAny(['\\', '<', '$', '*', '&']) < 0;

    /// <summary>The name without type arguments and brackets, and the simple name of the assembly.</summary>
    private static (string Name, string? Assembly) Split(string text)
    {
        var bracket = text.IndexOf('[');
        var afterBrackets = text.LastIndexOf(']') + 1;
        var name = bracket >= 0 ? text[..bracket] : text.Split(',')[0];
        var rest = bracket >= 0 ? text[afterBrackets..] : text[name.Length..];
        var parts = rest.Split(',');
        return (name.Trim(), parts.Length > 1 && parts[1].Trim() is { Length: > 0 } assembly ? assembly : null);
    }

    private IAssemblySymbol? AssemblyOf(string name) =>
        string.Equals(_compilation.AssemblyName, name, StringComparison.OrdinalIgnoreCase)
            ? _compilation.Assembly
            : _compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(assembly =>
                string.Equals(assembly.Name, name, StringComparison.OrdinalIgnoreCase));

    private bool IsThis(IAssemblySymbol assembly) =>
        SymbolEqualityComparer.Default.Equals(assembly, _compilation.Assembly);

    /// <summary>
    /// Another assembly may have types that its reference does not show: there only a name that is nearly right
    /// convinces.
    /// </summary>
    private LookupFailure? In(IAssemblySymbol assembly)
    {
        if (IsIn(assembly)) return null;
        var suggestions = Alike(
            type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly),
            withAssembly: _assembly is not null);
        if (!IsThis(assembly) && !suggestions.Any(IsNearlyRight)) return null;
        return LookupFailure.Named($"'{assembly.Name}' has no type '{_name}'", suggestions);
    }

    private LookupFailure? InThisOrCore()
    {
        if (IsIn(_compilation.Assembly) || IsIn(_compilation.ObjectType.ContainingAssembly)) return null;
        var elsewhere = _compilation.SourceModule.ReferencedAssemblySymbols.Where(IsIn).ToList();
        if (elsewhere.Count > 0)
        {
            var home = elsewhere.Select(HomeIn).OfType<IAssemblySymbol>().FirstOrDefault();
            return home is not null && IsOutsideCore(home) ? NeedsAssembly(home) : null;
        }

        var suggestions = Alike(type => IsThis(type.ContainingAssembly)
            || IsOutsideCore(type.ContainingAssembly)
            || IsCore(type.ContainingAssembly), withAssembly: true);
        if (Generic() is { } generic) suggestions = ImmutableArray.Create(generic);
        else if (MayBeHiddenInCore && !suggestions.Any(IsNearlyRight)) return null;
        return LookupFailure.Named(
            $"neither '{_compilation.AssemblyName}' nor the core library has a type '{_name}'", suggestions);
    }

    /// <summary>An assembly that nobody refers to may be there when it runs, but not with a type of this one.</summary>
    private LookupFailure? Strayed(string assembly)
    {
        if (HomeIn(_compilation.Assembly) is not { } home) return null;
        var qualified = $"{_name}, {home.Name}";
        return new LookupFailure(
            $"no reference of this project is called '{assembly}', and '{_name}' is in '{home.Name}'",
            $"write '{qualified}'") { Suggestions = ImmutableArray.Create(new Suggestion(qualified, 1)) };
    }

    private LookupFailure NeedsAssembly(IAssemblySymbol home)
    {
        var qualified = $"{_name}, {home.Name}";
        return new LookupFailure($"'{_name}' is in '{home.Name}', and without the name of an assembly "
            + $"only '{_compilation.AssemblyName}' and the core library are looked at", $"write '{qualified}'")
        {
            Suggestions = ImmutableArray.Create(new Suggestion(qualified, 1)),
        };
    }

    /// <summary>The core library has types that no reference shows.</summary>
    private bool MayBeHiddenInCore =>
        new[] { "System.", "Internal.", "Microsoft.", "Interop", "MS." }
            .Any(root => _name.StartsWith(root, StringComparison.Ordinal));

    private bool IsCore(IAssemblySymbol assembly) =>
        SymbolEqualityComparer.Default.Equals(assembly, _compilation.ObjectType.ContainingAssembly);

    /// <summary>Whatever does not come with the framework, and what of it never was in the core library.</summary>
    private static bool IsOutsideCore(IAssemblySymbol assembly) =>
        OutsideCore.Contains(assembly.Name)
        || !(assembly.Name is "mscorlib" or "netstandard" or "System" or "WindowsBase"
            || assembly.Name.StartsWith("System.", StringComparison.Ordinal)
            || assembly.Name.StartsWith("Microsoft.Win32", StringComparison.Ordinal));

    private bool IsIn(IAssemblySymbol assembly) =>
        HomeIn(assembly) is not null
        || (_comparison == StringComparison.OrdinalIgnoreCase && IsCasedOtherwise(assembly));

    /// <summary>The assembly that really has the type, where this one has it or forwards it.</summary>
    private IAssemblySymbol? HomeIn(IAssemblySymbol assembly) =>
        (assembly.GetTypeByMetadataName(_name) ?? assembly.ResolveForwardedType(_name))?.ContainingAssembly;

    private bool IsCasedOtherwise(IAssemblySymbol assembly) => TypesNamed(LastPart(_name)).Any(type =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly)
        && string.Equals(RunTimeName(type), _name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name of a generic type without the number of its type parameters.</summary>
    private Suggestion? Generic() =>
        ReferencedTypes.Of(_compilation)
            .Named(LastPart(_name))
            .Where(type => type.Arity > 0 && RunTimeName(type).Split('`')[0] == _name)
            .OrderBy(type => type.Arity)
            .FirstOrDefault() is { } type
            ? new Suggestion(RunTimeName(type), 1, type)
            : null;

    private bool IsNearlyRight(Suggestion suggestion) =>
        suggestion.Score >= 0.85
        || (suggestion.Symbol is { } type
            && SpaceOf((INamedTypeSymbol)type) == SpaceOf(_name)
            && Letters.Distance(type.Name, LastPart(_name)) <= 1);

    /// <summary>The same simple name elsewhere, and names of this project that are like it.</summary>
    private ImmutableArray<Suggestion> Alike(Func<INamedTypeSymbol, bool> isLookedAt, bool withAssembly)
    {
        var simple = LastPart(_name);
        var known = TypesNamed(Keywords.TypeOf(simple))
            .Where(isLookedAt)
            .Select(type =>
                new Suggestion(
                    Qualified(type, withAssembly), 1 - (type.Arity > 0 && simple.IndexOf('`') < 0 ? 0.01 : 0), type));
        var own = ReferencedTypes.Of(_compilation);
        var alike = NameSuggestions.For(
            simple,
            own.Names.SelectMany(own.Named)
                .Where(type => isLookedAt(type) && (IsThis(type.ContainingAssembly) || SpaceOf(type) == SpaceOf(_name)))
                .Select(type => (type.Name, (ISymbol?)type)),
            _compilation,
            symbol => SpaceOf((INamedTypeSymbol)symbol!) == SpaceOf(_name) ? 0 : 0.1);
        return Suggestion.Best(
            [
                .. known,
                .. alike.Select(suggestion =>
                    suggestion with
                    {
                        Text = Qualified((INamedTypeSymbol)suggestion.Symbol!, withAssembly),
                        Score = Math.Min(1, suggestion.Score)
                    })
            ]);
    }

    /// <summary>
    /// Nested types are not in the list of the types that can be named: they are found in their owners.
    /// </summary>
    private IEnumerable<INamedTypeSymbol> TypesNamed(string simple)
    {
        var plain = simple.Split('`')[0];
        foreach (var type in ReferencedTypes.Of(_compilation).Named(plain)) yield return type;
        foreach (var outer in ReferencedTypes.Of(_compilation).Named(LastPart(SpaceOf(_name))))
            foreach (var nested in outer.GetTypeMembers()
                .Where(nested => string.Equals(nested.Name, plain, StringComparison.OrdinalIgnoreCase)))
                yield return nested;
    }

    private string Qualified(INamedTypeSymbol type, bool withAssembly)
    {
        var needsAssembly = withAssembly
            && (_assembly is not null || !(IsThis(type.ContainingAssembly) || IsCore(type.ContainingAssembly)));
        return needsAssembly ? $"{RunTimeName(type)}, {type.ContainingAssembly.Name}" : RunTimeName(type);
    }

    /// <summary><c>Namespace.Outer`1+Inner</c>.</summary>
    public static string RunTimeName(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer) return $"{RunTimeName(outer)}+{type.MetadataName}";
        return TypeNames.FullMetadataName(type);
    }

    private static string LastPart(string name) => name.Substring(name.LastIndexOfAny(['.', '+']) + 1);

    private static string SpaceOf(string name) =>
        name.LastIndexOfAny(['.', '+']) is var end and >= 0 ? name[..end] : "";

    private static string SpaceOf(INamedTypeSymbol type) => SpaceOf(RunTimeName(type));
}
